#include "yaml/edit.h"
#include "yaml/edit_context.h"
#include "yaml/file.h"
#include "yaml/scan.h"
#include "yaml/snippet.h"

#include <algorithm>

namespace drawbridge::yaml {

namespace {

/// Indices of a shell's items; they follow it directly.
struct Items
{
    std::size_t first = 0;
    std::size_t end = 0;
};

Items itemsOf(const File &file, std::size_t shell)
{
    Items items{shell + 1, shell + 1};
    while (items.end < file.pieces().size() && file.pieces()[items.end].shell == shell)
        ++items.end;
    return items;
}

std::string_view textOf(const File &file, const PlacedPiece &piece)
{
    return std::string_view(file.bytes()).substr(piece.begin, piece.size);
}

/// One past the lines of an item: not those of comments before the next one.
std::size_t endOfItem(std::string_view text, const Piece &piece)
{
    if (!piece.isParsed || piece.tree.isEmpty())
        return text.size();
    const Node root = piece.tree[piece.tree.root()];
    return skipInnerComments(text, afterLastLine(text, root.end),
                             columnOf(text, root.contentStart));
}

Patches appendedInYaml(const File &file, const PlacedPiece &last, const Value &item)
{
    const std::string_view text = textOf(file, last);
    const Tree &tree = last.piece->tree;
    const EditContext context{text, *last.piece, tree, styleOf(text, *last.piece)};
    const std::size_t column = columnOf(text, tree[tree.root()].contentStart);
    const std::size_t place = endOfItem(text, *last.piece);
    std::string lines = blockYaml(Value::ofSequence({item}), int(column), context.style);
    if (!endsWithLine(text, place))
        lines = context.style.lineEnd + withoutLastLineEnd(lines);
    return {{{last.begin + place, last.begin + place}, lines}};
}

Patches appendedInJson(const File &file, const Items &items, const Value &item)
{
    const std::string_view bytes = file.bytes();
    const PlacedPiece &last = file.pieces()[items.end - 1];
    const std::string_view text = textOf(file, last);
    const std::size_t end = last.begin + last.size;
    const std::size_t separator = bytes.find_last_of(",[", last.begin - 1);
    const std::string gap(bytes.substr(separator + 1, last.begin - separator - 1));
    JsonStyle style;
    style.lineEnd = text.find("\r\n") == kNowhere ? "\n" : "\r\n";
    const std::size_t newline = text.find('\n');
    const int column = indentOfLine(bytes, last.begin);
    if (newline != kNowhere)
        style.step = std::max(1, indentOfLine(text, newline + 1) - column);
    if (newline == kNowhere && text.find("\": ") == kNowhere) {
        style.colon = ":";
        style.comma = ",";
    }
    return {{{end, end}, "," + gap + jsonText(item, column, style)}};
}

bool areSamePieces(const File &a, std::size_t i, const File &b, std::size_t k, std::size_t count)
{
    if (i + count > a.pieces().size() || k + count > b.pieces().size())
        return false;
    for (; count > 0; --count, ++i, ++k) {
        const Piece &x = *a.pieces()[i].piece;
        const Piece &y = *b.pieces()[k].piece;
        if (x.role != y.role || x.isParsed != y.isParsed ||
            !sameContent(x.tree, x.tree.root(), y.tree, y.tree.root()))
            return false;
    }
    return true;
}

Failure readOnly(const File &file)
{
    return {Code::EditReadOnly, {file.path()}};
}

Failure changesMore(const File &file)
{
    return {Code::EditWouldChangeMore, {file.path()}};
}

/// The only item goes: the shell's `items` becomes an empty sequence.
Patches withoutItems(const File &file, const PlacedPiece &shell)
{
    if (file.format() == Format::Json)
        return {{shell.gap, {}}};
    const Tree &tree = shell.piece->tree;
    const std::size_t place = shell.toFile(tree[tree.find(tree.root(), "items")].end, true);
    return {{{place, place}, " []"}, {shell.gap, {}}};
}

Patches withoutItem(const File &file, const Items &items, std::size_t item)
{
    const auto &pieces = file.pieces();
    const PlacedPiece &piece = pieces[item];
    std::size_t end = piece.begin + piece.size;
    if (file.format() != Format::Json) {
        end = piece.begin + endOfItem(textOf(file, piece), *piece.piece);
        if (end < file.bytes().size() || file.bytes().ends_with('\n'))
            return {{{piece.begin, end}, {}}};
        return {{{lineEnd(file.bytes(), lineStart(file.bytes(), piece.begin - 1)), end}, {}}};
    }
    if (item + 1 < items.end)
        return {{{piece.begin, pieces[item + 1].begin}, {}}};
    return {{{pieces[item - 1].begin + pieces[item - 1].size, end}, {}}};
}

} // namespace

Result<Patches> appendListItem(const File &file, std::size_t shell, const Value &item)
{
    const auto &pieces = file.pieces();
    const Items items = itemsOf(file, shell);
    if (shell >= pieces.size() || pieces[shell].piece->role != Role::ListShell ||
        items.first == items.end)
        return readOnly(file);
    const PlacedPiece &last = pieces[items.end - 1];
    if (!last.piece->isParsed || !pieces[shell].piece->isParsed)
        return Failure{Code::EditStale, {file.path()}};
    if (!last.piece->isEditable)
        return readOnly(file);
    const Patches patches = file.format() == Format::Json ? appendedInJson(file, items, item)
                                                          : appendedInYaml(file, last, item);
    File after = file;
    after.apply(patches);
    const std::size_t rest = pieces.size() - items.end;
    const bool isRight = after.pieces().size() == pieces.size() + 1 &&
                         areSamePieces(file, 0, after, 0, items.end) &&
                         areSamePieces(file, items.end, after, items.end + 1, rest);
    if (!isRight)
        return changesMore(file);
    const Piece &added = *after.pieces()[items.end].piece;
    if (!added.isEditable || added.objectNode() == kNoNode ||
        !isValue(added.tree, added.objectNode(), item))
        return changesMore(file);
    return patches;
}

Result<Patches> removeListItem(const File &file, std::size_t item)
{
    const auto &pieces = file.pieces();
    if (item >= pieces.size() || pieces[item].piece->role != Role::ListItem)
        return readOnly(file);
    const std::size_t shell = pieces[item].shell;
    const Items items = itemsOf(file, shell);
    if (!pieces[shell].piece->isParsed)
        return Failure{Code::EditStale, {file.path()}};
    const bool isOnly = items.end - items.first == 1;
    const Patches patches =
        isOnly ? withoutItems(file, pieces[shell]) : withoutItem(file, items, item);
    File after = file;
    after.apply(patches);
    const std::size_t rest = pieces.size() - item - 1;
    const std::size_t kept = isOnly ? shell : item; // the shell without items is a document
    const bool isRight = after.pieces().size() == pieces.size() - 1 &&
                         areSamePieces(file, 0, after, 0, kept) &&
                         areSamePieces(file, item + 1, after, item, rest);
    if (!isRight || (isOnly && !after.pieces()[shell].piece->isParsed))
        return changesMore(file);
    return patches;
}

} // namespace drawbridge::yaml
