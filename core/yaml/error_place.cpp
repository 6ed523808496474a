#include "yaml/error_place.h"

#include "source/light_lexer.h"
#include "yaml/scan.h"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <optional>

namespace drawbridge::yaml {

namespace {

/// A line as it looks, whatever it means where it stands.
struct Line
{
    std::size_t begin = 0;
    std::size_t ink = 0;     ///< the first byte that is no blank
    std::size_t content = 0; ///< behind the dashes of list items
    std::size_t end = 0;
    std::size_t colon = kNowhere; ///< behind the key
    bool hasValue = false;        ///< behind that colon

    bool hasKey() const { return colon != kNowhere; }
    std::size_t indent() const { return ink - begin; }
    std::size_t column() const { return content - begin; }
    bool isItem() const { return content > ink; }
};

bool isDash(std::string_view text, std::size_t place)
{
    return at(text, place) == '-' && isBlankOrBreakAt(text, place + 1);
}

/// The first colon outside quotes that ends a key.
std::size_t keyColon(std::string_view text, const Line &line)
{
    char quote = 0;
    for (std::size_t i = line.content; i < line.end; ++i) {
        const char c = text[i];
        if (quote != 0)
            quote = c == quote ? 0 : quote;
        else if ((c == '"' || c == '\'') && i == line.content)
            quote = c;
        else if (c == '#' && i > line.begin && isBlank(text[i - 1]))
            break;
        else if (c == ':' && isBlankOrBreakAt(text, i + 1))
            return i;
    }
    return kNowhere;
}

Line lineAt(std::string_view text, std::size_t place)
{
    Line line;
    line.begin = lineStart(text, place);
    line.end = lineEnd(text, place);
    line.ink = std::min(skipBlanks(text, line.begin), line.end);
    line.content = line.ink;
    while (line.content < line.end && isDash(text, line.content))
        line.content = std::min(skipBlanks(text, line.content + 1), line.end);
    line.colon = keyColon(text, line);
    if (line.hasKey()) {
        const std::size_t value = skipBlanks(text, line.colon + 1);
        line.hasValue = value < line.end && text[value] != '#';
    }
    return line;
}

/// The last one before it that holds more than blanks and a comment.
std::optional<Line> lineBefore(std::string_view text, const Line &line)
{
    for (std::size_t begin = line.begin; begin > 0;) {
        const Line before = lineAt(text, begin - 1);
        begin = before.begin;
        if (before.ink < before.end && text[before.ink] != '#')
            return before;
    }
    return {};
}

/// The bracket that is still open at the text's end.
std::optional<std::size_t> unclosedBracket(std::string_view text)
{
    LightLexer lexer;
    for (std::size_t line = 0; line < text.size(); line = nextLine(text, line))
        lexer.readLine(text.substr(line, lineEnd(text, line) - line), line);
    return lexer.openBracket();
}

std::optional<std::size_t> tabInIndent(std::string_view text, const Line &line)
{
    const std::size_t tab = text.find('\t', line.begin);
    return tab < line.ink ? std::optional(tab) : std::nullopt;
}

/// `-name: x`: a dash without its blank.
bool hasBareDash(std::string_view text, const Line &line)
{
    return at(text, line.ink) == '-' && !isBlankOrBreakAt(text, line.ink + 1) &&
           at(text, line.ink + 1) != '-';
}

bool beginsDocument(std::string_view text, const Line &line)
{
    return text.substr(line.begin, 3) == "---" && isBlankOrBreakAt(text, line.begin + 3);
}

/// The first of the lines above without a colon, which the parser took for one text.
std::optional<std::size_t> unfinishedAbove(std::string_view text, const Line &line)
{
    std::optional<Line> unfinished;
    std::size_t least = kNowhere; ///< indent of them
    std::optional<Line> above = lineBefore(text, line);
    for (; above && !above->hasKey() && !beginsDocument(text, *above);
         above = lineBefore(text, *above)) {
        if (above->isItem() && least < above->indent())
            break; // an item that has ended before
        least = std::min(least, above->indent());
        unfinished = above;
    }
    if (!unfinished)
        return {};
    // Text that goes on in the next line has its colon above.
    const bool goesOn =
        above && above->hasKey() && above->hasValue && unfinished->indent() > above->column();
    return goesOn ? std::nullopt : std::optional(unfinished->content);
}

/// A key that cannot be one where it stands: what was mistyped may be above.
std::optional<std::size_t> aboveKey(std::string_view text, const Line &key)
{
    if (const auto unfinished = unfinishedAbove(text, key))
        return unfinished;
    const std::optional<Line> above = lineBefore(text, key);
    if (!above || !above->hasValue || key.indent() <= above->column())
        return {};
    if (hasBareDash(text, *above))
        return above->ink;
    // It is too far right below a line that is too far left, under a key that has nothing in it.
    const std::optional<Line> parent = lineBefore(text, *above);
    if (!parent || !parent->hasKey() || parent->hasValue)
        return {};
    const bool isTooFarLeft =
        above->isItem() ? above->indent() < parent->column() : above->column() <= parent->column();
    return isTooFarLeft ? std::optional(above->content) : std::nullopt;
}

/// A line that does not go on what is open: an item without the blank behind its dash, or a line
/// without a colon, has ended it.
std::optional<std::size_t> aboveEnd(std::string_view text, const Line &line)
{
    const auto unfinished = unfinishedAbove(text, line);
    if (unfinished && !lineAt(text, *unfinished).isItem())
        return unfinished;
    for (auto above = lineBefore(text, line); above; above = lineBefore(text, *above))
        if (above->indent() < line.indent())
            return hasBareDash(text, *above) ? std::optional(above->ink) : std::nullopt;
    return {};
}

} // namespace

std::size_t errorPlace(std::string_view text, std::size_t mark, const std::string &words)
{
    using namespace YAML;
    mark = std::min(mark, text.size());
    const Line line = lineAt(text, mark);
    if (const auto tab = tabInIndent(text, line))
        return *tab;
    if (words.starts_with(ErrorMsg::INVALID_ESCAPE) && mark > 0)
        if (const std::size_t backslash = text.rfind('\\', mark - 1); backslash != kNowhere)
            return backslash;
    if (words == ErrorMsg::END_OF_MAP_FLOW || words == ErrorMsg::END_OF_SEQ_FLOW)
        return unclosedBracket(text).value_or(mark);
    const bool isBadKey = words == ErrorMsg::MAP_VALUE && mark == line.colon;
    const bool isBadEnd = words == ErrorMsg::END_OF_MAP || words == ErrorMsg::END_OF_SEQ;
    if (isBadKey || isBadEnd || words == ErrorMsg::BLOCK_ENTRY)
        if (const auto above = lineBefore(text, line))
            if (const auto tab = tabInIndent(text, *above))
                return *tab;
    if (isBadKey)
        return aboveKey(text, line).value_or(mark);
    if (isBadEnd)
        return aboveEnd(text, line).value_or(mark);
    return mark;
}

} // namespace drawbridge::yaml
