#pragma once

#include "canvas/palette.h"
#include "canvas/scene.h"
#include "canvas/view.h"

#include <QPainter>
#include <set>
#include <variant>
#include <vector>

namespace drawbridge::canvas {

/// What a gesture asks for when it is released.
struct SelectWish
{
    std::set<graph::Key> keys;
};
struct MoveWish
{
    graph::Placement positions;
};
struct ConnectWish
{
    graph::Key source;
    graph::Key target;
};
using Wish = std::variant<std::monostate, SelectWish, MoveWish, ConnectWish>;

/// What a gesture draws with; the painter is in viewport coordinates.
struct Draft
{
    QPainter &painter;
    const Scene &scene;
    const View &view;
    const CanvasPalette &palette;
};

/// A drag of the mouse or its twin on the keyboard: draws a draft, holds keys and never pointers,
/// changes nothing, and makes one wish at its end.
class Gesture
{
public:
    Gesture() = default;
    Gesture(const Gesture &) = delete;
    Gesture &operator=(const Gesture &) = delete;
    virtual ~Gesture() = default;

    virtual void moveTo(const Scene &scene, graph::Point point, double tolerance) = 0;
    virtual Wish finish(const Scene &scene) = 0;
    /// False if what it holds has changed or gone in `now`: then it must be dropped.
    virtual bool survives(const Scene &now) const = 0;
    /// Drawn by the gesture instead of by the layers.
    virtual std::set<graph::Key> hidden() const { return {}; }
    /// What is drawn below the cards and is too much for paintBelow().
    virtual std::vector<graph::ArrowShape> manyArrows(const Scene &) const { return {}; }
    /// Below the cards.
    virtual void paintBelow(const Draft &) const {}
    virtual void paintAbove(const Draft &) const {}
};

} // namespace drawbridge::canvas
