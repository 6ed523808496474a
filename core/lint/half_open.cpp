#include "lint/context.h"

#include <set>

namespace drawbridge::lint {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Party;

namespace {

constexpr std::size_t kMostPairsOfARule = 200;

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
    bool isHalfOpen(const kube::Object &policy, Direction direction, std::size_t rule,
                    EndpointId source, EndpointId target) const;

    Context &m_context;
    std::set<std::pair<EndpointId, EndpointId>> m_told;
};

bool HalfOpen::isHalfOpen(const kube::Object &policy, Direction direction, std::size_t rule,
                          EndpointId source, EndpointId target) const
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    const ConnectionSet other =
        evaluator.half(opposite(direction), Party::of(source), Party::of(target));
    if (other.isAll())
        return false;
    for (const verdict::RuleUse &use :
         evaluator.rules(direction, Party::of(source), Party::of(target)))
        if (use.policy == &policy && use.rule == rule)
            return !use.ports.isEmpty() && (use.ports & other).isEmpty();
    return false;
}

void HalfOpen::check(const kube::Object &policy, Direction direction, std::size_t rule)
{
    const verdict::Evaluator &evaluator = m_context.evaluator;
    const kube::Rule &value = policy.policy()->rules(direction)[rule];
    const std::string &nameSpace = evaluator.namespaceOf(&policy);
    const auto subjects = evaluator.selected(*policy.policy()->subject, nameSpace);
    std::size_t pairs = 0;
    for (const kube::Peer &peer : value.peers) {
        // A whole namespace is not a named end: some of it may well be left out.
        if (peer.ipBlock || !peer.pods || peer.pods->isEmpty())
            continue;
        for (EndpointId other : evaluator.selected(peer, nameSpace)) {
            if (evaluator.endpoint(other).kind == verdict::EndpointKind::LikeGroup ||
                !evaluator.isIsolated(other, opposite(direction)))
                continue;
            for (EndpointId own : subjects) {
                const bool isIngress = direction == Direction::Ingress;
                const EndpointId source = isIngress ? other : own;
                const EndpointId target = isIngress ? own : other;
                if (own == other || ++pairs > kMostPairsOfARule ||
                    evaluator.endpoint(own).kind == verdict::EndpointKind::LikeGroup ||
                    !isHalfOpen(policy, direction, rule, source, target) ||
                    !m_told.insert({source, target}).second)
                    continue;
                m_context.add(
                    Severity::Warning, Code::LintHalfOpen, policy, value.origin,
                    {evaluator.endpoint(source).text(), evaluator.endpoint(target).text()});
            }
        }
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
