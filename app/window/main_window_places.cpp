#include "canvas/canvas_widget.h"
#include "window/main_window.h"
#include "window/new_places.h"

namespace drawbridge {

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
