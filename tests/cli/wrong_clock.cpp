// Loaded before a program (LD_PRELOAD), it shows it another year. libfaketime does the same and
// more, but waits for itself where a program has an allocator of its own that asks what time it is,
// as jemalloc does.
#include <ctime>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

extern "C" {

int clock_gettime(clockid_t clock, timespec *now) noexcept
{
    constexpr time_t fifteenYears = 15L * 365 * 24 * 3600;
    const auto result = int(syscall(SYS_clock_gettime, clock, now));
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += fifteenYears;
    return result;
}

time_t time(time_t *where) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (where)
        *where = now.tv_sec;
    return now.tv_sec;
}

int gettimeofday(timeval *where, void * /*zone*/) noexcept
{
    timespec now{};
    const int result = clock_gettime(CLOCK_REALTIME, &now);
    *where = {now.tv_sec, suseconds_t(now.tv_nsec / 1000)};
    return result;
}
}
