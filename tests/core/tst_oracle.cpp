#include "oracle/oracle.h"
#include "oracle/random_cluster.h"
#include "report/list.h"
#include "verdict/evaluator.h"

#include <QTest>

using namespace drawbridge;

/// Random clusters through both evaluators: the lists must be equal to the byte.
class OracleTest : public QObject
{
    Q_OBJECT

private slots:
    void randomClusters_data();
    void randomClusters();
};

namespace {

constexpr int kClustersEach = 250;

std::string coreList(const std::vector<std::pair<std::string, std::string>> &files)
{
    kube::Workspace workspace;
    for (const auto &[path, bytes] : files)
        workspace.add(path, bytes);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    return report::listText(report::list(workspace, evaluator));
}

} // namespace

void OracleTest::randomClusters_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<bool>("refusedParts");
    QTest::addColumn<bool>("services");
    QTest::addColumn<bool>("variedText");
    QTest::newRow("plain") << false << false << false << false;
    QTest::newRow("ipv6") << true << false << false << false;
    QTest::newRow("refused parts") << false << true << false << false;
    QTest::newRow("services") << false << false << true << false;
    QTest::newRow("varied text") << false << false << false << true;
    QTest::newRow("everything") << true << true << true << true;
}

void OracleTest::randomClusters()
{
    QFETCH(bool, ipv6);
    QFETCH(bool, refusedParts);
    QFETCH(bool, services);
    QFETCH(bool, variedText);
    oracle::RandomOptions options;
    options.ipv6 = ipv6;
    options.refusedParts = refusedParts;
    options.services = services;
    options.variedText = variedText;
    options.ownerChains = true;
    options.podAddresses = true;
    int lines = 0;
    for (int seed = 1; seed <= kClustersEach; ++seed) {
        const oracle::RandomCluster cluster(unsigned(seed), options);
        const auto files = cluster.files();
        const std::string expected = oracle::listText(oracle::load(files));
        const std::string actual = coreList(files);
        lines += int(std::count(expected.begin(), expected.end(), '\n'));
        if (actual != expected) {
            for (const auto &[path, bytes] : files)
                qInfo().noquote() << QString::fromStdString("# " + path + "\n" + bytes);
            QFAIL(qPrintable(
                QStringLiteral("seed %1\nexpected:\n%2\nactual:\n%3")
                    .arg(seed)
                    .arg(QString::fromStdString(expected), QString::fromStdString(actual))));
        }
    }
    qInfo("%d clusters, %d lines, 0 differences", kClustersEach, lines);
    QVERIFY(lines > kClustersEach);
}

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
