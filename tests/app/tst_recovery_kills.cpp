#include "document/document.h"
#include "document/unsaved.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"
#include "window/recovery_dialog.h"
#include "window/window_shell.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QProcessEnvironment>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstring>
#include <ctime>
#include <memory>
#include <vector>

using namespace drawbridge;

namespace {

constexpr qint64 kMostLost = 5000; ///< milliseconds of work
constexpr int kNothingOffered = 5;

/// The same clock for all programs.
qint64 now()
{
    timespec time = {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

QByteArray textOf(MainWindow &window)
{
    const kube::Workspace &workspace = window.document().workspace();
    if (workspace.files().empty())
        return {};
    return QByteArray::fromStdString(workspace.file(workspace.files().front()).bytes());
}

void append(const QString &path, const QByteArray &line)
{
    QFile file(path);
    if (file.open(QIODevice::Append))
        file.write(line);
}

/// Types until it is killed, mostly without a pause; each state of the text is written down.
int typeUntilKilled(const QString &folder)
{
    WindowShell shell;
    shell.window().show();
    shell.window().begin({folder + QStringLiteral("/shop.yaml")}, false);
    (void)QTest::qWaitFor([&] { return !shell.window().document().roots().isEmpty(); });
    const QString log = folder + QStringLiteral("/log");
    append(log, QByteArray::number(now()) + ' ' + hashOf(textOf(shell.window())) + '\n');
    QTimer typing;
    typing.setSingleShot(true);
    int count = 0;
    const auto next = [&] {
        constexpr int kPause = 1500;
        QRandomGenerator *random = QRandomGenerator::global();
        typing.start(random->bounded(30) == 0 ? kPause : 20 + random->bounded(60));
    };
    QObject::connect(&typing, &QTimer::timeout, &typing, [&] {
        TextEditor *editor = shell.window().text()->currentEditor();
        QTest::keyClicks(editor, QStringLiteral("#") + QString::number(count++));
        QTest::keyClick(editor, Qt::Key_Return);
        append(log, QByteArray::number(now()) + ' ' + hashOf(textOf(shell.window())) + '\n');
        next();
    });
    next();
    return QApplication::exec();
}

/// Starts as after a crash, and takes what is offered by the keyboard.
int restoreLast(const QString &folder)
{
    WindowShell shell;
    shell.window().show();
    QTimer answering;
    QObject::connect(&answering, &QTimer::timeout, &answering, [] {
        auto *dialog = qobject_cast<RecoveryDialog *>(QApplication::activeModalWidget());
        if (dialog && dialog->isActiveWindow())
            QTest::keyClick(dialog, Qt::Key_R, Qt::AltModifier);
    });
    answering.start(20);
    if (!shell.window().offerRecovery(false))
        return kNothingOffered;
    append(folder + QStringLiteral("/restored"), textOf(shell.window()));
    return 0;
}

struct State
{
    qint64 time;
    QByteArray hash;
};

/// One program that types, from its start to its death and the program after it.
class Life
{
public:
    Life() : m_folder(std::make_unique<QTemporaryDir>())
    {
        QFile::copy(QStringLiteral(":/examples/three-tier.yaml"), path("shop.yaml"));
        QFile::setPermissions(path("shop.yaml"), QFile::ReadOwner | QFile::WriteOwner);
        m_base = read("shop.yaml");
        start("--edit");
    }

    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QByteArray read(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// True when it is over; then `fault` and `lost` are known.
    bool step()
    {
        if (m_process->state() != QProcess::NotRunning && now() > m_started + 60'000) {
            fault = QStringLiteral("hangs");
            m_process->kill();
            m_process->waitForFinished();
            return true;
        }
        if (m_isRestoring) {
            if (m_process->state() != QProcess::NotRunning)
                return false;
            judge();
            return true;
        }
        if (m_killAt == 0 && !read("log").isEmpty())
            m_killAt = now() + QRandomGenerator::global()->bounded(200, 7000);
        if (m_killAt == 0 || now() < m_killAt)
            return false;
        m_killed = now();
        m_process->kill();
        m_process->waitForFinished();
        m_isRestoring = true;
        start("--restore");
        return false;
    }

    QString fault;
    qint64 lost = 0; ///< milliseconds
    bool wasOffered = false;

private:
    void start(const char *mode)
    {
        m_started = now();
        m_process = std::make_unique<QProcess>();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_STATE_HOME"), path("state"));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path("config"));
        m_process->setProcessEnvironment(environment);
        m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process->start(QCoreApplication::applicationFilePath(),
                         {QString::fromLatin1(mode), m_folder->path()});
        m_process->waitForStarted();
    }

    void judge()
    {
        std::vector<State> states;
        for (const QByteArray &line : read("log").split('\n'))
            if (const auto words = line.split(' '); words.size() == 2 && words[1].size() == 64)
                states.push_back({words[0].toLongLong(), words[1]});
        if (read("shop.yaml") != m_base)
            fault = QStringLiteral("the file itself was written");
        QByteArray hash = hashOf(m_base);
        wasOffered = m_process->exitCode() == 0;
        if (m_process->exitStatus() != QProcess::NormalExit ||
            (!wasOffered && m_process->exitCode() != kNothingOffered))
            fault = QStringLiteral("restoring ended with %1").arg(m_process->exitCode());
        if (wasOffered)
            hash = hashOf(read("restored"));
        const auto found = std::find_if(states.begin(), states.end(),
                                        [&](const State &state) { return state.hash == hash; });
        if (found == states.end())
            fault = QStringLiteral("what came back was never there");
        else if (found + 1 != states.end())
            lost = m_killed - (found + 1)->time;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_base;
    qint64 m_started = 0;
    qint64 m_killAt = 0;
    qint64 m_killed = 0;
    bool m_isRestoring = false;
};

} // namespace

/// R10: at most five seconds of work are lost. DRAWBRIDGE_KILLS=1000 for the long run.
class RecoveryKillsTest : public QObject
{
    Q_OBJECT

private slots:
    void atMostFiveSecondsAreLost();
};

void RecoveryKillsTest::atMostFiveSecondsAreLost()
{
    constexpr int kKills = 50;
    constexpr std::size_t kAtOnce = 6;
    const int kills = std::max(kKills, qEnvironmentVariableIntValue("DRAWBRIDGE_KILLS"));
    std::vector<std::unique_ptr<Life>> lives;
    int begun = 0;
    int ended = 0;
    int offered = 0;
    qint64 most = 0;
    QStringList faults;
    while (true) {
        while (lives.size() < kAtOnce && begun < kills) {
            lives.push_back(std::make_unique<Life>());
            ++begun;
        }
        if (lives.empty())
            break;
        QTest::qWait(10);
        std::erase_if(lives, [&](const auto &life) {
            if (!life->step())
                return false;
            ++ended;
            offered += life->wasOffered;
            most = std::max(most, life->lost);
            if (!life->fault.isEmpty())
                faults += life->fault;
            return true;
        });
    }
    qInfo().noquote() << QStringLiteral("R10: %1 kills, %2 restored, %3 without anything to "
                                        "restore; %4 s lost at most, %5 failed")
                             .arg(ended)
                             .arg(offered)
                             .arg(ended - offered)
                             .arg(double(most) / 1000, 0, 'f', 1)
                             .arg(faults.size());
    QCOMPARE(faults.join(QStringLiteral("; ")), QString());
    QCOMPARE(ended, kills);
    QVERIFY2(offered > ended / 3, "hardly anything was kept in time");
    QVERIFY(most <= kMostLost);
}

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("drawbridge"));
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge"));
    if (argc == 3 && std::strcmp(argv[1], "--edit") == 0)
        return typeUntilKilled(QString::fromLocal8Bit(argv[2]));
    if (argc == 3 && std::strcmp(argv[1], "--restore") == 0)
        return restoreLast(QString::fromLocal8Bit(argv[2]));
    Q_INIT_RESOURCE(resources);
    RecoveryKillsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_recovery_kills.moc"
