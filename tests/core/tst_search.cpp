#include "graph/search.h"

#include <QTest>

using namespace drawbridge;
using graph::Found;
using graph::FoundKind;
using graph::MatchRank;

namespace {

const char *const kCluster = R"(apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: blue}}
---
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api, tier: backend}}
spec:
  containers: [{name: c, ports: [{containerPort: 8080, name: http}]}]
status: {podIP: 10.1.2.3}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api-gateway, namespace: shop}
spec:
  template:
    metadata: {labels: {app: gateway}}
    spec: {containers: [{name: c, ports: [{containerPort: 80}]}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: papin, namespace: jobs}
spec:
  template:
    metadata: {labels: {app: papin}}
    spec: {containers: [{name: c}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: admit-office, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  policyTypes: [Ingress]
  ingress:
  - from: [{ipBlock: {cidr: 10.0.0.0/8}}, {ipBlock: {cidr: 10.1.0.0/16}}]
    ports: [{port: 8000, endPort: 8100}]
)";

/// Keeps what a search looks at.
struct Cluster
{
    Cluster()
    {
        workspace.add("a.yaml", kCluster);
        evaluator.update(workspace);
        picture = graph::build(workspace, evaluator);
    }
    graph::Search search() const
    {
        return {picture, workspace, evaluator, [](const graph::Node &node) { return node.title; }};
    }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph picture;
};

const char *nameOf(FoundKind kind)
{
    static const char *const names[] = {"service", "namespace", "outside", "policy",
                                        "address", "label",     "port",    "connection"};
    return names[int(kind)];
}

QString textOf(const Found &found)
{
    QString text = QStringLiteral("%1 %2").arg(QLatin1String(nameOf(found.kind)),
                                               QString::fromStdString(found.text));
    if (!found.owner.empty())
        text += QStringLiteral(" of ") + QString::fromStdString(found.owner);
    return text;
}

} // namespace

/// What people remember of a thing finds it, and the likeliest comes first.
class SearchTest : public QObject
{
    Q_OBJECT

private slots:
    void rank_data();
    void rank();
    void find_data();
    void find();
    void findsWhereItIs();
    void countsWhatIsLeftOut();
    void unknownPortsAreNotEveryPort();
};

void SearchTest::rank_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("query");
    QTest::addColumn<int>("rank"); // -1: none
    const auto row = [](const char *text, const char *query, int rank) {
        QTest::addRow("%s in %s", query, text)
            << QString::fromUtf8(text) << QString::fromUtf8(query) << rank;
    };
    row("api", "api", int(MatchRank::Exact));
    row("API", "api", int(MatchRank::Exact));
    row("api-gateway", "API", int(MatchRank::Prefix));
    row("shop-api", "api", int(MatchRank::Word));
    row("app=api", "api", int(MatchRank::Word));
    row("53/UDP", "udp", int(MatchRank::Word));
    row("papin-api", "api", int(MatchRank::Word)); // the better of two places
    row("papin", "api", int(MatchRank::Substring));
    row("app=api", "=api", int(MatchRank::Word));
    row("ap", "api", -1);
    row("gateway", "api", -1);
    row("", "api", -1);
}

void SearchTest::rank()
{
    QFETCH(QString, text);
    QFETCH(QString, query);
    QFETCH(int, rank);
    const auto found = graph::rankOf(text.toStdString(), query.toStdString());
    QCOMPARE(found ? int(*found) : -1, rank);
}

void SearchTest::find_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *query, const QStringList &found) {
        QTest::newRow(query) << QString::fromUtf8(query) << found;
    };
    row("API", {"service api", "service api-gateway", "label app=api of api", "service papin",
                "label app=papin of papin"});
    row("shop", {"namespace shop"});
    row("  office ", {"policy admit-office"});
    row("tier=backend", {"label tier=backend of api"});
    row("tier: backend", {"label tier=backend of api"});
    row("team", {"label team=blue"});
    row("shop gateway", {"service api-gateway", "label app=gateway of api-gateway"});
    row("10.1.2.3", {"address 10.1.2.3 of api", "outside 10.1.0.0/16", "outside 10.0.0.0/8"});
    row("10.9.9.9", {"outside 10.0.0.0/8"});
    row("10.1.128.0/17", {"outside 10.1.0.0/16", "outside 10.0.0.0/8"});
    row("10.1.", {"outside 10.1.0.0/16", "address 10.1.2.3 of api"});
    row("192.0.2.1", {});
    row("8050", {"connection TCP 8000-8100 of 10.0.0.0/8 → api",
                 "connection TCP 8000-8100 of 10.1.0.0/16 → api"});
    row("http", {"port http 8080 of api"});
    row("", {});
    row("   ", {});
    row("nowhere", {});
}

void SearchTest::find()
{
    QFETCH(QString, query);
    QFETCH(QStringList, found);
    const Cluster cluster;
    QStringList texts;
    for (const Found &one : cluster.search().find(query.toStdString()).found)
        texts += textOf(one);
    QCOMPARE(texts, found);
}

void SearchTest::findsWhereItIs()
{
    const Cluster cluster;
    const graph::Search search = cluster.search();
    const Found service = search.find("papin").found.front();
    QCOMPARE(service.nameSpace, std::string("jobs"));
    QVERIFY(cluster.picture.node(service.key));
    const Found policy = search.find("admit-office").found.front();
    QVERIFY(policy.key.empty());
    QVERIFY(policy.policy);
    QVERIFY(cluster.workspace.contains(policy.policy.get()));
    for (const char *query : {"8080", "8050", "team=blue", "10.9.9.9"}) {
        const graph::Key key = search.find(query).found.front().key;
        QVERIFY2(cluster.picture.node(key) || cluster.picture.frame(key) ||
                     cluster.picture.arrow(key),
                 query);
    }
}

void SearchTest::countsWhatIsLeftOut()
{
    const Cluster cluster;
    const graph::SearchAnswer all = cluster.search().find("a");
    const graph::SearchAnswer some = cluster.search().find("a", 2);
    QVERIFY(all.total > 2);
    QCOMPARE(some.total, all.total);
    QCOMPARE(some.found.size(), std::size_t(2));
    QCOMPARE(textOf(some.found[1]), textOf(all.found[1]));
}

/// A port that is known by name alone is found by that.
void SearchTest::unknownPortsAreNotEveryPort()
{
    Cluster cluster;
    cluster.workspace.add("b.yaml", R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: n, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Ingress]
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: pgsql}]}]
)");
    cluster.evaluator.update(cluster.workspace);
    cluster.picture = graph::build(cluster.workspace, cluster.evaluator);
    QCOMPARE(cluster.search().find("44444").total, std::size_t(0));
    QCOMPARE(textOf(cluster.search().find("pgsql").found.front()),
             QStringLiteral("connection pgsql of web → db"));
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
