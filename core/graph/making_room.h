#pragma once

#include "graph/picture.h"

#include <set>
#include <vector>

namespace drawbridge::graph {

/// A namespace that lies over others: those are where the user put them, and there is no room.
struct Crowded
{
    Key frame;
    std::vector<Key> neighbours;
    bool operator==(const Crowded &) const = default;
};

/// What gives way to namespaces that grow.
struct MadeRoom
{
    Placement places;             ///< anew: of what is moved, and of nodes that are new
    std::vector<Key> movedFrames; ///< and outside nodes
    std::vector<Crowded> crowded;
};

/// For namespaces that grew over others by nodes that are `fresh`: moves what lies around them out
/// of the way, but nothing of which a node (or the frame) is `pinned`; else the namespace itself.
MadeRoom makeRoom(const Picture &picture, const std::set<Key> &fresh, const std::set<Key> &pinned);

/// What the user placed, and the namespaces that are held by it.
std::set<Key> pinnedBy(const Graph &graph, const Placement &placement);

/// Namespaces of the list that still lie over some of their neighbours.
std::vector<Crowded> stillCrowded(const Picture &picture, const std::vector<Crowded> &before);

} // namespace drawbridge::graph
