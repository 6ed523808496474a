#pragma once

#include "graph/picture.h"

#include <set>

namespace drawbridge::canvas {

/// The selected elements with what is around them: the frames of selected nodes, the nodes of
/// selected frames, and the arrows that touch one of them with their other ends. The whole picture
/// if nothing is selected.
graph::Picture surroundings(const graph::Picture &picture, const std::set<graph::Key> &selection);

} // namespace drawbridge::canvas
