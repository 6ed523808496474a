#pragma once

#include "canvas/palette.h"
#include "canvas/text_style.h"

#include <QPainterPath>
#include <QPointF>
#include <QString>

namespace drawbridge::canvas {

enum class Dash : std::uint8_t {
    None,
    Wall,  ///< long dashes of a full wall
    Short, ///< half open, open frames
    Dots,  ///< cannot tell
    Gone,  ///< long dashes, wide gaps: only in what is saved
};
/// Lengths of dash and gap in scene units; both 0 for None.
struct DashLengths
{
    double dash = 0;
    double gap = 0;
};
DashLengths lengthsOf(Dash dash);

/// A filled and stroked outline in scene units.
struct ShapeMark
{
    QPainterPath path;
    Ink fill = Ink::None;
    Ink stroke = Ink::None;
    double width = 1;
    Dash dash = Dash::None;
};

enum class Anchor : std::uint8_t { Left, Middle };

/// One line of text in scene units; cut with an ellipsis where it does not fit.
struct TextMark
{
    QString text;
    QPointF at; ///< on the baseline
    TextRole role = TextRole::SubLine;
    Ink ink = Ink::Title;
    double maxWidth = 0;
    Anchor anchor = Anchor::Left;
    int smallest = 0; ///< if not 0, the text may shrink to this size before it is cut
};

/// Takes what a drawing consists of: a painter, or a writer of SVG. What is drawn is said once
/// (elements.h), so that all of them look alike.
class MarkSink
{
public:
    MarkSink() = default;
    MarkSink(const MarkSink &) = delete;
    MarkSink &operator=(const MarkSink &) = delete;
    virtual ~MarkSink() = default;

    virtual void shape(const ShapeMark &mark) = 0;
    virtual void text(const TextMark &mark) = 0;
};

} // namespace drawbridge::canvas
