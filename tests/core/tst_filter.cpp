#include "graph/filter.h"

#include <QTest>

using namespace drawbridge;
using graph::ArrowState;
using graph::Filter;
using graph::Graph;
using graph::Key;
using graph::Lock;
using graph::Shown;

namespace {

graph::Node node(const Key &key, const Key &frame, Lock ingress = Lock::Closed)
{
    graph::Node node;
    node.key = key;
    node.frame = frame;
    node.ingress = ingress;
    return node;
}

graph::Frame frame(const Key &key)
{
    graph::Frame frame;
    frame.key = key;
    return frame;
}

graph::Arrow arrow(const Key &source, const Key &target, ArrowState state = ArrowState::Allowed)
{
    graph::Arrow arrow;
    arrow.key = source + '>' + target;
    arrow.source = source;
    arrow.target = target;
    arrow.state = state;
    return arrow;
}

/// internet > gateway > web > api > db; batch is open and only half admitted by api; all of
/// monitoring may reach db; internet reaches the blog too.
Graph shop()
{
    Graph graph;
    graph.frames = {frame("F:blog"), frame("F:empty"), frame("F:jobs"), frame("F:monitoring"),
                    frame("F:shop")};
    graph.nodes = {
        node("api", "F:shop"),        node("batch", "F:jobs", Lock::Open), node("blog", "F:blog"),
        node("db", "F:shop"),         node("gateway", "F:shop"),           node("internet", ""),
        node("prom", "F:monitoring"), node("tempo", "F:monitoring"),       node("web", "F:shop")};
    graph.arrows = {arrow("F:monitoring", "db"),
                    arrow("api", "db"),
                    arrow("batch", "api", ArrowState::HalfOpenAtTarget),
                    arrow("gateway", "web"),
                    arrow("internet", "blog"),
                    arrow("internet", "gateway"),
                    arrow("prom", "web", ArrowState::CannotTell),
                    arrow("web", "api")};
    return graph;
}

graph::NodeLabels labels()
{
    return {{"api", {"app=api", "tier=back"}},
            {"db", {"app=db", "tier=back"}},
            {"web", {"app=web", "tier=front"}},
            {"batch", {"app=batch", "tier=back"}}};
}

QString text(const std::set<Key> &keys)
{
    QStringList list;
    for (const Key &key : keys)
        list += QString::fromStdString(key);
    return list.join(QLatin1Char(' '));
}

} // namespace

/// What each condition lets through, and how they work together.
class FilterTest : public QObject
{
    Q_OBJECT

private slots:
    void shows_data();
    void shows();
    void nothingIsAskedEverythingIsShown();
    void confinesGraphAndPicture();
};

void FilterTest::shows_data()
{
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QString>("nodes");
    QTest::addColumn<QString>("arrows");
    QTest::addColumn<QString>("frames");
    const auto row = [](const char *name, const Filter &filter, const char *nodes,
                        const char *arrows, const char *frames) {
        QTest::newRow(name) << filter << QString::fromLatin1(nodes) << QString::fromLatin1(arrows)
                            << QString::fromLatin1(frames);
    };
    const auto with = [](auto set) {
        Filter filter;
        set(filter);
        return filter;
    };
    row("a namespace, and the outside that reaches it",
        with([](Filter &f) { f.frames = {"F:shop"}; }), "api db gateway internet web",
        "api>db gateway>web internet>gateway web>api", "F:shop");
    row("an empty namespace", with([](Filter &f) { f.frames = {"F:empty"}; }), "", "", "F:empty");
    row("two namespaces", with([](Filter &f) {
            f.frames = {"F:jobs", "F:shop"};
        }),
        "api batch db gateway internet web",
        "api>db batch>api gateway>web internet>gateway web>api", "F:jobs F:shop");
    row("a label", with([](Filter &f) { f.labels = {"tier=back"}; }), "api batch db",
        "api>db batch>api", "F:jobs F:shop");
    row("the key of a label", with([](Filter &f) { f.labels = {"tier"}; }), "api batch db web",
        "api>db batch>api web>api", "F:jobs F:shop");
    row("not the beginning of a key", with([](Filter &f) { f.labels = {"tie"}; }), "", "", "");
    row("two labels", with([](Filter &f) { f.labels = {"tier", "app=web"}; }), "web", "", "F:shop");
    row("half open", with([](Filter &f) { f.halfOpen = true; }), "api batch", "batch>api",
        "F:jobs F:shop");
    row("cannot tell", with([](Filter &f) { f.cannotTell = true; }), "prom web", "prom>web",
        "F:monitoring F:shop");
    row("nothing isolates it", with([](Filter &f) { f.notIsolated = true; }), "batch", "",
        "F:jobs");
    row("half open or cannot tell", with([](Filter &f) { f.halfOpen = f.cannotTell = true; }),
        "api batch prom web", "batch>api prom>web", "F:jobs F:monitoring F:shop");
    row("allowed", with([](Filter &f) { f.allowed = true; }),
        "api blog db gateway internet prom tempo web",
        "F:monitoring>db api>db gateway>web internet>blog internet>gateway web>api",
        "F:blog F:monitoring F:shop");
    row("neighbours", with([](Filter &f) { f.focus = "api"; }), "api batch db web",
        "api>db batch>api web>api", "F:jobs F:shop");
    row("neighbours through their namespace", with([](Filter &f) { f.focus = "tempo"; }),
        "db tempo", "F:monitoring>db", "F:monitoring F:shop");
    row("all of a namespace are neighbours", with([](Filter &f) { f.focus = "db"; }),
        "api db prom tempo", "F:monitoring>db api>db", "F:monitoring F:shop");
    row("neighbours of a namespace", with([](Filter &f) { f.focus = "F:monitoring"; }),
        "db prom tempo web", "F:monitoring>db prom>web", "F:monitoring F:shop");
    const Filter twoSteps = with([](Filter &f) {
        f.focus = "web";
        f.steps = 2;
    });
    row("two steps", twoSteps, "api batch db gateway internet prom web",
        "F:monitoring>db api>db batch>api gateway>web internet>gateway prom>web web>api",
        "F:jobs F:monitoring F:shop");
    const Filter pastTheOutside = with([](Filter &f) {
        f.focus = "gateway";
        f.steps = 2;
    });
    row("the outside leads no further", pastTheOutside, "api gateway internet prom web",
        "gateway>web internet>gateway prom>web web>api", "F:monitoring F:shop");
    row("the outside itself", with([](Filter &f) { f.focus = "internet"; }),
        "blog gateway internet", "internet>blog internet>gateway", "F:blog F:shop");
    const Filter halfOpenNeighbours = with([](Filter &f) {
        f.focus = "api";
        f.halfOpen = true;
    });
    row("half open neighbours", halfOpenNeighbours, "api batch", "batch>api", "F:jobs F:shop");
    const Filter labelledNeighbours = with([](Filter &f) {
        f.focus = "web";
        f.labels = {"tier=back"};
    });
    row("the focus stays without the label", labelledNeighbours, "api web", "web>api", "F:shop");
}

void FilterTest::shows()
{
    QFETCH(Filter, filter);
    QFETCH(QString, nodes);
    QFETCH(QString, arrows);
    QFETCH(QString, frames);
    const Shown shown = graph::shown(shop(), labels(), filter);
    QCOMPARE(text(shown.nodes), nodes);
    QCOMPARE(text(shown.arrows), arrows);
    QCOMPARE(text(shown.frames), frames);
}

void FilterTest::nothingIsAskedEverythingIsShown()
{
    const Graph graph = shop();
    QVERIFY(Filter().isEmpty());
    const Shown shown = graph::shown(graph, {}, {});
    QCOMPARE(shown.nodes.size(), graph.nodes.size());
    QCOMPARE(shown.arrows.size(), graph.arrows.size());
    QCOMPARE(shown.frames.size(), graph.frames.size());
}

void FilterTest::confinesGraphAndPicture()
{
    const Graph graph = shop();
    Filter filter;
    filter.focus = "api";
    const Shown shown = graph::shown(graph, {}, filter);
    const Graph list = graph::confined(graph, shown);
    QCOMPARE(list.nodes.size(), shown.nodes.size());
    QCOMPARE(list.arrows.size(), shown.arrows.size());
    const graph::Picture whole = graph::compose(graph, {});
    const graph::Picture picture = graph::confined(whole, shown);
    QCOMPARE(picture.nodes, whole.nodes); // all in their places
    QCOMPARE(picture.frames, whole.frames);
    QCOMPARE(picture.arrows.size(), shown.arrows.size());
    QCOMPARE(text(graph::faded(whole, shown)),
             QStringLiteral("F:blog F:empty F:monitoring blog gateway internet prom tempo"));
}

QTEST_GUILESS_MAIN(FilterTest)
#include "tst_filter.moc"
