#include "document/document.h"
#include "document/file_bytes.h"
#include "document/foreseen.h"
#include "document/opening.h"
#include "document/unsaved.h"
#include "messages/tr.h"

#include <QFileInfo>

#include <algorithm>
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

Unsaved Document::unsaved() const
{
    return unsavedLater().make();
}

/// A sketch is nowhere else, so that it goes with whatever is not saved.
UnsavedLater Document::unsavedLater() const
{
    UnsavedLater result;
    result.m_rest.roots = roots();
    result.m_rest.root = m_root;
    for (const FileId id : m_disk.onlyHereOrUntitled()) {
        const DiskState &disk = m_disk.at(id);
        const bool isSketch =
            disk.path().isEmpty() && !m_workspace.file(id).bytes().empty() && isModified();
        if (!disk.isOnlyHere() && !isSketch)
            continue;
        UnsavedLater::File &later = result.m_files.emplace_back();
        later.id = id;
        later.file.path = disk.path();
        if (const auto base = foreignBase(disk))
            later.file.base = *base;
        else if (disk.exists && !disk.path().isEmpty())
            later.saved = disk.saved;
        else if (disk.exists)
            later.file.began = disk.saved;
    }
    if (!result.m_files.empty())
        result.m_workspace = m_workspace;
    if (isSideModified()) {
        result.m_rest.side = settled().sideToSave();
        result.m_rest.sideBase = sideBase();
    }
    return result;
}

Unsaved UnsavedLater::make() const
{
    Unsaved result = m_rest;
    result.files.reserve(m_files.size());
    for (const File &later : m_files) {
        UnsavedFile &file = result.files.emplace_back(later.file);
        file.name = QString::fromStdString(textOf(later).path());
        file.bytes = QByteArray::fromStdString(textOf(later).bytes());
        if (later.saved)
            file.base = hashOf(*later.saved);
    }
    return result;
}

bool UnsavedLater::operator==(const UnsavedLater &other) const
{
    const auto isSame = [&](const File &one, const File &two) {
        const yaml::File &text = textOf(one);
        const yaml::File &otherText = other.textOf(two);
        const bool isTextSame = &text == &otherText || (text.path() == otherText.path() &&
                                                        text.bytes() == otherText.bytes());
        const bool isBaseShared =
            one.saved && two.saved && one.saved->constData() == two.saved->constData();
        return isTextSame && one.file == two.file && (isBaseShared || one.saved == two.saved);
    };
    return m_rest == other.m_rest && std::equal(m_files.begin(), m_files.end(),
                                                other.m_files.begin(), other.m_files.end(), isSame);
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
void Document::noteContested(const Unsaved &unsaved, const Restoring &restoring)
{
    for (std::size_t i = 0; i < restoring.files.size(); ++i) {
        DiskState &disk = m_disk.at(restoring.files[i].id);
        if (disk.path().isEmpty())
            continue;
        disk.base = unsaved.files[i].base;
        disk.isContested = disk.isModified() && disk.exists && restoring.files[i].isOther;
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
    Restoring restoring = openedAgain(unsaved, restoringRequest(unsaved), progress);
    std::vector<Failure> failures = takeOver(restoring);
    bringBack(unsaved, std::move(restoring));
    return failures;
}

std::vector<Failure> Document::takeOver(Restoring &restoring)
{
    std::vector<Failure> failures = takeOver(std::move(restoring.opened));
    restoring.revision = m_revision;
    return failures;
}

void Document::bringBack(const Unsaved &unsaved, Restoring restoring)
{
    const kube::Workspace &after = restoring.workspace;
    if (restoring.revision != m_revision) { // the disk is followed already
        restoring.patches.clear();
        for (std::size_t i = 0; i < restoring.files.size(); ++i) {
            auto &[id, isOther] = restoring.files[i];
            isOther = hashOf(m_disk.at(id).saved) != unsaved.files[i].base;
            restoring.patches.push_back({id, lineDifference(m_workspace.file(id).bytes(),
                                                            unsaved.files[i].bytes.toStdString())});
        }
    } else if (after.defaultNamespace() == m_workspace.defaultNamespace() &&
               after.isDefaultNamespaceGiven() == m_workspace.isDefaultNamespaceGiven()) {
        m_foreseen = std::make_unique<Foreseen>();
        m_foreseen->patches = restoring.patches;
        m_foreseen->revision = m_revision;
        m_foreseen->workspace = std::move(restoring.workspace);
        m_foreseen->changes = std::move(restoring.changes);
    }
    Change change;
    change.label = Tr::tr("Restore");
    change.patches = std::move(restoring.patches);
    change.side = unsaved.side;
    change.mayFallBehind = true;
    push(std::move(change));
    for (const auto &[id, disk] : m_disk)
        noteModified(id);
    noteContested(unsaved, restoring);
    tellFiles();
}

} // namespace drawbridge
