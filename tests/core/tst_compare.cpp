#include "graph/compare.h"
#include "oracle/random_cluster.h"
#include "verdict/differences.h"

#include <QTest>

#include <random>
#include <set>

using namespace drawbridge;
using graph::Changes;
using graph::Since;
using kube::ConnectionSet;
using kube::Direction;
using kube::Protocol;
using verdict::EndpointId;
using verdict::Party;

namespace {

struct World
{
    explicit World(const std::string &text)
    {
        workspace.add("a.yaml", text);
        evaluator.update(workspace);
        graph = graph::build(workspace, evaluator);
    }
    graph::State state() const { return {evaluator, graph}; }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
};

std::string workload(const std::string &name, const std::string &labels = {})
{
    return "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: shop}\nspec:\n  selector: {matchLabels: {app: " + name +
           "}}\n  template:\n    metadata: {labels: {app: " + name + labels +
           "}}\n    spec: {containers: [{name: c, image: i}]}\n";
}

std::string policy(const std::string &name, const std::string &spec)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           ", namespace: shop}\nspec: " + spec + '\n';
}

const std::string kWall = policy("wall", "{podSelector: {}, policyTypes: [Ingress]}");

std::string admits(const std::string &target, const std::string &source, const std::string &port)
{
    return policy(target, "{podSelector: {matchLabels: {app: " + target +
                              "}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: "
                              "{matchLabels: {app: " +
                              source + "}}}], ports: [{protocol: TCP, port: " + port + "}]}]}");
}

const std::string kServices = workload("web") + workload("api") + workload("db");

ConnectionSet tcp(std::uint32_t port)
{
    return ConnectionSet::of(Protocol::Tcp, port, port);
}

} // namespace

/// What differs between two states: by verdicts, with the text behind it on both sides.
class CompareTest : public QObject
{
    Q_OBJECT

private slots:
    void equalStatesDifferInNothing();
    void addedAndRemoved();
    void portsBeforeAndAfter();
    void aWallThatGoesHasNoArrow();
    void aRemovedPolicyMayOpen();
    void redundantRulesChangeNothing();
    void halfOpenIsNoConnection();
    void namesOfUnknownPorts();
    void aGroupThatLosesItsPolicyIsOpened();
    void fromNothing();
    void labelsOfOthersCount();
    void outsideRanges();
    void markedKeepsWhatIsGone();
    void limitIsSaid();
    void nothingIsMissed();
};

void CompareTest::equalStatesDifferInNothing()
{
    const World before(kServices + kWall + admits("api", "web", "80"));
    const World after("# said otherwise\n" + kWall + admits("api", "web", "80") + kServices);
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes, Changes());
}

void CompareTest::addedAndRemoved()
{
    const World before(kServices + kWall + admits("api", "web", "80"));
    const World after(kServices + kWall + admits("db", "api", "5432"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.connections.size(), 2u);
    const graph::ConnectionChange &added = changes.connections[0];
    QCOMPARE(added.after.target, "shop/db[Deployment]");
    QCOMPARE(added.since, Since::Added);
    QVERIFY(added.before.ports.isEmpty());
    QCOMPARE(added.after.ports, tcp(5432));
    QVERIFY(added.before.rules.empty());
    QCOMPARE(added.after.rules.front().policy, "shop/db");
    const graph::ConnectionChange &removed = changes.connections[1];
    QCOMPARE(removed.before.target, "shop/api[Deployment]");
    QCOMPARE(removed.since, Since::Removed);
    QCOMPARE(removed.before.rules.front().policy, "shop/api");
    QVERIFY(changes.pairs.empty());
    QVERIFY(changes.services.empty());
}

void CompareTest::portsBeforeAndAfter()
{
    const World before(kServices + kWall + admits("api", "web", "80"));
    const World after(kServices + kWall + admits("api", "web", "81"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.size(), 1u);
    QCOMPARE(changes.connections[0].since, Since::Changed);
    QCOMPARE(changes.connections[0].before.ports, tcp(80));
    QCOMPARE(changes.connections[0].after.ports, tcp(81));
}

void CompareTest::aWallThatGoesHasNoArrow()
{
    const World before(kServices + kWall + admits("api", "web", "80"));
    const World after(kServices + admits("api", "web", "80"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.namespaces.size(), 1u);
    QCOMPARE(changes.namespaces[0].before.ingress, graph::Wall::Full);
    QCOMPARE(changes.namespaces[0].after.ingress, graph::Wall::Partial);
    QCOMPARE(changes.services.size(), 2u); // api is isolated by its own policy
    QCOMPARE(changes.services[0].key, "shop/db[Deployment]");
    QVERIFY(changes.services[0].isOpened(Direction::Ingress));
    QVERIFY(!changes.services[0].isOpened(Direction::Egress));
    QVERIFY(changes.connections.empty());
    QCOMPARE(changes.pairs.size(), 2u);
    const graph::PairsChange &db = changes.pairs[0];
    QCOMPARE(db.service, "shop/db[Deployment]");
    QCOMPARE(db.others.size(), 2u);
    QVERIFY(db.before.isEmpty());
    QVERIFY(db.after.isAll());
    QVERIFY(db.isWider());
    QCOMPARE(db.v4, kube::AddressSet({}, kube::lastOf(kube::Family::V4)));
    QVERIFY(db.sourceBefore.object && db.sourceBefore.object->meta.name == "wall");
    QVERIFY(!db.sourceAfter.object);
}

void CompareTest::aRemovedPolicyMayOpen()
{
    const World before(kServices + admits("api", "web", "80"));
    const World after(kServices);
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.connections.size(), 1u); // the arrow goes, but more is allowed than before
    QCOMPARE(changes.connections[0].since, Since::Changed);
    QCOMPARE(changes.connections[0].before.ports, tcp(80));
    QVERIFY(changes.connections[0].after.ports.isAll());
    QCOMPARE(changes.pairs.size(), 1u); // db and everything outside; web is told by the arrow
    QCOMPARE(changes.pairs[0].others, std::vector<graph::Key>{"shop/db[Deployment]"});
    const graph::Graph both = graph::marked(before.graph, after.graph, changes);
    QCOMPARE(both.arrows.size(), 1u);
    QCOMPARE(both.arrows[0].since, Since::Changed);
    QCOMPARE(both.arrows[0].labelBefore, "TCP 80");
    QVERIFY(both.arrows[0].ports.isAll());
}

void CompareTest::redundantRulesChangeNothing()
{
    const std::string everyone =
        policy("every", "{podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress], "
                        "ingress: [{from: [{podSelector: {}}]}]}");
    const World before(kServices + kWall + everyone + admits("api", "web", "80"));
    const World after(kServices + kWall + everyone);
    QCOMPARE(graph::compare(before.state(), after.state()).size(), 0u);
}

void CompareTest::halfOpenIsNoConnection()
{
    const std::string deaf =
        policy("deaf", "{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress]}");
    const World before(kServices + kWall + admits("api", "web", "80"));
    const World after(kServices + kWall + deaf + admits("api", "web", "80"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.connections.size(), 1u);
    QCOMPARE(changes.connections[0].since, Since::Removed);
    QVERIFY(changes.connections[0].after.isHalfOpen());
    QCOMPARE(changes.services.size(), 1u);
    QVERIFY(changes.services[0].isNewlyIsolated(Direction::Egress));
}

/// It goes on as "pods like this", since a rule of another names it.
/// No manifest says which ports of pods they are.
void CompareTest::namesOfUnknownPorts()
{
    const World none(kWall);
    const World http(kWall + admits("api", "web", "http"));
    const World https(kWall + admits("api", "web", "https"));
    const Changes renamed = graph::compare(http.state(), https.state());
    QCOMPARE(renamed.connections.size(), 1u);
    QCOMPARE(renamed.connections.front().since, Since::Changed);
    QCOMPARE(renamed.connections.front().before.label, "http");
    QVERIFY(renamed.isUnsure);
    const graph::Graph marked = graph::marked(http.graph, https.graph, renamed);
    QCOMPARE(marked.arrows.front().since, Since::Changed);
    QCOMPARE(marked.arrows.front().labelBefore, "http");
    const Changes numbered =
        graph::compare(http.state(), World(kWall + admits("api", "web", "80")).state());
    QCOMPARE(numbered.connections.front().since, Since::Changed);
    QVERIFY(graph::compare(http.state(), http.state()).isUnsure);
    const std::string also = "80}, {protocol: TCP, port: ";
    const World mixed(kWall + admits("api", "web", also + "http"));
    const graph::Arrow &arrow = mixed.graph.arrows.front();
    QCOMPARE(arrow.label, "TCP 80");
    QCOMPARE(arrow.alsoNamed, "http");
    QCOMPARE(graph::compare(mixed.state(), World(kWall + admits("api", "web", "80")).state())
                 .connections.size(),
             1u);
    const World described(kServices + kWall + admits("api", "web", also + "http"));
    QVERIFY(described.graph.arrows.front().alsoNamed.empty());
    QVERIFY(!graph::compare(none.state(), none.state()).isUnsure);
}

void CompareTest::aGroupThatLosesItsPolicyIsOpened()
{
    const World before(admits("api", "web", "80") + admits("db", "api", "5432"));
    const World after(admits("db", "api", "5432"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.services.size(), 1u);
    QCOMPARE(changes.services[0].key, "shop/{app=api}");
    QCOMPARE(changes.services[0].since, Since::Changed);
    QVERIFY(changes.services[0].isOpened(Direction::Ingress));
    const graph::Graph both = graph::marked(before.graph, after.graph, changes);
    QCOMPARE(both.node("shop/{app=api}")->since, Since::Changed);
    QCOMPARE(both.node("shop/{app=web}")->since, Since::Removed);
}

void CompareTest::fromNothing()
{
    const World before("");
    const World after(kServices + kWall + admits("api", "web", "80"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.namespaces.size(), 1u);
    QCOMPARE(changes.services.size(), 3u);
    QCOMPARE(changes.connections.size(), 1u);
    QVERIFY(changes.pairs.empty());
    for (const graph::ServiceChange &service : changes.services)
        QVERIFY(service.since == Since::Added && service.isNewlyIsolated(Direction::Ingress) &&
                service.isOpened(Direction::Egress));
}

/// The policy is the same, but other pods match it.
void CompareTest::labelsOfOthersCount()
{
    const std::string policies = kWall + admits("db", "web", "5432");
    const World before(workload("web") + workload("api") + workload("db") + policies);
    const std::string other = "---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, "
                              "namespace: shop}\nspec:\n  selector: {matchLabels: {app: w}}\n  "
                              "template:\n    metadata: {labels: {app: w}}\n    spec: "
                              "{containers: [{name: c, image: i}]}\n";
    const World after(other + workload("api") + workload("db") + policies);
    const Changes changes = graph::compare(before.state(), after.state());
    bool isTold = false;
    for (const graph::ConnectionChange &change : changes.connections)
        isTold |= change.before.source == "shop/web[Deployment]" && change.since == Since::Removed;
    QVERIFY(isTold);
}

void CompareTest::outsideRanges()
{
    const auto from = [](const std::string &cidr) {
        return policy("api", "{podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress], "
                             "ingress: [{from: [{ipBlock: {cidr: " +
                                 cidr + "}}]}]}");
    };
    const World before(kServices + kWall + from("10.0.0.0/8"));
    const World after(kServices + kWall + from("10.0.0.0/16"));
    const Changes changes = graph::compare(before.state(), after.state());
    QCOMPARE(changes.connections.size(), 1u); // the narrower range was and is allowed
    QCOMPARE(changes.connections[0].before.source, "outside:10.0.0.0/8");
    QCOMPARE(changes.connections[0].since, Since::Removed);
    QVERIFY(changes.pairs.empty());
}

void CompareTest::markedKeepsWhatIsGone()
{
    const World before(kServices + kWall + admits("api", "web", "80"));
    const World after(workload("api") + workload("db") + kWall);
    const Changes changes = graph::compare(before.state(), after.state());
    const graph::Graph both = graph::marked(before.graph, after.graph, changes);
    QCOMPARE(both.nodes.size(), 3u);
    const graph::Node *web = both.node("shop/web[Deployment]");
    QVERIFY(web && web->since == Since::Removed);
    QCOMPARE(both.node("shop/api[Deployment]")->since, Since::Same);
    QCOMPARE(both.arrows.size(), 1u);
    QCOMPARE(both.arrows[0].since, Since::Removed);
    // Marks of an older comparison do no harm to what came after it.
    const graph::Graph late = graph::marked(before.graph, before.graph, changes);
    QCOMPARE(late.nodes, before.graph.nodes);
    QCOMPARE(late.arrows, before.graph.arrows);
}

void CompareTest::limitIsSaid()
{
    const World before(kServices + kWall);
    const World after(kServices);
    const Changes few = graph::compare(before.state(), after.state(), 2);
    QVERIFY(!few.isComplete);
    QCOMPARE(few.services.size(), 3u);
    QVERIFY(graph::compare(before.state(), after.state(), 6).isComplete);
}

/// Against every pair of random clusters, of which one document was dropped or changed.
void CompareTest::nothingIsMissed()
{
    std::mt19937 random(5);
    oracle::RandomOptions options;
    options.services = false;
    std::size_t found = 0;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const QStringList documents =
            QString::fromStdString(oracle::RandomCluster(seed, options).text())
                .split(QStringLiteral("\n---"));
        QStringList edited = documents;
        const auto at = qsizetype(random() % std::uint64_t(edited.size()));
        switch (random() % 3) {
        case 0:
            edited.removeAt(at);
            break;
        case 1:
            edited[at].replace(QStringLiteral("TCP"), QStringLiteral("UDP"));
            break;
        default:
            edited[at].replace(QStringLiteral("app"), QStringLiteral("tier"));
        }
        const World before(documents.join(QStringLiteral("\n---")).toStdString());
        const World after(edited.join(QStringLiteral("\n---")).toStdString());
        const Changes changes = graph::compare(before.state(), after.state());
        QCOMPARE(graph::compare(before.state(), after.state()), changes);
        std::set<std::pair<std::string, std::string>> told;
        for (const auto &pair : verdict::verdictChanges(before.evaluator, after.evaluator).pairs)
            if (!pair.source.isOutside() && !pair.target.isOutside())
                told.insert({before.evaluator.endpoint(pair.source.before).key(),
                             before.evaluator.endpoint(pair.target.before).key()});
        for (std::uint32_t i = 0; i < before.evaluator.endpoints().size(); ++i)
            for (std::uint32_t j = 0; j < before.evaluator.endpoints().size(); ++j) {
                const std::string source = before.evaluator.endpoint({i}).key();
                const std::string target = before.evaluator.endpoint({j}).key();
                const EndpointId from = after.evaluator.find(source);
                const EndpointId to = after.evaluator.find(target);
                if (i == j || !from.isValid() || !to.isValid())
                    continue;
                const ConnectionSet was =
                    before.evaluator.allowed(Party::of(EndpointId{i}), Party::of(EndpointId{j}));
                const ConnectionSet is = after.evaluator.allowed(Party::of(from), Party::of(to));
                QCOMPARE(told.count({source, target}) > 0, was != is);
                if (was == is)
                    continue;
                ++found;
                bool isListed = false;
                for (const graph::PairsChange &group : changes.pairs) {
                    const bool in = group.direction == Direction::Ingress;
                    isListed |= group.service == (in ? target : source) && group.before == was &&
                                group.after == is &&
                                std::binary_search(group.others.begin(), group.others.end(),
                                                   in ? source : target);
                }
                for (const graph::ConnectionChange &change : changes.connections)
                    isListed |= graph::allowedBy(change.before) == was &&
                                graph::allowedBy(change.after) == is;
                QVERIFY2(isListed, (source + " to " + target).c_str());
            }
    }
    QVERIFY2(found > 100, QByteArray::number(qulonglong(found)));
}

QTEST_GUILESS_MAIN(CompareTest)
#include "tst_compare.moc"
