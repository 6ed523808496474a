#include "kube/ports.h"
#include "oracle/oracle.h"
#include "oracle/random_cluster.h"
#include "report/list.h"
#include "support/cases.h"
#include "verdict/evaluator.h"
#include "verdict/ways_in.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace drawbridge;

/// Random clusters through both evaluators: the lists must be equal to the byte, and ways in lead
/// to the same ports.
class OracleTest : public QObject
{
    Q_OBJECT

private slots:
    void ownLists_data();
    void ownLists();
    void randomClusters_data();
    void randomClusters();
    void waysInLeadToParts_data();
    void waysInLeadToParts();
    void editsInARow();
    void namespacesAreForgotten();
    void itemsFollowTheirShell();
};

namespace {

/// DRAWBRIDGE_CLUSTERS asks for more than the tests take.
int clustersEach()
{
    const int wanted = qEnvironmentVariableIntValue("DRAWBRIDGE_CLUSTERS");
    return wanted > 0 ? wanted : 250;
}

std::string coreList(const std::vector<std::pair<std::string, std::string>> &files)
{
    kube::Workspace workspace;
    for (const auto &[path, bytes] : files)
        workspace.add(path, bytes);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    return report::listText(report::list(workspace, evaluator));
}

/// The list, and which policies hold an endpoint and make a wall, in their order.
std::string told(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    std::string text = report::listText(report::list(workspace, evaluator));
    for (kube::Direction direction : kube::kDirections) {
        for (const auto &[name, labels] : evaluator.namespaces())
            if (const kube::Object *wall = evaluator.wholeWall(name, direction).policy)
                text += name + " has the wall " + wall->meta.name + '\n';
        for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i) {
            text += evaluator.endpoints()[i].key() + ':';
            for (const kube::Object *policy : evaluator.policiesOf({i}, direction))
                text += ' ' + policy->meta.name;
            text += '\n';
        }
    }
    return text;
}

std::map<std::string, verdict::Way> waysByText(const verdict::WaysIn &found,
                                               const verdict::Evaluator &evaluator)
{
    std::map<std::string, verdict::Way> ways;
    for (const verdict::Way &way : found.ways) {
        const verdict::Endpoint &target = evaluator.endpoint(way.target);
        if (target.kind == verdict::EndpointKind::Workload)
            ways[std::string(nameOf(way.kind)) + ' ' + way.nameSpace + '/' + way.name + " => " +
                 target.text()] = way;
    }
    return ways;
}

kube::ConnectionSet setOf(oracle::Connections connections)
{
    kube::ConnectionSet set;
    for (const kube::Protocol protocol : kube::kProtocols) {
        const oracle::Connections::Ports &ports = *connections.ofProtocol(nameOf(protocol));
        for (std::uint32_t first = 1; first < ports.size(); ++first) {
            std::uint32_t end = first;
            while (end < ports.size() && ports[end])
                ++end;
            if (end > first)
                set.insert(protocol, first, end - 1);
            first = end;
        }
    }
    return set;
}

/// The same target ports; nobody who was tried gets less than what everyone gets, or more than what
/// somebody may get.
bool isAsTold(const verdict::Way &way, const oracle::WayIn &expected, bool isExact)
{
    const kube::ConnectionSet possible = setOf(expected.toSomebody);
    return way.leads == setOf(expected.leads) && setOf(expected.toEveryone).contains(way.allowed) &&
           way.allowed.contains(setOf(expected.unrestricted)) &&
           (isExact ? way.possible == possible : way.possible.contains(possible));
}

std::string told(const std::string &leads, const std::string &allowed, const std::string &possible)
{
    return leads + " (" + allowed + "; " + possible + ")";
}

} // namespace

void OracleTest::ownLists_data()
{
    QTest::addColumn<QString>("folder");
    for (const QString &folder : test::folders(test::data("list")))
        QTest::newRow(qPrintable(folder)) << test::data("list") + '/' + folder;
}

/// What was worked out by hand is what the oracle says, too.
void OracleTest::ownLists()
{
    QFETCH(QString, folder);
    std::vector<std::pair<std::string, std::string>> files;
    for (const QString &path : test::manifests(folder + "/manifests"))
        files.emplace_back(path.toStdString(), test::read(path).toStdString());
    QCOMPARE(QByteArray::fromStdString(oracle::listText(oracle::load(files))),
             test::read(folder + "/expected.txt"));
}

void OracleTest::randomClusters_data()
{
    QTest::addColumn<bool>("ipv6");
    QTest::addColumn<bool>("refusedParts");
    QTest::addColumn<bool>("services");
    QTest::addColumn<bool>("variedText");
    QTest::addColumn<bool>("adminPolicies");
    QTest::addColumn<bool>("mixedPods");
    QTest::addColumn<bool>("serviceParts");
    QTest::addColumn<bool>("longLists");
    QTest::newRow("plain") << false << false << false << false << false << false << false << false;
    QTest::newRow("ipv6") << true << false << false << false << false << false << false << false;
    QTest::newRow("refused parts")
        << false << true << false << false << false << false << false << false;
    QTest::newRow("services") << false << false << true << false << false << false << false
                              << false;
    QTest::newRow("varied text") << false << false << false << true << false << false << false
                                 << false;
    QTest::newRow("everything") << true << true << true << true << false << true << false << false;
    QTest::newRow("cluster-wide policies")
        << false << false << false << false << true << false << false << false;
    QTest::newRow("cluster-wide policies, refused parts")
        << false << true << false << false << true << false << false << false;
    QTest::newRow("everything cluster-wide")
        << true << true << true << true << true << true << false << false;
    QTest::newRow("mixed pods") << false << false << true << false << false << true << false
                                << false;
    QTest::newRow("services of parts")
        << false << false << true << false << false << false << true << false;
    QTest::newRow("services of parts, everything")
        << true << true << true << true << true << true << true << false;
    QTest::newRow("long lists") << false << false << false << false << false << false << false
                                << true;
    QTest::newRow("long lists, everything")
        << true << true << true << true << true << true << true << true;
}

void OracleTest::randomClusters()
{
    QFETCH(bool, ipv6);
    QFETCH(bool, refusedParts);
    QFETCH(bool, services);
    QFETCH(bool, variedText);
    QFETCH(bool, adminPolicies);
    QFETCH(bool, mixedPods);
    QFETCH(bool, serviceParts);
    QFETCH(bool, longLists);
    oracle::RandomOptions options;
    options.ipv6 = ipv6;
    options.refusedParts = refusedParts;
    options.services = services;
    options.variedText = variedText;
    options.adminPolicies = adminPolicies;
    options.mixedPods = mixedPods;
    options.serviceParts = serviceParts;
    options.ownerChains = true;
    options.podAddresses = true;
    if (longLists) { // of which the evaluator does not ask all rules
        options.maxNamespaces = 2;
        options.maxWorkloads = 40;
        options.maxPolicies = 40;
    }
    int lines = 0;
    const int clusters = longLists ? (clustersEach() + 9) / 10 : clustersEach();
    for (int seed = 1; seed <= clusters; ++seed) {
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
    qInfo("%d clusters, %d lines, 0 differences", clusters, lines);
    QVERIFY(lines > clusters);
}

void OracleTest::waysInLeadToParts_data()
{
    QTest::addColumn<bool>("adminPolicies");
    QTest::addColumn<bool>("refusedParts");
    QTest::newRow("plain") << false << false;
    QTest::newRow("cluster-wide policies") << true << false;
    QTest::newRow("cluster-wide policies, refused parts") << true << true;
}

/// Where ways in lead to is what the oracle says. What policies leave of that is told for all who
/// may come, of whom the oracle tries some.
void OracleTest::waysInLeadToParts()
{
    QFETCH(bool, adminPolicies);
    QFETCH(bool, refusedParts);
    oracle::RandomOptions options;
    options.mixedPods = true;
    options.serviceParts = true;
    options.ownerChains = true;
    options.variedText = false;
    options.adminPolicies = adminPolicies;
    options.refusedParts = refusedParts;
    int ways = 0;
    int parts = 0;
    const int clusters = clustersEach();
    for (int seed = 1; seed <= clusters; ++seed) {
        const oracle::RandomCluster random(unsigned(seed), options);
        const oracle::Cluster cluster = oracle::load(random.files());
        kube::Workspace workspace;
        for (const auto &[path, bytes] : random.files())
            workspace.add(path, bytes);
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        const auto actual = waysByText(verdict::waysIn(workspace, evaluator), evaluator);
        const std::vector<oracle::WayIn> expected = oracle::waysIn(cluster);
        for (const oracle::WayIn &way : expected) {
            const auto found = actual.find(way.text);
            const bool isFound = found != actual.end();
            // Of addresses all are tried, and NetworkPolicies only add what they admit to each.
            const bool isExact = way.comesFromAddress && cluster.adminPolicies.empty();
            if (isFound && isAsTold(found->second, way, isExact))
                continue;
            QFAIL(qPrintable(QString::fromStdString(
                "seed " + std::to_string(seed) + "\n" + random.text() + way.text + "\nexpected: " +
                told(way.leads.text(), way.toEveryone.text(), way.toSomebody.text()) +
                "\nactual: " +
                (isFound ? told(found->second.leads.text(), found->second.allowed.text(),
                                found->second.possible.text())
                         : "none"))));
        }
        QCOMPARE(actual.size(), expected.size());
        ways += int(expected.size());
        parts += oracle::servicesOfParts(cluster);
    }
    qInfo("%d clusters, %d ways, %d Services of some pods of a workload", clusters, ways, parts);
    QVERIFY(ways > clusters);
    QVERIFY(parts > clusters);
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
        options.adminPolicies = seed % 2 == 0;
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
            const std::string expected = told(fresh, judged);
            QVERIFY2(told(workspace, evaluator) == expected,
                     qPrintable(QStringLiteral("seed %1, step %2").arg(seed).arg(step)));
            QCOMPARE(told(workspace, copy), expected);
            QCOMPARE(workspace.diagnostics().size(), fresh.diagnostics().size());
        }
    }
    qInfo("%d edits, of which %d changed nothing that counts", edits, same);
    QVERIFY(same > edits / 10 && same < edits);
}

/// While a name is typed, every state of it is a namespace for a moment.
void OracleTest::namespacesAreForgotten()
{
    const std::string text = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                             "metadata:\n  name: a\n  namespace: shop\n"
                             "spec:\n  podSelector:\n    matchLabels: {app: a}\n";
    kube::Workspace workspace;
    const FileId file = workspace.add("a.yaml", text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    std::size_t at = text.find("shop") + 4;
    for (const char *key : {"p", "i", "n", "g"}) {
        workspace.apply(file, {{{at, at}, key}});
        ++at;
        evaluator.update(workspace);
        QCOMPARE(evaluator.namespaces().size(), std::size_t(1));
    }
    QVERIFY(evaluator.namespaces().count("shopping") == 1);
}

/// Items without a kind of their own, whose List loses its head to the one before.
void OracleTest::itemsFollowTheirShell()
{
    const std::string head = "apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n";
    const std::string second = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicyList\n"
                               "items:\n";
    const std::string item = "- metadata: {name: b}\n  spec: {podSelector: {}}\n";
    kube::Workspace workspace;
    const FileId file = workspace.add("a.yaml", head + second + item);
    const auto kinds = [](const kube::Workspace &from) {
        std::string result;
        for (const kube::ObjectPtr &object : from.objects())
            result += object->meta.kind + ' ' + object->meta.name + '\n';
        return result;
    };
    const std::string before = kinds(workspace);
    QVERIFY(before.find("NetworkPolicy b") != std::string::npos);
    const Patches joined{{{head.size(), head.size() + second.size()}, {}}};
    const Patches parted = inverse(workspace.file(file).bytes(), joined);
    workspace.apply(file, joined);
    kube::Workspace fresh;
    fresh.add("a.yaml", head + item);
    QCOMPARE(kinds(workspace), kinds(fresh));
    QVERIFY(kinds(workspace).find("Pod b") != std::string::npos);
    workspace.apply(file, parted);
    QCOMPARE(kinds(workspace), before);
}

QTEST_GUILESS_MAIN(OracleTest)
#include "tst_oracle.moc"
