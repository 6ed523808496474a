#include "graph/picture.h"

#include <string_view>

namespace drawbridge::graph {

namespace {

/// Width of one character at font size 1, of a plain sans serif; rather wide than narrow.
double advance(char32_t c)
{
    if (c >= 0x1100) // East Asian wide forms, roughly
        return 1.0;
    if (c > 126)
        return 0.62;
    const char narrow[] = "ijlI.,:;'|!` ";
    const char slim[] = "ftr()[]{}/\\-\"*";
    const char wide[] = "mwMW@%";
    const char character = char(c);
    if (std::string_view(narrow).find(character) != std::string_view::npos)
        return 0.32;
    if (std::string_view(slim).find(character) != std::string_view::npos)
        return 0.41;
    if (std::string_view(wide).find(character) != std::string_view::npos)
        return 0.92;
    if (character >= 'A' && character <= 'Z')
        return 0.68;
    return 0.61;
}

/// The next code point of UTF-8; moves `at`. Bad bytes count as one character each.
char32_t next(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    char32_t c = more == 3 ? lead & 7u : more == 2 ? lead & 15u : more == 1 ? lead & 31u : lead;
    for (; more > 0 && at < text.size() && (text[at] & 0xC0) == 0x80; --more)
        c = c << 6 | (static_cast<unsigned char>(text[at++]) & 63u);
    return c;
}

} // namespace

double textWidth(const std::string &text, double fontSize, bool bold)
{
    double width = 0;
    for (std::size_t at = 0; at < text.size();)
        width += advance(next(text, at));
    return width * fontSize * (bold ? 1.07 : 1.0);
}

std::string elided(const std::string &text, double width, double fontSize, bool bold)
{
    if (textWidth(text, fontSize, bold) <= width)
        return text;
    const std::string ellipsis = "…";
    const double room = width - textWidth(ellipsis, fontSize, bold);
    double used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t after = at;
        used += advance(next(text, after)) * fontSize * (bold ? 1.07 : 1.0);
        if (used > room)
            break;
        at = after;
    }
    return text.substr(0, at) + ellipsis;
}

} // namespace drawbridge::graph
