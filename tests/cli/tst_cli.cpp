#include "cli_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <sys/stat.h>

using namespace drawbridge::test;

class TestCli : public QObject, private CliFolder
{
    Q_OBJECT

private slots:
    void init() { renewFolder(); }

    void version();
    void help();
    void wrongUsage_data();
    void wrongUsage();

    void listsASketch();
    void listExposure();
    void listFormats();
    void listsStandardInput();
    void listsWithANamespace();
    void noDisplay();
    void listSaysWhatIsMissing();
    void listSaysThatNothingIsJudged();
    void listSaysWhichLinesAreLeftOut();
    void doubleDashEndsOptions();
    void undecodableObject();
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
};

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
    // Neither a command that there is none of nor a file opens a window.
    for (const QStringList &words : {QStringList{"edit", "--help"}, {"a.yaml", "-h"}}) {
        const CliRun page = run(words);
        EXPECT_CODE(page, 0);
        QCOMPARE(page.out, run({"help"}).out);
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

/// A mistyped subcommand is told, and does not end the program in Qt.
void TestCli::noDisplay()
{
    for (const char *word : {"lsit", "a.yaml"}) {
        const CliRun result = run({word});
        EXPECT_CODE(result, 2);
        QVERIFY2(result.err.contains("is no subcommand, and there is no display"),
                 result.err.constData());
        QVERIFY(result.out.isEmpty());
    }
    EXPECT_CODE(run({}), 0);
}

void TestCli::listSaysWhatIsMissing()
{
    write("a.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n}\n"
                    "spec: {hostNetwork: true}\n---\n"
                    "apiVersion: v1\nkind: Pod\nmetadata: {name: b, namespace: n, labels: {l: b}}\n"
                    "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                    "metadata: {name: p, namespace: n}\n"
                    "spec: {podSelector: {matchLabels: {l: b}}, ingress: [{from: [{podSelector: "
                    "{}}]}]}\n");
    const CliRun result = run({"list", "a.yaml", "-o", "json"});
    EXPECT_CODE(result, 0);
    QCOMPARE(result.err.count("a.yaml:3:18: note: n/a[Pod]"), 1);
    int missing = 0;
    for (const QJsonValue &connection : QJsonDocument::fromJson(result.out).array()) {
        const bool isUnsure = connection[QLatin1String("source")] == QLatin1String("n/a[Pod]") &&
                              connection[QLatin1String("destination")] == QLatin1String("n/b[Pod]");
        QCOMPARE(connection[QLatin1String("missing")].toArray().size(), isUnsure ? 1 : 0);
        missing += isUnsure;
    }
    QCOMPARE(missing, 1);
}

void TestCli::listSaysThatNothingIsJudged()
{
    const QByteArray pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: shop}\n";
    write("a.yaml", pod);
    CliRun result = run({"list", "a.yaml"});
    EXPECT_CODE(result, 0);
    QVERIFY2(result.err.startsWith("a.yaml:3:18: note: ") && result.err.endsWith(" [DB178]\n"),
             result.err.constData());
    EXPECT_CODE(run({"lint", "a.yaml"}), 0);
    write("b.yaml", QByteArray(pod).replace("Pod", "ConfigMap"));
    result = run({"list", "b.yaml"});
    EXPECT_CODE(result, 0);
    QVERIFY2(result.err.endsWith(" [DB179]\n"), result.err.constData());
    write("c.yaml", kSketch);
    QCOMPARE(run({"list", "c.yaml"}).err, QByteArray());
}

/// Each Ingress that has no line, or none for some of its pods (list-format 27 to 30).
void TestCli::listSaysWhichLinesAreLeftOut()
{
    const QByteArray text =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: a, labels: {app: web}}\n"
        "spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}\n"
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: s, namespace: a}\n"
        "spec: {selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}\n"
        "---\napiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i, namespace: a}\n"
        "spec: {defaultBackend: {service: {name: s, port: {number: 80}}}}\n";
    const QByteArray policy =
        "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
        "namespace: a}\nspec: {podSelector: {}, ingress: [PEERS]}\n";
    const auto said = [&](const char *peers, const QByteArray &all) {
        write("a.yaml", all + QByteArray(policy).replace("PEERS", peers));
        return run({"list", "a.yaml"}).err;
    };
    QCOMPARE(said("{}", text), QByteArray());
    QVERIFY(said("{from: [{podSelector: {}}]}", text).contains(": warning: "));
    QVERIFY(said("{from: [{podSelector: {}}]}", text).contains("[DB164]"));
    QVERIFY(said("", text).contains("[DB197]"));
    const auto changed = [&](const char *from, const char *to) {
        return said("{}", QByteArray(text).replace(from, to));
    };
    QVERIFY(changed("targetPort: 8080", "targetPort: 1234").contains("[DB198]"));
    QVERIFY(changed("targetPort: 8080", "targetPort: u").contains("[DB198]"));
    QVERIFY(changed("selector: {app: web}, ", "").contains("[DB199]"));
    QVERIFY(changed("selector: {app: web}", "type: ExternalName, externalName: a.b")
                .contains("(ExternalName)"));
    QVERIFY(changed(", port: {number: 80}}", "}").contains("names no port"));
}

void TestCli::doubleDashEndsOptions()
{
    write("-n", kSketch);
    EXPECT_CODE(run({"list", "--", "-n"}), 0);
    EXPECT_CODE(run({"list", "-n"}), 2);
}

/// The rest is used (cli.md).
void TestCli::undecodableObject()
{
    const QByteArray pod = "---\napiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: n}\n";
    write("a.yaml", QByteArray(pod).replace("n}", "n, labels: {version: 1}}") +
                        QByteArray(pod).replace("name: a", "name: b"));
    const CliRun result = run({"list", "a.yaml"});
    EXPECT_CODE(result, 2);
    QVERIFY2(result.err.contains("a.yaml:4:18: error: Pod n/a "), result.err.constData());
    QVERIFY(result.out.contains("n/b[Pod]"));
    const CliRun going = run({"list", "--keep-going", "a.yaml"});
    EXPECT_CODE(going, 0);
    QCOMPARE(going.out, result.out);
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

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
