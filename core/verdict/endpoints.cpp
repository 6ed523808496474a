#include "verdict/endpoints.h"

#include <algorithm>
#include <tuple>

namespace drawbridge::verdict {

namespace {

using kube::Object;
using kube::ObjectPtr;
using kube::Workload;
using kube::WorkloadKind;

using Identity = std::tuple<std::string, std::string, std::string>; // namespace, name, kind

/// Follows owner references.
class Owners
{
public:
    Owners(const kube::Workspace &workspace, const std::vector<ObjectPtr> &objects)
        : m_workspace(workspace)
    {
        for (const ObjectPtr &object : objects)
            if (object->workload())
                m_present.emplace(identity(*object), object.get());
    }

    Identity identity(const Object &object) const
    {
        return {m_workspace.namespaceOf(object), object.meta.shownName(), object.meta.kind};
    }

    Identity top(const Object &object) const
    {
        Identity at = identity(object);
        const Object *current = &object;
        for (int step = 0; step < 10 && current->workload()->owner; ++step) {
            const kube::OwnerReference &owner = *current->workload()->owner;
            Identity next{std::get<0>(at), owner.name, owner.kind.empty() ? "Pod" : owner.kind};
            const auto found = m_present.find(next);
            if (found == m_present.end())
                return current->workload()->kind == WorkloadKind::Pod ? next : at;
            at = std::move(next);
            current = found->second;
        }
        return at;
    }

private:
    const kube::Workspace &m_workspace;
    std::map<Identity, const Object *> m_present;
};

EndpointDraft::Pods podsOf(const Workload &workload)
{
    return {workload.podLabels, workload.ports, workload.podIps, workload.hostNetwork};
}

/// Running pods say more than a template does; else the workload's own template counts, else that
/// of what it owns.
void addPods(EndpointDraft &draft, const std::vector<const Object *> &members)
{
    const auto add = [&](auto accepts) {
        for (const Object *member : members) {
            if (!accepts(*member))
                continue;
            EndpointDraft::Pods pods = podsOf(*member->workload());
            if (std::find(draft.pods.begin(), draft.pods.end(), pods) == draft.pods.end())
                draft.pods.push_back(std::move(pods));
            draft.endpoint.hostNetwork |= member->workload()->hostNetwork;
        }
    };
    add([](const Object &o) { return o.workload()->kind == WorkloadKind::Pod; });
    if (draft.pods.empty())
        add([&](const Object &o) {
            return o.meta.shownName() == draft.endpoint.name &&
                   o.meta.kind == draft.endpoint.kindName;
        });
    if (draft.pods.empty())
        add([](const Object &) { return true; });
}

} // namespace

std::vector<EndpointDraft> workloadDrafts(const kube::Workspace &workspace,
                                          const std::vector<ObjectPtr> &objects)
{
    const Owners owners(workspace, objects);
    std::map<Identity, std::vector<const Object *>> members;
    for (const ObjectPtr &object : objects)
        if (object->workload())
            members[owners.top(*object)].push_back(object.get());

    std::vector<EndpointDraft> drafts;
    for (const auto &[identity, objectsOfOne] : members) {
        EndpointDraft draft;
        std::tie(draft.endpoint.nameSpace, draft.endpoint.name, draft.endpoint.kindName) = identity;
        draft.endpoint.objects = objectsOfOne;
        addPods(draft, objectsOfOne);
        drafts.push_back(std::move(draft));
    }
    return drafts;
}

std::string WantedGroup::key() const
{
    return nameSpace + "/{" + selector.canonical() + '}';
}

std::string groupName(const kube::LabelSelector &selector, const std::string &fallback)
{
    const kube::Labels labels = certainLabels(selector);
    for (const char *key : {"app.kubernetes.io/name", "app", "k8s-app", "name"})
        if (const auto it = labels.find(key); it != labels.end() && !it->second.empty())
            return it->second;
    return fallback.empty() ? selector.canonical() : fallback;
}

kube::Labels certainLabels(const kube::LabelSelector &selector)
{
    kube::Labels labels = selector.matchLabels;
    for (const kube::Requirement &requirement : selector.expressions) {
        const auto &values = requirement.values;
        const auto isFirst = [&values](const std::string &value) {
            return value == values.front();
        };
        if (requirement.op == kube::Operator::In && !values.empty() &&
            std::all_of(values.begin(), values.end(), isFirst))
            labels.emplace(requirement.key, values.front());
    }
    return labels;
}

std::string namedNamespace(const kube::LabelSelector &namespaces)
{
    const std::optional<kube::Labels> labels = namespaces.asLabels();
    if (!labels || labels->size() != 1 || labels->begin()->first != kube::kNamespaceNameLabel)
        return {};
    return labels->begin()->second;
}

std::string Endpoint::key() const
{
    if (selector)
        return nameSpace + "/{" + selector->canonical() + '}';
    return text();
}

std::string Endpoint::text() const
{
    return nameSpace + '/' + name + '[' + kindName + ']';
}

} // namespace drawbridge::verdict
