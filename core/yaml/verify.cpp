#include "yaml/verify.h"

#include "yaml/scalar_text.h"
#include "yaml/scan.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

/// Copies a tree with one edit made. Trees are not deeper than the guard allows.
class TreeEditor
{
public:
    TreeEditor(const Tree &tree, const Edit &edit) : m_tree(tree)
    {
        if (const auto *replace = std::get_if<Replace>(&edit))
            m_replace = replace;
        else if (const auto *pair = std::get_if<InsertPair>(&edit))
            m_pair = pair;
        else if (const auto *item = std::get_if<InsertItem>(&edit))
            m_item = item;
        else if (const auto *move = std::get_if<Move>(&edit))
            m_move = move;
        else
            m_remove = std::get<Remove>(edit).node;
    }

    Expected run()
    {
        copy(m_tree.root(), kNoNode);
        m_result.tree.finish();
        return std::move(m_result);
    }

private:
    void copy(NodeId id, NodeId parent)
    {
        if (m_replace && m_replace->node == id) {
            write(m_replace->value, parent);
            return;
        }
        Node node = m_tree[id];
        std::vector<NodeId> children(node.children.begin(), node.children.end());
        if (m_move && m_tree[m_move->item].parent == id)
            reorder(children);
        node.parent = parent;
        const NodeId copied = m_result.tree.add(node);
        const std::size_t width = m_tree[id].kind == Kind::Mapping ? 2 : 1;
        for (std::size_t i = 0; i < children.size(); i += width) {
            insertAt(id, i / width, copied);
            if (children[i + width - 1] == m_remove)
                continue;
            for (std::size_t k = 0; k < width; ++k)
                copy(children[i + k], copied);
        }
        if (!m_isInserted)
            insertAtEnd(id, copied);
    }

    void reorder(std::vector<NodeId> &items) const
    {
        items.erase(std::find(items.begin(), items.end(), m_move->item));
        items.insert(items.begin() + std::ptrdiff_t(m_move->position), m_move->item);
    }

    void insertAt(NodeId id, std::size_t index, NodeId copied)
    {
        if (m_pair && m_pair->mapping == id && m_pair->position == index)
            insert(copied);
        if (m_item && m_item->sequence == id && m_item->position == index)
            insert(copied);
    }

    void insertAtEnd(NodeId id, NodeId copied)
    {
        if ((m_pair && m_pair->mapping == id) || (m_item && m_item->sequence == id))
            insert(copied);
    }

    void insert(NodeId parent)
    {
        m_isInserted = true;
        if (m_pair)
            write(Value::ofText(m_pair->key), parent);
        write(m_pair ? m_pair->value : m_item->value, parent);
    }

    void write(const Value &value, NodeId parent)
    {
        Node node;
        node.parent = parent;
        node.style = value.type == Value::Type::Text ? Style::DoubleQuoted : Style::Plain;
        node.kind = value.type == Value::Type::Null       ? Kind::Null
                    : value.type == Value::Type::Sequence ? Kind::Sequence
                    : value.type == Value::Type::Mapping  ? Kind::Mapping
                                                          : Kind::Scalar;
        node.value = value.text;
        const NodeId id = m_result.tree.add(node);
        m_result.written.push_back(id);
        for (const Value &item : value.items)
            write(item, id);
        for (const auto &[key, item] : value.pairs) {
            write(Value::ofText(key), id);
            write(item, id);
        }
    }

    const Tree &m_tree;
    const Replace *m_replace = nullptr;
    const InsertPair *m_pair = nullptr;
    const InsertItem *m_item = nullptr;
    const Move *m_move = nullptr;
    NodeId m_remove = kNoNode;
    bool m_isInserted = false;
    Expected m_result;
};

/// Both trees number their nodes in text order, so equal trees have equal numbers.
bool isWrittenAsMeant(const Node &meant, const Node &actual, Format format)
{
    if (meant.kind != Kind::Scalar)
        return true;
    const bool isText = meant.style == Style::DoubleQuoted;
    if (!isText || format == Format::Json)
        return (actual.style == Style::DoubleQuoted) == isText;
    return actual.style != Style::Plain || isPlainSafe(actual.value);
}

std::size_t errorCount(const Piece &piece)
{
    return std::size_t(
        std::count_if(piece.problems.begin(), piece.problems.end(),
                      [](const Problem &p) { return p.severity == Severity::Error; }));
}

} // namespace

Expected expectedTree(const Tree &tree, const Edit &edit)
{
    return TreeEditor(tree, edit).run();
}

std::shared_ptr<const Piece> verified(const EditContext &context, const Expected &expected,
                                      TextRange allowed, const Patches &patches)
{
    if (patches.empty() || !areWellFormed(patches, context.text.size()) ||
        patches.front().range.begin < allowed.begin || patches.back().range.end > allowed.end)
        return nullptr;
    const std::string text = applied(context.text, patches);
    auto piece = context.piece.format == Format::Json ? parseJson(text, context.piece.role)
                                                      : parseYaml(text, context.piece.role);
    if (!piece->isParsed || !piece->isEditable || errorCount(*piece) > errorCount(context.piece) ||
        !sameContent(expected.tree, expected.tree.root(), piece->tree, piece->tree.root()))
        return nullptr;
    const bool isAsMeant =
        std::all_of(expected.written.begin(), expected.written.end(), [&](NodeId id) {
            return isWrittenAsMeant(expected.tree[id], piece->tree[id], piece->format);
        });
    return isAsMeant ? piece : nullptr;
}

} // namespace drawbridge::yaml
