#include "lint/containment.h"
#include "lint/context.h"

#include <algorithm>

namespace drawbridge::lint {

using kube::ClusterPolicy;
using kube::Direction;

namespace {

bool isClear(const ClusterPolicy &policy)
{
    return !policy.wouldBeRefused && !policy.isPlaceUnclear && policy.subject;
}

/// True if all rules of a policy are asked before those of another, about the same pods. Of equal
/// priorities, and of different kinds, the order is not said.
bool comesBefore(const ClusterPolicy &first, const ClusterPolicy &second)
{
    return first.kind == second.kind && first.tier == second.tier &&
           first.priority < second.priority && contains(*first.subject, *second.subject, {});
}

struct Earlier
{
    const kube::Object *policy = nullptr;
    std::size_t rule = 0;
};

std::optional<Earlier> shadowOf(const Context &context, const kube::Object &object,
                                Direction direction, std::size_t rule)
{
    const auto &rules = object.clusterPolicy()->rules(direction);
    for (std::size_t i = 0; i < rule; ++i)
        if (decidesAllOf(rules[i], rules[rule]))
            return Earlier{&object, i};
    for (const kube::ObjectPtr &other : context.evaluator.clusterPolicies()) {
        const ClusterPolicy &policy = *other->clusterPolicy();
        if (other.get() == &object || !isClear(policy) ||
            !comesBefore(policy, *object.clusterPolicy()))
            continue;
        for (std::size_t i = 0; i < policy.rules(direction).size(); ++i)
            if (decidesAllOf(policy.rules(direction)[i], rules[rule]))
                return Earlier{other.get(), i};
    }
    return {};
}

} // namespace

void checkClusterPolicies(Context &context)
{
    for (const kube::ObjectPtr &object : context.evaluator.clusterPolicies())
        if (!context.workspace.location(object.get()).isStale &&
            context.evaluator.profile().enforcesKind(object->clusterPolicy()->kind)) {
            checkAddedLabels(context, *object);
            checkClusterSubject(context, *object);
            checkClusterPorts(context, *object);
        }
}

/// Trap 33: the first rule that matches decides, whatever its action (network-policy-api,
/// ClusterNetworkPolicySpec).
void checkClusterRules(Context &context)
{
    for (const kube::ObjectPtr &object : context.evaluator.clusterPolicies()) {
        const ClusterPolicy &policy = *object->clusterPolicy();
        if (!isClear(policy) || context.workspace.location(object.get()).isStale)
            continue;
        for (Direction direction : kube::kDirections)
            for (std::size_t i = 0; i < policy.rules(direction).size(); ++i) {
                const kube::ClusterRule &rule = policy.rules(direction)[i];
                const auto earlier = shadowOf(context, *object, direction, i);
                if (rule.peers.empty() || !earlier)
                    continue;
                context.add(Severity::Warning, Code::LintClusterRuleShadowed, *object, rule.origin,
                            {object->meta.name, rulesKey(direction), earlier->policy->meta.name,
                             std::to_string(earlier->rule + 1)});
                const auto &others = earlier->policy->clusterPolicy()->rules(direction);
                context.findings.back().related.push_back(
                    context.workspace.place(earlier->policy, others[earlier->rule].origin));
            }
    }
}

} // namespace drawbridge::lint
