#include "window/prepared_view.h"

namespace drawbridge {

std::shared_ptr<PreparedView> PreparedView::make(const Contents &contents, const Looking &looking)
{
    Filtered filtered;
    if (looking.isBarShown) // and a filter is on only while it is
        filtered = {contents.m_graph, contents.m_evaluator, looking.filter};
    const graph::Graph &graph = filtered.isOn() ? filtered.graph : contents.m_graph;
    auto view = std::make_shared<PreparedView>(graph);
    view->looking = looking;
    // While comparing with what is gone, which no filter knows.
    graph::Picture picture =
        looking.marks ? looking.marks->picture(contents) : filtered.picture(contents.m_picture);
    if (looking.isExposureShown) {
        view->exposed = exposedServices(graph, contents.m_evaluator);
        tag(picture, *view->exposed);
    }
    view->scene = std::make_shared<canvas::Scene>(
        std::move(picture), looking.marks ? canvas::Faded() : filtered.faded(contents.m_picture));
    view->filtered = std::move(filtered);
    return view;
}

ViewMaker PreparedView::maker(const Looking &looking)
{
    return [looking](const Contents &contents) { return make(contents, looking); };
}

} // namespace drawbridge
