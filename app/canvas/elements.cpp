#include "canvas/elements.h"

#include "canvas/shapes.h"
#include "graph/placing.h"
#include "messages/graph_words.h"
#include "messages/messages.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

using graph::NodeKind;
using graph::Since;

double widthOf(const QString &text, TextRole role)
{
    const TextSpec spec = specOf(role);
    const double width = graph::textWidth(text.toStdString(), spec.size, spec.isBold);
    return spec.isMonospace ? std::max(width, text.size() * 0.61 * spec.size) : width;
}

DashLengths lengthsOf(Dash dash)
{
    switch (dash) {
    case Dash::None:
        return {};
    case Dash::Wall:
        return {14, 6};
    case Dash::Short:
        return {6, 4};
    case Dash::Dots:
        return {2, 4};
    case Dash::Gone:
        return {11, 8};
    }
    return {};
}

/// An open one of which a part is denied has a bar across its body and beyond.
static void drawLock(MarkSink &sink, QPointF at, graph::Lock lock, const graph::Denial &denial,
                     bool isIngress)
{
    const Ink ink = lock == graph::Lock::Closed ? Ink::Lock : Ink::NotAllowed;
    const QPointF corner = at + QPointF(9.5, 0);
    sink.shape({smallArrow(at + QPointF(0, 5), isIngress), Ink::None, ink, 1.2});
    drawPadlock(sink, corner, lock, ink);
    if (!isDeniedInPart(lock, denial))
        return;
    sink.shape({lockBar(corner), Ink::None, Ink::Card, 4});
    sink.shape({lockBar(corner), Ink::None, Ink::Lock, 1.8});
}

/// How much higher a node is than one with a title of one line.
static double moreHeight(const graph::Node &node, const QRectF &rect)
{
    const graph::Metrics &m = graph::metrics();
    return std::max(rect.height() - (node.frame.empty() ? m.outsideHeight : m.cardHeight), 0.0);
}

/// As many lines as the node has room for; the last one takes what is left.
static QStringList titleLines(const graph::Node &node, const QString &title, const QRectF &rect)
{
    QStringList lines;
    for (const std::string &line : graph::titleLines(node, title.toStdString()))
        lines += QString::fromStdString(line);
    const qsizetype most = 1 + qsizetype(std::lround(moreHeight(node, rect) / graph::kTitleLine));
    while (lines.size() > most) {
        const QString last = lines.takeLast();
        lines.last() += last;
    }
    return lines;
}

static void drawCardText(MarkSink &sink, const graph::Node &node, const QRectF &rect)
{
    const double left = rect.x() + 15;
    const double room = rect.width() - 15 - 36;
    const QString ports = portsLine(node);
    const QStringList lines = titleLines(node, plain(node.title), rect);
    double y = rect.y() + 25;
    for (const QString &line : lines) {
        sink.text({line,
                   {left, y},
                   lines.size() > 1 ? TextRole::FrameTitle : TextRole::CardTitle,
                   Ink::Title,
                   room,
                   Anchor::Left,
                   int(graph::kLeastTitleFont)});
        y += graph::kTitleLine;
    }
    sink.text({subLine(node),
               {left, rect.bottom() - 29},
               TextRole::SubLine,
               Ink::Subtle,
               rect.width() - 15 - 10,
               Anchor::Left,
               10});
    if (!ports.isEmpty()) {
        sink.text({ports,
                   {left, rect.bottom() - 12},
                   node.isStale ? TextRole::SubLine : TextRole::Ports,
                   node.isStale ? Ink::NotAllowedText : Ink::Title,
                   room});
    }
}

bool isCard(const graph::Node &node)
{
    return node.kind == NodeKind::Workload || node.kind == NodeKind::PodGroup ||
           node.kind == NodeKind::LikeGroup;
}

Ink barInk(const graph::Node &node)
{
    if (node.kind == NodeKind::LikeGroup || node.since == Since::Removed)
        return Ink::Outside;
    return node.ingress == graph::Lock::Open ? Ink::NotAllowed : Ink::Allowed;
}

void drawCardBody(MarkSink &sink, const graph::Node &node, const QRectF &rect)
{
    const bool isLike = node.kind == NodeKind::LikeGroup;
    const bool isGone = node.since == Since::Removed;
    const bool isNew = node.since == Since::Added;
    const bool isDouble = node.since == Since::Changed;
    const bool isPlain = !isLike && node.since == Since::Same;
    const Ink border = isPlain ? Ink::CardBorder : Ink::Outside;
    const Dash dash = isGone ? Dash::Gone : isLike ? Dash::Short : Dash::None;
    const QPainterPath outline = roundedRect(rect, 9);
    sink.shape({outline, Ink::Card, border, isNew ? 2.4 : isDouble ? 3.4 : 1.2, dash});
    if (isDouble)
        sink.shape({outline, Ink::None, Ink::Card, 1.2, dash});
    const QRectF bar(rect.x() - 1.5, rect.y() + 9, 4.5, rect.height() - 18);
    sink.shape({roundedRect(bar, 1.5), barInk(node), Ink::None, 0});
}

static void drawCard(MarkSink &sink, const graph::NodeShape &shape)
{
    const QRectF rect = toQt(shape.rect);
    drawCardBody(sink, shape.node, rect);
    drawCardText(sink, shape.node, rect);
    const double x = rect.right() - 10 - 19.5;
    const graph::Node &node = shape.node;
    drawLock(sink, {x, rect.y() + 13}, node.ingress, node.ingressDenial, true);
    drawLock(sink, {x, rect.bottom() - 24}, node.egress, node.egressDenial, false);
}

static void drawStack(MarkSink &sink, const QRectF &box)
{
    for (const double step : {0.0, 1.0, 2.0}) {
        const QRectF leaf(box.x() + 14 - step * 6, box.y() + 2 + step * 8, box.width() - 15,
                          box.height() - 20);
        sink.shape({roundedRect(leaf, 5), Ink::Card, Ink::Outside, 1.4});
    }
}

/// A wall with a doorway.
void drawGate(MarkSink &sink, const QRectF &box)
{
    sink.shape({roundedRect(box.adjusted(2, 2, -2, -1), 6), Ink::Card, Ink::Outside, 1.5});
    const double half = std::min(box.height() * 0.26, box.width() / 5);
    const QPointF foot(box.center().x(), box.bottom() - 1);
    const double spring = box.top() + box.height() * 0.22 + half;
    QPainterPath door(QPointF(foot.x() - half, foot.y()));
    door.lineTo(foot.x() - half, spring);
    door.arcTo(QRectF(foot.x() - half, spring - half, 2 * half, 2 * half), 180, -180);
    door.lineTo(foot.x() + half, foot.y());
    door.closeSubpath();
    sink.shape({door, Ink::Background, Ink::Outside, 1.4});
}

void drawOutsideBody(MarkSink &sink, const graph::NodeShape &shape)
{
    const QRectF rect = toQt(shape.rect);
    const QRectF box(rect.x() - 2, rect.y() + 1, rect.width() + 3,
                     rect.height() - 22 - moreHeight(shape.node, rect));
    switch (shape.node.kind) {
    case NodeKind::Cluster:
        drawStack(sink, box);
        break;
    case NodeKind::Everyone: {
        sink.shape({cloud(box), Ink::Card, Ink::Outside, 1.5});
        const QRectF card(box.center().x() - 20, box.center().y() - 9, 40, 20);
        sink.shape({roundedRect(card, 5), Ink::Card, Ink::Outside, 1.4});
        break;
    }
    case NodeKind::WayIn:
        drawGate(sink, box);
        break;
    case NodeKind::Internet:
    case NodeKind::Range:
    case NodeKind::Workload:
    case NodeKind::PodGroup:
    case NodeKind::LikeGroup:
        sink.shape({cloud(box), Ink::Card, Ink::Outside, 1.5});
        break;
    }
}

QRectF titledRect(const graph::NodeShape &shape)
{
    const QRectF rect = toQt(shape.rect);
    if (isCard(shape.node))
        return rect;
    const QStringList lines = titleLines(shape.node, nodeTitle(shape.node), rect);
    const TextRole role = lines.size() > 1 ? TextRole::FrameTitle : TextRole::OutsideTitle;
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, widthOf(line, role));
    constexpr double kAir = 3;
    const double more = std::min(width, rect.width() + 20) / 2 + kAir - rect.width() / 2;
    return rect.adjusted(-std::max(more, 0.0), 0, std::max(more, 0.0), 0);
}

static void drawOutside(MarkSink &sink, const graph::NodeShape &shape)
{
    drawOutsideBody(sink, shape);
    const QRectF rect = toQt(shape.rect);
    const QStringList lines = titleLines(shape.node, nodeTitle(shape.node), rect);
    double y = rect.bottom() - 6 - graph::kTitleLine * double(lines.size() - 1);
    for (const QString &line : lines) {
        sink.text({line,
                   {rect.center().x(), y},
                   lines.size() > 1 ? TextRole::FrameTitle : TextRole::OutsideTitle,
                   Ink::Title,
                   rect.width() + 20,
                   Anchor::Middle,
                   int(graph::kLeastTitleFont)});
        y += graph::kTitleLine;
    }
}

static QString tagText(const graph::Node &node)
{
    const QString text = changeTag(node);
    return text.isEmpty() ? QString::fromStdString(node.tag) : text;
}

/// Below the ports of a card, and above the title of an outside node; no wider than they are, so
/// that it reaches into no neighbour.
QRectF tagRect(const graph::NodeShape &shape)
{
    const QString text = tagText(shape.node);
    if (text.isEmpty())
        return {};
    constexpr double kHeight = 16;
    constexpr double kOver = 5; ///< over the card's edge, so that it belongs to it
    constexpr double kLeft = 14;
    constexpr double kEdge = 4; ///< from where the card begins and ends, at least
    const QRectF rect = toQt(shape.rect);
    const double width =
        std::min(widthOf(text, TextRole::Note) + 16, std::max(rect.width() - 2 * kEdge, kHeight));
    const double left = std::min(rect.x() + kLeft, rect.right() - kEdge - width);
    return isCard(shape.node)
               ? QRectF(left, rect.bottom() - kOver, width, kHeight)
               : QRectF(rect.center().x() - width / 2, rect.y() - kHeight / 2, width, kHeight);
}

/// The node's facts have all of it.
static void drawTag(MarkSink &sink, const graph::NodeShape &shape)
{
    const QRectF tag = tagRect(shape);
    if (tag.isEmpty())
        return;
    constexpr int kLeastFont = 10;
    sink.shape({roundedRect(tag, tag.height() / 2), Ink::Pill, Ink::Title, 1.2});
    sink.text({tagText(shape.node), tag.center() + QPointF(0, 4), TextRole::Note, Ink::Title,
               tag.width() - 6, Anchor::Middle, kLeastFont});
}

void drawNode(MarkSink &sink, const graph::NodeShape &shape)
{
    if (isCard(shape.node))
        drawCard(sink, shape);
    else
        drawOutside(sink, shape);
    drawTag(sink, shape);
}

void drawFadedNode(MarkSink &sink, const graph::NodeShape &shape, bool withWords)
{
    const QRectF rect = toQt(shape.rect);
    const bool isBox = isCard(shape.node);
    const QRectF box(rect.x() - 2, rect.y() + 1, rect.width() + 3, rect.height() - 22);
    sink.shape({isBox ? roundedRect(rect, 9) : cloud(box), Ink::Background, Ink::CardBorder, 1.2});
    if (!withWords)
        return;
    const QString title = nodeTitle(shape.node);
    if (isBox) {
        sink.text({title, rect.topLeft() + QPointF(15, 25), TextRole::SubLine, Ink::Subtle,
                   rect.width() - 25});
    } else {
        sink.text({title, QPointF(rect.center().x(), rect.bottom() - 6), TextRole::SubLine,
                   Ink::Subtle, rect.width() + 20, Anchor::Middle});
    }
}

} // namespace drawbridge::canvas
