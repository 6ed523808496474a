#pragma once

#include "canvas/export_painter.h"
#include "output/exporting.h"
#include "report/report.h"

#include <QImage>
#include <QPageLayout>
#include <QSizeF>

class QIODevice;
class QPagedPaintDevice;

namespace drawbridge::output {

/// The orientation in which a picture fills more of a page.
QPageLayout::Orientation orientationFor(QSizeF picture);

/// The picture on one page of a printer, as large as fits, and at most twice as large as on a
/// screen.
bool printPicture(QPagedPaintDevice &device, const graph::Picture &picture,
                  const canvas::ExportOptions &options);

/// What showPage() shows of a picture that takes long to draw; null for one that does not.
QImage pagePreview(const graph::Picture &picture, const canvas::ExportOptions &options);
/// The same page for looking at it.
bool showPage(QPagedPaintDevice &device, const graph::Picture &picture, const QImage &preview,
              const canvas::ExportOptions &options);

/// A report on A4 pages with numbers: the picture first, then the tables, whose headers stand on
/// each page that they go over.
bool reportPdf(QIODevice &device, const report::Report &report, const graph::Picture &picture,
               const Options &options);

} // namespace drawbridge::output
