#pragma once

#include "graph/graph.h"

#include <string>

namespace drawbridge::report {

/// The picture for Graphviz: a cluster for each namespace, a box for each service, an edge for each
/// arrow. Names from files are quoted so that they are shown and never read as DOT or HTML.
std::string dot(const graph::Graph &graph);

} // namespace drawbridge::report
