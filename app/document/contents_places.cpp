#include "document/contents.h"

#include "document/auto_layout.h"

#include <algorithm>
#include <utility>

namespace drawbridge {

graph::Placement Contents::placement() const
{
    graph::Placement placement = m_side.placement;
    placement.insert(m_automatic.begin(), m_automatic.end());
    return placement;
}

/// What the side file says of this picture, and of what is not open now.
SideState Contents::sideToSave() const
{
    SideState side = m_side;
    for (const auto &[key, point] : m_automatic)
        if (side.placement.count(key) == 0 && side.oddAutomatic.count(key) == 0 &&
            (m_graph.node(key) || m_graph.frame(key)))
            side.automatic[key] = point;
    for (const auto &[key, point] : m_elsewhere)
        if (side.placement.count(key) == 0)
            side.automatic.emplace(key, point);
    return side;
}

void Contents::takeFreshPlaces()
{
    const FreshPlaces fresh = freshPlaces(m_graph, m_side);
    m_side.automatic.clear();
    m_automatic = fresh.automatic;
    m_wishes = fresh.wishes;
}

/// One node gone and one new in the same frame is a rename: it stays where it was. What comes back
/// goes where it was, unless something else is there by then.
void Contents::followNodes(const InFrames &gone, const InFrames &added)
{
    if (gone.size() == 1 && added.size() == 1 && gone[0].second == added[0].second &&
        m_automatic.count(added[0].first) == 0)
        if (const graph::NodeShape *shape = m_picture.node(gone[0].first))
            m_automatic[added[0].first] = {shape->rect.x, shape->rect.y};
    for (const auto &[node, frame] : gone)
        if (const auto it = m_automatic.find(node); it != m_automatic.end()) {
            m_wishes[it->first] = it->second;
            m_automatic.erase(it);
        }
}

void Contents::followNodes(const graph::Refreshed &touched)
{
    const std::set<graph::Key> come(touched.nodesAdded.begin(), touched.nodesAdded.end());
    InFrames gone;
    std::set<graph::Key> otherwise;
    for (const graph::Refreshed::Gone &one : touched.nodesRemoved)
        if (come.count(one.node) == 0)
            gone.emplace_back(one.node, one.frame);
        else
            otherwise.insert(one.node);
    InFrames added;
    for (const graph::Key &key : come)
        if (otherwise.count(key) == 0)
            added.emplace_back(key, m_graph.node(key)->frame);
    followNodes(gone, added);
}

/// What alone differs, with places for nodes that came.
graph::Redrawn Contents::redraw(graph::Refreshed &touched, bool mayBeNear)
{
    if (!m_pills)
        m_pills.emplace(m_picture);
    m_prepared.reset();
    graph::Placement places;
    for (const graph::Key &key : touched.nodesAdded)
        for (const graph::Placement *known : {&m_side.placement, &m_automatic})
            if (const auto it = known->find(key); it != known->end())
                places.insert(*it);
    const graph::Redrawn redrawn =
        graph::refresh(m_picture, m_graph, *m_pills, touched, places, m_wishes, mayBeNear);
    if (redrawn == graph::Redrawn::No)
        return redrawn;
    m_isNear |= redrawn == graph::Redrawn::Nearly;
    for (const graph::Key &key : touched.nodesAdded)
        if (const graph::NodeShape *shape = m_picture.node(key)) {
            m_automatic.emplace(key, graph::Point{shape->rect.x, shape->rect.y});
            m_wishes.erase(key);
        }
    for (const graph::Key &key : touched.frames) // a folded one stands where it stood
        if (const graph::FrameShape *shape = touched.keepsNodes() ? nullptr : m_picture.frame(key);
            shape && shape->isCollapsed)
            m_automatic.emplace(key, graph::Point{shape->rect.x, shape->rect.y});
    if (!touched.keepsNodes() && !m_crowded.empty())
        m_crowded = graph::stillCrowded(m_picture, m_crowded);
    if (!touched.keepsArrows() || !touched.keepsNodes())
        m_picture.notes = graph::notes(m_graph, m_side.notes);
    return redrawn;
}

/// A namespace opens where it was folded up, or where there is room for it near by.
void Contents::wishForExpanded()
{
    FrameParts parts(m_graph);
    for (const graph::FrameShape &shape : m_picture.frames) {
        const graph::Key &key = shape.frame.key;
        const graph::Frame *frame = m_graph.frame(key);
        if (!shape.isCollapsed || !frame || m_side.collapsed.count(key) > 0)
            continue;
        m_automatic.erase(key);
        const graph::Graph part = parts.of(*frame);
        const auto isIn = [&](const graph::Placement &placement) {
            return [&placement](const graph::Node &node) { return placement.count(node.key) > 0; };
        };
        if (part.nodes.empty() ||
            std::any_of(part.nodes.begin(), part.nodes.end(), isIn(m_side.placement)))
            continue;
        const bool isKnown = std::all_of(part.nodes.begin(), part.nodes.end(), isIn(m_automatic));
        graph::Placement places = isKnown ? graph::Placement() : automaticPlacement(part);
        if (isKnown)
            for (const graph::Node &node : part.nodes)
                places[node.key] = m_automatic.at(node.key);
        const graph::Point corner = cornerOf(part, places);
        for (const graph::Node &node : part.nodes) {
            const graph::Point place = places.at(node.key);
            m_wishes[node.key] = {place.x + shape.rect.x - corner.x,
                                  place.y + shape.rect.y - corner.y};
            m_automatic.erase(node.key);
        }
    }
}

/// What comes as a whole is laid out as a whole.
void Contents::wishForNewFrames()
{
    const graph::Placement known = placement();
    std::map<graph::Key, bool> isNew;
    for (const graph::Node &node : m_graph.nodes) {
        const bool isKnown = known.count(node.key) > 0 || m_wishes.count(node.key) > 0;
        isNew.emplace(node.frame, true).first->second &= !isKnown;
    }
    double bottom = m_picture.bounds().bottom();
    FrameParts parts(m_graph);
    for (const graph::Frame &frame : m_graph.frames) {
        const auto it = isNew.find(frame.key);
        if (it == isNew.end() || !it->second || frame.services < 2 ||
            m_side.collapsed.count(frame.key) > 0)
            continue;
        constexpr double kGap = 64;
        const auto found = known.find(frame.key);
        const graph::Point wanted = found != known.end()
                                        ? found->second
                                        : graph::Point{m_picture.bounds().x, bottom + kGap};
        for (const auto &[key, point] : framePlacement(parts.of(frame), wanted)) {
            m_wishes[key] = point;
            bottom = std::max(bottom, point.y);
        }
    }
}

/// Where a namespace grew over others by what is new, what the user has not placed gives way.
std::vector<graph::Key> Contents::makeRoom(std::set<graph::Key> fresh)
{
    const graph::Placement known = placement();
    for (const graph::Node &node : m_graph.nodes)
        if (known.count(node.key) == 0)
            fresh.insert(node.key);
    const graph::MadeRoom made =
        graph::makeRoom(m_picture, fresh, graph::pinnedBy(m_graph, m_side.placement));
    if (!made.places.empty()) {
        for (const auto &[key, point] : made.places)
            m_automatic[key] = point;
        setPicture(graph::compose(m_graph, placement(), m_side.collapsed, m_wishes));
    }
    std::vector<graph::Crowded> crowded = graph::stillCrowded(m_picture, m_crowded);
    for (const graph::Crowded &added : made.crowded) {
        std::erase_if(crowded, [&](const graph::Crowded &c) { return c.frame == added.frame; });
        crowded.push_back(added);
    }
    m_crowded = std::move(crowded);
    return made.movedFrames;
}

std::vector<Diagnostic> Contents::crowdedNotes() const
{
    const auto titleOf = [this](const graph::Key &key) {
        const graph::Frame *frame = m_graph.frame(key);
        const graph::Node *node = m_graph.node(key);
        return frame ? frame->title : node ? node->title : key;
    };
    std::vector<Diagnostic> notes;
    for (const graph::Crowded &crowded : m_crowded) {
        std::string neighbours;
        for (const graph::Key &key : crowded.neighbours)
            neighbours += (neighbours.empty() ? "" : ", ") + titleOf(key);
        notes.push_back(
            {Severity::Note, Code::NoRoomForFrame, {}, {titleOf(crowded.frame), neighbours}, {}});
    }
    return notes;
}

/// What has a place now keeps it. A folded namespace stands where its nodes would, if they do.
void Contents::takePlaces()
{
    for (const graph::NodeShape &shape : m_picture.nodes) {
        m_automatic.emplace(shape.node.key, graph::Point{shape.rect.x, shape.rect.y});
        m_wishes.erase(shape.node.key);
    }
    std::set<graph::Key> standing;
    if (!m_side.collapsed.empty())
        for (const graph::Node &node : m_graph.nodes)
            if (m_automatic.count(node.key) > 0 || m_side.placement.count(node.key) > 0)
                standing.insert(node.frame);
    for (const graph::FrameShape &shape : m_picture.frames) {
        const graph::Key &key = shape.frame.key;
        if (shape.frame.services == 0 || (shape.isCollapsed && standing.count(key) == 0))
            m_automatic.emplace(key, graph::Point{shape.rect.x, shape.rect.y});
        m_wishes.erase(key);
    }
}

} // namespace drawbridge
