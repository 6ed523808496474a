// How the editor shows folds, and what keys do at them.
#include "messages/tr.h"
#include "text/folding.h"
#include "text/text_editor.h"

#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

namespace drawbridge {

namespace {

bool isFoldedAway(const QTextBlock &block)
{
    return block.isValid() && !block.isVisible();
}

bool wouldEdit(const QKeyEvent *event)
{
    static constexpr QKeySequence::StandardKey keys[] = {QKeySequence::Cut,
                                                         QKeySequence::Paste,
                                                         QKeySequence::Delete,
                                                         QKeySequence::DeleteStartOfWord,
                                                         QKeySequence::DeleteEndOfWord,
                                                         QKeySequence::DeleteEndOfLine,
                                                         QKeySequence::DeleteCompleteLine};
    for (const QKeySequence::StandardKey key : keys)
        if (event->matches(key))
            return true;
    switch (event->key()) {
    case Qt::Key_Backspace:
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return !event->text().isEmpty() && event->text()[0].isPrint() &&
               !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    }
}

} // namespace

/// What is folded away must be seen before it is changed: the key that would do so opens it and
/// does no more.
bool TextEditor::openFoldsFirst(const QKeyEvent *event)
{
    if (isReadOnly() || !wouldEdit(event))
        return false;
    const QTextCursor caret = textCursor();
    int begin = caret.selectionStart();
    int end = caret.selectionEnd();
    if (!caret.hasSelection()) {
        const bool isBack = event->key() == Qt::Key_Backspace;
        const bool isAhead = event->key() == Qt::Key_Delete;
        begin -= isBack && caret.atBlockStart() && begin > 0 ? 1 : 0;
        end += isAhead && caret.atBlockEnd() ? 1 : 0;
    }
    return m_folding->reveal(begin, end);
}

void TextEditor::inputMethodEvent(QInputMethodEvent *event)
{
    const QTextCursor caret = textCursor();
    const bool isText = !event->commitString().isEmpty() || !event->preeditString().isEmpty();
    if (isReadOnly() || !isText || !m_folding->reveal(caret.selectionStart(), caret.selectionEnd()))
        QPlainTextEdit::inputMethodEvent(event);
}

/// Left and right pass over what is folded away, as up and down do.
bool TextEditor::stepOverFold(const QKeyEvent *event)
{
    QTextCursor caret = textCursor();
    const bool isRight = event->key() == Qt::Key_Right;
    const bool isSimple = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if ((!isRight && event->key() != Qt::Key_Left) || !isSimple)
        return false;
    QTextBlock block = isRight ? caret.block().next() : caret.block().previous();
    const bool isAtEdge = isRight ? caret.atBlockEnd() : caret.atBlockStart();
    if (!isAtEdge || !isFoldedAway(block))
        return false;
    while (isFoldedAway(block))
        block = isRight ? block.next() : block.previous();
    if (!block.isValid())
        return true;
    const bool selects = event->modifiers() & Qt::ShiftModifier;
    caret.setPosition(isRight ? block.position() : block.position() + block.length() - 1,
                      selects ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    setTextCursor(caret);
    return true;
}

/// Behind a line that hides others: how many.
void TextEditor::paintFolds(const QRect &clip)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto &[block, line] : linesInSight(clip)) {
        if (!Folding::isFolded(block) || block.layout()->lineCount() == 0)
            continue;
        QString text = Tr::tr("⋯ %n line(s)", nullptr, Folding::linesBelow(block));
        if (const QString title = Folding::titleOf(block); !title.isEmpty())
            text += QStringLiteral(" · ") + title;
        const qreal left = line.left() + block.layout()->lineAt(0).naturalTextWidth() +
                           document()->documentMargin() + fontMetrics().horizontalAdvance(u'9');
        const QRectF box(left, line.top() + 1, fontMetrics().horizontalAdvance(text) + 8,
                         fontMetrics().height() - 2);
        painter.setPen(m_colors.comment);
        painter.drawRoundedRect(box, 3, 3);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

} // namespace drawbridge
