#include "graph/graph.h"
#include "messages/graph_words.h"
#include "panels/connections_model.h"
#include "panels/connections_panel.h"

#include <QTest>

using namespace drawbridge;

/// What the list of connections says of arrows that are none in a cluster: those that only the
/// standard would allow, and those of policies that the API server would refuse.
class ConnectionWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void onlyStandardIsNoConnection();
    void refusedPolicyIsNamed();
    void refusalIsFollowed();
};

namespace {

graph::Graph twoNodes()
{
    graph::Graph graph;
    for (const char *name : {"a", "b"}) {
        graph::Node node;
        node.key = node.title = name;
        graph.nodes.push_back(node);
    }
    graph::Arrow arrow;
    arrow.key = "a\nb";
    arrow.source = "a";
    arrow.target = "b";
    arrow.label = "TCP 80";
    graph.arrows.push_back(arrow);
    return graph;
}

QString cell(const ConnectionsModel &model, int column)
{
    return model.index(0, column).data(Qt::DisplayRole).toString();
}

void show(ConnectionsModel &model, const graph::Graph &graph)
{
    ConnectionsModel::Rows rows(graph);
    model.setRows(rows);
}

} // namespace

void ConnectionWordsTest::onlyStandardIsNoConnection()
{
    graph::Graph graph = twoNodes();
    graph.arrows[0].isUnlikeStandard = graph.arrows[0].isOnlyStandard = true;
    graph.arrows[0].state = graph::ArrowState::CannotTell;
    ConnectionsPanel panel;
    panel.setGraph(graph);
    QCOMPARE(panel.count(), 0);
    ConnectionsModel model;
    show(model, graph);
    QCOMPARE(model.rowCount(), 1); // it can be read and chosen, as on the canvas
    QCOMPARE(cell(model, ConnectionsModel::Ports), QStringLiteral("none; standard: TCP 80"));
    QVERIFY(model.index(0, 0).data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(cell(model, ConnectionsModel::Verdict).startsWith("Nothing is allowed."));
}

void ConnectionWordsTest::refusedPolicyIsNamed()
{
    graph::Graph graph = twoNodes();
    graph.arrows[0].rules.push_back({"shop/b", kube::Direction::Ingress, 0, {}, true});
    ConnectionsModel model;
    show(model, graph);
    QCOMPARE(cell(model, ConnectionsModel::Verdict),
             QStringLiteral("Allowed: TCP 80; the API server would refuse the policy shop/b"));
    QCOMPARE(pillText(graph.arrows[0]), QStringLiteral("TCP 80 !"));
    QCOMPARE(belowPill(graph.arrows[0], "a", "b"),
             QStringLiteral("the API server would refuse it"));
    graph.arrows[0].rules[0].isRefused = false;
    show(model, graph);
    QCOMPARE(cell(model, ConnectionsModel::Verdict), QStringLiteral("Allowed: TCP 80"));
}

/// The rule beside the one that is refused is marked, and no longer once that is mended.
void ConnectionWordsTest::refusalIsFollowed()
{
    const std::string text =
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: b, namespace: s}\n"
        "spec:\n  podSelector: {matchLabels: {app: b}}\n  policyTypes: [Ingress]\n  ingress:\n"
        "  - from: [{podSelector: {matchLabels: {app: a}}}]\n    ports: [{port: 80}]\n"
        "  - from: [{podSelector: {matchLabels: {app: c}}}]\n    ports: [{port: 99999}]\n";
    kube::Workspace workspace;
    const FileId file = workspace.add("a.yaml", text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const graph::Graph before = graph::build(workspace, evaluator);
    const graph::Arrow *arrow = before.arrow("s/{app=a}\ns/{app=b}");
    QVERIFY(arrow && arrow->hasRefusedRule());
    QVERIFY(arrow->ports == kube::ConnectionSet::of(kube::Protocol::Tcp, 80, 80));
    const std::size_t at = text.find("99999");
    workspace.apply(file, {{{at, at + 5}, "99"}});
    evaluator.update(workspace);
    const graph::Graph after = graph::build(workspace, evaluator);
    QVERIFY(!after.arrow("s/{app=a}\ns/{app=b}")->hasRefusedRule());
}

QTEST_MAIN(ConnectionWordsTest)
#include "tst_connection_words.moc"
