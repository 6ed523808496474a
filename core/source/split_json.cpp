#include "source/split.h"

#include <string>

namespace drawbridge {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// Walks over a JSON text by brackets and quotes alone. Every function gives the place after what
/// it skipped, or kNowhere.
class JsonSkimmer
{
public:
    explicit JsonSkimmer(std::string_view text) : m_text(text) {}

    std::size_t skipBlanks(std::size_t at) const
    {
        at = m_text.find_first_not_of(" \t\r\n", at);
        return at == kNowhere ? m_text.size() : at;
    }

    char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }

    std::size_t skipString(std::size_t at) const
    {
        for (++at; at < m_text.size(); ++at) {
            if (m_text[at] == '\\')
                ++at;
            else if (m_text[at] == '"')
                return at + 1;
            else if (m_text[at] == '\n')
                return kNowhere;
        }
        return kNowhere;
    }

    std::size_t skipValue(std::size_t at) const
    {
        if (this->at(at) == '"')
            return skipString(at);
        if (this->at(at) == '{' || this->at(at) == '[')
            return skipBrackets(at);
        const std::size_t end = m_text.find_first_of(" \t\r\n,:[]{}\"", at);
        return end == at ? kNowhere : end == kNowhere ? m_text.size() : end;
    }

private:
    std::size_t skipBrackets(std::size_t at) const
    {
        std::string open;
        while (at < m_text.size()) {
            const char c = m_text[at];
            if (c == '"') {
                at = skipString(at);
                continue;
            }
            if (c == '{' || c == '[')
                open += c == '{' ? '}' : ']';
            if (c == '}' || c == ']') {
                if (open.back() != c)
                    return kNowhere;
                open.pop_back();
                if (open.empty())
                    return at + 1;
            }
            ++at;
        }
        return kNowhere;
    }

    std::string_view m_text;
};

/// The objects of an array that begins at `at`; none if it holds anything else.
std::optional<std::vector<TextRange>> objectsOf(const JsonSkimmer &skimmer, std::size_t at)
{
    std::vector<TextRange> objects;
    at = skimmer.skipBlanks(at + 1);
    while (skimmer.at(at) == '{') {
        const std::size_t end = skimmer.skipValue(at);
        if (end == kNowhere)
            return {};
        objects.push_back({at, end});
        at = skimmer.skipBlanks(end);
        if (skimmer.at(at) == ']')
            return objects;
        if (skimmer.at(at) != ',')
            return {};
        at = skimmer.skipBlanks(at + 1);
    }
    return {};
}

} // namespace

std::optional<ListSplit> splitJsonList(std::string_view text)
{
    const JsonSkimmer skimmer(text);
    std::size_t at = skimmer.skipBlanks(0);
    if (skimmer.at(at) != '{')
        return {};
    bool isList = false;
    std::optional<std::vector<TextRange>> items;
    for (char separator = ','; separator == ',';) {
        const std::size_t key = skimmer.skipBlanks(at + 1);
        const std::size_t keyEnd = skimmer.at(key) == '"' ? skimmer.skipString(key) : kNowhere;
        if (keyEnd == kNowhere)
            return {};
        const std::size_t colon = skimmer.skipBlanks(keyEnd);
        const std::size_t value = skimmer.skipBlanks(colon + 1);
        const std::size_t valueEnd = skimmer.skipValue(value);
        if (skimmer.at(colon) != ':' || valueEnd == kNowhere)
            return {};
        const std::string_view name = text.substr(key, keyEnd - key);
        if (name == "\"kind\"") {
            isList = text.substr(value, valueEnd - value).ends_with("List\"");
        } else if (name == "\"items\"") {
            if (items || skimmer.at(value) != '[')
                return {};
            items = objectsOf(skimmer, value);
            if (!items)
                return {};
        }
        at = skimmer.skipBlanks(valueEnd);
        separator = skimmer.at(at);
    }
    if (skimmer.at(at) != '}' || skimmer.skipBlanks(at + 1) != text.size() || !isList || !items)
        return {};
    return ListSplit{{items->front().begin, items->back().end}, std::move(*items), true};
}

std::vector<TextRange> splitJsonValues(std::string_view text, std::size_t limit)
{
    const JsonSkimmer skimmer(text);
    const auto begins = [&](std::size_t at) {
        return skimmer.at(at) == '{' || skimmer.at(at) == '[';
    };
    std::vector<TextRange> values{{0, text.size()}};
    std::size_t at = skimmer.skipBlanks(0);
    while (begins(at) && values.size() < limit) {
        const std::size_t end = skimmer.skipValue(at);
        if (end == kNowhere)
            break;
        at = skimmer.skipBlanks(end);
        if (begins(at)) {
            values.back().end = at;
            values.push_back({at, text.size()});
        }
    }
    return values;
}

} // namespace drawbridge
