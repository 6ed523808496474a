#include "document/prepared_file.h"

#include "document/file_bytes.h"
#include "messages/tr.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <string_view>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace drawbridge {

namespace {

constexpr std::size_t kLargest = std::size_t(1) << 30;
constexpr int kMostInterrupts = 1000;
constexpr int kRandomLetters = 8;
const QString kOtherName = QStringLiteral(".%1.drawbridge-");

std::string local(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

/// A call that a signal interrupted is made again; not for ever.
template <typename Call>
auto again(Call call)
{
    auto result = call();
    for (int i = 0; result < 0 && errno == EINTR && i < kMostInterrupts; ++i)
        result = call();
    return result;
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

int writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count =
            again([&] { return ::write(descriptor, bytes.data(), bytes.size()); });
        if (count < 0)
            return errno;
        if (count == 0)
            return EIO;
        bytes.remove_prefix(std::size_t(count));
    }
    return again([&] { return fsync(descriptor); }) == 0 ? 0 : errno;
}

int rename2(const std::string &from, const std::string &to, unsigned int flags)
{
    return again([&] { return renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags); });
}

/// File systems without this kind of renaming say one of these.
bool isUnknownCall(int error)
{
    return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP;
}

/// Makes names last through a power cut. File systems that cannot do that are excused.
int syncFolder(const std::string &path)
{
    const std::string folder = local(QFileInfo(QFile::decodeName(path.c_str())).path());
    const int descriptor =
        again([&] { return open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); });
    if (descriptor < 0)
        return errno == EACCES ? 0 : errno;
    const bool isSynced = again([&] { return fsync(descriptor); }) == 0;
    const int error = isSynced || errno == EINVAL || errno == EOPNOTSUPP ? 0 : errno;
    close(descriptor);
    return error;
}

/// Also where the last one leads to nothing: a file is made there.
std::string linksFollowed(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    if (!canonical.isEmpty())
        return local(canonical);
    constexpr int kMostLinks = 40;
    std::filesystem::path at = local(path);
    std::error_code error;
    for (int i = 0; i < kMostLinks && std::filesystem::is_symlink(at, error); ++i) {
        const std::filesystem::path target = std::filesystem::read_symlink(at, error);
        if (error)
            break;
        at = at.parent_path() / target;
    }
    return at.string();
}

bool holds(const std::string &path, std::string_view expected)
{
    const Result<std::string> bytes = readFile(path, kLargest);
    return bytes && *bytes == expected;
}

/// What an earlier save of this file left when it was killed: by the whole form of the name, and by
/// the time of the change that nobody can set. Words have no digit; a younger one may be another's.
void removeStrays(const std::string &target)
{
    const QFileInfo file(QFile::decodeName(target.c_str()));
    const QRegularExpression form(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(kOtherName.arg(file.fileName())) +
        QStringLiteral("(?=[a-z]*[0-9])[0-9a-z]{%1}").arg(kRandomLetters)));
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1);
    const QDir folder = file.dir();
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden | QDir::NoSymLinks)) {
        if (!form.match(name).hasMatch())
            continue;
        const QFileInfo stray(folder.filePath(name));
        if (std::max(stray.metadataChangeTime(), stray.lastModified()) < yesterday)
            QFile::remove(stray.filePath());
    }
}

QString randomLetters()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36)
        .rightJustified(kRandomLetters, QLatin1Char('0'))
        .right(kRandomLetters);
}

} // namespace

std::string keptReason(const std::string &kept)
{
    return Tr::tr("what it held before is in %1")
        .arg(QFile::decodeName(kept.c_str()))
        .toStdString();
}

PreparedFile::PreparedFile(SaveRequest request) : m_request(std::move(request))
{
}

PreparedFile::~PreparedFile()
{
    if (!m_other.empty())
        unlink(m_other.c_str());
}

Failure PreparedFile::failed(int error) const
{
    if (error == EROFS)
        return {Code::ReadOnlyFile, {local(m_request.path)}};
    return {Code::SaveFailed, {local(m_request.path), systemReason(error)}};
}

/// What is there, and whether it may be replaced.
std::optional<Failure> PreparedFile::look()
{
    m_target = m_request.isNew ? local(m_request.path) : linksFollowed(m_request.path);
    if (m_request.isNew)
        return {};
    const Result<std::string> before = readFile(m_target, kLargest);
    const bool isGone = !before && before.failure().code == Code::FileNotFound;
    if (!before && !isGone) {
        if (before.failure().code == Code::NotARegularFile)
            return Failure{Code::NotARegularFile, {local(m_request.path)}};
        return Failure{Code::SaveFailed,
                       {local(m_request.path), before.failure().arguments.back()}};
    }
    if (before)
        m_before = *before;
    if (m_request.expectedOnDisk && (isGone || *before != view(*m_request.expectedOnDisk)))
        return Failure{Code::SaveConflict, {local(m_request.path)}};
    m_isEqual = m_before && *m_before == view(m_request.bytes);
    if (!m_isEqual && isReadOnly(m_target))
        return Failure{Code::ReadOnlyFile, {local(m_request.path)}};
    return {};
}

std::optional<Failure> PreparedFile::prepare()
{
    if (auto failure = look())
        return failure;
    if (m_isEqual)
        return {};
    removeStrays(m_target);
    if (const int error = write(); error != 0) {
        if (!m_other.empty())
            unlink(m_other.c_str());
        m_other.clear();
        return failed(error);
    }
    return {};
}

/// Gives an error number. The name is random, and must be free.
int PreparedFile::write()
{
    const QFileInfo target(QFile::decodeName(m_target.c_str()));
    const QString name =
        target.path() + QLatin1Char('/') + kOtherName.arg(target.fileName()) + randomLetters();
    const mode_t mode = m_before || m_request.isPrivate ? 0600 : 0666;
    const std::string other = local(name);
    const int descriptor = again([&] {
        return open(other.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    });
    if (descriptor < 0)
        return errno;
    m_other = other;
    int error = m_before ? keepOwnerAndMode(descriptor) : 0;
    if (error == 0)
        error = writeAll(descriptor, view(m_request.bytes));
    // After EINTR the descriptor is closed all the same, and the bytes were synced before.
    if (close(descriptor) != 0 && errno != EINTR && error == 0)
        error = errno;
    if (error == 0 && !holds(other, view(m_request.bytes)))
        error = EIO;
    return error;
}

/// Where the group cannot be kept, the one that it has now gets no more than everybody.
int PreparedFile::keepOwnerAndMode(int descriptor) const
{
    struct stat before = {};
    struct stat now = {};
    if (stat(m_target.c_str(), &before) != 0 || fstat(descriptor, &now) != 0)
        return errno;
    mode_t mode = before.st_mode & 07777;
    if ((before.st_uid != now.st_uid || before.st_gid != now.st_gid) &&
        fchown(descriptor, before.st_uid, before.st_gid) != 0 &&
        fchown(descriptor, uid_t(-1), before.st_gid) != 0)
        mode &= ~mode_t(06070) | ((mode & 07) << 3);
    return again([&] { return fchmod(descriptor, mode); }) == 0 ? 0 : errno;
}

std::optional<Failure> PreparedFile::take()
{
    if (m_isEqual)
        return {};
    return m_before ? takeExchanged() : takeNew();
}

std::optional<Failure> PreparedFile::takeNew()
{
    if (rename2(m_other, m_target, RENAME_NOREPLACE) != 0) {
        if (!isUnknownCall(errno))
            return failed(errno);
        if (const int error = takeNewByName(); error != 0)
            return failed(error);
    }
    m_other.clear();
    m_isTaken = true;
    return {};
}

/// Where the file system cannot rename to a new name only. Gives an error number.
int PreparedFile::takeNewByName()
{
    if (link(m_other.c_str(), m_target.c_str()) == 0) {
        unlink(m_other.c_str());
        return 0;
    }
    if (!isUnknownCall(errno) && errno != EPERM && errno != EMLINK)
        return errno;
    const int claimed = again([&] {
        return open(m_target.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    });
    if (claimed < 0)
        return errno;
    close(claimed);
    if (rename2(m_other, m_target, 0) == 0)
        return 0;
    const int error = errno;
    if (holds(m_target, {}))
        unlink(m_target.c_str());
    return error;
}

/// New and old file change places in one step, so that what the old one held can still be seen.
std::optional<Failure> PreparedFile::takeExchanged()
{
    if (rename2(m_other, m_target, RENAME_EXCHANGE) != 0) {
        if (isUnknownCall(errno))
            return takeRenamed();
        return errno == ENOENT ? Failure{Code::SaveConflict, {local(m_request.path)}}
                               : failed(errno);
    }
    m_isTaken = m_isExchanged = true;
    if (isExpected(m_other))
        return {};
    if (takeBack())
        return Failure{Code::SaveConflict, {local(m_request.path)}};
    keepOther();
    return Failure{Code::SaveUnconfirmed, {local(m_request.path), keptReason(m_kept)}};
}

std::optional<Failure> PreparedFile::takeRenamed()
{
    if (!isExpected(m_target))
        return Failure{Code::SaveConflict, {local(m_request.path)}};
    if (rename2(m_other, m_target, 0) != 0)
        return failed(errno);
    m_other.clear();
    m_isTaken = true;
    return {};
}

bool PreparedFile::isExpected(const std::string &path) const
{
    return !m_request.expectedOnDisk || holds(path, view(*m_request.expectedOnDisk));
}

/// What this takes away may not be ours any more: then it goes back to where its writer put it.
bool PreparedFile::exchangeBack()
{
    const Result<std::string> old = readFile(m_other, kLargest);
    if (rename2(m_other, m_target, RENAME_EXCHANGE) != 0)
        return false;
    if (holds(m_other, view(m_request.bytes)))
        return true;
    if (rename2(m_other, m_target, RENAME_EXCHANGE) != 0 || !old || !holds(m_other, *old))
        keepOther();
    return false;
}

/// Somebody else's bytes are in the other file: it stays, under a name for people.
void PreparedFile::keepOther()
{
    if (m_other.empty())
        return;
    const std::string kept =
        m_target + local(QStringLiteral(".drawbridge-kept-") + randomLetters());
    m_kept = rename2(m_other, kept, RENAME_NOREPLACE) == 0 ? kept : m_other;
    m_other.clear();
}

bool PreparedFile::takeBack()
{
    if (!m_isTaken)
        return true;
    bool isBack = false;
    if (m_isExchanged)
        isBack = exchangeBack();
    else if (m_before)
        isBack = !safeSave(QFile::decodeName(m_target.c_str()),
                           QByteArray::fromStdString(*m_before), m_request.bytes);
    else if (holds(m_target, view(m_request.bytes)))
        isBack = unlink(m_target.c_str()) == 0;
    m_isTaken = !isBack;
    m_isExchanged &= m_isTaken;
    return isBack;
}

std::optional<Failure> PreparedFile::confirm() const
{
    if (const int error = syncFolder(m_target); error != 0)
        return Failure{Code::SaveUnconfirmed, {local(m_request.path), systemReason(error)}};
    if (!holds(m_target, view(m_request.bytes)))
        return Failure{Code::SaveUnconfirmed,
                       {local(m_request.path), Tr::tr("the disk holds other bytes").toStdString()}};
    return {};
}

} // namespace drawbridge
