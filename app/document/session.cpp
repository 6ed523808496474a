#include "document/session.h"

#include "document/file_bytes.h"
#include "document/safe_save.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace drawbridge {

namespace {

constexpr std::size_t kLargestSession = std::size_t(1) << 31;
constexpr const char *kJournal = ".journal";
constexpr const char *kLock = ".lock";

std::optional<QByteArray> readAll(const QString &path)
{
    const Result<std::string> bytes =
        readFile(QFile::encodeName(path).toStdString(), kLargestSession);
    return bytes ? std::optional(QByteArray::fromStdString(*bytes)) : std::nullopt;
}

/// Links followed, so that one file has one name.
QString oneName(const QString &path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : canonical;
}

bool holds(const QString &folder, const QString &path)
{
    return path == folder || path.startsWith(folder + QLatin1Char('/'));
}

/// Journals that were being written when their program ended, or that a disk kept too long.
QStringList unfinished(const QDir &folder, const QString &id)
{
    return folder.entryList({QLatin1Char('.') + id + QStringLiteral(".journal.drawbridge-*")},
                            QDir::Files | QDir::Hidden);
}

/// A name that is free, for what must not be lost.
QString freeName(const QString &path)
{
    QString name = path;
    for (int i = 2; QFileInfo::exists(name); ++i)
        name = path + QLatin1Char('.') + QString::number(i);
    return name;
}

} // namespace

FileLock::~FileLock()
{
    close(m_descriptor);
}

std::unique_ptr<FileLock> FileLock::take(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor = open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return {};
    std::unique_ptr<FileLock> lock(new FileLock(path, descriptor));
    struct stat ours = {};
    struct stat there = {};
    // The one who had it may have removed the file in between.
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0 || fstat(descriptor, &ours) != 0 ||
        stat(name.constData(), &there) != 0 || ours.st_ino != there.st_ino)
        return {};
    return lock;
}

void FileLock::write(const QByteArray &bytes) const
{
    if (pwrite(m_descriptor, bytes.constData(), std::size_t(bytes.size()), 0) == bytes.size())
        (void)!ftruncate(m_descriptor, bytes.size());
}

void FileLock::remove() const
{
    unlink(QFile::encodeName(m_path).constData());
}

bool LeftBehind::remove()
{
    if (QFileInfo::exists(m_path) && !QFile::remove(m_path))
        return false;
    m_lock->remove();
    return true;
}

Session::Session(QString folder) : m_folder(std::move(folder))
{
}

Session::~Session() = default;

QString Session::standardFolder()
{
    const QString sub = QStringLiteral("/drawbridge/recovery");
    if (QStandardPaths::isTestModeEnabled())
        return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + sub;
    const QString state = qEnvironmentVariable("XDG_STATE_HOME");
    return (QDir::isAbsolutePath(state) ? state
                                        : QDir::homePath() + QStringLiteral("/.local/state")) +
           sub;
}

QString Session::pathOf(const QString &id, const char *suffix) const
{
    return m_folder + QLatin1Char('/') + id + QLatin1String(suffix);
}

/// The folder, for its owner alone, and a name that nobody else has.
std::optional<Failure> Session::begin()
{
    if (m_lock)
        return {};
    // Not by umask, which is every thread's.
    const QFileInfo folder(m_folder);
    QDir().mkpath(folder.absolutePath());
    if (mkdir(QFile::encodeName(m_folder).constData(), 0700) != 0 && !folder.isDir())
        return Failure{Code::SaveFailed, {m_folder.toStdString(), systemReason(errno)}};
    constexpr int kTries = 8; // somebody who tidies up may have been faster
    for (int i = 0; i < kTries && !m_lock; ++i) {
        m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_lock = FileLock::take(pathOf(m_id, kLock));
    }
    if (!m_lock)
        return Failure{Code::SaveFailed, {m_folder.toStdString(), systemReason(errno)}};
    return {};
}

std::optional<Failure> Session::keep(const Unsaved &unsaved)
{
    if (m_kept && *m_kept == unsaved)
        return {};
    if (unsaved.isEmpty()) {
        if (m_lock && QFile::exists(pathOf(m_id, kJournal)))
            QFile::remove(pathOf(m_id, kJournal));
        m_kept = std::make_shared<const Unsaved>(unsaved);
        return {};
    }
    const Result<QString> path = journalPath();
    if (!path)
        return path.failure();
    if (auto failure = write(*path, unsaved, nullptr))
        return failure;
    m_kept = std::make_shared<const Unsaved>(unsaved);
    return {};
}

Result<QString> Session::journalPath()
{
    if (auto failure = begin())
        return *failure;
    return pathOf(m_id, kJournal);
}

std::optional<Failure> Session::write(const QString &path, const Unsaved &unsaved,
                                      SavingProgress *progress)
{
    SaveRequest request;
    request.path = path;
    request.bytes = journalBytes({QDateTime::currentDateTimeUtc(), unsaved});
    request.isPrivate = true;
    const SaveOutcome outcome = saveTogether({request}, progress);
    return outcome.failures.empty() ? std::nullopt : std::optional(outcome.failures.front());
}

void Session::forget()
{
    m_kept.reset();
    if (!m_lock)
        return;
    QFile::remove(pathOf(m_id, kJournal));
    m_lock->remove();
    m_lock.reset();
}

void Session::setOpen(const QStringList &roots)
{
    QStringList names;
    for (const QString &root : roots)
        names += oneName(root);
    if (names == m_roots)
        return;
    m_roots = names;
    if (!begin())
        m_lock->write(QJsonDocument(QJsonArray::fromStringList(names)).toJson());
}

QStringList Session::openElsewhere(const QStringList &roots) const
{
    QStringList theirs;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QStringLiteral("*.lock")}, QDir::Files)) {
        if (name == m_id + QLatin1String(kLock) || FileLock::take(folder.filePath(name)))
            continue;
        const QByteArray bytes = readAll(folder.filePath(name)).value_or(QByteArray());
        for (const auto &path : QJsonDocument::fromJson(bytes).array())
            theirs += path.toString();
    }
    QStringList result;
    for (const QString &root : roots) {
        const QString name = oneName(root);
        const bool isOpen = std::any_of(theirs.begin(), theirs.end(), [&](const QString &other) {
            return holds(other, name) || holds(name, other);
        });
        if (isOpen)
            result += root;
    }
    return result;
}

Session::Found Session::leftBehind() const
{
    QSet<QString> ids;
    const QDir folder(m_folder);
    for (const QString &name :
         folder.entryList({QStringLiteral("*.journal"), QStringLiteral("*.lock")}, QDir::Files))
        ids += name.left(name.lastIndexOf(QLatin1Char('.')));
    for (const QString &name : unfinished(folder, QStringLiteral("*")))
        ids += name.section(QLatin1Char('.'), 1, 1);
    ids.remove(m_id);
    Found found;
    for (const QString &id : std::as_const(ids))
        look(id, found);
    std::sort(found.journals.begin(), found.journals.end(), [](const auto &a, const auto &b) {
        return a->journal().written > b->journal().written;
    });
    return found;
}

/// Nothing of a program that lives, and nothing that somebody else looks at just now.
void Session::look(const QString &id, Found &found) const
{
    auto lock = FileLock::take(pathOf(id, kLock));
    if (!lock)
        return;
    lock->write({}); // it has nothing open any more, whoever holds the lock
    const QDir folder(m_folder);
    for (const QString &name : unfinished(folder, id))
        QFile::remove(folder.filePath(name));
    const QString path = pathOf(id, kJournal);
    const auto bytes = readAll(path);
    if (!bytes) {
        if (QFileInfo::exists(path)) // it may be read another time
            found.foreign += path;
        else
            lock->remove();
        return;
    }
    JournalFault fault{};
    if (auto journal = readJournal(*bytes, fault)) {
        found.journals.push_back(
            std::make_unique<LeftBehind>(path, std::move(lock), std::move(*journal)));
    } else if (fault == JournalFault::Foreign) {
        found.foreign += path;
    } else {
        const QString aside = freeName(pathOf(id, ".damaged"));
        found.damaged += QFile::rename(path, aside) ? aside : path;
        lock->remove();
    }
}

} // namespace drawbridge
