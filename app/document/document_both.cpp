// What the disk and the window hold, put together.
#include "document/document.h"
#include "messages/tr.h"

#include <QByteArray>

#include <utility>

namespace drawbridge {

std::optional<std::string> Document::commonBase(FileId id) const
{
    const DiskState &disk = m_disk.at(id);
    const bool isKnown = disk.exists && !(disk.isContested && disk.isModified);
    return isKnown ? std::optional(disk.saved.toStdString()) : std::nullopt;
}

void Document::takeBoth(FileId id, const std::string &onDisk, const std::string &both)
{
    DiskState &disk = m_disk.at(id);
    noteSaved(disk, QByteArray::fromStdString(onDisk));
    disk.changedOnDisk = disk.isGone = disk.isContested = false;
    disk.askedAbout.reset();
    Change change;
    change.patches.push_back({id, lineDifference(m_workspace.file(id).bytes(), both)});
    change.label = Tr::tr("Take both");
    push(std::move(change));
    noteModified(id);
    emit filesChanged();
}

} // namespace drawbridge
