#pragma once

#include "document/document.h"

#include <QUndoCommand>

namespace drawbridge {

/// The only undo command there is: a Change and what takes it back.
class ChangeCommand : public QUndoCommand
{
public:
    ChangeCommand(Document &document, Change change);
    ~ChangeCommand() override;

    void redo() override;
    void undo() override;
    int id() const override { return m_change.mergeId; }
    bool mergeWith(const QUndoCommand *other) override;
    /// What undo() and redo() would apply, where it is of one change.
    const std::vector<edit::FilePatches> *patchesOfUndo() const { return only(m_backward); }
    const std::vector<edit::FilePatches> *patchesOfRedo() const { return only(m_forward); }

private:
    using Steps = std::vector<std::vector<edit::FilePatches>>;
    static const std::vector<edit::FilePatches> *only(const Steps &steps)
    {
        return steps.size() == 1 ? &steps.front() : nullptr;
    }

    Document &m_document;
    Change m_change;
    Steps m_forward;  ///< in order of time
    Steps m_backward; ///< the inverse of each
    std::vector<FileId> m_newIds;
    std::optional<SideState> m_sideBefore;
    QElapsedTimer m_sinceLast;
    bool m_isFirst = true;
};

} // namespace drawbridge
