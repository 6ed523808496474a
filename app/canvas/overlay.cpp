#include "canvas/overlay.h"

#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/render.h"
#include "canvas/shapes.h"

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

void Overlay::paintBelow(QPainter &painter) const
{
    std::set<std::uint32_t> arrows;
    const auto addOf = [&](const Key &key) {
        if (scene.node(key) || scene.frame(key)) {
            const Scene::Indices &of = scene.arrowsOf(key);
            arrows.insert(of.begin(), of.end());
        }
    };
    addOf(hovered);
    for (const Key &key : selection)
        addOf(key);
    painter.save();
    toScene(painter, view);
    PainterSink sink(painter, palette);
    // Thin lines are cheap, and a hub has hundreds.
    const double thin = 1 / view.deviceScale();
    const double width =
        arrows.size() > 150 ? thin : std::max(kArrowWidth + 0.7, 1.4 / view.scale());
    for (const std::uint32_t i : arrows) {
        const graph::ArrowShape &shape = scene.picture().arrows[i];
        if (hidden.count(shape.arrow.key) == 0)
            drawArrow(sink, shape, width);
    }
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
static constexpr double kLeastPillScale = 0.8;

static double pillScale(const View &view)
{
    return std::max(view.scale(), kLeastPillScale);
}

static QRectF pillOf(const Scene &scene, const graph::ArrowShape &shape)
{
    QRectF pill = scene.pill(shape.arrow.key);
    if (pill.isEmpty()) {
        pill = pillRect(shape);
        pill.moveCenter(toQt(shape.at(0.5)));
    }
    return pill;
}

static QRectF outlineOf(const Scene &scene, const View &view, const Key &key)
{
    const graph::ArrowShape *shape = scene.arrow(key);
    if (!shape)
        return view.toView(scene.rectOf(key));
    const QRectF pill = pillOf(scene, *shape);
    QRectF outline(QPointF(), pill.size() * pillScale(view));
    outline.moveCenter(view.toView(fromQt(pill)).center());
    return outline;
}

/// Where the layers have it, and over it: there is one note, not two.
void Overlay::paintNote(MarkSink &sink, const graph::ArrowShape &shape, const QString &note,
                        const QRectF &pill) const
{
    const auto placed = scene.note(shape.arrow.key);
    const QRectF before = pillOf(scene, shape);
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
    if (!shape || hidden.count(key) > 0)
        return;
    QRectF pill(QPointF(), pillOf(scene, *shape).size());
    pill.moveCenter({0, 0});
    painter.save();
    painter.translate(outlineOf(scene, view, key).center());
    painter.scale(pillScale(view), pillScale(view));
    PainterSink sink(painter, palette);
    const QString note = shape->arrow.isBlocked() ? scene.noteText(*shape) : QString();
    if (!note.isEmpty())
        paintNote(sink, *shape, note, pill);
    drawPill(sink, shape->arrow, pill);
    if (const auto sign = scene.signs().find(key); sign != scene.signs().end())
        drawSign(sink, signRect(pill.topLeft() + QPointF(4, 0), sign->second), sign->second);
    painter.restore();
}

static double radiusOf(const Scene &scene, const View &view, const Key &key, const QRectF &outline)
{
    if (scene.arrow(key))
        return outline.height() / 2;
    return (scene.frame(key) ? 16 : 9) * view.scale();
}

void Overlay::paintAbove(QPainter &painter) const
{
    const auto outline = [&](const Key &key, const QPen &pen, double distance) {
        if (!scene.contains(key) || hidden.count(key) > 0)
            return;
        const QRectF rect =
            outlineOf(scene, view, key).adjusted(-distance, -distance, distance, distance);
        const double radius = radiusOf(scene, view, key, rect) + distance;
        painter.save();
        if (const graph::FrameShape *frame = scene.frame(key)) { // its title lies over the wall
            QPainterPath around;
            around.addRect(QRectF(painter.viewport()));
            painter.setClipPath(around - roundedRect(view.toView(fromQt(titleRect(*frame))), 8));
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect, radius, radius);
        painter.restore();
    };
    for (const Key &key : selection)
        paintPill(painter, key);
    paintPill(painter, hovered);
    for (const Key &key : selection)
        outline(key, QPen(palette.selection, 2.2), 0.5);
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
