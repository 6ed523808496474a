#include "graph/compare.h"
#include "ways_world.h"

#include <QTest>

using namespace drawbridge;
using namespace drawbridge::test;

/// Ways in from outside as nodes and arrows, and what of them changes.
class WaysDrawnTest : public QObject
{
    Q_OBJECT

private slots:
    void isDrawn();
    void titlesNeverCollide();
    void nothingIsDrawnWithoutThem();
    void gatewaysMakeNoFrames();
    void changesAreTold();
};

void WaysDrawnTest::isDrawn()
{
    const World world(kApi + service(", type: LoadBalancer", "{port: 443, targetPort: web}") +
                      kIngress + policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}") +
                      ingress("api", "{number: 443}"));
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    const graph::Node *node = graph.node("way:LoadBalancer shop/api");
    QVERIFY(node);
    QCOMPARE(node->title, std::string("LoadBalancer api :443→web"));
    QVERIFY(node->kind == graph::NodeKind::WayIn && node->frame.empty() && !node->canConnect);
    const graph::Arrow *arrow = graph.arrow("way:LoadBalancer shop/api\nshop/api[Deployment]");
    QVERIFY(arrow && arrow->isWayIn() && !arrow->isHalfOpen());
    QVERIFY(arrow->state == graph::ArrowState::CannotTell);
    QCOMPARE(arrow->label, std::string("TCP 8080"));
    QCOMPARE(arrow->steps.size(), std::size_t(1));
    QCOMPARE(arrow->steps[0].text, std::string("Service shop/api"));
    const graph::Arrow *front = graph.arrow("way:Ingress shop/front\nshop/api[Deployment]");
    QVERIFY(front);
    QCOMPARE(front->steps.size(), std::size_t(2));
    QCOMPARE(front->steps[0].text, std::string("Ingress shop/front"));
}

void WaysDrawnTest::titlesNeverCollide()
{
    std::string other = kApi + service(", type: NodePort", "{port: 80}");
    for (std::size_t at = 0; (at = other.find("namespace: shop", at)) != std::string::npos; ++at)
        other.replace(at, 15, "namespace: pets");
    const World world(kApi + service(", type: NodePort", "{port: 80}") + other);
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    QCOMPARE(graph.node("way:NodePort shop/api")->title, std::string("NodePort api :?→80 (shop)"));
    QCOMPARE(graph.node("way:NodePort pets/api")->title, std::string("NodePort api :?→80 (pets)"));
}

void WaysDrawnTest::nothingIsDrawnWithoutThem()
{
    const World world(kApi + service() + policy("{}"));
    for (const graph::Node &node : graph::build(world.workspace, world.evaluator).nodes)
        QVERIFY(node.kind != graph::NodeKind::WayIn);
}

/// But a namespace that somebody states, or a rule names, is drawn.
void WaysDrawnTest::gatewaysMakeNoFrames()
{
    const std::string text = kApi + service() +
                             gateway("name: http, port: 80, protocol: HTTP, allowedRoutes: "
                                     "{namespaces: {from: All}}",
                                     "infra") +
                             route("name: edge, namespace: infra", kBackend);
    const auto frames = [](const World &world) {
        return graph::build(world.workspace, world.evaluator).frames.size();
    };
    QCOMPARE(frames(World(text)), std::size_t(1));
    QCOMPARE(
        frames(World(text + "\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: infra}\n")),
        std::size_t(2));
    QCOMPARE(frames(World(text + policy("{from: [{namespaceSelector: {matchLabels: "
                                        "{kubernetes.io/metadata.name: infra}}}]}"))),
             std::size_t(2));
}

/// A way that goes, and one that policies shut.
void WaysDrawnTest::changesAreTold()
{
    const std::string shut = policy("{ports: [{port: 81}]}");
    const World open(kApi + kLoadBalancer);
    const World closed(kApi + kLoadBalancer + shut);
    const World gone(kApi + service());
    const graph::Graph graphs[] = {graph::build(open.workspace, open.evaluator),
                                   graph::build(closed.workspace, closed.evaluator),
                                   graph::build(gone.workspace, gone.evaluator)};
    const graph::Key key = "way:LoadBalancer shop/api\nshop/api[Deployment]";
    for (int i : {1, 2}) {
        const World &after = i == 1 ? closed : gone;
        const graph::Changes changes =
            graph::compare({open.evaluator, graphs[0]}, {after.evaluator, graphs[i]}, 1000);
        const auto found =
            std::find_if(changes.connections.begin(), changes.connections.end(),
                         [&](const graph::ConnectionChange &one) { return one.key == key; });
        QVERIFY(found != changes.connections.end());
        QVERIFY(found->since == graph::Since::Removed);
        const graph::Graph both = graph::marked(graphs[0], graphs[i], changes);
        QVERIFY(both.arrow(key));
        QVERIFY(both.arrow(key)->since == (i == 1 ? graph::Since::Changed : graph::Since::Removed));
        QVERIFY(both.node("way:LoadBalancer shop/api"));
    }
}

QTEST_APPLESS_MAIN(WaysDrawnTest)
#include "tst_ways_drawn.moc"
