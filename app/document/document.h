#pragma once

#include "edit/intent.h"
#include "graph/graph.h"
#include "graph/picture.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace drawbridge {

/// What the side file keeps: the picture, never the policies.
struct SideState
{
    graph::Placement placement; ///< of the nodes that the user moved
    std::set<graph::Key> collapsed;
    graph::DeclaredPorts ports;

    bool operator==(const SideState &) const = default;
};

/// The one way to change anything: text patches, new files, side-file state, and a label for undo.
struct Change
{
    std::vector<edit::FilePatches> patches;
    std::vector<edit::NewFile> newFiles;
    std::optional<SideState> side; ///< the whole state afterwards; small enough
    QString label;
    int mergeId = -1; ///< changes with equal ids (>= 0) that follow within a second are one step
};

/// A file as the user sees it in tabs and titles.
struct FileInfo
{
    FileId id;
    QString path;          ///< empty: untitled
    bool isModified = false;
    bool isReadOnly = false;
    bool changedOnDisk = false;
};

/// The open workspace: the text of the files and the layout are the truth, and both change only
/// through push(). Everything else (verdicts, graph, picture, problems) is computed from them before
/// push() returns.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const kube::Workspace &workspace() const { return m_workspace; }
    const verdict::Evaluator &evaluator() const { return m_evaluator; }
    const graph::Graph &graph() const { return m_graph; }
    const graph::Picture &picture() const { return m_picture; }
    const SideState &side() const { return m_side; }
    std::vector<Diagnostic> diagnostics() const; ///< of the workspace and of lint, errors first
    QUndoStack *undoStack() { return &m_undoStack; }

    std::vector<FileInfo> files() const;
    bool isModified() const;

    /// Does nothing (and adds no undo step) if the change changes nothing.
    void push(Change change);
    /// Plans and pushes an intent. `acceptAlso`: go on where other pairs would change.
    Result<edit::Rewrite> plan(const edit::Intent &intent) const;
    void push(const edit::Rewrite &rewrite, const QString &label);

    /// Replaces everything by an untitled sketch with this text.
    void startUntitled(const std::string &bytes, const SideState &side = {});
    /// Opens files and folders (recursively); what cannot be read is in the list that comes back.
    std::vector<Failure> open(const QStringList &paths);
    /// Writes one file atomically; refuses (SaveConflict) if the disk holds other bytes than were
    /// read, unless `overwrite`.
    std::optional<Failure> save(FileId file, bool overwrite = false);
    std::optional<Failure> saveAs(FileId file, const QString &path);
    std::vector<Failure> saveAll();
    /// Back to the bytes on disk, as an undo step.
    std::optional<Failure> revert(FileId file);
    void setDefaultNamespace(const QString &name);

    /// Positions for nodes that the user has not moved; not undoable, not saved.
    void setAutomaticPlacement(const graph::Placement &placement);

    /// Test probe: scene elements (nodes, frames, arrows) that the last change touched.
    std::size_t lastTouched() const { return m_lastTouched; }

signals:
    /// The bytes of a file changed by these patches (offsets before the change).
    void textChanged(drawbridge::FileId file, const drawbridge::Patches &patches);
    void pictureChanged();
    void graphChanged();
    void diagnosticsChanged();
    void filesChanged(); ///< opened, closed, renamed, saved, modified flag
    void workspaceReplaced(); ///< everything is new: open, startUntitled
    void diskChanged(drawbridge::FileId file);

private:
    friend class ChangeCommand;
    struct Applied;
    struct DiskState;

    kube::Workspace m_workspace;
    verdict::Evaluator m_evaluator;
    graph::Graph m_graph;
    graph::Picture m_picture;
    graph::Placement m_automatic;
    SideState m_side;
    QUndoStack m_undoStack;
    std::size_t m_lastTouched = 0;
};

} // namespace drawbridge
