#include "lint/context.h"
#include "verdict/half_open_ports.h"

#include <algorithm>
#include <map>
#include <memory>
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
    explicit HalfOpen(Context &context) : m_context(context) {}

    void check(const kube::Object &policy, Direction direction, std::size_t rule);

private:
    using Pair = std::pair<EndpointId, EndpointId>; ///< source and target

    std::vector<Pair> pairsOf(const kube::Object &policy, Direction direction,
                              const kube::Rule &rule) const;
    ConnectionSet halfOpen(const kube::Object &policy, Direction direction, std::size_t rule,
                           const Pair &pair) const;

    void checkNamespaces(const kube::Object &policy, Direction direction, std::size_t rule);
    void checkNamespace(const kube::Object &policy, Direction direction, std::size_t rule,
                        const std::vector<EndpointId> &others, const std::vector<EndpointId> &own,
                        const std::string &ownName);

    Context &m_context;
    std::map<Pair, ConnectionSet> m_told;
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
    const auto subjects = evaluator.selected(*policy.policy()->subject, nameSpace);
    std::vector<Pair> pairs;
    for (const kube::Peer &peer : rule.peers) {
        if (peer.ipBlock || !peer.pods || peer.pods->isEmpty())
            continue;
        for (EndpointId other : evaluator.selected(peer, nameSpace)) {
            if (isLikeGroup(other) || !evaluator.isRestricted(other, opposite(direction)))
                continue;
            for (EndpointId own : subjects) {
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
    checkNamespaces(policy, direction, rule);
    const kube::Rule &value = policy.policy()->rules(direction)[rule];
    std::size_t told = 0;
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

/// A whole namespace that a rule names and of which the other end's policies let nothing pass.
void HalfOpen::checkNamespaces(const kube::Object &policy, Direction direction, std::size_t rule)
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    const std::string &nameSpace = evaluator.namespaceOf(&policy);
    const kube::LabelSelector &subject = *policy.policy()->subject;
    const auto subjects = m_context.workloads(evaluator.selected(subject, nameSpace));
    for (const kube::Peer &peer : policy.policy()->rules(direction)[rule].peers) {
        if (peer.ipBlock || !peer.namespaces || peer.namespaces->isEmpty() ||
            (peer.pods && !peer.pods->isEmpty()))
            continue;
        std::map<std::string, std::vector<EndpointId>> byNamespace;
        for (EndpointId id : m_context.workloads(evaluator.selected(peer, nameSpace)))
            byNamespace[evaluator.endpoint(id).nameSpace].push_back(id);
        for (const auto &[name, others] : byNamespace) {
            if (name == nameSpace || others.size() * subjects.size() > kMostPairsOfARule)
                continue;
            if (subject.isEmpty())
                checkNamespace(policy, direction, rule, others, subjects, everyPodOf(nameSpace));
            else
                for (EndpointId own : subjects)
                    checkNamespace(policy, direction, rule, others, {own},
                                   evaluator.endpoint(own).text());
        }
    }
}

void HalfOpen::checkNamespace(const kube::Object &policy, Direction direction, std::size_t rule,
                              const std::vector<EndpointId> &others,
                              const std::vector<EndpointId> &own, const std::string &ownName)
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    const bool isIngress = direction == Direction::Ingress;
    ConnectionSet missing;
    for (EndpointId other : others)
        for (EndpointId id : own) {
            const Pair pair = isIngress ? Pair{other, id} : Pair{id, other};
            const Party from = Party::of(pair.first);
            const Party to = Party::of(pair.second);
            if (!evaluator.isIsolated(other, opposite(direction)) ||
                !evaluator.half(opposite(direction), from, to).isEmpty())
                return;
            for (const verdict::RuleUse &use : evaluator.rules(direction, from, to))
                if (use.policy == &policy && use.rule == rule)
                    missing |= use.ports;
        }
    if (missing.isEmpty())
        return;
    const std::string otherName = everyPodOf(evaluator.endpoint(others.front()).nameSpace);
    m_context.add(
        Severity::Warning, Code::LintHalfOpen, policy,
        policy.policy()->rules(direction)[rule].origin,
        {isIngress ? otherName : ownName, isIngress ? ownName : otherName, missing.label()});
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
