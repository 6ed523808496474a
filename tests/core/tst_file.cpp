#include <QTest>

#include "support/text_corpus.h"
#include "yaml/file.h"

#include <fstream>
#include <random>

using namespace drawbridge;
using namespace drawbridge::yaml;

namespace {

using Random = std::mt19937;

std::size_t below(Random &random, std::size_t limit)
{
    return limit == 0 ? 0 : std::size_t(random()) % limit;
}

/// A place where a patch may begin or end without cutting a character or a line end in two.
std::size_t randomPlace(Random &random, std::string_view text)
{
    std::size_t place = below(random, text.size() + 1);
    while (place > 0 && place < text.size() &&
           ((static_cast<unsigned char>(text[place]) & 0xC0) == 0x80 ||
            (text[place] == '\n' && text[place - 1] == '\r')))
        --place;
    return place;
}

Patches randomPatches(Random &random, const std::string &text)
{
    static const std::vector<std::string> snippets{"",
                                                   "a",
                                                   "\n",
                                                   "---\n",
                                                   "\n---\n",
                                                   "...\n",
                                                   "- ",
                                                   "  ",
                                                   ": ",
                                                   "x: 1\n",
                                                   "\"",
                                                   "'",
                                                   "{",
                                                   "]",
                                                   "# c\n",
                                                   "\r\n",
                                                   "|\n",
                                                   "items:\n",
                                                   "kind: List\n",
                                                   "%YAML 1.1\n",
                                                   "&a ",
                                                   "*a",
                                                   "- kind: Pod\n",
                                                   "é",
                                                   ",",
                                                   "\t",
                                                   "? ",
                                                   "\n\n\n",
                                                   "- a: b\n  c: d\n"};
    Patches patches;
    std::size_t begin = randomPlace(random, text);
    const std::size_t count = 1 + below(random, 8) / 6;
    for (std::size_t i = 0; i < count; ++i) {
        std::size_t end = begin;
        if (below(random, 2) == 0)
            end = randomPlace(random, std::string_view(text).substr(0, begin + below(random, 60)));
        end = std::min(std::max(end, begin), text.size());
        patches.push_back({{begin, end}, snippets[below(random, snippets.size())]});
        begin = end + below(random, 200);
        while (begin < text.size() &&
               ((static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80 || text[begin] == '\n'))
            ++begin;
        if (begin > text.size())
            break;
    }
    return patches;
}

/// In words, how two files differ; empty if they are equal but for the last good states.
std::string difference(const File &a, const File &b)
{
    if (a.bytes() != b.bytes())
        return "bytes";
    if (a.format() != b.format())
        return "format";
    if (a.problems() != b.problems())
        return "problems";
    if (a.pieces().size() != b.pieces().size())
        return "number of pieces: " + std::to_string(a.pieces().size()) + " and " +
               std::to_string(b.pieces().size());
    for (std::size_t i = 0; i < a.pieces().size(); ++i) {
        const PlacedPiece &x = a.pieces()[i];
        const PlacedPiece &y = b.pieces()[i];
        const std::string name = "piece " + std::to_string(i);
        if (x.begin != y.begin || x.size != y.size || x.gap != y.gap || x.document != y.document ||
            x.shell != y.shell)
            return "place of " + name;
        if (x.piece->role != y.piece->role || x.piece->format != y.piece->format ||
            x.piece->isParsed != y.piece->isParsed || x.piece->isEditable != y.piece->isEditable ||
            x.piece->problems != y.piece->problems)
            return "state of " + name;
        if (!sameContent(x.piece->tree, x.piece->tree.root(), y.piece->tree, y.piece->tree.root()))
            return "tree of " + name;
        for (NodeId id = 0; id < x.piece->tree.size(); ++id)
            if (x.piece->tree[id].start != y.piece->tree[id].start ||
                x.piece->tree[id].end != y.piece->tree[id].end)
                return "span in " + name;
    }
    for (std::size_t line = 1; line <= b.lines().lineCount(); ++line)
        if (a.lines().lineCount() != b.lines().lineCount() ||
            a.lines().start(line) != b.lines().start(line))
            return "line index";
    return {};
}

std::vector<test::Sample> smallSamples(std::size_t count)
{
    std::vector<test::Sample> result = test::madeSamples();
    const auto &all = test::textSamples();
    for (std::size_t i = 0; i < all.size() && result.size() < count;
         i += std::max<std::size_t>(1, all.size() / count))
        if (all[i].bytes.size() < 20'000)
            result.push_back(all[i]);
    return result;
}

bool coversFile(const File &file)
{
    std::size_t at = file.bytes().starts_with("\xEF\xBB\xBF") ? 3 : 0;
    for (const PlacedPiece &piece : file.pieces()) {
        if (piece.shell != UINT32_MAX)
            continue;
        if (piece.begin != at)
            return false;
        at += piece.size;
    }
    return at == file.bytes().size();
}

const char *const kList = "kind: List\nitems:\n- kind: Pod\n  a: 1\n- kind: Pod\n  a: 2\nx: y\n";

} // namespace

class tst_File : public QObject
{
    Q_OBJECT

private slots:
    void readingKeepsEveryByte();
    void applyEqualsAFreshParse();
    void contentAfterAnEndIsTold();
    void onlyTouchedPiecesAreNew();
    void lastGoodStaysWhileNothingParses();
    void lastGoodOfAListThatBecameOneText();
    void lastGoodIsOfItsOwnDocument();
    void listIsSplit_data();
    void listIsSplit();
    void toFileStepsOverTheGap();
    void format_data();
    void format();
    void guardedFileHasNoPieces();
    void byteOrderMarkIsOutside();
    void errorsHaveTheirPlace();
};

void tst_File::readingKeepsEveryByte()
{
    int pieces = 0;
    for (const test::Sample &sample : test::textSamples()) {
        const File file = File::parse(sample.path, sample.bytes);
        QVERIFY(file.bytes() == sample.bytes);
        pieces += int(file.pieces().size());
        if (!file.pieces().empty())
            QVERIFY2(coversFile(file), sample.path.c_str());
    }
    QVERIFY(pieces > 20);
}

void tst_File::applyEqualsAFreshParse()
{
    Random random(20240601);
    int applied = 0;
    for (const test::Sample &sample : smallSamples(150)) {
        File file = File::parse(sample.path, sample.bytes);
        for (int i = 0; i < 60; ++i, ++applied) {
            const std::string before = file.bytes();
            const Patches patches = randomPatches(random, before);
            QVERIFY(areWellFormed(patches, before.size()));
            file.apply(patches);
            const std::string wrong =
                difference(file, File::parse(sample.path, drawbridge::applied(before, patches)));
            if (!wrong.empty()) {
                qWarning("%s, step %d: %s\n--- before\n%s\n--- patch at %zu..%zu: %s",
                         sample.path.c_str(), i, wrong.c_str(), before.c_str(),
                         patches[0].range.begin, patches[0].range.end, patches[0].text.c_str());
                QFAIL("apply differs from parse");
            }
            if (file.bytes().size() > 40'000 || i % 20 == 19)
                file = File::parse(sample.path, sample.bytes);
        }
    }
    qInfo("%d patches", applied);
}

/// kubectl ignores what follows a `...` without `---`, also where a comment becomes content.
void tst_File::contentAfterAnEndIsTold()
{
    for (const std::string begin : {"a: 1\n...\n", "a: 1\n... x\n"}) {
        for (const std::string end : {"...\n", "... x\n"}) {
            std::string text = begin;
            text.append("# b: 1\n").append(end).append("# e\n");
            File file = File::parse("a.yaml", text);
            QVERIFY(file.problems().empty());
            file.apply({{{begin.size(), begin.size() + 1}, ""}});
            QCOMPARE(file.problems().size(), std::size_t(1));
            QCOMPARE(difference(file, File::parse("a.yaml", file.bytes())), std::string());
        }
    }
}

void tst_File::onlyTouchedPiecesAreNew()
{
    File file = File::parse("x.yaml", "a: 1\n---\nb: 2\n---\nc: 3\n");
    const auto before = file.pieces();
    QCOMPARE(before.size(), std::size_t(3));
    const auto update = file.apply({{{12, 13}, "4"}});
    QCOMPARE(file.bytes(), std::string("a: 1\n---\nb: 4\n---\nc: 3\n"));
    QCOMPARE(update.first, std::size_t(1));
    QCOMPARE(update.removed, std::size_t(1));
    QCOMPARE(update.inserted, std::size_t(1));
    QCOMPARE(file.pieces()[0].piece, before[0].piece);
    QVERIFY(file.pieces()[1].piece != before[1].piece);
    QCOMPARE(file.pieces()[2].piece, before[2].piece);

    const auto split = file.apply({{{14, 14}, "---\nnew: 1\n"}});
    QCOMPARE(split.first, std::size_t(2));
    QCOMPARE(split.removed, std::size_t(0));
    QCOMPARE(split.inserted, std::size_t(1));
    QCOMPARE(file.pieces()[3].piece, before[2].piece);
    QCOMPARE(file.pieces()[3].document, 3u);
}

void tst_File::lastGoodStaysWhileNothingParses()
{
    File file = File::parse("x.yaml", "a: 1\n---\nb: 2\n");
    const auto good = file.pieces()[1].piece;
    file.apply({{{12, 13}, "["}});
    QVERIFY(!file.pieces()[1].piece->isParsed);
    QCOMPARE(file.pieces()[1].piece->lastGood, good);
    file.apply({{{13, 13}, "x"}});
    QCOMPARE(file.pieces()[1].piece->lastGood, good);
    file.apply({{{14, 14}, "]"}});
    QVERIFY(file.pieces()[1].piece->isParsed);
    QVERIFY(!file.pieces()[1].piece->lastGood);
}

void tst_File::lastGoodOfAListThatBecameOneText()
{
    File file = File::parse("x.json", R"({"kind":"List","items":[{"a":1},{"b":2}]})");
    QCOMPARE(file.pieces().size(), std::size_t(3));
    file.apply({{{25, 26}, ""}});
    QCOMPARE(file.pieces().size(), std::size_t(1));
    const auto piece = file.pieces()[0].piece;
    QVERIFY(!piece->isParsed);
    QVERIFY(piece->lastGood);
    QVERIFY(piece->lastGood->tree.find(0, "items") != kNoNode);
}

/// Where documents come or go, one that does not parse takes over nothing from its neighbours.
void tst_File::lastGoodIsOfItsOwnDocument()
{
    File file = File::parse("x.yaml", "a: 1\n---\nb: [\n---\nc: 3\n");
    file.apply({{{0, 5}, "\n"}}); // the first document goes, and the next begins a line earlier
    QCOMPARE(file.bytes(), std::string("\n---\nb: [\n---\nc: 3\n"));
    QCOMPARE(file.pieces().size(), std::size_t(2));
    QVERIFY(!file.pieces()[0].piece->isParsed);
    QVERIFY(!file.pieces()[0].piece->lastGood);

    file = File::parse("x.yaml", "a: 1\n---\nb: 2\n---\nc: 3\n");
    const auto b = file.pieces()[1].piece;
    file.apply({{{12, 13}, "["}});
    QCOMPARE(file.pieces()[1].piece->lastGood, b);
    file.apply({{{0, 5}, "\n"}});
    QCOMPARE(file.pieces()[0].piece->lastGood, b);
    file.apply({{{0, 1}, "n: 0\n"}});
    QCOMPARE(file.pieces().size(), std::size_t(3));
    QVERIFY(!file.pieces()[0].piece->lastGood);
    QCOMPARE(file.pieces()[1].piece->lastGood, b);

    // Also where the two begin alike.
    file = File::parse("x.yaml", "aaaa: 1\nb: 1\n---\naaaa: 1\nb: 2\n");
    const auto second = file.pieces()[1].piece;
    file.apply({{{28, 29}, "["}});
    QCOMPARE(file.pieces()[1].piece->lastGood, second);
    file.apply({{{0, 17}, ""}});
    QCOMPARE(file.bytes(), std::string("aaaa: 1\nb: [\n"));
    QCOMPARE(file.pieces()[0].piece->lastGood, second);
    file.apply({{{0, 0}, "aaaa: 1\nb: 1\n---\n"}});
    QCOMPARE(file.pieces().size(), std::size_t(2));
    QVERIFY(file.pieces()[0].piece->isParsed);
    QCOMPARE(file.pieces()[1].piece->lastGood, second);
    // And where as many come as go.
    file.apply({{{0, 17}, ""}, {{30, 30}, "---\n[\n"}});
    QCOMPARE(file.bytes(), std::string("aaaa: 1\nb: [\n---\n[\n"));
    QCOMPARE(file.pieces()[0].piece->lastGood, second);
    QVERIFY(!file.pieces()[1].piece->lastGood);

    // What moved is what it was already.
    file = File::parse("x.yaml", "---\na: 1\n---\nb: 2\n");
    file.apply({{{0, 18}, "---\n[\n---\na: 1\n"}});
    QCOMPARE(file.pieces().size(), std::size_t(2));
    QVERIFY(!file.pieces()[0].piece->isParsed && !file.pieces()[0].piece->lastGood);

    // Of one that is cut in two the larger half is what it was.
    file = File::parse("x.yaml", "a: 1\nb: 2\nc: 3\n");
    file.apply({{{10, 10}, "---\n[\n"}});
    QCOMPARE(file.pieces().size(), std::size_t(2));
    QVERIFY(!file.pieces()[1].piece->isParsed && !file.pieces()[1].piece->lastGood);
    file = File::parse("x.yaml", "a: 1\nb: 2\nc: 3\n");
    file.apply({{{8, 9}, "[\n---"}});
    QCOMPARE(file.pieces().size(), std::size_t(2));
    QVERIFY(!file.pieces()[0].piece->isParsed && file.pieces()[0].piece->lastGood);
}

void tst_File::listIsSplit_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("pieces");
    QTest::newRow("block") << "a.yaml" << QByteArray(kList) << 3;
    QTest::newRow("indented") << "a.yaml" << QByteArray("items:\n  - a: 1\n  - b: 2\nkind: XList\n")
                              << 3;
    QTest::newRow("one item broken")
        << "a.yaml" << QByteArray("items:\n- a: [\n- b: 2\nkind: List\n") << 3;
    QTest::newRow("quote over items")
        << "a.yaml" << QByteArray("items:\n- \"a\n- b\"\nkind: List\n") << 1;
    QTest::newRow("no list") << "a.yaml" << QByteArray("items:\n- a\nkind: Pod\n") << 1;
    QTest::newRow("empty") << "a.yaml" << QByteArray("items: []\nkind: List\n") << 1;
    QTest::newRow("anchors") << "a.yaml" << QByteArray("items:\n- &a x\n- *a\nkind: List\n") << 1;
    QTest::newRow("not at the root")
        << "a.yaml" << QByteArray("a:\n  kind: List\n  items:\n  - b\n") << 1;
    QTest::newRow("in a literal") << "a.yaml" << QByteArray("kind: List\na: |\n items:\n - b\n")
                                  << 1;
    QTest::newRow("json") << "a.json" << QByteArray(R"({"kind":"PodList","items":[{},{}]})") << 3;
    QTest::newRow("json in yaml") << "a.yaml" << QByteArray(R"({"kind":"List","items":[{}]})") << 2;
    QTest::newRow("json, no objects")
        << "a.json" << QByteArray(R"({"kind":"List","items":[1]})") << 1;
}

void tst_File::listIsSplit()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(int, pieces);
    const File file = File::parse(path.toStdString(), text.toStdString());
    QCOMPARE(int(file.pieces().size()), pieces);
    QVERIFY(file.problems().empty());
    if (pieces > 1) {
        QCOMPARE(file.pieces()[0].piece->role, Role::ListShell);
        QVERIFY(file.pieces()[0].piece->isParsed);
    }
    for (std::size_t i = 1; i < file.pieces().size(); ++i) {
        QCOMPARE(file.pieces()[i].shell, 0u);
        if (file.pieces()[i].piece->isParsed)
            QVERIFY(file.pieces()[i].piece->objectNode() != kNoNode);
    }
}

void tst_File::toFileStepsOverTheGap()
{
    const File file = File::parse("a.yaml", kList);
    const PlacedPiece &shell = file.pieces()[0];
    QCOMPARE(shell.text(file.bytes()), std::string("kind: List\nitems:\nx: y\n"));
    const NodeId last = shell.piece->tree.find(0, "x");
    const Node node = shell.piece->tree[last];
    const TextRange range = shell.toFile(TextRange{node.start, node.end});
    QCOMPARE(file.bytes().substr(range.begin, range.size()), std::string("y"));
    const Node items = shell.piece->tree[shell.piece->tree.find(0, "items")];
    QCOMPARE(shell.toFile(items.end, true), std::size_t(items.end));
    QCOMPARE(shell.toFile(TextRange{0, 18}), (TextRange{0, 18}));
}

void tst_File::format_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isJson");
    QTest::addColumn<bool>("isParsed");
    QTest::newRow("json") << "a.json" << QByteArray("{\"a\": 1}") << true << true;
    QTest::newRow("json in yaml") << "a.yaml" << QByteArray(" [1]") << true << true;
    QTest::newRow("yaml flow") << "a.yaml" << QByteArray("{a: 1}") << false << true;
    QTest::newRow("yaml in json") << "a.json" << QByteArray("a: 1") << true << false;
    QTest::newRow("two values") << "a.json" << QByteArray("{}\n{}") << true << true;
    QTest::newRow("two values in yaml") << "a.yaml" << QByteArray("{}\n[1]\n") << true << true;
    QTest::newRow("value and text") << "a.json" << QByteArray("{} a") << true << false;
    QTest::newRow("broken json in yaml") << "a.yaml" << QByteArray("{\"a\": ") << true << false;
    QTest::newRow("flow documents")
        << "a.yaml" << QByteArray("{\"a\": 1}\n---\n{\"a\": 1}\n") << false << true;
}

void tst_File::format()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, text);
    QFETCH(bool, isJson);
    QFETCH(bool, isParsed);
    const File file = File::parse(path.toStdString(), text.toStdString());
    QCOMPARE(file.format() == Format::Json, isJson);
    for (const PlacedPiece &piece : file.pieces())
        QCOMPARE(piece.piece->isParsed, isParsed);
}

void tst_File::guardedFileHasNoPieces()
{
    File file = File::parse("a.yaml", "a: \x01\n");
    QVERIFY(file.pieces().empty());
    QCOMPARE(file.problems().size(), std::size_t(1));
    QCOMPARE(file.problems()[0].code, Code::ControlCharacter);
    file.apply({{{3, 4}, "1"}});
    QCOMPARE(file.pieces().size(), std::size_t(1));
    QVERIFY(file.problems().empty());
}

void tst_File::byteOrderMarkIsOutside()
{
    const File file = File::parse("a.yaml", "\xEF\xBB\xBF"
                                            "a: 1\n");
    QCOMPARE(file.pieces().size(), std::size_t(1));
    QCOMPARE(file.pieces()[0].begin, std::size_t(3));
    QCOMPARE(file.lineColumn(6), (LineColumn{1, 5}));

    // Behind the mark too, a bracket decides between YAML and JSON.
    const std::string bracketed = "\xEF\xBB\xBF\n\n\n[y[\n\nE: 2\nq";
    for (std::size_t place = 3; place <= bracketed.size(); ++place)
        for (const char *typed : {"]", "\"", "\n", "a"}) {
            File changed = File::parse("a.yaml", bracketed);
            changed.apply({{{place, place}, typed}});
            const File fresh = File::parse("a.yaml", changed.bytes());
            QCOMPARE(difference(changed, fresh), std::string());
        }
}

/// Files with one error each; those that only Kubernetes would refuse have none here.
void tst_File::errorsHaveTheirPlace()
{
    int right = 0;
    int none = 0;
    for (const test::Sample &sample : test::textSamples()) {
        const std::string base = sample.path.substr(0, sample.path.rfind('.'));
        std::ifstream expectation(base + ".expect");
        LineColumn place;
        char colon = 0;
        if (!(expectation >> place.line >> colon >> place.column))
            continue;
        const File file = File::parse(sample.path, sample.bytes);
        std::vector<LineColumn> places;
        for (const Problem &problem : file.problems())
            places.push_back(file.lineColumn(problem.range.begin));
        for (const PlacedPiece &placed : file.pieces())
            for (const Problem &problem : placed.piece->problems)
                if (problem.severity == Severity::Error)
                    places.push_back(file.lineColumn(placed.toFile(problem.range.begin)));
        if (places.empty()) {
            ++none;
            continue;
        }
        right += places.front() == place;
        if (places.front() != place)
            qWarning("%s: %zu:%zu instead of %zu:%zu", sample.path.c_str(), places.front().line,
                     places.front().column, place.line, place.column);
        QCOMPARE(places.front().line, place.line);
    }
    qInfo("%d places right, %d files without an error of the text", right, none);
}

QTEST_APPLESS_MAIN(tst_File)
#include "tst_file.moc"
