#include "graph/sides.h"

#include <algorithm>
#include <utility>

namespace drawbridge::graph {

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

} // namespace drawbridge::graph
