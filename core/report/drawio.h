#pragma once

#include "graph/picture.h"

#include <string>

namespace drawbridge::report {

/// The picture for draw.io (uncompressed mxGraph XML): frames as containers of their nodes, all
/// where the picture has them; labels are text, never HTML.
std::string drawio(const graph::Graph &graph, const graph::Picture &picture);

} // namespace drawbridge::report
