#include "canvas/shapes.h"
#include "canvas/small_pills.h"
#include "messages/graph_words.h"
#include "window/add_service_dialog.h"

#include "picture_faults.h"
#include "tst_canvas_sample.h"
#include "window_user.h"

#include <QLineEdit>

#include <cmath>

using namespace drawbridge;

/// Arrows are not covered, and their words are not taken for another's.
class OffArrowsTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        QSettings().clear();
        openWindow();
    }
    void cleanup() { closeWindow(); }

    void aDroppedServiceStandsOffArrows_data();
    void aDroppedServiceStandsOffArrows();
    void aServiceByMenuStandsOffArrows();
    void comingBackIsWhereItWas();
    void smallWordsStandAtTheirOwnArrow_data();
    void smallWordsStandAtTheirOwnArrow();

private:
    void name(const char *name)
    {
        answer<AddServiceDialog>([name](AddServiceDialog *dialog) {
            QTest::keyClicks(dialog->nameEdit(), name);
            QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        });
    }
    static bool isOver(const graph::Rect &rect, const graph::ArrowShape &arrow)
    {
        for (int i = 0; i <= 200; ++i)
            if (rect.contains(arrow.at(i / 200.0)))
                return true;
        return false;
    }
    graph::Rect rectOf(const std::string &title)
    {
        return document().picture().node(key(title))->rect;
    }
    /// Arrows as they are now, which have nothing to do with it, and none of which has moved.
    void expectOff(const std::string &title, const graph::Picture &before)
    {
        for (const graph::ArrowShape &arrow : before.arrows) {
            QVERIFY2(!isOver(rectOf(title), arrow), arrow.arrow.key.c_str());
            QVERIFY2(!rectOf(title).intersects(arrow.pill), arrow.arrow.key.c_str());
            const graph::ArrowShape *now = document().picture().arrow(arrow.arrow.key);
            QVERIFY(now && now->from == arrow.from && now->to == arrow.to);
        }
    }
};

void OffArrowsTest::aDroppedServiceStandsOffArrows_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<double>("at");
    for (const auto &[source, target] :
         {std::pair("gateway", "frontend"), {"frontend", "api"}, {"api", "database"}})
        for (const double at : {0.3, 0.5, 0.7})
            QTest::addRow("%s %s %g", source, target, at)
                << QString::fromLatin1(source) << QString::fromLatin1(target) << at;
}

void OffArrowsTest::aDroppedServiceStandsOffArrows()
{
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(double, at);
    const graph::Picture before = document().picture();
    const graph::Point wish =
        before.arrow(arrow(source.toStdString(), target.toStdString()))->at(at);
    name("worker");
    emit canvas()->addServiceRequested(wish);
    QVERIFY(!key("worker").empty());
    expectOff("worker", before);
    QCOMPARE(pictureFaults(document().picture()), QString());
    const graph::Point middle = rectOf("worker").center();
    QVERIFY(std::hypot(middle.x - wish.x, middle.y - wish.y) < 440);
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(key("worker"))));
}

/// Farther in, so that it has to come into sight.
void OffArrowsTest::aServiceByMenuStandsOffArrows()
{
    const graph::Picture before = document().picture();
    canvas()->setZoom(1.6);
    canvas()->centerOn(before.arrow(arrow("frontend", "api"))->at(0.5));
    name("worker");
    press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(!key("worker").empty());
    expectOff("worker", before);
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(key("worker"))));
}

/// Even where an arrow runs now: that went round it before.
void OffArrowsTest::comingBackIsWhereItWas()
{
    const graph::Rect before = rectOf("frontend");
    click("frontend");
    const auto plan = document().plan(edit::RemoveService{key("frontend")});
    QVERIFY(plan);
    document().push(*plan, QStringLiteral("Remove"));
    QVERIFY(key("frontend").empty());
    document().undoStack()->undo();
    QVERIFY(rectOf("frontend") == before);
}

void OffArrowsTest::smallWordsStandAtTheirOwnArrow_data()
{
    QTest::addColumn<double>("scale");
    for (const double scale : {0.3, 0.4, 0.5, 0.6, 0.7})
        QTest::addRow("%g", scale) << scale;
}

/// Two half-open arrows side by side, and others between the same columns.
void OffArrowsTest::smallWordsStandAtTheirOwnArrow()
{
    QFETCH(double, scale);
    graph::Picture picture;
    for (int row = 0; row < 4; ++row)
        for (const double x : {0.0, 420.0}) {
            const std::string name = (x > 0 ? "shop/b" : "shop/a") + std::to_string(row);
            picture.nodes.push_back({test::makeNode(name, "frame:shop", graph::Lock::Closed),
                                     {x, row * 90.0, 190, 72}});
        }
    std::sort(picture.nodes.begin(), picture.nodes.end(),
              [](const auto &a, const auto &b) { return a.node.key < b.node.key; });
    for (int row = 0; row < 4; ++row)
        for (int to : {row, (row + 1) % 4}) {
            graph::ArrowShape shape;
            shape.arrow =
                test::makeArrow("shop/a" + std::to_string(row), "shop/b" + std::to_string(to),
                                "TCP 8080", graph::ArrowState::HalfOpenAtTarget);
            shape.from = {190, row * 90.0 + (to == row ? 24 : 48)};
            shape.to = {420, to * 90.0 + (to == row ? 24 : 48)};
            shape.control1 = {290, shape.from.y};
            shape.control2 = {320, shape.to.y};
            shape.pill = {250, shape.from.y, 160, 20};
            picture.arrows.push_back(shape);
        }
    std::sort(picture.arrows.begin(), picture.arrows.end(),
              [](const auto &a, const auto &b) { return a.arrow.key < b.arrow.key; });
    const canvas::Scene scene(picture);
    for (const auto &[i, rect] : canvas::smallPills(scene, scale)) {
        const QPointF middle = rect.center();
        double own = 1e9, others = 1e9;
        for (std::uint32_t j = 0; j < picture.arrows.size(); ++j)
            for (int part = 0; part <= 400; ++part) {
                const QPointF at = canvas::toQt(scene.picture().arrows[j].at(part / 400.0));
                double &least = i == j ? own : others;
                least = std::min(least, std::hypot(at.x() - middle.x(), at.y() - middle.y()));
            }
        QVERIFY2(own < others, qPrintable(QStringLiteral("%1: %2 from its own, %3 from another")
                                              .arg(i)
                                              .arg(own)
                                              .arg(others)));
    }
}

QTEST_MAIN(OffArrowsTest)
#include "tst_off_arrows.moc"
