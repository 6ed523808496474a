#include "window/element_places.h"

#include "graph/named_by.h"
#include "graph/stated_pods.h"

#include <algorithm>
#include <utility>

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

ElementPlaces::ElementPlaces(const graph::Graph &graph, const kube::Workspace &workspace)
    : m_workspace(workspace)
{
    for (const graph::Arrow &arrow : graph.arrows)
        add(arrow);
    addFramesAndNodes(graph);
}

ElementPlaces::ElementPlaces(const graph::Graph &graph, const kube::Workspace &workspace,
                             const verdict::Evaluator &evaluator, Objects only)
    : m_workspace(workspace), m_only(std::move(only))
{
    const auto isPolicyOf = [this](auto kind) {
        return std::any_of(m_only->begin(), m_only->end(),
                           [kind](const kube::Object *object) { return (object->*kind)(); });
    };
    const bool hasCluster = isPolicyOf(&kube::Object::clusterPolicy);
    const bool hasPolicies = isPolicyOf(&kube::Object::policy);
    if (hasCluster || (hasPolicies && !evaluator.profile().isStandard()))
        for (const graph::Arrow &arrow : graph.arrows)
            add(arrow);
    else
        for (const kube::Object *object : *m_only)
            if (object->policy())
                addArrowsOf(graph, evaluator, *object);
    addFramesAndNodes(graph);
}

/// There may be very many others. One of two policies of a name is not in the graph.
void ElementPlaces::addArrowsOf(const graph::Graph &graph, const verdict::Evaluator &evaluator,
                                const kube::Object &policy)
{
    const std::vector<kube::ObjectPtr> &judged = evaluator.policies();
    if (std::none_of(judged.begin(), judged.end(),
                     [&policy](const kube::ObjectPtr &one) { return one.get() == &policy; }))
        return;
    const graph::NamedBy named(m_workspace, evaluator, graph::StatedPods(evaluator), policy);
    for (const auto &[key, ends] : named.arrows())
        if (const graph::Arrow *arrow = graph.arrow(key))
            add(*arrow);
}

void ElementPlaces::add(const graph::Arrow &arrow)
{
    for (const graph::RuleSource &rule : arrow.rules)
        add(rule.source, arrow.key);
}

void ElementPlaces::addFramesAndNodes(const graph::Graph &graph)
{
    for (const graph::Frame &frame : graph.frames) {
        add(frame.ingressSource, frame.key);
        add(frame.egressSource, frame.key);
    }
    for (const graph::Node &node : graph.nodes) {
        add(node.source, node.key);
        if (node.kind == graph::NodeKind::Workload && isMeant(node.source))
            add(m_workspace.place(node.source.object), node.key);
    }
}

/// All that is written at a place is written in the documents around it.
graph::Key ElementPlaces::at(const graph::Graph &graph, const kube::Workspace &workspace,
                             const verdict::Evaluator &evaluator, FileId file, std::size_t offset)
{
    if (!workspace.contains(file))
        return {};
    Objects objects;
    const std::vector<yaml::PlacedPiece> &pieces = workspace.file(file).pieces();
    for (std::size_t piece = 0; piece < pieces.size(); ++piece)
        if (pieces[piece].begin <= offset && offset <= pieces[piece].begin + pieces[piece].size)
            for (const kube::ObjectPtr &object : workspace.objectsOf(file, piece))
                objects.push_back(object.get());
    if (objects.empty())
        return {};
    std::sort(objects.begin(), objects.end());
    return ElementPlaces(graph, workspace, evaluator, std::move(objects)).at(file, offset);
}

bool ElementPlaces::isMeant(const graph::Source &source) const
{
    return source.object &&
           (!m_only || std::binary_search(m_only->begin(), m_only->end(), source.object));
}

void ElementPlaces::add(const graph::Source &source, const graph::Key &key)
{
    if (isMeant(source))
        add(source.place(m_workspace), key);
}

void ElementPlaces::add(const Place &place, const graph::Key &key)
{
    m_spans[place.file].push_back({place.range, &key});
}

/// The smallest one around the place.
graph::Key ElementPlaces::at(FileId file, std::size_t offset) const
{
    const auto spans = m_spans.find(file);
    if (spans == m_spans.end())
        return {};
    const Span *best = nullptr;
    for (const Span &span : spans->second)
        if (span.range.begin <= offset && offset <= span.range.end &&
            (!best || span.range.size() < best->range.size()))
            best = &span;
    return best ? *best->key : graph::Key();
}

} // namespace drawbridge
