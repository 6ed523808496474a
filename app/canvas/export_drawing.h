#pragma once

#include "canvas/export_painter.h"
#include "canvas/marks.h"
#include "canvas/scene.h"

#include <QRectF>

namespace drawbridge::canvas {

/// Hears which element the marks that follow belong to.
class DrawingListener
{
public:
    DrawingListener() = default;
    DrawingListener(const DrawingListener &) = delete;
    DrawingListener &operator=(const DrawingListener &) = delete;
    virtual ~DrawingListener() = default;

    virtual void begin(const QString &words) { Q_UNUSED(words) }
    virtual void end() {}
};

/// What an export shows: the picture with a margin, room for a title above and a legend below.
struct Sheet
{
    QRectF page;
    QRectF legend; ///< null without one
    QRectF notes;  ///< null if there are none
};
Sheet sheetOf(const graph::Picture &picture, const ExportOptions &options);
/// Draws the whole picture from back to front, element by element.
void drawAll(MarkSink &sink, const Scene &scene, const Sheet &sheet, const ExportOptions &options,
             DrawingListener &listener);

} // namespace drawbridge::canvas
