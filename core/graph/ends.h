#pragma once

#include "graph/graph.h"
#include "graph/stated_pods.h"

#include <map>
#include <vector>

namespace drawbridge::graph {

/// Finds the ends of arrows that a policy names, and collects the nodes and frames that exist only
/// because a rule names them.
class Ends
{
public:
    Ends(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
         const StatedPods &pods)
        : m_workspace(workspace), m_evaluator(evaluator), m_pods(pods)
    {
    }

    std::vector<Key> ofSubject(const kube::Object &policy) const;
    std::vector<Key> ofRule(const kube::Object &policy, const kube::Rule &rule);
    /// The same for a cluster-wide policy: its subjects are nodes, and frames where it has all
    /// pods.
    std::vector<Key> ofClusterSubject(const kube::Object &policy) const;
    std::vector<Key> ofClusterRule(const kube::Object &policy, const kube::ClusterRule &rule);

    const std::map<Key, Node> &outsideNodes() const { return m_outside; }
    /// The block of addresses that an outside node stands for; of several the IPv4 one.
    const std::map<Key, kube::IpBlock> &blocks() const { return m_blocks; }
    /// Namespaces that only a rule names, by frame key, with what it says of their labels.
    const std::map<Key, kube::Labels> &namedFrames() const { return m_frames; }

    static Key nodeKey(const verdict::Endpoint &endpoint);

private:
    void addPeer(const kube::Object &policy, const kube::Peer &peer, std::vector<Key> &ends);
    void addPodsIn(const kube::IpBlock &block, std::vector<Key> &ends) const;
    void addNamespaces(const kube::LabelSelector &namespaces, std::vector<Key> &ends);
    Key outside(const kube::Object &policy, const kube::Peer &peer);

    const kube::Workspace &m_workspace;
    const verdict::Evaluator &m_evaluator;
    const StatedPods &m_pods;
    std::map<Key, Node> m_outside;
    std::map<Key, kube::IpBlock> m_blocks;
    std::map<Key, kube::Labels> m_frames;
};

} // namespace drawbridge::graph
