#include "graph/making_room.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;
using graph::Key;
using graph::MadeRoom;
using graph::Picture;
using graph::Placement;

namespace {

/// Nine namespaces of one service in three rows, so near that none has room to grow; `more` are new
/// services in the middle one.
class World
{
public:
    explicit World(int more)
    {
        for (int i = 0; i < 9; ++i) {
            const Key frame(1, char('a' + i));
            add(frame, frame + "/0");
            places[frame + "/0"] = {i % 3 * 300.0, i / 3 * 180.0};
        }
        for (int i = 0; i < more; ++i) {
            const Key key = "e/" + std::to_string(i + 1);
            add("e", key);
            fresh.insert(key);
        }
        std::sort(graph.nodes.begin(), graph.nodes.end(),
                  [](const auto &x, const auto &y) { return x.key < y.key; });
    }

    MadeRoom made() const { return graph::makeRoom(graph::compose(graph, places), fresh, pinned); }

    Picture after(const MadeRoom &made) const
    {
        Placement all = made.places;
        all.insert(places.begin(), places.end());
        return graph::compose(graph, all);
    }

    graph::Graph graph;
    Placement places;
    std::set<Key> fresh;
    std::set<Key> pinned;

private:
    void add(const Key &frame, const Key &key)
    {
        graph::Node node;
        node.key = key;
        node.title = key;
        node.frame = frame;
        node.kind = graph::NodeKind::PodGroup;
        graph.nodes.push_back(node);
        if (graph.frame(frame))
            return;
        graph::Frame added;
        added.key = frame;
        added.title = frame;
        added.services = 1;
        graph.frames.push_back(added);
    }
};

int overlaps(const Picture &picture)
{
    int count = 0;
    for (const graph::FrameShape &a : picture.frames)
        for (const graph::FrameShape &b : picture.frames)
            count += a.frame.key < b.frame.key && a.rect.intersects(b.rect);
    for (const graph::NodeShape &a : picture.nodes)
        for (const graph::NodeShape &b : picture.nodes)
            count += a.node.key < b.node.key && a.rect.intersects(b.rect);
    return count;
}

graph::Point placeOf(const Picture &picture, const Key &key)
{
    const graph::Rect rect = picture.node(key)->rect;
    return {rect.x, rect.y};
}

} // namespace

/// A namespace that is walled in on all sides and grows: what may move does, and nothing else.
class MakingRoomTest : public QObject
{
    Q_OBJECT

private slots:
    void neighboursGiveWay_data();
    void neighboursGiveWay();
    void whatIsPinnedStays();
    void theNamespaceItselfMoves();
    void crowdingIsTold();
    void nothingMovesWithoutNeed();
};

void MakingRoomTest::neighboursGiveWay_data()
{
    QTest::addColumn<int>("more");
    for (const int more : {1, 2, 4})
        QTest::addRow("%d new", more) << more;
}

void MakingRoomTest::neighboursGiveWay()
{
    QFETCH(int, more);
    const World world(more);
    QVERIFY(overlaps(graph::compose(world.graph, world.places)) > 0); // as it would be
    const MadeRoom made = world.made();
    QVERIFY(!made.movedFrames.empty());
    QVERIFY(made.crowded.empty());
    const Picture picture = world.after(made);
    QCOMPARE(overlaps(picture), 0);
    QVERIFY(placeOf(picture, "e/0") == world.places.at("e/0"));
}

void MakingRoomTest::whatIsPinnedStays()
{
    World world(1);
    world.pinned = {"f/0", "h/0", "b/0"}; // right, below and above
    const MadeRoom made = world.made();
    const Picture picture = world.after(made);
    QCOMPARE(overlaps(picture), 0);
    for (const Key &key : world.pinned)
        QVERIFY(placeOf(picture, key) == world.places.at(key));
    QVERIFY(placeOf(picture, "d/0").x < world.places.at("d/0").x);
}

void MakingRoomTest::theNamespaceItselfMoves()
{
    World world(1);
    for (const auto &[key, point] : world.places)
        if (key != "e/0")
            world.pinned.insert(key);
    const MadeRoom made = world.made();
    QCOMPARE(made.movedFrames, std::vector<Key>{"e"});
    const Picture picture = world.after(made);
    QCOMPARE(overlaps(picture), 0);
    for (const Key &key : world.pinned)
        QVERIFY(placeOf(picture, key) == world.places.at(key));
}

void MakingRoomTest::crowdingIsTold()
{
    World world(1);
    for (const auto &[key, point] : world.places)
        world.pinned.insert(key);
    const MadeRoom made = world.made();
    QVERIFY(made.places.empty());
    QCOMPARE(made.crowded.size(), std::size_t(1));
    QCOMPARE(made.crowded.front().frame, Key("e"));
    const Picture picture = world.after(made);
    QCOMPARE(graph::stillCrowded(picture, made.crowded), made.crowded);
    Placement apart = world.places;
    for (auto &[key, point] : apart)
        point = {point.x * 4, point.y * 4};
    QVERIFY(graph::stillCrowded(graph::compose(world.graph, apart), made.crowded).empty());
}

void MakingRoomTest::nothingMovesWithoutNeed()
{
    World world(1);
    for (auto &[key, point] : world.places)
        point = {point.x * 3, point.y * 3};
    QVERIFY(world.made().places.empty());
    const World same(0);
    QVERIFY(same.made().places.empty());
}

QTEST_GUILESS_MAIN(MakingRoomTest)
#include "tst_making_room.moc"
