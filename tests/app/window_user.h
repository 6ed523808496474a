#pragma once

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QFile>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>
#include <string>

namespace drawbridge {

/// The letter that a button is reached by; a button goes down first, and then does its work.
inline void pressLetter(QWidget *dialog, Qt::Key key)
{
    const QPointer<QWidget> still(dialog);
    QTest::keyClick(dialog, key, Qt::AltModifier);
    (void)QTest::qWaitFor([&still] {
        if (!still)
            return true;
        const auto buttons = still->findChildren<QAbstractButton *>();
        return std::none_of(buttons.begin(), buttons.end(),
                            [](const auto *button) { return button->isDown(); });
    });
}

/// Somebody at a window. Tests of the window derive from it, or have a WindowUser.
class WindowFixture : public QObject
{
protected:
    /// Settings go by the name of the program, so that tests may run at the same time.
    static void prepare()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
        QSettings().clear();
    }

    /// With the three-tier example.
    void openWindow()
    {
        showWindow();
        m_window->openExample();
        canvas()->fit();
    }

    /// With the three-tier example as the file `path()`, without its layout.
    void openWindowOnFile()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        showWindow();
        QVERIFY(QFile::copy(QStringLiteral(":/examples/three-tier.yaml"), path()));
        QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner);
        m_window->openPaths({path()});
    }

    void closeWindow()
    {
        m_window.reset();
        m_folder.reset();
    }

    QString path() const { return m_folder->filePath(QStringLiteral("shop.yaml")); }
    canvas::CanvasWidget *canvas() { return m_window->canvas(); }
    Document &document() { return m_window->document(); }
    int undoCount() { return document().undoStack()->index(); }
    std::string bytes()
    {
        return document().workspace().file(document().workspace().files().front()).bytes();
    }

    /// The first one with this title; empty if there is none.
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
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        for (int i = 1; i <= 8; ++i)
            QTest::mouseMove(canvas(), from + (to - from) * i / 8, 2);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }
    /// As a window manager does after a dialog closed.
    void activate()
    {
        m_window->activateWindow();
        (void)QTest::qWaitForWindowActive(m_window.get());
    }
    /// A shortcut, with the keyboard on the canvas.
    void press(Qt::Key k, Qt::KeyboardModifiers modifiers = {})
    {
        activate();
        canvas()->setFocus();
        QTest::keyClick(m_window.get(), k, modifiers);
    }

    /// Answers the next dialog of this type, once.
    template <typename Dialog, typename Fill>
    void answer(Fill fill)
    {
        auto *timer = new QTimer(m_window.get());
        timer->setInterval(20);
        connect(timer, &QTimer::timeout, m_window.get(), [this, timer, fill] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (!dialog || !dialog->isActiveWindow()) // not before it has the keyboard
                return;
            timer->deleteLater();
            timer->stop();
            ++m_answered;
            fill(dialog);
            if (dialog->isVisible()) // what was meant did not happen; the test shall go on
                static_cast<QDialog *>(dialog)->done(QDialog::Rejected); // some hide it
        });
        timer->start();
    }
    /// What was filled in is given up where Escape asks, unless a test wants to see the question.
    void discardWhatIsAsked(bool on) { m_discards = on; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    int m_answered = 0; ///< dialogs

private:
    void answerDiscardQuestions()
    {
        auto *timer = new QTimer(m_window.get());
        connect(timer, &QTimer::timeout, m_window.get(), [this] {
            QWidget *box = QApplication::activeModalWidget();
            if (!m_discards || !box || box->objectName() != QStringLiteral("discardQuestion"))
                return;
            if (auto *button = box->findChild<QPushButton *>(QStringLiteral("discard")))
                button->click();
        });
        timer->start(20);
    }

    bool m_discards = true;

    void showWindow()
    {
        m_answered = 0;
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1500, 950);
        m_window->show();
        (void)QTest::qWaitForWindowActive(m_window.get());
        m_discards = true;
        answerDiscardQuestions();
    }
};

/// One with the three-tier example open.
class WindowUser : private WindowFixture
{
public:
    WindowUser() { openWindow(); }

    MainWindow &window() { return *m_window; }
    QString text() { return QString::fromStdString(bytes()); }

    using WindowFixture::answer;
    using WindowFixture::arrow;
    using WindowFixture::bytes;
    using WindowFixture::canvas;
    using WindowFixture::center;
    using WindowFixture::click;
    using WindowFixture::discardWhatIsAsked;
    using WindowFixture::document;
    using WindowFixture::drag;
    using WindowFixture::key;
    using WindowFixture::prepare;
    using WindowFixture::press;
    using WindowFixture::undoCount;
};

/// Replaces what a field holds, by keys.
inline void retype(QWidget *field, const char *text)
{
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, text);
}

} // namespace drawbridge
