#pragma once

#include "layout/layouter.h"

namespace drawbridge::layout {

struct Size
{
    double width = 0;
    double height = 0;
};

/// What surrounds the boxes of a cluster: its frame, with the title above.
inline constexpr double kFramePadding = 28;
inline constexpr double kFrameTitle = 34;

/// Width to height of a usual screen, which pictures should fill.
inline constexpr double kScreen = 1.6;

inline constexpr double kLargestSize = 10'000;
inline constexpr double kLargestCoordinate = 1e8;

/// A box's size, held within what can be laid out (also for infinite ones and those that are no
/// number).
Size usableSize(const Request::Box &box);

/// The box's cluster, or -1 where the request names none that exists.
std::int32_t usableCluster(const Request &request, std::size_t box);

/// The links between different boxes that exist, their labels held within what can be laid out.
std::vector<Request::Link> usableLinks(const Request &request);

/// Moves boxes by less than half a grid step, so that left edges and middles are on the grid: boxes
/// of different heights stay level.
void snap(const Request &request, Reply &reply);

} // namespace drawbridge::layout
