#include "graph/routing.h"

#include "graph/detour.h"
#include "graph/pills.h"
#include "graph/rerouting.h"
#include "graph/room.h"
#include "graph/spatial_hash.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>
#include <unordered_set>

namespace drawbridge::graph {

namespace {

constexpr std::size_t kMostBent = 600; ///< for the finer search

enum class Side { Left, Right, Top, Bottom };

struct Anchor
{
    Side side = Side::Right;
    Rect rect;
    double sortBy = 0;  ///< where the other end lies along this side
    double share = 0.5; ///< of the side, for the one arrow at it
    Point point;
};

/// One end's attachments to one side of a rectangle, spread evenly.
struct SideKey
{
    Key end;
    Side side;
    bool operator<(const SideKey &o) const { return std::tie(end, side) < std::tie(o.end, o.side); }
};

bool isHorizontal(Side side)
{
    return side == Side::Left || side == Side::Right;
}

Point outward(Side side)
{
    switch (side) {
    case Side::Left:
        return {-1, 0};
    case Side::Right:
        return {1, 0};
    case Side::Top:
        return {0, -1};
    case Side::Bottom:
        return {0, 1};
    }
    return {};
}

Point onSide(const Rect &rect, Side side, double share)
{
    switch (side) {
    case Side::Left:
        return {rect.x, rect.y + rect.height * share};
    case Side::Right:
        return {rect.right(), rect.y + rect.height * share};
    case Side::Top:
        return {rect.x + rect.width * share, rect.y};
    case Side::Bottom:
        return {rect.x + rect.width * share, rect.bottom()};
    }
    return {};
}

/// The sides by which two rectangles beside each other are joined.
std::array<Side, 2> facingSides(const Rect &a, const Rect &b)
{
    const double gapX = std::max(b.x - a.right(), a.x - b.right());
    const double gapY = std::max(b.y - a.bottom(), a.y - b.bottom());
    if (gapX >= gapY)
        return b.center().x >= a.center().x ? std::array{Side::Right, Side::Left}
                                            : std::array{Side::Left, Side::Right};
    return b.center().y >= a.center().y ? std::array{Side::Bottom, Side::Top}
                                        : std::array{Side::Top, Side::Bottom};
}

/// The side that a point of an arrow's end lies on; nothing if that cannot be told.
std::optional<Side> sideAt(const Rect &rect, Point point)
{
    const bool isLeft = point.x == rect.x;
    const bool isRight = point.x == rect.right();
    const bool isTop = point.y == rect.y;
    const bool isBottom = point.y == rect.bottom();
    if (int(isLeft) + int(isRight) + int(isTop) + int(isBottom) != 1)
        return {};
    return isLeft ? Side::Left : isRight ? Side::Right : isTop ? Side::Top : Side::Bottom;
}

/// The wall that lies nearest to a node inside it.
Side nearestWall(const Rect &node, const Rect &frame)
{
    const std::array<std::pair<double, Side>, 3> walls{
        std::pair{node.x - frame.x, Side::Left},
        {frame.right() - node.right(), Side::Right},
        {frame.bottom() - node.bottom(), Side::Bottom}};
    return std::min_element(walls.begin(), walls.end(),
                            [](const auto &a, const auto &b) { return a.first < b.first; })
        ->second;
}

class Router
{
public:
    Router(const Graph &graph, const std::set<Key> &collapsed, Picture &picture)
        : m_picture(picture)
    {
        for (const Node &node : graph.nodes)
            if (!node.frame.empty() && collapsed.count(node.frame))
                m_standIn[node.key] = node.frame;
        for (const NodeShape &shape : picture.nodes)
            m_cards.insert(shape.rect);
        for (const FrameShape &shape : picture.frames)
            m_titles.insert(titlePlate(shape));
        for (const Arrow &arrow : graph.arrows)
            addShape(arrow);
    }

    /// For arrows that have their ways.
    Router(const Graph &graph, Picture &picture) : m_picture(picture)
    {
        std::set<Key> collapsed;
        for (const FrameShape &shape : picture.frames)
            if (shape.isCollapsed)
                collapsed.insert(shape.frame.key);
        for (const Node &node : graph.nodes)
            if (!collapsed.empty() && collapsed.count(node.frame))
                m_standIn[node.key] = node.frame;
    }

    std::optional<Rerouted> reroute(const Graph &graph, const std::vector<Key> &added,
                                    const std::vector<Key> &removed)
    {
        const std::size_t before = m_picture.arrows.size();
        const auto come = drawnOf(graph, added);
        if (!come || !isAlike(before, before - countOf(removed) + come->size()))
            return {};
        Rerouted result = takeOut(removed);
        putIn(*come, result);
        m_anchors.resize(2 * m_picture.arrows.size());
        if (m_picture.arrows.size() <= kMostCleared)
            takeObstacles();
        for (const auto &[number, shape] : result.removed)
            if (!leaveSides(shape))
                return {};
        for (const std::size_t i : result.added) {
            const Arrow &arrow = m_picture.arrows[i].arrow;
            m_anchors[2 * i].rect = *rectOf(drawn(arrow.source));
            m_anchors[2 * i + 1].rect = *rectOf(drawn(arrow.target));
            chooseSides(i);
        }
        if (!joinOthers(result))
            return {};
        for (auto &[key, anchors] : m_sides) {
            std::sort(anchors.begin(), anchors.end());
            spread(anchors);
        }
        for (const auto &[i, shape] : result.bent)
            bend(m_picture.arrows[i], m_anchors[2 * i], m_anchors[2 * i + 1]);
        for (const std::size_t i : result.added)
            bend(m_picture.arrows[i], m_anchors[2 * i], m_anchors[2 * i + 1]);
        return result;
    }

    void route()
    {
        for (std::size_t i = 0; i < m_picture.arrows.size(); ++i)
            chooseSides(i);
        for (auto &[key, anchors] : m_sides)
            spread(anchors);
        for (std::size_t i = 0; i < m_picture.arrows.size(); ++i)
            bend(m_picture.arrows[i], m_anchors[2 * i], m_anchors[2 * i + 1]);
        if (m_picture.arrows.size() <= kMostBent)
            goRound();
        Pills(m_picture).placeAll(m_picture);
    }

private:
    void takeObstacles()
    {
        for (const NodeShape &shape : m_picture.nodes)
            m_cards.insert(shape.rect);
        for (const FrameShape &shape : m_picture.frames)
            m_titles.insert(titlePlate(shape));
    }

    /// Few arrows are routed with regard to each other; of more, each has its way whatever others
    /// there are, but for where along its sides it begins and ends.
    static bool isAlike(std::size_t before, std::size_t now)
    {
        return before > kMostBent && now > kMostBent &&
               (before > kMostCleared) == (now > kMostCleared);
    }

    static bool comesBefore(const ArrowShape &shape, const Key &key)
    {
        return shape.arrow.key < key;
    }

    /// The index of an arrow in the picture; nothing where it is not drawn.
    std::optional<std::size_t> numberOf(const Key &key) const
    {
        const std::vector<ArrowShape> &arrows = m_picture.arrows;
        const auto at = std::lower_bound(arrows.begin(), arrows.end(), key, comesBefore);
        const bool isFound = at != arrows.end() && at->arrow.key == key;
        return isFound ? std::optional(std::size_t(at - arrows.begin())) : std::nullopt;
    }

    std::size_t countOf(const std::vector<Key> &keys) const
    {
        return std::size_t(std::count_if(keys.begin(), keys.end(), [this](const Key &key) {
            return numberOf(key).has_value();
        }));
    }

    /// Those of the keys that are to be drawn; nothing where the graph has no such arrow.
    std::optional<std::vector<const Arrow *>> drawnOf(const Graph &graph,
                                                      const std::vector<Key> &keys) const
    {
        std::vector<const Arrow *> arrows;
        for (const Key &key : keys) {
            const Arrow *arrow = graph.arrow(key);
            if (!arrow)
                return {};
            if (isDrawn(*arrow))
                arrows.push_back(arrow);
        }
        return arrows;
    }

    Rerouted takeOut(const std::vector<Key> &keys)
    {
        std::vector<ArrowShape> &arrows = m_picture.arrows;
        Rerouted result;
        result.numbers.assign(arrows.size(), std::size_t(0));
        for (const Key &key : keys)
            if (const auto number = numberOf(key))
                result.numbers[*number].reset();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < arrows.size(); ++i) {
            if (!result.numbers[i]) {
                result.removed.emplace_back(i, std::move(arrows[i]));
                continue;
            }
            result.numbers[i] = kept;
            if (kept != i)
                arrows[kept] = std::move(arrows[i]);
            ++kept;
        }
        arrows.resize(kept);
        return result;
    }

    /// In the order of their keys, as are those of the picture.
    void putIn(const std::vector<const Arrow *> &come, Rerouted &result)
    {
        if (come.empty())
            return;
        std::vector<ArrowShape> arrows;
        std::vector<std::size_t> now; // where those of before are
        arrows.reserve(m_picture.arrows.size() + come.size());
        now.reserve(m_picture.arrows.size());
        auto next = come.begin();
        const auto putNext = [&] {
            result.added.push_back(arrows.size());
            arrows.emplace_back().arrow = **next++;
        };
        for (ArrowShape &shape : m_picture.arrows) {
            while (next != come.end() && (*next)->key < shape.arrow.key)
                putNext();
            now.push_back(arrows.size());
            arrows.push_back(std::move(shape));
        }
        while (next != come.end())
            putNext();
        m_picture.arrows = std::move(arrows);
        for (auto &number : result.numbers)
            if (number)
                *number = now[*number];
    }

    /// The sides that an arrow was at are spread again.
    bool leaveSides(const ArrowShape &shape)
    {
        for (const auto &[end, point] :
             {std::pair(&shape.arrow.source, shape.from), {&shape.arrow.target, shape.to}}) {
            const Rect *rect = rectOf(drawn(*end));
            const auto side = rect ? sideAt(*rect, point) : std::nullopt;
            if (!side)
                return false;
            m_sides[{drawn(*end), *side}];
        }
        return true;
    }

    /// Arrows at the sides that are spread again, with their ways as they were.
    bool joinOthers(Rerouted &result)
    {
        std::unordered_set<Key> ends;
        for (const auto &[key, anchors] : m_sides)
            ends.insert(key.end);
        auto next = result.added.begin();
        for (std::size_t i = 0; i < m_picture.arrows.size(); ++i) {
            if (next != result.added.end() && *next == i) {
                ++next;
                continue;
            }
            const ArrowShape &shape = m_picture.arrows[i];
            const Key &source = drawn(shape.arrow.source);
            const Key &target = drawn(shape.arrow.target);
            if (ends.count(source) == 0 && ends.count(target) == 0)
                continue;
            if (!findSides(i))
                return false;
            bool isAtSome = false;
            for (const std::size_t anchor : {2 * i, 2 * i + 1}) {
                const Key &end = anchor % 2 == 0 ? source : target;
                const auto found = m_sides.find({end, m_anchors[anchor].side});
                if (found == m_sides.end())
                    continue;
                found->second.push_back(anchor);
                isAtSome = true;
            }
            if (isAtSome)
                result.bent.emplace_back(i, shape);
        }
        return true;
    }

    bool findSides(std::size_t i)
    {
        const ArrowShape &shape = m_picture.arrows[i];
        Anchor &from = m_anchors[2 * i];
        Anchor &to = m_anchors[2 * i + 1];
        from.rect = *rectOf(drawn(shape.arrow.source));
        to.rect = *rectOf(drawn(shape.arrow.target));
        const std::optional<Side> out = sideAt(from.rect, shape.from);
        const std::optional<Side> in = sideAt(to.rect, shape.to);
        if (!out || !in)
            return false;
        from.side = *out;
        to.side = *in;
        from.point = shape.from;
        to.point = shape.to;
        from.sortBy = isHorizontal(from.side) ? to.rect.center().y : to.rect.center().x;
        to.sortBy = isHorizontal(to.side) ? from.rect.center().y : from.rect.center().x;
        return true;
    }

    bool isDrawn(const Arrow &arrow) const
    {
        const Key &source = drawn(arrow.source);
        const Key &target = drawn(arrow.target);
        return rectOf(source) && rectOf(target) &&
               (source != target || arrow.source == arrow.target);
    }

    const Key &drawn(const Key &end) const
    {
        const auto it = m_standIn.find(end);
        return it == m_standIn.end() ? end : it->second;
    }

    const Rect *rectOf(const Key &end) const
    {
        if (const NodeShape *node = m_picture.node(end))
            return &node->rect;
        const FrameShape *frame = m_picture.frame(end);
        return frame ? &frame->rect : nullptr;
    }

    void addShape(const Arrow &arrow)
    {
        const Rect *source = rectOf(drawn(arrow.source));
        const Rect *target = rectOf(drawn(arrow.target));
        const bool insideCollapsed =
            drawn(arrow.source) == drawn(arrow.target) && arrow.source != arrow.target;
        if (!source || !target || insideCollapsed)
            return;
        ArrowShape shape;
        shape.arrow = arrow;
        m_picture.arrows.push_back(std::move(shape));
        m_anchors.push_back({Side::Right, *source, 0, 0.5, {}});
        m_anchors.push_back({Side::Left, *target, 0, 0.5, {}});
    }

    void chooseSides(std::size_t i)
    {
        Anchor &from = m_anchors[2 * i];
        Anchor &to = m_anchors[2 * i + 1];
        const Arrow &arrow = m_picture.arrows[i].arrow;
        if (drawn(arrow.source) == drawn(arrow.target)) {
            from.side = to.side = Side::Bottom;
        } else if (isWithin(to.rect, from.rect)) {
            from.side = to.side = nearestWall(to.rect, from.rect);
        } else if (isWithin(from.rect, to.rect)) {
            from.side = to.side = nearestWall(from.rect, to.rect);
        } else {
            const Joint joint = bestJoint(arrow, from.rect, to.rect);
            from.side = joint.sides[0];
            from.share = joint.shares[0];
            to.side = joint.sides[1];
            to.share = joint.shares[1];
        }
        from.sortBy = isHorizontal(from.side) ? to.rect.center().y : to.rect.center().x;
        to.sortBy = isHorizontal(to.side) ? from.rect.center().y : from.rect.center().x;
        m_sides[{drawn(arrow.source), from.side}].push_back(2 * i);
        m_sides[{drawn(arrow.target), to.side}].push_back(2 * i + 1);
    }

    /// Where an arrow begins and ends: the sides, and where on them.
    struct Joint
    {
        std::array<Side, 2> sides;
        std::array<double, 2> shares{0.5, 0.5};
    };

    /// Facing sides, unless an arrow between them would run behind something or turn for nothing
    /// and one between other sides would not: an arrow that comes out from behind a card seems to
    /// begin there.
    Joint bestJoint(const Arrow &arrow, const Rect &from, const Rect &to) const
    {
        const Joint facing{facingSides(from, to)};
        if (m_picture.arrows.size() > kMostCleared)
            return facing;
        const Rect *frame = commonFrame(arrow);
        const auto shapeOf = [&](const Joint &joint) {
            ArrowShape shape;
            shape.arrow.source = arrow.source;
            shape.arrow.target = arrow.target;
            shape.from = onSide(from, joint.sides[0], joint.shares[0]);
            shape.to = onSide(to, joint.sides[1], joint.shares[1]);
            const double reach = reachOf(shape);
            setControls(shape, outward(joint.sides[0]), outward(joint.sides[1]), reach, reach);
            return shape;
        };
        Joint best = facing;
        const ArrowShape first = shapeOf(facing);
        if (cost(first, frame) == 0)
            return facing;
        double least = cost(first, frame) + tiring(first);
        for (const Joint &joint : joints(arrow, from, to)) {
            const ArrowShape shape = shapeOf(joint);
            const double tired = tiring(shape);
            if (tired >= least)
                continue;
            if (const double now = cost(shape, frame) + tired; now < least - 1e-9) {
                least = now;
                best = joint;
            }
        }
        return best;
    }

    std::vector<Joint> joints(const Arrow &arrow, const Rect &from, const Rect &to) const
    {
        std::vector<Joint> result;
        constexpr std::array kSides{Side::Right, Side::Bottom, Side::Left, Side::Top};
        for (const Side out : kSides)
            for (const Side in : kSides)
                for (const double share : sharesOf(arrow.source, from, to, out))
                    for (const double other : sharesOf(arrow.target, to, from, in))
                        result.push_back({{out, in}, {share, other}});
        return result;
    }

    /// Cards are joined in the middle; a wall where it is near to the other end or beside it.
    std::vector<double> sharesOf(const Key &end, const Rect &rect, const Rect &other,
                                 Side side) const
    {
        if (m_picture.arrows.size() > kMostBent || !m_picture.frame(drawn(end)))
            return {0.5};
        const bool isDown = isHorizontal(side);
        const double begin = isDown ? rect.y : rect.x;
        const double size = isDown ? rect.height : rect.width;
        const double middle = isDown ? other.center().y : other.center().x;
        const double half = (isDown ? other.height : other.width) / 2;
        constexpr double kBeside = 70;
        std::vector<double> shares{0.5};
        for (const double at : {middle, middle - half - kBeside, middle + half + kBeside})
            if (const double share = std::clamp((at - begin) / std::max(size, 1.0), 0.12, 0.88);
                std::find(shares.begin(), shares.end(), share) == shares.end())
                shares.push_back(share);
        return shares;
    }

    /// What a reader follows: how far and round how many bends. Decides between ways that are as
    /// good else.
    static double tiring(const ArrowShape &shape)
    {
        const double length = std::hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y);
        return 0.01 * length + 0.02 * turningOf(shape);
    }

    /// Harm, and bends that lead nowhere: a way out and a way in are at most half a turn.
    double cost(const ArrowShape &shape, const Rect *frame) const
    {
        constexpr double kHalfTurn = 186;
        constexpr double kBend = 0.3;
        return harm(shape, frame) + kBend * std::max(turningOf(shape) - kHalfTurn, 0.0);
    }

    /// The frame that both ends are nodes of; null if there is none.
    const Rect *commonFrame(const Arrow &arrow) const
    {
        const NodeShape *source = m_picture.node(arrow.source);
        const NodeShape *target = m_picture.node(arrow.target);
        const bool isCommon = source && target && source->node.frame == target->node.frame;
        const FrameShape *frame = isCommon ? m_picture.frame(source->node.frame) : nullptr;
        return frame ? &frame->rect : nullptr;
    }

    /// What a reader would take wrongly: an arrow behind cards, its own included, one that leaves
    /// the frame of both its ends (who crosses a wall leaves the namespace), one that runs behind
    /// titles or through namespaces that it has nothing to do with. 0: nothing of that.
    int harm(const ArrowShape &shape, const Rect *frame) const
    {
        const std::vector<Rect> others = framesBetween(shape);
        constexpr int kParts = 32;
        int sum = 0;
        for (int i = 1; i < kParts; ++i) {
            const Point point = shape.at(double(i) / kParts);
            sum += m_cards.covers(point) ? 100 : 0;
            sum += frame && !frame->contains(point) ? 50 : 0;
            sum += m_titles.covers(point) ? 20 : 0;
            for (const Rect &other : others)
                sum += other.contains(point) ? 3 : 0;
        }
        return sum;
    }

    /// The frames near the arrow that none of its ends is or is in.
    std::vector<Rect> framesBetween(const ArrowShape &shape) const
    {
        const Rect bounds = shape.bounds();
        std::vector<Rect> result;
        for (const FrameShape &frame : m_picture.frames)
            if (frame.rect.intersects(bounds) && !isInside(frame, drawn(shape.arrow.source)) &&
                !isInside(frame, drawn(shape.arrow.target)))
                result.push_back(frame.rect);
        return result;
    }

    bool isInside(const FrameShape &frame, const Key &end) const
    {
        const NodeShape *node = m_picture.node(end);
        return (node ? node->node.frame : end) == frame.frame.key;
    }

    static double reachOf(const ArrowShape &shape)
    {
        const double distance = std::hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y);
        return std::clamp(distance * 0.45, 12.0, 220.0);
    }

    static void setControls(ArrowShape &shape, Point out, Point in, double first, double second)
    {
        shape.control1 = {shape.from.x + out.x * first, shape.from.y + out.y * first};
        shape.control2 = {shape.to.x + in.x * second, shape.to.y + in.y * second};
    }

    /// Bows as far as reads best, and further or less far where something is in the way.
    void setBestControls(ArrowShape &shape, Point out, Point in) const
    {
        const double reach = reachOf(shape);
        setControls(shape, out, in, reach, reach);
        if (m_picture.arrows.size() > kMostBent)
            return;
        const Rect *frame = commonFrame(shape.arrow);
        double least = cost(shape, frame);
        for (const double first : {1.0, 1.7, 0.4, 2.6})
            for (const double second : {1.0, 1.7, 0.4, 2.6}) {
                if (least == 0)
                    return;
                ArrowShape other = shape;
                setControls(other, out, in, reach * first, reach * second);
                if (const double cost = this->cost(other, frame); cost < least) {
                    least = cost;
                    shape = other;
                }
            }
    }

    void spread(std::vector<std::size_t> &anchors)
    {
        std::stable_sort(anchors.begin(), anchors.end(), [this](std::size_t a, std::size_t b) {
            return m_anchors[a].sortBy < m_anchors[b].sortBy;
        });
        const double count = double(anchors.size());
        for (std::size_t i = 0; i < anchors.size(); ++i) {
            Anchor &anchor = m_anchors[anchors[i]];
            const double share =
                anchors.size() == 1 ? anchor.share : 0.15 + 0.7 * (double(i) + 0.5) / count;
            anchor.point = onSide(anchor.rect, anchor.side, share);
        }
    }

    void bend(ArrowShape &shape, Anchor &from, Anchor &to) const
    {
        // Between a wall and a node inside it, the wall's end lies straight opposite the node's.
        if (isWithin(to.rect, from.rect) && shape.arrow.source != shape.arrow.target)
            align(from, to);
        else if (isWithin(from.rect, to.rect) && shape.arrow.source != shape.arrow.target)
            align(to, from);
        shape.from = from.point;
        shape.to = to.point;
        const bool isLoop = shape.arrow.source == shape.arrow.target;
        const auto [out, in] =
            isLoop ? std::pair(outward(from.side), outward(to.side)) : directions(from, to);
        constexpr double kLoop = 46;
        if (isLoop || isWithin(to.rect, from.rect) || isWithin(from.rect, to.rect))
            setControls(shape, out, in, isLoop ? kLoop : reachOf(shape),
                        isLoop ? kLoop : reachOf(shape));
        else
            setBestControls(shape, out, in);
    }

    /// Where no single cubic is clear of all cards, or stays in the namespace of both its ends, a
    /// way in right angles is.
    void goRound()
    {
        Detours detours(m_picture);
        for (std::size_t i = 0; i < m_picture.arrows.size(); ++i) {
            ArrowShape &shape = m_picture.arrows[i];
            if (drawn(shape.arrow.source) == drawn(shape.arrow.target))
                continue;
            const Rect *frame = commonFrame(shape.arrow);
            const bool isBehind = runsBehindCard(shape);
            if (!isBehind && (!frame || isWithin(shape.bounds(), *frame)))
                continue;
            const auto [out, in] = directions(m_anchors[2 * i], m_anchors[2 * i + 1]);
            if (const auto way =
                    detours.way({shape.from, out, shape.to, in, frame, framesBetween(shape)}))
                follow(shape, *way);
            else
                shape.isBehind = isBehind;
        }
    }

    bool runsBehindCard(const ArrowShape &shape) const
    {
        const Rect bounds = shape.bounds();
        const int parts = std::clamp(int((bounds.width + bounds.height) / 5), 32, 600);
        for (int i = 1; i < parts; ++i)
            if (m_cards.covers(shape.at(double(i) / parts)))
                return true;
        return false;
    }

    /// Away from both ends; between a wall and what is inside it, inwards at the wall.
    static std::pair<Point, Point> directions(const Anchor &from, const Anchor &to)
    {
        Point out = outward(from.side);
        Point in = outward(to.side);
        if (isWithin(to.rect, from.rect) && from.side == to.side)
            out = {-out.x, -out.y};
        else if (isWithin(from.rect, to.rect) && from.side == to.side)
            in = {-in.x, -in.y};
        return {out, in};
    }

    static void align(Anchor &wall, const Anchor &node)
    {
        (isHorizontal(wall.side) ? wall.point.y : wall.point.x) =
            isHorizontal(wall.side) ? node.point.y : node.point.x;
    }

    Picture &m_picture;
    std::map<Key, Key> m_standIn;
    std::vector<Anchor> m_anchors; ///< two an arrow
    std::map<SideKey, std::vector<std::size_t>> m_sides;
    SpatialHash m_cards;
    SpatialHash m_titles;
};

double angleBetween(Point a, Point b)
{
    return std::abs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
}

} // namespace

double turningOf(const ArrowShape &shape)
{
    constexpr int kParts = 12;
    double sum = 0;
    Point way; // where the line goes
    const auto turnTo = [&](Point next) {
        if (std::hypot(next.x, next.y) < 1e-6)
            return;
        if (way.x != 0 || way.y != 0)
            sum += angleBetween(way, next);
        way = next;
    };
    const auto addCubic = [&](Point a, Point b, Point c, Point d) {
        for (int i = 0; i <= kParts; ++i) {
            const double t = double(i) / kParts;
            const double u = 1 - t;
            turnTo({u * u * (b.x - a.x) + 2 * u * t * (c.x - b.x) + t * t * (d.x - c.x),
                    u * u * (b.y - a.y) + 2 * u * t * (c.y - b.y) + t * t * (d.y - c.y)});
        }
    };
    if (shape.between.empty())
        addCubic(shape.from, shape.control1, shape.control2, shape.to);
    else
        for (const auto &[a, b, c, d] : shape.cubics())
            addCubic(a, b, c, d);
    return sum * 180 / std::numbers::pi;
}

void routeArrows(const Graph &graph, const std::set<Key> &collapsed, Picture &picture)
{
    Router(graph, collapsed, picture).route();
}

std::optional<Rerouted> reroute(const Graph &graph, Picture &picture, const std::vector<Key> &added,
                                const std::vector<Key> &removed)
{
    return Router(graph, picture).reroute(graph, added, removed);
}

} // namespace drawbridge::graph
