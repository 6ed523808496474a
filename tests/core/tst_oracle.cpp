#include "oracle/oracle.h"
#include "oracle/random_cluster.h"
#include "report/list.h"
#include "verdict/evaluator.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace drawbridge;

/// Random clusters through both evaluators: the lists must be equal to the byte.
class OracleTest : public QObject
{
    Q_OBJECT

private slots:
    void randomClusters_data();
    void randomClusters();
    void editsInARow();
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

/// Typing in random places: what is kept from the state before never shows in the answers. A third
/// of the keys only change comments and blanks.
void OracleTest::editsInARow()
{
    const std::vector<std::string> keys{"# x\n", " ",  "\n", "a",  "8",          "-",
                                        "app",   ": ", "[",  "{}", "- Egress\n", "\n---\n",
                                        "ports", "*",  "\"", "#",  "  # y",      "namespace"};
    std::mt19937 random(19);
    int same = 0;
    int edits = 0;
    for (int seed = 1; seed <= 200; ++seed) {
        oracle::RandomOptions options;
        options.services = true;
        options.ownerChains = true;
        kube::Workspace workspace;
        for (const auto &[path, bytes] : oracle::RandomCluster(unsigned(seed), options).files())
            workspace.add(path, bytes);
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        for (int step = 0; step < 25; ++step, ++edits) {
            const std::vector<FileId> files = workspace.files();
            const FileId file = files[random() % files.size()];
            const std::string bytes = workspace.file(file).bytes();
            std::size_t begin = random() % (bytes.size() + 1);
            const bool isComment = random() % 3 == 0;
            if (isComment)
                begin = std::min(bytes.find('\n', begin), bytes.size());
            const std::size_t end =
                isComment ? begin : std::min(bytes.size(), begin + random() % 6);
            const std::string text = isComment ? " # z" : keys[random() % keys.size()];
            const Patches typed{{{begin, end}, text}};
            same += workspace.apply(file, typed).isNothing();
            evaluator.update(workspace);
            const verdict::Evaluator copy(evaluator);

            // A document that does not parse lives on in its last good state; nobody else knows it.
            const auto &pieces = workspace.file(file).pieces();
            const bool isBroken = std::any_of(pieces.begin(), pieces.end(), [](const auto &piece) {
                return !piece.piece->isParsed;
            });
            if (isBroken) {
                workspace.apply(file, inverse(bytes, typed));
                evaluator.update(workspace);
                continue;
            }
            kube::Workspace fresh;
            verdict::Evaluator judged;
            for (FileId id : files)
                fresh.add(workspace.file(id).path(), workspace.file(id).bytes());
            judged.update(fresh);
            const std::string expected = report::listText(report::list(fresh, judged));
            const std::string actual = report::listText(report::list(workspace, evaluator));
            QVERIFY2(actual == expected,
                     qPrintable(QStringLiteral("seed %1, step %2").arg(seed).arg(step)));
            QCOMPARE(report::listText(report::list(workspace, copy)), expected);
            QCOMPARE(workspace.diagnostics().size(), fresh.diagnostics().size());
        }
    }
    qInfo("%d edits, of which %d changed nothing that counts", edits, same);
    QVERIFY(same > edits / 10 && same < edits);
}

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
