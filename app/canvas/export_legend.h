#pragma once

#include "canvas/marks.h"

#include <QRectF>

namespace drawbridge::canvas {

inline constexpr double kLeastLegendWidth = 480;

/// Ways in are explained where there are some.
/// Room that the legend takes in a page of this width.
QSizeF legendSize(double width, bool hasWays = false);
/// Draws what the lines, walls, locks and cards of the picture mean, by the pictures' own marks.
void drawLegend(MarkSink &sink, const QRectF &area, bool hasWays = false);

} // namespace drawbridge::canvas
