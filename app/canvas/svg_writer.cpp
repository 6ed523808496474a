#include "canvas/svg_writer.h"

#include "canvas/elements.h"
#include "canvas/export_painter.h"

#include <cmath>

namespace drawbridge::canvas {

QString xmlText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const ushort u = c.unicode();
        if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            result += c;
            result += text[++i];
        } else if (!c.isSurrogate() && u >= 0x20 && u != 0x7f && !(u >= 0x80 && u < 0xa0) &&
                   u < 0xfffe) {
            result += c;
        }
    }
    return result;
}

/// Two digits at most, without zeros at the end, never "-0".
static QString number(double value)
{
    const double rounded = std::round(value * 100) / 100;
    QString text = QString::number(rounded == 0 ? 0.0 : rounded, 'f', 2);
    while (text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

static QString pathData(const QPainterPath &path)
{
    QString data;
    QPointF start;
    QPointF last;
    const auto add = [&data](const char *command, std::initializer_list<QPointF> points) {
        data += QLatin1String(command);
        bool isFirst = true;
        for (const QPointF p : points) {
            if (!isFirst)
                data += QLatin1Char(' ');
            data += number(p.x()) + QLatin1Char(',') + number(p.y());
            isFirst = false;
        }
    };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element e = path.elementAt(i);
        switch (e.type) {
        case QPainterPath::MoveToElement:
            add("M", {e});
            start = e;
            break;
        case QPainterPath::LineToElement:
            add("L", {e});
            break;
        case QPainterPath::CurveToElement:
            add("C", {e, path.elementAt(i + 1), path.elementAt(i + 2)});
            i += 2;
            break;
        case QPainterPath::CurveToDataElement:
            break;
        }
        last = path.elementAt(i);
    }
    const bool isClosed = path.elementCount() > 2 && QLineF(start, last).length() < 0.01;
    return isClosed ? data + QLatin1Char('Z') : data;
}

SvgWriter::SvgWriter(QByteArray &bytes, const CanvasPalette &palette)
    : m_palette(palette), m_xml(&bytes)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
}

SvgWriter::~SvgWriter() = default;

void SvgWriter::beginDocument(const QRectF &page, const QString &title)
{
    m_xml.writeStartDocument();
    m_xml.writeStartElement(QStringLiteral("svg"));
    m_xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2000/svg"));
    m_xml.writeAttribute(QStringLiteral("width"), number(page.width()));
    m_xml.writeAttribute(QStringLiteral("height"), number(page.height()));
    m_xml.writeAttribute(
        QStringLiteral("viewBox"),
        QStringLiteral("%1 %2 %3 %4")
            .arg(number(page.x()), number(page.y()), number(page.width()), number(page.height())));
    m_xml.writeAttribute(QStringLiteral("font-family"),
                         QStringLiteral("Inter, 'DejaVu Sans', sans-serif"));
    if (!title.isEmpty())
        m_xml.writeTextElement(QStringLiteral("title"), xmlText(title));
    writeStyle();
    QPainterPath background;
    background.addRect(page);
    shape({background, Ink::Background, Ink::None, 0});
}

/// Class names of an ink: f7 fills with it, s7 strokes with it.
static QString className(char use, Ink ink)
{
    return QLatin1Char(use) + QString::number(int(ink));
}

void SvgWriter::writeStyle()
{
    const CanvasPalette other = m_palette.isDark ? CanvasPalette::light() : CanvasPalette::dark();
    QString css = QStringLiteral("@media (prefers-color-scheme: %1){")
                      .arg(other.isDark ? QStringLiteral("dark") : QStringLiteral("light"));
    for (int i = int(Ink::Background); i <= int(Ink::Outside); ++i) {
        const QString colour = other.of(Ink(i)).name();
        css += QStringLiteral(".%1{fill:%3}.%2{stroke:%3}")
                   .arg(className('f', Ink(i)), className('s', Ink(i)), colour);
    }
    m_xml.writeTextElement(QStringLiteral("style"), css + QLatin1Char('}'));
}

void SvgWriter::endDocument()
{
    m_xml.writeEndElement();
    m_xml.writeEndDocument();
}

void SvgWriter::begin(const QString &words)
{
    m_xml.writeStartElement(QStringLiteral("g"));
    m_xml.writeTextElement(QStringLiteral("title"), xmlText(words));
}

void SvgWriter::end()
{
    m_xml.writeEndElement();
}

void SvgWriter::shape(const ShapeMark &mark)
{
    m_xml.writeEmptyElement(QStringLiteral("path"));
    QStringList classes;
    if (mark.fill != Ink::None)
        classes += className('f', mark.fill);
    if (mark.stroke != Ink::None)
        classes += className('s', mark.stroke);
    m_xml.writeAttribute(QStringLiteral("class"), classes.join(QLatin1Char(' ')));
    m_xml.writeAttribute(QStringLiteral("d"), pathData(mark.path));
    m_xml.writeAttribute(QStringLiteral("fill"), mark.fill == Ink::None
                                                     ? QStringLiteral("none")
                                                     : m_palette.of(mark.fill).name());
    if (mark.stroke == Ink::None)
        return;
    m_xml.writeAttribute(QStringLiteral("stroke"), m_palette.of(mark.stroke).name());
    m_xml.writeAttribute(QStringLiteral("stroke-width"), number(mark.width));
    const DashLengths lengths = lengthsOf(mark.dash);
    if (lengths.dash > 0) {
        m_xml.writeAttribute(QStringLiteral("stroke-dasharray"),
                             number(lengths.dash) + QLatin1Char(' ') + number(lengths.gap));
    }
}

void SvgWriter::writeFont(const TextSpec &spec, int size)
{
    m_xml.writeAttribute(QStringLiteral("font-size"), number(size));
    if (spec.isBold)
        m_xml.writeAttribute(QStringLiteral("font-weight"), QStringLiteral("600"));
    if (spec.isMonospace) {
        m_xml.writeAttribute(QStringLiteral("font-family"),
                             QStringLiteral("'DejaVu Sans Mono', monospace"));
    }
}

/// Fitted with the core's table of widths, so that the bytes do not depend on fonts here.
void SvgWriter::text(const TextMark &mark)
{
    const std::string whole = xmlText(mark.text).toStdString();
    if (whole.empty())
        return;
    const TextSpec spec = specOf(mark.role);
    int size = spec.size;
    while (mark.smallest > 0 && size > mark.smallest &&
           graph::textWidth(whole, size, spec.isBold) > mark.maxWidth)
        --size;
    const QString shown =
        QString::fromStdString(graph::elided(whole, mark.maxWidth, size, spec.isBold));
    m_xml.writeStartElement(QStringLiteral("text"));
    m_xml.writeAttribute(QStringLiteral("class"), className('f', mark.ink));
    m_xml.writeAttribute(QStringLiteral("x"), number(mark.at.x()));
    m_xml.writeAttribute(QStringLiteral("y"), number(mark.at.y()));
    m_xml.writeAttribute(QStringLiteral("fill"), m_palette.of(mark.ink).name());
    writeFont(spec, size);
    if (mark.anchor == Anchor::Middle)
        m_xml.writeAttribute(QStringLiteral("text-anchor"), QStringLiteral("middle"));
    m_xml.writeCharacters(shown);
    m_xml.writeEndElement();
}

QByteArray svg(const graph::Picture &picture, const CanvasPalette &palette,
               const ExportOptions &options)
{
    QByteArray bytes;
    const Sheet sheet = sheetOf(picture, options);
    SvgWriter writer(bytes, palette);
    writer.beginDocument(sheet.page, options.title);
    drawAll(writer, Scene(picture), sheet, options, writer);
    writer.endDocument();
    return bytes;
}

} // namespace drawbridge::canvas
