#include "output/paper.h"

#include "canvas/undated_pdf.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QAbstractTextDocumentLayout>
#include <QEventLoop>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

#include <algorithm>

namespace drawbridge::output {

namespace {

constexpr double kFooterRoom = 30;          ///< in points, below the text
constexpr double kMostScale = 1.5;          ///< points a unit; twice what a screen shows
constexpr std::size_t kRowsTogether = 1000; ///< about 40 pages
constexpr std::size_t kQuickElements = 500; ///< are drawn in an instant
constexpr double kPreviewSide = 2400;       ///< pixels of the longer one

QString shown(const std::string &text)
{
    return visible(text);
}

/// Centred in `area` at the top, in the painter's units; `most` is the most that a unit takes.
QRectF placeOf(QSizeF picture, const QRectF &area, double most)
{
    const double scale =
        std::min({most, area.width() / picture.width(), area.height() / picture.height()});
    const QSizeF size = picture * scale;
    return {QPointF(area.left() + (area.width() - size.width()) / 2, area.top()), size};
}

void drawPicture(QPainter &painter, const QRectF &area, double most, const graph::Picture &picture,
                 const canvas::ExportOptions &options)
{
    const QSizeF size = canvas::exportSize(picture, options);
    const QRectF place = placeOf(size, area, most);
    painter.save();
    painter.translate(place.topLeft());
    painter.scale(place.width() / size.width(), place.height() / size.height());
    canvas::paintPicture(painter, picture, canvas::CanvasPalette::light(), options);
    painter.restore();
}

QRectF pageOf(const QPagedPaintDevice &device)
{
    return QRectF(0, 0, device.width(), device.height());
}

double mostOn(const QPagedPaintDevice &device)
{
    return kMostScale * device.logicalDpiX() / 72.0;
}

QTextCharFormat charFormat(double points, bool isBold)
{
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(isBold ? QFont::DemiBold : QFont::Normal);
    format.setForeground(Qt::black);
    return format;
}

void addHeading(QTextCursor &cursor, const QString &text, double points, double space)
{
    QTextBlockFormat block;
    block.setTopMargin(space);
    block.setBottomMargin(4);
    cursor.insertBlock(block, charFormat(points, true));
    cursor.insertText(text);
}

void addText(QTextCursor &cursor, const QString &text)
{
    QTextBlockFormat block;
    block.setBottomMargin(4);
    cursor.insertBlock(block, charFormat(9, false));
    cursor.insertText(text);
}

/// Shares of the page by what the columns hold, so that long texts are broken and none is cut.
QList<QTextLength> columnWidths(const report::Table &table)
{
    constexpr double kLeast = 9;
    constexpr double kMost = 42;
    std::vector<double> wanted;
    double all = 0;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        double longest = double(table.columns[column].size()) + 2;
        for (const std::vector<std::string> &row : table.rows)
            longest = std::max(longest, double(row[column].size()));
        wanted.push_back(std::clamp(longest, kLeast, kMost));
        all += wanted.back();
    }
    QList<QTextLength> widths;
    for (const double width : wanted)
        widths += QTextLength(QTextLength::PercentageLength, width / all * 100);
    return widths;
}

void fillRow(QTextTable &table, int row, const std::vector<std::string> &cells, bool isHeader)
{
    for (int column = 0; column < table.columns(); ++column) {
        QTextTableCell cell = table.cellAt(row, column);
        if (isHeader) {
            QTextCharFormat shade;
            shade.setBackground(QColor(0xf0, 0xf2, 0xf5));
            cell.setFormat(shade);
        }
        QTextCursor at = cell.firstCursorPosition();
        at.insertText(shown(cells[std::size_t(column)]), charFormat(8, isHeader));
    }
}

/// Qt looks at all rows of a table for each page that it draws of it: a long one goes on in another
/// on a new page.
void addTable(QTextCursor &cursor, const report::Table &table)
{
    QTextTableFormat format;
    format.setHeaderRowCount(1);
    format.setCellPadding(3);
    format.setCellSpacing(0);
    format.setBorder(1);
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(QColor(0xc4, 0xcb, 0xd4));
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(columnWidths(table));
    for (std::size_t begin = 0; begin < table.rows.size(); begin += kRowsTogether) {
        const std::size_t end = std::min(begin + kRowsTogether, table.rows.size());
        QTextTable *made =
            cursor.insertTable(int(end - begin) + 1, int(table.columns.size()), format);
        fillRow(*made, 0, table.columns, true);
        for (std::size_t row = begin; row < end; ++row)
            fillRow(*made, int(row - begin) + 1, table.rows[row], false);
        cursor.movePosition(QTextCursor::End);
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    }
}

/// Written by cursor only: nothing in it is read as HTML, nothing is loaded.
void write(QTextDocument &document, const report::Report &report)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    QTextCursor cursor(&document);
    cursor.beginEditBlock(); // it is laid out once, not for each cell
    bool isFirst = true;
    for (const report::Table &table : report.tables) {
        addHeading(cursor, shown(table.heading), 14, isFirst ? 0 : 18);
        isFirst = false;
        if (!table.text.empty())
            addText(cursor, shown(table.text));
        if (!table.rows.empty())
            addTable(cursor, table);
    }
    cursor.endEditBlock();
}

void drawFooter(QPainter &painter, const QRectF &page, const QString &title, int number, int count)
{
    painter.save();
    QFont font = painter.font();
    font.setPointSizeF(8);
    painter.setFont(font);
    painter.setPen(QColor(0x56, 0x61, 0x6f));
    const QString pages = Tr::tr("Page %1 of %2").arg(number).arg(count);
    const double room = painter.fontMetrics().horizontalAdvance(pages) * 1.2;
    painter.drawText(page, Qt::AlignBottom | Qt::AlignRight, pages);
    const QString name = painter.fontMetrics().elidedText(title.simplified(), Qt::ElideRight,
                                                          int(page.width() - room));
    painter.drawText(page, Qt::AlignBottom | Qt::AlignLeft | Qt::TextSingleLine, name);
    painter.restore();
}

void drawTitlePage(QPainter &painter, const QRectF &page, double footer, double unit,
                   const report::Report &report, const graph::Picture &picture,
                   const Options &options)
{
    QFont font = painter.font();
    font.setPointSizeF(20);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    QRectF used;
    painter.drawText(page, Qt::AlignLeft | Qt::TextWrapAnywhere, shown(report.title), &used);
    font.setPointSizeF(10);
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    QRectF rest = page.adjusted(0, used.height() + 4 * unit, 0, 0);
    painter.drawText(rest, Qt::AlignLeft | Qt::TextWordWrap, shown(report.summary), &used);
    rest.adjust(0, used.height() + 12 * unit, 0, -footer);
    canvas::ExportOptions ofPicture;
    ofPicture.margin = 4;
    ofPicture.hasLegend = options.hasLegend;
    ofPicture.hasNotes = false; // they have a table
    ofPicture.hasBackground = false;
    ofPicture.isCalledOff = options.isCalledOff;
    drawPicture(painter, rest, 0.75 * unit, picture, ofPicture);
}

} // namespace

QPageLayout::Orientation orientationFor(QSizeF picture)
{
    return picture.width() > picture.height() ? QPageLayout::Landscape : QPageLayout::Portrait;
}

bool printPicture(QPagedPaintDevice &device, const graph::Picture &picture,
                  const canvas::ExportOptions &options)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    drawPicture(painter, pageOf(device), mostOn(device), picture, options);
    return painter.end();
}

QImage pagePreview(const graph::Picture &picture, const canvas::ExportOptions &options)
{
    if (picture.arrows.size() + picture.nodes.size() < kQuickElements)
        return {};
    const QSizeF size = canvas::exportSize(picture, options);
    return canvas::image(picture, canvas::CanvasPalette::light(),
                         kPreviewSide / std::max(size.width(), size.height()), options);
}

bool showPage(QPagedPaintDevice &device, const graph::Picture &picture, const QImage &preview,
              const canvas::ExportOptions &options)
{
    if (preview.isNull())
        return printPicture(device, picture, options);
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSizeF size = canvas::exportSize(picture, options);
    painter.drawImage(placeOf(size, pageOf(device), mostOn(device)), preview);
    return painter.end();
}

bool reportPdf(QIODevice &device, const report::Report &report, const graph::Picture &picture,
               const Options &options)
{
    const QEventLoop loop; // a document counts time while it is laid out, in whatever thread
    canvas::UndatedPdf made;
    QPdfWriter writer(made.device());
    writer.setCreator(QStringLiteral("Drawbridge"));
    writer.setTitle(shown(report.title));
    writer.setResolution(600);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
                                     QMarginsF(40, 40, 40, 34), QPageLayout::Point));
    QPainter painter;
    if (!painter.begin(&writer))
        return false;
    const double unit = writer.logicalDpiX() / 72.0;
    const QRectF page(0, 0, writer.width(), writer.height());
    const double footer = kFooterRoom * unit;
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    write(document, report);
    if (options.isCalledOff && options.isCalledOff())
        return false;
    const QSizeF area(page.width(), page.height() - footer);
    document.setPageSize(area);
    const int count = document.pageCount() + 1;
    drawTitlePage(painter, page, footer, unit, report, picture, options);
    drawFooter(painter, page, shown(report.title), 1, count);
    for (int number = 2; number <= count; ++number) {
        if (options.isCalledOff && options.isCalledOff())
            return false;
        if (!writer.newPage())
            return false;
        painter.save();
        const QRectF part(QPointF(0, (number - 2) * area.height()), area);
        painter.translate(0, -part.top());
        painter.setClipRect(part);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = part;
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        drawFooter(painter, page, shown(report.title), number, count);
    }
    return painter.end() && made.writeTo(device);
}

} // namespace drawbridge::output
