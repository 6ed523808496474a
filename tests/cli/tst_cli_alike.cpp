#include "cli_run.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge::test;

namespace {

const std::pair<const char *, const char *> kFiles[] = {
    {"shop/api.yaml", R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  policyTypes: [Ingress]
  ingress:
    - from: [{podSelector: {matchLabels: {app: web}}}]
      ports: [{port: 8080}]
)"},
    {"shop/pods.yaml", R"(apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
spec: {containers: [{name: a, ports: [{containerPort: 8080}]}]}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
---
apiVersion: v1
kind: Pod
metadata: {name: ärger, namespace: shop, labels: {app: "İı"}}
)"},
    {"shop/zwei.yml", R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: data}
spec: {podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress]}
---
apiVersion: v1
kind: Pod
metadata: {name: db, namespace: data, labels: {app: db}}
)"},
    {"new/pods.yaml", R"(apiVersion: v1
kind: Pod
metadata: {name: api, namespace: shop, labels: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop, labels: {app: web}}
)"},
    {"broken.yaml", "a: [\n"},
};

/// One call, what it answers, and which file it writes.
struct Call
{
    const char *name;
    QStringList arguments;
    int code;
    const char *written = nullptr;
};

const std::vector<Call> &calls()
{
    static const std::vector<Call> all{
        {"new", {"new", "-n", "shop", "gateway:8443", "api:8080"}, 0},
        {"new into files",
         {"new", "--egress", "a:80", "b:53/UDP", "-o", "made.yaml"},
         0,
         "made.yaml.drawbridge.json"},
        {"list", {"list", "shop"}, 0},
        {"list json", {"list", "-o", "json", "shop"}, 0},
        {"list csv", {"list", "-o", "csv", "--groups", "shop"}, 0},
        {"list md", {"list", "-o", "md", "shop"}, 0},
        {"list dot", {"list", "-o", "dot", "shop"}, 0},
        {"list exposure", {"list", "--exposure", "-o", "json", "shop"}, 0},
        {"list by plugin", {"list", "--plugin", "cilium@1.15", "shop"}, 0},
        {"list two", {"list", "new", "shop/api.yaml", "shop/zwei.yml"}, 0},
        {"list broken", {"list", "broken.yaml", "shop"}, 2},
        {"list kept going", {"list", "--keep-going", "broken.yaml", "shop"}, 0},
        {"explain allowed", {"explain", "web", "shop/api", "--port", "TCP/8080", "shop"}, 0},
        {"explain not allowed", {"explain", "ärger", "shop/api", "shop"}, 1},
        {"explain json", {"explain", "internet", "shop/api", "-o", "json", "shop"}, 1},
        {"explain ambiguous", {"explain", "nobody", "shop/api", "shop"}, 2},
        {"diff", {"diff", "shop", "new"}, 1},
        {"diff json", {"diff", "-o", "json", "shop", "new"}, 1},
        {"diff nothing", {"diff", "shop", "shop"}, 0},
        {"lint", {"lint", "shop"}, 1},
        {"lint sarif", {"lint", "-o", "sarif", "shop"}, 1},
        {"lint junit", {"lint", "-o", "junit", "shop"}, 1},
        {"lint github", {"lint", "-o", "github", "shop"}, 1},
        {"lint errors only", {"lint", "--fail-on", "error", "shop"}, 0},
        {"allow", {"allow", "data/db", "shop/api", "--port", "TCP/80", "shop"}, 0},
        {"allow and write",
         {"allow", "data/db", "shop/api", "--port", "TCP/80", "-w", "shop"},
         0,
         "shop/api.yaml"},
        {"allow what is so", {"allow", "web", "shop/api", "--port", "TCP/8080", "shop"}, 0},
        {"revoke refused", {"revoke", "shop/web", "shop/ärger", "shop"}, 3},
        {"isolate", {"isolate", "shop", "--egress", "--dns", "--also", "shop"}, 2},
        {"isolate nowhere", {"isolate", "nowhere and nothing", "shop"}, 2},
        {"export svg", {"export", "shop", "--format", "svg", "-o", "-"}, 0},
        {"export html", {"export", "shop", "-o", "out.html"}, 0, "out.html"},
        {"export pdf", {"export", "shop", "-o", "out.pdf"}, 0, "out.pdf"},
        {"export png", {"export", "shop", "-o", "out.png"}, 0, "out.png"},
        {"export drawio", {"export", "shop", "--format", "drawio", "-o", "-"}, 0},
        {"export mmd", {"export", "shop", "--format", "mmd", "-o", "-"}, 0},
        {"export json", {"export", "shop", "--format", "json", "-o", "-"}, 0},
        {"export md", {"export", "shop", "--title", "Straße", "--format", "md", "-o", "-"}, 0},
        {"help", {"help"}, 0},
        {"help list", {"help", "list"}, 0},
        {"version", {"--version"}, 0},
        {"no such option", {"list", "--nothing", "shop"}, 2},
        {"no such file", {"list", "nothing.yaml"}, 2},
    };
    return all;
}

/// What shows a program another year.
const QStringList kWrongClock{QStringLiteral("LD_PRELOAD=" DRAWBRIDGE_WRONG_CLOCK)};

} // namespace

/// The same input gives the same bytes: run twice, elsewhere, by somebody else, in another
/// language, time zone, year and order of the file system.
class AlikeTest : public QObject
{
    Q_OBJECT

private slots:
    void clockIsWrong();
    void sameBytes_data();
    void sameBytes();

private:
    /// A folder of that name in a temporary one, its files made in one order or the other.
    static QString made(const QTemporaryDir &top, bool isReversed);
};

QString AlikeTest::made(const QTemporaryDir &top, bool isReversed)
{
    std::vector<std::pair<const char *, const char *>> files(std::begin(kFiles), std::end(kFiles));
    if (isReversed)
        std::reverse(files.begin(), files.end());
    for (const auto &[name, text] : files) {
        const QString path = top.filePath(QLatin1String(name));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write %s", name);
    }
    QDir(top.path()).mkdir(isReversed ? "home 2" : "home");
    return top.path();
}

/// Else nothing would be shown by what is asked under it.
void AlikeTest::clockIsWrong()
{
    const QStringList told[] = {QStringList{"date", "+%Y"},
                                kWrongClock + QStringList{"date", "+%Y"}};
    int years[2] = {};
    for (int i = 0; i < 2; ++i) {
        QProcess date;
        date.start("env", told[i]);
        QVERIFY(date.waitForFinished());
        years[i] = date.readAllStandardOutput().toInt();
    }
    QVERIFY(years[0] > 2000);
    QVERIFY(years[1] > years[0] + 10);
}

void AlikeTest::sameBytes_data()
{
    QTest::addColumn<int>("index");
    QVERIFY(calls().size() >= 20);
    for (int i = 0; i < int(calls().size()); ++i)
        QTest::newRow(calls()[std::size_t(i)].name) << i;
}

void AlikeTest::sameBytes()
{
    QFETCH(int, index);
    const Call &call = calls()[std::size_t(index)];
    const QStringList variables[] = {
        {"LC_ALL=C.UTF-8", "TZ=UTC", "HOME=home", "COLUMNS=80"},
        {"LC_ALL=C.UTF-8", "TZ=UTC", "HOME=home", "COLUMNS=80"},
        {"LC_ALL=", "LANG=de_DE.UTF-8", "LANGUAGE=de", "LC_NUMERIC=de_DE.UTF-8",
         "TZ=Pacific/Kiritimati", "HOME=home 2", "XDG_CONFIG_HOME=home 2/config", "COLUMNS=20",
         "CLICOLOR_FORCE=1", "USER=somebody"},
        {"LC_ALL=POSIX", "TZ=America/St_Johns", "HOME=/nonexistent", "NO_COLOR=1"},
        {"LC_ALL=tr_TR.UTF-8", "LANGUAGE=tr", "TZ=:", "HOME=", "QT_HASH_SEED=0"},
        QStringList{"LC_ALL=C.UTF-8", "HOME=home"} + kWrongClock,
    };
    CliRun first;
    QByteArray firstFile;
    int n = 0;
    for (const QStringList &those : variables) {
        const QTemporaryDir top;
        const QString folder = made(top, n % 2 == 1);
        const CliRun run = runCli(call.arguments, folder, {}, those);
        QByteArray written;
        if (call.written) {
            QFile file(folder + '/' + call.written);
            QVERIFY2(file.open(QIODevice::ReadOnly), (run.out + run.err).constData());
            written = file.readAll();
        }
        QVERIFY2(
            run.code == call.code,
            (run.out + "\n--\n" + run.err + "\nexit " + QByteArray::number(run.code)).constData());
        QVERIFY(!run.out.contains(folder.toUtf8()) && !run.err.contains(folder.toUtf8()));
        if (n++ == 0) {
            first = run;
            firstFile = written;
        }
        QCOMPARE(run.out, first.out);
        QCOMPARE(run.err, first.err);
        QCOMPARE(written, firstFile);
    }
}

QTEST_GUILESS_MAIN(AlikeTest)
#include "tst_cli_alike.moc"
