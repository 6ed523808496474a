#include "graph/routing.h"

#include "graph/detour.h"
#include "graph/pills.h"
#include "graph/rerouting.h"
#include "graph/room.h"
#include "graph/sides.h"
#include "graph/way_cost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

namespace drawbridge::graph {

namespace {

constexpr std::size_t kMostBent = 600; ///< for the finer search

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

class Router
{
public:
    Router(const Graph &graph, const std::set<Key> &collapsed, Picture &picture)
        : m_picture(picture), m_cost(picture, m_standIn)
    {
        for (const Node &node : graph.nodes)
            if (!node.frame.empty() && collapsed.count(node.frame))
                m_standIn[node.key] = node.frame;
        m_cost.takeObstacles();
        m_anchors.reserve(2 * graph.arrows.size());
        for (const Arrow &arrow : graph.arrows)
            addShape(arrow);
    }

    /// For arrows that have their ways.
    Router(const Graph &graph, Picture &picture) : m_picture(picture), m_cost(picture, m_standIn)
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
                                    const std::vector<Key> &removed, const ArrowEnds &known,
                                    const Reseated &reseated)
    {
        const std::size_t before = m_picture.arrows.size();
        for (const auto &[node, frame] : reseated.gone)
            if (const FrameShape *shape = m_picture.frame(frame); shape && shape->isCollapsed)
                m_standIn[node] = frame;
        const auto come = drawnOf(graph, added);
        if (!come ||
            !(reseated.mayBeNear ||
              isAlike(before, before - countOf(removed) + come->size(), reseated.cardsStay)))
            return {};
        Rerouted result = exchangeArrows(m_picture.arrows, removed, *come);
        if (m_picture.arrows.size() <= kMostCleared)
            m_cost.takeObstacles();
        for (const auto &[number, shape] : result.removed)
            if (!leaveSides(shape, reseated))
                return {};
        for (const std::size_t i : result.added()) {
            const Arrow &arrow = m_picture.arrows[i].arrow;
            m_anchors[2 * i].rect = *rectOf(drawn(arrow.source));
            m_anchors[2 * i + 1].rect = *rectOf(drawn(arrow.target));
            chooseSides(i);
        }
        if (!joinOthers(result, known))
            return {};
        for (auto &[key, anchors] : m_sides) {
            std::sort(anchors.begin(), anchors.end());
            spread(anchors);
        }
        const auto bendAnew = [this](std::size_t i) {
            m_picture.arrows[i].between.clear();
            m_picture.arrows[i].isBehind = false;
            bend(m_picture.arrows[i], m_anchors[2 * i], m_anchors[2 * i + 1]);
        };
        for (const auto &[i, shape] : result.bent)
            bendAnew(i);
        for (const std::size_t i : result.added())
            bendAnew(i);
        if (m_picture.arrows.size() <= kMostBent)
            noteBehind(result);
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
    /// What serves for the moment may run behind cards: it is told by dots over them.
    void noteBehind(Rerouted &result)
    {
        for (std::size_t i = 0; i < m_picture.arrows.size(); ++i) {
            ArrowShape &shape = m_picture.arrows[i];
            const bool isLoop = drawn(shape.arrow.source) == drawn(shape.arrow.target);
            const bool isBehind = !isLoop && m_cost.runsBehindCard(shape);
            if (isBehind == shape.isBehind)
                continue;
            const auto isBefore = [](const Rerouted::Before &one, std::size_t number) {
                return one.first < number;
            };
            const auto place =
                std::lower_bound(result.bent.begin(), result.bent.end(), i, isBefore);
            const bool isKnown =
                (place != result.bent.end() && place->first == i) ||
                std::binary_search(result.added().begin(), result.added().end(), i);
            if (!isKnown)
                result.bent.insert(place, {i, shape});
            shape.isBehind = isBehind;
        }
    }

    static bool isAlike(std::size_t before, std::size_t now, bool cardsStay)
    {
        return areRoutedAlone(before, cardsStay) && areRoutedAlone(now, cardsStay) &&
               (before > kMostCleared) == (now > kMostCleared);
    }

    std::size_t countOf(const std::vector<Key> &keys) const
    {
        return std::size_t(std::count_if(keys.begin(), keys.end(), [this](const Key &key) {
            return m_picture.arrow(key) != nullptr;
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

    /// The sides that an arrow was at are spread again.
    bool leaveSides(const ArrowShape &shape, const Reseated &reseated)
    {
        for (const auto &[end, point] :
             {std::pair(&shape.arrow.source, shape.from), {&shape.arrow.target, shape.to}}) {
            if (reseated.frames.count(*end) > 0)
                continue; // all arrows there come anew
            const Rect *rect = rectOf(drawn(*end));
            if (!rect && reseated.gone.count(*end) > 0)
                continue;
            const auto side = rect ? sideAt(*rect, point) : std::nullopt;
            if (!side)
                return false;
            m_sides[{drawn(*end), *side}];
        }
        return true;
    }

    /// Arrows at the sides that are spread again, with their ways as they were.
    bool joinOthers(Rerouted &result, const ArrowEnds &known)
    {
        FewKeys drawnEnds;
        for (const auto &[key, anchors] : m_sides)
            drawnEnds.insert(key.end);
        FewKeys ends = drawnEnds;
        for (const auto &[node, frame] : m_standIn)
            if (drawnEnds.contains(frame))
                ends.insert(node);
        for (const std::size_t before : known.at(ends)) {
            const std::optional<std::size_t> now = result.numbers.now(before);
            if (!now)
                continue;
            const std::size_t i = *now;
            const ArrowShape &shape = m_picture.arrows[i];
            const Key &source = drawn(shape.arrow.source);
            const Key &target = drawn(shape.arrow.target);
            if (!drawnEnds.contains(source) && !drawnEnds.contains(target))
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

    const Key &drawn(const Key &end) const { return m_cost.drawn(end); }

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
        const std::size_t last = 2 * (m_picture.arrows.size() - 1);
        m_anchors[last] = {Side::Right, *source, 0, 0.5, {}};
        m_anchors[last + 1] = {Side::Left, *target, 0, 0.5, {}};
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
        const Rect *frame = m_cost.commonFrame(arrow);
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
        if (m_cost.of(first, frame) == 0)
            return facing;
        double least = m_cost.of(first, frame) + WayCost::tiring(first);
        for (const Joint &joint : joints(arrow, from, to)) {
            const ArrowShape shape = shapeOf(joint);
            const double tired = WayCost::tiring(shape);
            if (tired >= least)
                continue;
            if (const double now = m_cost.of(shape, frame) + tired; now < least - 1e-9) {
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
        const Rect *frame = m_cost.commonFrame(shape.arrow);
        double least = m_cost.of(shape, frame);
        for (const double first : {1.0, 1.7, 0.4, 2.6})
            for (const double second : {1.0, 1.7, 0.4, 2.6}) {
                if (least == 0)
                    return;
                ArrowShape other = shape;
                setControls(other, out, in, reach * first, reach * second);
                if (const double cost = m_cost.of(other, frame); cost < least) {
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
            const Rect *frame = m_cost.commonFrame(shape.arrow);
            const bool isBehind = m_cost.runsBehindCard(shape);
            if (!isBehind && (!frame || isWithin(shape.bounds(), *frame)))
                continue;
            const auto [out, in] = directions(m_anchors.at(2 * i), m_anchors.at(2 * i + 1));
            if (const auto way = detours.way(
                    {shape.from, out, shape.to, in, frame, m_cost.framesBetween(shape)}))
                follow(shape, *way);
            else
                shape.isBehind = isBehind;
        }
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
    std::map<Key, Key> m_standIn;                      ///< the collapsed frame of a node
    std::unordered_map<std::size_t, Anchor> m_anchors; ///< two an arrow, of those that are routed
    std::map<SideKey, std::vector<std::size_t>> m_sides;
    WayCost m_cost;
};

} // namespace

void routeArrows(const Graph &graph, const std::set<Key> &collapsed, Picture &picture)
{
    Router(graph, collapsed, picture).route();
}

std::optional<Rerouted> reroute(const Graph &graph, Picture &picture, const std::vector<Key> &added,
                                const std::vector<Key> &removed, const ArrowEnds &ends,
                                const Reseated &reseated)
{
    return Router(graph, picture).reroute(graph, added, removed, ends, reseated);
}

/// Few are routed with regard to each other, more to cards; of still more each has its way but for
/// where along its sides it begins and ends.
bool areRoutedAlone(std::size_t arrows, bool cardsStay)
{
    return arrows > (cardsStay ? kMostBent : kMostCleared);
}

} // namespace drawbridge::graph
