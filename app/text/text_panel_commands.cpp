// What the menus offer for the file that is open.
#include "text/text_panel.h"

#include "document/document.h"
#include "messages/tr.h"
#include "text/find_bar.h"
#include "text/folding.h"
#include "text/go_to_bar.h"
#include "text/line_comments.h"
#include "text/text_binding.h"
#include "text/text_completion.h"
#include "text/text_editor.h"
#include "text/text_finder.h"

#include <QKeyEvent>
#include <QTextBlock>

#include <utility>

namespace drawbridge {

void TextPanel::find(bool withReplacement)
{
    m_finder->open(withReplacement);
}

void TextPanel::findNext(bool backwards)
{
    m_finder->goOn(backwards);
}

/// Escape closes the find bar before it is a shortcut of the window.
bool TextPanel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !m_findBar->isHidden() &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

/// Escape in the text closes the find bar too.
void TextPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_findBar->isHidden())
        m_findBar->leave();
    else
        QWidget::keyPressEvent(event);
}

void TextPanel::focusEditor()
{
    if (TextEditor *editor = currentEditor())
        editor->setFocus(Qt::ShortcutFocusReason);
}

void TextPanel::goToLine()
{
    const TextBinding *binding = currentBinding();
    if (!binding)
        return;
    const yaml::File &file = m_document->workspace().file(binding->file());
    m_goToBar->open(file.lineColumn(binding->caretOffset()), file.lines().lineCount());
}

void TextPanel::goToPlace(LineColumn place)
{
    const FileId file = currentFile();
    if (!m_document->workspace().contains(file))
        return;
    const yaml::File &text = m_document->workspace().file(file);
    const std::size_t offset = text.lines().offset(text.bytes(), place);
    show(file, {offset, offset});
}

/// Else says why not.
bool TextPanel::mayEdit()
{
    const TextEditor *editor = currentEditor();
    if (editor && editor->isReadOnly())
        emit told(currentBinding()->note());
    return editor && !editor->isReadOnly();
}

void TextPanel::toggleComment()
{
    if (!mayEdit())
        return;
    const FileId id = currentFile();
    const yaml::File &file = m_document->workspace().file(id);
    if (file.format() == yaml::Format::Json) {
        emit told(Tr::tr("JSON has no comments, so nothing can be commented out here."));
        return;
    }
    TextEditor *editor = currentEditor();
    const QTextCursor chosen = editor->textCursor();
    // What comes in before the first chosen character becomes chosen too.
    QTextCursor begin = chosen;
    begin.setPosition(chosen.selectionStart());
    begin.setKeepPositionOnInsert(chosen.hasSelection());
    QTextCursor end = chosen;
    end.setPosition(chosen.selectionEnd());
    int last = end.blockNumber();
    if (last > begin.blockNumber() && end.atBlockStart())
        --last;
    Change change;
    change.label = Tr::tr("Comment Out");
    change.patches.push_back({id, toggledComments(file, begin.blockNumber(), last)});
    const bool isForward = chosen.anchor() <= chosen.position();
    change.mayFallBehind = true;
    m_document->push(std::move(change));
    QTextCursor kept = chosen;
    kept.setPosition(isForward ? begin.position() : end.position());
    kept.setPosition(isForward ? end.position() : begin.position(), QTextCursor::KeepAnchor);
    editor->setTextCursor(kept);
}

/// As the files say now; read once between two changes of the picture.
const KnownNames &TextPanel::names()
{
    if (!m_names)
        m_names = KnownNames::of(m_document->workspace());
    return *m_names;
}

/// In a large workspace those from before serve until the user pauses.
void TextPanel::forgetNames()
{
    if (m_names && m_document->isLarge()) {
        m_namesTimer.start(1000);
        return;
    }
    m_names.reset();
    m_naming.reset();
    m_namesTimer.stop();
}

void TextPanel::collectNames()
{
    const auto collect = [workspace = m_document->workspace()](OpeningProgress &) {
        return KnownNames::of(workspace);
    };
    m_naming = std::make_unique<BesideWork<KnownNames>>(collect, this, [this] {
        if (m_naming && m_naming->isEnded())
            m_names = std::exchange(m_naming, nullptr)->take();
    });
}

void TextPanel::complete()
{
    if (!mayEdit())
        return;
    focusEditor();
    if (!page(currentFile())->completion->open())
        emit told(Tr::tr("Nothing is known that may stand here."));
}

void TextPanel::describe()
{
    if (TextEditor *editor = currentEditor(); editor && !editor->showTip())
        emit told(Tr::tr("Nothing is known of what stands here."));
}

void TextPanel::fold(FoldWish wish)
{
    TextEditor *editor = currentEditor();
    if (!editor)
        return;
    switch (wish) {
    case FoldWish::Fold:
        return editor->folding()->foldAtCaret();
    case FoldWish::Unfold:
        return editor->folding()->unfoldAtCaret();
    case FoldWish::FoldAll:
        return editor->folding()->foldAll();
    case FoldWish::UnfoldAll:
        return editor->folding()->unfoldAll();
    }
}

} // namespace drawbridge
