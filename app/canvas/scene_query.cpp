#include "canvas/elements.h"
#include "canvas/scene.h"
#include "canvas/shapes.h"

#include <algorithm>

namespace drawbridge::canvas {

using graph::ArrowShape;
using graph::FrameShape;
using graph::Key;
using graph::NodeShape;
using graph::Rect;

Hit Scene::hitFrame(graph::Point point, double tolerance, bool titles) const
{
    for (const FrameShape &shape : m_picture.frames) {
        const Key &key = shape.frame.key;
        if (titles) {
            if (titleRect(shape).contains(toQt(point)))
                return {Kind::Frame, key, chevronRect(shape).contains(toQt(point))};
            continue;
        }
        const double reach = tolerance + wallWidth(shape) / 2;
        const QRectF rect = toQt(shape.rect);
        const bool isOnWall = rect.adjusted(-reach, -reach, reach, reach).contains(toQt(point)) &&
                              !rect.adjusted(reach, reach, -reach, -reach).contains(toQt(point));
        if (isOnWall || (shape.isCollapsed && rect.contains(toQt(point))))
            return {Kind::Frame, key, false};
    }
    return {};
}

Hit Scene::hit(graph::Point point, double tolerance) const
{
    const Rect near{point.x - tolerance, point.y - tolerance, 2 * tolerance, 2 * tolerance};
    const Indices nodes = nodesNear(near);
    for (auto i = nodes.rbegin(); i != nodes.rend(); ++i) {
        if (m_picture.nodes[*i].rect.contains(point))
            return {Kind::Node, m_picture.nodes[*i].node.key, false};
    }
    if (Hit title = hitFrame(point, tolerance, true); title.kind != Kind::None)
        return title;
    const Indices arrows = arrowsNear(near);
    for (auto i = arrows.rbegin(); i != arrows.rend(); ++i) {
        if (m_pills[*i].contains(toQt(point)))
            return {Kind::Arrow, m_picture.arrows[*i].arrow.key, false};
    }
    double least = tolerance;
    const ArrowShape *nearest = nullptr;
    for (const std::uint32_t i : arrows) {
        const double distance = distanceTo(m_picture.arrows[i], point);
        if (distance <= least) {
            least = distance;
            nearest = &m_picture.arrows[i];
        }
    }
    if (nearest)
        return {Kind::Arrow, nearest->arrow.key, false};
    return hitFrame(point, tolerance, false);
}

Key Scene::frameAt(graph::Point point) const
{
    for (const FrameShape &shape : m_picture.frames) {
        if (shape.rect.contains(point))
            return shape.frame.key;
    }
    return {};
}

std::vector<Key> Scene::inside(const Rect &rect) const
{
    const auto isInside = [&rect](const Rect &r) {
        return r.x >= rect.x && r.y >= rect.y && r.right() <= rect.right() &&
               r.bottom() <= rect.bottom();
    };
    std::vector<Key> keys;
    for (const std::uint32_t i : nodesNear(rect)) {
        if (isInside(m_picture.nodes[i].rect) && !isFaded(m_picture.nodes[i].node.key))
            keys.push_back(m_picture.nodes[i].node.key);
    }
    for (const std::uint32_t i : arrowsNear(rect)) {
        const ArrowShape &shape = m_picture.arrows[i];
        if (rect.contains(shape.from) && rect.contains(shape.to))
            keys.push_back(shape.arrow.key);
    }
    return keys;
}

bool looksLike(const NodeShape &a, const NodeShape &b)
{
    const graph::Node &x = a.node;
    const graph::Node &y = b.node;
    return a.rect == b.rect && x.key == y.key && x.kind == y.kind && x.frame == y.frame &&
           x.title == y.title && x.kindName == y.kindName && x.labels == y.labels &&
           x.ports == y.ports && x.ingress == y.ingress && x.egress == y.egress &&
           x.ingressDenial == y.ingressDenial && x.egressDenial == y.egressDenial &&
           x.hostNetwork == y.hostNetwork && x.isStale == y.isStale &&
           x.canConnect == y.canConnect && x.since == y.since &&
           x.ingressBefore == y.ingressBefore && x.egressBefore == y.egressBefore && x.tag == y.tag;
}

bool looksLike(const FrameShape &a, const FrameShape &b)
{
    const graph::Frame &x = a.frame;
    const graph::Frame &y = b.frame;
    return a.rect == b.rect && a.isCollapsed == b.isCollapsed && x.key == y.key &&
           x.title == y.title && x.ingress == y.ingress && x.egress == y.egress &&
           x.isolatedIngress == y.isolatedIngress && x.isolatedEgress == y.isolatedEgress &&
           x.services == y.services && x.ingressWallBy == y.ingressWallBy &&
           x.egressWallBy == y.egressWallBy && x.isDefault == y.isDefault && x.since == y.since &&
           x.ingressBefore == y.ingressBefore && x.egressBefore == y.egressBefore;
}

bool looksLike(const ArrowShape &a, const ArrowShape &b)
{
    const graph::Arrow &x = a.arrow;
    const graph::Arrow &y = b.arrow;
    return a.from == b.from && a.control1 == b.control1 && a.control2 == b.control2 &&
           a.to == b.to && a.between == b.between && a.isBehind == b.isBehind && a.pill == b.pill &&
           x.key == y.key && x.source == y.source && x.target == y.target && x.state == y.state &&
           x.differs == y.differs && x.hasUnseenPairs == y.hasUnseenPairs && x.label == y.label &&
           x.alsoNamed == y.alsoNamed && x.since == y.since && x.labelBefore == y.labelBefore &&
           x.isUnlikeStandard == y.isUnlikeStandard && x.labelStandard == y.labelStandard &&
           x.isStandardUnsure == y.isStandardUnsure && x.isOnlyStandard == y.isOnlyStandard &&
           x.podsToo == y.podsToo && x.unstated == y.unstated && x.onlyAtSource == y.onlyAtSource &&
           x.onlyAtTarget == y.onlyAtTarget && x.way == y.way;
}

template <typename Shape, typename KeyOf>
static std::size_t changes(const std::vector<Shape> &before, const std::vector<Shape> &after,
                           std::size_t most, KeyOf keyOf)
{
    std::size_t count = 0;
    auto a = before.begin();
    auto b = after.begin();
    while (count < most && (a != before.end() || b != after.end())) {
        const int order = a == before.end()  ? 1
                          : b == after.end() ? -1
                                             : keyOf(*a).compare(keyOf(*b));
        if (order != 0 || !looksLike(*a, *b))
            ++count;
        if (order <= 0)
            ++a;
        if (order >= 0)
            ++b;
    }
    return count;
}

std::size_t countOfChanges(const graph::Picture &before, const graph::Picture &after,
                           std::size_t most)
{
    std::size_t count = before.notes == after.notes ? 0 : 1;
    count += changes(before.nodes, after.nodes, most - std::min(most, count),
                     [](const NodeShape &s) -> const Key & { return s.node.key; });
    count += changes(before.frames, after.frames, most - std::min(most, count),
                     [](const FrameShape &s) -> const Key & { return s.frame.key; });
    count += changes(before.arrows, after.arrows, most - std::min(most, count),
                     [](const ArrowShape &s) -> const Key & { return s.arrow.key; });
    return count;
}

std::vector<Key> added(const graph::Picture &before, const graph::Picture &after, std::size_t most)
{
    std::vector<Key> keys;
    auto old = before.nodes.begin(); // both are in the order of their keys
    for (const NodeShape &shape : after.nodes) {
        if (keys.size() >= most)
            return keys;
        while (old != before.nodes.end() && old->node.key < shape.node.key)
            ++old;
        if (old != before.nodes.end() && old->node.key == shape.node.key)
            continue;
        const FrameShape *frame = before.frame(shape.node.frame);
        if (!frame || !frame->isCollapsed)
            keys.push_back(shape.node.key);
    }
    for (const FrameShape &shape : after.frames)
        if (keys.size() < most && !before.frame(shape.frame.key))
            keys.push_back(shape.frame.key);
    return keys;
}

} // namespace drawbridge::canvas
