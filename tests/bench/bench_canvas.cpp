// Frames of the canvas against a QGraphicsScene with one item a node and arrow, in the same run, in
// processor time of the GUI's thread.
// Arguments: nodes and arrows, 2000 and 8000 if not given. Run it with QT_QPA_PLATFORM=offscreen.

#include <QApplication>
#include <QGraphicsPathItem>
#include <QGraphicsScene>
#include <QGraphicsView>
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

static void print(const char *what, Figures canvas, Figures naive)
{
    std::printf("%-28s %8.1f %8.1f %10.1f %8.1f\n", what, canvas.median, canvas.worst, naive.median,
                naive.worst);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int nodes = argc > 1 ? std::atoi(argv[1]) : 2000;
    const int arrows = argc > 2 ? std::atoi(argv[2]) : 8000;
    const graph::Picture picture = makePicture(std::max(nodes, 20), arrows);
    const QSize size(1600, 1000);

    CanvasWidget canvas;
    canvas.resize(size);
    canvas.show();
    const double scene = msOf([&] { canvas.setPicture(picture); });
    const double first = msOf([&] { canvas.repaint(); });
    const double sharp = msOf([&] { canvas.finishRendering(); });

    QGraphicsScene items;
    QGraphicsView view(&items);
    const double build = msOf([&] {
        for (const graph::ArrowShape &arrow : picture.arrows)
            items.addPath(arrowLine(arrow, 0), QPen(QColor(0, 114, 178), 1.8));
        for (const graph::NodeShape &node : picture.nodes)
            items.addItem(new CardItem(node));
        items.setSceneRect(toQt(picture.bounds()));
    });
    view.setRenderHint(QPainter::Antialiasing);
    view.resize(size);
    view.show();
    const double naiveFirst = msOf([&] { view.viewport()->repaint(); });

    std::printf("%zu nodes, %zu arrows, %d x %d\n", picture.nodes.size(), picture.arrows.size(),
                size.width(), size.height());
    std::printf("canvas: scene %.1f ms, first frame %.1f ms, sharp after %.1f ms\n", scene, first,
                sharp);
    std::printf("items:  scene %.1f ms, first frame %.1f ms\n\n", build, naiveFirst);
    std::printf("%-28s %8s %8s %10s %8s\n", "ms a frame", "canvas", "worst", "items", "worst");

    const auto pan = [&](double scale, const char *what) {
        canvas.setZoom(scale);
        canvas.finishRendering();
        canvas.repaint();
        const Figures own = measure(60, [&](int i) {
            QWheelEvent wheel(QPointF(9, 9), QPointF(9, 9), QPoint(i < 30 ? -8 : 8, 3), QPoint(),
                              Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
            QApplication::sendEvent(&canvas, &wheel);
            QApplication::processEvents();
            canvas.repaint();
        });
        view.resetTransform();
        view.scale(scale, scale);
        view.viewport()->repaint();
        const Figures naive = measure(4, [&](int) {
            view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + 8);
            view.viewport()->repaint();
        });
        print(what, own, naive);
    };
    canvas.fit();
    pan(canvas.view().scale(), "pan, whole picture");
    pan(0.3, "pan, names");
    pan(1, "pan, 100 %");

    canvas.fit();
    canvas.finishRendering();
    view.resetTransform();
    view.scale(canvas.view().scale(), canvas.view().scale());
    const Figures zoom = measure(40, [&](int i) {
        i < 20 ? canvas.zoomIn() : canvas.zoomOut();
        QApplication::processEvents();
        canvas.repaint();
    });
    const Figures naiveZoom = measure(6, [&](int i) {
        const double factor = i < 3 ? 1.2 : 1 / 1.2;
        view.scale(factor, factor);
        view.viewport()->repaint();
    });
    print("zoom", zoom, naiveZoom);

    for (const double scale : {0.0, 0.12, 0.2, 0.35, 0.52, 1.0}) {
        if (scale > 0)
            canvas.setZoom(scale);
        else
            canvas.fit();
        RenderJob job;
        job.scene = std::make_shared<const Scene>(picture);
        job.palette = CanvasPalette::light();
        job.scale = canvas.view().scale();
        job.lod = lodAt(job.scale);
        job.area = canvas.view().deviceArea().adjusted(-200, -125, 200, 125);
        const double estimated = estimate(job);
        const Figures fresh = measure(5, [&](int) { render(job); });
        std::printf("fresh layers at %4.2f: %6.1f ms (estimated %.1f)\n", job.scale, fresh.median,
                    estimated);
    }
    canvas.setZoom(0.3);
    canvas.finishRendering();
    const graph::Key hub = picture.nodes[picture.nodes.size() / 2].node.key;
    const Figures select = measure(20, [&](int i) {
        canvas.setSelection(i % 2 ? std::set<graph::Key>() : std::set<graph::Key>{hub});
        canvas.repaint();
    });
    std::printf("select a hub of %zu arrows: %.1f ms, worst %.1f\n",
                canvas.scene().arrowsOf(hub).size(), select.median, select.worst);
    return 0;
}
