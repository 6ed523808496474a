#include "graph/placing.h"

#include "graph/room.h"
#include "graph/spatial_hash.h"

#include <algorithm>
#include <optional>

namespace drawbridge::graph {

namespace {

constexpr Gap kFrameGap{88, 64};
constexpr Gap kOutsideGap{90, 40};
constexpr double kNear = 160; ///< what is gone is shown where it was if that is not farther away

Rect boxOf(const std::vector<Rect> &rects)
{
    Rect box = rects.front();
    for (const Rect &rect : rects)
        box = box.united(rect);
    return box;
}

std::vector<Rect> moved(std::vector<Rect> rects, Point by)
{
    for (Rect &rect : rects)
        rect = moved(rect, by);
    return rects;
}

} // namespace

std::optional<Point> placeIn(const Placement &placement, const Key &key)
{
    const auto it = placement.find(key);
    return it == placement.end() ? std::nullopt : std::optional(it->second);
}

std::vector<Rect> cellsOver(const Rect &nodes, const Rect &size)
{
    const double stepX = size.width + kCardGap.x;
    const double stepY = size.height + kCardGap.y;
    const int columns = std::max(3, int(nodes.width / stepX) + 1);
    const int rows = int(nodes.height / stepY) + 1;
    std::vector<Rect> cells;
    const auto add = [&](int column, int row) {
        cells.push_back(placedAt(size, {nodes.x + column * stepX, nodes.y + row * stepY}));
    };
    for (int row = 0; row <= rows + 1; ++row)
        for (int column = 0; column < columns; ++column)
            add(column, row);
    for (int row = 0; row <= rows; ++row)
        add(-1, row);
    for (int column = 0; column < columns; ++column)
        add(column, -1);
    return cells;
}

bool isClear(const Rect &wall, const std::optional<Rect> &before, const std::vector<Rect> &others)
{
    if (before && isWithin(wall, *before))
        return true;
    const Rect wide = inflated(wall, kClear.x, kClear.y);
    const Rect wideBefore = before ? inflated(*before, kClear.x, kClear.y) : Rect();
    return std::none_of(others.begin(), others.end(), [&](const Rect &other) {
        return wide.intersects(other) && !(before && wideBefore.intersects(other));
    });
}

namespace {

/// A frame with its nodes.
struct Group
{
    const Frame *frame = nullptr;
    bool isCollapsed = false;
    std::vector<const Node *> open; ///< without a place as yet
    std::vector<const Node *> gone; ///< drawn from an earlier state alone; placed last
    std::vector<Rect> rects;        ///< of those that have a place
    std::optional<Rect> box;        ///< around them
    std::optional<Rect> wall;       ///< nothing while it has no place
};

/// What has a place keeps it. What has none gets one at which frames, what is in them and what is
/// outside stay apart, as far as those that have a place leave room for it.
class Placer
{
public:
    Placer(const Graph &graph, const Placement &placement, const Placement &wishes,
           const std::set<Key> &collapsed, Picture &picture)
        : m_graph(graph), m_placement(placement), m_wishes(wishes), m_picture(picture)
    {
        for (const Frame &frame : graph.frames) {
            Group &group = m_groups[frame.key];
            group.frame = &frame;
            group.isCollapsed = collapsed.count(frame.key) > 0;
        }
        for (const Node &node : graph.nodes)
            sortIn(node);
        for (auto &[key, group] : m_groups)
            settleWall(group);
    }

    void place()
    {
        for (const bool isRooted : {true, false}) // those that stand somewhere first
            for (auto &[key, group] : m_groups)
                if (group.wall.has_value() == isRooted && !group.open.empty())
                    fill(group);
        for (auto &[key, group] : m_groups)
            if (!group.wall && group.gone.empty())
                placeSmall(group);
        for (const Node *node : m_open)
            placeOutside(*node);
        for (auto &[key, group] : m_groups)
            for (const Node *node : group.gone)
                placeGone(group, *node);
        for (const Node *node : m_gone)
            placeOutside(*node);
        finish();
    }

private:
    void sortIn(const Node &node)
    {
        const bool isGone = node.since == Since::Removed;
        const std::optional<Point> point = isGone ? std::nullopt : placeIn(m_placement, node.key);
        const auto it = m_groups.find(node.frame);
        if (it == m_groups.end()) {
            if (point)
                stand(node, placedAt(sizeOf(node), *point));
            else
                (isGone ? m_gone : m_open).push_back(&node);
            return;
        }
        Group &group = it->second;
        if (point)
            join(group, node, placedAt(sizeOf(node), *point));
        else if (!group.isCollapsed)
            (isGone ? group.gone : group.open).push_back(&node);
    }

    void stand(const Node &node, const Rect &rect)
    {
        m_places[node.key] = rect;
        m_lone.push_back(rect);
    }

    void join(Group &group, const Node &node, const Rect &rect)
    {
        group.rects.push_back(rect);
        group.box = group.box ? group.box->united(rect) : rect;
        if (group.isCollapsed)
            return;
        m_places[node.key] = rect;
        m_cards.insert(rect);
        group.wall = frameAround(*group.box, *group.frame);
    }

    static Rect smallSize(const Group &group)
    {
        const Metrics &m = metrics();
        return {0, 0, std::max(m.emptyFrameWidth, leastWidth(*group.frame)), m.emptyFrameHeight};
    }

    /// Frames that are folded or have no nodes stand where they are said to, or where their nodes
    /// would be.
    void settleWall(Group &group)
    {
        const bool isSmall = group.isCollapsed || (group.open.empty() && group.gone.empty());
        if (group.wall || !isSmall)
            return;
        if (const auto point = placeIn(m_placement, group.frame->key))
            group.wall = placedAt(smallSize(group), *point);
        else if (group.box)
            group.wall =
                placedAt(smallSize(group), {frameAround(*group.box).x, frameAround(*group.box).y});
    }

    std::vector<Rect> boxes(const Group *besides) const
    {
        std::vector<Rect> result = m_lone;
        for (const auto &[key, group] : m_groups)
            if (&group != besides && group.wall)
                result.push_back(*group.wall);
        return result;
    }

    bool fits(const Group &group, const std::vector<Rect> &rects, double clear,
              const std::vector<Rect> &others) const
    {
        for (const Rect &rect : rects)
            if (m_cards.intersects(inflated(rect, clear, clear)))
                return false;
        const Rect box = group.box ? group.box->united(boxOf(rects)) : boxOf(rects);
        return isClear(frameAround(box, *group.frame), group.wall, others);
    }

    void fill(Group &group)
    {
        const std::vector<Rect> others = boxes(&group);
        std::vector<const Node *> wishing;
        std::vector<Rect> wished;
        for (const Node *node : group.open)
            if (const auto wish = placeIn(m_wishes, node->key)) {
                wishing.push_back(node);
                wished.push_back(placedAt(sizeOf(*node), *wish));
            }
        if (!wishing.empty())
            takeWishes(group, wishing, wished, others);
        for (const Node *node : group.open)
            if (m_places.count(node->key) == 0)
                join(group, *node, freeCell(group, sizeOf(*node), others));
    }

    /// All where they want to be, else moved together, else one by one.
    void takeWishes(Group &group, const std::vector<const Node *> &nodes,
                    const std::vector<Rect> &rects, const std::vector<Rect> &others)
    {
        std::vector<Rect> around = group.rects;
        around.insert(around.end(), others.begin(), others.end());
        const Gap gap = group.wall ? kCardGap : kAroundNodes;
        const auto shift = shortestShift(boxOf(rects), around, gap, [&](Point by) {
            return fits(group, moved(rects, by), kCardClear, others);
        });
        for (std::size_t i = 0; i < nodes.size(); ++i)
            join(group, *nodes[i],
                 shift ? graph::moved(rects[i], *shift) : nearestIn(group, rects[i], others));
    }

    Rect nearestIn(const Group &group, const Rect &wish, const std::vector<Rect> &others) const
    {
        const auto shift = shortestShift(wish, group.rects, kCardGap, [&](Point by) {
            return fits(group, {graph::moved(wish, by)}, kCardClear, others);
        });
        return shift ? graph::moved(wish, *shift) : leastHarm(group, wish, others);
    }

    static Rect firstCell(const Group &group, const Rect &size)
    {
        return placedAt(size, {group.box->x, group.box->y});
    }

    Rect freeCell(Group &group, const Rect &size, const std::vector<Rect> &others)
    {
        if (!group.box)
            return firstOf(group, size, others);
        for (const Rect &rect : cellsOver(*group.box, size))
            if (fits(group, {rect}, kCellClear, others))
                return rect;
        return nearestIn(group, firstCell(group, size), others);
    }

    /// The first node of a frame: where the frame is said to stand, else below everything.
    Rect firstOf(const Group &group, const Rect &size, const std::vector<Rect> &others) const
    {
        const Metrics &m = metrics();
        Point corner = belowAll(others);
        if (const auto point = placeIn(m_placement, group.frame->key))
            corner = *point;
        const Rect wish =
            placedAt(size, {corner.x + m.framePadding, corner.y + m.framePadding + m.frameTitle});
        const auto shift = shortestShift(wish, others, kAroundNodes, [&](Point by) {
            return fits(group, {graph::moved(wish, by)}, kCardClear, others);
        });
        return shift ? graph::moved(wish, *shift) : wish;
    }

    /// All ways are blocked: never over a card or what stands outside, if that can be helped.
    Rect leastHarm(const Group &group, const Rect &wish, const std::vector<Rect> &others) const
    {
        const auto isOver = [&](const Rect &rect, bool alsoWalls) {
            if (m_cards.intersects(inflated(rect, kCardClear, kCardClear)))
                return true;
            const Rect wall = frameAround(group.box ? group.box->united(rect) : rect);
            for (const Rect &lone : m_lone)
                if (wall.intersects(lone) && !(group.wall && group.wall->intersects(lone)))
                    return true;
            for (const auto &[key, other] : m_groups)
                for (const Rect &card : other.rects)
                    if (alsoWalls && &other != &group && wall.intersects(card))
                        return true;
            return false;
        };
        std::vector<Rect> around = group.rects;
        around.insert(around.end(), others.begin(), others.end());
        for (const bool alsoWalls : {true, false})
            for (const Gap gap : {Gap{kCardClear, kCardClear}, kCardGap})
                if (const auto shift = shortestShift(wish, around, gap, [&](Point by) {
                        return !isOver(graph::moved(wish, by), alsoWalls);
                    }))
                    return graph::moved(wish, *shift);
        return wish;
    }

    static Point belowAll(const std::vector<Rect> &others)
    {
        return others.empty() ? Point{0, 0}
                              : Point{boxOf(others).x, boxOf(others).bottom() + kFrameGap.y};
    }

    void placeSmall(Group &group)
    {
        const std::vector<Rect> others = boxes(&group);
        const auto wish = placeIn(m_wishes, group.frame->key);
        group.wall =
            alone(placedAt(smallSize(group), wish.value_or(belowAll(others))), others, kFrameGap);
    }

    static Rect alone(const Rect &wish, const std::vector<Rect> &others, Gap gap)
    {
        const auto shift = shortestShift(wish, others, gap, [&](Point by) {
            return isClear(graph::moved(wish, by), {}, others);
        });
        return shift ? graph::moved(wish, *shift) : wish;
    }

    void placeOutside(const Node &node)
    {
        const std::vector<Rect> others = boxes(nullptr);
        const Rect size = sizeOf(node);
        const auto wish = placeIn(m_wishes, node.key);
        stand(node, alone(placedAt(size, wish.value_or(besideLinks(node, size, others))), others,
                          kOutsideGap));
    }

    /// Beside the frames that its arrows go to or come from, at the height of their ends.
    Point besideLinks(const Node &node, const Rect &size, const std::vector<Rect> &others) const
    {
        std::vector<Rect> linked;
        double heights = 0;
        int leaving = 0;
        for (const Arrow &arrow : m_graph.arrows) {
            if (arrow.source != node.key && arrow.target != node.key)
                continue;
            const bool leaves = arrow.source == node.key;
            const Key &end = leaves ? arrow.target : arrow.source;
            const Node *other = m_graph.node(end);
            const auto group = m_groups.find(other ? other->frame : end);
            const auto card = m_places.find(end);
            if (group == m_groups.end() || !group->second.wall)
                continue;
            linked.push_back(*group->second.wall);
            heights += card == m_places.end() ? linked.back().center().y : card->second.center().y;
            leaving += leaves ? 1 : -1;
        }
        if (linked.empty())
            return others.empty()
                       ? Point{0, 0}
                       : Point{boxOf(others).x - size.width - kOutsideGap.x, boxOf(others).y};
        const Rect box = boxOf(linked);
        const double x =
            leaving >= 0 ? box.x - kOutsideGap.x - size.width : box.right() + kOutsideGap.x;
        return {x, heights / double(linked.size()) - size.height / 2};
    }

    /// Where it was if that is free and near, else in its frame, else beside it.
    void placeGone(Group &group, const Node &node)
    {
        const std::vector<Rect> others = boxes(&group);
        const Rect size = sizeOf(node);
        std::optional<Point> wish = placeIn(m_wishes, node.key);
        if (!wish)
            wish = placeIn(m_placement, node.key);
        const bool isNear =
            wish &&
            (!group.wall || inflated(*group.wall, kNear, kNear).intersects(placedAt(size, *wish)));
        if (isNear && fits(group, {placedAt(size, *wish)}, kCardClear, others)) {
            join(group, node, placedAt(size, *wish));
            return;
        }
        const Rect cell = freeCell(group, size, others);
        if (!group.wall || fits(group, {cell}, kCardClear, others)) {
            join(group, node, cell);
            return;
        }
        std::vector<Rect> all = others;
        all.push_back(*group.wall);
        stand(node, alone(cell, all, kOutsideGap));
    }

    void finish()
    {
        for (auto &[key, group] : m_groups)
            m_picture.frames.push_back({*group.frame, *group.wall, group.isCollapsed});
        for (const Node &node : m_graph.nodes)
            if (const auto it = m_places.find(node.key); it != m_places.end())
                m_picture.nodes.push_back({node, it->second});
        const auto byKey = [](const NodeShape &a, const NodeShape &b) {
            return a.node.key < b.node.key;
        };
        std::sort(m_picture.nodes.begin(), m_picture.nodes.end(), byKey);
    }

    /// Between nodes of different frames.
    static constexpr Metrics kSizes{};
    static constexpr Gap kAroundNodes{kSizes.framePadding + kFrameGap.x,
                                      kSizes.framePadding + kSizes.frameTitle + kFrameGap.y};

    const Graph &m_graph;
    const Placement &m_placement;
    const Placement &m_wishes;
    Picture &m_picture;
    std::map<Key, Group> m_groups;
    std::vector<const Node *> m_open; ///< outside nodes without a place
    std::vector<const Node *> m_gone;
    std::map<Key, Rect> m_places;
    std::vector<Rect> m_lone; ///< outside nodes that have a place
    SpatialHash m_cards;      ///< nodes in frames that have one
};

} // namespace

void placeNodes(const Graph &graph, const Placement &placement, const Placement &wishes,
                const std::set<Key> &collapsed, Picture &picture)
{
    Placer(graph, placement, wishes, collapsed, picture).place();
}

} // namespace drawbridge::graph
