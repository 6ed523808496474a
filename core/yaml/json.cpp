#include "source/guard.h"
#include "yaml/meaning.h"
#include "yaml/parse.h"
#include "yaml/scalar_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace drawbridge::yaml {

namespace {

void appendUtf8(std::string &text, unsigned code)
{
    if (code < 0x80) {
        text += char(code);
        return;
    }
    const int rest = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    constexpr std::array<unsigned, 4> leads{0, 0xC0, 0xE0, 0xF0};
    text += char(leads[std::size_t(rest)] | code >> (6 * rest));
    for (int i = rest - 1; i >= 0; --i)
        text += char(0x80 | ((code >> (6 * i)) & 0x3F));
}

/// Reads RFC 8259 with places. Without recursion: open collections stand on a stack.
class JsonReader
{
public:
    JsonReader(std::string_view text, Piece &piece) : m_text(text), m_piece(piece) {}

    void read()
    {
        skipBlanks();
        if (m_at < m_text.size())
            readValue();
        while (!m_failed && !m_open.empty())
            readMember();
        skipBlanks();
        if (m_at < m_text.size())
            fail(Code::JsonTrailingText, {});
    }

private:
    /// A collection whose end has not come.
    struct Open
    {
        NodeId node = kNoNode;
        Kind kind = Kind::Mapping;
        std::size_t children = 0; ///< up to now
    };

    char next() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

    void fail(Code code, std::vector<std::string> arguments)
    {
        if (m_failed)
            return;
        m_failed = true;
        const std::size_t end = std::min(m_at + 1, m_text.size());
        m_piece.problems.push_back({Severity::Error, code, {m_at, end}, std::move(arguments), {}});
    }

    void expected(std::string what) { fail(Code::JsonSyntax, {std::move(what)}); }

    void readValue()
    {
        switch (next()) {
        case '{':
            open(Kind::Mapping);
            break;
        case '[':
            open(Kind::Sequence);
            break;
        case '"':
            readString();
            break;
        case 't':
            readWord("true", Kind::Scalar);
            break;
        case 'f':
            readWord("false", Kind::Scalar);
            break;
        case 'n':
            readWord("null", Kind::Null);
            break;
        default:
            readNumber();
        }
    }

    /// What may follow in the innermost open collection: a separator, its end, the next member.
    void readMember()
    {
        const Open &parent = m_open.back();
        const bool isMapping = parent.kind == Kind::Mapping;
        const std::string close = isMapping ? "}" : "]";
        skipBlanks();
        if (isMapping && parent.children % 2 == 1) {
            if (next() != ':')
                return expected(":");
            ++m_at;
            skipBlanks();
            return readValue();
        }
        if (next() == close[0]) {
            m_piece.tree.setEnd(parent.node, ++m_at);
            m_open.pop_back();
            return;
        }
        if (parent.children > 0) {
            if (next() != ',')
                return expected(", or " + close);
            ++m_at;
            skipBlanks();
        }
        if (!isMapping)
            return readValue();
        if (next() != '"')
            return expected(parent.children == 0 ? "a key or }" : "a key");
        readString();
    }

    NodeId addNode(Kind kind, Style style, std::size_t begin, std::string_view value = {})
    {
        const std::size_t limit = GuardLimits{}.values;
        if (m_piece.tree.size() == limit)
            fail(Code::TooManyValues, {std::to_string(limit)});
        Node node;
        node.kind = kind;
        node.style = style;
        node.start = node.contentStart = std::uint32_t(begin);
        node.end = std::uint32_t(m_at);
        node.value = value;
        if (!m_open.empty()) {
            node.parent = m_open.back().node;
            ++m_open.back().children;
        }
        return m_piece.tree.add(node);
    }

    void open(Kind kind)
    {
        const std::size_t limit = GuardLimits{}.depth;
        if (m_open.size() >= limit)
            return fail(Code::TooDeeplyNested, {std::to_string(limit)});
        const NodeId node = addNode(kind, Style::Flow, m_at);
        m_open.push_back({node, kind, 0});
        ++m_at;
    }

    void readWord(std::string_view word, Kind kind)
    {
        if (m_text.substr(m_at, word.size()) != word)
            return expected("a value");
        m_at += word.size();
        addNode(kind, Style::Plain, m_at - word.size(),
                kind == Kind::Scalar ? word : std::string_view());
    }

    bool readDigits()
    {
        const std::size_t begin = m_at;
        while (isDigit(next()))
            ++m_at;
        return m_at > begin;
    }

    void readNumber()
    {
        const std::size_t begin = m_at;
        if (next() == '-')
            ++m_at;
        const bool hasZero = next() == '0';
        if (!readDigits())
            return expected(begin == m_at ? "a value" : "a digit");
        if (hasZero && isDigit(m_text[m_at - 1]) &&
            m_at - begin > (m_text[begin] == '-' ? 2u : 1u)) {
            m_at = begin;
            return expected("a number without leading zeros");
        }
        if (next() == '.') {
            ++m_at;
            if (!readDigits())
                return expected("a digit");
        }
        if (next() == 'e' || next() == 'E') {
            ++m_at;
            if (next() == '+' || next() == '-')
                ++m_at;
            if (!readDigits())
                return expected("a digit");
        }
        addNode(Kind::Scalar, Style::Plain, begin, m_text.substr(begin, m_at - begin));
    }

    void readString()
    {
        const std::size_t begin = m_at++;
        std::string value;
        for (;;) {
            const std::size_t run = m_text.find_first_of("\"\\\n\t\r", m_at);
            value.append(m_text, m_at, run - m_at);
            m_at = std::min(run, m_text.size());
            if (next() == '"')
                break;
            if (next() != '\\')
                return expected("\"");
            if (!readEscape(value))
                return;
        }
        ++m_at;
        addNode(Kind::Scalar, Style::DoubleQuoted, begin, value);
    }

    bool readEscape(std::string &value)
    {
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        const char c = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
        if (c == 'u')
            return readUnicode(value);
        const std::size_t index = c == '\0' ? std::string_view::npos : names.find(c);
        if (index == std::string_view::npos) {
            expected("an escape sequence");
            return false;
        }
        value += meanings[index];
        m_at += 2;
        return true;
    }

    std::optional<unsigned> hexAt(std::size_t place) const
    {
        if (m_text.substr(place, 2) != "\\u" || place + 6 > m_text.size())
            return {};
        unsigned code = 0;
        for (char c : m_text.substr(place + 2, 4)) {
            const bool isLetter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!isDigit(c) && !isLetter)
                return {};
            code = code * 16 + unsigned(isDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return code;
    }

    bool readUnicode(std::string &value)
    {
        std::optional<unsigned> code = hexAt(m_at);
        std::size_t size = 6;
        if (code && *code >= 0xD800 && *code < 0xDC00) {
            const std::optional<unsigned> low = hexAt(m_at + 6);
            if (low && *low >= 0xDC00 && *low < 0xE000) {
                code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
                size = 12;
            }
        }
        if (!code) {
            expected("four hexadecimal digits");
            return false;
        }
        // Go reads half a surrogate pair as the replacement character.
        const bool isHalf = *code >= 0xD800 && *code < 0xE000;
        appendUtf8(value, isHalf ? 0xFFFD : *code);
        m_at += size;
        return true;
    }

    std::string_view m_text;
    Piece &m_piece;
    std::vector<Open> m_open;
    std::size_t m_at = 0;
    bool m_failed = false;
};

} // namespace

std::shared_ptr<Piece> newJsonPiece(std::string_view text, Role role)
{
    auto piece = std::make_shared<Piece>();
    piece->role = role;
    piece->format = Format::Json;
    if (auto problem = guardBytes(text)) {
        piece->problems.push_back(std::move(*problem));
        return piece;
    }
    JsonReader(text, *piece).read();
    if (!piece->problems.empty()) {
        piece->tree = Tree();
        return piece;
    }
    piece->tree.finish();
    piece->isParsed = true;
    piece->isEditable = true;
    piece->problems = findKeyProblems(piece->tree);
    return piece;
}

} // namespace drawbridge::yaml
