#pragma once

#include "graph/graph.h"

#include <map>
#include <vector>

namespace drawbridge::graph {

/// A node for every endpoint, with unique titles.
std::map<Key, Node> endpointNodes(const kube::Workspace &workspace,
                                  const verdict::Evaluator &evaluator,
                                  const DeclaredPorts &declared);

/// The node of one endpoint, with its own name as title; of a pod group it is not said where it is
/// written.
Node endpointNode(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                  verdict::EndpointId id, const DeclaredPorts &declared);

/// Titles of nodes of one frame that would collide get what differs: the kind, else the labels.
/// Titles are to be the endpoints' names.
void separateTitles(const std::vector<Node *> &nodes);

/// The text that makes an endpoint cannot be read at present: its manifest, or the policy that it
/// is the subject of. A policy that only names it as a peer says nothing of it.
bool hasStaleText(const kube::Workspace &workspace, const Source &source);

/// What policies do to a node that has an endpoint.
void setLocks(Node &node, const verdict::Evaluator &evaluator);

/// A frame for every namespace, `named` being those that only rules name.
std::map<Key, Frame> frames(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                            const std::map<Key, Node> &nodes,
                            const std::map<Key, kube::Labels> &named);

/// The counts and walls of a frame, `nodes` being those in it.
void raiseWalls(Frame &frame, const verdict::Evaluator &evaluator,
                const std::vector<const Node *> &nodes);

} // namespace drawbridge::graph
