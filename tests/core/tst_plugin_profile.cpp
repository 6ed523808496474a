#include "edit/intent.h"
#include "graph/standard.h"
#include "lint/facts.h"
#include "lint/lint.h"
#include "report/list.h"
#include "verdict/explain.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;
using kube::ConnectionSet;
using kube::Direction;
using verdict::Explanation;
using verdict::Party;
using verdict::PluginProfile;

/// The same text judged as different network plugins enforce it.
class PluginProfileTest : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void verdicts_data();
    void verdicts();
    void findings_data();
    void findings();
    void factsBesideVerdicts();
    void profilesCanBeChanged();
    void arrowsUnlikeTheStandard();
    void editsStaySafe();
    void editsNeedEnforcement();
};

namespace {

const std::string kPod = "---\nkind: Pod\napiVersion: v1\nmetadata: {name: ";
const std::string kWeb = kPod + "web, namespace: x, labels: {app: web}}\n";
const std::string kWebAt = kWeb + "status: {podIP: 10.0.0.1}\n";
const std::string kDb = kPod + "db, namespace: x, labels: {app: db}}\n"
                               "spec: {containers: [{name: c, ports: [{name: http, "
                               "containerPort: 8080}]}]}\n";
const std::string kService = "---\nkind: Service\napiVersion: v1\nmetadata: {name: db, namespace: "
                             "x}\nspec: {selector: {app: db}, ports: [{name: http, port: 8080}]}\n";

std::string policy(const std::string &ingress)
{
    return "---\nkind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: p, "
           "namespace: x}\nspec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], "
           "ingress: [" +
           ingress + "]}\n";
}

std::string clusterPolicy(const std::string &kind, const std::string &rest)
{
    const bool isNew = kind == "ClusterNetworkPolicy";
    return "---\napiVersion: policy.networking.k8s.io/" +
           std::string(isNew ? "v1alpha2" : "v1alpha1") + "\nkind: " + kind +
           "\nmetadata: {name: " + (kind[0] == 'B' ? "default" : "c") +
           "}\nspec: {subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: "
           "{}}]}]" +
           rest + "}\n";
}

const std::string kNamed = policy("{ports: [{port: http}]}");
const std::string kRange = policy("{ports: [{port: 8000, endPort: 8010}]}");
const std::string kPrivate = policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}");
const std::string kEverywhere = policy("{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}");
const std::string kSctp = policy("{ports: [{port: 99, protocol: SCTP}]}");
const std::string kAdmin = clusterPolicy("AdminNetworkPolicy", ", priority: 5");
const std::string kBaseline = clusterPolicy("BaselineAdminNetworkPolicy", "");
const std::string kNew = clusterPolicy("ClusterNetworkPolicy", ", tier: Admin, priority: 5");
const QString kAll = QStringLiteral("All Connections");
const QString kNothing = QStringLiteral("No Connections");

PluginProfile profile(const std::string &name)
{
    return PluginProfile::parse(name).value();
}

struct World
{
    World(const std::string &text, const PluginProfile &judgedAs)
    {
        file = workspace.add("a.yaml", text);
        evaluator.setProfile(judgedAs);
        evaluator.update(workspace);
    }
    Party party(const char *name) const
    {
        return Party::of(evaluator.find("x/" + std::string(name) + "[Pod]"));
    }
    ConnectionSet allowed() const { return evaluator.allowed(party("web"), party("db")); }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    FileId file;
};

std::string ports(int first, int last)
{
    std::string text;
    for (int port = first; port <= last; ++port)
        text += (text.empty() ? "{port: " : ", {port: ") + std::to_string(port) + '}';
    return text;
}

std::string listOf(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    return report::listText(report::list(workspace, evaluator));
}

} // namespace

void PluginProfileTest::names_data()
{
    QTest::addColumn<bool>("isKnown");
    for (verdict::Plugin plugin : verdict::plugins())
        QTest::newRow(verdict::nameOf(plugin)) << true;
    for (const char *good : {"cilium@1.15", "cilium@v1.16.3", "cilium@1.17.0-rc.1", "aws@1.14+x"})
        QTest::newRow(good) << true;
    for (const char *bad :
         {"", "weave", "Cilium", "cilium@", "cilium@1", "cilium@x", "cilium@1.", "cilium@1.15x",
          "cilium@1.15 ", "@1.15", "cilium@-1.15", "cilium@1.99999999999999999999"})
        QTest::newRow(*bad ? bad : "empty") << false;
}

void PluginProfileTest::names()
{
    QFETCH(bool, isKnown);
    const std::string text =
        QTest::currentDataTag() == QByteArray("empty") ? "" : QTest::currentDataTag();
    const auto parsed = PluginProfile::parse(text);
    QCOMPARE(parsed.has_value(), isKnown);
    if (parsed)
        QCOMPARE(parsed->text(), text);
}

void PluginProfileTest::verdicts_data()
{
    using Verdict = Explanation::Verdict;
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("allowed");
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("port");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const std::string &text, const QString &allowed, int port,
                        Verdict verdict, kube::Protocol protocol = kube::Protocol::Tcp) {
        QTest::addRow("%s", name) << kWeb + kDb + text << allowed << int(protocol) << port
                                  << verdict;
    };
    const auto withAddress = [](const char *name, const std::string &text, const QString &allowed,
                                Verdict verdict) {
        QTest::addRow("%s", name) << kWebAt + kDb + text << allowed << int(kube::Protocol::Tcp)
                                  << 80 << verdict;
    };
    const auto yes = Verdict::Allowed;
    const auto no = Verdict::NotAllowed;
    const auto unclear = Verdict::CannotTell;
    const QString http = QStringLiteral("TCP 8080");
    row("kubernetes named", kNamed, http, 80, no);
    row("calico named", kNamed, http, 80, no);
    row("ovn-kubernetes named", kNamed, QStringLiteral("TCP 1-65535"), 80, yes);
    row("aws named", kNamed, http, 8080, unclear);
    row("aws named by a Service", kNamed + kService, http, 8080, yes);
    row("flannel named", kNamed, kAll, 80, yes);
    const QString first = QStringLiteral("TCP 8000");
    const QString range = QStringLiteral("TCP 8000-8010");
    row("kubernetes range", kRange, range, 8005, yes);
    row("cilium@1.15 range", kRange, first, 8005, no);
    row("cilium@1.15 range, its first port", kRange, first, 8000, yes);
    row("cilium@1.16 range", kRange, first, 8005, unclear);
    row("cilium@1.16 range, its first port", kRange, first, 8000, yes);
    row("cilium@1.16 range, a port behind it", kRange, first, 8011, no);
    row("cilium@1.17.1 range", kRange, range, 8005, yes);
    row("cilium range", kRange, range, 8005, yes);
    row("gke-v2 range", kRange, first, 8005, unclear);
    row("aws range", kRange, range, 8005, yes);
    withAddress("kubernetes block", kPrivate, kAll, yes);
    withAddress("calico block", kPrivate, kAll, yes);
    withAddress("cilium block", kPrivate, kNothing, no);
    withAddress("gke-v2 block", kPrivate, kNothing, no);
    row("kubernetes block, no address", kPrivate, kNothing, 80, no);
    row("calico block, no address", kPrivate, kNothing, 80, unclear);
    row("calico small block, no address", policy("{from: [{ipBlock: {cidr: 10.1.2.0/24}}]}"),
        kNothing, 80, unclear);
    row("calico block outside", policy("{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}"), kNothing, 80,
        no);
    row("cilium block, no address", kPrivate, kNothing, 80, no);
    row("kubernetes everywhere", kEverywhere, kNothing, 80, no);
    row("calico everywhere", kEverywhere, kAll, 80, yes);
    row("cilium everywhere", kEverywhere, kNothing, 80, no);
    const QString sctp = QStringLiteral("SCTP 99");
    row("kubernetes sctp", kSctp, sctp, 99, yes, kube::Protocol::Sctp);
    row("antrea sctp", kSctp, sctp, 98, no, kube::Protocol::Sctp);
    row("cilium sctp", kSctp, sctp, 99, unclear, kube::Protocol::Sctp);
    row("kube-router sctp", kSctp, sctp, 98, unclear, kube::Protocol::Sctp);
    row("cilium sctp, asked for TCP", kSctp, sctp, 99, no);
    row("cilium sctp, nothing isolated", {}, kAll, 99, yes, kube::Protocol::Sctp);
    row("kubernetes admin", kAdmin, kNothing, 80, no);
    row("ovn-kubernetes admin", kAdmin, kNothing, 80, no);
    row("cilium admin", kAdmin, kAll, 80, yes);
    row("calico@3.28 admin", kAdmin, kAll, 80, yes);
    row("calico@3.31 admin", kAdmin, kNothing, 80, no);
    row("calico@3.32 admin", kAdmin, kAll, 80, yes);
    row("antrea admin", kAdmin, kNothing, 80, unclear);
    row("aws admin", kAdmin, kAll, 80, yes);
    row("ovn-kubernetes baseline", kBaseline, kNothing, 80, no);
    row("calico@3.30 baseline", kBaseline, kNothing, 80, unclear);
    row("calico@3.31 new", kNew, kAll, 80, yes);
    row("calico new", kNew, kNothing, 80, no);
    row("antrea@2.6 new", kNew, kAll, 80, yes);
    row("antrea@2.7 new", kNew, kNothing, 80, unclear);
    row("ovn-kubernetes new", kNew, kNothing, 80, unclear);
    // What NetworkPolicies deny is denied, whether or not somebody enforces the rest.
    const std::string shut = policy("{ports: [{port: 443}]}");
    row("antrea admin, denied anyway", kAdmin + shut, kNothing, 80, no);
    row("antrea admin, allowed otherwise", kAdmin + shut, kNothing, 443, unclear);
    row("ovn-kubernetes new, denied anyway", kNew + shut, kNothing, 80, no);
    row("antrea two kinds, denied anyway", kAdmin + kNew + shut, kNothing, 80, no);
    row("antrea two kinds", kAdmin + kNew, kNothing, 80, unclear);
    row("aws@1.13 nothing", kSctp, kAll, 80, yes);
    row("aws@1.14 something", kSctp, sctp, 80, no);
    row("none nothing", kSctp + kAdmin, kAll, 80, yes);
}

void PluginProfileTest::verdicts()
{
    QFETCH(std::string, text);
    QFETCH(QString, allowed);
    QFETCH(int, protocol);
    QFETCH(int, port);
    QFETCH(Explanation::Verdict, verdict);
    const QByteArray name = QByteArray(QTest::currentDataTag()).split(' ').front();
    const World world(text, profile(name.toStdString()));
    QCOMPARE(QString::fromStdString(world.allowed().text()), allowed);
    const auto asked =
        ConnectionSet::of(kube::Protocol(protocol), std::uint32_t(port), std::uint32_t(port));
    const Explanation answer =
        verdict::explain(world.evaluator, world.party("web"), world.party("db"), asked);
    QCOMPARE(int(answer.verdict), int(verdict));
    QCOMPARE(answer.doubts.empty(), verdict != Explanation::Verdict::CannotTell);
}

void PluginProfileTest::findings_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QList<int>>("codes");
    const auto row = [](const char *name, const std::string &text,
                        std::initializer_list<Code> codes) {
        QList<int> expected;
        for (Code code : codes)
            expected += int(code);
        QTest::addRow("%s", name) << kWeb + kDb + text << expected;
    };
    const std::string otherPort = "---\nkind: Service\napiVersion: v1\nmetadata: {name: db, "
                                  "namespace: x}\nspec: {selector: {app: db}, ports: [{port: 80, "
                                  "targetPort: 8080}]}\n";
    row("kubernetes nothing", kNamed + kRange + kSctp + kEverywhere + kAdmin, {});
    row("ovn-kubernetes name", kNamed, {Code::PluginNamedPortOpens});
    row("aws name", kNamed, {Code::PluginNamedPort});
    row("aws name of a Service", kNamed + kService, {});
    row("cilium@1.15 range", kRange, {Code::PluginEndPort});
    row("cilium@1.16 range", kRange, {Code::PluginUnclear});
    row("cilium range", kRange, {});
    row("cilium sctp", kSctp, {Code::PluginSctp});
    row("antrea sctp", kSctp, {});
    row("cilium everywhere", kEverywhere, {Code::PluginIpBlockPods});
    row("cilium private", kPrivate, {Code::PluginIpBlockPods});
    row("cilium outside", policy("{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}"), {});
    row("cilium outside by exceptions",
        policy("{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, 172.16.0.0/12, "
               "192.168.0.0/16, 100.64.0.0/10]}}]}"),
        {});
    row("calico private", kPrivate, {Code::PluginIpBlockMeansPods});
    row("calico everywhere", kEverywhere, {Code::PluginIpBlockMeansPods});
    row("calico everywhere, IPv6", policy("{from: [{ipBlock: {cidr: '::/0'}}]}"),
        {Code::PluginIpBlockMeansPods});
    row("calico outside", policy("{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}"), {});
    row("aws many ports of names and ranges",
        policy("{ports: [" + ports(1, 24) + ", {port: 1, protocol: UDP}]}"),
        {Code::PluginTooManyPorts});
    row("aws the same port twice", policy("{ports: [" + ports(1, 24) + ", {port: 1}]}"), {});
    row("aws many ports", policy("{ports: [" + ports(1, 25) + "]}"), {Code::PluginTooManyPorts});
    row("aws many ports, two rules",
        policy("{from: [{podSelector: {}}], ports: [" + ports(1, 12) +
               "]}, {from: [{podSelector: {}}], ports: [" + ports(13, 25) + "]}"),
        {Code::PluginTooManyPorts});
    row("aws many ports, two peers",
        policy("{from: [{podSelector: {}}], ports: [" + ports(1, 12) +
               "]}, {from: [{namespaceSelector: {}}], ports: [" + ports(13, 25) + "]}"),
        {});
    row("aws service", kSctp + otherPort, {Code::PluginServicePort});
    row("aws service of an open pod", otherPort, {});
    row("aws service with equal ports", kSctp + kService, {});
    row("cilium admin", kAdmin, {Code::PluginIgnores});
    row("antrea admin", kAdmin, {Code::PluginUnclear});
    row("ovn-kubernetes admin", kAdmin, {});
    row("flannel nothing", kNamed + kRange + kAdmin, {Code::PluginEnforcesNothing});
    row("none nothing", kAdmin, {Code::PluginEnforcesNothing});
    row("flannel no policy", {}, {});
}

void PluginProfileTest::findings()
{
    QFETCH(std::string, text);
    QFETCH(QList<int>, codes);
    const QByteArray name = QByteArray(QTest::currentDataTag()).split(' ').front();
    const World world(text, profile(name.toStdString()));
    QList<int> found;
    for (const Diagnostic &finding : lint::lint(world.workspace, world.evaluator))
        if (finding.code >= Code::PluginNamedPortOpens &&
            finding.code <= Code::PluginEnforcesNothing) {
            found += int(finding.code);
            QVERIFY(finding.place.file == world.file && finding.place.range.size() > 0);
            QCOMPARE(finding.arguments.back(), profile(name.toStdString()).title());
            // All addresses of a family are all pods that have one.
            if (QByteArray(QTest::currentDataTag()).contains("everywhere"))
                QCOMPARE(int(finding.severity), int(Severity::Warning));
        }
    QCOMPARE(found, codes);
}

/// What lists say of a verdict that hangs on something unknown.
void PluginProfileTest::factsBesideVerdicts()
{
    const auto ends = [](const std::string &text, const char *name) {
        const World world(kWeb + kDb + text, profile(name));
        std::vector<std::string> result;
        for (const lint::MissingFact &fact : lint::missingFacts(world.workspace, world.evaluator))
            if (fact.diagnostic.code != Code::LintNamespaceUnknown)
                result.insert(result.end(), fact.ends->begin(), fact.ends->end());
        return result;
    };
    const std::vector<std::string> db{"x/db[Pod]"};
    const std::vector<std::string> both{"x/db[Pod]", "x/web[Pod]"};
    QVERIFY(ends(kRange, "cilium@1.16") == db);
    QVERIFY(ends(kSctp, "kube-router") == db);
    QVERIFY(ends(kAdmin, "antrea") == both);
    QVERIFY(ends(kRange, "kubernetes").empty());
    const std::string nodes = "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: "
                              "AdminNetworkPolicy\nmetadata: {name: n}\nspec: {priority: 1, "
                              "subject: {namespaces: {}}, egress: [{action: Deny, to: [{nodes: "
                              "{}}]}]}\n";
    QVERIFY(ends(nodes, "kubernetes") == both);
    QVERIFY(ends(nodes, "cilium").empty()); // which does not know the kind
    QVERIFY(ends(kSctp, "kubernetes").empty());
    QVERIFY(ends(kRange + kSctp, "kubernetes") == db); // two of one name
    QVERIFY(ends(kRange, "cilium@1.15").empty());
}

/// There and back, on one evaluator and its copies.
void PluginProfileTest::profilesCanBeChanged()
{
    World world(kWebAt + kDb + kNamed + kAdmin, {});
    const std::string standard = listOf(world.workspace, world.evaluator);
    for (verdict::Plugin plugin : verdict::plugins()) {
        const PluginProfile other = profile(verdict::nameOf(plugin));
        const World fresh(kWebAt + kDb + kNamed + kAdmin, other);
        world.evaluator.setProfile(other);
        world.evaluator.update(world.workspace);
        QCOMPARE(listOf(world.workspace, world.evaluator),
                 listOf(fresh.workspace, fresh.evaluator));
        verdict::Evaluator copy(world.evaluator);
        copy.setProfile({});
        copy.update(world.workspace);
        QCOMPARE(listOf(world.workspace, copy), standard);
    }
}

void PluginProfileTest::arrowsUnlikeTheStandard()
{
    const std::string fromWeb =
        policy("{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8000, endPort: "
               "8010}]}");
    const World world(kWeb + kDb + fromWeb, profile("cilium@1.15"));
    verdict::Evaluator standard;
    standard.update(world.workspace);
    graph::Graph graph = graph::build(world.workspace, world.evaluator);
    QCOMPARE(graph.arrows.size(), std::size_t(1));
    const graph::Graph before = graph;
    graph::markUnlikeStandard(graph, world.workspace, world.evaluator, world.evaluator);
    QVERIFY(graph.arrows == before.arrows);
    graph::markUnlikeStandard(graph, world.workspace, world.evaluator, standard);
    QVERIFY(graph.arrows.front().isUnlikeStandard);
    QCOMPARE(graph.arrows.front().label, std::string("TCP 8000"));
    QCOMPARE(graph.arrows.front().labelStandard, std::string("TCP 8000-8010"));
    QCOMPARE(graph::difference(before, graph).changed.size(), std::size_t(1));
}

/// An edit that would open more than was asked for is refused or named.
void PluginProfileTest::editsStaySafe()
{
    const auto end = [](const World &world, const char *name) {
        return *edit::parseEnd(world.evaluator, name);
    };
    const std::vector<edit::PortSpan> first{*edit::parsePort("TCP/8000")};
    const std::string fromWeb =
        policy("{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 8000, endPort: "
               "8010}]}");
    // What is left of the range begins with another port, which holds then.
    const World cilium(kWeb + kDb + fromWeb, profile("cilium@1.15"));
    const auto cut = edit::rewrite(cilium.workspace, cilium.evaluator,
                                   edit::Revoke{end(cilium, "web"), end(cilium, "db"), first});
    if (cut) {
        verdict::Evaluator after(cilium.evaluator);
        const kube::Workspace changed = edit::applied(cilium.workspace, *cut);
        after.update(changed);
        const ConnectionSet left = after.allowed(cilium.party("web"), cilium.party("db"));
        QVERIFY(left.isEmpty() || !cut->alsoChanges.empty());
    }
    // A range can be asked for, but not had.
    const World walled(kWeb + kDb + policy({}), profile("cilium@1.15"));
    const std::vector<edit::PortSpan> range{*edit::parsePort("TCP/8000-8010")};
    const auto refused = edit::rewrite(walled.workspace, walled.evaluator,
                                       edit::Allow{end(walled, "web"), end(walled, "db"), range});
    QVERIFY(!refused);
    QCOMPARE(int(refused.failure().code), int(Code::WouldNotHold));
    QVERIFY(edit::rewrite(walled.workspace, walled.evaluator,
                          edit::Allow{end(walled, "web"), end(walled, "db"), first}));
}

void PluginProfileTest::editsNeedEnforcement()
{
    const World world(kWeb + kDb + kNamed, profile("flannel"));
    const edit::End web = *edit::parseEnd(world.evaluator, "web");
    const edit::End db = *edit::parseEnd(world.evaluator, "db");
    for (const edit::Intent &intent :
         {edit::Intent(edit::Allow{web, db, {}}), edit::Intent(edit::Revoke{web, db, {}}),
          edit::Intent(edit::Isolate{"x"})}) {
        const auto plan = edit::rewrite(world.workspace, world.evaluator, intent);
        QVERIFY(!plan);
        QCOMPARE(int(plan.failure().code), int(Code::PluginEnforcesNothing));
    }
}

QTEST_APPLESS_MAIN(PluginProfileTest)
#include "tst_plugin_profile.moc"
