#include "graph/compare.h"
#include "graph/connections.h"
#include "graph/filter.h"
#include "graph/refresh.h"
#include "graph/standard.h"
#include "lint/lint.h"
#include "report/report.h"
#include "ways_world.h"

#include <QTest>

#include <algorithm>
#include <optional>

using namespace drawbridge;
using namespace drawbridge::test;

/// What a network plugin makes of policies, in the picture and in what lint says of redundancy.
class PluginDrawnTest : public QObject
{
    Q_OBJECT

private slots:
    void waysInAreAsTheStandardHasThem();
    void waysInThatDiffer();
    void whatOnlyTheStandardAllows();
    void removedWhereOnlyTheStandardAllows();
    void blocksThatMeanPods_data();
    void blocksThatMeanPods();
    void podsThatABlockMeans_data();
    void podsThatABlockMeans();
    void manyPodsAreNotDrawnOneByOne_data();
    void manyPodsAreNotDrawnOneByOne();
    void podsOfABlockAreRefreshed_data();
    void podsOfABlockAreRefreshed();
    void networksOfTheClustersPoliciesMeanPods_data();
    void networksOfTheClustersPoliciesMeanPods();
    void whatIsIgnoredMakesNoWall_data();
    void whatIsIgnoredMakesNoWall();
    void aRangeThatIsCutHoldsNoOtherPort_data();
    void aRangeThatIsCutHoldsNoOtherPort();
};

static verdict::Evaluator judged(const kube::Workspace &workspace, const std::string &plugin)
{
    verdict::Evaluator evaluator;
    evaluator.setProfile(*verdict::PluginProfile::parse(plugin));
    evaluator.update(workspace);
    return evaluator;
}

void PluginDrawnTest::waysInAreAsTheStandardHasThem()
{
    kube::Workspace workspace;
    workspace.add("a.yaml", kApi + kLoadBalancer + kIngress);
    const verdict::Evaluator calico = judged(workspace, "calico");
    graph::Graph graph = graph::build(workspace, calico);
    graph::markUnlikeStandard(graph, workspace, calico, judged(workspace, "kubernetes"));
    QCOMPARE(graph.arrows.size(), std::size_t(2));
    for (const graph::Arrow &arrow : graph.arrows)
        QVERIFY(arrow.isWayIn() && !arrow.isUnlikeStandard);
}

/// Calico takes every pod of the cluster by its address, and so the controller too.
void PluginDrawnTest::waysInThatDiffer()
{
    kube::Workspace workspace;
    workspace.add("a.yaml",
                  kApi + service() + kIngress + policy("{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}"));
    const verdict::Evaluator calico = judged(workspace, "calico");
    graph::Graph graph = graph::build(workspace, calico);
    graph::markUnlikeStandard(graph, workspace, calico, judged(workspace, "kubernetes"));
    const auto way = std::find_if(graph.arrows.begin(), graph.arrows.end(),
                                  [](const graph::Arrow &arrow) { return arrow.isWayIn(); });
    QVERIFY(way != graph.arrows.end());
    QCOMPARE(way->state, graph::ArrowState::Allowed);
    QVERIFY(way->isUnlikeStandard && way->isStandardUnsure);
    QCOMPARE(way->labelStandard, std::string("TCP 8080"));
}

/// What is gone is marked, although an arrow stands there for the standard.
void PluginDrawnTest::removedWhereOnlyTheStandardAllows()
{
    kube::Workspace workspace;
    const std::string pods =
        kApi + "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: "
               "{app: web}}\n---\napiVersion: policy.networking.k8s.io/v1alpha1\n"
               "kind: AdminNetworkPolicy\nmetadata: {name: a}\nspec: {priority: 1, subject: "
               "{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: api}}}}, ingress: "
               "[{action: Allow, from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: "
               "{app: web}}}}], ports: [{portNumber: {port: 8080, protocol: TCP}}]}]}\n";
    kube::Workspace old;
    std::string own = policy("{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: "
                             "8080}]}");
    own.replace(own.find("podSelector: {}"), 15, "podSelector: {matchLabels: {app: api}}");
    old.add("a.yaml", pods + own);
    workspace.add("a.yaml", pods + policy(""));
    const verdict::Evaluator was = judged(old, "cilium");
    const verdict::Evaluator now = judged(workspace, "cilium");
    const graph::Graph before = graph::build(old, was);
    graph::Graph after = graph::build(workspace, now);
    graph::markUnlikeStandard(after, workspace, now, judged(workspace, "kubernetes"));
    const graph::Key key = "shop/web[Pod]\nshop/api[Deployment]";
    QVERIFY(before.arrow(key) && after.arrow(key) && after.arrow(key)->isOnlyStandard);
    const graph::Changes changes = graph::compare({was, before}, {now, after});
    QCOMPARE(changes.connections.size(), std::size_t(1));
    const graph::Graph marked = graph::marked(before, after, changes);
    QCOMPARE(marked.arrows.size(), after.arrows.size());
    QCOMPARE(marked.arrow(key)->since, graph::Since::Removed);
    QVERIFY(!marked.arrow(key)->isOnlyStandard);
}

/// A rule above the NetworkPolicies, which Cilium does not know.
void PluginDrawnTest::whatOnlyTheStandardAllows()
{
    kube::Workspace workspace;
    const auto admin = [](const std::string &name, const std::string &ports) {
        return "\n---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
               "metadata: {name: " +
               name +
               "}\nspec: {priority: 1, subject: {pods: {namespaceSelector: {}, podSelector: "
               "{matchLabels: {app: api}}}}, ingress: [{action: Allow, "
               "from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: web}}}}], "
               "ports: [" +
               ports + "]}]}\n";
    };
    const std::string web = "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: "
                            "shop, labels: {app: web}}\n";
    const FileId file =
        workspace.add("a.yaml", kApi + web + policy("") +
                                    admin("a", "{portNumber: {port: 8080, protocol: TCP}}"));
    const graph::Key key = "shop/web[Pod]\nshop/api[Deployment]";
    bool isShown = false;
    const auto arrowFor = [&](const std::string &plugin) {
        const verdict::Evaluator evaluator = judged(workspace, plugin);
        graph::Graph graph = graph::build(workspace, evaluator);
        graph::markUnlikeStandard(graph, workspace, evaluator, judged(workspace, "kubernetes"));
        const graph::Arrow *arrow = graph.arrow(key);
        graph::Filter filter;
        filter.cannotTell = true;
        if (arrow && !evaluator.profile().isStandard())
            isShown = graph::shown(graph, {}, filter).arrows.count(key) > 0;
        return arrow ? std::optional(*arrow) : std::nullopt;
    };
    const auto cilium = arrowFor("cilium");
    QVERIFY(cilium && cilium->isOnlyStandard && cilium->isUnlikeStandard && !isShown);
    QCOMPARE(cilium->state, graph::ArrowState::CannotTell);
    QCOMPARE(cilium->label, std::string("TCP 8080"));
    QVERIFY(graph::allowedBy(*cilium).isEmpty());
    // It is no connection, and nothing that one could not tell.
    graph::Graph alone;
    alone.arrows = {*cilium};
    QCOMPARE(graph::connectionCount(alone.arrows), std::size_t(0));
    QVERIFY(QString::fromStdString(report::arrowsCsv(alone)).contains("only standard"));
    const auto enforced = arrowFor("ovn-kubernetes");
    QVERIFY(enforced && !enforced->isOnlyStandard && !enforced->isUnlikeStandard);
    QVERIFY(!arrowFor("none")); // nothing restricts it
    workspace.remove(file);     // the plugin admits one port of two
    workspace.add("b.yaml", kApi + web + policy("{ports: [{port: 8080}]}") +
                                admin("a", "{portRange: {start: 8080, end: 8081}}"));
    const auto part = arrowFor("cilium");
    QVERIFY(part && !part->isOnlyStandard && part->isUnlikeStandard);
    QCOMPARE(part->label, std::string("TCP 8080"));
    QCOMPARE(part->labelStandard, std::string("TCP 8080-8081"));
}

void PluginDrawnTest::blocksThatMeanPods_data()
{
    QTest::addColumn<QString>("plugin");
    QTest::addColumn<QString>("cidr");
    QTest::addColumn<graph::PodsToo>("podsToo");
    const auto row = [](const char *plugin, const char *cidr, graph::PodsToo podsToo) {
        QTest::addRow("%s %s", plugin, cidr) << plugin << cidr << podsToo;
    };
    row("kubernetes", "0.0.0.0/0", graph::PodsToo::No);
    row("cilium", "0.0.0.0/0", graph::PodsToo::No);
    row("calico", "0.0.0.0/0", graph::PodsToo::Every);
    row("calico", "10.0.0.0/8", graph::PodsToo::Some);
    row("calico", "10.1.2.0/24", graph::PodsToo::Some);
    row("calico", "203.0.113.0/24", graph::PodsToo::No);
}

void PluginDrawnTest::blocksThatMeanPods()
{
    QFETCH(QString, plugin);
    QFETCH(QString, cidr);
    QFETCH(graph::PodsToo, podsToo);
    kube::Workspace workspace;
    // The other block of the rule draws an arrow of its own.
    workspace.add("a.yaml", kApi + policy("{from: [{ipBlock: {cidr: " + cidr.toStdString() +
                                          "}}, {ipBlock: {cidr: 198.51.100.0/24}}]}"));
    const graph::Graph graph = graph::build(workspace, judged(workspace, plugin.toStdString()));
    QCOMPARE(graph.arrows.size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(report::arrowsCsv(graph)).contains("the rule means"),
             podsToo != graph::PodsToo::No);
    for (const graph::Arrow &arrow : graph.arrows)
        QCOMPARE(arrow.podsToo,
                 arrow.source == "outside:198.51.100.0/24" ? graph::PodsToo::No : podsToo);
}

void PluginDrawnTest::podsThatABlockMeans_data()
{
    QTest::addColumn<QString>("plugin");
    QTest::addColumn<QString>("block");
    QTest::addColumn<int>("arrows"); ///< besides the one from the addresses
    QTest::newRow("kubernetes") << "kubernetes"
                                << "cidr: 10.0.0.0/8" << 2;
    QTest::newRow("kubernetes, all of IPv4") << "kubernetes"
                                             << "cidr: 0.0.0.0/0" << 0;
    QTest::newRow("cilium") << "cilium"
                            << "cidr: 10.0.0.0/8" << 0;
    QTest::newRow("calico") << "calico"
                            << "cidr: 10.0.0.0/8" << 2;
    QTest::newRow("one address") << "calico"
                                 << "cidr: 10.0.0.7/32" << 1;
    QTest::newRow("an exception") << "calico"
                                  << "cidr: 10.0.0.0/8, except: [10.0.0.8/29]" << 1;
    QTest::newRow("none of them") << "calico"
                                  << "cidr: 10.0.1.0/24" << 0;
    QTest::newRow("every pod, which the arrow says") << "calico"
                                                     << "cidr: 0.0.0.0/0" << 0;
    QTest::newRow("IPv6") << "calico"
                          << "cidr: 'fd00::/8'" << 1;
}

/// A pod whose address is stated has an arrow of its own where the plugin takes pods by it.
void PluginDrawnTest::podsThatABlockMeans()
{
    QFETCH(QString, plugin);
    QFETCH(QString, block);
    QFETCH(int, arrows);
    const auto pod = [](const std::string &name, const std::string &addresses) {
        return "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name +
               ", namespace: shop, labels: {app: " + name + "}}\nstatus: {podIPs: [" + addresses +
               "]}\n";
    };
    kube::Workspace workspace;
    workspace.add(
        "a.yaml",
        kApi + pod("web", "{ip: 10.0.0.7}, {ip: 'fd00::7'}") + pod("job", "{ip: 10.0.0.9}") +
            policy("{from: [{ipBlock: {" + block.toStdString() + "}}], ports: [{port: 8080}]}"));
    const verdict::Evaluator evaluator = judged(workspace, plugin.toStdString());
    const graph::Graph graph = graph::build(workspace, evaluator);
    QCOMPARE(int(graph.arrows.size()), arrows + 1);
    for (const graph::Arrow &arrow : graph.arrows)
        if (graph.node(arrow.source)->kind == graph::NodeKind::Workload) {
            QCOMPARE(arrow.target, std::string("frame:shop"));
            QCOMPARE(arrow.label, std::string("TCP 8080"));
            QCOMPARE(arrow.state, graph::ArrowState::Allowed);
        }
}

void PluginDrawnTest::manyPodsAreNotDrawnOneByOne_data()
{
    QTest::addColumn<QString>("plugin");
    QTest::addColumn<int>("pods");
    QTest::addColumn<int>("arrows");
    QTest::addColumn<graph::PodsToo>("podsToo");
    QTest::newRow("calico, as many") << "calico" << 32 << 33 << graph::PodsToo::Some;
    QTest::newRow("calico, more") << "calico" << 33 << 1 << graph::PodsToo::Some;
    QTest::newRow("kubernetes, as many") << "kubernetes" << 32 << 33 << graph::PodsToo::No;
    QTest::newRow("kubernetes, more") << "kubernetes" << 33 << 1 << graph::PodsToo::Some;
    QTest::newRow("cilium, more") << "cilium" << 33 << 1 << graph::PodsToo::No;
}

/// With two addresses in 10.0.0.0/8 each.
static std::string podsWithAddresses(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        text += "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: p" + number +
                ", namespace: other, labels: {app: p" + number +
                "}}\nstatus: {podIPs: [{ip: 10.0.0." + number + "}, {ip: 10.1.0." + number +
                "}]}\n";
    }
    return text;
}

void PluginDrawnTest::manyPodsAreNotDrawnOneByOne()
{
    QFETCH(QString, plugin);
    QFETCH(int, pods);
    QFETCH(int, arrows);
    QFETCH(graph::PodsToo, podsToo);
    kube::Workspace workspace;
    workspace.add("a.yaml", kApi + policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}") +
                                podsWithAddresses(pods));
    const graph::Graph graph = graph::build(workspace, judged(workspace, plugin.toStdString()));
    QCOMPARE(int(graph.arrows.size()), arrows);
    QCOMPARE(graph.arrow("outside:10.0.0.0/8\nframe:shop")->podsToo, podsToo);
}

void PluginDrawnTest::podsOfABlockAreRefreshed_data()
{
    QTest::addColumn<int>("pods");
    QTest::newRow("few") << 3;
    QTest::newRow("more than are drawn one by one") << 40;
}

/// The graph that is brought up to date is the one that is built anew.
void PluginDrawnTest::podsOfABlockAreRefreshed()
{
    QFETCH(int, pods);
    const std::string gate = "\n---\napiVersion: policy.networking.k8s.io/v1alpha2\n"
                             "kind: ClusterNetworkPolicy\nmetadata: {name: gate}\nspec: {tier: "
                             "Admin, priority: 1, subject: {namespaces: {}}, egress: [{action: "
                             "Accept, to: [{networks: [0.0.0.0/0]}]}]}\n";
    std::string text =
        kApi + gate +
        policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 8080}]}, {from: [{ipBlock: "
               "{cidr: 10.0.0.2/32}}], ports: [{port: 5432}]}") +
        podsWithAddresses(pods);
    kube::Workspace workspace;
    const FileId file = workspace.add("a.yaml", text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    graph::Graph graph = graph::build(workspace, evaluator);
    const std::vector<std::pair<std::string, std::string>> edits{
        {"port: 8080}]}", "port: 8081}]}"},
        {"port: 5432", "port: 5433"},
        {"cidr: 10.0.0.2/32", "cidr: 10.0.0.0/8"},
        {"podSelector: {}", "podSelector: {matchLabels: {app: api}}"}};
    int refreshed = 0;
    for (const auto &[what, by] : edits) {
        const std::size_t begin = text.find(what);
        workspace.apply(file, {{{begin, begin + what.size()}, by}});
        text.replace(begin, what.size(), by);
        evaluator.update(workspace);
        if (graph::refresh(graph, workspace, evaluator, false))
            ++refreshed;
        else
            graph = graph::build(workspace, evaluator);
        const graph::Graph built = graph::build(workspace, judged(workspace, "kubernetes"));
        QVERIFY2(graph.arrows == built.arrows && graph.idle == built.idle, what.c_str());
    }
    QVERIFY(refreshed > 2);
    const auto count =
        std::count_if(graph.arrows.begin(), graph.arrows.end(), [](const graph::Arrow &arrow) {
            return arrow.source.starts_with("other/p") && arrow.target == "shop/api[Deployment]";
        });
    QCOMPARE(int(count), pods > 32 ? 0 : pods);
}

void PluginDrawnTest::networksOfTheClustersPoliciesMeanPods_data()
{
    QTest::addColumn<QString>("cidr");
    QTest::addColumn<bool>("isNew");
    QTest::addColumn<graph::PodsToo>("podsToo");
    QTest::newRow("0.0.0.0/0") << "0.0.0.0/0" << true << graph::PodsToo::Every;
    QTest::newRow("its address") << "10.0.0.0/8" << true << graph::PodsToo::Some;
    QTest::newRow("other addresses") << "203.0.113.0/24" << true << graph::PodsToo::No;
    QTest::newRow("0.0.0.0/0, v1alpha1") << "0.0.0.0/0" << false << graph::PodsToo::No;
    QTest::newRow("its address, v1alpha1") << "10.0.0.0/8" << false << graph::PodsToo::No;
}

/// Whatever the plugin takes blocks of NetworkPolicies for.
void PluginDrawnTest::networksOfTheClustersPoliciesMeanPods()
{
    QFETCH(QString, cidr);
    QFETCH(bool, isNew);
    QFETCH(graph::PodsToo, podsToo);
    const std::string head = isNew
                                 ? "policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n"
                                   "metadata: {name: gate}\nspec: {tier: Admin, priority: 1, "
                                 : "policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
                                   "metadata: {name: gate}\nspec: {priority: 1, ";
    const std::string action = isNew ? "Accept" : "Allow";
    kube::Workspace workspace;
    workspace.add("a.yaml",
                  kApi +
                      "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\n"
                      "status: {podIP: 10.0.0.7}\n---\n"
                      "apiVersion: " +
                      head + "subject: {namespaces: {}}, egress: [{action: " + action +
                      ", to: [{networks: ['" + cidr.toStdString() + "']}]}]}\n");
    const graph::Graph graph = graph::build(workspace, judged(workspace, "kubernetes"));
    QCOMPARE(graph.arrows.size(), std::size_t(1));
    QCOMPARE(graph.arrows.front().podsToo, podsToo);
}

void PluginDrawnTest::whatIsIgnoredMakesNoWall_data()
{
    QTest::addColumn<bool>("hasWall");
    QTest::newRow("kubernetes") << true;
    QTest::newRow("ovn-kubernetes") << true;
    QTest::newRow("cilium") << false;
    QTest::newRow("none") << false;
}

void PluginDrawnTest::whatIsIgnoredMakesNoWall()
{
    QFETCH(bool, hasWall);
    kube::Workspace workspace;
    workspace.add("a.yaml",
                  kApi + "\n---\napiVersion: policy.networking.k8s.io/v1alpha1\n"
                         "kind: AdminNetworkPolicy\nmetadata: {name: gate}\nspec: {priority: 1, "
                         "subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: "
                         "{}}]}]}\n");
    const verdict::Evaluator evaluator = judged(workspace, QTest::currentDataTag());
    const graph::Graph graph = graph::build(workspace, evaluator);
    QCOMPARE(graph.frames.size(), std::size_t(1));
    QCOMPARE(graph.frames.front().ingress == graph::Wall::Full, hasWall);
}

void PluginDrawnTest::aRangeThatIsCutHoldsNoOtherPort_data()
{
    QTest::addColumn<bool>("isRedundant");
    QTest::newRow("kubernetes") << true;
    QTest::newRow("cilium") << true;
    QTest::newRow("cilium@1.15") << false;
    QTest::newRow("cilium@1.16") << false;
}

void PluginDrawnTest::aRangeThatIsCutHoldsNoOtherPort()
{
    QFETCH(bool, isRedundant);
    kube::Workspace workspace;
    workspace.add("a.yaml", kApi + policy("{ports: [{port: 80, endPort: 90}, {port: 85}]}, "
                                          "{ports: [{port: 86}]}"));
    const verdict::Evaluator evaluator = judged(workspace, QTest::currentDataTag());
    const auto findings = lint::lint(workspace, evaluator);
    for (const Code code : {Code::LintPortRedundant, Code::LintRuleRedundant})
        QCOMPARE(std::any_of(findings.begin(), findings.end(),
                             [code](const Diagnostic &finding) { return finding.code == code; }),
                 isRedundant);
}

QTEST_APPLESS_MAIN(PluginDrawnTest)
#include "tst_plugin_drawn.moc"
