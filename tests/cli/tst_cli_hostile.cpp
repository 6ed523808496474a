#include "cli/bounded_run.h"
#include "cli/hostile_inputs.h"
#include "cli/many_policies.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace drawbridge::test;

namespace {

constexpr long kMostMegabytes = 512;
constexpr double kMostSeconds = 5; // told, not judged: the machine may be busy

/// The slowest and the largest, for the log.
struct Worst
{
    void take(const QString &name, const BoundedRun &run)
    {
        ++count;
        slow += run.cpu > kMostSeconds;
        large += run.megabytes > kMostMegabytes;
        if (run.cpu > seconds) {
            seconds = run.cpu;
            slowest = name;
        }
        if (run.megabytes > megabytes) {
            megabytes = run.megabytes;
            largest = name;
        }
    }

    int count = 0;
    int slow = 0;
    int large = 0;
    double seconds = 0;
    long megabytes = 0;
    QString slowest;
    QString largest;
};

} // namespace

/// Files that want to hang, to crash or to fill the memory: each gets a clear answer in bounds.
class HostileTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }
    void isBounded_data();
    void isBounded();
    void manyWithMany_data();
    void manyWithMany();
    void notAllIsCompared();
    void endlessInputEnds();
    void noFileThatIsNone_data();
    void noFileThatIsNone();
    void foldersThatHoldThemselves();
    void tooLittleMemoryIsTold();
    void cleanupTestCase();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void check(const QString &name, const BoundedRun &run);

    QTemporaryDir m_folder;
    Worst m_worst;
};

void HostileTest::check(const QString &name, const BoundedRun &run)
{
    m_worst.take(name, run);
    if (run.cpu > 1 || run.megabytes > 200)
        qInfo("%s: %.2f s, %ld MB", qPrintable(name), run.cpu, run.megabytes);
    QVERIFY2(run.signal == 0,
             qPrintable(QStringLiteral("%1: signal %2").arg(name).arg(run.signal)));
    QVERIFY2(run.code >= 0 && run.code <= 3, qPrintable(name));
    if (kMemoryIsMeasured)
        QVERIFY2(run.megabytes <= kMostMegabytes,
                 qPrintable(QStringLiteral("%1: %2 MB").arg(name).arg(run.megabytes)));
}

void HostileTest::isBounded_data()
{
    QTest::addColumn<int>("index");
    const auto inputs = hostileInputs();
    QVERIFY(inputs.size() >= 110);
    for (int i = 0; i < int(inputs.size()); ++i)
        QTest::newRow(inputs[std::size_t(i)].name.c_str()) << i;
}

void HostileTest::isBounded()
{
    QFETCH(int, index);
    static const auto inputs = hostileInputs();
    const HostileInput &input = inputs[std::size_t(index)];
    const QString name = QString::fromStdString(input.name);
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const std::string text = input.text();
        QVERIFY(text.size() <= kMostBytes + 200);
        QCOMPARE(file.write(text.data(), qint64(text.size())), qint64(text.size()));
    }
    for (const char *command : {"lint", "lint -o json", "list"}) {
        const QString line = QLatin1String(command) + ' ' + name;
        const BoundedRun run =
            runBounded(QLatin1String(command).toString().split(' ') << name, m_folder.path());
        check(line, run);
        if (QTest::currentTestFailed())
            break;
        if (!input.isRefused)
            continue;
        QCOMPARE(run.code, 2);
        static const QRegularExpression place(
            QStringLiteral("^[^:\\n]+:[1-9]\\d*:[1-9]\\d*: error: "),
            QRegularExpression::MultilineOption);
        const QString said = QString::fromUtf8(run.err + run.out);
        QVERIFY2(said.contains(place), qPrintable(said.left(300)));
    }
    QFile::remove(path(name));
}

/// Clusters of which every pair of pods has to do with every policy.
void HostileTest::manyWithMany_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto add = [](const char *name, const QStringList &command, const std::string &text,
                        int code) {
        QTest::newRow(name) << command << QByteArray::fromStdString(text) << code;
    };
    const std::string walls = manyPods(1000) + manyWalls(1000, "a");
    add("walls, listed", {"list", "x.yaml"}, walls, 0);
    add("walls, too many to list", {"list", "x.yaml"}, manyPods(1001) + manyWalls(1001, "a"), 3);
    add("walls, compared", {"diff", "x.yaml", "x.yaml"}, walls, 0);
    add("walls, drawn", {"export", "x.yaml", "-o", "x.svg"}, walls, 0);
    add("who may come", {"list", "--exposure", "x.yaml"}, manyPods(250) + manyWalls(1000, "b"), 0);
    const std::string tiers = manyPods(500) + manyTiers(500);
    add("tiers, listed", {"list", "--exposure", "x.yaml"}, tiers, 0);
    add("tiers, drawn", {"export", "x.yaml", "-o", "x.svg"}, tiers, 0);
    const std::string others = manyPods(1000) + manyOthers(1000);
    add("all but one, listed", {"list", "x.yaml"}, others, 0);
    add("all but one, compared", {"diff", "x.yaml", "x.yaml"}, others, 0);
    add("open", {"isolate", "default", "x.yaml"}, joined(1000, "---\n", numberedPod), 0);
    add("everybody with everybody", {"export", "x.yaml", "-o", "x.svg"},
        manyPods(320) + hostilePolicy("n", "  podSelector: {matchExpressions: [{key: app, "
                                           "operator: Exists}]}\n  ingress: [{from: "
                                           "[{podSelector: {matchExpressions: [{key: app, "
                                           "operator: Exists}]}}]}]\n"),
        3);
    const QStringList drawn{"export", "x.yaml", "-o", "x.svg"};
    const std::string most = manyPods(5000) + manyWalls(14'000, "a");
    add("most walls, linted", {"lint", "x.yaml"}, most, 1);
    add("most walls, compared", {"diff", "x.yaml", "x.yaml"}, most, 0);
    add("most walls, drawn", drawn, most, 3); // 14,000 arrows for 10,000 pairs and more each
    add("many walls, drawn", drawn, manyPods(5000) + manyWalls(5000, "a"), 0);
    const std::string butOne = manyPods(1000) + manyWallsButOne(1000, 18'000);
    add("most walls but one, listed", {"list", "x.yaml"}, butOne, 3);
    add("most walls but one, linted", {"lint", "x.yaml"}, butOne, 1);
    add("most walls but one, compared", {"diff", "x.yaml", "x.yaml"}, butOne, 0);
    add("most walls but one, drawn", drawn, butOne, 3); // each rule would stand at 999 arrows
    add("both ways", drawn, manyPods(2000) + manyWallsBothWays(2000), 0);
    add("peers", drawn,
        manyPods(5000) + oneWall("  ingress: [{from: [", 5000, ", ", podsLike, "]}]\n"), 0);
    const std::string ports =
        manyPods(2000) +
        oneWall(
            "  ingress: [{from: [{podSelector: {}}], ports: [", 20'000, ", ",
            [](std::size_t i) { return "{port: " + std::to_string(2 * i + 1) + '}'; }, "]}]\n");
    add("ports, listed", {"list", "x.yaml"}, ports, 3);
    add("ports, drawn", drawn, ports, 0);
    const std::string addresses = joined(3000, "---\n", podOfDaemonSet) + "---\n" +
                                  oneWall("  ingress: [{from: [", 1500, ", ", blockOfPod, "]}]\n");
    add("addresses, listed", {"list", "x.yaml"}, addresses, 0);
    add("addresses, drawn", drawn, addresses, 0);
    const std::string hub = hubs(2000, 55);
    add("hubs, listed", {"list", "x.yaml"}, hub, 0);
    const QStringList linted{"lint", "x.yaml"};
    const QStringList mended{"lint", "-o", "json", "x.yaml"};
    add("hubs, linted", linted, hub, 0);
    const QStringList isolated{"isolate", "default", "--egress", "x.yaml"};
    add("most walls, isolated", isolated, most, 3);
    add("most walls but one, isolated", isolated, butOne, 3);
    add("hubs, isolated", isolated, hub, 3);
    add("walls, mended", mended, walls, 1);
    add("most walls, mended", mended, most, 1);
    add("most walls but one, mended", mended, butOne, 1);
    add("ports, mended", mended, ports, 1);
    add("what another policy says, mended", mended,
        manyPods(300) + manyWith(2000,
                                 [](std::size_t i) {
                                     return "{from: [" + podsLike(i % 300) + ", " +
                                            podsLike(i % 7) + "]}, {from: [" + podsLike(i % 300) +
                                            "]}";
                                 }),
        1);
    const auto twoPeers = [](std::size_t i) {
        const std::string peers = podsLike(0) + ", " + podsLike(i + 1);
        return "{from: [" + peers + "]}]\n  policyTypes: [Ingress, Egress]\n  egress: [{to: [" +
               peers + "]}";
    };
    add("two peers, linted", linted, manyWith(19'000, twoPeers), 0);
    add("two peers, drawn", drawn, manyWith(12'000, twoPeers), 3);
    add("blocks but for some of each pod, linted", linted,
        joined(14'000, "---\n",
               [](std::size_t i) {
                   return hostilePolicy("n" + std::to_string(i),
                                        "  podSelector: {matchLabels: {app: a" + std::to_string(i) +
                                            "}}\n  policyTypes: [Egress]\n  egress: [{to: "
                                            "[{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8, "
                                            "172.16.0.0/12, 192.168.0.0/16]}}]}]\n");
               }),
        0);
    add("ranges, linted", linted,
        manyWith(19'900,
                 [](std::size_t i) {
                     return "{from: [" + podsLike(0) +
                            "], ports: [{port: " + std::to_string(i + 1) +
                            ", endPort: " + std::to_string(i + 3) + "}]}";
                 }),
        0);
    add("namespaces, linted", linted,
        manyWith(19'900,
                 [](std::size_t i) {
                     return "{from: [{namespaceSelector: {matchLabels: {team: t" +
                            std::to_string(i) +
                            "}}, podSelector: {matchLabels: {app: a}}}], ports: [{port: 80}]}";
                 }),
        0);
    const auto blocksButForSome = manyWith(19'900, [](std::size_t i) {
        const std::string start = std::to_string(i % 200 + 1) + '.' + std::to_string(i / 200);
        return "{from: [{ipBlock: {cidr: " + start + ".0.0/16, except: [" + start +
               ".1.0/24]}}], ports: [{port: " + std::to_string(i + 1) + "}]}";
    });
    add("blocks but for some, linted", linted, blocksButForSome, 1);
    add("blocks but for some, drawn", drawn, blocksButForSome, 0);
    add("blocks but for some, of a pod, drawn", drawn, manyPods(1) + blocksButForSome, 0);
    add("blocks but for some, of a pod", {"list", "x.yaml"}, manyPods(1) + blocksButForSome, 0);
    add("one of two values, linted", linted,
        manySubjects(19'900, "{key: app, operator: In, values: [a, b", "]}"), 0);
    add("one key of many, linted", linted,
        manySubjects(19'900, "{key: app, operator: DoesNotExist}, {key: k", ", operator: Exists}"),
        0);
    add("not one value, linted", linted,
        manySubjects(19'900, "{key: app, operator: Exists}, {key: app, operator: NotIn, values: [a",
                     "]}"),
        0);
    add("named ports", {"diff", "x.yaml", "x.yaml"}, manyPods(5000) + manyNamedPorts(5000), 0);
    add("blocks", {"explain", "default/p1[Pod]", "internet", "x.yaml"},
        numberedPod(1) + "---\n" + manyBlocks(10'000), 3);
}

void HostileTest::manyWithMany()
{
    QFETCH(QStringList, command);
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFile file(path("x.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    const BoundedRun run = runBounded(command, m_folder.path());
    check(command.join(' ') + QLatin1String(": ") + QLatin1String(QTest::currentDataTag()), run);
    QVERIFY2(run.code == code, run.err.left(300).constData());
    QVERIFY(code < 2 || run.err.contains(": error: "));
}

/// Where rules are so much alike that comparing them would take long, that is told.
void HostileTest::notAllIsCompared()
{
    QFile file(path("x.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::string text = pairsOfPeers(288, 16);
    QCOMPARE(file.write(text.data(), qint64(text.size())), qint64(text.size()));
    file.close();
    const BoundedRun run = runBounded({"lint", "x.yaml"}, m_folder.path());
    check("lint: pairs of peers", run);
    QVERIFY2(run.code < 2, run.err.left(300).constData());
    QCOMPARE((run.out + run.err).count("[DB245]"), 1);
}

void HostileTest::endlessInputEnds()
{
    const BoundedRun run = runBounded({"list", "-"}, m_folder.path(), "/dev/zero");
    check("list - < /dev/zero", run);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains("too large"), run.err.left(300).constData());
}

void HostileTest::noFileThatIsNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("device without end") << "/dev/zero";
    QTest::newRow("device") << "/dev/null";
    QTest::newRow("terminal") << "/dev/tty";
    QTest::newRow("pipe without writer") << "pipe.yaml";
    QTest::newRow("link to itself") << "loop.yaml";
    QTest::newRow("link to a device") << "zero.yaml";
    QTest::newRow("link to nothing") << "nothing.yaml";
    QTest::newRow("no permission") << "/proc/self/mem";
    QTest::newRow("not there") << "absent.yaml";
}

void HostileTest::noFileThatIsNone()
{
    QFETCH(QString, name);
    mkfifo(qPrintable(path("pipe.yaml")), 0600);
    QFile::link("loop.yaml", path("loop.yaml"));
    QFile::link("/dev/zero", path("zero.yaml"));
    QFile::link("not here", path("nothing.yaml"));
    const BoundedRun run = runBounded({"list", name}, m_folder.path());
    check("list " + name, run);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.startsWith("drawbridge: error: "), run.err.left(300).constData());
    QVERIFY(run.seconds < 60);
}

/// A folder with links to itself, pipes and devices in it, very deep, and one file that counts.
void HostileTest::foldersThatHoldThemselves()
{
    QVERIFY(QDir(m_folder.path()).mkpath("folder/a/b"));
    const QString folder = path("folder");
    QFile::link(folder, folder + "/a/b/again");
    QFile::link("..", folder + "/a/up.yaml");
    QFile::link("self.yaml", folder + "/self.yaml");
    QFile::link("/dev/zero", folder + "/zero.yaml");
    mkfifo(qPrintable(folder + "/pipe.yaml"), 0600);
    QString deep = folder;
    for (int i = 0; i < 100; ++i)
        deep += "/d";
    QVERIFY(QDir().mkpath(deep));
    QFile file(folder + "/a/good.yaml");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(numberedPod(1).c_str());
    file.write("---\n");
    file.write(numberedPod(2).c_str());
    file.close();
    const BoundedRun run = runBounded({"list", "folder"}, m_folder.path());
    check("list folder", run);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.out.contains("default/p1[Pod] => default/p2[Pod] : All Connections"),
             run.out.left(300).constData());
    QVERIFY2(run.err.contains("folders deep") && run.err.contains("zero.yaml") &&
                 run.err.contains("pipe.yaml"),
             run.err.left(600).constData());
}

/// Whatever amount of memory there is, from what just starts the program on.
void HostileTest::tooLittleMemoryIsTold()
{
    if (!kMemoryIsMeasured)
        return; // the sanitizer needs all of it
    constexpr int kPolicies = 5000;
    QFile file(path("many.yaml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int i = 0; i < kPolicies; ++i)
        file.write("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p" +
                   QByteArray::number(i) + "\n  namespace: n" + QByteArray::number(i % 100) +
                   "\nspec:\n  podSelector:\n    matchLabels:\n      app: p" +
                   QByteArray::number(i) + "\n---\n");
    file.close();
    const auto isTooLittle = [this](rlim_t megabytes) {
        return runBounded({"--version"}, m_folder.path(), "/dev/null", megabytes).code != 0;
    };
    rlim_t least = 16;
    while (least < 1024 && isTooLittle(least))
        least += 8;
    int refused = 0;
    for (const QStringList &command :
         {QStringList{"lint"}, {"list"}, {"isolate", "n0"}, {"export", "-o", "a.svg"}}) {
        for (const rlim_t more : {8, 16, 24, 40, 64, 96, 160}) {
            const BoundedRun run = runBounded(command + QStringList{"many.yaml"}, m_folder.path(),
                                              "/dev/null", least + more);
            check(command.join(' ') + " with too little memory", run);
            const bool isRefused = run.err.contains("not enough memory");
            QVERIFY2(!isRefused || (run.code == 2 && run.out.isEmpty()), run.out.left(300));
            refused += isRefused ? 1 : 0;
        }
    }
    qInfo("%d of 28 runs had too little memory, from %ld MB on", refused, long(least) + 8);
    QVERIFY(refused > 0);
}

void HostileTest::cleanupTestCase()
{
    qInfo(
        "%d runs; slowest %s: %.2f s of processor time; largest %s: %ld MB; over %.0f s: %d; over "
        "%ld MB: %d",
        m_worst.count, qPrintable(m_worst.slowest), m_worst.seconds, qPrintable(m_worst.largest),
        m_worst.megabytes, kMostSeconds, m_worst.slow, kMostMegabytes, m_worst.large);
}

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_cli_hostile.moc"
