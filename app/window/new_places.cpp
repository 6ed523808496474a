#include "window/new_places.h"

#include "document/auto_layout.h"
#include "graph/placing.h"
#include "graph/room.h"

#include <algorithm>
#include <cmath>
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

/// Where arrows and their ports run now, near a place.
class Ways
{
public:
    Ways(const graph::Picture &picture, const graph::Rect &near)
    {
        for (const graph::ArrowShape &arrow : picture.arrows) {
            if (!arrow.bounds().intersects(near) && !arrow.pill.intersects(near))
                continue;
            if (arrow.pill.width > 0)
                m_rects.push_back(graph::inflated(arrow.pill, kClear, kClear));
            addLine(arrow);
        }
    }

    bool cross(const graph::Rect &rect) const
    {
        return std::any_of(m_rects.begin(), m_rects.end(),
                           [&](const graph::Rect &way) { return way.intersects(rect); });
    }

private:
    static constexpr double kClear = 10;

    void addLine(const graph::ArrowShape &arrow)
    {
        const graph::Rect bounds = arrow.bounds();
        const int parts = std::clamp(int((bounds.width + bounds.height) / 16), 8, 200);
        for (int i = 0; i <= parts; ++i) {
            const graph::Point point = arrow.at(double(i) / parts);
            m_rects.push_back(graph::inflated({point.x, point.y, 0, 0}, kClear, kClear));
        }
    }

    std::vector<graph::Rect> m_rects;
};

/// One way to move along an axis.
struct Step
{
    double by = 0;
    double cost = 1; ///< less where it stays in line, or comes in line with a card
};

constexpr double kFarthest = 432;

/// `from` is where it stands, `lines` where cards do.
std::vector<Step> stepsAlong(double from, const std::set<double> &lines)
{
    constexpr double kStep = 24;
    constexpr double kInLine = 0.6;
    std::vector<Step> result{{0, kInLine}};
    for (const double line : lines)
        if (const double by = line - from; by != 0 && std::abs(by) <= kFarthest)
            result.push_back({by, kInLine});
    for (int i = 1; i * kStep <= kFarthest; ++i)
        result.insert(result.end(), {{i * kStep, 1}, {-i * kStep, 1}});
    return result;
}

/// Ways to move, the shortest first, but for what is in line with others.
std::vector<graph::Point> waysToMove(const graph::Rect &box, const graph::Picture &picture)
{
    std::set<double> xs;
    std::set<double> ys;
    for (const graph::NodeShape &shape : picture.nodes)
        if (shape.rect.intersects(graph::inflated(box, kFarthest, kFarthest))) {
            xs.insert(shape.rect.x);
            ys.insert(shape.rect.y);
        }
    std::vector<std::pair<double, graph::Point>> ways;
    const std::vector<Step> down = stepsAlong(box.y, ys);
    for (const Step &x : stepsAlong(box.x, xs))
        for (const Step &y : down)
            if (const double length = std::hypot(x.by, y.by); length <= kFarthest)
                ways.push_back({length * x.cost * y.cost, {x.by, y.by}});
    std::stable_sort(ways.begin(), ways.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<graph::Point> result(ways.size());
    std::transform(ways.begin(), ways.end(), result.begin(),
                   [](const auto &way) { return way.second; });
    return result;
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
        return {m_services, offArrows(placesFor(wishes))};
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
        if (!wishes.empty())
            return {m_services, offArrows(placesFor(wishes))};
        const graph::Placement places = placesIn(byItself, m_services);
        graph::Placement better = offArrows(places);
        return {m_services, better == places ? graph::Placement() : std::move(better)};
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
        return graph::composeCards(m_graph, m_document.placement(), m_document.side().collapsed,
                                   all);
    }

    graph::Placement placesFor(const graph::Placement &wishes) const
    {
        std::vector<graph::Key> keys;
        for (const auto &[key, wish] : wishes)
            keys.push_back(key);
        return placesIn(composed(wishes), keys);
    }

    static graph::Placement placesIn(const graph::Picture &picture,
                                     const std::vector<graph::Key> &keys)
    {
        graph::Placement places;
        for (const graph::Key &key : keys)
            if (const graph::NodeShape *shape = picture.node(key))
                places[key] = {shape->rect.x, shape->rect.y};
        return places;
    }

    /// Moved together as far as they must be to lie over no arrow; as they are where there is no
    /// such place near.
    graph::Placement offArrows(const graph::Placement &places) const
    {
        constexpr double kNear = 640;
        constexpr int kMostTries = 8; // each places all that is open
        const std::vector<graph::Rect> rects = rectsOf(places);
        if (rects.empty())
            return places;
        graph::Rect box = rects.front();
        for (const graph::Rect &rect : rects)
            box = box.united(rect);
        const Ways ways(m_document.picture(), graph::inflated(box, kNear, kNear));
        const auto crosses = [&](graph::Point by) {
            return std::any_of(rects.begin(), rects.end(), [&](const graph::Rect &rect) {
                return ways.cross(graph::moved(rect, by));
            });
        };
        if (!crosses({0, 0}))
            return places;
        int tries = 0;
        for (const graph::Point by : waysToMove(box, m_document.picture())) {
            if (crosses(by) || !isFree(rects, by))
                continue;
            graph::Placement wishes = places;
            for (auto &[key, point] : wishes)
                point = {point.x + by.x, point.y + by.y};
            if (placesFor(wishes) == wishes)
                return wishes;
            if (++tries == kMostTries)
                break;
        }
        return places;
    }

    std::vector<graph::Rect> rectsOf(const graph::Placement &places) const
    {
        std::vector<graph::Rect> rects;
        for (const auto &[key, point] : places)
            if (const graph::Node *node = m_graph.node(key))
                rects.push_back(graph::placedAt(graph::sizeOf(*node), point));
        return rects;
    }

    /// No card is there, as far as can be told without laying out.
    bool isFree(const std::vector<graph::Rect> &rects, graph::Point by) const
    {
        constexpr double kClear = 20;
        const auto &shapes = m_document.picture().nodes;
        return std::none_of(rects.begin(), rects.end(), [&](const graph::Rect &rect) {
            const graph::Rect wide = graph::inflated(graph::moved(rect, by), kClear, kClear);
            return std::any_of(shapes.begin(), shapes.end(), [&](const graph::NodeShape &shape) {
                return shape.rect.intersects(wide);
            });
        });
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
