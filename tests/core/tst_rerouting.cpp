#include "support/mesh.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace drawbridge;
using support::Mesh;

/// Where arrows come and go among many, the picture is the one that is composed anew.
class ReroutingTest : public QObject
{
    Q_OBJECT

private slots:
    void amongMany_data();
    void amongMany();
};

namespace {

std::string differing(const graph::Picture &a, const graph::Picture &b)
{
    if (a.nodes != b.nodes || a.frames != b.frames)
        return "nodes";
    if (a.arrows.size() != b.arrows.size())
        return "another number";
    const auto found = std::mismatch(a.arrows.begin(), a.arrows.end(), b.arrows.begin());
    return found.first == a.arrows.end() ? std::string() : found.first->arrow.key;
}

} // namespace

void ReroutingTest::amongMany_data()
{
    QTest::addColumn<int>("services");
    QTest::addColumn<int>("callers");
    QTest::addColumn<bool>("isFolded");
    QTest::addColumn<int>("edits");
    QTest::newRow("few") << 40 << 6 << false << 60;
    QTest::newRow("from which on ways are found alone") << 100 << 6 << false << 150;
    QTest::newRow("more") << 100 << 10 << false << 150;
    QTest::newRow("folded") << 110 << 10 << true << 150;
    QTest::newRow("from which on nothing is cleared") << 200 << 10 << false << 150;
    QTest::newRow("many") << 240 << 12 << false << 150;
}

void ReroutingTest::amongMany()
{
    QFETCH(int, services);
    QFETCH(int, callers);
    QFETCH(bool, isFolded);
    QFETCH(int, edits);
    const std::set<graph::Key> folded{"frame:n1"};
    Mesh mesh(services, callers, isFolded ? folded : std::set<graph::Key>());
    std::mt19937 random(3);
    int rerouted = 0;
    for (int i = 0; i < edits; ++i) {
        rerouted += mesh.changeSome(random);
        const std::string key = differing(mesh.picture(), mesh.composed());
        QVERIFY2(key.empty(), qPrintable(QStringLiteral("%1 after %2 edits, %3 times rerouted")
                                             .arg(QString::fromStdString(key))
                                             .arg(i)
                                             .arg(rerouted)));
    }
    qInfo("%zu arrows, %d of %d rerouted", mesh.picture().arrows.size(), rerouted, edits);
    QVERIFY(mesh.picture().arrows.size() < 500 || rerouted > edits / 4);
}

QTEST_GUILESS_MAIN(ReroutingTest)
#include "tst_rerouting.moc"
