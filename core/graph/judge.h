#pragma once

#include "graph/graph.h"

#include <map>
#include <vector>

namespace drawbridge::graph {

/// Gives an arrow between two ends its verdict; the ends are nodes that it knows, or frames of
/// such nodes. A node that is added must outlive it.
class Judge
{
public:
    explicit Judge(const verdict::Evaluator &evaluator) : m_evaluator(evaluator) {}

    void add(const Node &node);
    /// False for a frame without services, and for a node or frame that was not added.
    bool knows(const Key &end) const { return m_members.count(end) || m_outside.count(end); }

    void judge(Arrow &arrow) const;

private:
    const std::vector<verdict::EndpointId> &members(const Key &end) const;
    void judgeOutside(Arrow &arrow, const Node &outside, const Key &inside,
                      kube::Direction direction) const;
    void judgePairs(Arrow &arrow, const std::vector<verdict::EndpointId> &sources,
                    const std::vector<verdict::EndpointId> &targets) const;

    const verdict::Evaluator &m_evaluator;
    std::map<Key, std::vector<verdict::EndpointId>> m_members; ///< of nodes and frames
    std::map<Key, const Node *> m_outside;
};

} // namespace drawbridge::graph
