#pragma once

#include "canvas/render.h"

namespace drawbridge::canvas {

/// Draws the arrows of a job into its base layer: with heads and dashes near, as plain lines far,
/// as bundles between frames where there would be nothing but fog.
void renderArrows(QImage &base, const RenderJob &job, const Scene::Indices &arrows);
/// Over the cards: those that run behind one because there is no way round it.
void renderBehind(QPainter &painter, const RenderJob &job, const Scene::Indices &arrows);

} // namespace drawbridge::canvas
