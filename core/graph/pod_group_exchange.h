#pragma once

#include "graph/graph.h"

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace drawbridge::graph {

/// The pod groups of a graph that went and came by the evaluator's last exchange of policies; of
/// one that is otherwise, both.
class PodGroupExchange
{
public:
    PodGroupExchange(Graph &graph, const kube::Workspace &workspace,
                     const verdict::Evaluator &evaluator);

    /// Exchanges the nodes: their arrows stay, and it is not said where those that came are
    /// written. False, and all nodes are as they were, where that takes frames too.
    bool exchange(const DeclaredPorts &declared);
    void takeBack();

    const std::vector<Node> &gone() const { return m_gone; }
    const std::set<Key> &come() const { return m_come; }
    bool isGone(const Key &node) const;
    bool isNew(const Key &node) const { return m_come.count(node) > 0; }
    /// These nodes, and the frames that they came to or went from.
    const std::unordered_set<Key> &touched() const { return m_touched; }

    /// The NetworkPolicies that have to do with those that came: they select one, name it as a
    /// peer, or are where it is written.
    std::vector<const kube::Object *> concerned() const;
    /// Cluster-wide policies speak of those that came.
    bool concernClusterPolicies() const;
    /// Of nodes of those frames, where they have another one now.
    std::unordered_map<Key, std::string> titles() const;
    /// A Service may lead to a pod group that is a policy's subject.
    bool mayHaveWays() const;

private:
    std::vector<const Node *> newNodes() const;
    bool concerns(const kube::Object &object, const Node &node) const;
    bool concernsCluster(const kube::Object &object, const Node &node) const;

    Graph &m_graph;
    const kube::Workspace &m_workspace;
    const verdict::Evaluator &m_evaluator;
    std::vector<Node> m_gone;
    std::set<Key> m_come;
    std::set<Key> m_frames; ///< that they came to or went from
    std::unordered_set<Key> m_touched;
};

} // namespace drawbridge::graph
