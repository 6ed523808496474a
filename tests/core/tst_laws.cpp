#include <QTest>

#include "support/cases.h"
#include "support/effort.h"
#include "support/text_corpus.h"
#include "support/text_libyaml.h"
#include "support/text_model.h"
#include "yaml/edit.h"
#include "yaml/file.h"

#include <array>
#include <map>

using namespace drawbridge;
using namespace drawbridge::yaml;
using test::Random;

namespace {

constexpr std::size_t kLargestSample = 40'000;

enum Group { Block, Flow, Json, ListItems, GroupCount };
const std::array<const char *, GroupCount> kGroupNames{"block", "flow", "JSON", "List items"};

struct Tally
{
    int edits = 0;
    int refused = 0;  ///< could not be verified
    int declined = 0; ///< aliases, keys of merges and the like: never written
    int different = 0;
};

Group groupOf(const Piece &piece, const Edit &edit)
{
    if (piece.role == Role::ListItem)
        return ListItems;
    if (piece.format == Format::Json)
        return Json;
    NodeId place = kNoNode;
    if (const auto *replace = std::get_if<Replace>(&edit))
        place = piece.tree[replace->node].parent;
    else if (const auto *remove = std::get_if<Remove>(&edit))
        place = piece.tree[remove->node].parent;
    else if (const auto *move = std::get_if<Move>(&edit))
        place = piece.tree[move->item].parent;
    else if (const auto *pair = std::get_if<InsertPair>(&edit))
        place = pair->mapping;
    else
        place = std::get<InsertItem>(edit).sequence;
    return piece.tree[place].style == Style::Flow ? Flow : Block;
}

test::Model parsedModel(const std::string &text, const Piece &piece)
{
    if (piece.format == Format::Json) {
        const auto again = parseJson(text, piece.role);
        return test::modelOf(again->tree, again->tree.root());
    }
    // libyaml, so that our own parser cannot excuse our own writer
    const auto tree = test::libyamlTree(text);
    test::Model refused;
    refused.value = "libyaml refuses it";
    return tree ? test::modelOf(*tree, tree->root()) : refused;
}

/// One edit of a piece with all laws; what is wrong in words, empty if nothing is.
class Checker
{
public:
    Checker(const File &file, std::size_t index)
        : m_file(file)
        , m_placed(file.pieces()[index])
        , m_index(index)
        , m_text(m_placed.text(file.bytes()))
    {
    }

    std::string check(const Edit &edit, Tally &tally)
    {
        ++tally.edits;
        const Result<Patches> written = write(m_text, *m_placed.piece, edit);
        if (!written) {
            ++(written.failure().code == Code::EditWouldChangeMore ? tally.refused
                                                                   : tally.declined);
            if (written.failure().code == Code::EditWouldChangeMore &&
                qEnvironmentVariableIsSet("TELL"))
                qWarning(
                    "%s",
                    (m_file.path() + ": refused: " + test::describe(edit) + "\n" + m_text).c_str());
            return {};
        }
        for (const std::string &wrong : {putGet(edit, *written), undo(*written), putPut(edit),
                                         thereAndBack(edit), inFile(*written)})
            if (!wrong.empty())
                return wrong;
        return {};
    }

private:
    std::string putGet(const Edit &edit, const Patches &patches) const
    {
        if (!areWellFormed(patches, m_text.size()))
            return "patches";
        const std::string after = applied(m_text, patches);
        const std::string wrong = difference(test::edited(m_placed.piece->tree, edit),
                                             parsedModel(after, *m_placed.piece));
        return wrong.empty() ? wrong : "PutGet " + wrong + "\n--- now\n" + after;
    }

    std::string undo(const Patches &patches) const
    {
        const bool isBack = applied(applied(m_text, patches), inverse(m_text, patches)) == m_text;
        return isBack ? "" : "Undo";
    }

    /// Writing the same value again changes no byte.
    std::string putPut(const Edit &edit) const
    {
        const auto *replace = std::get_if<Replace>(&edit);
        if (!replace || replace->value.type == Value::Type::Mapping ||
            replace->value.type == Value::Type::Sequence)
            return {};
        const auto once = yaml::edited(m_text, *m_placed.piece, edit);
        if (!once)
            return "PutPut: not the first time";
        const auto twice = yaml::edited(once->text, *once->piece, edit); // ids up to it are equal
        return twice && twice->text == once->text ? "" : "PutPut";
    }

    /// An item that is moved, and back, leaves the bytes that were there.
    std::string thereAndBack(const Edit &edit) const
    {
        const auto *move = std::get_if<Move>(&edit);
        if (!move)
            return {};
        const NodeId list = m_placed.piece->tree[move->item].parent;
        const auto items = m_placed.piece->tree[list].children;
        const auto place = std::find(items.begin(), items.end(), move->item) - items.begin();
        const auto there = yaml::edited(m_text, *m_placed.piece, edit);
        if (!there)
            return "Move: not the first time";
        const NodeId item = there->piece->tree[list].children[move->position];
        const auto back = yaml::edited(there->text, *there->piece, Move{item, std::size_t(place)});
        return back && back->text == m_text ? "" : "Move: not back\n--- there\n" + there->text;
    }

    std::string inFile(const Patches &patches) const
    {
        Patches inFile;
        for (const Patch &patch : patches)
            inFile.push_back({m_placed.toFile(patch.range), patch.text});
        if (!areWellFormed(inFile, m_file.bytes().size()))
            return "patches in the file";
        File after = m_file;
        after.apply(inFile);
        if (after.pieces().size() != m_file.pieces().size())
            return {}; // the piece is another kind now, a List no more for instance
        for (std::size_t i = 0; i < after.pieces().size(); ++i)
            if (i != m_index && after.pieces()[i].piece != m_file.pieces()[i].piece)
                return "Isolation: piece " + std::to_string(i);
        const PlacedPiece &now = after.pieces()[m_index];
        return now.text(after.bytes()) == applied(m_text, patches) ? "" : "Locality";
    }

    const File &m_file;
    const PlacedPiece &m_placed;
    std::size_t m_index = 0;
    std::string m_text;
};

int editsEach()
{
    return 5'000 * test::effort();
}

bool isFull(const std::array<Tally, GroupCount> &tallies, Group group)
{
    return tallies[group].edits >= editsEach();
}

auto countUnparsed(const File &file)
{
    return std::count_if(file.pieces().begin(), file.pieces().end(),
                         [](const PlacedPiece &piece) { return !piece.piece->isParsed; });
}

/// Files whose pieces may be edited.
std::vector<File> editableFiles()
{
    std::vector<File> files;
    for (const test::Sample &sample : test::textSamples()) {
        if (sample.bytes.size() > kLargestSample)
            continue;
        File file = File::parse(sample.path, sample.bytes);
        bool isGood = false;
        for (const PlacedPiece &piece : file.pieces())
            isGood = isGood || (piece.piece->isEditable && !piece.piece->tree.isEmpty());
        if (isGood)
            files.push_back(std::move(file));
    }
    return files;
}

} // namespace

class tst_Laws : public QObject
{
    Q_OBJECT

private slots:
    void written_data();
    void written();
    void refusals_data();
    void refusals();
    void snippet();
    void getPut();
    void edits();
    void editsOfTheSuite();
    void editsInARow();
    void listItemsComeAndGo();
};

/// One edit each, as people would have written it: the node is named by the bytes it begins with.
void tst_Laws::written_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("edit"); // replace, remove, pair (k), item; + where
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *edit, const char *at,
                        const char *after) {
        QTest::newRow(name) << QByteArray(before) << QString(edit) << QByteArray(at)
                            << QByteArray(after);
    };
    row("plain", "a: old # c\n", "text", "old", "a: x # c\n");
    row("keeps double quotes", "a: \"old\"\n", "text", "\"old", "a: \"x\"\n");
    row("keeps single quotes", "a: 'old'\n", "text", "'old", "a: 'x'\n");
    row("quotes what needs it", "a: old\n", "yes", "old", "a: \"yes\"\n");
    row("block scalar", "a: |\n  old\nb: 1\n", "text", "|", "a: x\nb: 1\n");
    row("omitted", "a: # c\nb: 1\n", "text", " # c", "a: x # c\nb: 1\n");
    row("empty to block", "a: {} # c\nb: 1\n", "mapping", "{}", "a: # c\n  k: x\nb: 1\n");
    row("block to text", "a:\n  b: 1\n  c: 2\nd: 3\n", "text", "b: 1", "a: x\nd: 3\n");
    row("item", "- a # c\n- b\n", "mapping", "b", "- a # c\n- k: x\n");
    row("in flow", "a: {b: 1, c: [2]}\n", "mapping", "[2]", "a: {b: 1, c: {k: x}}\n");
    row("pair", "a: 1\n# b\nb: 2\n", "pair", "a: 1", "a: 1\n# b\nb: 2\nk: x\n");
    row("pair, CRLF", "a: 1\r\n", "pair", "a: 1", "a: 1\r\nk: x\r\n");
    row("pair, open end", "a: 1", "pair", "a: 1", "a: 1\nk: x");
    row("pair before comments", "s:\n  a: 1\n# t\nt: 2\n", "pair", "a: 1",
        "s:\n  a: 1\n  k: x\n# t\nt: 2\n");
    row("pair in item", "- a: 1\n- b: 2\n", "pair", "a: 1", "- a: 1\n  k: x\n- b: 2\n");
    row("pair in flow", "a: {b: 1}\n", "pair", "{b", "a: {b: 1, k: x}\n");
    row("pair in JSON style", "{\"a\": \"b\"}\n---\n", "pair", "{",
        "{\"a\": \"b\", \"k\": \"x\"}\n");
    row("item, indented", "a:\n  - b\n", "item", "- b", "a:\n  - b\n  - x\n");
    row("item, flush", "a:\n- b\nc: 1\n", "item", "- b", "a:\n- b\n- x\nc: 1\n");
    row("item in flow", "a: [b, c,]\n", "item", "[b", "a: [b, c, x,]\n");
    row("item in nothing", "a:\n  b: []\n", "item", "[]", "a:\n  b:\n    - x\n");
    row("remove pair", "a: 1\nb: 2 # c\n# d\nc: 3\n", "remove", "2", "a: 1\n# d\nc: 3\n");
    row("remove first of item", "- a: 1\n  # c\n  b: 2\n", "remove", "1", "- # c\n  b: 2\n");
    row("remove last, open end", "a: 1\nb: 2", "remove", "2", "a: 1");
    row("remove only one", "a:\n  b: 1 # c\nd: 2\n", "remove", "1", "a: {}\nd: 2\n");
    row("remove item", "a:\n  # b\n  - b\n  # c\n  - c\n", "remove", "b\n  # c",
        "a:\n  # b\n  # c\n  - c\n");
    row("remove from flow", "a: [b, c, d]\n", "remove", "c", "a: [b, d]\n");
    row("remove last from flow", "a: [b, c]\n", "remove", "c", "a: [b]\n");
    row("remove line of flow", "a: [\n  b, # b\n  # c\n  c,\n]\n", "remove", "b,",
        "a: [\n  # c\n  c,\n]\n");
}

void tst_Laws::written()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, edit);
    QFETCH(QByteArray, at);
    QFETCH(QByteArray, after);
    const std::string text = before.toStdString();
    const auto piece = parseYaml(text.substr(0, text.find("---\n")));
    const bool needsSequence = edit == "item";
    const bool needsCollection =
        needsSequence || edit == "pair" || text.find("  b: 1\n  c") != text.npos;
    NodeId node = kNoNode;
    for (NodeId id = 0; id < piece->tree.size(); ++id) {
        const Node one = piece->tree[id];
        const bool isRight =
            !needsCollection || one.kind == (needsSequence ? Kind::Sequence : Kind::Mapping);
        if (isRight && int(one.start) == before.indexOf(at))
            node = id;
    }
    QVERIFY(node != kNoNode);
    const Value x = Value::ofText("x");
    const Edit made = edit == "text"      ? Edit(Replace{node, x})
                      : edit == "yes"     ? Edit(Replace{node, Value::ofText("yes")})
                      : edit == "mapping" ? Edit(Replace{node, Value::ofMapping({{"k", x}})})
                      : edit == "pair"    ? Edit(InsertPair{node, SIZE_MAX, "k", x})
                      : edit == "item"    ? Edit(InsertItem{node, SIZE_MAX, x})
                                          : Edit(Remove{node});
    const std::string own = text.substr(0, text.find("---\n"));
    const auto patches = write(own, *piece, made);
    QVERIFY(patches.isOk());
    QCOMPARE(QByteArray::fromStdString(applied(own, *patches)), after);
}

void tst_Laws::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("node");
    QTest::addColumn<int>("code");
    const auto row = [](const char *text, int node, Code code) {
        QTest::newRow(text) << QByteArray(text) << node << int(code);
    };
    row("a: [\n", 0, Code::EditStale);
    row("a: 1\n", 0, Code::EditReadOnly); // the root
    row("a: 1\n", 1, Code::EditReadOnly); // a key
    row("a: 1\n", 99, Code::EditReadOnly);
    row("a: &x 1\nb: *x\n", 2, Code::EditInsideAlias); // in use
    row("a: &x 1\nb: *x\n", 4, Code::EditInsideAlias); // the alias
    row("a: &x {c: 1}\nb: *x\n", 4, Code::EditInsideAlias);
    row("a: {c: &x 1}\nb: *x\n", 2, Code::EditInsideAlias);
    row("<<: {a: 1}\nb: 2\n", 6, Code::EditReadOnly);
}

void tst_Laws::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(int, node);
    QFETCH(int, code);
    const std::string bytes = text.toStdString();
    const auto result = write(bytes, *parseYaml(bytes), Replace{NodeId(node), Value::ofText("x")});
    QVERIFY(!result);
    QCOMPARE(int(result.failure().code), code);
}

void tst_Laws::snippet()
{
    const auto selector = [](const char *app) {
        return Value::ofMapping({{"matchLabels", Value::ofMapping({{"app", Value::ofText(app)}})}});
    };
    const Value rule = Value::ofMapping(
        {{"from", Value::ofSequence({Value::ofMapping({{"podSelector", selector("frontend")}})})},
         {"ports", Value::ofSequence({Value::ofMapping(
                       {{"protocol", Value::ofText("TCP")}, {"port", Value::ofInteger(8080)}})})}});
    const Value spec = Value::ofMapping(
        {{"spec", Value::ofMapping({{"podSelector", selector("api")},
                                    {"policyTypes", Value::ofSequence({Value::ofText("Ingress")})},
                                    {"ingress", Value::ofSequence({rule})},
                                    {"egress", Value::ofSequence({})}})}});
    const std::string indented = R"(spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes:
    - Ingress
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: frontend
      ports:
        - protocol: TCP
          port: 8080
  egress: []
)";
    const std::string flush = R"(spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes:
  - Ingress
  ingress:
  - from:
    - podSelector:
        matchLabels:
          app: frontend
    ports:
    - protocol: TCP
      port: 8080
  egress: []
)";
    SnippetStyle style;
    QCOMPARE(blockYaml(spec, 0, style), indented);
    style.indentSequences = false;
    QCOMPARE(blockYaml(spec, 0, style), flush);
    QVERIFY(!styleOf(flush, *parseYaml(flush)).indentSequences);
    QVERIFY(styleOf(indented, *parseYaml(indented)).indentSequences);
    style.flowLeaves = true;
    QCOMPARE(blockYaml(selector("api"), 2, style), std::string("  matchLabels: {app: api}\n"));
}

/// Writing every scalar's own bytes back changes nothing, and its bytes are where its span says.
void tst_Laws::getPut()
{
    int scalars = 0;
    for (const test::Sample &sample : test::textSamples()) {
        const File file = File::parse(sample.path, sample.bytes);
        std::string text = sample.bytes;
        for (const PlacedPiece &placed : file.pieces()) {
            const Tree &tree = placed.piece->tree;
            const std::string own = placed.text(file.bytes());
            for (NodeId id = 0; id < tree.size(); ++id) {
                const Node node = tree[id];
                if (node.kind != Kind::Scalar)
                    continue;
                ++scalars;
                const TextRange range = placed.toFile(TextRange{node.start, node.end});
                const std::string bytes = own.substr(node.start, node.end - node.start);
                text.replace(range.begin, range.size(), bytes);
                if (node.style == Style::Plain && placed.piece->isEditable &&
                    bytes.find('\n') == std::string::npos && node.tag.empty() &&
                    node.anchor.empty())
                    QCOMPARE(QByteArray::fromStdString(bytes),
                             QByteArray::fromStdString(std::string(node.value)));
            }
        }
        QVERIFY2(text == sample.bytes, sample.path.c_str());
    }
    qInfo("%zu samples, %d scalars", test::textSamples().size(), scalars);
    QVERIFY(scalars > 100);
    QVERIFY(test::textSamples().size() >= 300 || !test::hasShared());
}

void tst_Laws::edits()
{
    Random random(42);
    const std::vector<File> files = editableFiles();
    std::array<Tally, GroupCount> tallies;
    const auto someMissing = [&] {
        return std::any_of(tallies.begin(), tallies.end(),
                           [](const Tally &tally) { return tally.edits < editsEach(); });
    };
    for (std::size_t round = 0; round < 2000u * test::effort() && someMissing(); ++round) {
        for (const File &file : files) {
            const std::size_t index = test::below(random, file.pieces().size());
            const Piece &piece = *file.pieces()[index].piece;
            if (!piece.isEditable || piece.tree.isEmpty())
                continue;
            Checker checker(file, index);
            for (int i = 0; i < 6; ++i) {
                const auto edit = test::randomEdit(random, piece.tree);
                if (!edit || isFull(tallies, groupOf(piece, *edit)))
                    continue;
                Tally &tally = tallies[groupOf(piece, *edit)];
                const std::string wrong = checker.check(*edit, tally);
                if (wrong.empty())
                    continue;
                ++tally.different;
                qWarning("%s: %s\n%s", file.path().c_str(), test::describe(*edit).c_str(),
                         wrong.c_str());
            }
        }
    }
    for (std::size_t group = 0; group < GroupCount; ++group) {
        const Tally &tally = tallies[group];
        qInfo("%s: %d edits, %d different, %d refused (%.2f %%), %d declined", kGroupNames[group],
              tally.edits, tally.different, tally.refused, 100.0 * tally.refused / tally.edits,
              tally.declined);
    }
    for (const Tally &tally : tallies) {
        QVERIFY(tally.edits >= editsEach());
        QCOMPARE(tally.different, 0);
        QVERIFY(tally.refused * 1000 <= tally.edits);
        QVERIFY(tally.declined * 4 <= tally.edits);
    }
}

/// Odd texts: many edits are refused, but none may go wrong.
void tst_Laws::editsOfTheSuite()
{
    const auto cases = test::suiteCases();
    if (cases.empty())
        QSKIP("the cases of others are not here");
    Random random(43);
    Tally tally;
    for (const test::SuiteCase &one : cases) {
        const File file = File::parse(one.name + ".yaml", one.yaml);
        for (std::size_t index = 0; index < file.pieces().size(); ++index) {
            const PlacedPiece &placed = file.pieces()[index];
            const auto theirs = test::libyamlTree(placed.text(file.bytes()));
            if (!placed.piece->isEditable || !theirs || placed.piece->format == Format::Json ||
                !difference(test::modelOf(placed.piece->tree, placed.piece->tree.root()),
                            test::modelOf(*theirs, theirs->root()))
                     .empty())
                continue; // the libraries differ already
            Checker checker(file, index);
            for (int i = 0; i < 30; ++i) {
                const auto edit = test::randomEdit(random, placed.piece->tree);
                const std::string wrong = edit ? checker.check(*edit, tally) : std::string();
                if (wrong.empty())
                    continue;
                ++tally.different;
                qWarning("%s: %s\n--- was\n%s\n%s", one.name.c_str(), test::describe(*edit).c_str(),
                         one.yaml.c_str(), wrong.c_str());
            }
        }
    }
    qInfo("%d edits, %d different, %d refused, %d declined", tally.edits, tally.different,
          tally.refused, tally.declined);
    QVERIFY(tally.edits > 1000);
    QCOMPARE(tally.different, 0);
}

/// Many edits one after the other, undone in the end.
void tst_Laws::editsInARow()
{
    Random random(44);
    int edits = 0;
    const std::vector<File> files = editableFiles();
    for (std::size_t n = 0; n < files.size(); n += 1 + files.size() / 60) {
        File file = files[n];
        const std::string before = file.bytes();
        std::vector<Patches> undo;
        for (int i = 0; i < 25 && !file.pieces().empty(); ++i) {
            const PlacedPiece &placed = file.pieces()[test::below(random, file.pieces().size())];
            const auto edit = test::randomEdit(random, placed.piece->tree);
            if (!edit)
                continue;
            const auto patches = write(placed.text(file.bytes()), *placed.piece, *edit);
            if (!patches)
                continue;
            Patches inFile;
            for (const Patch &patch : *patches)
                inFile.push_back({placed.toFile(patch.range), patch.text});
            undo.push_back(inverse(file.bytes(), inFile));
            file.apply(inFile);
            ++edits;
        }
        for (; !undo.empty(); undo.pop_back())
            file.apply(undo.back());
        QVERIFY2(file.bytes() == before, file.path().c_str());
        QCOMPARE(file.pieces().size(), files[n].pieces().size());
    }
    qInfo("%d edits", edits);
    QVERIFY(edits > 500);
}

void tst_Laws::listItemsComeAndGo()
{
    Random random(45);
    int appended = 0;
    int removed = 0;
    for (const File &file : editableFiles()) {
        for (std::size_t i = 0; i < file.pieces().size(); ++i) {
            const Role role = file.pieces()[i].piece->role;
            if (role == Role::Document)
                continue;
            const Value pod = Value::ofMapping(
                {{"kind", Value::ofText("Pod")}, {"n", test::randomValue(random, 2)}});
            const auto patches =
                role == Role::ListShell ? appendListItem(file, i, pod) : removeListItem(file, i);
            if (!patches)
                qWarning("%s: piece %zu", file.path().c_str(), i);
            QVERIFY(patches);
            ++(role == Role::ListShell ? appended : removed);
            File after = file;
            after.apply(*patches);
            QCOMPARE(after.pieces().size(),
                     role == Role::ListShell ? file.pieces().size() + 1 : file.pieces().size() - 1);
            QVERIFY2(countUnparsed(after) <= countUnparsed(file), file.path().c_str());
            QVERIFY(File::parse(file.path(), after.bytes()).pieces().size() ==
                    after.pieces().size());
        }
    }
    qInfo("%d appended, %d removed", appended, removed);
    QVERIFY(appended > 0 && removed > 0);
}

QTEST_APPLESS_MAIN(tst_Laws)
#include "tst_laws.moc"
