// Files that come to a folder that is open.
#include "document/disk_watcher.h"
#include "document/document.h"
#include "document/new_file_finder.h"

#include <QDeadlineTimer>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

void Document::followFolders()
{
    connect(m_finder, &NewFileFinder::watchWanted, m_watcher, &DiskWatcher::setMore);
    connect(m_finder, &NewFileFinder::found, this, [this](std::vector<LoadedFile> files) {
        m_newFiles = std::move(files);
        m_takeTimer.start(0);
    });
    m_takeTimer.setSingleShot(true);
    connect(&m_takeTimer, &QTimer::timeout, this, &Document::takeNewFiles);
}

void Document::forgetNewFiles()
{
    m_finder->forget();
    m_watcher->setMore({});
    m_takeTimer.stop();
    m_newFiles.clear();
    m_taken.clear();
    m_letGo.clear();
}

/// Of a file that was saved under another name the old one stays on the disk, as does one whose
/// making was undone.
QStringList Document::knownPaths() const
{
    QStringList paths = m_letGo;
    for (const auto &[id, disk] : m_disk) {
        paths += disk.path();
        for (const auto &[before, taken] : disk.takenAt)
            paths += before;
    }
    return paths;
}

void Document::lookForNewFiles()
{
    if (!m_disk.folders().isEmpty() && m_newFiles.empty())
        m_finder->look(m_disk.folders(), knownPaths());
}

/// How many names at the end of both paths are the same.
static int commonNames(const QString &a, const QString &b)
{
    const QStringList one = a.split(u'/');
    const QStringList other = b.split(u'/');
    const auto [end, at] = std::mismatch(one.rbegin(), one.rend(), other.rbegin(), other.rend());
    return int(end - one.rbegin());
}

/// What is gone from its path and stands at this one was moved there by others. Of files that were
/// alike the one that is called most like it; where that is not to be told, none that was edited.
bool Document::followMove(const LoadedFile &file)
{
    const QString path = QString::fromStdString(file.path);
    const QByteArrayView bytes(file.bytes.data(), qsizetype(file.bytes.size()));
    DiskState *moved = nullptr;
    FileId id;
    int most = -1;
    bool isSure = true;
    for (auto &[candidate, disk] : m_disk) {
        if (!disk.exists || disk.path().isEmpty() || disk.saved != bytes ||
            QFileInfo::exists(disk.path()))
            continue;
        const int common = commonNames(disk.path(), path);
        if (common == most)
            isSure = isSure && !disk.isModified() && !moved->isModified();
        if (common <= most)
            continue;
        isSure = true;
        most = common;
        moved = &disk;
        id = candidate;
    }
    if (!moved || !isSure)
        return false;
    m_workspace.setPath(id, file.path);
    m_disk.setPath(id, path);
    m_disk.setGone(id, false);
    moved->changedOnDisk = false;
    moved->stamp = file.stamp;
    return true;
}

/// In slices, so that the window stays alive; what they mean is computed at the end.
void Document::takeNewFiles()
{
    constexpr int kAgain = 50;                   // milliseconds
    if (m_lookTimer.isActive() || m_rereading) { // what is gone has to be known
        m_takeTimer.start(kAgain);
        return;
    }
    if (m_isSaving) {
        m_newFiles.clear();
        m_isToBeLookedAgain = true; // when that has ended
    }
    constexpr int kTakeTime = 8; // milliseconds: half a frame
    const QDeadlineTimer deadline(kTakeTime);
    const QString sideBefore = sidePath();
    while (!m_newFiles.empty() && !deadline.hasExpired()) {
        LoadedFile file = std::move(m_newFiles.back());
        m_newFiles.pop_back();
        const QString path = QString::fromStdString(file.path);
        if (m_workspace.fileAt(file.path).isValid() || m_letGo.contains(path))
            continue; // by ourselves, meanwhile
        letReadingEnd();
        ++m_revision;
        m_stirred = Stirred::Everything;
        if (followMove(file))
            continue;
        Contents::add(std::move(file));
        m_taken += path;
    }
    if (sidePath() != sideBefore)
        noteSidePath();
    if (!m_newFiles.empty()) {
        m_takeTimer.start(0);
        return;
    }
    // What an edit meanwhile was derived with is to be watched and told as well.
    if (m_stirred != Stirred::Everything && m_taken.isEmpty())
        return;
    dropSaved();
    watch();
    m_areFilesStirred = true;
    derive(true);
    m_taken.sort();
    if (!m_taken.isEmpty())
        emit filesCame(std::exchange(m_taken, {}));
    lookAtDisk(); // they may have changed before they were watched, and others may have come
}

} // namespace drawbridge
