#include "canvas/export_legend.h"

#include "canvas/elements.h"
#include "canvas/shapes.h"
#include "messages/tr.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace drawbridge::canvas {

namespace {

constexpr double kBeside = 24;
constexpr double kSampleWidth = 46;
constexpr double kSampleGap = 10; ///< between a sample and its words
constexpr double kColumnGap = 26;
constexpr double kRowHeight = 28;
constexpr double kRuleRoom = 18; ///< above the first row, for the line that parts it off

struct Entry
{
    QString words;
    std::function<void(MarkSink &, const QRectF &)> drawSample;
};

void drawLine(MarkSink &sink, const QRectF &box, graph::ArrowState state,
              graph::Since since = graph::Since::Same)
{
    graph::ArrowShape shape;
    shape.arrow.state = state;
    shape.arrow.since = since;
    shape.from = fromQt(QPointF(box.left(), box.center().y()));
    shape.to = fromQt(QPointF(box.right(), box.center().y()));
    shape.control1 = shape.from;
    shape.control2 = shape.to;
    drawArrow(sink, shape);
}

void drawWall(MarkSink &sink, const QRectF &box, graph::Wall wall)
{
    graph::FrameShape shape;
    shape.frame.ingress = wall;
    const Dash dash = wall == graph::Wall::Full ? Dash::Wall : Dash::Short;
    sink.shape({roundedRect(box.adjusted(2, 0, -2, 0), 5), Ink::FrameFill, wallInk(shape),
                wallWidth(shape), dash});
}

void drawPadlock(MarkSink &sink, const QRectF &box, bool isShut)
{
    const Ink ink = isShut ? Ink::Lock : Ink::NotAllowed;
    const LockPaths paths = padlock(box.center() - QPointF(5, 6), isShut);
    sink.shape({paths.shackle, Ink::None, ink, 1.6});
    sink.shape({paths.body, isShut ? ink : Ink::Card, ink, 1.3});
}

void drawBarredLock(MarkSink &sink, const QRectF &box)
{
    drawPadlock(sink, box, false);
    const QPainterPath bar = lockBar(box.center() - QPointF(5, 6));
    sink.shape({bar, Ink::None, Ink::Card, 4});
    sink.shape({bar, Ink::None, Ink::Lock, 1.8});
}

void drawLikeCard(MarkSink &sink, const QRectF &box)
{
    const QRectF card = box.adjusted(4, 0, -2, 0);
    sink.shape({roundedRect(card, 5), Ink::Card, Ink::Outside, 1.2, Dash::Short});
    const QRectF bar(card.x() - 1.5, card.y() + 4, 4.5, card.height() - 8);
    sink.shape({roundedRect(bar, 1.5), Ink::Outside, Ink::None, 0});
}

std::vector<Entry> entriesOfComparison()
{
    using graph::Since;
    const auto line = [](Since since) {
        return [since](MarkSink &sink, const QRectF &box) {
            drawLine(sink, box, graph::ArrowState::Allowed, since);
        };
    };
    return {{Tr::tr("added: only the newer version has it"), line(Since::Added)},
            {Tr::tr("changed, with what it was"), line(Since::Changed)},
            {Tr::tr("removed: only the older version has it"), line(Since::Removed)}};
}

void drawGateSample(MarkSink &sink, const QRectF &box)
{
    drawGate(sink, box.adjusted(0, -1, 0, 1));
}

std::vector<Entry> entries(LegendParts parts)
{
    using graph::ArrowState;
    using graph::Wall;
    const auto line = [](ArrowState state) {
        return [state](MarkSink &sink, const QRectF &box) { drawLine(sink, box, state); };
    };
    const auto wall = [](Wall state) {
        return [state](MarkSink &sink, const QRectF &box) { drawWall(sink, box, state); };
    };
    const auto lock = [](bool isShut) {
        return [isShut](MarkSink &sink, const QRectF &box) { drawPadlock(sink, box, isShut); };
    };
    std::vector<Entry> all{
        {Tr::tr("allowed"), line(ArrowState::Allowed)},
        {Tr::tr("half open: only one end allows it"), line(ArrowState::HalfOpenAtTarget)},
        {Tr::tr("namespace that denies by default"), wall(Wall::Full)},
        {Tr::tr("namespace with some services isolated"), wall(Wall::Partial)},
        {Tr::tr("open namespace: nothing isolates it"), wall(Wall::Open)},
        {Tr::tr("isolated: only what is drawn gets through"), lock(true)},
        {Tr::tr("not isolated, or open to everyone"), lock(false)},
        {Tr::tr("pods like this: only a selector names them"), drawLikeCard}};
    if (parts.denials)
        all.push_back({Tr::tr("open, but a cluster-wide policy denies part"), drawBarredLock});
    if (parts.onlyStandard)
        all.push_back({Tr::tr("only standard Kubernetes allows it"), line(ArrowState::CannotTell)});
    if (parts.names)
        all.push_back({Tr::tr("cannot tell: no file says what port the name is"),
                       line(ArrowState::CannotTell)});
    if (parts.changes)
        for (Entry &entry : entriesOfComparison())
            all.push_back(std::move(entry));
    if (parts.ways) {
        all.push_back({Tr::tr("way in from outside: an object leads there"), drawGateSample});
        all.push_back({Tr::tr("it leads there, but the policies admit nothing"),
                       line(ArrowState::HalfOpenAtTarget)});
        all.push_back({Tr::tr("cannot tell who comes in"), line(ArrowState::CannotTell)});
    }
    return all;
}

/// Puts the entries into equal columns, as many as fit. Gives the size of it all.
QSizeF place(double width, LegendParts parts,
             const std::function<void(const Entry &, QPointF)> &visit)
{
    const std::vector<Entry> all = entries(parts);
    double widest = 0;
    for (const Entry &entry : all)
        widest = std::max(widest, widthOf(entry.words, TextRole::SubLine));
    const double column = kSampleWidth + kSampleGap + widest + kColumnGap;
    const int count = int(all.size());
    const int columns = std::clamp(int((width - 2 * kBeside + kColumnGap) / column), 1, count);
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        const int inColumn = i / rows;
        visit(all[std::size_t(i)],
              QPointF(kBeside + inColumn * column, kRuleRoom + i % rows * kRowHeight));
    }
    return {width, kRuleRoom + rows * kRowHeight + kBeside / 2};
}

} // namespace

QSizeF legendSize(double width, LegendParts parts)
{
    return place(width, parts, [](const Entry &, QPointF) {});
}

void drawLegend(MarkSink &sink, const QRectF &area, LegendParts parts)
{
    QPainterPath rule(area.topLeft() + QPointF(kBeside, 4));
    rule.lineTo(area.topRight() + QPointF(-kBeside, 4));
    sink.shape({rule, Ink::None, Ink::CardBorder, 1});
    place(area.width(), parts, [&](const Entry &entry, QPointF at) {
        const QRectF box(area.topLeft() + at, QSizeF(kSampleWidth, 20));
        entry.drawSample(sink, box);
        const double left = box.right() + kSampleGap;
        sink.text({entry.words, QPointF(left, box.center().y() + 4), TextRole::SubLine, Ink::Title,
                   area.right() - 4 - left});
    });
}

} // namespace drawbridge::canvas
