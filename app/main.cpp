#include "cli/cli.h"
#include "window/main_window.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

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
    QTranslator translator;
    Q_INIT_RESOURCE(translations);
    if (translator.load(QLocale(), QStringLiteral("drawbridge"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")) ||
        translator.load(QStringLiteral(":/i18n/drawbridge_en")))
        QCoreApplication::installTranslator(&translator);
    QStringList paths = QCoreApplication::arguments().mid(1);
    const bool isExample = paths.removeAll(QStringLiteral("--example")) > 0;
    paths.removeAll(QStringLiteral("--"));
    MainWindow window;
    window.show();
    if (isExample)
        window.openExample();
    else if (!paths.isEmpty())
        window.openPaths(paths);
    return QApplication::exec();
}
