#pragma once

#include "layout/box_size.h"

namespace drawbridge::layout {

/// A connected part of the picture, by its own numbers from 0.
struct Part
{
    std::vector<Size> sizes;
    std::vector<Request::Link> links; ///< no loops
};

/// A part in columns. Nodes are the part's boxes, then bends: places that keep the way of an arrow
/// over several columns free.
struct Layers
{
    std::vector<Size> nodes;
    std::size_t boxCount = 0;         ///< nodes from there on are bends
    std::vector<Request::Link> links; ///< from one column to a later one
    std::vector<std::vector<std::uint32_t>> columns;
    std::vector<char> isLowered; ///< one a column: set down by half a row, so that arrows get by

    bool isBend(std::uint32_t node) const { return node >= boxCount; }
};

/// Columns by longest path, links that close a cycle turned around, each column ordered so that few
/// links cross. Columns much higher than the part is wide are cut into several.
Layers inLayers(const Part &part);

} // namespace drawbridge::layout
