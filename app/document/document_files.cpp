#include "document/disk_watcher.h"
#include "document/document.h"
#include "document/file_bytes.h"
#include "messages/tr.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

QStringList Document::roots() const
{
    QStringList result = m_folders;
    for (const auto &[id, disk] : m_disk) {
        const auto holds = [&path = disk.path](const QString &folder) {
            return path.startsWith(folder + QLatin1Char('/'));
        };
        if (!disk.path.isEmpty() && std::none_of(m_folders.begin(), m_folders.end(), holds))
            result += disk.path;
    }
    return result;
}

std::optional<Failure> Document::reloadLayout()
{
    const auto before = m_sideOnDisk;
    const QByteArray madeFrom = sideBase();
    SideState theirs = std::exchange(m_side, {});
    auto failure = readSide();
    std::swap(theirs, m_side);
    if (failure)
        return failure;
    const graph::Placement known = placement();
    std::erase_if(theirs.automatic, [&](const auto &place) {
        const auto it = known.find(place.first);
        return it != known.end() && it->second == place.second;
    });
    if (isSideContested() || m_sideOnDisk != before)
        m_sideTaken.begin(m_undoStack.index(), madeFrom);
    m_savedSide = theirs;
    m_isSideContested = false;
    m_savedSide.automatic.clear();
    Change change;
    change.side = std::move(theirs);
    change.label = Tr::tr("Reload from disk");
    push(std::move(change));
    m_sideTaken.end(m_undoStack.index());
    tellFiles();
    return {};
}

/// Files that are as they were saved are shared, and so is what was compiled and drawn of them.
const SavedState &Document::saved() const
{
    if (m_saved)
        return *m_saved;
    settled();
    kube::Workspace workspace = m_workspace;
    Stirred stirred = Stirred::Text;
    for (const auto &[id, disk] : m_disk) {
        if (!disk.isModified && !disk.path.isEmpty())
            continue;
        // Read anew, since a document that was saved broken has no last good state.
        std::string path = workspace.file(id).path();
        stirred = std::max(stirred, stirredBy(workspace.remove(id).removed));
        if (!disk.exists || disk.path.isEmpty())
            continue;
        workspace.add(std::move(path), disk.saved.toStdString(), id);
        stirred = std::max(stirred, stirredByFile(workspace, id));
    }
    m_saved = std::make_unique<SavedState>(
        SavedState{std::move(workspace), verdict::Evaluator(m_evaluator), m_graph});
    m_saved->evaluator.update(m_saved->workspace);
    if (stirred == Stirred::Everything ||
        !graph::refresh(m_saved->graph, m_saved->workspace, m_saved->evaluator, true, m_side.ports))
        m_saved->graph = graph::build(m_saved->workspace, m_saved->evaluator, m_side.ports);
    return *m_saved;
}

void Document::watch()
{
    QStringList paths;
    for (const auto &[id, disk] : m_disk)
        if (!disk.path.isEmpty())
            paths += disk.path;
    m_watcher->setFiles(paths);
}

/// True if there is something new to show.
bool Document::followDisk(FileId id, DiskState &disk, Change &reload,
                          std::vector<FileId> &conflicts)
{
    const std::string path = QFile::encodeName(disk.path).toStdString();
    const auto stamp = stampOf(path);
    if (stamp && stamp == disk.stamp)
        return false;
    const auto bytes = wholeFile(disk.path);
    const DiskState before = disk;
    disk.isReadOnly = bytes ? !QFileInfo(disk.path).isWritable() : disk.isReadOnly;
    disk.isGone = !bytes && disk.exists;
    if (!bytes || *bytes == disk.saved || bytes == disk.unconfirmed) {
        disk.changedOnDisk = disk.isGone;
        disk.askedAbout.reset();
        if (disk.isGone && !before.isGone)
            conflicts.push_back(id);
    } else if (disk.isModified) {
        disk.changedOnDisk = true;
        if (std::exchange(disk.askedAbout, *bytes) != *bytes)
            conflicts.push_back(id);
    } else {
        beginTaking(disk, *bytes);
        reload.patches.push_back(
            {id, lineDifference(m_workspace.file(id).bytes(), bytes->toStdString())});
    }
    disk.stamp = bytes && *bytes == disk.saved ? stamp : std::nullopt;
    return before.isReadOnly != disk.isReadOnly || before.changedOnDisk != disk.changedOnDisk;
}

/// A round that is under way comes to its end first: where the disk is slow, who asks again and
/// again would never be told.
void Document::lookAtDisk()
{
    m_isToBeLookedAgain = m_isSaving || m_lookTimer.isActive();
    if (m_isToBeLookedAgain)
        return;
    for (const auto &[id, disk] : m_disk)
        if (!disk.path.isEmpty())
            m_toLookAt.push_back(id);
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
    checkDisk(std::exchange(m_doubtful, {}));
    if (std::exchange(m_isToBeLookedAgain, false))
        lookAtDisk();
}

/// Nothing is there to be told. Only what is new about the disk is noted.
bool Document::isAsSeen(DiskState &disk)
{
    const auto stamp = stampOf(QFile::encodeName(disk.path).toStdString());
    if (stamp && stamp == disk.stamp)
        return true;
    const bool isQuiet = !disk.isGone && !disk.changedOnDisk && !disk.askedAbout &&
                         disk.isReadOnly != QFileInfo(disk.path).isWritable();
    if (!isQuiet || wholeFile(disk.path) != disk.saved)
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
    std::vector<FileId> conflicts;
    Change reload;
    bool isNew = false;
    for (FileId id : files)
        if (const auto it = m_disk.find(id); it != m_disk.end() && !it->second.path.isEmpty())
            isNew |= followDisk(id, it->second, reload, conflicts);
    std::vector<FileId> reloaded;
    for (const edit::FilePatches &file : reload.patches)
        reloaded.push_back(file.file);
    reload.label = Tr::tr("Reload from disk");
    reload.mayFallBehind = true;
    push(std::move(reload));
    for (FileId id : reloaded)
        endTaking(id);
    for (FileId id : conflicts)
        emit diskChanged(id);
    if (isNew || !reloaded.empty() || !conflicts.empty())
        tellFiles();
}

} // namespace drawbridge
