#pragma once

#include "canvas/palette.h"
#include "graph/picture.h"

#include <QByteArray>
#include <QPainter>
#include <QSizeF>
#include <QString>

#include <functional>

namespace drawbridge::canvas {

struct ExportOptions
{
    bool hasBackground = true;
    double margin = 24;     ///< in scene units, around the picture
    QString title;          ///< above the picture and in the file's properties; may be empty
    bool hasLegend = false; ///< below the picture
    bool hasNotes = true;   ///< their texts below the picture; their signs are on it anyway
    /// Asked while it is drawn: then the rest is left out, and what there is is of no use.
    std::function<bool()> isCalledOff = {};
};

/// Size of the exported page in scene units.
QSizeF exportSize(const graph::Picture &picture, const ExportOptions &options);

/// Paints the whole picture in scene units, from the painter's origin, by drawPath and drawText
/// only.
void paintPicture(QPainter &painter, const graph::Picture &picture, const CanvasPalette &palette,
                  const ExportOptions &options = {});

/// Hand-written SVG. The same picture gives the same bytes on every machine; readers that prefer
/// the other theme get its colours.
QByteArray svg(const graph::Picture &picture, const CanvasPalette &palette,
               const ExportOptions &options = {});

/// The picture as an image; the scale shrinks where a side would pass 16384 pixels or all 100
/// million. A null image if there is not enough memory.
QImage image(const graph::Picture &picture, const CanvasPalette &palette, double scale,
             const ExportOptions &options = {});
bool png(const graph::Picture &picture, const CanvasPalette &palette, double scale,
         QIODevice &device, const ExportOptions &options = {});
/// One page that fits the picture.
bool pdf(const graph::Picture &picture, const CanvasPalette &palette, QIODevice &device,
         const ExportOptions &options = {});

} // namespace drawbridge::canvas
