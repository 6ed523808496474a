#pragma once

#include "canvas/layer_worker.h"
#include "canvas/view.h"

#include <QObject>
#include <QPainter>
#include <memory>

namespace drawbridge::canvas {

/// Keeps the rendered layers for the view, larger than the viewport so that panning is a blit.
/// What costs more than a frame is rendered by a worker; until it arrives the layers before are
/// shown, moved and scaled.
class LayerCache : public QObject
{
    Q_OBJECT

public:
    explicit LayerCache(QObject *parent = nullptr);
    ~LayerCache() override;

    /// What is rendered stays if it looks like the one before.
    void setScene(std::shared_ptr<const Scene> scene, bool looksAlike = false);
    /// Frees one that was shown: a large one takes its time.
    void free(std::shared_ptr<const Scene> scene);
    /// No thread reads the scene, so that it may be changed; sceneChanged() says so afterwards.
    bool letsSceneChange() const { return !m_worker || m_worker->isIdle(); }
    void sceneChanged() { ++m_generation; }
    void setPalette(const CanvasPalette &palette);
    /// Shows nothing of scenes before this one.
    void forget();
    void setHidden(const std::set<graph::Key> &hidden);

    /// Renders what the view needs, or asks the worker for it.
    void prepare(const View &view);
    void paintBase(QPainter &painter, const View &view) const;
    void paintTop(QPainter &painter, const View &view) const;

    /// True if what is shown is what a fresh render would show.
    bool isSharp(const View &view) const;
    /// Waits for the worker; for tests and pictures of the screen.
    void finish(const View &view);
    Lod lod() const { return m_lod; }
    /// Those that the layers show.
    const SmallPills &pills() const { return m_layers.pills; }
    std::size_t renders() const { return m_renders; } ///< test probe

signals:
    void arrived();

private:
    RenderJob jobFor(const View &view) const;
    bool covers(const View &view, int margin) const;
    void take(std::uint64_t ticket, Layers layers);
    void paint(QPainter &painter, const View &view, const QImage &image) const;

    std::shared_ptr<const Scene> m_scene;
    CanvasPalette m_palette;
    std::set<graph::Key> m_hidden;
    Layers m_layers;
    Lod m_lod = Lod::Full;
    std::optional<Lod> m_lodBefore;
    std::uint64_t m_generation = 1; ///< counts changes of scene, colours and what is hidden
    std::uint64_t m_shown = 0;      ///< generation of the layers
    std::uint64_t m_oldest = 0;     ///< generation that may be shown
    std::uint64_t m_asked = 0;      ///< generation that the worker works on; 0 if it need not
    QRect m_askedArea;
    double m_askedScale = 0;
    std::size_t m_renders = 0;
    std::unique_ptr<LayerWorker> m_worker;
};

} // namespace drawbridge::canvas
