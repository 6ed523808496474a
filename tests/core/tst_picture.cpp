#include "graph/picture.h"

#include <QTest>

#include <random>

using namespace drawbridge;
using graph::ArrowShape;
using graph::Point;
using graph::Rect;

namespace {

graph::Node nodeIn(const graph::Key &frame, const graph::Key &key)
{
    graph::Node node;
    node.key = key;
    node.title = key;
    node.frame = frame;
    return node;
}

graph::Arrow arrowOf(const graph::Key &source, const graph::Key &target)
{
    graph::Arrow arrow;
    arrow.key = source + '\n' + target;
    arrow.source = source;
    arrow.target = target;
    arrow.ports = kube::ConnectionSet::all();
    arrow.label = "all ports";
    return arrow;
}

graph::Frame frameOf(const graph::Key &key)
{
    graph::Frame frame;
    frame.key = key;
    frame.title = key;
    return frame;
}

bool runsBehind(const ArrowShape &arrow, const Rect &card)
{
    for (int i = 1; i < 100; ++i)
        if (card.contains(arrow.at(i / 100.0)))
            return true;
    return false;
}

} // namespace

/// Where things are drawn: what a reader would take for another statement must not be seen.
class PictureTest : public QObject
{
    Q_OBJECT

private slots:
    void arrowsKeepClearOfOtherCards();
    void arrowsBetweenNeighboursFaceEachOther();
    void arrowsStayInTheirNamespace();
    void boundsAreThoseOfTheCurve();
};

/// An arrow that comes out from behind a card seems to begin there.
void PictureTest::arrowsKeepClearOfOtherCards()
{
    graph::Graph graph;
    graph.nodes = {nodeIn("f", "above"), nodeIn("f", "below"), nodeIn("g", "far")};
    graph.frames = {frameOf("f"), frameOf("g")};
    graph.arrows = {arrowOf("below", "far")};
    const graph::Picture picture =
        graph::compose(graph, {{"above", {0, 0}}, {"below", {0, 128}}, {"far", {520, -460}}});
    const ArrowShape *arrow = picture.arrow("below\nfar");
    QVERIFY(arrow);
    QVERIFY(!runsBehind(*arrow, picture.node("above")->rect));
}

void PictureTest::arrowsBetweenNeighboursFaceEachOther()
{
    graph::Graph graph;
    graph.nodes = {nodeIn("f", "left"), nodeIn("f", "right")};
    graph.frames = {frameOf("f")};
    graph.arrows = {arrowOf("left", "right")};
    const graph::Picture picture = graph::compose(graph, {{"left", {0, 0}}, {"right", {400, 8}}});
    const ArrowShape *arrow = picture.arrow("left\nright");
    QCOMPARE(arrow->from.x, picture.node("left")->rect.right());
    QCOMPARE(arrow->to.x, picture.node("right")->rect.x);
}

/// A way around a card that crosses the wall twice would say that the traffic leaves.
void PictureTest::arrowsStayInTheirNamespace()
{
    graph::Graph graph;
    graph.nodes = {nodeIn("f", "a"), nodeIn("f", "b"), nodeIn("f", "c")};
    graph.frames = {frameOf("f")};
    graph.arrows = {arrowOf("a", "c")};
    const graph::Picture picture =
        graph::compose(graph, {{"a", {0, 0}}, {"b", {300, 0}}, {"c", {600, 0}}});
    const ArrowShape *arrow = picture.arrow("a\nc");
    const Rect &wall = picture.frame("f")->rect;
    for (int i = 0; i <= 100; ++i)
        QVERIFY(wall.contains(arrow->at(i / 100.0)));
}

void PictureTest::boundsAreThoseOfTheCurve()
{
    std::mt19937 random(3);
    const auto place = [&] { return double(random() % 2000) - 1000; };
    for (int round = 0; round < 500; ++round) {
        ArrowShape arrow;
        for (Point *point : {&arrow.from, &arrow.control1, &arrow.control2, &arrow.to})
            *point = {place(), place()};
        if (round % 5 == 0)
            arrow.control1 = arrow.from; // straight at its begin
        if (round % 5 == 1) {            // around a corner and back to the same height
            arrow.from.y = arrow.to.y = place() / 7;
            arrow.control1.y = arrow.control2.y = arrow.from.y + place() / 3;
        }
        const Rect bounds = arrow.bounds();
        Rect seen{arrow.from.x, arrow.from.y, 0, 0};
        for (int i = 1; i <= 2000; ++i) {
            const Point point = arrow.at(i / 2000.0);
            seen = seen.united({point.x, point.y, 0, 0});
        }
        QVERIFY(std::abs(bounds.x - seen.x) < 0.01 &&
                std::abs(bounds.right() - seen.right()) < 0.01);
        QVERIFY(std::abs(bounds.y - seen.y) < 0.01 &&
                std::abs(bounds.bottom() - seen.bottom()) < 0.01);
    }
}

QTEST_GUILESS_MAIN(PictureTest)
#include "tst_picture.moc"
