#include "cli_run.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include <sys/stat.h>

using drawbridge::test::CliRun;

namespace {

const QByteArray kSketch = R"(# Kept as it is.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api # the API
  policyTypes:
    - Ingress
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
)";

const QByteArray kBroken = "apiVersion: v1\nkind: Pod\nmetadata: {name: a\n";

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void version();
    void help();
    void wrongUsage_data();
    void wrongUsage();

    void listsASketch();
    void listExposure();
    void listFormats();
    void listsStandardInput();
    void listsWithANamespace();
    void listSaysWhatIsMissing();
    void doubleDashEndsOptions();
    void brokenDocument();
    void oneComma();
    void notUtf8();
    void nothingToRead();
    void missingPath();
    void pipeIsNotRead();
    void sameBytesInAnyLocale();
    void controlCharactersAreVisible();

    void diff_data();
    void diff();
    void diffOfEqualFiles();
    void diffTellsNamesakesApart();
    void diffNeedsTwo();

    void lintExitCodes();
    void lintJson();
    void lintSarif();
    void lintJunit();
    void lintGithub();

    void newOnStandardOutput();
    void newWritesTheSideFile();
    void newOverwritesNothing();

    void allowPrintsADiff();
    void allowSaves();
    void allowWhatIsAllowed();
    void allowUnknownName();
    void allowReadOnlyFile();
    void revoke();
    void isolate();

private:
    CliRun run(const QStringList &arguments, const QByteArray &input = {},
               const QStringList &variables = {}) const
    {
        return drawbridge::test::runCli(arguments, m_folder->path(), input, variables);
    }
    QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    void write(const char *name, const QByteArray &bytes) const;
    QByteArray read(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCli::initTestCase()
{
    QVERIFY2(QFileInfo::exists(QStringLiteral(DRAWBRIDGE_BINARY)), "build the program first");
}

void TestCli::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestCli::write(const char *name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray TestCli::read(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

void TestCli::version()
{
    const CliRun result = run({"--version"});
    EXPECT_CODE(result, 0);
    QVERIFY(result.out.startsWith("drawbridge "));
    QCOMPARE(result.err, QByteArray());
}

void TestCli::help()
{
    for (const char *name : {"new", "list", "lint", "allow", "revoke", "isolate", "export"}) {
        const CliRun page = run({"help", name});
        EXPECT_CODE(page, 0);
        QVERIFY(page.out.startsWith(QByteArray("drawbridge ") + name));
        QCOMPARE(run({name, "--help"}).out, page.out);
        QVERIFY(run({"help"}).out.contains(QByteArray("drawbridge ") + name));
    }
}

void TestCli::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no path") << QStringList{"list"};
    QTest::newRow("unknown option") << QStringList{"list", "--foo", "a.yaml"};
    QTest::newRow("no value") << QStringList{"list", "a.yaml", "-o"};
    QTest::newRow("unknown format") << QStringList{"list", "a.yaml", "-o", "xml"};
    QTest::newRow("unknown subcommand in help") << QStringList{"help", "foo"};
    QTest::newRow("allow without port") << QStringList{"allow", "web", "api", "a.yaml"};
    QTest::newRow("allow with a wrong port")
        << QStringList{"allow", "web", "api", "--port", "TCP/0", "a.yaml"};
    QTest::newRow("allow without target") << QStringList{"allow", "web", "--port", "all"};
    QTest::newRow("isolate without file") << QStringList{"isolate", "shop"};
    QTest::newRow("unknown namespace") << QStringList{"isolate", "nowhere", "a.yaml"};
    QTest::newRow("wrong namespace") << QStringList{"list", "-n", "A B", "a.yaml"};
    QTest::newRow("unknown severity") << QStringList{"lint", "--fail-on", "fatal", "a.yaml"};
    QTest::newRow("export without file") << QStringList{"export", "a.yaml"};
    QTest::newRow("export of no format") << QStringList{"export", "a.yaml", "-o", "a.gif"};
    QTest::newRow("new with a wrong name") << QStringList{"new", "Web"};
    QTest::newRow("new with a wrong port") << QStringList{"new", "web:http"};
}

void TestCli::wrongUsage()
{
    QFETCH(QStringList, arguments);
    write("a.yaml", kSketch);
    const CliRun result = run(arguments);
    EXPECT_CODE(result, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCli::listsASketch()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"list", "a.yaml"});
    EXPECT_CODE(result, 0);
    QCOMPARE(result.out, QByteArray("shop/api[Pods] => 0.0.0.0-255.255.255.255[External] : "
                                    "All Connections\n"
                                    "shop/web[Pods] => 0.0.0.0-255.255.255.255[External] : "
                                    "All Connections\n"));
    QCOMPARE(read("a.yaml"), kSketch);
}

/// What pods that do not exist could reach, behind the list.
void TestCli::listExposure()
{
    write("a.yaml", QByteArray(kSketch).append(
                        "  ingress:\n  - from:\n    - namespaceSelector: {}\n      podSelector: "
                        "{matchLabels: {app: new}}\n    ports: [{port: 80}]\n"));
    const CliRun result = run({"list", "a.yaml", "--exposure"});
    EXPECT_CODE(result, 0);
    QVERIFY(result.out.startsWith(run({"list", "a.yaml"}).out));
    for (const char *line :
         {"\nshop/web[Pods] \t<= \t[all namespaces]/[pod with {app=new}] : TCP 80\n",
          "\nWorkloads not protected by network policies:\n",
          "\nshop/api[Pods] is not protected on Egress\nshop/web[Pods] is not protected on "
          "Egress\n"})
        QVERIFY2(result.out.contains(line), result.out.constData());
    QVERIFY(!result.out.contains("shop/api[Pods] is not protected on Ingress"));
    QVERIFY(result.out.contains("shop/api[Pods] \t=> \tentire-cluster : All Connections\n"));
}

void TestCli::listFormats()
{
    write("a.yaml", kSketch);
    const CliRun csv = run({"list", "a.yaml", "-o", "csv"});
    EXPECT_CODE(csv, 0);
    QVERIFY(csv.out.startsWith("source,destination,connections\n"));
    const CliRun json = run({"list", "a.yaml", "-ojson"});
    EXPECT_CODE(json, 0);
    QCOMPARE(QJsonDocument::fromJson(json.out).array().size(), 2);
}

void TestCli::listsStandardInput()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"list", "-"}, kSketch);
    EXPECT_CODE(result, 0);
    QCOMPARE(result.out, run({"list", "a.yaml"}).out);
}

void TestCli::listsWithANamespace()
{
    QByteArray text = kSketch;
    text.replace("  namespace: shop\n", "");
    write("a.yaml", text);
    QVERIFY(run({"list", "a.yaml"}).out.startsWith("default/api"));
    QCOMPARE(run({"list", "-n", "shop", "a.yaml"}).out.split('=').first(),
             QByteArray("shop/api[Pods] "));
}

void TestCli::listSaysWhatIsMissing()
{
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n}\n"
                    "spec: {hostNetwork: true}\n---\n"
                    "apiVersion: v1\nkind: Pod\nmetadata: {name: b, namespace: n}\n");
    const CliRun result = run({"list", "a.yaml", "-o", "json"});
    EXPECT_CODE(result, 0);
    QVERIFY2(result.err.contains("a.yaml:3:18: note: n/a[Pod]"), result.err.constData());
    for (const QJsonValue &connection : QJsonDocument::fromJson(result.out).array()) {
        const QString ends = connection[QLatin1String("source")].toString() +
                             connection[QLatin1String("destination")].toString();
        QCOMPARE(connection[QLatin1String("missing")].toArray().size(),
                 ends.contains(QLatin1String("n/a[Pod]")) ? 1 : 0);
    }
}

void TestCli::doubleDashEndsOptions()
{
    write("-n", kSketch);
    EXPECT_CODE(run({"list", "--", "-n"}), 0);
    EXPECT_CODE(run({"list", "-n"}), 2);
}

void TestCli::brokenDocument()
{
    write("a.yaml", kSketch + "---\n" + kBroken);
    const CliRun result = run({"list", "a.yaml"});
    EXPECT_CODE(result, 2);
    QVERIFY2(result.err.contains("a.yaml:28:11: error: "), result.err.constData());
    QCOMPARE(result.out.count('\n'), 2);
    const CliRun going = run({"list", "--keep-going", "a.yaml"});
    EXPECT_CODE(going, 0);
    QCOMPARE(going.out, result.out);
    QCOMPARE(going.err, result.err);
}

void TestCli::oneComma()
{
    write("a.yaml", ",");
    const CliRun result = run({"list", "a.yaml"});
    EXPECT_CODE(result, 2);
    QVERIFY(result.err.startsWith("a.yaml:1:1: error: "));
}

void TestCli::notUtf8()
{
    write("a.yaml", "kind: Pod # caf\xE9\n");
    const CliRun result = run({"list", "a.yaml"});
    EXPECT_CODE(result, 2);
    QVERIFY2(result.err.startsWith("a.yaml:1:16: error: "), result.err.constData());
}

void TestCli::nothingToRead()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("empty")));
    write("empty/notes.txt", "x");
    const CliRun result = run({"list", "empty"});
    EXPECT_CODE(result, 2);
    QCOMPARE(result.out, QByteArray());
}

void TestCli::missingPath()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"list", "a.yaml", "b.yaml", "--keep-going"});
    EXPECT_CODE(result, 2);
    QVERIFY(result.err.contains("b.yaml"));
    QCOMPARE(result.out.count('\n'), 2);
}

void TestCli::pipeIsNotRead()
{
    QCOMPARE(mkfifo(QFile::encodeName(path("pipe.yaml")), 0600), 0);
    EXPECT_CODE(run({"list", "pipe.yaml"}), 2);
}

void TestCli::sameBytesInAnyLocale()
{
    write("a.yaml", kSketch);
    write("b.yaml", QByteArray(kSketch).replace("shop", "stock"));
    for (const QStringList &call :
         {QStringList{"list", "."}, QStringList{"list", ".", "-o", "json"},
          QStringList{"lint", "."}, QStringList{"export", ".", "-o", "-", "--format", "svg"},
          QStringList{"export", ".", "-o", "-", "--format", "dot"}}) {
        const CliRun first = run(call, {}, {"LC_ALL=C", "TZ=UTC"});
        const CliRun second = run(call, {}, {"LC_ALL=de_DE.UTF-8", "TZ=Asia/Tokyo"});
        QVERIFY2(!first.out.isEmpty() || call.first() == QLatin1String("lint"),
                 call.join(' ').toUtf8().constData());
        QCOMPARE(first.out, second.out);
        QCOMPARE(first.err, second.err);
        QCOMPARE(first.code, second.code);
    }
}

void TestCli::controlCharactersAreVisible()
{
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: \"a\\e[31m\\n\", namespace: n}\n"
                    "---\napiVersion: v1\nkind: Pod\nmetadata: {name: b, namespace: n}\n");
    const CliRun result = run({"list", "a.yaml"});
    QVERIFY(!result.out.contains('\x1B'));
    QVERIFY(!result.err.contains('\x1B'));
    for (const QByteArray &line : result.out.trimmed().split('\n'))
        QVERIFY2(line.contains(" => "), line.constData());
}

void TestCli::diff_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray outside = "0.0.0.0-255.255.255.255[External]";
    QTest::newRow("txt") << "txt"
                         << "Connectivity diff:\n"
                            "diff-type: added, source: shop/api[Pods], destination: "
                            "shop/web[Pods], ref1: No Connections, ref2: TCP 80\n"
                            "diff-type: removed, source: shop/web[Pods], destination: " +
                                outside + ", ref1: All Connections, ref2: No Connections\n";
    QTest::newRow("csv") << "csv"
                         << "diff-type,source,destination,ref1,ref2,workloads-diff-info\n"
                            "added,shop/api[Pods],shop/web[Pods],No Connections,TCP 80,\n"
                            "removed,shop/web[Pods]," +
                                outside + ",All Connections,No Connections,\n";
    QTest::newRow("md") << "md"
                        << QByteArray("| added | shop/api\\[Pods\\] | shop/web\\[Pods\\] |");
    QTest::newRow("dot") << "dot" << QByteArray("label=\"added: TCP 80\", style=bold");
    QTest::newRow("json") << "json"
                          << QByteArray(
                                 R"({"diff": "added", "source": "shop/api[Pods]", )"
                                 R"("destination": "shop/web[Pods]", "ref1": "No Connections", )"
                                 R"("ref2": "TCP 80", "ports1": [], )"
                                 R"("ports2": [{"protocol": "TCP", "first": 80, "last": 80}], )"
                                 R"("sourceInBoth": true, "destinationInBoth": true})");
}

void TestCli::diff()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, expected);
    write("a.yaml", kSketch);
    QByteArray changed = kSketch;
    const QByteArray end = "      app: web\n  policyTypes:\n    - Ingress\n";
    QVERIFY(changed.endsWith(end));
    changed.append("    - Egress\n  ingress:\n    - from:\n        - podSelector:\n"
                   "            matchLabels:\n              app: api\n"
                   "      ports:\n        - port: 80\n");
    write("b.yaml", changed);
    const CliRun result = run({"diff", "a.yaml", "b.yaml", "-o", format});
    EXPECT_CODE(result, 1);
    QVERIFY2(result.out.contains(expected), result.out.constData());
    if (format == "json")
        QCOMPARE(QJsonDocument::fromJson(result.out).array().size(), 2);
    else if (format == "txt" || format == "csv")
        QCOMPARE(result.out, expected);
}

void TestCli::diffOfEqualFiles()
{
    write("a.yaml", kSketch);
    write("b.yaml", "# Another comment\n" + kSketch);
    const CliRun result = run({"diff", "a.yaml", "b.yaml"});
    EXPECT_CODE(result, 0);
    QCOMPARE(result.out, QByteArray());
    const CliRun fromInput = run({"diff", "-", "a.yaml"}, kSketch);
    EXPECT_CODE(fromInput, 0);
}

/// Two groups that print alike are two.
void TestCli::diffTellsNamesakesApart()
{
    const QByteArray second =
        QByteArray(kSketch).replace("app: web", "k8s-app: web").replace("name: web", "name: web2");
    const QByteArray both = kSketch + "---\n" + second.mid(second.indexOf("---\n") + 4);
    write("a.yaml", both);
    QByteArray opened = both;
    opened.replace("  name: web\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n"
                   "      app: web\n  policyTypes:\n    - Ingress\n",
                   "  name: web\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n"
                   "      app: web\n  policyTypes:\n    - Ingress\n  ingress: [{}]\n");
    QVERIFY(opened != both);
    write("b.yaml", opened);
    const CliRun result = run({"diff", "a.yaml", "b.yaml"});
    EXPECT_CODE(result, 1);
    QVERIFY2(result.out.contains("source: 0.0.0.0-255.255.255.255[External], destination: "
                                 "shop/{app=web}, ref1: No Connections, ref2: All Connections"),
             result.out.constData());
}

void TestCli::diffNeedsTwo()
{
    write("a.yaml", kSketch);
    EXPECT_CODE(run({"diff", "a.yaml"}), 2);
    EXPECT_CODE(run({"diff", "-", "-"}), 2);
    EXPECT_CODE(run({"diff", "a.yaml", "a.yaml", "-o", "xml"}), 2);
    EXPECT_CODE(run({"diff", "a.yaml", "absent.yaml"}), 2);
    write("broken.yaml", kBroken);
    EXPECT_CODE(run({"diff", "broken.yaml", "a.yaml"}), 2);
}

void TestCli::lintExitCodes()
{
    write("a.yaml", kSketch);
    EXPECT_CODE(run({"lint", "a.yaml"}), 0);
    write("b.yaml", QByteArray(kSketch).replace("    - Ingress\n---",
                                                "    - Ingress\n  ingress:\n  - from: []\n---"));
    const CliRun found = run({"lint", "b.yaml"});
    EXPECT_CODE(found, 1);
    QVERIFY2(found.out.startsWith("b.yaml:14:11: warning: "), found.out.constData());
    QVERIFY(found.out.trimmed().endsWith("]"));
    EXPECT_CODE(run({"lint", "b.yaml", "--fail-on", "error"}), 0);
    write("c.yaml", kBroken);
    EXPECT_CODE(run({"lint", "c.yaml"}), 2);
    EXPECT_CODE(run({"lint", "c.yaml", "--keep-going"}), 1);
}

void TestCli::lintJson()
{
    write("a.yaml", QByteArray(kSketch).replace("    - Ingress\n---",
                                                "    - Ingress\n  ingress:\n  - from: []\n---"));
    const CliRun result = run({"lint", "a.yaml", "-o", "json"});
    EXPECT_CODE(result, 1);
    const QJsonObject finding = QJsonDocument::fromJson(result.out).array().first().toObject();
    QCOMPARE(finding["severity"].toString(), QStringLiteral("warning"));
    QCOMPARE(finding["line"].toInt(), 14);
    QVERIFY(finding["id"].toString().startsWith(QLatin1String("DB2")));
}

namespace {

/// A warning on line 14, in a file whose name is a nuisance.
const char *const kNuisance = "a b,%:ü.yaml";
const QByteArray kTrap = QByteArray(kSketch).replace(
    "    - Ingress\n---", "    - Ingress\n  ingress:\n  - from: []\n---");

} // namespace

void TestCli::lintSarif()
{
    write(kNuisance, kTrap);
    const CliRun result = run({"lint", kNuisance, "-o", "sarif"});
    EXPECT_CODE(result, 1);
    const QJsonObject log = QJsonDocument::fromJson(result.out).object();
    QCOMPARE(log["version"].toString(), QStringLiteral("2.1.0"));
    const QJsonObject one = log["runs"].toArray().first().toObject();
    const QJsonObject driver = one["tool"].toObject()["driver"].toObject();
    QCOMPARE(driver["name"].toString(), QStringLiteral("Drawbridge"));
    const QJsonObject finding = one["results"].toArray().first().toObject();
    QCOMPARE(finding["level"].toString(), QStringLiteral("warning"));
    const QJsonArray rules = driver["rules"].toArray();
    QCOMPARE(rules[finding["ruleIndex"].toInt()].toObject()["id"], finding["ruleId"]);
    const QJsonObject place =
        finding["locations"].toArray().first().toObject()["physicalLocation"].toObject();
    QCOMPARE(place["artifactLocation"].toObject()["uri"].toString(),
             QStringLiteral("a%20b%2C%25%3A%C3%BC.yaml"));
    QCOMPARE(place["region"].toObject()["startLine"].toInt(), 14);
}

void TestCli::lintJunit()
{
    write("clean.yaml", run({"new", "web"}).out);
    write(kNuisance, kTrap);
    const CliRun result = run({"lint", ".", "-o", "junit", "--fail-on", "warning"});
    EXPECT_CODE(result, 1);
    QXmlStreamReader xml(result.out);
    QStringList failures;
    int cases = 0;
    int skipped = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        cases += xml.name() == QLatin1String("testcase");
        skipped += xml.name() == QLatin1String("skipped");
        if (xml.name() == QLatin1String("failure"))
            failures += xml.attributes().value("type").toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(failures, QStringList{"warning"});
    QVERIFY(cases >= 2 && skipped == cases - 2);
    EXPECT_CODE(run({"lint", ".", "-o", "junit", "--fail-on", "error"}), 0);
}

void TestCli::lintGithub()
{
    write(kNuisance, kTrap);
    const CliRun result = run({"lint", kNuisance, "-o", "github"});
    EXPECT_CODE(result, 1);
    QVERIFY2(result.out.startsWith("::warning file=a b%2C%25%3A\xC3\xBC.yaml,line=14,col="),
             result.out.constData());
    for (const QByteArray &line : result.out.trimmed().split('\n'))
        QVERIFY2(line.startsWith("::") && line.contains(",title=DB") && line.count("::") >= 2,
                 line);
}

void TestCli::newOnStandardOutput()
{
    const CliRun result = run({"new", "-n", "shop", "--egress", "web:80", "api:8080/TCP"});
    EXPECT_CODE(result, 0);
    write("a.yaml", result.out);
    const CliRun listed = run({"list", "a.yaml"});
    EXPECT_CODE(listed, 0);
    EXPECT_CODE(run({"lint", "a.yaml"}), 0);
    QCOMPARE(result.out.count("kind: NetworkPolicy"), 4);
}

void TestCli::newWritesTheSideFile()
{
    EXPECT_CODE(run({"new", "-n", "shop", "-o", "a.yaml", "web:80", "dns:53/UDP", "dns:53"}), 0);
    QCOMPARE(read("a.yaml"), run({"new", "-n", "shop", "web", "dns"}).out);
    const QByteArray side = read("a.yaml.drawbridge.json");
    QVERIFY(QJsonDocument::fromJson(side).isObject());
    QVERIFY2(side.contains("53/UDP"), side.constData());
}

void TestCli::newOverwritesNothing()
{
    write("a.yaml", "mine");
    EXPECT_CODE(run({"new", "-o", "a.yaml", "web"}), 3);
    QCOMPARE(read("a.yaml"), QByteArray("mine"));
    QFile::remove(path("a.yaml"));
    write("a.yaml.drawbridge.json", "mine");
    EXPECT_CODE(run({"new", "-o", "a.yaml", "web:80"}), 3);
    QVERIFY(!QFileInfo::exists(path("a.yaml")));
}

void TestCli::allowPrintsADiff()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"allow", "web", "shop/api", "--port", "TCP/8080", "a.yaml"});
    EXPECT_CODE(result, 0);
    QVERIFY2(result.out.startsWith("--- a.yaml\n+++ a.yaml\n@@ -"), result.out.constData());
    QVERIFY(!result.out.contains("\n-"));
    QVERIFY(result.out.contains("\n+"));
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCli::allowSaves()
{
    QByteArray text = kSketch;
    text.replace("\n", "\r\n");
    write("a.yaml", text);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "8080", "--port", "UDP/53", "a.yaml", "-w"}),
                0);
    const QByteArray now = read("a.yaml");
    QCOMPARE(now.count('\n'), now.count("\r\n"));
    // What was there is there: the new lines taken out, the bytes are the old ones.
    qsizetype head = 0;
    while (head < text.size() && text[head] == now[head])
        ++head;
    QVERIFY(now.endsWith(text.mid(head)));
    QVERIFY(run({"list", "a.yaml"})
                .out.contains("shop/web[Pods] => shop/api[Pods] : TCP 8080,UDP 53\n"));
}

void TestCli::allowWhatIsAllowed()
{
    write("a.yaml", kSketch);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "8080", "a.yaml", "-w"}), 0);
    const QByteArray now = read("a.yaml");
    const CliRun again = run({"allow", "web", "api", "--port", "8080", "a.yaml", "-w"});
    EXPECT_CODE(again, 0);
    QCOMPARE(read("a.yaml"), now);
    QCOMPARE(again.out, QByteArray());
    QVERIFY(!again.err.isEmpty());
}

void TestCli::allowUnknownName()
{
    write("a.yaml", kSketch);
    const CliRun result = run({"allow", "wep", "api", "--port", "8080", "a.yaml", "-w"});
    EXPECT_CODE(result, 2);
    QVERIFY(result.err.contains("shop/web"));
    write("b.yaml", QByteArray(kSketch).replace("shop", "stock"));
    const CliRun ambiguous = run({"allow", "web", "api", "--port", "8080", "a.yaml", "b.yaml"});
    EXPECT_CODE(ambiguous, 2);
    QVERIFY(ambiguous.err.contains("stock/web"));
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCli::allowReadOnlyFile()
{
    write("a.yaml", kSketch);
    QCOMPARE(chmod(QFile::encodeName(path("a.yaml")), 0444), 0);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "8080", "a.yaml", "-w"}), 3);
    QCOMPARE(read("a.yaml"), kSketch);
}

void TestCli::revoke()
{
    write("a.yaml", kSketch);
    EXPECT_CODE(run({"revoke", "web", "api", "a.yaml", "-w"}), 0);
    QCOMPARE(read("a.yaml"), kSketch);
    EXPECT_CODE(run({"allow", "web", "api", "--port", "all", "a.yaml", "-w"}), 0);
    QVERIFY(run({"list", "a.yaml"}).out.contains("shop/web[Pods] => shop/api[Pods] : "));
    EXPECT_CODE(run({"revoke", "web", "api", "a.yaml", "-w"}), 0);
    QVERIFY(!run({"list", "a.yaml"}).out.contains("shop/web[Pods] => shop/api[Pods] : "));
}

void TestCli::isolate()
{
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  namespace: n\n---\n"
                    "apiVersion: v1\nkind: Pod\nmetadata:\n  name: b\n  namespace: n\n");
    const CliRun dry = run({"isolate", "n", "a.yaml"});
    EXPECT_CODE(dry, 0);
    QVERIFY2(dry.err.contains("n/a[Pod]"), dry.err.constData());
    QVERIFY(dry.out.contains("\n+kind: NetworkPolicy\n"));
    EXPECT_CODE(run({"isolate", "n", "a.yaml", "-w"}), 0);
    QVERIFY(!run({"list", "."}).out.contains("n/a[Pod] => n/b[Pod]"));
    const CliRun again = run({"isolate", "n", ".", "-w"});
    EXPECT_CODE(again, 0);
    QCOMPARE(again.out, QByteArray());
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
