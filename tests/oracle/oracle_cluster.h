#pragma once

#include "oracle_eval.h"
#include "oracle_model.h"
#include "oracle_yaml.h"

#include <optional>
#include <string>

namespace oracle {

// Reads `spec` (null if missing) of an AdminNetworkPolicy, BaselineAdminNetworkPolicy or
// ClusterNetworkPolicy with the checks of their CRDs. What is refused never admits, and of a Deny
// or Pass rule it denies what it may mean.
AdminPolicy readAdminPolicySpec(const std::string &kind, const Value *spec);

// One side of a connection through all tiers. `networkPolicies` is what the NetworkPolicies admit,
// nothing if none isolates the pod. Where the order of policies is undefined, every order is tried,
// and only what all of them admit counts.
Connections throughTiers(const Cluster &cluster, Direction direction, const Pod &self,
                         const End &other, const End &dst,
                         const std::optional<Connections> &networkPolicies);

} // namespace oracle
