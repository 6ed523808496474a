#include "text/bracket_match.h"

#include "text/line_scanner.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <vector>

namespace drawbridge {

namespace {

constexpr int kMostLines = 20'000; ///< that are looked through

struct Bracket
{
    int position = 0;
    QChar sign;
};

bool isOpener(QChar c)
{
    return c == u'{' || c == u'[';
}

bool isBracket(QChar c)
{
    return isOpener(c) || c == u'}' || c == u']';
}

std::vector<Token> tokensOf(const QTextBlock &block)
{
    return LineScanner(block.text(), LineState::unpacked(block.previous().userState()), false)
        .tokens();
}

std::vector<Bracket> bracketsOf(const QTextBlock &block)
{
    std::vector<Bracket> brackets;
    const QString text = block.text();
    std::vector<Token> tokens;
    for (int i = 0; i < text.size(); ++i) {
        if (!isBracket(text[i]))
            continue;
        if (tokens.empty())
            tokens = tokensOf(block);
        bool isText = false;
        for (const Token &token : tokens)
            isText = isText || (token.begin <= i && i < token.begin + token.size);
        if (!isText)
            brackets.push_back({block.position() + i, text[i]});
    }
    return brackets;
}

} // namespace

QChar closerOf(QChar opener)
{
    switch (opener.unicode()) {
    case u'{':
        return u'}';
    case u'[':
        return u']';
    case u'"':
    case u'\'':
        return opener;
    default:
        return {};
    }
}

std::optional<int> matchingBracket(const QTextDocument *text, int position)
{
    const QChar own = text->characterAt(position);
    if (!isBracket(own))
        return {};
    const bool isForward = isOpener(own);
    int depth = 0;
    QTextBlock block = text->findBlock(position);
    for (int line = 0; block.isValid() && line < kMostLines; ++line) {
        std::vector<Bracket> brackets = bracketsOf(block);
        if (!isForward)
            std::reverse(brackets.begin(), brackets.end());
        for (const Bracket &bracket : brackets) {
            if (isForward ? bracket.position < position : bracket.position > position)
                continue;
            if (depth == 0 && bracket.position != position)
                return {}; // it is text itself
            depth += isOpener(bracket.sign) == isForward ? 1 : -1;
            if (depth > 0)
                continue;
            const bool belongs =
                isForward ? bracket.sign == closerOf(own) : own == closerOf(bracket.sign);
            return belongs ? std::optional(bracket.position) : std::nullopt;
        }
        if (depth == 0)
            return {};
        block = isForward ? block.next() : block.previous();
    }
    return {};
}

bool isInsideText(const QTextBlock &block, int column)
{
    const LineState before = LineState::unpacked(block.previous().userState());
    const LineScanner scanner(block.text().left(column), before, false);
    const auto &tokens = scanner.tokens();
    return scanner.after().inside != LineState::Inside::Nothing ||
           (!tokens.empty() && tokens.back().kind == TokenKind::Comment);
}

} // namespace drawbridge
