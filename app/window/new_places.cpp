#include "window/new_places.h"

#include "document/auto_layout.h"
#include "graph/placing.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace drawbridge {

namespace {

constexpr double kGap = 90; // room for an arrow and its ports

bool contains(const graph::Rect &outer, const graph::Rect &inner)
{
    return inner.x >= outer.x && inner.right() <= outer.right() && inner.y >= outer.y &&
           inner.bottom() <= outer.bottom();
}

double snapped(double value)
{
    const double step = graph::metrics().gridStep;
    return std::round(value / step) * step;
}

/// New services of one namespace, laid out by themselves.
struct Block
{
    graph::Key frame;
    graph::Placement places;
    graph::Rect box;

    void moveTo(graph::Point corner)
    {
        for (auto &[key, point] : places)
            point = {point.x + corner.x - box.x, point.y + corner.y - box.y};
        box.x = corner.x;
        box.y = corner.y;
    }
};

class Planner
{
public:
    Planner(const Document &document, const edit::Rewrite &plan, Sight sight)
        : m_document(document), m_sight(std::move(sight))
    {
        const kube::Workspace after = edit::applied(document.workspace(), plan);
        verdict::Evaluator evaluator(document.evaluator());
        evaluator.update(after);
        m_graph = graph::build(after, evaluator);
        std::vector<const graph::Node *> services;
        for (const graph::Node &node : m_graph.nodes)
            if (!node.frame.empty() && !document.graph().node(node.key))
                services.push_back(&node);
        std::stable_sort(services.begin(), services.end(), [&](const auto *a, const auto *b) {
            const Place x = a->source.place(after);
            const Place y = b->source.place(after);
            return std::tuple(x.file, x.range.begin) < std::tuple(y.file, y.range.begin);
        });
        for (const graph::Node *node : services)
            m_services.push_back(node->key);
        makeBlocks(services);
    }

    NewPlaces dropped(const canvas::DropPlace &place)
    {
        graph::Point corner = place.corner;
        graph::Placement wishes;
        for (Block &block : m_blocks) {
            if (!place.frame.empty() && block.frame != place.frame)
                continue;
            block.moveTo(corner);
            corner.x = block.box.right() + 2 * kGap;
            wishes.insert(block.places.begin(), block.places.end());
        }
        return {m_services, placesFor(wishes)};
    }

    NewPlaces inSight()
    {
        const graph::Picture byItself = composed({});
        graph::Placement wishes;
        for (Block &block : m_blocks) {
            if (const auto corner = besideSelection(block))
                block.moveTo(*corner);
            else if (isSeen(byItself, block))
                continue;
            else
                block.moveTo(middleOfSight(block));
            wishes.insert(block.places.begin(), block.places.end());
        }
        return {m_services, wishes.empty() ? wishes : placesFor(wishes)};
    }

private:
    void makeBlocks(const std::vector<const graph::Node *> &services)
    {
        for (const graph::Node *node : services) {
            const auto isSame = [&](const Block &block) { return block.frame == node->frame; };
            if (std::none_of(m_blocks.begin(), m_blocks.end(), isSame))
                m_blocks.push_back(blockOf(node->frame));
        }
    }

    Block blockOf(const graph::Key &frame) const
    {
        graph::Graph part;
        part.frames = {*m_graph.frame(frame)};
        std::set<graph::Key> keys;
        for (const graph::Node &node : m_graph.nodes)
            if (node.frame == frame && !m_document.graph().node(node.key)) {
                part.nodes.push_back(node);
                keys.insert(node.key);
            }
        for (const graph::Arrow &arrow : m_graph.arrows)
            if (keys.count(arrow.source) > 0 && keys.count(arrow.target) > 0)
                part.arrows.push_back(arrow);
        Block block{frame, automaticPlacement(part), {}};
        bool isFirst = true;
        for (const graph::Node &node : part.nodes) {
            graph::Rect rect = graph::sizeOf(node);
            rect.x = block.places[node.key].x;
            rect.y = block.places[node.key].y;
            block.box = isFirst ? rect : block.box.united(rect);
            isFirst = false;
        }
        return block;
    }

    graph::Picture composed(const graph::Placement &wishes) const
    {
        graph::Placement all = m_document.wishes();
        for (const auto &[key, point] : wishes)
            all[key] = point;
        return graph::compose(m_graph, m_document.placement(), m_document.side().collapsed, all);
    }

    graph::Placement placesFor(const graph::Placement &wishes) const
    {
        const graph::Picture picture = composed(wishes);
        graph::Placement places;
        for (const auto &[key, wish] : wishes)
            if (const graph::NodeShape *shape = picture.node(key))
                places[key] = {shape->rect.x, shape->rect.y};
        return places;
    }

    std::optional<graph::Point> besideSelection(const Block &block) const
    {
        for (const graph::NodeShape &shape : m_document.picture().nodes)
            if (shape.node.frame == block.frame && m_sight.selection.count(shape.node.key) > 0 &&
                m_sight.visible.intersects(shape.rect))
                return graph::Point{shape.rect.right() + kGap, shape.rect.y};
        return {};
    }

    bool isSeen(const graph::Picture &picture, const Block &block) const
    {
        return std::all_of(block.places.begin(), block.places.end(), [&](const auto &place) {
            const graph::NodeShape *shape = picture.node(place.first);
            return !shape || contains(m_sight.visible, shape->rect);
        });
    }

    /// Of the part of the namespace that is in sight, if there is one.
    graph::Point middleOfSight(const Block &block) const
    {
        graph::Rect seen = m_sight.visible;
        const graph::FrameShape *frame = m_document.picture().frame(block.frame);
        if (frame && frame->rect.intersects(seen)) {
            const double right = std::min(seen.right(), frame->rect.right());
            const double bottom = std::min(seen.bottom(), frame->rect.bottom());
            seen.x = std::max(seen.x, frame->rect.x);
            seen.y = std::max(seen.y, frame->rect.y);
            seen.width = right - seen.x;
            seen.height = bottom - seen.y;
        }
        const graph::Point middle = seen.center();
        return {snapped(middle.x - block.box.width / 2), snapped(middle.y - block.box.height / 2)};
    }

    const Document &m_document;
    Sight m_sight;
    graph::Graph m_graph;
    std::vector<graph::Key> m_services;
    std::vector<Block> m_blocks; ///< in the order of their first services
};

} // namespace

NewPlaces newPlaces(const Document &document, const edit::Rewrite &plan, const Sight &sight,
                    const canvas::DropPlace *place)
{
    Planner planner(document, plan, sight);
    // What falls on a service is meant for it; it has no place of its own.
    return place && place->node.empty() ? planner.dropped(*place) : planner.inSight();
}

} // namespace drawbridge
