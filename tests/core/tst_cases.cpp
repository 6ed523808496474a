#include "report/list.h"
#include "support/cases.h"
#include "verdict/evaluator.h"

#include <QFileInfo>
#include <QTest>

using namespace drawbridge;

/// The lists and points that others expect, byte by byte.
class CasesTest : public QObject
{
    Q_OBJECT

private slots:
    void list_data();
    void list();
    void points_data();
    void points();
    void clusterPoints_data();
    void clusterPoints();
    void ownLists_data();
    void ownLists();
};

namespace {

void addFolders(const char *set, const QString &root)
{
    for (const QString &folder : test::folders(root))
        QTest::newRow(qPrintable(QString(set) + "/" + folder)) << root + "/" + folder;
}

void requireShared()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
}

std::string listOf(const kube::Workspace &workspace)
{
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    return report::listText(report::list(workspace, evaluator));
}

QByteArray expectedList(const QString &folder)
{
    QByteArray text = test::read(folder + "/expected.txt");
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    return text;
}

} // namespace

void CasesTest::list_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("connlist", test::shared("cases/connlist"));
    addFolders("connlist-anp", test::shared("cases/connlist-anp"));
    addFolders("connlist-anp-parsed", test::shared("cases/connlist-anp-parsed"));
}

void CasesTest::list()
{
    requireShared();
    QFETCH(QString, folder);
    // Our own golden stands in tests/data/list: a broken document loses only itself.
    if (folder.endsWith("document_with_syntax_error"))
        return;
    const kube::Workspace workspace = test::load(folder + "/manifests");
    QCOMPARE(QByteArray::fromStdString(listOf(workspace)), expectedList(folder));
}

void CasesTest::points_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("e2e", test::shared("cases/e2e"));
    addFolders("eval-points", test::shared("cases/eval-points"));
    addFolders("truthtables", test::shared("cases/truthtables"));
}

/// Points in the manner of "src dst protocol port allow".
static void checkPoints(const kube::Workspace &workspace, const QString &folder)
{
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    int checked = 0;
    for (const QByteArray &line : test::read(folder + "/expected_points.txt").split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 5 || words.front().startsWith('#'))
            continue;
        const auto source = test::party(evaluator, words[0]);
        const auto target = test::party(evaluator, words[1]);
        QVERIFY2(source && target, line.constData());
        const kube::ConnectionSet allowed = evaluator.allowed(*source, *target);
        const auto protocol = kube::protocolNamed(words[2].toStdString());
        QVERIFY2(protocol, line.constData());
        const bool isAll = words[3] == "all";
        const bool answer =
            isAll ? allowed.contains(kube::ConnectionSet::of(*protocol, 1, kube::kLastPort))
                  : allowed.contains(*protocol, words[3].toUInt());
        const bool expected = words[4] == "true" || words[4] == "allow";
        QVERIFY2(answer == expected, line.constData());
        ++checked;
    }
    QVERIFY(checked > 0);
}

void CasesTest::points()
{
    requireShared();
    QFETCH(QString, folder);
    checkPoints(test::load(folder + "/manifests"), folder);
}

void CasesTest::clusterPoints_data()
{
    QTest::addColumn<QString>("folder");
    const QString root = test::shared("cases/cnp-conformance");
    for (const QString &set : test::folders(root))
        if (set != "_base")
            for (const QString &run : test::folders(root + "/" + set))
                QTest::newRow(qPrintable("cnp-conformance/" + set + "/" + run))
                    << root + "/" + set + "/" + run;
}

/// The conformance suite of ClusterNetworkPolicy: one set of services for all policies.
void CasesTest::clusterPoints()
{
    requireShared();
    QFETCH(QString, folder);
    kube::Workspace workspace = test::load(test::shared("cases/cnp-conformance/_base/manifests"));
    for (const QString &path : test::manifests(folder + "/manifests"))
        workspace.add("policies/" + QFileInfo(path).fileName().toStdString(),
                      test::read(path).toStdString());
    checkPoints(workspace, folder);
}

void CasesTest::ownLists_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("list", test::data("list"));
}

void CasesTest::ownLists()
{
    QFETCH(QString, folder);
    const kube::Workspace workspace = test::load(folder + "/manifests");
    QCOMPARE(QByteArray::fromStdString(listOf(workspace)), expectedList(folder));
}

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
