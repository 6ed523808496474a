#include "graph/aligning.h"

#include <QTest>

#include <random>

using namespace drawbridge;
using graph::Alignment;
using graph::Picture;
using graph::Placement;
using graph::Rect;

namespace {

graph::Graph graphOf(const std::vector<std::pair<graph::Key, graph::Key>> &nodes)
{
    graph::Graph graph;
    std::set<graph::Key> frames;
    for (const auto &[key, frame] : nodes) {
        graph::Node node;
        node.key = key;
        node.frame = frame;
        graph.nodes.push_back(node);
        if (!frame.empty())
            frames.insert(frame);
    }
    for (const graph::Key &key : frames) {
        graph::Frame frame;
        frame.key = key;
        frame.services = 1;
        graph.frames.push_back(frame);
    }
    return graph;
}

QString text(const std::optional<Placement> &places)
{
    if (!places)
        return QStringLiteral("none");
    QStringList list;
    for (const auto &[key, point] : *places)
        list +=
            QStringLiteral("%1 %2,%3").arg(QString::fromStdString(key)).arg(point.x).arg(point.y);
    return list.join(QStringLiteral("; "));
}

} // namespace

/// Cards are 190 x 72. What was apart stays apart.
class AligningTest : public QObject
{
    Q_OBJECT

private slots:
    void aligns_data();
    void aligns();
    void whatWouldCoverIsSetBeside();
    void othersAreNotCovered();
    void namespacesDoNotCollide();
    void tooFewMeanNothing();
    void neverNewOverlaps();
};

void AligningTest::aligns_data()
{
    QTest::addColumn<int>("alignment");
    QTest::addColumn<QString>("places");
    const auto row = [](const char *name, Alignment alignment, const char *places) {
        QTest::newRow(name) << int(alignment) << QString::fromLatin1(places);
    };
    row("left", Alignment::Left, "a 0,0; b 0,150; c 0,400");
    row("centre", Alignment::Center, "a 250,0; b 250,150; c 250,400");
    row("right", Alignment::Right, "a 500,0; b 500,150; c 500,400");
    row("top", Alignment::Top, "a 0,0; b 230,0; c 500,0");
    row("middle", Alignment::Middle, "a 0,200; b 230,200; c 500,200");
    row("bottom", Alignment::Bottom, "a 0,400; b 230,400; c 500,400");
    row("across", Alignment::SpreadHorizontally, "a 0,0; b 250,150; c 500,400");
    row("down", Alignment::SpreadVertically, "a 0,0; b 230,200; c 500,400");
}

void AligningTest::aligns()
{
    QFETCH(int, alignment);
    QFETCH(QString, places);
    const Picture picture = graph::compose(graphOf({{"a", "f"}, {"b", "f"}, {"c", "f"}}),
                                           {{"a", {0, 0}}, {"b", {230, 150}}, {"c", {500, 400}}});
    QCOMPARE(text(graph::aligned(picture, {"a", "b", "c"}, Alignment(alignment))), places);
}

void AligningTest::whatWouldCoverIsSetBeside()
{
    const Picture picture =
        graph::compose(graphOf({{"a", "f"}, {"b", "f"}}), {{"a", {0, 0}}, {"b", {300, 10}}});
    QCOMPARE(text(graph::aligned(picture, {"a", "b"}, Alignment::Left)),
             QStringLiteral("a 0,0; b 0,96"));
}

void AligningTest::othersAreNotCovered()
{
    const Picture picture = graph::compose(graphOf({{"a", "f"}, {"b", "f"}, {"x", "f"}}),
                                           {{"a", {0, 0}}, {"b", {300, 150}}, {"x", {20, 160}}});
    QCOMPARE(text(graph::aligned(picture, {"a", "b"}, Alignment::Left)),
             QStringLiteral("a 0,0; b 0,256"));
}

void AligningTest::namespacesDoNotCollide()
{
    const Picture picture = graph::compose(graphOf({{"a", "f"}, {"b", "g"}, {"c", "g"}}),
                                           {{"a", {0, 0}}, {"b", {600, 300}}, {"c", {600, 0}}});
    // g would span from b to c, over f.
    QCOMPARE(text(graph::aligned(picture, {"a", "b"}, Alignment::Left)), QStringLiteral("none"));
    QCOMPARE(text(graph::aligned(picture, {"a", "b"}, Alignment::Top)),
             QStringLiteral("a 0,0; b 814,0"));
}

void AligningTest::tooFewMeanNothing()
{
    const Picture picture = graph::compose(graphOf({{"a", "f"}, {"b", "f"}}), {});
    QCOMPARE(text(graph::aligned(picture, {"a"}, Alignment::Left)), QStringLiteral("none"));
    QCOMPARE(text(graph::aligned(picture, {"a", "f"}, Alignment::Left)), QStringLiteral("none"));
    QCOMPARE(text(graph::aligned(picture, {"a", "b"}, Alignment::SpreadVertically)),
             QStringLiteral("none"));
}

/// Of random pictures without overlaps none gets one.
void AligningTest::neverNewOverlaps()
{
    std::mt19937 random(7);
    int done = 0;
    for (int round = 0; round < 300; ++round) {
        std::vector<std::pair<graph::Key, graph::Key>> nodes;
        for (int i = 0; i < 9; ++i)
            nodes.emplace_back("n" + std::to_string(i), i < 8 ? "f" + std::to_string(i % 3) : "");
        const graph::Graph graph = graphOf(nodes);
        Placement before;
        for (int i = 0; i < 9; ++i) // each namespace in a column of its own
            before["n" + std::to_string(i)] = {double(i % 3) * 900 + double(random() % 400),
                                               double(i) * 100 + double(random() % 20)};
        before["n8"] = {-400, 0};
        std::set<graph::Key> keys;
        for (int i = 0; i < 9; ++i)
            if (random() % 2)
                keys.insert("n" + std::to_string(i));
        const Picture picture = graph::compose(graph, before);
        const auto places = graph::aligned(picture, keys, Alignment(random() % 8));
        if (!places)
            continue;
        ++done;
        for (const auto &[key, point] : *places)
            before[key] = point;
        const Picture now = graph::compose(graph, before);
        for (const graph::NodeShape &a : now.nodes)
            for (const graph::NodeShape &b : now.nodes)
                QVERIFY(a.node.key == b.node.key || !a.rect.intersects(b.rect));
        for (const graph::FrameShape &a : now.frames) {
            for (const graph::FrameShape &b : now.frames)
                QVERIFY(a.frame.key == b.frame.key || !a.rect.intersects(b.rect));
            for (const graph::NodeShape &b : now.nodes)
                QVERIFY(b.node.frame == a.frame.key || !a.rect.intersects(b.rect));
        }
    }
    QVERIFY(done > 30);
}

QTEST_GUILESS_MAIN(AligningTest)
#include "tst_aligning.moc"
