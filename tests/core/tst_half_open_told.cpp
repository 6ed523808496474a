#include "graph/graph.h"
#include "lint/lint.h"
#include "support/cases.h"

#include <QtTest>

#include <algorithm>

using namespace drawbridge;

/// What the picture shows as half open, the list of problems tells: at the rule of one of the ends.
class HalfOpenToldTest : public QObject
{
    Q_OBJECT

private slots:
    void sets_data();
    void sets();
    void namesOfPortsInASketch();
    void whatEverybodyMayIsNoHalf();
};

void HalfOpenToldTest::sets_data()
{
    QTest::addColumn<QString>("name");
    for (const char *set : {"recipes", "realworld", "connlist"})
        for (const QString &name : test::folders(test::shared(QStringLiteral("cases/") + set)))
            QTest::newRow(qPrintable(QStringLiteral("%1/%2").arg(set, name)))
                << QStringLiteral("%1/%2").arg(set, name);
}

void HalfOpenToldTest::sets()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, name);
    const kube::Workspace workspace = test::load(test::shared("cases/" + name));
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const graph::Graph graph = graph::build(workspace, evaluator);
    const std::vector<Diagnostic> findings = lint::lint(workspace, evaluator);
    const auto isTold = [&](const graph::Arrow &arrow) {
        return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic &finding) {
            return std::any_of(arrow.rules.begin(), arrow.rules.end(), [&](const auto &rule) {
                const Place at = rule.source.place(workspace);
                return at.file == finding.place.file &&
                       at.range.begin <= finding.place.range.begin &&
                       finding.place.range.end <= at.range.end &&
                       finding.severity != Severity::Note;
            });
        });
    };
    for (const graph::Arrow &arrow : graph.arrows)
        if (arrow.hasHalfOpenPorts() && !arrow.isWayIn())
            QVERIFY2(isTold(arrow), arrow.key.c_str());
}

/// Of pods that no manifest describes nobody knows what their ports are called: nothing is half
/// open then, and nothing goes unseen.
void HalfOpenToldTest::namesOfPortsInASketch()
{
    const std::string head =
        "---\nkind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: "
        "{namespace: shop, name: ";
    const std::string api = head + "api}\nspec: {podSelector: {matchLabels: {app: api}}, ingress: "
                                   "[{from: [{podSelector: {matchLabels: {app: web}}}], ports: "
                                   "[{port: http}]}]}\n";
    const auto web = [&](const std::string &ports) {
        return head +
               "web}\nspec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], "
               "egress: [" +
               ports + "]}\n";
    };
    const std::string to = "{to: [{podSelector: {matchLabels: {app: api}}}], ports: [{port: ";
    const auto arrowOf = [](const std::string &text) {
        kube::Workspace workspace;
        workspace.add("a.yaml", text);
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        const graph::Graph graph = graph::build(workspace, evaluator);
        return graph.arrows.size() == 1 ? graph.arrows.front() : graph::Arrow();
    };
    for (const std::string &text : {api, api + web(to + "http}]}"), api + web(to + "8080}]}")}) {
        const graph::Arrow arrow = arrowOf(text);
        QCOMPARE(arrow.state, graph::ArrowState::CannotTell);
        QCOMPARE(arrow.label, std::string("http"));
        QVERIFY(!arrow.hasHalfOpenPorts());
    }
    // Whatever it is, the other end admits no port of TCP.
    QCOMPARE(arrowOf(api + web(to + "53, protocol: UDP}]}")).state,
             graph::ArrowState::HalfOpenAtTarget);
    // A manifest that does not declare it: then it is not there.
    const std::string pod =
        "---\nkind: Pod\napiVersion: v1\nmetadata: {name: api, namespace: shop, "
        "labels: {app: api}}\nspec: {containers: [{name: c}]}\n";
    QCOMPARE(arrowOf(pod + api).state, graph::ArrowState::HalfOpenAtTarget);
}

/// Decision 13: the half that a rule names is drawn, not one that everybody may use.
void HalfOpenToldTest::whatEverybodyMayIsNoHalf()
{
    const auto arrowOf = [](const std::string &ingress) {
        kube::Workspace workspace;
        workspace.add("a.yaml",
                      "{apiVersion: v1, kind: Pod, metadata: {name: api, namespace: shop, labels: "
                      "{app: api}}}\n---\n"
                      "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: shop, labels: "
                      "{app: web}}}\n---\n"
                      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                      "metadata: {name: web, namespace: shop}\nspec: {podSelector: {matchLabels: "
                      "{app: web}}, policyTypes: [Egress], egress: [{to: [{podSelector: "
                      "{matchLabels: {app: api}}}], ports: [{port: 9090}]}]}\n---\n"
                      "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                      "metadata: {name: api, namespace: shop}\nspec: {podSelector: {matchLabels: "
                      "{app: api}}, ingress: [" +
                          ingress + "]}\n");
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        const graph::Graph graph = graph::build(workspace, evaluator);
        const graph::Arrow *arrow = graph.arrow("shop/web[Pod]\nshop/api[Pod]");
        return arrow ? *arrow : graph::Arrow();
    };
    const graph::Arrow named = arrowOf("{ports: [{port: 8080}]}");
    QCOMPARE(named.state, graph::ArrowState::HalfOpenAtTarget);
    QCOMPARE(named.label, std::string("TCP 9090"));
    const graph::Arrow both = arrowOf("{ports: [{port: 8080}]}, {from: [{podSelector: "
                                      "{matchLabels: {app: web}}}], ports: [{port: 7070}]}");
    QCOMPARE(both.state, graph::ArrowState::HalfOpenAtSource);
    QCOMPARE(arrowOf("{ports: [{port: 9090}]}").state, graph::ArrowState::Allowed);
}

QTEST_APPLESS_MAIN(HalfOpenToldTest)
#include "tst_half_open_told.moc"
