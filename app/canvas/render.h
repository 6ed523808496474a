#pragma once

#include "canvas/palette.h"
#include "canvas/scene.h"
#include "canvas/small_pills.h"

#include <QImage>
#include <QRect>
#include <memory>
#include <optional>
#include <set>

namespace drawbridge::canvas {

/// How much is drawn, by scale: from coloured boxes to everything.
enum class Lod : std::uint8_t {
    Overview, ///< bundles of arrows between frames
    Far,      ///< straight arrows
    Middle,   ///< curves
    Names,    ///< names on cards
    Near,     ///< whole cards
    Full      ///< pills too
};
/// Stays on the level before while the scale is within 10 % of its border.
Lod lodAt(double scale, std::optional<Lod> before = {});

/// What to render. A value: renders the same wherever and whenever it runs.
struct RenderJob
{
    std::shared_ptr<const Scene> scene;
    CanvasPalette palette;
    double scale = 1;
    double dpr = 1;
    QRect area; ///< in device pixels from the scene's origin
    Lod lod = Lod::Full;
    std::set<graph::Key> hidden; ///< held by a gesture, drawn by it

    double deviceScale() const { return scale * dpr; }
    /// The part of the scene inside the area.
    graph::Rect sceneArea() const;
};

/// Two images of one area: frames and arrows, opaque; cards, pills and titles, translucent. What is
/// highlighted goes between them.
struct Layers
{
    QImage base;
    QImage top;
    QRect area;
    double scale = 0;
    double dpr = 1;
    SmallPills pills; ///< drawn on the top layer

    bool isNull() const { return base.isNull(); }
};

Layers render(const RenderJob &job);

/// Rough time that a render takes, in ms: decides whether it may run in the GUI's thread. What
/// costs more than `enough` is said to cost that much or more, without looking at all of it.
double estimate(const RenderJob &job, double enough);

} // namespace drawbridge::canvas
