#pragma once

#include "graph/pills.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace drawbridge::graph {

/// Keys of what refresh() touched, by kind and in their order; what is drawn of it may be as
/// before.
struct Refreshed
{
    std::vector<Key> nodes; ///< that stayed
    std::vector<Key> frames;
    std::vector<Key> arrows;     ///< that stayed
    std::vector<Key> added;      ///< arrows that came
    std::vector<Key> removed;    ///< arrows that went
    std::vector<Key> nodesAdded; ///< one that is otherwise went, too
    struct Gone
    {
        Key node;
        Key frame; ///< that it was in
    };
    std::vector<Gone> nodesRemoved;

    bool keepsArrows() const { return added.empty() && removed.empty(); }
    bool keepsNodes() const { return nodesAdded.empty() && nodesRemoved.empty(); }
    bool isEmpty() const
    {
        return nodes.empty() && frames.empty() && arrows.empty() && keepsArrows() && keepsNodes();
    }
};

/// Brings a graph that build() made before the evaluator's last update to what build() would make
/// now, where policies came, went or differ, and other objects say what they said: arrows and pod
/// groups come and go, all other nodes and the frames stay. Does as much as these policies have to
/// do with. Nothing, and the graph has the nodes and arrows that it had, where a frame or a node
/// outside comes or goes, or may, and where another profile than the standard judges.
/// `parsesOtherwise`: some document parses that did not, or the other way round. `declared`: as
/// build() was given it.
std::optional<Refreshed> refresh(Graph &graph, const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator, bool parsesOtherwise,
                                 const DeclaredPorts &declared = {});

enum class Redrawn : std::uint8_t {
    No,     ///< the picture has to be composed anew, and no longer holds
    Nearly, ///< some arrows have ways that compose() might not choose
    Exactly
};

/// Brings the picture of such a graph to what compose() would make of it now. `pills` are of this
/// picture. `places` and `wishes`: as compose() has them, of nodes that came. Arrows that had to
/// give way, or their words, are added to `touched`, and so are frames that nodes came to or went
/// from. `mayBeNear`: it need not be composed anew where arrows are routed with regard to each
/// other and to cards, if nothing is hidden or at another end.
Redrawn refresh(Picture &picture, const Graph &graph, Pills &pills, Refreshed &touched,
                const Placement &places = {}, const Placement &wishes = {}, bool mayBeNear = false);

} // namespace drawbridge::graph
