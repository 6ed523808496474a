#include "yaml/scan.h"

#include <algorithm>
#include <string>

namespace drawbridge::yaml {

std::size_t lineStart(std::string_view text, std::size_t place)
{
    const std::size_t newline = place == 0 ? kNowhere : text.rfind('\n', place - 1);
    return newline == kNowhere ? 0 : newline + 1;
}

std::size_t nextLine(std::string_view text, std::size_t place)
{
    const std::size_t newline = text.find('\n', place);
    return newline == kNowhere ? text.size() : newline + 1;
}

std::size_t lineEnd(std::string_view text, std::size_t place)
{
    const std::size_t newline = std::min(text.find('\n', place), text.size());
    return newline > 0 && text[newline - 1] == '\r' ? newline - 1 : newline;
}

std::size_t columnOf(std::string_view text, std::size_t place)
{
    return place - lineStart(text, place);
}

std::size_t skipBlanks(std::string_view text, std::size_t place)
{
    return std::min(text.find_first_not_of(" \t", place), text.size());
}

std::size_t skipGap(std::string_view text, std::size_t place)
{
    while (place < text.size()) {
        if (isBlank(text[place]) || isBreak(text[place])) {
            ++place;
        } else if (text[place] == '#' && (place == 0 || isBlankOrBreakAt(text, place - 1))) {
            place = nextLine(text, place);
        } else {
            break;
        }
    }
    return place;
}

Properties readProperties(std::string_view text, std::size_t place, std::size_t limit)
{
    Properties result{0, place, place, false};
    while (result.count < limit && place < text.size() &&
           (text[place] == '&' || text[place] == '!')) {
        const bool isTag = text[place] == '!';
        if (isTag && at(text, place + 1) == '<')
            place = std::min(text.find('>', place), text.size() - 1) + 1;
        else
            while (!isBlankOrBreakAt(text, place) && !isFlowIndicator(text[place]))
                ++place;
        result.hasTag = result.hasTag || isTag;
        result.end = place;
        ++result.count;
        place = skipGap(text, place);
    }
    result.content = place;
    return result;
}

namespace {

/// Skips a break between two lines of a plain scalar with the blanks around it; counts the breaks.
std::size_t skipFold(std::string_view text, std::size_t place, std::size_t &breaks)
{
    place = skipBlanks(text, place);
    while (place < text.size() && isBreak(text[place])) {
        place += text[place] == '\r' && at(text, place + 1) == '\n' ? 2 : 1;
        place = skipBlanks(text, place);
        ++breaks;
    }
    return place;
}

} // namespace

std::size_t endOfPlain(std::string_view text, std::size_t begin, std::string_view value)
{
    const bool isOneLine = value.find('\n') == kNowhere;
    if (isOneLine && text.substr(std::min(begin, text.size()), value.size()) == value)
        return begin + value.size(); // as most are
    std::size_t place = begin;
    for (std::size_t i = 0; i < value.size();) {
        if (place >= text.size())
            return kNowhere;
        std::size_t breaks = 0;
        if (isBlankOrBreakAt(text, place))
            if (const std::size_t next = skipFold(text, place, breaks); breaks > 0)
                place = next;
        if (breaks > 0) {
            const std::string expected = breaks == 1 ? " " : std::string(breaks - 1, '\n');
            if (value.substr(i, expected.size()) != expected)
                return kNowhere;
            i += expected.size();
        } else {
            if (text[place] != value[i])
                return kNowhere;
            ++place;
            ++i;
        }
    }
    return place;
}

std::size_t endOfQuoted(std::string_view text, std::size_t begin)
{
    const char quote = at(text, begin);
    for (std::size_t place = begin + 1; place < text.size(); ++place) {
        if (quote == '"' && text[place] == '\\') {
            ++place;
        } else if (text[place] == quote) {
            if (quote == '"' || at(text, place + 1) != '\'')
                return place + 1;
            ++place;
        }
    }
    return kNowhere;
}

namespace {

/// The same characters in the same order, blanks and line ends aside: holds for literal and folded
/// scalars alike, whatever chomping and indentation do.
bool hasSameInk(std::string_view a, std::string_view b)
{
    constexpr std::string_view blanks = " \t\r\n";
    for (std::size_t i = 0, j = 0;; ++i, ++j) {
        i = std::min(a.find_first_not_of(blanks, i), a.size());
        j = std::min(b.find_first_not_of(blanks, j), b.size());
        if (i == a.size() || j == b.size())
            return i == a.size() && j == b.size();
        if (a[i] != b[j])
            return false;
    }
}

struct BlockHeader
{
    bool keeps = false;
    long indent = 0; ///< as written, 0 if it is to be detected
    std::size_t body = 0;
};

BlockHeader readBlockHeader(std::string_view text, std::size_t begin)
{
    BlockHeader header;
    std::size_t place = begin + 1;
    for (; std::string_view("+-0123456789").find(at(text, place)) != kNowhere; ++place) {
        if (text[place] == '+')
            header.keeps = true;
        else if (text[place] != '-')
            header.indent = text[place] - '0';
    }
    header.body = nextLine(text, place);
    return header;
}

bool isBlankLine(std::string_view text, std::size_t begin)
{
    const std::size_t place = std::min(text.find_first_not_of(' ', begin), text.size());
    return isBreak(at(text, place));
}

bool isMarkerLine(std::string_view text, std::size_t begin)
{
    const std::string_view line = text.substr(begin, 3);
    return (line == "---" || line == "...") && isBlankOrBreakAt(text, begin + 3);
}

long indentAt(std::string_view text, std::size_t begin)
{
    return long(std::min(text.find_first_not_of(' ', begin), text.size()) - begin);
}

} // namespace

std::size_t endOfBlockScalar(std::string_view text, std::size_t begin, std::string_view value,
                             long parentColumn)
{
    const BlockHeader header = readBlockHeader(text, begin);
    long indent = header.indent > 0 ? std::max(parentColumn, 0L) + header.indent : -1;
    std::size_t end = header.body;
    std::size_t blanksEnd = header.body;
    for (std::size_t line = header.body; line < text.size(); line = nextLine(text, line)) {
        const long column = indentAt(text, line);
        if (isBlankLine(text, line)) {
            blanksEnd = nextLine(text, line);
            if (indent >= 0 && column > indent)
                end = blanksEnd;
            continue;
        }
        if (indent < 0)
            indent = std::max(column, parentColumn + 1);
        if (column < indent || isMarkerLine(text, line))
            break;
        end = blanksEnd = nextLine(text, line);
    }
    if (header.keeps)
        end = blanksEnd;
    return hasSameInk(value, text.substr(header.body, end - header.body)) ? end : kNowhere;
}

} // namespace drawbridge::yaml
