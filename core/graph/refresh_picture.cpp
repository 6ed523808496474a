#include "graph/placing.h"
#include "graph/refresh.h"

#include "graph/few_keys.h"
#include "graph/rerouting.h"
#include "graph/room.h"
#include "graph/routing.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace drawbridge::graph {

namespace {

/// The index of a shape that a picture gave; nothing for none.
template <typename Shape>
std::optional<std::size_t> indexIn(const std::vector<Shape> &shapes, const Shape *shape)
{
    return shape ? std::optional(std::size_t(shape - shapes.data())) : std::nullopt;
}

/// False where its title makes a card larger or smaller.
bool takeOver(const Node &node, NodeShape &shape)
{
    shape.node = node;
    const Rect size = sizeOf(node);
    return size.width == shape.rect.width && size.height == shape.rect.height;
}

/// Cards of pod groups that came and went. None that stays is moved.
class Cards
{
public:
    Cards(Picture &picture, const Graph &graph, const Placement &places, const Placement &wishes)
        : m_picture(picture), m_graph(graph), m_places(places), m_wishes(wishes)
    {
    }

    /// False where a frame would have to be opened, closed, or get room.
    bool exchange(const Refreshed &touched)
    {
        const std::set<Key> added(touched.nodesAdded.begin(), touched.nodesAdded.end());
        std::set<Key> frames;
        for (const Refreshed::Gone &gone : touched.nodesRemoved)
            if (added.count(gone.node) == 0) {
                leave(gone);
                frames.insert(gone.frame);
            }
        std::vector<const Node *> open; // without a place as yet
        for (const Key &key : touched.nodesAdded) {
            const Node &node = *m_graph.node(key);
            const auto i = indexIn(m_picture.nodes, m_picture.node(key));
            const bool isPlaced = m_places.count(key) > 0;
            if (!i && !isPlaced)
                open.push_back(&node);
            if (i ? !takeOver(node, m_picture.nodes[*i]) : isPlaced && !put(node))
                return false;
            frames.insert(node.frame);
        }
        // How several find room beside each other takes more than a look.
        if (open.size() > 1 || (open.size() == 1 && !put(*open.front())))
            return false;
        seat();
        for (NodeShape &shape : m_picture.nodes) // ends have other numbers
            if (shape.node.kind == NodeKind::PodGroup || shape.node.kind == NodeKind::LikeGroup)
                shape.node.endpoint = m_graph.node(shape.node.key)->endpoint;
        return std::all_of(frames.begin(), frames.end(),
                           [this](const Key &frame) { return span(frame); });
    }

    const Pills::Exchanged &exchanged() const { return m_exchanged; }
    const Reseated &reseated() const { return m_reseated; }

private:
    void leave(const Refreshed::Gone &gone)
    {
        m_reseated.gone.emplace(gone.node, gone.frame);
        if (const auto i = indexIn(m_picture.nodes, m_picture.node(gone.node))) {
            m_exchanged.gone.push_back(m_picture.nodes[*i].rect);
            m_left.insert(*i);
        }
    }

    /// Those that come take their places among the others, which are moved but once.
    void seat()
    {
        std::set<Key> keys;
        for (const auto &[key, shape] : m_come)
            keys.insert(key);
        std::vector<std::size_t> left(m_left.begin(), m_left.end());
        std::vector<std::size_t> places = Renumbering::placesFor(
            keys, m_picture.nodes, left,
            [](const NodeShape &shape) -> const Key & { return shape.node.key; });
        const Renumbering numbers(m_picture.nodes.size(), std::move(left), std::move(places));
        numbers.applyTo(m_picture.nodes);
        auto place = numbers.come().begin();
        for (auto &[key, shape] : m_come)
            m_picture.nodes[*place++] = std::move(shape);
        m_left.clear();
        m_come.clear();
    }

    /// As they will be.
    template <typename Visit>
    void forEachCard(const Visit &visit) const
    {
        auto left = m_left.begin();
        for (std::size_t i = 0; i < m_picture.nodes.size(); ++i)
            if (left != m_left.end() && *left == i)
                ++left;
            else
                visit(m_picture.nodes[i]);
        for (const auto &[key, shape] : m_come)
            visit(shape);
    }

    bool put(const Node &node)
    {
        const FrameShape *frame = m_picture.frame(node.frame);
        if (!frame)
            return false;
        if (frame->isCollapsed)
            return true;
        const std::optional<Rect> rect = placeFor(node, *frame);
        if (!rect)
            return false;
        m_come.emplace(node.key, NodeShape{node, *rect});
        m_exchanged.come.push_back(*rect);
        return true;
    }

    /// As compose() finds it; nothing where that takes more than a look.
    std::optional<Rect> placeFor(const Node &node, const FrameShape &frame) const
    {
        const std::optional<Rect> box = boxOf(frame.frame.key);
        const Rect size = sizeOf(node);
        if (const auto place = placeIn(m_places, node.key)) {
            const Rect rect = placedAt(size, *place);
            const Rect wall = frameAround(rect, frame.frame);
            const bool isFree =
                box ? isWallClear(rect, *box, frame) : isClear(wall, frame.rect, others(frame));
            return isFree ? std::optional(rect) : std::nullopt;
        }
        if (!box)
            return std::nullopt;
        if (const auto wish = placeIn(m_wishes, node.key)) {
            const Rect rect = placedAt(size, *wish);
            return fits(rect, *box, frame, kCardClear) ? std::optional(rect) : std::nullopt;
        }
        for (const Rect &rect : cellsOver(*box, size))
            if (fits(rect, *box, frame, kCellClear))
                return rect;
        return std::nullopt;
    }

    /// The wall around what is there, and this too.
    bool isWallClear(const Rect &rect, const Rect &box, const FrameShape &frame) const
    {
        return isClear(frameAround(box.united(rect), frame.frame), frameAround(box, frame.frame),
                       others(frame));
    }

    bool fits(const Rect &rect, const Rect &box, const FrameShape &frame, double clear) const
    {
        const Rect wide = inflated(rect, clear, clear);
        bool isFree = true;
        forEachCard([&](const NodeShape &shape) {
            isFree = isFree && (shape.node.frame.empty() || !shape.rect.intersects(wide));
        });
        return isFree && isWallClear(rect, box, frame);
    }

    std::vector<Rect> others(const FrameShape &besides) const
    {
        std::vector<Rect> rects;
        forEachCard([&rects](const NodeShape &shape) {
            if (shape.node.frame.empty())
                rects.push_back(shape.rect);
        });
        for (const FrameShape &shape : m_picture.frames)
            if (&shape != &besides)
                rects.push_back(shape.rect);
        return rects;
    }

    std::optional<Rect> boxOf(const Key &frame) const
    {
        std::optional<Rect> box;
        forEachCard([&](const NodeShape &shape) {
            if (shape.node.frame == frame)
                box = box ? box->united(shape.rect) : shape.rect;
        });
        return box;
    }

    bool span(const Key &key)
    {
        const auto i = indexIn(m_picture.frames, m_picture.frame(key));
        if (!i)
            return false;
        FrameShape &shape = m_picture.frames[*i];
        const Frame &now = *m_graph.frame(key);
        if (shape.isCollapsed)
            return now.services > 0;
        const std::optional<Rect> box = boxOf(key);
        if (!box)
            return false; // it stands where it is said to
        const Rect rect = frameAround(*box, now);
        if (rect == shape.rect)
            return true;
        m_exchanged.gone.push_back(titlePlate(shape));
        shape.rect = rect;
        m_exchanged.come.push_back(titlePlate(shape));
        m_reseated.frames.insert(key);
        return true;
    }

    Picture &m_picture;
    const Graph &m_graph;
    const Placement &m_places;
    const Placement &m_wishes;
    std::set<std::size_t> m_left;    ///< cards that went
    std::map<Key, NodeShape> m_come; ///< and those that came, until both are seated
    Pills::Exchanged m_exchanged;
    Reseated m_reseated;
};

std::vector<Key> together(const std::vector<Key> &keys, const std::vector<Key> &more)
{
    std::vector<Key> all;
    std::set_union(keys.begin(), keys.end(), more.begin(), more.end(), std::back_inserter(all));
    return all;
}

} // namespace

Redrawn refresh(Picture &picture, const Graph &graph, Pills &pills, Refreshed &touched,
                const Placement &places, const Placement &wishes, bool mayBeNear)
{
    const std::size_t before = picture.arrows.size();
    for (const Key &key : touched.nodes)
        if (const auto i = indexIn(picture.nodes, picture.node(key)))
            if (!takeOver(*graph.node(key), picture.nodes[*i]))
                return Redrawn::No;
    Cards cards(picture, graph, places, wishes);
    if (!touched.keepsNodes() && !cards.exchange(touched))
        return Redrawn::No;
    for (const Key &key : touched.frames)
        if (const auto i = indexIn(picture.frames, picture.frame(key)))
            picture.frames[*i].frame = *graph.frame(key);
    Reseated reseated = cards.reseated();
    reseated.cardsStay = touched.keepsNodes();
    reseated.mayBeNear = mayBeNear;
    FewKeys frames;
    frames.insertAll(reseated.frames);
    std::vector<Key> reseatedArrows;
    for (const std::size_t i : pills.ends().at(frames))
        if (const Arrow &arrow = picture.arrows[i].arrow;
            frames.contains(arrow.source) || frames.contains(arrow.target))
            reseatedArrows.push_back(arrow.key);
    std::vector<Key> stay; // of these
    std::set_difference(reseatedArrows.begin(), reseatedArrows.end(), touched.removed.begin(),
                        touched.removed.end(), std::back_inserter(stay));
    std::optional<Rerouted> rerouted;
    if (!touched.keepsArrows() || !touched.keepsNodes()) {
        rerouted = reroute(graph, picture, together(touched.added, stay),
                           together(touched.removed, stay), pills.ends(), reseated);
        if (!rerouted)
            return Redrawn::No;
    }
    std::vector<std::size_t> resized;
    for (const Key &key : touched.arrows) {
        const auto i = indexIn(picture.arrows, picture.arrow(key));
        if (!i)
            continue;
        ArrowShape &shape = picture.arrows[*i];
        shape.arrow = *graph.arrow(key);
        if (pillWidth(shape.arrow) != shape.pill.width)
            resized.push_back(*i);
    }
    std::vector<std::size_t> moved =
        rerouted ? pills.placeAgain(picture, *rerouted, std::move(resized), cards.exchanged())
                 : pills.placeAgain(picture, resized);
    const std::set<Key> added(touched.added.begin(), touched.added.end());
    if (rerouted) {
        for (const auto &[i, shape] : rerouted->bent)
            moved.push_back(i);
        moved.insert(moved.end(), rerouted->added().begin(), rerouted->added().end());
    }
    for (const std::size_t i : moved)
        if (added.count(picture.arrows[i].arrow.key) == 0)
            touched.arrows.push_back(picture.arrows[i].arrow.key);
    std::sort(touched.arrows.begin(), touched.arrows.end());
    touched.arrows.erase(std::unique(touched.arrows.begin(), touched.arrows.end()),
                         touched.arrows.end());
    const bool doNodesStay = touched.keepsNodes();
    const bool isExact =
        (doNodesStay && touched.keepsArrows()) ||
        (areRoutedAlone(before, doNodesStay) && areRoutedAlone(picture.arrows.size(), doNodesStay));
    return isExact ? Redrawn::Exactly : Redrawn::Nearly;
}

} // namespace drawbridge::graph
