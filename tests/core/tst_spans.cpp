#include <QTest>

#include "source/guard.h"
#include "source/split.h"
#include "support/cases.h"
#include "support/text_corpus.h"
#include "support/text_libyaml.h"
#include "yaml/piece.h"

#include <optional>

using namespace drawbridge;
using namespace drawbridge::yaml;

namespace {

struct Counts
{
    int documents = 0;
    int scalars = 0;
    int collections = 0;
    int bothRefuse = 0;
    int onlyWe = 0;
    int onlyThey = 0;
    int readOnly = 0;
    int valuesDiffer = 0;
};

std::size_t withoutBlankLines(std::string_view text, const Node &node)
{
    const std::size_t ink = text.substr(0, node.end).find_last_not_of(" \t\r\n");
    const std::size_t newline = text.find('\n', std::max<std::size_t>(node.start, ink));
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

/// What differs between our tree and libyaml's, in words; values are compared by the caller.
std::optional<std::string> difference(std::string_view text, const Tree &ours, const Tree &theirs,
                                      Counts &counts)
{
    if (ours.size() != theirs.size())
        return "numbers of nodes: " + std::to_string(ours.size()) + " and " +
               std::to_string(theirs.size());
    for (NodeId id = 0; id < ours.size(); ++id) {
        const Node a = ours[id];
        const Node b = theirs[id];
        const std::string where = "node " + std::to_string(id) + " at " + std::to_string(a.start) +
                                  ".." + std::to_string(a.end) + ", theirs " +
                                  std::to_string(b.start) + ".." + std::to_string(b.end);
        if (a.kind != b.kind || a.style != b.style || a.parent != b.parent || a.anchor != b.anchor)
            return "kind, style or parent: " + where;
        const bool isBlockScalar = a.style == Style::Literal || a.style == Style::Folded;
        const std::size_t end = isBlockScalar ? withoutBlankLines(text, a) : a.end;
        // libyaml puts some omitted values at the next token
        const bool isLoose = a.style == Style::Omitted && a.start == a.end &&
                             (a.parent == kNoNode || ours[a.parent].style == Style::Flow ||
                              std::string_view(":-?").find(text[std::max(a.start, 1u) - 1]) ==
                                  std::string_view::npos);
        if (!isLoose && (a.start != b.start || (end != b.end && !a.children.size())))
            return "span: " + where;
        if (!a.children.empty() && a.style == Style::Flow && a.end != b.end &&
            std::string_view("]}").find(text[a.end - 1]) != std::string_view::npos)
            return "end: " + where;
        counts.valuesDiffer += a.value != b.value;
        ++(a.kind == Kind::Sequence || a.kind == Kind::Mapping ? counts.collections
                                                               : counts.scalars);
    }
    return {};
}

/// Fails the test at the first difference.
bool compareDocument(const std::string &name, std::string_view text, Counts &counts)
{
    const auto piece = parseYaml(text);
    const auto theirs = test::libyamlTree(text);
    ++counts.documents;
    if (!piece->isParsed || !theirs) {
        if (qEnvironmentVariableIsSet("TELL") && piece->isParsed != theirs.has_value())
            qWarning("%s: %s", name.c_str(),
                     piece->isParsed ? "only we accept" : "only libyaml accepts");
        ++(!piece->isParsed && !theirs ? counts.bothRefuse
           : theirs                    ? counts.onlyThey
                                       : counts.onlyWe);
        return true;
    }
    if (!piece->isEditable) {
        ++counts.readOnly;
        return true;
    }
    if (piece->tree.isEmpty()) // libyaml: one empty scalar, or nothing
        return theirs->size() <= 1;
    const auto wrong = difference(text, piece->tree, *theirs, counts);
    if (wrong)
        qWarning("%s: %s", name.c_str(), wrong->c_str());
    return !wrong;
}

void print(const char *title, const Counts &c)
{
    qInfo("%s: %d documents, %d scalars, %d collections; both refuse %d, only we accept %d, only "
          "libyaml %d, read-only %d, values differ %d",
          title, c.documents, c.scalars, c.collections, c.bothRefuse, c.onlyWe, c.onlyThey,
          c.readOnly, c.valuesDiffer);
}

} // namespace

class tst_Spans : public QObject
{
    Q_OBJECT

private slots:
    void equalLibyamlsOnFiles();
    void equalLibyamlsOnTheSuite();
    void suiteEndsAsRecorded();
    void ofOmittedNodes_data();
    void ofOmittedNodes();
    void ofScalars_data();
    void ofScalars();
};

void tst_Spans::equalLibyamlsOnFiles()
{
    Counts counts;
    int wrong = 0;
    int files = 0;
    for (const test::Sample &sample : test::textSamples()) {
        if (sample.path.find("yaml-test-suite") != std::string::npos || guardBytes(sample.bytes))
            continue;
        ++files;
        std::vector<Problem> problems;
        for (const DocumentRange &document : splitDocuments(sample.bytes, problems))
            wrong += !compareDocument(
                sample.path,
                std::string_view(sample.bytes).substr(document.range.begin, document.range.size()),
                counts);
    }
    print("files", counts);
    QCOMPARE(wrong, 0);
    QCOMPARE(counts.valuesDiffer, 0);
    QVERIFY(counts.scalars > 200);
    QVERIFY(files >= 300 || !test::hasShared());
    // What is not compared is the exception.
    QVERIFY((counts.onlyWe + counts.onlyThey + counts.readOnly) * 100 <= counts.documents);
}

void tst_Spans::equalLibyamlsOnTheSuite()
{
    const auto cases = test::suiteCases();
    if (cases.empty())
        QSKIP("the cases of others are not here");
    Counts counts;
    int wrong = 0;
    for (const test::SuiteCase &one : cases) {
        std::vector<Problem> problems;
        for (const DocumentRange &document : splitDocuments(one.yaml, problems))
            wrong += !compareDocument(
                one.name,
                std::string_view(one.yaml).substr(document.range.begin, document.range.size()),
                counts);
    }
    print("suite", counts);
    QCOMPARE(wrong, 0);
}

/// R20: how each case of the suite ends, by its name: data/suite-outcomes.txt.
void tst_Spans::suiteEndsAsRecorded()
{
    const auto cases = test::suiteCases();
    if (cases.empty())
        QSKIP("the cases of others are not here");
    const QStringList recorded =
        QString::fromUtf8(test::read(QStringLiteral(DRAWBRIDGE_DATA "/suite-outcomes.txt")))
            .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList outcomes;
    int invalid = 0;
    int refused = 0;
    int valid = 0;
    int accepted = 0;
    for (const test::SuiteCase &one : cases) {
        std::vector<Problem> problems;
        bool isParsed = true;
        bool isGood = true;
        for (const DocumentRange &document : splitDocuments(one.yaml, problems)) {
            const auto piece = parseYaml(
                std::string_view(one.yaml).substr(document.range.begin, document.range.size()));
            isParsed = isParsed && piece->isParsed;
            isGood = isGood && piece->isParsed && piece->isEditable;
        }
        outcomes += QStringLiteral("%1 %2 %3")
                        .arg(QString::fromStdString(one.name),
                             QLatin1String(one.isValid ? "valid" : "invalid"),
                             QLatin1String(isGood     ? "edited"
                                           : isParsed ? "read-only"
                                                      : "refused"));
        ++(one.isValid ? valid : invalid);
        accepted += one.isValid && isGood;
        refused += !one.isValid && !isGood;
    }
    qInfo("valid %d, of which editable %d; invalid %d, of which refused or read-only %d", valid,
          accepted, invalid, refused);
    for (const QString &outcome : outcomes)
        QVERIFY2(recorded.contains(outcome), qPrintable(outcome));
    QCOMPARE(outcomes.size(), recorded.size());
}

void tst_Spans::ofOmittedNodes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("node");
    QTest::addColumn<int>("place");
    QTest::newRow("value") << QByteArray("a:\nb: 1\n") << 2 << 2;
    QTest::newRow("last value") << QByteArray("a: 1\nb:\n") << 4 << 7;
    QTest::newRow("value before null") << QByteArray("a:\n~: 1\n") << 2 << 2;
    QTest::newRow("nested before null") << QByteArray("a:\n  b:\n~: 1\n") << 4 << 7;
    QTest::newRow("item") << QByteArray("-\n- a\n") << 1 << 1;
    QTest::newRow("item before null") << QByteArray("-\n- ~\n") << 1 << 1;
    QTest::newRow("key") << QByteArray(": a\n") << 1 << 0;
    QTest::newRow("explicit key only") << QByteArray("? a\n") << 2 << 3;
    QTest::newRow("flow value") << QByteArray("{a: , b: 1}\n") << 2 << 3;
    QTest::newRow("flow key only") << QByteArray("{a, b: 1}\n") << 2 << 2;
}

void tst_Spans::ofOmittedNodes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, node);
    QFETCH(int, place);
    const auto piece = parseYaml(text.toStdString());
    QVERIFY(piece->isEditable);
    const Node omitted = piece->tree[NodeId(node)];
    QCOMPARE(omitted.style, Style::Omitted);
    QCOMPARE(int(omitted.start), place);
    QCOMPARE(int(omitted.end), place);
}

void tst_Spans::ofScalars_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("span");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("a: b # c\n") << QByteArray("b") << QByteArray("b");
    QTest::newRow("folded plain") << QByteArray("a: b\n  c\n\n  d\n") << QByteArray("b\n  c\n\n  d")
                                  << QByteArray("b c\nd");
    QTest::newRow("anchor, tag") << QByteArray("a: &x !!str 'it''s'\n")
                                 << QByteArray("&x !!str 'it''s'") << QByteArray("it's");
    QTest::newRow("escapes") << QByteArray("a: \"\\\"\\\\\\u00e9\"\n")
                             << QByteArray("\"\\\"\\\\\\u00e9\"") << QByteArray("\"\\\u00e9");
    QTest::newRow("literal") << QByteArray("a: |\n  b\n\n") << QByteArray("|\n  b\n")
                             << QByteArray("b\n");
    QTest::newRow("literal, kept")
        << QByteArray("a: |+\n  b\n\nc: 1\n") << QByteArray("|+\n  b\n\n") << QByteArray("b\n\n");
    QTest::newRow("literal, indented")
        << QByteArray("a: |2-\n   b\n") << QByteArray("|2-\n   b\n") << QByteArray(" b");
    QTest::newRow("CRLF") << QByteArray("a: |\r\n  b\r\nc: d\r\n") << QByteArray("|\r\n  b\r\n")
                          << QByteArray("b\n");
}

void tst_Spans::ofScalars()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, span);
    QFETCH(QByteArray, value);
    const std::string bytes = text.toStdString();
    const auto piece = parseYaml(bytes);
    QVERIFY(piece->isEditable);
    const Node node = piece->tree[2];
    QCOMPARE(QByteArray::fromStdString(bytes.substr(node.start, node.end - node.start)), span);
    QCOMPARE(QByteArray::fromStdString(std::string(node.value)), value);
}

QTEST_APPLESS_MAIN(tst_Spans)
#include "tst_spans.moc"
