// What the editor does about brackets and quotes.
#include "text/bracket_match.h"
#include "text/text_editor.h"

#include <QTextBlock>

namespace drawbridge {

namespace {

bool mayFollow(QChar c)
{
    return c.isNull() || c.isSpace() || c == u'}' || c == u']' || c == u',' ||
           c == QChar::ParagraphSeparator;
}

bool mayPrecede(QChar c)
{
    return c.isNull() || c.isSpace() || c == u'{' || c == u'[' || c == u',' || c == u':' ||
           c == QChar::ParagraphSeparator;
}

} // namespace

/// Where a closing sign that came by itself waits for being typed.
bool TextEditor::isBeforeOwnCloser(const QTextCursor &cursor) const
{
    return !cursor.hasSelection() && !m_closers.empty() &&
           m_closers.back().position() == cursor.position();
}

/// An opening sign brings its closing one; typing that steps over it. True if all is done.
bool TextEditor::typeBracket(QChar sign)
{
    QTextCursor cursor = textCursor();
    if (!m_closers.empty() && m_closers.back().block() != cursor.block())
        m_closers.clear();
    const QChar next = document()->characterAt(cursor.position());
    if (isBeforeOwnCloser(cursor) && next == sign) {
        m_closers.pop_back();
        cursor.movePosition(QTextCursor::Right);
        setTextCursor(cursor);
        return true;
    }
    const QChar closer = closerOf(sign);
    const QChar before =
        cursor.atBlockStart() ? QChar() : document()->characterAt(cursor.position() - 1);
    if (closer.isNull() || cursor.hasSelection() || !mayFollow(next) || !mayPrecede(before) ||
        isInsideText(cursor.block(), cursor.positionInBlock()))
        return false;
    cursor.insertText(QString(sign) + closer);
    cursor.movePosition(QTextCursor::Left);
    m_closers.push_back(cursor);
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

/// Backspace right between a sign and its closer that came by itself takes both.
bool TextEditor::removeBracketPair()
{
    QTextCursor cursor = textCursor();
    if (!isBeforeOwnCloser(cursor) || cursor.atBlockStart())
        return false;
    const QChar sign = document()->characterAt(cursor.position() - 1);
    if (closerOf(sign).isNull() || closerOf(sign) != document()->characterAt(cursor.position()))
        return false;
    m_closers.pop_back();
    cursor.movePosition(QTextCursor::Left);
    cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, 2);
    cursor.removeSelectedText();
    setTextCursor(cursor);
    return true;
}

/// The bracket at the caret, or the one before it, and what belongs to it.
void TextEditor::findBrackets()
{
    std::vector<QTextCursor> brackets;
    const int caret = textCursor().position();
    for (const int at : {caret, caret - 1}) {
        const auto other = at < 0 ? std::nullopt : matchingBracket(document(), at);
        if (!other)
            continue;
        for (const int position : {at, *other}) {
            QTextCursor bracket(document());
            bracket.setPosition(position);
            bracket.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
            brackets.push_back(bracket);
        }
        break;
    }
    if (brackets == m_brackets)
        return;
    m_brackets = std::move(brackets);
    showMarks();
}

} // namespace drawbridge
