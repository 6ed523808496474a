#include "graph/ends.h"

#include "verdict/endpoints.h"
#include "verdict/pod_ranges.h"

#include <algorithm>
#include <tuple>

namespace drawbridge::graph {

using verdict::EndpointId;

namespace {

bool isBefore(const std::pair<kube::Address, EndpointId> &a,
              const std::pair<kube::Address, EndpointId> &b)
{
    return std::tie(a.first.family, a.first.value, a.second) <
           std::tie(b.first.family, b.first.value, b.second);
}

} // namespace

Ends::Ends(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
    : m_workspace(workspace), m_evaluator(evaluator)
{
    if (evaluator.profile().podsByBlock != verdict::PluginProfile::PodsByBlock::ByAddress)
        return;
    const auto &endpoints = evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        for (const verdict::Variant &variant : endpoints[i].variants)
            for (const kube::Address &address : variant.addresses)
                m_pods.emplace_back(address, EndpointId{i});
    std::sort(m_pods.begin(), m_pods.end(), isBefore);
}

Key Ends::nodeKey(const verdict::Endpoint &endpoint)
{
    return endpoint.key();
}

Key frameKey(const std::string &nameSpace)
{
    return "frame:" + nameSpace;
}

std::vector<Key> Ends::ofSubject(const kube::Object &policy) const
{
    const auto &subject = policy.policy()->subject;
    const std::string &nameSpace = m_workspace.namespaceOf(policy);
    if (!subject)
        return {};
    if (subject->isEmpty())
        return {frameKey(nameSpace)};
    std::vector<Key> ends;
    for (EndpointId id : m_evaluator.selected(*subject, nameSpace))
        ends.push_back(nodeKey(m_evaluator.endpoint(id)));
    return ends;
}

std::vector<Key> Ends::ofRule(const kube::Object &policy, const kube::Rule &rule)
{
    std::vector<Key> ends;
    if (rule.anyPeer) {
        Node &node = m_outside[kEveryoneKey];
        node.key = kEveryoneKey;
        node.kind = NodeKind::Everyone;
        if (!node.source.object)
            node.source = {&policy, rule.origin};
        return {kEveryoneKey};
    }
    for (const kube::Peer &peer : rule.peers)
        addPeer(policy, peer, ends);
    return ends;
}

std::vector<Key> Ends::ofClusterSubject(const kube::Object &policy) const
{
    const std::optional<kube::Peer> &subject = policy.clusterPolicy()->subject;
    std::vector<Key> ends;
    if (!subject)
        return ends;
    if (subject->pods && !subject->pods->isEmpty()) {
        for (EndpointId id : m_evaluator.selected(*subject, {}))
            ends.push_back(nodeKey(m_evaluator.endpoint(id)));
        return ends;
    }
    for (const auto &[name, labels] : m_evaluator.namespaces())
        if (subject->namespaces->matches(labels))
            ends.push_back(frameKey(name));
    return ends;
}

std::vector<Key> Ends::ofClusterRule(const kube::Object &policy, const kube::ClusterRule &rule)
{
    std::vector<Key> ends;
    for (const kube::ClusterPeer &peer : rule.peers) {
        if (peer.pods)
            addPeer(policy, *peer.pods, ends);
        for (const kube::Cidr &cidr : peer.networks) {
            kube::Peer network;
            network.ipBlock = kube::IpBlock{cidr, {}};
            network.origin = peer.origin;
            ends.push_back(outside(policy, network));
        }
    }
    return ends;
}

void Ends::addPeer(const kube::Object &policy, const kube::Peer &peer, std::vector<Key> &ends)
{
    const std::string &nameSpace = m_workspace.namespaceOf(policy);
    const bool everyPod = !peer.pods || peer.pods->isEmpty();
    if (peer.ipBlock) {
        ends.push_back(outside(policy, peer));
        addPodsIn(*peer.ipBlock, ends);
    } else if (!everyPod) {
        for (EndpointId id : m_evaluator.selected(peer, nameSpace))
            ends.push_back(nodeKey(m_evaluator.endpoint(id)));
    } else if (!peer.namespaces) {
        ends.push_back(frameKey(nameSpace));
    } else if (peer.namespaces->isEmpty()) {
        Node &node = m_outside[kClusterKey];
        node.key = kClusterKey;
        node.kind = NodeKind::Cluster;
        if (!node.source.object)
            node.source = {&policy, peer.origin};
        ends.emplace_back(kClusterKey);
    } else {
        addNamespaces(*peer.namespaces, ends);
    }
}

/// Of a block of all IPv4 the arrow says that it means every pod.
void Ends::addPodsIn(const kube::IpBlock &block, std::vector<Key> &ends) const
{
    if (m_pods.empty() || verdict::holdsEveryPod(block))
        return;
    const auto first = std::lower_bound(
        m_pods.begin(), m_pods.end(),
        std::pair(kube::Address{block.cidr.family, block.cidr.first}, EndpointId{0}), isBefore);
    const kube::AddressSet addresses = block.addresses();
    for (auto pod = first; pod != m_pods.end() && pod->first.family == block.cidr.family &&
                           pod->first.value <= block.cidr.last;
         ++pod)
        if (addresses.contains(pod->first.value))
            ends.push_back(nodeKey(m_evaluator.endpoint(pod->second)));
}

void Ends::addNamespaces(const kube::LabelSelector &namespaces, std::vector<Key> &ends)
{
    const std::size_t before = ends.size();
    for (const auto &[name, labels] : m_evaluator.namespaces())
        if (namespaces.matches(labels))
            ends.push_back(frameKey(name));
    if (ends.size() != before)
        return;
    std::string name = verdict::namedNamespace(namespaces);
    if (name.empty())
        name = verdict::openEndedName(namespaces);
    m_frames.emplace(frameKey(name), name);
    ends.push_back(frameKey(name));
}

Key Ends::outside(const kube::Object &policy, const kube::Peer &peer)
{
    const kube::IpBlock &block = *peer.ipBlock;
    const bool isInternet = block.cidr.prefix == 0 && block.except.empty();
    std::string title = block.cidr.text();
    for (std::size_t i = 0; i < block.except.size(); ++i)
        title += (i ? ", −" : " −") + block.except[i].text();
    Key key = isInternet ? kInternetKey : "outside:" + title;
    Node &node = m_outside[key];
    node.key = key;
    node.kind = isInternet ? NodeKind::Internet : NodeKind::Range;
    node.title = isInternet ? std::string() : title;
    (block.cidr.family == kube::Family::V4 ? node.v4 : node.v6) |= block.addresses();
    if (block.cidr.family == kube::Family::V4)
        m_blocks.insert_or_assign(key, block);
    else
        m_blocks.emplace(key, block);
    if (!node.source.object)
        node.source = {&policy, peer.origin};
    return key;
}

} // namespace drawbridge::graph
