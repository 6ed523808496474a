#pragma once

#include "yaml/edit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::yaml {

/// What the writers of one edit look at.
struct EditContext
{
    std::string_view text;
    const Piece &piece;
    const Tree &tree;
    SnippetStyle style;
};

/// Ways to write one edit, the best first; each is tried until one is verified.
using Candidates = std::vector<Patches>;

/// One pair of a mapping or one item of a sequence.
struct Entry
{
    NodeId collection = kNoNode;
    std::size_t index = 0;
    std::size_t count = 0;  ///< of entries in the collection
    NodeId first = kNoNode; ///< the pair's key, or the item
    NodeId value = kNoNode;
};

std::size_t entryCount(const Node &collection);
Entry entryAt(const Tree &tree, NodeId collection, std::size_t index);
/// The entry whose value or item is `node`; nothing for a key or the root.
std::optional<Entry> entryOf(const Tree &tree, NodeId node);

/// First byte of an entry, with its `-` or `?`.
std::size_t entryStart(const EditContext &context, const Entry &entry);
std::size_t entryEnd(const EditContext &context, const Entry &entry);
/// Right after the `:` or `-` before a value; kNowhere if there is none.
std::size_t afterIndicator(const EditContext &context, const Entry &entry);

bool isOnOwnLine(std::string_view text, std::size_t place);
bool isSameLine(std::string_view text, std::size_t a, std::size_t b);
/// How far the line of a place is indented.
int indentOfLine(std::string_view text, std::size_t place);
/// The line end of the line that holds the place; the style's own if it has none.
std::string lineEndAt(const EditContext &context, std::size_t place);
/// True if a comment stands between the place and the line's end.
bool hasCommentBehind(std::string_view text, std::size_t place);
std::string withoutLastLineEnd(std::string lines);
/// True right behind a line feed.
bool endsWithLine(std::string_view text, std::size_t place);
/// One past the last line of what ends at `place`.
std::size_t afterLastLine(std::string_view text, std::size_t place);
/// Skips comment lines that are indented more than `column`, and blank lines before them: they
/// stand inside the entry that ends before `place`.
std::size_t skipInnerComments(std::string_view text, std::size_t place, std::size_t column);
/// The first of the comment lines right above a place, in its column; else the place itself.
std::size_t withCommentsAbove(std::string_view text, std::size_t place);

/// Replacing one node of a collection by one line of text.
std::string inlineText(const EditContext &context, const Node &old, const Value &value);

Candidates replaceInBlock(const EditContext &context, const Entry &entry, const Value &value);
Candidates insertInBlock(const EditContext &context, NodeId collection, std::size_t position,
                         const Value &entry);
Candidates removeFromBlock(const EditContext &context, const Entry &entry);

/// Of a block or a flow sequence.
Candidates moved(const EditContext &context, const Move &move);

Candidates replaceInFlow(const EditContext &context, const Entry &entry, const Value &value);
/// `entry` is a mapping with one pair or a sequence with one item.
Candidates insertInFlow(const EditContext &context, NodeId collection, std::size_t position,
                        const Value &entry);
/// The first entries of an empty collection, where comments stand between its brackets, which stay;
/// nothing where none do, or where `value` is no such collection.
Candidates fillInFlow(const EditContext &context, NodeId collection, const Value &value);
Candidates removeFromFlow(const EditContext &context, const Entry &entry);
/// The only entry, where comments beside it stay between the brackets; nothing where none do.
Candidates emptyInFlow(const EditContext &context, const Entry &entry);

} // namespace drawbridge::yaml
