#pragma once

#include "graph/graph.h"

#include <map>

namespace drawbridge::graph {

/// Adds what leads in from outside: a node for each Ingress, Route, Gateway and Service that does,
/// and an arrow to all that it leads to, also where policies admit nothing of it.
void addWaysIn(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
               std::map<Key, Node> &nodes, std::map<Key, Arrow> &arrows);

/// Those arrows alone, also to what is no node.
std::map<Key, Arrow> wayArrows(const kube::Workspace &workspace,
                               const verdict::Evaluator &evaluator);

/// Leaves out namespaces that hold nothing but objects of the Gateway API, which are drawn outside,
/// and that nothing points at.
void dropFramesOfGateways(const kube::Workspace &workspace, const std::map<Key, Arrow> &arrows,
                          std::map<Key, Frame> &frames);

} // namespace drawbridge::graph
