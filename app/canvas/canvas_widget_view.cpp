#include "canvas/canvas_widget.h"

#include "canvas/shapes.h"
#include "graph/few_keys.h"

#include <QLabel>
#include <QWheelEvent>
#include <cmath>

namespace drawbridge::canvas {

using graph::Key;

static constexpr double kStep = 1.2; ///< of one press of + and one notch of the wheel

QPointF CanvasWidget::middle() const
{
    return QPointF(width() / 2.0, height() / 2.0);
}

void CanvasWidget::changeView(const View &view)
{
    View next = view;
    if (!m_scene->isEmpty())
        next.keepInSight(m_scene->bounds());
    if (next == m_view)
        return;
    m_view = next;
    m_isFitted = false;
    placeHint();
    update();
    emit viewChanged();
}

void CanvasWidget::setZoom(double scale)
{
    m_isFitPending = false;
    View view = m_view;
    view.setScale(scale, middle());
    changeView(view);
}

void CanvasWidget::zoomIn()
{
    setZoom(m_view.scale() * kStep);
}

void CanvasWidget::zoomOut()
{
    setZoom(m_view.scale() / kStep);
}

void CanvasWidget::fit()
{
    if (m_scene->isEmpty())
        return;
    changeView(fitted(m_scene->bounds()));
    m_isFitted = true;
}

void CanvasWidget::setView(const View &view, bool isFitted)
{
    m_isFitPending = false;
    View here = view;
    here.resize(size(), devicePixelRatioF());
    if (isFitted)
        fit();
    else
        changeView(here);
}

void CanvasWidget::showAdded()
{
    if (m_lastAdded.empty())
        return;
    if (m_isFitted || m_lastAdded.size() > kMostAdded) {
        fit();
        return;
    }
    std::vector<Key> keys = m_lastAdded;
    ensureVisible(keys);
    graph::FewKeys ends;
    ends.insertAll(m_lastAdded);
    for (const graph::ArrowShape &shape : picture().arrows)
        if (ends.contains(shape.arrow.source) || ends.contains(shape.arrow.target))
            keys.push_back(shape.arrow.key);
    constexpr double kFarther = 0.5; // who looks closely is not taken far away for an arrow
    const View view = fitted(boundsOf(keys));
    if (keys.size() > m_lastAdded.size() && view.scale() >= kFarther * m_view.scale())
        ensureVisible(keys);
}

graph::Rect CanvasWidget::boundsOf(const std::vector<Key> &keys) const
{
    graph::Rect bounds = m_scene->rectOf(keys.front());
    for (const Key &key : keys)
        bounds = bounds.united(m_scene->rectOf(key));
    return bounds;
}

View CanvasWidget::fitted(const graph::Rect &bounds) const
{
    View view = m_view;
    view.resize(size() - QSize(0, m_coveredTop), devicePixelRatioF());
    view.fit(bounds);
    view.scrollBy(QPointF(0, -m_coveredTop));
    view.resize(size(), devicePixelRatioF());
    return view;
}

void CanvasWidget::setCoveredTop(int height)
{
    const bool isMore = height > m_coveredTop;
    m_coveredTop = height;
    if (!isMore || m_scene->isEmpty())
        return;
    constexpr double kTitle = 20; // sticks out of the top of a namespace
    const QRectF shown = m_view.toView(m_scene->bounds());
    const double hidden = height + kTitle - shown.top();
    const double room = this->height() - shown.bottom();
    if (hidden <= 0)
        return;
    View view = m_view;
    if (room < hidden && shown.top() >= 0) // all of it was in sight, and shall be
        view = fitted(m_scene->bounds());
    else if (shown.top() >= 0)
        view.scrollBy(QPointF(0, -hidden));
    const bool wasFitted = m_isFitted;
    changeView(view);
    m_isFitted = wasFitted;
}

void CanvasWidget::fitSelection()
{
    if (m_selection.empty()) {
        fit();
        return;
    }
    m_isFitPending = false;
    changeView(fitted(boundsOf({m_selection.begin(), m_selection.end()})));
}

void CanvasWidget::centerOn(graph::Point point)
{
    View view = m_view;
    view.place(point, middle());
    changeView(view);
}

/// Not at the very edge.
QRectF CanvasWidget::roomInside() const
{
    constexpr double kMargin = 24;
    return QRectF(rect()).adjusted(kMargin, kMargin + m_coveredTop, -kMargin, -kMargin);
}

void CanvasWidget::scrollTo(const QRectF &shown)
{
    const QRectF room = roomInside();
    QPointF by;
    if (shown.width() > room.width() || shown.left() < room.left())
        by.setX(shown.left() - room.left());
    else if (shown.right() > room.right())
        by.setX(shown.right() - room.right());
    if (shown.height() > room.height() || shown.top() < room.top())
        by.setY(shown.top() - room.top());
    else if (shown.bottom() > room.bottom())
        by.setY(shown.bottom() - room.bottom());
    View view = m_view;
    view.scrollBy(by);
    changeView(view);
}

void CanvasWidget::ensureVisible(const Key &key)
{
    if (!m_scene->contains(key))
        return;
    QRectF shown = m_view.toView(m_scene->rectOf(key));
    const QSizeF room = roomInside().size();
    if (const graph::ArrowShape *arrow = m_scene->arrow(key);
        arrow && (shown.width() > room.width() || shown.height() > room.height())) {
        const QRectF pill = m_scene->pill(key);
        shown = pill.isEmpty() ? QRectF(m_view.toView(arrow->at(0.5)), QSizeF(1, 1))
                               : m_view.toView(fromQt(pill));
    }
    scrollTo(shown);
}

void CanvasWidget::ensureVisible(const std::vector<Key> &keys)
{
    std::vector<Key> known;
    std::copy_if(keys.begin(), keys.end(), std::back_inserter(known),
                 [this](const Key &key) { return m_scene->contains(key); });
    if (known.empty())
        return;
    const graph::Rect bounds = boundsOf(known);
    const QRectF shown = m_view.toView(bounds);
    const QSizeF room = roomInside().size();
    if (shown.width() <= room.width() && shown.height() <= room.height())
        scrollTo(shown);
    else
        changeView(fitted(bounds));
}

void CanvasWidget::finishRendering()
{
    m_view.resize(size(), devicePixelRatioF());
    m_layers.finish(m_view);
    update();
}

void CanvasWidget::resizeEvent(QResizeEvent *)
{
    m_view.resize(size(), devicePixelRatioF());
    if (m_isFitPending || m_isFitted)
        fit();
    placeHint();
}

/// A wheel zooms about the pointer; two fingers on a touchpad scroll, as does Shift with a wheel.
void CanvasWidget::wheelEvent(QWheelEvent *event)
{
    const bool isTouchpad = !event->pixelDelta().isNull() || event->phase() != Qt::NoScrollPhase;
    const bool zooms = event->modifiers().testFlag(Qt::ControlModifier) ||
                       (!isTouchpad && !event->modifiers().testFlag(Qt::ShiftModifier));
    View view = m_view;
    if (zooms) {
        const double notches = event->angleDelta().y() / 120.0;
        view.setScale(view.scale() * std::pow(kStep, notches), event->position());
    } else {
        QPointF delta = event->pixelDelta();
        if (delta.isNull())
            delta = QPointF(event->angleDelta()) / 2;
        if (event->modifiers().testFlag(Qt::ShiftModifier) && delta.x() == 0)
            delta = {delta.y(), 0};
        view.scrollBy(-delta);
    }
    changeView(view);
    event->accept();
}

} // namespace drawbridge::canvas
