#pragma once

#include "graph/graph.h"
#include "graph/stated_pods.h"

#include <array>
#include <map>

namespace drawbridge::graph {

/// Tells which arrows to and from blocks of addresses mean pods too that have no arrow for that.
class PodsMeant
{
public:
    /// `blocks`: what the nodes outside stand for; asked only where a plugin takes all pods by
    /// their addresses.
    PodsMeant(const verdict::Evaluator &evaluator, const StatedPods &pods,
              const std::map<Key, kube::IpBlock> &blocks = {})
        : m_evaluator(evaluator), m_pods(pods), m_blocks(blocks)
    {
    }

    PodsToo by(const Arrow &arrow, const Node &outside);

private:
    enum class By : std::uint8_t { Policy, AdminPolicy, ClusterPolicy };
    using Meant = std::array<PodsToo, 3>; ///< by what names it

    static By kindOf(const RuleSource &rule);
    Meant meant(const Node &outside) const;
    PodsToo byPolicy(const Node &outside) const;

    const verdict::Evaluator &m_evaluator;
    const StatedPods &m_pods;
    const std::map<Key, kube::IpBlock> m_blocks;
    std::map<Key, Meant> m_known;
};

} // namespace drawbridge::graph
