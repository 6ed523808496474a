#include "canvas/elements.h"

#include "canvas/shapes.h"
#include "graph/placing.h"
#include "messages/graph_words.h"
#include "messages/messages.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::canvas {

using graph::ArrowState;
using graph::NodeKind;
using graph::Since;
using graph::Wall;

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

// --- frames ---

static Wall strongest(const graph::Frame &frame)
{
    return std::max(frame.ingress, frame.egress);
}

static Wall wallOf(const graph::FrameShape &shape)
{
    return strongest(shape.frame);
}

double wallWidth(const graph::FrameShape &shape)
{
    switch (wallOf(shape)) {
    case Wall::Full:
        return 4;
    case Wall::Thin:
        return 1.8;
    case Wall::Partial:
        return 1.4;
    case Wall::Open:
        return 1.4;
    }
    return 1;
}

Ink wallInk(const graph::FrameShape &shape)
{
    if (shape.frame.since == Since::Removed)
        return Ink::Outside;
    return wallOf(shape) == Wall::Open ? Ink::NotAllowed : Ink::Wall;
}

void drawFrame(MarkSink &sink, const graph::FrameShape &shape, bool withWords)
{
    const Wall wall = wallOf(shape);
    const Dash dash = shape.frame.since == Since::Removed ? Dash::Gone
                      : wall == Wall::Full                ? Dash::Wall
                                                          : Dash::Short;
    const QRectF rect = toQt(shape.rect);
    sink.shape({roundedRect(rect, 16), Ink::FrameFill, wallInk(shape), wallWidth(shape), dash});
    if (!shape.isCollapsed)
        return;
    const QPointF center = rect.center() + QPointF(0, 6);
    const double width = std::min(150.0, rect.width() - 60);
    for (const double step : {2.0, 1.0, 0.0}) {
        const QRectF leaf(center.x() - width / 2 + step * 7 - 7, center.y() - 24 - step * 7 + 7,
                          width, 48);
        sink.shape({roundedRect(leaf, 8), Ink::Card, Ink::CardBorder, 1.2});
    }
    if (withWords) {
        sink.text({countWords(shape.frame), center + QPointF(-7, 11), TextRole::OutsideTitle,
                   Ink::Title, width - 16, Anchor::Middle, 11});
    }
}

static bool hasPill(const graph::FrameShape &shape)
{
    return wallOf(shape) != Wall::Open;
}

static constexpr double kTitleHeight = 26;
static constexpr double kChevronRoom = 18;
static constexpr double kLockRoom = 20;

static constexpr double kTitleExtras = 26 + kChevronRoom + kLockRoom;

static constexpr double kTitleOverhang = 12; ///< a title may be wider than its frame

/// The whole title where there is room, else the short one, else the name alone: never cut.
static QString titleText(const graph::FrameShape &shape)
{
    const auto fits = [&](const QString &text, double more) {
        return widthOf(text, TextRole::FrameTitle) + kTitleExtras <= shape.rect.width + more;
    };
    QString title = frameTitle(shape.frame);
    if (fits(title, -32))
        return title;
    const QString shortTitle = shortFrameTitle(shape.frame);
    return fits(shortTitle, kTitleOverhang) ? shortTitle : visible(shape.frame.title);
}

QRectF titleRect(const graph::FrameShape &shape)
{
    const QRectF rect = toQt(shape.rect);
    const double needed = widthOf(titleText(shape), TextRole::FrameTitle) + kTitleExtras;
    const double width = std::min(needed, std::max(rect.width() + kTitleOverhang, 60.0));
    return QRectF(rect.x() + 16, rect.y() - kTitleHeight / 2, width, kTitleHeight);
}

QRectF chevronRect(const graph::FrameShape &shape)
{
    const QRectF title = titleRect(shape);
    return QRectF(title.right() - kChevronRoom - 6, title.y(), kChevronRoom + 6, title.height());
}

static void drawPadlock(MarkSink &sink, QPointF at, graph::Lock lock, Ink ink)
{
    const LockPaths paths = padlock(at, lock == graph::Lock::Closed);
    const bool isHollow = lock == graph::Lock::Open;
    sink.shape({paths.shackle, Ink::None, ink, 1.6});
    sink.shape({paths.body, isHollow ? Ink::Card : ink, ink, 1.3});
}

void drawFrameTitle(MarkSink &sink, const graph::FrameShape &shape, bool withChevron)
{
    QRectF title = titleRect(shape);
    if (!withChevron)
        title.setWidth(title.width() - kChevronRoom);
    const bool isOpen = !hasPill(shape);
    const Ink line = isOpen ? Ink::NotAllowed : Ink::Wall;
    sink.shape({roundedRect(title, kTitleHeight / 2), Ink::Pill, line, 1.4});
    const graph::Lock lock = isOpen                           ? graph::Lock::Open
                             : wallOf(shape) == Wall::Partial ? graph::Lock::AdmitsEveryone
                                                              : graph::Lock::Closed;
    drawPadlock(sink, {title.x() + 13, title.y() + 6.2}, lock, isOpen ? line : Ink::Lock);
    const double room = title.width() - 26 - kLockRoom - (withChevron ? kChevronRoom : 0);
    sink.text({titleText(shape), QPointF(title.x() + 13 + kLockRoom - 3, title.y() + 17.5),
               TextRole::FrameTitle, isOpen ? Ink::NotAllowedText : Ink::Title, room + 3});
    if (!withChevron)
        return;
    sink.shape({foldSign(QPointF(title.right() - 20, title.y() + 8), shape.isCollapsed), Ink::None,
                Ink::Subtle, 1.2});
}

// --- nodes ---

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

// --- faded ---

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

void drawFadedFrame(MarkSink &sink, const graph::FrameShape &shape)
{
    sink.shape({roundedRect(toQt(shape.rect), 16), Ink::None, Ink::CardBorder, 1.2});
}

void drawFadedTitle(MarkSink &sink, const graph::FrameShape &shape)
{
    const QRectF title = titleRect(shape);
    const QString name = plain(shape.frame.title);
    const double width =
        std::min(widthOf(name, TextRole::SubLine) + 26 + kChevronRoom, title.width());
    sink.shape({roundedRect(QRectF(title.topLeft(), QSizeF(width, title.height())), 13),
                Ink::Background, Ink::CardBorder, 1.2});
    sink.text(
        {name, title.topLeft() + QPointF(13, 17.5), TextRole::SubLine, Ink::Subtle, width - 22});
}

// --- arrows ---

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

// --- notes ---

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
