#include "lint/context.h"

#include <set>
#include <string_view>

namespace drawbridge::lint {

using kube::Direction;

namespace {

void checkRulesOutside(Context &context, const kube::Object &policy)
{
    const kube::NetworkPolicy &spec = *policy.policy();
    for (Direction direction : kube::kDirections)
        if (spec.hasPolicyTypes && !spec.isolates(direction) && !spec.rules(direction).empty())
            context.addToPolicy(Severity::Warning, Code::LintRulesOutsideTypes, policy,
                                {member(policy, specOf(policy), rulesKey(direction))},
                                {rulesKey(direction)});
}

/// What defaulting makes of a policy without policyTypes: Ingress always, Egress where there are
/// egress rules (kubernetes pkg/apis/networking/v1/defaults.go).
void checkDefaults(Context &context, const kube::Object &policy)
{
    const kube::NetworkPolicy &spec = *policy.policy();
    const yaml::NodeId egress = member(policy, specOf(policy), "egress");
    if (spec.hasPolicyTypes || egress == yaml::kNoNode)
        return;
    if (isEmptyList(policy, egress))
        context.addToPolicy(Severity::Warning, Code::LintEgressListNoType, policy, {egress});
    else if (!spec.egress.empty() && member(policy, specOf(policy), "ingress") == yaml::kNoNode)
        context.addToPolicy(Severity::Warning, Code::LintEgressOnlyDeniesIngress, policy, {egress});
}

void checkTwice(Context &context, const kube::Object &policy)
{
    const yaml::Tree &tree = policy.piece->tree;
    const yaml::NodeId types = member(policy, specOf(policy), "policyTypes");
    if (types == yaml::kNoNode || tree[types].kind != yaml::Kind::Sequence)
        return;
    std::set<std::string_view> seen;
    for (yaml::NodeId item : tree[types].children) {
        const yaml::NodeId value = tree.resolved(item);
        if (value != yaml::kNoNode && !seen.insert(tree[value].value).second)
            context.addToPolicy(Severity::Warning, Code::LintDuplicatePolicyTypes, policy, {item});
    }
}

} // namespace

void checkTypes(Context &context, const kube::Object &policy)
{
    checkRulesOutside(context, policy);
    checkDefaults(context, policy);
    checkTwice(context, policy);
}

} // namespace drawbridge::lint
