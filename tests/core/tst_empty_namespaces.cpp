#include "edit/intent.h"
#include "graph/compare.h"
#include "graph/graph.h"
#include "lint/lint.h"
#include "oracle/random_cluster.h"

#include <QTest>

#include <map>
#include <set>
#include <string>

using namespace drawbridge;
using graph::Arrow;
using graph::ArrowState;
using kube::ConnectionSet;

/// A namespace without services, as in a folder of policies alone, stands in arrows for pods that
/// may come: arrows there say what the policies say of such pods.
class EmptyNamespacesTest : public QObject
{
    Q_OBJECT

private slots:
    void portsAreThoseOfTheRules_data();
    void portsAreThoseOfTheRules();
    void aChangeOfPortsIsAChange();
    void podsThatComeChangeNothing();
    void halfOpenIsAFinding();
    void whatARuleNamesIsThere();
    void editsThatNothingCouldCheckAreRefused();
};

namespace {

struct World
{
    explicit World(const std::string &text)
    {
        workspace.add("a.yaml", text);
        evaluator.update(workspace);
        graph = graph::build(workspace, evaluator);
    }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    graph::Graph graph;
};

std::string policy(const std::string &nameSpace, const std::string &name, const std::string &spec)
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           ", namespace: " + nameSpace + "}\nspec: " + spec + "\n---\n";
}

QString wordsOf(const Arrow *arrow)
{
    if (!arrow)
        return QStringLiteral("none");
    const QString state = arrow->state == ArrowState::Allowed      ? QStringLiteral("allowed")
                          : arrow->state == ArrowState::CannotTell ? QStringLiteral("unclear")
                          : arrow->state == ArrowState::HalfOpenAtSource
                              ? QStringLiteral("unsent")
                              : QStringLiteral("refused");
    QString words = state + ' ' + QString::fromStdString(arrow->label);
    if (!arrow->alsoNamed.empty())
        words += " and " + QString::fromStdString(arrow->alsoNamed);
    return words;
}

} // namespace

void EmptyNamespacesTest::portsAreThoseOfTheRules_data()
{
    QTest::addColumn<QString>("policies");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const std::string &policies, const char *source,
                        const char *target, const char *words) {
        QTest::newRow(name) << QString::fromStdString(policies) << source << target << words;
    };
    const std::string dns = policy(
        "shop", "dns",
        "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: {matchLabels: "
        "{kubernetes.io/metadata.name: kube-system}}}], ports: [{protocol: UDP, port: 53}]}]}");
    const auto from = [](const std::string &peer, const std::string &ports) {
        return policy("pay", "in",
                      "{podSelector: {}, ingress: [{from: [" + peer + "], ports: [" + ports +
                          "]}]}");
    };
    const std::string shop = "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "
                             "shop}}}";
    row("to a namespace that is named only", dns, "frame:shop", "frame:kube-system",
        "allowed UDP 53");
    row("between two", from(shop, "{port: 80}"), "frame:shop", "frame:pay", "allowed TCP 80");
    row("the other end may not send it", dns + from(shop, "{port: 80}"), "frame:shop", "frame:pay",
        "unsent TCP 80");
    row("the other end does not take it",
        dns + policy("kube-system", "none", "{podSelector: {}, policyTypes: [Ingress]}"),
        "frame:shop", "frame:kube-system", "refused UDP 53");
    row("several policies of one namespace",
        dns + policy("shop", "more",
                     "{podSelector: {}, policyTypes: [Egress], egress: [{to: [{namespaceSelector: "
                     "{}}], ports: [{port: 443}]}]}"),
        "frame:shop", "frame:kube-system", "allowed TCP 443 · UDP 53");
    row("known by labels only", from("{namespaceSelector: {matchLabels: {team: a}}}", "{port: 81}"),
        "frame:{team=a}", "frame:pay", "allowed TCP 81");
    row("known by an expression",
        from("{namespaceSelector: {matchExpressions: [{key: env, operator: Exists}]}}",
             "{port: 85}"),
        "frame:{env}", "frame:pay", "allowed TCP 85");
    row("pods of namespaces that are known by an expression",
        from("{namespaceSelector: {matchExpressions: [{key: env, operator: In, values: [a, b]}]}, "
             "podSelector: {matchLabels: {app: x}}}",
             "{port: 86}"),
        "{env in (a,b)}/{app=x}", "frame:pay", "allowed TCP 86");
    row("the same for pods that a selector means",
        policy("pay", "in",
               "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{namespaceSelector: "
               "{matchExpressions: [{key: env, operator: Exists}]}, podSelector: {matchLabels: "
               "{app: x}}}], ports: [{port: 87}]}]}"),
        "{env}/{app=x}", "pay/{app=web}", "allowed TCP 87");
    row("addresses", from("{ipBlock: {cidr: 10.0.0.0/8}}", "{port: 443}"), "outside:10.0.0.0/8",
        "frame:pay", "allowed TCP 443");
    row("everybody", policy("pay", "in", "{podSelector: {}, ingress: [{ports: [{port: 8080}]}]}"),
        "outside:everyone", "frame:pay", "allowed TCP 8080");
    row("every pod", from("{namespaceSelector: {}}", "{port: 82}"), "outside:cluster", "frame:pay",
        "allowed TCP 82");
    row("among each other", from("{podSelector: {}}", "{port: 83}"), "frame:pay", "frame:pay",
        "allowed TCP 83");
    row("from the one that is known to others",
        from("{podSelector: {matchLabels: {app: web}}}", "{port: 84}"), "pay/{app=web}",
        "frame:pay", "allowed TCP 84");
    row("a name of a port", from(shop, "{port: http}"), "frame:shop", "frame:pay", "unclear http");
    row("a name and a number", from(shop, "{port: http}, {port: 9}"), "frame:shop", "frame:pay",
        "allowed TCP 9 and http");
    row("a name, for addresses", from("{ipBlock: {cidr: 10.0.0.0/8}}", "{port: http}"),
        "outside:10.0.0.0/8", "frame:pay", "unclear http");
    row("a name, of pods that a selector means, for addresses",
        policy("pay", "in",
               "{podSelector: {matchLabels: {app: web}}, ingress: [{from: [{ipBlock: {cidr: "
               "10.0.0.0/8}}], ports: [{port: http}, {port: 9}]}]}"),
        "outside:10.0.0.0/8", "pay/{app=web}", "allowed TCP 9 and http");
    const std::string admin =
        "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\nmetadata: {name: "
        "no80}\nspec: {priority: 1, subject: {namespaces: {matchLabels: "
        "{kubernetes.io/metadata.name: pay}}}, ingress: [{action: Deny, from: [{namespaces: {}}], "
        "ports: [{portNumber: {protocol: TCP, port: 80}}]}]}\n---\n";
    row("a cluster-wide policy denies a part", from(shop, "{port: 80}, {port: 81}") + admin,
        "frame:shop", "frame:pay", "allowed TCP 81");
}

void EmptyNamespacesTest::portsAreThoseOfTheRules()
{
    QFETCH(QString, policies);
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(QString, words);
    const World world(policies.toStdString());
    QCOMPARE(wordsOf(world.graph.arrow((source + '\n' + target).toStdString())), words);
}

/// It was none as long as such arrows said "all ports".
void EmptyNamespacesTest::aChangeOfPortsIsAChange()
{
    const auto text = [](const char *port) {
        return policy("pay", "in",
                      std::string("{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: "
                                  "10.0.0.0/8}}], ports: [{port: ") +
                          port + "}]}]}");
    };
    const World before(text("80"));
    const World after(text("81"));
    const graph::Changes changes =
        graph::compare({before.evaluator, before.graph}, {after.evaluator, after.graph});
    QCOMPARE(changes.connections.size(), std::size_t(1));
    QCOMPARE(changes.connections[0].before.label, std::string("TCP 80"));
    QCOMPARE(changes.connections[0].after.label, std::string("TCP 81"));
}

/// Two pods without labels in each namespace that has none are judged as those who may come.
void EmptyNamespacesTest::podsThatComeChangeNothing()
{
    int compared = 0;
    int narrow = 0;
    for (unsigned seed = 1; seed <= 400; ++seed) {
        oracle::RandomOptions options;
        options.maxNamespaces = 5;
        options.maxWorkloads = seed % 3 == 0 ? 5 : 1;
        options.maxPolicies = 9;
        options.podAddresses = false;
        options.adminPolicies = seed % 2 == 0;
        std::string text = oracle::RandomCluster(seed, options).text();
        const World empty(text);
        std::set<std::string> filled;
        for (const graph::Frame &frame : empty.graph.frames)
            if (frame.services == 0 && !frame.isOpenEnded)
                for (const char *name : {"first", "second"}) {
                    filled.insert(frame.key);
                    text +=
                        "\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + std::string(name) +
                        ", namespace: " + frame.title +
                        "}\nspec: {containers: [{name: a, image: b}]}\n";
                }
        const World full(text);
        for (const Arrow &arrow : empty.graph.arrows) {
            if (!filled.contains(arrow.source) && !filled.contains(arrow.target))
                continue;
            const Arrow *same = full.graph.arrow(arrow.key);
            if (arrow.state == ArrowState::CannotTell || !arrow.alsoNamed.empty())
                continue; // the pods that came have no ports with names
            const std::string at = "seed " + std::to_string(seed) + ", " + arrow.key;
            QVERIFY2(same, at.c_str());
            QVERIFY2(same->state == arrow.state && same->ports == arrow.ports &&
                         same->onlyAtSource == arrow.onlyAtSource &&
                         same->onlyAtTarget == arrow.onlyAtTarget,
                     (at + ": " + arrow.label + ", " + same->label).c_str());
            ++compared;
            narrow += !arrow.ports.isAll();
        }
        // Pods make a namespace that only rules name one that cluster-wide policies may mean.
        const auto isNew = [&](const graph::Key &end) {
            return filled.contains(end) &&
                   empty.evaluator.namespaces().contains(graph::namespaceOfFrame(end));
        };
        for (const Arrow &arrow : full.graph.arrows)
            QVERIFY2(empty.graph.arrow(arrow.key) || !(isNew(arrow.source) && isNew(arrow.target)),
                     ("seed " + std::to_string(seed) + ", " + arrow.key).c_str());
    }
    qInfo("%d arrows at namespaces without services, %d not of all ports", compared, narrow);
    QVERIFY(compared > 300 && narrow > 100);
}

/// Each side's rule that the other cuts off; not what both sides allow.
void EmptyNamespacesTest::halfOpenIsAFinding()
{
    const auto rule = [](const char *peers, const char *nameSpace, const char *port) {
        return std::string("{") + peers +
               ": [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: " + nameSpace +
               "}}}], ports: [{port: " + port + "}]}";
    };
    const World world(policy("shop", "out",
                             "{podSelector: {}, policyTypes: [Egress], egress: [" +
                                 rule("to", "pay", "80") + ", " + rule("to", "stock", "81") +
                                 "]}") +
                      policy("pay", "in",
                             "{podSelector: {}, ingress: [" + rule("from", "shop", "80") + ", " +
                                 rule("from", "stock", "82") + "]}") +
                      policy("stock", "none", "{podSelector: {}, policyTypes: [Ingress, Egress]}"));
    QStringList told;
    for (const Diagnostic &finding : lint::lint(world.workspace, world.evaluator))
        if (finding.code == Code::LintHalfOpen)
            told += QString::fromStdString(finding.arguments[0] + " > " + finding.arguments[1] +
                                           ' ' + finding.arguments[2]);
    told.sort();
    QCOMPARE(told, QStringList({"shop/[all pods] > stock/[all pods] TCP 81",
                                "stock/[all pods] > pay/[all pods] TCP 82"}));
}

/// A selector of pods, of a subject or of a peer, means some: those that it picks, or pods like it.
void EmptyNamespacesTest::whatARuleNamesIsThere()
{
    int selectors = 0;
    for (unsigned seed = 1; seed <= 600; ++seed) {
        oracle::RandomOptions options;
        options.maxWorkloads = seed % 2 == 0 ? 1 : 4;
        options.maxPolicies = 9;
        options.adminPolicies = seed % 3 == 0;
        const World world(oracle::RandomCluster(seed, options).text());
        const auto isThere = [&](const kube::Peer &peer, const std::string &nameSpace) {
            ++selectors;
            return !world.evaluator.selected(peer, nameSpace).empty();
        };
        for (const kube::ObjectPtr &object : world.evaluator.policies()) {
            const std::string nameSpace = world.workspace.namespaceOf(*object);
            const kube::NetworkPolicy &policy = *object->policy();
            const std::string at = "seed " + std::to_string(seed) + ", " + object->meta.name;
            if (policy.subject && !policy.subject->isEmpty())
                QVERIFY2(isThere({policy.subject, {}, {}, {}}, nameSpace), at.c_str());
            for (const kube::Direction direction : kube::kDirections)
                for (const kube::Rule &rule : policy.rules(direction))
                    for (const kube::Peer &peer : rule.peers)
                        if (policy.isolates(direction) && peer.pods && !peer.pods->isEmpty())
                            QVERIFY2(isThere(peer, nameSpace), at.c_str());
        }
    }
    QVERIFY(selectors > 2000);
}

/// "May not connect anyway" would be untrue, and "gives not what was asked" no help.
void EmptyNamespacesTest::editsThatNothingCouldCheckAreRefused()
{
    using edit::End;
    const World world(
        policy("pay", "in",
               "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: "
               "{kubernetes.io/metadata.name: shop}}}, {podSelector: {matchLabels: {app: one}}}], "
               "ports: [{port: 80}]}]}") +
        policy("shop", "out", "{podSelector: {}, policyTypes: [Ingress]}"));
    const End shop{End::Kind::Namespace, "shop", {}};
    const End pay{End::Kind::Namespace, "pay", {}};
    const End one{End::Kind::Endpoint, "pay/{app=one}", {}};
    const End internet{End::Kind::Internet, {}, {}};
    const std::vector<edit::PortSpan> ports{{kube::Protocol::Tcp, 80, 80, {}}};
    for (const auto &[source, target] :
         {std::pair(shop, pay), std::pair(one, pay), std::pair(internet, shop)})
        for (const edit::Intent &intent : {edit::Intent(edit::Allow{source, target, ports}),
                                           edit::Intent(edit::Revoke{source, target, ports}),
                                           edit::Intent(edit::SetPorts{source, target, ports})}) {
            const auto plan = edit::rewrite(world.workspace, world.evaluator, intent);
            QVERIFY(!plan);
            QCOMPARE(plan.failure().code, Code::NoServicesBetween);
        }
}

QTEST_APPLESS_MAIN(EmptyNamespacesTest)
#include "tst_empty_namespaces.moc"
