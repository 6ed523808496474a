#include "graph/pod_group_exchange.h"

#include "graph/nodes.h"
#include "graph/renumbering.h"
#include "verdict/endpoints.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace drawbridge::graph {

using kube::Object;
using verdict::Evaluator;

namespace {

auto nodePlace(std::vector<Node> &nodes, const Key &key)
{
    return std::lower_bound(nodes.begin(), nodes.end(), key,
                            [](const Node &node, const Key &k) { return node.key < k; });
}

/// A namespace of which only labels are known may not meet the selector that it stands for, and a
/// peer that is refused picks nothing.
bool isWrittenIn(const kube::Peer &peer, const std::string &policyNamespace, const Node &node)
{
    if (!peer.ipBlock && (!peer.namespaces || peer.namespaces->expressions.empty()))
        return false;
    std::string nameSpace = policyNamespace;
    if (peer.namespaces) {
        nameSpace = verdict::namedNamespace(*peer.namespaces);
        if (nameSpace.empty())
            nameSpace = verdict::openEndedName(*peer.namespaces);
    }
    return node.frame == frameKey(nameSpace) &&
           node.key == nameSpace + "/{" + peer.pods->canonical() + '}';
}

} // namespace

PodGroupExchange::PodGroupExchange(Graph &graph, const kube::Workspace &workspace,
                                   const Evaluator &evaluator)
    : m_graph(graph), m_workspace(workspace), m_evaluator(evaluator)
{
}

bool PodGroupExchange::exchange(const DeclaredPorts &declared)
{
    const Evaluator::Replaced &replaced = *m_evaluator.lastReplaced();
    if (replaced.endsGone.empty() && replaced.endsCome.empty())
        return true;
    std::map<Key, Node> come;
    for (const std::string &key : replaced.endsCome) {
        Node node = endpointNode(m_workspace, m_evaluator, m_evaluator.find(key), declared);
        if (!m_graph.frame(node.frame))
            return false;
        come.emplace(key, std::move(node));
    }
    std::set<std::size_t> gone;
    for (const std::string &key : replaced.endsGone) {
        const auto place = nodePlace(m_graph.nodes, key);
        m_frames.insert(place->frame);
        m_touched.insert(key);
        gone.insert(std::size_t(place - m_graph.nodes.begin()));
        m_gone.push_back(std::move(*place));
        place->key = key; // by which others are found
    }
    for (const auto &[key, node] : come) {
        m_frames.insert(node.frame);
        m_touched.insert(key);
        m_come.insert(key);
    }
    std::vector<std::size_t> left(gone.begin(), gone.end());
    std::vector<std::size_t> places = Renumbering::placesFor(
        m_come, m_graph.nodes, left, [](const Node &node) -> const Key & { return node.key; });
    const Renumbering numbers(m_graph.nodes.size(), std::move(left), std::move(places));
    numbers.applyTo(m_graph.nodes);
    auto place = numbers.come().begin();
    for (auto &[key, node] : come)
        m_graph.nodes[*place++] = std::move(node);
    m_touched.insert(m_frames.begin(), m_frames.end());
    for (Node &node : m_graph.nodes)
        if (node.kind == NodeKind::PodGroup || node.kind == NodeKind::LikeGroup)
            node.endpoint = m_evaluator.find(node.key);
    return true;
}

void PodGroupExchange::takeBack()
{
    std::erase_if(m_graph.nodes, [this](const Node &node) { return isNew(node.key); });
    for (Node &node : m_gone)
        m_graph.nodes.insert(nodePlace(m_graph.nodes, node.key), std::move(node));
}

bool PodGroupExchange::isGone(const Key &node) const
{
    return std::any_of(m_gone.begin(), m_gone.end(),
                       [&node](const Node &gone) { return gone.key == node; });
}

std::vector<const Node *> PodGroupExchange::newNodes() const
{
    std::vector<const Node *> nodes;
    for (const Key &key : m_come)
        nodes.push_back(m_graph.node(key));
    return nodes;
}

std::vector<const Object *> PodGroupExchange::concerned() const
{
    const std::vector<const Node *> come = newNodes();
    std::vector<const Object *> policies;
    const auto &known = m_evaluator.lastReplaced()->mayMeanCome;
    std::copy_if(known.begin(), known.end(), std::back_inserter(policies),
                 [&](const Object *policy) {
                     return std::any_of(come.begin(), come.end(),
                                        [&](const Node *node) { return concerns(*policy, *node); });
                 });
    return policies;
}

bool PodGroupExchange::concernClusterPolicies() const
{
    const std::vector<const Node *> come = newNodes();
    const auto &policies = m_evaluator.clusterPolicies();
    return std::any_of(come.begin(), come.end(), [&](const Node *node) {
        return std::any_of(policies.begin(), policies.end(),
                           [&](const auto &policy) { return concernsCluster(*policy, *node); });
    });
}

bool PodGroupExchange::concerns(const Object &object, const Node &node) const
{
    const kube::NetworkPolicy &policy = *object.policy();
    const std::string &nameSpace = m_workspace.namespaceOf(object);
    if (policy.subject && !policy.subject->isEmpty() &&
        m_evaluator.picks(*policy.subject, nameSpace, node.endpoint))
        return true;
    const auto isMeant = [&](const kube::Peer &peer) {
        return peer.pods && !peer.pods->isEmpty() &&
               (m_evaluator.picks(peer, nameSpace, node.endpoint) ||
                isWrittenIn(peer, nameSpace, node));
    };
    for (const kube::Direction direction : kube::kDirections)
        for (const kube::Rule &rule : policy.rules(direction))
            if (std::any_of(rule.peers.begin(), rule.peers.end(), isMeant))
                return true;
    return false;
}

bool PodGroupExchange::concernsCluster(const Object &object, const Node &node) const
{
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    const auto isMeant = [&](const std::optional<kube::Peer> &pods) {
        return pods && pods->pods && !pods->pods->isEmpty() &&
               m_evaluator.picks(*pods, {}, node.endpoint);
    };
    if (isMeant(policy.subject))
        return true;
    for (const kube::Direction direction : kube::kDirections)
        for (const kube::ClusterRule &rule : policy.rules(direction))
            if (std::any_of(rule.peers.begin(), rule.peers.end(),
                            [&](const kube::ClusterPeer &peer) { return isMeant(peer.pods); }))
                return true;
    return false;
}

std::unordered_map<Key, std::string> PodGroupExchange::titles() const
{
    std::unordered_map<Key, std::string> result;
    if (m_frames.empty())
        return result;
    FewKeys frames;
    frames.insertAll(m_frames);
    std::map<Key, std::vector<Node>> members;
    for (const Node &node : m_graph.nodes)
        if (frames.contains(node.frame) && node.endpoint.isValid()) {
            members[node.frame].push_back(node);
            members[node.frame].back().title = m_evaluator.endpoint(node.endpoint).name;
        }
    for (auto &[frame, nodes] : members) {
        std::vector<Node *> all;
        for (Node &node : nodes)
            all.push_back(&node);
        separateTitles(all);
        for (const Node &node : nodes)
            if (m_graph.node(node.key)->title != node.title)
                result.emplace(node.key, node.title);
    }
    return result;
}

bool PodGroupExchange::mayHaveWays() const
{
    const auto isSubject = [](const Node &node) { return node.kind == NodeKind::PodGroup; };
    return std::any_of(m_gone.begin(), m_gone.end(), isSubject) ||
           std::any_of(m_come.begin(), m_come.end(),
                       [&](const Key &key) { return isSubject(*m_graph.node(key)); });
}

} // namespace drawbridge::graph
