// What the editor does with keys, the clipboard and the mouse.
#include "text/bracket_match.h"
#include "text/folding.h"
#include "text/text_editor.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QMimeData>
#include <QTextBlock>

#include <memory>

namespace drawbridge {

namespace {

constexpr int kIndent = 2;

int blanksAt(const QString &line, int from)
{
    int count = 0;
    while (from + count < line.size() && line[from + count] == u' ')
        ++count;
    return count;
}

bool isDash(const QString &line, int at)
{
    return at < line.size() && line[at] == u'-' && (at + 1 == line.size() || line[at + 1] == u' ');
}

/// How deep the line after this one begins.
int indentAfter(const QString &line)
{
    int indent = blanksAt(line, 0);
    while (isDash(line, indent) && indent + 1 < line.size())
        indent += 1 + blanksAt(line, indent + 1);
    const QString content = line.mid(indent).trimmed();
    const bool opens = !content.startsWith(u'#') &&
                       (content.endsWith(u':') || content.endsWith(u'{') || content.endsWith(u'['));
    return opens ? indent + kIndent : indent;
}

/// A range of whole lines: the blocks that a selection touches.
struct Lines
{
    explicit Lines(const QTextCursor &cursor)
        : first(cursor.document()->findBlock(cursor.selectionStart()))
        , last(cursor.document()->findBlock(cursor.selectionEnd()))
    {
        if (first != last && last.position() == cursor.selectionEnd())
            last = last.previous();
    }
    QTextBlock first;
    QTextBlock last;
};

} // namespace

/// Two blanks at the caret, or the lines of the selection deeper or less deep.
void TextEditor::indentLines(bool deeper)
{
    QTextCursor cursor = textCursor();
    const Lines lines(cursor);
    if (deeper && (!cursor.hasSelection() || lines.first == lines.last)) {
        cursor.insertText(QString(kIndent, u' '));
        setTextCursor(cursor);
        return;
    }
    cursor.beginEditBlock();
    QTextBlock block = lines.first;
    for (int left = lines.last.blockNumber() - lines.first.blockNumber(); left >= 0; --left) {
        QTextCursor edit(block);
        if (!deeper) {
            const int count = std::min(kIndent, blanksAt(block.text(), 0));
            edit.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, count);
            edit.removeSelectedText();
        } else if (block.length() > 1) {
            edit.insertText(QString(kIndent, u' '));
        }
        block = block.next();
    }
    cursor.endEditBlock();
}

/// A new line as deep as its content suggests. Blanks behind the caret are not carried over.
void TextEditor::insertNewLine()
{
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const int column = cursor.positionInBlock();
    const int indent = std::min(indentAfter(line.left(column)), 1'000);
    const int blanks = blanksAt(line, column);
    const bool isBetweenBrackets = column > 0 && column < line.size() &&
                                   (line[column] == u'}' || line[column] == u']') &&
                                   closerOf(line[column - 1]) == line[column];
    cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, blanks);
    cursor.insertText(u'\n' + QString(column == 0 ? 0 : indent, u' '));
    if (isBetweenBrackets) { // the closing one goes to a line of its own
        const int inside = cursor.position();
        cursor.insertText(u'\n' + QString(blanksAt(line, 0), u' '));
        cursor.setPosition(inside);
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

/// Backspace where only blanks are before the caret takes one step of the indent.
bool TextEditor::removeIndent()
{
    QTextCursor cursor = textCursor();
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column < 2 || blanksAt(cursor.block().text(), 0) < column)
        return false;
    const int beyond = column % kIndent;
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, beyond > 0 ? beyond : kIndent);
    cursor.removeSelectedText();
    setTextCursor(cursor);
    ensureCursorVisible();
    return true;
}

/// The usual menu, but without undo: that is the window's.
void TextEditor::contextMenuEvent(QContextMenuEvent *event)
{
    // What the menu would cut away must be in sight.
    m_folding->reveal(textCursor().selectionStart(), textCursor().selectionEnd());
    const std::unique_ptr<QMenu> menu(createStandardContextMenu(event->pos()));
    const QList<QAction *> actions = menu->actions();
    for (QAction *action : actions) {
        const bool isUndo = action->objectName() == QLatin1String("edit-undo") ||
                            action->objectName() == QLatin1String("edit-redo");
        if (isUndo)
            menu->removeAction(action);
    }
    if (const QList<QAction *> left = menu->actions();
        !left.isEmpty() && left.first()->isSeparator())
        menu->removeAction(left.first());
    menu->exec(event->globalPos());
}

void TextEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}

void TextEditor::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QPlainTextEdit::dragMoveEvent(event);
}

void TextEditor::dropEvent(QDropEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QPlainTextEdit::dropEvent(event);
}

bool TextEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasText();
}

void TextEditor::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source->hasText())
        return;
    textCursor().insertText(source->text());
    ensureCursorVisible();
}

} // namespace drawbridge
