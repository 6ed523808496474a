#pragma once

#include "layout/box_size.h"

namespace drawbridge::layout {

/// Blocks in rows from left to right in their order, low ones stacked beside high ones, so that the
/// whole fits a screen at the largest scale. They are at least the gaps apart.
struct Packing
{
    std::vector<Position> positions;
    Size size;
};

Packing packed(const std::vector<Size> &blocks, Size gap);

} // namespace drawbridge::layout
