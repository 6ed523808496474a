#include "graph/placing.h"

#include <QTest>

#include <random>

using namespace drawbridge;
using graph::Key;
using graph::Picture;
using graph::Placement;
using graph::Rect;

namespace {

/// A graph of nodes as "f/node"; "node" alone is outside.
class World
{
public:
    World &node(const Key &key, graph::Since since = graph::Since::Same)
    {
        const std::size_t slash = key.size() > 1 && key[1] == '/' ? 1 : Key::npos;
        graph::Node node;
        node.key = key;
        node.kind = slash == Key::npos ? graph::NodeKind::Range : graph::NodeKind::PodGroup;
        node.title = key.substr(slash == Key::npos ? 0 : slash + 1);
        node.frame = slash == Key::npos ? Key() : key.substr(0, slash);
        node.since = since;
        if (!node.frame.empty())
            frame(node.frame).services += 1;
        const auto it = std::lower_bound(m_graph.nodes.begin(), m_graph.nodes.end(), key,
                                         [](const auto &n, const Key &k) { return n.key < k; });
        m_graph.nodes.insert(it, node);
        return *this;
    }

    World &link(const Key &source, const Key &target)
    {
        graph::Arrow arrow;
        arrow.key = source + '\n' + target;
        arrow.source = source;
        arrow.target = target;
        arrow.ports = kube::ConnectionSet::all();
        arrow.label = "all ports";
        m_graph.arrows.push_back(arrow);
        return *this;
    }

    const graph::Graph &graph() const { return m_graph; }

    graph::Frame &frame(const Key &key)
    {
        auto it = std::lower_bound(m_graph.frames.begin(), m_graph.frames.end(), key,
                                   [](const auto &f, const Key &k) { return f.key < k; });
        if (it == m_graph.frames.end() || it->key != key) {
            graph::Frame frame;
            frame.key = key;
            frame.title = key;
            it = m_graph.frames.insert(it, frame);
        }
        return *it;
    }

private:
    graph::Graph m_graph;
};

bool isWithin(const Rect &inner, const Rect &outer)
{
    return inner.x >= outer.x && inner.right() <= outer.right() && inner.y >= outer.y &&
           inner.bottom() <= outer.bottom();
}

/// What is wrong with who stands inside whom; empty if nothing is.
QString faults(const Picture &picture)
{
    QStringList found;
    const auto tell = [&](const char *what, const Key &a, const Key &b) {
        found += QStringLiteral("%1 %2 %3")
                     .arg(QString::fromStdString(a), what, QString::fromStdString(b));
    };
    for (const graph::NodeShape &a : picture.nodes) {
        for (const graph::NodeShape &b : picture.nodes)
            if (a.node.key < b.node.key && a.rect.intersects(b.rect))
                tell("lies over", a.node.key, b.node.key);
        for (const graph::FrameShape &frame : picture.frames) {
            const bool isIn = frame.rect.intersects(a.rect);
            if (a.node.frame == frame.frame.key && !isWithin(a.rect, frame.rect))
                tell("leaves", a.node.key, frame.frame.key);
            if (a.node.frame != frame.frame.key && isIn)
                tell("seems to be in", a.node.key, frame.frame.key);
        }
    }
    for (const graph::FrameShape &a : picture.frames)
        for (const graph::FrameShape &b : picture.frames)
            if (a.frame.key < b.frame.key && a.rect.intersects(b.rect))
                tell("lies over", a.frame.key, b.frame.key);
    return found.join(QStringLiteral("; "));
}

QString text(const Rect &rect)
{
    return QStringLiteral("%1,%2").arg(rect.x).arg(rect.y);
}

} // namespace

/// What has no place gets one at which nothing seems to be where it is not. Cards are 190 x 72,
/// frames stand 28 around them and 62 above.
class PlacingTest : public QObject
{
    Q_OBJECT

private slots:
    void wishesAreTakenWhereThereIsRoom();
    void wishesGiveWay();
    void aBlockStaysTogether();
    void whatIsGoneStandsWhereItWas();
    void whatIsGoneSwallowsNothing();
    void whatIsGoneGivesWayToWhatIsThere();
    void outsideEndsStandBesideTheirLinks();
    void aFirstServiceStandsInItsNamespace();
    void growingStopsAtNeighbours();
    void longNamesMakeRoom();
    void linesHoldTheWholeName();
    void nothingMovesWhateverIsAdded();
};

void PlacingTest::wishesAreTakenWhereThereIsRoom()
{
    World world;
    world.node("f/a").node("f/b");
    const Picture picture =
        graph::compose(world.graph(), {{"f/a", {0, 0}}}, {}, {{"f/b", {320, 168}}});
    QCOMPARE(text(picture.node("f/b")->rect), QStringLiteral("320,168"));
    QCOMPARE(faults(picture), QString());
}

void PlacingTest::wishesGiveWay()
{
    World world;
    world.node("f/a").node("f/b").node("g/c").node("out");
    const Placement places{{"f/a", {0, 0}}, {"g/c", {500, 0}}, {"out", {-300, 0}}};
    for (const graph::Point wish :
         {graph::Point{4, 4}, {500, 8}, {300, 0}, {-300, 10}, {200, -100}, {480, 200}}) {
        const Picture picture = graph::compose(world.graph(), places, {}, {{"f/b", wish}});
        QCOMPARE(faults(picture), QString());
        const Rect &rect = picture.node("f/b")->rect;
        QVERIFY2(std::hypot(rect.x - wish.x, rect.y - wish.y) < 420, qPrintable(text(rect)));
        for (const auto &[key, point] : places)
            QCOMPARE(text(picture.node(key)->rect), text({point.x, point.y, 0, 0}));
    }
}

void PlacingTest::aBlockStaysTogether()
{
    World world;
    world.node("f/a").node("f/b").node("g/c").node("g/d");
    const Picture picture = graph::compose(world.graph(), {{"f/a", {0, 0}}, {"f/b", {280, 128}}},
                                           {}, {{"g/c", {100, 40}}, {"g/d", {380, 168}}});
    QCOMPARE(faults(picture), QString());
    const Rect &c = picture.node("g/c")->rect;
    const Rect &d = picture.node("g/d")->rect;
    QCOMPARE(d.x - c.x, 280.0);
    QCOMPARE(d.y - c.y, 128.0);
}

void PlacingTest::whatIsGoneStandsWhereItWas()
{
    World world;
    world.node("f/a").node("f/old", graph::Since::Removed);
    const Picture picture =
        graph::compose(world.graph(), {{"f/a", {0, 0}}}, {}, {{"f/old", {280, 0}}});
    QCOMPARE(text(picture.node("f/old")->rect), QStringLiteral("280,0"));
}

/// As after Arrange: its frame stands elsewhere, and something outside in between.
void PlacingTest::whatIsGoneSwallowsNothing()
{
    World world;
    world.node("f/a").node("f/old", graph::Since::Removed).node("out").node("g/b");
    const Placement places{{"f/a", {1000, 0}}, {"out", {500, 0}}, {"g/b", {1400, 0}}};
    for (const graph::Point wish : {graph::Point{0, 0}, {1000, 0}, {780, 0}, {1240, 0}}) {
        const Picture picture = graph::compose(world.graph(), places, {}, {{"f/old", wish}});
        QCOMPARE(faults(picture), QString());
        QVERIFY(picture.frame("f")->rect.width < 900);
    }
}

void PlacingTest::whatIsGoneGivesWayToWhatIsThere()
{
    World world;
    world.node("f/a").node("f/new").node("f/old", graph::Since::Removed);
    const Picture picture = graph::compose(world.graph(), {{"f/a", {0, 0}}, {"f/old", {280, 0}}},
                                           {}, {{"f/new", {280, 0}}});
    QCOMPARE(text(picture.node("f/new")->rect), QStringLiteral("280,0"));
    QCOMPARE(faults(picture), QString());
}

void PlacingTest::outsideEndsStandBesideTheirLinks()
{
    World world;
    world.node("f/a").node("g/b").node("in").node("out");
    world.link("in", "g/b").link("g/b", "out");
    const Picture picture = graph::compose(world.graph(), {{"f/a", {0, 0}}, {"g/b", {2000, 1000}}});
    const Rect &b = picture.node("g/b")->rect;
    const Rect &in = picture.node("in")->rect;
    const Rect &out = picture.node("out")->rect;
    QVERIFY(in.right() < b.x && in.x > 1700);
    QVERIFY(out.x > b.right() && out.right() < 2600);
    QVERIFY(std::abs(in.center().y - b.center().y) < 60);
    QCOMPARE(faults(picture), QString());
}

void PlacingTest::aFirstServiceStandsInItsNamespace()
{
    World world;
    world.node("f/a");
    const Picture picture = graph::compose(world.graph(), {{"f", {400, 300}}});
    QCOMPARE(text(picture.frame("f")->rect), QStringLiteral("400,300"));
}

/// One namespace between two others grows downwards.
void PlacingTest::growingStopsAtNeighbours()
{
    World world;
    world.node("f/a").node("g/b").node("h/c");
    for (const char *name : {"g/d", "g/e", "g/f", "g/i"})
        world.node(name);
    const Placement places{{"f/a", {0, 0}}, {"g/b", {334, 0}}, {"h/c", {668, 0}}};
    const Picture picture = graph::compose(world.graph(), places);
    QCOMPARE(faults(picture), QString());
    QCOMPARE(picture.frame("g")->rect.width, 246.0);
}

void PlacingTest::longNamesMakeRoom()
{
    World world;
    world.node("f/api").node("f/recommendation-service-canary");
    world.node("10.0.0.0/8 −10.1.0.0/16, −10.2.0.0/16");
    const auto sizeOf = [&](const Key &key) { return graph::sizeOf(*world.graph().node(key)); };
    QCOMPARE(sizeOf("f/api"), (Rect{0, 0, 190, 72}));
    const Rect card = sizeOf("f/recommendation-service-canary");
    QVERIFY(card.width > 190 && card.width <= 254);
    const Rect cloud = sizeOf("10.0.0.0/8 −10.1.0.0/16, −10.2.0.0/16");
    QVERIFY(cloud.width > 110 && cloud.width <= 174);
    QVERIFY(cloud.height > 78);
    graph::Frame frame;
    frame.title = std::string(63, 'n');
    QVERIFY(graph::frameAround({0, 0, 190, 72}, frame).width >
            graph::textWidth(frame.title, 12, true));
}

void PlacingTest::linesHoldTheWholeName()
{
    graph::Node card;
    card.frame = "f";
    graph::Node cloud;
    for (const std::string name :
         {"api", "recommendation-service-canary-with-a-very-long-name-indeed",
          "10.0.0.0/8 −10.1.0.0/16, −10.2.0.0/16, −10.3.0.0/16", "2001:db8:1111:2222::/64",
          "ääääääääääääääääääääääääääääääääääääääääääääääääääääää", ""}) {
        for (const graph::Node *node : {&card, &cloud}) {
            std::string all;
            for (const std::string &line : graph::titleLines(*node, name)) {
                QVERIFY(graph::textWidth(line, 11, true) <= 204);
                const bool isWord =
                    !all.empty() && all.size() < name.size() && name[all.size()] == ' ';
                all += (isWord ? " " : "") + line;
            }
            QCOMPARE(QString::fromStdString(all), QString::fromStdString(name));
        }
    }
    const auto lines = graph::titleLines(cloud, "10.0.0.0/8 −10.1.0.0/16, −10.2.0.0/16");
    QCOMPARE(QString::fromStdString(lines.front()).count('.') % 3, 0); // no address is broken
}

/// Random pictures to which one thing after the other is added.
void PlacingTest::nothingMovesWhateverIsAdded()
{
    std::mt19937 random(11);
    for (int round = 0; round < 40; ++round) {
        World world;
        Placement known;
        for (int step = 0; step < 14; ++step) {
            const int frame = int(random() % 4);
            const std::string name(1, char('a' + step));
            const Key key = frame == 3 ? name : std::string(1, char('p' + frame)) + '/' + name;
            world.node(key);
            Placement wishes;
            if (random() % 2)
                wishes[key] = {double(random() % 1200), double(random() % 900)};
            const Picture picture = graph::compose(world.graph(), known, {}, wishes);
            for (const auto &[other, point] : known)
                QCOMPARE(text(picture.node(other)->rect), text({point.x, point.y, 0, 0}));
            for (const graph::NodeShape &shape : picture.nodes)
                known[shape.node.key] = {shape.rect.x, shape.rect.y};
            if (const QString fault = faults(picture); !fault.isEmpty()) {
                // Only who is walled in on all sides may meet others, and never over a card.
                QVERIFY2(!fault.contains("seems to be in") || step > 6, qPrintable(fault));
                break;
            }
        }
    }
}

QTEST_GUILESS_MAIN(PlacingTest)
#include "tst_placing.moc"
