#include "document/document.h"
#include "document/file_bytes.h"
#include "document/opening.h"
#include "document/unsaved.h"
#include "messages/tr.h"

#include <QFileInfo>

#include <map>

namespace drawbridge {

BaseNow baseNow(const UnsavedFile &file)
{
    if (file.path.isEmpty())
        return BaseNow::Untitled;
    const auto bytes = wholeFile(file.path);
    if (!bytes)
        return BaseNow::Missing;
    return hashOf(*bytes) == file.base ? BaseNow::AsItWas : BaseNow::Changed;
}

/// A sketch is nowhere else, so that it goes with whatever is not saved.
Unsaved Document::unsaved() const
{
    Unsaved result;
    result.roots = roots();
    result.root = m_root;
    for (const auto &[id, disk] : m_disk) {
        const std::string &bytes = m_workspace.file(id).bytes();
        const bool isSketch = disk.path.isEmpty() && !bytes.empty() && isModified();
        if (!disk.isOnlyHere() && !isSketch)
            continue;
        UnsavedFile file;
        file.path = disk.path;
        file.name = QString::fromStdString(m_workspace.file(id).path());
        file.bytes = QByteArray::fromStdString(bytes);
        if (const auto base = foreignBase(disk))
            file.base = *base;
        else if (disk.exists && !disk.path.isEmpty())
            file.base = hashOf(disk.saved);
        else if (disk.exists)
            file.began = disk.saved;
        result.files.push_back(std::move(file));
    }
    if (isSideModified()) {
        result.side = settled().sideToSave();
        result.sideBase = sideBase();
    }
    return result;
}

/// The hash of the side file that the layout was made from.
QByteArray Document::sideBase() const
{
    if (m_isSideContested)
        return m_sideBase;
    if (const auto base = m_sideTaken.lackedAt(m_undoStack.index()))
        return *base;
    return m_sideOnDisk ? hashOf(*m_sideOnDisk) : QByteArray();
}

/// Where the disk holds something else than what was restored was made from.
void Document::noteContested(const Unsaved &unsaved)
{
    std::map<QString, QByteArray> bases;
    for (const UnsavedFile &file : unsaved.files)
        if (!file.path.isEmpty())
            bases[file.path] = file.base;
    for (auto &[id, disk] : m_disk) {
        const auto base = bases.find(disk.path);
        if (base == bases.end())
            continue;
        disk.base = base->second;
        disk.isContested = disk.isModified && disk.exists && hashOf(disk.saved) != disk.base;
        m_mayBeContested |= disk.isContested;
    }
    m_isSideContested = unsaved.side && !(m_side == m_savedSide) &&
                        unsaved.sideBase != (m_sideOnDisk ? hashOf(*m_sideOnDisk) : QByteArray());
    m_sideBase = unsaved.sideBase;
}

OpeningRequest Document::restoringRequest(const Unsaved &unsaved) const
{
    QStringList roots;
    for (const QString &root : unsaved.roots)
        if (QFileInfo::exists(root))
            roots += root;
    OpeningRequest request = openingRequest(roots);
    if (unsaved.root)
        request.root = *unsaved.root;
    return request;
}

std::vector<Failure> Document::restore(const Unsaved &unsaved)
{
    OpeningProgress progress;
    return restore(unsaved, openedAgain(unsaved, restoringRequest(unsaved), progress));
}

std::vector<Failure> Document::restore(const Unsaved &unsaved, Opened opened)
{
    if (!opened.contents) // it was called off
        return opened.failures;
    const std::vector<Failure> failures = takeOver(std::move(opened));
    Change change;
    change.label = Tr::tr("Restore");
    for (const UnsavedFile &file : unsaved.files) {
        FileId id;
        if (!file.path.isEmpty())
            id = m_workspace.fileAt(file.path.toStdString());
        if (!id.isValid())
            id = m_workspace.fileAt(file.name.toStdString());
        change.patches.push_back(
            {id, lineDifference(m_workspace.file(id).bytes(), file.bytes.toStdString())});
    }
    change.side = unsaved.side;
    push(std::move(change));
    for (const auto &[id, disk] : m_disk)
        noteModified(id);
    noteContested(unsaved);
    tellFiles();
    return failures;
}

} // namespace drawbridge
