#include "yaml/edit_context.h"
#include "yaml/scan.h"
#include "yaml/snippet.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

bool isJson(const EditContext &context)
{
    return context.piece.format == Format::Json;
}

/// True if the collection's entries stand on lines of their own.
bool isSpread(const EditContext &context, NodeId collection)
{
    const Node node = context.tree[collection];
    return node.style == Style::Flow && !node.children.empty() &&
           isOnOwnLine(context.text, entryStart(context, entryAt(context.tree, collection, 0))) &&
           !isSameLine(context.text, node.contentStart, context.tree[node.children[0]].start);
}

/// The collection that shows how others at this place are written: the nearest with children,
/// from the given one outwards.
NodeId modelFor(const EditContext &context, NodeId collection)
{
    NodeId model = collection;
    while (context.tree[model].children.empty() && context.tree[model].parent != kNoNode)
        model = context.tree[model].parent;
    return model;
}

int stepOf(const EditContext &context, NodeId collection)
{
    if (!isSpread(context, collection))
        return 0;
    const Node node = context.tree[collection];
    const int inner =
        indentOfLine(context.text, entryStart(context, entryAt(context.tree, collection, 0)));
    return std::max(1, inner - indentOfLine(context.text, node.contentStart));
}

std::string colonOf(const EditContext &context, NodeId collection)
{
    for (NodeId model = collection; model != kNoNode; model = context.tree[model].parent) {
        const Node node = context.tree[model];
        if (node.kind != Kind::Mapping || node.children.empty())
            continue;
        const std::size_t begin = context.tree[node.children[0]].end;
        const std::size_t end = context.tree[node.children[1]].start;
        const std::string between(context.text.substr(begin, end - begin));
        return between == ":" || between == " : " ? between : ": ";
    }
    return ": ";
}

/// Whether values in the collection are spread over lines as well: what its others do.
bool areValuesSpread(const EditContext &context, NodeId collection)
{
    for (std::size_t i = 0; i < entryCount(context.tree[collection]); ++i) {
        const NodeId value = entryAt(context.tree, collection, i).value;
        if (!context.tree[value].children.empty())
            return isSpread(context, value);
    }
    return true;
}

std::string valueText(const EditContext &context, NodeId collection, const Value &value, int column)
{
    if (!isJson(context)) {
        SnippetStyle style = context.style;
        const Node node = context.tree[collection];
        if (node.kind == Kind::Mapping && !node.children.empty())
            style.quoteKeys = context.tree[node.children[0]].style == Style::DoubleQuoted;
        style.quoteText = style.quoteText || style.quoteKeys;
        return flowYaml(value, style);
    }
    const NodeId model = modelFor(context, collection);
    JsonStyle style;
    style.colon = colonOf(context, collection);
    style.comma = style.colon == ":" ? "," : ", ";
    style.lineEnd = lineEndAt(context, context.tree[collection].start);
    const bool isSpreadOut = areValuesSpread(context, model) || model != collection;
    style.step = isSpreadOut ? stepOf(context, model) : 0;
    return jsonText(value, column, style);
}

/// Only the entry's own words, without the brackets of the collection that carries it.
std::string entryText(const EditContext &context, NodeId collection, const Value &entry, int column)
{
    if (entry.type == Value::Type::Sequence)
        return valueText(context, collection, entry.items.front(), column);
    const auto &[key, value] = entry.pairs.front();
    if (isJson(context))
        return jsonText(Value::ofText(key), 0, JsonStyle{}) + colonOf(context, collection) +
               valueText(context, collection, value, column);
    const Value one = Value::ofMapping({{key, value}});
    const std::string whole = valueText(context, collection, one, column);
    return whole.substr(1, whole.size() - 2);
}

std::string indentTextAt(std::string_view text, std::size_t place)
{
    const std::size_t start = lineStart(text, place);
    return std::string(text.substr(start, skipBlanks(text, start) - start));
}

/// What stands between a comma and the next entry.
std::string gapBefore(const EditContext &context, NodeId collection)
{
    const Entry first = entryAt(context.tree, collection, 0);
    const std::size_t start = entryStart(context, first);
    if (isSpread(context, collection))
        return lineEndAt(context, context.tree[collection].start) +
               indentTextAt(context.text, start);
    if (first.count > 1) {
        const std::size_t next = entryStart(context, entryAt(context.tree, collection, 1));
        return isBlank(at(context.text, next - 1)) ? " " : "";
    }
    return isJson(context) && colonOf(context, collection) == ":" ? "" : " ";
}

std::size_t commaAfter(const EditContext &context, std::size_t place)
{
    const std::size_t comma = skipGap(context.text, place);
    return at(context.text, comma) == ',' ? comma : kNowhere;
}

bool hasCommentBetween(const EditContext &context, std::size_t begin, std::size_t end)
{
    return !isJson(context) &&
           context.text.substr(begin, end - begin).find('#') != std::string_view::npos;
}

/// In a spread collection with comments a new entry gets a line of its own below the comment.
Patches insertLineBelow(const EditContext &context, const Entry &before, const std::string &entry)
{
    const std::size_t end = entryEnd(context, before);
    const std::size_t comma = commaAfter(context, end);
    const std::size_t anchor = comma == kNowhere ? end : comma;
    const std::size_t place = nextLine(context.text, anchor);
    const std::string line = indentTextAt(context.text, entryStart(context, before)) + entry +
                             (comma == kNowhere ? "" : ",") + lineEndAt(context, anchor);
    if (comma == kNowhere)
        return {{{end, end}, ","}, {{place, place}, line}};
    return {{{place, place}, line}};
}

} // namespace

Candidates replaceInFlow(const EditContext &context, const Entry &entry, const Value &value)
{
    const Node node = context.tree[entry.value];
    const int column = indentOfLine(context.text, node.start);
    std::string text;
    if (isJson(context)) {
        const NodeId model = node.children.empty() ? entry.collection : entry.value;
        text = valueText(context, model, value, column);
    } else {
        text = value.type == Value::Type::Text
                   ? inlineText(context, node, value)
                   : valueText(context, entry.collection, value, column);
    }
    if (node.start < node.end)
        return {{{{node.start, node.end}, text}}};
    const bool hasColon = node.start > 0 && context.text[node.start - 1] == ':';
    return {{{{node.start, node.start}, (hasColon ? " " : ": ") + text}}};
}

Candidates insertInFlow(const EditContext &context, NodeId collection, std::size_t position,
                        const Value &entry)
{
    const Node node = context.tree[collection];
    const bool hasBrackets = std::string_view("]}").find(context.text[node.end - 1]) != kNowhere;
    if (!hasBrackets)
        return {};
    const Entry neighbour = entryAt(context.tree, collection, position == 0 ? 0 : position - 1);
    const std::size_t start = entryStart(context, neighbour);
    const int column = indentOfLine(context.text, start);
    const std::string text = entryText(context, collection, entry, column);
    const std::string gap = gapBefore(context, collection);
    if (position == 0)
        return {{{{start, start}, text + "," + gap}}};
    const std::size_t end = skipBlanks(context.text, entryEnd(context, neighbour));
    const std::size_t place =
        context.tree[neighbour.value].start == context.tree[neighbour.value].end
            ? end
            : entryEnd(context, neighbour);
    Candidates candidates;
    const std::size_t comma = commaAfter(context, place);
    const std::size_t behind = comma == kNowhere ? place : comma + 1;
    if (isSpread(context, collection) && hasCommentBehind(context.text, behind))
        candidates.push_back(insertLineBelow(context, neighbour, text));
    candidates.push_back({{{place, place}, "," + gap + text}});
    return candidates;
}

Candidates fillInFlow(const EditContext &context, NodeId collection, const Value &value)
{
    const Node node = context.tree[collection];
    const Value::Type type =
        node.kind == Kind::Sequence ? Value::Type::Sequence : Value::Type::Mapping;
    if (node.style != Style::Flow || !node.children.empty() || value.type != type ||
        isEmptyCollection(value) || !hasCommentBetween(context, node.contentStart, node.end))
        return {};
    const std::size_t bracket = node.end - 1; // the first on its line, as a comment ends with one
    const std::size_t place = lineStart(context.text, bracket);
    const std::string indent = indentTextAt(context.text, bracket) +
                               std::string(std::size_t(context.style.indentStep), ' ');
    const std::string lineEnd = lineEndAt(context, place - 1);
    std::string lines;
    const auto add = [&](const Value &entry) {
        lines.append(lines.empty() ? "" : "," + lineEnd)
            .append(indent)
            .append(entryText(context, collection, entry, 0));
    };
    for (const Value &item : value.items)
        add(Value::ofSequence({item}));
    for (const auto &pair : value.pairs)
        add(Value::ofMapping({pair}));
    return {{{{place, place}, lines + lineEnd}}};
}

Candidates emptyInFlow(const EditContext &context, const Entry &entry)
{
    const std::string_view text = context.text;
    const Node collection = context.tree[entry.collection];
    if (collection.style != Style::Flow ||
        std::string_view("]}").find(text[collection.end - 1]) == kNowhere)
        return {};
    const std::size_t start = entryStart(context, entry);
    const std::size_t end = entryEnd(context, entry);
    const std::size_t comma = commaAfter(context, end);
    TextRange gone{start, comma == kNowhere ? end : comma + 1};
    if (isOnOwnLine(text, start) && !isSameLine(text, gone.end, collection.end - 1))
        gone = {lineStart(text, start), nextLine(text, gone.end)};
    if (!hasCommentBetween(context, collection.contentStart, gone.begin) &&
        !hasCommentBetween(context, gone.end, collection.end))
        return {};
    return {{{gone, {}}}};
}

Candidates removeFromFlow(const EditContext &context, const Entry &entry)
{
    const std::string_view text = context.text;
    const Node collection = context.tree[entry.collection];
    const std::size_t start = entryStart(context, entry);
    const std::size_t end = entryEnd(context, entry);
    const bool isLast = entry.index + 1 == entry.count;
    const std::size_t next =
        isLast ? collection.end - 1
               : entryStart(context, entryAt(context.tree, entry.collection, entry.index + 1));
    const std::size_t comma = commaAfter(context, end);
    const bool hasOwnLines = isOnOwnLine(text, start) && !isSameLine(text, end, next);
    const std::size_t lastByte = comma == kNowhere ? end : comma + 1;
    const TextRange ownLines{lineStart(text, start), nextLine(text, lastByte)};
    if (!isLast) {
        if (hasOwnLines && hasCommentBetween(context, end, next))
            return {{{ownLines, {}}}, {{{start, next}, {}}}};
        return {{{{start, next}, {}}}};
    }
    const std::size_t before =
        entryEnd(context, entryAt(context.tree, entry.collection, entry.index - 1));
    if (!hasCommentBetween(context, before, start) && !hasCommentBetween(context, end, next))
        return {{{{before, end}, {}}}};
    const std::size_t commaBefore = commaAfter(context, before);
    if (commaBefore == kNowhere)
        return {};
    Patches patches;
    if (comma == kNowhere)
        patches.push_back({{commaBefore, commaBefore + 1}, {}});
    patches.push_back({hasOwnLines ? ownLines : TextRange{start, lastByte}, {}});
    return {patches, {{{before, end}, {}}}};
}

} // namespace drawbridge::yaml
