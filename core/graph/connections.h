#pragma once

#include "graph/graph.h"

#include <algorithm>

namespace drawbridge::graph {

/// False of an arrow that stands for what the standard alone would allow.
inline bool isConnection(const Arrow &arrow)
{
    return !arrow.isOnlyStandard;
}

inline std::size_t connectionCount(const std::vector<Arrow> &arrows)
{
    return std::size_t(std::count_if(arrows.begin(), arrows.end(), isConnection));
}

} // namespace drawbridge::graph
