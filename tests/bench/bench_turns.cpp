// For how long a window on a large workspace answers nothing, by what the user does, in
// milliseconds: the longest time between two turns of its event loop, and the time until all is
// quiet again. Arguments: numbers of policies, 1000 14000 if not given; --only WORD: what has it in
// its name; --verbose.

#include "figures.h"
#include "generate.h"
#include "watch.h"

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "document/opening.h"
#include "panels/filter_bar.h"
#include "text/text_panel.h"
#include "window/main_window.h"
#include "window/quick_list.h"
#include "window/settings.h"
#include "window/waiting_input.h"
#include "window/window_shell.h"

#include <QAction>
#include <QDeadlineTimer>
#include <QFile>
#include <QLineEdit>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cstdio>
#include <tuple>

using namespace drawbridge;
using namespace drawbridge::bench;

namespace {

class Session
{
public:
    Session(WatchedApplication &application, std::size_t policies, QString only, bool isVerbose)
        : m_application(application)
        , m_policies(policies)
        , m_only(std::move(only))
        , m_isVerbose(isVerbose)
    {
        Shape shape;
        shape.policies = policies;
        write(generate(shape), m_folder.path().toStdString());
        window().resize(1440, 900);
        window().show();
        window().openPaths({m_folder.path()});
        settle();
    }

    void openAgain()
    {
        window().beginOpening({m_folder.path()});
        turnUntil([this] { return window().pathsUnderWay().isEmpty(); });
    }

    void run(const char *what, const std::function<void()> &act)
    {
        const bool isAsked = QLatin1String(what).contains(m_only);
        m_application.takeHeld();
        m_watch.takeLongest();
        const double begin = wallTime();
        act();
        std::vector<Held> held{{wallTime() - begin, "the command itself"}};
        m_watch.turn();
        const double quiet = settle();
        const double longest = m_watch.takeLongest();
        for (const Held &one : m_application.takeHeld())
            held.push_back(one);
        if (!isAsked)
            return;
        std::printf("%9zu  %-34s %10.0f %10.0f\n", m_policies, what, longest, quiet - begin);
        if (longest > m_longest)
            std::tie(m_longest, m_longestWhat) = std::pair(longest, what);
        if (m_isVerbose)
            printHeld(what, std::move(held));
        std::fflush(stdout);
    }

    void summarize() const
    {
        std::printf("%9zu  longest: %.0f ms, %s\n", m_policies, m_longest, m_longestWhat.c_str());
    }

    void trigger(const char *text)
    {
        for (QAction *action : window().findChildren<QAction *>()) {
            const QString words = QString::fromUtf8(text);
            if (action->text().remove(QLatin1Char('&')) != words && action->iconText() != words)
                continue;
            if (!action->isEnabled())
                std::fprintf(stderr, "%s is grey\n", text);
            action->trigger();
            return;
        }
        std::fprintf(stderr, "there is no %s\n", text);
    }

    MainWindow &window() { return m_shell.window(); }
    Document &document() { return window().document(); }
    canvas::CanvasWidget &canvas() { return *window().canvas(); }

    /// In the first policy's port, or in what it selects.
    void type(bool inSelector)
    {
        for (const kube::ObjectPtr &object : document().workspace().effectiveObjects()) {
            const FileId file = document().workspace().location(object.get()).file;
            const std::string &bytes = document().workspace().file(file).bytes();
            const std::size_t at = object->policy() ? bytes.find(inSelector ? "app: " : "port: ",
                                                                 bytes.find("podSelector"))
                                                    : std::string::npos;
            if (at == std::string::npos)
                continue;
            const std::size_t end = bytes.find('\n', at);
            Change change;
            change.patches.push_back({file, {{{end, end}, "1"}}});
            change.label = QStringLiteral("Typing");
            change.mayFallBehind = true;
            document().push(std::move(change));
            return;
        }
        std::fprintf(stderr, "there is nothing to type in\n");
    }

    void speak(const QString &language)
    {
        Settings settings = Settings::stored();
        settings.language = language;
        settings.store();
        emit window().languageChosen();
    }

    /// A comment at the end of every file.
    void changeEveryFile()
    {
        Change change;
        for (FileId id : document().workspace().files()) {
            const std::size_t end = document().workspace().file(id).bytes().size();
            change.patches.push_back({id, {{{end, end}, "# seen\n"}}});
        }
        change.label = QStringLiteral("Seen");
        foresee(document(), change.patches);
        document().push(std::move(change));
    }

    /// As another program would, on the disk.
    void appendToEveryFile(const QByteArray &line)
    {
        for (const FileInfo &info : document().files()) {
            QFile file(info.path);
            if (!file.open(QIODevice::Append) || file.write(line) != line.size())
                std::fprintf(stderr, "cannot write\n");
        }
    }

private:
    /// Gives when the last turn that did something ended.
    double settle()
    {
        double last = wallTime();
        QDeadlineTimer quiet(kQuietMs);
        turnUntil([&] {
            const double now = wallTime();
            if (now - m_turned > kBusyMs || !isSharp() || document().isBehind()) {
                last = now;
                quiet.setRemainingTime(kQuietMs);
            }
            m_turned = wallTime();
            return quiet.hasExpired();
        });
        return last;
    }
    bool isSharp() { return canvas().layers().isSharp(canvas().view()); }

    static constexpr int kQuietMs = 800; // problems are looked for after a pause
    static constexpr double kBusyMs = 5;

    WatchedApplication &m_application;
    std::size_t m_policies;
    QString m_only;
    bool m_isVerbose;
    QTemporaryDir m_folder;
    WindowShell m_shell;
    Watch m_watch;
    double m_turned = wallTime();
    double m_longest = 0; ///< of what is printed, ms
    std::string m_longestWhat;
};

void type(QWidget *field, const char *text)
{
    for (const char *c = text; *c != '\0'; ++c)
        QTest::keyClick(field, *c);
}

graph::Key someWorkload(const graph::Graph &graph)
{
    std::size_t seen = 0;
    for (const graph::Node &node : graph.nodes)
        if (node.kind == graph::NodeKind::Workload && ++seen == 40)
            return node.key;
    return {};
}

void benchTurns(WatchedApplication &application, std::size_t policies, const QString &only,
                bool isVerbose)
{
    Session session(application, policies, only, isVerbose);
    Document &document = session.document();
    canvas::CanvasWidget &canvas = session.canvas();
    const auto command = [&](const char *text) {
        session.run(text, [&] { session.trigger(text); });
    };
    std::set<graph::Key> all;
    for (const graph::Frame &frame : document.graph().frames)
        if (frame.services > 0)
            all.insert(frame.key);
    command("Fit");
    command("Collapse All Namespaces");
    command("Expand All Namespaces");
    session.run("fold one namespace", [&] { emit canvas.frameToggleRequested(*all.begin()); });
    session.run("unfold it", [&] { emit canvas.frameToggleRequested(*all.begin()); });
    const graph::Key node = someWorkload(document.graph());
    session.run("move a service", [&] {
        const graph::NodeShape *shape = document.picture().node(node);
        if (shape)
            emit canvas.moveRequested({{node, {shape->rect.x + 8, shape->rect.y}}});
    });
    session.run("undo it", [&] { document.undoStack()->undo(); });
    session.run("select one", [&] { canvas.setSelection({node}); });
    command("Select All Services");
    session.run("select nothing", [&] { canvas.setSelection({}); });
    session.run("a key", [&] { session.type(false); });
    session.run("a key that makes other ends", [&] { session.type(true); });
    session.run("undo it at once", [&] { document.undoStack()->undo(); });
    session.run("rename a service", [&] {
        const auto plan = planBeside(document, edit::Rename{node, "another-name"});
        if (plan)
            document.push(*plan, QStringLiteral("Rename"));
    });
    command("Undo");
    command("What Would Change");
    session.run("leave it", [&] { session.trigger("What Would Change"); });
    session.run("a comment in every file", [&] { session.changeEveryFile(); });
    command("Undo");
    command("Redo");
    command("Save All");
    session.appendToEveryFile("# by others\n");
    const int steps = document.undoStack()->index();
    session.run("others change every file", [&] {
        document.lookAtDisk();
        turnUntil([&] { return document.undoStack()->index() > steps; });
    });
    session.run("open it again", [&] { session.openAgain(); });
    command("Exposure to New Pods");
    session.run("open it again with exposure", [&] { session.openAgain(); });
    session.run("a key with exposure", [&] { session.type(true); });
    command("Exposure to New Pods");
    command("What Would Change");
    session.run("a key while comparing", [&] { session.type(true); });
    session.run("leave it again", [&] { session.trigger("What Would Change"); });
    session.run("judge as Calico",
                [&] { document.setProfile(*verdict::PluginProfile::parse("calico")); });
    session.run("judge as the standard", [&] { document.setProfile({}); });
    session.run("Find Everywhere", [&] { session.trigger("Find Everywhere…"); });
    QLineEdit *words = session.window().quickList()->findChild<QLineEdit *>();
    session.run("find: a word", [&] { type(words, "svc"); });
    session.run("leave finding", [&] { QTest::keyClick(words, Qt::Key_Escape); });
    command("Filter Bar");
    QLineEdit *filter = session.window().filterBar()->findChild<QLineEdit *>();
    session.run("filter: a word", [&] { type(filter, "svc-1"); });
    session.run("a key while filtered", [&] { session.type(true); });
    command("Show Everything");
    command("Arrange");
    session.run("a comment in every file again", [&] { session.changeEveryFile(); });
    Unsaved unsaved;
    session.run("see what is not saved", [&] { document.unsavedLater(); });
    session.run("see that it stayed so", [&, before = document.unsavedLater()] {
        if (!(document.unsavedLater() == before))
            std::fprintf(stderr, "it did not\n");
    });
    unsaved = document.unsaved();
    OpeningProgress progress;
    Restoring restoring = openedAgain(unsaved, document.restoringRequest(unsaved), progress);
    session.run("restore all files", [&] {
        document.takeOver(restoring);
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
        document.bringBack(unsaved, std::move(restoring));
    });
    command("Dark");
    command("Light");
    session.run("another language", [&] { session.speak("de"); });
    session.run("the first language", [&] { session.speak("en"); });
    session.summarize();
}

} // namespace

int main(int argc, char *argv[])
{
    prepare();
    WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({"only", "print what has this word in its name", "word"});
    const std::vector<std::size_t> sizes = process(parser, {1'000, 14'000});
    std::printf("%9s  %-34s %10s %10s\n", "policies", "done", "held, ms", "quiet, ms");
    for (const std::size_t size : sizes)
        benchTurns(application, size, parser.value("only"), parser.isSet("verbose"));
    return 0;
}
