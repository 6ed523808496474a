#pragma once

#include "canvas/render.h"

#include <QFontMetricsF>
#include <QStringList>

class QPainter;

namespace drawbridge::canvas {

/// Names where whole cards are too small: as large as can be read, and wider than the card where
/// there is room beside it.

/// The level at a scale. A picture of few nodes shows their names however small it is.
Lod lodOf(const Scene &scene, double scale, std::optional<Lod> before = {});

/// Where a name may be written and how it is cut: what is left out is in the middle, since names
/// differ at both ends.
struct SmallName
{
    QRectF room; ///< in device pixels of the job's area
    QStringList lines;
};
SmallName smallName(const RenderJob &job, const graph::NodeShape &shape,
                    const QFontMetricsF &metrics);

/// Its painter draws device pixels.
void drawSmallName(QPainter &painter, const RenderJob &job, const graph::NodeShape &shape,
                   const QFont &font, const QFontMetricsF &metrics);

} // namespace drawbridge::canvas
