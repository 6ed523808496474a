#include "canvas/elements.h"
#include "canvas/painter_sink.h"
#include "canvas/palette.h"
#include "graph/graph.h"
#include "messages/graph_words.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace drawbridge;

namespace {

const char *const kText = R"(
apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: default}
spec:
  subject: {namespaces: {}}
  ingress:
  - {action: Deny, from: [{namespaces: {}}]}
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: no-ssh}
spec:
  priority: 5
  subject: {namespaces: {}}
  egress:
  - action: Deny
    to: [{namespaces: {}}]
    ports: [{portNumber: {port: 22, protocol: TCP}}]
)";

QImage drawn(const graph::Node &node)
{
    QImage image(220, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const canvas::CanvasPalette palette = canvas::CanvasPalette::light();
    canvas::PainterSink sink(painter, palette);
    canvas::drawNode(sink, {node, {10, 10, 190, 72}});
    return image;
}

} // namespace

/// What cluster-wide policies deny is told by locks and walls, in words and in shape.
class DenialWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_workspace.add("a.yaml", kText);
        m_evaluator.update(m_workspace);
        m_graph = graph::build(m_workspace, m_evaluator);
    }
    void locksSayWhoDenies();
    void locksShowIt();
    void wallsSayWhoseTheyAre();

private:
    const graph::Node &node() const { return *m_graph.node("shop/api[Pod]"); }

    kube::Workspace m_workspace;
    verdict::Evaluator m_evaluator;
    graph::Graph m_graph;
};

void DenialWordsTest::locksSayWhoDenies()
{
    const QString facts = nodeFacts(node()).join(QLatin1Char('\n'));
    QVERIFY2(facts.contains("egress: open, but AdminNetworkPolicy no-ssh denies part"),
             qPrintable(facts));
    QVERIFY2(facts.contains("ingress: denied by default by BaselineAdminNetworkPolicy default"),
             qPrintable(facts));
}

void DenialWordsTest::locksShowIt()
{
    graph::Node without = node();
    without.egressDenial = {};
    QVERIFY(drawn(node()) != drawn(without));
    without.ingressDenial = {}; // a closed lock is closed, whoever closes it
    graph::Node closed = without;
    closed.ingressDenial = node().ingressDenial;
    QVERIFY(drawn(closed) == drawn(without));
}

void DenialWordsTest::wallsSayWhoseTheyAre()
{
    const graph::Frame &frame = *m_graph.frame(graph::frameKey("shop"));
    QCOMPARE(wallWords(frame),
             QStringLiteral("default deny: ingress, by BaselineAdminNetworkPolicy default"));
    QCOMPARE(shortFrameTitle(frame), QStringLiteral("shop · cluster-wide deny"));
    QVERIFY(frameTip(frame, {}).contains("BaselineAdminNetworkPolicy default"));
    graph::Frame own = frame;
    own.ingressWallBy.clear();
    QCOMPARE(shortFrameTitle(own), QStringLiteral("shop · ingress denied"));
    own.egress = own.ingress;
    QCOMPARE(shortFrameTitle(own), QStringLiteral("shop · default deny"));
}

QTEST_MAIN(DenialWordsTest)
#include "tst_denial_words.moc"
