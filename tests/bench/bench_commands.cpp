// For how long a window on a large workspace answers nothing, in milliseconds, by every command of
// its menus: the longest time between two turns of its event loop until what it opens is there,
// while a letter is typed into that, and when it is left by Escape. What a command changed is taken
// back. Arguments: numbers of policies, 300 14000 if not given; --only WORD: what has it in its
// name;
// --verbose.

#include "figures.h"
#include "generate.h"
#include "watch.h"

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "window/main_window.h"
#include "window/wait_beside.h"
#include "window/waiting_input.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressDialog>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cstdio>

using namespace drawbridge;
using namespace drawbridge::bench;

namespace {

constexpr int kQuietMs = 500;
constexpr double kBusyMs = 5;
constexpr int kMostMs = 60'000; ///< that is waited for one thing

/// Types into what a command opens, and leaves it.
class Attendant : public QObject
{
public:
    Attendant(MainWindow &window, Watch &watch) : m_window(window), m_watch(watch)
    {
        connect(&m_tick, &QTimer::timeout, this, &Attendant::look);
    }

    void begin()
    {
        m_phase = 0;
        m_longest = {};
        m_field = m_window.focusWidget();
        m_quiet.start();
        m_limit.start();
        m_tick.start(10);
    }
    bool isDone() const { return !m_tick.isActive(); }
    const std::array<double, 3> &longest() const { return m_longest; }

private:
    /// A loop of events that begins in a timer's turn would stop that timer.
    void later(const std::function<void()> &act)
    {
        QMetaObject::invokeMethod(this, act, Qt::QueuedConnection);
    }
    /// What was typed is given up.
    static void leave(QWidget *widget)
    {
        auto *question = qobject_cast<QMessageBox *>(widget);
        for (QAbstractButton *button : question ? question->buttons() : QList<QAbstractButton *>())
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                return button->click();
        QTest::keyClick(widget, Qt::Key_Escape);
    }
    /// All that is to be done beside is done.
    bool isQuiet()
    {
        const double now = m_watch.takeLongest();
        m_longest[m_phase] = std::max(m_longest[m_phase], now);
        auto &canvas = *m_window.canvas();
        const bool isBusy = now > 10 + kBusyMs || m_window.document().isBehind() ||
                            !canvas.layers().isSharp(canvas.view()) || isWaitingForPicture() ||
                            isWaitingAlive() ||
                            qobject_cast<QProgressDialog *>(QApplication::activeModalWidget());
        if (isBusy && m_limit.elapsed() < kMostMs)
            m_quiet.start();
        return m_quiet.elapsed() > kQuietMs;
    }
    void look()
    {
        if (!isQuiet())
            return;
        QWidget *modal = QApplication::activePopupWidget();
        if (!modal)
            modal = QApplication::activeModalWidget();
        QWidget *field = QApplication::focusWidget();
        const bool isNew = modal || (field && field != m_field);
        m_watch.takeLongest();
        if (m_phase == 0 && isNew &&
            (qobject_cast<QLineEdit *>(field) || qobject_cast<QPlainTextEdit *>(field))) {
            m_phase = 1;
            later([field] { QTest::keyClick(field, Qt::Key_S); });
        } else if (isNew && m_leaving < 6) {
            m_phase = 2;
            ++m_leaving;
            later([modal, field] { leave(modal ? modal : field); });
        } else {
            m_leaving = 0;
            m_tick.stop();
        }
        m_quiet.start();
        m_limit.start();
    }

    MainWindow &m_window;
    Watch &m_watch;
    QTimer m_tick;
    QElapsedTimer m_quiet;
    QElapsedTimer m_limit;
    QPointer<QWidget> m_field; ///< that had the keyboard before
    std::size_t m_phase = 0;
    int m_leaving = 0;
    std::array<double, 3> m_longest{};
};

void collect(QMenu *menu, const QString &path,
             std::vector<std::pair<QString, QPointer<QAction>>> &found)
{
    emit menu->aboutToShow();
    for (QAction *action : menu->actions()) {
        const QString name = path + action->text().remove(u'&');
        if (action->menu())
            collect(action->menu(), name + QStringLiteral(" > "), found);
        else if (!action->isSeparator())
            found.emplace_back(name, action);
    }
}

graph::Key someKey(const graph::Graph &graph, bool arrow)
{
    if (arrow)
        return graph.arrows[graph.arrows.size() / 2].key;
    std::size_t seen = 0;
    for (const graph::Node &node : graph.nodes)
        if (node.kind == graph::NodeKind::Workload && ++seen == 40)
            return node.key;
    return {};
}

void benchCommands(WatchedApplication &application, std::size_t policies, const QString &only,
                   bool isVerbose)
{
    Shape shape;
    shape.policies = policies;
    const QTemporaryDir folder;
    write(generate(shape), folder.path().toStdString());
    MainWindow window;
    window.resize(1440, 900);
    window.show();
    window.openPaths({folder.path()});
    Watch watch;
    Attendant attendant(window, watch);
    const auto attend = [&](const std::function<void()> &act) {
        application.takeHeld();
        watch.takeLongest();
        attendant.begin();
        act();
        turnUntil([&] { return attendant.isDone(); });
    };
    attend([] {});
    std::vector<std::pair<QString, QPointer<QAction>>> actions;
    for (QAction *top : window.menuBar()->actions())
        collect(top->menu(), top->text().remove(u'&') + QStringLiteral(" > "), actions);
    const QStringList roots = window.document().roots();
    for (const auto &[name, action] : actions) {
        const QPointer<QAction> command = action;
        if (!command)
            continue; // its menu was made anew
        const bool ends = action->menuRole() == QAction::QuitRole ||
                          action->shortcut() == QKeySequence(QKeySequence::Quit) ||
                          action->shortcut() == QKeySequence(QKeySequence::Close);
        if (ends || !name.contains(only, Qt::CaseInsensitive))
            continue;
        const int steps = window.document().undoStack()->index();
        window.canvas()->setFocus();
        for (const bool arrow : {false, true}) {
            attend([&] {
                window.canvas()->setSelection({someKey(window.document().graph(), arrow)});
            });
            if (command && command->isEnabled())
                break;
        }
        if (!command || !command->isEnabled()) {
            std::printf("%9zu  %-58s       grey\n", policies, qPrintable(name));
            continue;
        }
        attend([&] { command->trigger(); });
        const auto [there, letter, left] = attendant.longest();
        std::printf("%9zu  %-58s %10.0f %10.0f %10.0f\n", policies, qPrintable(name), there, letter,
                    left);
        if (isVerbose) {
            if (const int more = window.document().undoStack()->index() - steps; more > 0)
                std::printf("    %d step(s) to undo\n", more);
            printHeld(qPrintable(name), application.takeHeld());
            if (const QString said = window.statusBar()->currentMessage(); !said.isEmpty())
                std::printf("    it says: %s\n", qPrintable(said));
        }
        std::fflush(stdout);
        if (command && command->isCheckable() && !command->actionGroup())
            attend([&] { command->trigger(); });
        for (int i = 0; i < 9 && window.document().undoStack()->index() > steps; ++i)
            attend([&] { window.document().undoStack()->undo(); });
        if (window.document().roots() != roots)
            attend([&] { window.openPaths({folder.path()}); });
    }
}

} // namespace

int main(int argc, char *argv[])
{
    prepare();
    WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({"only", "print what has this word in its name", "word"});
    const std::vector<std::size_t> sizes = process(parser, {300, 14'000});
    std::printf("%9s  %-58s %10s %10s %10s\n", "policies", "done", "there, ms", "letter, ms",
                "left, ms");
    for (const std::size_t size : sizes)
        benchCommands(application, size, parser.value("only"), parser.isSet("verbose"));
    return 0;
}
