#include "canvas/elements.h"

#include "canvas/shapes.h"
#include "messages/graph_words.h"
#include "messages/messages.h"

#include <algorithm>

namespace drawbridge::canvas {

using graph::ArrowState;
using graph::Since;

Ink arrowInk(const graph::Arrow &arrow)
{
    if (arrow.since == Since::Removed)
        return Ink::Outside;
    switch (arrow.state) {
    case ArrowState::Allowed:
        return Ink::Allowed;
    case ArrowState::HalfOpenAtSource:
    case ArrowState::HalfOpenAtTarget:
        return Ink::NotAllowed;
    case ArrowState::CannotTell:
        return Ink::CannotTell;
    }
    return Ink::Allowed;
}

static Ink arrowTextInk(const graph::Arrow &arrow)
{
    if (arrow.since == Since::Removed)
        return Ink::Subtle;
    switch (arrow.state) {
    case ArrowState::Allowed:
        return arrow.hasHalfOpenPorts() ? Ink::NotAllowedText : Ink::AllowedText;
    case ArrowState::HalfOpenAtSource:
    case ArrowState::HalfOpenAtTarget:
        return Ink::NotAllowedText;
    case ArrowState::CannotTell:
        return Ink::CannotTellText;
    }
    return Ink::AllowedText;
}

Dash arrowDash(const graph::Arrow &arrow)
{
    if (arrow.since == Since::Removed)
        return Dash::Gone;
    if (arrow.isBlocked())
        return Dash::Short;
    return arrow.state == ArrowState::CannotTell ? Dash::Dots : Dash::None;
}

void drawArrow(MarkSink &sink, const graph::ArrowShape &shape, double width)
{
    const Ink ink = arrowInk(shape.arrow);
    const QPainterPath line = arrowLine(shape, kHeadLength - 1);
    const bool isDouble = shape.arrow.since == Since::Changed;
    if (shape.arrow.since == Since::Added)
        width *= 1.7;
    sink.shape({line, Ink::None, ink, isDouble ? width * 2.6 : width, arrowDash(shape.arrow)});
    if (isDouble)
        sink.shape({line, Ink::None, Ink::Background, width * 0.8});
    QPainterPath head;
    head.addPolygon(arrowHead(shape, kHeadLength, kHeadWidth));
    head.closeSubpath();
    sink.shape({head, ink, Ink::None, 0});
}

QRectF pillRect(const graph::ArrowShape &shape)
{
    const QString text = pillText(shape.arrow);
    if (text.isEmpty())
        return {};
    QRectF rect = toQt(shape.pill);
    const double needed = widthOf(text, TextRole::Pill) + 18;
    if (rect.isEmpty())
        rect = QRectF(toQt(shape.at(0.5)) - QPointF(0, 10), QSizeF(0, 20));
    if (rect.width() < needed) {
        const double more = (needed - rect.width()) / 2;
        rect.adjust(-more, 0, more, 0);
    }
    return rect;
}

void drawPill(MarkSink &sink, const graph::Arrow &arrow, const QRectF &rect)
{
    if (rect.isEmpty())
        return;
    sink.shape({roundedRect(rect, rect.height() / 2), Ink::Pill, arrowInk(arrow), 1.2});
    sink.text({pillText(arrow), rect.center() + QPointF(0, 4), TextRole::Pill, arrowTextInk(arrow),
               rect.width() - 10, Anchor::Middle});
}

QRectF noteRect(const QRectF &pill, const QString &note, bool below)
{
    const double width = widthOf(note, TextRole::Note) + 10;
    const double x = pill.center().x() - width / 2;
    constexpr double kAway = 5; // room for the ring around what is selected
    return QRectF(x, below ? pill.bottom() + kAway : pill.top() - kAway - 16, width, 16);
}

void drawNote(MarkSink &sink, const graph::Arrow &arrow, const QString &note, const QRectF &rect)
{
    sink.shape({roundedRect(rect, 4), Ink::FrameFill, Ink::None, 0});
    sink.text({note, rect.center() + QPointF(0, 4), TextRole::Note, arrowTextInk(arrow),
               rect.width(), Anchor::Middle});
}

QRectF signRect(QPointF center, const QString &text)
{
    constexpr double kHeight = 17;
    const double width = std::max(kHeight, widthOf(text, TextRole::Pill) + 10);
    return QRectF(center.x() - width / 2, center.y() - kHeight / 2, width, kHeight);
}

void drawSign(MarkSink &sink, const QRectF &rect, const QString &text)
{
    QPainterPath path(rect.topLeft());
    path.lineTo(rect.topRight());
    path.lineTo(rect.right(), rect.bottom() - 4);
    path.lineTo(rect.right() - 4, rect.bottom()); // a folded corner
    path.lineTo(rect.bottomLeft());
    path.closeSubpath();
    sink.shape({path, Ink::Title, Ink::FrameFill, 1.2});
    sink.text({text, rect.center() + QPointF(0, 4), TextRole::Pill, Ink::Card, rect.width() - 4,
               Anchor::Middle});
}

} // namespace drawbridge::canvas
