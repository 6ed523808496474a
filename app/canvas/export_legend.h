#pragma once

#include "canvas/marks.h"

#include <QRectF>

namespace drawbridge::canvas {

inline constexpr double kLeastLegendWidth = 480;

/// What a picture has that others lack, and its legend tells of.
struct LegendParts
{
    bool changes = false;      ///< marks of what was added, removed or changed
    bool ways = false;         ///< ways in from outside
    bool denials = false;      ///< open ends that cluster-wide policies deny part
    bool onlyStandard = false; ///< what the network plugin does not allow
    bool names = false;        ///< ports that are known by name alone
};

/// Room that the legend takes in a page of this width.
QSizeF legendSize(double width, LegendParts parts = {});
/// Draws what the lines, walls, locks and cards of the picture mean, by the pictures' own marks.
void drawLegend(MarkSink &sink, const QRectF &area, LegendParts parts = {});

} // namespace drawbridge::canvas
