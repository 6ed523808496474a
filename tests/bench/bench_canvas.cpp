// Frames of the canvas against a QGraphicsScene with one item a node and arrow, in the same run, in
// processor time of the GUI's thread.
// Arguments: nodes and arrows, 2000 and 8000 if not given. Run it with QT_QPA_PLATFORM=offscreen.

#include <QApplication>
#include <QGraphicsPathItem>
#include <QGraphicsScene>
#include <QGraphicsView>
#include <QMouseEvent>
#include <QPainter>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QWheelEvent>

#include "canvas/canvas_widget.h"
#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/shapes.h"

#include <cmath>
#include <cstdio>
#include <ctime>
#include <functional>
#include <limits>

using namespace drawbridge;
using namespace drawbridge::canvas;

/// 20 services a frame; half of the arrows inside, the others anywhere; a hub with many.
static graph::Picture makePicture(int nodes, int arrows)
{
    graph::Picture picture;
    QRandomGenerator random(1);
    const int perRow = std::max(1, int(std::sqrt(nodes / 20.0)));
    char name[40];
    for (int f = 0; f * 20 < nodes; ++f) {
        const double x = f % perRow * 1300.0;
        const double y = f / perRow * 800.0;
        graph::FrameShape frame;
        std::snprintf(name, sizeof name, "frame:ns-%04d", f);
        frame.frame.key = name;
        frame.frame.title = name + 6;
        frame.frame.services = 20;
        frame.frame.ingress = f % 5 == 0 ? graph::Wall::Open : graph::Wall::Full;
        frame.rect = {x, y, 1200, 690};
        picture.frames.push_back(frame);
        for (int i = 0; i < 20 && f * 20 + i < nodes; ++i) {
            graph::NodeShape shape;
            std::snprintf(name, sizeof name, "ns-%04d/service-%02d", f, i);
            shape.node.key = name;
            shape.node.title = name + 8;
            shape.node.frame = frame.frame.key;
            shape.node.kindName = "Deployment";
            shape.node.labels = std::string("app=") + shape.node.title;
            shape.node.ports = {"8080"};
            shape.node.ingress = graph::Lock::Closed;
            shape.rect = {x + 30 + i % 5 * 230.0, y + 60 + i / 5 * 155.0, 190, 72};
            picture.nodes.push_back(shape);
        }
    }
    for (int a = 0; a < arrows; ++a) {
        const auto source = std::size_t(random.bounded(nodes));
        std::size_t target = a % 2 == 0 ? source / 20 * 20 + std::size_t(random.bounded(20))
                                        : std::size_t(random.bounded(nodes));
        if (a % 16 == 1)
            target = std::size_t(nodes / 2);
        target = std::min(target, picture.nodes.size() - 1);
        if (target == source)
            continue;
        const graph::NodeShape &from = picture.nodes[source];
        const graph::NodeShape &to = picture.nodes[target];
        graph::ArrowShape shape;
        shape.arrow.source = from.node.key;
        shape.arrow.target = to.node.key;
        std::snprintf(name, sizeof name, "%06d", a);
        shape.arrow.key = name;
        shape.arrow.label = "TCP 8080";
        shape.from = {from.rect.right(), from.rect.center().y};
        shape.to = {to.rect.x, to.rect.center().y};
        const double bend = std::abs(shape.to.x - shape.from.x) / 2 + 40;
        shape.control1 = {shape.from.x + bend, shape.from.y};
        shape.control2 = {shape.to.x - bend, shape.to.y};
        const graph::Point middle = shape.at(0.5);
        shape.pill = {middle.x - 40, middle.y - 10, 80, 20};
        picture.arrows.push_back(shape);
    }
    return picture;
}

/// What a first version would do: items draw all of themselves at every scale.
class CardItem : public QGraphicsItem
{
public:
    explicit CardItem(const graph::NodeShape &shape) : m_shape(shape) {}
    QRectF boundingRect() const override { return toQt(m_shape.rect).adjusted(-3, -3, 3, 3); }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        static const CanvasPalette palette = CanvasPalette::light();
        PainterSink sink(*painter, palette);
        drawNode(sink, m_shape);
    }

private:
    const graph::NodeShape &m_shape;
};

/// Processor time of this thread: other programs do not count.
static double msOf(const std::function<void()> &work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    };
    const double before = now();
    work();
    return now() - before;
}

struct Figures
{
    double median = 0;
    double worst = 0;
};

static Figures measure(int frames, const std::function<void(int)> &frame)
{
    std::vector<double> times;
    for (int i = 0; i < frames; ++i)
        times.push_back(msOf([&] { frame(i); }));
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times.back()};
}

static constexpr QSize kSize(1600, 1000);
static constexpr double kBudget = 16; ///< ms, of sixty frames a second

/// The canvas and, hidden while the other is measured, a scene of one item a node and arrow.
class Bench
{
public:
    explicit Bench(graph::Picture picture) : m_picture(std::move(picture))
    {
        m_canvas.resize(kSize);
        m_canvas.show();
        m_view.setScene(&m_items);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.resize(kSize);
        QApplication::processEvents();
    }

    void start()
    {
        const double scene = msOf([&] { m_canvas.setPicture(m_picture); });
        const double first = msOf([&] { frame(); });
        const double sharp = msOf([&] { m_canvas.finishRendering(); });
        const double build = msOf([&] {
            for (const graph::ArrowShape &arrow : m_picture.arrows)
                m_items.addPath(arrowLine(arrow, 0), QPen(QColor(0, 114, 178), 1.8));
            for (const graph::NodeShape &node : m_picture.nodes)
                m_items.addItem(new CardItem(node));
            m_items.setSceneRect(toQt(m_picture.bounds()));
        });
        m_view.fitInView(m_items.sceneRect(), Qt::KeepAspectRatio);
        QApplication::processEvents(); // what the scene put off
        m_view.show();
        QApplication::processEvents();
        const double itemsFirst = msOf([&] { itemsFrame(); });
        m_view.hide();
        QApplication::processEvents();
        std::printf("%zu nodes, %zu arrows, %d x %d; ms of processor time of the GUI's thread\n\n",
                    m_picture.nodes.size(), m_picture.arrows.size(), kSize.width(), kSize.height());
        std::printf("canvas: scene %.1f, first frame %.1f, sharp after %.1f more\n", scene, first,
                    sharp);
        std::printf("items:  scene %.1f, first frame %.1f\n\n", build, itemsFirst);
        std::printf("%-26s %15s %15s %8s\n%-26s %7s %7s %7s %7s %8s\n", "", "canvas", "items", "",
                    "a frame", "median", "worst", "median", "worst", "items/canvas");
    }

    void pan(double scale, const char *what)
    {
        zoomTo(scale);
        const Figures own = measure(90, [&](int i) {
            QWheelEvent wheel(QPointF(9, 9), QPointF(9, 9), QPoint(i < 45 ? -20 : 20, 3), QPoint(),
                              Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
            QApplication::sendEvent(&m_canvas, &wheel);
            frame();
        });
        const Figures items = measureItems([&](int) {
            m_view.horizontalScrollBar()->setValue(m_view.horizontalScrollBar()->value() + 20);
        });
        print(what, own, items);
    }

    void zoom()
    {
        m_canvas.fit();
        zoomTo(m_canvas.view().scale());
        const Figures own = measure(60, [&](int i) {
            i < 30 ? m_canvas.zoomIn() : m_canvas.zoomOut();
            frame();
        });
        const Figures items = measureItems([&](int i) {
            const double factor = i < 2 ? 1.2 : 1 / 1.2;
            m_view.scale(factor, factor);
        });
        print("zoom, there and back", own, items);
    }

    /// The thick arrows of what is pointed at come and go.
    void hover(const graph::Key &key, const char *what)
    {
        zoomTo(0.3);
        m_canvas.ensureVisible(key);
        m_canvas.finishRendering();
        const QPointF on = m_canvas.rectOf(key).center();
        const Figures own = measure(20, [&](int i) {
            const QPointF at = i % 2 == 0 ? on : QPointF(2, 2);
            QMouseEvent move(QEvent::MouseMove, at, at, Qt::NoButton, Qt::NoButton, {});
            QApplication::sendEvent(&m_canvas, &move);
            frame();
        });
        print(what, own, {});
    }

    void drag(const graph::Key &key, const char *what)
    {
        zoomTo(0.3);
        m_canvas.ensureVisible(key);
        m_canvas.finishRendering();
        const QPointF on = m_canvas.rectOf(key).center();
        const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button) {
            QMouseEvent event(type, at, at, button, Qt::LeftButton, {});
            QApplication::sendEvent(&m_canvas, &event);
        };
        send(QEvent::MouseButtonPress, on, Qt::LeftButton);
        const Figures own = measure(30, [&](int i) {
            send(QEvent::MouseMove, on + QPointF(8 + 6 * i, 4 * i), Qt::NoButton);
            frame();
        });
        m_canvas.cancelGesture();
        print(what, own, {});
    }

    void freshLayers()
    {
        std::printf("\n");
        for (const double scale : {0.0, 0.12, 0.2, 0.35, 0.52, 1.0}) {
            if (scale > 0)
                m_canvas.setZoom(scale);
            else
                m_canvas.fit();
            RenderJob job;
            job.scene = std::make_shared<const Scene>(m_picture);
            job.palette = CanvasPalette::light();
            job.scale = m_canvas.view().scale();
            job.lod = lodAt(job.scale);
            job.area = m_canvas.view().deviceArea().adjusted(-200, -125, 200, 125);
            const double estimated = estimate(job, std::numeric_limits<double>::infinity());
            const Figures fresh = measure(5, [&](int) { render(job); });
            std::printf("fresh layers at %4.2f: %6.1f (estimated %.1f)\n", job.scale, fresh.median,
                        estimated);
        }
    }

    void sayWorst() const
    {
        std::printf("\nworst frame of the canvas: %.1f ms, of %.0f that a frame has\n", m_worst,
                    kBudget);
    }

    CanvasWidget &canvas() { return m_canvas; }

private:
    void frame()
    {
        QApplication::processEvents();
        m_canvas.repaint();
    }

    void itemsFrame() { m_view.viewport()->repaint(); }

    void zoomTo(double scale)
    {
        m_canvas.setZoom(scale);
        m_canvas.finishRendering();
        frame();
        m_view.resetTransform();
        m_view.scale(scale, scale);
    }

    Figures measureItems(const std::function<void(int)> &change)
    {
        m_view.show();
        QApplication::processEvents();
        const Figures figures = measure(4, [&](int i) {
            change(i);
            itemsFrame();
        });
        m_view.hide();
        return figures;
    }

    void print(const char *what, Figures own, Figures items)
    {
        m_worst = std::max(m_worst, own.worst);
        std::printf("%-26s %7.1f %7.1f", what, own.median, own.worst);
        if (items.median > 0)
            std::printf(" %7.1f %7.1f %8.0f", items.median, items.worst,
                        items.median / std::max(own.median, 0.1));
        std::printf("\n");
        std::fflush(stdout);
    }

    graph::Picture m_picture;
    CanvasWidget m_canvas;
    QGraphicsScene m_items;
    QGraphicsView m_view;
    double m_worst = 0;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int nodes = argc > 1 ? std::atoi(argv[1]) : 2000;
    const int arrows = argc > 2 ? std::atoi(argv[2]) : 8000;
    const graph::Picture picture = makePicture(std::max(nodes, 20), arrows);
    Bench bench(picture);
    bench.start();
    bench.canvas().fit();
    bench.pan(bench.canvas().view().scale(), "pan, whole picture");
    bench.pan(0.3, "pan, names");
    bench.pan(1, "pan, 100 %");
    bench.zoom();
    const graph::Key hub = picture.nodes[picture.nodes.size() / 2].node.key;
    const graph::Key other = picture.nodes[picture.nodes.size() / 2 + 1].node.key;
    char name[60];
    std::snprintf(name, sizeof name, "hover a hub of %zu",
                  bench.canvas().scene().arrowsOf(hub).size());
    bench.hover(hub, name);
    bench.hover(other, "hover another");
    bench.drag(hub, "drag the hub");
    bench.drag(other, "drag another");
    bench.freshLayers();
    bench.sayWorst();
    return 0;
}
