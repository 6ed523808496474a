#include <QTest>

#include "source/split.h"

#include <string>

using namespace drawbridge;

namespace {

QStringList partsOf(const std::string &text, const std::vector<TextRange> &ranges)
{
    QStringList parts;
    for (TextRange range : ranges)
        parts << QString::fromStdString(text.substr(range.begin, range.size()));
    return parts;
}

} // namespace

class tst_Split : public QObject
{
    Q_OBJECT

private slots:
    void documents_data();
    void documents();
    void kubectlSplitsElsewhere_data();
    void kubectlSplitsElsewhere();
    void directivesAreTold();
    void tooManyDocuments();
    void yamlItems_data();
    void yamlItems();
    void doubtfulListIsNoList_data();
    void doubtfulListIsNoList();
    void uncertainList_data();
    void uncertainList();
    void jsonItems();
    void jsonValues_data();
    void jsonValues();
    void noJsonList_data();
    void noJsonList();
};

void tst_Split::documents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("parts"); // those without content begin with !
    const auto row = [](const char *name, const char *text, const QStringList &parts) {
        QTest::newRow(name) << QByteArray(text) << parts;
    };
    row("empty", "", {});
    row("one", "a: 1\n", {"a: 1\n"});
    row("marker first", "---\na: 1\n", {"---\na: 1\n"});
    row("two", "a: 1\n---\nb: 2\n", {"a: 1\n", "---\nb: 2\n"});
    row("no final newline", "a\n---\nb", {"a\n", "---\nb"});
    row("comment first", "# c\n\n---\na\n", {"# c\n\n---\na\n"});
    row("comment between", "a\n# c\n---\nb\n", {"a\n# c\n", "---\nb\n"});
    row("empty at the end", "a\n---\n", {"a\n", "!---\n"});
    row("empty between", "a\n---\n# c\n---\nb\n", {"a\n", "!---\n# c\n", "---\nb\n"});
    row("markers alone", "---\n---\n---\n", {"!---\n", "!---\n", "!---\n"});
    row("CRLF", "a\r\n---\r\nb\r\n", {"a\r\n", "---\r\nb\r\n"});
    row("end marker", "a\n...\n---\nb\n", {"a\n...\n", "---\nb\n"});
    row("comment behind the end", "a\n...\n# c\n", {"a\n...\n# c\n"});
    row("comment behind the end, then more", "a\n...\n# c\n---\nb\n",
        {"a\n...\n", "# c\n---\nb\n"});
    row("directive", "%YAML 1.1\n---\na\n...\n%YAML 1.1\n---\nb\n",
        {"%YAML 1.1\n---\na\n...\n", "%YAML 1.1\n---\nb\n"});
    row("no directive inside", "a: |\n  x\n%b\n---\nc\n", {"a: |\n  x\n%b\n", "---\nc\n"});
    row("inside a literal", "a: |\n  x\n---\nb\n", {"a: |\n  x\n", "---\nb\n"});
    row("indented marker", "a: |\n  ---\n  x\n", {"a: |\n  ---\n  x\n"});
    row("content on the marker's line", "--- a\n--- # c\n", {"--- a\n", "!--- # c\n"});
    row("no marker", "---a\n", {"---a\n"});
    row("byte order mark", "\xEF\xBB\xBF---\na\n", {"---\na\n"});
    row("comment only", "# c\n", {"!# c\n"});
}

void tst_Split::documents()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, parts);
    std::vector<Problem> problems;
    const std::string bytes = text.toStdString();
    QStringList found;
    for (const DocumentRange &document : splitDocuments(bytes, problems))
        found << (document.hasContent ? "" : "!") +
                     QString::fromStdString(
                         bytes.substr(document.range.begin, document.range.size()));
    QCOMPARE(found, parts);
}

void tst_Split::kubectlSplitsElsewhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("place"); // -1: nowhere
    QTest::newRow("joined") << QByteArray("a: 1\n---foo\n") << 5;
    QTest::newRow("content") << QByteArray("a: 1\n--- {b: 1}\n") << 5;
    QTest::newRow("comment") << QByteArray("a: 1\n--- # b\n") << -1;
    QTest::newRow("first line") << QByteArray("--- {b: 1}\n") << -1;
    QTest::newRow("rule of dashes") << QByteArray("a: 1\n-----\n") << 5;
    QTest::newRow("after the end") << QByteArray("a: 1\n...\nb: 2\n") << 9;
}

void tst_Split::kubectlSplitsElsewhere()
{
    QFETCH(QByteArray, text);
    QFETCH(int, place);
    std::vector<Problem> problems;
    splitDocuments(text.toStdString(), problems);
    QCOMPARE(int(problems.size()), place < 0 ? 0 : 1);
    if (place >= 0) {
        QCOMPARE(problems[0].code, Code::KubectlSplitsHere);
        QCOMPARE(int(problems[0].range.begin), place);
    }
}

/// kubectl cuts a directive off from its document.
void tst_Split::directivesAreTold()
{
    std::vector<Problem> problems;
    splitDocuments("# c\n%YAML 1.2\r\n---\na: |\n  x\n%b\n", problems);
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems[0].code, Code::KubectlRefusesDirective);
    QCOMPARE(problems[0].range, (TextRange{4, 13}));
    QCOMPARE(problems[0].arguments, std::vector<std::string>{"%YAML 1.2"});
}

void tst_Split::tooManyDocuments()
{
    std::string text;
    for (int i = 0; i < 20'001; ++i)
        text += "---\n";
    std::vector<Problem> problems;
    QVERIFY(splitDocuments(text, problems).empty());
    QCOMPARE(problems.size(), std::size_t(1));
    QCOMPARE(problems[0].code, Code::TooManyDocuments);
}

void tst_Split::yamlItems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("items");
    const auto row = [](const char *name, const char *text, const QStringList &items) {
        QTest::newRow(name) << QByteArray(text) << items;
    };
    row("head", "kind: List\nitems:\n- a: 1\n- b: 2\n", {"- a: 1\n", "- b: 2\n"});
    row("tail", "items:\n- a: 1\n- b: 2\nkind: List\n", {"- a: 1\n", "- b: 2\n"});
    row("indented", "kind: PodList # c\nitems: # d\n\n  - a: 1\n    b: 2\n  # e\n  - c\n",
        {"  - a: 1\n    b: 2\n  # e\n", "  - c\n"});
    row("quoted kind", "kind: \"List\"\nitems:\n- a", {"- a"});
    row("comment before the tail", "items:\n- a: 1\n# c\n\nkind: List\n", {"- a: 1\n"});
    row("comment of the item", "items:\n- a: 1\n  # c\n\nkind: List\n", {"- a: 1\n  # c\n\n"});
    row("literal at the end", "items:\n- a: |+\n    x\n    # y\n\n\nkind: List\n",
        {"- a: |+\n    x\n    # y\n\n\n"});
    row("dash in a literal", "items:\n- a: |\n    - x\n- b\nkind: List\n",
        {"- a: |\n    - x\n", "- b\n"});
    row("nested sequence", "items:\n- a:\n  - x\n  - y\n- b\nkind: List\n",
        {"- a:\n  - x\n  - y\n", "- b\n"});
    row("document marker", "---\nitems:\n- a\nkind: List\n...\n", {"- a\n"});
}

void tst_Split::yamlItems()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, items);
    const std::string bytes = text.toStdString();
    const auto split = splitYamlList(bytes);
    QVERIFY(split);
    QVERIFY(split->isCertain);
    QCOMPARE(partsOf(bytes, split->items), items);
    QCOMPARE(split->gap, (TextRange{split->items.front().begin, split->items.back().end}));
}

void tst_Split::doubtfulListIsNoList_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("another kind") << QByteArray("kind: Pod\nitems:\n- a\n");
    QTest::newRow("no kind") << QByteArray("items:\n- a\n");
    QTest::newRow("kind twice") << QByteArray("kind: List\nitems:\n- a\nkind: List\n");
    QTest::newRow("items twice") << QByteArray("kind: List\nitems:\n- a\nitems:\n- b\n");
    QTest::newRow("flow items") << QByteArray("kind: List\nitems: [a]\n");
    QTest::newRow("no items") << QByteArray("kind: List\nitems:\n");
    QTest::newRow("a mapping") << QByteArray("kind: List\nitems:\n  a: 1\n");
    QTest::newRow("anchor") << QByteArray("kind: List\nitems:\n- &x a\n");
    QTest::newRow("alias") << QByteArray("kind: List\nitems:\n- a: *x\n");
    QTest::newRow("directive") << QByteArray("%TAG ! tag:x,2000:\n---\nkind: List\nitems:\n- a\n");
    QTest::newRow("dash further left") << QByteArray("kind: List\nitems:\n  - a\n - b\n");
}

void tst_Split::doubtfulListIsNoList()
{
    QFETCH(QByteArray, text);
    QVERIFY(!splitYamlList(text.toStdString()));
}

void tst_Split::uncertainList_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("items");
    QTest::newRow("bracket") << QByteArray("kind: List\nitems:\n- a: [\n- b\n") << 2;
    QTest::newRow("quote") << QByteArray("items:\n- a: \"x\n- b\n- c: 'd'\nkind: List\n") << 3;
    QTest::newRow("at the end") << QByteArray("items:\n- a\n- b: {\nkind: List\n") << 2;
}

void tst_Split::uncertainList()
{
    QFETCH(QByteArray, text);
    QFETCH(int, items);
    const auto split = splitYamlList(text.toStdString());
    QVERIFY(split);
    QVERIFY(!split->isCertain);
    QCOMPARE(int(split->items.size()), items);
}

void tst_Split::jsonItems()
{
    const std::string text =
        R"( {"a": [{"]": "\""}], "items": [ {"b": "}"} , {"c": [1]} ], "kind": "PodList", "d": 1e3} )";
    const auto split = splitJsonList(text);
    QVERIFY(split);
    QCOMPARE(partsOf(text, split->items), (QStringList{R"({"b": "}"})", R"({"c": [1]})"}));
}

void tst_Split::jsonValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *name, QByteArray text, QStringList values) {
        QTest::newRow(name) << text << values;
    };
    row("nothing", "", {""});
    row("one", " {}\n", {" {}\n"});
    row("lines", "{\"a\": \"}{\"}\n{}\n", {"{\"a\": \"}{\"}\n", "{}\n"});
    row("one line", "{}[{}] {}", {"{}", "[{}] ", "{}"});
    row("the rest is no value", "{} {} a {}", {"{} ", "{} a {}"});
    row("open", "{} [{} {}", {"{} ", "[{} {}"});
    row("separators", "{},\n{}", {"{},\n{}"});
    row("more than are cut", "{}{}{}{}{}", {"{}", "{}", "{}", "{}{}"});
}

void tst_Split::jsonValues()
{
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    QTEST(partsOf(bytes, splitJsonValues(bytes, 4)), "values");
}

void tst_Split::noJsonList_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("another kind") << QByteArray(R"({"kind":"Pod","items":[{}]})");
    QTest::newRow("no items") << QByteArray(R"({"kind":"List","items":[]})");
    QTest::newRow("numbers") << QByteArray(R"({"kind":"List","items":[{},1]})");
    QTest::newRow("no array") << QByteArray(R"({"kind":"List","items":{}})");
    QTest::newRow("twice") << QByteArray(R"({"kind":"List","items":[{}],"items":[{}]})");
    QTest::newRow("open") << QByteArray(R"({"kind":"List","items":[{}])");
    QTest::newRow("crossed") << QByteArray(R"({"kind":"List","items":[{]},{}]})");
    QTest::newRow("more") << QByteArray(R"({"kind":"List","items":[{}]} {})");
    QTest::newRow("trailing comma") << QByteArray(R"({"kind":"List","items":[{},]})");
}

void tst_Split::noJsonList()
{
    QFETCH(QByteArray, text);
    QVERIFY(!splitJsonList(text.toStdString()));
}

QTEST_APPLESS_MAIN(tst_Split)
#include "tst_split.moc"
