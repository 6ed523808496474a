#include "yaml/edit_checks.h"

#include "yaml/edit_context.h"
#include "yaml/meaning.h"
#include "yaml/scan.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

bool holdsMergeKey(const Tree &tree, NodeId mapping)
{
    const Node node = tree[mapping];
    if (node.kind != Kind::Mapping)
        return false;
    for (std::size_t i = 0; i < node.children.size(); i += 2)
        if (isMergeKey(tree[node.children[i]]))
            return true;
    return false;
}

/// The name of an alias that would come to mean something else: it stands for what holds the
/// place, or for what would go.
std::optional<std::string> brokenAlias(const Tree &tree, NodeId place, bool goes)
{
    const NodeId key = goes ? tree.keyOf(place) : kNoNode;
    const auto isGoing = [&](NodeId node) {
        return goes && (tree.isInside(node, place) || (key != kNoNode && tree.isInside(node, key)));
    };
    if (tree[place].kind == Kind::Alias)
        return std::string(tree[place].value);
    for (NodeId id = 0; id < tree.size(); ++id) {
        const Node alias = tree[id];
        if (alias.kind != Kind::Alias || alias.target == kNoNode)
            continue;
        if (tree.isInside(place, alias.target) || (isGoing(alias.target) && !isGoing(id)))
            return std::string(alias.value);
    }
    return {};
}

/// The name of an alias that stands among items which change their order, and whose anchor stands
/// in another of them or is given twice.
std::optional<std::string> crossedAlias(const Tree &tree, const Move &move)
{
    const auto items = tree[tree[move.item].parent].children;
    const auto itemOf = [&](NodeId node) {
        while (node != kNoNode && tree[node].parent != tree[move.item].parent)
            node = tree[node].parent;
        return node;
    };
    const auto isCrossed = [&](NodeId node) {
        const auto from =
            std::size_t(std::find(items.begin(), items.end(), move.item) - items.begin());
        const auto at =
            std::size_t(std::find(items.begin(), items.end(), itemOf(node)) - items.begin());
        return at >= std::min(from, move.position) && at <= std::max(from, move.position);
    };
    for (NodeId id = 0; id < tree.size(); ++id) {
        if (tree[id].kind != Kind::Alias)
            continue;
        for (NodeId other = 0; other < tree.size(); ++other)
            if (tree[other].anchor == tree[id].value && tree[other].kind != Kind::Alias &&
                isCrossed(other) && (itemOf(id) != itemOf(other) || tree[id].target != other))
                return std::string(tree[id].value);
        if (tree[id].target != kNoNode && tree.isInside(move.item, tree[id].target))
            return std::string(tree[id].value);
    }
    return {};
}

bool hasKey(const Tree &tree, NodeId mapping, const std::string &key)
{
    return tree.find(mapping, key) != kNoNode;
}

/// The kind of node that an edit needs.
bool fits(const Piece &piece, const Edit &edit, NodeId place)
{
    const Tree &tree = piece.tree;
    if (const auto *pair = std::get_if<InsertPair>(&edit))
        return tree[place].kind == Kind::Mapping && !hasKey(tree, place, pair->key);
    const bool isObjectsPlace = piece.role == Role::ListItem && piece.format == Format::Yaml;
    if (std::holds_alternative<InsertItem>(edit))
        return tree[place].kind == Kind::Sequence && !(isObjectsPlace && place == tree.root());
    if (const auto *move = std::get_if<Move>(&edit)) {
        const NodeId parent = tree[place].parent;
        return parent != kNoNode && tree[parent].kind == Kind::Sequence &&
               move->position < tree[parent].children.size();
    }
    if (std::holds_alternative<Remove>(edit) && isObjectsPlace && place == piece.objectNode())
        return false;
    return entryOf(tree, place).has_value();
}

bool touchesItems(const Piece &piece, NodeId place)
{
    const Tree &tree = piece.tree;
    const NodeId items = tree.find(tree.root(), "items");
    return piece.role == Role::ListShell && (items == kNoNode || tree.isInside(place, items));
}

} // namespace

NodeId placeOf(const Edit &edit)
{
    if (const auto *replace = std::get_if<Replace>(&edit))
        return replace->node;
    if (const auto *pair = std::get_if<InsertPair>(&edit))
        return pair->mapping;
    if (const auto *item = std::get_if<InsertItem>(&edit))
        return item->sequence;
    if (const auto *move = std::get_if<Move>(&edit))
        return move->item;
    return std::get<Remove>(edit).node;
}

std::string pathOf(const Tree &tree, NodeId node)
{
    std::string path;
    while (node < tree.size() && tree[node].parent != kNoNode) {
        const NodeId parent = tree[node].parent;
        const auto children = tree[parent].children;
        const std::size_t index =
            std::size_t(std::find(children.begin(), children.end(), node) - children.begin());
        std::string step = "[" + std::to_string(index) + "]";
        if (tree[parent].kind == Kind::Mapping)
            step = tree[children[index / 2 * 2]].value;
        if (!path.empty() && path[0] != '[')
            step += '.';
        path.insert(0, step);
        node = parent;
    }
    return path;
}

bool avoidsItems(std::string_view text, const Piece &piece, const Patches &patches)
{
    if (piece.role != Role::ListShell)
        return true;
    const Tree &tree = piece.tree;
    const Node items = tree[tree.find(tree.root(), "items")];
    const bool isJson = piece.format == Format::Json;
    const std::size_t next = skipGap(text, items.end);
    const std::size_t begin = isJson ? items.start : items.end;
    const std::size_t end = isJson               ? items.end
                            : next < text.size() ? lineStart(text, next)
                                                 : next + 1;
    return std::all_of(patches.begin(), patches.end(), [&](const Patch &patch) {
        return patch.range.end <= begin || patch.range.begin >= end;
    });
}

std::optional<Failure> refusal(std::string_view text, const Piece &piece, const Edit &edit)
{
    const NodeId place = placeOf(edit);
    const std::string path = pathOf(piece.tree, place);
    if (!piece.isParsed)
        return Failure{Code::EditStale, {path}};
    const Tree &tree = piece.tree;
    const bool isReadOnly = !piece.isEditable || place >= tree.size() ||
                            !fits(piece, edit, place) || tree[tree.root()].end > text.size() ||
                            touchesItems(piece, place);
    if (isReadOnly)
        return Failure{Code::EditReadOnly, {path}};
    for (NodeId node = place; node != kNoNode; node = tree[node].parent)
        if (holdsMergeKey(tree, node) &&
            (node != place || std::holds_alternative<InsertPair>(edit)))
            return Failure{Code::EditReadOnly, {path}};
    if (const auto *move = std::get_if<Move>(&edit)) {
        const auto alias = crossedAlias(tree, *move);
        return alias ? std::optional(Failure{Code::EditInsideAlias, {*alias}}) : std::nullopt;
    }
    const bool goes = std::holds_alternative<Replace>(edit) || std::holds_alternative<Remove>(edit);
    if (const auto alias = brokenAlias(tree, place, goes))
        return Failure{Code::EditInsideAlias, {*alias}};
    return {};
}

} // namespace drawbridge::yaml
