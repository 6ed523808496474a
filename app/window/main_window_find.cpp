#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "graph/search.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/command_palette.h"
#include "window/main_window.h"
#include "window/quick_list.h"

#include <QMenu>
#include <QMenuBar>
#include <QPointer>

#include <memory>

namespace drawbridge {

namespace {

QString kindWords(graph::FoundKind kind)
{
    switch (kind) {
    case graph::FoundKind::Service:
        return Tr::tr("Service");
    case graph::FoundKind::Namespace:
        return Tr::tr("Namespace");
    case graph::FoundKind::Outside:
        return Tr::tr("Outside");
    case graph::FoundKind::Policy:
        return Tr::tr("Policy");
    case graph::FoundKind::Address:
        return Tr::tr("Address");
    case graph::FoundKind::Label:
        return Tr::tr("Label");
    case graph::FoundKind::Port:
        return Tr::tr("Port");
    case graph::FoundKind::Connection:
        return Tr::tr("Connection");
    }
    return {};
}

QuickRow rowOf(const graph::Found &found)
{
    QStringList place{visible(found.owner), visible(found.nameSpace)};
    place.removeAll(QString());
    return {visible(found.text), place.join(QStringLiteral(" · ")), kindWords(found.kind)};
}

/// What a search for the window keeps while its list is open.
struct OpenSearch
{
    graph::Search search;
    std::vector<graph::Found> found;
};

QuickRows answer(OpenSearch &open, const QString &query)
{
    graph::SearchAnswer answer = open.search.find(query.toStdString());
    QuickRows rows;
    for (const graph::Found &found : answer.found)
        rows.rows.push_back(rowOf(found));
    if (query.trimmed().isEmpty())
        rows.note = Tr::tr("Services, policies, labels, ports, addresses and namespaces.");
    else if (answer.total == 0)
        rows.note = Tr::tr("Nothing has this name, label, port or address.");
    else if (answer.total > answer.found.size())
        rows.note = Tr::tr("%1 of %2. Type more to see the others.")
                        .arg(answer.found.size())
                        .arg(answer.total);
    open.found = std::move(answer.found);
    return rows;
}

} // namespace

void MainWindow::addFindActions(QMenu *menu)
{
    m_find = add(menu, Tr::tr("&Find Everywhere…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F),
                 [this] { findEverywhere(); });
    m_find->setIconText(Tr::tr("Find"));
}

void MainWindow::findEverywhere()
{
    const auto titleOf = [](const graph::Node &node) { return nodeTitle(node).toStdString(); };
    std::unique_ptr<OpenSearch> made;
    read([&] {
        made = std::make_unique<OpenSearch>(OpenSearch{
            {m_document->graph(), m_document->workspace(), m_document->evaluator(), titleOf}, {}});
    });
    const auto freeBeside = [document = QPointer(m_document)](OpenSearch *search) {
        std::shared_ptr<OpenSearch> last(search);
        if (document)
            document->freeBeside(std::move(last));
    };
    const std::shared_ptr<OpenSearch> open(made.release(), freeBeside);
    m_quick->open(
        Tr::tr("Find everywhere"), Tr::tr("Name, label, port or address"),
        [open](const QString &query) { return answer(*open, query); },
        [this, open](std::size_t row) { take(graph::Found(open->found[row])); });
}

/// A policy is shown in the text, all else on the canvas.
void MainWindow::take(const graph::Found &found)
{
    if (!found.policy) {
        reveal(found.key);
        m_canvas->setFocus();
        return;
    }
    if (!m_document->workspace().contains(found.policy.get()))
        return; // the text changed meanwhile
    const Place place = m_document->workspace().place(found.policy.get());
    goTo(place);
    if (TextEditor *editor = m_text->currentEditor())
        editor->setFocus();
    selectAt(place.file, place.range.begin);
}

void MainWindow::choosePaletteCommand()
{
    const auto palette = std::make_shared<CommandPalette>(*menuBar());
    m_quick->open(
        Tr::tr("Command palette"), Tr::tr("Words of a command"),
        [palette](const QString &query) { return palette->find(query); },
        [palette](std::size_t row) { palette->run(row); });
}

/// The folded namespaces that a node or the ends of an arrow are in, in one step.
void MainWindow::openFramesOf(const graph::Key &key)
{
    Change change;
    change.side = m_document->side();
    const auto open = [&](const graph::Key &end) {
        if (const graph::Node *node = m_document->graph().node(end))
            change.side->collapsed.erase(node->frame);
    };
    open(key);
    if (const graph::Arrow *arrow = m_document->graph().arrow(key)) {
        open(arrow->source);
        open(arrow->target);
    }
    change.label = Tr::tr("Expand");
    push(std::move(change));
}

} // namespace drawbridge
