#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "graph/aligning.h"
#include "messages/graph_words.h"
#include "messages/tr.h"
#include "window/main_window.h"

#include <QMenu>
#include <QStatusBar>

#include <algorithm>

namespace drawbridge {

void MainWindow::addLayoutActions(QMenu *menu)
{
    const auto frames = [this] {
        std::set<graph::Key> keys;
        for (const graph::Frame &frame : m_document->graph().frames)
            if (frame.services > 0)
                keys.insert(frame.key);
        return keys;
    };
    QMenu *folding = menu->addMenu(Tr::tr("&Collapse"));
    add(folding, Tr::tr("&Collapse All Namespaces"), {}, [=, this] { setCollapsed(frames()); });
    add(folding, Tr::tr("&Expand All Namespaces"), {}, [this] { setCollapsed({}); });
    add(folding, Tr::tr("Collapse &Others"), {}, [=, this] {
        std::set<graph::Key> keys = frames();
        const graph::Frame *frame = selectedFrame();
        keys.erase(frame ? frame->key : graph::frameKey(currentNamespace().toStdString()));
        setCollapsed(std::move(keys));
    });
    using graph::Alignment;
    QMenu *aligning = menu->addMenu(Tr::tr("Ali&gn"));
    const std::pair<QString, Alignment> entries[] = {
        {Tr::tr("&Left"), Alignment::Left},
        {Tr::tr("&Centre"), Alignment::Center},
        {Tr::tr("&Right"), Alignment::Right},
        {Tr::tr("&Top"), Alignment::Top},
        {Tr::tr("&Middle"), Alignment::Middle},
        {Tr::tr("&Bottom"), Alignment::Bottom},
        {Tr::tr("Distribute &Horizontally"), Alignment::SpreadHorizontally},
        {Tr::tr("Distribute &Vertically"), Alignment::SpreadVertically}};
    for (const auto &[name, alignment] : entries) {
        if (alignment == Alignment::Top || alignment == Alignment::SpreadHorizontally)
            aligning->addSeparator();
        add(aligning, name, {}, [this, alignment = alignment] { align(alignment); });
    }
}

void MainWindow::setCollapsed(std::set<graph::Key> frames)
{
    Change change;
    change.side = m_document->side();
    change.label = frames.empty() ? Tr::tr("Expand namespaces") : Tr::tr("Collapse namespaces");
    change.side->collapsed = std::move(frames);
    push(std::move(change));
}

void MainWindow::align(graph::Alignment alignment)
{
    const graph::Picture &picture = m_document->picture();
    const std::set<graph::Key> &keys = m_canvas->selection();
    const auto services = std::count_if(
        picture.nodes.begin(), picture.nodes.end(),
        [&](const graph::NodeShape &shape) { return keys.count(shape.node.key) > 0; });
    const std::size_t least = graph::leastOf(alignment);
    if (std::size_t(services) < least) {
        statusBar()->showMessage(
            Tr::tr("Select at least %n service(s) first.", nullptr, int(least)), 5000);
        return;
    }
    const auto places = graph::aligned(picture, keys, alignment);
    if (!places) {
        statusBar()->showMessage(Tr::tr("There is no room: services or namespaces would lie over "
                                        "each other. Move them apart first."),
                                 8000);
        return;
    }
    Change change;
    change.side = m_document->side();
    for (const auto &[key, point] : *places)
        change.side->placement[key] = point;
    change.label = Tr::tr("Align");
    push(std::move(change));
}

/// What moves by itself is named, so that nobody looks for it.
void MainWindow::sayRoomMade(const std::vector<graph::Key> &moved)
{
    QStringList names;
    for (const graph::Key &key : moved)
        if (const QString name = titleOf(m_document->picture(), key); !names.contains(name))
            names += name;
    constexpr int kMost = 3;
    const int more = int(names.size()) - kMost;
    QString list = names.mid(0, kMost).join(QStringLiteral(", "));
    if (more > 0)
        list = Tr::tr("%1 and %2 more").arg(list).arg(more);
    statusBar()->showMessage(Tr::tr("%1 moved to make room. What you have placed stays.").arg(list),
                             8000);
}

} // namespace drawbridge
