#pragma once

#include "graph/ends.h"

#include <map>

namespace drawbridge::graph {

/// The arrows that the rules of all policies name; ends that only rules name are collected in
/// `ends`. An arrow that no half admits anything for is left out.
std::map<Key, Arrow> arrows(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                            const std::map<Key, Node> &nodes, Ends &ends);

} // namespace drawbridge::graph
