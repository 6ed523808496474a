#include "canvas/gestures/drop_gesture.h"

#include "canvas/elements.h"

#include <cmath>

namespace drawbridge::canvas {

namespace {

double snapped(double value)
{
    const double step = graph::metrics().gridStep;
    return std::round(value / step) * step;
}

} // namespace

DropGesture::DropGesture(QString title) : m_title(std::move(title))
{
}

void DropGesture::moveTo(const Scene &scene, graph::Point point, double tolerance)
{
    const Hit hit = scene.hit(point, tolerance);
    const graph::NodeShape *node = hit.kind == Kind::Node ? scene.node(hit.key) : nullptr;
    const bool isService = node && isCard(node->node) && node->node.canConnect;
    m_place.node = isService ? hit.key : graph::Key();
    m_place.frame = isService ? node->node.frame : scene.frameAt(point);
    const graph::Metrics &sizes = graph::metrics();
    m_place.corner = {snapped(point.x - sizes.cardWidth / 2),
                      snapped(point.y - sizes.cardHeight / 2)};
}

bool DropGesture::survives(const Scene &now) const
{
    return (m_place.node.empty() || now.contains(m_place.node)) &&
           (m_place.frame.empty() || now.contains(m_place.frame));
}

void DropGesture::paintAbove(const Draft &draft) const
{
    QPainter &painter = draft.painter;
    const graph::Key &target = m_place.node.empty() ? m_place.frame : m_place.node;
    painter.setBrush(Qt::NoBrush);
    if (draft.scene.contains(target)) {
        painter.setPen(QPen(draft.palette.allowed, 3));
        const QRectF rect = draft.view.toView(draft.scene.rectOf(target)).adjusted(-4, -4, 4, 4);
        painter.drawRoundedRect(rect, 11, 11);
    }
    const graph::Metrics &sizes = graph::metrics();
    const QRectF card = draft.view.toView(
        graph::Rect{m_place.corner.x, m_place.corner.y, sizes.cardWidth, sizes.cardHeight});
    painter.setPen(QPen(draft.palette.allowed, 1.5, Qt::DashLine));
    painter.setBrush(draft.palette.card);
    painter.drawRoundedRect(card, 8, 8);
    painter.setPen(draft.palette.title);
    const QRectF room = card.adjusted(8, 4, -8, -4);
    painter.drawText(room, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideRight, int(room.width())));
}

} // namespace drawbridge::canvas
