#pragma once

#include "canvas/gestures/gesture.h"

namespace drawbridge::canvas {

/// Draws a connection from a source to what is pointed at or chosen by keyboard.
class ConnectGesture : public Gesture
{
public:
    ConnectGesture(const Scene &scene, graph::Key source, graph::Point start);

    void moveTo(const Scene &scene, graph::Point point, double tolerance) override;
    Wish finish(const Scene &scene) override;
    bool survives(const Scene &now) const override;
    void paintAbove(const Draft &draft) const override;

    const graph::Key &source() const { return m_source; }
    const graph::Key &target() const { return m_target; } ///< empty while there is none
    void setTarget(const Scene &scene, const graph::Key &target);

    static bool canStart(const Scene &scene, const graph::Key &source);
    /// Not to itself, not from outside to outside, and only to what a selector can name.
    static bool canConnect(const Scene &scene, const graph::Key &source, const graph::Key &target);

private:
    graph::Key m_source;
    graph::Key m_target;
    graph::Rect m_sourceRect;
    graph::Point m_now;
};

} // namespace drawbridge::canvas
