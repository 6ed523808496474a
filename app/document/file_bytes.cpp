#include "document/file_bytes.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace drawbridge {

namespace {

struct Descriptor
{
    explicit Descriptor(int number) : value(number) {}
    ~Descriptor()
    {
        if (value >= 0)
            close(value);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    int value;
};

Failure unreadable(const std::string &path, int error)
{
    if (error == ENOENT || error == ENOTDIR)
        return {Code::FileNotFound, {path}};
    return {Code::FileUnreadable, {path, systemReason(error)}};
}

Failure tooLarge(const std::string &path, std::size_t limit)
{
    const QString reason =
        Tr::tr("it is too large; at most %1 bytes are read").arg(qulonglong(limit));
    return {Code::FileUnreadable, {path, reason.toStdString()}};
}

/// Reads until the end, also where the size was not known or has changed since.
Result<std::string> readAll(int descriptor, const std::string &path, std::size_t limit,
                            std::size_t expected)
{
    std::string bytes;
    std::size_t size = 0;
    bytes.resize(std::min(limit, expected) + 1);
    for (;;) {
        const ssize_t count = ::read(descriptor, bytes.data() + size, bytes.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return unreadable(path, errno);
        if (count == 0)
            break;
        size += std::size_t(count);
        if (size > limit)
            return tooLarge(path, limit);
        if (size == bytes.size())
            bytes.resize(std::min(2 * size, limit) + 1);
    }
    bytes.resize(size);
    return bytes;
}

} // namespace

std::string systemReason(int error)
{
    return std::generic_category().message(error);
}

Result<std::string> readFile(const std::string &path, std::size_t limit)
{
    // Looked at first, because opening a device can already do something.
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0)
        return unreadable(path, errno);
    if (!S_ISREG(status.st_mode))
        return Failure{Code::NotARegularFile, {path}};
    const Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.value < 0 || fstat(file.value, &status) != 0)
        return unreadable(path, errno);
    if (!S_ISREG(status.st_mode))
        return Failure{Code::NotARegularFile, {path}};
    if (std::size_t(status.st_size) > limit)
        return tooLarge(path, limit);
    return readAll(file.value, path, limit, std::size_t(status.st_size));
}

std::optional<QByteArray> wholeFile(const QString &path)
{
    constexpr std::size_t kLargest = std::size_t(1) << 30;
    const Result<std::string> bytes = readFile(QFile::encodeName(path).toStdString(), kLargest);
    return bytes ? std::optional(QByteArray::fromStdString(*bytes)) : std::nullopt;
}

static constexpr std::int64_t kSecond = 1'000'000'000; ///< in nanoseconds

static std::int64_t nanoseconds(const timespec &time)
{
    return time.tv_sec * kSecond + time.tv_nsec;
}

std::optional<FileStamp> lateStampOf(const std::string &path)
{
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0)
        return {};
    return FileStamp{status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim),
                     nanoseconds(status.st_ctim)};
}

std::optional<FileStamp> stampOf(const std::string &path)
{
    const std::optional<FileStamp> stamp = lateStampOf(path);
    struct timespec now = {};
    if (!stamp || clock_gettime(CLOCK_REALTIME, &now) != 0 ||
        nanoseconds(now) - stamp->changed < 2 * kSecond) // also where a clock is ahead
        return {};
    return stamp;
}

Result<std::string> readStandardInput(std::size_t limit)
{
    return readAll(STDIN_FILENO, "-", limit, 1u << 16);
}

} // namespace drawbridge
