#include "graph/routing.h"

#include "graph/placing.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

using namespace drawbridge;
using graph::ArrowShape;
using graph::Key;
using graph::Picture;
using graph::Rect;

namespace {

graph::Node nodeIn(const Key &frame, const Key &key)
{
    graph::Node node;
    node.key = key;
    node.title = key;
    node.frame = frame;
    node.kind = frame.empty() ? graph::NodeKind::Range : graph::NodeKind::PodGroup;
    return node;
}

graph::Frame frameOf(const Key &key)
{
    graph::Frame frame;
    frame.key = key;
    frame.title = key;
    frame.services = 1;
    return frame;
}

graph::Arrow arrowOf(const Key &source, const Key &target, const std::string &label = "TCP 8080")
{
    graph::Arrow arrow;
    arrow.key = source + '\n' + target;
    arrow.source = source;
    arrow.target = target;
    arrow.ports = kube::ConnectionSet::all();
    arrow.label = label;
    return arrow;
}

bool runsThrough(const ArrowShape &arrow, const Rect &rect)
{
    for (int i = 1; i < 200; ++i)
        if (rect.contains(arrow.at(i / 200.0)))
            return true;
    return false;
}

/// Not wholly on one side of a wall.
bool isOver(const Rect &words, const Rect &wall)
{
    const bool isInside = words.x >= wall.x && words.right() <= wall.right() && words.y >= wall.y &&
                          words.bottom() <= wall.bottom();
    return words.intersects(wall) && !isInside;
}

} // namespace

/// Ways and words of arrows: titles stay readable, and each arrow shows which way it goes.
class RoutingTest : public QObject
{
    Q_OBJECT

private slots:
    void waysKeepClearOfTitles();
    void waysKeepClearOfOtherNamespaces();
    void waysGoRoundCards_data();
    void waysGoRoundCards();
    void aWayRoundIsOneLine();
    void whatHasNoWayIsTold();
    void wordsCoverNoTitle();
    void wordsCoverNoHead_data();
    void wordsCoverNoHead();
    void wordsStayOffWallsWhereTheyCan();
    void wordsStepAsideForWalls_data();
    void wordsStepAsideForWalls();
    void wordsStayAtTheirArrowInNarrowRoom();
    void wordsOfManyAreApart();
};

/// Straight down, the arrow would run behind the title of the namespace in between.
void RoutingTest::waysKeepClearOfTitles()
{
    graph::Graph graph;
    graph.frames = {frameOf("f"), frameOf("g"), frameOf("h")};
    graph.nodes = {nodeIn("f", "a"), nodeIn("g", "b"), nodeIn("h", "c")};
    graph.arrows = {arrowOf("a", "c")};
    for (const double x : {0.0, 60.0, -60.0, 140.0}) {
        const Picture picture =
            graph::compose(graph, {{"a", {0, 0}}, {"b", {x, 240}}, {"c", {0, 480}}});
        const ArrowShape *arrow = picture.arrow("a\nc");
        QVERIFY(!runsThrough(*arrow, graph::titlePlate(*picture.frame("g"))));
        QVERIFY(!runsThrough(*arrow, picture.node("b")->rect));
    }
}

void RoutingTest::waysKeepClearOfOtherNamespaces()
{
    graph::Graph graph;
    graph.frames = {frameOf("f"), frameOf("g"), frameOf("h")};
    graph.nodes = {nodeIn("f", "a"), nodeIn("g", "b"), nodeIn("h", "c")};
    graph.arrows = {arrowOf("a", "c")};
    const Picture picture =
        graph::compose(graph, {{"a", {0, 0}}, {"b", {420, 160}}, {"c", {840, 0}}});
    QVERIFY(!runsThrough(*picture.arrow("a\nc"), picture.frame("g")->rect));
}

void RoutingTest::waysGoRoundCards_data()
{
    QTest::addColumn<int>("gap");
    for (const int gap : {12, 20, 34, 56})
        QTest::addRow("%d apart", gap) << gap;
}

/// However narrow the ways are: who comes out from behind a card seems to begin there.
void RoutingTest::waysGoRoundCards()
{
    QFETCH(int, gap);
    std::mt19937 random(7);
    graph::Graph graph;
    graph.frames = {frameOf("f")};
    graph::Placement places;
    for (int i = 0; i < 20; ++i) {
        const Key key(1, char('a' + i));
        graph.nodes.push_back(nodeIn("f", key));
        places[key] = {i % 4 * (190.0 + gap), i / 4 * (72.0 + gap)};
    }
    std::set<std::pair<int, int>> pairs;
    while (pairs.size() < 24)
        pairs.insert({int(random() % 20), int(random() % 20)});
    for (const auto &[from, to] : pairs)
        if (from != to)
            graph.arrows.push_back(arrowOf(Key(1, char('a' + from)), Key(1, char('a' + to))));
    const Picture picture = graph::compose(graph, places);
    for (const ArrowShape &arrow : picture.arrows)
        for (const graph::NodeShape &node : picture.nodes) {
            const Rect &r = node.rect;
            QVERIFY2(!runsThrough(arrow, {r.x + 1, r.y + 1, r.width - 2, r.height - 2}),
                     (arrow.arrow.key + " behind " + node.node.key).c_str());
        }
}

void RoutingTest::aWayRoundIsOneLine()
{
    graph::Graph graph;
    graph.frames = {frameOf("f")};
    graph::Placement places;
    for (int i = 0; i < 9; ++i) {
        graph.nodes.push_back(nodeIn("f", Key(1, char('a' + i))));
        places[graph.nodes.back().key] = {i % 3 * 206.0, i / 3 * 88.0};
    }
    graph.arrows = {arrowOf("a", "i")};
    const Picture picture = graph::compose(graph, places);
    const ArrowShape &arrow = picture.arrows.front();
    QVERIFY(!arrow.between.empty());
    QCOMPARE(arrow.between.size() % 3, std::size_t(0));
    QVERIFY(arrow.at(0) == arrow.from && arrow.at(1) == arrow.to);
    const auto cubics = arrow.cubics();
    QVERIFY(cubics.front()[1] == arrow.control1 && cubics.back()[2] == arrow.control2);
    for (std::size_t i = 1; i < cubics.size(); ++i)
        QVERIFY(cubics[i - 1][3] == cubics[i][0]);
    const Rect bounds = arrow.bounds();
    graph::Point before = arrow.from;
    for (int i = 1; i <= 400; ++i) {
        const graph::Point now = arrow.at(i / 400.0);
        QVERIFY(std::hypot(now.x - before.x, now.y - before.y) < 12);
        QVERIFY(now.x >= bounds.x - 0.01 && now.x <= bounds.right() + 0.01);
        before = now;
    }
}

/// A card that others lie against on all sides.
void RoutingTest::whatHasNoWayIsTold()
{
    graph::Graph graph;
    graph.frames = {frameOf("f")};
    graph::Placement places;
    for (int i = 0; i < 9; ++i) {
        graph.nodes.push_back(nodeIn("f", Key(1, char('a' + i))));
        places[graph.nodes.back().key] = {i % 3 * 190.0, i / 3 * 72.0};
    }
    graph.nodes.push_back(nodeIn("f", "z"));
    places["z"] = {900, 72};
    graph.arrows = {arrowOf("c", "z"), arrowOf("e", "z")};
    const Picture picture = graph::compose(graph, places);
    QVERIFY(!picture.arrow("c\nz")->isBehind);
    QVERIFY(picture.arrow("e\nz")->isBehind);
}

void RoutingTest::wordsCoverNoTitle()
{
    graph::Graph graph;
    graph.frames = {frameOf("f"), frameOf("g")};
    graph.nodes = {nodeIn("f", "a"), nodeIn("g", "b")};
    graph.arrows = {arrowOf("a", "b", "TCP 80, 443, 8080-8090")};
    for (int y = 140; y < 420; y += 20) {
        const Picture picture = graph::compose(graph, {{"a", {0, 0}}, {"b", {0, double(y)}}});
        const ArrowShape *arrow = picture.arrow("a\nb");
        for (const graph::FrameShape &frame : picture.frames)
            QVERIFY(!arrow->pill.intersects(graph::titlePlate(frame)));
    }
}

void RoutingTest::wordsCoverNoHead_data()
{
    QTest::addColumn<double>("gap");
    for (const double gap : {16.0, 24.0, 40.0, 60.0, 90.0, 120.0})
        QTest::addRow("%d apart", int(gap)) << gap;
}

void RoutingTest::wordsCoverNoHead()
{
    QFETCH(double, gap);
    graph::Graph graph;
    graph.frames = {frameOf("f")};
    graph.nodes = {nodeIn("f", "a"), nodeIn("f", "b"), nodeIn("f", "c")};
    graph.arrows = {arrowOf("a", "b"), arrowOf("a", "c"), arrowOf("b", "a")};
    const Picture picture =
        graph::compose(graph, {{"a", {0, 0}}, {"b", {190 + gap, 0}}, {"c", {0, 72 + gap}}});
    for (const ArrowShape &words : picture.arrows) {
        for (const ArrowShape &arrow : picture.arrows)
            QVERIFY(!words.pill.intersects(graph::headRect(arrow)));
        for (const graph::NodeShape &node : picture.nodes)
            QVERIFY(!words.pill.intersects(node.rect));
    }
}

void RoutingTest::wordsStayOffWallsWhereTheyCan()
{
    graph::Graph graph;
    graph.frames = {frameOf("f")};
    graph.nodes = {nodeIn("f", "a"), nodeIn("", "out")};
    graph.arrows = {arrowOf("out", "a")};
    const Picture picture = graph::compose(graph, {{"a", {0, 0}}, {"out", {-260, 0}}});
    const Rect &pill = picture.arrow("out\na")->pill;
    QVERIFY(pill.right() + 4 < picture.frame("f")->rect.x); // clear of the line's width too
}

void RoutingTest::wordsStepAsideForWalls_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<double>("x");
    for (const char *label : {"all ports", "UDP 53", "TCP 53 · UDP 53"})
        for (const double x : {-60.0, 0.0, 28.0, 40.0})
            QTest::addRow("%s at %g", label, x) << QString::fromUtf8(label) << x;
}

/// A whole namespace may use DNS: the arrow runs down close beside the wall of the other one.
void RoutingTest::wordsStepAsideForWalls()
{
    QFETCH(QString, label);
    QFETCH(double, x);
    graph::Graph graph;
    graph.frames = {frameOf("kube-system"), frameOf("shop")};
    graph.nodes = {nodeIn("shop", "api"), nodeIn("kube-system", "dns"), nodeIn("shop", "web")};
    graph.arrows = {arrowOf("shop", "dns", label.toStdString())};
    const Picture picture =
        graph::compose(graph, {{"web", {236, 64}}, {"api", {548, 64}}, {"dns", {x, 288}}});
    const ArrowShape &arrow = picture.arrows.front();
    for (const graph::FrameShape &frame : picture.frames) {
        QVERIFY(!isOver(arrow.pill, frame.rect));
        QVERIFY(!arrow.pill.intersects(graph::titlePlate(frame)));
    }
    QVERIFY(runsThrough(arrow, arrow.pill));
}

/// Between two walls that are nearer than the words are wide.
void RoutingTest::wordsStayAtTheirArrowInNarrowRoom()
{
    graph::Graph graph;
    graph.frames = {frameOf("f"), frameOf("g")};
    graph.nodes = {nodeIn("f", "a"), nodeIn("g", "b")};
    graph.arrows = {arrowOf("a", "b", "TCP 8080 · UDP 5353")};
    for (const double gap : {170.0, 180.0}) {
        const Picture picture = graph::compose(graph, {{"a", {0, 0}}, {"b", {190 + gap, 0}}});
        const ArrowShape &arrow = picture.arrows.front();
        QVERIFY(arrow.pill.x < picture.frame("f")->rect.right());
        QVERIFY(arrow.pill.right() > picture.frame("g")->rect.x);
        QVERIFY(runsThrough(arrow, arrow.pill));
    }
}

void RoutingTest::wordsOfManyAreApart()
{
    std::mt19937 random(5);
    graph::Graph graph;
    graph.frames = {frameOf("f")};
    graph::Placement places;
    for (int i = 0; i < 12; ++i) {
        const Key key(1, char('a' + i));
        graph.nodes.push_back(nodeIn("f", key));
        places[key] = {double(i % 4) * 300, double(i / 4) * 150};
    }
    for (int i = 0; i < 12; ++i) {
        const Key source(1, char('a' + i));
        const Key target(1, char('a' + (i + 1 + int(random() % 10)) % 12));
        if (source != target)
            graph.arrows.push_back(arrowOf(source, target));
    }
    std::sort(graph.arrows.begin(), graph.arrows.end(),
              [](const auto &x, const auto &y) { return x.key < y.key; });
    const Picture picture = graph::compose(graph, places);
    for (const ArrowShape &a : picture.arrows)
        for (const ArrowShape &b : picture.arrows)
            QVERIFY(a.arrow.key == b.arrow.key || !a.pill.intersects(b.pill));
}

QTEST_GUILESS_MAIN(RoutingTest)
#include "tst_routing.moc"
