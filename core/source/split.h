#pragma once

#include "base/diagnostic.h"

#include <optional>
#include <string_view>
#include <vector>

namespace drawbridge {

/// One `---` block of a YAML text, with its own marker and directives; the ranges of all
/// documents together cover the text (after the byte order mark) without gap or overlap.
struct DocumentRange
{
    TextRange range;
    bool hasContent = false; ///< anything but blanks, comments, markers and directives
};

/// Cuts a YAML text at its document markers, by lines only: `---` or `...` at column 0 followed by
/// a blank or the line's end ends a document, also inside a scalar; directives belong to the
/// document that follows. Lines where kubectl would split otherwise, and directives, which it
/// cannot read, are added to `problems`.
std::vector<DocumentRange> splitDocuments(std::string_view text, std::vector<Problem> &problems);

/// A `kind: List` whose items are cut out, so that each is parsed alone.
struct ListSplit
{
    TextRange gap;                ///< from the first item's begin to the last item's end
    std::vector<TextRange> items; ///< block YAML: from the `-`'s line start; JSON: the value
    /// False if an item seems to begin inside a quoted text or brackets: then the whole text is
    /// tried first, and the split serves only if that does not parse.
    bool isCertain = true;
};

/// Finds the items of a List (or <Kind>List) in block YAML by lines alone: a key `items:` at column
/// 0 and items whose `-` all stand at one column. Empty if the text is no such list or in doubt;
/// then it is parsed whole.
std::optional<ListSplit> splitYamlList(std::string_view document);

/// The same for a JSON text whose items are all objects, by brackets and quotes alone.
std::optional<ListSplit> splitJsonList(std::string_view text);

/// Cuts a text at JSON objects and arrays that follow each other, as kubectl reads them: each is a
/// document of its own, up to where the next begins. What is no such value is not cut. The ranges
/// cover the text without gap or overlap; more than `limit` are not cut.
std::vector<TextRange> splitJsonValues(std::string_view text, std::size_t limit);

} // namespace drawbridge
