#pragma once

#include <cstdint>
#include <span>
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

/// One node with its exact place. Offsets count bytes from the begin of the piece's own text.
/// Children and texts are the tree's: they are good as long as it is.
struct Node
{
    Kind kind = Kind::Null;
    Style style = Style::Omitted;
    std::uint32_t start = 0;        ///< first byte, with anchor and tag
    std::uint32_t contentStart = 0; ///< first byte after anchor and tag
    std::uint32_t end = 0; ///< one past the last byte; a block scalar's trailing newline is inside
    NodeId parent = kNoNode;
    NodeId target = kNoNode; ///< what an alias stands for; kNoNode if it is unknown or cyclic
    std::span<const NodeId> children =
        {};                      ///< a mapping's keys and values in turn, a sequence's items
    std::string_view value = {}; ///< a scalar's decoded text; an alias' name
    std::string_view anchor = {};
    std::string_view tag = {}; ///< as the parser gives it, empty if the text has none
};

/// The syntax tree of one piece of text. Never changed after it was made.
class Tree
{
public:
    bool isEmpty() const { return m_nodes.empty(); }
    std::size_t size() const { return m_nodes.size(); }
    NodeId root() const { return m_nodes.empty() ? kNoNode : 0; }
    Node operator[](NodeId id) const;

    /// The value of the first pair whose key is a scalar with this text; kNoNode if there is none
    /// or `mapping` is no mapping. Does not follow aliases.
    NodeId find(NodeId mapping, std::string_view key) const;
    /// The node that holds the key of a mapping's value.
    NodeId keyOf(NodeId value) const;
    /// True if a node is another one or lies in it.
    bool isInside(NodeId node, NodeId ancestor) const;
    /// What an alias stands for, else the node itself; kNoNode for an unknown or cyclic alias.
    NodeId resolved(NodeId node) const;

    // For parsers, which add nodes in the order of the text, the root first.
    void reserve(std::size_t textSize); ///< room for what a text of this size most often holds
    NodeId add(const Node &node);       ///< without its children
    void setEnd(NodeId id, std::size_t end) { m_nodes[id].end = std::uint32_t(end); }
    void setTarget(NodeId alias, NodeId target);
    void finish(); ///< after the last one; before that no node may be looked at

private:
    /// There are many of them: it is kept small.
    struct Stored
    {
        Kind kind;
        Style style;
        std::uint32_t start;
        std::uint32_t contentStart;
        std::uint32_t end;
        NodeId parent;
        std::uint32_t first; ///< of a collection in m_children, of others in m_values
        std::uint32_t count; ///< of children, or of bytes
        std::uint32_t rare;  ///< in m_rare
    };
    /// What few nodes have.
    struct Rare
    {
        std::string anchor;
        std::string tag;
        NodeId target = kNoNode;
    };
    static constexpr std::uint32_t kNothingRare = UINT32_MAX;

    static bool isCollection(Kind kind) { return kind == Kind::Sequence || kind == Kind::Mapping; }

    std::vector<Stored> m_nodes;
    std::vector<NodeId> m_children; ///< those of one node together
    std::string m_values;           ///< one after another
    std::vector<Rare> m_rare;
};

inline Node Tree::operator[](NodeId id) const
{
    const Stored &stored = m_nodes[id];
    Node node{stored.kind, stored.style,  stored.start, stored.contentStart,
              stored.end,  stored.parent, kNoNode};
    if (isCollection(stored.kind))
        node.children = {m_children.data() + stored.first, stored.count};
    else
        node.value = {m_values.data() + stored.first, stored.count};
    if (stored.rare != kNothingRare) {
        const Rare &rare = m_rare[stored.rare];
        node.anchor = rare.anchor;
        node.tag = rare.tag;
        node.target = rare.target;
    }
    return node;
}

/// Equal kinds, values, tags, anchors and order of children; styles and places may differ.
bool sameContent(const Tree &a, NodeId x, const Tree &b, NodeId y);

/// True if the trees differ in places only: what a node id means in one it means in the other.
bool differInPlacesOnly(const Tree &a, const Tree &b);

} // namespace drawbridge::yaml
