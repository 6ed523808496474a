#include "cli_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace drawbridge::test;

/// `lint -o json` and `-o sarif` carry the edits that mend a finding: whoever applies them gets the
/// text that the window would write.
class CliLintFixesTest : public QObject
{
    Q_OBJECT

private slots:
    void jsonEdits();
    void sarifFixes();
    void formatsWithoutAPlaceHaveNone();
    void ofLongLinesOnlyWhatDiffers();
    void tellsThatFixesAreLeftOut();

private:
    CliRun lint(const char *format);

    QTemporaryDir m_folder;
};

namespace {

// What is not ASCII stands before a place, so that columns are seen to count characters.
const QByteArray kText = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                         "metadata: {name: api, namespace: shop} # für uns\n"
                         "spec:\n  podSelector: {matchLabels: {app: api}}\n"
                         "  policyTypes: [\"Ingress\", 'Ingress']\n"
                         "  ingress:\n"
                         "    - from: # ✓\n"
                         "        - {ipBlock: {cidr: \"203.0.113.7/24\"}} # ✓\n";

/// The text after edits that name lines and columns, from 1.
QString applied(const QString &text, const QJsonArray &edits, const char *region,
                const std::function<QString(const QJsonObject &)> &newText)
{
    const auto offset = [&](const QJsonObject &place, const char *line, const char *column) {
        qsizetype at = 0;
        for (int i = 1; i < place[QLatin1String(line)].toInt(); ++i)
            at = text.indexOf(QLatin1Char('\n'), at) + 1;
        return at + place[QLatin1String(column)].toInt() - 1;
    };
    QString result = text;
    for (qsizetype i = edits.size(); i-- > 0;) { // the last first, so that the others hold
        const QJsonObject edit = edits[i].toObject();
        const QJsonObject place = *region ? edit[QLatin1String(region)].toObject() : edit;
        const qsizetype begin = offset(place, "startLine", "startColumn");
        const qsizetype first = *region ? begin : offset(place, "line", "column");
        result.replace(first, offset(place, "endLine", "endColumn") - first, newText(edit));
    }
    return result;
}

QString expected(const QString &id)
{
    QString text = QString::fromUtf8(kText);
    if (id == QLatin1String("DB215"))
        return text.replace(QLatin1String("[\"Ingress\", 'Ingress']"),
                            QLatin1String("[\"Ingress\"]"));
    return text.replace(QLatin1String("203.0.113.7/24"), QLatin1String("203.0.113.0/24"));
}

} // namespace

CliRun CliLintFixesTest::lint(const char *format)
{
    QFile file(m_folder.filePath(QStringLiteral("a b.yaml")));
    if (file.open(QIODevice::WriteOnly))
        file.write(kText);
    file.close();
    return runCli({"lint", "a b.yaml", "-o", format}, m_folder.path());
}

void CliLintFixesTest::jsonEdits()
{
    const CliRun run = lint("json");
    QCOMPARE(run.code, 1);
    int mended = 0;
    for (const QJsonValue &value : QJsonDocument::fromJson(run.out).array()) {
        const QJsonObject finding = value.toObject();
        QVERIFY(finding["fixes"].isArray());
        for (const QJsonValue &fix : finding["fixes"].toArray()) {
            ++mended;
            QVERIFY(!fix["title"].toString().isEmpty());
            const QJsonArray edits = fix["edits"].toArray();
            for (const QJsonValue &edit : edits)
                QCOMPARE(edit["path"].toString(), QStringLiteral("a b.yaml"));
            QCOMPARE(applied(QString::fromUtf8(kText), edits, "",
                             [](const QJsonObject &edit) { return edit["text"].toString(); }),
                     expected(finding["id"].toString()));
        }
    }
    QCOMPARE(mended, 2);
}

/// Members and their numbers as in SARIF 2.1.0, 3.55 to 3.57 and 3.30.
void CliLintFixesTest::sarifFixes()
{
    const CliRun run = lint("sarif");
    QCOMPARE(run.code, 1);
    const QJsonObject log = QJsonDocument::fromJson(run.out).object();
    int mended = 0;
    for (const QJsonValue &value : log["runs"][0]["results"].toArray()) {
        const QJsonObject finding = value.toObject();
        if (!finding.contains("fixes"))
            continue;
        for (const QJsonValue &one : finding["fixes"].toArray()) {
            ++mended;
            const QJsonObject fix = one.toObject();
            QCOMPARE(fix.keys(), QStringList({"artifactChanges", "description"}));
            QVERIFY(!fix["description"]["text"].toString().isEmpty());
            QCOMPARE(fix["artifactChanges"].toArray().size(), 1);
            const QJsonObject change = fix["artifactChanges"][0].toObject();
            QCOMPARE(change.keys(), QStringList({"artifactLocation", "replacements"}));
            QCOMPARE(change["artifactLocation"]["uri"].toString(), QStringLiteral("a%20b.yaml"));
            const QJsonArray replacements = change["replacements"].toArray();
            QVERIFY(!replacements.isEmpty());
            for (const QJsonValue &replacement : replacements)
                QVERIFY(replacement["deletedRegion"]["startLine"].toInt() > 0);
            const auto text = [](const QJsonObject &replacement) {
                return replacement["insertedContent"]["text"].toString();
            };
            QCOMPARE(applied(QString::fromUtf8(kText), replacements, "deletedRegion", text),
                     expected(finding["ruleId"].toString()));
        }
    }
    QCOMPARE(mended, 2);
}

void CliLintFixesTest::formatsWithoutAPlaceHaveNone()
{
    for (const char *format : {"txt", "github", "junit"}) {
        const CliRun run = lint(format);
        QCOMPARE(run.code, 1);
        QVERIFY(run.out.contains("DB215"));
        QVERIFY(!run.out.contains("203.0.113.0/24\"}}"));
    }
}

/// JSON on one line is one line: nobody wants the whole file for one word.
void CliLintFixesTest::ofLongLinesOnlyWhatDiffers()
{
    QByteArray text = R"({"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":)"
                      R"({"name":"p","annotations":{"note":"FILL"}},"spec":{"podSelector":{},)"
                      R"("policyTypes":["Ingress","Ingress"],"ingress":[]}})";
    text.replace("FILL", QByteArray("ä ").repeated(1000));
    QFile file(m_folder.filePath(QStringLiteral("long.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const CliRun run = runCli({"lint", "long.json", "-o", "json"}, m_folder.path());
    QCOMPARE(run.code, 1);
    QVERIFY2(run.out.size() < 2000, QByteArray::number(run.out.size()));
    QJsonArray edits;
    for (const QJsonValue &finding : QJsonDocument::fromJson(run.out).array())
        if (finding["id"].toString() == QLatin1String("DB215"))
            edits = finding["fixes"].toArray().at(0)["edits"].toArray();
    QVERIFY(!edits.isEmpty());
    QCOMPARE(applied(QString::fromUtf8(text), edits, "",
                     [](const QJsonObject &edit) { return edit["text"].toString(); }),
             QString::fromUtf8(text).replace(QLatin1String("\"Ingress\",\"Ingress\""),
                                             QLatin1String("\"Ingress\"")));
}

/// Only where a finding behind the thousandth could be mended.
void CliLintFixesTest::tellsThatFixesAreLeftOut()
{
    const auto policy = [](int number, const char *rest) {
        return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p" +
               QByteArray::number(number) + ", namespace: n" + QByteArray::number(number) +
               "}\nspec: {podSelector: {}, policyTypes: " + rest + "}\n";
    };
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += policy(i, "[Ingress, Ingress]");
    const auto isTold = [&](const char *last) {
        QFile file(m_folder.filePath(QStringLiteral("many.yaml")));
        if (file.open(QIODevice::WriteOnly))
            file.write(text + policy(1000, last));
        file.close();
        const CliRun run = runCli({"lint", "many.yaml", "-o", "json"}, m_folder.path());
        const QJsonArray all = QJsonDocument::fromJson(run.out).array();
        return all.size() == 1001 && all.last()["fixes"].toArray().isEmpty() &&
               run.err.contains("1000");
    };
    QVERIFY(isTold("[Ingress, Ingress]"));
    QVERIFY(!isTold("[Ingress], ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]"));
}

QTEST_APPLESS_MAIN(CliLintFixesTest)
#include "tst_cli_lint_fixes.moc"
