#pragma once

#include "graph/graph.h"

#include <map>
#include <optional>
#include <vector>

namespace drawbridge {

/// Where the text says it: the rules of an arrow, or the objects of a way in.
std::vector<Place> placesOf(const graph::Arrow &arrow, const kube::Workspace &workspace);

/// Which element of the picture a place in the text is about: the arrow of a rule, else the node or
/// wall of its document, or the workload that it describes. Of one state of the text.
class ElementPlaces
{
public:
    ElementPlaces(const graph::Graph &graph, const kube::Workspace &workspace);

    graph::Key at(FileId file, std::size_t offset) const; ///< empty if there is none

    /// The same, for one place alone. The graph is of this evaluator.
    static graph::Key at(const graph::Graph &graph, const kube::Workspace &workspace,
                         const verdict::Evaluator &evaluator, FileId file, std::size_t offset);

private:
    struct Span
    {
        TextRange range;
        const graph::Key *key = nullptr;
    };
    using Objects = std::vector<const kube::Object *>;

    /// Of these objects alone, which are in order.
    ElementPlaces(const graph::Graph &graph, const kube::Workspace &workspace,
                  const verdict::Evaluator &evaluator, Objects only);
    void addArrowsOf(const graph::Graph &graph, const verdict::Evaluator &evaluator,
                     const kube::Object &policy);
    void add(const graph::Arrow &arrow);
    void addFramesAndNodes(const graph::Graph &graph);
    void add(const graph::Source &source, const graph::Key &key);
    void add(const Place &place, const graph::Key &key);
    bool isMeant(const graph::Source &source) const;

    const kube::Workspace &m_workspace;
    std::optional<Objects> m_only;
    std::map<FileId, std::vector<Span>> m_spans;
};

} // namespace drawbridge
