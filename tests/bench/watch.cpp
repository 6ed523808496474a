#include "watch.h"

#include "document/allocator.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace drawbridge::bench {

void prepare()
{
    Allocator::giveBackBeside(); // as the program does
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // What is set and kept for a crash there is not the user's.
    static const QTemporaryDir home;
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME"})
        qputenv(name, QFile::encodeName(home.path()));
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-bench"));
}

std::vector<std::size_t> process(QCommandLineParser &parser, std::vector<std::size_t> otherwise)
{
    parser.addHelpOption();
    parser.addPositionalArgument("policies", "how many, for each size of workspace");
    parser.addOption({"verbose", "tell what takes more than 20 ms"});
    parser.process(*QCoreApplication::instance());
    std::vector<std::size_t> sizes;
    for (const QString &size : parser.positionalArguments())
        sizes.push_back(size.toULong());
    return sizes.empty() ? otherwise : sizes;
}

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth++ > 0) {
        const bool result = QApplication::notify(receiver, event);
        --m_depth;
        return result;
    }
    const std::string by = receiver->metaObject()->className(); // it may be gone afterwards
    const int type = event->type();
    const double begin = wallTime();
    const bool result = QApplication::notify(receiver, event);
    const double ms = wallTime() - begin;
    if (ms > 1)
        m_held.push_back({ms, by + ", event " + std::to_string(type)});
    --m_depth;
    return result;
}

std::vector<Held> WatchedApplication::takeHeld()
{
    return std::exchange(m_held, {});
}

Watch::Watch(int everyMs)
{
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { turn(); });
    m_timer.start(everyMs);
}

void Watch::turn()
{
    const double now = wallTime();
    m_longest = std::max(m_longest, now - m_last);
    m_last = now;
}

double Watch::takeLongest()
{
    turn();
    return std::exchange(m_longest, 0);
}

void turnUntil(const std::function<bool()> &isDone)
{
    const QDeadlineTimer limit(600'000);
    while (!isDone() && !limit.hasExpired())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    if (limit.hasExpired())
        std::fprintf(stderr, "it does not end\n");
}

void printHeld(const char *what, std::vector<Held> held)
{
    std::sort(held.begin(), held.end(), [](const auto &a, const auto &b) { return a.ms > b.ms; });
    for (const Held &one : held)
        if (one.ms > 20)
            std::printf("    %s, %.0f ms: %s\n", what, one.ms, one.by.c_str());
}

} // namespace drawbridge::bench
