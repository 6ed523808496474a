#pragma once

#include "base/patch.h"
#include "base/result.h"
#include "yaml/piece.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drawbridge::yaml {

/// Plain data to be written. A Text is quoted where YAML would read it as something else.
struct Value
{
    enum class Type { Null, Text, Integer, Sequence, Mapping };
    Type type = Type::Null;
    std::string text; ///< Text, Integer
    std::vector<std::pair<std::string, Value>> pairs;
    std::vector<Value> items;

    static Value ofText(std::string text);
    static Value ofInteger(long long number);
    static Value ofSequence(std::vector<Value> items);
    static Value ofMapping(std::vector<std::pair<std::string, Value>> pairs);

    bool operator==(const Value &) const = default;
};

/// A part of a tree as plain data, to be written again: aliases are written out; numbers, booleans
/// and what else is no text to YAML keep their own words (as Integer). Comments are not kept.
Value valueOf(const Tree &tree, NodeId node);
/// True if a node says exactly this: texts are texts for every YAML parser.
bool isValue(const Tree &tree, NodeId node, const Value &value);

/// Puts `value` in the place of a node that is a mapping's value or a sequence's item.
struct Replace
{
    NodeId node = kNoNode;
    Value value;
};

/// Adds a pair before the `position`th pair (at the end if there are fewer).
struct InsertPair
{
    NodeId mapping = kNoNode;
    std::size_t position = SIZE_MAX;
    std::string key;
    Value value;
};

/// Adds an item before the `position`th item (at the end if there are fewer).
struct InsertItem
{
    NodeId sequence = kNoNode;
    std::size_t position = SIZE_MAX;
    Value value;
};

/// Removes a pair (by its value node) or an item, with its own lines. Comment lines before the next
/// entry stay. What becomes empty is written `{}` or `[]`: the caller decides whether it may.
/// The object of a List item is removed by removeListItem().
struct Remove
{
    NodeId node = kNoNode;
};

/// Moves an item to the `position`th place of its sequence, with the comments inside it, behind it
/// on its line, and right above it; what stands between two items stays where it is.
struct Move
{
    NodeId item = kNoNode;
    std::size_t position = 0;
};

using Edit = std::variant<Replace, InsertPair, InsertItem, Remove, Move>;

/// How snippets are written: what the surrounding text does.
struct SnippetStyle
{
    int indentStep = 2;          ///< columns by which nested mappings are indented
    bool indentSequences = true; ///< `- ` deeper than its key, or at the key's column
    bool flowLeaves = false;     ///< small mappings and lists as {a: b}
    bool quoteText = false;      ///< texts in double quotes where the neighbours are
    bool quoteKeys = false;
    std::string lineEnd = "\n";
};

/// The style of a piece's text, from what is most frequent in it.
SnippetStyle styleOf(std::string_view text, const Piece &piece);

/// `value` as block YAML text whose lines are indented by `column` blanks, each with a line end.
std::string blockYaml(const Value &value, int column, const SnippetStyle &style);
/// `value` as JSON, indented by `step` blanks a level (0: on one line); the first line is not
/// indented.
std::string jsonText(const Value &value, int column, int step, const std::string &lineEnd);

/// The patches (offsets in the piece's text) that make the edit, in the file's own style. They are
/// verified: the new text parses, its tree is exactly the edited tree, and no byte outside changed;
/// other ways of writing it are tried first, then it is refused.
Result<Patches> write(std::string_view text, const Piece &piece, const Edit &edit);

/// The piece after an edit, with its text: for edits in a row, each naming nodes of the last
/// result.
struct Edited
{
    std::string text;
    std::shared_ptr<const Piece> piece;
};
Result<Edited> edited(std::string_view text, const Piece &piece, const Edit &edit);

/// Patches (file offsets) that add an item at the end of a List that is split into a shell and
/// items.
class File;
Result<Patches> appendListItem(const File &file, std::size_t shell, const Value &item);
/// Patches (file offsets) that remove one item piece of such a List; the last one leaves `[]`.
Result<Patches> removeListItem(const File &file, std::size_t item);

} // namespace drawbridge::yaml
