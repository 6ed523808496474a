#include "graph/judge.h"

#include <algorithm>
#include <set>
#include <string>

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
    if (arrow.label.empty())
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

namespace {

/// What a rule names: a protocol without a port wishes for none in particular.
ConnectionSet namedPorts(const ConnectionSet &ports)
{
    ConnectionSet named;
    for (kube::Protocol protocol : kube::kProtocols)
        for (const auto &[first, last] : ports.ports(protocol).intervals())
            if (first > 1 || last < kube::kLastPort)
                named.insert(protocol, first, last);
    return named;
}

/// Ports that the rules behind an arrow name and only one end admits.
class OneSided
{
public:
    OneSided(const verdict::Evaluator &evaluator, const Arrow &arrow)
        : m_evaluator(evaluator), m_arrow(arrow)
    {
        for (const RuleSource &rule : arrow.rules)
            if (const kube::NetworkPolicy *policy = rule.source.object->policy();
                policy && rule.rule < policy->rules(rule.direction).size())
                for (const kube::PortRule &port : policy->rules(rule.direction)[rule.rule].ports)
                    note(rule.direction, port);
    }

    void look(Party from, Party to, const ConnectionSet &allowed)
    {
        for (Direction direction : kube::kDirections) {
            // Most rules need no second look.
            if (!m_hasNames[int(direction)] && allowed.contains(m_numbers[int(direction)]))
                continue;
            ConnectionSet named;
            for (const verdict::RuleUse &use : m_evaluator.rules(direction, from, to))
                if (use.action == kube::RuleAction::Accept && isBehind(use))
                    named |= namedPorts(use.ports);
            const Direction other =
                direction == Direction::Ingress ? Direction::Egress : Direction::Ingress;
            if (!(named - allowed).isEmpty())
                m_open[int(direction)] |= (named & m_evaluator.half(direction, from, to)) -
                                          m_evaluator.half(other, from, to);
        }
    }

    ConnectionSet open(Direction direction) const { return m_open[int(direction)]; }

private:
    void note(Direction direction, const kube::PortRule &port)
    {
        m_hasNames[int(direction)] |= !port.name.empty();
        if (port.port)
            m_numbers[int(direction)].insert(port.protocol, *port.port,
                                             port.endPort.value_or(*port.port));
    }

    bool isBehind(const verdict::RuleUse &use) const
    {
        return std::any_of(m_arrow.rules.begin(), m_arrow.rules.end(), [&](const auto &rule) {
            return rule.source.object == use.policy && rule.direction == use.direction &&
                   rule.rule == use.rule;
        });
    }

    const verdict::Evaluator &m_evaluator;
    const Arrow &m_arrow;
    ConnectionSet m_numbers[2];
    bool m_hasNames[2] = {false, false};
    ConnectionSet m_open[2];
};

/// Ports that rules behind an arrow call by a name. Of pods that no manifest describes nobody knows
/// what they are.
class UnknownNames
{
public:
    UnknownNames(const verdict::Evaluator &evaluator, const Arrow &arrow) : m_evaluator(evaluator)
    {
        if (evaluator.profile().namedPorts == verdict::PluginProfile::NamedPorts::EveryPort)
            return;
        std::set<std::string> names;
        for (const RuleSource &rule : arrow.rules)
            if (const kube::NetworkPolicy *policy = rule.source.object->policy();
                policy && rule.rule < policy->rules(rule.direction).size())
                for (const kube::PortRule &port : policy->rules(rule.direction)[rule.rule].ports)
                    if (!port.name.empty()) {
                        names.insert(port.name);
                        m_ports[int(rule.direction)].insert(port.protocol, 1, kube::kLastPort);
                    }
        for (const std::string &name : names)
            m_text += (m_text.empty() ? "" : ", ") + name;
    }

    void look(Party from, Party to)
    {
        if (m_text.empty() ||
            m_evaluator.endpoint(to.endpoint).kind == verdict::EndpointKind::Workload)
            return;
        ConnectionSet possible = ConnectionSet::all();
        for (Direction direction : kube::kDirections)
            possible = possible & (m_evaluator.half(direction, from, to) | m_ports[int(direction)]);
        m_possible |= possible;
    }

    const ConnectionSet &possible() const { return m_possible; }
    const std::string &text() const { return m_text; }

private:
    const verdict::Evaluator &m_evaluator;
    ConnectionSet m_ports[2]; ///< of their protocols
    ConnectionSet m_possible;
    std::string m_text;
};

bool isNamed(const Arrow &arrow, Direction direction)
{
    return std::any_of(arrow.rules.begin(), arrow.rules.end(),
                       [direction](const auto &rule) { return rule.direction == direction; });
}

} // namespace

void Judge::judgePairs(Arrow &arrow, const std::vector<EndpointId> &sources,
                       const std::vector<EndpointId> &targets) const
{
    bool first = true;
    std::size_t pairs = 0;
    OneSided oneSided(m_evaluator, arrow);
    UnknownNames names(m_evaluator, arrow);
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
            const ConnectionSet allowed = m_evaluator.allowed(from, to);
            graph::add(arrow, allowed, first);
            oneSided.look(from, to, allowed);
            names.look(from, to);
            if (arrow.ports.isEmpty()) {
                ingress |= m_evaluator.half(Direction::Ingress, from, to);
                egress |= m_evaluator.half(Direction::Egress, from, to);
            }
        }
    if (first) { // an end without services: what the rule says
        arrow.ports = arrow.isBetweenSame() ? ConnectionSet() : ConnectionSet::all();
        return;
    }
    if (arrow.ports.isEmpty() && !names.possible().isEmpty()) {
        arrow.state = ArrowState::CannotTell;
        arrow.ports = names.possible();
        arrow.label = names.text();
        return;
    }
    if (!names.possible().isEmpty() && !arrow.ports.contains(names.possible()))
        arrow.alsoNamed = names.text();
    if (arrow.ports.isEmpty()) {
        // Of two halves that differ the one counts that rules name, rather than one that everybody
        // may use.
        const bool isOfSource =
            ingress.isEmpty() || (!isNamed(arrow, Direction::Ingress) && !egress.isEmpty() &&
                                  isNamed(arrow, Direction::Egress));
        arrow.state = isOfSource ? ArrowState::HalfOpenAtTarget : ArrowState::HalfOpenAtSource;
        arrow.ports = isOfSource ? egress : ingress;
    }
    arrow.onlyAtSource = oneSided.open(Direction::Egress) - arrow.ports;
    arrow.onlyAtTarget = oneSided.open(Direction::Ingress) - arrow.ports;
}

} // namespace drawbridge::graph
