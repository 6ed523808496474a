#include "lint/facts.h"

#include "lint/context.h"

#include <algorithm>
#include <set>

namespace drawbridge::lint {

using verdict::EndpointId;

namespace {

std::vector<std::string> textsOf(const verdict::Evaluator &evaluator,
                                 const std::vector<EndpointId> &ids)
{
    std::vector<std::string> texts;
    texts.reserve(ids.size());
    for (EndpointId id : ids)
        texts.push_back(evaluator.endpoint(id).text());
    return texts;
}

bool asksOnlyForNames(const kube::LabelSelector &selector)
{
    const auto isName = [](const std::string &key) { return key == kube::kNamespaceNameLabel; };
    return std::all_of(selector.matchLabels.begin(), selector.matchLabels.end(),
                       [&](const auto &label) { return isName(label.first); }) &&
           std::all_of(selector.expressions.begin(), selector.expressions.end(),
                       [&](const auto &requirement) { return isName(requirement.key); });
}

/// Namespaces with workloads whose labels nothing states.
std::string undeclared(const verdict::Evaluator &evaluator)
{
    std::set<std::string> names;
    for (const verdict::Endpoint &endpoint : evaluator.endpoints())
        if (endpoint.kind == verdict::EndpointKind::Workload &&
            !evaluator.namespaceIsDeclared(endpoint.nameSpace))
            names.insert(endpoint.nameSpace);
    return named({names.begin(), names.end()});
}

void addHostNetwork(const Context &context, std::vector<MissingFact> &facts)
{
    for (const verdict::Endpoint &endpoint : context.evaluator.endpoints()) {
        if (!endpoint.hostNetwork || endpoint.objects.empty())
            continue;
        const kube::Object *object = endpoint.objects.front();
        facts.push_back({{Severity::Note,
                          Code::LintHostNetwork,
                          context.workspace.place(object, object->meta.nameOrigin),
                          {endpoint.text()},
                          {}},
                         {endpoint.text()}});
    }
}

void addNamespaces(const Context &context, const kube::Object &policy, const std::string &unknown,
                   std::vector<MissingFact> &facts)
{
    for (kube::Direction direction : kube::kDirections) {
        if (!policy.policy()->isolates(direction))
            continue;
        for (const kube::Rule &rule : policy.policy()->rules(direction))
            for (const kube::Peer &peer : rule.peers)
                if (peer.namespaces && !asksOnlyForNames(*peer.namespaces))
                    facts.push_back(
                        {{Severity::Note,
                          Code::LintNamespaceUnknown,
                          context.workspace.place(&policy, peer.namespaces->origin),
                          {context.workspace.namespaceOf(policy) + '/' + policy.meta.name,
                           peer.namespaces->canonical(), unknown},
                          {}},
                         textsOf(context.evaluator, context.subjects(policy))});
    }
}

/// The same for cluster-wide policies, whose subject may ask for labels of namespaces too.
void addNamespaces(const Context &context, const kube::ObjectPtr &object,
                   const std::string &unknown, std::vector<MissingFact> &facts)
{
    const kube::ClusterPolicy &policy = *object->clusterPolicy();
    std::vector<const kube::Peer *> peers;
    if (policy.subject)
        peers.push_back(&*policy.subject);
    for (kube::Direction direction : kube::kDirections)
        for (const kube::ClusterRule &rule : policy.rules(direction))
            for (const kube::ClusterPeer &peer : rule.peers)
                if (peer.pods)
                    peers.push_back(&*peer.pods);
    std::vector<EndpointId> ends;
    const auto &endpoints = context.evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        if (!context.evaluator.namespaceIsDeclared(endpoints[i].nameSpace))
            ends.push_back({i});
    for (const kube::Peer *peer : peers)
        if (peer->namespaces && !asksOnlyForNames(*peer->namespaces))
            facts.push_back({{Severity::Note,
                              Code::LintNamespaceUnknown,
                              context.workspace.place(object.get(), peer->namespaces->origin),
                              {object->meta.name, peer->namespaces->canonical(), unknown},
                              {}},
                             textsOf(context.evaluator, ends)});
}

/// Of the plugin's; see checkPlugin().
void addUnclearKind(Context &context, const kube::ObjectPtr &policy,
                    std::vector<MissingFact> &facts)
{
    context.findings.clear();
    context.add(
        Severity::Note, Code::PluginUnclear, *policy, policy->meta.nameOrigin,
        {policy->meta.name, "kind: " + policy->meta.kind, context.evaluator.profile().title()});
    const auto ends = context.workloads(context.evaluator.endpointsOf(policy.get()));
    facts.push_back({context.findings.front(), textsOf(context.evaluator, ends)});
}

/// Findings about what is not known, rather than about what is wrong.
bool isMissing(Code code)
{
    return code == Code::LintNamedPortUndeclared || code == Code::PluginUnclear ||
           code == Code::PluginSctp || code == Code::PluginNamedPort;
}

} // namespace

std::vector<MissingFact> missingFacts(const kube::Workspace &workspace,
                                      const verdict::Evaluator &evaluator)
{
    Context context(workspace, evaluator);
    std::vector<MissingFact> facts;
    if (!evaluator.profile().enforces)
        return facts; // nothing depends on them
    addHostNetwork(context, facts);
    const std::string unknown = undeclared(evaluator);
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies()) {
        const verdict::Claim claim = evaluator.profile().claim(policy->clusterPolicy()->kind);
        if (claim == verdict::Claim::Unclear)
            addUnclearKind(context, policy, facts);
        if (!unknown.empty() && claim != verdict::Claim::No)
            addNamespaces(context, policy, unknown, facts);
    }
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        if (!unknown.empty())
            addNamespaces(context, *policy, unknown, facts);
        context.findings.clear();
        checkPorts(context, *policy);
        checkPluginPolicy(context, *policy);
        for (Diagnostic &finding : context.findings)
            if (isMissing(finding.code)) {
                finding.severity = Severity::Note;
                facts.push_back({finding, textsOf(evaluator, context.subjects(*policy))});
            }
    }
    return facts;
}

} // namespace drawbridge::lint
