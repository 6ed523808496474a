#include "verdict/label_groups.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace drawbridge::verdict {

std::string openEndedName(const kube::LabelSelector &namespaces)
{
    return '{' + namespaces.canonical() + '}';
}

bool meansNamespace(const kube::LabelSelector &namespaces, const std::string &name,
                    const kube::Labels &labels)
{
    return namespaces.matches(labels) ||
           (name.starts_with('{') && name == openEndedName(namespaces));
}

namespace {

std::string labelKey(const std::string &nameSpace, const std::string &key, const std::string &value)
{
    return nameSpace + '\n' + key + '\n' + value;
}

std::string keyText(const std::string &nameSpace, const std::string &key)
{
    std::string text = nameSpace;
    text += '\n';
    text += key;
    return text;
}

} // namespace

SelectorAnswers::SelectorAnswers(const SelectorAnswers &other)
{
    const std::lock_guard lock(other.m_mutex);
    m_answers = other.m_answers;
}

SelectorAnswers::SelectorAnswers(SelectorAnswers &&other) noexcept
    : m_answers(std::move(other.m_answers))
{
}

SelectorAnswers &SelectorAnswers::operator=(SelectorAnswers other) noexcept
{
    m_answers.swap(other.m_answers);
    return *this;
}

BitsetPtr SelectorAnswers::find(const std::string &text) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_answers.find(text);
    return found == m_answers.end() ? nullptr : found->second;
}

void SelectorAnswers::add(std::string text, BitsetPtr answer)
{
    constexpr std::size_t kMost = 200000; // what is typed asks for ever
    const std::lock_guard lock(m_mutex);
    if (m_answers.size() >= kMost)
        m_answers.clear();
    m_answers.emplace(std::move(text), std::move(answer));
}

void SelectorAnswers::clear()
{
    if (!m_answers.empty()) // else the room for many would be written over each time
        m_answers.clear();
}

void LabelGroups::setNamespaces(std::map<std::string, kube::Labels> namespaces)
{
    Numbered &numbered = m_numbered.own();
    numbered.namespaces = std::move(namespaces);
    numbered.namespacesOfLabel.clear();
    for (const auto &[name, labels] : numbered.namespaces)
        for (const auto &[key, value] : labels)
            numbered.namespacesOfLabel[labelKey({}, key, value)].push_back(name);
    numbered.answers.clear();
}

std::string LabelGroups::keyOf(const std::string &nameSpace, const kube::Labels &labels,
                               const std::string &selector)
{
    std::string key = nameSpace + '\n' + selector;
    for (const auto &[name, value] : labels)
        key.append(1, '\n').append(name).append(1, '=').append(value);
    return key;
}

std::uint32_t LabelGroups::add(const std::string &nameSpace, const kube::Labels &labels,
                               const std::string &selector)
{
    Numbered &numbered = m_numbered.own();
    const auto [it, isNew] = numbered.index.emplace(keyOf(nameSpace, labels, selector),
                                                    std::uint32_t(numbered.groups.size()));
    if (!isNew)
        return it->second;
    const std::uint32_t group = it->second;
    numbered.groups.push_back({nameSpace, labels, selector});
    numbered.ofNamespace[nameSpace].push_back(group);
    if (!selector.empty())
        numbered.ofSelector[nameSpace + '\n' + selector].push_back(group);
    for (const auto &[name, value] : labels) {
        numbered.ofLabel[labelKey(nameSpace, name, value)].push_back(group);
        numbered.ofKey[keyText(nameSpace, name)].push_back(group);
    }
    numbered.answers.clear();
    return group;
}

std::uint32_t LabelGroups::addLate(const std::string &nameSpace, const kube::Labels &labels,
                                   const std::string &selector)
{
    const auto known = m_numbered->index.find(keyOf(nameSpace, labels, selector));
    if (known != m_numbered->index.end())
        return known->second;
    const auto isFree = [](const std::optional<Group> &group) { return !group; };
    auto place = std::find_if(m_late.begin(), m_late.end(), isFree);
    if (place == m_late.end())
        place = m_late.insert(place, std::nullopt);
    place->emplace(Group{nameSpace, labels, selector});
    return std::uint32_t(size() + std::size_t(place - m_late.begin()));
}

void LabelGroups::removeLate(std::uint32_t group)
{
    m_late[group - size()].reset();
}

std::size_t LabelGroups::countOfLate() const
{
    return std::size_t(std::count_if(m_late.begin(), m_late.end(),
                                     [](const auto &group) { return group.has_value(); }));
}

const LabelGroups::Group &LabelGroups::at(std::uint32_t group) const
{
    return isLate(group) ? *m_late[group - size()] : m_numbered->groups[group];
}

bool LabelGroups::picks(const kube::LabelSelector &pods, const Group &group)
{
    return pods.matches(group.labels) ||
           (!group.selector.empty() && pods.canonical() == group.selector);
}

bool LabelGroups::picks(const kube::LabelSelector &pods, const std::string &nameSpace,
                        std::uint32_t group) const
{
    return at(group).nameSpace == nameSpace && picks(pods, at(group));
}

bool LabelGroups::picks(const kube::Peer &peer, const std::string &policyNamespace,
                        std::uint32_t group) const
{
    const Group &asked = at(group);
    if (peer.pods && !picks(*peer.pods, asked))
        return false;
    if (!peer.namespaces)
        return asked.nameSpace == policyNamespace;
    const auto labels = m_numbered->namespaces.find(asked.nameSpace);
    return labels != m_numbered->namespaces.end() &&
           meansNamespace(*peer.namespaces, asked.nameSpace, labels->second);
}

namespace {

constexpr std::size_t kAskedEach = 64; ///< are asked each

const std::vector<std::uint32_t> kNoGroups;

const std::vector<std::uint32_t> &
foundIn(const std::unordered_map<std::string, std::vector<std::uint32_t>> &all,
        const std::string &text)
{
    const auto found = all.find(text);
    return found == all.end() ? kNoGroups : found->second;
}

} // namespace

const LabelGroups::Groups &LabelGroups::withLabel(const std::string &nameSpace,
                                                  const std::string &key,
                                                  const std::string &value) const
{
    return foundIn(m_numbered->ofLabel, labelKey(nameSpace, key, value));
}

/// The groups of a namespace that have one of the values of a key; those that have any for the
/// other operators.
LabelGroups::Groups LabelGroups::withAny(const kube::Requirement &wanted,
                                         const std::string &nameSpace) const
{
    if (wanted.op == kube::Operator::Exists || wanted.op == kube::Operator::DoesNotExist)
        return foundIn(m_numbered->ofKey, keyText(nameSpace, wanted.key));
    Groups groups;
    for (const std::string &value : std::set(wanted.values.begin(), wanted.values.end())) {
        const Groups &those = withLabel(nameSpace, wanted.key, value);
        groups.insert(groups.end(), those.begin(), those.end());
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

void LabelGroups::select(const kube::LabelSelector &pods, const std::string &canonical,
                         const std::string &nameSpace, std::vector<std::uint32_t> &result) const
{
    const Groups &all = foundIn(m_numbered->ofNamespace, nameSpace);
    if (all.empty())
        return;
    if (const auto same = m_numbered->ofSelector.find(nameSpace + '\n' + canonical);
        same != m_numbered->ofSelector.end())
        result.insert(result.end(), same->second.begin(), same->second.end());
    const Groups *candidates = &all;
    for (const auto &[key, value] : pods.matchLabels)
        if (const Groups &groups = withLabel(nameSpace, key, value);
            groups.size() < candidates->size())
            candidates = &groups;
    if (candidates->size() > kAskedEach && !pods.expressions.empty()) {
        const Groups groups = meeting(pods, nameSpace, *candidates);
        result.insert(result.end(), groups.begin(), groups.end());
        return;
    }
    for (std::uint32_t group : *candidates)
        if (pods.matches(m_numbered->groups[group].labels))
            result.push_back(group);
}

/// Of groups of a namespace those that a selector picks, without asking each of many.
LabelGroups::Groups LabelGroups::meeting(const kube::LabelSelector &pods,
                                         const std::string &nameSpace,
                                         const Groups &candidates) const
{
    std::vector<Groups> kept; // of which each has to be in all
    for (const auto &[key, value] : pods.matchLabels)
        kept.push_back(withLabel(nameSpace, key, value));
    std::vector<const kube::Requirement *> unwanted;
    for (const kube::Requirement &wanted : pods.expressions)
        if (wanted.op == kube::Operator::In || wanted.op == kube::Operator::Exists)
            kept.push_back(withAny(wanted, nameSpace));
        else
            unwanted.push_back(&wanted);
    std::sort(kept.begin(), kept.end(),
              [](const Groups &a, const Groups &b) { return a.size() < b.size(); });
    Groups groups = kept.empty() ? candidates : kept.front();
    if (groups.size() <= kAskedEach) {
        std::erase_if(groups, [&](std::uint32_t group) {
            return !pods.matches(m_numbered->groups[group].labels);
        });
        return groups;
    }
    const std::size_t count = foundIn(m_numbered->ofNamespace, nameSpace).size();
    for (std::size_t i = 1; i < kept.size() && kept[i].size() < count; ++i) {
        Groups both;
        std::set_intersection(groups.begin(), groups.end(), kept[i].begin(), kept[i].end(),
                              std::back_inserter(both));
        groups = std::move(both);
    }
    const auto drop = [&](const Groups &those) {
        Groups rest;
        rest.reserve(groups.size());
        auto from = groups.begin();
        for (const std::uint32_t gone : those) { // mostly few
            const auto to = std::lower_bound(from, groups.end(), gone);
            rest.insert(rest.end(), from, to);
            from = to < groups.end() && *to == gone ? to + 1 : to;
        }
        rest.insert(rest.end(), from, groups.end());
        groups = std::move(rest);
    };
    for (const kube::Requirement *one : unwanted)
        if (const Groups those = withAny(*one, nameSpace); !those.empty())
            drop(those);
    return groups;
}

BitsetPtr LabelGroups::in(const std::vector<std::string> &namespaces,
                          const kube::LabelSelector &pods, const std::string &canonical) const
{
    std::vector<std::uint32_t> groups;
    for (const std::string &name : namespaces)
        select(pods, canonical, name, groups);
    return std::make_shared<const Bitset>(m_numbered->groups.size(), std::move(groups));
}

BitsetPtr LabelGroups::inNamespace(const kube::LabelSelector &pods,
                                   const std::string &nameSpace) const
{
    const std::string canonical = pods.canonical();
    std::string text = "=" + nameSpace + '\n' + canonical;
    if (BitsetPtr known = m_numbered->answers.find(text))
        return known;
    BitsetPtr answer = in({nameSpace}, pods, canonical);
    m_numbered->answers.add(std::move(text), answer);
    return answer;
}

std::vector<std::string>
LabelGroups::matchingNamespaces(const kube::LabelSelector &namespaces) const
{
    std::vector<std::string> result;
    const std::vector<std::string> *candidates = nullptr;
    for (const auto &[key, value] : namespaces.matchLabels) {
        const auto found = m_numbered->namespacesOfLabel.find(labelKey({}, key, value));
        if (found == m_numbered->namespacesOfLabel.end())
            return result; // one that is called by it has that label, too
        if (!candidates || found->second.size() < candidates->size())
            candidates = &found->second;
    }
    if (candidates) {
        for (const std::string &name : *candidates)
            if (namespaces.matches(m_numbered->namespaces.at(name)))
                result.push_back(name);
    } else {
        for (const auto &[name, labels] : m_numbered->namespaces)
            if (namespaces.matches(labels))
                result.push_back(name);
    }
    const std::string own = openEndedName(namespaces);
    const auto place = std::lower_bound(result.begin(), result.end(), own);
    if (m_numbered->namespaces.count(own) > 0 && (place == result.end() || *place != own))
        result.insert(place, own);
    return result;
}

BitsetPtr LabelGroups::ofPeer(const kube::Peer &peer, const std::string &policyNamespace) const
{
    static const kube::LabelSelector everyPod;
    const kube::LabelSelector &pods = peer.pods ? *peer.pods : everyPod;
    if (!peer.namespaces) // types.go, NetworkPolicyPeer: the policy's own namespace
        return inNamespace(pods, policyNamespace);
    const std::string canonical = pods.canonical();
    std::string text = "~" + peer.namespaces->canonical() + '\n' + canonical;
    if (BitsetPtr known = m_numbered->answers.find(text))
        return known;
    BitsetPtr answer = in(matchingNamespaces(*peer.namespaces), pods, canonical);
    m_numbered->answers.add(std::move(text), answer);
    return answer;
}

} // namespace drawbridge::verdict
