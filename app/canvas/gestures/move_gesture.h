#pragma once

#include "canvas/gestures/gesture.h"

#include <map>

namespace drawbridge::canvas {

/// Moves nodes and frames together, snapped to the grid by the one that is held.
class MoveGesture : public Gesture
{
public:
    /// A frame moves the nodes in it; folded or empty it moves itself.
    MoveGesture(const Scene &scene, const std::set<graph::Key> &keys, const graph::Key &held,
                graph::Point start);

    void moveTo(const Scene &scene, graph::Point point, double tolerance) override;
    Wish finish(const Scene &scene) override;
    bool survives(const Scene &now) const override;
    std::set<graph::Key> hidden() const override;
    std::vector<graph::ArrowShape> manyArrows(const Scene &scene) const override;
    void paintBelow(const Draft &draft) const override;
    void paintAbove(const Draft &draft) const override;

    /// The same without a pointer: by so much.
    static graph::Placement moved(const Scene &scene, const std::set<graph::Key> &keys, double dx,
                                  double dy);

private:
    static std::map<graph::Key, graph::Rect> movable(const Scene &scene,
                                                     const std::set<graph::Key> &keys);
    /// The arrow with its held ends moved along.
    graph::ArrowShape bent(const graph::ArrowShape &shape) const;
    QRectF pillOf(const Scene &scene, const graph::ArrowShape &shape) const;

    std::map<graph::Key, graph::Rect> m_held; ///< where they were
    std::set<graph::Key> m_frames;            ///< open frames that move with all that is in them
    graph::Key m_leader;
    graph::Point m_start;
    double m_dx = 0;
    double m_dy = 0;
    std::set<graph::Key> m_arrows;
};

} // namespace drawbridge::canvas
