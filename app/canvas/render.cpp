#include "canvas/render.h"

#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/render_arrows.h"
#include "canvas/shapes.h"
#include "canvas/small_names.h"
#include "graph/room.h"
#include "messages/graph_words.h"
#include "messages/messages.h"

#include <QPainter>
#include <cmath>
#include <map>

namespace drawbridge::canvas {

using graph::FrameShape;
using graph::NodeShape;
using graph::Rect;

static constexpr double kBorders[] = {0.07, 0.16, 0.28, 0.50, 0.55};

Lod lodAt(double scale, std::optional<Lod> before)
{
    int level = 0;
    for (const double border : kBorders)
        level += scale >= border ? 1 : 0;
    if (before && std::abs(level - int(*before)) == 1) {
        const double border = kBorders[std::min(level, int(*before))];
        if (std::abs(scale - border) < border * 0.05)
            return *before;
    }
    return Lod(level);
}

Rect RenderJob::sceneArea() const
{
    const double s = deviceScale();
    return {area.x() / s, area.y() / s, area.width() / s, area.height() / s};
}

/// Draws in scene units.
static void toSceneUnits(QPainter &painter, const RenderJob &job)
{
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.translate(-job.area.topLeft());
    painter.scale(job.deviceScale(), job.deviceScale());
}

static void drawGrid(QPainter &painter, const RenderJob &job)
{
    double step = 24;
    while (step * job.scale < 14)
        step *= 2;
    const Rect area = job.sceneArea();
    const double s = job.deviceScale();
    const double dot = std::max(1.0, std::round(1.4 * job.dpr));
    std::vector<QRectF> dots;
    const auto firstRow = qint64(std::floor(area.y / step));
    const auto firstColumn = qint64(std::floor(area.x / step));
    for (qint64 row = firstRow; double(row) * step <= area.bottom(); ++row) {
        for (qint64 column = firstColumn; double(column) * step <= area.right(); ++column) {
            const double x = double(column) * step;
            const double y = double(row) * step;
            dots.emplace_back(std::round(x * s) - job.area.x(), std::round(y * s) - job.area.y(),
                              dot, dot);
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(job.palette.grid);
    painter.drawRects(dots.data(), int(dots.size()));
}

static void drawFrames(QPainter &painter, const RenderJob &job)
{
    PainterSink sink(painter, job.palette);
    sink.setLeastWidth(1 / job.deviceScale());
    sink.setExactDashes(true);
    const Rect area = graph::inflated(job.sceneArea(), 8, 8);
    for (const FrameShape &shape : job.scene->picture().frames) {
        if (!shape.rect.intersects(area) || job.hidden.count(shape.frame.key) > 0)
            continue;
        if (job.scene->isFaded(shape.frame.key)) {
            drawFadedFrame(sink, shape);
            continue;
        }
        if (job.lod >= Lod::Far) {
            drawFrame(sink, shape, job.lod >= Lod::Near);
            continue;
        }
        painter.setPen(QPen(job.palette.of(wallInk(shape)), 0));
        painter.setBrush(job.palette.frameFill);
        painter.drawRect(toQt(shape.rect));
    }
}

/// Names of frames far away, when the pills with all words are too small to read.
static void drawFrameName(QPainter &painter, const RenderJob &job, const FrameShape &shape)
{
    const double width = shape.rect.width * job.scale;
    if (width < 70)
        return;
    const bool isFaded = job.scene->isFaded(shape.frame.key);
    const bool isOpen = wallInk(shape) == Ink::NotAllowed;
    const QFont font = fontOf(TextRole::FrameTitle, int(std::lround(11 * job.dpr)));
    const QFontMetricsF metrics(font);
    const double room = (width - 16) * job.dpr;
    QString text = isFaded ? visible(shape.frame.title) : frameTitle(shape.frame);
    if (!isFaded && metrics.horizontalAdvance(text) > room)
        text = shortFrameTitle(shape.frame);
    if (metrics.horizontalAdvance(text) > room) // its end says what is denied, its middle which one
        text = visible(shape.frame.title);
    text = metrics.elidedText(text, Qt::ElideMiddle, room);
    const double s = job.deviceScale();
    const QPointF corner(shape.rect.x * s - job.area.x(), shape.rect.y * s - job.area.y());
    const QRectF plate(corner + QPointF(5, -8) * job.dpr,
                       QSizeF(metrics.horizontalAdvance(text) + 8 * job.dpr, 16 * job.dpr));
    painter.setPen(Qt::NoPen);
    painter.setBrush(job.palette.background);
    painter.drawRoundedRect(plate, 4 * job.dpr, 4 * job.dpr);
    painter.setFont(font);
    painter.setPen(isFaded  ? job.palette.subtle
                   : isOpen ? job.palette.notAllowedText
                            : job.palette.title);
    painter.drawText(plate.topLeft() + QPointF(4, 12) * job.dpr, text);
}

static void drawTitles(QPainter &painter, const RenderJob &job)
{
    const Rect area = graph::inflated(job.sceneArea(), 30, 30);
    PainterSink sink(painter, job.palette);
    for (const FrameShape &shape : job.scene->picture().frames) {
        if (!shape.rect.intersects(area) || job.hidden.count(shape.frame.key) > 0)
            continue;
        if (job.lod >= Lod::Near) {
            if (job.scene->isFaded(shape.frame.key))
                drawFadedTitle(sink, shape);
            else
                drawFrameTitle(sink, shape, true);
            continue;
        }
        painter.save();
        painter.resetTransform();
        drawFrameName(painter, job, shape);
        painter.restore();
    }
}

static void drawPills(QPainter &painter, const RenderJob &job, const Scene::Indices &arrows)
{
    PainterSink sink(painter, job.palette);
    for (const std::uint32_t i : arrows) {
        const graph::ArrowShape &shape = job.scene->picture().arrows[i];
        if (job.hidden.count(shape.arrow.key) > 0)
            continue;
        drawPill(sink, shape.arrow, job.scene->pill(i));
        if (const auto note = job.scene->note(i))
            drawNote(sink, shape.arrow, job.scene->noteText(shape), *note);
    }
}

static SmallPills drawSmallPills(QPainter &painter, const RenderJob &job)
{
    SmallPills pills = smallPills(*job.scene, job.scale);
    const double factor = kLeastPillScale / job.scale;
    PainterSink sink(painter, job.palette);
    for (const auto &[i, rect] : pills) {
        const graph::ArrowShape &shape = job.scene->picture().arrows[i];
        if (job.hidden.count(shape.arrow.key) > 0)
            continue;
        painter.save();
        painter.translate(rect.center());
        painter.scale(factor, factor);
        const QSizeF size = rect.size() / factor;
        drawPill(sink, shape.arrow, QRectF(QPointF(-size.width() / 2, -size.height() / 2), size));
        painter.restore();
    }
    return pills;
}

namespace {

/// Cards without words, drawn once a kind and blitted: 2 us instead of 20.
class Sprites
{
public:
    Sprites(const RenderJob &job, QPainter &painter) : m_job(job), m_painter(painter) {}

    void draw(const NodeShape &shape)
    {
        const double s = m_job.deviceScale();
        const QSizeF size(shape.rect.width, shape.rect.height);
        const Key key{barInk(shape.node), size.width(), size.height()};
        QImage &image = m_images[key];
        if (image.isNull())
            image = make(shape, size);
        const QPointF corner(std::round(shape.rect.x * s) - m_job.area.x() - kRim,
                             std::round(shape.rect.y * s) - m_job.area.y() - kRim);
        m_painter.save();
        m_painter.resetTransform();
        m_painter.drawImage(corner, image);
        m_painter.restore();
    }

private:
    using Key = std::tuple<Ink, double, double>;
    static constexpr int kRim = 3;

    QImage make(const NodeShape &shape, QSizeF size) const
    {
        const double s = m_job.deviceScale();
        QImage image(int(std::ceil(size.width() * s)) + 2 * kRim,
                     int(std::ceil(size.height() * s)) + 2 * kRim,
                     QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(kRim, kRim);
        painter.scale(s, s);
        PainterSink sink(painter, m_job.palette);
        sink.setLeastWidth(1.1 / m_job.scale);
        drawCardBody(sink, shape.node, QRectF(QPointF(), size));
        return image;
    }

    const RenderJob &m_job;
    QPainter &m_painter;
    std::map<Key, QImage> m_images;
};

} // namespace

static void drawFarNodes(QPainter &painter, const RenderJob &job, const Scene::Indices &nodes)
{
    std::map<Ink, std::vector<QRectF>> boxes;
    for (const std::uint32_t i : nodes) {
        const NodeShape &shape = job.scene->picture().nodes[i];
        if (job.scene->isFaded(shape.node.key) && job.hidden.count(shape.node.key) == 0)
            boxes[Ink::CardBorder].push_back(toQt(shape.rect));
        else if (job.hidden.count(shape.node.key) == 0)
            boxes[isCard(shape.node) ? barInk(shape.node) : Ink::Outside].push_back(
                toQt(shape.rect));
    }
    painter.setPen(Qt::NoPen);
    for (const auto &[ink, rects] : boxes) {
        painter.setBrush(mixed(job.palette.background, job.palette.of(ink), 0.75));
        painter.drawRects(rects.data(), int(rects.size()));
    }
}

static void drawNodes(QPainter &painter, const RenderJob &job)
{
    const Scene::Indices nodes = job.scene->nodesNear(graph::inflated(job.sceneArea(), 12, 12));
    if (job.lod <= Lod::Far) {
        drawFarNodes(painter, job, nodes);
        return;
    }
    PainterSink sink(painter, job.palette);
    sink.setLeastWidth(1 / job.deviceScale());
    Sprites sprites(job, painter);
    const SmallNames names(*job.scene, job.scale, job.dpr, job.area.topLeft());
    for (const std::uint32_t i : nodes) {
        const NodeShape &shape = job.scene->picture().nodes[i];
        if (job.hidden.count(shape.node.key) > 0)
            continue;
        const bool isFaded = job.scene->isFaded(shape.node.key);
        if (job.lod >= Lod::Near && !isFaded) {
            drawNode(sink, shape);
            continue;
        }
        if (isFaded)
            drawFadedNode(sink, shape, job.lod >= Lod::Near);
        else if (isCard(shape.node))
            sprites.draw(shape);
        else
            drawOutsideBody(sink, shape);
        if (job.lod == Lod::Names) {
            painter.save();
            painter.resetTransform();
            names.draw(painter, job.palette, shape);
            painter.restore();
        }
    }
}

static void drawSigns(QPainter &painter, const RenderJob &job)
{
    PainterSink sink(painter, job.palette);
    for (const auto &[key, text] : job.scene->signs())
        if (job.hidden.count(key) == 0)
            drawSign(sink, job.scene->signRect(key), text);
}

static constexpr std::size_t kMostPills = 1500;

/// The grid, bundles if there are any, and frames over them.
static void drawGround(QImage &base, const RenderJob &job, const Scene::Indices &bundled)
{
    {
        QPainter painter(&base);
        drawGrid(painter, job);
    }
    if (!bundled.empty())
        renderBundles(base, job, bundled);
    QPainter painter(&base);
    toSceneUnits(painter, job);
    drawFrames(painter, job);
}

/// Namespaces far out: one box each, with its name and what is in it.
static void drawBoxes(QPainter &painter, const RenderJob &job)
{
    constexpr double kLeastWidth = 34;
    constexpr double kLeastHeight = 13;
    const double dpr = job.dpr;
    const double s = job.deviceScale();
    const QFont font = fontOf(TextRole::FrameTitle, int(std::lround(10 * dpr)));
    const QFont small = fontOf(TextRole::SubLine, int(std::lround(9 * dpr)));
    const QFontMetricsF metrics(font);
    const QFontMetricsF smallMetrics(small);
    painter.save();
    painter.resetTransform();
    for (const FrameShape &shape : job.scene->picture().frames) {
        const QRectF box(shape.rect.x * s - job.area.x(), shape.rect.y * s - job.area.y(),
                         shape.rect.width * s, shape.rect.height * s);
        if (job.hidden.count(shape.frame.key) > 0 || box.width() < kLeastWidth * dpr ||
            box.height() < kLeastHeight * dpr || !box.intersects(QRectF(painter.viewport())))
            continue;
        const double room = box.width() - 4 * dpr;
        const QString name = metrics.elidedText(visible(shape.frame.title), Qt::ElideMiddle, room);
        const QString count = QString::number(shape.frame.services);
        const QString words = smallMetrics.horizontalAdvance(countWords(shape.frame)) <= room
                                  ? countWords(shape.frame)
                                  : count;
        const double both = metrics.height() + smallMetrics.height();
        const bool hasCount = both <= box.height();
        const double top =
            box.center().y() - (hasCount ? both : metrics.height()) / 2 + metrics.ascent();
        const bool isOpen = wallInk(shape) == Ink::NotAllowed;
        const bool isFaded = job.scene->isFaded(shape.frame.key);
        const auto write = [&](const QString &text, const QFont &face, const QFontMetricsF &size,
                               double y, const QColor &ink) {
            painter.setFont(face);
            painter.setPen(ink);
            const double x = box.center().x() - size.horizontalAdvance(text) / 2;
            painter.drawText(QPointF(std::round(x), std::round(y)), text);
        };
        write(name, font, metrics, top,
              isFaded  ? job.palette.subtle
              : isOpen ? job.palette.notAllowedText
                       : job.palette.title);
        if (hasCount && !isFaded)
            write(words, small, smallMetrics, top + metrics.descent() + smallMetrics.ascent(),
                  job.palette.subtle);
    }
    painter.restore();
}

/// What is in no namespace.
static void drawFarOutside(QPainter &painter, const RenderJob &job)
{
    Scene::Indices outside;
    for (const std::uint32_t i : job.scene->nodesNear(graph::inflated(job.sceneArea(), 12, 12)))
        if (job.scene->picture().nodes[i].node.frame.empty())
            outside.push_back(i);
    drawFarNodes(painter, job, outside);
}

Layers render(const RenderJob &job)
{
    Layers layers{QImage(job.area.size(), QImage::Format_RGB32),
                  QImage(job.area.size(), QImage::Format_ARGB32_Premultiplied),
                  job.area,
                  job.scale,
                  job.dpr,
                  {}};
    layers.base.fill(job.palette.background);
    layers.top.fill(Qt::transparent);
    Scene::Indices arrows = job.scene->arrowsNear(graph::inflated(job.sceneArea(), 8, 8));
    const bool isFog = isCrowded(job.lod, arrows.size());
    drawGround(layers.base, job, isFog ? arrows : Scene::Indices());
    if (isFog)
        arrows = job.lod == Lod::Overview ? Scene::Indices() : innerArrows(job, arrows);
    renderArrows(layers.base, job, arrows);
    QPainter painter(&layers.top);
    toSceneUnits(painter, job);
    if (job.lod == Lod::Full && arrows.size() < kMostPills)
        drawPills(painter, job, arrows);
    else if (job.lod == Lod::Names || job.lod == Lod::Near)
        layers.pills = drawSmallPills(painter, job);
    if (isFog && job.lod == Lod::Overview) {
        drawFarOutside(painter, job);
        drawBoxes(painter, job);
        return layers;
    }
    drawTitles(painter, job);
    drawNodes(painter, job);
    if (job.lod >= Lod::Names) {
        renderBehind(painter, job, arrows);
        drawSigns(painter, job);
    }
    return layers;
}

/// Length of the arrows on screen in pixels, from a sample.
static double arrowPixels(const RenderJob &job, const Scene::Indices &arrows)
{
    const std::size_t step = arrows.size() / 200 + 1;
    const double most = job.area.width() + job.area.height();
    double sum = 0;
    for (std::size_t i = 0; i < arrows.size(); i += step) {
        const graph::ArrowShape &shape = job.scene->picture().arrows[arrows[i]];
        const double length = std::hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y);
        sum += std::min(length * job.deviceScale(), most) * double(step);
    }
    return sum;
}

/// By times measured with the bench, in ms a piece.
double estimate(const RenderJob &job, double enough)
{
    const double perNode = job.lod >= Lod::Near ? 0.12 : job.lod >= Lod::Names ? 0.03 : 0.003;
    const double pixels = double(job.area.width()) * job.area.height();
    const double nodes = double(job.scene->nodesNear(job.sceneArea()).size());
    const double cost = pixels * 1e-6 + nodes * perNode;
    if (cost >= enough)
        return cost;
    const Scene::Indices arrows = job.scene->arrowsNear(job.sceneArea());
    const double perArrow = job.lod == Lod::Full && arrows.size() < kMostPills ? 0.1 : 0.003;
    return cost + double(arrows.size()) * perArrow + arrowPixels(job, arrows) * 8e-6 * job.dpr;
}

} // namespace drawbridge::canvas
