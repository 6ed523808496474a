#include "document/auto_layout.h"

#include "graph/placing.h"

#include <algorithm>

namespace drawbridge {

/// Of one that shows its name whole, without its padding.
static double leastInside(const graph::Frame &frame)
{
    return graph::leastWidth(frame) - 2 * graph::metrics().framePadding;
}

AutoLayout::AutoLayout(const graph::Graph &graph, const std::set<graph::Key> &collapsed)
{
    std::map<graph::Key, std::int32_t> clusters;
    for (const graph::Frame &frame : graph.frames)
        clusters.emplace(frame.key, std::int32_t(clusters.size()));
    m_request.clusterCount = std::uint32_t(clusters.size());
    for (const graph::Node &node : graph.nodes) {
        if (collapsed.count(node.frame) > 0) {
            m_frameOfNode[node.key] = node.frame;
            continue;
        }
        graph::Rect size = graph::sizeOf(node);
        const auto cluster = clusters.find(node.frame);
        if (cluster != clusters.end() && m_boxes.count(node.frame) == 0) // room for a long name
            size.width = std::max(size.width, leastInside(graph.frames[cluster->second]));
        m_boxes[node.key] = std::uint32_t(m_keys.size());
        m_keys.push_back(node.key);
        m_isFrame.push_back(false);
        m_request.boxes.push_back(
            {size.width, size.height, cluster == clusters.end() ? -1 : cluster->second});
        // The first node of a frame stands in for it where an arrow ends at the frame.
        if (cluster != clusters.end())
            m_boxes.emplace(node.frame, m_boxes[node.key]);
    }
    addFrameBoxes(graph, collapsed);
    addLinks(graph);
}

/// Layouters put a frame's padding and title around its boxes, so these are smaller by them.
void AutoLayout::addFrameBoxes(const graph::Graph &graph, const std::set<graph::Key> &collapsed)
{
    const graph::Metrics &m = graph::metrics();
    for (std::size_t i = 0; i < graph.frames.size(); ++i) {
        const graph::Key &key = graph.frames[i].key;
        if (m_boxes.count(key) > 0 && collapsed.count(key) == 0)
            continue;
        m_boxes[key] = std::uint32_t(m_keys.size());
        m_keys.push_back(key);
        m_isFrame.push_back(true);
        m_request.boxes.push_back(
            {std::max(m.emptyFrameWidth - 2 * m.framePadding, leastInside(graph.frames[i])),
             m.emptyFrameHeight - 2 * m.framePadding - m.frameTitle, std::int32_t(i)});
    }
}

void AutoLayout::addLinks(const graph::Graph &graph)
{
    const auto boxOf = [&](const graph::Key &end) {
        const auto frame = m_frameOfNode.find(end);
        return m_boxes.find(frame == m_frameOfNode.end() ? end : frame->second);
    };
    for (const graph::Arrow &arrow : graph.arrows) {
        const auto from = boxOf(arrow.source);
        const auto to = boxOf(arrow.target);
        if (from != m_boxes.end() && to != m_boxes.end() && from->second != to->second)
            m_request.links.push_back({from->second, to->second});
    }
}

graph::Placement AutoLayout::placement(const layout::Reply &reply) const
{
    graph::Placement result;
    if (reply.size() != m_keys.size())
        return result;
    const graph::Metrics &m = graph::metrics();
    for (std::size_t i = 0; i < m_keys.size(); ++i) {
        graph::Point point{reply[i].x, reply[i].y};
        if (m_isFrame[i])
            point = {point.x - m.framePadding, point.y - m.framePadding - m.frameTitle};
        result[m_keys[i]] = point;
    }
    return result;
}

graph::Placement automaticPlacement(const graph::Graph &graph,
                                    const std::set<graph::Key> &collapsed)
{
    const AutoLayout helper(graph, collapsed);
    return helper.placement(layout::layered(helper.request()));
}

FreshPlaces freshPlaces(const graph::Graph &graph, const graph::Placement &moved,
                        const std::set<graph::Key> &collapsed)
{
    FreshPlaces fresh;
    (moved.empty() ? fresh.automatic : fresh.wishes) = automaticPlacement(graph, collapsed);
    return fresh;
}

} // namespace drawbridge
