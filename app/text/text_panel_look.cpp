// What a panel in another window takes over.
#include "document/document.h"
#include "text/folding.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace drawbridge {

/// Where lines are folded away, in order.
static std::vector<std::size_t> foldsOf(const TextPage &page)
{
    std::vector<std::size_t> folds;
    for (QTextBlock block = page.editor->document()->begin(); block.isValid(); block = block.next())
        if (Folding::isFolded(block))
            folds.push_back(page.binding->rangeOf(QTextCursor(block)).begin);
    return folds;
}

/// Those within others first.
static void foldAgain(const TextPage &page, const std::vector<std::size_t> &folds)
{
    for (auto at = folds.rbegin(); at != folds.rend(); ++at)
        if (const QTextBlock header = page.binding->cursorFor({*at, *at}).block();
            Folding::canFold(header) && !Folding::isFolded(header))
            page.editor->folding()->toggle(header);
}

TextLook TextPanel::look() const
{
    TextLook look;
    look.current = currentFile();
    look.hasFocus = isAncestorOf(window()->focusWidget());
    for (const FileId file : m_opened) {
        TextLook::File one;
        one.file = file;
        if (const TextPage *open = page(file)) {
            const TextEditor &editor = *open->editor;
            const QTextCursor caret = editor.textCursor();
            const TextRange chosen = open->binding->rangeOf(caret);
            const bool isForward = caret.anchor() <= caret.position();
            one.anchor = isForward ? chosen.begin : chosen.end;
            one.caret = isForward ? chosen.end : chosen.begin;
            const QPoint corner = editor.viewport()->rect().bottomRight();
            one.lastSeen = open->binding->rangeOf(editor.cursorForPosition(corner)).end;
            one.down = editor.verticalScrollBar()->value();
            one.across = editor.horizontalScrollBar()->value();
            one.folds = foldsOf(*open);
        }
        look.files.push_back(one);
    }
    return look;
}

void TextPanel::take(const TextLook &look)
{
    for (const TextLook::File &file : look.files) {
        if (!m_document->workspace().contains(file.file))
            continue;
        showFile(file.file);
        const TextPage &page = openPage(file.file);
        TextEditor &editor = *page.editor;
        const TextRange chosen{std::min(file.anchor, file.caret),
                               std::max(file.anchor, file.caret)};
        const QTextCursor range = page.binding->cursorFor(chosen);
        const bool isForward = file.anchor <= file.caret;
        QTextCursor caret = editor.textCursor();
        caret.setPosition(isForward ? range.selectionStart() : range.selectionEnd());
        caret.setPosition(isForward ? range.selectionEnd() : range.selectionStart(),
                          QTextCursor::KeepAnchor);
        editor.setTextCursor(caret);
        (void)page.binding->cursorFor({file.lastSeen, file.lastSeen});
        foldAgain(page, file.folds);
        editor.verticalScrollBar()->setValue(file.down);
        editor.horizontalScrollBar()->setValue(file.across);
    }
    showFile(look.current);
    if (look.hasFocus)
        focusEditor();
}

} // namespace drawbridge
