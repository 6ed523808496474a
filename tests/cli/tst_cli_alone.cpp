#include "cli_run.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace drawbridge::test;

namespace {

const char *const kPods = R"(apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]
)";

/// Names that would lead out of the folder, wherever a name may stand.
const char *const kTraversal = R"(apiVersion: v1
kind: Namespace
metadata: {name: "../../outside", labels: {"../../outside": "../../outside"}}
---
apiVersion: v1
kind: Pod
metadata: {name: "../../outside/pod", namespace: "../../outside", labels: {app: "/outside"}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: "/outside", namespace: "../../outside"}
spec: {podSelector: {matchLabels: {app: "../../outside"}}}
)";

/// It names a program, as kubeconfigs may.
const char *const kKubeconfig = R"(apiVersion: v1
kind: Config
clusters: [{name: c, cluster: {server: "127.0.0.1:1"}}]
users:
  - name: u
    user: {exec: {apiVersion: client.authentication.k8s.io/v1, command: ./program}}
contexts: [{name: x, context: {cluster: c, user: u}}]
current-context: x
)";

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// Every file below a folder, with its bytes.
QMap<QString, QByteArray> contents(const QString &folder)
{
    QMap<QString, QByteArray> all;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QFileInfo info(it.next());
        QByteArray bytes = info.isDir() ? "folder" : "special";
        if (info.isSymLink())
            bytes = "link " + info.symLinkTarget().toUtf8();
        else if (info.isFile()) {
            QFile file(info.filePath());
            static_cast<void>(file.open(QIODevice::ReadOnly));
            bytes = file.readAll();
        }
        all[QDir(folder).relativeFilePath(info.filePath())] = bytes;
    }
    return all;
}

} // namespace

/// The program writes no file but those that it was told to, starts no program and asks no network:
/// watched from outside.
class AloneTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void commandLine_data();
    void commandLine();
    void writesWhereItIsTold();
    void window();

private:
    /// The calls of a run, one a line; nothing where they cannot be watched.
    std::optional<QStringList> watched(const QStringList &arguments, bool isWindow = false);
    QString project() const { return m_top->filePath("project"); }
    void checkFiles(const QStringList &calls, const QStringList &allowed);
    void checkReads(const QStringList &calls, const QStringList &named);

    std::unique_ptr<QTemporaryDir> m_top;
    int m_code = -1;
};

void AloneTest::init()
{
    m_top = std::make_unique<QTemporaryDir>();
    write(project() + "/pods.yaml", kPods);
    write(project() + "/names.yaml", kTraversal);
    write(project() + "/kubeconfig.yaml", kKubeconfig);
    write(project() + "/.kube/config", kKubeconfig);
    write(m_top->filePath("outside/secret.yaml"), kPods);
    write(project() + "/.git/config", "[core]\n\tfsmonitor = ./program\n\tpager = ./program\n"
                                      "[diff]\n\texternal = ./program\n");
    for (const char *name : {"program", "kubectl", "git", "dot", "drawbridge", "sh"}) {
        const QString path = project() + '/' + name;
        write(path, "#!/bin/sh\ntouch started\n");
        QFile::setPermissions(path, QFile::ReadOwner | QFile::ExeOwner);
    }
    QFile::link(m_top->filePath("outside"), project() + "/folder-outside");
}

std::optional<QStringList> AloneTest::watched(const QStringList &arguments, bool isWindow)
{
    const QString strace = QStandardPaths::findExecutable("strace");
    if (strace.isEmpty())
        return {};
    const QString log = m_top->filePath("calls.txt");
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                             "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS"})
        environment.remove(QLatin1String(name));
    environment.insert("QT_QPA_PLATFORM", "offscreen");
    environment.insert("PATH", ".:" + project() + ':' + environment.value("PATH"));
    environment.insert("KUBECONFIG", project() + "/kubeconfig.yaml");
    environment.insert("HOME", m_top->filePath("home"));
    for (const char *name : {"CONFIG", "DATA", "STATE", "CACHE"})
        environment.insert(QStringLiteral("XDG_%1_HOME").arg(QLatin1String(name)),
                           m_top->filePath("home/") + QLatin1String(name));
    environment.insert("XDG_RUNTIME_DIR", m_top->filePath("home/run"));
    QDir().mkpath(m_top->filePath("home/run"));
    QFile::setPermissions(m_top->filePath("home/run"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(project());
    QStringList words{
        "-f",
        "-qq",
        "-s",
        "4096",
        "-o",
        log,
        "-e",
        "trace=%network,execve,execveat,open,openat,openat2,creat,mkdir,mkdirat,unlink,"
        "unlinkat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,mknod,mknodat,"
        "truncate"};
    if (isWindow)
        words += {"timeout", "-s", "TERM", "8"};
    words += DRAWBRIDGE_BINARY;
    process.start(strace, words + arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    m_code = process.exitCode();
    QFile file(log);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QStringList calls = QString::fromUtf8(file.readAll()).split('\n', Qt::SkipEmptyParts);
    // Where processes may not be watched, strace ends at once.
    return calls.filter("execve(").isEmpty() ? std::nullopt : std::optional(calls);
}

/// What is opened to be written or changed lies below one of these.
void AloneTest::checkFiles(const QStringList &calls, const QStringList &allowed)
{
    static const QRegularExpression path(QStringLiteral("\"([^\"]*)\""));
    static const QRegularExpression reads(QStringLiteral("O_RDONLY|O_PATH"));
    static const QRegularExpression failed(QStringLiteral("= -1 E"));
    for (const QString &call : calls) {
        const bool isOpen = call.contains("open");
        if (call.contains("execve") || call.contains("socket") || call.contains(failed) ||
            (isOpen && call.contains(reads) && !call.contains("O_CREAT")))
            continue;
        for (auto it = path.globalMatch(call); it.hasNext();) {
            const QString name =
                QDir::cleanPath(QDir(project()).absoluteFilePath(it.next().captured(1)));
            QVERIFY2(std::any_of(allowed.begin(), allowed.end(),
                                 [&](const QString &one) { return name.startsWith(one); }),
                     qPrintable(call));
        }
    }
}

/// What is read is named, or lies below what is named and is not hidden there, or is the layout
/// beside it; else it is the system's, or the program's own in the user's folders.
void AloneTest::checkReads(const QStringList &calls, const QStringList &named)
{
    static const QRegularExpression opened(
        QStringLiteral("open(?:at|at2)?\\([^\"]*\"([^\"]*)\".*= \\d+$"));
    const QStringList system{"/usr/", "/lib",       "/etc/", "/proc/", "/sys/",
                             "/dev/", "/var/cache", "/run/", "/opt/",  m_top->filePath("home/")};
    QStringList allowed;
    for (const QString &name : named)
        allowed += QDir::cleanPath(QDir(project()).absoluteFilePath(name));
    int seen = 0;
    for (const QString &call : calls) {
        const QRegularExpressionMatch match = opened.match(call);
        seen += match.hasMatch();
        if (!match.hasMatch() || call.contains(QLatin1String("O_DIRECTORY")))
            continue;
        const QString name = QDir::cleanPath(QDir(project()).absoluteFilePath(match.captured(1)));
        const bool isSystem = std::any_of(system.begin(), system.end(),
                                          [&](const QString &one) { return name.startsWith(one); });
        const bool isNamed = std::any_of(allowed.begin(), allowed.end(), [&](const QString &one) {
            return name == one || name == one + QStringLiteral(".drawbridge.json") ||
                   (name.startsWith(one + '/') && !name.mid(one.size()).contains("/."));
        });
        QVERIFY2(isSystem || isNamed || name.endsWith("/.drawbridge.json"), qPrintable(call));
    }
    QVERIFY2(seen > 10, "libraries at least are opened");
}

void AloneTest::commandLine_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QList<QStringList> all{
        {"list", "."},
        {"list", "--exposure", "--groups", "."},
        {"list", "-o", "json", "pods.yaml", "names.yaml"},
        {"list", "folder-outside"},
        {"list", "kubeconfig.yaml"},
        {"list", ".kube"},
        {"list", ".git"},
        {"list", "-"},
        {"list", "--plugin", "calico", "."},
        {"list", "http://127.0.0.1:1/a.yaml"},
        {"list", "https://example.org/a.yaml"},
        {"list", "ssh://127.0.0.1/a.yaml"},
        {"list", "//127.0.0.1/share/a.yaml"},
        {"list", "file:///etc/passwd"},
        {"list", "|./program"},
        {"list", "$(./program)"},
        {"list", "`./program`.yaml"},
        {"list", "; ./program"},
        {"list", "--kubeconfig=kubeconfig.yaml", "."},
        {"lint", "."},
        {"lint", "-o", "sarif", "."},
        {"lint", "-o", "junit", "."},
        {"lint", "-o", "github", "."},
        {"explain", "web", "api", "pods.yaml"},
        {"explain", "internet", "api", "--port", "80", "pods.yaml"},
        {"diff", "pods.yaml", "names.yaml"},
        {"diff", "pods.yaml", "folder-outside"},
        {"allow", "web", "api", "--port", "TCP/81", "pods.yaml"},
        {"revoke", "web", "api", "pods.yaml"},
        {"isolate", "shop", "pods.yaml"},
        {"isolate", "../../outside", "names.yaml"},
        {"isolate", "../../outside", "-w", "."},
        {"new", "-n", "shop", "a:80", "b:81"},
        {"new", "-n", "../../outside", "a:80"},
        {"new", "../../outside:80"},
        {"export", "pods.yaml", "--format", "svg", "-o", "-"},
        {"export", "pods.yaml", "--format", "html", "-o", "-"},
        {"export", "pods.yaml", "--format", "dot", "-o", "-"},
        {"export", "pods.yaml", "--format", "json", "-o", "-"},
        {"export", "pods.yaml", "-o", "pods.yaml"},
        {"export", "pods.yaml", "-o", "x.drawbridge.json"},
        {"export", "pods.yaml", "-o", "no/such/folder/x.svg"},
        {"help"},
        {"--version"},
    };
    QVERIFY(all.size() >= 40);
    for (const QStringList &arguments : all)
        QTest::newRow(qPrintable(arguments.join(' '))) << arguments;
}

void AloneTest::commandLine()
{
    QFETCH(QStringList, arguments);
    const QMap<QString, QByteArray> before = contents(m_top->path());
    const auto calls = watched(arguments);
    if (!calls)
        QSKIP("strace is not installed, or may not watch processes here");
    QVERIFY(m_code >= 0 && m_code <= 3);
    QCOMPARE(calls->filter("socket").join('\n'), QString());
    QCOMPARE(calls->filter("connect(").join('\n'), QString());
    QVERIFY2(calls->filter("exec").size() == 1, qPrintable(calls->filter("exec").join('\n')));
    checkFiles(*calls, {"/dev/null", "/dev/tty", project() + "/no/such/folder"});
    checkReads(*calls, arguments);
    QMap<QString, QByteArray> after = contents(m_top->path());
    after.remove("calls.txt");
    for (const QString &name : after.keys())
        if (name.startsWith("home"))
            after.remove(name);
    QCOMPARE(after.keys(), before.keys());
    QVERIFY(after == before);
}

/// A file that is named is written, with what lies beside it, and nothing else.
void AloneTest::writesWhereItIsTold()
{
    const QMap<QString, QByteArray> before = contents(project());
    for (const QStringList &arguments :
         {QStringList{"allow", "web", "api", "--port", "TCP/81", "-w", "pods.yaml"},
          {"export", "pods.yaml", "-o", "out.svg"},
          {"export", "pods.yaml", "-o", "out.png"},
          {"export", "pods.yaml", "-o", "out.pdf"},
          {"new", "-n", "made", "a:80", "-o", "made.yaml"}}) {
        const auto calls = watched(arguments);
        if (!calls)
            QSKIP("strace is not installed, or may not watch processes here");
        QCOMPARE(m_code, 0);
        // Who the user is may be asked of the name service of the machine.
        for (const QString &call : calls->filter("connect(") + calls->filter("socket("))
            QVERIFY2(call.contains("AF_UNIX") &&
                         (call.contains("socket(") || call.contains("/nscd/")),
                     qPrintable(call));
        QVERIFY2(calls->filter("exec").size() == 1, qPrintable(calls->filter("exec").join('\n')));
        // What fonts need is remembered in the user's cache.
        checkFiles(*calls, {"/dev/null", project(), m_top->filePath("home"),
                            "/var/cache/fontconfig", "/proc/self"});
    }
    QStringList names = contents(project()).keys();
    for (const QString &name : before.keys())
        names.removeOne(name);
    QCOMPARE(names, QStringList({"made.yaml", "made.yaml.drawbridge.json", "out.pdf", "out.png",
                                 "out.svg"}));
}

/// The window on the folder: no network, no program but itself as layout process, no file but in
/// the user's own folders.
void AloneTest::window()
{
    const QMap<QString, QByteArray> before = contents(project());
    const auto calls = watched({project()}, true);
    if (!calls)
        QSKIP("strace is not installed, or may not watch processes here");
    QCOMPARE(m_code, 124); // it was there until it was ended
    checkReads(*calls, {project(), QStringLiteral(DRAWBRIDGE_BINARY)});
    for (const QString &call : calls->filter("socket("))
        QVERIFY2(call.contains("AF_UNIX") || call.contains("AF_LOCAL"), qPrintable(call));
    for (const QString &call : calls->filter("connect("))
        QVERIFY2(call.contains("AF_UNIX") || call.contains("AF_LOCAL"), qPrintable(call));
    const QString own = QFileInfo(QStringLiteral(DRAWBRIDGE_BINARY)).canonicalFilePath();
    int started = 0;
    for (const QString &call : calls->filter("execve(")) {
        started += call.contains(QStringLiteral("\"%1\"").arg(own));
        QVERIFY2(call.contains(QStringLiteral("\"%1\"").arg(own)) || call.contains("/timeout\""),
                 qPrintable(call));
        QVERIFY2(!call.contains(own + "\", [") || call.contains("\"--layout-worker\"") ||
                     call.contains(project()),
                 qPrintable(call));
    }
    QVERIFY(started >= 1);
    checkFiles(*calls, {"/dev/", "/proc/self", "/var/cache/fontconfig", m_top->filePath("home"),
                        "/memfd", "/tmp/qt_temp", "/tmp/drawbridge"});
    QVERIFY(contents(project()) == before);
}

QTEST_GUILESS_MAIN(AloneTest)
#include "tst_cli_alone.moc"
