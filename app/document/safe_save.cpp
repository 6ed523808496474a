#include "document/safe_save.h"

#include "document/file_bytes.h"
#include "messages/tr.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace drawbridge {

namespace {

constexpr std::size_t kLargest = std::size_t(1) << 30;

std::string local(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

Failure failed(const QString &path, int error, const QString &otherwise = {})
{
    if (error == EROFS)
        return {Code::ReadOnlyFile, {local(path)}};
    const QString fallback = otherwise.isEmpty() ? Tr::tr("unknown reason") : otherwise;
    return {Code::SaveFailed,
            {local(path), error != 0 ? systemReason(error) : fallback.toStdString()}};
}

Failure unconfirmed(const QString &path, const std::string &reason)
{
    return {Code::SaveUnconfirmed, {local(path), reason}};
}

/// Links followed, so that they stay; the path itself if there is nothing yet.
QString target(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? path : canonical;
}

/// True if the mode or the file system forbids writing; also for root, whom no mode stops.
bool isReadOnly(const std::string &path)
{
    struct stat status = {};
    if (stat(path.c_str(), &status) != 0)
        return false;
    return (status.st_mode & 0222) == 0 ||
           (access(path.c_str(), W_OK) != 0 && (errno == EACCES || errno == EROFS));
}

std::optional<Failure> writeAndReplace(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return failed(path, errno, file.errorString());
    // QSaveFile reports success even where its own sync failed, so this one counts.
    errno = 0;
    if (file.write(bytes) != bytes.size() || !file.flush() || fsync(file.handle()) != 0) {
        const Failure failure = failed(path, errno, file.errorString());
        file.cancelWriting();
        return failure;
    }
    errno = 0;
    if (!file.commit())
        return failed(path, errno, file.errorString());
    return {};
}

/// Makes the file's name last through a power cut. File systems that cannot do that are excused.
std::optional<Failure> syncFolder(const QString &path)
{
    const std::string folder = local(QFileInfo(path).path());
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return {};
    const bool isSynced = fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP;
    const int error = errno;
    close(descriptor);
    if (!isSynced)
        return unconfirmed(path, systemReason(error));
    return {};
}

std::optional<Failure> confirm(const QString &path, const QByteArray &bytes)
{
    if (auto failure = syncFolder(path))
        return failure;
    const Result<std::string> onDisk = readFile(local(path), kLargest);
    if (!onDisk || *onDisk != std::string_view(bytes.constData(), std::size_t(bytes.size())))
        return unconfirmed(path, Tr::tr("the disk holds other bytes").toStdString());
    return {};
}

int writeAll(int descriptor, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::write(descriptor, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (count < 0 && errno != EINTR)
            return errno;
        done += count < 0 ? 0 : count;
    }
    return fsync(descriptor) == 0 ? 0 : errno;
}

} // namespace

std::optional<Failure> safeSave(const QString &path, const QByteArray &bytes,
                                const std::optional<QByteArray> &expectedOnDisk)
{
    const QString file = target(path);
    const Result<std::string> before = readFile(local(file), kLargest);
    if (expectedOnDisk && (!before || *before != expectedOnDisk->toStdString()))
        return Failure{Code::SaveConflict, {local(path)}};
    if (!before && before.failure().code == Code::NotARegularFile)
        return before.failure();
    if (before && *before == std::string_view(bytes.constData(), std::size_t(bytes.size())))
        return {};
    if (isReadOnly(local(file)))
        return Failure{Code::ReadOnlyFile, {local(path)}};
    if (auto failure = writeAndReplace(file, bytes))
        return failure;
    return confirm(file, bytes);
}

std::optional<Failure> createNew(const QString &path, const QByteArray &bytes)
{
    const std::string name = local(path);
    const int descriptor =
        open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0)
        return failed(path, errno);
    int error = writeAll(descriptor, bytes);
    if (close(descriptor) != 0 && error == 0)
        error = errno;
    if (error != 0) {
        unlink(name.c_str());
        return failed(path, error);
    }
    return confirm(path, bytes);
}

} // namespace drawbridge
