#include "lint/facts.h"
#include "lint/ids.h"
#include "lint/lint.h"
#include "support/cases.h"
#include "support/lint_text.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <set>

using namespace drawbridge;
using namespace drawbridge::test;

class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void pointsAtTheText();
    void dnsIsOneFindingAPolicy();
    void namespacesOfARuleAreNoFlood();
    void cleanPolicies();
    void idsAreUnique();
    void everyTrapIsAccountedFor();
    void factsNameTheirEnds();
    void nothingToJudgeIsTold();
};

void TestLint::finds_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("fires");
    QTest::addColumn<QString>("silent");
    const auto add = [](const char *name, Code code, const std::string &fires,
                        const std::string &silent) {
        QTest::newRow(name) << int(code) << QString::fromStdString(fires)
                            << QString::fromStdString(silent);
    };
    const std::string two = workload("api") + workload("web");
    const std::string guard = policy("api", kIngress + kFromWeb);

    add("nobody isolates", Code::LintNobodyIsolates, two + guard,
        two + guard + policy("deny", "  podSelector: {}\n  policyTypes: [Ingress]\n"));
    add("no policies at all", Code::LintNobodyIsolates, two + guard, two);
    add("dns blocked", Code::LintDnsBlocked, two + policy("p", kEgress + kToWeb),
        two + policy("p", kEgress + kToWeb + kDnsRule));
    add("egress denied altogether", Code::LintDnsBlocked, two + policy("p", kEgress + kToWeb),
        two + policy("p", kApi + "  policyTypes: [Egress]\n"));
    add("egress to addresses only", Code::LintDnsBlocked, two + policy("p", kEgress + kToWeb),
        two + policy("p", kEgress + "  - to: [{ipBlock: {cidr: 1.2.3.4/32}}]\n"
                                    "    ports: [{port: 5432}]\n"));
    add("selects nothing", Code::LintSelectsNothing, workload("web") + guard, two + guard);
    add("policies alone", Code::LintSelectsNothing, workload("web") + guard, guard);
    add("peer matches nothing", Code::LintPeerMatchesNothing, workload("api") + guard, two + guard);
    const std::string anywhere =
        "  - to: [{namespaceSelector: {SELECTOR}, podSelector: {matchLabels: {app: far}}}]\n";
    const auto farIn = [&](const std::string &selector) {
        std::string rule = anywhere;
        return two + nameSpace("shop", "team: a") +
               policy("p", kEgress + rule.replace(rule.find("SELECTOR"), 8, selector));
    };
    add("peer of every namespace, also of those that are not here", Code::LintPeerMatchesNothing,
        farIn("matchLabels: {team: a}"), farIn(""));
    const std::string toWeb = policy("p", kEgress + kToWeb);
    add("dns of the host network", Code::LintDnsBlocked, two + toWeb,
        workload("api", "8080", "      hostNetwork: true\n") + workload("web") + toWeb);
    const auto pods = [](const char *one, const char *other) {
        std::string text;
        for (const char *labels : {one, other})
            text += "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: " +
                    std::string(labels == one ? "a" : "b") + "\n  namespace: shop\n  labels: {" +
                    labels +
                    "}\n  ownerReferences:\n    - {apiVersion: apps/v1, kind: ReplicaSet, name: "
                    "api, controller: true}\n";
        return text;
    };
    const std::string differ = pods("app: api, track: a", "app: api, track: b");
    const auto tracks = [](const char *values) {
        return policy("p",
                      "  podSelector: {matchExpressions: [{key: track, operator: In, values: [" +
                          std::string(values) + "]}]}\n  policyTypes: [Ingress]\n");
    };
    add("labels that tell pods of one owner apart", Code::LintLabelsDiffer, differ + tracks("a"),
        differ + tracks("a, b"));
    add("labels that a policy elsewhere asks for", Code::LintLabelsDiffer, differ + tracks("a"),
        differ + "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
                 "namespace: far}\nspec: {podSelector: {matchLabels: {track: a}}}\n");
    add("labels that no rule in effect asks for", Code::LintLabelsDiffer,
        differ + policy("p", kIngress + "  - from: [{podSelector: {matchLabels: {track: a}}}]\n"),
        differ + policy("p", kEgress) + "  ingress:\n" +
            "  - from: [{podSelector: {matchLabels: {track: a}}}]\n");
    add("rules outside types", Code::LintRulesOutsideTypes,
        two + policy("p", kApi + "  policyTypes: [Ingress]\n  egress: [{}]\n"),
        two + policy("p", kApi + "  policyTypes: [Ingress, Egress]\n  egress: [{}]\n"));
    add("egress list without type", Code::LintEgressListNoType,
        two + policy("p", kApi + "  egress: []\n"),
        two + policy("p", kApi + "  policyTypes: [Egress]\n  egress: []\n"));
    add("egress only denies ingress", Code::LintEgressOnlyDeniesIngress,
        two + policy("p", kApi + "  egress:\n" + kToWeb), two + policy("p", kEgress + kToWeb));
    add("dash before ports", Code::LintPortsWithoutPeer,
        two + policy("p", kIngress + kFromWeb + "  - ports: [{port: 8080}]\n"),
        two + policy("p", kIngress + kFromWeb + "    ports: [{port: 8080}]\n"));
    const std::string team = "    - namespaceSelector: {matchLabels: {team: a}}\n";
    const std::string web = "podSelector: {matchLabels: {app: web}}\n";
    add("or peers", Code::LintOrPeers,
        two + policy("p", kIngress + "  - from:\n" + team + "    - " + web),
        two + policy("p", kIngress + "  - from:\n" + team + "      " + web));
    add("empty from", Code::LintEmptyFromOpens,
        two + policy("p", kIngress + "  - from: []\n    ports: [{port: 8080}]\n"),
        two + policy("p", kIngress + "  - ports: [{port: 8080}]\n"));
    add("null ports", Code::LintEmptyFromOpens,
        two + policy("p", kIngress + kFromWeb + "    ports:\n"), two + guard);
    add("dns on tcp only", Code::LintDnsTcpOnly,
        two + policy("p", kEgress + "  - ports: [{port: 53}]\n"),
        two + policy("p", kEgress + kDnsRule));
    const std::string behind = service("api", "  ports: [{port: 80, targetPort: 8080}]\n");
    add("service port", Code::LintServicePort,
        two + behind + policy("p", kIngress + kFromWeb + "    ports: [{port: 80}]\n"),
        two + behind + policy("p", kIngress + kFromWeb + "    ports: [{port: 8080}]\n"));
    const std::string all =
        policy("p", "  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n" + kFromWeb +
                        "    ports: [{port: 80}]\n");
    add("service port, of all", Code::LintServicePort,
        two + behind + service("web", "  ports: [{port: 80, targetPort: 8080}]\n") + all,
        two + behind + service("web", "  ports: [{port: 80, targetPort: 9090}]\n") + all);
    add("service port in egress", Code::LintServicePort,
        two + behind +
            policy("p", "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"
                        "  egress:\n  - to: [{podSelector: {matchLabels: {app: api}}}]\n"
                        "    ports: [{port: 80}]\n"),
        two + policy("p", kIngress + kFromWeb + "    ports: [{port: 80}]\n"));
    add("named port", Code::LintNamedPortUndeclared,
        two + policy("p", kIngress + kFromWeb + "    ports: [{port: http}]\n"),
        workload("api", "8080, name: http") + workload("web") +
            policy("p", kIngress + kFromWeb + "    ports: [{port: http}]\n"));
    add("named port of another spelling", Code::LintNamedPortUndeclared,
        workload("api", "8080, name: http") + workload("web") +
            policy("p", kIngress + kFromWeb + "    ports: [{port: htpp}]\n"),
        workload("api", "8080, name: http") + workload("web") +
            policy("p", kIngress + kFromWeb + "    ports: [{port: http}]\n"));
    const auto admin = [](const std::string &name, const std::string &rule) {
        return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
               "metadata: {name: p}\nspec:\n  priority: 1\n  subject: {namespaces: {}}\n  " +
               rule + ": [{namespaces: {}}], ports: [{namedPort: " + name + "}]}]\n";
    };
    const std::string denies = "ingress: [{action: Deny, from";
    add("named port of a cluster-wide policy", Code::LintClusterNamedPort,
        workload("api", "8080, name: http") + workload("web") + admin("htpp", denies),
        workload("api", "8080, name: http") + workload("web") + admin("http", denies));
    add("named port of a cluster-wide policy in egress", Code::LintClusterNamedPort,
        two + admin("http", "egress: [{action: Deny, to"),
        workload("api", "53, name: dns, protocol: UDP") +
            admin("dns", "egress: [{action: Allow, to"));
    add("named port of a cluster-wide policy without pods", Code::LintClusterNamedPort,
        two + admin("http", denies), admin("http", denies));
    add("destinationNamedPort", Code::LintClusterNamedPort,
        two + "---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n"
              "metadata: {name: p}\nspec:\n  tier: Baseline\n  priority: 1\n"
              "  subject: {namespaces: {}}\n  ingress: [{action: Accept, from: [{namespaces: {}}], "
              "protocols: [{destinationNamedPort: http}]}]\n",
        two);
    const auto subject = [](const std::string &namespaces) {
        return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
               "metadata: {name: p}\nspec: {priority: 1, subject: {namespaces: {matchLabels: {" +
               namespaces + "}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n";
    };
    const std::string byName = "kubernetes.io/metadata.name: ";
    add("a cluster-wide subject selects nothing", Code::LintSelectsNothing,
        two + subject(byName + "far"), two + subject(byName + "shop"));
    add("a cluster-wide subject without workloads", Code::LintSelectsNothing,
        nameSpace("shop", "team: a") + two + subject("team: b"), subject(byName + "far"));
    add("a cluster-wide subject by labels that no file states", Code::LintSelectsNothing,
        nameSpace("shop", "team: a") + two + subject("team: b"), two + subject("team: b"));
    const std::string front = workload("frontend") + workload("api");
    const std::string fromFront = "  - from: [{podSelector: {matchLabels: {app: fron";
    add("a near label of a peer", Code::LintNearName,
        front + policy("p", kIngress + fromFront + "ted}}}]\n"),
        front + policy("p", kIngress + fromFront + "tend}}}]\n"));
    add("a label that is not near", Code::LintNearName,
        front + policy("p", kIngress + fromFront + "tend2}}}]\n") +
            policy("q", kIngress + fromFront + "tent}}}]\n"),
        front + policy("p", kIngress + fromFront + "tend2}}}]\n"));
    add("a near key of a peer", Code::LintNearName,
        front +
            policy("p", kIngress + "  - from: [{podSelector: {matchLabels: {App: frontend}}}]\n"),
        front +
            policy("p", kIngress + "  - from: [{podSelector: {matchLabels: {role: frontend}}}]\n"));
    add("a near label of a subject", Code::LintNearName,
        front + policy("p", "  podSelector: {matchLabels: {app: frontent}}\n"),
        front + policy("p", "  podSelector: {matchLabels: {app: frontend}}\n"));
    add("a near label in a sketch", Code::LintNearName,
        policy("f", "  podSelector: {matchLabels: {app: frontend}}\n") +
            policy("p", kIngress + fromFront + "tent}}}]\n"),
        policy("f", "  podSelector: {matchLabels: {app: frontend}}\n") +
            policy("g", "  podSelector: {matchLabels: {app: frontent}}\n") +
            policy("p", kIngress + fromFront + "tent}}}]\n"));
    const std::string broker = policy("p", kIngress + fromFront + "tent}}}]\n");
    add("a near label of what an operator makes", Code::LintNearName, front + broker,
        front + broker +
            "---\napiVersion: kafka.strimzi.io/v1\nkind: Kafka\nmetadata: {name: k, namespace: "
            "shop, labels: {app: frontent}}\n");
    const std::string onHost = workload("api", "8080", "      hostNetwork: true\n");
    add("host network", Code::LintHostNetwork, onHost + guard, onHost);
    const std::string named = "  - from: [{namespaceSelector: {matchLabels: {name: shop}}}]\n";
    add("name label", Code::LintNamespaceNameLabel,
        two + nameSpace("shop") + policy("p", kIngress + named),
        two + nameSpace("shop", "name: shop") + policy("p", kIngress + named));
    add("types twice", Code::LintDuplicatePolicyTypes,
        policy("p", kApi + "  policyTypes: [Ingress, Ingress]\n"),
        policy("p", kApi + "  policyTypes: [Ingress, Egress]\n"));
    const std::string wall = policy("wall", "  podSelector: {}\n  policyTypes: [Egress]\n");
    add("half open", Code::LintHalfOpen, two + guard + wall, two + guard);
    add("half open by ports", Code::LintHalfOpen,
        two + policy("a", kIngress + kFromWeb + "    ports: [{port: 8080}]\n") +
            policy("w", "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"
                        "  egress:\n  - ports: [{port: 443}]\n"),
        two + policy("a", kIngress + kFromWeb + "    ports: [{port: 8080}]\n") +
            policy("w", "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"
                        "  egress:\n  - ports: [{port: 8080}]\n"));
    const auto webTo = [](const char *ports) {
        return policy("w", "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"
                           "  egress:\n  - to: [{podSelector: {matchLabels: {app: api}}}]\n"
                           "    ports: [" +
                               std::string(ports) + "]\n");
    };
    const std::string on8080 =
        two + policy("a", kIngress + kFromWeb + "    ports: [{port: 8080}]\n");
    add("half open for a second port", Code::LintHalfOpen,
        on8080 + webTo("{port: 8080}, {port: 9090}"), on8080 + webTo("{port: 8080}"));
    add("half open, every port of a protocol names none", Code::LintHalfOpen,
        on8080 + webTo("{port: 9090}"), on8080 + webTo("{protocol: TCP}"));
    add("pod addresses", Code::LintIpBlockPods,
        two + policy("p", kIngress + "  - from: [{ipBlock: {cidr: 10.0.0.0/8}}]\n"),
        two + policy("p", kIngress + "  - from: [{ipBlock: {cidr: 203.0.113.0/24}}]\n"));
    const std::string notIn = "  podSelector: {matchExpressions: [{key: tier, operator: NotIn, "
                              "values: [db]}]}\n  policyTypes: [Ingress]\n";
    add("not in", Code::LintNotInMatchesMissing, two + policy("p", notIn), guard + two);
    const auto fromTiers = [&](const char *more) {
        return workload("web") + guard + workload("api") +
               policy("p", kIngress + "  - from: [{podSelector: {matchExpressions: [" + more +
                               "{key: tier, operator: NotIn, values: [db]}]}}]\n");
    };
    add("not in, and there", Code::LintNotInMatchesMissing, fromTiers(""),
        fromTiers("{key: tier, operator: Exists}, "));
    add("not in, for pods that are not meant", Code::LintNotInMatchesMissing, fromTiers(""),
        fromTiers("{key: app, operator: In, values: [far]}, "));
    const auto toDns = [&](const char *nameSpace, const char *port) {
        return two + policy("p", kEgress + kToWeb +
                                     "  - to: [{namespaceSelector: {matchLabels: "
                                     "{kubernetes.io/metadata.name: " +
                                     nameSpace + "}}, podSelector: {matchLabels: {dns: x}}}]\n" +
                                     "    ports: [{protocol: UDP, port: " + port + "}]\n");
    };
    add("dns of OpenShift", Code::LintDnsBlocked, toDns("openshift", "5353"),
        toDns("openshift-dns", "5353"));
    const std::string labelled = "  - from: [{namespaceSelector: {matchLabels: {team: a}}}]\n";
    const std::string set = "---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, "
                            "namespace: shop}\nspec: {template: {metadata: {labels: {app: db}}}}\n";
    const std::string ofOne = "  podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: "
                              "db-0}}\n  policyTypes: [Ingress]\n";
    add("label of one pod", Code::LintAddedLabel, two + set + policy("p", ofOne),
        two + policy("p", ofOne));
    add("label of one pod, nothing to select", Code::LintSelectsNothing, two + policy("p", ofOne),
        two + set + policy("p", ofOne));
    std::string ofNone = ofOne;
    ofNone.replace(ofNone.find("db-0"), 4, "dbb-0");
    add("label that no pod gets", Code::LintSelectsNothing, two + set + policy("p", ofNone),
        two + set + policy("p", ofOne));
    add("perhaps isolated, one pod at a time", Code::LintNobodyIsolates,
        two + guard + workload("web") + set + policy("p", ofNone),
        workload("api") + guard + set + policy("p", ofOne));
    const std::string fromOne = "  - from: [{podSelector: {matchLabels: {app: db, "
                                "statefulset.kubernetes.io/pod-name: db-0}}}]\n";
    add("a peer by the label of one pod", Code::LintAddedLabel,
        two + set + policy("p", kIngress + fromOne), two + policy("p", kIngress + fromOne));
    add("a peer by the label of one pod, nothing to select", Code::LintPeerMatchesNothing,
        two + policy("p", kIngress + fromOne), two + set + policy("p", kIngress + fromOne));
    add("namespace labels unknown", Code::LintNamespaceUnknown,
        two + policy("p", kIngress + labelled),
        two + nameSpace("shop") + policy("p", kIngress + labelled));
}

void TestLint::finds()
{
    QFETCH(int, code);
    QFETCH(QString, fires);
    QFETCH(QString, silent);
    QCOMPARE(count(findings(fires.toStdString()), Code(code)) > 0, true);
    QCOMPARE(count(findings(silent.toStdString()), Code(code)), std::size_t(0));
}

void TestLint::pointsAtTheText()
{
    const std::string text =
        workload("api") + policy("p", kIngress + "  - from: []\n    ports: [{port: 1}]\n");
    for (const Diagnostic &finding : findings(text))
        if (finding.code == Code::LintEmptyFromOpens) {
            QCOMPARE(finding.place.range.begin, text.find("[]"));
            QCOMPARE(finding.arguments, std::vector<std::string>({"shop/p", "from"}));
            return;
        }
    QFAIL("not found");
}

void TestLint::dnsIsOneFindingAPolicy()
{
    std::string text;
    for (const char *name : {"api", "web", "a", "b", "c"})
        text += workload(name);
    text += policy("p", "  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n" + kToWeb);
    const auto all = findings(text);
    QCOMPARE(count(all, Code::LintDnsBlocked), std::size_t(1));
    for (const Diagnostic &finding : all)
        if (finding.code == Code::LintDnsBlocked)
            QVERIFY(finding.arguments.front().find(" +2") != std::string::npos);
}

/// One finding for each namespace that lets nothing out, whatever the policy selects, and few.
void TestLint::namespacesOfARuleAreNoFlood()
{
    const std::string subject = "  podSelector: {matchExpressions: [{key: app, operator: Exists}]}";
    const auto told = [&](int namespaces) {
        std::string text = workload("api") + workload("web");
        for (int i = 0; i < namespaces; ++i) {
            const std::string name = "far" + std::to_string(i);
            text += nameSpace(name, "team: a") + workload("cron", "8080", "", name) +
                    "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: "
                    "d, namespace: " +
                    name + "}\nspec: {podSelector: {}, policyTypes: [Egress]}\n";
        }
        text += policy("p", subject + "\n  policyTypes: [Ingress]\n  ingress:\n  - from: "
                                      "[{namespaceSelector: {matchLabels: {team: a}}}]\n");
        std::vector<Diagnostic> all = findings(text);
        std::erase_if(all, [](const auto &one) { return one.code != Code::LintHalfOpen; });
        return all;
    };
    QCOMPARE(told(2).size(), std::size_t(2));
    QCOMPARE(
        told(2).front().arguments,
        (std::vector<std::string>{"far0/[all pods]", "shop/api[Deployment], shop/web[Deployment]",
                                  kube::ConnectionSet::all().label()}));
    QCOMPARE(told(9).size(), std::size_t(5));
}

/// What a careful author writes gives nothing.
void TestLint::cleanPolicies()
{
    const std::string text =
        nameSpace("shop") + workload("api") + workload("web") +
        policy("deny", "  podSelector: {}\n  policyTypes: [Ingress, Egress]\n") +
        policy("dns", "  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n"
                      "  - to: [{namespaceSelector: {matchLabels: "
                      "{kubernetes.io/metadata.name: kube-system}}, podSelector: {matchLabels: "
                      "{k8s-app: kube-dns}}}]\n"
                      "    ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]\n") +
        policy("api", kIngress + kFromWeb + "    ports: [{port: 8080}]\n") +
        policy("web", "  podSelector: {matchLabels: {app: web}}\n  policyTypes: [Egress]\n"
                      "  egress:\n  - to: [{podSelector: {matchLabels: {app: api}}}]\n"
                      "    ports: [{port: 8080}]\n");
    QCOMPARE(findings(text).size(), std::size_t(0));
}

void TestLint::idsAreUnique()
{
    std::set<std::string> ids;
    for (int code = 0; code <= int(Code::FixChangesMore); ++code) {
        const std::string id = lint::idOf(Code(code));
        QVERIFY2(id != "DB000" && id.size() == 5 && ids.insert(id).second, id.c_str());
    }
    QCOMPARE(lint::idOf(Code::FileTooLarge), "DB001");
    QCOMPARE(lint::idOf(Code::YamlSyntax), "DB020");
    QCOMPARE(lint::idOf(Code::LintNobodyIsolates), "DB200");
}

/// The table of traps names ids that exist, and every rule of lint is in it.
void TestLint::everyTrapIsAccountedFor()
{
    const QString text = QString::fromUtf8(test::read(test::data("../../core/README.md")));
    const QString section = text.section("## Traps", 1).section("\n## ", 0, 0);
    std::set<QString> named;
    QRegularExpressionMatchIterator it = QRegularExpression("DB\\d{3}").globalMatch(section);
    while (it.hasNext())
        named.insert(it.next().captured());
    std::set<QString> known;
    for (int code = 0; code <= int(Code::FixChangesMore); ++code)
        known.insert(QString::fromLatin1(lint::idOf(Code(code))));
    for (const QString &id : named)
        QVERIFY2(known.count(id), qPrintable(id));
    for (int code = int(Code::LintNobodyIsolates); code < int(Code::FixChangesMore); ++code)
        QVERIFY2(named.count(QString::fromLatin1(lint::idOf(Code(code)))), lint::idOf(Code(code)));
    for (int number = 1; number <= 35; ++number)
        QCOMPARE(section.count(QStringLiteral("\n| %1 |").arg(number)), 1);
}

void TestLint::factsNameTheirEnds()
{
    kube::Workspace workspace;
    workspace.add("a.yaml", workload("api", "8080", "      hostNetwork: true\n") +
                                policy("p", kIngress + "  - ports: [{port: http}]\n"));
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const auto facts = lint::missingFacts(workspace, evaluator);
    int ofPod = 0;
    int ofPort = 0;
    for (const lint::MissingFact &fact : facts) {
        QCOMPARE(fact.diagnostic.severity, Severity::Note);
        QCOMPARE(*fact.ends, std::vector<std::string>({"shop/api[Deployment]"}));
        // Nothing restricts its egress, nor anybody's ingress but its own.
        QVERIFY(!fact.mayChange(kube::Direction::Egress, "other"));
        if (fact.mayChange(kube::Direction::Ingress, "other"))
            ++(fact.diagnostic.code == Code::LintHostNetwork ? ofPod : ofPort);
    }
    QCOMPARE(ofPod, 1);
    QCOMPARE(ofPort, 1);
}

/// A note, so that it fails no check; not of a sketch, which has policies.
void TestLint::nothingToJudgeIsTold()
{
    const std::string config = "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";
    const auto notes = [](const std::string &text) {
        std::vector<Diagnostic> all = findings(text);
        std::erase_if(all, [](const Diagnostic &one) {
            return one.code != Code::NoPolicies && one.code != Code::NoWorkloads;
        });
        return all;
    };
    const auto open = notes(config + workload("api"));
    QCOMPARE(open.size(), std::size_t(1));
    QCOMPARE(open.front().code, Code::NoPolicies);
    QCOMPARE(int(open.front().severity), int(Severity::Note));
    QCOMPARE(open.front().place.range.begin, config.size() + workload("api").find("api,"));
    QCOMPARE(notes(config).size(), std::size_t(1));
    QCOMPARE(notes(config).front().code, Code::NoWorkloads);
    QVERIFY(notes("").empty());
    QVERIFY(notes(policy("p", kApi)).empty());
    QVERIFY(notes(workload("api") + policy("p", kApi)).empty());
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
