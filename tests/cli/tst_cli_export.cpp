#include "cli_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using drawbridge::test::CliRun;

namespace {

const QByteArray kApi = R"(apiVersion: networking.k8s.io/v1
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
)";

} // namespace

/// What goes out of the command line and what comes into it: exports, pipes, charts.
class TestCliExport : public QObject, private drawbridge::test::CliFolder
{
    Q_OBJECT

private slots:
    void init() { renewFolder(); }

    void exportsFormats();
    void exportSparesTheInput();
    void exportsWithTheLayoutsOfFiles();
    void exportsTitleAndLegend();
    void exportsTheSameBytes();
    void exposureHasAllFormats();
    void waysInAreNotListed();
    void saysWhatIsNotJudged();
    void saysHowToRenderCharts();
};

void TestCliExport::exportsFormats()
{
    write("a.yaml", kApi);
    const QList<std::pair<QString, QByteArray>> formats{{"svg", "<"},
                                                        {"png", "\x89PNG"},
                                                        {"pdf", "%PDF"},
                                                        {"dot", "digraph"},
                                                        {"csv", "source,"},
                                                        {"json", "{"},
                                                        {"html", "<!DOCTYPE html>"},
                                                        {"md", "# a.yaml"},
                                                        {"mmd", "flowchart "},
                                                        {"drawio", "<mxfile"}};
    for (const auto &[format, begin] : formats) {
        const QString file = QStringLiteral("out.") + format;
        const CliRun result = run({"export", "a.yaml", "-o", file});
        EXPECT_CODE(result, 0);
        QVERIFY2(read(file.toLatin1().constData()).startsWith(begin), format.toUtf8().constData());
        QCOMPARE(result.err, QByteArray());
    }
}

void TestCliExport::exportSparesTheInput()
{
    write("a.json", R"({"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "a"}})");
    const QByteArray before = read("a.json");
    EXPECT_CODE(run({"export", "a.json", "-o", "a.json"}), 3);
    QCOMPARE(read("a.json"), before);
    write("a.json.drawbridge.json", R"({"version": 1})");
    EXPECT_CODE(run({"export", "a.json", "-o", "a.json.drawbridge.json"}), 3);
    QCOMPARE(read("a.json.drawbridge.json"), QByteArray(R"({"version": 1})"));
    for (const char *name : {"b.json.drawbridge.json", ".drawbridge.json"}) { // not there yet
        EXPECT_CODE(run({"export", "a.json", "-o", name}), 3);
        QVERIFY2(!QFile::exists(m_folder->filePath(QString::fromLatin1(name))), name);
    }
}

/// The layout beside a file holds where its folder is exported, and the folder's where a file is.
void TestCliExport::exportsWithTheLayoutsOfFiles()
{
    const char *kSide = R"({"version": 1, "positions": {"one/a[Pod]": [4028, 80]}})";
    const auto isUsed = [](const QByteArray &picture) { return picture.contains("4000"); };
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("f")));
    write("f/a.yaml", "kind: Pod\napiVersion: v1\nmetadata: {name: a, namespace: one}\n");
    CliRun result = run({"export", "f", "-o", "-", "--format", "drawio"});
    EXPECT_CODE(result, 0);
    QVERIFY(!isUsed(result.out) && result.err.isEmpty());

    write("f/a.yaml.drawbridge.json", kSide);
    result = run({"export", "f", "-o", "-", "--format", "drawio"});
    QVERIFY2(isUsed(result.out), result.out.constData());
    QVERIFY2(result.err.contains("a.yaml.drawbridge.json"), result.err.constData());
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("f/a.yaml.drawbridge.json"))));

    write("f/.drawbridge.json", kSide);
    result = run({"export", "f/a.yaml", "-o", "-", "--format", "drawio"});
    QVERIFY2(isUsed(result.out), result.out.constData());
    QVERIFY2(result.err.contains("the folder's"), result.err.constData());
}

void TestCliExport::exportsTitleAndLegend()
{
    write("a.yaml", kApi);
    const QByteArray legend = "half open: only one end allows it";
    const CliRun full = run({"export", "a.yaml", "-o", "-", "--format", "svg", "--title", "T<1>"});
    EXPECT_CODE(full, 0);
    QVERIFY(full.out.contains("<title>T&lt;1&gt;</title>") && full.out.contains(legend));
    const CliRun bare = run({"export", "a.yaml", "-o", "-", "--format", "svg", "--no-legend"});
    EXPECT_CODE(bare, 0);
    QVERIFY(bare.out.contains("<title>a.yaml</title>") && !bare.out.contains(legend));
}

void TestCliExport::exportsTheSameBytes()
{
    write("a.yaml", kApi);
    write("b.yaml", "kind: Pod\napiVersion: v1\nmetadata: {name: p, namespace: other}\n");
    for (const char *format : {"svg", "html", "md", "csv", "json", "drawio", "mmd", "dot"}) {
        const CliRun one = run({"export", "a.yaml", "b.yaml", "-o", "-", "--format", format});
        EXPECT_CODE(one, 0);
        const CliRun two = run({"export", "b.yaml", "a.yaml", "-o", "-", "--format", format});
        QVERIFY2(one.out == two.out && !one.out.isEmpty(), format);
    }
}

/// What pods that do not exist could reach, beside the list.
void TestCliExport::exposureHasAllFormats()
{
    write("a.yaml", QByteArray(kApi).append(
                        "  ingress:\n  - from:\n    - namespaceSelector: {}\n      podSelector: "
                        "{matchLabels: {app: \"n\"}}\n    ports: [{port: 80}]\n"));
    const CliRun csv = run({"list", "a.yaml", "--exposure", "-o", "csv"});
    EXPECT_CODE(csv, 0);
    QVERIFY(csv.out.startsWith("kind,source,destination,connections\n"));
    for (const char *line : {"connection,shop/api[Pods],0.0.0.0-255.255.255.255[External],All "
                             "Connections\n",
                             "egress exposure,shop/api[Pods],entire-cluster,All Connections\n",
                             "ingress exposure,[all namespaces]/[pod with {app=n}],shop/api[Pods],"
                             "TCP 80\n",
                             "not protected on egress,shop/api[Pods],,\n"})
        QVERIFY2(csv.out.contains(line), csv.out.constData());
    const CliRun md = run({"list", "a.yaml", "--exposure", "-o", "md"});
    EXPECT_CODE(md, 0);
    QVERIFY2(md.out.startsWith(run({"list", "a.yaml", "-o", "md"}).out), md.out.constData());
    QVERIFY(md.out.contains("\n## Ingress exposure\n"));
    const CliRun dot = run({"list", "a.yaml", "--exposure", "-o", "dot"});
    EXPECT_CODE(dot, 0);
    QVERIFY2(dot.out.contains("style=dashed"), dot.out.constData());
    const CliRun json = run({"list", "a.yaml", "--exposure", "-o", "json"});
    EXPECT_CODE(json, 0);
    const QJsonObject all = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(all["connections"].toArray(),
             QJsonDocument::fromJson(run({"list", "a.yaml", "-o", "json"}).out).array());
    QCOMPARE(all["exposure"]["unprotected"][0]["direction"].toString(), QString("egress"));
}

/// The format of lists knows Ingress and Route only; exports tell of the others.
void TestCliExport::waysInAreNotListed()
{
    const QByteArray pods = "kind: Pod\napiVersion: v1\nmetadata: {name: api, labels: {app: api}}\n"
                            "spec: {containers: [{name: c}]}\n---\n";
    write("a.yaml", pods + kApi);
    const QByteArray before = run({"list", "a.yaml"}).out;
    write("a.yaml", pods + kApi +
                        "---\napiVersion: v1\nkind: Service\nmetadata: {name: api}\nspec: {type: "
                        "LoadBalancer, selector: {app: api}, ports: [{port: 80}]}\n");
    QCOMPARE(run({"list", "a.yaml"}).out, before);
    EXPECT_CODE(run({"export", "a.yaml", "-o", "a.csv"}), 0);
    QVERIFY2(read("a.csv").contains("LoadBalancer api :80,default/api[Pod],TCP 80,allowed,"
                                    "Service default/api"),
             read("a.csv").constData());
}

void TestCliExport::saysWhatIsNotJudged()
{
    write("a.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n---\n"
                    "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: b}\n---\n"
                    "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c}\n");
    const CliRun lint = run({"lint", "a.yaml"});
    EXPECT_CODE(lint, 0);
    QVERIFY2(lint.out.contains("a.yaml:3:18: note: ConfigMap of v1 is present, but not judged. "
                               "Objects of this kind: 2. [DB064]"),
             lint.out.constData());
    const CliRun list = run({"list", "a.yaml"});
    QVERIFY(list.err.contains("CiliumNetworkPolicy of cilium.io/v2"));
    QVERIFY(!list.err.contains("ConfigMap"));
}

void TestCliExport::saysHowToRenderCharts()
{
    QVERIFY(QDir(m_folder->path()).mkpath("my chart/templates"));
    write("my chart/Chart.yaml", "apiVersion: v2\nname: c\n");
    write("my chart/templates/a.yaml", "kind: Pod\n");
    const CliRun list = run({"list", "my chart"});
    QVERIFY2(list.err.contains("helm template 'my chart' | drawbridge -"), list.err.constData());
    EXPECT_CODE(run({"export", "my chart", "-o", "-", "--format", "md"}), 0);
    EXPECT_CODE(run({"list", "-"}, kApi), 0);
}

QTEST_GUILESS_MAIN(TestCliExport)
#include "tst_cli_export.moc"
