#include "document/change_command.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace drawbridge {

namespace {

constexpr qint64 kMergeWithin = 1000; // milliseconds

std::vector<edit::FilePatches> inverseOf(const kube::Workspace &workspace,
                                         const std::vector<edit::FilePatches> &patches)
{
    std::vector<edit::FilePatches> result;
    result.reserve(patches.size());
    for (const edit::FilePatches &file : patches)
        result.push_back({file.file, inverse(workspace.file(file.file).bytes(), file.patches)});
    return result;
}

/// Where others made a file at that path meanwhile, which is open: `new-2.yaml` for `new.yaml`.
std::string freePathLike(const kube::Workspace &workspace, const std::string &path)
{
    const std::filesystem::path wanted(path);
    std::string result = path;
    for (int n = 2; workspace.fileAt(result).isValid(); ++n) {
        const std::string name = wanted.stem().string() + '-' + std::to_string(n);
        result = (wanted.parent_path() / name).string() + wanted.extension().string();
    }
    return result;
}

} // namespace

ChangeCommand::ChangeCommand(Document &document, Change change)
    : QUndoCommand(change.label), m_document(document), m_change(std::move(change))
{
    if (m_change.side)
        m_sideBefore = document.m_side;
    if (m_change.side && !m_change.side->automatic.empty())
        m_sideBefore->automatic = document.settled().m_automatic;
    m_forward.push_back(m_change.patches);
    m_backward.push_back(inverseOf(document.m_workspace, m_change.patches));
    m_sinceLast.start();
}

/// A change of thousands of files is not freed in an instant.
ChangeCommand::~ChangeCommand()
{
    constexpr std::size_t kManyFiles = 100;
    if (m_change.patches.size() < kManyFiles)
        return;
    auto held = std::make_shared<std::pair<Change, std::array<Steps, 2>>>();
    held->first = std::move(m_change);
    held->second = {std::move(m_forward), std::move(m_backward)};
    m_document.freeBeside(std::move(held));
}

void ChangeCommand::redo()
{
    for (const auto &patches : m_forward)
        m_document.applyText(patches);
    for (std::size_t i = 0; i < m_change.newFiles.size(); ++i) {
        if (m_isFirst)
            m_newIds.push_back({});
        m_change.newFiles[i].path = freePathLike(m_document.m_workspace, m_change.newFiles[i].path);
        m_newIds[i] = m_document.addFile(m_newIds[i], m_change.newFiles[i]);
    }
    if (m_change.side)
        m_document.applySide(*m_change.side);
    const bool isAgain = !std::exchange(m_isFirst, false);
    m_document.derive(isAgain || m_change.mayFallBehind);
}

void ChangeCommand::undo()
{
    for (FileId id : m_newIds)
        m_document.removeFile(id);
    for (auto it = m_backward.rbegin(); it != m_backward.rend(); ++it)
        m_document.applyText(*it);
    if (m_sideBefore)
        m_document.applySide(*m_sideBefore);
    m_document.derive(true);
}

bool ChangeCommand::mergeWith(const QUndoCommand *other)
{
    const auto *next = static_cast<const ChangeCommand *>(other);
    const bool isPlain = m_change.newFiles.empty() && next->m_change.newFiles.empty();
    if (!isPlain || text() != next->text() || m_sinceLast.elapsed() > kMergeWithin)
        return false;
    if (next->m_change.side) {
        m_change.side = next->m_change.side;
        if (!m_sideBefore)
            m_sideBefore = next->m_sideBefore;
    }
    m_forward.insert(m_forward.end(), next->m_forward.begin(), next->m_forward.end());
    m_backward.insert(m_backward.end(), next->m_backward.begin(), next->m_backward.end());
    m_sinceLast.restart();
    return true;
}

} // namespace drawbridge
