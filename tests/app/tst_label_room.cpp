#include "document/document.h"
#include "window_user.h"

using namespace drawbridge;

/// Wide labels of half-open connections stand at their own arrows.
class LabelRoomTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void cleanup() { closeWindow(); }

    void halfOpenLabelsStandBetweenTheirEnds();
};

namespace {

std::string policy(const std::string &name, const std::string &rest)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           ", namespace: shop}\nspec: {podSelector: {matchLabels: {app: " + name + "}}, " + rest +
           "}\n";
}

std::string admits(const std::string &from, const std::string &port)
{
    return "{from: [{podSelector: {matchLabels: {app: " + from + "}}}], ports: [{port: " + port +
           "}]}";
}

} // namespace

/// a and b may send nothing, so that what c and d admit is half open.
void LabelRoomTest::halfOpenLabelsStandBetweenTheirEnds()
{
    const std::string closed = "policyTypes: [Ingress, Egress]";
    openWindow();
    document().startUntitled(QByteArray::fromStdString(
        policy("a", closed) + policy("b", closed) +
        policy("c", "policyTypes: [Ingress], ingress: [" + admits("a", "443") + "]") +
        policy("d", "policyTypes: [Ingress], ingress: [" + admits("a", "8080") + ", " +
                        admits("b", "9443") + "]")));
    int labels = 0;
    for (const graph::ArrowShape &shape : document().picture().arrows) {
        QVERIFY(shape.arrow.isBlocked() && shape.pill.width > 120);
        const graph::Rect source = document().picture().node(shape.arrow.source)->rect;
        const graph::Rect target = document().picture().node(shape.arrow.target)->rect;
        QVERIFY2(shape.pill.x > source.right() && shape.pill.right() < target.x,
                 shape.arrow.key.c_str());
        ++labels;
    }
    QCOMPARE(labels, 3);
}

QTEST_MAIN(LabelRoomTest)
#include "tst_label_room.moc"
