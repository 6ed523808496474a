#include "graph/rerouting.h"
#include "graph/routing.h"
#include "support/effort.h"
#include "support/mesh.h"
#include "support/sanitized.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <random>

using namespace drawbridge;
using support::Mesh;

/// Where arrows come and go among many, the picture is the one that is composed anew.
class ReroutingTest : public QObject
{
    Q_OBJECT

private slots:
    void amongMany_data();
    void amongMany();
    void manyAtOnce();
    void near_data();
    void near();
};

namespace {

std::string differing(const graph::Picture &a, const graph::Picture &b)
{
    if (a.nodes.size() != b.nodes.size())
        return "another number of nodes";
    for (std::size_t i = 0; i < a.nodes.size(); ++i)
        if (!(a.nodes[i] == b.nodes[i]))
            return "node " + a.nodes[i].node.key;
    for (std::size_t i = 0; i < a.frames.size(); ++i)
        if (!(a.frames[i] == b.frames[i]))
            return a.frames[i].frame.key;
    if (a.arrows.size() != b.arrows.size())
        return "another number";
    const auto found = std::mismatch(a.arrows.begin(), a.arrows.end(), b.arrows.begin());
    return found.first == a.arrows.end() ? std::string() : found.first->arrow.key;
}

} // namespace

void ReroutingTest::amongMany_data()
{
    QTest::addColumn<int>("services");
    QTest::addColumn<int>("callers");
    QTest::addColumn<bool>("isFolded");
    QTest::addColumn<int>("edits");
    QTest::newRow("few") << 40 << 6 << false << 40;
    QTest::newRow("from which on ways are found alone") << 100 << 6 << false << 50;
    QTest::newRow("more") << 100 << 10 << false << 50;
    QTest::newRow("folded") << 110 << 10 << true << 50;
    QTest::newRow("from which on nothing is cleared") << 200 << 10 << false << 50;
    QTest::newRow("many") << 240 << 12 << false << 50;
}

void ReroutingTest::amongMany()
{
    QFETCH(int, services);
    QFETCH(int, callers);
    QFETCH(bool, isFolded);
    QFETCH(int, edits);
    edits = test::kIsSanitized ? 15 : edits * test::effort();
    const std::set<graph::Key> folded{"frame:n1"};
    Mesh mesh(services, callers, isFolded ? folded : std::set<graph::Key>());
    std::mt19937 random(3);
    int rerouted = 0;
    for (int i = 0; i < edits; ++i) {
        rerouted += mesh.changeSome(random);
        const std::string key = differing(mesh.picture(), mesh.composed());
        QVERIFY2(key.empty(), qPrintable(QStringLiteral("%1 after %2 edits, %3 times rerouted")
                                             .arg(QString::fromStdString(key))
                                             .arg(i)
                                             .arg(rerouted)));
    }
    qInfo("%zu arrows, %d of %d rerouted", mesh.picture().arrows.size(), rerouted, edits);
    QVERIFY(mesh.picture().arrows.size() < 500 || rerouted > edits / 4);
}

/// A picture whose arrows are routed anew.
static graph::Picture routed(const graph::Graph &graph, graph::Picture picture)
{
    picture.arrows.clear();
    graph::routeArrows(graph, {}, picture);
    return picture;
}

static bool haveTheSameWays(const graph::Picture &a, const graph::Picture &b)
{
    return std::equal(a.arrows.begin(), a.arrows.end(), b.arrows.begin(), b.arrows.end(),
                      [](const graph::ArrowShape &x, const graph::ArrowShape &y) {
                          return x.arrow == y.arrow && x.from == y.from && x.to == y.to &&
                                 x.control1 == y.control1 && x.control2 == y.control2;
                      });
}

void ReroutingTest::manyAtOnce()
{
    const Mesh mesh(150, 12, {});
    graph::Picture picture = mesh.picture();
    graph::Graph all;
    for (const graph::NodeShape &shape : picture.nodes)
        all.nodes.push_back(shape.node);
    for (const graph::FrameShape &shape : picture.frames)
        all.frames.push_back(shape.frame);
    for (const graph::ArrowShape &shape : picture.arrows)
        all.arrows.push_back(shape.arrow);
    graph::Graph some = all;
    some.arrows.clear();
    std::vector<graph::Key> others;
    for (std::size_t i = 0; i < all.arrows.size(); ++i)
        if (i % 2 == 1)
            some.arrows.push_back(all.arrows[i]);
        else
            others.push_back(all.arrows[i].key);
    // So few are routed with regard to each other: nothing is touched.
    const graph::Picture before = picture;
    graph::Graph few = all;
    few.arrows = {all.arrows.back()};
    std::vector<graph::Key> most;
    for (std::size_t i = 0; i + 1 < all.arrows.size(); ++i)
        most.push_back(all.arrows[i].key);
    QVERIFY(!graph::reroute(few, picture, {}, most, graph::ArrowEnds(picture.arrows)));
    QVERIFY(picture.arrows == before.arrows);

    const auto gone = graph::reroute(some, picture, {}, others, graph::ArrowEnds(picture.arrows));
    QVERIFY(gone);
    QCOMPARE(gone->removed.size(), others.size());
    QVERIFY(!gone->numbers.now(0) && gone->numbers.now(1) == std::size_t(0));
    QVERIFY(haveTheSameWays(picture, routed(some, picture)));
    const auto come = graph::reroute(all, picture, others, {}, graph::ArrowEnds(picture.arrows));
    QVERIFY(come);
    QCOMPARE(come->added().size(), others.size());
    QVERIFY(come->numbers.now(0) == std::size_t(1) && come->numbers.now(1) == std::size_t(3));
    QVERIFY(haveTheSameWays(picture, routed(all, picture)));
}

void ReroutingTest::near_data()
{
    QTest::addColumn<int>("services");
    QTest::addColumn<int>("callers");
    QTest::addColumn<bool>("isFolded");
    QTest::newRow("few") << 40 << 6 << false;
    QTest::newRow("folded") << 60 << 6 << true;
    QTest::newRow("more") << 110 << 8 << false;
}

static bool isOnEdge(const graph::Rect &rect, graph::Point p)
{
    constexpr double kClear = 0.01;
    const bool isAcross = std::abs(p.x - rect.x) < kClear || std::abs(p.x - rect.right()) < kClear;
    const bool isDown = std::abs(p.y - rect.y) < kClear || std::abs(p.y - rect.bottom()) < kClear;
    return isAcross || isDown;
}

static graph::Rect rectOf(const graph::Picture &picture, const graph::Key &end)
{
    const graph::NodeShape *node = picture.node(end);
    return node ? node->rect : picture.frame(end)->rect;
}

/// Where ways that serve are enough, everything but the ways is as it is composed.
void ReroutingTest::near()
{
    QFETCH(int, services);
    QFETCH(int, callers);
    QFETCH(bool, isFolded);
    const std::set<graph::Key> folded{"frame:n1"};
    Mesh mesh(services, callers, isFolded ? folded : std::set<graph::Key>());
    std::mt19937 random(9);
    int kept = 0;
    const int edits = test::kIsSanitized ? 15 : 60 * test::effort();
    for (int i = 0; i < edits; ++i) {
        kept += mesh.changeSome(random, true);
        const graph::Picture &picture = mesh.picture();
        const graph::Picture composed = mesh.composed();
        QVERIFY(picture.nodes == composed.nodes);
        QVERIFY(picture.frames == composed.frames);
        QCOMPARE(picture.arrows.size(), composed.arrows.size());
        for (std::size_t j = 0; j < picture.arrows.size(); ++j) {
            const graph::ArrowShape &shape = picture.arrows[j];
            QVERIFY(shape.arrow == composed.arrows[j].arrow);
            QCOMPARE(shape.pill.width, composed.arrows[j].pill.width);
            if (!isFolded) {
                QVERIFY(isOnEdge(rectOf(picture, shape.arrow.source), shape.from));
                QVERIFY(isOnEdge(rectOf(picture, shape.arrow.target), shape.to));
            }
        }
    }
    QVERIFY(kept > edits / 2);
}

QTEST_GUILESS_MAIN(ReroutingTest)
#include "tst_rerouting.moc"
