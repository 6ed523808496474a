#include "document/auto_layout.h"

#include "graph/placing.h"
#include "graph/routing.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

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
            m_request.links.push_back({from->second, to->second, graph::pillWidth(arrow)});
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

void FrameParts::look()
{
    m_parts.emplace();
    std::unordered_map<std::string_view, Part *> partOf; // by node
    for (const graph::Node &node : m_all.nodes) {
        Part &part = (*m_parts)[node.frame];
        part.nodes.push_back(&node);
        partOf.emplace(node.key, &part);
    }
    for (const graph::Arrow &arrow : m_all.arrows) {
        const auto source = partOf.find(arrow.source);
        const auto target = partOf.find(arrow.target);
        if (source != partOf.end() && target != partOf.end() && source->second == target->second)
            source->second->arrows.push_back(&arrow);
    }
}

graph::Graph FrameParts::of(const graph::Frame &frame)
{
    if (!m_parts)
        look();
    graph::Graph result;
    result.frames = {frame};
    const auto part = m_parts->find(frame.key);
    if (part == m_parts->end())
        return result;
    for (const graph::Node *node : part->second.nodes)
        result.nodes.push_back(*node);
    for (const graph::Arrow *arrow : part->second.arrows)
        result.arrows.push_back(*arrow);
    return result;
}

graph::Point cornerOf(const graph::Graph &part, const graph::Placement &places)
{
    graph::Rect box;
    bool isFirst = true;
    for (const graph::Node &node : part.nodes) {
        graph::Rect rect = graph::sizeOf(node);
        rect.x = places.at(node.key).x;
        rect.y = places.at(node.key).y;
        box = isFirst ? rect : box.united(rect);
        isFirst = false;
    }
    const graph::Rect wall = graph::frameAround(box);
    return {wall.x, wall.y};
}

graph::Placement framePlacement(const graph::Graph &part, graph::Point corner)
{
    graph::Placement places = automaticPlacement(part);
    const graph::Point before = cornerOf(part, places);
    for (auto &[key, point] : places)
        point = {point.x + corner.x - before.x, point.y + corner.y - before.y};
    return places;
}

/// Namespaces of which nothing has a place, below all that has one.
static graph::Placement wishesOfNewFrames(const graph::Graph &graph, const SideState &side)
{
    constexpr double kGap = 64;
    const auto isKnown = [&](const graph::Key &key) {
        return side.placement.count(key) > 0 || side.automatic.count(key) > 0;
    };
    std::set<graph::Key> standing;
    std::optional<graph::Rect> box;
    for (const graph::Node &node : graph.nodes) {
        if (!isKnown(node.key))
            continue;
        const auto moved = side.placement.find(node.key);
        const graph::Point at =
            moved != side.placement.end() ? moved->second : side.automatic.at(node.key);
        graph::Rect rect = graph::sizeOf(node);
        rect.x = at.x;
        rect.y = at.y;
        box = box ? box->united(rect) : rect;
        standing.insert(node.frame);
    }
    graph::Placement wishes;
    FrameParts parts(graph);
    for (const graph::Frame &frame : graph.frames) {
        if (!box || frame.services < 2 || standing.count(frame.key) > 0 || isKnown(frame.key) ||
            side.collapsed.count(frame.key) > 0)
            continue;
        const graph::Graph part = parts.of(frame);
        for (const auto &[key, point] : framePlacement(part, {box->x, box->bottom() + kGap})) {
            wishes[key] = point;
            box->height = std::max(box->height, point.y + graph::metrics().cardHeight - box->y);
        }
    }
    return wishes;
}

FreshPlaces freshPlaces(const graph::Graph &graph, const SideState &side)
{
    FreshPlaces fresh;
    if (side.automatic.empty()) {
        (side.placement.empty() ? fresh.automatic : fresh.wishes) =
            automaticPlacement(graph, side.collapsed);
        return fresh;
    }
    for (const auto &[key, point] : side.automatic)
        if (side.placement.count(key) == 0 && (graph.node(key) || graph.frame(key)))
            fresh.automatic[key] = point;
    fresh.wishes = wishesOfNewFrames(graph, side);
    return fresh;
}

} // namespace drawbridge
