#pragma once

#include "graph/graph.h"

#include <map>

namespace drawbridge::graph {

/// A node for every endpoint, with unique titles.
std::map<Key, Node> endpointNodes(const kube::Workspace &workspace,
                                  const verdict::Evaluator &evaluator,
                                  const DeclaredPorts &declared);

/// A frame for every namespace, `named` being those that only rules name (key to title).
std::map<Key, Frame> frames(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                            const std::map<Key, Node> &nodes,
                            const std::map<Key, std::string> &named);

} // namespace drawbridge::graph
