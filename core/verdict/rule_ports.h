#pragma once

#include "verdict/evaluator.h"

#include <utility>

namespace drawbridge::verdict {

/// The first and the last number of an item, as the plugin takes it; of a name: all that there are.
std::pair<std::uint32_t, std::uint32_t> numbersOf(const kube::PortRule &item,
                                                  const PluginProfile &profile);
/// Adds the numbers that a named item has on a destination: of its container ports with that name
/// and protocol (NetworkPolicyPort in types.go). Null: an address, which has no names.
void addNamed(const kube::PortRule &item, const Variant *destination, kube::ConnectionSet &ports);
/// The numbers that a rule's ports have on a destination.
kube::ConnectionSet portsOf(const kube::Rule &rule, const Variant *destination,
                            const PluginProfile &profile);
/// The same on any of a target's pods.
kube::ConnectionSet portsOf(const kube::Rule &rule, const Evaluator &evaluator,
                            const Party &target);

} // namespace drawbridge::verdict
