#pragma once

#include "graph/graph.h"

#include <string>

namespace drawbridge::report {

/// The graph as a Mermaid flowchart: a subgraph for each namespace, dashed arrows for what only one
/// end allows. No text of a file can end its label.
std::string mermaid(const graph::Graph &graph);

} // namespace drawbridge::report
