#include "verdict/label_groups.h"

#include <utility>

namespace drawbridge::verdict {

namespace {

std::string labelKey(const std::string &nameSpace, const std::string &key, const std::string &value)
{
    return nameSpace + '\n' + key + '\n' + value;
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
    const std::lock_guard lock(m_mutex);
    m_answers.emplace(std::move(text), std::move(answer));
}

void SelectorAnswers::clear()
{
    m_answers.clear();
}

void LabelGroups::setNamespaces(std::map<std::string, kube::Labels> namespaces)
{
    m_namespaces = std::move(namespaces);
    m_namespacesOfLabel.clear();
    for (const auto &[name, labels] : m_namespaces)
        for (const auto &[key, value] : labels)
            m_namespacesOfLabel[labelKey({}, key, value)].push_back(name);
    m_answers.clear();
}

std::uint32_t LabelGroups::add(const std::string &nameSpace, const kube::Labels &labels,
                               const std::string &selector)
{
    std::string key = nameSpace + '\n' + selector;
    for (const auto &[name, value] : labels)
        key.append(1, '\n').append(name).append(1, '=').append(value);
    const auto [it, isNew] = m_index.emplace(std::move(key), std::uint32_t(m_groups.size()));
    if (!isNew)
        return it->second;
    const std::uint32_t group = it->second;
    m_groups.push_back({nameSpace, labels, selector});
    m_ofNamespace[nameSpace].push_back(group);
    if (!selector.empty())
        m_ofSelector[nameSpace + '\n' + selector].push_back(group);
    for (const auto &[name, value] : labels)
        m_ofLabel[labelKey(nameSpace, name, value)].push_back(group);
    m_answers.clear();
    return group;
}

void LabelGroups::select(const kube::LabelSelector &pods, const std::string &canonical,
                         const std::string &nameSpace, Bitset &result) const
{
    const auto all = m_ofNamespace.find(nameSpace);
    if (all == m_ofNamespace.end())
        return;
    if (const auto same = m_ofSelector.find(nameSpace + '\n' + canonical);
        same != m_ofSelector.end())
        for (std::uint32_t group : same->second)
            result.set(group);
    const std::vector<std::uint32_t> *candidates = &all->second;
    static const std::vector<std::uint32_t> none;
    for (const auto &[key, value] : pods.matchLabels) {
        const auto found = m_ofLabel.find(labelKey(nameSpace, key, value));
        const auto &groups = found == m_ofLabel.end() ? none : found->second;
        if (groups.size() < candidates->size())
            candidates = &groups;
    }
    for (std::uint32_t group : *candidates)
        if (pods.matches(m_groups[group].labels))
            result.set(group);
}

BitsetPtr LabelGroups::in(const std::vector<std::string> &namespaces,
                          const kube::LabelSelector &pods, const std::string &canonical) const
{
    Bitset result(m_groups.size());
    for (const std::string &name : namespaces)
        select(pods, canonical, name, result);
    result.shrink();
    return std::make_shared<const Bitset>(std::move(result));
}

BitsetPtr LabelGroups::inNamespace(const kube::LabelSelector &pods,
                                   const std::string &nameSpace) const
{
    const std::string canonical = pods.canonical();
    std::string text = "=" + nameSpace + '\n' + canonical;
    if (BitsetPtr known = m_answers.find(text))
        return known;
    BitsetPtr answer = in({nameSpace}, pods, canonical);
    m_answers.add(std::move(text), answer);
    return answer;
}

std::vector<std::string>
LabelGroups::matchingNamespaces(const kube::LabelSelector &namespaces) const
{
    std::vector<std::string> result;
    const std::vector<std::string> *candidates = nullptr;
    for (const auto &[key, value] : namespaces.matchLabels) {
        const auto found = m_namespacesOfLabel.find(labelKey({}, key, value));
        if (found == m_namespacesOfLabel.end())
            return result;
        if (!candidates || found->second.size() < candidates->size())
            candidates = &found->second;
    }
    if (candidates) {
        for (const std::string &name : *candidates)
            if (namespaces.matches(m_namespaces.at(name)))
                result.push_back(name);
        return result;
    }
    for (const auto &[name, labels] : m_namespaces)
        if (namespaces.matches(labels))
            result.push_back(name);
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
    if (BitsetPtr known = m_answers.find(text))
        return known;
    BitsetPtr answer = in(matchingNamespaces(*peer.namespaces), pods, canonical);
    m_answers.add(std::move(text), answer);
    return answer;
}

} // namespace drawbridge::verdict
