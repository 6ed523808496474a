#include "graph/rerouting.h"
#include "graph/routing.h"
#include "support/effort.h"
#include "support/mesh.h"
#include "support/sanitized.h"

#include <QTest>

#include <algorithm>
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
};

namespace {

std::string differing(const graph::Picture &a, const graph::Picture &b)
{
    if (a.nodes != b.nodes || a.frames != b.frames)
        return "nodes";
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
    QVERIFY(!graph::reroute(few, picture, {}, most));
    QVERIFY(picture.arrows == before.arrows);

    const auto gone = graph::reroute(some, picture, {}, others);
    QVERIFY(gone);
    QCOMPARE(gone->removed.size(), others.size());
    QVERIFY(!gone->numbers.front() && gone->numbers[1] == std::size_t(0));
    QVERIFY(haveTheSameWays(picture, routed(some, picture)));
    const auto come = graph::reroute(all, picture, others, {});
    QVERIFY(come);
    QCOMPARE(come->added.size(), others.size());
    QVERIFY(come->numbers[0] == std::size_t(1) && come->numbers[1] == std::size_t(3));
    QVERIFY(haveTheSameWays(picture, routed(all, picture)));
}

QTEST_GUILESS_MAIN(ReroutingTest)
#include "tst_rerouting.moc"
