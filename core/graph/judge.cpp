#include "graph/judge.h"

namespace drawbridge::graph {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Party;

/// Above this many pairs behind one arrow between frames, only the first are judged, and the arrow
/// says that not all are alike.
static constexpr std::size_t kMostPairs = 10'000;

void Judge::add(const Node &node)
{
    if (node.frame.empty()) {
        m_outside[node.key] = &node;
        return;
    }
    m_members[node.key] = {node.endpoint};
    m_members[node.frame].push_back(node.endpoint);
}

void Judge::judge(Arrow &arrow) const
{
    const auto source = m_outside.find(arrow.source);
    const auto target = m_outside.find(arrow.target);
    if (source != m_outside.end())
        judgeOutside(arrow, *source->second, arrow.target, Direction::Ingress);
    else if (target != m_outside.end())
        judgeOutside(arrow, *target->second, arrow.source, Direction::Egress);
    else
        judgePairs(arrow, members(arrow.source), members(arrow.target));
    arrow.label = arrow.ports.label();
}

const std::vector<EndpointId> &Judge::members(const Key &end) const
{
    static const std::vector<EndpointId> none;
    const auto found = m_members.find(end);
    return found == m_members.end() ? none : found->second;
}

static void add(Arrow &arrow, const ConnectionSet &ports, bool &first)
{
    arrow.differs |= !first && ports != arrow.ports;
    arrow.ports |= ports;
    first = false;
}

void Judge::judgeOutside(Arrow &arrow, const Node &outside, const Key &inside,
                         Direction direction) const
{
    bool first = true;
    const bool isEveryone = outside.kind == NodeKind::Everyone;
    for (EndpointId id : members(inside)) {
        if (!isEveryone && outside.kind != NodeKind::Cluster) {
            graph::add(
                arrow,
                m_evaluator.admittedOutside(id, direction, outside.v4, outside.v6, arrow.differs),
                first);
            continue;
        }
        ConnectionSet ports = m_evaluator.admittedEverywhere(id, direction, isEveryone);
        if (ports.isEmpty()) { // cluster-wide rules deny some of them: what the others may do
            ports = m_evaluator.admittedUnnamed(id, direction, isEveryone);
            arrow.differs |= !ports.isEmpty();
        }
        graph::add(arrow, ports, first);
    }
    if (first)
        arrow.ports = ConnectionSet::all();
}

void Judge::judgePairs(Arrow &arrow, const std::vector<EndpointId> &sources,
                       const std::vector<EndpointId> &targets) const
{
    bool first = true;
    std::size_t pairs = 0;
    ConnectionSet ingress;
    ConnectionSet egress;
    for (EndpointId source : sources)
        for (EndpointId target : targets) {
            if (source == target)
                continue;
            if (++pairs > kMostPairs) {
                arrow.differs = true;
                continue;
            }
            const Party from = Party::of(source);
            const Party to = Party::of(target);
            graph::add(arrow, m_evaluator.allowed(from, to), first);
            if (arrow.ports.isEmpty()) {
                ingress |= m_evaluator.half(Direction::Ingress, from, to);
                egress |= m_evaluator.half(Direction::Egress, from, to);
            }
        }
    if (first) { // an end without services: what the rule says
        arrow.ports = arrow.isBetweenSame() ? ConnectionSet() : ConnectionSet::all();
        return;
    }
    if (!arrow.ports.isEmpty())
        return;
    arrow.state = ingress.isEmpty() ? ArrowState::HalfOpenAtTarget : ArrowState::HalfOpenAtSource;
    arrow.ports = ingress.isEmpty() ? egress : ingress;
}

} // namespace drawbridge::graph
