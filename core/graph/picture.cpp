#include "graph/picture.h"

#include "graph/placing.h"
#include "graph/routing.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

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

namespace {

Point cubicAt(const std::array<Point, 4> &p, double t)
{
    const double s = 1 - t;
    const double a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
            a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

std::size_t countOfCubics(const ArrowShape &shape)
{
    return shape.between.size() / 3 + 1;
}

std::array<Point, 4> cubic(const ArrowShape &shape, std::size_t index)
{
    const std::size_t first = 3 * index; // of the points in between
    const bool isLast = index + 1 == countOfCubics(shape);
    return {index == 0 ? shape.from : shape.between[first - 2],
            index == 0 ? shape.control1 : shape.between[first - 1],
            isLast ? shape.control2 : shape.between[first],
            isLast ? shape.to : shape.between[first + 1]};
}

} // namespace

std::vector<std::array<Point, 4>> ArrowShape::cubics() const
{
    std::vector<std::array<Point, 4>> result;
    for (std::size_t i = 0; i < countOfCubics(*this); ++i)
        result.push_back(cubic(*this, i));
    return result;
}

/// Pieces have as much of it as they are long.
Point ArrowShape::at(double t) const
{
    if (between.empty())
        return cubicAt({from, control1, control2, to}, t);
    if (t <= 0 || t >= 1)
        return t <= 0 ? from : to;
    const std::size_t count = countOfCubics(*this);
    const auto chord = [this](std::size_t i) {
        const auto [begin, first, second, end] = cubic(*this, i);
        return std::hypot(end.x - begin.x, end.y - begin.y);
    };
    double length = 0;
    for (std::size_t i = 0; i < count; ++i)
        length += chord(i);
    double left = t * length;
    for (std::size_t i = 0; i < count; ++i) {
        const double piece = chord(i);
        if (left <= piece || i + 1 == count)
            return cubicAt(cubic(*this, i), piece > 0 ? std::clamp(left / piece, 0.0, 1.0) : 1);
        left -= piece;
    }
    return to;
}

namespace {

/// The least and the greatest value of a cubic between its ends.
std::pair<double, double> extent(double p0, double p1, double p2, double p3)
{
    std::pair<double, double> result = std::minmax(p0, p3);
    const double a = p3 - 3 * p2 + 3 * p1 - p0; // a third of the derivative is at² + 2bt + c
    const double b = p2 - 2 * p1 + p0;
    const double c = p1 - p0;
    // Written so that nearly equal numbers are never subtracted: `a` is often almost 0.
    const double q = -(b + std::copysign(std::sqrt(std::max(0.0, b * b - a * c)), b));
    for (const double t : {a == 0 ? -1 : q / a, q == 0 ? -1 : c / q}) {
        if (!(t > 0 && t < 1))
            continue;
        const double s = 1 - t;
        const double value =
            s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
        result = {std::min(result.first, value), std::max(result.second, value)};
    }
    return result;
}

} // namespace

Rect ArrowShape::bounds() const
{
    std::optional<Rect> curve;
    for (const auto &[a, b, c, d] : cubics()) {
        const auto [left, right] = extent(a.x, b.x, c.x, d.x);
        const auto [top, bottom] = extent(a.y, b.y, c.y, d.y);
        const Rect piece{left, top, right - left, bottom - top};
        curve = curve ? curve->united(piece) : piece;
    }
    return pill.width > 0 ? curve->united(pill) : *curve;
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

/// Edges are collected, not rectangles joined: so the order, and what lies inside, changes no bit.
Rect Picture::bounds() const
{
    constexpr double kFar = std::numeric_limits<double>::infinity();
    double left = kFar;
    double top = kFar;
    double right = -kFar;
    double bottom = -kFar;
    const auto add = [&](const Rect &rect) {
        left = std::min(left, rect.x);
        top = std::min(top, rect.y);
        right = std::max(right, rect.right());
        bottom = std::max(bottom, rect.bottom());
    };
    for (const FrameShape &shape : frames)
        add(shape.rect);
    for (const NodeShape &shape : nodes)
        add(shape.rect);
    for (const ArrowShape &shape : arrows)
        add(shape.bounds());
    return left <= right ? Rect{left, top, right - left, bottom - top} : Rect();
}

Picture compose(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed,
                const Placement &wishes)
{
    Picture picture = composeCards(graph, placement, collapsed, wishes);
    routeArrows(graph, collapsed, picture);
    return picture;
}

Picture composeCards(const Graph &graph, const Placement &placement, const std::set<Key> &collapsed,
                     const Placement &wishes)
{
    Picture picture;
    placeNodes(graph, placement, wishes, collapsed, picture);
    return picture;
}

} // namespace drawbridge::graph
