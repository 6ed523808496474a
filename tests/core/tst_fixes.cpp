#include "edit/fixes.h"
#include "support/intent_world.h"
#include "support/lint_text.h"

#include <QtTest>

using namespace drawbridge;
using namespace drawbridge::test;
using Kind = edit::Fix::Kind;

/// Every fix: the text that it writes, that its finding is gone, what it changes, and the way back.
class FixesTest : public QObject
{
    Q_OBJECT

private slots:
    void mends_data();
    void mends();
    void offersNothing_data();
    void offersNothing();
    void aPolicyOfTheApiServersRules();
    void whatGoesTooFarIsRefused();
    void manyPairsAreJudgedTogether();
    void otherWordsMeanTheSame();
    void theLastOfAJsonFileStays();
    void halfBehindClusterPolicies_data();
    void halfBehindClusterPolicies();
    void halfOfTwoGroupsOfOneName();
};

namespace {

const std::string kTwo = workload("api") + workload("web");
const std::string kOn8080 = "    ports: [{port: 8080}]\n";

/// Of the workspace and of lint.
std::vector<Diagnostic> allOf(const IntentWorld &world)
{
    std::vector<Diagnostic> all = lint::lint(world.workspace, world.evaluator);
    for (const Diagnostic &one : world.workspace.diagnostics())
        all.push_back(one);
    return all;
}

std::vector<edit::Fix> fixesFor(const IntentWorld &world, Code code)
{
    for (const Diagnostic &finding : allOf(world))
        if (finding.code == code)
            return edit::fixesOf(world.workspace, world.evaluator, finding);
    return {};
}

/// "shop/web[Deployment] > shop/api[Deployment] +TCP 80 -TCP 81", a line each.
std::string changes(const IntentWorld &before, const IntentWorld &after)
{
    std::string text;
    for (const edit::PairChange &pair : edit::changedPairs(before.evaluator, after.evaluator)) {
        text += pair.source + " > " + pair.target;
        if (const auto more = pair.after - pair.before; !more.isEmpty())
            text += " +" + more.text();
        if (const auto less = pair.before - pair.after; !less.isEmpty())
            text += " -" + less.text();
        text += "; ";
    }
    return text;
}

} // namespace

void FixesTest::mends_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("old");     ///< the part of the text that changes,
    QTest::addColumn<QString>("now");     ///< and what stands there then
    QTest::addColumn<QString>("changed"); ///< the pairs that it changes; "*": some
    const auto add = [](const char *name, const std::string &text, Code code, Kind kind,
                        const std::string &old, const std::string &now,
                        const std::string &changed = "") {
        QTest::newRow(name) << QString::fromStdString(text) << int(code) << int(kind)
                            << QString::fromStdString(old) << QString::fromStdString(now)
                            << QString::fromStdString(changed);
    };
    const std::string api = "shop/api[Deployment]";
    const std::string web = "shop/web[Deployment]";

    const std::string noEgress = policy("p", kApi + "  egress: [] # none\n");
    add("types as they count", kTwo + noEgress, Code::LintEgressListNoType, Kind::WriteTypes, kApi,
        kApi + "  policyTypes: [Ingress]\n");
    add("egress denied", kTwo + noEgress, Code::LintEgressListNoType, Kind::AddType, kApi,
        kApi + "  policyTypes: [Ingress, Egress]\n", "*");
    const std::string onlyEgress = policy("p", kApi + "  egress: # out\n" + kToWeb + kDnsRule);
    add("both types", kTwo + onlyEgress, Code::LintEgressOnlyDeniesIngress, Kind::WriteTypes, kApi,
        kApi + "  policyTypes: [Ingress, Egress]\n");
    add("egress alone", kTwo + onlyEgress, Code::LintEgressOnlyDeniesIngress, Kind::OnlyEgress,
        kApi, kApi + "  policyTypes: [Egress]\n", "*");
    const std::string outside = policy("p", kApi + "  policyTypes: [Ingress]\n  egress:\n" +
                                                kToWeb + kDnsRule + "  ingress: # in\n" + kFromWeb);
    add("type added", kTwo + outside, Code::LintRulesOutsideTypes, Kind::AddType,
        "policyTypes: [Ingress]", "policyTypes: [Ingress, Egress]", "*");
    add("rules removed", kTwo + outside, Code::LintRulesOutsideTypes, Kind::RemoveRules,
        "  egress:\n" + kToWeb + kDnsRule, "  egress: []\n");
    add("type twice", policy("p", kApi + "  policyTypes: [Ingress, Ingress]\n"),
        Code::LintDuplicatePolicyTypes, Kind::RemoveType, "[Ingress, Ingress]", "[Ingress]");
    add("type twice in lines",
        policy("p", kApi + "  policyTypes:\n  - Ingress # in\n  - Ingress\n"),
        Code::LintDuplicatePolicyTypes, Kind::RemoveType, " # in\n  - Ingress\n", " # in\n");
    add("empty list", kTwo + policy("p", kIngress + "  - from: []\n" + kOn8080),
        Code::LintEmptyFromOpens, Kind::RemoveEmptyList, "  - from: []\n    ports:", "  - ports:");
    add("dns", kTwo + policy("p", kEgress + kToWeb), Code::LintDnsBlocked, Kind::AllowDns, kToWeb,
        kToWeb + "  - to:\n    - namespaceSelector:\n        matchLabels: "
                 "{kubernetes.io/metadata.name: kube-system}\n      podSelector:\n        "
                 "matchLabels: {k8s-app: kube-dns}\n    ports:\n    - {protocol: UDP, port: 53}\n"
                 "    - {protocol: TCP, port: 53}\n");
    add("udp", kTwo + policy("p", kEgress + "  - ports:\n    - port: 53 # names\n"),
        Code::LintDnsTcpOnly, Kind::AddUdp, "    - port: 53 # names\n",
        "    - port: 53 # names\n    - {protocol: UDP, port: 53}\n", "*");
    add("tcp", policy("p", kIngress + kFromWeb + "    ports: [{}] # all\n"), Code::LintAllTcpPorts,
        Kind::WriteTcp, "ports: [{}]", "ports: [{protocol: TCP}]");
    const std::string behind = service("api", "  ports: [{port: 80, targetPort: 8080}]\n");
    add("pod port",
        kTwo + behind + policy("p", kIngress + kFromWeb + "    ports: [{port: 80}] # it\n"),
        Code::LintServicePort, Kind::PodPort, "ports: [{port: 80}] # it",
        "ports: [{port: 8080}] # it", web + " > " + api + " +TCP 8080 -TCP 80; ");
    add("name of a port",
        workload("api", "8080, name: http") + workload("web") +
            policy("p", kIngress + kFromWeb + "    ports: [{port: htpp}] # it\n"),
        Code::LintNamedPortUndeclared, Kind::NearName, "ports: [{port: htpp}] # it",
        "ports: [{port: http}] # it", web + " > " + api + " +TCP 8080; ");
    add("label of a peer",
        workload("api") + workload("frontend") +
            policy("p",
                   kIngress + "  - from: [{podSelector: {matchLabels: {app: frontent}}}] # it\n"),
        Code::LintNearName, Kind::NearName, "{app: frontent}}}] # it", "{app: frontend}}}] # it",
        "shop/frontent[Pods] > " + api + " -All Connections; shop/frontend[Deployment] > " + api +
            " +All Connections; ");
    add("cidr", policy("p", kIngress + "  - from: [{ipBlock: {cidr: 10.1.2.3/8}}] # us\n"),
        Code::CidrHostBits, Kind::CanonicalCidr, "10.1.2.3/8", "10.0.0.0/8");
    add("except",
        policy("p", kIngress + "  - from:\n    - ipBlock:\n        cidr: 10.0.0.0/8\n"
                               "        except:\n        - 10.1.2.3/16 # not them\n"),
        Code::CidrHostBits, Kind::CanonicalCidr, "10.1.2.3/16", "10.1.0.0/16");
    const std::string far = nameSpace("far") + workload("cron", "8080", "", "far");
    add("name label",
        kTwo + far +
            policy("p", kIngress + "  - from:\n    - namespaceSelector:\n        matchLabels:\n"
                                   "          name: far\n"),
        Code::LintNamespaceNameLabel, Kind::NameLabel, "          name: far\n",
        "          kubernetes.io/metadata.name: far\n", "*");
    add("pods elsewhere",
        kTwo + far +
            policy("p", kIngress + "  - from:\n    - podSelector: {matchLabels: {app: cron}}\n"),
        Code::LintPodsElsewhere, Kind::NamespaceOf, "    - podSelector: {matchLabels: {app: cron}}",
        "    - podSelector: {matchLabels: {app: cron}}\n      namespaceSelector:\n"
        "        matchLabels: {kubernetes.io/metadata.name: far}",
        "*");
    add("half",
        kTwo + policy("a", kIngress + kFromWeb + kOn8080) +
            policy("w", "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"),
        Code::LintHalfOpen, Kind::OtherHalf,
        "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n",
        "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"
        "  egress:\n    - to:\n        - podSelector:\n            matchLabels: {app: api}\n"
        "      ports:\n        - {protocol: TCP, port: 8080}\n",
        web + " > " + api + " +TCP 8080; ");
    const std::string team = "    - namespaceSelector: {matchLabels: {team: a}}\n";
    const std::string db = "podSelector: {matchLabels: {app: db}}\n";
    add("both must hold", policy("p", kIngress + "  - from:\n" + team + "    - " + db),
        Code::LintOrPeers, Kind::JoinPeers, team + "    - " + db,
        team + "      podSelector:\n        matchLabels: {app: db}\n", "*");
    add("one rule", kTwo + policy("p", kIngress + kFromWeb + "  - ports: [{port: 8080}]\n"),
        Code::LintPortsWithoutPeer, Kind::JoinRules, kFromWeb + "  - ports: [{port: 8080}]\n",
        kFromWeb + "    ports:\n    - {protocol: TCP, port: 8080}\n", "*");
    add("rule", policy("p", kIngress + kFromWeb + "  # on this port\n" + kFromWeb + kOn8080),
        Code::LintRuleRedundant, Kind::RemoveRule, kFromWeb + kOn8080, "");
    add("rule of two policies",
        kTwo + policy("all", "  podSelector: {}\n  ingress:\n" + kFromWeb) +
            policy("p", kIngress + "  - from: [{podSelector: {matchLabels: {app: db}}}]\n" +
                            kFromWeb + kOn8080),
        Code::LintRuleRedundant, Kind::RemoveRule, kFromWeb + kOn8080, "");
    add("peer",
        policy("p", kIngress + "  - from:\n    - podSelector: {} # all\n    - " + db +
                        "    ports: [{port: 1}]\n"),
        Code::LintPeerRedundant, Kind::RemovePeer, "    - " + db, "");
    add("port",
        policy("p", kIngress + kFromWeb +
                        "    ports:\n    - port: 80 # web\n"
                        "    - {port: 80, protocol: TCP}\n"),
        Code::LintPortRedundant, Kind::RemovePort, "    - {port: 80, protocol: TCP}\n", "");
    const std::string second = policy("q", kIngress + kFromWeb);
    add("policy", kTwo + policy("p", kIngress + kFromWeb) + second, Code::LintPolicyRedundant,
        Kind::RemovePolicy, second, "");
    const std::string item = "\n- apiVersion: networking.k8s.io/v1\n  kind: NetworkPolicy\n"
                             "  metadata: {name: q, namespace: shop}\n"
                             "  spec: {podSelector: {matchLabels: {app: api}}, ingress: [{from: "
                             "[{podSelector: {matchLabels: {app: web}}}]}]}\n";
    add("policy that is all of a List",
        kTwo + policy("p", kIngress + kFromWeb) + "---\napiVersion: v1\nkind: List\nitems:" + item,
        Code::LintPolicyRedundant, Kind::RemovePolicy, item, " []\n");
}

void FixesTest::mends()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(int, kind);
    QFETCH(QString, old);
    QFETCH(QString, now);
    QFETCH(QString, changed);
    IntentWorld world(text.toStdString());
    const auto fixes = fixesFor(world, Code(code));
    const auto fix = std::find_if(fixes.begin(), fixes.end(),
                                  [&](const edit::Fix &one) { return one.kind == Kind(kind); });
    QVERIFY(fix != fixes.end());
    const auto made = edit::planned(world.workspace, world.evaluator, *fix);
    QVERIFY2(made.isOk(), made.isOk() ? "" : std::to_string(int(made.failure().code)).c_str());
    IntentWorld after(edit::applied(world.workspace, made->rewrite));

    const qsizetype at = text.lastIndexOf(old);
    QVERIFY(at >= 0);
    const QString wanted = QString(text).replace(at, old.size(), now);
    QVERIFY2(QString::fromStdString(after.text()) == wanted, after.text().c_str());
    QCOMPARE(count(allOf(after), Code(code)), std::size_t(0));
    const std::string difference = changes(world, after);
    if (changed == "*")
        QVERIFY(!difference.empty());
    else
        QCOMPARE(QString::fromStdString(difference), changed);
    QCOMPARE(made->rewrite.patches.size(), std::size_t(1));
    const Patches back = inverse(world.text(), made->rewrite.patches.front().patches);
    QCOMPARE(applied(after.text(), back), world.text());
}

void FixesTest::offersNothing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    const auto add = [](const char *name, const std::string &text, Code code) {
        QTest::newRow(name) << QString::fromStdString(text) << int(code);
    };
    const std::string named = "  - from: [{namespaceSelector: {matchLabels: {name: gone}}}]\n";
    add("a namespace that is not there", kTwo + policy("p", kIngress + named),
        Code::LintNamespaceNameLabel);
    add("private addresses", policy("p", kIngress + "  - from: [{ipBlock: {cidr: 10.0.0.0/8}}]\n"),
        Code::LintIpBlockPods);
    add("a comment that would be lost",
        policy("p", kIngress + kFromWeb + "  - ports: [{port: 8080}] # the port\n"),
        Code::LintPortsWithoutPeer);
    const std::string noted = "  - from:\n    - namespaceSelector:\n        matchLabels:\n"
                              "          name: shop # ours\n";
    add("a comment on the label", kTwo + policy("p", kIngress + noted),
        Code::LintNamespaceNameLabel);
    const std::string far = workload("cron", "8080", "", "far");
    const std::string near = workload("cron", "8080", "", "near");
    add("pods in two namespaces",
        kTwo + far + near +
            policy("p", kIngress + "  - from: [{podSelector: {matchLabels: {app: cron}}}]\n"),
        Code::LintPodsElsewhere);
    add("a slip in a key, whose line would move",
        workload("api") + policy("p", kIngress + "  - from:\n    - podSelector:\n"
                                                 "        matchLabels:\n"
                                                 "          App: api # slip\n"),
        Code::LintNearName);
    add("what restricts all pods", kTwo + policy("p", kApi), Code::LintNobodyIsolates);
}

void FixesTest::offersNothing()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    const IntentWorld world(text.toStdString());
    QVERIFY(count(allOf(world), Code(code)) > 0);
    QVERIFY(fixesFor(world, Code(code)).empty());
}

/// A policy that a cluster would refuse is not edited: what its text means is not known.
void FixesTest::aPolicyOfTheApiServersRules()
{
    const IntentWorld world(policy("p", kIngress + "  - from: [{ipBlock: {cidr: 10.1.2.3/8}}]\n"
                                                   "    ports: [{port: 99999}]\n"));
    QVERIFY(count(allOf(world), Code::CidrHostBits) > 0);
    QVERIFY(fixesFor(world, Code::CidrHostBits).empty());
}

void FixesTest::whatGoesTooFarIsRefused()
{
    const IntentWorld world(kTwo + policy("p", kIngress + kFromWeb));
    const kube::ObjectPtr policy = world.evaluator.policies().front();
    kube::NetworkPolicy wanted = *policy->policy();
    wanted.ingress.clear();
    const edit::ChangePolicy change{policy, "p", wanted};
    edit::Fix fix{Kind::RemoveRule, {}, change};
    const auto refused = edit::planned(world.workspace, world.evaluator, fix);
    QVERIFY(!refused.isOk());
    QCOMPARE(refused.failure().code, Code::FixChangesMore);
    fix.mayClose = kube::ConnectionSet::all();
    QVERIFY(edit::planned(world.workspace, world.evaluator, fix).isOk());
}

/// Also by those of which only is known what all of them open and close.
void FixesTest::manyPairsAreJudgedTogether()
{
    std::string text;
    for (int i = 0; i < 120; ++i)
        text += workload("w" + std::to_string(i));
    const IntentWorld world(text + policy("p", "  podSelector: {}\n  policyTypes: [Egress]\n"
                                               "  egress:\n  - ports:\n    - port: 53\n"));
    const auto fixes = fixesFor(world, Code::LintDnsTcpOnly);
    QVERIFY(!fixes.empty());
    edit::Fix fix = fixes.front();
    const auto made = edit::planned(world.workspace, world.evaluator, fix);
    QVERIFY(made.isOk());
    QVERIFY(made->rewrite.alsoChanges.leftOut > 0);
    fix.mayOpen = kube::ConnectionSet::of(kube::Protocol::Udp, 54, 54);
    QVERIFY(!edit::planned(world.workspace, world.evaluator, fix).isOk());
}

/// Who asks for other words that mean something else gets a refusal.
void FixesTest::otherWordsMeanTheSame()
{
    const IntentWorld world(policy("p", kIngress + kFromWeb + "    ports: [{}]\n"));
    const kube::ObjectPtr policy = world.evaluator.policies().front();
    const kube::Origin port = policy->policy()->ingress.front().ports.front().origin;
    const auto written = [&](const char *protocol) {
        const auto value = yaml::Value::ofMapping({{"protocol", yaml::Value::ofText(protocol)}});
        return world.plan(edit::Respell{policy, {{port, value}}});
    };
    QVERIFY(written("TCP").isOk());
    QCOMPARE(codeOf(written("UDP")), Code::EditWouldChangeMore);
    QCOMPARE(codeOf(world.plan(edit::Respell{policy, {{port, {}}}})), Code::EditWouldChangeMore);
}

void FixesTest::theLastOfAJsonFileStays()
{
    const std::string one =
        R"({"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy", "metadata": )"
        R"({"name": "x", "namespace": "shop"}, "spec": {"podSelector": {}}})";
    IntentWorld world{kube::Workspace()};
    world.open({{"a.yaml", policy("p", "  podSelector: {}\n")}, {"b.json", one}});
    QCOMPARE(count(allOf(world), Code::LintPolicyRedundant), std::size_t(1));
    QVERIFY(fixesFor(world, Code::LintPolicyRedundant).empty());
}

void FixesTest::halfBehindClusterPolicies_data()
{
    QTest::addColumn<QString>("tier");
    QTest::addColumn<QString>("rules"); ///< of egress, cluster-wide
    QTest::addColumn<bool>("isolated"); ///< web has a policy of its own
    QTest::addColumn<QString>("changed");
    const QString deny80 = "{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: "
                           "{destinationPort: {number: 80}}}]}";
    const QString denyPods = "{action: Deny, to: [{namespaces: {}}]}";
    const QString denyAll = denyPods + ", {action: Deny, to: [{networks: [0.0.0.0/0, '::/0']}]}";
    const QString opened8080 = "shop/web[Deployment] > shop/api[Deployment] +TCP 8080; ";
    const QString opened = "shop/web[Deployment] > shop/api[Deployment] +TCP 80,8080; ";
    QTest::newRow("what Admin denies stays denied") << "Admin" << deny80 << true << opened8080;
    QTest::newRow("all is denied") << "Admin" << denyPods << true << "";
    QTest::newRow("Baseline counts no more") << "Baseline" << denyPods << true << opened;
    // The first policy of web's own would close all else that it may.
    QTest::newRow("part of it is denied") << "Baseline" << denyPods << false << "";
    QTest::newRow("nothing else is open") << "Baseline" << denyAll << false << opened;
}

/// What no NetworkPolicy can give is not offered, and the rest is.
void FixesTest::halfBehindClusterPolicies()
{
    QFETCH(QString, tier);
    QFETCH(QString, rules);
    QFETCH(bool, isolated);
    QFETCH(QString, changed);
    const IntentWorld world(
        kTwo + policy("a", kIngress + kFromWeb + "    ports: [{port: 80}, {port: 8080}]\n") +
        (isolated ? policy("w", "  podSelector: {matchLabels: {app: web}}\n"
                                "  policyTypes: [Egress]\n")
                  : std::string()) +
        "---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n"
        "metadata: {name: all}\nspec: {tier: " +
        tier.toStdString() + ", priority: 1, subject: {namespaces: {}}, egress: [" +
        rules.toStdString() + "]}\n");
    QVERIFY(count(allOf(world), Code::LintHalfOpen) > 0);
    const auto fixes = fixesFor(world, Code::LintHalfOpen);
    QCOMPARE(fixes.empty(), changed.isEmpty());
    if (fixes.empty())
        return;
    const auto made = edit::planned(world.workspace, world.evaluator, fixes.front());
    QVERIFY(made.isOk());
    const IntentWorld after(edit::applied(world.workspace, made->rewrite));
    QCOMPARE(QString::fromStdString(changes(world, after)), changed);
}

/// A finding calls its ends by names, that several groups of pods may have.
void FixesTest::halfOfTwoGroupsOfOneName()
{
    const auto labels = [](const std::string &tier) {
        return "podSelector: {matchLabels: {app: api, tier: " + tier + "}}";
    };
    const IntentWorld world(
        policy("front", "  " + labels("front") + "\n  policyTypes: [Egress]\n") +
        policy("back", "  " + labels("back") + "\n  ingress:\n  - from: [{" + labels("front") +
                           "}]\n" + kOn8080));
    const auto fixes = fixesFor(world, Code::LintHalfOpen);
    QCOMPARE(fixes.size(), std::size_t(1));
    const auto made = edit::planned(world.workspace, world.evaluator, fixes.front());
    QVERIFY(made.isOk());
    const IntentWorld after(edit::applied(world.workspace, made->rewrite));
    QCOMPARE(changes(world, after), std::string("shop/api[Pods] > shop/api[Pods] +TCP 8080; "));
    QCOMPARE(count(allOf(after), Code::LintHalfOpen), std::size_t(0));
}

QTEST_APPLESS_MAIN(FixesTest)
#include "tst_fixes.moc"
