#pragma once

#include "graph/ends.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace drawbridge::graph {

/// The arrows that the rules of all policies name; ends that only rules name are collected in
/// `ends`. Also those that no half admits anything for: their ports are empty. Nothing if more
/// pairs of ends than `mostPairs` would have to be judged.
std::optional<std::map<Key, Arrow>> namedArrows(const kube::Workspace &workspace,
                                                const verdict::Evaluator &evaluator,
                                                const std::map<Key, Node> &nodes,
                                                const StatedPods &pods, Ends &ends,
                                                std::size_t mostPairs);

/// Takes a rule with the ends that its policy selects, and those that it names; false if it wants
/// no more.
using TakeNamed = std::function<bool(const RuleSource &rule, const std::vector<Key> &subjects,
                                     const std::vector<Key> &peers)>;

/// The rules of a policy that draw arrows; false if no more were wanted.
bool forEachNamed(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                  const kube::Object &policy, Ends &ends, const TakeNamed &take);

} // namespace drawbridge::graph
