#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace drawbridge::test {

/// What one run of the program gave.
struct CliRun
{
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// Runs the program in a folder, without a display, with these variables set.
inline CliRun runCli(const QStringList &arguments, const QString &folder,
                     const QByteArray &input = {}, const QStringList &variables = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    for (const QString &variable : variables)
        environment.insert(variable.section(QLatin1Char('='), 0, 0),
                           variable.section(QLatin1Char('='), 1));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(DRAWBRIDGE_BINARY), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000))
        process.kill();
    CliRun run;
    if (process.state() == QProcess::NotRunning && process.exitStatus() == QProcess::NormalExit)
        run.code = process.exitCode();
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    return run;
}

} // namespace drawbridge::test

/// That a call ends with this code; else what it said.
#define EXPECT_CODE(run, expected)                                                                 \
    do {                                                                                           \
        const drawbridge::test::CliRun cliRun = (run);                                             \
        QVERIFY2(cliRun.code == (expected), (cliRun.out + "\n--\n" + cliRun.err + "\nexit " +      \
                                             QByteArray::number(cliRun.code))                      \
                                                .constData());                                     \
    } while (false)
