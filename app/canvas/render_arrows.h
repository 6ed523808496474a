#pragma once

#include "canvas/render.h"
#include "canvas/view.h"

namespace drawbridge::canvas {

/// True where arrows one by one would be nothing but fog: bundles between frames are drawn below
/// the frames then, and one by one only those inside of one.
bool isCrowded(Lod lod, std::size_t arrows);
/// Those that begin and end in the same frame.
Scene::Indices innerArrows(const RenderJob &job, const Scene::Indices &arrows);
/// One line between two frames (or outside nodes), wider the more arrows it stands for.
void renderBundles(QImage &base, const RenderJob &job, const Scene::Indices &arrows);
/// Draws the arrows of a job into its base layer: with heads and dashes near, as plain lines far.
void renderArrows(QImage &base, const RenderJob &job, const Scene::Indices &arrows);
/// Over the cards: those that run behind one because there is no way round it.
void renderBehind(QPainter &painter, const RenderJob &job, const Scene::Indices &arrows);

/// So many arrows in front of others are drawn one by one, as whole as others.
inline constexpr std::size_t kMostHighlighted = 100;
/// More of them at once, over an opaque image of what the view shows, in device pixels.
void rasterHighlights(QImage &image, const View &view, const CanvasPalette &palette,
                      const std::vector<const graph::ArrowShape *> &arrows);

} // namespace drawbridge::canvas
