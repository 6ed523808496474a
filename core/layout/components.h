#pragma once

#include "layout/layouter.h"

namespace drawbridge::layout {

/// The numbers below `count` in connected groups, the largest group first, else by first number;
/// each group ascends.
std::vector<std::vector<std::uint32_t>> components(std::size_t count,
                                                   const std::vector<Request::Link> &links);

} // namespace drawbridge::layout
