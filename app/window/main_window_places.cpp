#include "canvas/canvas_widget.h"
#include "window/main_window.h"
#include "window/new_places.h"

namespace drawbridge {

/// Services that were moved go where their folded namespace goes, and the others with them. Where
/// none was, they find their places when it opens.
void MainWindow::moveContents(SideState &side, const graph::Key &frame, graph::Point to) const
{
    const graph::FrameShape *shape = m_document->picture().frame(frame);
    if (!shape || !shape->isCollapsed)
        return;
    bool isMoved = false;
    graph::Placement contents;
    const graph::Placement known = m_document->placement();
    for (const graph::Node &node : m_document->graph().nodes) {
        const auto it = node.frame == frame ? known.find(node.key) : known.end();
        if (it == known.end())
            continue;
        isMoved = isMoved || side.placement.count(node.key) > 0;
        contents[node.key] = {it->second.x + to.x - shape->rect.x,
                              it->second.y + to.y - shape->rect.y};
    }
    if (isMoved)
        for (const auto &[key, point] : contents)
            side.placement[key] = point;
}

/// What was dropped stays where it was put, as if it had been moved there.
std::vector<graph::Key> MainWindow::pushNew(const Plan &plan, const QString &label,
                                            const canvas::DropPlace *place,
                                            const graph::DeclaredPorts &ports)
{
    const NewPlaces made =
        newPlaces(*m_document, plan, {m_canvas->view().visible(), m_canvas->selection()}, place);
    SideState side = m_document->side();
    for (const graph::Key &key : made.services)
        if (const auto found = ports.find(key); found != ports.end())
            side.ports[key] = found->second;
    if (place && place->node.empty()) {
        for (const auto &[key, point] : made.places)
            side.placement[key] = point;
    } else {
        m_document->wishPlaces(made.places);
    }
    push(plan, label, std::move(side));
    m_canvas->ensureVisible(made.services);
    return made.services;
}

} // namespace drawbridge
