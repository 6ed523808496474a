#include "yaml/edit_context.h"
#include "yaml/scan.h"
#include "yaml/snippet.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

constexpr std::size_t kLongestFlowLine = 100;

/// Whole lines put in at a line's start; at a text's end without line end that comes first.
Patch insertedLines(const EditContext &context, std::size_t place, const std::string &lines)
{
    if (place == 0 || endsWithLine(context.text, place))
        return {{place, place}, lines};
    return {{place, place}, context.style.lineEnd + withoutLastLineEnd(lines)};
}

/// Whole lines taken away. Where the text has no final line end it shall have none after, too.
Candidates removedLines(const EditContext &context, TextRange range)
{
    const std::string_view text = context.text;
    const Patches plain{{range, {}}};
    if (range.end < text.size() || endsWithLine(text, range.end) || range.begin == 0)
        return {plain};
    const std::size_t before = lineEnd(text, lineStart(text, range.begin - 1));
    return {{{{before, range.end}, {}}}, plain};
}

SnippetStyle styleWithLineEnd(const EditContext &context, std::size_t place)
{
    SnippetStyle style = context.style;
    style.lineEnd = lineEndAt(context, place);
    return style;
}

/// The text of `value` when its first line begins at `column` on a line that is already there.
std::string compactBlock(const Value &value, std::size_t column, const SnippetStyle &style)
{
    return withoutLastLineEnd(blockYaml(value, int(column), style)).substr(column);
}

bool isOwnLines(const EditContext &context, const Node &node, std::size_t indicator)
{
    return node.style == Style::Block && node.start == node.contentStart &&
           !isSameLine(context.text, indicator - 1, node.start);
}

/// The new value fits on the line of its `:` or `-`.
Patches replaceByInline(const EditContext &context, const Node &node, std::size_t indicator,
                        const std::string &text)
{
    if (node.start == node.end)
        return {{{node.start, node.start}, " " + text}};
    if (!isOwnLines(context, node, indicator)) {
        const bool hadLineEnd = endsWithLine(context.text, node.end);
        return {{{node.start, node.end},
                 text + (hadLineEnd ? lineEndAt(context, node.contentStart) : std::string())}};
    }
    const std::size_t begin = lineStart(context.text, node.start);
    const std::size_t end = afterLastLine(context.text, node.end);
    const bool isOpenEnd = end == context.text.size() && !endsWithLine(context.text, end);
    const std::size_t from =
        isOpenEnd ? lineEnd(context.text, lineStart(context.text, begin - 1)) : begin;
    if (from == indicator)
        return {{{indicator, end}, " " + text}};
    return {{{indicator, indicator}, " " + text}, {{from, end}, {}}};
}

std::size_t blockColumnFor(const EditContext &context, const Entry &entry, const Value &value)
{
    const std::size_t outer = columnOf(context.text, context.tree[entry.collection].contentStart);
    const bool isFlush = value.type == Value::Type::Sequence && !context.style.indentSequences;
    return outer + (isFlush ? 0 : std::size_t(context.style.indentStep));
}

/// A block collection on the lines after its key's.
Patches replaceByLines(const EditContext &context, const Entry &entry, const Value &value,
                       std::size_t indicator)
{
    const Node node = context.tree[entry.value];
    const std::string_view text = context.text;
    const SnippetStyle style = styleWithLineEnd(context, indicator);
    std::size_t column = blockColumnFor(context, entry, value);
    if (node.start < node.end && !isSameLine(text, indicator - 1, node.start) &&
        node.start == node.contentStart) {
        const std::size_t outer = columnOf(text, context.tree[entry.collection].contentStart);
        const std::size_t old = columnOf(text, node.start);
        if (old > outer || (old == outer && value.type == Value::Type::Sequence))
            column = old;
        const std::string lines = blockYaml(value, int(column), style);
        const std::size_t begin = lineStart(text, node.start);
        return {
            {{begin, node.end}, endsWithLine(text, node.end) ? lines : withoutLastLineEnd(lines)}};
    }
    const std::string lines = blockYaml(value, int(column), style);
    if (endsWithLine(text, node.end)) // a block scalar
        return {{{indicator, node.end}, style.lineEnd + lines}};
    if (!hasCommentBehind(text, node.end))
        return {{{indicator, lineEnd(text, node.end)}, style.lineEnd + withoutLastLineEnd(lines)}};
    Patches patches;
    if (node.start < node.end)
        patches.push_back({{indicator, node.end}, {}});
    patches.push_back(insertedLines(context, nextLine(text, node.end), lines));
    return patches;
}

/// A block collection that begins on the line of its `-`.
Patches replaceByCompact(const EditContext &context, const Entry &entry, const Value &value,
                         std::size_t indicator)
{
    const Node node = context.tree[entry.value];
    const std::string_view text = context.text;
    const SnippetStyle style = styleWithLineEnd(context, indicator);
    const bool isOmitted = node.start == node.end;
    const std::size_t column =
        isOmitted ? columnOf(text, indicator) + 1 : columnOf(text, node.start);
    std::string lines = compactBlock(value, column, style);
    if (isOmitted)
        lines.insert(0, " ");
    if (endsWithLine(text, node.end))
        return {{{node.start, node.end}, lines + style.lineEnd}};
    const std::size_t firstEnd = lines.find(style.lineEnd);
    if (!hasCommentBehind(text, node.end) || firstEnd == std::string::npos ||
        !isSameLine(text, node.start, node.end))
        return {{{node.start, node.end}, lines}};
    const std::string rest = lines.substr(firstEnd + style.lineEnd.size()) + style.lineEnd;
    return {{{node.start, node.end}, lines.substr(0, firstEnd)},
            insertedLines(context, nextLine(text, node.end), rest)};
}

} // namespace

Candidates replaceInBlock(const EditContext &context, const Entry &entry, const Value &value)
{
    const Node node = context.tree[entry.value];
    const std::size_t indicator = afterIndicator(context, entry);
    if (indicator == kNowhere)
        return {};
    const std::string text = inlineText(context, node, value);
    const bool wasFlow = node.style == Style::Flow && !node.children.empty();
    const bool isShort = columnOf(context.text, node.start) + text.size() <= kLongestFlowLine;
    Candidates candidates;
    const bool isOneLine = isEmptyCollection(value) || isFlowLeaf(value, context.style);
    if (isCollection(value) && !isOneLine && !(wasFlow && isShort)) {
        const bool isItem = entry.first == entry.value;
        candidates.push_back(isItem ? replaceByCompact(context, entry, value, indicator)
                                    : replaceByLines(context, entry, value, indicator));
    }
    candidates.push_back(replaceByInline(context, node, indicator, text));
    if (value.type == Value::Type::Text) {
        SnippetStyle quoting = context.style;
        quoting.quoteText = true;
        candidates.push_back(replaceByInline(context, node, indicator, flowYaml(value, quoting)));
    }
    return candidates;
}

Candidates insertInBlock(const EditContext &context, NodeId collection, std::size_t position,
                         const Value &entry)
{
    const Node node = context.tree[collection];
    const std::string_view text = context.text;
    const std::size_t column = columnOf(text, node.contentStart);
    if (position == 0) {
        const SnippetStyle style = styleWithLineEnd(context, node.contentStart);
        const std::string lines = blockYaml(entry, int(column), style).substr(column);
        return {{{{node.contentStart, node.contentStart}, lines + std::string(column, ' ')}}};
    }
    const Entry before = entryAt(context.tree, collection, position - 1);
    const std::size_t end = afterLastLine(text, entryEnd(context, before));
    const std::size_t place = skipInnerComments(text, end, column);
    const SnippetStyle style = styleWithLineEnd(context, place > 0 ? place - 1 : 0);
    const std::string lines = blockYaml(entry, int(column), style);
    return {{insertedLines(context, place, lines)}, {insertedLines(context, end, lines)}};
}

Candidates removeFromBlock(const EditContext &context, const Entry &entry)
{
    const std::string_view text = context.text;
    const std::size_t start = entryStart(context, entry);
    const std::size_t end = afterLastLine(text, entryEnd(context, entry));
    if (isOnOwnLine(text, start)) {
        const std::size_t rest = skipInnerComments(text, end, columnOf(text, start));
        return removedLines(context, {lineStart(text, start), rest});
    }
    // The first entry on the line of a `-`: the next one, or the comment before it, moves up.
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    if (entry.index + 1 == entry.count || next == kNowhere)
        return {};
    return {{{{start, next}, {}}}};
}

} // namespace drawbridge::yaml
