#include "graph/making_room.h"

#include "graph/placing.h"
#include "graph/room.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>

namespace drawbridge::graph {

namespace {

constexpr Gap kApart{56, 48}; ///< between what was pushed and what pushed it
constexpr std::size_t kMostPushes = 2000;
constexpr std::array<Point, 4> kWays{Point{1, 0}, {0, 1}, {-1, 0}, {0, -1}};

Point sum(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}

/// A namespace or an outside node, as one thing that can be moved.
struct Box
{
    Key key;
    Rect rect;
    bool isPinned = false;
    std::vector<const NodeShape *> nodes; ///< of a namespace
};

/// How the boxes would have to be moved.
struct Push
{
    std::vector<Point> shifts;
    double length = 0;
};

class RoomMaker
{
public:
    RoomMaker(const Picture &picture, const std::set<Key> &fresh, const std::set<Key> &pinned)
        : m_picture(picture), m_fresh(fresh), m_pinned(pinned)
    {
        for (const FrameShape &frame : picture.frames) {
            m_index[frame.frame.key] = m_boxes.size();
            m_boxes.push_back({frame.frame.key, frame.rect, isPinned(frame.frame.key), {}});
        }
        for (const NodeShape &shape : picture.nodes) {
            const auto it = m_index.find(shape.node.frame);
            if (it == m_index.end()) {
                m_boxes.push_back({shape.node.key, shape.rect, isPinned(shape.node.key), {}});
                continue;
            }
            m_boxes[it->second].nodes.push_back(&shape);
            m_boxes[it->second].isPinned |= isPinned(shape.node.key);
        }
    }

    MadeRoom run()
    {
        for (std::size_t i = 0; i < m_picture.frames.size(); ++i)
            if (!m_picture.frames[i].isCollapsed)
                makeRoomFor(i);
        return std::move(m_made);
    }

private:
    bool isPinned(const Key &key) const { return m_pinned.count(key) > 0; }
    bool isFresh(const NodeShape &shape) const { return m_fresh.count(shape.node.key) > 0; }

    /// Lies over others, and would not without what is fresh.
    void makeRoomFor(std::size_t index)
    {
        const Box &box = m_boxes[index];
        std::optional<Rect> old;
        std::vector<const NodeShape *> fresh;
        for (const NodeShape *shape : box.nodes) {
            if (isFresh(*shape))
                fresh.push_back(shape);
            else
                old = old ? old->united(shape->rect) : shape->rect;
        }
        if (!old || fresh.empty())
            return;
        const Frame &frame = m_picture.frames[index].frame;
        const Rect before = frameAround(*old, frame);
        const std::vector<Key> over = lyingOver(index, box.rect, before);
        if (over.empty())
            return;
        const bool mayPlace = std::none_of(fresh.begin(), fresh.end(), [&](const auto *shape) {
            return isPinned(shape->node.key);
        });
        std::optional<Push> best;
        Placement bestPlaces;
        Rect bestWall;
        for (const Point side : kWays) {
            const Placement places = mayPlace ? beside(*old, fresh, side) : Placement();
            const Rect wall = mayPlace ? frameAround(around(*old, fresh, places), frame) : box.rect;
            for (const Point way : kWays)
                if (const auto push = pushed(index, wall, before, way);
                    push && (!best || push->length < best->length)) {
                    best = push;
                    bestPlaces = places;
                    bestWall = wall;
                }
            if (!mayPlace)
                break;
        }
        if (best)
            take(index, *best, bestPlaces, bestWall);
        else if (!box.isPinned)
            moveAway(index, beside(*old, fresh, kWays[1]), *old, fresh);
        else
            m_made.crowded.push_back({box.key, over});
    }

    std::vector<Key> lyingOver(std::size_t index, const Rect &wall, const Rect &before) const
    {
        std::vector<Key> over;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            if (i != index && m_boxes[i].rect.intersects(wall) &&
                !m_boxes[i].rect.intersects(before))
                over.push_back(m_boxes[i].key);
        return over;
    }

    /// In a row (or column) on one side of what is there.
    static Placement beside(const Rect &old, const std::vector<const NodeShape *> &fresh, Point way)
    {
        Placement places;
        double along = way.x != 0 ? old.y : old.x;
        for (const NodeShape *shape : fresh) {
            const Rect &size = shape->rect;
            Point corner{along, along};
            if (way.x != 0)
                corner.x = way.x > 0 ? old.right() + kCardGap.x : old.x - kCardGap.x - size.width;
            else
                corner.y = way.y > 0 ? old.bottom() + kCardGap.y : old.y - kCardGap.y - size.height;
            places[shape->node.key] = corner;
            along += way.x != 0 ? size.height + kCardGap.y : size.width + kCardGap.x;
        }
        return places;
    }

    static Rect around(Rect old, const std::vector<const NodeShape *> &fresh,
                       const Placement &places)
    {
        for (const NodeShape *shape : fresh)
            old = old.united(placedAt(shape->rect, places.at(shape->node.key)));
        return old;
    }

    /// Whether a box at its new place is in the way of another that it was clear of.
    static bool meets(const Rect &pusher, const Rect &pusherBefore, const Rect &other,
                      const Rect &otherBefore)
    {
        const bool wasNear = inflated(pusherBefore, kClear.x, kClear.y).intersects(otherBefore);
        return (wasNear ? pusher : inflated(pusher, kClear.x, kClear.y)).intersects(other);
    }

    /// All in the way goes one way, and what is in their way before them.
    std::optional<Push> pushed(std::size_t index, const Rect &wall, const Rect &before,
                               Point way) const
    {
        Push push{std::vector<Point>(m_boxes.size()), 0};
        std::vector<std::size_t> pushers{index};
        const auto rectOf = [&](std::size_t i) {
            return i == index ? wall : moved(m_boxes[i].rect, push.shifts[i]);
        };
        for (std::size_t next = 0; next < pushers.size(); ++next) {
            const Rect pusher = rectOf(pushers[next]);
            const Rect &was = pushers[next] == index ? before : m_boxes[pushers[next]].rect;
            for (std::size_t i = 0; i < m_boxes.size(); ++i) {
                const Rect rect = rectOf(i);
                if (i == index || i == pushers[next] || !meets(pusher, was, rect, m_boxes[i].rect))
                    continue;
                if (m_boxes[i].isPinned || pushers.size() > kMostPushes)
                    return {};
                const double by = way.x > 0   ? pusher.right() + kApart.x - rect.x
                                  : way.x < 0 ? rect.right() + kApart.x - pusher.x
                                  : way.y > 0 ? pusher.bottom() + kApart.y - rect.y
                                              : rect.bottom() + kApart.y - pusher.y;
                push.shifts[i] = sum(push.shifts[i], {way.x * by, way.y * by});
                push.length += by;
                pushers.push_back(i);
            }
        }
        return push;
    }

    void take(std::size_t index, const Push &push, const Placement &places, const Rect &wall)
    {
        for (const auto &[key, point] : places)
            m_made.places[key] = point;
        m_boxes[index].rect = wall;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            if (push.shifts[i].x != 0 || push.shifts[i].y != 0)
                shift(m_boxes[i], push.shifts[i]);
    }

    void shift(Box &box, Point by)
    {
        box.rect = moved(box.rect, by);
        const auto move = [&](const Key &key, const Rect &rect) {
            const auto it = m_made.places.find(key);
            m_made.places[key] =
                sum(it == m_made.places.end() ? Point{rect.x, rect.y} : it->second, by);
        };
        for (const NodeShape *shape : box.nodes)
            move(shape->node.key, shape->rect);
        if (const NodeShape *alone = m_picture.node(box.key))
            move(box.key, alone->rect);
        else if (box.nodes.empty())
            move(box.key, m_picture.frame(box.key)->rect);
        m_made.movedFrames.push_back(box.key);
    }

    /// Nothing around it may be moved: it goes to where there is room.
    void moveAway(std::size_t index, const Placement &places, const Rect &old,
                  const std::vector<const NodeShape *> &fresh)
    {
        const Rect wall = frameAround(around(old, fresh, places), m_picture.frames[index].frame);
        std::vector<Rect> others;
        for (std::size_t i = 0; i < m_boxes.size(); ++i)
            if (i != index)
                others.push_back(m_boxes[i].rect);
        const auto found = shortestShift(wall, others, kApart, [&](Point by) {
            const Rect there = inflated(moved(wall, by), kClear.x, kClear.y);
            return std::none_of(others.begin(), others.end(),
                                [&](const Rect &other) { return there.intersects(other); });
        });
        if (!found)
            return;
        for (const auto &[key, point] : places)
            m_made.places[key] = point;
        m_boxes[index].rect = wall;
        shift(m_boxes[index], *found);
    }

    const Picture &m_picture;
    const std::set<Key> &m_fresh;
    const std::set<Key> &m_pinned;
    std::vector<Box> m_boxes; ///< those of the picture's frames first
    std::map<Key, std::size_t> m_index;
    MadeRoom m_made;
};

std::optional<Rect> rectOf(const Picture &picture, const Key &key)
{
    if (const FrameShape *frame = picture.frame(key))
        return frame->rect;
    const NodeShape *node = picture.node(key);
    return node ? std::optional(node->rect) : std::nullopt;
}

} // namespace

MadeRoom makeRoom(const Picture &picture, const std::set<Key> &fresh, const std::set<Key> &pinned)
{
    return fresh.empty() ? MadeRoom() : RoomMaker(picture, fresh, pinned).run();
}

std::set<Key> pinnedBy(const Graph &graph, const Placement &placement)
{
    std::set<Key> pinned;
    for (const auto &[key, point] : placement)
        pinned.insert(key);
    for (const Node &node : graph.nodes)
        if (placement.count(node.key) > 0 && !node.frame.empty())
            pinned.insert(node.frame);
    return pinned;
}

std::vector<Crowded> stillCrowded(const Picture &picture, const std::vector<Crowded> &before)
{
    std::vector<Crowded> result;
    for (const Crowded &crowded : before) {
        const auto wall = rectOf(picture, crowded.frame);
        Crowded still{crowded.frame, {}};
        for (const Key &key : crowded.neighbours)
            if (const auto rect = rectOf(picture, key); wall && rect && rect->intersects(*wall))
                still.neighbours.push_back(key);
        if (!still.neighbours.empty())
            result.push_back(std::move(still));
    }
    return result;
}

} // namespace drawbridge::graph
