#pragma once

#include "document/document.h"

#include <QUndoCommand>

namespace drawbridge {

/// The only undo command there is: a Change and what takes it back.
class ChangeCommand : public QUndoCommand
{
public:
    ChangeCommand(Document &document, Change change);

    void redo() override;
    void undo() override;
    int id() const override { return m_change.mergeId; }
    bool mergeWith(const QUndoCommand *other) override;

private:
    Document &m_document;
    Change m_change;
    std::vector<std::vector<edit::FilePatches>> m_forward;  ///< in order of time
    std::vector<std::vector<edit::FilePatches>> m_backward; ///< the inverse of each
    std::vector<FileId> m_newIds;
    std::optional<SideState> m_sideBefore;
    QElapsedTimer m_sinceLast;
    bool m_isFirst = true;
};

} // namespace drawbridge
