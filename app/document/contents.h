#pragma once

#include "document/disk_states.h"
#include "document/loader.h"
#include "document/side_state.h"
#include "document/taken_steps.h"
#include "graph/graph.h"
#include "graph/making_room.h"
#include "graph/picture.h"
#include "graph/refresh.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace drawbridge {

/// The workspace without what is not saved.
struct SavedState
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
};

struct Contents;

/// What somebody makes of contents to show them, in the thread in which these are made. It may be
/// at work when the document is gone.
using ViewMaker = std::function<std::shared_ptr<void>(const Contents &)>;

/// What is open: the texts, the layout, and all that is computed of them. Nobody listens to it, and
/// it shares nothing that changes with another, so that it can be made and freed in any thread.
struct Contents
{
    void add(LoadedFile file); ///< nothing is computed
    /// Of documents that name none; not said if empty.
    void assumeNamespace(const QString &name);
    QString sidePath() const; ///< empty while no file is on disk
    /// Where the user put nodes, and where the others stand.
    graph::Placement placement() const;

    /// Of files that were just read, with the side file's layout or a fresh one. The side file may
    /// be none of ours.
    std::optional<Failure> compute();
    /// The same with the layout that is there.
    void computeFresh();
    /// Gives those that the user had not placed and that gave way to others.
    std::vector<graph::Key> draw();
    /// Brings all that is computed up to date with the text, the layout and the profile, or with
    /// the layout alone; gives the same.
    std::vector<graph::Key> bringUpToDate(bool isGraphStirred);
    std::vector<graph::Key> drawAnew();
    /// Makes what the window would need an instant for: to show the picture that is there, and for
    /// the first edit.
    void prepare(const ViewMaker &viewMaker);
    /// All but what it is computed from.
    void swapComputed(Contents &other);

    std::optional<Failure> readSide();
    void borrowSide();
    void forgetBorrowed();
    void collapseLarge();
    void setPicture(graph::Picture picture);
    void markUnlikeStandard(graph::Graph &graph);

    // contents_places.cpp
    SideState sideToSave() const;
    void takeFreshPlaces();
    /// Nodes with the frames that they are in, or were.
    using InFrames = std::vector<std::pair<graph::Key, graph::Key>>;
    void followNodes(const InFrames &gone, const InFrames &added);
    void followNodes(const graph::Refreshed &touched);
    graph::Redrawn redraw(graph::Refreshed &touched, bool mayBeNear);
    void wishForExpanded();
    void wishForNewFrames();
    void takePlaces();
    std::vector<graph::Key> makeRoom(std::set<graph::Key> fresh);
    std::vector<Diagnostic> crowdedNotes() const;

    kube::Workspace m_workspace;
    verdict::PluginProfile m_profile; ///< to judge by
    verdict::Evaluator m_evaluator;
    std::optional<verdict::Evaluator> m_standard; ///< where another profile is judged by
    graph::Graph m_graph;
    graph::Picture m_picture;
    std::optional<graph::Pills> m_pills;   ///< of the picture; made when asked for
    std::set<graph::Key> m_fresh;          ///< nodes that came, and no picture shows yet
    bool m_isNear = false;                 ///< the picture has arrows that wait for better ways
    std::shared_ptr<void> m_prepared;      ///< to show all that; null if nothing was
    graph::Placement m_automatic;          ///< places of nodes that the user has not moved
    graph::Placement m_elsewhere;          ///< the side file's, of nodes that are not open
    graph::Placement m_wishes;             ///< of what has no place
    std::vector<graph::Crowded> m_crowded; ///< for want of room
    SideState m_side;
    SideState m_savedSide;
    QString m_sidePath; ///< where the layout was read from or saved to; empty for a folder's
    std::optional<QByteArray> m_sideOnDisk; ///< the side file's bytes; nothing if there is none
    bool m_isSideForeign = false;           ///< it is not one of ours: never overwritten
    bool m_isSideContested = false;         ///< restored over another than it was made from
    bool m_isSideUnconfirmed = false;       ///< what was written may not be there for good
    QByteArray m_sideBase;                  ///< the hash of the one that it was made from
    TakenSteps m_sideTaken;                 ///< what others wrote, into the layout
    bool m_isPictureNew = false;            ///< saved text may have moved what nobody placed
    DiskStates m_disk;
    bool m_mayBeContested = false; ///< some file has taken, or was restored over, what others wrote
    std::vector<Diagnostic> m_notes;             ///< of opening; they have no place
    mutable std::shared_ptr<SavedState> m_saved; ///< null: to be made when asked for
    QString m_root;                              ///< the folder, if one was opened
};

} // namespace drawbridge
