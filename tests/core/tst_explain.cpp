#include "edit/intent.h"
#include "oracle/random_cluster.h"
#include "verdict/explain.h"

#include <QTest>

using namespace drawbridge;
using Kind = verdict::Obstacle::Kind;
using Verdict = verdict::Explanation::Verdict;

/// Why a connection is allowed or not, and which rule nearly admits it.
class ExplainTest : public QObject
{
    Q_OBJECT

private slots:
    void allowedWithoutMisses();
    void toItself();
    void obstacles_data();
    void obstacles();
    void bothHalvesAllowOtherPorts();
    void theHalfThatIsMissing();
    void podsOfOneOwner();
    void othersAreNoMiss();
    void doubts_data();
    void doubts();
    void aDoubtIsNoMiss();
    void unreadableSubjects_data();
    void unreadableSubjects();
    void twins_data();
    void twins();
    void clusterPolicies_data();
    void clusterPolicies();
    void randomClusters();
};

namespace {

struct World
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;

    explicit World(const std::string &text)
    {
        workspace.add("a.yaml", text);
        evaluator.update(workspace);
    }

    verdict::Party party(const std::string &name) const
    {
        if (const auto address = kube::parseAddress(name))
            return verdict::Party::of(*address);
        return verdict::Party::of(evaluator.find(edit::parseEnd(evaluator, name)->name));
    }
    verdict::Explanation explain(const std::string &source, const std::string &target,
                                 const kube::ConnectionSet &ports = {}) const
    {
        return verdict::explain(evaluator, party(source), party(target), ports);
    }
};

const char *const kPods = R"(
{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: red}}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: {team: blue}}}
---
{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: shop, labels: {app: db, tier: data}}
spec: {containers: [{name: c, image: "c:1", ports: [{name: sql, containerPort: 5432}]}]}
---
{apiVersion: v1, kind: Pod, metadata: {name: probe, namespace: ops, labels: {app: probe}}}
)";

std::string policy(const std::string &subject, const std::string &ingress)
{
    return std::string(kPods) +
           "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
           "metadata: {name: wall, namespace: shop}\n"
           "spec: {podSelector: {}, policyTypes: [Ingress]}\n"
           "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
           "metadata: {name: p, namespace: shop}\nspec: {podSelector: {matchLabels: " +
           subject + "}, policyTypes: [Ingress], ingress: [" + ingress + "]}\n";
}

kube::ConnectionSet tcp(std::uint32_t port)
{
    return kube::ConnectionSet::of(kube::Protocol::Tcp, port, port);
}

} // namespace

void ExplainTest::allowedWithoutMisses()
{
    const World world(policy(
        "{app: db}", "{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}"));
    const verdict::Explanation answer = world.explain("shop/web", "shop/db", tcp(5432));
    QCOMPARE(answer.verdict, Verdict::Allowed);
    QVERIFY(answer.halves[0].misses.empty() && answer.halves[1].misses.empty());
    QVERIFY(answer.halves[0].isolating.empty());
    QCOMPARE(answer.halves[1].isolating.size(), std::size_t(2));
    QCOMPARE(answer.halves[1].rules.size(), std::size_t(1));
    QCOMPARE(answer.halves[1].rules.front().policy->meta.name, std::string("p"));
    // Only a part of what is asked is allowed: that is not what was asked.
    QCOMPARE(world
                 .explain("shop/web", "shop/db",
                          kube::ConnectionSet::of(kube::Protocol::Tcp, 5432, 5433))
                 .verdict,
             Verdict::NotAllowed);
}

void ExplainTest::toItself()
{
    const World world(policy("{app: db}", ""));
    const verdict::Explanation answer = world.explain("shop/db", "shop/db", tcp(1));
    QVERIFY(answer.isSelf && answer.verdict == Verdict::Allowed);
}

void ExplainTest::obstacles_data()
{
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QList<int>>("kinds");
    QTest::addColumn<QString>("told"); ///< value, text or ports of the first
    const QString db = "{app: db}";
    const auto kinds = [](std::initializer_list<Kind> all) {
        QList<int> list;
        for (Kind kind : all)
            list += int(kind);
        return list;
    };
    QTest::newRow("another port")
        << db << "{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}"
        << "shop/web" << kinds({Kind::Ports}) << "TCP 80";
    QTest::newRow("another name of a port")
        << db << "{from: [{podSelector: {}}], ports: [{port: http}]}"
        << "shop/web" << kinds({Kind::Ports}) << "No Connections";
    QTest::newRow("another protocol") << db << "{ports: [{port: 5432, protocol: UDP}]}"
                                      << "shop/web" << kinds({Kind::Ports}) << "UDP 5432";
    QTest::newRow("a slip in the subject") << "{app: dbs}"
                                           << "{ports: [{port: 5432}]}"
                                           << "shop/web" << kinds({Kind::SubjectLabel}) << "db";
    QTest::newRow("a label that the subject lacks")
        << "{role: primary}"
        << "{ports: [{port: 5432}]}"
        << "shop/web" << kinds({Kind::SubjectLabel}) << "";
    QTest::newRow("another peer") << db << "{from: [{podSelector: {matchLabels: {app: db}}}]}"
                                  << "shop/web" << kinds({Kind::PeerLabel}) << "web";
    QTest::newRow("an expression that excludes")
        << db
        << "{from: [{podSelector: {matchExpressions: [{key: app, operator: NotIn, values: "
           "[web]}]}}]}"
        << "shop/web" << kinds({Kind::PeerLabel}) << "web";
    QTest::newRow("a peer selector is local")
        << db << "{from: [{podSelector: {matchLabels: {app: probe}}}]}"
        << "ops/probe" << kinds({Kind::OtherNamespace}) << "shop";
    QTest::newRow("another namespace")
        << db << "{from: [{namespaceSelector: {matchLabels: {team: rec}}}]}"
        << "ops/probe" << kinds({Kind::NamespaceLabel}) << "blue";
    QTest::newRow("pods, asked from outside") << db << "{from: [{namespaceSelector: {}}]}"
                                              << "9.9.9.9" << kinds({Kind::PodsOnly}) << "";
    QTest::newRow("addresses, asked from a pod")
        << db << "{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}"
        << "shop/web" << kinds({Kind::AddressesOnly}) << "0.0.0.0/0";
    QTest::newRow("outside the block")
        << db << "{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}"
        << "9.9.9.9" << kinds({Kind::AddressOutside}) << "10.0.0.0/8";
    QTest::newRow("excepted") << db << "{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [9.0.0.0/8]}}]}"
                              << "9.9.9.9" << kinds({Kind::AddressExcepted}) << "9.0.0.0/8";
    QTest::newRow("peer and port")
        << db << "{from: [{podSelector: {matchLabels: {app: wep}}}], ports: [{port: 80}]}"
        << "shop/web" << kinds({Kind::PeerLabel, Kind::Ports}) << "web";
}

void ExplainTest::obstacles()
{
    QFETCH(QString, subject);
    QFETCH(QString, rule);
    QFETCH(QString, source);
    QFETCH(QList<int>, kinds);
    QFETCH(QString, told);
    const World world(policy(subject.toStdString(), rule.toStdString()));
    const verdict::Explanation answer = world.explain(source.toStdString(), "shop/db", tcp(5432));
    QCOMPARE(answer.verdict, Verdict::NotAllowed);
    QVERIFY(answer.halves[0].misses.empty());
    QCOMPARE(answer.halves[1].misses.size(), std::size_t(1));
    const verdict::NearMiss &miss = answer.halves[1].misses.front();
    QCOMPARE(miss.policy->meta.name, std::string("p"));
    QList<int> seen;
    for (const verdict::Obstacle &obstacle : miss.obstacles)
        seen += int(obstacle.kind);
    QCOMPARE(seen, kinds);
    const verdict::Obstacle &first = miss.obstacles.front();
    const std::string text = first.kind == Kind::Ports ? first.ports.text()
                             : first.text.empty()      ? first.value.value_or("")
                                                       : first.text;
    QCOMPARE(QString::fromStdString(text), told);
}

void ExplainTest::bothHalvesAllowOtherPorts()
{
    const World world(policy("{app: db}", "{ports: [{port: 443}]}") +
                      "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                      "metadata: {name: out, namespace: shop}\n"
                      "spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], "
                      "egress: [{ports: [{port: 80}]}]}\n");
    const verdict::Explanation answer = world.explain("shop/web", "shop/db");
    QCOMPARE(answer.verdict, Verdict::NotAllowed);
    QCOMPARE(answer.halves[0].admitted.text(), std::string("TCP 80"));
    QCOMPARE(answer.halves[1].admitted.text(), std::string("TCP 443"));
    // Each half is told what it lacks of what the other admits.
    QCOMPARE(answer.halves[0].misses.front().obstacles.front().ports.text(), std::string("TCP 80"));
    QCOMPARE(answer.halves[1].misses.front().obstacles.front().ports.text(),
             std::string("TCP 443"));
}

void ExplainTest::theHalfThatIsMissing()
{
    const World world(policy("{app: db}", "{ports: [{port: 5432}]}") +
                      "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                      "metadata: {name: out, namespace: shop}\n"
                      "spec: {podSelector: {}, policyTypes: [Egress]}\n");
    const verdict::Explanation answer = world.explain("shop/web", "shop/db");
    QCOMPARE(answer.verdict, Verdict::NotAllowed);
    QVERIFY(answer.halves[0].admitted.isEmpty());
    QVERIFY(answer.halves[0].misses.empty());
    QCOMPARE(answer.halves[0].isolating.front()->meta.name, std::string("out"));
    QCOMPARE(answer.halves[1].admitted, tcp(5432));
}

/// Of several pods of one owner the nearest is told of, and a name is all that they call so.
void ExplainTest::podsOfOneOwner()
{
    const auto pod = [](const std::string &name, const std::string &labels, int port) {
        return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name +
               ", namespace: shop, labels: {" + labels +
               "}, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: api, "
               "controller: true}]}\nspec: {containers: [{name: c, image: i, ports: [{name: http, "
               "containerPort: " +
               std::to_string(port) + "}]}]}\n";
    };
    const std::string pods = pod("a", "app: api", 8080) + pod("b", "app: api, track: b", 9090);
    const World named(policy("{app: api}", "{ports: [{port: http}]}") + pods);
    QCOMPARE(named.explain("shop/web", "shop/api").allowed.text(), std::string("TCP 8080,9090"));
    QCOMPARE(named.explain("shop/web", "shop/api", tcp(9090)).verdict, Verdict::Allowed);
    const verdict::Explanation other = named.explain("shop/web", "shop/api", tcp(80));
    QCOMPARE(other.verdict, Verdict::NotAllowed);
    QCOMPARE(other.halves[1].misses.front().obstacles.front().ports.text(),
             std::string("TCP 8080,9090"));

    const World labelled(policy("{track: b}", "{ports: [{port: 80}]}") + pods);
    const verdict::Explanation ports = labelled.explain("shop/web", "shop/api", tcp(8080));
    QCOMPARE(ports.halves[1].misses.size(), std::size_t(1));
    const auto &obstacles = ports.halves[1].misses.front().obstacles;
    QCOMPARE(obstacles.size(), std::size_t(1)); // b has the label
    QCOMPARE(obstacles.front().kind, Kind::Ports);
}

/// A policy that picks other pods on purpose says nothing about these.
void ExplainTest::othersAreNoMiss()
{
    const World world(policy("{app: web}", "{}"));
    const verdict::Explanation answer = world.explain("ops/probe", "shop/db", tcp(80));
    QCOMPARE(answer.verdict, Verdict::NotAllowed);
    QVERIFY(answer.halves[1].misses.empty());
}

void ExplainTest::doubts_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("doubt"); ///< text of the first; empty: none
    const QString byTeam = "{from: [{namespaceSelector: {matchLabels: {team: red}}}]}";
    QTest::newRow("the labels of a namespace") << byTeam << "lab/unit"
                                               << "shop/db"
                                               << "lab";
    QTest::newRow("labels that are stated") << byTeam << "ops/probe"
                                            << "shop/db"
                                            << "";
    QTest::newRow("another rule says yes anyway") << byTeam + ", {ports: [{port: 5432}]}"
                                                  << "lab/unit"
                                                  << "shop/db"
                                                  << "";
    QTest::newRow("the pods differ anyway")
        << "{from: [{namespaceSelector: {matchLabels: {team: red}}, podSelector: {matchLabels: "
           "{app: x}}}]}"
        << "lab/unit"
        << "shop/db"
        << "";
    QTest::newRow("other ports anyway")
        << "{from: [{namespaceSelector: {matchLabels: {team: red}}}], ports: [{port: 80}]}"
        << "lab/unit"
        << "shop/db"
        << "";
    QTest::newRow("by name") << "{from: [{namespaceSelector: {matchLabels: "
                                "{kubernetes.io/metadata.name: lab}}}]}"
                             << "lab/unit"
                             << "shop/db"
                             << "";
    QTest::newRow("a pod in the host network") << "{from: [{namespaceSelector: {}}]}"
                                               << "ops/node"
                                               << "shop/db"
                                               << "-";
    QTest::newRow("a pod in the host network, and everybody may") << "{}"
                                                                  << "ops/node"
                                                                  << "shop/db"
                                                                  << "";
}

void ExplainTest::doubts()
{
    QFETCH(QString, rule);
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(QString, doubt);
    const World world(policy("{app: db}", rule.toStdString()) +
                      "---\n{apiVersion: v1, kind: Pod, metadata: {name: unit, namespace: lab, "
                      "labels: {app: unit}}}\n"
                      "---\n{apiVersion: v1, kind: Pod, metadata: {name: node, namespace: ops}, "
                      "spec: {hostNetwork: true}}\n");
    const verdict::Explanation answer =
        world.explain(source.toStdString(), target.toStdString(), tcp(5432));
    QCOMPARE(answer.verdict == Verdict::CannotTell, !doubt.isEmpty());
    QCOMPARE(answer.doubts.empty(), doubt.isEmpty());
    if (!doubt.isEmpty() && doubt != "-")
        QCOMPARE(QString::fromStdString(answer.doubts.front().text), doubt);
}

/// Where pods are taken by their addresses, a block may mean a pod: it is not told that it cannot.
void ExplainTest::aDoubtIsNoMiss()
{
    for (const char *block : {"10.0.0.0/8", "203.0.113.0/24"}) {
        World world(policy("{app: db}", std::string("{from: [{ipBlock: {cidr: ") + block + "}}]}"));
        world.evaluator.setProfile(*verdict::PluginProfile::parse("calico"));
        world.evaluator.update(world.workspace);
        const auto answer = world.explain("shop/web", "shop/db", tcp(5432));
        QCOMPARE(answer.doubts.size(), std::size_t(block[0] == '1' ? 1 : 0));
        QVERIFY(answer.halves[1].misses.empty());
    }
}

void ExplainTest::unreadableSubjects_data()
{
    QTest::addColumn<QString>("policies"); ///< besides the broken one
    QTest::addColumn<QString>("target");
    QTest::addColumn<Verdict>("verdict");
    const QString guard = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: "
                          "{name: guard, namespace: shop}\nspec: {podSelector: {}, policyTypes: "
                          "[Ingress], ingress: [%1]}\n";
    QTest::newRow("alone") << ""
                           << "shop/db" << Verdict::CannotTell;
    QTest::newRow("in another namespace") << ""
                                          << "ops/probe" << Verdict::Allowed;
    QTest::newRow("another policy admits it") << guard.arg("{}") << "shop/db" << Verdict::Allowed;
    QTest::newRow("another policy isolates it, the rule would admit")
        << guard.arg("") << "shop/db" << Verdict::CannotTell;
    QTest::newRow("another policy isolates it, no rule would admit")
        << guard.arg("{ports: [{port: 81}]}") + ""
        << "shop/db" << Verdict::CannotTell;
}

/// Whom such a policy is for nobody knows; the API server would not even take it.
void ExplainTest::unreadableSubjects()
{
    QFETCH(QString, policies);
    QFETCH(QString, target);
    QFETCH(Verdict, verdict);
    const World world(
        std::string(kPods) +
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: "
        "p, namespace: shop}\nspec: {podSelector: web, policyTypes: [Ingress], "
        "ingress: [{ports: [{port: 80}]}]}\n" +
        policies.toStdString());
    const verdict::Explanation answer = world.explain("shop/web", target.toStdString(), tcp(80));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    if (verdict == Verdict::CannotTell)
        QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::UnreadableSubject);
    // A port that its rule does not admit either.
    if (policies.contains("[]"))
        QCOMPARE(world.explain("shop/web", "shop/db", tcp(82)).verdict, Verdict::NotAllowed);
}

void ExplainTest::twins_data()
{
    QTest::addColumn<QString>("twin"); ///< comes before the one that counts
    QTest::addColumn<Verdict>("verdict");
    const QString policy = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: "
                           "{name: p, namespace: shop}\nspec: {podSelector: {matchLabels: {app: "
                           "db}}, policyTypes: [Ingress], ingress: [%1]}\n";
    const QString byTeam = "{from: [{namespaceSelector: {matchLabels: {team: red}}}]}";
    QTest::newRow("none") << "" << Verdict::Allowed;
    QTest::newRow("an equal copy") << policy.arg(byTeam) << Verdict::Allowed;
    QTest::newRow("another policy of that name") << policy.arg("") << Verdict::CannotTell;
    QTest::newRow("it admits the same") << policy.arg("{}") << Verdict::Allowed;
    QTest::newRow("a namespace with other labels")
        << "---\n{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {team: green}}}\n"
        << Verdict::CannotTell;
    QTest::newRow("a namespace that is not asked about")
        << "---\n{apiVersion: v1, kind: Namespace, metadata: {name: ops, labels: {team: red}}}\n"
        << Verdict::Allowed;
    QTest::newRow("a pod with other labels")
        << "---\n{apiVersion: v1, kind: Pod, metadata: {name: db, namespace: shop, labels: {app: "
           "other}}}\n"
        << Verdict::CannotTell;
    QTest::newRow("another pod with other labels")
        << "---\n{apiVersion: v1, kind: Pod, metadata: {name: probe, namespace: ops, labels: {app: "
           "other}}}\n"
        << Verdict::Allowed;
}

/// The last of one name counts; where the other says otherwise nobody can tell.
void ExplainTest::twins()
{
    QFETCH(QString, twin);
    QFETCH(Verdict, verdict);
    const World world(twin.toStdString() + "---" +
                      policy("{app: db}", "{from: [{namespaceSelector: {matchLabels: {team: "
                                          "red}}}]}"));
    const auto web = world.party("shop/web");
    const auto db = world.party("shop/db");
    const verdict::Explanation answer =
        verdict::explain(world.workspace, world.evaluator, web, db, tcp(5432));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    if (verdict == Verdict::CannotTell)
        QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::Twin);
    QCOMPARE(world.explain("shop/web", "shop/db", tcp(5432)).verdict, Verdict::Allowed);
}

void ExplainTest::clusterPolicies_data()
{
    QTest::addColumn<QString>("admin"); ///< subject and ingress of an AdminNetworkPolicy
    QTest::addColumn<QString>("rule");  ///< of the NetworkPolicy
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("misses");
    const QString all = "subject: {namespaces: {}}, ingress: ";
    const QString deny = all + "[{action: Deny, from: [{namespaces: {}}]}]";
    const QString byTeam = "{from: [{namespaceSelector: {matchLabels: {team: red}}}]}";
    const auto row = [](const char *name, const QString &admin, const QString &rule,
                        Verdict verdict, int misses) {
        QTest::newRow(name) << admin << rule << int(verdict) << misses;
    };
    row("denied above what is not known", deny, byTeam, Verdict::NotAllowed, 0);
    row("allowed above what is not known", all + "[{action: Allow, from: [{namespaces: {}}]}]",
        byTeam, Verdict::Allowed, 0);
    row("no near miss below a denial", deny,
        "{from: [{namespaceSelector: {}, podSelector: {matchLabels: {app: unix}}}]}",
        Verdict::NotAllowed, 0);
    row("a subject by labels that nobody states",
        "subject: {namespaces: {matchLabels: {tenant: a}}}, ingress: "
        "[{action: Deny, from: [{namespaces: {}}]}]",
        "{}", Verdict::Allowed, 0); // shop is declared: its labels are known
    row("a peer by labels that nobody states",
        all + "[{action: Deny, from: [{namespaces: {matchLabels: {trust: low}}}]}]", "{}",
        Verdict::CannotTell, 0);
    row("passed on by labels that nobody states, and denied anyway",
        all + "[{action: Pass, from: [{namespaces: {matchLabels: {trust: low}}}]}]",
        "{ports: [{port: 80}]}", Verdict::NotAllowed, 1);
    row("decided before that",
        all + "[{action: Allow, from: [{namespaces: {}}]}, {action: Deny, "
              "from: [{namespaces: {matchLabels: {trust: low}}}]}]",
        "{}", Verdict::Allowed, 0);
}

void ExplainTest::clusterPolicies()
{
    QFETCH(QString, admin);
    QFETCH(QString, rule);
    QFETCH(int, verdict);
    QFETCH(int, misses);
    const World world(
        policy("{app: db}", rule.toStdString()) +
        "---\n{apiVersion: v1, kind: Pod, metadata: {name: unit, namespace: lab, labels: {app: "
        "unit}}}\n---\n{apiVersion: policy.networking.k8s.io/v1alpha1, kind: "
        "AdminNetworkPolicy, metadata: {name: a}, spec: {priority: 1, " +
        admin.toStdString() + "}}\n");
    QCOMPARE(world.workspace.diagnostics().size(), std::size_t(0));
    const verdict::Explanation answer = world.explain("lab/unit", "shop/db", tcp(5432));
    QCOMPARE(int(answer.verdict), verdict);
    QCOMPARE(answer.doubts.empty(), answer.verdict != Verdict::CannotTell);
    QCOMPARE(int(answer.halves[1].misses.size()), misses);
}

/// In any cluster: what is said agrees with the verdict, and every obstacle is one.
void ExplainTest::randomClusters()
{
    int denied = 0;
    int missed = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        World world(oracle::RandomCluster(seed).text());
        const verdict::Evaluator &evaluator = world.evaluator;
        const auto count = std::uint32_t(evaluator.endpoints().size());
        for (std::uint32_t i = 0; i < count; ++i)
            for (std::uint32_t j = 0; j < count; ++j) {
                const auto source = verdict::Party::of(verdict::EndpointId{i});
                const auto target = verdict::Party::of(verdict::EndpointId{j});
                const verdict::Explanation answer =
                    verdict::explain(evaluator, source, target, tcp(80), 100);
                const bool isAllowed =
                    evaluator.allowed(source, target).contains(kube::Protocol::Tcp, 80);
                QCOMPARE(answer.verdict == Verdict::CannotTell, !answer.doubts.empty());
                if (answer.doubts.empty())
                    QCOMPARE(answer.verdict == Verdict::Allowed, isAllowed);
                denied += isAllowed ? 0 : 1;
                for (const verdict::HalfAnswer &half : answer.halves) {
                    const auto uses = evaluator.rules(half.direction, source, target);
                    for (const verdict::NearMiss &miss : half.misses) {
                        ++missed;
                        QVERIFY(!isAllowed);
                        QVERIFY(!miss.obstacles.empty());
                        for (const verdict::RuleUse &use : uses)
                            QVERIFY(use.policy != miss.policy || use.rule != miss.rule ||
                                    !use.ports.contains(kube::Protocol::Tcp, 80));
                        for (const verdict::Obstacle &obstacle : miss.obstacles)
                            if (!obstacle.wanted.key.empty() && obstacle.value)
                                QVERIFY(!obstacle.wanted.matches(
                                    {{obstacle.wanted.key, *obstacle.value}}));
                    }
                }
            }
    }
    QVERIFY(denied > 100 && missed > 100);
}

QTEST_GUILESS_MAIN(ExplainTest)
#include "tst_explain.moc"
