#pragma once

#include "base/patch.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace drawbridge {

/// A place as people read it: both count from 1; the column counts characters (code points).
struct LineColumn
{
    std::size_t line = 1;
    std::size_t column = 1;

    bool operator==(const LineColumn &) const = default;
};

/// Where each line of one text begins. Lines end with LF (a CR before it belongs to the line end).
class LineIndex
{
public:
    LineIndex() = default;
    explicit LineIndex(std::string_view text);

    /// Brings the index up to date with the text after `patches`, without looking at that text.
    void apply(const Patches &patches);

    std::size_t lineCount() const { return m_starts.size(); }
    /// First byte of a line; `line` counts from 1.
    std::size_t start(std::size_t line) const { return m_starts[line - 1]; }
    /// The line (from 1) that holds the byte; the end of the text belongs to the last line.
    std::size_t lineAt(std::size_t offset) const;
    /// `text` is the text that this index was made from; offsets past its end are clamped.
    LineColumn lineColumn(std::string_view text, std::size_t offset) const;
    /// The byte offset of a place; clamped to the line and to the text.
    std::size_t offset(std::string_view text, LineColumn place) const;

private:
    std::size_t charactersBefore(std::string_view text, std::size_t offset) const;

    std::vector<std::size_t> m_starts{0};
    /// Of a text with long lines: how many characters begin before each block of it. Empty after
    /// a change, because that is told without the text.
    std::vector<std::size_t> m_characters;
};

} // namespace drawbridge
