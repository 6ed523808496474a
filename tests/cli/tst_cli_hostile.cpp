#include "cli/bounded_run.h"
#include "cli/hostile_inputs.h"

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
    for (const char *command : {"lint", "list"}) {
        const BoundedRun run = runBounded({command, name}, m_folder.path());
        check(QLatin1String(command) + ' ' + name, run);
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
