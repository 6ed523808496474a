#pragma once

#include "canvas/render.h"

#include <QFont>
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
    QRectF room; ///< in device pixels of the area
    QStringList lines;
    QRectF words; ///< around them
    bool sticksOut = false;
};

/// Of one scale, drawn or only measured; each thread makes its own.
class SmallNames
{
public:
    /// `origin` of the area, in device pixels from the scene's.
    SmallNames(const Scene &scene, double scale, double dpr, QPoint origin);

    SmallName nameOf(const graph::NodeShape &shape) const;
    /// The painter draws device pixels.
    void draw(QPainter &painter, const CanvasPalette &palette, const graph::NodeShape &shape) const;

private:
    const Scene &m_scene;
    double m_scale; ///< device pixels a scene unit
    double m_dpr;
    QPoint m_origin;
    QFont m_font;
    QFontMetricsF m_metrics;
};

} // namespace drawbridge::canvas
