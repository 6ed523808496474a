#include "support/random_policies.h"

namespace drawbridge::test {

std::string RandomPolicies::policy(const std::string &name)
{
    std::string rules;
    for (std::uint32_t i = below(3); i > 0; --i)
        rules += std::string(i > 1 ? ", " : "") + "{from: [" + peer() +
                 (below(2) ? ", " + peer() : "") + "]}";
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           ", namespace: " + oneOf({"lab", "ops"}) + "}\nspec: {podSelector: " + selector() +
           ", policyTypes: [Ingress" + (below(3) ? "" : ", Egress") + "], " +
           oneOf({"ingress", "ingress", "egress"}) + ": [" + rules + "]}\n";
}

std::string RandomPolicies::pods()
{
    return "{kind: Pod, metadata: {name: api, namespace: lab, labels: {app: api}}}\n---\n"
           "{kind: Pod, metadata: {name: web, namespace: ops, labels: {app: web}}}\n---\n"
           "{kind: Namespace, apiVersion: v1, metadata: {name: ops, labels: {team: a}}}\n";
}

std::string RandomPolicies::clusterPolicy()
{
    return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
           "metadata: {name: admin}\nspec: {priority: 5, subject: {pods: {namespaceSelector: "
           "{}, "
           "podSelector: {matchLabels: {app: " +
           word() +
           "}}}}, ingress: [{action: Deny, from: [{pods: {namespaceSelector: {}, podSelector: "
           "{matchLabels: {app: " +
           word() + "}}}}]}]}\n";
}

std::uint32_t RandomPolicies::below(std::uint32_t count)
{
    return std::uniform_int_distribution<std::uint32_t>(0, count - 1)(m_random);
}

std::string RandomPolicies::oneOf(const std::vector<std::string> &words)
{
    return words[below(std::uint32_t(words.size()))];
}

std::string RandomPolicies::word()
{
    return oneOf({"api", "web", "db", "ghost", "ghos", "gho"});
}
std::string RandomPolicies::selector()
{
    switch (below(7)) {
    case 0:
        return "{}";
    case 1:
        return "{matchExpressions: [{key: app, operator: Exists}]}";
    case 2:
        return "{matchExpressions: [{key: tier, operator: NotIn, values: [" + word() + "]}]}";
    case 3:
        return "{matchLabels: {app: " + word() + ", tier: " + oneOf({"a", "b"}) + "}}";
    case 4:
        return "{matchLabels: {role: " + word() + "}}";
    default:
        return "{matchLabels: {app: " + word() + "}}";
    }
}

std::string RandomPolicies::peer()
{
    const std::string pods = "podSelector: " + selector();
    switch (below(6)) {
    case 0:
        return "{" + pods + ", namespaceSelector: {}}";
    case 1:
        return "{" + pods + ", namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: " +
               oneOf({"lab", "ops", "far"}) + "}}}";
    case 2:
        return "{" + pods + ", namespaceSelector: {matchLabels: {team: " + oneOf({"a", "b"}) +
               "}}}";
    default:
        return "{" + pods + "}";
    }
}

} // namespace drawbridge::test
