#include "document/beside.h"

#include <chrono>
#include <condition_variable>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace drawbridge {

namespace {

/// Of all threads; never taken down, since some may outlive everything else.
struct AtWork
{
    std::mutex mutex;
    std::condition_variable oneEnded;
    int count = 0;
};

AtWork &atWork()
{
    static auto *const threads = new AtWork;
    return *threads;
}

} // namespace

void Beside::run(std::function<void()> work)
{
    {
        const std::lock_guard lock(atWork().mutex);
        ++atWork().count;
    }
    std::thread([work = std::move(work)]() mutable {
        stepBack();
        work();
        work = {};
        AtWork &threads = atWork();
        const std::lock_guard lock(threads.mutex);
        --threads.count;
        threads.oneEnded.notify_all();
    }).detach();
}

void Beside::stepBack()
{
    constexpr int kNice = 5;
    ::setpriority(PRIO_PROCESS, id_t(::gettid()), kNice); // of the thread, in Linux
}

bool Beside::haveAllEnded(int milliseconds)
{
    AtWork &threads = atWork();
    std::unique_lock lock(threads.mutex);
    return threads.oneEnded.wait_for(lock, std::chrono::milliseconds(milliseconds),
                                     [&] { return threads.count == 0; });
}

} // namespace drawbridge
