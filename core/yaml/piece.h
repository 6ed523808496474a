#pragma once

#include "base/diagnostic.h"
#include "yaml/tree.h"

#include <memory>
#include <string_view>
#include <vector>

namespace drawbridge::yaml {

enum class Format : std::uint8_t { Yaml, Json };

/// What a piece of a file is: a document, one item of a List (block YAML: a sequence of one item,
/// JSON: the object), or a List without its items (whose `items` is then null or empty).
enum class Role : std::uint8_t { Document, ListShell, ListItem };

/// A text that is parsed alone, and what came out of it. Never changed after it was made, so that
/// workspaces can share it. All offsets count from the begin of the piece's text.
struct Piece
{
    Role role = Role::Document;
    Format format = Format::Yaml;
    bool isParsed = false;   ///< false: syntax error, `tree` is empty
    bool isEditable = false; ///< the audit passed: edits may be written into it
    Tree tree;
    std::vector<Problem> problems;
    /// While it is not parsed: the last state that was, whose offsets are out of date.
    std::shared_ptr<const Piece> lastGood;

    /// The node of the object: the document's root, or the item inside a List item's sequence.
    NodeId objectNode() const;
};

/// Parses one document (with its `---`, directives and comments). Never throws, never loops, and
/// gives a problem with a right place for what it refuses. An empty document parses to an empty
/// tree.
std::shared_ptr<const Piece> parseYaml(std::string_view text, Role role = Role::Document);
std::shared_ptr<const Piece> parseJson(std::string_view text, Role role = Role::Document);

} // namespace drawbridge::yaml
