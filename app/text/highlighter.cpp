#include "text/highlighter.h"

#include "text/line_scanner.h"

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextDocument>

namespace drawbridge {

namespace {

constexpr int kColouringTime = 8; // milliseconds

const QColor &colorOf(const TextColors &colors, TokenKind kind)
{
    switch (kind) {
    case TokenKind::Key:
        return colors.key;
    case TokenKind::String:
        return colors.string;
    case TokenKind::Number:
        return colors.number;
    case TokenKind::Comment:
        return colors.comment;
    case TokenKind::Marker:
        return colors.marker;
    case TokenKind::Anchor:
        return colors.anchor;
    }
    return colors.text;
}

} // namespace

Highlighter::Highlighter(QTextDocument *document, Language language)
    : QSyntaxHighlighter(document), m_language(language), m_colors(TextColors::light())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Highlighter::recolor);
}

void Highlighter::setLanguage(Language language)
{
    if (m_language == language)
        return;
    m_language = language;
    rehighlight();
}

void Highlighter::setColors(const TextColors &colors)
{
    if (m_colors.background == colors.background)
        return;
    m_colors = colors;
    m_next = 0;
    recolor();
}

/// A slice of the text, and the rest a little later.
void Highlighter::recolor()
{
    QElapsedTimer clock;
    clock.start();
    QTextBlock block = document()->findBlockByNumber(m_next);
    for (; block.isValid() && clock.elapsed() < kColouringTime; block = block.next()) {
        rehighlightBlock(block);
        ++m_next;
    }
    if (block.isValid())
        m_timer.start(0);
}

void Highlighter::highlightBlock(const QString &text)
{
    const LineScanner line(text, LineState::unpacked(previousBlockState()),
                           m_language == Language::Json);
    for (const Token &token : line.tokens()) {
        QTextCharFormat format;
        format.setForeground(colorOf(m_colors, token.kind));
        setFormat(token.begin, token.size, format);
    }
    setCurrentBlockState(line.after().packed());
}

} // namespace drawbridge
