#include "lint/context.h"
#include "verdict/half_open_ports.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace drawbridge::lint {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Party;

namespace {

constexpr std::size_t kMostPairsOfARule = 200; ///< that are looked at
constexpr std::size_t kMostToldOfARule = 5;

Direction opposite(Direction direction)
{
    return direction == Direction::Ingress ? Direction::Egress : Direction::Ingress;
}

/// As lists of exposure call them.
std::string everyPodOf(const std::string &nameSpace)
{
    return nameSpace + "/[all pods]";
}

/// Finds pairs that one end's rule names and the other end does not admit.
class HalfOpen
{
public:
    explicit HalfOpen(Context &context) : m_context(context)
    {
        for (Direction direction : kube::kDirections)
            for (const kube::ObjectPtr &policy : context.evaluator.policies())
                m_mayRestrict[int(direction)] =
                    m_mayRestrict[int(direction)] || policy->policy()->isolates(direction);
        if (!context.evaluator.clusterPolicies().empty())
            m_mayRestrict[0] = m_mayRestrict[1] = true;
    }

    void check(const kube::Object &policy, Direction direction, std::size_t rule);

private:
    using Pair = std::pair<EndpointId, EndpointId>; ///< source and target
    using Parties = std::vector<Party>;

    std::vector<Pair> pairsOf(const kube::Object &policy, Direction direction,
                              const kube::Rule &rule) const;
    ConnectionSet halfOpen(const kube::Object &policy, Direction direction, std::size_t rule,
                           const Pair &pair) const;

    std::size_t checkNamespaces(const kube::Object &policy, Direction direction, std::size_t rule);
    bool checkNamespace(const kube::Object &policy, Direction direction, std::size_t rule,
                        const std::string &nameSpace, const Parties &others,
                        const Parties &subjects);
    ConnectionSet cutOff(const kube::Object &policy, Direction direction, std::size_t rule,
                         const Parties &others, const Parties &own) const;
    bool isIsolated(const Party &pod, Direction direction) const;
    Party strangerIn(const std::string &nameSpace);
    std::map<std::string, Parties> othersOf(const kube::Peer &peer, const std::string &nameSpace);
    Parties subjectsOf(const kube::Object &policy);

    Context &m_context;
    std::map<Pair, ConnectionSet> m_told;
    bool m_mayRestrict[2] = {false, false}; ///< by direction; if not, nobody is restricted
    std::map<std::string, verdict::Stranger> m_strangers; ///< of others, as they are asked for
};

/// The ports of a rule that the other end does not admit.
ConnectionSet HalfOpen::halfOpen(const kube::Object &policy, Direction direction, std::size_t rule,
                                 const Pair &pair) const
{
    const auto &[source, target] = pair;
    const verdict::Evaluator &evaluator = m_context.evaluator;
    const ConnectionSet other =
        evaluator.half(opposite(direction), Party::of(source), Party::of(target));
    for (const verdict::RuleUse &use :
         evaluator.rules(direction, Party::of(source), Party::of(target))) {
        if (use.policy != &policy || use.rule != rule)
            continue;
        return verdict::halfOpenPorts(use.ports, other);
    }
    return {};
}

/// The pairs of endpoints that a rule names by labels of pods. A whole namespace is not a named
/// end: some of it may well be left out, but not all; see checkNamespaces().
std::vector<HalfOpen::Pair> HalfOpen::pairsOf(const kube::Object &policy, Direction direction,
                                              const kube::Rule &rule) const
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    const std::string &nameSpace = evaluator.namespaceOf(&policy);
    const auto isLikeGroup = [&](EndpointId id) {
        return evaluator.endpoint(id).kind == verdict::EndpointKind::LikeGroup;
    };
    std::vector<Pair> pairs;
    for (const kube::Peer &peer : rule.peers) {
        const auto isNamed = [&](EndpointId other) {
            return !isLikeGroup(other) && evaluator.isRestricted(other, opposite(direction));
        };
        if (peer.ipBlock || !peer.pods || peer.pods->isEmpty() ||
            !evaluator.selectsAny(peer, nameSpace, isNamed))
            continue;
        for (EndpointId other : evaluator.selected(peer, nameSpace)) {
            if (!isNamed(other))
                continue;
            for (EndpointId own : m_context.subjectsOf(policy).all) {
                if (own == other || isLikeGroup(own))
                    continue;
                if (pairs.size() == kMostPairsOfARule)
                    return pairs;
                pairs.push_back(direction == Direction::Ingress ? Pair{other, own}
                                                                : Pair{own, other});
            }
        }
    }
    return pairs;
}

void HalfOpen::check(const kube::Object &policy, Direction direction, std::size_t rule)
{
    if (!m_mayRestrict[int(opposite(direction))])
        return;
    std::size_t told = checkNamespaces(policy, direction, rule);
    const kube::Rule &value = policy.policy()->rules(direction)[rule];
    for (const Pair &pair : pairsOf(policy, direction, value)) {
        if (told == kMostToldOfARule)
            return;
        ConnectionSet &before = m_told[pair];
        const ConnectionSet missing = halfOpen(policy, direction, rule, pair) - before;
        if (missing.isEmpty())
            continue;
        before |= missing;
        ++told;
        m_context.add(Severity::Warning, Code::LintHalfOpen, policy, value.origin,
                      {m_context.evaluator.endpoint(pair.first).text(),
                       m_context.evaluator.endpoint(pair.second).text(), missing.label()});
    }
}

Party HalfOpen::strangerIn(const std::string &nameSpace)
{
    const auto [it, isNew] = m_strangers.try_emplace(nameSpace);
    if (isNew)
        it->second =
            m_context.evaluator.stranger(nameSpace, m_context.evaluator.namespaces().at(nameSpace));
    return Party::of(it->second);
}

std::vector<Party> partiesOf(const std::vector<EndpointId> &ids)
{
    std::vector<Party> parties;
    parties.reserve(ids.size());
    for (const EndpointId id : ids)
        parties.push_back(Party::of(id));
    return parties;
}

/// By namespace: the workloads there; where none is known pod groups, and a pod that may come.
std::map<std::string, HalfOpen::Parties> HalfOpen::othersOf(const kube::Peer &peer,
                                                            const std::string &nameSpace)
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    std::map<std::string, Parties> others;
    for (EndpointId id : evaluator.selected(peer, nameSpace))
        if (const std::string &name = evaluator.endpoint(id).nameSpace;
            m_context.isWorkload(id) || !m_context.hasWorkloads(name))
            others[name].push_back(Party::of(id));
    std::size_t strangers = 0;
    for (const std::string &name : m_context.namespacesOf(*peer.namespaces))
        if (!m_context.hasWorkloads(name) && strangers++ < kMostPairsOfARule)
            others[name].push_back(strangerIn(name));
    return others;
}

/// The same of the policy's own.
HalfOpen::Parties HalfOpen::subjectsOf(const kube::Object &policy)
{
    const std::string &nameSpace = m_context.evaluator.namespaceOf(&policy);
    if (!policy.policy()->subject->isEmpty() || m_context.hasWorkloads(nameSpace))
        return partiesOf(m_context.subjectsOf(policy).workloads);
    Parties subjects = partiesOf(m_context.subjectsOf(policy).all);
    subjects.push_back(strangerIn(nameSpace));
    return subjects;
}

/// The whole namespaces that a rule names and of which the other end's policies let nothing pass,
/// each told once. How many are told.
std::size_t HalfOpen::checkNamespaces(const kube::Object &policy, Direction direction,
                                      std::size_t rule)
{
    const std::string &nameSpace = m_context.evaluator.namespaceOf(&policy);
    std::set<std::string> told;
    for (const kube::Peer &peer : policy.policy()->rules(direction)[rule].peers) {
        if (peer.ipBlock || !peer.namespaces || peer.namespaces->isEmpty() ||
            (peer.pods && !peer.pods->isEmpty()))
            continue;
        const Parties subjects = subjectsOf(policy);
        for (const auto &[name, others] : othersOf(peer, nameSpace)) {
            if (told.size() == kMostToldOfARule)
                return told.size();
            if (name == nameSpace || told.count(name) > 0 ||
                others.size() * subjects.size() > kMostPairsOfARule)
                continue;
            if (checkNamespace(policy, direction, rule, name, others, subjects))
                told.insert(name);
        }
    }
    return told.size();
}

/// True if it is told: of all subjects as one, or else of those of which nothing passes.
bool HalfOpen::checkNamespace(const kube::Object &policy, Direction direction, std::size_t rule,
                              const std::string &nameSpace, const Parties &others,
                              const Parties &subjects)
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    std::vector<std::string> names;
    ConnectionSet missing;
    if (policy.policy()->subject->isEmpty()) {
        missing = cutOff(policy, direction, rule, others, subjects);
        names.push_back(everyPodOf(evaluator.namespaceOf(&policy)));
    } else {
        for (const Party &own : subjects) {
            const ConnectionSet ports = cutOff(policy, direction, rule, others, {own});
            missing |= ports;
            if (!ports.isEmpty())
                names.push_back(evaluator.endpoint(own.endpoint).text());
        }
    }
    if (missing.isEmpty())
        return false;
    const std::string ownName = named(names);
    const std::string otherName = everyPodOf(nameSpace);
    const bool isIngress = direction == Direction::Ingress;
    m_context.add(
        Severity::Warning, Code::LintHalfOpen, policy,
        policy.policy()->rules(direction)[rule].origin,
        {isIngress ? otherName : ownName, isIngress ? ownName : otherName, missing.label()});
    return true;
}

bool HalfOpen::isIsolated(const Party &pod, Direction direction) const
{
    return pod.stranger
               ? m_context.evaluator.wholeWall(pod.stranger->nameSpace, direction).policy != nullptr
               : m_context.evaluator.isIsolated(pod.endpoint, direction);
}

/// The ports of the rule, where of all these pairs the other ends let nothing pass; else none.
ConnectionSet HalfOpen::cutOff(const kube::Object &policy, Direction direction, std::size_t rule,
                               const Parties &others, const Parties &own) const
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    ConnectionSet missing;
    for (const Party &other : others)
        for (const Party &pod : own) {
            const bool isIngress = direction == Direction::Ingress;
            const Party &from = isIngress ? other : pod;
            const Party &to = isIngress ? pod : other;
            if (!isIsolated(other, opposite(direction)) ||
                !evaluator.half(opposite(direction), from, to).isEmpty())
                return {};
            for (const verdict::RuleUse &use : evaluator.rules(direction, from, to))
                if (use.policy == &policy && use.rule == rule)
                    missing |= use.ports;
        }
    return missing;
}

} // namespace

Steps halfOpenSteps(Context &context)
{
    constexpr std::size_t kAtOnce = 100;
    return [&context, halfOpen = std::make_shared<HalfOpen>(context),
            next = std::size_t(0)]() mutable {
        const auto &policies = context.evaluator.policies();
        const std::size_t end = std::min(next + kAtOnce, policies.size());
        for (; next < end; ++next) {
            const kube::NetworkPolicy &spec = *policies[next]->policy();
            for (Direction direction : kube::kDirections)
                if (spec.subject && spec.isolates(direction))
                    for (std::size_t i = 0; i < spec.rules(direction).size(); ++i)
                        halfOpen->check(*policies[next], direction, i);
        }
        return next < policies.size();
    };
}

} // namespace drawbridge::lint
