#include "verdict/compiled_cluster_policy.h"

#include <algorithm>
#include <numeric>

namespace drawbridge::verdict {

namespace {

using kube::ClusterPeer;
using kube::ClusterRule;
using kube::RuleAction;

bool holdsEveryV4(const CompiledClusterRule &rule)
{
    return rule.v4 == kube::AddressSet({}, kube::lastOf(kube::Family::V4));
}

void addPeer(const ClusterPeer &peer, const LabelGroups &groups, CompiledClusterRule &rule)
{
    if (peer.pods) {
        rule.values.push_back(*peer.pods);
        rule.peers.push_back(groups.ofPeer(*peer.pods, {}));
    }
    for (const kube::Cidr &cidr : peer.networks)
        (cidr.family == kube::Family::V4 ? rule.v4 : rule.v6) |= cidr.set();
}

void addPeers(const ClusterRule &rule, kube::ClusterPolicyKind kind, const LabelGroups &groups,
              CompiledClusterRule &compiled)
{
    for (const ClusterPeer &peer : rule.peers)
        addPeer(peer, groups, compiled);
    compiled.everyV4 = holdsEveryV4(compiled);
    // Networks match pods too in v1alpha2, and every pod has an address in all of IPv4; those of
    // v1alpha1 are for what is outside (list-format 24).
    compiled.meansPods = kind == kube::ClusterPolicyKind::ClusterNetworkPolicy;
    compiled.everyPod = compiled.everyV4 && compiled.meansPods;
}

void addWhatItMayMean(const ClusterPeer &peer, CompiledClusterRule &rule)
{
    rule.everyPod = rule.everyPod || peer.mayMeanPods;
    rule.everyOutside = rule.everyOutside || peer.mayMeanOutside;
}

void addPorts(const ClusterRule &rule, CompiledClusterRule &compiled)
{
    if (rule.anyPort)
        compiled.ports = kube::ConnectionSet::all();
    for (const kube::ClusterPort &port : rule.ports) {
        if (port.name.empty())
            compiled.ports.insert(port.protocol, port.first, port.last);
        else
            compiled.named.push_back(port.name);
    }
}

bool mayMeanMore(const ClusterRule &rule)
{
    return rule.isUnclear || rule.mayMeanAnyPort ||
           std::any_of(rule.peers.begin(), rule.peers.end(), [](const ClusterPeer &peer) {
               return peer.mayMeanPods || peer.mayMeanOutside;
           });
}

/// All that the rule may match, denied.
CompiledClusterRule whatItMayDeny(const ClusterRule &rule, std::size_t index,
                                  kube::ClusterPolicyKind kind, const LabelGroups &groups)
{
    CompiledClusterRule denied;
    denied.index = index;
    denied.action = RuleAction::Deny;
    addPeers(rule, kind, groups, denied);
    for (const ClusterPeer &peer : rule.peers)
        addWhatItMayMean(peer, denied);
    addPorts(rule, denied);
    if (rule.mayMeanAnyPort)
        denied.ports = kube::ConnectionSet::all();
    return denied;
}

void compileRule(const ClusterRule &rule, std::size_t index, kube::ClusterPolicyKind kind,
                 bool isClear, const LabelGroups &groups, std::vector<CompiledClusterRule> &result)
{
    const bool isCertain = isClear && !rule.isUnclear;
    if (isCertain) {
        CompiledClusterRule certain;
        certain.index = index;
        certain.action = rule.action;
        addPeers(rule, kind, groups, certain);
        addPorts(rule, certain);
        result.push_back(std::move(certain));
    }
    if (rule.action != RuleAction::Accept && (!isCertain || mayMeanMore(rule)))
        result.push_back(whatItMayDeny(rule, index, kind, groups));
}

BitsetPtr everyGroup(const LabelGroups &groups)
{
    std::vector<std::uint32_t> all(groups.size());
    std::iota(all.begin(), all.end(), 0U);
    return std::make_shared<const Bitset>(groups.size(), std::move(all));
}

} // namespace

CompiledClusterPolicyPtr compileCluster(const kube::ObjectPtr &object, const LabelGroups &groups)
{
    auto compiled = std::make_shared<CompiledClusterPolicy>();
    compiled->object = object;
    const kube::ClusterPolicy &policy = *object->clusterPolicy();
    // Where it stands cannot be told: what it denies comes first, and it admits nothing.
    compiled->rank = policy.isPlaceUnclear ? -1 : policy.priority;
    const bool isClear = policy.subject && !policy.isPlaceUnclear;
    compiled->subjects = policy.subject ? groups.ofPeer(*policy.subject, {}) : everyGroup(groups);
    for (kube::Direction direction : kube::kDirections) {
        const std::vector<ClusterRule> &rules = policy.rules(direction);
        for (std::size_t i = 0; i < rules.size(); ++i)
            compileRule(rules[i], i, policy.kind, isClear, groups, compiled->rules[int(direction)]);
    }
    return compiled;
}

} // namespace drawbridge::verdict
