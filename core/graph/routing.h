#pragma once

#include "graph/picture.h"

#include <cstddef>
#include <vector>

namespace drawbridge::graph {

/// Fills in the picture's arrows between its nodes and frames, and finds places for their pills.
void routeArrows(const Graph &graph, const std::set<Key> &collapsed, Picture &picture);

/// How far an arrow turns on its way, in degrees: both ways count.
double turningOf(const ArrowShape &shape);

/// More arrows are a thicket whichever way they run, and time counts.
inline constexpr std::size_t kMostCleared = 2000;

/// Where an arrow's ports may be written, by the middle of the words, the best first: on the line,
/// with the line through one end of words that are so wide, beside it, and on it or beside it.
std::vector<Point> placesOnLine(const ArrowShape &shape);
std::vector<Point> placesAcrossLine(const ArrowShape &shape, double width);
std::vector<Point> placesBeside(const ArrowShape &shape, double width, double height);
std::vector<Point> pillPlaces(const ArrowShape &shape, double width, double height);
/// How wide an arrow's words are with what is around them; 0 if it has none.
double pillWidth(const Arrow &arrow);
/// The room of an arrow's head.
Rect headRect(const ArrowShape &shape);
/// About where a frame's title is: on its upper edge.
Rect titlePlate(const FrameShape &shape);

/// Font size of the pills' text, and the room that the words "half open" get beside the ports.
inline constexpr double kPillFont = 11;
inline constexpr double kHalfOpenRoom = 78;
inline constexpr double kPillMostText = 150;

} // namespace drawbridge::graph
