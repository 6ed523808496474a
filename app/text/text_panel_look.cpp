// What a panel in another window takes over.
#include "document/document.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <QScrollBar>

#include <algorithm>

namespace drawbridge {

TextLook TextPanel::look() const
{
    TextLook look;
    look.current = currentFile();
    look.hasFocus = isAncestorOf(window()->focusWidget());
    for (const FileId file : m_opened) {
        TextLook::File one{file, 0, 0, 0, 0};
        if (const TextPage *open = page(file)) {
            const TextEditor &editor = *open->editor;
            one = {file, editor.textCursor().anchor(), editor.textCursor().position(),
                   editor.verticalScrollBar()->value(), editor.horizontalScrollBar()->value()};
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
        TextEditor &editor = *openPage(file.file).editor;
        const int length = editor.document()->characterCount() - 1;
        QTextCursor caret = editor.textCursor();
        caret.setPosition(std::clamp(file.anchor, 0, length));
        caret.setPosition(std::clamp(file.caret, 0, length), QTextCursor::KeepAnchor);
        editor.setTextCursor(caret);
        editor.verticalScrollBar()->setValue(file.down);
        editor.horizontalScrollBar()->setValue(file.across);
    }
    showFile(look.current);
    if (look.hasFocus)
        focusEditor();
}

} // namespace drawbridge
