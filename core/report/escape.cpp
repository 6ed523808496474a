#include "report/escape.h"

#include "report/list.h"

namespace drawbridge::report {

namespace {

constexpr char32_t kReplacement = 0xFFFD;

int continuationBytes(unsigned char lead)
{
    return lead < 0x80                   ? 0
           : lead >= 0xC2 && lead < 0xE0 ? 1
           : lead >= 0xE0 && lead < 0xF0 ? 2
           : lead >= 0xF0 && lead < 0xF5 ? 3
                                         : -1;
}

bool isScalarOf(char32_t c, int continuation)
{
    constexpr char32_t least[] = {0, 0x80, 0x800, 0x10000};
    return c >= least[continuation] && c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
}

/// The next code point; moves `at`.
char32_t next(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    const int more = continuationBytes(lead);
    if (more <= 0)
        return more == 0 ? lead : kReplacement;
    if (text.size() - at < std::size_t(more))
        return kReplacement;
    char32_t c = lead & (0x3Fu >> more);
    for (int i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + std::size_t(i)]);
        if ((byte & 0xC0) != 0x80)
            return kReplacement;
        c = c << 6 | (byte & 0x3Fu);
    }
    if (!isScalarOf(c, more))
        return kReplacement;
    at += std::size_t(more);
    return c;
}

void append(std::string &text, char32_t c)
{
    if (c < 0x80) {
        text += char(c);
        return;
    }
    if (c < 0x800) {
        text += char(0xC0 | c >> 6);
    } else {
        if (c < 0x10000) {
            text += char(0xE0 | c >> 12);
        } else {
            text += char(0xF0 | c >> 18);
            text += char(0x80 | (c >> 12 & 0x3F));
        }
        text += char(0x80 | (c >> 6 & 0x3F));
    }
    text += char(0x80 | (c & 0x3F));
}

std::string hex(char32_t c)
{
    std::string digits;
    for (; c > 0; c >>= 4)
        digits.insert(digits.begin(), "0123456789abcdef"[c & 15]);
    return digits.empty() ? "0" : digits;
}

bool isMisleading(char32_t c)
{
    const bool isControl = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool turnsText =
        (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x2028 || c == 0x2029;
    const bool isNoCharacter = c == 0xFFFE || c == 0xFFFF;
    return isControl || turnsText || isNoCharacter;
}

template <typename Write>
std::string mapped(std::string_view text, Write write)
{
    const std::string harmless = shownText(text);
    std::string result;
    for (std::size_t at = 0; at < harmless.size();)
        write(result, next(harmless, at));
    return result;
}

bool isPlainInMermaid(char32_t c)
{
    const bool isAlnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return isAlnum || c >= 0x80 || std::string_view(" -_.,/=+").find(char(c)) != std::string::npos;
}

} // namespace

std::string shownText(std::string_view text)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        if (isMisleading(c))
            result += "\\u{" + hex(c) + '}';
        else
            append(result, c);
    }
    return result;
}

std::string xmlText(std::string_view text)
{
    return mapped(text, [](std::string &result, char32_t c) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            append(result, c);
        }
    });
}

std::string markdownText(std::string_view text)
{
    return mapped(text, [](std::string &result, char32_t c) {
        if (c == '<' || c == '>' || c == '&')
            result += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
        else if (c == '|') // a backslash is not enough for every reader
            result += "&#124;";
        else if (c == '@') // no mail address, nobody is called
            result += "&#64;";
        else if ((c == '/' && result.ends_with('/')) || (c == '.' && result.ends_with("www")))
            result += c == '/' ? "&#47;" : "&#46;"; // no address becomes a link
        else if (c < 0x80 && std::string_view("\\`*_[]#~$").find(char(c)) != std::string_view::npos)
            (result += '\\') += char(c);
        else
            append(result, c);
    });
}

std::string mermaidText(std::string_view text)
{
    return mapped(text, [](std::string &result, char32_t c) {
        if (c == 0xFB02) // Mermaid's own mark for what it has taken out
            result += "fl";
        else if (isPlainInMermaid(c))
            append(result, c);
        else
            result += '#' + std::to_string(std::uint32_t(c)) + ';';
    });
}

std::string dotText(std::string_view text)
{
    std::string result = "\"";
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (result += '\\') += c;
        else if (c == '&')
            result += "&amp;";
        else if (byte < 0x20 || byte == 0x7F)
            result += ' ';
        else
            result += c;
    }
    return result + '"';
}

std::string jsonText(std::string_view text)
{
    std::string wellFormed;
    for (std::size_t at = 0; at < text.size();)
        append(wellFormed, next(text, at));
    return jsonString(wellFormed);
}

} // namespace drawbridge::report
