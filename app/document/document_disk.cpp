// What other programs do to the files that are open.
#include "document/beside.h"
#include "document/disk_round.h"
#include "document/disk_watcher.h"
#include "document/document.h"
#include "document/unsaved.h"
#include "messages/tr.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

static std::optional<FileStamp> stampAt(const QString &path)
{
    return stampOf(QFile::encodeName(path).toStdString());
}

static std::optional<FileStamp> lateStampAt(const QString &path)
{
    return lateStampOf(QFile::encodeName(path).toStdString());
}

Document::DiskReading Document::readDisk(FileId id, const QString &path)
{
    DiskReading reading{id, path, stampAt(path), lateStampAt(path), {}, false};
    reading.bytes = wholeFile(path);
    reading.isWritable = reading.bytes && QFileInfo(path).isWritable();
    return reading;
}

void Document::watch()
{
    QStringList paths;
    for (const auto &[id, disk] : m_disk)
        if (!disk.path().isEmpty())
            paths += disk.path();
    m_watcher->setFiles(paths);
}

/// True if there is something new to show.
bool Document::followDisk(const DiskReading &now, Change &reload, std::vector<FileId> &conflicts)
{
    DiskState &disk = m_disk.at(now.id);
    if (now.stamp && now.stamp == disk.stamp)
        return false;
    const auto &bytes = now.bytes;
    const DiskState before = disk;
    if (const std::string &text = m_workspace.file(now.id).bytes();
        bytes && !disk.exists && *bytes == QByteArrayView(text.data(), qsizetype(text.size()))) {
        letReadingEnd();         // who compares with what is saved looks at these
        noteSaved(disk, *bytes); // made once more, after it was saved and undone
        disk.exists = true;
        noteModified(now.id);
    }
    const bool isGone = !bytes && disk.exists;
    const bool isTaken =
        bytes && *bytes != disk.saved && bytes != disk.unconfirmed && !disk.isModified();
    if (isGone != disk.isGone() || isTaken)
        letReadingEnd(); // who compares with what is saved looks at these
    disk.isReadOnly = bytes ? !now.isWritable : disk.isReadOnly;
    m_disk.setGone(now.id, isGone);
    const bool hasLasted = !disk.unconfirmed || !bytes || *bytes != disk.saved;
    if (!hasLasted) {
        disk.unconfirmed.reset();
        noteModified(now.id);
    }
    if (!bytes || *bytes == disk.saved || bytes == disk.unconfirmed) {
        disk.changedOnDisk = isGone;
        disk.askedAbout.reset();
        if (isGone && !before.isGone())
            conflicts.push_back(now.id);
    } else if (!isTaken) {
        disk.changedOnDisk = true;
        if (std::exchange(disk.askedAbout, *bytes) != *bytes)
            conflicts.push_back(now.id);
    } else {
        beginTaking(now.id, *bytes, now.savedHash);
        reload.patches.push_back(
            {now.id, now.patches
                         ? *now.patches
                         : lineDifference(m_workspace.file(now.id).bytes(), bytes->toStdString())});
    }
    disk.stamp = bytes && *bytes == disk.saved ? now.stamp : std::nullopt;
    return before.isReadOnly != disk.isReadOnly || before.exists != disk.exists || !hasLasted ||
           before.changedOnDisk != disk.changedOnDisk;
}

/// A round that is under way comes to its end first: where the disk is slow, who asks again and
/// again would never be told.
void Document::lookAtDisk()
{
    m_isToBeLookedAgain = m_isSaving || m_lookTimer.isActive() || m_rereading;
    if (m_isToBeLookedAgain)
        return;
    lookForNewFiles();
    m_rereadings = 0;
    m_toLookAt.clear(); // a round that was broken off by saving begins anew
    m_doubtful.clear();
    for (const auto &[id, disk] : m_disk)
        if (!disk.path().isEmpty())
            m_toLookAt.push_back(id);
    constexpr std::size_t kMany = 500;
    if (m_toLookAt.size() > kMany)
        m_lookTimer.start(0); // whoever asks has much to do
    else
        lookOn();
}

void Document::lookOn()
{
    if (m_isSaving) {
        m_isToBeLookedAgain = true;
        return;
    }
    constexpr int kLookTime = 8; // milliseconds: half a frame
    const QDeadlineTimer deadline(kLookTime);
    for (; !m_toLookAt.empty(); m_toLookAt.pop_back()) {
        if (deadline.hasExpired()) {
            m_lookTimer.start(0);
            return;
        }
        const auto it = m_disk.find(m_toLookAt.back());
        if (it != m_disk.end() && !isAsSeen(it->second))
            m_doubtful.push_back(it->first);
    }
    std::sort(m_doubtful.begin(), m_doubtful.end());
    const std::vector<FileId> doubtful = std::exchange(m_doubtful, {});
    constexpr std::size_t kMany = 50;
    if (doubtful.size() > kMany) {
        rereadBeside(doubtful);
        return;
    }
    checkDisk(doubtful);
    lookAgain();
}

void Document::lookAgain()
{
    if (std::exchange(m_isToBeLookedAgain, false))
        lookAtDisk();
}

/// Nothing is there to be told. Only what is new about the disk is noted.
bool Document::isAsSeen(DiskState &disk)
{
    const auto stamp = stampAt(disk.path());
    if (stamp && stamp == disk.stamp)
        return true;
    const bool isQuiet = !disk.isGone() && !disk.changedOnDisk && !disk.askedAbout &&
                         !disk.unconfirmed && disk.exists &&
                         disk.isReadOnly != QFileInfo(disk.path()).isWritable();
    if (!isQuiet || wholeFile(disk.path()) != disk.saved)
        return false;
    disk.stamp = stamp;
    return true;
}

void Document::checkDisk()
{
    std::vector<FileId> files;
    for (const auto &[id, disk] : m_disk)
        files.push_back(id);
    checkDisk(files);
}

void Document::checkDisk(const std::vector<FileId> &files)
{
    DiskRound round;
    for (FileId id : files)
        if (const auto it = m_disk.find(id); it != m_disk.end() && !it->second.path().isEmpty())
            round.readings.push_back(readDisk(id, it->second.path()));
    follow(round);
}

void Document::follow(DiskRound &round)
{
    std::vector<FileId> conflicts;
    Change reload;
    bool isNew = false;
    for (const DiskReading &reading : round.readings)
        isNew |= followDisk(reading, reload, conflicts);
    std::vector<FileId> reloaded;
    for (const edit::FilePatches &file : reload.patches)
        reloaded.push_back(file.file);
    reload.label = Tr::tr("Reload from disk");
    reload.mayFallBehind = true;
    if (!reloaded.empty()) {
        letReadingEnd(); // it may foresee another step
        if (m_foreseen)
            freeBeside(std::move(m_foreseen));
        if (round.foreseen)
            m_foreseen = std::make_unique<Foreseen>(std::move(*round.foreseen));
        push(std::move(reload));
        if (m_foreseen)
            freeBeside(std::move(m_foreseen)); // it was of no use
    }
    for (FileId id : reloaded)
        endTaking(id);
    for (FileId id : conflicts)
        emit diskChanged(id);
    if (isNew || !reloaded.empty() || !conflicts.empty())
        tellFiles();
}

/// Thousands of files are not read, compared and taken into the text in an instant.
void Document::rereadBeside(const std::vector<FileId> &files)
{
    struct Asked
    {
        FileId id;
        QString path;
        bool follows = false; ///< it would be taken in
        QByteArray saved;
        std::optional<QByteArray> unconfirmed;
    };
    std::vector<Asked> asked;
    for (FileId id : files)
        if (const auto it = m_disk.find(id); it != m_disk.end() && !it->second.path().isEmpty())
            asked.push_back({id, it->second.path(), !it->second.isModified(), it->second.saved,
                             it->second.unconfirmed});
    m_workspace.effectiveObjects(); // found once, and not by both threads
    auto foreseen = std::make_shared<Foreseen>();
    foreseen->revision = m_revision;
    foreseen->workspace = m_workspace;
    const auto reread = [asked = std::move(asked), foreseen](const OpeningProgress &progress) {
        DiskRound round;
        for (const Asked &file : asked) {
            if (progress.isCancelled())
                return round;
            round.readings.push_back(readDisk(file.id, file.path));
            DiskReading &now = round.readings.back();
            if (!file.follows || !now.bytes || *now.bytes == file.saved ||
                now.bytes == file.unconfirmed)
                continue;
            now.patches =
                lineDifference(foreseen->workspace.file(file.id).bytes(), now.bytes->toStdString());
            now.savedHash = hashOf(file.saved);
            foreseen->patches.push_back({file.id, *now.patches});
            foreseen->changes.push_back(foreseen->workspace.apply(file.id, *now.patches));
        }
        round.foreseen = foreseen;
        return round;
    };
    m_rereading = std::make_unique<BesideWork<DiskRound>>(reread, this, [this] { endRereading(); });
}

/// What was read counts while the disk still holds it. Where the text changed meanwhile, or a file,
/// all are read once more, for a few times.
void Document::endRereading()
{
    if (!m_rereading || !m_rereading->isEnded())
        return;
    std::optional<DiskRound> round = m_rereading->take();
    m_rereading.reset();
    if (!round)
        return;
    if (m_isSaving) {
        m_isToBeLookedAgain = true;
        return;
    }
    constexpr int kMost = 3;
    const bool isCurrent = round->foreseen && round->foreseen->revision == m_revision;
    bool isSame = isCurrent;
    std::vector<FileId> files;
    for (const DiskReading &reading : round->readings) {
        files.push_back(reading.id);
        const auto it = m_disk.find(reading.id);
        isSame = isSame && it != m_disk.end() && it->second.path() == reading.path &&
                 lateStampAt(reading.path) == reading.lateStamp;
    }
    if (isSame)
        follow(*round);
    else if (++m_rereadings < kMost)
        rereadBeside(files);
    else
        checkDisk(files);
    if (!m_rereading)
        lookAgain();
}

} // namespace drawbridge
