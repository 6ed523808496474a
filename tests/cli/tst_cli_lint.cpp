#include "cli_folder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QXmlStreamReader>

using namespace drawbridge::test;

class TestCliLint : public QObject, private CliFolder
{
    Q_OBJECT

private slots:
    void init() { renewFolder(); }

    void lintExitCodes();
    void lintJson();
    void lintSarif();
    void lintJunit();
    void lintGithub();
};

void TestCliLint::lintExitCodes()
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

void TestCliLint::lintJson()
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

void TestCliLint::lintSarif()
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

void TestCliLint::lintJunit()
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

void TestCliLint::lintGithub()
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

QTEST_GUILESS_MAIN(TestCliLint)
#include "tst_cli_lint.moc"
