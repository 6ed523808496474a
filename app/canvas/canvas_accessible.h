#pragma once

#include "graph/picture.h"

#include <QAccessibleWidget>
#include <map>

namespace drawbridge::canvas {

class CanvasWidget;

/// The canvas for assistive technology: a list of its nodes, arrows and frames in the order of the
/// Tab key. Ids follow keys; the item of a gone element becomes invalid.
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
    /// Drops the items of elements that are gone.
    void prune();

private:
    CanvasWidget *canvas() const;

    mutable std::map<graph::Key, QAccessible::Id> m_children;
    QMetaObject::Connection m_connection;
};

/// For QAccessible::installFactory().
QAccessibleInterface *canvasAccessible(const QString &className, QObject *object);
/// Tells assistive technology that the current element has the focus.
void announceFocus(CanvasWidget &canvas);

} // namespace drawbridge::canvas
