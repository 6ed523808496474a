#pragma once

#include "graph/picture.h"

namespace drawbridge::graph {

/// Fills in the picture's nodes and frames. What the placement lacks gets a free place.
void placeNodes(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed,
                Picture &picture);

Rect sizeOf(const Node &node); ///< at the origin
/// The wall around all nodes of a frame.
Rect frameAround(const Rect &nodes);

} // namespace drawbridge::graph
