#include "graph/pods_meant.h"

#include "verdict/pod_ranges.h"

#include <algorithm>

namespace drawbridge::graph {

using kube::Family;
using PodsByBlock = verdict::PluginProfile::PodsByBlock;

PodsToo PodsMeant::by(const Arrow &arrow, const Node &outside)
{
    if (outside.v4.isEmpty() && outside.v6.isEmpty())
        return PodsToo::No;
    const auto [known, isNew] = m_known.try_emplace(outside.key);
    if (isNew)
        known->second = meant(outside);
    PodsToo most = PodsToo::No;
    for (const RuleSource &rule : arrow.rules)
        most = std::max(most, known->second[std::size_t(kindOf(rule))]);
    return most;
}

PodsMeant::By PodsMeant::kindOf(const RuleSource &rule)
{
    const kube::ClusterPolicy *policy = rule.source.object->clusterPolicy();
    if (!policy)
        return By::Policy;
    return policy->kind == kube::ClusterPolicyKind::ClusterNetworkPolicy ? By::ClusterPolicy
                                                                         : By::AdminPolicy;
}

/// Rules of v1alpha2 mean pods by their addresses, whatever the plugin, and those for all of IPv4
/// every pod; rules of v1alpha1 mean none.
PodsMeant::Meant PodsMeant::meant(const Node &outside) const
{
    const bool haveSome =
        m_pods.haveOneIn(Family::V4, outside.v4) || m_pods.haveOneIn(Family::V6, outside.v6);
    const PodsToo some = haveSome ? PodsToo::Some : PodsToo::No;
    const bool isAll = outside.v4 == kube::AddressSet({}, kube::lastOf(Family::V4));
    return {byPolicy(outside), PodsToo::No, isAll ? PodsToo::Every : some};
}

PodsToo PodsMeant::byPolicy(const Node &outside) const
{
    const PodsByBlock plugin = m_evaluator.profile().podsByBlock;
    if (plugin == PodsByBlock::Never)
        return PodsToo::No;
    if (plugin == PodsByBlock::ByAddress) {
        const auto block = m_blocks.find(outside.key);
        if (block == m_blocks.end())
            return PodsToo::No;
        return verdict::holdsEveryPod(block->second)              ? PodsToo::Every
               : verdict::mayMeanPods(m_evaluator, block->second) ? PodsToo::Some
                                                                  : PodsToo::No;
    }
    const bool isAll = outside.v4 == kube::AddressSet({}, kube::lastOf(Family::V4));
    const bool lacksArrows =
        isAll ? m_pods.haveOneIn(Family::V4, outside.v4) : !m_pods.in(Family::V4, outside.v4);
    return lacksArrows || !m_pods.in(Family::V6, outside.v6) ? PodsToo::Some : PodsToo::No;
}

} // namespace drawbridge::graph
