#pragma once

#include "graph/pills.h"

#include <optional>
#include <vector>

namespace drawbridge::graph {

/// Keys of what refresh() touched, by kind and in their order; what is drawn of it may be as
/// before.
struct Refreshed
{
    std::vector<Key> nodes;
    std::vector<Key> frames;
    std::vector<Key> arrows;

    bool isEmpty() const { return nodes.empty() && frames.empty() && arrows.empty(); }
};

/// Brings a graph that build() made before the evaluator's last update to what build() would make
/// now, where policies were replaced by others that name the same ends: their ports differ, or what
/// is said of documents that do not parse. Does as much as these policies have to do with.
/// Nothing, and the graph is as it was, where something comes, goes or is named otherwise, and
/// where another profile than the standard judges.
/// `parsesOtherwise`: some document parses that did not, or the other way round.
std::optional<Refreshed> refresh(Graph &graph, const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator, bool parsesOtherwise);

/// Brings the picture of such a graph to what compose() would make of it now. `pills` are of this
/// picture. Arrows whose words had to give way are added to `touched`.
void refresh(Picture &picture, const Graph &graph, Pills &pills, Refreshed &touched);

} // namespace drawbridge::graph
