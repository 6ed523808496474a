#include "canvas/canvas_widget.h"
#include "canvas/cell_grid.h"
#include "canvas/elements.h"
#include "canvas/render.h"
#include "canvas/shapes.h"
#include "canvas/small_pills.h"
#include "messages/exposure_words.h"
#include "messages/language.h"
#include "tst_canvas_sample.h"

#include <QImage>
#include <QRandomGenerator>
#include <QScopeGuard>
#include <QTest>

#include <cstdlib>
#include <vector>

using namespace drawbridge;
using namespace drawbridge::canvas;

namespace {

/// Remembers what is written.
class Written : public MarkSink
{
public:
    void shape(const ShapeMark &) override {}
    void text(const TextMark &mark) override { marks.push_back(mark); }

    std::vector<TextMark> marks;
};

} // namespace

/// What is written on the canvas can be read at every zoom, and nothing is drawn through it.
class CanvasWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void smallPillsCoverNothing_data();
    void smallPillsCoverNothing();
    void aNodeSaysThePortsOfItsArrows_data();
    void aNodeSaysThePortsOfItsArrows();
    void noFrameRunsThroughAName_data();
    void noFrameRunsThroughAName();
    void tagsCoverNoPorts();
    void tagsStayOnTheirCards_data();
    void tagsStayOnTheirCards();
    void longTagsAreCut();
    void gridsFindWhatIsThere();
    void farOutNamespacesAreBoxes_data();
    void farOutNamespacesAreBoxes();

private:
    static QImage shot(CanvasWidget &canvas)
    {
        canvas.finishRendering();
        return canvas.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    static int differing(const QImage &a, const QImage &b, QRect area)
    {
        int count = 0;
        area &= a.rect();
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                count += a.pixel(x, y) != b.pixel(x, y);
        return count;
    }
};

void CanvasWordsTest::smallPillsCoverNothing_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.3, 0.4, 0.5, 0.54})
        QTest::addRow("%g", scale) << scale;
}

void CanvasWordsTest::smallPillsCoverNothing()
{
    QFETCH(double, scale);
    graph::Picture picture = test::samplePicture();
    for (graph::NodeShape &shape : picture.nodes) { // there is room
        shape.rect.x *= 2.5;
        shape.rect.y *= 2;
    }
    picture.frames.clear();
    for (graph::ArrowShape &arrow : picture.arrows)
        for (graph::Point *point : {&arrow.from, &arrow.control1, &arrow.control2, &arrow.to})
            *point = {point->x * 2.5 + 100, point->y * 2 + 30};
    const Scene scene(picture);
    const SmallPills pills = smallPills(scene, scale);
    QVERIFY(!pills.empty());
    for (const auto &[i, rect] : pills) {
        QVERIFY(rect.height() * scale >= 15); // can be read
        for (const graph::NodeShape &node : picture.nodes)
            QVERIFY(!rect.intersects(toQt(node.rect)));
        for (const auto &[j, other] : pills)
            QVERIFY(i == j || !rect.intersects(other));
    }
    QVERIFY(smallPills(scene, 0.1).empty());
}

void CanvasWordsTest::aNodeSaysThePortsOfItsArrows_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.12, 0.25, 0.45})
        QTest::addRow("%g", scale) << scale;
}

/// More than its thick arrows change: words come.
void CanvasWordsTest::aNodeSaysThePortsOfItsArrows()
{
    QFETCH(double, scale);
    CanvasWidget with;
    CanvasWidget without;
    graph::Picture picture = test::samplePicture();
    with.setPicture(picture);
    for (graph::ArrowShape &arrow : picture.arrows) {
        arrow.arrow.label.clear();
        arrow.pill = {};
    }
    without.setPicture(picture);
    for (CanvasWidget *canvas : {&with, &without}) {
        canvas->resize(900, 600);
        canvas->show();
        canvas->setZoom(scale);
        canvas->centerOn({400, 280});
        QTest::mouseMove(canvas, canvas->rectOf("shop/gateway").center());
    }
    QVERIFY(differing(shot(with), shot(without), with.rect()) > 200);
}

void CanvasWordsTest::noFrameRunsThroughAName_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QByteArray>("key");
    for (const double scale : {0.3, 0.5, 1.0, 2.0})
        for (const char *key : {"outside:internet", "shop/api"})
            QTest::addRow("%s at %g", key, scale) << scale << QByteArray(key);
}

void CanvasWordsTest::noFrameRunsThroughAName()
{
    QFETCH(double, scale);
    QFETCH(QByteArray, key);
    graph::Picture picture = test::samplePicture();
    picture.arrows.clear();
    test::nodeOf(picture, "outside:internet").node.title = "203.0.113.0/24 and more";
    test::nodeOf(picture, "shop/api").node.title = "payments-service-of-shop";
    CanvasWidget canvas;
    canvas.resize(900, 600);
    canvas.setPicture(picture);
    canvas.show();
    canvas.setZoom(scale);
    canvas.centerOn(test::nodeOf(picture, key.toStdString()).rect.center());
    const QImage before = shot(canvas);
    canvas.setSelection({key.toStdString()});
    const QImage after = shot(canvas);
    QVERIFY(before != after);
    const QRect near = canvas.rectOf(key.toStdString()).adjusted(-60, -30, 60, 30);
    // Small words have no pixel as dark as they are written.
    const int darkest = qGray(canvas.canvasPalette().title.rgb()) + (scale < 1 ? 60 : 20);
    int written = 0;
    for (int y = near.top(); y <= near.bottom(); ++y)
        for (int x = near.left(); x <= near.right(); ++x) {
            if (!before.rect().contains(x, y) || qGray(before.pixel(x, y)) > darkest)
                continue;
            ++written;
            QVERIFY2(before.pixel(x, y) == after.pixel(x, y),
                     qPrintable(QStringLiteral("at %1, %2").arg(x).arg(y)));
        }
    QVERIFY(written > 5);
}

void CanvasWordsTest::tagsCoverNoPorts()
{
    graph::Picture picture = test::samplePicture();
    graph::NodeShape &api = test::nodeOf(picture, "shop/api");
    api.node.tag = "new pods: in none, out any";
    Written sink;
    drawNode(sink, api);
    const auto ports = std::find_if(sink.marks.begin(), sink.marks.end(), [](const TextMark &mark) {
        return mark.role == TextRole::Ports;
    });
    QVERIFY(ports != sink.marks.end());
    constexpr double kDescent = 3.5;
    QVERIFY(tagRect(api).top() >= ports->at.y() + kDescent);
    QVERIFY(tagRect(api).top() <= api.rect.bottom()); // it belongs to the card
}

void CanvasWordsTest::tagsStayOnTheirCards_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : Language::available())
        QTest::newRow(qPrintable(language)) << language;
}

/// Whole, however many kinds of pods there are.
void CanvasWordsTest::tagsStayOnTheirCards()
{
    QFETCH(QString, language);
    Language::install(language);
    const auto english = qScopeGuard([] { Language::install(QStringLiteral("en")); });
    const auto linesOf = [](kube::Direction direction, int kinds) { // -1 for all of them
        const ExposureLine line{{}, direction, false, kinds < 0, false, {}, {}};
        return std::vector<ExposureLine>(std::size_t(std::abs(kinds)), line);
    };
    graph::Picture picture = test::samplePicture();
    graph::NodeShape &api = test::nodeOf(picture, "shop/api");
    for (const int in : {0, 12, -1})
        for (const int out : {0, 12, -1}) {
            std::vector<ExposureLine> lines = linesOf(kube::Direction::Ingress, in);
            for (const ExposureLine &line : linesOf(kube::Direction::Egress, out))
                lines.push_back(line);
            const QString text = exposureTag(lines);
            api.node.tag = text.toStdString();
            QVERIFY2(tagRect(api).left() > api.rect.x, qPrintable(text));
            QVERIFY2(tagRect(api).right() < api.rect.right(), qPrintable(text));
            Written sink;
            drawNode(sink, api);
            const TextMark &mark = sink.marks.back();
            QCOMPARE(mark.text, text);
            QVERIFY2(graph::textWidth(api.node.tag, mark.smallest) <= mark.maxWidth,
                     qPrintable(text));
        }
}

void CanvasWordsTest::longTagsAreCut()
{
    graph::Picture picture = test::samplePicture();
    for (graph::NodeShape &shape : picture.nodes) {
        shape.node.tag = std::string(200, 'm');
        const QRectF tag = tagRect(shape);
        QVERIFY(tag.left() > shape.rect.x && tag.right() < shape.rect.right());
        Written sink;
        drawNode(sink, shape);
        QVERIFY(sink.marks.back().maxWidth < tag.width());
    }
}

/// However many are asked for.
void CanvasWordsTest::gridsFindWhatIsThere()
{
    QRandomGenerator random(7);
    std::vector<CellGrid::Entry> entries;
    for (std::uint32_t i = 0; i < 3000; ++i)
        entries.push_back({i / 2, // two rectangles an item
                           {random.bounded(20000.0), random.bounded(20000.0), random.bounded(900.0),
                            random.bounded(900.0)}});
    const CellGrid grid(entries);
    for (const double size : {10.0, 800.0, 6000.0, 20000.0}) {
        for (int i = 0; i < 50; ++i) {
            const graph::Rect rect{random.bounded(20000.0), random.bounded(20000.0), size, size};
            const std::vector<std::uint32_t> found = grid.query(rect);
            QVERIFY(std::is_sorted(found.begin(), found.end()));
            QVERIFY(std::adjacent_find(found.begin(), found.end()) == found.end());
            for (const CellGrid::Entry &entry : entries)
                QVERIFY(!entry.rect.intersects(rect) ||
                        std::binary_search(found.begin(), found.end(), entry.item));
        }
    }
}

void CanvasWordsTest::farOutNamespacesAreBoxes_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// With thousands of arrows nothing runs through a namespace, each has its name, and there are
/// arrows between them.
void CanvasWordsTest::farOutNamespacesAreBoxes()
{
    QFETCH(bool, isDark);
    graph::Picture picture;
    constexpr int kSide = 8;
    for (int f = 0; f < kSide * kSide; ++f) {
        char name[20];
        std::snprintf(name, sizeof name, "frame:ns%02d", f);
        graph::FrameShape frame;
        frame.frame.key = name;
        frame.frame.title = name + 6;
        frame.frame.services = 1;
        frame.rect = {f % kSide * 1000.0, f / kSide * 800.0, 700, 500};
        picture.frames.push_back(frame);
        const std::string key = std::string(name + 6) + "/api";
        graph::Rect rect{frame.rect.x + 200, frame.rect.y + 200, 190, 72};
        picture.nodes.push_back({test::makeNode(key, frame.frame.key, graph::Lock::Closed), rect});
    }
    for (const graph::NodeShape &a : picture.nodes)
        for (const graph::NodeShape &b : picture.nodes)
            if (a.node.key != b.node.key && picture.arrows.size() < 3000)
                picture.arrows.push_back({test::makeArrow(a.node.key, b.node.key, "TCP 1"),
                                          a.rect.center(),
                                          a.rect.center(),
                                          b.rect.center(),
                                          b.rect.center(),
                                          {},
                                          {}});
    RenderJob job;
    job.scene = std::make_shared<const Scene>(picture);
    job.palette = isDark ? CanvasPalette::dark() : CanvasPalette::light();
    job.scale = 0.065;
    job.lod = lodAt(job.scale);
    job.area = QRect(-20, -20, 600, 480);
    const Layers layers = render(job);
    const auto countIn = [&](const QRect &area, auto counts) {
        int count = 0;
        for (int y = area.top(); y <= area.bottom(); ++y)
            for (int x = area.left(); x <= area.right(); ++x)
                count += counts(x, y);
        return count;
    };
    for (const graph::FrameShape &frame : picture.frames) {
        const QRect box(int(frame.rect.x * job.scale) + 20 + 3, int(frame.rect.y * job.scale) + 23,
                        int(frame.rect.width * job.scale) - 6,
                        int(frame.rect.height * job.scale) - 6);
        QCOMPARE(countIn(box,
                         [&](int x, int y) {
                             return layers.base.pixel(x, y) != job.palette.frameFill.rgb();
                         }),
                 0);
        QVERIFY(countIn(box, [&](int x, int y) { return qAlpha(layers.top.pixel(x, y)) > 120; }) >
                15);
    }
    const QRect gap(int(720 * job.scale) + 20, 22, int(260 * job.scale), 30);
    QVERIFY(countIn(gap, [&](int x, int y) {
                const QRgb pixel = layers.base.pixel(x, y);
                return pixel != job.palette.background.rgb() && pixel != job.palette.grid.rgb();
            }) > 10);
}

QTEST_MAIN(CanvasWordsTest)
#include "tst_canvas_words.moc"
