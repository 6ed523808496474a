#include "yaml/edit.h"

#include "yaml/edit_checks.h"
#include "yaml/scan.h"
#include "yaml/verify.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

Candidates emptied(const EditContext &context, NodeId collection);

Candidates replaced(const EditContext &context, NodeId node, const Value &value)
{
    const auto entry = entryOf(context.tree, node);
    if (!entry)
        return {};
    if (Candidates filled = fillInFlow(context, node, value); !filled.empty())
        return filled;
    return context.tree[entry->collection].style == Style::Flow
               ? replaceInFlow(context, *entry, value)
               : replaceInBlock(context, *entry, value);
}

Candidates inserted(const EditContext &context, NodeId collection, std::size_t position,
                    const Value &entry)
{
    const Node node = context.tree[collection];
    if (node.children.empty()) {
        if (node.parent != kNoNode)
            return replaced(context, collection, entry);
        const std::string text = context.piece.format == Format::Json
                                     ? jsonText(entry, 0, 0, context.style.lineEnd)
                                     : std::string();
        return text.empty() ? Candidates{} : Candidates{{{{node.start, node.end}, text}}};
    }
    position = std::min(position, entryCount(node));
    return node.style == Style::Flow ? insertInFlow(context, collection, position, entry)
                                     : insertInBlock(context, collection, position, entry);
}

Candidates removed(const EditContext &context, NodeId node)
{
    const auto entry = entryOf(context.tree, node);
    if (!entry)
        return {};
    if (entry->count == 1) {
        Candidates emptiedInFlow = emptyInFlow(context, *entry);
        return emptiedInFlow.empty() ? emptied(context, entry->collection) : emptiedInFlow;
    }
    return context.tree[entry->collection].style == Style::Flow ? removeFromFlow(context, *entry)
                                                                : removeFromBlock(context, *entry);
}

/// One past the anchor and the tag in front of a node's content.
std::size_t endOfProperties(std::string_view text, const Node &node)
{
    std::size_t end = node.start;
    for (std::size_t at = end; at < node.contentStart; at = skipGap(text, end))
        end = std::min(text.find_first_of(" \t\r\n", at), std::size_t(node.contentStart));
    return end;
}

/// The collection without entries: {} or [].
Candidates emptied(const EditContext &context, NodeId collection)
{
    const Node node = context.tree[collection];
    const bool isMapping = node.kind == Kind::Mapping;
    const Value nothing = isMapping ? Value::ofMapping({}) : Value::ofSequence({});
    if (node.parent != kNoNode && node.start == node.contentStart)
        return replaced(context, collection, nothing);
    const std::string brackets = isMapping ? "{}" : "[]";
    if (node.style == Style::Block && !isSameLine(context.text, node.start, node.contentStart)) {
        // On the entries' lines they may stand too far left for libyaml, which kubectl reads by.
        const std::size_t behind = endOfProperties(context.text, node);
        const std::size_t first = lineStart(context.text, node.contentStart);
        const std::size_t end = afterLastLine(context.text, node.end);
        const bool isOpenEnd = !endsWithLine(context.text, end);
        const std::size_t begin =
            isOpenEnd ? lineEnd(context.text, lineStart(context.text, first - 1)) : first;
        if (begin <= behind)
            return {{{{behind, end}, " " + brackets}}};
        return {{{{behind, behind}, " " + brackets}, {{begin, end}, {}}}};
    }
    const bool hadLineEnd = node.end > 0 && context.text[node.end - 1] == '\n';
    return {
        {{{node.contentStart, node.end}, brackets + (hadLineEnd ? context.style.lineEnd : "")}}};
}

Candidates candidatesFor(const EditContext &context, const Edit &edit)
{
    if (const auto *replace = std::get_if<Replace>(&edit))
        return replaced(context, replace->node, replace->value);
    if (const auto *pair = std::get_if<InsertPair>(&edit))
        return inserted(context, pair->mapping, pair->position,
                        Value::ofMapping({{pair->key, pair->value}}));
    if (const auto *item = std::get_if<InsertItem>(&edit))
        return inserted(context, item->sequence, item->position, Value::ofSequence({item->value}));
    if (const auto *move = std::get_if<Move>(&edit))
        return moved(context, *move);
    return removed(context, std::get<Remove>(edit).node);
}

/// Where patches may lie: the lines of the collection that holds what is edited, and what stands
/// between it and its neighbours.
TextRange allowedRange(const EditContext &context, const Edit &edit)
{
    NodeId place = placeOf(edit);
    if (const auto entry = entryOf(context.tree, place);
        std::holds_alternative<Remove>(edit) && entry->count == 1)
        place = entry->collection; // becomes {} or []
    const NodeId parent = context.tree[place].parent;
    const Node node = context.tree[parent == kNoNode ? place : parent];
    std::size_t begin = lineStart(context.text, node.start);
    if (std::holds_alternative<Move>(edit)) // comments above the first item may be about it
        begin = lineStart(context.text, withCommentsAbove(context.text, node.contentStart));
    if (begin > 0) // its line end, where the text's last line goes
        begin = lineEnd(context.text, lineStart(context.text, begin - 1));
    return {begin, skipGap(context.text, node.end)};
}

struct Written
{
    Patches patches;
    std::shared_ptr<const Piece> piece;
};

Result<Written> find(std::string_view text, const Piece &piece, const Edit &edit)
{
    if (auto failure = refusal(text, piece, edit))
        return *failure;
    const EditContext context{text, piece, piece.tree, styleOf(text, piece)};
    const Expected expected = expectedTree(piece.tree, edit);
    const TextRange allowed = allowedRange(context, edit);
    for (Patches &patches : candidatesFor(context, edit)) {
        std::erase_if(patches, [](const Patch &patch) {
            return patch.range.size() == 0 && patch.text.empty();
        });
        if (!avoidsItems(text, piece, patches))
            return Failure{Code::EditReadOnly, {pathOf(piece.tree, placeOf(edit))}};
        if (auto result = verified(context, expected, allowed, patches))
            return Written{std::move(patches), std::move(result)};
    }
    return Failure{Code::EditWouldChangeMore, {pathOf(piece.tree, placeOf(edit))}};
}

} // namespace

Result<Patches> write(std::string_view text, const Piece &piece, const Edit &edit)
{
    auto found = find(text, piece, edit);
    if (!found)
        return found.failure();
    return std::move(found->patches);
}

Result<Edited> edited(std::string_view text, const Piece &piece, const Edit &edit)
{
    auto found = find(text, piece, edit);
    if (!found)
        return found.failure();
    return Edited{applied(text, found->patches), found->piece};
}

} // namespace drawbridge::yaml
