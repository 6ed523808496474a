// moc 6.4 cannot read the standard headers of core unless Qt's come first.
#include <QPainter>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "canvas/canvas_widget.h"
#include "canvas/cell_grid.h"
#include "canvas/line_raster.h"
#include "canvas/palette.h"
#include "canvas/render.h"
#include "canvas/small_names.h"
#include "canvas/text_style.h"
#include "canvas/view.h"

#include "tst_canvas_sample.h"

using namespace drawbridge;
using namespace drawbridge::canvas;

/// What reaches the pixels.
class TstCanvasRender : public QObject
{
    Q_OBJECT

    static RenderJob job(double scale, double dpr = 1, bool dark = false)
    {
        RenderJob job;
        job.scene = std::make_shared<const Scene>(test::samplePicture());
        job.palette = dark ? CanvasPalette::dark() : CanvasPalette::light();
        job.scale = scale;
        job.dpr = dpr;
        job.lod = lodAt(scale);
        const double s = scale * dpr;
        job.area = QRect(int(-40 * s), int(-40 * s), int(1140 * s), int(640 * s));
        return job;
    }

    static int countOf(const QImage &image, const QColor &colour, int reach)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor c = image.pixelColor(x, y);
                if (c.alpha() > 128 && std::abs(c.red() - colour.red()) <= reach &&
                    std::abs(c.green() - colour.green()) <= reach &&
                    std::abs(c.blue() - colour.blue()) <= reach)
                    ++count;
            }
        }
        return count;
    }

    /// Largest difference of a channel between two images.
    static int difference(const QImage &a, const QImage &b)
    {
        int most = 0;
        for (int y = 0; y < a.height(); ++y) {
            for (int x = 0; x < a.width(); ++x) {
                const QRgb p = a.pixel(x, y);
                const QRgb q = b.pixel(x, y);
                most = std::max({most, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                 std::abs(qBlue(p) - qBlue(q))});
            }
        }
        return most;
    }

private slots:
    void everyLevelShowsSomething_data()
    {
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("dpr");
        QTest::addColumn<bool>("dark");
        for (const double scale : {0.05, 0.12, 0.22, 0.4, 0.52, 1.0, 2.0}) {
            for (const double dpr : {1.0, 2.0}) {
                for (const bool dark : {false, true}) {
                    QTest::addRow("%g at %g %s", scale, dpr, dark ? "dark" : "light")
                        << scale << dpr << dark;
                }
            }
        }
    }
    void everyLevelShowsSomething()
    {
        QFETCH(double, scale);
        QFETCH(double, dpr);
        QFETCH(bool, dark);
        const RenderJob what = job(scale, dpr, dark);
        const Layers layers = render(what);
        QCOMPARE(layers.base.size(), what.area.size());
        // Arrows in the base, cards in the top, both in their colours or a mix with the background.
        const QColor blue = mixed(what.palette.frameFill, what.palette.allowed,
                                  what.lod <= Lod::Far      ? 0.65
                                  : what.lod == Lod::Middle ? 0.85
                                                            : 1);
        QVERIFY(countOf(layers.base, blue, 45) > 8);
        const QColor card = what.lod <= Lod::Far
                                ? mixed(what.palette.background, what.palette.allowed, 0.75)
                                : what.palette.card;
        QVERIFY(countOf(layers.top, card, 6) > 50 * scale * scale);
    }

    void partsEqualTheWhole_data()
    {
        QTest::addColumn<double>("scale");
        for (const double scale : {0.05, 0.12, 0.22, 0.4, 0.52, 1.0})
            QTest::addRow("%g", scale) << scale;
    }
    void partsEqualTheWhole()
    {
        QFETCH(double, scale);
        RenderJob whole = job(scale);
        const Layers layers = render(whole);
        const QRect area = whole.area;
        const int middle = area.left() + area.width() / 2 + 7;
        for (const bool isLeft : {true, false}) {
            RenderJob part = whole;
            part.area = isLeft ? QRect(area.left(), area.top(), middle - area.left(), area.height())
                               : QRect(middle, area.top(), area.right() - middle, area.height());
            const Layers piece = render(part);
            const QRect inWhole = part.area.translated(-area.topLeft());
            // Text and curves may round differently by little where the origin differs.
            QVERIFY(difference(piece.base, layers.base.copy(inWhole)) <= 24);
            QVERIFY(difference(piece.top.convertToFormat(QImage::Format_RGB32),
                               layers.top.copy(inWhole).convertToFormat(QImage::Format_RGB32)) <=
                    48);
        }
    }

    void theWidgetShowsWhatIsRendered()
    {
        CanvasWidget canvas;
        canvas.resize(900, 600);
        canvas.setPicture(test::samplePicture());
        canvas.setZoom(0.8);
        for (const double scale : {0.8, 0.3, 0.12, 1.5, 1.0}) {
            canvas.setZoom(scale);
            canvas.grab();
            canvas.finishRendering();
            const QImage shown = canvas.grab().toImage();
            RenderJob whole = job(scale);
            whole.area = canvas.view().deviceArea();
            whole.lod = canvas.layers().lod();
            const Layers layers = render(whole);
            QImage expected = layers.base;
            QPainter(&expected).drawImage(0, 0, layers.top);
            QVERIFY2(difference(shown, expected) <= 48, qPrintable(QString::number(scale)));
        }
    }

    void panningBlits()
    {
        CanvasWidget canvas;
        canvas.resize(900, 600);
        canvas.setPicture(test::samplePicture());
        canvas.grab();
        const std::size_t before = canvas.layers().renders();
        for (int i = 0; i < 5; ++i) {
            QWheelEvent wheel(QPointF(50, 50), QPointF(50, 50), QPoint(7, 3), QPoint(0, 0),
                              Qt::NoButton, Qt::NoModifier, Qt::ScrollUpdate, false);
            QApplication::sendEvent(&canvas, &wheel);
            canvas.grab();
        }
        QCOMPARE(canvas.layers().renders(), before);
    }

    void theWorkerDeliversTheLatest()
    {
        graph::Picture picture;
        for (int i = 0; i < 900; ++i) {
            char name[16];
            std::snprintf(name, sizeof name, "n%04d", i);
            picture.nodes.push_back({test::makeNode(name, "", graph::Lock::Closed),
                                     {240.0 * (i % 30), 120.0 * (i / 30), 190, 72}});
        }
        CanvasWidget canvas;
        canvas.resize(1600, 1000);
        canvas.setPicture(picture);
        canvas.grab();
        for (int i = 0; i < 40; ++i) {
            canvas.setZoom(0.5 + (i % 7) * 0.02);
            canvas.grab();
        }
        QTRY_VERIFY((canvas.grab(), canvas.layers().isSharp(canvas.view())));
        const QImage shown = canvas.grab().toImage();
        canvas.finishRendering();
        QVERIFY(difference(canvas.grab().toImage(), shown) == 0);

        // Near by the worker, far at once, and near again at the same place.
        for (int turn = 0; turn < 3; ++turn)
            for (const double zoom : {0.5, 0.05}) {
                canvas.setZoom(zoom);
                QTRY_VERIFY((canvas.grab(), canvas.layers().isSharp(canvas.view())));
            }
    }

    void levelsHaveHysteresis()
    {
        QCOMPARE(lodAt(1), Lod::Full);
        QCOMPARE(lodAt(0.27), Lod::Middle);
        QCOMPARE(lodAt(0.285, Lod::Middle), Lod::Middle);
        QCOMPARE(lodAt(0.275, Lod::Names), Lod::Names);
        QCOMPARE(lodAt(0.25, Lod::Names), Lod::Middle);
        QCOMPARE(lodAt(0.01), Lod::Overview);
    }

    /// The scale that Fit gives for so many services in a view of 700 x 420.
    void namesStayReadable_data()
    {
        QTest::addColumn<int>("services");
        for (const int services : {13, 24, 40})
            QTest::addRow("%d services", services) << services;
    }

    void namesStayReadable()
    {
        QFETCH(int, services);
        graph::Picture picture;
        for (int i = 0; i < services; ++i) {
            graph::NodeShape shape;
            shape.node.key = "s/" + std::to_string(100 + i);
            shape.node.title = "payment-service-v" + std::to_string(i);
            shape.node.frame = "frame:s";
            const int row = services / 7 + 1;
            shape.rect = {i % row * 280.0, i / row * 128.0, 190, 72};
            picture.nodes.push_back(shape);
        }
        View view;
        view.resize({700, 420}, 1);
        view.fit(picture.bounds());
        RenderJob job;
        job.scene = std::make_shared<const Scene>(picture);
        job.scale = view.scale();
        job.lod = lodOf(*job.scene, job.scale);
        QVERIFY(job.lod >= Lod::Names);
        const QFont font = fontOf(TextRole::CardTitle, 9);
        const QFontMetricsF metrics(font);
        std::set<QString> shown;
        for (const graph::NodeShape &shape : picture.nodes) {
            const SmallName name = SmallNames(*job.scene, job.scale, job.dpr, {}).nameOf(shape);
            const QString text = name.lines.join(QString());
            QVERIFY2(text.size() >= 7, qPrintable(text)); // "pay…v12"
            QVERIFY2(!text.endsWith(QChar(0x2026)), qPrintable(text));
            shown.insert(text);
            for (const QString &line : name.lines)
                QVERIFY(metrics.horizontalAdvance(line) <= 280 * job.scale);
        }
        QCOMPARE(shown.size(), std::size_t(services)); // which is which
    }

    void rasterIsCloseToThePainter()
    {
        for (const QPointF to : {QPointF(190, 100), QPointF(100, 190), QPointF(10, 130),
                                 QPointF(60, 10), QPointF(180, 15), QPointF(100.4, 12)}) {
            QImage own(200, 200, QImage::Format_RGB32);
            own.fill(Qt::white);
            QImage theirs = own;
            LineRaster(own, QPoint()).line({100.3, 100.6}, to, {qRgb(0, 114, 178), 1, 0, 0, true});
            QPainter painter(&theirs);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(QColor(0, 114, 178), 1.01, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(QPointF(100.3, 100.6), to);
            painter.end();
            long long sum = 0;
            for (int y = 0; y < 200; ++y) {
                for (int x = 0; x < 200; ++x)
                    sum += std::abs(qRed(own.pixel(x, y)) - qRed(theirs.pixel(x, y)));
            }
            QVERIFY2(sum < 4500, qPrintable(QString::number(sum)));
        }
    }

    void rasterStandsWildCoordinates()
    {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::white);
        LineRaster raster(image, QPoint(10, 10));
        const double nan = std::nan("");
        LineRaster::Stroke stroke{qRgb(0, 0, 0), 1.4, 6, 4, true};
        for (const bool isDashed : {true, false}) {
            stroke.dash = isDashed ? 6 : 0;
            raster.line({nan, 1}, {3, 4}, stroke);
            raster.line({-1e7, -1e7}, {1e7, 1e7}, stroke);
            raster.line({1e300, 0}, {0, 1e300}, stroke);
            raster.line({20, 20}, {20, 20}, stroke);
            raster.curve({-1e6, 3}, {1e6, 9}, {-1e6, 80}, {1e6, 40}, stroke);
        }
        QCOMPARE(image.pixel(0, 63), qRgb(255, 255, 255));
    }

    void gridEqualsBruteForce()
    {
        QRandomGenerator random(7);
        const auto rect = [&random](double most) {
            return graph::Rect{random.bounded(9000.0) - 3000, random.bounded(7000.0) - 2000,
                               random.bounded(most), random.bounded(most)};
        };
        std::vector<CellGrid::Entry> entries;
        for (std::uint32_t i = 0; i < 400; ++i)
            entries.push_back({i, rect(600)});
        entries.push_back({400, {1e7, 1e7, 10, 10}}); // dragged far away
        entries.push_back({401, {std::nan(""), 0, 1, 1}});
        const CellGrid grid(entries);
        for (int i = 0; i < 1000; ++i) {
            const graph::Rect asked = rect(1500);
            const std::vector<std::uint32_t> found = grid.query(asked);
            QVERIFY(std::is_sorted(found.begin(), found.end()));
            for (const CellGrid::Entry &entry : entries) {
                if (entry.rect.intersects(asked))
                    QVERIFY(std::binary_search(found.begin(), found.end(), entry.item));
            }
        }
        QVERIFY(CellGrid().query({0, 0, 10, 10}).empty());
    }

    /// Again and again, some go and others come between, which the grid does not know.
    void gridFollowsNewNumbers()
    {
        QRandomGenerator random(5);
        const auto rect = [&random](double most) {
            return graph::Rect{random.bounded(9000.0), random.bounded(7000.0), random.bounded(most),
                               random.bounded(most)};
        };
        // Some of the numbers below `count`, ascending.
        const auto someOf = [&random](std::size_t count, std::size_t wanted) {
            std::set<std::size_t> some;
            while (some.size() < std::min(wanted, count))
                some.insert(random.bounded(quint32(count)));
            return std::vector<std::size_t>(some.begin(), some.end());
        };
        std::vector<CellGrid::Entry> entries;
        std::vector<std::optional<std::size_t>> numbers; // of each item, now
        for (std::uint32_t i = 0; i < 300; ++i) {
            for (int parts = random.bounded(1, 4); parts > 0; --parts)
                entries.push_back({i, rect(600)});
            numbers.emplace_back(i);
        }
        const CellGrid first(entries);
        CellGrid grid(entries);
        std::size_t count = numbers.size();
        for (int round = 0; round < 12; ++round) {
            const auto gone = someOf(count, std::size_t(random.bounded(20)));
            const auto coming = std::size_t(random.bounded(20));
            const graph::Renumbering now(count, gone, someOf(count - gone.size() + coming, coming));
            grid.renumber(now);
            for (std::optional<std::size_t> &number : numbers)
                number = number ? now.now(*number) : std::nullopt;
            count = now.after();
            for (int i = 0; i < 100; ++i) {
                const graph::Rect asked = rect(i < 50 ? 1000 : 20'000);
                std::vector<std::uint32_t> expected;
                for (const std::uint32_t item : first.query(asked))
                    if (numbers[item])
                        expected.push_back(std::uint32_t(*numbers[item]));
                QCOMPARE(grid.query(asked), expected);
            }
        }
        QVERIFY(std::count(numbers.begin(), numbers.end(), std::nullopt) > 20);
    }

    void textCanBeRead_data()
    {
        QTest::addColumn<CanvasPalette>("palette");
        QTest::newRow("light") << CanvasPalette::light();
        QTest::newRow("dark") << CanvasPalette::dark();
    }
    void textCanBeRead()
    {
        QFETCH(CanvasPalette, palette);
        for (const Ink ground : {Ink::Background, Ink::FrameFill, Ink::Card, Ink::Pill}) {
            for (const Ink text : {Ink::Title, Ink::Subtle, Ink::AllowedText, Ink::NotAllowedText,
                                   Ink::CannotTellText}) {
                const double c = contrast(palette.of(text), palette.of(ground));
                QVERIFY2(
                    c >= 4.5,
                    qPrintable(QString("%1 on %2: %3").arg(int(text)).arg(int(ground)).arg(c)));
            }
            for (const Ink line : {Ink::Allowed, Ink::NotAllowed, Ink::CannotTell, Ink::Wall,
                                   Ink::Lock, Ink::Outside, Ink::Selection, Ink::Focus})
                QVERIFY(contrast(palette.of(line), palette.of(ground)) >= 3);
        }
    }

    void pillsKeepClearOfCards()
    {
        const Scene scene(test::samplePicture());
        for (std::uint32_t i = 0; i < scene.picture().arrows.size(); ++i) {
            for (const graph::NodeShape &node : scene.picture().nodes) {
                const QRectF card(node.rect.x, node.rect.y, node.rect.width, node.rect.height);
                QVERIFY(!scene.pill(i).adjusted(4, 1, -4, -1).intersects(card));
            }
        }
    }
};

QTEST_MAIN(TstCanvasRender)
#include "tst_canvas_render.moc"
