#include "yaml/tree.h"

#include <cassert>
#include <utility>

namespace drawbridge::yaml {

NodeId Tree::find(NodeId mapping, std::string_view key) const
{
    if (mapping >= m_nodes.size() || m_nodes[mapping].kind != Kind::Mapping)
        return kNoNode;
    const std::vector<NodeId> &children = m_nodes[mapping].children;
    for (std::size_t i = 0; i + 1 < children.size(); i += 2) {
        const Node &candidate = m_nodes[children[i]];
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
    const std::vector<NodeId> &children = m_nodes[parent].children;
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
    return m_nodes[node].kind == Kind::Alias ? m_nodes[node].target : node;
}

void Node::setAnchor(std::string anchor)
{
    if (!anchor.empty())
        properties =
            std::make_shared<const NodeProperties>(NodeProperties{std::move(anchor), tag()});
}

void Node::setTag(std::string tag)
{
    if (!tag.empty())
        properties =
            std::make_shared<const NodeProperties>(NodeProperties{anchor(), std::move(tag)});
}

NodeId Tree::add(Node node)
{
    const NodeId id = NodeId(m_nodes.size());
    if (node.parent != kNoNode) {
        std::vector<NodeId> &children = m_nodes[node.parent].children;
        if (children.empty())
            children.reserve(6); // what the allocator gives at least
        children.push_back(id);
    }
    m_nodes.push_back(std::move(node));
    return id;
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
        const Node &p = a[left];
        const Node &q = b[right];
        if (p.kind != q.kind || p.value != q.value || p.tag() != q.tag() ||
            p.anchor() != q.anchor() || p.children.size() != q.children.size())
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
        const Node &p = a[id];
        const Node &q = b[id];
        if (p.kind != q.kind || p.style != q.style || p.parent != q.parent ||
            p.target != q.target || p.children != q.children || p.value != q.value ||
            p.anchor() != q.anchor() || p.tag() != q.tag())
            return false;
    }
    return true;
}

} // namespace drawbridge::yaml
