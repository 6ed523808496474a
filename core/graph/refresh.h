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
    std::vector<Key> arrows;  ///< that stayed
    std::vector<Key> added;   ///< arrows that came
    std::vector<Key> removed; ///< arrows that went

    bool keepsArrows() const { return added.empty() && removed.empty(); }
    bool isEmpty() const
    {
        return nodes.empty() && frames.empty() && arrows.empty() && keepsArrows();
    }
};

/// Brings a graph that build() made before the evaluator's last update to what build() would make
/// now, where policies came, went or differ, and other objects say what they said: arrows come and
/// go between nodes and frames that stay. Does as much as these policies have to do with.
/// Nothing, and the graph is as it was, where a node or a frame comes or goes, or may, and where
/// another profile than the standard judges.
/// `parsesOtherwise`: some document parses that did not, or the other way round.
std::optional<Refreshed> refresh(Graph &graph, const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator, bool parsesOtherwise);

/// Brings the picture of such a graph to what compose() would make of it now. `pills` are of this
/// picture. Arrows that had to give way, or their words, are added to `touched`. False where the
/// picture has to be composed anew, and no longer holds.
bool refresh(Picture &picture, const Graph &graph, Pills &pills, Refreshed &touched);

} // namespace drawbridge::graph
