#include "document/safe_save.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <map>
#include <sys/resource.h>
#include <unistd.h>

using namespace drawbridge;

namespace {

constexpr qsizetype kSize = 300'000;
const char *const kFiles[] = {"a.yaml", "b.yaml"};

QByteArray contents(char letter)
{
    return QByteArray(kSize, letter) + "\nend " + letter;
}

/// The program under test: saves both files of a folder, from all `old` to all `new`.
/// What it answers is what the user would be told.
enum Answer { AllSaved = 0, NothingSaved = 3, Unconfirmed = 4 };

int save(const char *folder)
{
    const QString path = QFile::decodeName(folder) + QLatin1Char('/');
    std::vector<SaveRequest> requests;
    for (const char *name : kFiles) {
        const QString file = path + QLatin1String(name);
        const bool isNew = !QFile::exists(file);
        requests.push_back({file, contents('n'), contents('o'), isNew, false});
    }
    // What is traced begins and ends with these.
    (void)!access("/drawbridge-begin", F_OK);
    const SaveOutcome outcome = saveTogether(requests);
    (void)!access("/drawbridge-end", F_OK);
    for (const Failure &failure : outcome.failures)
        if (failure.code == Code::SaveUnconfirmed)
            return Unconfirmed;
    return outcome.failures.empty() ? AllSaved : NothingSaved;
}

struct Call
{
    QString name;
    int number; ///< how often it was called before in the program's life, and once more
};

struct Figures
{
    int runs = 0;
    int lost = 0;       ///< a file is gone or empty
    int half = 0;       ///< a file holds neither the old nor the new text
    int apart = 0;      ///< "nothing saved", and something was; or "all saved", and not all was
    int reported = 0;   ///< told as failed or unconfirmed
    int allTheSame = 0; ///< saved in spite of the fault, and told so

    QString words() const
    {
        return QStringLiteral("%1 runs: %2 lost, %3 half, %4 told wrongly; %5 reported, %6 saved "
                              "all the same")
            .arg(runs)
            .arg(lost)
            .arg(half)
            .arg(apart)
            .arg(reported)
            .arg(allTheSame);
    }
};

} // namespace

/// R9: saving is all or nothing. DRAWBRIDGE_KILLS=10000 for the long run.
class SaveFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void randomKills();
    void killsAtEveryCall();
    void faultsAtEveryCall_data();
    void faultsAtEveryCall();
    void shortWrites();
    void noRoomInTheMiddle();
    void newFilesWithoutLinks_data();
    void newFilesWithoutLinks();

private:
    void reset();
    QByteArray read(const char *name) const;
    /// Runs the program, perhaps under strace; gives its answer, or -1 if it was killed.
    int run(const QStringList &injections, int killAfterMicroseconds = -1);
    void judge(int answer, Figures &figures);
    /// What the program calls while it saves.
    std::vector<Call> calls();
    bool isStraceThere();

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_limit; ///< of the size of files; empty: none
};

void SaveFaultsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    reset();
}

void SaveFaultsTest::reset()
{
    QDir folder(m_folder->path());
    for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
        folder.remove(name);
    for (const char *name : kFiles) {
        QFile file(folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(contents('o')), contents('o').size());
    }
}

QByteArray SaveFaultsTest::read(const char *name) const
{
    QFile file(m_folder->filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int SaveFaultsTest::run(const QStringList &injections, int killAfterMicroseconds)
{
    QStringList words{QCoreApplication::applicationFilePath(), QStringLiteral("--save"),
                      m_folder->path()};
    if (!m_limit.isEmpty())
        words += m_limit;
    if (!injections.isEmpty()) {
        QStringList strace{QStringLiteral("strace"), QStringLiteral("-qq"), QStringLiteral("-o"),
                           QStringLiteral("/dev/null")};
        for (const QString &injection : injections)
            strace += {QStringLiteral("-e"), QStringLiteral("inject=") + injection};
        words = strace + words;
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(words.takeFirst(), words);
    if (!process.waitForStarted())
        return -2;
    if (killAfterMicroseconds >= 0) {
        usleep(useconds_t(killAfterMicroseconds));
        process.kill();
    }
    process.waitForFinished();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() < 128
               ? process.exitCode()
               : -1;
}

void SaveFaultsTest::judge(int answer, Figures &figures)
{
    ++figures.runs;
    int saved = 0;
    for (const char *name : kFiles) {
        const QByteArray now = read(name);
        figures.lost += now.isEmpty();
        figures.half += !now.isEmpty() && now != contents('o') && now != contents('n');
        saved += now == contents('n');
    }
    const int all = int(std::size(kFiles));
    figures.apart += (answer == AllSaved && saved != all) || (answer == NothingSaved && saved != 0);
    figures.reported += answer == NothingSaved || answer == Unconfirmed;
    figures.allTheSame += answer == AllSaved;
}

bool SaveFaultsTest::isStraceThere()
{
    if (QStandardPaths::findExecutable(QStringLiteral("strace")).isEmpty())
        return false;
    return run({QStringLiteral("access:error=ENOENT:when=1")}) == AllSaved;
}

std::vector<Call> SaveFaultsTest::calls()
{
    QProcess process;
    process.start(QStringLiteral("strace"),
                  {QStringLiteral("-qq"), QCoreApplication::applicationFilePath(),
                   QStringLiteral("--save"), m_folder->path()});
    process.waitForFinished();
    std::map<QString, int> counts;
    std::vector<Call> result;
    bool isInside = false;
    static const QRegularExpression name(QStringLiteral("^([a-z_0-9]+)\\("));
    for (const QByteArray &line : process.readAllStandardError().split('\n')) {
        const auto match = name.match(QString::fromUtf8(line));
        if (!match.hasMatch())
            continue;
        const int number = ++counts[match.captured(1)];
        if (line.contains("/drawbridge-end"))
            break;
        if (isInside)
            result.push_back({match.captured(1), number});
        isInside |= line.contains("/drawbridge-begin");
    }
    reset();
    return result;
}

void SaveFaultsTest::randomKills()
{
    const int kills = std::max(200, qEnvironmentVariableIntValue("DRAWBRIDGE_KILLS"));
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(run({}), int(AllSaved));
    const int whole = int(timer.nsecsElapsed() / 1000);
    Figures figures;
    for (int i = 0; i < kills; ++i) {
        reset();
        judge(run({}, QRandomGenerator::global()->bounded(whole * 5 / 4)), figures);
    }
    qInfo().noquote() << "R9 random kills:" << figures.words();
    QCOMPARE(figures.lost + figures.half + figures.apart, 0);
    QVERIFY2(figures.allTheSame < kills * 9 / 10, "hardly any kill came in time");
}

void SaveFaultsTest::killsAtEveryCall()
{
    if (!isStraceThere())
        QSKIP("strace is missing, or may not trace; tests/run installs it");
    reset();
    const std::vector<Call> points = calls();
    QVERIFY2(points.size() >= 30, "the program was not traced");
    const auto syncs = std::count_if(points.begin(), points.end(), [](const Call &point) {
        return point.name == QLatin1String("fsync");
    });
    QVERIFY2(syncs >= 3, "both files and their folder reach the disk");
    Figures figures;
    for (const Call &point : points) {
        reset();
        const int answer =
            run({QStringLiteral("%1:signal=KILL:when=%2").arg(point.name).arg(point.number)});
        judge(answer, figures);
    }
    qInfo().noquote() << "R9 kills at every system call:" << figures.words();
    QCOMPARE(figures.lost + figures.half + figures.apart, 0);
    QVERIFY(figures.runs >= 30);
}

void SaveFaultsTest::faultsAtEveryCall_data()
{
    QTest::addColumn<QString>("error");
    for (const char *error : {"EIO", "ENOSPC", "EDQUOT", "EINTR"})
        QTest::newRow(error) << QString::fromLatin1(error);
}

/// At each call while saving; those on which the text depends may not pass unreported.
void SaveFaultsTest::faultsAtEveryCall()
{
    QFETCH(QString, error);
    if (!isStraceThere())
        QSKIP("strace is missing, or may not trace; tests/run installs it");
    reset();
    const QStringList decisive{QStringLiteral("write"), QStringLiteral("fsync"),
                               QStringLiteral("renameat2"), QStringLiteral("fchmod")};
    Figures figures;
    QStringList unreported;
    for (const Call &point : calls()) {
        if (point.name == QLatin1String("munmap") || point.name == QLatin1String("brk"))
            continue;
        reset();
        const QString place =
            QStringLiteral("%1:error=%2:when=%3").arg(point.name, error).arg(point.number);
        const int answer = run({place});
        judge(answer, figures);
        const bool mayPass = error == QLatin1String("EINTR") || !decisive.contains(point.name);
        if (answer < 0 || (answer == AllSaved && !mayPass))
            unreported += place;
    }
    qInfo().noquote() << "R9" << error << "at every system call:" << figures.words();
    QCOMPARE(unreported.join(QLatin1Char(' ')), QString());
    QCOMPARE(figures.lost + figures.half + figures.apart, 0);
    QVERIFY(figures.runs >= 10);
}

/// A write that says that it took only some bytes; strace leaves them unwritten, so the text cannot
/// be right, and that must be told.
void SaveFaultsTest::shortWrites()
{
    if (!isStraceThere())
        QSKIP("strace is missing, or may not trace; tests/run installs it");
    reset();
    Figures figures;
    for (const Call &point : calls()) {
        if (point.name != QLatin1String("write"))
            continue;
        for (const char *count : {"0", "1", "4096", "300000"}) {
            reset();
            judge(run({QStringLiteral("write:retval=%1:when=%2")
                           .arg(QLatin1String(count))
                           .arg(point.number)}),
                  figures);
        }
    }
    qInfo().noquote() << "R9 writes that lie:" << figures.words();
    QVERIFY(figures.runs >= 8);
    QCOMPARE(figures.allTheSame, 0);
    QCOMPARE(figures.lost + figures.half + figures.apart, 0);
}

/// The kernel itself takes only a part of the text.
void SaveFaultsTest::noRoomInTheMiddle()
{
    Figures figures;
    for (const char *limit : {"1", "4096", "299999"}) {
        reset();
        m_limit = QString::fromLatin1(limit);
        judge(run({}), figures);
        m_limit.clear();
    }
    qInfo().noquote() << "R9 no room in the middle:" << figures.words();
    QCOMPARE(figures.reported, 3);
    QCOMPARE(figures.lost + figures.half + figures.apart, 0);
}

void SaveFaultsTest::newFilesWithoutLinks_data()
{
    QTest::addColumn<QString>("error");
    for (const char *error : {"EPERM", "ENOSYS", "EOPNOTSUPP", "EMLINK"})
        QTest::newRow(error) << QString::fromLatin1(error);
}

/// File systems that can neither rename to a new name only nor link, as FAT through FUSE.
void SaveFaultsTest::newFilesWithoutLinks()
{
    QFETCH(QString, error);
    if (!isStraceThere())
        QSKIP("strace is missing, or may not trace; tests/run installs it");
    reset();
    QDir folder(m_folder->path());
    for (const char *name : kFiles)
        QVERIFY(folder.remove(QLatin1String(name)));
    const QStringList faults{QStringLiteral("renameat2:error=EINVAL"),
                             QStringLiteral("link:error=") + error};
    QCOMPARE(run(faults), int(AllSaved));
    for (const char *name : kFiles)
        QCOMPARE(read(name), contents('n'));
    QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden).size(), qsizetype(2));
}

int main(int argc, char *argv[])
{
    if (argc >= 3 && std::strcmp(argv[1], "--save") == 0) {
        if (argc == 4) {
            const rlim_t most = rlim_t(std::strtoul(argv[3], nullptr, 10));
            const rlimit limit{most, most};
            std::signal(SIGXFSZ, SIG_IGN);
            setrlimit(RLIMIT_FSIZE, &limit);
        }
        return save(argv[2]);
    }
    QCoreApplication application(argc, argv);
    SaveFaultsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_save_faults.moc"
