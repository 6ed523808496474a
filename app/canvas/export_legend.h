#pragma once

#include "canvas/marks.h"

#include <QRectF>

namespace drawbridge::canvas {

inline constexpr double kLeastLegendWidth = 480;

/// Room that the legend takes in a page of this width; `isCompared`: with the marks of what was
/// added, removed or changed.
QSizeF legendSize(double width, bool isCompared = false);
/// Draws what the lines, walls, locks and cards of the picture mean, by the pictures' own marks.
void drawLegend(MarkSink &sink, const QRectF &area, bool isCompared = false);

} // namespace drawbridge::canvas
