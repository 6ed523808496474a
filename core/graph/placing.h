#pragma once

#include "graph/picture.h"

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::graph {

/// Fills in the picture's nodes and frames. What the placement lacks gets free room: where it
/// wishes to be, else beside the others of its frame.
void placeNodes(const Graph &graph, const Placement &placement, const Placement &wishes,
                const std::set<Key> &collapsed, Picture &picture);

Rect sizeOf(const Node &node); ///< at the origin
/// The wall around all nodes of a frame.
Rect frameAround(const Rect &nodes);
/// The same, wide enough for the frame's name.
Rect frameAround(const Rect &nodes, const Frame &frame);
/// The least width of a frame that shows its name whole.
double leastWidth(const Frame &frame);

/// Nothing if it has none.
std::optional<Point> placeIn(const Placement &placement, const Key &key);
/// Where a node that comes to a frame may stand, the best first: cells of a grid over the nodes
/// that are there, row by row, then one row or column beside it.
std::vector<Rect> cellsOver(const Rect &nodes, const Rect &size);
/// True if a wall may be there: clear of what it is clear of now, and of all else.
bool isClear(const Rect &wall, const std::optional<Rect> &before, const std::vector<Rect> &others);
/// How far from others a node stands that finds a place, and one that knows its place.
inline constexpr double kCellClear = 20;
inline constexpr double kCardClear = 8;

/// A node's name in lines that its card or cloud has room for. Break marks are not shown.
std::vector<std::string> titleLines(const Node &node, const std::string &title);

inline constexpr double kCardTitleFont = 14;
inline constexpr double kOutsideTitleFont = 13;
inline constexpr double kLeastTitleFont = 11; ///< titles shrink to this before they are broken
inline constexpr double kTitleLine = 16;      ///< height of each further line

} // namespace drawbridge::graph
