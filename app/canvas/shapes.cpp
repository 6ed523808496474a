#include "canvas/shapes.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

QPainterPath roundedRect(const QRectF &rect, double radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return path;
}

QPainterPath cloud(const QRectF &box)
{
    const auto at = [&box](double x, double y) {
        return QPointF(box.x() + x / 100 * box.width(), box.y() + y / 60 * box.height());
    };
    QPainterPath path(at(24, 55));
    path.cubicTo(at(6, 57), at(-3, 40), at(8, 31));
    path.cubicTo(at(2, 17), at(17, 8), at(28, 13));
    path.cubicTo(at(34, -1), at(59, -3), at(67, 10));
    path.cubicTo(at(81, 3), at(96, 14), at(92, 28));
    path.cubicTo(at(106, 36), at(98, 56), at(81, 54));
    path.cubicTo(at(74, 62), at(58, 62), at(52, 56));
    path.cubicTo(at(45, 62), at(31, 61), at(24, 55));
    path.closeSubpath();
    return path;
}

LockPaths padlock(QPointF at, bool isShut)
{
    LockPaths paths;
    paths.body = roundedRect(QRectF(at.x(), at.y() + 5.2, 10, 7.3), 1.6);
    const double top = isShut ? 0.8 : -0.9;
    const QRectF arc(at.x() + 2, at.y() + top, 6, 6);
    paths.shackle.moveTo(at.x() + 2, at.y() + 5.2);
    paths.shackle.lineTo(arc.left(), arc.center().y());
    paths.shackle.arcTo(arc, 180, -180);
    paths.shackle.lineTo(arc.right(), isShut ? at.y() + 5.2 : arc.center().y() + 0.4);
    return paths;
}

QPainterPath lockBar(QPointF at)
{
    QPainterPath path(at + QPointF(-1.5, 12));
    path.lineTo(at + QPointF(11.5, 5.6));
    return path;
}

QPainterPath smallArrow(QPointF at, bool pointsRight)
{
    const double tip = pointsRight ? at.x() + 7 : at.x();
    const double tail = pointsRight ? at.x() : at.x() + 7;
    const double back = pointsRight ? tip - 2.6 : tip + 2.6;
    QPainterPath path(QPointF(tail, at.y() + 3));
    path.lineTo(tip, at.y() + 3);
    path.moveTo(back, at.y() + 0.4);
    path.lineTo(tip, at.y() + 3);
    path.lineTo(back, at.y() + 5.6);
    return path;
}

QPainterPath foldSign(QPointF at, bool isFolded)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(at.x() + 0.5, at.y() + 0.5, 9, 9), 1.5, 1.5);
    const QPointF middle = at + QPointF(5, 5);
    path.moveTo(middle - QPointF(2.5, 0));
    path.lineTo(middle + QPointF(2.5, 0));
    if (isFolded) {
        path.moveTo(middle - QPointF(0, 2.5));
        path.lineTo(middle + QPointF(0, 2.5));
    }
    return path;
}

QPointF arrival(const graph::ArrowShape &arrow)
{
    const QPointF to = toQt(arrow.to);
    for (const graph::Point from : {arrow.control2, arrow.control1, arrow.from}) {
        const QPointF d = to - toQt(from);
        const double length = std::hypot(d.x(), d.y());
        if (length > 1e-6)
            return d / length;
    }
    return {1, 0};
}

QPainterPath arrowLine(const graph::ArrowShape &arrow, double headLength)
{
    const QPointF back = arrival(arrow) * headLength;
    QPainterPath path(toQt(arrow.from));
    for (const auto &[from, control1, control2, to] : arrow.cubics()) {
        const QPointF less = to == arrow.to ? back : QPointF();
        path.cubicTo(toQt(control1), toQt(control2) - less, toQt(to) - less);
    }
    return path;
}

QPolygonF arrowHead(const graph::ArrowShape &arrow, double length, double width)
{
    const QPointF tip = toQt(arrow.to);
    const QPointF along = arrival(arrow);
    const QPointF across(-along.y() * width / 2, along.x() * width / 2);
    const QPointF base = tip - along * length;
    return QPolygonF({tip, base + across, base - across});
}

static double distanceToSegment(graph::Point p, graph::Point a, graph::Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squared = dx * dx + dy * dy;
    double t = squared > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / squared : 0;
    t = std::clamp(t, 0.0, 1.0);
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double distanceTo(const graph::ArrowShape &arrow, graph::Point point)
{
    const int steps = 24 + 4 * int(arrow.between.size());
    double least = std::numeric_limits<double>::max();
    graph::Point before = arrow.from;
    for (int i = 1; i <= steps; ++i) {
        const graph::Point now = arrow.at(double(i) / steps);
        least = std::min(least, distanceToSegment(point, before, now));
        before = now;
    }
    return least;
}

} // namespace drawbridge::canvas
