#pragma once

#include <QString>

#include <vector>

namespace drawbridge {

enum class TokenKind { Key, String, Number, Comment, Marker, Anchor };

/// A piece of one line, in UTF-16 code units.
struct Token
{
    TokenKind kind = TokenKind::Key;
    int begin = 0;
    int size = 0;

    bool operator==(const Token &) const = default;
};

/// What goes on from one line to the next.
struct LineState
{
    enum class Inside { Nothing, BlockScalar, DoubleQuotes, SingleQuotes };
    Inside inside = Inside::Nothing;
    int indent = 0; ///< of the line it began in: it ends where a line is not deeper

    int packed() const { return int(inside) | indent << 2; }
    static LineState unpacked(int packed);
};

/// Finds the tokens of a line for colouring: quick and forgiving, no parser.
class LineScanner
{
public:
    LineScanner(const QString &line, LineState before, bool isJson);

    const std::vector<Token> &tokens() const { return m_tokens; }
    LineState after() const { return m_state; }

private:
    void scan();
    void scanRest();
    bool takeContinuation();
    bool takeMarker();
    void takeIndicators();
    void takeQuoted(int begin, QChar quote);
    void takePlain();
    void takeProperty();
    bool takeBlockHeader();
    bool takeComment();
    int closingQuote(int from, QChar quote) const;
    bool isKeyEnd(int index) const;
    QChar at(int index) const { return index < m_line.size() ? m_line[index] : QChar(); }
    bool isBlank(int index) const { return at(index) == u' ' || at(index) == u'\t'; }
    void skipBlanks();
    void add(TokenKind kind, int begin, int end);

    const QString &m_line;
    bool m_isJson;
    LineState m_state;
    int m_at = 0;
    int m_indent = 0;
    int m_structure = 0; ///< column of the innermost dash or key of this line
    std::vector<Token> m_tokens;
};

} // namespace drawbridge
