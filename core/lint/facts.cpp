#include "lint/facts.h"

#include "lint/context.h"
#include "verdict/namespace_answer.h"
#include "verdict/twins.h"

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
                if (peer.namespaces && !verdict::asksOnlyForNames(*peer.namespaces))
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
        if (peer->namespaces && !verdict::asksOnlyForNames(*peer->namespaces))
            facts.push_back({{Severity::Note,
                              Code::LintNamespaceUnknown,
                              context.workspace.place(object.get(), peer->namespaces->origin),
                              {object->meta.name, peer->namespaces->canonical(), unknown},
                              {}},
                             textsOf(context.evaluator, ends)});
}

/// Of objects of one name and unlike contents: which of them counts.
void addTwins(const Context &context, std::vector<MissingFact> &facts)
{
    const verdict::Evaluator &evaluator = context.evaluator;
    for (const verdict::Twin &twin : verdict::twinsOf(context.workspace)) {
        const kube::Object &object = *twin.other;
        if (context.workspace.location(&object).isStale ||
            context.workspace.location(twin.counting.get()).isStale)
            continue;
        std::vector<EndpointId> ends = evaluator.endpointsOf(twin.counting.get());
        if (const kube::NetworkPolicy *policy = object.policy(); policy && policy->subject)
            for (EndpointId id :
                 evaluator.selected(*policy->subject, context.workspace.namespaceOf(object)))
                ends.push_back(id);
        if (const kube::ClusterPolicy *policy = object.clusterPolicy(); policy && policy->subject)
            for (EndpointId id : evaluator.selected(*policy->subject, {}))
                ends.push_back(id);
        if (std::holds_alternative<kube::Namespace>(object.value))
            for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i)
                if (evaluator.endpoints()[i].nameSpace == object.meta.name)
                    ends.push_back({i});
        std::sort(ends.begin(), ends.end());
        ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
        ends = context.workloads(std::move(ends));
        if (ends.empty())
            continue;
        std::string name = object.meta.name;
        if (!object.isClusterScoped())
            name.insert(0, context.workspace.namespaceOf(object) + '/');
        facts.push_back(
            {{Severity::Note,
              Code::DuplicateObject,
              context.workspace.place(twin.counting.get(), twin.counting->meta.nameOrigin),
              {object.meta.kind, name},
              {context.workspace.place(&object, object.meta.nameOrigin)}},
             textsOf(evaluator, ends)});
    }
}

/// Of a policy whose subject cannot be read: whom it is for. The API server would refuse it, so it
/// may be for nobody.
void addUnreadable(const Context &context, const kube::ObjectPtr &policy,
                   std::vector<MissingFact> &facts)
{
    const bool isOne = policy->policy() ? !policy->policy()->subject.has_value()
                                        : !policy->clusterPolicy()->subject.has_value();
    if (!isOne || context.workspace.location(policy.get()).isStale)
        return;
    std::vector<EndpointId> ends;
    for (std::uint32_t i = 0; i < context.evaluator.endpoints().size(); ++i)
        if (policy->isClusterScoped() ||
            context.evaluator.endpoints()[i].nameSpace == context.workspace.namespaceOf(*policy))
            ends.push_back({i});
    std::string name = policy->meta.name;
    if (!policy->isClusterScoped())
        name.insert(0, context.workspace.namespaceOf(*policy) + '/');
    facts.push_back({{Severity::Note,
                      Code::WouldBeRefused,
                      context.workspace.place(policy.get(), policy->meta.nameOrigin),
                      {name},
                      {}},
                     textsOf(context.evaluator, context.workloads(std::move(ends)))});
}

/// Of rules for addresses that nothing states: whether they decide.
void addUnstated(const Context &context, const kube::ObjectPtr &policy,
                 std::vector<MissingFact> &facts)
{
    for (const kube::ClusterRule &rule : policy->clusterPolicy()->egress)
        for (const kube::ClusterPeer &peer : rule.peers)
            if (!peer.unstated.empty()) {
                std::vector<std::string> arguments{policy->meta.name, peer.unstated};
                if (!peer.mayMeanOutside)
                    arguments.emplace_back("is passed over");
                facts.push_back(
                    {{Severity::Note,
                      Code::PeerNotJudged,
                      context.workspace.place(policy.get(), peer.origin),
                      std::move(arguments),
                      {}},
                     textsOf(context.evaluator,
                             context.workloads(context.evaluator.endpointsOf(policy.get())))});
            }
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

std::vector<MissingFact> missingLabels(const kube::Workspace &workspace,
                                       const verdict::Evaluator &evaluator)
{
    std::vector<MissingFact> facts;
    const std::string unknown = undeclared(evaluator);
    if (unknown.empty() || !evaluator.profile().enforces)
        return facts;
    Context context(workspace, evaluator);
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies())
        if (evaluator.profile().enforcesKind(policy->clusterPolicy()->kind))
            addNamespaces(context, policy, unknown, facts);
    for (const kube::ObjectPtr &policy : evaluator.policies())
        addNamespaces(context, *policy, unknown, facts);
    return facts;
}

std::vector<MissingFact> missingFacts(const kube::Workspace &workspace,
                                      const verdict::Evaluator &evaluator)
{
    Context context(workspace, evaluator);
    std::vector<MissingFact> facts;
    if (!evaluator.profile().enforces)
        return facts; // nothing depends on them
    addHostNetwork(context, facts);
    addTwins(context, facts);
    const std::string unknown = undeclared(evaluator);
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies()) {
        const verdict::Claim claim = evaluator.profile().claim(policy->clusterPolicy()->kind);
        if (claim != verdict::Claim::No) {
            addUnreadable(context, policy, facts);
            addUnstated(context, policy, facts);
        }
        if (claim == verdict::Claim::Unclear)
            addUnclearKind(context, policy, facts);
        if (!unknown.empty() && claim != verdict::Claim::No)
            addNamespaces(context, policy, unknown, facts);
    }
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        addUnreadable(context, policy, facts);
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
