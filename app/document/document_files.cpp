#include "document/document.h"
#include "messages/tr.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace drawbridge {

QStringList Document::roots() const
{
    QStringList result = m_disk.folders();
    for (const FileId id : m_disk.outside())
        result += m_disk.at(id).path();
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
    m_isSideContested = m_isSideUnconfirmed = false;
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
std::shared_ptr<const SavedState> Document::saved() const
{
    if (m_saved)
        return m_saved;
    settled();
    kube::Workspace workspace = m_workspace;
    Stirred stirred = Stirred::Text;
    for (const FileId id : m_disk.onlyHereOrUntitled()) {
        const DiskState &disk = m_disk.at(id);
        if (!disk.isModified() && !disk.path().isEmpty())
            continue; // gone from the disk: it is known what that held
        // Read anew, since a document that was saved broken has no last good state.
        std::string path = workspace.file(id).path();
        stirred = std::max(stirred, stirredBy(workspace.remove(id).removed));
        if (!disk.exists || disk.path().isEmpty())
            continue;
        workspace.add(std::move(path), disk.saved.toStdString(), id);
        stirred = std::max(stirred, stirredByFile(workspace, id));
    }
    m_saved = std::make_shared<SavedState>(
        SavedState{std::move(workspace), verdict::Evaluator(m_evaluator), m_graph});
    m_saved->evaluator.update(m_saved->workspace);
    if (stirred == Stirred::Everything ||
        !graph::refresh(m_saved->graph, m_saved->workspace, m_saved->evaluator, true, m_side.ports))
        m_saved->graph = graph::build(m_saved->workspace, m_saved->evaluator, m_side.ports);
    return m_saved;
}

} // namespace drawbridge
