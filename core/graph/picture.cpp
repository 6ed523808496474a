#include "graph/picture.h"

#include "graph/placing.h"
#include "graph/routing.h"

#include <algorithm>

namespace drawbridge::graph {

const Metrics &metrics()
{
    static const Metrics instance;
    return instance;
}

Rect Rect::united(const Rect &o) const
{
    const double left = std::min(x, o.x);
    const double top = std::min(y, o.y);
    return {left, top, std::max(right(), o.right()) - left, std::max(bottom(), o.bottom()) - top};
}

Point ArrowShape::at(double t) const
{
    const double s = 1 - t;
    const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {a * from.x + b * control1.x + c * control2.x + d * to.x,
            a * from.y + b * control1.y + c * control2.y + d * to.y};
}

Rect ArrowShape::bounds() const
{
    const auto [left, right] = std::minmax({from.x, control1.x, control2.x, to.x});
    const auto [top, bottom] = std::minmax({from.y, control1.y, control2.y, to.y});
    return Rect{left, top, right - left, bottom - top}.united(pill);
}

namespace {

template <typename Shape, typename KeyOf>
const Shape *find(const std::vector<Shape> &shapes, const Key &key, KeyOf keyOf)
{
    const auto it =
        std::lower_bound(shapes.begin(), shapes.end(), key,
                         [&](const Shape &shape, const Key &k) { return keyOf(shape) < k; });
    return it != shapes.end() && keyOf(*it) == key ? &*it : nullptr;
}

} // namespace

const NodeShape *Picture::node(const Key &key) const
{
    return find(nodes, key, [](const NodeShape &s) -> const Key & { return s.node.key; });
}

const FrameShape *Picture::frame(const Key &key) const
{
    return find(frames, key, [](const FrameShape &s) -> const Key & { return s.frame.key; });
}

const ArrowShape *Picture::arrow(const Key &key) const
{
    return find(arrows, key, [](const ArrowShape &s) -> const Key & { return s.arrow.key; });
}

Rect Picture::bounds() const
{
    Rect all;
    bool first = true;
    const auto add = [&](const Rect &rect) {
        all = first ? rect : all.united(rect);
        first = false;
    };
    for (const FrameShape &shape : frames)
        add(shape.rect);
    for (const NodeShape &shape : nodes)
        add(shape.rect);
    for (const ArrowShape &shape : arrows)
        add(shape.bounds());
    return all;
}

Picture compose(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed)
{
    Picture picture;
    placeNodes(graph, placement, collapsed, picture);
    routeArrows(graph, collapsed, picture);
    return picture;
}

} // namespace drawbridge::graph
