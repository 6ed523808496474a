#include "canvas/export_painter.h"

#include "canvas/elements.h"
#include "canvas/export_drawing.h"
#include "canvas/painter_sink.h"
#include "canvas/undated_pdf.h"

#include <QImage>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

QSizeF exportSize(const graph::Picture &picture, const ExportOptions &options)
{
    return sheetOf(picture, options).page.size();
}

namespace {

/// An export has no groups: it draws all in one.
class Flat : public DrawingListener
{
};

} // namespace

void paintPicture(QPainter &painter, const graph::Picture &picture, const CanvasPalette &palette,
                  const ExportOptions &options)
{
    const Sheet sheet = sheetOf(picture, options);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(-sheet.page.topLeft());
    if (options.hasBackground)
        painter.fillRect(sheet.page, palette.background);
    PainterSink sink(painter, palette);
    Flat listener;
    drawAll(sink, Scene(picture), sheet, options, listener);
    painter.restore();
}

/// The largest up to `wanted` that the memory is to be spent on.
static double scaleFor(const QSizeF &size, double wanted)
{
    constexpr double kMostSide = 16384;
    constexpr double kMostPixels = 7680.0 * 4320;
    constexpr double kOfOverview = 16e6;
    constexpr double kReadable = 0.4; // names are five pixels high
    const auto ofPixels = [&](double most) {
        return std::min({wanted, kMostSide / size.width(), kMostSide / size.height(),
                         std::sqrt(most / (size.width() * size.height()))});
    };
    const double scale = ofPixels(kMostPixels);
    return scale < kReadable ? ofPixels(kOfOverview) : scale;
}

QImage image(const graph::Picture &picture, const CanvasPalette &palette, double scale,
             const ExportOptions &options)
{
    const QSizeF size = exportSize(picture, options);
    const double used = scaleFor(size, std::isfinite(scale) && scale > 0 ? scale : 1);
    const QSize pixels(std::max(1, int(size.width() * used)),
                       std::max(1, int(size.height() * used)));
    QImage result(pixels, options.hasBackground ? QImage::Format_RGB32
                                                : QImage::Format_ARGB32_Premultiplied);
    if (result.isNull())
        return result;
    result.fill(options.hasBackground ? palette.background : QColor(Qt::transparent));
    QPainter painter(&result);
    painter.scale(used, used);
    paintPicture(painter, picture, palette, options);
    return result;
}

bool png(const graph::Picture &picture, const CanvasPalette &palette, double scale,
         QIODevice &device, const ExportOptions &options)
{
    QImage result = image(picture, palette, scale, options);
    if (!options.title.isEmpty())
        result.setText(QStringLiteral("Title"), options.title);
    constexpr qsizetype kLarge = 8'000'000; // pixels
    constexpr int kQuick = 65;              // Qt makes level 3 of it
    const bool isLarge = qsizetype(result.width()) * result.height() > kLarge;
    return !result.isNull() && result.save(&device, "PNG", isLarge ? kQuick : -1);
}

bool pdf(const graph::Picture &picture, const CanvasPalette &palette, QIODevice &device,
         const ExportOptions &options)
{
    constexpr double kPointsPerUnit = 0.75; // a scene unit is a CSS pixel
    constexpr double kMostPoints = 14400;   // PDF's largest page side
    const QSizeF size = exportSize(picture, options);
    const double points =
        std::min({kPointsPerUnit, kMostPoints / size.width(), kMostPoints / size.height()});
    UndatedPdf made;
    QPdfWriter writer(made.device());
    writer.setCreator(QStringLiteral("Drawbridge"));
    writer.setTitle(options.title);
    writer.setResolution(1200);
    const QPageSize page(size * points, QPageSize::Point, QString(), QPageSize::ExactMatch);
    if (!writer.setPageLayout(QPageLayout(page, QPageLayout::Portrait, QMarginsF())))
        return false;
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    const double scale = points * writer.resolution() / 72;
    painter.scale(scale, scale);
    paintPicture(painter, picture, palette, options);
    return painter.end() && made.writeTo(device);
}

} // namespace drawbridge::canvas
