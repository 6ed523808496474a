#include "yaml/edit_context.h"
#include "yaml/scan.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

/// The parts of an item that go with it, around the comma, which belongs to the place.
struct Parts
{
    TextRange before; ///< comments right above it, and its own text
    TextRange behind; ///< in flow style the comment behind the comma, with the blanks before it
};

Parts blockParts(const EditContext &context, const Entry &entry)
{
    const std::size_t start = entryStart(context, entry);
    const std::size_t lines = afterLastLine(context.text, entryEnd(context, entry));
    const std::size_t rest = skipInnerComments(context.text, lines, columnOf(context.text, start));
    const std::size_t end =
        endsWithLine(context.text, rest) ? lineEnd(context.text, rest - 1) : rest;
    return {{withCommentsAbove(context.text, start), end}, {end, end}};
}

Parts flowParts(const EditContext &context, const Entry &entry)
{
    const std::string_view text = context.text;
    const std::size_t end = entryEnd(context, entry);
    const std::size_t comma = skipBlanks(text, end);
    const std::size_t behind = at(text, comma) == ',' ? comma + 1 : end;
    const std::size_t last = hasCommentBehind(text, behind) ? lineEnd(text, behind) : behind;
    return {{withCommentsAbove(text, entryStart(context, entry)), end}, {behind, last}};
}

} // namespace

Candidates moved(const EditContext &context, const Move &move)
{
    const auto entry = entryOf(context.tree, move.item);
    if (!entry || entry->index == move.position)
        return {};
    const bool isFlow = context.tree[entry->collection].style == Style::Flow;
    const std::size_t first = std::min(entry->index, move.position);
    const std::size_t last = std::max(entry->index, move.position);
    std::vector<Parts> parts;
    for (std::size_t i = first; i <= last; ++i) {
        const Entry other = entryAt(context.tree, entry->collection, i);
        parts.push_back(isFlow ? flowParts(context, other) : blockParts(context, other));
        if (parts.size() > 1 && parts.back().before.begin < parts[parts.size() - 2].behind.end)
            return {};
    }
    std::vector<Parts> wanted = parts;
    const auto from = wanted.begin() + std::ptrdiff_t(entry->index - first);
    if (entry->index > move.position)
        std::rotate(wanted.begin(), from, from + 1);
    else
        std::rotate(from, from + 1, wanted.end());
    const auto cut = [&](std::size_t begin, std::size_t end) {
        return context.text.substr(begin, end - begin);
    };
    const TextRange whole{parts.front().before.begin, parts.back().behind.end};
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0)
            text += cut(parts[i - 1].behind.end, parts[i].before.begin);
        text += cut(wanted[i].before.begin, wanted[i].before.end);
        text += cut(parts[i].before.end, parts[i].behind.begin);
        text += cut(wanted[i].behind.begin, wanted[i].behind.end);
    }
    Patches patches = lineDifference(cut(whole.begin, whole.end), text);
    for (Patch &patch : patches)
        patch.range = {patch.range.begin + whole.begin, patch.range.end + whole.begin};
    return {patches};
}

} // namespace drawbridge::yaml
