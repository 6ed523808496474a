#pragma once

#include "layout/layers.h"

namespace drawbridge::layout {

/// Least room between boxes that links join: the pill with the ports stands there.
inline constexpr double kColumnGap = 122;
inline constexpr double kRowGap = 48;

/// The room between boxes that a link with a label joins: kColumnGap, or what the label and the
/// heads of arrows ask for. What would ask for too much gets no room: it is written elsewhere.
double columnGapFor(double label);

/// A part with places for its boxes, the top left one at 0, 0.
struct Arranged
{
    std::vector<Position> boxes;
    Size size;
};

/// Columns side by side, boxes near the height of their neighbours; a short chain becomes a zigzag,
/// and what is much wider than a screen runs to and fro in bands.
Arranged inColumns(const Layers &layers);

} // namespace drawbridge::layout
