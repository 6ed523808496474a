#pragma once

#include "graph/picture.h"
#include "layout/layouter.h"

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

/// Places for a picture that is shown for the first time. Where the user has moved something, the
/// others have wishes only, because they give way to it.
struct FreshPlaces
{
    graph::Placement automatic;
    graph::Placement wishes;
};
FreshPlaces freshPlaces(const graph::Graph &graph, const graph::Placement &moved,
                        const std::set<graph::Key> &collapsed);

} // namespace drawbridge
