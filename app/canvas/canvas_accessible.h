#pragma once

#include "graph/picture.h"

#include <QAccessibleWidget>
#include <QTimer>
#include <map>
#include <memory>
#include <set>
#include <vector>

namespace drawbridge::canvas {

class CanvasWidget;

/// The canvas for assistive technology: a list of its nodes, arrows and frames in the order of the
/// Tab key. Ids follow keys; the item of a gone element becomes invalid. What the picture, a filter
/// or a comparison changes is told by events.
class CanvasAccessible : public QAccessibleWidget
{
public:
    explicit CanvasAccessible(CanvasWidget *canvas);
    ~CanvasAccessible() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QString text(QAccessible::Text text) const override;

    QAccessibleInterface *childOf(const graph::Key &key) const;

private:
    /// What was last told of the element that has the keyboard.
    struct Told
    {
        graph::Key key;
        QString description;
        bool isCollapsed = false;
    };

    CanvasWidget *canvas() const;
    QString summary() const;
    QAccessibleInterface *hint() const; ///< of an empty canvas; null if none is shown
    Told current() const;
    void followSoon();
    void follow();
    void prune();
    void tellCurrent();
    void send(QAccessible::Event type, int child = -1);

    mutable std::map<graph::Key, QAccessible::Id> m_children;
    std::vector<QMetaObject::Connection> m_connections;
    std::shared_ptr<const std::vector<graph::Key>> m_order;
    QString m_summary;
    Told m_told;
    QTimer m_soon; ///< of a large picture is told when changes pause
};

/// For QAccessible::installFactory().
QAccessibleInterface *canvasAccessible(const QString &className, QObject *object);
/// For tests: sees every event that canvases raise, also where no assistive technology runs.
using EventWatcher = void (*)(const QAccessibleEvent &event);
void watchEvents(EventWatcher watcher);
/// True if somebody may be listening: events cost something.
bool isHeard();
/// Tells assistive technology that the current element has the focus.
void announceFocus(CanvasWidget &canvas);
/// Tells it what is selected now, and what no longer is.
void announceSelection(CanvasWidget &canvas, const std::set<graph::Key> &before);

} // namespace drawbridge::canvas
