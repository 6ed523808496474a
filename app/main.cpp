#include "cli/cli.h"
#include "window/main_window.h"
#include "window/window_shell.h"

#include <QApplication>

int main(int argc, char *argv[])
{
    using namespace drawbridge;
    if (cli::isCliCall(argc, argv))
        return cli::run(argc, argv);

    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("drawbridge"));
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DRAWBRIDGE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.github.drawbridge.Drawbridge"));
    QStringList paths = QCoreApplication::arguments().mid(1);
    const bool isExample = paths.removeAll(QStringLiteral("--example")) > 0;
    paths.removeAll(QStringLiteral("--"));
    WindowShell shell;
    MainWindow &window = shell.window();
    window.show();
    window.begin(paths, isExample);
    return QApplication::exec();
}
