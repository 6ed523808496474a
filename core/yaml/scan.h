#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace drawbridge::yaml {

inline constexpr std::size_t kNowhere = std::string_view::npos;
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

inline bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

inline bool isBreak(char c)
{
    return c == '\n' || c == '\r';
}

inline bool isFlowIndicator(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

/// The byte at a place; a line feed past the end, so that the end of a text ends everything.
inline char at(std::string_view text, std::size_t place)
{
    return place < text.size() ? text[place] : '\n';
}

inline bool isBlankOrBreakAt(std::string_view text, std::size_t place)
{
    return isBlank(at(text, place)) || isBreak(at(text, place));
}

/// First byte of the line that holds `place`.
std::size_t lineStart(std::string_view text, std::size_t place);
/// One past the line feed of the line that holds `place`, or the end of the text.
std::size_t nextLine(std::string_view text, std::size_t place);
/// The line's end before its CR and LF.
std::size_t lineEnd(std::string_view text, std::size_t place);
/// Bytes from the line's start.
std::size_t columnOf(std::string_view text, std::size_t place);
std::size_t skipBlanks(std::string_view text, std::size_t place);
/// Skips blanks, line ends and comments.
std::size_t skipGap(std::string_view text, std::size_t place);

/// Anchors and tags in front of a node.
struct Properties
{
    std::size_t count = 0;
    std::size_t end = 0;     ///< after the last one
    std::size_t content = 0; ///< the next byte that is neither blank nor comment
    bool hasTag = false;
};
/// Reads at most `limit` properties from `place`.
Properties readProperties(std::string_view text, std::size_t place, std::size_t limit);

/// Each gives one past the scalar's last byte, or kNowhere if the text there is no such scalar
/// with this value.
std::size_t endOfPlain(std::string_view text, std::size_t begin, std::string_view value);
std::size_t endOfQuoted(std::string_view text, std::size_t begin);
/// `parentColumn` is the column of the block collection around it, -1 if there is none.
std::size_t endOfBlockScalar(std::string_view text, std::size_t begin, std::string_view value,
                             long parentColumn);

} // namespace drawbridge::yaml
