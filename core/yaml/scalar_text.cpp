#include "yaml/scalar_text.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace drawbridge::yaml {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAnyOf(std::string_view text, std::string_view characters, std::size_t place)
{
    return place < text.size() && characters.find(text[place]) != std::string_view::npos;
}

/// Null and the booleans of YAML 1.1, in any case.
bool isReservedWord(std::string_view text)
{
    constexpr std::array<std::string_view, 9> words{"null", "true", "false", "yes", "no",
                                                    "on",   "off",  "y",     "n"};
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c; });
    return std::find(words.begin(), words.end(), lower) != words.end();
}

/// A text that begins with a digit is a number or a date in some YAML, unless it holds something
/// that none of them has: a slash, two dots, a letter beyond hexadecimal, exponents and times.
bool mayBeNumber(std::string_view text)
{
    if (text.find('/') != std::string_view::npos || std::count(text.begin(), text.end(), '.') > 1)
        return false;
    return std::none_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) &&
               std::string_view("abcdefoxtzABCDEFOXTZ").find(c) == std::string_view::npos;
    });
}

bool needsEscape(unsigned char c)
{
    return c < 0x20 || c == 0x7F || c == '"' || c == '\\';
}

/// Characters that are valid UTF-8 but unsafe or unseen in a text: C1, line and paragraph
/// separator, byte order mark. Gives the code point, 0 if there is none; all are of the BMP.
unsigned unseenAt(std::string_view text, std::size_t place)
{
    const std::string_view two = text.substr(place, 2);
    if (two.size() == 2 && two[0] == '\xC2' && static_cast<unsigned char>(two[1]) < 0xA0)
        return static_cast<unsigned char>(two[1]);
    const std::string_view three = text.substr(place, 3);
    if (three == "\xE2\x80\xA8" || three == "\xE2\x80\xA9")
        return 0x2028 + unsigned(three[2] == '\xA9');
    return three == "\xEF\xBB\xBF" ? 0xFEFF : 0;
}

std::string unicodeEscape(unsigned code)
{
    std::array<char, 8> buffer{};
    static_cast<void>(std::snprintf(buffer.data(), buffer.size(), "\\u%04x", code & 0xFFFFu));
    return buffer.data();
}

std::string escaped(char c)
{
    switch (c) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case '\r':
        return "\\r";
    case '\t':
        return "\\t";
    default:
        return unicodeEscape(static_cast<unsigned char>(c));
    }
}

bool canBeSingleQuoted(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (static_cast<unsigned char>(text[i]) < 0x20 || text[i] == '\x7F' ||
            unseenAt(text, i) != 0)
            return false;
    return true;
}

} // namespace

bool isPlainSafe(std::string_view text)
{
    if (text.empty() || (!isLetter(text[0]) && !isDigit(text[0]) && !isAnyOf(text, "_/", 0)))
        return false;
    if (isDigit(text[0]) && mayBeNumber(text))
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isSafe = isLetter(text[i]) || isDigit(text[i]) || isAnyOf(text, "_-./", i);
        const bool isInside =
            i + 1 < text.size() && isAnyOf(text, " :", i) && !isAnyOf(text, " :", i + 1);
        if (!isSafe && !isInside)
            return false;
    }
    return !isReservedWord(text);
}

std::string doubleQuoted(std::string_view text)
{
    std::string result = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (needsEscape(static_cast<unsigned char>(text[i]))) {
            result += escaped(text[i]);
        } else if (const unsigned code = unseenAt(text, i)) {
            result += unicodeEscape(code);
            i += code < 0x800 ? 1 : 2;
        } else {
            result += text[i];
        }
    }
    return result + '"';
}

std::string scalarText(std::string_view text, Style style)
{
    if (style == Style::SingleQuoted && canBeSingleQuoted(text)) {
        std::string result = "'";
        for (char c : text)
            result += c == '\'' ? std::string("''") : std::string(1, c);
        return result + "'";
    }
    const bool isPlain = style != Style::DoubleQuoted && style != Style::SingleQuoted;
    return isPlain && isPlainSafe(text) ? std::string(text) : doubleQuoted(text);
}

} // namespace drawbridge::yaml
