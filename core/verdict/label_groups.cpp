#include "verdict/label_groups.h"

namespace drawbridge::verdict {

namespace {

std::string labelKey(const std::string &nameSpace, const std::string &key, const std::string &value)
{
    return nameSpace + '\n' + key + '\n' + value;
}

} // namespace

void LabelGroups::setNamespaces(std::map<std::string, kube::Labels> namespaces)
{
    m_namespaces = std::move(namespaces);
    m_namespacesOfLabel.clear();
    for (const auto &[name, labels] : m_namespaces)
        for (const auto &[key, value] : labels)
            m_namespacesOfLabel[labelKey({}, key, value)].push_back(name);
    m_cache.clear();
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
    m_cache.clear();
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

BitsetPtr LabelGroups::inNamespace(const kube::LabelSelector &pods,
                                   const std::string &nameSpace) const
{
    const std::string canonical = pods.canonical();
    BitsetPtr &cached = m_cache["=" + nameSpace + '\n' + canonical];
    if (!cached) {
        Bitset result(m_groups.size());
        select(pods, canonical, nameSpace, result);
        result.shrink();
        cached = std::make_shared<const Bitset>(std::move(result));
    }
    return cached;
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
    BitsetPtr &cached = m_cache["~" + peer.namespaces->canonical() + '\n' + canonical];
    if (!cached) {
        Bitset result(m_groups.size());
        for (const std::string &name : matchingNamespaces(*peer.namespaces))
            select(pods, canonical, name, result);
        result.shrink();
        cached = std::make_shared<const Bitset>(std::move(result));
    }
    return cached;
}

} // namespace drawbridge::verdict
