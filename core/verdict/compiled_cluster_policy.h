#pragma once

#include "kube/workspace.h"
#include "verdict/label_groups.h"

#include <memory>
#include <string>
#include <vector>

namespace drawbridge::verdict {

/// A rule of a cluster-wide policy with its selectors turned into sets. A rule with unclear parts
/// makes two: what it says for certain, and what it may deny.
struct CompiledClusterRule
{
    std::size_t index = 0; ///< in the policy's list of its direction
    kube::RuleAction action = kube::RuleAction::Deny;
    std::vector<kube::Peer> values; ///< what `peers` were made of
    std::vector<BitsetPtr> peers;
    bool everyPod = false;
    kube::AddressSet v4;
    kube::AddressSet v6;
    bool meansPods = false;    ///< `v4` and `v6` hold pods by their addresses too
    bool everyV4 = false;      ///< `v4` holds all
    bool everyOutside = false; ///< every address that no pod of the pod network has
    kube::ConnectionSet ports;
    std::vector<std::string> named; ///< resolved on each destination, with its own protocol
};

/// A cluster-wide policy made ready for one numbering of label groups.
struct CompiledClusterPolicy
{
    kube::ObjectPtr object;
    BitsetPtr subjects;
    int rank = 0; ///< lower ones come first; where it is equal, the order is undefined
    std::vector<CompiledClusterRule> rules[2]; ///< by direction

    const kube::ClusterPolicy &policy() const { return *object->clusterPolicy(); }
};

using CompiledClusterPolicyPtr = std::shared_ptr<const CompiledClusterPolicy>;

CompiledClusterPolicyPtr compileCluster(const kube::ObjectPtr &object, const LabelGroups &groups);

} // namespace drawbridge::verdict
