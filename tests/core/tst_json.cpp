#include <QTest>

#include "yaml/edit.h"
#include "yaml/piece.h"

using namespace drawbridge;
using namespace drawbridge::yaml;

class tst_Json : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void spans();
    void refusals_data();
    void refusals();
    void deepTextsNeedNoStack();
    void tooManyValuesAreRefused();
    void fewOfManyEqualKeysAreTold();
    void duplicateKeysNameBothPlaces();
    void longKeysAndNumbersStay();
    void edits_data();
    void edits();
    void snippets();
};

void tst_Json::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("style");
    const auto row = [](const char *text, QByteArray value, Style style) {
        QTest::newRow(text) << QByteArray(text) << value << int(style);
    };
    row(R"("a")", "a", Style::DoubleQuoted);
    row(R"("\"\\\/\b\f\n\r\t")", "\"\\/\b\f\n\r\t", Style::DoubleQuoted);
    row(R"("\u00e9\u65E5")", "\xC3\xA9\xE6\x97\xA5", Style::DoubleQuoted);
    row(R"("\ud83d\ude00")", "\xF0\x9F\x98\x80", Style::DoubleQuoted);
    row(R"("\ud83dx")", "\xEF\xBF\xBDx", Style::DoubleQuoted);
    row(R"("\u0000")", QByteArray("\0", 1), Style::DoubleQuoted);
    row("0", "0", Style::Plain);
    row("-0.50e+10", "-0.50e+10", Style::Plain);
    row("12345678901234567890123", "12345678901234567890123", Style::Plain);
    row("true", "true", Style::Plain);
    row("false", "false", Style::Plain);
}

void tst_Json::values()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, value);
    QFETCH(int, style);
    const auto piece = parseJson(" " + text.toStdString() + "\n");
    QVERIFY(piece->isParsed);
    QCOMPARE(piece->tree.size(), std::size_t(1));
    const Node node = piece->tree[0];
    QCOMPARE(node.kind, Kind::Scalar);
    QCOMPARE(QByteArray::fromStdString(std::string(node.value)), value);
    QCOMPARE(int(node.style), style);
    QCOMPARE(int(node.start), 1);
    QCOMPARE(int(node.end), 1 + int(text.size()));
}

void tst_Json::spans()
{
    const std::string text = R"({"a" : [1, null], "b":{}})";
    const auto piece = parseJson(text);
    QVERIFY(piece->isParsed && piece->isEditable);
    const Tree &tree = piece->tree;
    const auto bytes = [&](NodeId id) {
        return QString::fromStdString(text.substr(tree[id].start, tree[id].end - tree[id].start));
    };
    QCOMPARE(bytes(0), QString::fromStdString(text));
    QCOMPARE(bytes(tree.find(0, "a")), "[1, null]");
    QCOMPARE(bytes(tree.keyOf(tree.find(0, "a"))), "\"a\"");
    const Node list = tree[tree.find(0, "a")];
    QCOMPARE(list.style, Style::Flow);
    QCOMPARE(bytes(list.children[1]), "null");
    QCOMPARE(tree[list.children[1]].kind, Kind::Null);
    QCOMPARE(tree[list.children[1]].style, Style::Plain);
    QCOMPARE(bytes(tree.find(0, "b")), "{}");
}

void tst_Json::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("place");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, QByteArray text, int place,
                        Code code = Code::JsonSyntax) {
        QTest::newRow(name) << text << place << int(code);
    };
    row("trailing comma", R"({"a": 1,})", 8);
    row("trailing comma in list", "[1,]", 3);
    row("comment", "[1] // c", 4, Code::JsonTrailingText);
    row("two values", "{} {}", 3, Code::JsonTrailingText);
    row("open", R"({"a": 1)", 7);
    row("open text", "[\"a\n\"]", 3);
    row("tab in text", "\"a\tb\"", 2);
    row("no colon", R"({"a" 1})", 5);
    row("no comma", "[1 2]", 3);
    row("no key", "{1: 2}", 1);
    row("single quotes", "{'a': 1}", 1);
    row("bare word", "[yes]", 1);
    row("leading zero", "[01]", 1);
    row("plus", "[+1]", 1);
    row("dot", "[1.]", 3);
    row("exponent", "[1e]", 3);
    row("minus", "[-]", 2);
    row("escape", R"("\x")", 1);
    row("short escape", R"("\u12")", 1);
    row("wrong bracket", "[1}", 2);
    row("closed twice", "[]]", 2, Code::JsonTrailingText);
    row("comma alone", ",", 0);
    row("control", "\"\x01\"", 1, Code::ControlCharacter);
    row("Latin 1", "\"\xE9\"", 1, Code::InvalidUtf8);
}

void tst_Json::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(int, place);
    QFETCH(int, code);
    const auto piece = parseJson(text.toStdString());
    QVERIFY(!piece->isParsed && !piece->isEditable);
    QVERIFY(piece->tree.isEmpty());
    QCOMPARE(piece->problems.size(), std::size_t(1));
    QCOMPARE(int(piece->problems[0].code), code);
    QCOMPARE(int(piece->problems[0].range.begin), place);
}

void tst_Json::deepTextsNeedNoStack()
{
    for (const char *open : {"[", "{\"a\":"}) {
        std::string text;
        for (int i = 0; i < 1'000'000; ++i)
            text += open;
        const auto piece = parseJson(text);
        QVERIFY(!piece->isParsed);
        QCOMPARE(piece->problems[0].code, Code::TooDeeplyNested);
    }
    QVERIFY(parseJson(std::string(100, '[') + std::string(100, ']'))->isParsed);
}

/// In both formats, with the place of the first that is too much.
void tst_Json::tooManyValuesAreRefused()
{
    constexpr std::size_t limit = 500'000;
    std::string json = "[";
    std::string yaml;
    for (std::size_t i = 1; i < limit; ++i) {
        json += i > 1 ? ",1" : "1";
        yaml += "- 1\n";
    }
    QVERIFY(parseJson(json + ']')->isParsed);
    QVERIFY(parseYaml(yaml)->isParsed);
    for (const auto &piece : {parseJson(json + ",1]"), parseYaml(yaml + "- 1\n")}) {
        QVERIFY(!piece->isParsed);
        QCOMPARE(piece->problems.size(), 1U);
        QCOMPARE(piece->problems[0].code, Code::TooManyValues);
    }
    QCOMPARE(parseYaml(yaml + "- 1\n")->problems[0].range.begin, yaml.size() + 2);
}

void tst_Json::fewOfManyEqualKeysAreTold()
{
    std::string text = "{\"a\": 1";
    for (int i = 0; i < 5'000; ++i)
        text += ", \"a\": 1";
    const auto piece = parseJson(text + '}');
    QVERIFY(piece->isParsed);
    QCOMPARE(piece->problems.size(), 1'000U);
}

void tst_Json::duplicateKeysNameBothPlaces()
{
    const auto piece = parseJson(R"({"a": 1, "b": {"a": 2}, "\u0061": 3})");
    QVERIFY(piece->isParsed);
    QCOMPARE(piece->problems.size(), std::size_t(1));
    const Problem &problem = piece->problems[0];
    QCOMPARE(problem.code, Code::DuplicateKey);
    QCOMPARE(problem.severity, Severity::Error);
    QCOMPARE(problem.range, (TextRange{24, 32}));
    QCOMPARE(problem.related, (std::vector<TextRange>{{1, 4}}));
}

void tst_Json::longKeysAndNumbersStay()
{
    const std::string key(5000, 'k');
    const auto piece = parseJson("{\"" + key + "\"\n:1.0000000000000000000001}");
    QVERIFY(piece->isParsed);
    const NodeId value = piece->tree.find(0, key);
    QVERIFY(value != kNoNode);
    QCOMPARE(piece->tree[value].value, std::string_view("1.0000000000000000000001"));
}

void tst_Json::edits_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("what");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *what, const char *after) {
        QTest::newRow(name) << QByteArray(before) << what << QByteArray(after);
    };
    row("add, one line", R"({"a":1})", "add", R"({"a":1,"new":"x"})");
    row("add, spaced", R"({"a": 1, "b": 2})", "add", R"({"a": 1, "b": 2, "new": "x"})");
    row("add, spread", "{\n  \"a\": 1\n}\n", "add", "{\n  \"a\": 1,\n  \"new\": \"x\"\n}\n");
    row("add, CRLF", "{\r\n\t\"a\": 1\r\n}", "add", "{\r\n\t\"a\": 1,\r\n\t\"new\": \"x\"\r\n}");
    row("add to nothing", "{}", "add", R"({"new": "x"})");
    row("remove the last", R"({"a": 1, "b": 2})", "remove", R"({"a": 1})");
    row("remove the only one", R"({"a": 1})", "remove", R"({})");
    row("remove, spread", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "remove", "{\n  \"a\": 1\n}\n");
    row("replace", R"({"a": [1, 2]})", "replace", R"({"a": "x"})");
}

void tst_Json::edits()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, what);
    QFETCH(QByteArray, after);
    const std::string text = before.toStdString();
    const auto piece = parseJson(text);
    const Value value = Value::ofText("x");
    const auto children = piece->tree[0].children;
    const Edit edit = what == "add" ? Edit(InsertPair{0, SIZE_MAX, "new", value})
                      : what == "remove"
                          ? Edit(Remove{children.empty() ? kNoNode : children.back()})
                          : Edit(Replace{children.back(), value});
    const auto patches = write(text, *piece, edit);
    QVERIFY(patches.isOk());
    QCOMPARE(QByteArray::fromStdString(applied(text, *patches)), after);
}

void tst_Json::snippets()
{
    const Value value =
        Value::ofMapping({{"a", Value::ofSequence({Value::ofInteger(1), Value::ofText("\"")})},
                          {"b", Value::ofMapping({})},
                          {"c", Value()}});
    QCOMPARE(jsonText(value, 0, 0, "\n"), std::string(R"({"a": [1, "\""], "b": {}, "c": null})"));
    QCOMPARE(jsonText(value, 2, 2, "\n"),
             std::string("{\n    \"a\": [\n      1,\n      \"\\\"\"\n    ],\n    \"b\": {},\n"
                         "    \"c\": null\n  }"));
}

QTEST_APPLESS_MAIN(tst_Json)
#include "tst_json.moc"
