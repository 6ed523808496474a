#pragma once

#include "canvas/gestures/gesture.h"

namespace drawbridge::canvas {

/// Selects what lies wholly in a rectangle, in addition to what `kept` holds.
class RubberBand : public Gesture
{
public:
    RubberBand(graph::Point start, std::set<graph::Key> kept);

    void moveTo(const Scene &scene, graph::Point point, double tolerance) override;
    Wish finish(const Scene &scene) override;
    bool survives(const Scene &) const override { return true; }
    void paintAbove(const Draft &draft) const override;

private:
    graph::Rect rect() const;

    graph::Point m_start;
    graph::Point m_now;
    std::set<graph::Key> m_kept;
};

} // namespace drawbridge::canvas
