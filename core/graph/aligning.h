#pragma once

#include "graph/picture.h"

#include <optional>

namespace drawbridge::graph {

enum class Alignment : std::uint8_t {
    Left,
    Center,
    Right,
    Top,
    Middle,
    Bottom,
    SpreadHorizontally, ///< with equal gaps between the first and the last
    SpreadVertically
};

/// The least number of nodes that an alignment means something for.
std::size_t leastOf(Alignment alignment);

/// New places for the nodes among `keys`. Nodes that would come to lie over others are set beside
/// them; nothing if still a node or namespace would lie over another that it did not lie over.
std::optional<Placement> aligned(const Picture &picture, const std::set<Key> &keys,
                                 Alignment alignment);

} // namespace drawbridge::graph
