// What the disk and the window hold, put together.
#include "document/document.h"
#include "document/unsaved.h"
#include "messages/tr.h"

#include <QByteArray>

#include <utility>

namespace drawbridge {

std::optional<std::string> Document::commonBase(FileId id) const
{
    const DiskState &disk = m_disk.at(id);
    const bool isKnown = disk.exists && !isContested(disk);
    return isKnown ? std::optional(disk.saved.toStdString()) : std::nullopt;
}

void Document::takeBoth(FileId id, const std::string &onDisk, const std::string &both)
{
    DiskState &disk = m_disk.at(id);
    beginTaking(id, QByteArray::fromStdString(onDisk));
    disk.askedAbout.reset();
    Change change;
    change.patches.push_back({id, lineDifference(m_workspace.file(id).bytes(), both)});
    change.label = Tr::tr("Take both");
    push(std::move(change));
    endTaking(id);
    tellFiles();
}

/// What others wrote comes into the text by the step that is pushed next.
/// `savedHash`: of what was read or saved last, where it is known already.
void Document::beginTaking(FileId id, const QByteArray &bytes, QByteArray savedHash)
{
    DiskState &disk = m_disk.at(id);
    m_mayBeContested = true;
    const auto foreign = foreignBase(disk);
    if (!foreign && savedHash.isEmpty())
        savedHash = hashOf(disk.saved);
    if (foreign || bytes != disk.saved)
        disk.taken.begin(m_undoStack.index(), foreign ? *foreign : savedHash);
    noteSaved(disk, bytes);
    disk.exists |= !disk.path().isEmpty();
    m_disk.setGone(id, false);
    disk.changedOnDisk = disk.isContested = false;
}

void Document::endTaking(FileId id)
{
    DiskState &disk = m_disk.at(id);
    disk.taken.end(m_undoStack.index());
    noteModified(id);
    disk.wasContested = isContested(disk);
}

/// The hash of what the text was made from, where that is not what was last read or saved.
std::optional<QByteArray> Document::foreignBase(const DiskState &disk) const
{
    if (disk.isContested && disk.isModified())
        return disk.base;
    return disk.taken.lackedAt(m_undoStack.index());
}

/// The disk holds something that the text does not know of.
bool Document::isContested(const DiskState &disk) const
{
    return disk.isModified() && foreignBase(disk);
}

bool Document::isSideContested() const
{
    return m_isSideContested || m_sideTaken.lackedAt(m_undoStack.index());
}

/// By undo and redo a text loses what others wrote, and has it again.
void Document::tellContested()
{
    if (!m_mayBeContested)
        return;
    bool isNew = false;
    for (auto &[id, disk] : m_disk) {
        const bool is = isContested(disk);
        isNew |= std::exchange(disk.wasContested, is) != is;
    }
    if (isNew)
        tellFiles();
}

} // namespace drawbridge
