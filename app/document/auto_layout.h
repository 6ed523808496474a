#pragma once

#include "document/side_state.h"
#include "graph/picture.h"
#include "layout/layouter.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace drawbridge {

/// Turns a graph into numbers for a layouter, and its answer back into places. Nodes of collapsed
/// frames are left out; such a frame, like one without nodes, is one box.
class AutoLayout
{
public:
    explicit AutoLayout(const graph::Graph &graph, const std::set<graph::Key> &collapsed = {});

    const layout::Request &request() const { return m_request; }
    /// The places of nodes, and of frames that are one box. Nothing if the reply does not fit the
    /// request.
    graph::Placement placement(const layout::Reply &reply) const;

private:
    void addFrameBoxes(const graph::Graph &graph, const std::set<graph::Key> &collapsed);
    void addLinks(const graph::Graph &graph);

    layout::Request m_request;
    std::vector<graph::Key> m_keys;                 ///< one a box
    std::map<graph::Key, std::uint32_t> m_boxes;    ///< nodes, and a box that stands for a frame
    std::map<graph::Key, graph::Key> m_frameOfNode; ///< of nodes in collapsed frames
    std::vector<bool> m_isFrame;                    ///< one a box
};

/// Places for everything in the graph by the built-in layouter; same graph, same places.
graph::Placement automaticPlacement(const graph::Graph &graph,
                                    const std::set<graph::Key> &collapsed = {});

/// The graphs of frames alone. Looks at the whole graph once, when the first is asked for; the
/// graph has to stay as it is.
class FrameParts
{
public:
    explicit FrameParts(const graph::Graph &all) : m_all(all) {}

    graph::Graph of(const graph::Frame &frame);

private:
    struct Part
    {
        std::vector<const graph::Node *> nodes;
        std::vector<const graph::Arrow *> arrows;
    };
    void look();

    const graph::Graph &m_all;
    std::optional<std::map<graph::Key, Part>> m_parts; ///< by frame
};
/// The corner of the wall around the nodes.
graph::Point cornerOf(const graph::Graph &part, const graph::Placement &places);
/// The places of a frame's nodes, laid out alone, with the wall's corner there.
graph::Placement framePlacement(const graph::Graph &part, graph::Point corner);

/// Places for a picture that is shown for the first time. What stood somewhere when it was saved
/// stands there again, and what came since has its frame's wish or none. Else, where the user has
/// moved something, the others have wishes only, because they give way to it.
struct FreshPlaces
{
    graph::Placement automatic;
    graph::Placement wishes;
};
FreshPlaces freshPlaces(const graph::Graph &graph, const SideState &side);

} // namespace drawbridge
