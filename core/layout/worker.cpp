#include "layout/choice.h"

#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define DRAWBRIDGE_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define DRAWBRIDGE_SANITIZED 1
#endif
#endif

namespace drawbridge::layout {

namespace {

constexpr rlim_t kSeconds = 10;
constexpr rlim_t kOpenFiles = 16;
constexpr std::size_t kLargestRequest = 64 << 20;

bool limit(__rlimit_resource resource, rlim_t most)
{
    rlimit now{};
    if (getrlimit(resource, &now) != 0)
        return false;
    if (now.rlim_max < most)
        most = now.rlim_max;
    const rlimit limits{most, most};
    return setrlimit(resource, &limits) == 0;
}

bool limitProcess()
{
#ifdef DRAWBRIDGE_SANITIZED // sanitizers reserve terabytes of address space
    const bool memory = true;
#else
    const bool memory = limit(RLIMIT_AS, rlim_t(1) << 30);
#endif
    return memory && limit(RLIMIT_CPU, kSeconds) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_NOFILE, kOpenFiles) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

/// Everything up to the end of the stream; false if it is too much or fails.
bool readAll(int in, std::string &bytes)
{
    std::string buffer(1 << 16, '\0');
    for (;;) {
        const ssize_t count = read(in, buffer.data(), buffer.size());
        if (count == 0)
            return true;
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 || bytes.size() + std::size_t(count) > kLargestRequest)
            return false;
        bytes.append(buffer, 0, std::size_t(count));
    }
}

bool writeAll(int out, const std::string &bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = write(out, bytes.data() + at, bytes.size() - at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        at += std::size_t(count);
    }
    return true;
}

} // namespace

int runWorker(int in, int out)
{
    if (std::signal(SIGPIPE, SIG_IGN) == SIG_ERR || !limitProcess())
        return 3;
    std::string bytes;
    Request request;
    if (!readAll(in, bytes) || !decode(bytes, request))
        return 2;
    const Reply reply = better(request, graphviz(request), layered(request));
    return writeAll(out, encode(reply)) ? 0 : 1;
}

} // namespace drawbridge::layout
