#include "yaml/tree.h"

#include <utility>

namespace drawbridge::yaml {

NodeId Tree::find(NodeId mapping, std::string_view key) const
{
    if (mapping >= m_nodes.size() || m_nodes[mapping].kind != Kind::Mapping)
        return kNoNode;
    const auto children = (*this)[mapping].children;
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
        const Node candidate = (*this)[children[i]];
        if (candidate.kind == Kind::Scalar && candidate.value == key)
            return children[i + 1];
    }
    return kNoNode;
}

NodeId Tree::keyOf(NodeId value) const
{
    const NodeId parent = value < m_nodes.size() ? m_nodes[value].parent : kNoNode;
    if (parent == kNoNode || m_nodes[parent].kind != Kind::Mapping)
        return kNoNode;
    const auto children = (*this)[parent].children;
    for (std::size_t i = 1; i < children.size(); i += 2)
        if (children[i] == value)
            return children[i - 1];
    return kNoNode;
}

bool Tree::isInside(NodeId node, NodeId ancestor) const
{
    while (node != kNoNode && node != ancestor)
        node = m_nodes[node].parent;
    return node == ancestor;
}

NodeId Tree::resolved(NodeId node) const
{
    if (node >= m_nodes.size())
        return kNoNode;
    return m_nodes[node].kind == Kind::Alias ? (*this)[node].target : node;
}

void Tree::reserve(std::size_t textSize)
{
    m_nodes.reserve(textSize / 8 + 1);
    m_values.reserve(textSize);
}

NodeId Tree::add(const Node &node)
{
    const NodeId id = NodeId(m_nodes.size());
    Stored stored{node.kind,   node.style, node.start, node.contentStart, node.end,
                  node.parent, 0,          0,          kNothingRare};
    if (!isCollection(node.kind)) {
        stored.first = std::uint32_t(m_values.size());
        stored.count = std::uint32_t(node.value.size());
        m_values += node.value;
    }
    if (node.kind == Kind::Alias || !node.anchor.empty() || !node.tag.empty()) {
        stored.rare = std::uint32_t(m_rare.size());
        m_rare.push_back({std::string(node.anchor), std::string(node.tag), node.target});
    }
    if (node.parent != kNoNode)
        ++m_nodes[node.parent].count;
    m_nodes.push_back(stored);
    return id;
}

void Tree::setTarget(NodeId alias, NodeId target)
{
    m_rare[m_nodes[alias].rare].target = target;
}

void Tree::finish()
{
    std::uint32_t all = 0;
    for (Stored &node : m_nodes) {
        if (!isCollection(node.kind))
            continue;
        node.first = all;
        all += std::exchange(node.count, 0);
    }
    m_children.resize(all);
    for (NodeId id = 0; id < m_nodes.size(); ++id) {
        if (m_nodes[id].parent == kNoNode)
            continue;
        Stored &parent = m_nodes[m_nodes[id].parent];
        m_children[parent.first + parent.count++] = id;
    }
    m_nodes.shrink_to_fit();
    m_values.shrink_to_fit();
}

bool sameContent(const Tree &a, NodeId x, const Tree &b, NodeId y)
{
    std::vector<std::pair<NodeId, NodeId>> open{{x, y}};
    while (!open.empty()) {
        const auto [left, right] = open.back();
        open.pop_back();
        if (left == kNoNode || right == kNoNode) {
            if (left != right)
                return false;
            continue;
        }
        const Node p = a[left];
        const Node q = b[right];
        if (p.kind != q.kind || p.value != q.value || p.tag != q.tag || p.anchor != q.anchor ||
            p.children.size() != q.children.size())
            return false;
        for (std::size_t i = 0; i < p.children.size(); ++i)
            open.emplace_back(p.children[i], q.children[i]);
    }
    return true;
}

bool differInPlacesOnly(const Tree &a, const Tree &b)
{
    if (a.size() != b.size())
        return false;
    for (NodeId id = 0; id < a.size(); ++id) {
        const Node p = a[id];
        const Node q = b[id];
        if (p.kind != q.kind || p.style != q.style || p.parent != q.parent ||
            p.target != q.target || p.value != q.value || p.anchor != q.anchor || p.tag != q.tag)
            return false;
    }
    return true;
}

} // namespace drawbridge::yaml
