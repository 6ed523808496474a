#include "verdict/explain.h"

#include <QTest>

using namespace drawbridge;
using Verdict = verdict::Explanation::Verdict;

/// What can be told is told, and what depends on something that nobody states is not.
class ExplainDoubtsTest : public QObject
{
    Q_OBJECT

private slots:
    void twinsAdmitOtherPorts();
    void aTwinCannotBeTold();
    void passesToTheBaseline_data();
    void passesToTheBaseline();
};

namespace {

const std::string kPods = R"({kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
---
{kind: Pod, metadata: {name: api, namespace: lab, labels: {app: api}}}
)";

std::string policy(const std::string &ingress)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
           "metadata: {name: p, namespace: lab}\nspec: {podSelector: {}, ingress: [" +
           ingress + "]}\n";
}

std::string clusterPolicy(const std::string &kind, const std::string &rules)
{
    const bool isAdmin = kind == "AdminNetworkPolicy";
    return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: " + kind +
           "\nmetadata: {name: default}\nspec: {" + (isAdmin ? "priority: 1, " : "") +
           "subject: {namespaces: {}}, ingress: [" + rules + "]}\n";
}

verdict::Explanation explained(const std::string &text, const kube::ConnectionSet &ports = {})
{
    kube::Workspace workspace;
    workspace.add("a.yaml", kPods + text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    verdict::Explanation answer =
        verdict::explain(workspace, evaluator, verdict::Party::of(evaluator.find("shop/web[Pod]")),
                         verdict::Party::of(evaluator.find("lab/api[Pod]")), ports);
    for (verdict::Doubt &doubt : answer.doubts)
        doubt.policy = nullptr; // gone with the workspace
    return answer;
}

kube::ConnectionSet tcp(std::uint32_t port)
{
    return kube::ConnectionSet::of(kube::Protocol::Tcp, port, port);
}

} // namespace

void ExplainDoubtsTest::twinsAdmitOtherPorts()
{
    const std::string twins = policy("{ports: [{port: 80}]}") + policy("{ports: [{port: 443}]}");
    const verdict::Explanation any = explained(twins);
    QCOMPARE(any.verdict, Verdict::CannotTell);
    QCOMPARE(any.doubts.front().kind, verdict::Doubt::Kind::Twin);
    QCOMPARE(explained(twins, tcp(80)).verdict, Verdict::CannotTell);
    QCOMPARE(explained(twins, tcp(22)).verdict, Verdict::NotAllowed);
    const std::string alike =
        policy("{ports: [{port: 80}]}") + policy("{ports: [{port: 80}, {port: 80}]}");
    QCOMPARE(explained(alike).verdict, Verdict::Allowed);
}

void ExplainDoubtsTest::aTwinCannotBeTold()
{
    const std::string byTeam = "{from: [{namespaceSelector: {matchLabels: {team: red}}}]}";
    QCOMPARE(explained(policy(byTeam), tcp(80)).verdict, Verdict::CannotTell);
    const verdict::Explanation answer = explained(policy(byTeam) + policy(""), tcp(80));
    QCOMPARE(answer.verdict, Verdict::CannotTell);
    QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::Twin);
}

void ExplainDoubtsTest::passesToTheBaseline_data()
{
    QTest::addColumn<QString>("behind");
    QTest::addColumn<Verdict>("verdict");
    const auto baseline = [](const char *rules) {
        return QString::fromStdString(clusterPolicy("BaselineAdminNetworkPolicy", rules));
    };
    QTest::newRow("nothing behind") << "" << Verdict::Allowed;
    QTest::newRow("denied") << baseline("{action: Deny, from: [{namespaces: {}}]}")
                            << Verdict::NotAllowed;
    QTest::newRow("admitted first") << baseline("{action: Allow, from: [{namespaces: {}}]}, "
                                                "{action: Deny, from: [{namespaces: {}}]}")
                                    << Verdict::Allowed;
    QTest::newRow("denied for labels that nobody states")
        << baseline("{action: Deny, from: [{namespaces: {matchLabels: {env: y}}}]}")
        << Verdict::CannotTell;
    QTest::newRow("admitted first for labels that nobody states")
        << baseline("{action: Allow, from: [{namespaces: {matchLabels: {env: y}}}]}, "
                    "{action: Deny, from: [{namespaces: {}}]}")
        << Verdict::CannotTell;
    QTest::newRow("a policy admits it") << QString::fromStdString(policy("{}")) << Verdict::Allowed;
    QTest::newRow("a policy does not")
        << QString::fromStdString(policy("{ports: [{port: 81}]}")) << Verdict::NotAllowed;
    QTest::newRow("a policy may") << QString::fromStdString(policy(
                                         "{from: [{namespaceSelector: {matchLabels: {a: b}}}]}"))
                                  << Verdict::CannotTell;
}

/// Whether a rule that passes holds does not matter where the same comes of it.
void ExplainDoubtsTest::passesToTheBaseline()
{
    QFETCH(QString, behind);
    QFETCH(Verdict, verdict);
    const std::string pass = clusterPolicy(
        "AdminNetworkPolicy", "{action: Pass, from: [{namespaces: {matchLabels: {env: x}}}]}");
    const verdict::Explanation answer = explained(pass + behind.toStdString(), tcp(80));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    const std::string denied = clusterPolicy(
        "AdminNetworkPolicy", "{action: Pass, from: [{namespaces: {matchLabels: {env: x}}}]}, "
                              "{action: Deny, from: [{namespaces: {}}]}");
    // Denied if it does not hold; else what comes behind it counts.
    const Verdict other = explained(denied + behind.toStdString(), tcp(80)).verdict;
    QCOMPARE(other, verdict == Verdict::NotAllowed ? verdict : Verdict::CannotTell);
}

QTEST_GUILESS_MAIN(ExplainDoubtsTest)
#include "tst_explain_doubts.moc"
