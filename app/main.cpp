#include "cli/cli.h"
#include "document/allocator.h"
#include "document/beside.h"
#include "window/main_window.h"
#include "window/window_shell.h"

#include <QApplication>

#include <cstdio>
#include <cstdlib>
#include <memory>

static constexpr int kEndingMs = 500;

int main(int argc, char *argv[])
{
    using namespace drawbridge;
    if (cli::isCliCall(argc, argv))
        return cli::run(argc, argv);

    Allocator::giveBackBeside();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("drawbridge"));
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DRAWBRIDGE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.drawbridge.Drawbridge"));
    QStringList paths = QCoreApplication::arguments().mid(1);
    const bool isExample = paths.removeAll(QStringLiteral("--example")) > 0;
    paths.removeAll(QStringLiteral("--"));
    auto shell = std::make_unique<WindowShell>();
    shell->window().show();
    shell->window().begin(paths, isExample);
    const int result = QApplication::exec();
    shell.reset();
    if (Beside::haveAllEnded(kEndingMs))
        return result;
    // A disk does not answer: what the thread uses must stay until the program is gone.
    static_cast<void>(std::fflush(nullptr));
    std::_Exit(result);
}
