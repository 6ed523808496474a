#include "lint/context.h"
#include "verdict/doubts.h"
#include "verdict/namespace_answer.h"

#include <algorithm>
#include <set>

namespace drawbridge::lint {

using kube::Direction;
using verdict::EndpointId;

/// Trap 27: without a namespace an object goes where kubectl's context points. Told where the
/// workloads all name another; who says which namespace is the default knows.
void checkNamespace(Context &context, const kube::Object &policy)
{
    const std::string &home = context.workspace.defaultNamespace();
    const auto &namespaces = context.workloadNamespaces();
    if (policy.meta.nameSpace.empty() && !context.workspace.isDefaultNamespaceGiven() &&
        !namespaces.empty() && !namespaces.count(home))
        context.addToPolicy(Severity::Hint, Code::LintNoNamespace, policy, policy.meta.nameOrigin,
                            {home, named({namespaces.begin(), namespaces.end()})});
}

/// Says nothing where there are no workloads to select: a sketch, or policies alone.
void checkSubject(Context &context, const kube::Object &policy)
{
    checkNamespace(context, policy);
    const auto &subject = policy.policy()->subject;
    const std::string &nameSpace = context.workspace.namespaceOf(policy);
    const kube::Peer peer{subject, {}, {}, {}};
    if (!subject || subject->isEmpty() || context.open.count(&*subject) > 0 ||
        context.selectsWorkload(peer, nameSpace) ||
        context.mayBeMadeByOperator(*subject, nameSpace))
        return;
    if (const auto near = context.nearLabels(true).of(peer, nameSpace))
        context.addToPolicy(context.hasWorkloads(nameSpace) ? Severity::Warning : Severity::Hint,
                            Code::LintNearName, policy, subject->origin,
                            {near->text(), near->nearText()});
    else if (context.hasWorkloads(nameSpace))
        context.addToPolicy(Severity::Warning, Code::LintSelectsNothing, policy, subject->origin);
}

/// The same of a cluster-wide policy. A hint where no namespace that it asks for has workloads
/// here: they may be elsewhere. Silent where labels decide that no file states, which is told
/// apart.
void checkClusterSubject(Context &context, const kube::Object &policy)
{
    const auto &subject = policy.clusterPolicy()->subject;
    if (!subject || context.workloadNamespaces().empty() || !context.subjects(policy).empty() ||
        (subject->pods && context.open.count(&*subject->pods) > 0))
        return;
    const auto &homes = context.workloadNamespaces();
    bool isKnown = !subject->namespaces;
    if (subject->namespaces) {
        const bool isByName = verdict::asksOnlyForNames(*subject->namespaces);
        if (!isByName && std::any_of(homes.begin(), homes.end(), [&](const std::string &name) {
                return !context.evaluator.namespaceIsDeclared(name);
            }))
            return;
        for (const std::string &name : context.namespacesOf(*subject->namespaces))
            isKnown = isKnown || context.hasWorkloads(name);
    }
    context.add(isKnown ? Severity::Warning : Severity::Hint, Code::LintSelectsNothing, policy,
                subject->origin, {policy.meta.name});
}

namespace {

/// Namespaces in which some policy isolates for ingress: there, openness is probably forgotten.
std::set<std::string> guardedNamespaces(const Context &context)
{
    std::set<std::string> result;
    for (const kube::ObjectPtr &policy : context.evaluator.policies())
        if (policy->policy()->isolatesIngress)
            result.insert(context.evaluator.namespaceOf(policy.get()));
    return result;
}

/// A Job that declares no port most likely serves nobody.
bool servesNobody(const verdict::Endpoint &endpoint)
{
    return (endpoint.kindName == "Job" || endpoint.kindName == "CronJob") &&
           std::all_of(endpoint.variants.begin(), endpoint.variants.end(),
                       [](const verdict::Variant &variant) { return variant.ports.empty(); });
}

} // namespace

void checkEndpoints(Context &context)
{
    if (!context.evaluator.profile().enforces)
        return; // nothing is isolated, and no policy would mend that
    const std::set<std::string> guarded = guardedNamespaces(context);
    const auto &endpoints = context.evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i) {
        const verdict::Endpoint &endpoint = endpoints[i];
        if (endpoint.kind != verdict::EndpointKind::Workload || endpoint.objects.empty())
            continue;
        const kube::Object &object = *endpoint.objects.front();
        const EndpointId id{i};
        const bool isIsolated = context.evaluator.isIsolated(id, Direction::Ingress);
        if (endpoint.hostNetwork) {
            if (isIsolated || context.evaluator.isIsolated(id, Direction::Egress))
                context.add(Severity::Hint, Code::LintHostNetwork, object, object.meta.nameOrigin,
                            {endpoint.text()});
        } else if (!isIsolated && !verdict::mayIsolate(context.evaluator, id, Direction::Ingress) &&
                   !context.evaluator.isDeniedByDefault(id, Direction::Ingress) &&
                   guarded.count(endpoint.nameSpace) && !servesNobody(endpoint)) {
            context.add(Severity::Warning, Code::LintNobodyIsolates, object, object.meta.nameOrigin,
                        {endpoint.text()});
        }
    }
}

} // namespace drawbridge::lint
