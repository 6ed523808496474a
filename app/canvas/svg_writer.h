#pragma once

#include "canvas/export_drawing.h"

#include <QXmlStreamWriter>
#include <array>

namespace drawbridge::canvas {

/// Writes marks as SVG elements: real text, no scripts, no references. Colours are attributes of
/// the given palette; a style sheet holds those of the other theme.
class SvgWriter : public MarkSink, public DrawingListener
{
public:
    SvgWriter(QByteArray &bytes, const CanvasPalette &palette);
    ~SvgWriter() override;

    void beginDocument(const QRectF &page, const QString &title);
    void endDocument();

    void shape(const ShapeMark &mark) override;
    void text(const TextMark &mark) override;
    void begin(const QString &words) override;
    void end() override;

private:
    void writeStyle();
    void writeFont(const TextSpec &spec, int size);

    const CanvasPalette &m_palette;
    QXmlStreamWriter m_xml;
};

/// Text that XML 1.0 can hold: control characters, lone surrogates and non-characters dropped.
QString xmlText(const QString &text);

} // namespace drawbridge::canvas
