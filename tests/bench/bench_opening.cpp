// For how long the window answers nothing while a workspace is opened in it, in milliseconds: the
// longest time between two turns of its event loop, and what took them.
// Arguments: numbers of policies, 100 1000 5000 14000 if not given; --files N: documents a file.

#include "figures.h"
#include "generate.h"
#include "watch.h"

#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "window/main_window.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace drawbridge;
using namespace drawbridge::bench;

namespace {

void benchOpening(WatchedApplication &application, std::size_t policies, std::size_t documents,
                  bool isVerbose)
{
    Shape shape;
    shape.policies = policies;
    shape.documentsAFile = documents;
    const QTemporaryDir folder;
    write(generate(shape), folder.path().toStdString());
    shape.policies = 40;
    const QTemporaryDir small;
    write(generate(shape), small.path().toStdString());

    MainWindow window;
    Watch watch;
    window.show();
    const auto isSharp = [&] { return window.canvas()->layers().isSharp(window.canvas()->view()); };
    turnUntil(isSharp);
    const auto open = [&](const char *what, const QString &path) {
        application.takeHeld();
        watch.takeLongest();
        const double begin = wallTime();
        window.beginOpening({path});
        std::vector<Held> held{{wallTime() - begin, "the command itself"}};
        watch.turn();
        turnUntil([&] { return window.document().roots() == QStringList(path) && isSharp(); });
        const double shown = wallTime() - begin;
        const QDeadlineTimer quiet(1500); // problems are looked for, texts filled
        turnUntil([&] { return quiet.hasExpired(); });
        std::printf("%9zu %9zu  %-6s %10.0f %10.0f\n", policies, window.document().files().size(),
                    what, shown, watch.takeLongest());
        for (const Held &one : application.takeHeld())
            held.push_back(one);
        if (isVerbose)
            printHeld(what, std::move(held));
        std::fflush(stdout);
    };
    open("large", folder.path());
    open("small", small.path());
    window.canvas()->setZoom(1); // who looks closely opens another one
    open("large", folder.path());
}

} // namespace

int main(int argc, char *argv[])
{
    prepare();
    WatchedApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({"documents", "in a file; 0: all in one", "number", "10"});
    const std::vector<std::size_t> sizes = process(parser, {100, 1'000, 5'000, 14'000});
    std::printf("%9s %9s  %-6s %10s %10s\n", "policies", "files", "opened", "sharp, ms",
                "held, ms");
    for (const std::size_t size : sizes)
        benchOpening(application, size, parser.value("documents").toULong(),
                     parser.isSet("verbose"));
    return 0;
}
