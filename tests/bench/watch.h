#pragma once

#include "figures.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace drawbridge::bench {

/// Before the application is made: no display is needed, and nobody's settings are touched.
void prepare();
/// Reads the command line, with --verbose. Gives the numbers of policies, or these.
std::vector<std::size_t> process(QCommandLineParser &parser, std::vector<std::size_t> otherwise);

/// Something that held the window.
struct Held
{
    double ms = 0;
    std::string by;
};

/// Notes how long each event took that came from the event loop itself, if it took a millisecond.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;
    std::vector<Held> takeHeld();

private:
    int m_depth = 0;
    std::vector<Held> m_held;
};

/// The longest time between two turns of the event loop.
class Watch
{
public:
    /// Looks as often as it can, or at these times: who measures threads beside leaves them room.
    explicit Watch(int everyMs = 0);

    void turn();
    double takeLongest();

private:
    QTimer m_timer;
    double m_last = wallTime();
    double m_longest = 0;
};

/// For a minute at most; says so where it does not end.
void turnUntil(const std::function<bool()> &isDone);
/// What took longer than 20 ms, the longest first.
void printHeld(const char *what, std::vector<Held> held);

} // namespace drawbridge::bench
