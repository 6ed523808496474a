#include "canvas/overlay.h"

#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/render.h"
#include "canvas/render_arrows.h"
#include "canvas/shapes.h"
#include "canvas/small_names.h"

namespace drawbridge::canvas {

using graph::Key;

std::vector<QPointF> handlesOf(const View &view, const graph::Rect &rect)
{
    const QRectF shown = view.toView(rect);
    return {QPointF(shown.right(), shown.center().y()),
            QPointF(shown.center().x(), shown.bottom())};
}

static void toScene(QPainter &painter, const View &view)
{
    painter.translate(view.toView(graph::Point{0, 0}));
    painter.scale(view.scale(), view.scale());
}

static constexpr std::size_t kMostToStandOut = 4'000;

/// Those of what is pointed at or chosen; none where so many are that none would stand out.
std::set<std::uint32_t> Overlay::highlighted() const
{
    std::set<std::uint32_t> arrows;
    const auto addOf = [&](const Key &key) {
        if (!scene.node(key) && !scene.frame(key))
            return;
        for (const std::uint32_t i : scene.arrowsOf(key))
            if (hidden.empty() || hidden.count(scene.picture().arrows[i].arrow.key) == 0)
                arrows.insert(i);
    };
    addOf(hovered);
    for (const Key &key : selection) {
        addOf(key);
        if (arrows.size() > kMostToStandOut)
            return {};
    }
    return arrows;
}

std::vector<const graph::ArrowShape *> Overlay::manyArrows() const
{
    std::vector<const graph::ArrowShape *> result;
    const std::set<std::uint32_t> arrows = highlighted();
    if (arrows.size() > kMostHighlighted)
        for (const std::uint32_t i : arrows)
            result.push_back(&scene.picture().arrows[i]);
    return result;
}

void Overlay::paintBelow(QPainter &painter) const
{
    painter.save();
    toScene(painter, view);
    PainterSink sink(painter, palette);
    const std::set<std::uint32_t> arrows = highlighted();
    const double width = std::max(kArrowWidth + 0.7, 1.4 / view.scale());
    if (arrows.size() <= kMostHighlighted)
        for (const std::uint32_t i : arrows)
            drawArrow(sink, scene.picture().arrows[i], width);
    const double strong = std::max(kArrowWidth + 1.6, 2 / view.scale());
    for (const Key &key : selection) {
        const graph::ArrowShape *shape = scene.arrow(key);
        if (shape && hidden.count(key) == 0)
            drawArrow(sink, *shape, strong);
    }
    const graph::ArrowShape *shape = scene.arrow(hovered);
    if (shape && hidden.count(hovered) == 0)
        drawArrow(sink, *shape, std::max(kArrowWidth + 0.9, 1.5 / view.scale()));
    painter.restore();
}

/// An arrow that is pointed at or chosen says its ports at any zoom, in a size that can be read.
static double pillScale(const View &view)
{
    return std::max(view.scale(), kLeastPillScale);
}

/// Where the layers have it.
QRectF Overlay::pillOf(const graph::ArrowShape &shape) const
{
    QRectF pill = scene.pill(shape.arrow.key);
    if (pill.isEmpty()) {
        pill = pillRect(shape);
        pill.moveCenter(toQt(shape.at(0.5)));
    }
    const auto small = pills.find(std::uint32_t(&shape - scene.picture().arrows.data()));
    if (small != pills.end())
        pill.moveCenter(small->second.center());
    return pill;
}

/// With its name, which may be wider or lower than the node.
QRectF Overlay::nodeOutline(const graph::NodeShape &shape) const
{
    if (lod >= Lod::Near)
        return view.toView(fromQt(titledRect(shape)));
    const QRectF rect = view.toView(shape.rect);
    if (lod != Lod::Names)
        return rect;
    const SmallNames names(scene, view.scale(), view.dpr(), view.deviceArea().topLeft());
    const QRectF words = names.nameOf(shape).words;
    constexpr double kAir = 2;
    const QRectF shown(words.topLeft() / view.dpr(), words.size() / view.dpr());
    return rect.united(shown.adjusted(-kAir, -kAir, kAir, kAir));
}

QRectF Overlay::outlineOf(const Key &key) const
{
    if (const graph::NodeShape *node = scene.node(key))
        return nodeOutline(*node);
    const graph::ArrowShape *shape = scene.arrow(key);
    if (!shape)
        return view.toView(scene.rectOf(key));
    const QRectF pill = pillOf(*shape);
    QRectF outline(QPointF(), pill.size() * pillScale(view));
    outline.moveCenter(view.toView(fromQt(pill)).center());
    return outline;
}

/// Where the layers have it, and over it: there is one note, not two.
void Overlay::paintNote(MarkSink &sink, const graph::ArrowShape &shape, const QString &note,
                        const QRectF &pill) const
{
    const auto placed = scene.note(shape.arrow.key);
    const QRectF before = pillOf(shape);
    const bool isBelow = !placed || placed->center().y() > before.center().y();
    if (placed && view.scale() < pillScale(view) && lodAt(view.scale(), {}) == Lod::Full) {
        const double smaller = view.scale() / pillScale(view);
        const QRectF drawn = placed->translated(-before.center());
        const QRectF cover(drawn.topLeft() * smaller, drawn.size() * smaller);
        sink.shape({roundedRect(cover.adjusted(-1, -1, 1, 1), 4), Ink::FrameFill, Ink::None, 0});
    }
    drawNote(sink, shape.arrow, note, noteRect(pill, note, isBelow));
}

void Overlay::paintPill(QPainter &painter, const Key &key) const
{
    const graph::ArrowShape *shape = scene.arrow(key);
    if (shape && hidden.count(key) == 0)
        paintPillAt(painter, *shape, outlineOf(key).center());
}

void Overlay::paintPillAt(QPainter &painter, const graph::ArrowShape &shape, QPointF center) const
{
    QRectF pill(QPointF(), pillOf(shape).size());
    pill.moveCenter({0, 0});
    painter.save();
    painter.translate(center);
    painter.scale(pillScale(view), pillScale(view));
    PainterSink sink(painter, palette);
    const QString note = selects(shape.arrow.key) ? scene.noteText(shape) : QString();
    if (!note.isEmpty())
        paintNote(sink, shape, note, pill);
    drawPill(sink, shape.arrow, pill);
    if (const auto sign = scene.signs().find(shape.arrow.key); sign != scene.signs().end())
        drawSign(sink, signRect(pill.topLeft() + QPointF(4, 0), sign->second), sign->second);
    painter.restore();
}

/// A node that is pointed at or chosen says the ports of its arrows, unless all arrows do.
void Overlay::paintPillsOf(QPainter &painter, const Key &node) const
{
    constexpr std::size_t kMost = 12;
    if (!scene.node(node) || hidden.count(node) > 0 || lod == Lod::Full)
        return;
    Scene::Indices missing;
    for (const std::uint32_t i : scene.arrowsOf(node))
        if (pills.count(i) == 0 && !selects(scene.picture().arrows[i].arrow.key))
            missing.push_back(i);
    if (missing.size() > kMost)
        return;
    const QRectF shown = outlineOf(node).adjusted(-4, -4, 4, 4);
    const QRectF card(toQt(view.toScene(shown.topLeft())), shown.size() / view.scale());
    for (const auto &[i, rect] : pillsOf(scene, missing, view.scale(), card))
        paintPillAt(painter, scene.picture().arrows[i], view.toView(fromQt(rect)).center());
}

bool Overlay::selects(const Key &key) const
{
    return key == hovered || selection.count(key) > 0;
}

double Overlay::radiusOf(const Key &key, const QRectF &outline) const
{
    if (scene.arrow(key))
        return outline.height() / 2;
    return (scene.frame(key) ? 16 : 9) * view.scale();
}

void Overlay::paintSmall(QPainter &painter, const std::vector<QRectF> &outlines) const
{
    painter.save();
    painter.setPen(QPen(palette.selection, 1));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing, outlines.size() < 100); // many take their time
    painter.drawRects(outlines.data(), int(outlines.size()));
    painter.restore();
}

void Overlay::paintAbove(QPainter &painter) const
{
    const QRectF shown = painter.viewport();
    std::vector<QRectF> small; // of the selection: corners would not be seen
    const auto outline = [&](const Key &key, const QPen &pen, double distance) {
        if (!scene.contains(key) || hidden.count(key) > 0)
            return;
        const QRectF rect = outlineOf(key).adjusted(-distance, -distance, distance, distance);
        if (!rect.adjusted(-2, -2, 2, 2).intersects(shown))
            return;
        constexpr double kSmall = 8;
        if (rect.height() < kSmall && pen.color() == palette.selection) {
            small.push_back(rect);
            return;
        }
        const double radius = radiusOf(key, rect) + distance;
        painter.save();
        if (const graph::FrameShape *frame = scene.frame(key)) { // its title lies over the wall
            QPainterPath around;
            around.addRect(shown);
            painter.setClipPath(around - roundedRect(view.toView(fromQt(titleRect(*frame))), 8));
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, radius, radius);
        painter.restore();
    };
    constexpr std::size_t kFew = 3;
    if (selection.size() <= kFew)
        for (const Key &key : selection)
            paintPillsOf(painter, key);
    if (selection.count(hovered) == 0)
        paintPillsOf(painter, hovered);
    for (const Key &key : selection)
        paintPill(painter, key);
    paintPill(painter, hovered);
    for (const Key &key : selection)
        outline(key, QPen(palette.selection, 2.2), 0.5);
    paintSmall(painter, small);
    if (scene.node(hovered) && selection.count(hovered) == 0)
        outline(hovered, QPen(mixed(palette.cardBorder, palette.selection, 0.6), 1.6), 0.5);
    if (!current.empty())
        outline(current, QPen(palette.focus, 1.6), 4);
    if (!showsHandles)
        return;
    for (const Key &key : {hovered, current}) {
        const graph::NodeShape *node = scene.node(key);
        if (!node || !node->node.canConnect || hidden.count(key) > 0)
            continue;
        const double radius = handleRadius(view);
        painter.setPen(QPen(palette.allowed, 1.6));
        painter.setBrush(palette.handleFill);
        for (const QPointF handle : handlesOf(view, node->rect))
            painter.drawEllipse(handle, radius, radius);
    }
}

} // namespace drawbridge::canvas
