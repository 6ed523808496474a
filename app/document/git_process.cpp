#include "document/git_process.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>

namespace drawbridge {

namespace {

/// Hooks and CI jobs set variables that lead git elsewhere (GIT_DIR, GIT_INDEX_FILE, ...) or make
/// it start programs (GIT_EXTERNAL_DIFF, GIT_SSH_COMMAND, ...). Those that name settings stay,
/// because somebody may have to trust a folder by them (safe.directory).
QProcessEnvironment environment()
{
    QProcessEnvironment result = QProcessEnvironment::systemEnvironment();
    for (const QString &name : result.keys())
        if (name.startsWith(QLatin1String("GIT_")) && !name.startsWith(QLatin1String("GIT_CONFIG")))
            result.remove(name);
    const std::pair<const char *, const char *> fixed[] = {
        {"LC_ALL", "C"}, // its words are looked at
        {"GIT_OPTIONAL_LOCKS", "0"},
        {"GIT_PAGER", "cat"},
        {"GIT_TERMINAL_PROMPT", "0"},
        {"GIT_NO_LAZY_FETCH", "1"},
        {"GIT_ALLOW_PROTOCOL", "none"}, // for versions that do not know the one before
    };
    for (const auto &[name, value] : fixed)
        result.insert(QLatin1String(name), QLatin1String(value));
    return result;
}

bool isTooMuch(const GitAnswer &answer, const GitLimits &limits)
{
    return std::size_t(answer.out.size()) > limits.bytes ||
           std::size_t(answer.err.size()) > limits.errorBytes;
}

/// Waits for the end; false if it takes too long or says too much, which ends it.
bool waitFor(QProcess &process, const GitLimits &limits, GitAnswer &answer)
{
    QElapsedTimer timer;
    timer.start();
    for (;;) {
        const qint64 left = limits.milliseconds - timer.elapsed();
        const bool isOver = process.state() == QProcess::NotRunning;
        answer.out += process.readAllStandardOutput();
        answer.err += process.readAllStandardError();
        if (isTooMuch(answer, limits) || (left <= 0 && !isOver)) {
            process.kill();
            process.waitForFinished(1000);
            return false;
        }
        if (isOver)
            return true;
        process.waitForReadyRead(int(std::min<qint64>(left, 100)));
    }
}

} // namespace

bool prepareGit(QProcess &process, const QString &folder, const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("git"));
    if (program.isEmpty())
        return false;
    process.setProgram(program);
    process.setArguments(
        QStringList{QStringLiteral("--no-pager"), QStringLiteral("--literal-pathspecs"),
                    QStringLiteral("-c"), QStringLiteral("core.fsmonitor=false"),
                    QStringLiteral("-c"), QStringLiteral("core.hooksPath=/dev/null"),
                    QStringLiteral("-c"), QStringLiteral("log.showSignature=false"),
                    QStringLiteral("-c"), QStringLiteral("protocol.allow=never"),
                    QStringLiteral("-c"), QStringLiteral("i18n.logOutputEncoding=UTF-8"),
                    QStringLiteral("-C"), folder} +
        arguments);
    process.setProcessEnvironment(environment());
    return true;
}

Failure gitFailure(const QByteArray &err)
{
    constexpr int kMost = 400; // the remedy that git names for a folder of somebody else fits in
    QByteArray text = err.simplified().left(kMost);
    if (text.startsWith("fatal: "))
        text.remove(0, 7);
    return {Code::GitFailed, {text.isEmpty() ? "?" : text.toStdString()}};
}

Result<GitAnswer> runGit(const QString &folder, const QStringList &arguments,
                         const GitLimits &limits, const QByteArray &input)
{
    QProcess process;
    if (!prepareGit(process, folder, arguments))
        return Failure{Code::GitMissing, {}};
    process.start();
    if (!process.waitForStarted())
        return Failure{Code::GitFailed, {process.errorString().toStdString()}};
    if (!input.isEmpty())
        process.write(input);
    process.closeWriteChannel();
    GitAnswer answer;
    if (!waitFor(process, limits, answer)) {
        if (isTooMuch(answer, limits)) {
            const bool isOut = std::size_t(answer.out.size()) > limits.bytes;
            return Failure{Code::GitTooMuch,
                           {std::to_string(isOut ? limits.bytes : limits.errorBytes)}};
        }
        return Failure{Code::GitTimedOut, {std::to_string(limits.milliseconds / 1000)}};
    }
    if (process.exitStatus() != QProcess::NormalExit)
        return Failure{Code::GitFailed, {process.errorString().toStdString()}};
    answer.code = process.exitCode();
    return answer;
}

Result<QByteArray> gitOutput(const QString &folder, const QStringList &arguments,
                             const GitLimits &limits, const QByteArray &input)
{
    Result<GitAnswer> answer = runGit(folder, arguments, limits, input);
    if (!answer)
        return answer.failure();
    if (answer->code != 0)
        return gitFailure(answer->err);
    return std::move(answer.value().out);
}

} // namespace drawbridge
