#include "graph/arrows.h"

#include <algorithm>

namespace drawbridge::graph {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Evaluator;
using verdict::Party;

/// Above this many pairs behind one arrow between frames, only the first are judged, and the arrow
/// says that not all are alike.
constexpr std::size_t kMostPairs = 10'000;

/// Gives an arrow between two ends its verdict.
class Judge
{
public:
    Judge(const Evaluator &evaluator, const std::map<Key, Node> &nodes,
          const std::map<Key, Node> &outside)
        : m_evaluator(evaluator), m_nodes(nodes), m_outside(outside)
    {
        for (const auto &[key, node] : nodes)
            m_members[node.frame].push_back(node.endpoint);
    }

    void judge(Arrow &arrow) const
    {
        const auto source = m_outside.find(arrow.source);
        const auto target = m_outside.find(arrow.target);
        if (source != m_outside.end())
            judgeOutside(arrow, source->second, arrow.target, Direction::Ingress);
        else if (target != m_outside.end())
            judgeOutside(arrow, target->second, arrow.source, Direction::Egress);
        else
            judgePairs(arrow, members(arrow.source), members(arrow.target));
        arrow.label = arrow.ports.label();
    }

private:
    std::vector<EndpointId> members(const Key &end) const
    {
        if (const auto node = m_nodes.find(end); node != m_nodes.end())
            return {node->second.endpoint};
        const auto frame = m_members.find(end);
        return frame == m_members.end() ? std::vector<EndpointId>{} : frame->second;
    }

    void judgeOutside(Arrow &arrow, const Node &outside, const Key &inside,
                      Direction direction) const
    {
        bool first = true;
        for (EndpointId id : members(inside)) {
            const ConnectionSet ports =
                outside.kind == NodeKind::Everyone || outside.kind == NodeKind::Cluster
                    ? m_evaluator.admittedEverywhere(id, direction,
                                                     outside.kind == NodeKind::Everyone)
                    : m_evaluator.admittedOutside(id, direction, outside.v4, outside.v6,
                                                  arrow.differs);
            add(arrow, ports, first);
        }
        if (first)
            arrow.ports = ConnectionSet::all();
    }

    static void add(Arrow &arrow, const ConnectionSet &ports, bool &first)
    {
        arrow.differs |= !first && ports != arrow.ports;
        arrow.ports |= ports;
        first = false;
    }

    void judgePairs(Arrow &arrow, const std::vector<EndpointId> &sources,
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
                add(arrow, m_evaluator.allowed(from, to), first);
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
        arrow.state =
            ingress.isEmpty() ? ArrowState::HalfOpenAtTarget : ArrowState::HalfOpenAtSource;
        arrow.ports = ingress.isEmpty() ? egress : ingress;
    }

    const Evaluator &m_evaluator;
    const std::map<Key, Node> &m_nodes;
    const std::map<Key, Node> &m_outside;
    std::map<Key, std::vector<EndpointId>> m_members;
};

} // namespace

std::map<Key, Arrow> arrows(const kube::Workspace &workspace, const Evaluator &evaluator,
                            const std::map<Key, Node> &nodes, Ends &ends)
{
    std::map<Key, Arrow> result;
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        const std::vector<Key> subjects = ends.ofSubject(*policy);
        for (Direction direction : kube::kDirections) {
            if (!policy->policy()->isolates(direction))
                continue;
            const auto &rules = policy->policy()->rules(direction);
            for (std::size_t i = 0; i < rules.size(); ++i) {
                const RuleSource rule{workspace.namespaceOf(*policy) + '/' + policy->meta.name,
                                      direction,
                                      i,
                                      {policy.get(), rules[i].origin}};
                for (const Key &peer : ends.ofRule(*policy, rules[i]))
                    for (const Key &subject : subjects) {
                        const bool in = direction == Direction::Ingress;
                        const Key &source = in ? peer : subject;
                        const Key &target = in ? subject : peer;
                        if (source == target && nodes.count(source))
                            continue; // a pod always reaches itself
                        Key key = source;
                        key += '\n';
                        key += target;
                        Arrow &arrow = result[std::move(key)];
                        arrow.source = source;
                        arrow.target = target;
                        if (std::find(arrow.rules.begin(), arrow.rules.end(), rule) ==
                            arrow.rules.end())
                            arrow.rules.push_back(rule);
                    }
            }
        }
    }
    const Judge judge(evaluator, nodes, ends.outsideNodes());
    for (auto &[key, arrow] : result) {
        arrow.key = key;
        judge.judge(arrow);
    }
    std::erase_if(result, [](const auto &entry) { return entry.second.ports.isEmpty(); });
    return result;
}

} // namespace drawbridge::graph
