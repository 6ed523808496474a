#pragma once

#include "graph/ends.h"

#include <map>

namespace drawbridge::graph {

/// The arrows that the rules of all policies name; ends that only rules name are collected in
/// `ends`. Also those that no half admits anything for: their ports are empty.
std::map<Key, Arrow> namedArrows(const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator,
                                 const std::map<Key, Node> &nodes, const StatedPods &pods,
                                 Ends &ends);

} // namespace drawbridge::graph
