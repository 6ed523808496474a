#include "canvas/small_pills.h"

#include "canvas/elements.h"
#include "canvas/shapes.h"
#include "graph/routing.h"

#include <algorithm>

namespace drawbridge::canvas {

using graph::ArrowShape;

static constexpr std::size_t kMostArrows = 200; ///< more ports would be a thicket
static constexpr double kLeastScale = 0.3;

static QSizeF sizeAt(const ArrowShape &arrow, double scale)
{
    return pillRect(arrow).size() * (kLeastPillScale / scale);
}

static bool isOverAny(const QRectF &rect, const SmallPills &pills)
{
    return std::any_of(pills.begin(), pills.end(),
                       [&](const auto &pill) { return pill.second.intersects(rect); });
}

/// Clear of cards, of the names of namespaces and of arrow heads.
static bool isFree(const Scene &scene, const QRectF &rect, double scale)
{
    const double air = 2 / scale;
    const graph::Rect room = fromQt(rect.adjusted(-air, -air, air, air));
    for (const std::uint32_t i : scene.nodesNear(room))
        if (scene.picture().nodes[i].rect.intersects(room))
            return false;
    for (const graph::FrameShape &frame : scene.picture().frames) {
        const double height = 10 / scale; // of a name, above and below the wall
        const graph::Rect title{frame.rect.x, frame.rect.y - height, frame.rect.width, 2 * height};
        if (title.intersects(room))
            return false;
    }
    for (const std::uint32_t i : scene.arrowsNear(room))
        if (graph::headRect(scene.picture().arrows[i]).intersects(room))
            return false;
    return true;
}

SmallPills smallPills(const Scene &scene, double scale)
{
    SmallPills pills;
    const auto &arrows = scene.picture().arrows;
    if (arrows.size() > kMostArrows || scale < kLeastScale)
        return pills;
    for (std::uint32_t i = 0; i < arrows.size(); ++i) {
        const QSizeF size = sizeAt(arrows[i], scale);
        if (size.isEmpty())
            continue;
        for (const graph::Point place : graph::pillPlaces(arrows[i], size.width(), size.height())) {
            QRectF rect(QPointF(), size);
            rect.moveCenter(toQt(place));
            if (isOverAny(rect, pills) || !isFree(scene, rect, scale))
                continue;
            pills.insert({i, rect});
            break;
        }
    }
    return pills;
}

SmallPills pillsOf(const Scene &scene, const Scene::Indices &arrows, double scale,
                   const QRectF &besides)
{
    SmallPills pills;
    for (const std::uint32_t i : arrows) {
        const ArrowShape &arrow = scene.picture().arrows[i];
        const QSizeF size = sizeAt(arrow, std::min(scale, kLeastPillScale));
        for (const double at : {0.5, 0.35, 0.65, 0.25, 0.75}) {
            QRectF rect(QPointF(), size);
            rect.moveCenter(toQt(arrow.at(at)));
            if (size.isEmpty() || rect.intersects(besides) || isOverAny(rect, pills))
                continue;
            pills.insert({i, rect});
            break;
        }
    }
    return pills;
}

} // namespace drawbridge::canvas
