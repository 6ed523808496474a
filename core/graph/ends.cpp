#include "graph/ends.h"

#include "verdict/endpoints.h"
#include "verdict/pod_ranges.h"

#include <string_view>

namespace drawbridge::graph {

using verdict::EndpointId;

Key Ends::nodeKey(const verdict::Endpoint &endpoint)
{
    return endpoint.key();
}

static constexpr std::string_view kFramePrefix = "frame:";

Key frameKey(const std::string &nameSpace)
{
    return std::string(kFramePrefix) + nameSpace;
}

std::string namespaceOfFrame(const Key &key)
{
    return key.starts_with(kFramePrefix) ? key.substr(kFramePrefix.size()) : std::string();
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
    for (const std::string &name : m_evaluator.namespacesOf(*subject->namespaces))
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

/// Where the plugin takes pods by addresses that the input states. Of a block of all IPv4, and of
/// one that holds many pods, the arrow says that it means pods too.
void Ends::addPodsIn(const kube::IpBlock &block, std::vector<Key> &ends) const
{
    if (m_evaluator.profile().podsByBlock == verdict::PluginProfile::PodsByBlock::Never ||
        verdict::holdsEveryPod(block))
        return;
    if (const auto pods = m_pods.in(block.cidr.family, block.addresses()))
        for (const EndpointId pod : *pods)
            ends.push_back(nodeKey(m_evaluator.endpoint(pod)));
}

void Ends::addNamespaces(const kube::LabelSelector &namespaces, std::vector<Key> &ends)
{
    const std::size_t before = ends.size();
    for (const std::string &name : m_evaluator.namespacesOf(namespaces))
        ends.push_back(frameKey(name));
    if (ends.size() != before)
        return;
    std::string name = verdict::namedNamespace(namespaces);
    if (name.empty())
        name = verdict::openEndedName(namespaces);
    m_frames.emplace(frameKey(name), verdict::certainLabels(namespaces));
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
