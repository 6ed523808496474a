#include "canvas/view.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

using graph::Point;
using graph::Rect;

Point View::toScene(QPointF position) const
{
    return {(position.x() * m_dpr + m_left) / deviceScale(),
            (position.y() * m_dpr + m_top) / deviceScale()};
}

QPointF View::toView(Point point) const
{
    return {(point.x * deviceScale() - m_left) / m_dpr, (point.y * deviceScale() - m_top) / m_dpr};
}

QRectF View::toView(const Rect &rect) const
{
    return QRectF(toView(Point{rect.x, rect.y}),
                  QSizeF(rect.width * m_scale, rect.height * m_scale));
}

Rect View::visible() const
{
    const Point corner = toScene({0, 0});
    return {corner.x, corner.y, m_size.width() / m_scale, m_size.height() / m_scale};
}

QRect View::deviceArea() const
{
    return QRect(int(m_left), int(m_top), int(std::ceil(m_size.width() * m_dpr)),
                 int(std::ceil(m_size.height() * m_dpr)));
}

void View::resize(QSize size, double dpr)
{
    const Point corner = toScene({0, 0});
    m_size = size.expandedTo(QSize(1, 1));
    m_dpr = dpr > 0 ? dpr : 1;
    place(corner, {0, 0});
}

void View::setScale(double scale, QPointF anchor)
{
    const Point fixed = toScene(anchor);
    m_scale = std::clamp(scale, kLeastScale, kMostScale);
    place(fixed, anchor);
}

void View::place(Point point, QPointF position)
{
    constexpr double kFar = 1e8; // fits an int at every scale
    m_left = std::clamp(std::round(point.x * deviceScale() - position.x() * m_dpr), -kFar, kFar);
    m_top = std::clamp(std::round(point.y * deviceScale() - position.y() * m_dpr), -kFar, kFar);
}

void View::scrollBy(QPointF pixels)
{
    m_left = std::round(m_left + pixels.x() * m_dpr);
    m_top = std::round(m_top + pixels.y() * m_dpr);
}

void View::fit(const Rect &bounds)
{
    constexpr double kMargin = 36;
    const double width = std::max(bounds.width, 1.0);
    const double height = std::max(bounds.height, 1.0);
    const double scale =
        std::min((m_size.width() - 2 * kMargin) / width, (m_size.height() - 2 * kMargin) / height);
    m_scale = std::clamp(std::min(scale, 1.0), kLeastScale, kMostScale);
    place(bounds.center(), QPointF(m_size.width() / 2.0, m_size.height() / 2.0));
}

void View::keepInSight(const Rect &bounds)
{
    constexpr double kRest = 80;
    const QRectF shown = toView(bounds);
    const double dx =
        std::max(kRest - shown.right(), 0.0) + std::min(m_size.width() - kRest - shown.left(), 0.0);
    const double dy = std::max(kRest - shown.bottom(), 0.0) +
                      std::min(m_size.height() - kRest - shown.top(), 0.0);
    scrollBy({-dx, -dy});
}

} // namespace drawbridge::canvas
