#pragma once

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/language.h"
#include "shop_text.h"
#include "tst_look_checks.h"
#include "window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <functional>
#include <memory>

namespace drawbridge::test {

/// For tests of what a person sees: opens windows, measures what is on screen and collects what is
/// wrong. With DRAWBRIDGE_GRABS=FOLDER the pictures are written there.
class LookFixture : public QObject
{
protected:
    static void prepare(const char *name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
        QCoreApplication::setApplicationName(QString::fromLatin1(name));
    }

    void start()
    {
        m_faults.clear();
        QSettings().clear();
        Language::install(QStringLiteral("en"));
    }

    void tellCounts() const
    {
        qInfo("%d pictures, %d texts, %d words; the palest has %.2f:1", m_pictures, m_texts,
              m_words, m_palest);
    }

    /// Warns of each, since Qt Test cuts long messages.
    QString faults() const
    {
        for (const QString &fault : m_faults)
            qWarning("%s", qPrintable(fault));
        return QStringLiteral("%1 faults").arg(m_faults.size());
    }

    static void themes()
    {
        QTest::addColumn<QString>("theme");
        for (const char *theme : {"light", "dark"})
            QTest::newRow(theme) << QString::fromLatin1(theme);
    }

    /// The three-tier example if there is no text.
    void open(const QString &theme, const QByteArray &text = {})
    {
        QSettings().setValue(QStringLiteral("theme"), theme);
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        if (text.isEmpty())
            m_window->openExample();
        else
            m_window->document().startUntitled(text);
        m_window->canvas()->fit();
        QTest::qWait(200); // lint comes a moment later
    }

    graph::Key node(const std::string &title) const
    {
        for (const graph::Node &node : m_window->document().graph().nodes)
            if (node.title == title)
                return node.key;
        return {};
    }

    graph::Key arrow(const std::string &source, const std::string &target) const
    {
        return node(source) + '\n' + node(target);
    }

    void replace(TextRange range, const std::string &text)
    {
        Change change;
        change.patches = {{m_window->document().workspace().files().front(), {{range, text}}}};
        change.label = QStringLiteral("Type");
        m_window->document().push(std::move(change));
    }

    /// By the minimap.
    static bool isCovered(const QWidget *widget, const QRect &rect)
    {
        const auto children =
            widget->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        return std::any_of(children.begin(), children.end(), [&](const QWidget *child) {
            return child->isVisible() && child->geometry().intersects(rect);
        });
    }

    /// The canvas draws its texts itself: names and second lines of cards, and what arrows carry.
    /// Where they are smaller than on a plain screen, their strokes are too thin to be measured.
    void lookAtCanvas(Looker &looker)
    {
        canvas::CanvasWidget *canvas = m_window->canvas();
        if (canvas->view().deviceScale() < 0.9 || canvas->layers().lod() != canvas::Lod::Full)
            return;
        const auto add = [&](const QRect &rect, const std::string &text) {
            if (canvas->rect().contains(rect) && !isCovered(canvas, rect))
                looker.addDrawnText(canvas, rect, QString::fromStdString(text));
        };
        const int unit = std::max(1, qRound(canvas->view().scale()));
        for (const graph::NodeShape &shape : canvas->picture().nodes) {
            // Without the bar on the left and the locks on the right.
            const QRect card = canvas->rectOf(shape.node.key);
            if (!shape.node.frame.empty())
                add(card.adjusted(14 * unit, 8 * unit, -card.width() / 4, -8 * unit),
                    shape.node.title);
        }
        for (const graph::ArrowShape &shape : canvas->picture().arrows) {
            const QRectF pill = canvas->scene().pill(shape.arrow.key);
            const graph::Rect scene{pill.x(), pill.y(), pill.width(), pill.height()};
            const QRect rect = canvas->view().toView(scene).toRect();
            add(rect.adjusted(9 * unit, 4 * unit, -9 * unit, -4 * unit), shape.arrow.label);
        }
    }

    void look(QWidget *widget, const QString &name)
    {
        for (int i = 0; i < 3; ++i) // what is set, what follows from it, and the layout of that
            QCoreApplication::processEvents();
        if (widget == m_window.get())
            m_window->canvas()->finishRendering();
        Looker looker(widget);
        looker.look();
        if (widget == m_window.get())
            lookAtCanvas(looker);
        finish(looker, name);
    }

    void finish(Looker &looker, const QString &name)
    {
        ++m_pictures;
        m_texts += looker.texts();
        m_words += looker.words();
        m_palest = std::min(m_palest, looker.palest());
        for (const QString &fault : looker.faults())
            m_faults += name + QStringLiteral(": ") + fault;
        const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        const int percent = qRound(100 * looker.picture().devicePixelRatio());
        QVERIFY(
            looker.picture().save(QStringLiteral("%1/%2_%3.png").arg(folder, name).arg(percent)));
    }

    /// Looks at the menu or dialog that comes up, and closes it.
    void lookAtPopup(const QString &name, const std::function<void()> &popUp)
    {
        bool wasSeen = false;
        QTimer timer;
        timer.setInterval(20);
        connect(&timer, &QTimer::timeout, this, [&] {
            QWidget *menu = QApplication::activePopupWidget();
            QWidget *widget = menu ? menu : QApplication::activeModalWidget();
            if (!widget || !widget->isVisible())
                return;
            if (!wasSeen)
                look(widget, name);
            wasSeen = true;
            widget->close();
        });
        timer.start();
        popUp();
        QTRY_VERIFY2(wasSeen, qPrintable(name));
    }

    std::unique_ptr<MainWindow> m_window;
    QStringList m_faults;
    int m_pictures = 0;
    int m_texts = 0;
    int m_words = 0;
    double m_palest = 21;
};

/// A screen that holds everything at 300 % too.
inline void useLargeScreen(const QString &file)
{
    QFile config(file);
    if (!config.open(QIODevice::WriteOnly))
        return;
    config.write(R"({"screens": [{"name": "large", "x": 0, "y": 0, "width": 5760, "height": 3600,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
    config.close();
    if (qEnvironmentVariable("QT_QPA_PLATFORM") == QLatin1String("offscreen"))
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + QFile::encodeName(file));
}

template <typename Test>
int lookMain(int argc, char *argv[])
{
    const QTemporaryDir folder;
    useLargeScreen(folder.filePath(QStringLiteral("screen.json")));
    QApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

} // namespace drawbridge::test
