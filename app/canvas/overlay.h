#pragma once

#include "canvas/gestures/gesture.h"
#include "canvas/marks.h"
#include "canvas/render.h"

#include <algorithm>

namespace drawbridge::canvas {

/// What changes from frame to frame and lies over the cached layers.
struct Overlay
{
    const Scene &scene;
    const View &view;
    const CanvasPalette &palette;
    const std::set<graph::Key> &selection;
    const std::set<graph::Key> &hidden; ///< a gesture draws them
    graph::Key current;                 ///< has the keyboard
    graph::Key hovered;
    bool showsHandles = false; ///< of the hovered or current node
    Lod lod = Lod::Full;
    const SmallPills &pills; ///< that the layers show

    /// Highlighted arrows where they are too many to be painted below; they come over the lower
    /// layer.
    std::vector<const graph::ArrowShape *> manyArrows() const;
    /// The others, between the layers.
    void paintBelow(QPainter &painter) const;
    /// Selection, focus ring, handles, and the ports of highlighted arrows.
    void paintAbove(QPainter &painter) const;

private:
    std::set<std::uint32_t> highlighted() const;
    void paintSmall(QPainter &painter, const std::vector<QRectF> &outlines) const;
    void paintPill(QPainter &painter, const graph::Key &key) const;
    void paintPillAt(QPainter &painter, const graph::ArrowShape &shape, QPointF center) const;
    void paintPillsOf(QPainter &painter, const graph::Key &node) const;
    bool selects(const graph::Key &key) const; ///< or is pointed at
    QRectF pillOf(const graph::ArrowShape &shape) const;
    QRectF outlineOf(const graph::Key &key) const;
    QRectF nodeOutline(const graph::NodeShape &shape) const;
    double radiusOf(const graph::Key &key, const QRectF &outline) const;
    void paintNote(MarkSink &sink, const graph::ArrowShape &shape, const QString &note,
                   const QRectF &pill) const;
};

/// In pixels; 0 where nodes are too small for handles.
inline double handleRadius(const View &view)
{
    return view.scale() < 0.3 ? 0 : std::clamp(5 * view.scale(), 3.5, 6.0);
}
/// Where connections are pulled from: the middle of the right and of the lower edge, in pixels.
std::vector<QPointF> handlesOf(const View &view, const graph::Rect &rect);

} // namespace drawbridge::canvas
