#include "canvas/render_arrows.h"

#include "canvas/elements.h"
#include "canvas/line_raster.h"
#include "canvas/painter_sink.h"
#include "canvas/shapes.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>

namespace drawbridge::canvas {

using graph::ArrowShape;

/// Above this many the own line raster draws, which knows widths and dashes but no round joins.
static constexpr std::size_t kMostPainted = 300;
static constexpr std::size_t kLeastBundled = 500; ///< far out
static constexpr std::size_t kMostSingle = 1500;  ///< while cards are small
static constexpr double kHighlighted = 1.5;       ///< px

static bool isHidden(const RenderJob &job, const ArrowShape &shape)
{
    return !job.hidden.empty() && job.hidden.count(shape.arrow.key) > 0;
}

static void paintArrows(QImage &base, const RenderJob &job, const Scene::Indices &arrows)
{
    QPainter painter(&base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-job.area.topLeft());
    painter.scale(job.deviceScale(), job.deviceScale());
    PainterSink sink(painter, job.palette);
    sink.setExactDashes(true);
    const double width = std::max(kArrowWidth, 1 / job.scale);
    for (const std::uint32_t i : arrows) {
        const ArrowShape &shape = job.scene->picture().arrows[i];
        if (!isHidden(job, shape))
            drawArrow(sink, shape, width);
    }
}

/// The colour of lines at a level: calmer the more of them there are.
static QColor lineColour(const RenderJob &job, const ArrowShape &shape)
{
    const QColor colour = job.palette.of(arrowInk(shape.arrow));
    const double share = job.lod <= Lod::Far ? 0.65 : job.lod <= Lod::Names ? 0.85 : 1;
    return mixed(job.palette.frameFill, colour, share);
}

static void drawHeads(QImage &base, const RenderJob &job, const Scene::Indices &arrows)
{
    const double s = job.deviceScale();
    const double length = std::clamp(kHeadLength * job.scale, 6.0, 14.0) * job.dpr / s;
    QPainter painter(&base);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-job.area.topLeft());
    painter.scale(s, s);
    painter.setPen(Qt::NoPen);
    const graph::Rect area = job.sceneArea();
    for (const std::uint32_t i : arrows) {
        const ArrowShape &shape = job.scene->picture().arrows[i];
        const graph::Rect tip{shape.to.x - length, shape.to.y - length, 2 * length, 2 * length};
        if (isHidden(job, shape) || !tip.intersects(area))
            continue;
        painter.setBrush(lineColour(job, shape));
        painter.drawConvexPolygon(arrowHead(shape, length, length * 0.8));
    }
}

static void rasterArrows(QImage &base, const RenderJob &job, const Scene::Indices &arrows)
{
    LineRaster raster(base, job.area.topLeft());
    const double s = job.deviceScale();
    const auto device = [s](graph::Point p) { return QPointF(p.x * s, p.y * s); };
    for (const std::uint32_t i : arrows) {
        const ArrowShape &shape = job.scene->picture().arrows[i];
        if (isHidden(job, shape))
            continue;
        LineRaster::Stroke stroke;
        stroke.colour = lineColour(job, shape).rgb();
        stroke.width = job.dpr * (job.lod >= Lod::Near ? 1.4 : 1);
        if (job.lod >= Lod::Middle) {
            const DashLengths lengths = lengthsOf(arrowDash(shape.arrow));
            stroke.dash = lengths.dash * job.dpr;
            stroke.gap = lengths.gap * job.dpr;
        }
        if (job.lod <= Lod::Far) {
            raster.line(device(shape.from), device(shape.to), stroke);
        } else {
            for (const auto &[from, control1, control2, to] : shape.cubics())
                raster.curve(device(from), device(control1), device(control2), device(to), stroke);
        }
    }
}

void rasterHighlights(QImage &image, const View &view, const CanvasPalette &palette,
                      const std::vector<const ArrowShape *> &arrows)
{
    const double s = view.deviceScale();
    const QPoint origin = view.deviceArea().topLeft();
    const auto device = [s](graph::Point p) { return QPointF(p.x * s, p.y * s); };
    {
        LineRaster raster(image, origin);
        for (const ArrowShape *shape : arrows) {
            const DashLengths lengths = lengthsOf(arrowDash(shape->arrow));
            const LineRaster::Stroke stroke{palette.of(arrowInk(shape->arrow)).rgb(),
                                            kHighlighted * view.dpr(), lengths.dash * view.dpr(),
                                            lengths.gap * view.dpr(), true};
            for (const auto &[from, control1, control2, to] : shape->cubics())
                raster.curve(device(from), device(control1), device(control2), device(to), stroke);
        }
    }
    const double length = std::clamp(kHeadLength * view.scale(), 6.0, 14.0) * view.dpr() / s;
    const graph::Rect seen = view.visible();
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-origin);
    painter.scale(s, s);
    painter.setPen(Qt::NoPen);
    for (const ArrowShape *shape : arrows) {
        const graph::Point to = shape->to;
        if (!graph::Rect{to.x - length, to.y - length, 2 * length, 2 * length}.intersects(seen))
            continue;
        painter.setBrush(palette.of(arrowInk(shape->arrow)));
        painter.drawConvexPolygon(arrowHead(*shape, length, length * 0.8));
    }
}

bool isCrowded(Lod lod, std::size_t arrows)
{
    return lod <= Lod::Names && arrows > (lod == Lod::Overview ? kLeastBundled : kMostSingle);
}

static const graph::Key &groupOf(const Scene &scene, const graph::Key &end)
{
    const graph::NodeShape *node = scene.node(end);
    return node && !node->node.frame.empty() ? node->node.frame : end;
}

Scene::Indices innerArrows(const RenderJob &job, const Scene::Indices &arrows)
{
    Scene::Indices inner;
    for (const std::uint32_t i : arrows) {
        const graph::Arrow &arrow = job.scene->picture().arrows[i].arrow;
        if (groupOf(*job.scene, arrow.source) == groupOf(*job.scene, arrow.target))
            inner.push_back(i);
    }
    return inner;
}

void renderBundles(QImage &base, const RenderJob &job, const Scene::Indices &arrows)
{
    const Scene &scene = *job.scene;
    struct Bundle
    {
        std::size_t count = 0;
        std::size_t broken = 0;
    };
    std::map<std::pair<std::string_view, std::string_view>, Bundle> bundles;
    for (const std::uint32_t i : arrows) {
        const ArrowShape &shape = scene.picture().arrows[i];
        const graph::Key &source = groupOf(scene, shape.arrow.source);
        const graph::Key &target = groupOf(scene, shape.arrow.target);
        if (source == target || isHidden(job, shape))
            continue;
        Bundle &bundle = bundles[{source, target}];
        ++bundle.count;
        bundle.broken += shape.arrow.state == graph::ArrowState::Allowed ? 0 : 1;
    }
    std::vector<std::pair<std::pair<std::string_view, std::string_view>, Bundle>> byCount(
        bundles.begin(), bundles.end());
    std::stable_sort(byCount.begin(), byCount.end(), [](const auto &a, const auto &b) {
        return a.second.count < b.second.count; // the strongest come last, over the others
    });
    // The more there are the paler they get: a ground on which namespaces can be read.
    constexpr double kClear = 400;
    const double calm =
        std::clamp(std::sqrt(kClear / double(std::max<std::size_t>(byCount.size(), 1))), 0.2, 1.0);
    LineRaster raster(base, job.area.topLeft());
    const double s = job.deviceScale();
    for (const auto &[ends, bundle] : byCount) {
        const graph::Point from = scene.rectOf(graph::Key(ends.first)).center();
        const graph::Point to = scene.rectOf(graph::Key(ends.second)).center();
        const Ink ink = bundle.broken * 2 > bundle.count ? Ink::NotAllowed : Ink::Allowed;
        const double weight = std::min(std::log2(1.0 + double(bundle.count)) / 6, 1.0);
        LineRaster::Stroke stroke;
        stroke.colour =
            mixed(job.palette.background, job.palette.of(ink), (0.25 + 0.6 * weight) * calm).rgb();
        stroke.width = job.dpr * (1 + 2 * weight);
        raster.line({from.x * s, from.y * s}, {to.x * s, to.y * s}, stroke);
    }
}

void renderBehind(QPainter &painter, const RenderJob &job, const Scene::Indices &arrows)
{
    PainterSink sink(painter, job.palette);
    for (const std::uint32_t i : arrows) {
        const ArrowShape &shape = job.scene->picture().arrows[i];
        if (!shape.isBehind || isHidden(job, shape))
            continue;
        QPainterPath cards;
        for (const std::uint32_t node : job.scene->nodesNear(shape.bounds()))
            cards.addRect(toQt(job.scene->picture().nodes[node].rect));
        painter.save();
        painter.setClipPath(cards);
        const double width = std::max(1.2, 1 / job.scale);
        sink.shape({arrowLine(shape, 0), Ink::None, arrowInk(shape.arrow), width, Dash::Dots});
        painter.restore();
    }
}

void renderArrows(QImage &base, const RenderJob &job, const Scene::Indices &arrows)
{
    if (job.lod >= Lod::Names && arrows.size() <= kMostPainted) {
        paintArrows(base, job, arrows);
        return;
    }
    rasterArrows(base, job, arrows);
    if (job.scale >= 0.2)
        drawHeads(base, job, arrows);
}

} // namespace drawbridge::canvas
