#pragma once

#include "graph/graph.h"

namespace drawbridge::graph {

class Judge;

/// Marks the arrows whose verdict a network plugin makes another than Kubernetes documents.
/// `standard` judges the same workspace as the graph's evaluator, by the standard profile.
void markUnlikeStandard(Graph &graph, const verdict::Evaluator &standard);
/// The same for one arrow between ends that `standard` knows.
void markUnlikeStandard(Arrow &arrow, const Judge &standard);

} // namespace drawbridge::graph
