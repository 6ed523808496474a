#include "yaml/edit_context.h"

#include "yaml/scalar_text.h"
#include "yaml/scan.h"
#include "yaml/snippet.h"

#include <algorithm>

namespace drawbridge::yaml {

std::size_t entryCount(const Node &collection)
{
    return collection.children.size() / (collection.kind == Kind::Mapping ? 2 : 1);
}

Entry entryAt(const Tree &tree, NodeId collection, std::size_t index)
{
    const Node node = tree[collection];
    const bool isMapping = node.kind == Kind::Mapping;
    const NodeId first = node.children[isMapping ? 2 * index : index];
    return {collection, index, entryCount(node), first,
            isMapping ? node.children[2 * index + 1] : first};
}

std::optional<Entry> entryOf(const Tree &tree, NodeId node)
{
    const NodeId parent = tree[node].parent;
    if (parent == kNoNode)
        return {};
    const auto children = tree[parent].children;
    const auto child = std::find(children.begin(), children.end(), node);
    const std::size_t place = std::size_t(child - children.begin());
    const bool isMapping = tree[parent].kind == Kind::Mapping;
    if (isMapping && place % 2 == 0)
        return {};
    return entryAt(tree, parent, isMapping ? place / 2 : place);
}

std::size_t entryStart(const EditContext &context, const Entry &entry)
{
    const Node collection = context.tree[entry.collection];
    if (entry.index == 0 && collection.style == Style::Block)
        return collection.contentStart;
    if (entry.index == 0) {
        const bool hasBracket = isFlowIndicator(at(context.text, collection.contentStart)) &&
                                context.tree[entry.first].start != collection.contentStart;
        return skipGap(context.text, collection.contentStart + (hasBracket ? 1 : 0));
    }
    const Entry before = entryAt(context.tree, entry.collection, entry.index - 1);
    std::size_t place = skipGap(context.text, entryEnd(context, before));
    if (collection.style == Style::Flow && at(context.text, place) == ',')
        place = skipGap(context.text, place + 1);
    return place;
}

std::size_t entryEnd(const EditContext &context, const Entry &entry)
{
    return std::max(context.tree[entry.first].end, context.tree[entry.value].end);
}

std::size_t afterIndicator(const EditContext &context, const Entry &entry)
{
    const bool isItem = entry.first == entry.value;
    const std::size_t place =
        isItem ? entryStart(context, entry) : skipGap(context.text, context.tree[entry.first].end);
    return at(context.text, place) == (isItem ? '-' : ':') ? place + 1 : kNowhere;
}

bool isOnOwnLine(std::string_view text, std::size_t place)
{
    return skipBlanks(text, lineStart(text, place)) == place;
}

bool isSameLine(std::string_view text, std::size_t a, std::size_t b)
{
    return lineStart(text, a) == lineStart(text, b);
}

int indentOfLine(std::string_view text, std::size_t place)
{
    const std::size_t start = lineStart(text, place);
    return int(std::min(text.find_first_not_of(' ', start), text.size()) - start);
}

std::string lineEndAt(const EditContext &context, std::size_t place)
{
    const std::size_t end = lineEnd(context.text, place);
    const std::size_t next = nextLine(context.text, place);
    return next > end ? std::string(context.text.substr(end, next - end)) : context.style.lineEnd;
}

bool hasCommentBehind(std::string_view text, std::size_t place)
{
    const std::size_t next = skipBlanks(text, place);
    return at(text, next) == '#' &&
           (next > place || place == 0 || isBlankOrBreakAt(text, place - 1));
}

std::string withoutLastLineEnd(std::string lines)
{
    if (lines.ends_with('\n'))
        lines.pop_back();
    if (lines.ends_with('\r'))
        lines.pop_back();
    return lines;
}

std::size_t skipInnerComments(std::string_view text, std::size_t place, std::size_t column)
{
    for (std::size_t line = place; line < text.size(); line = nextLine(text, line)) {
        const std::size_t ink = skipBlanks(text, line);
        if (isBreak(at(text, ink)))
            continue;
        if (text[ink] != '#' || ink - line <= column)
            break;
        place = nextLine(text, line);
    }
    return place;
}

std::size_t withCommentsAbove(std::string_view text, std::size_t place)
{
    if (!isOnOwnLine(text, place))
        return place;
    const std::size_t column = columnOf(text, place);
    for (std::size_t line = lineStart(text, place); line > 0;) {
        line = lineStart(text, line - 1);
        const std::size_t ink = skipBlanks(text, line);
        if (at(text, ink) != '#' || ink - line != column)
            break;
        place = ink;
    }
    return place;
}

bool endsWithLine(std::string_view text, std::size_t place)
{
    return place > 0 && text[place - 1] == '\n';
}

std::size_t afterLastLine(std::string_view text, std::size_t place)
{
    return endsWithLine(text, place) ? place : nextLine(text, place);
}

std::string inlineText(const EditContext &context, const Node &old, const Value &value)
{
    if (value.type != Value::Type::Text)
        return flowYaml(value, context.style);
    const bool isQuoted = old.style == Style::SingleQuoted || old.style == Style::DoubleQuoted;
    const Style usual = context.style.quoteText ? Style::DoubleQuoted : Style::Plain;
    const bool hadText = old.kind == Kind::Scalar && old.style == Style::Plain;
    return scalarText(value.text, isQuoted || hadText ? old.style : usual);
}

} // namespace drawbridge::yaml
