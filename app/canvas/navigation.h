#pragma once

#include "graph/picture.h"

#include <vector>

namespace drawbridge::canvas {

enum class Direction : std::uint8_t { Left, Right, Up, Down };

/// Nodes by rows from top to bottom and left to right, then arrows, then frames.
std::vector<graph::Key> readingOrder(const graph::Picture &picture);

/// Of `keys` the nearest to `from` in a direction; those straight ahead win over those aside.
/// Empty if there is none.
graph::Key nearestIn(Direction direction, const graph::Rect &from,
                     const std::vector<std::pair<graph::Key, graph::Rect>> &candidates);

} // namespace drawbridge::canvas
