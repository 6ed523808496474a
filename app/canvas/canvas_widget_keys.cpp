#include "canvas/canvas_widget.h"

#include "canvas/canvas_accessible.h"
#include "canvas/gestures/connect_gesture.h"
#include "canvas/gestures/move_gesture.h"
#include "canvas/navigation.h"

#include <QKeyEvent>
#include <algorithm>

namespace drawbridge::canvas {

using graph::Key;

static std::optional<Direction> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return Direction::Left;
    case Qt::Key_Right:
        return Direction::Right;
    case Qt::Key_Up:
        return Direction::Up;
    case Qt::Key_Down:
        return Direction::Down;
    default:
        return {};
    }
}

bool CanvasWidget::isChoosingTarget() const
{
    return m_isByKeyboard && dynamic_cast<const ConnectGesture *>(m_gesture.get());
}

/// Steps through `order` from `now`; empty behind either end.
static Key neighbour(const std::vector<Key> &order, const Key &now, bool forward)
{
    if (order.empty())
        return {};
    const auto at = std::find(order.begin(), order.end(), now);
    if (at == order.end())
        return forward ? order.front() : order.back();
    if (forward)
        return at + 1 == order.end() ? Key() : *(at + 1);
    return at == order.begin() ? Key() : *(at - 1);
}

bool CanvasWidget::focusNextPrevChild(bool next)
{
    if (!hasFocus())
        return QWidget::focusNextPrevChild(next);
    if (isChoosingTarget()) {
        stepTarget(next);
        return true;
    }
    const Key key = neighbour(tabOrder(), m_current, next);
    if (key.empty()) // behind the last: no trap for the keyboard
        return QWidget::focusNextPrevChild(next);
    setCurrent(key);
    ensureVisible(key);
    return true;
}

void CanvasWidget::stepTarget(bool forward)
{
    auto &gesture = static_cast<ConnectGesture &>(*m_gesture);
    std::vector<Key> targets;
    for (const Key &key : tabOrder()) {
        if (ConnectGesture::canConnect(*m_scene, gesture.source(), key))
            targets.push_back(key);
    }
    Key key = neighbour(targets, gesture.target(), forward);
    if (key.empty() && !targets.empty())
        key = forward ? targets.front() : targets.back();
    gesture.setTarget(*m_scene, key);
    setCurrent(key);
    ensureVisible(key);
    update();
}

void CanvasWidget::startConnection(const Key &source)
{
    if (!ConnectGesture::canStart(*m_scene, source))
        return;
    begin(std::make_unique<ConnectGesture>(*m_scene, source, m_scene->rectOf(source).center()));
    m_isByKeyboard = true;
    setCurrent(source);
    setFocus();
}

void CanvasWidget::setConnectMode(bool on)
{
    if (on == m_isConnectMode)
        return;
    m_isConnectMode = on;
    updateCursor();
    emit connectModeChanged(on);
}

bool CanvasWidget::zoomKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomIn();
        return true;
    case Qt::Key_Minus:
        zoomOut();
        return true;
    case Qt::Key_0:
        setZoom(1);
        return true;
    case Qt::Key_Home:
        fit();
        return true;
    default:
        return false;
    }
}

/// Arrow keys: the nearest node or frame in that direction; with Alt they move what is selected.
bool CanvasWidget::arrowKey(QKeyEvent *event)
{
    const std::optional<Direction> direction = directionOf(event->key());
    if (!direction)
        return false;
    if (event->modifiers().testFlag(Qt::AltModifier)) {
        const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 40 : 8;
        const double sign = *direction == Direction::Left || *direction == Direction::Up ? -1 : 1;
        const bool isHorizontal = *direction == Direction::Left || *direction == Direction::Right;
        moveByKey(isHorizontal ? sign * step : 0, isHorizontal ? 0 : sign * step);
        return true;
    }
    auto *connection =
        isChoosingTarget() ? static_cast<ConnectGesture *>(m_gesture.get()) : nullptr;
    std::vector<std::pair<Key, graph::Rect>> candidates;
    for (const graph::NodeShape &shape : picture().nodes) {
        const Key &key = shape.node.key;
        if (key != m_current && !m_scene->isFaded(key) &&
            (!connection || ConnectGesture::canConnect(*m_scene, connection->source(), key)))
            candidates.emplace_back(key, shape.rect);
    }
    if (!connection) {
        for (const graph::FrameShape &shape : picture().frames) {
            if (shape.isCollapsed && shape.frame.key != m_current &&
                !m_scene->isFaded(shape.frame.key))
                candidates.emplace_back(shape.frame.key, shape.rect);
        }
    }
    const Key key = m_current.empty() && !tabOrder().empty()
                        ? tabOrder().front()
                        : nearestIn(*direction, m_scene->rectOf(m_current), candidates);
    if (key.empty())
        return true;
    if (connection)
        connection->setTarget(*m_scene, key);
    setCurrent(key);
    if (event->modifiers().testFlag(Qt::ShiftModifier))
        select(key, true);
    ensureVisible(key);
    update();
    return true;
}

void CanvasWidget::moveByKey(double dx, double dy)
{
    if (m_gesture)
        return;
    const bool isSelected = m_selection.count(m_current) > 0;
    const std::set<Key> keys =
        isSelected || m_current.empty() ? m_selection : std::set<Key>{m_current};
    const graph::Placement positions = MoveGesture::moved(*m_scene, keys, dx, dy);
    if (!positions.empty())
        emit moveRequested(positions);
}

/// E: the arrows of the node that has the focus, one after the other.
void CanvasWidget::stepArrows(bool forward)
{
    const graph::ArrowShape *arrow = m_scene->arrow(m_current);
    if (!arrow)
        m_arrowsOf = m_current;
    else if (m_arrowsOf != arrow->arrow.target)
        m_arrowsOf = arrow->arrow.source;
    const Key node = m_arrowsOf;
    std::vector<Key> arrows;
    for (const std::uint32_t i : m_scene->arrowsOf(node))
        arrows.push_back(picture().arrows[i].arrow.key);
    Key key = neighbour(arrows, m_current, forward);
    if (key.empty()) // round, over the node itself
        key = node;
    setCurrent(key);
    ensureVisible(key);
}

void CanvasWidget::menuForCurrent()
{
    const QRect rect =
        m_current.empty() ? this->rect() : rectOf(m_current).intersected(this->rect());
    emit contextMenuRequested(m_current, mapToGlobal(rect.center()));
}

bool CanvasWidget::connectionKey(QKeyEvent *event)
{
    if (!isChoosingTarget())
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: {
        const Key &target = static_cast<ConnectGesture &>(*m_gesture).target();
        if (!target.empty())
            finishGesture(mapToGlobal(rectOf(target).center()));
        return true;
    }
    default:
        return false;
    }
}

bool CanvasWidget::elementKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_current);
        return true;
    case Qt::Key_C:
        startConnection(m_current);
        return true;
    case Qt::Key_E:
        stepArrows(!event->modifiers().testFlag(Qt::ShiftModifier));
        return true;
    case Qt::Key_T:
        if (m_scene->frame(m_current))
            emit frameToggleRequested(m_current);
        return true;
    case Qt::Key_Menu:
        menuForCurrent();
        return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: {
        std::vector<Key> keys(m_selection.begin(), m_selection.end());
        if (keys.empty() && !m_current.empty())
            keys.push_back(m_current);
        if (!keys.empty())
            emit deleteRequested(keys);
        return true;
    }
    default:
        return false;
    }
}

void CanvasWidget::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (m_gesture)
            cancelGesture();
        else if (m_isConnectMode)
            setConnectMode(false);
        else if (m_scene->isFiltered())
            emit unfilterRequested();
        else
            setSelection({});
        return;
    }
    if (connectionKey(event) || arrowKey(event))
        return;
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
            m_hasPannedBySpace = false;
            updateCursor();
        }
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        selectAll();
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        menuForCurrent();
        return;
    }
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (!isPlain || (!zoomKey(event) && !elementKey(event)))
        QWidget::keyPressEvent(event);
}

/// Space alone selects; held while the mouse drags it pans.
void CanvasWidget::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    if (m_isSpaceDown && !m_hasPannedBySpace && !m_current.empty())
        select(m_current, true);
    m_isSpaceDown = false;
    updateCursor();
}

void CanvasWidget::focusInEvent(QFocusEvent *event)
{
    const bool isByTab =
        event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (isByTab && m_current.empty() && !tabOrder().empty())
        setCurrent(event->reason() == Qt::TabFocusReason ? tabOrder().front() : tabOrder().back());
    if (isHeard())
        announceFocus(*this);
    update();
}

void CanvasWidget::focusOutEvent(QFocusEvent *)
{
    m_isSpaceDown = false;
    if (m_gesture && m_isByKeyboard)
        cancelGesture();
    update();
}

} // namespace drawbridge::canvas
