#include "canvas/canvas_accessible.h"

#include "canvas/canvas_accessible_item.h"
#include "canvas/canvas_widget.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge::canvas {

using graph::Key;

CanvasAccessible::CanvasAccessible(CanvasWidget *canvas)
    : QAccessibleWidget(canvas, QAccessible::List)
    , m_connection(
          QObject::connect(canvas, &CanvasWidget::pictureChanged, canvas, [this] { prune(); }))
{
}

CanvasAccessible::~CanvasAccessible()
{
    QObject::disconnect(m_connection);
    for (const auto &[key, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

CanvasWidget *CanvasAccessible::canvas() const
{
    return qobject_cast<CanvasWidget *>(object());
}

void CanvasAccessible::prune()
{
    const CanvasWidget *widget = canvas();
    for (auto i = m_children.begin(); widget && i != m_children.end();) {
        if (widget->scene().contains(i->first)) {
            ++i;
            continue;
        }
        QAccessible::deleteAccessibleInterface(i->second);
        i = m_children.erase(i);
    }
}

int CanvasAccessible::childCount() const
{
    return canvas() ? int(canvas()->tabOrder().size()) : 0;
}

QAccessibleInterface *CanvasAccessible::childOf(const Key &key) const
{
    if (!canvas() || !canvas()->scene().contains(key))
        return nullptr;
    const auto found = m_children.find(key);
    if (found != m_children.end())
        return QAccessible::accessibleInterface(found->second);
    auto *item = new CanvasAccessibleItem(canvas(), key); // owned by Qt's registry
    m_children.insert({key, QAccessible::registerAccessibleInterface(item)});
    return item;
}

QAccessibleInterface *CanvasAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    return childOf(canvas()->tabOrder()[std::size_t(index)]);
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const CanvasAccessibleItem *>(child);
    if (!item || !canvas())
        return -1;
    const std::vector<Key> &order = canvas()->tabOrder();
    const auto at = std::find(order.begin(), order.end(), item->key());
    return at == order.end() ? -1 : int(at - order.begin());
}

QAccessibleInterface *CanvasAccessible::childAt(int x, int y) const
{
    if (!canvas())
        return nullptr;
    const QPoint position = canvas()->mapFromGlobal(QPoint(x, y));
    const View &view = canvas()->view();
    return childOf(canvas()->scene().hit(view.toScene(position), 6 / view.scale()).key);
}

QAccessibleInterface *CanvasAccessible::focusChild() const
{
    return canvas() && canvas()->hasFocus() ? childOf(canvas()->current()) : nullptr;
}

QString CanvasAccessible::text(QAccessible::Text text) const
{
    if (text != QAccessible::Description || !canvas())
        return QAccessibleWidget::text(text);
    const graph::Picture &picture = canvas()->picture();
    return Tr::tr("%1 nodes, %2 connections, %3 namespaces")
        .arg(picture.nodes.size())
        .arg(picture.arrows.size())
        .arg(picture.frames.size());
}

QAccessibleInterface *canvasAccessible(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<CanvasWidget *>(object);
    return canvas ? new CanvasAccessible(canvas) : nullptr;
}

void announceFocus(CanvasWidget &canvas)
{
    const auto *accessible =
        dynamic_cast<CanvasAccessible *>(QAccessible::queryAccessibleInterface(&canvas));
    if (!accessible || !canvas.hasFocus())
        return;
    const std::vector<Key> &order = canvas.tabOrder();
    const auto at = std::find(order.begin(), order.end(), canvas.current());
    if (at == order.end())
        return;
    QAccessibleEvent event(&canvas, QAccessible::Focus);
    event.setChild(int(at - order.begin()));
    QAccessible::updateAccessibility(&event);
}

} // namespace drawbridge::canvas
