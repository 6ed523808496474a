#include "verdict/regrouping.h"

#include <algorithm>
#include <tuple>

namespace drawbridge::verdict {

namespace {

constexpr std::size_t kMostLate = 64; ///< more are numbered with all others

bool isPodGroup(const std::optional<WantedGroup> &group)
{
    return group && group->kind == EndpointKind::PodGroup;
}

} // namespace

bool Regrouping::find(const std::vector<WantedGroups> &removed,
                      const std::vector<WantedGroups> &added)
{
    for (const auto *all : {&removed, &added})
        for (const WantedGroups &groups : *all)
            for (const WantedGroup &group : *groups)
                m_after.emplace(group.key(), std::nullopt);
    for (auto it = m_after.begin(); it != m_after.end();) {
        if (!say(wordsAfter(it->first, removed, added), it->second))
            return false;
        const auto before = m_state.wanted->find(it->first);
        const bool isSame =
            it->second && before != m_state.wanted->end() && before->second == *it->second;
        it = isSame ? m_after.erase(it) : std::next(it);
    }
    if (!keepsNamespaces())
        return false;
    findEndpoints();
    return m_state.groups->countOfLate() + m_come.size() <= kMostLate;
}

/// With what was removed out, and what was added in.
Regrouping::Words Regrouping::wordsAfter(const std::string &key,
                                         const std::vector<WantedGroups> &removed,
                                         const std::vector<WantedGroups> &added)
{
    Evaluator::State::AllAsked words;
    words[key] = m_state.askedFor(key);
    for (const WantedGroups &groups : removed)
        for (const WantedGroup &group : *groups)
            if (group.key() == key)
                Evaluator::State::unask(words, group);
    for (const WantedGroups &groups : added)
        for (const WantedGroup &group : *groups)
            if (group.key() == key)
                Evaluator::State::ask(words, group);
    return words[key];
}

/// What these words say of a group: a policy whose subject it is says more than one that names it.
/// False where they differ, and the first of all policies counts.
bool Regrouping::say(const Words &words, std::optional<WantedGroup> &group)
{
    for (const EndpointKind kind : {EndpointKind::PodGroup, EndpointKind::LikeGroup})
        for (const Evaluator::State::Asked &one : words) {
            if (one.group.kind != kind || (group && group->kind != kind))
                continue;
            if (group)
                return false;
            group = one.group;
        }
    return true;
}

bool Regrouping::keepsNamespaces() const
{
    return std::all_of(m_after.begin(), m_after.end(), [this](const auto &entry) {
        const auto &[key, after] = entry;
        if (after)
            return m_state.groups->namespaces().count(after->nameSpace) > 0;
        const std::string &nameSpace = m_state.wanted->at(key).nameSpace;
        return m_state.realNamespaces->count(nameSpace) > 0 || isAskedForIn(nameSpace);
    });
}

bool Regrouping::isAskedForIn(const std::string &nameSpace) const
{
    const std::string prefix = nameSpace + "/{";
    for (auto it = m_state.wanted->lower_bound(prefix);
         it != m_state.wanted->end() && it->first.compare(0, prefix.size(), prefix) == 0; ++it)
        if (it->second.nameSpace == nameSpace && wantedAfter(it->first))
            return true;
    return std::any_of(m_after.begin(), m_after.end(), [&](const auto &entry) {
        return entry.second && entry.second->nameSpace == nameSpace;
    });
}

const WantedGroup *Regrouping::wantedAfter(const std::string &key) const
{
    if (const auto changed = m_after.find(key); changed != m_after.end())
        return changed->second ? &*changed->second : nullptr;
    const auto found = m_state.wanted->find(key);
    return found == m_state.wanted->end() ? nullptr : &found->second;
}

bool Regrouping::isEndpoint(const std::string &key) const
{
    return m_state.byKey->count(key) > 0;
}

void Regrouping::findEndpoints()
{
    for (const auto &[key, after] : m_after) {
        if (isEndpoint(key))
            m_gone.push_back(key);
        if (after && (isPodGroup(after) || !isBacked(*after)))
            m_come.push_back(key);
    }
    findLikeGroups();
}

/// A peer that a pod group satisfies means that group: others come and go with it.
void Regrouping::findLikeGroups()
{
    std::vector<const WantedGroup *> gone;
    std::vector<const WantedGroup *> come;
    for (const auto &[key, after] : m_after) {
        const auto before = m_state.wanted->find(key);
        if (before != m_state.wanted->end() && before->second.kind == EndpointKind::PodGroup)
            gone.push_back(&before->second);
        if (isPodGroup(after))
            come.push_back(&*after);
    }
    if (gone.empty() && come.empty())
        return;
    for (const auto &[key, like] : *m_state.wanted) {
        if (like.kind != EndpointKind::LikeGroup || m_after.count(key) > 0)
            continue;
        const auto isPicked = [this, &group = like](const WantedGroup *other) {
            return picks(group, *other);
        };
        const bool is = isEndpoint(key);
        if (is && std::any_of(come.begin(), come.end(), isPicked))
            m_gone.push_back(key);
        if (!is && std::any_of(gone.begin(), gone.end(), isPicked) && !isBacked(like))
            m_come.push_back(key);
    }
}

/// No workload is among what backs it, or policies would not ask for it.
bool Regrouping::isBacked(const WantedGroup &like) const
{
    const auto isBy = [&](const WantedGroup &group) {
        return group.kind == EndpointKind::PodGroup && picks(like, group);
    };
    return std::any_of(m_after.begin(), m_after.end(),
                       [&](const auto &entry) { return entry.second && isBy(*entry.second); }) ||
           std::any_of(m_state.wanted->begin(), m_state.wanted->end(), [&](const auto &entry) {
               return isBy(entry.second) && m_after.count(entry.first) == 0;
           });
}

bool Regrouping::picks(const WantedGroup &like, const WantedGroup &group) const
{
    if (like.namespaces) {
        const auto labels = m_state.groups->namespaces().find(group.nameSpace);
        if (labels == m_state.groups->namespaces().end() ||
            !like.namespaces->matches(labels->second))
            return false;
    } else if (like.nameSpace != group.nameSpace) {
        return false;
    }
    return like.selector.matches(certainLabels(group.selector)) ||
           like.selector.canonical() == group.selector.canonical();
}

void Regrouping::takeOut()
{
    if (m_gone.empty())
        return;
    std::vector<Endpoint> &endpoints = m_state.endpoints.own();
    auto &byGroup = m_state.byGroup.own();
    auto &byKey = m_state.byKey.own();
    std::vector<bool> isGone(endpoints.size());
    std::size_t first = endpoints.size();
    for (const std::string &key : m_gone) {
        const auto found = byKey.find(key);
        const std::size_t id = found->second.value;
        const std::uint32_t group = endpoints[id].variants.front().group;
        isGone[id] = true;
        first = std::min(first, id);
        byKey.erase(found);
        byGroup[group].clear();
        if (!m_state.groups->isLate(group))
            continue;
        m_state.groups.own().removeLate(group);
        for (auto &lists : m_state.isolating)
            lists.set(group, {});
    }
    std::size_t id = 0;
    std::erase_if(endpoints, [&](const Endpoint &) { return isGone[id++]; });
    number(first);
}

void Regrouping::putIn()
{
    if (!m_after.empty()) {
        auto &wanted = m_state.wanted.own();
        for (const auto &[key, after] : m_after)
            if (after)
                wanted.insert_or_assign(key, *after);
            else
                wanted.erase(key);
    }
    if (!m_come.empty()) {
        std::vector<Endpoint> &endpoints = m_state.endpoints.own();
        const auto isBefore = [](const Endpoint &a, const Endpoint &b) {
            return a.kind != b.kind ? a.kind < b.kind : a.key() < b.key();
        };
        std::size_t first = endpoints.size();
        for (const std::string &key : m_come) {
            const WantedGroup &wanted = m_state.wanted->at(key);
            Endpoint endpoint = Evaluator::State::endpointOf(wanted);
            const std::uint32_t group = m_state.groups.own().addLate(
                wanted.nameSpace, certainLabels(wanted.selector), wanted.selector.canonical());
            endpoint.variants.push_back({group, {}, {}, false});
            if (m_state.groups->isLate(group))
                fillLists(group);
            const auto begin = endpoints.begin() + long(m_state.workloads->size());
            const auto place = std::lower_bound(begin, endpoints.end(), endpoint, isBefore);
            first = std::min(first, std::size_t(place - endpoints.begin()));
            endpoints.insert(place, std::move(endpoint));
        }
        number(first);
    }
    if ((!m_gone.empty() || !m_come.empty()) && !m_state.clusterPolicies.empty())
        m_state.indexClusterPolicies();
}

void Regrouping::fillLists(std::uint32_t group)
{
    const std::string &nameSpace = m_state.groups->nameSpace(group);
    const auto policies = m_state.inNamespace.find(nameSpace);
    m_state.byGroup.own().resize(
        std::max(m_state.byGroup->size(), std::size_t(m_state.groups->end())));
    for (kube::Direction direction : kube::kDirections) {
        auto &lists = m_state.isolating[int(direction)];
        lists.resize(m_state.groups->end());
        if (policies == m_state.inNamespace.end())
            continue;
        std::vector<PolicyPool<CompiledPolicy>::Member> isolating;
        for (const CompiledPolicy *policy : policies->second)
            if (policy->policy().isolates(direction) &&
                m_state.groups->picks(policy->subject(), nameSpace, group))
                isolating.push_back(m_state.memberOf(policy->object.get()));
        lists.set(group, std::move(isolating));
    }
}

/// Ends from this one on have other places than before.
void Regrouping::number(std::size_t from)
{
    auto &byKey = m_state.byKey.own();
    auto &byGroup = m_state.byGroup.own();
    for (std::size_t i = from; i < m_state.endpoints->size(); ++i) {
        const Endpoint &endpoint = (*m_state.endpoints)[i];
        const EndpointId id{std::uint32_t(i)};
        byKey.insert_or_assign(endpoint.key(), id);
        byGroup[endpoint.variants.front().group] = {id};
    }
}

} // namespace drawbridge::verdict
