#include "lint/containment.h"
#include "lint/facts.h"
#include "support/lint_text.h"

#include <QtTest>

using namespace drawbridge;
using namespace drawbridge::test;

/// What rules, peers and policies say of each other; Services; namespaces; cluster-wide rules.
class LintRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void selectorsContainEachOther_data();
    void selectorsContainEachOther();
    void theOtherPlaceIsTold();
    void whatIsToldCanBeRemovedTogether();
    void anAllowAllIsToldOnce();
    void wallsAndSketchesStandForThemselves();
    void whatCannotBeReadIsNoOtherKind();
};

namespace {

const std::string kTwo = workload("api") + workload("web");
const std::string kOn8080 = "    ports: [{port: 8080}]\n";
const std::string kAll = "  podSelector: {}\n  policyTypes: [Ingress]\n  ingress:\n";

std::string ip(const std::string &cidr, const std::string &more = "")
{
    return "{ipBlock: {cidr: " + cidr + more + "}}";
}

std::string from(const std::string &peers)
{
    return "  - from: [" + peers + "]\n";
}

std::string clusterPolicy(const std::string &name, int priority, const std::string &rules,
                          const std::string &tier = "Admin")
{
    return "---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n"
           "metadata: {name: " +
           name + "}\nspec:\n  tier: " + tier + "\n  priority: " + std::to_string(priority) +
           "\n  subject: {namespaces: {}}\n  ingress:\n" + rules;
}

std::string clusterRule(const std::string &action, const std::string &labels,
                        const std::string &more = "")
{
    return "  - action: " + action + "\n    from: [{namespaces: {matchLabels: {" + labels +
           "}}}]\n" + more;
}

} // namespace

void LintRulesTest::finds_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("fires");
    QTest::addColumn<QString>("silent");
    const auto add = [](const char *name, Code code, const std::string &fires,
                        const std::string &silent) {
        QTest::newRow(name) << int(code) << QString::fromStdString(fires)
                            << QString::fromStdString(silent);
    };
    const auto web = [](const std::string &more) {
        return policy("p", kIngress + kFromWeb + more);
    };
    const std::string other = from("{podSelector: {matchLabels: {app: db}}}");

    add("rule of the same policy", Code::LintRuleRedundant, web(kFromWeb + kOn8080),
        web(other + kOn8080));
    add("rule with fewer ports", Code::LintRuleRedundant,
        web("    ports: [{port: 80, endPort: 90}]\n" + kFromWeb + "    ports: [{port: 85}]\n"),
        web("    ports: [{port: 80, endPort: 90}]\n" + kFromWeb + "    ports: [{port: 91}]\n"));
    add("rule with another protocol", Code::LintRuleRedundant,
        web(kOn8080 + kFromWeb + "    ports: [{port: 8080, protocol: TCP}]\n"),
        web(kOn8080 + kFromWeb + "    ports: [{port: 8080, protocol: UDP}]\n"));
    add("rule with a name", Code::LintRuleRedundant,
        web("    ports: [{port: http}]\n" + kFromWeb + "    ports: [{port: http}]\n"),
        web("    ports: [{port: http}]\n" + kFromWeb + kOn8080));
    add("rule of a policy for all pods", Code::LintRuleRedundant,
        policy("all", kAll + kFromWeb) + policy("p", kIngress + kFromWeb + kOn8080 + other),
        policy("egress", "  podSelector: {}\n  policyTypes: [Egress]\n  egress:\n" + kToWeb) +
            web(""));
    add("rule of a policy in another namespace", Code::LintRuleRedundant,
        policy("all", kAll + kFromWeb) + web(other),
        policy("all", kAll + kFromWeb, ", namespace: bank") + web(other));
    add("rule within a namespace's rule", Code::LintRuleRedundant,
        web(from("{podSelector: {}}") + kOn8080 + other + kOn8080),
        web(from("{namespaceSelector: {matchLabels: {team: a}}}") + other));
    add("policy", Code::LintPolicyRedundant, policy("all", kAll + kFromWeb) + kTwo + web(kOn8080),
        policy("all", kAll + kFromWeb) + kTwo + web(other));
    add("policy that restricts more", Code::LintPolicyRedundant,
        policy("all", kAll + kFromWeb) + kTwo + web(""),
        policy("all", kAll + kFromWeb) + kTwo +
            policy("p", kApi + "  policyTypes: [Ingress, Egress]\n  ingress:\n" + kFromWeb));
    add("two walls", Code::LintPolicyRedundant,
        policy("a", "  podSelector: {}\n") + policy("b", "  podSelector: {}\n"),
        policy("a", "  podSelector: {}\n") + policy("b", kAll + kFromWeb));
    add("everything allowed", Code::LintEverythingAllowed,
        policy("open", kAll + "  - {}\n") + web(""), policy("open", kAll + "  - {}\n"));
    add("peer", Code::LintPeerRedundant,
        policy("p", kIngress + from("{podSelector: {}}, {podSelector: {matchLabels: {a: b}}}")),
        policy("p", kIngress + from("{podSelector: {matchLabels: {a: c}}}, "
                                    "{podSelector: {matchLabels: {a: b}}}")));
    add("peer by its namespace", Code::LintPeerRedundant,
        policy("p", kIngress + from("{podSelector: {matchLabels: {a: b}}}, {namespaceSelector: "
                                    "{matchLabels: {kubernetes.io/metadata.name: shop}}}")),
        policy("p", kIngress + from("{podSelector: {matchLabels: {a: b}}}, {namespaceSelector: "
                                    "{matchLabels: {kubernetes.io/metadata.name: bank}}}")));
    add("peer of pods in the host network", Code::LintPeerRedundant,
        policy("p", kIngress + from("{namespaceSelector: {}, podSelector: {}}, "
                                    "{namespaceSelector: {}}")),
        policy("p",
               kIngress + from("{namespaceSelector: {}}, "
                               "{namespaceSelector: {matchLabels: {a: b}}, podSelector: {}}")));
    add("block", Code::LintPeerRedundant,
        policy("p", kIngress + from(ip("10.0.0.0/8") + ", " + ip("10.1.0.0/16"))),
        policy("p", kIngress + from(ip("10.0.0.0/8", ", except: [10.1.2.0/24]") + ", " +
                                    ip("10.1.0.0/16"))));
    add("port", Code::LintPortRedundant, web("    ports: [{port: 80}, {port: 80, endPort: 90}]\n"),
        web("    ports: [{port: 80}, {port: 80, protocol: UDP}]\n"));
    const std::string except = ip("0.0.0.0/0", ", except: [10.0.0.0/8]");
    add("except", Code::LintExceptUndone,
        policy("p", kIngress + from(except + ", " + ip("10.0.0.0/7"))),
        policy("p", kIngress + from(except + ", " + ip("10.1.0.0/16"))));
    add("except by another policy", Code::LintExceptUndone,
        policy("p", kIngress + from(except)) + policy("q", kAll + from(ip("10.0.0.0/8"))),
        policy("p", kIngress + from(except)) +
            policy("q", kAll + from(ip("10.0.0.0/8")) + "    ports: [{port: 80}]\n"));

    const std::string ports = "  ports: [{port: 80, targetPort: 8080}]\n";
    const std::string outside = policy("p", kIngress + from(ip("203.0.113.0/24")) + kOn8080);
    add("source", Code::LintSourceRewritten,
        kTwo + outside + service("api", "  type: LoadBalancer\n" + ports),
        kTwo + outside +
            service("api", "  type: LoadBalancer\n  externalTrafficPolicy: Local\n" + ports));
    add("source of a node port", Code::LintSourceRewritten,
        kTwo + outside + service("api", "  type: NodePort\n" + ports),
        kTwo + outside + service("api", ports));
    add("source of another port", Code::LintSourceRewritten,
        kTwo + outside + service("api", "  type: NodePort\n" + ports),
        kTwo + outside + service("api", "  type: NodePort\n  ports: [{port: 9090}]\n"));
    add("source of anywhere", Code::LintSourceRewritten,
        kTwo + outside + service("api", "  type: NodePort\n" + ports),
        kTwo + policy("p", kIngress + from(ip("0.0.0.0/0")) + kOn8080) +
            service("api", "  type: NodePort\n" + ports));
    const std::string toAddress = policy("p", kEgress + "  - to: [" + ip("10.96.3.4/32") + "]\n");
    add("address of a service", Code::LintServiceAddress,
        kTwo + toAddress + service("web", "  clusterIP: 10.96.3.4\n" + ports),
        kTwo + toAddress + service("web", "  clusterIP: 10.96.3.5\n" + ports));
    add("address of the dns service", Code::LintServiceAddress,
        kTwo + toAddress + service("web", "  clusterIP: 10.96.3.4\n" + ports),
        kTwo + toAddress +
            service("dns", "  clusterIP: 10.96.3.4\n  ports: [{port: 53, protocol: UDP}]\n"));

    const std::string far = nameSpace("far") + workload("cron", "8080", "", "far");
    const std::string cron = "podSelector: {matchLabels: {app: cron}}";
    add("pods elsewhere", Code::LintPodsElsewhere,
        kTwo + far + policy("p", kIngress + from("{" + cron + "}")),
        kTwo + far + workload("cron") + policy("p", kIngress + from("{" + cron + "}")));
    add("pods nowhere", Code::LintPodsElsewhere,
        kTwo + far + policy("p", kIngress + from("{" + cron + "}")),
        kTwo + policy("p", kIngress + from("{" + cron + "}")));
    const std::string inFar =
        "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: far}}";
    const std::string inWeb = "podSelector: {matchLabels: {app: web}}";
    add("and", Code::LintAndPeer,
        kTwo + far + policy("p", kIngress + from("{" + inFar + ", " + inWeb + "}")),
        kTwo + far + policy("p", kIngress + from("{" + inFar + ", " + cron + "}")));
    add("empty port", Code::LintAllTcpPorts, web("    ports: [{}]\n"),
        web("    ports: [{protocol: TCP}]\n"));
    add("name of an address", Code::LintNamedPortOfAddress,
        policy("p", kEgress + "  - to: [" + ip("1.2.3.4/32") + "]\n    ports: [{port: http}]\n"),
        policy("p", kEgress + kToWeb + "    ports: [{port: http}]\n"));
    add("no namespace", Code::LintNoNamespace, kTwo + policy("p", kIngress + kFromWeb, ""),
        kTwo + policy("p", kIngress + kFromWeb));
    add("no namespace anywhere", Code::LintNoNamespace, kTwo + policy("p", kIngress + kFromWeb, ""),
        kTwo + workload("x", "1", "", "default") + policy("p", kIngress + kFromWeb, ""));
    add("dash before from", Code::LintPortsWithoutPeer,
        policy("p", kIngress + "  - ports: [{port: 80}]\n" + kFromWeb),
        policy("p", kIngress + "  - ports: [{port: 80}]\n" + kFromWeb + kOn8080));
    add("dns for everyone is no dash", Code::LintPortsWithoutPeer,
        policy("p", kEgress + kToWeb + "  - ports: [{port: 54}]\n"),
        policy("p", kEgress + kToWeb + kDnsRule));

    const std::string a = clusterRule("Deny", "team: a");
    add("shadowed rule", Code::LintClusterRuleShadowed,
        clusterPolicy("c", 1, a + clusterRule("Accept", "team: a, tier: b")),
        clusterPolicy("c", 1, clusterRule("Deny", "team: a, tier: b") + a));
    const std::string tcp = "    protocols: [{tcp: {destinationPort: {number: 80}}}]\n";
    add("shadowed by ports", Code::LintClusterRuleShadowed,
        clusterPolicy("c", 1, a + clusterRule("Accept", "team: a", tcp)),
        clusterPolicy("c", 1, clusterRule("Deny", "team: a", tcp) + a));
    add("shadowed by a policy", Code::LintClusterRuleShadowed,
        clusterPolicy("c", 1, a) + clusterPolicy("d", 2, a),
        clusterPolicy("c", 1, a) + clusterPolicy("d", 2, a, "Baseline"));
    add("order that is not said", Code::LintClusterRuleShadowed,
        clusterPolicy("c", 2, a) + clusterPolicy("d", 1, a),
        clusterPolicy("c", 1, a) + clusterPolicy("d", 1, a));
}

void LintRulesTest::finds()
{
    QFETCH(int, code);
    QFETCH(QString, fires);
    QFETCH(QString, silent);
    QCOMPARE(count(findings(fires.toStdString()), Code(code)), std::size_t(1));
    QCOMPARE(count(findings(silent.toStdString()), Code(code)), std::size_t(0));
}

void LintRulesTest::selectorsContainEachOther_data()
{
    QTest::addColumn<QString>("wide");
    QTest::addColumn<QString>("narrow");
    QTest::addColumn<bool>("contained");
    const auto add = [](const char *wide, const char *narrow, bool contained) {
        QTest::addRow("%s > %s", wide, narrow) << wide << narrow << contained;
    };
    add("", "a=1", true);
    add("a=1", "", false);
    add("a=1", "a=1,b=2", true);
    add("a=1,b=2", "a=1", false);
    add("a in 1 2", "a=1", true);
    add("a in 1 2", "a in 1 3", false);
    add("a notin 3", "a in 1 2", true);
    add("a notin 1", "a in 1 2", false);
    add("a notin 1", "a notin 1 2", true);
    add("a notin 1 2", "a notin 1", false);
    add("a notin 1", "a !", true);
    add("a exists", "a=1", true);
    add("a exists", "a notin 1", false);
    add("a !", "a !", true);
    add("a !", "a notin 1", false);
    add("a exists", "b exists", false);
}

void LintRulesTest::selectorsContainEachOther()
{
    const auto read = [](const QString &text) {
        kube::LabelSelector selector;
        for (const QString &part : text.split(',', Qt::SkipEmptyParts)) {
            QStringList words = part.split(' ');
            if (words.size() == 1) {
                selector.matchLabels[part.section('=', 0, 0).toStdString()] =
                    part.section('=', 1).toStdString();
                continue;
            }
            kube::Requirement wanted{words[0].toStdString(), kube::Operator::Exists, {}, {}};
            wanted.op = words[1] == "in"      ? kube::Operator::In
                        : words[1] == "notin" ? kube::Operator::NotIn
                        : words[1] == "!"     ? kube::Operator::DoesNotExist
                                              : kube::Operator::Exists;
            for (const QString &value : words.mid(2))
                wanted.values.push_back(value.toStdString());
            selector.expressions.push_back(wanted);
        }
        return selector;
    };
    QFETCH(QString, wide);
    QFETCH(QString, narrow);
    QFETCH(bool, contained);
    QCOMPARE(lint::contains(read(wide), read(narrow)), contained);
}

void LintRulesTest::theOtherPlaceIsTold()
{
    const std::string text = policy("p", kIngress + kFromWeb + kFromWeb + kOn8080);
    for (const Diagnostic &finding : findings(text))
        if (finding.code == Code::LintRuleRedundant) {
            QCOMPARE(finding.arguments,
                     std::vector<std::string>({"shop/p", "ingress", "shop/p", "1"}));
            QCOMPARE(finding.place.range.begin, text.rfind("from:"));
            QCOMPARE(finding.related.size(), std::size_t(1));
            QCOMPARE(finding.related.front().range.begin, text.find("from:"));
            return;
        }
    QFAIL("not found");
}

/// Three equal ones: two are told, and never the one that has to stay.
void LintRulesTest::whatIsToldCanBeRemovedTogether()
{
    const auto rules = findings(policy("p", kIngress + kFromWeb + kFromWeb + kFromWeb));
    QCOMPARE(count(rules, Code::LintRuleRedundant), std::size_t(2));
    for (const Diagnostic &finding : rules)
        QCOMPARE(finding.arguments.back(), "1");
    std::string text = kTwo;
    for (const char *name : {"p", "q", "r"})
        text += policy(name, kIngress + kFromWeb);
    const auto policies = findings(text);
    QCOMPARE(count(policies, Code::LintPolicyRedundant), std::size_t(2));
    for (const Diagnostic &finding : policies)
        QVERIFY(finding.arguments.front() != "shop/p");
}

void LintRulesTest::anAllowAllIsToldOnce()
{
    const auto all = findings(kTwo + policy("open", kAll + "  - {}\n") +
                              policy("p", kIngress + kFromWeb) + policy("q", kIngress + kFromWeb));
    QCOMPARE(count(all, Code::LintEverythingAllowed), std::size_t(1));
    QCOMPARE(count(all, Code::LintRuleRedundant), std::size_t(0));
    for (const Diagnostic &finding : all)
        if (finding.code == Code::LintEverythingAllowed)
            QCOMPARE(finding.arguments,
                     std::vector<std::string>({"shop/open", "ingress", "shop/p, shop/q"}));
}

/// A wall says what is meant, and in a sketch a policy is all that there is of a service.
void LintRulesTest::wallsAndSketchesStandForThemselves()
{
    const std::string wall = policy("wall", "  podSelector: {}\n  policyTypes: [Ingress]\n");
    const std::string all = policy("all", kAll + kFromWeb);
    const std::string lone = policy("api", kApi + "  policyTypes: [Ingress]\n");
    const auto sketch = findings(wall + all + lone + policy("own", kIngress + kFromWeb));
    QCOMPARE(count(sketch, Code::LintPolicyRedundant), std::size_t(0));
    QCOMPARE(count(sketch, Code::LintRuleRedundant), std::size_t(1));
}

/// It is told as what it is, and a kind that is not judged is told once.
void LintRulesTest::whatCannotBeReadIsNoOtherKind()
{
    kube::Workspace workspace;
    workspace.add("a.yaml",
                  "apiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db}\nspec: 5\n"
                  "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
                  "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n");
    QVERIFY(!workspace.diagnostics().empty());
    const std::vector<Diagnostic> notes = lint::unjudgedKinds(workspace);
    QCOMPARE(notes.size(), std::size_t(1));
    QCOMPARE(notes.front().arguments, (std::vector<std::string>{"ConfigMap", "v1", "2"}));
}

QTEST_APPLESS_MAIN(LintRulesTest)
#include "tst_lint_rules.moc"
