#pragma once

#include "graph/picture.h"

#include <array>
#include <cstdint>
#include <optional>

namespace drawbridge::graph {

/// The side of a card or a frame at which an arrow begins or ends.
enum class Side : std::uint8_t { Left, Right, Top, Bottom };

/// Arrows run across.
bool isHorizontal(Side side);
/// The direction away from what the side is of, of length 1.
Point outward(Side side);
/// share: from 0 (top or left) to 1.
Point onSide(const Rect &rect, Side side, double share);
/// The sides by which two rectangles beside each other are joined.
std::array<Side, 2> facingSides(const Rect &a, const Rect &b);
/// The side that a point of an arrow's end lies on; nothing if that cannot be told.
std::optional<Side> sideAt(const Rect &rect, Point point);
/// The wall that lies nearest to a node inside it; never the one with the title.
Side nearestWall(const Rect &node, const Rect &frame);

} // namespace drawbridge::graph
