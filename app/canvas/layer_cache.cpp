#include "canvas/layer_cache.h"

#include "canvas/small_names.h"

#include <QtMath>

#include <utility>

namespace drawbridge::canvas {

static constexpr double kFrame = 6;       ///< ms that a render may take in the GUI's thread
static constexpr double kFirstFrame = 60; ///< when there is nothing yet to show meanwhile
static constexpr int kOverscan = 80;      ///< px of the overscan left when the next is asked for

LayerCache::LayerCache(QObject *parent)
    : QObject(parent), m_scene(std::make_shared<const Scene>()), m_palette(CanvasPalette::light())
{
}

LayerCache::~LayerCache() = default;

void LayerCache::setScene(std::shared_ptr<const Scene> scene, bool looksAlike)
{
    free(std::exchange(m_scene, std::move(scene)));
    if (!looksAlike)
        ++m_generation;
}

void LayerCache::free(std::shared_ptr<const Scene> scene)
{
    if (m_worker)
        m_worker->free(std::move(scene));
}

void LayerCache::setPalette(const CanvasPalette &palette)
{
    m_palette = palette;
    ++m_generation;
}

void LayerCache::forget()
{
    m_layers = {};
    m_shown = 0;
    m_oldest = m_generation;
}

void LayerCache::setHidden(const std::set<graph::Key> &hidden)
{
    if (hidden == m_hidden)
        return;
    m_hidden = hidden;
    ++m_generation;
}

RenderJob LayerCache::jobFor(const View &view) const
{
    const QRect shown = view.deviceArea();
    const int dx = shown.width() / 8;
    const int dy = shown.height() / 8;
    return {m_scene, m_palette, view.scale(), view.dpr(), shown.adjusted(-dx, -dy, dx, dy),
            m_lod,   m_hidden};
}

bool LayerCache::covers(const View &view, int margin) const
{
    return m_layers.scale == view.scale() && m_layers.dpr == view.dpr() &&
           m_layers.area.contains(view.deviceArea().adjusted(-margin, -margin, margin, margin));
}

bool LayerCache::isSharp(const View &view) const
{
    return m_shown == m_generation && covers(view, 0);
}

void LayerCache::prepare(const View &view)
{
    m_lod = lodOf(*m_scene, view.scale(), m_lodBefore);
    m_lodBefore = lodAt(view.scale(), m_lodBefore);
    const bool isCurrent = m_shown == m_generation;
    const int margin = std::min({kOverscan, view.size().width() / 16, view.size().height() / 16});
    if (isCurrent && covers(view, margin))
        return;
    if (m_asked == m_generation && m_askedScale == view.scale() &&
        m_askedArea.contains(view.deviceArea().adjusted(-margin, -margin, margin, margin)))
        return; // on its way
    const bool isSharpNow = isSharp(view);
    RenderJob job = jobFor(view);
    const double most = m_layers.isNull() ? kFirstFrame : kFrame;
    if (estimate(job, most) < most) {
        if (isSharpNow)
            return; // cheap enough to wait until the overscan is used up
        m_layers = render(job);
        m_shown = m_generation;
        m_asked = 0;
        ++m_renders;
        return;
    }
    m_asked = m_generation;
    m_askedArea = job.area;
    m_askedScale = job.scale;
    if (!m_worker) {
        m_worker = std::make_unique<LayerWorker>([this](std::uint64_t ticket, Layers layers) {
            QMetaObject::invokeMethod(
                this, [this, ticket, layers = std::move(layers)] { take(ticket, layers); },
                Qt::QueuedConnection);
        });
    }
    m_worker->ask(m_generation, std::move(job));
}

void LayerCache::take(std::uint64_t ticket, Layers layers)
{
    if (ticket < std::max(m_shown, m_oldest) || m_asked == 0)
        return;
    if (ticket == m_asked && layers.scale == m_askedScale && layers.area == m_askedArea)
        m_asked = 0;
    m_layers = std::move(layers);
    m_shown = ticket;
    ++m_renders;
    emit arrived();
}

void LayerCache::finish(const View &view)
{
    prepare(view);
    if (isSharp(view))
        return;
    m_layers = render(jobFor(view));
    m_shown = m_generation;
}

void LayerCache::paint(QPainter &painter, const View &view, const QImage &image) const
{
    if (image.isNull())
        return;
    const double ratio = view.deviceScale() / (m_layers.scale * m_layers.dpr);
    const QPointF corner = view.deviceArea().topLeft();
    const QPointF at = (QPointF(m_layers.area.topLeft()) * ratio - corner) / view.dpr();
    const QSizeF size = QSizeF(image.size()) * ratio / view.dpr();
    painter.drawImage(QRectF(at, size), image);
}

void LayerCache::paintBase(QPainter &painter, const View &view) const
{
    if (!isSharp(view)) // a stale layer may not reach to the edges
        painter.fillRect(QRect(QPoint(), view.size()), m_palette.background);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    paint(painter, view, m_layers.base);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void LayerCache::paintTop(QPainter &painter, const View &view) const
{
    paint(painter, view, m_layers.top);
}

} // namespace drawbridge::canvas
