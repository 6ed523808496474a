// A window in use at random, minute after minute: typing, drawing, undoing, comparing, opening
// another workspace. Prints resident memory and heap in use, so that growth is seen.
// Arguments: minutes (10), seconds between lines (15). Run it with QT_QPA_PLATFORM=offscreen.

#include "app/random_user.h"
#include "document/allocator.h"
#include "generate.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <unistd.h>

#include <cstdio>

using namespace drawbridge;

namespace {

constexpr int kStepsAWorkspace = 200;

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return double(file.readAll().split(' ').at(1).toLongLong()) * double(sysconf(_SC_PAGESIZE)) /
           (1024.0 * 1024.0);
}

double heapMegabytes()
{
    return double(Allocator::inUse()) / (1024.0 * 1024.0);
}

void toggleComparing(MainWindow &window)
{
    for (QAction *action : window.findChildren<QAction *>())
        if (action->isCheckable() && action->shortcut() == QKeySequence("Ctrl+Shift+D"))
            action->trigger();
}

/// Three workspaces in turn; each is as it was written when its turn comes.
void openNext(MainWindow &window, const QString &folder, int turn)
{
    bench::Shape shape;
    shape.policies = turn % 3 == 0 ? 20 : turn % 3 == 1 ? 60 : 200;
    shape.documentsAFile = 0;
    const QString own = folder + QStringLiteral("/%1").arg(turn % 3);
    QDir(own).removeRecursively();
    QDir().mkpath(own);
    bench::write(bench::generate(shape), own.toStdString());
    window.document().open({own});
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-bench"));
    QApplication application(argc, argv);
    const QStringList words = application.arguments();
    const double minutes = words.size() > 1 ? words[1].toDouble() : 10;
    const int seconds = words.size() > 2 ? std::max(1, words[2].toInt()) : 15;

    const QTemporaryDir folder;
    MainWindow window;
    window.resize(1400, 900);
    window.show();
    test::RandomUser user(window, 1);
    std::printf("%8s %9s %10s %12s %11s\n", "seconds", "steps", "workspaces", "resident, MB",
                "heap, MB");
    QElapsedTimer clock;
    clock.start();
    qint64 next = 0;
    long steps = 0;
    double first = 0;
    double last = 0;
    for (int turn = 0; clock.elapsed() < qint64(minutes * 60'000); ++turn) {
        openNext(window, folder.path(), turn);
        for (int i = 0; i < kStepsAWorkspace; ++i, ++steps) {
            user.step();
            QApplication::processEvents();
            if (i % 50 == 25)
                toggleComparing(window);
        }
        if (clock.elapsed() >= next) {
            std::printf("%8lld %9ld %10d %12.1f %11.1f\n", clock.elapsed() / 1000, steps, turn + 1,
                        residentMegabytes(), heapMegabytes());
            std::fflush(stdout);
            next += seconds * 1000LL;
        }
        if (turn % 3 == 0) { // the smallest
            last = heapMegabytes();
            first = turn == 3 ? last : first; // what is made once is there by then
        }
    }
    std::printf("in the end: heap after the smallest workspace at first %.1f MB, at last %.1f MB\n",
                first, last);
    return 0;
}
