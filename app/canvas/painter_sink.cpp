#include "canvas/painter_sink.h"

#include <algorithm>

namespace drawbridge::canvas {

PainterSink::PainterSink(QPainter &painter, const CanvasPalette &palette)
    : m_painter(painter), m_palette(palette)
{
}

PainterSink::~PainterSink() = default;

void PainterSink::shape(const ShapeMark &mark)
{
    QPen pen(Qt::NoPen);
    if (mark.stroke != Ink::None) {
        const double width = std::max(mark.width, m_leastWidth);
        pen = QPen(m_palette.of(mark.stroke), width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        const DashLengths lengths = lengthsOf(mark.dash);
        if (lengths.dash > 0)
            pen.setDashPattern({lengths.dash / width, lengths.gap / width});
    }
    m_painter.setPen(pen);
    m_painter.setBrush(mark.fill == Ink::None ? QBrush(Qt::NoBrush)
                                              : QBrush(m_palette.of(mark.fill)));
    if (!m_hasExactDashes || mark.dash == Dash::None) {
        m_painter.drawPath(mark.path);
        return;
    }
    if (mark.fill != Ink::None)
        m_painter.fillPath(mark.path, m_palette.of(mark.fill));
    m_painter.fillPath(QPainterPathStroker(pen).createStroke(mark.path), m_palette.of(mark.stroke));
}

const PainterSink::Face &PainterSink::face(TextRole role, int size)
{
    std::unique_ptr<Face> &face = m_faces[std::size_t(role)][std::size_t(size) % 16];
    if (!face) {
        const QFont font = fontOf(role, size);
        face = std::make_unique<Face>(Face{font, QFontMetricsF(font)});
    }
    return *face;
}

void PainterSink::text(const TextMark &mark)
{
    if (mark.text.isEmpty())
        return;
    int size = specOf(mark.role).size;
    double width = face(mark.role, size).metrics.horizontalAdvance(mark.text);
    while (width > mark.maxWidth && mark.smallest > 0 && size > mark.smallest)
        width = face(mark.role, --size).metrics.horizontalAdvance(mark.text);
    const Face &used = face(mark.role, size);
    QString shown = mark.text;
    if (width > mark.maxWidth) {
        // Names differ at both ends, lists of ports say most at their begin.
        const bool isList = mark.role == TextRole::Pill || mark.role == TextRole::Ports;
        shown = used.metrics.elidedText(mark.text, isList ? Qt::ElideRight : Qt::ElideMiddle,
                                        mark.maxWidth);
        width = used.metrics.horizontalAdvance(shown);
    }
    const double x = mark.anchor == Anchor::Left ? mark.at.x() : mark.at.x() - width / 2;
    m_painter.setFont(used.font);
    m_painter.setPen(m_palette.of(mark.ink));
    m_painter.drawText(QPointF(x, mark.at.y()), shown);
}

} // namespace drawbridge::canvas
