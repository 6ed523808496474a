#include "edit/planner.h"
#include "verdict/endpoints.h"

#include <algorithm>
#include <map>

namespace drawbridge::edit {

using kube::Direction;
using kube::Object;
using verdict::EndpointId;
using verdict::Party;
using yaml::Value;

/// A policy about just these pods that says nothing yet in this direction; null if there is none.
const Object *Planner::extendable(const std::string &nameSpace, Direction direction,
                                  const MissingHalf &half) const
{
    const std::vector<EndpointId> ids = m_evaluator.selected(half.subject, nameSpace);
    if (half.subject.isEmpty() || ids.size() != 1)
        return nullptr;
    // A policy about all pods of a workload is not about those alone that the half is for.
    const verdict::Endpoint &endpoint = m_evaluator.endpoint(ids.front());
    if (!std::all_of(endpoint.variants.begin(), endpoint.variants.end(), [&](const auto &pods) {
            return half.subject.matches(m_evaluator.labelsOf(pods));
        }))
        return nullptr;
    const End own{End::Kind::Endpoint, endpoint.key(), {}};
    for (const Object *policy : ownPolicies(own))
        // Rules that policyTypes leaves without effect must not come to life.
        if (policy->policy()->rules(direction).empty() && !policy->policy()->isolates(direction))
            return policy;
    return nullptr;
}

std::optional<Failure> Planner::extendOwn(const Object &policy, Direction direction,
                                          const MissingHalf &half)
{
    for (const kube::Rule &rule : half.rules)
        if (auto failure = addRule(policy, direction, ruleValue(direction, rule)))
            return failure;
    return {};
}

/// New policies first: what they stand beside is known while nothing else was edited.
std::optional<Failure> Planner::keepDrawn(const std::string &nameSpace, const Object *beside,
                                          const std::map<Direction, DrawnHalves> &drawn)
{
    struct Extended
    {
        const Object *policy;
        Direction direction;
        const MissingHalf *half;
    };
    std::vector<Extended> extended;
    for (const auto &[direction, halves] : drawn)
        for (const MissingHalf &half : halves.halves()) {
            if (const Object *policy = extendable(nameSpace, direction, half)) {
                extended.push_back({policy, direction, &half});
                continue;
            }
            std::vector<Value> rules;
            for (const kube::Rule &rule : half.rules)
                rules.push_back(ruleValue(direction, rule));
            const std::string name = half.subject.isEmpty() ? nameSpace + "-rules"
                                                            : verdict::groupName(half.subject, {});
            const Value policy =
                policyValue(freePolicyName(m_draft.workspace(), nameSpace, name),
                            writtenNamespace(m_workspace, nameSpace), selectorValue(half.subject),
                            {direction}, {{direction, Value::ofSequence(std::move(rules))}});
            if (auto failure = addBehind(nameSpace, beside, policy))
                return failure;
        }
    for (const Extended &one : extended)
        if (auto failure = extendOwn(*one.policy, one.direction, *one.half))
            return failure;
    return {};
}

/// What is drawn and has another verdict now, or cannot be told any more.
PairChanges Planner::lostPairs(const verdict::Evaluator &after) const
{
    PairChanges lost;
    for (const auto &[source, target] : m_drawn) {
        const verdict::Endpoint &from = m_evaluator.endpoint(source);
        const verdict::Endpoint &to = m_evaluator.endpoint(target);
        const EndpointId fromAfter = after.find(from.key());
        const EndpointId toAfter = after.find(to.key());
        kube::ConnectionSet before = m_evaluator.allowed(Party::of(source), Party::of(target));
        kube::ConnectionSet now;
        if (fromAfter.isValid() && toAfter.isValid())
            now = after.allowed(Party::of(fromAfter), Party::of(toAfter));
        if (now == before)
            continue;
        lost.opened |= now - before;
        lost.closed |= before - now;
        if (lost.pairs.size() < kMostChangesKept)
            lost.pairs.push_back({from.text(), to.text(), std::move(before), std::move(now)});
        else
            ++lost.leftOut;
    }
    return lost;
}

} // namespace drawbridge::edit
