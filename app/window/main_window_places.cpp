#include "canvas/canvas_widget.h"
#include "window/main_window.h"
#include "window/new_places.h"
#include "window/waiting_input.h"

namespace drawbridge {

/// What is in a folded namespace goes where it goes, as if it were open.
void MainWindow::moveContents(SideState &side, const graph::Key &frame, graph::Point to) const
{
    const graph::FrameShape *shape = m_document->picture().frame(frame);
    if (!shape || !shape->isCollapsed)
        return;
    const graph::Placement known = m_document->placement();
    for (const graph::Node &node : m_document->graph().nodes)
        if (const auto it = known.find(node.key); node.frame == frame && it != known.end())
            side.placement[node.key] = {it->second.x + to.x - shape->rect.x,
                                        it->second.y + to.y - shape->rect.y};
}

/// What was dropped stays where it was put, as if it had been moved there.
SideState MainWindow::sideWithNew(const Plan &plan, const canvas::DropPlace *place,
                                  const graph::DeclaredPorts &ports,
                                  std::vector<graph::Key> &services)
{
    NewPlaces made;
    const Sight sight{m_canvas->view().visible(), m_canvas->selection()};
    beside(*m_document, [&] {
        if (m_document->isCurrent(plan)) // it waits before it begins
            made = newPlaces(*m_document, plan, sight, place);
    });
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
    services = made.services;
    return side;
}

std::vector<graph::Key> MainWindow::pushNew(const Plan &plan, const QString &label,
                                            const canvas::DropPlace *place,
                                            const graph::DeclaredPorts &ports)
{
    std::vector<graph::Key> services;
    if (!stillHolds(plan))
        return services;
    SideState side = sideWithNew(plan, place, ports, services);
    if (!push(plan, label, std::move(side)))
        return {};
    m_canvas->showAdded();
    m_canvas->ensureVisible(services);
    return services;
}

} // namespace drawbridge
