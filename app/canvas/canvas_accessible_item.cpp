#include "canvas/canvas_accessible_item.h"

#include "canvas/canvas_widget.h"
#include "canvas/text_style.h"
#include "messages/graph_words.h"
#include "messages/tr.h"

namespace drawbridge::canvas {

CanvasAccessibleItem::CanvasAccessibleItem(CanvasWidget *canvas, graph::Key key)
    : m_canvas(canvas), m_key(std::move(key))
{
}

bool CanvasAccessibleItem::isValid() const
{
    return m_canvas && m_canvas->scene().contains(m_key);
}

QAccessibleInterface *CanvasAccessibleItem::parent() const
{
    return m_canvas ? QAccessible::queryAccessibleInterface(m_canvas) : nullptr;
}

QString CanvasAccessibleItem::name() const
{
    const Scene &scene = m_canvas->scene();
    if (const graph::ArrowShape *shape = scene.arrow(m_key)) {
        return Tr::tr("%1 to %2")
            .arg(titleOf(scene.picture(), shape->arrow.source),
                 titleOf(scene.picture(), shape->arrow.target));
    }
    if (const graph::FrameShape *shape = scene.frame(m_key))
        return Tr::tr("namespace %1").arg(plain(shape->frame.title));
    return titleOf(scene.picture(), m_key);
}

QString CanvasAccessibleItem::description() const
{
    const Scene &scene = m_canvas->scene();
    if (const graph::ArrowShape *shape = scene.arrow(m_key)) {
        return verdictWords(shape->arrow, titleOf(scene.picture(), shape->arrow.source),
                            titleOf(scene.picture(), shape->arrow.target));
    }
    if (const graph::FrameShape *shape = scene.frame(m_key)) {
        QString words = wallWords(shape->frame) + QStringLiteral("; ") + countWords(shape->frame);
        if (shape->isCollapsed)
            words += QStringLiteral("; ") + Tr::tr("collapsed");
        return words;
    }
    const graph::NodeShape *shape = scene.node(m_key);
    QStringList facts = nodeFacts(shape->node);
    if (const graph::FrameShape *frame = scene.frame(shape->node.frame))
        facts.prepend(Tr::tr("in namespace %1").arg(plain(frame->frame.title)));
    return facts.join(QStringLiteral("; "));
}

QString CanvasAccessibleItem::text(QAccessible::Text text) const
{
    if (!isValid())
        return {};
    switch (text) {
    case QAccessible::Name:
        return name();
    case QAccessible::Description:
        return (QStringList(description()) + noteLines(m_canvas->picture(), m_key))
            .join(QStringLiteral("; "));
    default:
        return {};
    }
}

QRect CanvasAccessibleItem::rect() const
{
    if (!isValid())
        return {};
    const QRect rect = m_canvas->rectOf(m_key);
    return QRect(m_canvas->mapToGlobal(rect.topLeft()), rect.size());
}

QAccessible::State CanvasAccessibleItem::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    state.focusable = true;
    state.selectable = true;
    state.multiSelectable = true;
    state.selected = m_canvas->selection().count(m_key) > 0;
    state.focused = m_canvas->hasFocus() && m_canvas->current() == m_key;
    state.offscreen = !m_canvas->rect().intersects(m_canvas->rectOf(m_key));
    if (const graph::FrameShape *frame = m_canvas->scene().frame(m_key)) {
        state.expandable = true;
        state.collapsed = frame->isCollapsed;
        state.expanded = !frame->isCollapsed;
    }
    return state;
}

void *CanvasAccessibleItem::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::ActionInterface)
        return static_cast<QAccessibleActionInterface *>(this);
    return nullptr;
}

QStringList CanvasAccessibleItem::actionNames() const
{
    QStringList names{pressAction(), setFocusAction(), showMenuAction()};
    if (m_canvas && m_canvas->scene().frame(m_key))
        names += toggleAction();
    return names;
}

/// Press selects or deselects, as Space does.
void CanvasAccessibleItem::doAction(const QString &name)
{
    if (!isValid())
        return;
    if (name == toggleAction() && m_canvas->scene().frame(m_key)) {
        emit m_canvas->frameToggleRequested(m_key);
        return;
    }
    m_canvas->setCurrent(m_key);
    if (name == setFocusAction()) {
        m_canvas->setFocus();
        m_canvas->ensureVisible(m_key);
    } else if (name == showMenuAction()) {
        emit m_canvas->contextMenuRequested(m_key, rect().center());
    } else if (name == pressAction()) {
        std::set<graph::Key> keys = m_canvas->selection();
        if (keys.erase(m_key) == 0)
            keys.insert(m_key);
        m_canvas->setSelection(keys);
    }
}

} // namespace drawbridge::canvas
