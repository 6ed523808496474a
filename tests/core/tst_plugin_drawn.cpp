#include "graph/standard.h"
#include "lint/lint.h"
#include "ways_world.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;
using namespace drawbridge::test;

/// What a network plugin makes of policies, in the picture and in what lint says of redundancy.
class PluginDrawnTest : public QObject
{
    Q_OBJECT

private slots:
    void waysInAreAsTheStandardHasThem();
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
    graph::markUnlikeStandard(graph, judged(workspace, "kubernetes"));
    QCOMPARE(graph.arrows.size(), std::size_t(2));
    for (const graph::Arrow &arrow : graph.arrows)
        QVERIFY(arrow.isWayIn() && !arrow.isUnlikeStandard);
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
