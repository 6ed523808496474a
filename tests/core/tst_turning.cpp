#include "graph/placing.h"
#include "graph/routing.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace drawbridge;
using graph::ArrowShape;
using graph::Key;
using graph::Picture;
using graph::Point;
using graph::Rect;

/// Arrows turn no more than they must: nobody follows a line round a loop that goes round nothing.
class TurningTest : public QObject
{
    Q_OBJECT

private slots:
    void turningIsMeasured();
    void dnsOfAWholeNamespace_data();
    void dnsOfAWholeNamespace();
    void noArrowTurnsForNothing();
};

namespace {

graph::Node nodeIn(const Key &frame, const Key &key)
{
    graph::Node node;
    node.key = node.title = key;
    node.frame = frame;
    node.kind = frame.empty() ? graph::NodeKind::Range : graph::NodeKind::PodGroup;
    return node;
}

graph::Frame frameOf(const Key &key)
{
    graph::Frame frame;
    frame.key = frame.title = key;
    frame.services = 1;
    return frame;
}

graph::Arrow arrowOf(const Key &source, const Key &target)
{
    graph::Arrow arrow;
    arrow.key = source + '\n' + target;
    arrow.source = source;
    arrow.target = target;
    arrow.ports = kube::ConnectionSet::all();
    arrow.label = "TCP 53 · UDP 53";
    return arrow;
}

template <typename Elements>
void sortByKey(Elements &elements)
{
    std::sort(elements.begin(), elements.end(),
              [](const auto &a, const auto &b) { return a.key < b.key; });
}

std::vector<Point> pointsOf(const ArrowShape &shape)
{
    std::vector<Point> points{shape.from};
    for (const auto &[a, b, c, d] : shape.cubics())
        for (int i = 1; i <= 60; ++i) {
            const double t = i / 60.0, u = 1 - t;
            const auto mixed = [&](double p, double q, double r, double s) {
                return u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
            };
            const Point point{mixed(a.x, b.x, c.x, d.x), mixed(a.y, b.y, c.y, d.y)};
            if (std::hypot(point.x - points.back().x, point.y - points.back().y) > 1e-6)
                points.push_back(point);
        }
    return points;
}

/// Along the line itself, in degrees.
double turned(const ArrowShape &shape)
{
    const std::vector<Point> points = pointsOf(shape);
    double sum = 0;
    for (std::size_t i = 2; i < points.size(); ++i) {
        const Point a{points[i - 1].x - points[i - 2].x, points[i - 1].y - points[i - 2].y};
        const Point b{points[i].x - points[i - 1].x, points[i].y - points[i - 1].y};
        sum += std::abs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y));
    }
    return sum * 180 / std::numbers::pi;
}

double lengthOf(const ArrowShape &shape)
{
    const std::vector<Point> points = pointsOf(shape);
    double sum = 0;
    for (std::size_t i = 1; i < points.size(); ++i)
        sum += std::hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
    return sum;
}

double apart(const ArrowShape &shape)
{
    return std::hypot(shape.to.x - shape.from.x, shape.to.y - shape.from.y);
}

QByteArray wordsOf(const ArrowShape &shape)
{
    return QStringLiteral("%1 from %2,%3 to %4,%5: turns %6, %7 long, %8 apart")
        .arg(
            QString::fromStdString(shape.arrow.key).replace(QLatin1Char('\n'), QStringLiteral("→")))
        .arg(shape.from.x)
        .arg(shape.from.y)
        .arg(shape.to.x)
        .arg(shape.to.y)
        .arg(turned(shape))
        .arg(lengthOf(shape))
        .arg(apart(shape))
        .toUtf8();
}

/// The three-tier example after its wall for egress came with DNS.
graph::Graph shopWithDns()
{
    graph::Graph graph;
    graph.frames = {frameOf("kube-system"), frameOf("shop")};
    graph.nodes = {nodeIn("shop", "api"), nodeIn("shop", "database"), nodeIn("kube-system", "dns"),
                   nodeIn("shop", "frontend"), nodeIn("shop", "gateway")};
    graph.arrows = {arrowOf("api", "database"), arrowOf("frontend", "api"),
                    arrowOf("gateway", "frontend"), arrowOf("shop", "dns")};
    sortByKey(graph.nodes);
    sortByKey(graph.arrows);
    return graph;
}

graph::Placement shopPlaces()
{
    return {
        {"gateway", {0, 0}}, {"frontend", {312, 100}}, {"api", {0, 200}}, {"database", {312, 300}}};
}

Rect rectOf(const Picture &picture, const Key &key)
{
    const graph::NodeShape *node = picture.node(key);
    return node ? node->rect : picture.frame(key)->rect;
}

/// Something that is neither end lies between them, or near that.
bool hasObstacle(const Picture &picture, const ArrowShape &arrow)
{
    const auto frameOfEnd = [&](const Key &end) {
        const graph::NodeShape *node = picture.node(end);
        return node ? node->node.frame : end;
    };
    const Key &source = arrow.arrow.source;
    const Key &target = arrow.arrow.target;
    const Rect between = rectOf(picture, source).united(rectOf(picture, target));
    const Rect wide{between.x - 60, between.y - 60, between.width + 120, between.height + 120};
    for (const graph::NodeShape &node : picture.nodes)
        if (node.node.key != source && node.node.key != target && node.node.frame != source &&
            node.node.frame != target && node.rect.intersects(wide))
            return true;
    for (const graph::FrameShape &frame : picture.frames)
        if (frame.frame.key != frameOfEnd(source) && frame.frame.key != frameOfEnd(target) &&
            frame.rect.intersects(wide))
            return true;
    return false;
}

} // namespace

void TurningTest::turningIsMeasured()
{
    ArrowShape straight;
    straight.from = {0, 0};
    straight.control1 = {10, 0};
    straight.control2 = {20, 0};
    straight.to = {30, 0};
    QCOMPARE(graph::turningOf(straight), 0.0);
    ArrowShape quarter;
    quarter.control1 = {11, 0};
    quarter.control2 = {20, 9};
    quarter.to = {20, 20};
    QVERIFY(std::abs(graph::turningOf(quarter) - 90) < 0.5);
    std::mt19937 dice(3);
    for (int i = 0; i < 300; ++i) {
        ArrowShape shape;
        for (Point *point : {&shape.from, &shape.control1, &shape.control2, &shape.to})
            *point = {double(dice() % 200), double(dice() % 200)};
        QVERIFY2(std::abs(graph::turningOf(shape) - turned(shape)) < 25, wordsOf(shape));
    }
}

void TurningTest::dnsOfAWholeNamespace_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("below the middle") << 156.0 << 560.0;
    QTest::newRow("below the left") << -90.0 << 650.0;
    QTest::newRow("below the left corner") << -176.0 << 768.0;
    QTest::newRow("below the right") << 629.0 << 723.0;
    QTest::newRow("beside") << 652.0 << 435.0;
    QTest::newRow("above the right") << 552.0 << -213.0;
    QTest::newRow("above") << 100.0 << -300.0;
    QTest::newRow("above the left") << -211.0 << -230.0;
}

void TurningTest::dnsOfAWholeNamespace()
{
    QFETCH(double, x);
    QFETCH(double, y);
    graph::Placement places = shopPlaces();
    places["dns"] = {x, y};
    const Picture picture = graph::compose(shopWithDns(), places);
    const ArrowShape *arrow = picture.arrow("shop\ndns");
    QVERIFY(arrow);
    QVERIFY2(turned(*arrow) <= 150, wordsOf(*arrow));
    QVERIFY2(lengthOf(*arrow) <= 1.25 * apart(*arrow) + 20, wordsOf(*arrow));
}

/// Namespaces and outside nodes at random places that leave them apart.
void TurningTest::noArrowTurnsForNothing()
{
    std::mt19937 dice(7);
    int free = 0;
    for (int round = 0; round < 1500; ++round) {
        graph::Graph graph;
        graph::Placement places;
        std::vector<Rect> taken;
        const auto stands = [&](const Rect &rect) {
            const Rect wide{rect.x - 40, rect.y - 40, rect.width + 80, rect.height + 80};
            for (const Rect &other : taken)
                if (other.intersects(wide))
                    return false;
            taken.push_back(rect);
            return true;
        };
        for (int i = 0; i < 5; ++i) {
            const Key name = "ns" + std::to_string(i);
            const Point at{double(dice() % 1800), double(dice() % 1400)};
            const int cards = 1 + int(dice() % 3);
            if (!stands(graph::frameAround({at.x, at.y, 190, cards * 128.0 - 56})))
                continue;
            graph.frames.push_back(frameOf(name));
            for (int card = 0; card < cards; ++card) {
                const Key key = name + "/" + std::to_string(card);
                graph.nodes.push_back(nodeIn(name, key));
                places[key] = {at.x, at.y + card * 128};
            }
        }
        for (int i = 0; i < 2; ++i) {
            const graph::Node node = nodeIn("", "outside" + std::to_string(i));
            const Point at{double(dice() % 1800), double(dice() % 1400)};
            Rect rect = graph::sizeOf(node);
            rect.x = at.x;
            rect.y = at.y;
            if (!stands(rect))
                continue;
            graph.nodes.push_back(node);
            places[node.key] = at;
        }
        sortByKey(graph.nodes);
        std::vector<Key> ends;
        for (const graph::Node &node : graph.nodes)
            ends.push_back(node.key);
        for (const graph::Frame &frame : graph.frames)
            ends.push_back(frame.key);
        for (int i = 0; i < 4; ++i) {
            const Key source = ends[dice() % ends.size()];
            const Key target = ends[dice() % ends.size()];
            const bool isInside = source.find(target) == 0 || target.find(source) == 0;
            if (!isInside)
                graph.arrows.push_back(arrowOf(source, target));
        }
        sortByKey(graph.arrows);
        graph.arrows.erase(std::unique(graph.arrows.begin(), graph.arrows.end(),
                                       [](const auto &a, const auto &b) { return a.key == b.key; }),
                           graph.arrows.end());
        const Picture picture = graph::compose(graph, places);
        for (const ArrowShape &arrow : picture.arrows) {
            QVERIFY2(turned(arrow) <= 560, wordsOf(arrow));
            if (hasObstacle(picture, arrow))
                continue;
            ++free;
            QVERIFY2(turned(arrow) <= 190, wordsOf(arrow));
            QVERIFY2(lengthOf(arrow) <= 1.4 * apart(arrow) + 40, wordsOf(arrow));
        }
    }
    QVERIFY2(free > 500, QByteArray::number(free));
}

QTEST_APPLESS_MAIN(TurningTest)
#include "tst_turning.moc"
