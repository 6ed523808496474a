#pragma once

#include "graph/graph.h"

namespace drawbridge::graph {

/// Marks the arrows whose verdict a network plugin makes another than Kubernetes documents.
/// `standard` judges the same workspace as the graph's evaluator, by the standard profile.
void markUnlikeStandard(Graph &graph, const verdict::Evaluator &standard);

} // namespace drawbridge::graph
