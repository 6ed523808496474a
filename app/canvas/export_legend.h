#pragma once

#include "canvas/marks.h"

#include <QRectF>

namespace drawbridge::canvas {

inline constexpr double kLeastLegendWidth = 480;

/// Room that the legend takes in a page of this width; with `hasWays` it tells of ways in too.
QSizeF legendSize(double width, bool hasWays = false);
/// Draws what the lines, walls, locks and cards of the picture mean, by the pictures' own marks.
void drawLegend(MarkSink &sink, const QRectF &area, bool hasWays = false);

} // namespace drawbridge::canvas
