#pragma once

#include "graph/picture.h"

#include <QPainterPath>
#include <QPolygonF>
#include <QRectF>

namespace drawbridge::canvas {

inline QPointF toQt(graph::Point p)
{
    return {p.x, p.y};
}
inline QRectF toQt(const graph::Rect &r)
{
    return {r.x, r.y, r.width, r.height};
}
inline graph::Point fromQt(QPointF p)
{
    return {p.x(), p.y()};
}
inline graph::Rect fromQt(const QRectF &r)
{
    return {r.x(), r.y(), r.width(), r.height()};
}

/// Outlines, all in scene units.
QPainterPath roundedRect(const QRectF &rect, double radius);
QPainterPath cloud(const QRectF &box);

/// A padlock of 10 x 12.5 with its top left corner at `at`.
struct LockPaths
{
    QPainterPath body;
    QPainterPath shackle;
};
LockPaths padlock(QPointF at, bool isShut);
/// Across a padlock that is open, where a part is denied all the same.
QPainterPath lockBar(QPointF at);
/// An arrow of 7 x 6 that points to the right or to the left.
QPainterPath smallArrow(QPointF at, bool pointsRight);
/// A box of 9 x 9 with a minus (open) or a plus (folded) in it; a triangle would promise a menu.
QPainterPath foldSign(QPointF at, bool isFolded);

/// The curve up to the base of its head.
QPainterPath arrowLine(const graph::ArrowShape &arrow, double headLength);
/// A triangle whose tip is at the arrow's end.
QPolygonF arrowHead(const graph::ArrowShape &arrow, double length, double width);
/// Unit vector in which the arrow arrives.
QPointF arrival(const graph::ArrowShape &arrow);
/// Distance from a point to the arrow's curve.
double distanceTo(const graph::ArrowShape &arrow, graph::Point point);

} // namespace drawbridge::canvas
