#include "graph/graph.h"
#include "oracle/random_cluster.h"
#include "support/cases.h"
#include "support/effort.h"
#include "support/intent_world.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace drawbridge;
using verdict::EndpointId;
using verdict::Party;

namespace {

struct Tally
{
    int kept = 0;
    int lost = 0;
    int cut = 0;
};

} // namespace

/// Default deny that keeps what is drawn: every pair that a rule names has the verdict that it had,
/// or is told; no other pair stays open, and none becomes wider.
class IsolateKeepsTest : public QObject
{
    Q_OBJECT

private slots:
    void keeps_data();
    void keeps();
    void restrictedPodsStayRestricted();
    void twinsAndAddresses();
    void withoutAskingNothingIsKept();
    void dnsAndKept();
    void ownPoliciesAreExtended();
    void lastPolicyWithoutEndOfLine();
    void podsOfOneOwnerDiffer();
    void restrictedPodsOfOneOwnerStayRestricted();
    void cutByBothDirectionsIsToldOnce();
    void randomClusters_data();
    void randomClusters();
    void realWorld();
    void cleanupTestCase();

private:
    Tally m_all; ///< of all random clusters
    int m_seeds = 0;
};

namespace {

using Pair = std::pair<std::string, std::string>; // keys

std::string workload(const std::string &name, const std::string &labels,
                     const std::string &ns = "shop", const std::string &more = {})
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name +
           "\n  namespace: " + ns + "\nspec:\n  template:\n    metadata:\n      labels: {" +
           labels + "}\n    spec:\n      containers:\n        - name: main\n" + more;
}

/// A policy in one line a part; `labels` empty: every pod.
std::string policy(const std::string &name, const std::string &labels, const std::string &types,
                   const std::string &rules, const std::string &ns = "shop")
{
    return policyText(name,
                      "  podSelector: {" + (labels.empty() ? "" : "matchLabels: {" + labels + '}') +
                          "}\n  policyTypes: [" + types + "]\n" + rules,
                      ns);
}

std::string verdictOf(const IntentWorld &world, const std::string &from, const std::string &to)
{
    const edit::End source = world.end(from);
    const edit::End target = world.end(to);
    const EndpointId a = world.evaluator.find(source.name);
    const EndpointId b = world.evaluator.find(target.name);
    return a.isValid() && b.isValid() ? world.evaluator.allowed(Party::of(a), Party::of(b)).text()
                                      : "unknown";
}

/// A pod of a ReplicaSet, as clusters hold them.
std::string ownedPod(const std::string &name, const std::string &owner, const std::string &labels)
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name +
           "\n  namespace: shop\n  labels: {" + labels +
           "}\n  ownerReferences:\n    - {apiVersion: apps/v1, kind: ReplicaSet, name: " + owner +
           ", controller: true}\nspec: {containers: [{name: main}]}\n";
}

/// The endpoints that an end of an arrow stands for.
std::vector<std::string> behind(const graph::Graph &graph, const graph::Key &end)
{
    const graph::Node *node = graph.node(end);
    if (node && !node->frame.empty())
        return {end};
    const bool isCluster =
        node && (node->kind == graph::NodeKind::Everyone || node->kind == graph::NodeKind::Cluster);
    std::vector<std::string> keys;
    for (const graph::Node &other : graph.nodes)
        if (!other.frame.empty() && (isCluster || (!node && other.frame == end)))
            keys.push_back(other.key);
    return keys;
}

std::set<Pair> drawnPairs(const IntentWorld &world)
{
    std::set<Pair> pairs;
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    for (const graph::Arrow &arrow : graph.arrows)
        for (const std::string &source : behind(graph, arrow.source))
            for (const std::string &target : behind(graph, arrow.target))
                if (source != target)
                    pairs.emplace(source, target);
    return pairs;
}

/// Named ports differ by target, so that a rule for everyone may admit something here and there
/// and have no arrow.
bool isNamed(const IntentWorld &world, const verdict::Endpoint &from, const verdict::Endpoint &to)
{
    const Party source = Party::of(world.evaluator.find(from.key()));
    const Party target = Party::of(world.evaluator.find(to.key()));
    return !world.evaluator.rules(kube::Direction::Ingress, source, target).empty() ||
           !world.evaluator.rules(kube::Direction::Egress, source, target).empty();
}

std::string words(const std::string &source, const std::string &target,
                  const kube::ConnectionSet &before, const kube::ConnectionSet &now)
{
    return source + " => " + target + " : " + before.text() + " > " + now.text();
}

/// Judges one namespace; the three states are compared pair by pair.
void judge(const IntentWorld &world, const edit::Isolate &wall, Tally &tally)
{
    edit::Isolate keeping = wall;
    keeping.keepsDrawn = true;
    const auto plan = world.plan(keeping);
    const auto bare = world.plan(wall);
    QCOMPARE(plan.isOk(), bare.isOk());
    if (!plan)
        return;
    const IntentWorld after(edit::applied(world.workspace, *plan));
    const IntentWorld walled(edit::applied(world.workspace, *bare));
    for (const edit::PairChange &change : plan->alsoChanges)
        QVERIFY2(change.before.contains(change.after),
                 (change.source + " => " + change.target).c_str());
    // Groups may share a name, so that each change that is told has to have a pair of its own.
    std::multiset<std::string> told;
    for (const edit::PairChange &change : plan->drawnCuts)
        told.insert(words(change.source, change.target, change.before, change.after));
    std::multiset<std::string> changed;
    std::multiset<std::string> lost;
    const std::set<std::string> gone(plan->noLongerShown.begin(), plan->noLongerShown.end());
    const std::set<Pair> drawn = drawnPairs(world);
    const auto &ends = world.evaluator.endpoints();
    for (const verdict::Endpoint &from : ends)
        for (const verdict::Endpoint &to : ends) {
            const auto in = [&](const IntentWorld &state) {
                const EndpointId a = state.evaluator.find(from.key());
                const EndpointId b = state.evaluator.find(to.key());
                return a.isValid() && b.isValid()
                           ? std::optional(state.evaluator.allowed(Party::of(a), Party::of(b)))
                           : std::nullopt;
            };
            const auto before = in(world);
            const auto now = in(after);
            const auto bared = in(walled);
            const std::string name = from.key() + " => " + to.key();
            if (from.key() == to.key())
                continue;
            const std::string change =
                words(from.text(), to.text(), *before, now.value_or(kube::ConnectionSet()));
            if (now != before)
                changed.insert(change);
            const auto isToldAsGone = [&](const verdict::Endpoint &end) {
                return !after.evaluator.find(end.key()).isValid() && gone.count(end.text());
            };
            QVERIFY2(now || told.count(change) || isToldAsGone(from) || isToldAsGone(to) ||
                         !drawn.count({from.key(), to.key()}),
                     name.c_str());
            if (!now || !bared)
                continue;
            if (drawn.count({from.key(), to.key()})) {
                if (*now != *before)
                    lost.insert(change);
                (*now == *before ? tally.kept : tally.lost) += *bared != *before;
            } else {
                QVERIFY2(*now == *bared || (*now == *before && isNamed(world, from, to)),
                         name.c_str());
                tally.cut += *now != *before;
            }
        }
    const auto all = [](const std::multiset<std::string> &changes) {
        std::string text;
        for (const std::string &change : changes)
            text += change + '\n';
        return text;
    };
    QVERIFY2(std::includes(told.begin(), told.end(), lost.begin(), lost.end()),
             (all(lost) + "told:\n" + all(told)).c_str());
    QVERIFY2(std::includes(changed.begin(), changed.end(), told.begin(), told.end()),
             (all(changed) + "told:\n" + all(told)).c_str());
}

} // namespace

void IsolateKeepsTest::keeps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("egress");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("verdict");
    QTest::addColumn<QString>("written"); ///< a part of the text, on one line
    const auto row = [](const char *name, const std::string &text, bool egress, const char *from,
                        const char *to, const char *verdict, const char *written) {
        QTest::newRow(name) << QString::fromStdString(text) << egress << from << to << verdict
                            << QString::fromUtf8(written);
    };
    const std::string web = workload("web", "app: web");
    const std::string api = workload("api", "app: api", "shop",
                                     "          ports:\n            - name: http\n"
                                     "              containerPort: 8080\n");
    const std::string both = web + "---\n" + api + "---\n";
    const std::string fromWeb = "  ingress:\n    - from:\n        - podSelector: {matchLabels: "
                                "{app: web}}\n      ports: [{port: 8080}]\n";
    row("workloads", both + policy("api", "app: api", "Ingress", fromWeb), true, "web", "api",
        "TCP 8080",
        "egress: - to: - podSelector: matchLabels: {app: api} ports: - {protocol: TCP, port: "
        "8080}");
    row("a named port stays one",
        both + policy("api", "app: api", "Ingress",
                      "  ingress:\n    - from:\n        - podSelector: {matchLabels: {app: web}}\n"
                      "      ports: [{port: http}]\n"),
        true, "web", "api", "TCP 8080", "port: http}");
    row("pod groups",
        policy("web", "app: web", "Ingress", "") + "---\n" +
            policy("api", "app: api", "Ingress", fromWeb),
        true, "web", "api", "TCP 8080", "Egress");
    row("a group that only a rule knows", policy("api", "app: api", "Ingress", fromWeb), true,
        "web", "api", "TCP 8080",
        "kind: NetworkPolicy metadata: {name: web, namespace: shop} spec: podSelector:");
    row("from another namespace",
        web + "---\n" + workload("db", "app: db", "data") + "---\n" +
            policy("db", "app: db", "Ingress",
                   "  ingress:\n    - from:\n        - namespaceSelector: {matchLabels: "
                   "{kubernetes.io/metadata.name: shop}}\n          podSelector: {matchLabels: "
                   "{app: web}}\n      ports: [{port: 5432}]\n",
                   "data"),
        true, "web", "db", "TCP 5432",
        "kubernetes.io/metadata.name: data podSelector: matchLabels: app: db");
    row("all of a namespace",
        both + policy("api", "app: api", "Ingress",
                      "  ingress:\n    - from: [{podSelector: {}}]\n      ports: [{port: 80}]\n"),
        true, "web", "api", "TCP 80", "name: shop-rules");
    row("to all of a namespace",
        web + "---\n" + workload("db", "app: db", "data") + "---\n" +
            policy("all", "", "Ingress",
                   "  ingress:\n    - from:\n        - namespaceSelector: {matchLabels: "
                   "{kubernetes.io/metadata.name: shop}}\n      ports: [{port: 5432}]\n",
                   "data"),
        true, "web", "db", "TCP 5432",
        "to: - namespaceSelector: matchLabels: kubernetes.io/metadata.name: data ports:");
    row("everyone",
        both + policy("api", "app: api", "Ingress", "  ingress:\n    - ports: [{port: 80}]\n"),
        true, "web", "api", "TCP 80", "name: shop-rules");
    row("every pod of the cluster",
        both + policy("api", "app: api", "Ingress",
                      "  ingress:\n    - from: [{namespaceSelector: {}}]\n"),
        true, "web", "api", "All Connections", "name: shop-rules");
    row("ingress",
        both + policy("web", "app: web", "Egress",
                      "  egress:\n    - to:\n        - podSelector: {matchLabels: {app: api}}\n"
                      "      ports: [{port: 8080, endPort: 8090}]\n"),
        false, "web", "api", "TCP 8080-8090",
        "ingress: - from: - podSelector: matchLabels: {app: web} ports: - {protocol: TCP, port: "
        "8080, endPort: 8090}");
    row("nothing that is open by default", both + policy("api", "app: api", "Ingress", fromWeb),
        true, "api", "web", "No Connections", "name: default-deny");
}

void IsolateKeepsTest::keeps()
{
    QFETCH(QString, text);
    QFETCH(bool, egress);
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, verdict);
    QFETCH(QString, written);
    IntentWorld world(text.toStdString());
    edit::Isolate intent{"shop", egress};
    Tally tally;
    judge(world, intent, tally);
    intent.keepsDrawn = true;
    const auto plan = world.plan(intent);
    QVERIFY(plan.isOk());
    QVERIFY(plan->drawnCuts.empty());
    world.take(plan);
    QVERIFY(world.evaluator.hasFullWall("shop", kube::Direction::Ingress));
    QCOMPARE(world.evaluator.hasFullWall("shop", kube::Direction::Egress), egress);
    QCOMPARE(QString::fromStdString(verdictOf(world, from.toStdString(), to.toStdString())),
             verdict);
    const QString words = QString::fromStdString(world.text()).simplified();
    QVERIFY2(words.contains(written), qPrintable(words.mid(words.indexOf("default-deny"))));
}

/// A rule for all of a namespace is not written for all where that would open one more.
void IsolateKeepsTest::restrictedPodsStayRestricted()
{
    IntentWorld world(
        workload("web", "app: web") + "---\n" + workload("batch", "app: batch") + "---\n" +
        workload("api", "app: api") + "---\n" +
        policy("api", "app: api", "Ingress",
               "  ingress:\n    - from: [{podSelector: {}}]\n      ports: [{port: 80}]\n") +
        "---\n" + policy("batch", "app: batch", "Egress", ""));
    QCOMPARE(verdictOf(world, "batch", "api"), std::string("No Connections"));
    edit::Isolate intent{"shop", true};
    intent.keepsDrawn = true;
    const auto plan = world.plan(intent);
    world.take(plan);
    QVERIFY(plan->drawnCuts.empty());
    QCOMPARE(verdictOf(world, "web", "api"), std::string("TCP 80"));
    QCOMPARE(verdictOf(world, "batch", "api"), std::string("No Connections"));
    QVERIFY(world.text().find("shop-rules") == std::string::npos);
}

/// Labels of one pod are those of another that is restricted: what cannot be told apart is cut, and
/// said to be.
void IsolateKeepsTest::twinsAndAddresses()
{
    IntentWorld world(
        workload("web", "app: web") + "---\n" + workload("twin", "app: web, track: b") + "---\n" +
        workload("api", "app: api") + "---\n" +
        policy("api", "app: api", "Ingress",
               "  ingress:\n    - from: [{podSelector: {}}]\n      ports: [{port: 80}]\n") +
        "---\n" +
        policyText("twin", "  podSelector: {matchLabels: {track: b}}\n  policyTypes: [Egress]\n"));
    edit::Isolate intent{"shop", true};
    intent.keepsDrawn = true;
    world.take(world.plan(intent)); // web has no label of its own, but an expression tells it
    QCOMPARE(verdictOf(world, "web", "api"), std::string("TCP 80"));
    QCOMPARE(verdictOf(world, "twin", "api"), std::string("No Connections"));

    IntentWorld same(
        workload("web", "app: web") + "---\n" + workload("twin", "app: web") + "---\n" +
        workload("api", "app: api") + "---\n" +
        policy("api", "app: api", "Ingress",
               "  ingress:\n    - from: [{podSelector: {matchLabels: {app: web}}}]\n"
               "      ports: [{port: 80}]\n    - from: [{ipBlock: {cidr: 10.0.0.0/8}}]\n") +
        "---\napiVersion: v1\nkind: Pod\nmetadata: {name: one, namespace: shop, labels: {app: "
        "one}}\n"
        "status: {podIPs: [{ip: 10.0.0.7}]}\n");
    const auto plan = same.plan(intent);
    QVERIFY(plan.isOk());
    QCOMPARE(plan->drawnCuts.size(), std::size_t(1)); // a block means it: no selector to keep
    QCOMPARE(plan->drawnCuts.begin()->source, std::string("shop/one[Pod]"));
    same.take(plan);
    QCOMPARE(verdictOf(same, "twin", "api"), std::string("TCP 80"));
    QCOMPARE(verdictOf(same, "one", "api"), std::string("No Connections"));
}

void IsolateKeepsTest::withoutAskingNothingIsKept()
{
    const std::string text =
        serviceText("web") + "---\n" +
        serviceText("api", "  ingress:\n    - from:\n        - podSelector:\n"
                           "            matchLabels:\n              app: web\n");
    IntentWorld world(text);
    const auto plan = world.plan(edit::Isolate{"shop", true});
    QCOMPARE(plan->drawnCuts.size(), std::size_t(1)); // told all the same
    QCOMPARE(plan->drawnCuts.begin()->source, std::string("shop/web[Pods]"));
    world.take(plan);
    QCOMPARE(verdictOf(world, "web", "api"), std::string("No Connections"));
    QVERIFY(world.text().starts_with(text.substr(0, text.find("---"))));
}

void IsolateKeepsTest::dnsAndKept()
{
    IntentWorld world(
        serviceText("web") + "---\n" +
        serviceText("api",
                    "  ingress:\n    - from:\n        - podSelector:\n            "
                    "matchLabels:\n              app: web\n      ports:\n        - port: 80\n"));
    edit::Isolate intent{"shop", true, true};
    intent.keepsDrawn = true;
    world.take(world.plan(intent));
    QCOMPARE(verdictOf(world, "web", "api"), std::string("TCP 80"));
    QVERIFY(world.list().find("shop/web[Pods] => kube-system/kube-dns[Pods] : TCP 53,UDP 53") !=
            std::string::npos);
}

/// As drawing the arrow would: what is the pods' own policy already says the other half too.
void IsolateKeepsTest::ownPoliciesAreExtended()
{
    const std::string web = serviceText("web");
    IntentWorld world(
        "# first\n" + web + "---\n" +
        serviceText("api",
                    "  ingress:\n    - from:\n        - podSelector:\n            "
                    "matchLabels:\n              app: web\n      ports:\n        - port: 80\n"));
    edit::Isolate intent{"shop", true};
    intent.keepsDrawn = true;
    world.take(world.plan(intent));
    QCOMPARE(world.text().substr(0, world.text().find("---")),
             "# first\n" + web +
                 "    - Egress\n  egress:\n    - to:\n        - podSelector:\n            "
                 "matchLabels:\n              app: api\n      ports:\n        - protocol: TCP\n"
                 "          port: 80\n");
}

/// The wall stays a wall where it is written behind a line that has no end.
void IsolateKeepsTest::lastPolicyWithoutEndOfLine()
{
    std::string text = serviceText("api", "  ingress:\n    - from:\n        - podSelector:\n"
                                          "            matchLabels:\n              app: web\n") +
                       "---\n" + serviceText("web");
    text.pop_back();
    IntentWorld world(text);
    edit::Isolate intent{"shop", true};
    intent.keepsDrawn = true;
    world.take(world.plan(intent));
    QCOMPARE(verdictOf(world, "web", "api"), std::string("All Connections"));
    for (const kube::ObjectPtr &policy : world.evaluator.policies())
        if (policy->policy()->subject->isEmpty())
            QVERIFY(policy->policy()->egress.empty());
}

/// In the middle of an update a policy may isolate some pods of a workload and not the others: what
/// the wall cuts from the others is kept for them alone.
void IsolateKeepsTest::podsOfOneOwnerDiffer()
{
    const auto pod = [](const std::string &name, const std::string &labels) {
        return ownedPod(name, "api", labels);
    };
    const std::string text =
        workload("web", "app: web") + "---\n" + workload("db", "app: db", "data") +
        pod("api-0", "app: api, track: a") + pod("api-1", "app: api, track: b") + "---\n" +
        policy("b", "track: b", "Ingress, Egress",
               "  egress: [{to: [{namespaceSelector: {}, podSelector: {matchLabels: {app: db}}}], "
               "ports: [{port: 5432}]}]\n") +
        "---\n" + policy("web", "app: web", "Egress", "  egress: [{to: [{podSelector: TO}]}]\n");
    const auto walled = [&](const std::string &to, const char *source, const char *target) {
        std::string named = text;
        named.replace(named.find("TO"), 2, to);
        IntentWorld world(named);
        edit::Isolate intent{"shop", true};
        intent.keepsDrawn = true;
        const auto plan = world.plan(intent);
        std::string told = "not told";
        if (plan)
            for (const edit::PairChange &change : plan->drawnCuts)
                if (change.source == source && change.target == target)
                    told = change.before.text() + " > " + change.after.text();
        world.take(plan);
        return told + ", now " + verdictOf(world, source, target);
    };
    // Its own rule draws the connection for all of its pods, of which one was free to do more.
    QCOMPARE(walled("{matchLabels: {app: api}}", "shop/api[ReplicaSet]", "data/db[Deployment]"),
             std::string("All Connections > TCP 5432, now TCP 5432"));
    // A rule for both would open the pod that is denied it: one for the other alone is written.
    for (const char *both : {"{matchLabels: {app: api}}", "{}"})
        QCOMPARE(walled(both, "shop/web[Deployment]", "shop/api[ReplicaSet]"),
                 std::string("not told, now All Connections"));
    // One for the free pod alone does not.
    QCOMPARE(walled("{matchLabels: {track: a}}", "shop/web[Deployment]", "shop/api[ReplicaSet]"),
             std::string("not told, now All Connections"));
}

/// The policy of the workload is about the restricted pods too: it is not extended.
void IsolateKeepsTest::restrictedPodsOfOneOwnerStayRestricted()
{
    IntentWorld world(
        workload("web", "app: web") + "---\n" + ownedPod("a", "api", "app: api") +
        ownedPod("b", "api", "app: api, track: b") + "---\n" +
        policy("all", "app: api", "Egress", "") + "---\n" +
        policy("b", "track: b, app: api", "Ingress", "") + "---\n" +
        policy("web", "app: web", "Egress", "  egress: [{to: [{podSelector: {}}]}]\n"));
    edit::Isolate intent{"shop", false};
    intent.keepsDrawn = true;
    const auto plan = world.plan(intent);
    QVERIFY(plan.isOk());
    QVERIFY(plan->drawnCuts.empty());
    world.take(plan);
    const EndpointId api = world.evaluator.find(world.end("api").name);
    const auto &variants = world.evaluator.endpoint(api).variants;
    QCOMPARE(variants.size(), std::size_t(2));
    for (const verdict::Variant &pods : variants) {
        const auto from = [&](const char *app) {
            return world.evaluator
                .ingressFromStranger(pods, "shop", world.evaluator.namespaces().at("shop"),
                                     {{"app", app}})
                .text();
        };
        const bool isRestricted = world.evaluator.labelsOf(pods).count("track") > 0;
        QCOMPARE(from("web"), std::string(isRestricted ? "No Connections" : "All Connections"));
        QCOMPARE(from("other"), std::string("No Connections"));
    }
}

void IsolateKeepsTest::cutByBothDirectionsIsToldOnce()
{
    IntentWorld world(ownedPod("web-a", "web", "app: web, track: a") +
                      ownedPod("web-b", "web", "app: web") +
                      ownedPod("api-a", "api", "app: api, track: a") +
                      ownedPod("api-b", "api", "app: api") + "---\n" +
                      policy("web", "app: web, track: a", "Egress",
                             "  egress: [{to: [{podSelector: {matchLabels: {app: api}}}], "
                             "ports: [{port: 80}]}]\n") +
                      "---\n" +
                      policy("api", "app: api, track: a", "Ingress",
                             "  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], "
                             "ports: [{port: 80}]}]\n"));
    const auto plan = world.plan(edit::Isolate{"shop", true});
    QVERIFY(plan.isOk());
    QCOMPARE(plan->drawnCuts.size(), std::size_t(1));
    QCOMPARE(plan->drawnCuts.begin()->target, std::string("shop/api[ReplicaSet]"));
}

void IsolateKeepsTest::randomClusters_data()
{
    QTest::addColumn<int>("first");
    const int last = 240 * test::effort();
    for (int first = 1; first < last; first += 60)
        QTest::addRow("seeds from %d", first) << first;
}

void IsolateKeepsTest::randomClusters()
{
    QFETCH(int, first);
    Tally tally;
    for (int seed = first; seed < first + 60; ++seed) {
        oracle::RandomOptions options;
        options.variedText = seed % 2;
        options.ipv6 = seed % 3 == 0;
        options.refusedParts = seed % 4 == 0;
        options.ownerChains = seed % 5 == 0;
        options.mixedPods = seed % 3 == 1;
        IntentWorld world{kube::Workspace()};
        world.open(oracle::RandomCluster(std::uint64_t(seed), options).files());
        for (const auto &[name, labels] : std::map(world.evaluator.namespaces()))
            for (const bool egress : {false, true}) {
                judge(world, edit::Isolate{name, egress}, tally);
                if (QTest::currentTestFailed()) {
                    qWarning("seed %d, namespace %s, egress %d", seed, name.c_str(), int(egress));
                    return;
                }
            }
    }
    qInfo("%d pairs kept, %d told as not kept, %d cut", tally.kept, tally.lost, tally.cut);
    m_all.kept += tally.kept;
    m_all.lost += tally.lost;
    m_all.cut += tally.cut;
    m_seeds += 60;
}

/// What few seeds come to is chance.
void IsolateKeepsTest::cleanupTestCase()
{
    if (m_seeds < 240)
        return;
    QVERIFY(m_all.kept > m_seeds);
    QVERIFY(m_all.cut > m_seeds);
    QVERIFY(m_all.lost * 4 < m_all.kept);
}

void IsolateKeepsTest::realWorld()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    Tally tally;
    const QString root = test::shared("cases/realworld");
    for (const QString &name : test::folders(root)) {
        const IntentWorld world(test::load(root + '/' + name + "/manifests"));
        for (const auto &[space, labels] : world.evaluator.namespaces())
            for (const bool egress : {false, true}) {
                judge(world, edit::Isolate{space, egress}, tally);
                QVERIFY2(!QTest::currentTestFailed(), qPrintable(name));
            }
    }
    qInfo("%d pairs kept, %d told as not kept, %d cut", tally.kept, tally.lost, tally.cut);
}

QTEST_APPLESS_MAIN(IsolateKeepsTest)
#include "tst_isolate_keeps.moc"
