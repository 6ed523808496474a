#include "lint/context.h"
#include "verdict/half_open_ports.h"

#include <map>
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
/// end: some of it may well be left out.
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

} // namespace

void checkHalfOpen(Context &context)
{
    HalfOpen halfOpen(context);
    for (const kube::ObjectPtr &policy : context.evaluator.policies()) {
        const kube::NetworkPolicy &spec = *policy->policy();
        for (Direction direction : kube::kDirections)
            if (spec.subject && spec.isolates(direction))
                for (std::size_t i = 0; i < spec.rules(direction).size(); ++i)
                    halfOpen.check(*policy, direction, i);
    }
}

} // namespace drawbridge::lint
