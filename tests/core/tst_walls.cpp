#include "graph/graph.h"

#include <QtTest>

#include <algorithm>

using namespace drawbridge;
using graph::Lock;
using graph::Wall;

/// What a namespace and its services show of policies for every pod of it: denied only where
/// something is, and certain only where the text can be read.
class WallsTest : public QObject
{
    Q_OBJECT

private slots:
    void ingress_data();
    void ingress();
};

void WallsTest::ingress_data()
{
    QTest::addColumn<QStringList>("specs"); // of policies
    QTest::addColumn<int>("wall");
    QTest::addColumn<int>("lock");
    const auto row = [](const char *name, const QStringList &specs, Wall wall, Lock lock) {
        QTest::newRow(name) << specs << int(wall) << int(lock);
    };
    const QString denies = QStringLiteral("podSelector: {}, policyTypes: [Ingress]");
    const QString admits = denies + QStringLiteral(", ingress: [{}]");
    const QString somePorts = denies + QStringLiteral(", ingress: [{ports: [{port: 80}]}]");
    const QString somePods = denies + QStringLiteral(", ingress: [{from: [{podSelector: {}}]}]");
    const QString refused =
        QStringLiteral("podSelector: {matchLabels: {app: \"web!\"}}, policyTypes: [Ingress]");
    const QString other = QStringLiteral("podSelector: {matchLabels: {app: web}}, "
                                         "policyTypes: [Ingress]");
    row("no policy", {}, Wall::Open, Lock::Open);
    row("nobody", {denies}, Wall::Full, Lock::Closed);
    row("everyone", {admits}, Wall::AdmitsEveryone, Lock::AdmitsEveryone);
    row("everyone, by one of two", {denies, admits}, Wall::AdmitsEveryone, Lock::AdmitsEveryone);
    row("everyone, on some ports", {somePorts}, Wall::Full, Lock::Closed);
    row("some", {somePods}, Wall::Full, Lock::Closed);
    row("a podSelector that is refused", {refused}, Wall::CannotTell, Lock::CannotTell);
    row("one that is refused, one that is not", {refused, denies}, Wall::Full, Lock::Closed);
    row("one that is refused, and the pod's own", {refused, other}, Wall::CannotTell, Lock::Closed);
    row("one that is refused, one that admits", {refused, admits}, Wall::AdmitsEveryone,
        Lock::AdmitsEveryone);
}

void WallsTest::ingress()
{
    QFETCH(QStringList, specs);
    QFETCH(int, wall);
    QFETCH(int, lock);
    QString text = QStringLiteral("apiVersion: v1\nkind: Pod\n"
                                  "metadata: {name: web, namespace: n, labels: {app: web}}\n");
    for (qsizetype i = 0; i < specs.size(); ++i)
        text += QStringLiteral("---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                               "metadata: {name: p%1, namespace: n}\nspec: {%2}\n")
                    .arg(i)
                    .arg(specs[i]);
    kube::Workspace workspace;
    workspace.add("a.yaml", text.toStdString());
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const graph::Graph graph = graph::build(workspace, evaluator);
    QCOMPARE(graph.frames.size(), std::size_t(1));
    QCOMPARE(int(graph.frames[0].ingress), wall);
    QVERIFY(graph.frames[0].egress == Wall::Open);
    QCOMPARE(evaluator.hasFullWall("n", kube::Direction::Ingress),
             wall >= int(Wall::AdmitsEveryone));
    const auto web = std::find_if(graph.nodes.begin(), graph.nodes.end(), [](const auto &node) {
        return node.kind == graph::NodeKind::Workload;
    });
    QVERIFY(web != graph.nodes.end());
    QCOMPARE(int(web->ingress), lock);
    QVERIFY(web->egress == Lock::Open);
}

QTEST_GUILESS_MAIN(WallsTest)
#include "tst_walls.moc"
