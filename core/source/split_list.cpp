#include "source/light_lexer.h"
#include "source/split.h"

#include <algorithm>

namespace drawbridge {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t indentOf(std::string_view line)
{
    return line.find_first_not_of(' ');
}

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == kNone;
}

bool isComment(std::string_view line)
{
    const std::size_t at = line.find_first_not_of(" \t\r");
    return at != kNone && line[at] == '#';
}

/// What follows `key:` at column 0, without comment and blanks; nothing if the line is no such
/// pair.
std::optional<std::string_view> valueOf(std::string_view line, std::string_view key)
{
    if (!line.starts_with(key) || line.size() <= key.size() || line[key.size()] != ':')
        return {};
    line.remove_prefix(key.size() + 1);
    if (!line.empty() && line[0] != ' ' && line[0] != '\t' && line[0] != '\r')
        return {};
    if (const std::size_t comment = line.find(" #"); comment != kNone)
        line = line.substr(0, comment);
    const std::size_t begin = line.find_first_not_of(" \t\r");
    if (begin == kNone)
        return std::string_view();
    return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

bool isListKind(std::string_view value)
{
    if (value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0])
        value = value.substr(1, value.size() - 2);
    return value.ends_with("List") && value.find_first_of(" \t\"'") == kNone;
}

/// Anchors and aliases may tie items together; where they stand in a text this is too careful.
bool mayHoldReference(std::string_view line)
{
    for (std::size_t at = line.find_first_of("&*"); at != kNone;
         at = line.find_first_of("&*", at + 1)) {
        const char before = at == 0 ? ' ' : line[at - 1];
        const char after = at + 1 < line.size() ? line[at + 1] : ' ';
        const bool startsToken = std::string_view(" \t[{,").find(before) != kNone;
        const bool hasName = std::string_view(" \t\r&").find(after) == kNone;
        if (startsToken && hasName)
            return true;
    }
    return false;
}

class ListSplitter
{
public:
    explicit ListSplitter(std::string_view text) : m_text(text) {}

    std::optional<ListSplit> split()
    {
        if (m_text.find("List") == kNone || m_text.find("items:") == kNone)
            return {};
        for (std::size_t at = 0; at < m_text.size() && !m_isDoubtful;) {
            const std::size_t newline = std::min(m_text.find('\n', at), m_text.size());
            const std::size_t next = std::min(newline + 1, m_text.size());
            readLine(m_text.substr(at, newline - at), at, next);
            at = next;
        }
        if (m_isDoubtful || !m_isList || m_split.items.empty())
            return {};
        m_split.items.back().end = m_itemEnd;
        m_split.gap = {m_split.items.front().begin, m_itemEnd};
        return std::move(m_split);
    }

private:
    enum class Part { Head, BeforeFirst, Items, Tail };

    void readLine(std::string_view line, std::size_t at, std::size_t next)
    {
        const bool isOpen = m_lexer.isInsideToken();
        m_lexer.readLine(line);
        if (mayHoldReference(line) || line.starts_with('%'))
            m_isDoubtful = true;
        else if (isBlank(line) || isComment(line) || m_lexer.wasScalarText())
            readFiller(line, next, isOpen);
        else if (m_part == Part::BeforeFirst || m_part == Part::Items)
            readItemLine(line, at, next, isOpen);
        else
            readOuterLine(line, isOpen);
    }

    /// Blank lines may be part of a block scalar, and so belong to the item as long as nothing
    /// stands between; so do comments that are indented like the item's own lines.
    void readFiller(std::string_view line, std::size_t next, bool isOpen)
    {
        if (m_part != Part::Items)
            return;
        const bool isOutside = isComment(line) && indentOf(line) <= m_column && !isOpen;
        m_isItemOver = m_isItemOver || isOutside;
        if (!m_isItemOver)
            m_itemEnd = next;
    }

    void readItemLine(std::string_view line, std::size_t at, std::size_t next, bool isOpen)
    {
        const std::size_t indent = indentOf(line);
        if (m_part == Part::BeforeFirst)
            m_column = indent;
        const bool isDash = indent == m_column && line[indent] == '-' &&
                            (indent + 1 == line.size() || isBlank(line.substr(indent + 1, 1)));
        const bool isTail = !isDash && indent == 0;
        if (isOpen && (isDash || isTail)) {
            // Most likely something is not closed, which must not swallow all other items.
            m_split.isCertain = false;
            isOpen = false;
            m_lexer = LightLexer();
            m_lexer.readLine(line);
        }
        if (m_part == Part::BeforeFirst && !isDash) {
            m_isDoubtful = true;
        } else if (isTail) {
            m_part = Part::Tail;
            readOuterLine(line, isOpen);
            return;
        } else if (isDash) {
            if (!m_split.items.empty())
                m_split.items.back().end = at;
            m_split.items.push_back({at, next});
            m_part = Part::Items;
        } else if (indent <= m_column && !isOpen) {
            m_isDoubtful = true;
        }
        m_isItemOver = false;
        m_itemEnd = next;
    }

    void readOuterLine(std::string_view line, bool isOpen)
    {
        if (isOpen || line[0] == ' ' || line[0] == '\t')
            return;
        if (const auto kind = valueOf(line, "kind")) {
            m_isDoubtful = m_isDoubtful || m_hasKind;
            m_hasKind = true;
            m_isList = isListKind(*kind);
        } else if (const auto items = valueOf(line, "items")) {
            m_isDoubtful = m_isDoubtful || m_part != Part::Head || !items->empty();
            m_part = Part::BeforeFirst;
        }
    }

    std::string_view m_text;
    LightLexer m_lexer;
    ListSplit m_split;
    Part m_part = Part::Head;
    std::size_t m_column = 0;
    std::size_t m_itemEnd = 0;
    bool m_isItemOver = false;
    bool m_hasKind = false;
    bool m_isList = false;
    bool m_isDoubtful = false;
};

} // namespace

std::optional<ListSplit> splitYamlList(std::string_view document)
{
    return ListSplitter(document).split();
}

} // namespace drawbridge
