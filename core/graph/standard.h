#pragma once

#include "graph/graph.h"

namespace drawbridge::graph {

/// Marks the arrows whose verdict a network plugin makes another than Kubernetes documents, and
/// adds those that only the standard draws and of which the plugin admits less. `evaluator` has
/// judged the graph, `standard` judges the same workspace by the standard profile.
void markUnlikeStandard(Graph &graph, const kube::Workspace &workspace,
                        const verdict::Evaluator &evaluator, const verdict::Evaluator &standard);

} // namespace drawbridge::graph
