#include "graph/routing.h"

#include <cmath>
#include <numbers>

namespace drawbridge::graph {

static double angleBetween(Point a, Point b)
{
    return std::abs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
}

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

} // namespace drawbridge::graph
