#include "verdict/explain.h"

#include <QStringList>
#include <QTest>

using namespace drawbridge;
using Verdict = verdict::Explanation::Verdict;

/// What is unsure of pods without manifests, of several label sets, and of policies of one
/// priority; and which doubts are told.
class ExplainUnsureTest : public QObject
{
    Q_OBJECT

private slots:
    void groupsMeetTheirSelector();
    void everyLabelSetIsWeighed_data();
    void everyLabelSetIsWeighed();
    void namedPortsOfGroups_data();
    void namedPortsOfGroups();
    void tiedPolicies_data();
    void tiedPolicies();
    void doubtsThatMatter_data();
    void doubtsThatMatter();
};

namespace {

const std::string kPods = R"({kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
---
{kind: Pod, metadata: {name: api, namespace: lab, labels: {app: api}}}
)";

kube::ConnectionSet tcp(std::uint32_t port)
{
    return kube::ConnectionSet::of(kube::Protocol::Tcp, port, port);
}

/// Between two ends by their keys, in a workspace of this text alone.
verdict::Explanation between(const std::string &text, const char *source, const char *target,
                             const kube::ConnectionSet &ports = {})
{
    kube::Workspace workspace;
    workspace.add("a.yaml", text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const verdict::EndpointId from = evaluator.find(source);
    const verdict::EndpointId to = evaluator.find(target);
    if (!from.isValid() || !to.isValid())
        qFatal("no such end");
    verdict::Explanation answer = verdict::explain(workspace, evaluator, verdict::Party::of(from),
                                                   verdict::Party::of(to), ports);
    for (verdict::Doubt &doubt : answer.doubts)
        doubt.policy = nullptr; // gone with the workspace
    return answer;
}

std::string admin(const char *name, const std::string &subject, const std::string &direction,
                  const std::string &rules)
{
    return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
           "metadata: {name: " +
           std::string(name) + "}\nspec: {priority: 1, subject: " + subject + ", " + direction +
           ": [" + rules + "]}\n";
}

const std::string kDenyProd = "{action: Deny, to: [{namespaces: {matchLabels: {env: prod}}}]}";

} // namespace

/// Pods of a group have what its selector asks for, also where that names no label of theirs.
void ExplainUnsureTest::groupsMeetTheirSelector()
{
    const std::string text =
        "{kind: Pod, metadata: {name: a, namespace: shop, labels: {app: a}}}\n---\n"
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: "
        "shop}\nspec: {podSelector: {matchLabels: {app: a}}, policyTypes: [Egress], egress: [{to: "
        "[{podSelector: {matchExpressions: [{key: app, operator: In, values: [x, y]}]}}]}]}\n";
    const char *const group = "shop/{app in (x,y)}";
    QCOMPARE(between(text, "shop/a[Pod]", group).verdict, Verdict::Allowed);
    const verdict::Explanation answer = between(
        text + admin("deny", "{namespaces: {}}", "egress", kDenyProd), "shop/a[Pod]", group);
    QCOMPARE(answer.verdict, Verdict::CannotTell);
    QCOMPARE(answer.doubts.size(), std::size_t(1));
    QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::NamespaceLabels);
}

void ExplainUnsureTest::everyLabelSetIsWeighed_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<Verdict>("verdict");
    const QString deny = QString::fromStdString(kDenyProd);
    for (const char *version : {"one", "two"}) {
        const QString name = QStringLiteral("v: ") + version;
        QTest::addRow("%s, nothing denied", version) << name << "" << Verdict::Allowed;
        QTest::addRow("%s, perhaps denied", version) << name << deny << Verdict::CannotTell;
        QTest::addRow("%s, one of them perhaps denied", version)
            << name
            << "{action: Deny, to: [{pods: {namespaceSelector: {matchLabels: {env: prod}}, "
               "podSelector: {matchLabels: {v: one}}}}]}"
            << (QString(version) == "one" ? Verdict::CannotTell : Verdict::Allowed);
    }
}

/// Two pods of one owner, of which a policy admits one.
void ExplainUnsureTest::everyLabelSetIsWeighed()
{
    QFETCH(QString, version);
    QFETCH(QString, rules);
    QFETCH(Verdict, verdict);
    const auto pod = [](const char *v) {
        return "---\n{kind: Pod, metadata: {name: b-" + std::string(v) +
               ", namespace: lab, labels: {v: " + v +
               "}, ownerReferences: [{kind: ReplicaSet, name: b, controller: true}]}}\n";
    };
    const std::string text =
        "{kind: Pod, metadata: {name: a, namespace: lab, labels: {app: a}}}\n" + pod("one") +
        pod("two") +
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
        "namespace: lab}\nspec: {podSelector: {matchLabels: {app: a}}, policyTypes: [Egress], "
        "egress: [{to: [{podSelector: {matchLabels: {" +
        version.toStdString() + "}}}]}]}\n" +
        (rules.isEmpty() ? std::string()
                         : admin("deny", "{namespaces: {}}", "egress", rules.toStdString()));
    const verdict::Explanation answer = between(text, "lab/a[Pod]", "lab/b[ReplicaSet]", tcp(80));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
}

void ExplainUnsureTest::namedPortsOfGroups_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<Verdict>("verdict");
    const QString from = "from: [{namespaces: {}}], ports: [{namedPort: http}]}";
    const QString denied = "{action: Deny, " + from;
    QTest::newRow("denied by name") << denied << Verdict::CannotTell;
    QTest::newRow("admitted by name") << "{action: Allow, " + from << Verdict::Allowed;
    QTest::newRow("admitted by name, then denied")
        << "{action: Allow, " + from + ", {action: Deny, from: [{namespaces: {}}]}"
        << Verdict::CannotTell;
    QTest::newRow("admitted first")
        << "{action: Allow, from: [{namespaces: {}}], ports: [{portNumber: {protocol: TCP, port: "
           "8080}}]}, " +
               denied
        << Verdict::Allowed;
    QTest::newRow("other pods") << "{action: Deny, from: [{namespaces: {matchLabels: "
                                   "{kubernetes.io/metadata.name: none}}}], ports: [{namedPort: "
                                   "http}]}"
                                << Verdict::Allowed;
}

/// Nothing says what the ports of pods without a manifest are called.
void ExplainUnsureTest::namedPortsOfGroups()
{
    QFETCH(QString, rules);
    QFETCH(Verdict, verdict);
    const std::string text =
        kPods +
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
        "namespace: lab}\nspec: {podSelector: {matchLabels: {app: web}}, ingress: [{ports: "
        "[{port: 8080}]}]}\n" +
        admin("a", "{pods: {namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: lab}}}}",
              "ingress", rules.toStdString());
    const verdict::Explanation answer = between(text, "shop/web[Pod]", "lab/{app=web}", tcp(8080));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    if (verdict == Verdict::CannotTell)
        QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::NamedPort);
}

void ExplainUnsureTest::tiedPolicies_data()
{
    QTest::addColumn<QStringList>("policies");
    QTest::addColumn<Verdict>("verdict");
    const QString allow = "{action: Allow, to: [{namespaces: {}}]}";
    const QString deny = "{action: Deny, to: [{namespaces: {}}]}";
    const QString other = "{action: Allow, to: [{namespaces: {}}], ports: [{portNumber: "
                          "{protocol: TCP, port: 81}}]}";
    const QString mayDeny = QString::fromStdString(kDenyProd);
    const QString mayAllow = "{action: Allow, to: [{namespaces: {matchLabels: {env: prod}}}]}";
    const auto row = [](const char *name, const QStringList &policies, Verdict verdict) {
        QTest::newRow(name) << policies << verdict;
    };
    row("none speaks of it", {other, other, other}, Verdict::Allowed);
    row("all allow", {allow, allow, allow}, Verdict::Allowed);
    row("the first denies", {deny, allow, allow}, Verdict::NotAllowed);
    row("the second denies", {allow, deny, allow}, Verdict::NotAllowed);
    row("the last denies", {allow, allow, deny}, Verdict::NotAllowed);
    row("the first may deny", {mayDeny, allow, other}, Verdict::CannotTell);
    row("the second may deny", {allow, mayDeny, other}, Verdict::CannotTell);
    row("the last may deny", {allow, other, mayDeny}, Verdict::CannotTell);
    row("one may deny, one denies", {allow, mayDeny, deny}, Verdict::NotAllowed);
    row("one may allow, one denies", {mayAllow, other, deny}, Verdict::NotAllowed);
    row("one may allow", {other, mayAllow, other}, Verdict::Allowed);
}

/// Of one priority: the order that admits least counts.
void ExplainUnsureTest::tiedPolicies()
{
    QFETCH(QStringList, policies);
    QFETCH(Verdict, verdict);
    std::string text = kPods;
    for (int i = 0; i < policies.size(); ++i)
        text += admin(("p" + std::to_string(i)).c_str(), "{namespaces: {}}", "egress",
                      policies[i].toStdString());
    const verdict::Explanation answer = between(text, "shop/web[Pod]", "lab/api[Pod]", tcp(80));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
}

void ExplainUnsureTest::doubtsThatMatter_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("count");
    const auto mayDeny = [](const char *label, int port) {
        return QString("{action: Deny, from: [{namespaces: {matchLabels: {%1: y}}}], ports: "
                       "[{portNumber: {protocol: TCP, port: %2}}]}, ")
            .arg(label)
            .arg(port);
    };
    const QString allow81 = "{action: Allow, from: [{namespaces: {}}], ports: [{portNumber: "
                            "{protocol: TCP, port: 81}}]}, ";
    QTest::newRow("alone") << "" << 1;
    QTest::newRow("another") << mayDeny("a", 80) << 2;
    QTest::newRow("of another port") << mayDeny("a", 82) << 1;
    QTest::newRow("taken before") << allow81 + mayDeny("a", 81) << 1;
}

/// Told are those on which the ports depend that were asked for.
void ExplainUnsureTest::doubtsThatMatter()
{
    QFETCH(QString, before);
    QFETCH(int, count);
    const std::string first = before.toStdString();
    const std::string last = "{action: Deny, from: [{namespaces: {matchLabels: {env: x}}}]}";
    const auto explained = [](const std::string &policies) {
        return between(kPods + policies, "shop/web[Pod]", "lab/api[Pod]", tcp(80) | tcp(81));
    };
    const auto ingress = [](const char *name, const std::string &rules) {
        return admin(name, "{namespaces: {}}", "ingress", rules);
    };
    const std::string rules = ingress("o", first) + ingress("p", last);
    const verdict::Explanation answer = explained(rules);
    QCOMPARE(answer.verdict, Verdict::CannotTell);
    QCOMPARE(int(answer.doubts.size()), count);
    // What stands behind a rule of all ports is asked for nothing.
    const std::string everything = "{action: Allow, from: [{namespaces: {}}]}, ";
    QCOMPARE(explained(ingress("p", everything + first + last)).verdict, Verdict::Allowed);
    const std::string policy =
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
        "namespace: lab}\nspec: {podSelector: {}, ingress: [{from: [{namespaceSelector: "
        "{matchLabels: {a: b}}}], ports: [{port: 82}]}, {}]}\n";
    QCOMPARE(int(explained(rules + policy).doubts.size()), count);
}

QTEST_GUILESS_MAIN(ExplainUnsureTest)
#include "tst_explain_unsure.moc"
