#include "report/diff.h"
#include "report/exposure.h"
#include "report/list.h"
#include "support/cases.h"
#include "verdict/evaluator.h"

#include <QFileInfo>
#include <QTest>

#include <map>
#include <set>
#include <stdexcept>

using namespace drawbridge;

/// The lists and points that others expect, byte by byte.
class CasesTest : public QObject
{
    Q_OBJECT

private slots:
    void list_data();
    void list();
    void exposure_data();
    void exposure();
    void diff_data();
    void diff();
    void points_data();
    void points();
    void parsedPoints_data();
    void parsedPoints();
    void podMap_data();
    void podMap();
    void partOfAList();
    void workloadsOfServices();
    void everyWorkloadKind();
    void clusterPoints_data();
    void clusterPoints();
    void ownLists_data();
    void ownLists();
    void ownExposures_data();
    void ownExposures();
    void ownDiffs_data();
    void ownDiffs();
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
    addFolders("connlist-route", test::shared("cases/connlist-route"));
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

static const char *const kExposureFile = "/other-outputs/exposure_output.txt.expected";

void CasesTest::exposure_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *set : {"connlist", "connlist-anp", "connlist-route"}) {
        const QString root = test::shared(QStringLiteral("cases/") + set);
        for (const QString &folder : test::folders(root))
            if (folder.isEmpty() || QFileInfo::exists(root + '/' + folder + kExposureFile))
                QTest::newRow(qPrintable(QString("exposure/%1-%2").arg(set, folder)))
                    << root + '/' + folder;
    }
}

static QByteArray exposuresOf(const QString &folder)
{
    const kube::Workspace workspace = test::load(folder + "/manifests");
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const report::List list = report::list(workspace, evaluator);
    const std::string text = report::listText(list);
    return QByteArray::fromStdString(text + (text.empty() ? "" : "\n") +
                                     report::exposuresText(report::exposures(evaluator, list)))
        .trimmed();
}

void CasesTest::exposure()
{
    requireShared();
    QFETCH(QString, folder);
    QCOMPARE(exposuresOf(folder), test::read(folder + kExposureFile).trimmed());
}

void CasesTest::diff_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("diff", test::shared("cases/diff"));
    addFolders("diff-anp", test::shared("cases/diff-anp"));
    addFolders("diff-route", test::shared("cases/diff-route"));
}

static QByteArray diffOf(const QString &folder)
{
    const kube::Workspace before = test::load(folder + "/old");
    const kube::Workspace after = test::load(folder + "/new");
    verdict::Evaluator old;
    verdict::Evaluator now;
    old.update(before);
    now.update(after);
    return QByteArray::fromStdString(report::diffText(report::diff({before, old}, {after, now})));
}

void CasesTest::diff()
{
    requireShared();
    QFETCH(QString, folder);
    // Some were made by a command that calls the two otherwise.
    QByteArray expected = expectedList(folder);
    expected.replace(", dir1: ", ", ref1: ").replace(", dir2: ", ", ref2: ");
    QCOMPARE(diffOf(folder), expected);
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

void CasesTest::parsedPoints_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("connlist-anp-parsed", test::shared("cases/connlist-anp-parsed"));
}

/// Of "src", which may be a range of addresses, to "dst"; nothing known for a range is told apart.
static kube::ConnectionSet connections(const verdict::Evaluator &evaluator,
                                       const QList<QByteArray> &parts)
{
    const auto target = test::party(evaluator, parts[1]);
    if (const auto range = kube::parseCidr(parts[0].toStdString()); range && target) {
        bool differs = false;
        const kube::ConnectionSet ports =
            evaluator.admittedOutside(*target, kube::Direction::Ingress, range->set(), {}, differs);
        return differs ? kube::ConnectionSet() : ports;
    }
    const auto source = test::party(evaluator, parts[0]);
    if (!source || !target)
        throw std::runtime_error("no such end");
    return evaluator.allowed(*source, *target);
}

/// Points in the manner of "src => dst : connections".
void CasesTest::parsedPoints()
{
    requireShared();
    QFETCH(QString, folder);
    const kube::Workspace workspace = test::load(folder + "/manifests");
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    int checked = 0;
    for (const QByteArray &line : test::read(folder + "/expected_points.txt").split('\n')) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> parts =
            QByteArray(line).replace(" => ", "|").replace(" : ", "|").split('|');
        QVERIFY2(parts.size() == 3, line);
        const QByteArray answer = QByteArray::fromStdString(connections(evaluator, parts).text());
        QVERIFY2(answer == parts[2], line + " but " + answer);
        ++checked;
    }
    QVERIFY(checked > 0);
}

void CasesTest::podMap_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("podmap", test::shared("cases/podmap"));
}

/// Every pod with every pod, the replicas of one workload and a pod itself too.
void CasesTest::podMap()
{
    requireShared();
    QFETCH(QString, folder);
    const kube::Workspace workspace = test::load(folder + "/manifests");
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    std::map<QByteArray, verdict::Party> pods;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects())
        if (object->meta.kind == "Pod")
            for (verdict::EndpointId id : evaluator.endpointsOf(object.get()))
                pods[QByteArray::fromStdString(workspace.namespaceOf(*object) + '/' +
                                               object->meta.name)] = verdict::Party::of(id);
    int checked = 0;
    for (const QByteArray &line : test::read(folder + "/expected.txt").split('\n')) {
        if (line.isEmpty())
            continue;
        const QList<QByteArray> parts = QByteArray(line)
                                            .replace(", dest: ", "|")
                                            .replace(", allowed conns: ", "|")
                                            .mid(int(qstrlen("src: ")))
                                            .split('|');
        QVERIFY2(parts.size() == 3 && pods.count(parts[0]) && pods.count(parts[1]), line);
        const verdict::Party source = pods[parts[0]];
        const verdict::Party target = pods[parts[1]];
        const kube::ConnectionSet ports =
            parts[0] == parts[1] ? evaluator.allowed(source, target)
                                 : evaluator.half(kube::Direction::Egress, source, target) &
                                       evaluator.half(kube::Direction::Ingress, source, target);
        const bool isBool = parts[2] == "true" || parts[2] == "false";
        const QByteArray answer =
            isBool ? QByteArray(ports.contains(kube::Protocol::Tcp, 80) ? "true" : "false")
                   : QByteArray::fromStdString(ports.text());
        QVERIFY2(answer == parts[2], line + " but " + answer);
        ++checked;
    }
    QCOMPARE(checked, int(pods.size() * pods.size()));
}

void CasesTest::partOfAList()
{
    requireShared();
    const QString folder = test::shared("cases/partial/ingress_example_with_named_port");
    const QByteArray wanted = test::read(folder + "/expected_contains.txt").trimmed();
    QVERIFY(!wanted.isEmpty());
    const std::string list = listOf(test::load(folder + "/manifests"));
    QVERIFY(QByteArray::fromStdString(list).split('\n').contains(wanted));
}

void CasesTest::workloadsOfServices()
{
    requireShared();
    const QString folder = test::shared("cases/partial/services");
    const kube::Workspace workspace = test::load(folder + "/manifests");
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    std::map<QByteArray, qsizetype> counts;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects()) {
        const auto *service = std::get_if<kube::Service>(&object->value);
        if (!service)
            continue;
        const std::string &nameSpace = workspace.namespaceOf(*object);
        kube::LabelSelector selector;
        selector.matchLabels = service->selector.value_or(kube::Labels());
        const auto selected = evaluator.selected(selector, nameSpace);
        counts[QByteArray::fromStdString(nameSpace + '/' + object->meta.name)] =
            service->selector ? qsizetype(selected.size()) : 0;
    }
    int checked = 0;
    for (const QByteArray &line :
         test::read(folder + "/expected_selected_workloads.txt").split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() != 2 || words.front().startsWith('#'))
            continue;
        QVERIFY2(counts.count(words[0]) && counts[words[0]] == words[1].toInt(), line);
        ++checked;
    }
    QCOMPARE(checked, int(counts.size()));
}

void CasesTest::everyWorkloadKind()
{
    requireShared();
    const kube::Workspace workspace =
        test::load(test::shared("cases/partial/workload_resources/manifests"));
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    std::set<std::string> kinds;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects()) {
        if (!object->workload())
            continue;
        kinds.insert(object->meta.kind);
        QVERIFY2(!evaluator.endpointsOf(object.get()).empty(), object->meta.name.c_str());
    }
    const std::set<std::string> all{
        "CronJob", "DaemonSet",  "Deployment",  "Job",
        "Pod",     "ReplicaSet", "StatefulSet", "ReplicationController"};
    QCOMPARE(kinds, all);
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

void CasesTest::ownExposures_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("own-exposure", test::data("exposure"));
}

void CasesTest::ownExposures()
{
    QFETCH(QString, folder);
    QCOMPARE(exposuresOf(folder), test::read(folder + "/expected.txt").trimmed());
}

void CasesTest::ownDiffs_data()
{
    QTest::addColumn<QString>("folder");
    addFolders("own-diff", test::data("diff"));
}

void CasesTest::ownDiffs()
{
    QFETCH(QString, folder);
    QCOMPARE(diffOf(folder), expectedList(folder));
}

QTEST_GUILESS_MAIN(CasesTest)
#include "tst_cases.moc"
