#include "verdict/explain.h"

#include "verdict/doubts.h"
#include "verdict/near_miss.h"

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

/// True if that is an answer "yes" to what was asked.
bool satisfies(const ConnectionSet &admitted, const ConnectionSet &ports)
{
    return ports.isEmpty() ? !admitted.isEmpty() : admitted.contains(ports);
}

/// Decides what can be told, and keeps the doubts that stand in the way.
void judge(Explanation &result, const Evaluator &evaluator, Party source, Party target,
           const ConnectionSet &ports)
{
    using Verdict = Explanation::Verdict;
    result.verdict = satisfies(result.allowed, ports) ? Verdict::Allowed : Verdict::NotAllowed;
    if (result.isSelf || result.isBetweenOthers)
        return;
    std::vector<Doubt> doubts = hostNetworkDoubts(evaluator, source, target);
    const bool isUndefined = !doubts.empty();
    ConnectionSet sure = result.asked;
    ConnectionSet possible = result.asked;
    for (const HalfAnswer &half : result.halves) {
        if (half.isOutside)
            continue;
        Bounds bounds = boundsOf(evaluator, half, source, target, result.asked);
        const Party &own = half.direction == Direction::Egress ? source : target;
        for (Doubt &doubt : protocolDoubts(evaluator, half, own, ports)) {
            const ConnectionSet all = ConnectionSet::of(kube::Protocol::Sctp, 1, kube::kLastPort);
            bounds.sure = bounds.sure - all;
            bounds.possible |= all;
            bounds.doubts.push_back(std::move(doubt));
        }
        sure = sure & bounds.sure;
        possible = possible & bounds.possible;
        doubts.insert(doubts.end(), bounds.doubts.begin(), bounds.doubts.end());
    }
    if (isUndefined || satisfies(sure, ports) != satisfies(possible, ports)) {
        result.verdict = Verdict::CannotTell;
        result.doubts = std::move(doubts);
    }
}

/// What rules of the Admin tier deny.
ConnectionSet deniedAbove(const HalfAnswer &half)
{
    ConnectionSet denied;
    for (const RuleUse &use : half.rules)
        if (const kube::ClusterPolicy *policy = use.policy->clusterPolicy();
            policy && policy->tier == kube::Tier::Admin && use.action == kube::RuleAction::Deny)
            denied |= use.ports;
    return denied;
}

HalfAnswer answerOf(const Evaluator &evaluator, Direction direction, Party source, Party target)
{
    HalfAnswer half;
    half.direction = direction;
    const Party &own = direction == Direction::Egress ? source : target;
    half.isOutside = own.isOutside();
    half.admitted = evaluator.half(direction, source, target);
    if (!half.isOutside) {
        half.rules = evaluator.rules(direction, source, target);
        half.isolating = evaluator.policiesOf(own.endpoint, direction);
    }
    return half;
}

} // namespace

Explanation explain(const Evaluator &evaluator, Party source, Party target,
                    const ConnectionSet &ports, std::size_t mostMisses)
{
    Explanation result;
    result.asked = ports.isEmpty() ? ConnectionSet::all() : ports;
    result.isBetweenOthers = source.isOutside() && target.isOutside();
    result.isSelf = !source.isOutside() && source.endpoint == target.endpoint;
    result.allowed = evaluator.allowed(source, target) & result.asked;
    auto &[egress, ingress] = result.halves;
    egress = answerOf(evaluator, Direction::Egress, source, target);
    ingress = answerOf(evaluator, Direction::Ingress, source, target);
    judge(result, evaluator, source, target, ports);
    if (satisfies(result.allowed, ports) || result.isSelf || result.isBetweenOthers)
        return result;

    for (HalfAnswer *half : {&egress, &ingress}) {
        const HalfAnswer &otherHalf = half == &egress ? ingress : egress;
        // What the other half would let through; where it lets nothing through, what was asked.
        ConnectionSet wanted = result.asked & otherHalf.admitted;
        if (wanted.isEmpty())
            wanted = result.asked;
        wanted = wanted - deniedAbove(*half); // no NetworkPolicy can admit that
        if (wanted.isEmpty())
            continue;
        const bool holds = ports.isEmpty() ? !(half->admitted & wanted).isEmpty()
                                           : half->admitted.contains(wanted);
        if (!half->isOutside && !holds)
            half->misses =
                nearMisses(evaluator, half->direction, source, target, wanted, mostMisses);
    }
    return result;
}

} // namespace drawbridge::verdict
