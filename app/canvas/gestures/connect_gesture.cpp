#include "canvas/gestures/connect_gesture.h"

#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/shapes.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

using graph::Key;

ConnectGesture::ConnectGesture(const Scene &scene, Key source, graph::Point start)
    : m_source(std::move(source)), m_sourceRect(scene.rectOf(m_source)), m_now(start)
{
}

bool ConnectGesture::canStart(const Scene &scene, const Key &source)
{
    if (const graph::NodeShape *node = scene.node(source))
        return node->node.canConnect;
    return scene.frame(source) != nullptr;
}

bool ConnectGesture::canConnect(const Scene &scene, const Key &source, const Key &target)
{
    const auto isOutside = [&scene](const Key &key) {
        const graph::NodeShape *node = scene.node(key);
        return node && !isCard(node->node) && node->node.kind != graph::NodeKind::Cluster;
    };
    return source != target && canStart(scene, source) && canStart(scene, target) &&
           !(isOutside(source) && isOutside(target));
}

void ConnectGesture::moveTo(const Scene &scene, graph::Point point, double tolerance)
{
    m_now = point;
    const Hit hit = scene.hit(point, tolerance);
    m_target = canConnect(scene, m_source, hit.key) ? hit.key : Key();
}

void ConnectGesture::setTarget(const Scene &scene, const Key &target)
{
    m_target = canConnect(scene, m_source, target) ? target : Key();
    if (!m_target.empty())
        m_now = scene.rectOf(m_target).center();
}

Wish ConnectGesture::finish(const Scene &scene)
{
    if (m_target.empty() || !canConnect(scene, m_source, m_target))
        return {};
    return ConnectWish{m_source, m_target};
}

bool ConnectGesture::survives(const Scene &now) const
{
    return canStart(now, m_source) && now.rectOf(m_source) == m_sourceRect &&
           (m_target.empty() || now.contains(m_target));
}

/// The point of the rectangle's edge in the direction of `toward`.
static graph::Point edgePoint(const graph::Rect &rect, graph::Point toward)
{
    const graph::Point c = rect.center();
    const double dx = toward.x - c.x;
    const double dy = toward.y - c.y;
    if (rect.contains(toward))
        return c;
    const double tx = dx != 0 ? rect.width / 2 / std::abs(dx) : 1e9;
    const double ty = dy != 0 ? rect.height / 2 / std::abs(dy) : 1e9;
    const double t = std::min(tx, ty);
    return {c.x + dx * t, c.y + dy * t};
}

static graph::ArrowShape draftArrow(const graph::Rect &source, graph::Point end,
                                    const graph::Rect *target)
{
    graph::ArrowShape shape;
    shape.from = edgePoint(source, target ? target->center() : end);
    shape.to = target ? edgePoint(*target, source.center()) : end;
    const double dx = (shape.to.x - shape.from.x) / 3;
    const double dy = (shape.to.y - shape.from.y) / 3;
    shape.control1 = {shape.from.x + dx, shape.from.y + dy};
    shape.control2 = {shape.to.x - dx, shape.to.y - dy};
    return shape;
}

void ConnectGesture::paintAbove(const Draft &draft) const
{
    QPainter &painter = draft.painter;
    const auto outline = [&](const Key &key, double width) {
        painter.setPen(QPen(draft.palette.allowed, width));
        painter.setBrush(Qt::NoBrush);
        const QRectF rect = draft.view.toView(draft.scene.rectOf(key)).adjusted(-4, -4, 4, 4);
        painter.drawRoundedRect(rect, 11, 11);
    };
    // What can be a target is shown as long as none is chosen.
    if (m_target.empty()) {
        for (const std::uint32_t i : draft.scene.nodesNear(draft.view.visible())) {
            const Key &key = draft.scene.picture().nodes[i].node.key;
            if (canConnect(draft.scene, m_source, key))
                outline(key, 1);
        }
    } else {
        outline(m_target, 3);
    }
    const bool hasTarget = draft.scene.contains(m_target);
    const graph::Rect target = hasTarget ? draft.scene.rectOf(m_target) : graph::Rect{};
    const graph::ArrowShape shape = draftArrow(m_sourceRect, m_now, hasTarget ? &target : nullptr);
    painter.save();
    painter.translate(draft.view.toView(graph::Point{0, 0}));
    painter.scale(draft.view.scale(), draft.view.scale());
    PainterSink sink(painter, draft.palette);
    drawArrow(sink, shape, std::max(kArrowWidth, 1.5 / draft.view.scale()));
    painter.restore();
}

} // namespace drawbridge::canvas
