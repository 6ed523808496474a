#pragma once

#include "canvas/marks.h"

#include <QFont>
#include <QFontMetricsF>
#include <QPainter>
#include <array>
#include <memory>

namespace drawbridge::canvas {

/// Draws marks with a QPainter by drawPath and drawText only, so that every paint engine keeps
/// text as text. The painter's transform maps scene units.
class PainterSink : public MarkSink
{
public:
    PainterSink(QPainter &painter, const CanvasPalette &palette);
    ~PainterSink() override;

    /// No line gets thinner than this, in scene units.
    void setLeastWidth(double width) { m_leastWidth = width; }
    /// Dashes do not depend on where the image's edge is; slower, and not for vector formats.
    void setExactDashes(bool on) { m_hasExactDashes = on; }

    void shape(const ShapeMark &mark) override;
    void text(const TextMark &mark) override;

private:
    struct Face
    {
        QFont font;
        QFontMetricsF metrics;
    };
    const Face &face(TextRole role, int size);

    QPainter &m_painter;
    const CanvasPalette &m_palette;
    double m_leastWidth = 0;
    bool m_hasExactDashes = false;
    std::array<std::array<std::unique_ptr<Face>, 16>, kTextRoleCount> m_faces;
};

} // namespace drawbridge::canvas
