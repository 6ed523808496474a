#include "window/element_places.h"

namespace drawbridge {

std::vector<Place> placesOf(const graph::Arrow &arrow, const kube::Workspace &workspace)
{
    std::vector<Place> places;
    for (const graph::RuleSource &rule : arrow.rules)
        places.push_back(rule.source.place(workspace));
    for (const graph::WayStep &step : arrow.steps)
        places.push_back(step.source.place(workspace));
    return places;
}

ElementPlaces::ElementPlaces(const graph::Graph &graph, const kube::Workspace &workspace,
                             FileId only)
    : m_workspace(workspace)
{
    if (only.isValid()) {
        m_only.emplace();
        const std::size_t count = workspace.file(only).pieces().size();
        for (std::size_t piece = 0; piece < count; ++piece)
            for (const kube::ObjectPtr &object : workspace.objectsOf(only, piece))
                m_only->insert(object.get());
    }
    for (const graph::Arrow &arrow : graph.arrows)
        for (const graph::RuleSource &rule : arrow.rules)
            add(rule.source, arrow.key);
    for (const graph::Frame &frame : graph.frames) {
        add(frame.ingressSource, frame.key);
        add(frame.egressSource, frame.key);
    }
    for (const graph::Node &node : graph.nodes) {
        add(node.source, node.key);
        if (node.kind == graph::NodeKind::Workload && isMeant(node.source))
            m_spans.push_back({m_workspace.place(node.source.object), &node.key});
    }
}

bool ElementPlaces::isMeant(const graph::Source &source) const
{
    return source.object && (!m_only || m_only->count(source.object) > 0);
}

void ElementPlaces::add(const graph::Source &source, const graph::Key &key)
{
    if (isMeant(source))
        m_spans.push_back({source.place(m_workspace), &key});
}

/// The smallest one around the place.
graph::Key ElementPlaces::at(FileId file, std::size_t offset) const
{
    const Span *best = nullptr;
    for (const Span &span : m_spans) {
        const TextRange &range = span.place.range;
        if (span.place.file == file && range.begin <= offset && offset <= range.end &&
            (!best || range.size() < best->place.range.size()))
            best = &span;
    }
    return best ? *best->key : graph::Key();
}

} // namespace drawbridge
