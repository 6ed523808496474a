#pragma once

#include "support/sanitized.h"

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace drawbridge::test {

inline constexpr bool kMemoryIsMeasured = !kIsSanitized;

/// What one run of the program took and gave.
struct BoundedRun
{
    int code = -1; ///< -1: a signal ended it
    int signal = 0;
    double seconds = 0; ///< on a clock at the wall
    double cpu = 0;
    long megabytes = 0; ///< the most that was resident
    QByteArray out;     ///< the begin of what was printed
    QByteArray err;
};

/// Runs the program in a folder with so many MiB of address space and 60 seconds of processor time,
/// and ends it after 90 on the wall. `input` is what it gets as standard input.
inline BoundedRun runBounded(const QStringList &arguments, const QString &folder,
                             const QString &input = QStringLiteral("/dev/null"),
                             rlim_t megabytes = 2048)
{
    std::vector<std::string> words{DRAWBRIDGE_BINARY};
    for (const QString &argument : arguments)
        words.push_back(argument.toStdString());
    std::vector<char *> argv;
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const QString out = folder + QStringLiteral("/stdout.txt");
    const QString err = folder + QStringLiteral("/stderr.txt");
    const auto began = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) {
        const auto redirect = [](const QString &path, int flags, int to) {
            const int file = open(path.toLocal8Bit().constData(), flags, 0600);
            return file >= 0 && dup2(file, to) == to;
        };
        const rlimit memory{megabytes << 20, megabytes << 20};
        const rlimit time{60, 60};
        unsetenv("DISPLAY");
        unsetenv("WAYLAND_DISPLAY");
        unsetenv("QT_QPA_PLATFORM");
        if (chdir(folder.toLocal8Bit().constData()) != 0 || !redirect(input, O_RDONLY, 0) ||
            !redirect(out, O_WRONLY | O_CREAT | O_TRUNC, 1) ||
            !redirect(err, O_WRONLY | O_CREAT | O_TRUNC, 2) ||
            (kMemoryIsMeasured && setrlimit(RLIMIT_AS, &memory) != 0) ||
            setrlimit(RLIMIT_CPU, &time) != 0)
            _exit(126);
        execv(argv[0], argv.data());
        _exit(127);
    }
    const auto elapsed = [&] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    };
    int status = 0;
    rusage usage{};
    while (wait4(child, &status, WNOHANG, &usage) == 0) {
        if (elapsed() > 90)
            kill(child, SIGKILL);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    BoundedRun run;
    run.seconds = elapsed();
    run.cpu = double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
              double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    run.megabytes = usage.ru_maxrss / 1024;
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    run.signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    for (const auto &[path, bytes] : {std::pair{out, &run.out}, std::pair{err, &run.err}}) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            *bytes = file.read(1 << 16);
    }
    return run;
}

} // namespace drawbridge::test
