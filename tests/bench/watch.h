#pragma once

#include "figures.h"

#include <QApplication>
#include <QTimer>

#include <functional>
#include <string>
#include <vector>

namespace drawbridge::bench {

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
    Watch();

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
