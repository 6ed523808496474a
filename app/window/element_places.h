#pragma once

#include "graph/graph.h"

#include <optional>
#include <unordered_set>
#include <vector>

namespace drawbridge {

/// Where the text says it: the rules of an arrow, or the objects of a way in.
std::vector<Place> placesOf(const graph::Arrow &arrow, const kube::Workspace &workspace);

/// Which element of the picture a place in the text is about: the arrow of a rule, else the node or
/// wall of its document, or the workload that it describes. Of one state of the text.
class ElementPlaces
{
public:
    /// Of all files, or of one.
    ElementPlaces(const graph::Graph &graph, const kube::Workspace &workspace, FileId only = {});

    graph::Key at(FileId file, std::size_t offset) const; ///< empty if there is none

private:
    struct Span
    {
        Place place;
        const graph::Key *key = nullptr;
    };
    void add(const graph::Source &source, const graph::Key &key);
    bool isMeant(const graph::Source &source) const;

    const kube::Workspace &m_workspace;
    /// Nothing: of all files.
    std::optional<std::unordered_set<const kube::Object *>> m_only;
    std::vector<Span> m_spans;
};

} // namespace drawbridge
