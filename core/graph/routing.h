#pragma once

#include "graph/picture.h"

namespace drawbridge::graph {

/// Fills in the picture's arrows between its nodes and frames, and finds places for their pills.
void routeArrows(const Graph &graph, const std::set<Key> &collapsed, Picture &picture);

/// Font size of the pills' text, and the room that the words "half open" get beside the ports.
inline constexpr double kPillFont = 11;
inline constexpr double kHalfOpenRoom = 78;
inline constexpr double kPillMostText = 150;

} // namespace drawbridge::graph
