#pragma once

#include "graph/picture.h"

#include <functional>
#include <optional>
#include <vector>

namespace drawbridge::graph {

inline Rect moved(Rect rect, Point by)
{
    rect.x += by.x;
    rect.y += by.y;
    return rect;
}

inline Rect placedAt(Rect rect, Point corner)
{
    rect.x = corner.x;
    rect.y = corner.y;
    return rect;
}

inline bool isWithin(const Rect &inner, const Rect &outer)
{
    return inner.x >= outer.x && inner.right() <= outer.right() && inner.y >= outer.y &&
           inner.bottom() <= outer.bottom();
}

inline Rect inflated(const Rect &rect, double x, double y)
{
    return {rect.x - x, rect.y - y, rect.width + 2 * x, rect.height + 2 * y};
}

/// How far apart two boxes are set.
struct Gap
{
    double x = 0;
    double y = 0;
};

inline constexpr Gap kCardGap{90, 56}; ///< between cards: an arrow and its ports fit in
inline constexpr Gap kClear{32, 22};   ///< around frames, whose titles stick out

/// The shortest way to move a box so that it fits: in line with boxes around it or beside them.
/// Nothing if no such place fits.
std::optional<Point> shortestShift(const Rect &box, const std::vector<Rect> &around, Gap gap,
                                   const std::function<bool(Point)> &fits);

} // namespace drawbridge::graph
