#include "canvas/canvas_accessible.h"

#include "canvas/canvas_accessible_item.h"
#include "canvas/canvas_widget.h"
#include "graph/connections.h"
#include "messages/tr.h"

#include <QLabel>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace drawbridge::canvas {

using graph::Key;

static int s_asked = 0; ///< canvases that somebody has asked about
static EventWatcher s_watcher = nullptr;

void watchEvents(EventWatcher watcher)
{
    s_watcher = watcher;
}

/// Qt drops it where nobody listens.
static void give(QAccessibleEvent &event)
{
    if (s_watcher)
        s_watcher(event);
    QAccessible::updateAccessibility(&event);
}

CanvasAccessible::CanvasAccessible(CanvasWidget *canvas)
    : QAccessibleWidget(canvas, QAccessible::List)
{
    m_connections = {
        QObject::connect(canvas, &CanvasWidget::pictureChanged, canvas, [this] { followSoon(); }),
        QObject::connect(canvas, &CanvasWidget::currentChanged, canvas,
                         [this] { m_told = current(); })};
    m_soon.setSingleShot(true);
    QObject::connect(&m_soon, &QTimer::timeout, [this] { follow(); });
    ++s_asked;
    m_order = canvas->sharedTabOrder();
    m_summary = summary();
    m_told = current();
}

CanvasAccessible::~CanvasAccessible()
{
    --s_asked;
    for (const QMetaObject::Connection &connection : m_connections)
        QObject::disconnect(connection);
    for (const auto &[key, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

CanvasWidget *CanvasAccessible::canvas() const
{
    return qobject_cast<CanvasWidget *>(object());
}

void CanvasAccessible::send(QAccessible::Event type, int child)
{
    QAccessibleEvent event(canvas(), type);
    event.setChild(child);
    give(event);
}

/// Going through thousands of elements at each key would hold up who types.
void CanvasAccessible::followSoon()
{
    constexpr std::size_t kLarge = 1000;
    constexpr std::chrono::milliseconds kPause{200};
    if (canvas() && canvas()->picture().arrows.size() > kLarge)
        m_soon.start(kPause);
    else
        follow();
}

void CanvasAccessible::follow()
{
    prune();
    if (!canvas())
        return;
    const auto before = std::exchange(m_order, canvas()->sharedTabOrder());
    if (before != m_order && *before != *m_order)
        send(QAccessible::ObjectReorder);
    if (const QString now = summary(); now != m_summary) {
        m_summary = now;
        send(QAccessible::DescriptionChanged);
    }
    tellCurrent();
}

CanvasAccessible::Told CanvasAccessible::current() const
{
    Told told;
    QAccessibleInterface *item = canvas() ? childOf(canvas()->current()) : nullptr;
    if (item)
        told = {canvas()->current(), item->text(QAccessible::Description),
                bool(item->state().collapsed)};
    return told;
}

/// A lock that closed or a verdict that changed, where somebody is looking.
void CanvasAccessible::tellCurrent()
{
    const Told before = std::exchange(m_told, current());
    const auto at = std::find(m_order->begin(), m_order->end(), m_told.key);
    if (before.key != m_told.key || at == m_order->end())
        return;
    const int child = int(at - m_order->begin());
    if (before.description != m_told.description)
        send(QAccessible::DescriptionChanged, child);
    if (before.isCollapsed != m_told.isCollapsed) {
        QAccessible::State changed;
        changed.collapsed = true;
        changed.expanded = true;
        QAccessibleStateChangeEvent event(canvas(), changed);
        event.setChild(child);
        give(event);
    }
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

QAccessibleInterface *CanvasAccessible::hint() const
{
    auto *label = canvas()->findChild<QLabel *>(QString(), Qt::FindDirectChildrenOnly);
    return label && !label->isHidden() ? QAccessible::queryAccessibleInterface(label) : nullptr;
}

int CanvasAccessible::childCount() const
{
    return canvas() ? int(canvas()->tabOrder().size()) + (hint() ? 1 : 0) : 0;
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
    const std::vector<Key> &order = canvas()->tabOrder();
    return std::size_t(index) < order.size() ? childOf(order[std::size_t(index)]) : hint();
}

int CanvasAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (!canvas() || !child)
        return -1;
    const std::vector<Key> &order = canvas()->tabOrder();
    const auto *item = dynamic_cast<const CanvasAccessibleItem *>(child);
    if (!item)
        return hint() && hint()->object() == child->object() ? int(order.size()) : -1;
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
    const QString told = canvas()->accessibleDescription();
    if (told.isEmpty())
        return summary();
    return told + (told.endsWith(u'.') ? QStringLiteral(" ") : QStringLiteral("; ")) + summary();
}

/// How much there is, and what a filter, a comparison or notes do to it.
QString CanvasAccessible::summary() const
{
    const Scene &scene = canvas()->scene();
    const graph::Picture &picture = scene.picture();
    const auto differing = [](const auto &shapes, auto partOf) {
        return std::count_if(shapes.begin(), shapes.end(), [&](const auto &shape) {
            return (shape.*partOf).since != graph::Since::Same;
        });
    };
    const auto connections = std::count_if(
        picture.arrows.begin(), picture.arrows.end(),
        [](const graph::ArrowShape &shape) { return graph::isConnection(shape.arrow); });
    const QStringList counts{Tr::tr("%n node(s)", nullptr, int(picture.nodes.size())),
                             Tr::tr("%n connection(s)", nullptr, int(connections)),
                             Tr::tr("%n namespace(s)", nullptr, int(picture.frames.size()))};
    QStringList facts{counts.join(QStringLiteral(", "))};
    if (scene.isFiltered())
        facts += Tr::tr("a filter is on, %n of them faded", nullptr, int(scene.faded()->size()));
    const auto differ = differing(picture.nodes, &graph::NodeShape::node) +
                        differing(picture.frames, &graph::FrameShape::frame) +
                        differing(picture.arrows, &graph::ArrowShape::arrow);
    if (differ > 0)
        facts += Tr::tr("%n of them changed", nullptr, int(differ));
    if (!scene.signs().empty())
        facts += Tr::tr("notes on %n of them", nullptr, int(scene.signs().size()));
    return facts.join(QStringLiteral("; "));
}

QAccessibleInterface *canvasAccessible(const QString &, QObject *object)
{
    auto *canvas = qobject_cast<CanvasWidget *>(object);
    return canvas ? new CanvasAccessible(canvas) : nullptr;
}

bool isHeard()
{
    return s_asked > 0 || QAccessible::isActive();
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
    give(event);
}

void announceSelection(CanvasWidget &canvas, const std::set<Key> &before)
{
    constexpr std::size_t kMostTold = 20;
    std::vector<Key> changed;
    const std::set<Key> &now = canvas.selection();
    std::set_symmetric_difference(before.begin(), before.end(), now.begin(), now.end(),
                                  std::back_inserter(changed));
    if (changed.size() > kMostTold) {
        QAccessibleEvent event(&canvas, QAccessible::SelectionWithin);
        give(event);
        return;
    }
    const std::vector<Key> &order = canvas.tabOrder();
    for (const Key &key : changed) {
        const auto at = std::find(order.begin(), order.end(), key);
        if (at == order.end())
            continue;
        QAccessibleEvent event(&canvas, now.count(key) > 0 ? QAccessible::SelectionAdd
                                                           : QAccessible::SelectionRemove);
        event.setChild(int(at - order.begin()));
        give(event);
    }
}

} // namespace drawbridge::canvas
