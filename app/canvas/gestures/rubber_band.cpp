#include "canvas/gestures/rubber_band.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

RubberBand::RubberBand(graph::Point start, std::set<graph::Key> kept)
    : m_start(start), m_now(start), m_kept(std::move(kept))
{
}

graph::Rect RubberBand::rect() const
{
    return {std::min(m_start.x, m_now.x), std::min(m_start.y, m_now.y),
            std::abs(m_now.x - m_start.x), std::abs(m_now.y - m_start.y)};
}

void RubberBand::moveTo(const Scene &, graph::Point point, double)
{
    m_now = point;
}

Wish RubberBand::finish(const Scene &scene)
{
    std::set<graph::Key> keys;
    for (const graph::Key &key : m_kept) {
        if (scene.contains(key))
            keys.insert(key);
    }
    for (graph::Key &key : scene.inside(rect()))
        keys.insert(std::move(key));
    return SelectWish{std::move(keys)};
}

void RubberBand::paintAbove(const Draft &draft) const
{
    const QRectF shown = draft.view.toView(rect());
    draft.painter.setRenderHint(QPainter::Antialiasing, false);
    draft.painter.setPen(QPen(draft.palette.selection, 1));
    draft.painter.setBrush(draft.palette.selectionFill);
    draft.painter.drawRect(shown.toRect());
    draft.painter.setRenderHint(QPainter::Antialiasing, true);
}

} // namespace drawbridge::canvas
