#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "window/main_window.h"
#include "window/note_dialog.h"

#include <QMenu>
#include <QStatusBar>

namespace drawbridge {

void MainWindow::addNoteAction(QMenu *menu)
{
    add(menu, Tr::tr("Add &Note…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M), [this] {
        const std::set<graph::Key> &selection = m_canvas->selection();
        addNote(selection.size() == 1 ? *selection.begin() : m_canvas->current());
    });
}

/// How the element is called in the dialog.
static QString elementName(const graph::Graph &graph, const graph::Key &key)
{
    const std::vector<graph::Note> one = graph::notes(graph, {{key, {graph::PinnedNote()}}});
    return visible(one.front().element);
}

void MainWindow::addNote(const graph::Key &key)
{
    const graph::Graph &graph = m_document->graph();
    if (!graph.node(key) && !graph.frame(key) && !graph.arrow(key)) {
        statusBar()->showMessage(
            Tr::tr("A note is pinned to one element. Select a service, an arrow or a namespace."),
            8000);
        return;
    }
    NoteDialog dialog(elementName(graph, key), {}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    SideState side = m_document->side();
    side.notes[key].push_back(dialog.note());
    pushNotes(std::move(side), Tr::tr("Add note"));
}

/// Nothing if the note went while a dialog or a link was open.
static graph::PinnedNote *noteAt(SideState &side, const graph::Key &key, std::size_t index)
{
    const auto found = side.notes.find(key);
    return found != side.notes.end() && index < found->second.size() ? &found->second[index]
                                                                     : nullptr;
}

void MainWindow::editNote(const graph::Key &key, std::size_t index)
{
    SideState before = m_document->side();
    const graph::PinnedNote *note = noteAt(before, key, index);
    if (!note)
        return;
    NoteDialog dialog(elementName(m_document->graph(), key), *note, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    SideState side = m_document->side();
    graph::PinnedNote *now = noteAt(side, key, index);
    if (!now || !(*now == *note))
        return;
    *now = dialog.note();
    pushNotes(std::move(side), Tr::tr("Edit note"));
}

void MainWindow::removeNote(const graph::Key &key, std::size_t index)
{
    SideState side = m_document->side();
    if (!noteAt(side, key, index))
        return;
    std::vector<graph::PinnedNote> &notes = side.notes[key];
    notes.erase(notes.begin() + std::ptrdiff_t(index));
    if (notes.empty())
        side.notes.erase(key);
    pushNotes(std::move(side), Tr::tr("Remove note"));
}

void MainWindow::pushNotes(SideState side, const QString &label)
{
    Change change;
    change.side = std::move(side);
    change.label = label;
    push(std::move(change));
}

} // namespace drawbridge
