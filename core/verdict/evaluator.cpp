#include "verdict/evaluator.h"

#include "base/effort.h"
#include "verdict/state.h"

#include <algorithm>
#include <utility>

namespace drawbridge::verdict {

/// Taking another workspace, of each object; see base/effort.h.
static constexpr std::size_t kEffortOfObject = 8;

using kube::Object;
using kube::ObjectPtr;

Evaluator::Evaluator() : m_state(std::make_unique<State>())
{
}
Evaluator::Evaluator(const Evaluator &other) : m_state(std::make_unique<State>(*other.m_state))
{
    m_state->asked.reset();
}
Evaluator::~Evaluator() = default;
Evaluator::Evaluator(Evaluator &&) noexcept = default;
Evaluator &Evaluator::operator=(Evaluator &&) noexcept = default;

void Evaluator::setProfile(PluginProfile profile)
{
    if (profile == m_state->profile)
        return;
    m_state->profile = std::move(profile);
    m_state->profileChanged = true;
}

const PluginProfile &Evaluator::profile() const
{
    return m_state->profile;
}

const std::optional<Evaluator::Replaced> &Evaluator::lastReplaced() const
{
    return m_state->lastReplaced;
}

void Evaluator::update(const kube::Workspace &workspace)
{
    spend(m_state->seen.size() * kEffortOfObject);
    if (!updateFew(workspace))
        update(workspace, workspace.effectiveObjects());
}

bool Evaluator::updateFew(const kube::Workspace &workspace)
{
    return m_state->replaceSome(workspace);
}

void Evaluator::update(const kube::Workspace &workspace, const std::vector<ObjectPtr> &objects)
{
    State &state = *m_state;
    state.lastReplaced.reset();
    std::vector<ObjectPtr> policies;
    std::vector<ObjectPtr> clusterPolicies;
    std::vector<ObjectPtr> others;
    state.seen.clear();
    for (const ObjectPtr &object : objects) {
        auto &list = object->policy()          ? policies
                     : object->clusterPolicy() ? clusterPolicies
                                               : others;
        list.push_back(object);
        state.seen.push_back(object.get());
    }
    const bool othersChanged = state.others != others ||
                               state.defaultNamespace != workspace.defaultNamespace() ||
                               state.workloads->size() + state.endpoints->size() == 0;
    if (othersChanged)
        state.readOthers(workspace, std::move(others));
    state.readPolicies(workspace, std::move(policies));
    state.readClusterPolicies(std::move(clusterPolicies));
}

void Evaluator::prepareForUpdates()
{
    m_state->allAsked();
    m_state->allSelectors();
}

void Evaluator::State::readOthers(const kube::Workspace &workspace, std::vector<ObjectPtr> objects)
{
    others = std::move(objects);
    defaultNamespace = workspace.defaultNamespace();
    std::map<std::string, kube::Labels> namespaces;
    declared.clear();
    PortNames names;
    for (const ObjectPtr &object : others) {
        if (const auto *service = std::get_if<kube::Service>(&object->value);
            service && service->selector && !service->selector->empty())
            addPortNames(*service, workspace.namespaceOf(*object), names);
        if (!std::holds_alternative<kube::Namespace>(object->value)) {
            namespaces[workspace.namespaceOf(*object)];
            continue;
        }
        namespaces[object->meta.name] = object->meta.labels;
        declared.insert(object->meta.name);
    }
    portNames.set(std::move(names));
    // The control plane sets this label on every namespace (well-known labels, Kubernetes docs).
    for (auto &[name, labels] : namespaces)
        labels[kube::kNamespaceNameLabel] = name;
    namespacesOfOthers.set(std::move(namespaces));
    LabelGroups numbered;
    std::vector<Endpoint> found;
    for (EndpointDraft &draft : workloadDrafts(workspace, others)) {
        for (EndpointDraft::Pods &pods : draft.pods)
            draft.endpoint.variants.push_back({numbered.add(draft.endpoint.nameSpace, pods.labels),
                                               std::move(pods.ports), std::move(pods.addresses),
                                               pods.hostNetwork});
        found.push_back(std::move(draft.endpoint));
    }
    workloads.set(std::move(found));
    workloadGroups.set(std::move(numbered));
    wantedOf.clear();
    wanted.set({});
    compiled.clear();
    compiledCluster.clear();
    endpoints.set({});
}

void Evaluator::State::addPortNames(const kube::Service &service, const std::string &nameSpace,
                                    PortNames &names)
{
    kube::LabelSelector selector;
    selector.matchLabels = *service.selector;
    const auto &[label, value] = *selector.matchLabels.begin();
    for (const kube::ServicePort &port : service.ports)
        names[portNameKey(nameSpace, port.name, label, value)].push_back(selector);
}

void Evaluator::State::readPolicies(const kube::Workspace &workspace,
                                    std::vector<ObjectPtr> objects)
{
    policies = std::move(objects);
    std::map<std::string, kube::Labels> names = *namespacesOfOthers;
    for (const ObjectPtr &object : policies) {
        const std::string &name = workspace.namespaceOf(*object);
        if (const auto [it, isNew] = names.try_emplace(name); isNew)
            it->second.emplace(kube::kNamespaceNameLabel, name);
    }
    const bool namespacesChanged = names != *realNamespaces;
    if (namespacesChanged) {
        realNamespaces.set(std::move(names));
        wantedOf.clear();
    }
    if (workloadGroups->namespaces() != *realNamespaces)
        workloadGroups.own().setNamespaces(*realNamespaces);

    Wanted next;
    asked.reset();
    selectors.reset();
    std::unordered_map<const Object *, WantedGroups> nextOf;
    nextOf.reserve(policies.size());
    for (const ObjectPtr &object : policies) {
        const auto known = wantedOf.find(object.get());
        const WantedGroups groupsOfOne = known != wantedOf.end()
                                             ? known->second
                                             : wants(*object, workspace.namespaceOf(*object));
        for (const WantedGroup &group : *groupsOfOne) {
            const auto [it, isNew] = next.emplace(group.key(), group);
            // A policy's own subject says more about a group than a peer that names it.
            if (!isNew && it->second.kind == EndpointKind::LikeGroup &&
                group.kind == EndpointKind::PodGroup)
                it->second = group;
        }
        nextOf.emplace(object.get(), groupsOfOne);
    }
    wantedOf = std::move(nextOf);
    if (namespacesChanged || next != *wanted || endpoints->empty()) {
        wanted.set(std::move(next));
        rebuildGroups();
        compiled.clear();
        compiledCluster.clear();
    }
    if (std::exchange(profileChanged, false))
        compiled.clear();
    std::unordered_map<const Object *, Ranked> kept;
    kept.reserve(policies.size());
    for (std::uint64_t order = kOrderStep; const ObjectPtr &object : policies) {
        const auto known = compiled.find(object.get());
        kept.emplace(object.get(),
                     Ranked{known != compiled.end()
                                ? known->second.policy
                                : compile(object, workspace.namespaceOf(*object), *groups, profile),
                            order});
        order += kOrderStep;
    }
    compiled = std::move(kept);
    indexPolicies();
}

namespace {

WantedGroup likeGroup(const kube::Peer &peer, const std::string &policyNamespace)
{
    WantedGroup group{policyNamespace, {}, *peer.pods, {}, EndpointKind::LikeGroup};
    group.name = groupName(*peer.pods, {});
    if (!peer.namespaces)
        return group;
    group.nameSpace = namedNamespace(*peer.namespaces);
    if (group.nameSpace.empty()) {
        group.nameSpace = openEndedName(*peer.namespaces);
        group.namespaces = peer.namespaces;
    }
    return group;
}

} // namespace

Evaluator::State::AllAsked &Evaluator::State::allAsked()
{
    if (!asked) {
        auto all = std::make_shared<AllAsked>();
        for (const auto &[policy, groupsOfOne] : wantedOf)
            for (const WantedGroup &one : *groupsOfOne)
                ask(*all, one);
        asked = std::move(all);
    }
    return *asked;
}

std::vector<Evaluator::State::Asked> Evaluator::State::askedFor(const std::string &key)
{
    const AllAsked &all = allAsked();
    const auto found = all.find(key);
    return found == all.end() ? std::vector<Asked>() : found->second;
}

void Evaluator::State::ask(AllAsked &all, const WantedGroup &group)
{
    std::vector<Asked> &words = all[group.key()];
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Asked &one) { return one.group == group; });
    if (found != words.end())
        ++found->count;
    else
        words.push_back(Asked{group, 1});
}

void Evaluator::State::unask(AllAsked &all, const WantedGroup &group)
{
    std::vector<Asked> &words = all.at(group.key());
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const Asked &one) { return one.group == group; });
    if (--found->count == 0)
        words.erase(found);
}

Evaluator::State::WantedGroups Evaluator::State::wants(const Object &object,
                                                       const std::string &nameSpace) const
{
    static const WantedGroups nothing = std::make_shared<std::vector<WantedGroup>>();
    std::vector<WantedGroup> result;
    const kube::NetworkPolicy &policy = *object.policy();
    if (policy.subject && !policy.subject->isEmpty() &&
        workloadGroups->inNamespace(*policy.subject, nameSpace)->isEmpty()) {
        WantedGroup group{nameSpace, {}, *policy.subject, {}, EndpointKind::PodGroup};
        group.name = groupName(*policy.subject, object.meta.name);
        result.push_back(std::move(group));
    }
    for (kube::Direction direction : kube::kDirections)
        if (policy.isolates(direction))
            for (const kube::Rule &rule : policy.rules(direction))
                for (const kube::Peer &peer : rule.peers)
                    if (!peer.ipBlock && peer.pods && !peer.pods->isEmpty() &&
                        workloadGroups->ofPeer(peer, nameSpace)->isEmpty())
                        result.push_back(likeGroup(peer, nameSpace));
    return result.empty() ? nothing
                          : std::make_shared<const std::vector<WantedGroup>>(std::move(result));
}

/// Without a label group as yet.
Endpoint Evaluator::State::endpointOf(const WantedGroup &group)
{
    Endpoint endpoint;
    endpoint.kind = group.kind;
    endpoint.nameSpace = group.nameSpace;
    endpoint.namespaceIsOpenEnded = group.namespaces.has_value();
    endpoint.name = group.name;
    endpoint.kindName = "Pods";
    endpoint.selector = group.selector;
    return endpoint;
}

void Evaluator::State::rebuildGroups()
{
    std::vector<Endpoint> all = *workloads;
    all.reserve(workloads->size() + wanted->size());
    groups = workloadGroups; // with what has been asked of them, where no other groups follow
    std::map<std::string, kube::Labels> namespaces = *realNamespaces;
    for (const auto &[key, group] : *wanted) {
        kube::Labels &labels = namespaces[group.nameSpace];
        if (group.namespaces)
            labels = certainLabels(*group.namespaces);
        else if (!group.nameSpace.empty())
            labels.emplace(kube::kNamespaceNameLabel, group.nameSpace);
    }
    if (!wanted->empty())
        groups.own().setNamespaces(std::move(namespaces));
    const auto add = [&](const WantedGroup &group) {
        Endpoint endpoint = endpointOf(group);
        endpoint.variants.push_back(
            {groups.own().add(group.nameSpace, certainLabels(group.selector),
                              group.selector.canonical()),
             {},
             {},
             false});
        all.push_back(std::move(endpoint));
    };
    for (const auto &[key, group] : *wanted)
        if (group.kind == EndpointKind::PodGroup)
            add(group);
    // A peer that an existing group's labels satisfy means that group.
    std::vector<const WantedGroup *> unbacked;
    for (const auto &[key, group] : *wanted) {
        const kube::Peer peer{group.selector, group.namespaces, {}, {}};
        if (group.kind == EndpointKind::LikeGroup &&
            groups->ofPeer(peer, group.nameSpace)->isEmpty())
            unbacked.push_back(&group);
    }
    for (const WantedGroup *group : unbacked)
        add(*group);
    std::unordered_map<std::string, EndpointId> keys;
    std::vector<std::vector<EndpointId>> ofGroup(groups->size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        keys.emplace(all[i].key(), EndpointId{std::uint32_t(i)});
        for (const Variant &variant : all[i].variants) // many may share a group
            if (std::vector<EndpointId> &having = ofGroup[variant.group];
                having.empty() || having.back().value != i)
                having.push_back({std::uint32_t(i)});
    }
    endpoints.set(std::move(all));
    byKey.set(std::move(keys));
    byGroup.set(std::move(ofGroup));
}

void Evaluator::State::indexPolicies()
{
    Policies all;
    if (profile.enforces) {
        all.reserve(policies.size());
        for (const ObjectPtr &object : policies)
            all.push_back(compiled.at(object.get()).policy.get());
    }
    inNamespace.clear();
    for (auto &those : walls)
        those.clear();
    for (const CompiledPolicy *policy : all)
        forEachList(*policy, [policy](Policies &list) { list.push_back(policy); });
    for (kube::Direction direction : kube::kDirections) {
        std::vector<std::vector<PolicyPool<CompiledPolicy>::Member>> parts;
        for (const auto &[nameSpace, policiesOfOne] : inNamespace) {
            auto &part = parts.emplace_back();
            for (const CompiledPolicy *policy : policiesOfOne)
                if (policy->policy().isolates(direction))
                    part.push_back(memberOf(policy->object.get()));
        }
        isolating[int(direction)].assign(groups->end(), std::move(parts),
                                         [&](const CompiledPolicy &policy, const auto &visit) {
                                             forEachGroup(policy, direction, visit);
                                         });
    }
}

PolicyPool<CompiledPolicy>::Member Evaluator::State::memberOf(const kube::Object *policy) const
{
    const Ranked &ranked = compiled.at(policy);
    return {ranked.policy, ranked.order};
}

void Evaluator::State::readClusterPolicies(std::vector<ObjectPtr> objects)
{
    clusterPolicies = std::move(objects);
    std::unordered_map<const Object *, CompiledClusterPolicyPtr> kept;
    for (const ObjectPtr &object : clusterPolicies) {
        const auto known = compiledCluster.find(object.get());
        kept.emplace(object.get(), known != compiledCluster.end()
                                       ? known->second
                                       : compileCluster(object, *groups));
    }
    compiledCluster = std::move(kept);
    indexClusterPolicies();
}

/// In the order of their rank.
std::array<Evaluator::State::ClusterMembers, Evaluator::State::kChains>
Evaluator::State::clusterMembers() const
{
    std::vector<CompiledClusterPolicyPtr> ordered;
    for (const ObjectPtr &object : clusterPolicies)
        ordered.push_back(compiledCluster.at(object.get()));
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a->rank < b->rank; });
    std::array<ClusterMembers, kChains> ofChain;
    for (const CompiledClusterPolicyPtr &policy : ordered) {
        const kube::ClusterPolicy &value = policy->policy();
        if (!profile.enforcesKind(value.kind))
            continue;
        const bool isOld = value.kind == kube::ClusterPolicyKind::BaselineAdminNetworkPolicy;
        auto &chain = ofChain[value.tier == kube::Tier::Admin ? Admin
                              : isOld                         ? OldBaseline
                                                              : Baseline];
        chain.push_back({policy, chain.size()});
    }
    return ofChain;
}

void Evaluator::State::indexClusterPolicies()
{
    std::array<ClusterMembers, kChains> ofChain = clusterMembers();
    for (std::size_t i = 0; i < kChains; ++i)
        chains[i].assign(clusterPolicies.empty() ? 0 : groups->end(), {std::move(ofChain[i])},
                         [this](const CompiledClusterPolicy &policy, const auto &visit) {
                             forEachGroup(policy, visit);
                         });
}

} // namespace drawbridge::verdict
