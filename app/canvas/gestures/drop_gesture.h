#pragma once

#include "canvas/gestures/gesture.h"

#include <QString>

namespace drawbridge::canvas {

/// Where something from outside was let go.
struct DropPlace
{
    graph::Key node;     ///< the service below it; empty if there is none
    graph::Key frame;    ///< the namespace around it; empty on the bare canvas
    graph::Point corner; ///< where the card that it makes would have its top left corner
};

/// Shows where something dragged from outside would be put.
class DropGesture : public Gesture
{
public:
    explicit DropGesture(QString title);

    void moveTo(const Scene &scene, graph::Point point, double tolerance) override;
    Wish finish(const Scene &) override { return {}; }
    bool survives(const Scene &now) const override;
    void paintAbove(const Draft &draft) const override;

    const QString &title() const { return m_title; }
    const DropPlace &place() const { return m_place; }

private:
    QString m_title;
    DropPlace m_place;
};

} // namespace drawbridge::canvas
