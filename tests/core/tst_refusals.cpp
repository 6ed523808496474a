#include "kube/workspace.h"
#include "support/cases.h"
#include "support/text_blocks.h"
#include "support/text_corpus.h"
#include "yaml/file.h"

#include <QDir>
#include <QHash>
#include <QTest>

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <optional>
#include <string>

using namespace drawbridge;

/// What people write wrong in manifests is refused at the line where they would look for it:
/// the files of data/broken and the texts of data/broken.txt. So are the errors of the YAML test
/// suite, or they are read as the parser reads them.
class RefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRefusalHasItsPlace();
    void noErrorOfTheSuiteIsLost();
};

namespace {

constexpr int kWrongLines = 13;
constexpr int kErrorsOfTheSuite = 94;
constexpr int kRefusedOfTheSuite = 71;
constexpr int kWrongLinesOfTheSuite = 3;

struct Wrong
{
    QString name;
    QString path;
    std::string text;
    LineColumn place;
};

LineColumn placeOf(const QString &words)
{
    return {words.section(':', 0, 0).toUInt(), words.section(':', 1, 1).toUInt()};
}

QList<Wrong> wrongTexts()
{
    QList<Wrong> result;
    for (const test::TextBlock &block :
         test::textBlocks(QStringLiteral(DRAWBRIDGE_DATA "/broken.txt")))
        result.push_back({block.name,
                          block.words.contains(QLatin1String("json")) ? QStringLiteral("a.json")
                                                                      : QStringLiteral("a.yaml"),
                          block.text, placeOf(block.words.first())});
    const QDir folder(QStringLiteral(DRAWBRIDGE_DATA "/broken"));
    for (const QFileInfo &info : folder.entryInfoList({"*.yaml", "*.json"}, QDir::Files)) {
        const QString expected = folder.filePath(info.completeBaseName() + ".expect");
        result.push_back({info.fileName(), info.fileName(),
                          test::read(info.filePath()).toStdString(),
                          placeOf(QString::fromUtf8(test::read(expected)))});
    }
    return result;
}

/// Of the first that is worst.
std::optional<LineColumn> refusalOf(const Wrong &wrong)
{
    kube::Workspace workspace;
    const FileId file = workspace.add(wrong.path.toStdString(), wrong.text);
    std::optional<Diagnostic> first;
    for (const Diagnostic &diagnostic : workspace.diagnostics())
        if (diagnostic.code != Code::NotJudged && diagnostic.code != Code::WouldBeRefused &&
            diagnostic.place.file.isValid() && (!first || diagnostic.severity < first->severity))
            first = diagnostic;
    if (!first)
        return std::nullopt;
    return workspace.file(file).lineColumn(first->place.range.begin);
}

/// Where the errors of the suite are, by the names of the cases: data/suite-errors.txt.
QHash<QString, LineColumn> placesOfSuite()
{
    QHash<QString, LineColumn> places;
    const QString text =
        QString::fromUtf8(test::read(QStringLiteral(DRAWBRIDGE_DATA "/suite-errors.txt")));
    for (const QString &line : text.split('\n', Qt::SkipEmptyParts))
        places.insert(line.section(' ', 0, 0), placeOf(line.section(' ', 1)));
    return places;
}

/// All errors of a file as a whole and of its pieces, in file offsets.
std::vector<TextRange> errorsOf(const yaml::File &file)
{
    std::vector<TextRange> errors;
    for (const Problem &problem : file.problems())
        if (problem.severity == Severity::Error)
            errors.push_back(problem.range);
    for (const yaml::PlacedPiece &placed : file.pieces())
        for (const Problem &problem : placed.piece->problems)
            if (problem.severity == Severity::Error)
                errors.push_back(placed.toFile(problem.range));
    return errors;
}

bool isRead(const yaml::Tree &tree, yaml::NodeId id, const YAML::Node &theirs)
{
    const yaml::NodeId resolved = tree.resolved(id);
    if (resolved == yaml::kNoNode)
        return false;
    const yaml::Node &ours = tree[resolved];
    switch (theirs.Type()) {
    case YAML::NodeType::Null:
        return ours.kind == yaml::Kind::Null;
    case YAML::NodeType::Scalar:
        return ours.kind == yaml::Kind::Scalar && ours.value == theirs.Scalar();
    case YAML::NodeType::Sequence: {
        if (ours.kind != yaml::Kind::Sequence || ours.children.size() != theirs.size())
            return false;
        std::size_t at = 0;
        return std::all_of(theirs.begin(), theirs.end(), [&](const YAML::Node &item) {
            return isRead(tree, ours.children[at++], item);
        });
    }
    case YAML::NodeType::Map: {
        if (ours.kind != yaml::Kind::Mapping || ours.children.size() != 2 * theirs.size())
            return false;
        std::size_t at = 0;
        for (const auto &pair : theirs) {
            if (!isRead(tree, ours.children[at], pair.first) ||
                !isRead(tree, ours.children[at + 1], pair.second))
                return false;
            at += 2;
        }
        return true;
    }
    case YAML::NodeType::Undefined:
        break;
    }
    return false;
}

/// True if each document holds what yaml-cpp's own reader makes of it.
bool isReadAsTheParserDoes(const yaml::File &file)
{
    for (const yaml::PlacedPiece &placed : file.pieces()) {
        const std::vector<YAML::Node> theirs = YAML::LoadAll(placed.text(file.bytes()));
        const yaml::Tree &tree = placed.piece->tree;
        if (tree.isEmpty() ? !(theirs.empty() || (theirs.size() == 1 && theirs[0].IsNull()))
                           : theirs.size() != 1 || !isRead(tree, tree.root(), theirs[0]))
            return false;
    }
    return true;
}

} // namespace

/// R4: every one has a place, and at least 240 of 250 are on the line that a reader expects. As
/// many as are not must not become more.
void RefusalsTest::everyRefusalHasItsPlace()
{
    const QList<Wrong> all = wrongTexts();
    int withoutPlace = 0;
    int sameLine = 0;
    int same = 0;
    for (const Wrong &wrong : all) {
        const auto place = refusalOf(wrong);
        if (!place) {
            ++withoutPlace;
            qWarning("%s: nothing is refused", qPrintable(wrong.name));
            continue;
        }
        same += *place == wrong.place;
        sameLine += place->line == wrong.place.line;
        if (!(*place == wrong.place))
            qWarning("%s: %zu:%zu, expected %zu:%zu", qPrintable(wrong.name), place->line,
                     place->column, wrong.place.line, wrong.place.column);
    }
    qInfo("%d texts, %d without a place, %d on the line, %d at the very place", int(all.size()),
          withoutPlace, sameLine, same);
    QVERIFY(all.size() >= 250);
    QCOMPARE(withoutPlace, 0);
    QVERIFY(all.size() - sameLine <= kWrongLines);
}

/// R4: each of the suite's errors is refused at a place in its text, or read just as the parser
/// reads it. No byte of it changes.
void RefusalsTest::noErrorOfTheSuiteIsLost()
{
    const std::vector<test::SuiteCase> cases = test::suiteCases();
    if (cases.empty())
        QSKIP("the cases of others are not here");
    const QHash<QString, LineColumn> places = placesOfSuite();
    int errors = 0;
    int refused = 0;
    int sameLine = 0;
    int same = 0;
    int readOnly = 0;
    for (const test::SuiteCase &one : cases) {
        if (one.isValid)
            continue;
        ++errors;
        const QString name = QString::fromStdString(one.name);
        QVERIFY2(places.contains(name), one.name.c_str());
        const LineColumn expected = places[name];
        const yaml::File file = yaml::File::parse(one.name + ".yaml", one.yaml);
        QCOMPARE(file.bytes(), one.yaml);
        const std::vector<TextRange> found = errorsOf(file);
        for (const TextRange &range : found)
            QVERIFY2(range.begin <= range.end && range.end <= one.yaml.size(), one.name.c_str());
        if (found.empty()) {
            QVERIFY2(isReadAsTheParserDoes(file), one.name.c_str());
            readOnly += std::any_of(
                file.pieces().begin(), file.pieces().end(),
                [](const yaml::PlacedPiece &placed) { return !placed.piece->isEditable; });
            continue;
        }
        ++refused;
        const LineColumn place = file.lineColumn(found.front().begin);
        same += place == expected;
        sameLine += place.line == expected.line;
        if (place.line != expected.line)
            qWarning("%s: %zu:%zu, expected %zu:%zu", one.name.c_str(), place.line, place.column,
                     expected.line, expected.column);
    }
    qInfo("%d errors of the YAML test suite: %d refused at a place, %d on the line, %d at the very "
          "place; %d read as the parser reads them, %d of them read-only",
          errors, refused, sameLine, same, errors - refused, readOnly);
    QCOMPARE(errors, kErrorsOfTheSuite);
    QVERIFY(refused >= kRefusedOfTheSuite);
    QVERIFY(refused - sameLine <= kWrongLinesOfTheSuite);
}

QTEST_APPLESS_MAIN(RefusalsTest)
#include "tst_refusals.moc"
