#pragma once

#include "graph/picture.h"

#include <QAccessible>
#include <QPointer>

namespace drawbridge::canvas {

class CanvasWidget;

/// One node, arrow or frame for assistive technology: its name, its locks or verdict in words, its
/// place, and what can be done with it.
class CanvasAccessibleItem : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CanvasAccessibleItem(CanvasWidget *canvas, graph::Key key);

    const graph::Key &key() const { return m_key; }

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    QString name() const;
    QString description() const;

    QPointer<CanvasWidget> m_canvas;
    graph::Key m_key;
};

} // namespace drawbridge::canvas
