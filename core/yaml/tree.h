#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::yaml {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = UINT32_MAX;

enum class Kind : std::uint8_t { Null, Scalar, Sequence, Mapping, Alias };

/// How a node is written. An omitted value (`a:`) is Null with style Omitted and an empty range.
enum class Style : std::uint8_t {
    Omitted,
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
    Block,
    Flow
};

/// What few nodes have before their content.
struct NodeProperties
{
    std::string anchor;
    std::string tag;
};

/// One node with its exact place. Offsets count bytes from the begin of the piece's own text. There
/// are many of them: it is kept small.
struct Node
{
    Kind kind = Kind::Null;
    Style style = Style::Omitted;
    std::uint32_t start = 0;        ///< first byte, with anchor and tag
    std::uint32_t contentStart = 0; ///< first byte after anchor and tag
    std::uint32_t end = 0; ///< one past the last byte; a block scalar's trailing newline is inside
    NodeId parent = kNoNode;
    NodeId target = kNoNode;      ///< what an alias stands for; kNoNode if it is unknown or cyclic
    std::vector<NodeId> children; ///< a mapping's keys and values in turn, a sequence's items
    std::string value;            ///< a scalar's decoded text; an alias' name
    std::shared_ptr<const NodeProperties> properties; ///< null: none

    const std::string &anchor() const { return properties ? properties->anchor : kNothing; }
    /// As the parser gives it, empty if the text has none.
    const std::string &tag() const { return properties ? properties->tag : kNothing; }
    void setAnchor(std::string anchor);
    void setTag(std::string tag);

private:
    static inline const std::string kNothing;
};

/// The syntax tree of one piece of text. Never changed after it was made.
class Tree
{
public:
    bool isEmpty() const { return m_nodes.empty(); }
    std::size_t size() const { return m_nodes.size(); }
    NodeId root() const { return m_nodes.empty() ? kNoNode : 0; }
    const Node &operator[](NodeId id) const { return m_nodes[id]; }

    /// The value of the first pair whose key is a scalar with this text; kNoNode if there is none
    /// or `mapping` is no mapping. Does not follow aliases.
    NodeId find(NodeId mapping, std::string_view key) const;
    /// The node that holds the key of a mapping's value.
    NodeId keyOf(NodeId value) const;
    /// True if a node is another one or lies in it.
    bool isInside(NodeId node, NodeId ancestor) const;
    /// What an alias stands for, else the node itself; kNoNode for an unknown or cyclic alias.
    NodeId resolved(NodeId node) const;

    NodeId add(Node node); ///< for parsers; the first node added is the root
    void reserve(std::size_t nodes) { m_nodes.reserve(nodes); }
    void shrink() { m_nodes.shrink_to_fit(); }
    Node &mutableNode(NodeId id) { return m_nodes[id]; }

private:
    std::vector<Node> m_nodes;
};

/// Equal kinds, values, tags, anchors and order of children; styles and places may differ.
bool sameContent(const Tree &a, NodeId x, const Tree &b, NodeId y);

/// True if the trees differ in places only: what a node id means in one it means in the other.
bool differInPlacesOnly(const Tree &a, const Tree &b);

} // namespace drawbridge::yaml
