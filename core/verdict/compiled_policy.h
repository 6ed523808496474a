#pragma once

#include "kube/workspace.h"
#include "verdict/label_groups.h"
#include "verdict/plugin_profile.h"

#include <memory>
#include <vector>

namespace drawbridge::verdict {

/// A rule with its selectors turned into sets of the groups that are numbered.
struct CompiledRule
{
    bool anyPeer = false;
    std::vector<BitsetPtr> peers;
    kube::AddressSet v4;
    kube::AddressSet v6;
    bool meansPods = true;             ///< `v4` and `v6` hold pods by their addresses too
    bool everyPod = false;             ///< they hold all
    kube::ConnectionSet ports;         ///< of numeric items; everything if there are no items
    std::vector<kube::PortRule> named; ///< resolved on each destination
};

/// A NetworkPolicy made ready for one numbering of label groups.
struct CompiledPolicy
{
    kube::ObjectPtr object;
    std::string nameSpace;
    BitsetPtr subjects;                 ///< numbered label groups of its own namespace
    bool selectsAll = false;            ///< an empty podSelector
    std::vector<CompiledRule> rules[2]; ///< by direction; empty where it does not isolate

    const kube::NetworkPolicy &policy() const { return *object->policy(); }
    /// What an unreadable subject selects cannot be told: it is taken as every pod.
    const kube::LabelSelector &subject() const;
};

using CompiledPolicyPtr = std::shared_ptr<const CompiledPolicy>;

CompiledPolicyPtr compile(const kube::ObjectPtr &object, const std::string &nameSpace,
                          const LabelGroups &groups, const PluginProfile &profile = {});

} // namespace drawbridge::verdict
