#include "canvas/canvas_widget.h"

#include "canvas/gestures/connect_gesture.h"
#include "canvas/gestures/move_gesture.h"
#include "canvas/gestures/rubber_band.h"
#include "canvas/overlay.h"
#include "messages/graph_words.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QToolTip>
#include <cmath>

namespace drawbridge::canvas {

using graph::Key;

double CanvasWidget::tolerance() const
{
    return 6 / m_view.scale();
}

Hit CanvasWidget::hitAt(QPointF position) const
{
    return m_scene->hit(m_view.toScene(position), tolerance());
}

/// Handles stick out of the node: they belong to the node that shows them.
bool CanvasWidget::isOnHandle(QPointF position) const
{
    const graph::NodeShape *node = m_scene->node(m_hovered);
    if (!node || !node->node.canConnect || handleRadius(m_view) == 0)
        return false;
    for (const QPointF handle : handlesOf(m_view, node->rect)) {
        const QPointF d = handle - position;
        if (std::hypot(d.x(), d.y()) <= handleRadius(m_view) + 3)
            return true;
    }
    return false;
}

void CanvasWidget::begin(std::unique_ptr<Gesture> gesture)
{
    m_gesture = std::move(gesture);
    m_isByKeyboard = false;
    QToolTip::hideText();
    update();
}

void CanvasWidget::cancelGesture()
{
    if (!m_gesture)
        return;
    m_gesture.reset();
    m_isByKeyboard = false;
    m_isPressed = false;
    updateCursor();
    update();
}

void CanvasWidget::mousePressEvent(QMouseEvent *event)
{
    m_lastPosition = event->position();
    const bool pans =
        event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown);
    if (pans) {
        cancelGesture();
        m_isPanning = true;
        m_hasPannedBySpace = m_isSpaceDown;
        updateCursor();
        return;
    }
    if (event->button() != Qt::LeftButton) {
        cancelGesture();
        return;
    }
    if (m_gesture && m_isByKeyboard) { // a click ends what the keyboard began
        m_gesture->moveTo(*m_scene, m_view.toScene(event->position()), tolerance());
        finishGesture(event->globalPosition().toPoint());
        return;
    }
    hover(event->position());
    m_isPressed = true;
    m_pressPosition = event->position();
    m_pressedHandle = isOnHandle(event->position());
    m_pressed = m_pressedHandle ? Hit{Kind::Node, m_hovered, false} : hitAt(event->position());
    pressElement(m_pressed, event->modifiers());
}

void CanvasWidget::pressElement(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    const bool adds = modifiers & (Qt::ControlModifier | Qt::ShiftModifier);
    m_selectsOnRelease = false;
    if (hit.kind == Kind::None) {
        if (!adds)
            setSelection({});
        return;
    }
    setCurrent(hit.key);
    if (adds)
        select(hit.key, true);
    else if (m_selection.count(hit.key) == 0)
        setSelection({hit.key});
    else
        m_selectsOnRelease = m_selection.size() > 1; // unless it becomes a move of all
}

void CanvasWidget::beginConnection(const Key &source, QPointF position)
{
    if (ConnectGesture::canStart(*m_scene, source)) {
        begin(std::make_unique<ConnectGesture>(*m_scene, source, m_view.toScene(position)));
        setCursor(Qt::CrossCursor);
    }
}

void CanvasWidget::beginDrag(QPointF position)
{
    const graph::Point start = m_view.toScene(m_pressPosition);
    m_selectsOnRelease = false;
    switch (m_pressed.kind) {
    case Kind::None: {
        const bool adds = QApplication::keyboardModifiers() & Qt::ShiftModifier;
        begin(std::make_unique<RubberBand>(start, adds ? m_selection : std::set<Key>()));
        break;
    }
    case Kind::Node:
    case Kind::Frame:
        if (m_pressedHandle || m_isConnectMode) {
            beginConnection(m_pressed.key, position);
        } else {
            std::set<Key> keys = m_selection;
            keys.insert(m_pressed.key);
            begin(std::make_unique<MoveGesture>(*m_scene, keys, m_pressed.key, start));
            setCursor(Qt::ClosedHandCursor);
        }
        break;
    case Kind::Arrow:
        break;
    }
}

void CanvasWidget::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF position = event->position();
    if (m_isPanning) {
        View view = m_view;
        view.scrollBy(m_lastPosition - position);
        m_lastPosition = position;
        changeView(view);
        return;
    }
    m_lastPosition = position;
    if (m_isPressed && !(event->buttons() & Qt::LeftButton)) { // let go where we were not told
        m_isPressed = false;
        cancelGesture();
    }
    if (m_isPressed && !m_gesture &&
        (position - m_pressPosition).manhattanLength() >= QApplication::startDragDistance())
        beginDrag(position);
    if (m_gesture && (!m_isByKeyboard || !m_isPressed)) {
        m_gesture->moveTo(*m_scene, m_view.toScene(position), tolerance());
        update();
        return;
    }
    if (!m_isPressed)
        hover(position);
}

void CanvasWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_isPanning) {
        m_isPanning = event->buttons() & (Qt::MiddleButton | Qt::LeftButton);
        updateCursor();
        update();
        return;
    }
    if (event->button() != Qt::LeftButton || !m_isPressed)
        return;
    m_isPressed = false;
    if (m_gesture) {
        m_gesture->moveTo(*m_scene, m_view.toScene(event->position()), tolerance());
        finishGesture(event->globalPosition().toPoint());
        return;
    }
    if (m_selectsOnRelease && !m_pressed.key.empty())
        setSelection({m_pressed.key});
    if (m_pressed.isOnChevron && m_scene->contains(m_pressed.key))
        emit frameToggleRequested(m_pressed.key);
}

void CanvasWidget::finishGesture(QPoint globalPosition)
{
    std::unique_ptr<Gesture> gesture = std::move(m_gesture);
    m_isByKeyboard = false;
    m_isPressed = false;
    updateCursor();
    update();
    const Wish wish = gesture->finish(*m_scene);
    if (const auto *selected = std::get_if<SelectWish>(&wish))
        setSelection(selected->keys);
    else if (const auto *connection = std::get_if<ConnectWish>(&wish))
        emit connectRequested(connection->source, connection->target, globalPosition);
    else if (const auto *move = std::get_if<MoveWish>(&wish)) {
        m_gesture = std::move(gesture); // what it holds stays there until the new picture comes
        emit moveRequested(move->positions);
        cancelGesture();
    }
}

void CanvasWidget::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = hitAt(event->position());
    if (hit.isOnChevron)
        mousePressEvent(event); // two folds, not one
    else if (hit.kind != Kind::None)
        activate(hit.key);
    else
        emit addServiceRequested(m_view.toScene(event->position()));
}

void CanvasWidget::hover(QPointF position)
{
    m_isHandleHovered = isOnHandle(position);
    const Key key = m_isHandleHovered ? m_hovered : hitAt(position).key;
    if (key != m_hovered) {
        m_hovered = key;
        QToolTip::hideText();
        update();
    }
    updateCursor();
}

void CanvasWidget::updateCursor()
{
    if (m_isPanning || m_isSpaceDown)
        setCursor(m_isPanning ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    else if (m_isHandleHovered || m_isConnectMode)
        setCursor(Qt::CrossCursor);
    else if (m_scene->arrow(m_hovered))
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void CanvasWidget::leaveEvent(QEvent *)
{
    if (!m_isPressed)
        m_hovered.clear();
    m_isHandleHovered = false;
    update();
}

void CanvasWidget::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return; // the Menu key is ours
    Key key = hitAt(event->pos()).key;
    if (key.empty())
        key = m_scene->frameAt(m_view.toScene(event->pos()));
    else if (m_selection.count(key) == 0)
        setSelection({key});
    setCurrent(key);
    emit contextMenuRequested(key, event->globalPos());
}

bool CanvasWidget::showTip(QPoint position, QPoint globalPosition)
{
    const Key key = hitAt(position).key;
    const QStringList notes = noteLines(picture(), key);
    QString text;
    if (const graph::NodeShape *node = m_scene->node(key))
        text = nodeTip(node->node, notes);
    else if (const graph::FrameShape *frame = m_scene->frame(key))
        text = frameTip(frame->frame, notes);
    else if (const graph::ArrowShape *arrow = m_scene->arrow(key))
        text = arrowTip(arrow->arrow, titleOf(picture(), arrow->arrow.source),
                        titleOf(picture(), arrow->arrow.target), notes);
    if (text.isEmpty() || m_gesture)
        QToolTip::hideText();
    else
        QToolTip::showText(globalPosition, text, this);
    return true;
}

bool CanvasWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *pinch = static_cast<QNativeGestureEvent *>(event);
        if (pinch->gestureType() == Qt::ZoomNativeGesture) {
            View view = m_view;
            view.setScale(view.scale() * (1 + pinch->value()), pinch->position());
            changeView(view);
            return true;
        }
    }
    if (event->type() == QEvent::ShortcutOverride && (m_gesture || m_isConnectMode) &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // before it is a shortcut of the window
        return true;
    }
    return QWidget::event(event);
}

} // namespace drawbridge::canvas
