#pragma once

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "window/main_window.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

#include <memory>
#include <string>

namespace drawbridge {

/// Somebody at the window, with the three-tier example open.
class WindowUser
{
public:
    static void prepare()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
        QSettings().clear();
    }

    WindowUser() : m_window(std::make_unique<MainWindow>())
    {
        m_window->resize(1500, 950);
        m_window->show();
        m_window->openExample();
        (void)QTest::qWaitForWindowExposed(m_window.get());
        canvas()->fit();
    }

    MainWindow &window() { return *m_window; }
    canvas::CanvasWidget *canvas() { return m_window->canvas(); }
    Document &document() { return m_window->document(); }
    int undoCount() { return document().undoStack()->index(); }
    std::string bytes()
    {
        return document().workspace().file(document().workspace().files().front()).bytes();
    }
    QString text() { return QString::fromStdString(bytes()); }

    graph::Key key(const std::string &title)
    {
        for (const graph::Node &node : document().graph().nodes)
            if (node.title == title)
                return node.key;
        return {};
    }
    graph::Key arrow(const std::string &source, const std::string &target)
    {
        const graph::Arrow *arrow = document().graph().arrow(key(source) + '\n' + key(target));
        return arrow ? arrow->key : graph::Key();
    }
    QPoint center(const std::string &title) { return canvas()->rectOf(key(title)).center(); }

    void click(const std::string &title)
    {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, center(title));
    }
    void press(Qt::Key k, Qt::KeyboardModifiers modifiers = {})
    {
        m_window->activateWindow();
        (void)QTest::qWaitForWindowActive(m_window.get());
        canvas()->setFocus();
        QTest::keyClick(m_window.get(), k, modifiers);
    }

    /// Answers the next dialog of this type, once.
    template <typename Dialog, typename Fill>
    void answer(Fill fill)
    {
        auto *timer = new QTimer(m_window.get());
        timer->setInterval(20);
        QObject::connect(timer, &QTimer::timeout, m_window.get(), [timer, fill] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isActiveWindow()) // not before it has the keyboard
                return;
            timer->deleteLater();
            timer->stop();
            fill(dialog);
            if (dialog->isVisible()) // what was meant did not happen; the test shall go on
                dialog->reject();
        });
        timer->start();
    }

private:
    std::unique_ptr<MainWindow> m_window;
};

/// Replaces what a field holds, by keys.
inline void retype(QWidget *field, const char *text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

} // namespace drawbridge
