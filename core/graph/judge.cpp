#include "graph/judge.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace drawbridge::graph {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::PairVerdicts;
using verdict::Party;

/// Up to this many pairs behind one arrow are each asked about; of more, those that differ.
static constexpr std::size_t kFewPairs = 256;
/// Of more than these only the first are judged, as soon as one of them may connect: the arrow says
/// that more may be allowed.
static constexpr std::size_t kMostPairs = 100'000;
/// And of more than these, where none of the first may.
static constexpr std::size_t kMostDenied = 1'000'000;

void Judge::add(const Node &node)
{
    if (node.frame.empty()) {
        m_outside[node.key] = &node;
        return;
    }
    m_members[node.key] = {node.endpoint};
    m_members[node.frame].push_back(node.endpoint);
}

void Judge::judge(Arrow &arrow)
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

bool Judge::knows(const Key &end) const
{
    return m_members.count(end) || m_outside.count(end) || m_named.count(end) ||
           m_evaluator.namespaces().count(namespaceOfFrame(end));
}

const verdict::Stranger &Judge::strangerIn(const Key &frame)
{
    const auto [it, isNew] = m_strangers.try_emplace(frame);
    if (isNew) {
        std::string name = namespaceOfFrame(frame);
        const auto known = m_evaluator.namespaces().find(name);
        kube::Labels labels =
            known != m_evaluator.namespaces().end() ? known->second : m_named[frame];
        it->second = m_evaluator.stranger(std::move(name), std::move(labels));
    }
    return it->second;
}

const Judge::Members &Judge::members(const Key &end) const
{
    static const Members none;
    const auto found = m_members.find(end);
    return found == m_members.end() ? none : found->second;
}

const std::vector<Judge::Members> &Judge::kindsOf(const Members &members)
{
    const auto [it, isNew] = m_kinds.try_emplace(&members);
    std::vector<Members> &kinds = it->second;
    if (!isNew)
        return kinds;
    if (!m_verdicts)
        m_verdicts = std::make_unique<PairVerdicts>(m_evaluator);
    std::unordered_map<std::uint32_t, std::size_t> places;
    for (const EndpointId id : members) {
        const auto [place, isFirst] = places.emplace(m_verdicts->classes().kind(id), kinds.size());
        if (isFirst)
            kinds.emplace_back();
        if (Members &kind = kinds[place->second]; kind.size() < 2) // the second for the first
            kind.push_back(id);
    }
    return kinds;
}

/// Few are of a kind each.
Judge::Members Judge::oneOfEachKind(const Members &members)
{
    if (members.size() <= kFewPairs)
        return members;
    Members ones;
    for (const Members &kind : kindsOf(members))
        ones.push_back(kind.front());
    return ones;
}

/// Visits those that stand for all pairs of two different ends, until that returns false.
template <typename Visit>
void Judge::forPairs(const Members &sources, const Members &targets, const Visit &visit)
{
    if (sources.size() * targets.size() <= kFewPairs) {
        for (const EndpointId source : sources)
            for (const EndpointId target : targets)
                if (source != target && !visit(source, target))
                    return;
        return;
    }
    for (const Members &from : kindsOf(sources))
        for (const Members &to : kindsOf(targets)) {
            EndpointId source = from.front();
            EndpointId target = to.front();
            if (source == target)
                (to.size() > 1 ? target : source) = (to.size() > 1 ? to : from).back();
            if (source != target && !visit(source, target))
                return;
        }
}

/// As no pair has a pod with itself.
static bool hasPair(const std::vector<EndpointId> &sources, const std::vector<EndpointId> &targets)
{
    return !sources.empty() && !targets.empty() &&
           (sources.size() > 1 || targets.size() > 1 || sources != targets);
}

/// What is known of ends that are alike; null where there are few pairs to ask about.
verdict::PairVerdicts *Judge::verdictsFor(const Members &sources, const Members &targets)
{
    if (sources.size() * targets.size() <= kFewPairs)
        return nullptr;
    const bool areMany = kindsOf(sources).size() * kindsOf(targets).size() > kFewPairs;
    return areMany ? m_verdicts.get() : nullptr;
}

static void add(Arrow &arrow, const ConnectionSet &ports, bool &first)
{
    arrow.differs |= !first && ports != arrow.ports;
    arrow.ports |= ports;
    first = false;
}

namespace {

/// What a rule names: a protocol without a port wishes for none in particular.
ConnectionSet namedPorts(const ConnectionSet &ports)
{
    kube::ConnectionSum named;
    for (kube::Protocol protocol : kube::kProtocols)
        for (const auto &[first, last] : ports.ports(protocol).intervals())
            if (first > 1 || last < kube::kLastPort)
                named.add(ConnectionSet::of(protocol, first, last));
    return named.take();
}

} // namespace

/// Asks about pairs; of many, what is known of ends that are alike. An answer stays while
/// ten others are asked for, and one object is never two answers.
class Asking
{
public:
    Asking(const verdict::Evaluator &evaluator, PairVerdicts *verdicts)
        : m_evaluator(evaluator), m_verdicts(verdicts)
    {
    }
    /// An invalid end of a pair is this stranger; null: none is.
    Asking(const verdict::Evaluator &evaluator, const verdict::Stranger *source,
           const verdict::Stranger *target)
        : m_evaluator(evaluator), m_verdicts(nullptr), m_source(source), m_target(target)
    {
    }

    const ConnectionSet &allowed(EndpointId from, EndpointId to)
    {
        return m_verdicts ? m_verdicts->allowed(from, to)
                          : kept(m_evaluator.allowed(source(from), target(to)));
    }
    const ConnectionSet &half(Direction direction, EndpointId from, EndpointId to)
    {
        return m_verdicts ? m_verdicts->half(direction, from, to)
                          : kept(m_evaluator.half(direction, source(from), target(to)));
    }
    std::vector<verdict::RuleUse> rules(Direction direction, EndpointId from, EndpointId to) const
    {
        return m_evaluator.rules(direction, source(from), target(to));
    }
    /// The same for pairs whose rules of a direction are.
    std::uint64_t classOf(Direction direction, EndpointId from, EndpointId to) const
    {
        if (!m_verdicts)
            return std::uint64_t(from.value) << 32 | to.value;
        const bool isIngress = direction == Direction::Ingress;
        const verdict::EndClasses &classes = m_verdicts->classes();
        return std::uint64_t(classes.asked(isIngress ? to : from, direction)) << 32 |
               classes.seen(isIngress ? from : to);
    }

private:
    Party source(EndpointId id) const
    {
        return id.isValid() ? Party::of(id) : Party::of(*m_source);
    }
    Party target(EndpointId id) const
    {
        return id.isValid() ? Party::of(id) : Party::of(*m_target);
    }
    const ConnectionSet &kept(ConnectionSet ports)
    {
        return m_answers.emplace_back(std::move(ports));
    }

    const verdict::Evaluator &m_evaluator;
    PairVerdicts *m_verdicts;
    const verdict::Stranger *m_source = nullptr;
    const verdict::Stranger *m_target = nullptr;
    std::deque<ConnectionSet> m_answers; ///< about few
};

namespace {

/// Ports that the rules behind an arrow name and only one end admits.
class OneSided
{
public:
    OneSided(Asking &asking, const Arrow &arrow) : m_asking(asking), m_arrow(arrow)
    {
        kube::ConnectionSum numbers[2];
        for (const RuleSource &rule : arrow.rules)
            if (const kube::NetworkPolicy *policy = rule.source.object->policy();
                policy && rule.rule < policy->rules(rule.direction).size())
                for (const kube::PortRule &port : policy->rules(rule.direction)[rule.rule].ports) {
                    m_hasNames[int(rule.direction)] |= !port.name.empty();
                    if (port.port)
                        numbers[int(rule.direction)].add(ConnectionSet::of(
                            port.protocol, *port.port, port.endPort.value_or(*port.port)));
                }
        for (Direction direction : kube::kDirections)
            m_numbers[int(direction)] = numbers[int(direction)].take();
    }

    void look(EndpointId from, EndpointId to, const ConnectionSet &allowed)
    {
        const bool isKnown = &allowed == std::exchange(m_last, &allowed);
        for (Direction direction : kube::kDirections) {
            bool &needsLook = m_needsLook[int(direction)];
            if (!isKnown) // most rules need no second look
                needsLook =
                    m_hasNames[int(direction)] || !allowed.contains(m_numbers[int(direction)]);
            if (!needsLook)
                continue;
            const ConnectionSet &named = namedFor(direction, from, to);
            const Direction other =
                direction == Direction::Ingress ? Direction::Egress : Direction::Ingress;
            if (!allowed.contains(named))
                m_open[int(direction)] |=
                    (named & m_asking.half(direction, from, to)) - m_asking.half(other, from, to);
        }
    }

    ConnectionSet open(Direction direction) const { return m_open[int(direction)]; }

private:
    /// By rules behind the arrow.
    const ConnectionSet &namedFor(Direction direction, EndpointId from, EndpointId to)
    {
        const auto [it, isNew] = m_named[int(direction)].try_emplace(
            m_asking.classOf(direction, from, to), ConnectionSet());
        if (isNew)
            for (const verdict::RuleUse &use : m_asking.rules(direction, from, to))
                if (use.action == kube::RuleAction::Accept && isBehind(use))
                    it->second |= namedPorts(use.ports);
        return it->second;
    }

    bool isBehind(const verdict::RuleUse &use) const
    {
        return std::any_of(m_arrow.rules.begin(), m_arrow.rules.end(), [&](const auto &rule) {
            return rule.source.object == use.policy && rule.direction == use.direction &&
                   rule.rule == use.rule;
        });
    }

    Asking &m_asking;
    const Arrow &m_arrow;
    ConnectionSet m_numbers[2];
    bool m_hasNames[2] = {false, false};
    const ConnectionSet *m_last = nullptr; ///< that was looked at
    bool m_needsLook[2] = {false, false};
    std::unordered_map<std::uint64_t, ConnectionSet> m_named[2];
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

    void look(Asking &asking, EndpointId from, EndpointId to)
    {
        if (!areUnknownOn(to))
            return;
        ConnectionSet possible = ConnectionSet::all();
        for (Direction direction : kube::kDirections)
            possible = possible & (asking.half(direction, from, to) | m_ports[int(direction)]);
        m_possible |= possible;
    }
    /// `ports`: what the target admits besides, of addresses.
    void look(EndpointId to, const ConnectionSet &ports)
    {
        if (areUnknownOn(to))
            m_possible |= ports | m_ports[int(Direction::Ingress)];
    }

    /// False if nobody can tell whether the arrow's ports are all that is admitted, or any.
    bool say(Arrow &arrow) const
    {
        const bool isMore = !m_possible.isEmpty() && !arrow.ports.contains(m_possible);
        if (isMore && arrow.ports.isEmpty()) {
            arrow.state = ArrowState::CannotTell;
            arrow.ports = m_possible;
            arrow.label = m_text;
            return false;
        }
        if (isMore)
            arrow.alsoNamed = m_text;
        return true;
    }

private:
    bool areUnknownOn(EndpointId to) const
    {
        return !m_text.empty() &&
               (!to.isValid() || m_evaluator.endpoint(to).kind != verdict::EndpointKind::Workload);
    }

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

void Judge::judgeOutside(Arrow &arrow, const Node &outside, const Key &inside, Direction direction)
{
    bool first = true;
    const bool isEveryone = outside.kind == NodeKind::Everyone;
    UnknownNames names(m_evaluator, arrow);
    const auto admittedBy = [&](const Party &pod) {
        if (!isEveryone && outside.kind != NodeKind::Cluster)
            return m_evaluator.admittedOutside(pod, direction, outside.v4, outside.v6,
                                               arrow.differs);
        ConnectionSet ports = m_evaluator.admittedEverywhere(pod, direction, isEveryone);
        if (ports.isEmpty()) { // cluster-wide rules deny some of them: what the others may do
            ports = m_evaluator.admittedUnnamed(pod, direction, isEveryone);
            arrow.differs |= !ports.isEmpty();
        }
        return ports;
    };
    const auto judgePod = [&](EndpointId id, const Party &pod) {
        const ConnectionSet ports = admittedBy(pod);
        graph::add(arrow, ports, first);
        if (direction == Direction::Ingress)
            names.look(id, ports);
    };
    for (const EndpointId id : members(inside))
        judgePod(id, Party::of(id));
    if (first)
        judgePod({}, Party::of(strangerIn(inside)));
    names.say(arrow);
}

void Judge::judgePairs(Arrow &arrow, const Members &sources, const Members &targets)
{
    if (hasPair(sources, targets)) {
        Asking asking(m_evaluator, verdictsFor(sources, targets));
        judgeAll(arrow, asking, [&](const auto &visit) { forPairs(sources, targets, visit); });
        return;
    }
    if (arrow.isBetweenSame() && !sources.empty())
        return; // the one service there is, and itself
    const bool isOneBoth = !sources.empty() && !targets.empty(); // and the frame that it is in
    const bool isFromFrame = !namespaceOfFrame(arrow.source).empty();
    const bool isFromStranger = sources.empty() || (isOneBoth && isFromFrame);
    const bool isToStranger = targets.empty() || (isOneBoth && !isFromFrame);
    Asking asking(m_evaluator, isFromStranger ? &strangerIn(arrow.source) : nullptr,
                  isToStranger ? &strangerIn(arrow.target) : nullptr);
    const Members stranger{EndpointId()};
    const Members from = isFromStranger ? stranger : oneOfEachKind(sources);
    const Members to = isToStranger ? stranger : oneOfEachKind(targets);
    judgeAll(arrow, asking, [&](const auto &visit) {
        for (const EndpointId source : from)
            for (const EndpointId target : to)
                if (!visit(source, target))
                    return;
    });
}

template <typename ForAll>
void Judge::judgeAll(Arrow &arrow, Asking &asking, const ForAll &forAll)
{
    OneSided oneSided(asking, arrow);
    UnknownNames names(m_evaluator, arrow);
    std::size_t count = 0;
    const ConnectionSet *last = nullptr;
    forAll([&](EndpointId from, EndpointId to) {
        if (count >= (arrow.ports.isEmpty() ? kMostDenied : kMostPairs)) {
            arrow.differs = arrow.hasUnseenPairs = true;
            return false;
        }
        const ConnectionSet &allowed = asking.allowed(from, to);
        bool first = count++ == 0;
        if (&allowed != std::exchange(last, &allowed))
            graph::add(arrow, allowed, first);
        oneSided.look(from, to, allowed);
        names.look(asking, from, to);
        return true;
    });
    m_pairCount += count;
    if (!names.say(arrow))
        return;
    if (arrow.ports.isEmpty()) {
        const auto halfOfAll = [&](Direction direction) {
            kube::ConnectionSum sum;
            const ConnectionSet *before = nullptr;
            std::size_t seen = 0;
            forAll([&](EndpointId from, EndpointId to) {
                if (seen++ == kMostDenied)
                    return false;
                const ConnectionSet &half = asking.half(direction, from, to);
                if (&half != std::exchange(before, &half))
                    sum.add(half);
                return true;
            });
            return sum.take();
        };
        const ConnectionSet ingress = halfOfAll(Direction::Ingress);
        const ConnectionSet egress = halfOfAll(Direction::Egress);
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
