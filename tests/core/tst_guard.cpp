#include <QTest>

#include "source/guard.h"
#include "source/line_index.h"

#include <random>
#include <string>

using namespace drawbridge;

namespace {

std::string repeated(std::string_view text, std::size_t count)
{
    std::string result;
    for (std::size_t i = 0; i < count; ++i)
        result += text;
    return result;
}

} // namespace

class tst_Guard : public QObject
{
    Q_OBJECT

private slots:
    void bytes_data();
    void bytes();
    void everyByteAtEveryPlace();
    void unit_data();
    void unit();
    void quotedAndCommentedBracketsDoNotCount_data();
    void quotedAndCommentedBracketsDoNotCount();
    void lineIndexGivesPlaces();
    void lineIndexFollowsPatches();
    void longLinesHaveTheSamePlaces();
};

/// Counted block by block, and after a change again from the line's begin.
void tst_Guard::longLinesHaveTheSamePlaces()
{
    std::string text = "a\n";
    for (int i = 0; i < 9'000; ++i)
        text += i % 3 ? "\xC3\xA9" : "x";
    text += "\nb\n" + std::string(20'000, 'y');
    const auto slow = [&](std::size_t offset) {
        LineColumn place;
        for (std::size_t i = 0; i < offset; ++i) {
            if (text[i] == '\n')
                place = {place.line + 1, 1};
            else if ((text[i] & 0xC0) != 0x80)
                ++place.column;
        }
        return place;
    };
    LineIndex index{text};
    const std::size_t last = text.size();
    for (std::size_t offset :
         {std::size_t(0), std::size_t(1), std::size_t(2), std::size_t(4'095), std::size_t(4'096),
          std::size_t(4'097), std::size_t(8'192), std::size_t(12'290), last - 1, last, last + 9})
        QVERIFY(index.lineColumn(text, offset) == slow(std::min(offset, last)));
    index.apply({{{3, 4}, "zzzz"}});
    text.replace(3, 1, "zzzz");
    for (std::size_t offset : {std::size_t(2), std::size_t(9'000), text.size()})
        QVERIFY(index.lineColumn(text, offset) == slow(offset));
}

void tst_Guard::bytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code"); // -1: nothing wrong
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("argument");
    const auto row = [](const char *name, QByteArray bytes, int code, int place = 0,
                        const char *argument = "") {
        QTest::newRow(name) << bytes << code << place << QString(argument);
    };
    row("empty", "", -1);
    row("text", "a: \xC3\xA9 \xE6\x97\xA5 \xF0\x9F\x98\x80\t\r\n", -1);
    row("byte order mark",
        "\xEF\xBB\xBF"
        "a",
        -1);
    row("next line", "a\xC2\x85", -1);
    row("mark inside", "a\xEF\xBB\xBF", int(Code::MisplacedByteOrderMark), 1);
    row("latin 1", "caf\xE9\n", int(Code::InvalidUtf8), 3, "E9");
    row("overlong", "\xC0\xAF", int(Code::InvalidUtf8), 0, "C0");
    row("overlong, three bytes", "\xE0\x80\xAF", int(Code::InvalidUtf8), 0, "E0");
    row("surrogate", "a\xED\xA0\x80", int(Code::InvalidUtf8), 1, "ED");
    row("too great", "\xF4\x90\x80\x80", int(Code::InvalidUtf8), 0, "F4");
    row("cut off", "a\xE6\x97", int(Code::InvalidUtf8), 1, "E6");
    row("continuation alone", "a\x97", int(Code::InvalidUtf8), 1, "97");
    row("NUL", QByteArray("a\0b", 3), int(Code::ControlCharacter), 1, "U+0000");
    row("escape", "ab\x1B[31m", int(Code::ControlCharacter), 2, "U+001B");
    row("delete", "\x7F", int(Code::ControlCharacter), 0, "U+007F");
    row("C1", "a\xC2\x9B", int(Code::ControlCharacter), 1, "U+009B");
    row("U+FFFE", "\xEF\xBF\xBE", int(Code::ControlCharacter), 0, "U+FFFE");
    row("lone CR", "a\rb\n", int(Code::LoneCarriageReturn), 1);
    row("CR at the end", "a\r", int(Code::LoneCarriageReturn), 1);
    row("UTF-16",
        QByteArray("\xFF\xFE"
                   "a\0",
                   4),
        int(Code::Utf16OrUtf32));
    row("UTF-16 without mark", QByteArray("a\0b\0", 4), int(Code::Utf16OrUtf32));
    row("UTF-32", QByteArray("\0\0\xFE\xFF", 4), int(Code::Utf16OrUtf32));
}

void tst_Guard::bytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(int, place);
    QFETCH(QString, argument);
    const auto problem = guardBytes(std::string_view(bytes.constData(), std::size_t(bytes.size())));
    QCOMPARE(problem.has_value(), code >= 0);
    if (!problem)
        return;
    QCOMPARE(int(problem->code), code);
    QCOMPARE(int(problem->range.begin), place);
    QVERIFY(problem->range.end > problem->range.begin);
    QCOMPARE(QString::fromStdString(problem->arguments.empty() ? "" : problem->arguments[0]),
             argument);
}

/// Text is looked at several bytes at a time: none hides a byte beside it.
void tst_Guard::everyByteAtEveryPlace()
{
    const std::string plain = "a: b\n~: \"}\"\n# \t c\n x!\n";
    QVERIFY(!guardBytes(plain));
    for (std::size_t at = 0; at < plain.size(); ++at)
        for (int byte = 0; byte < 256; ++byte) {
            std::string text = plain;
            text[at] = char(byte);
            const bool isAllowed = byte == '\t' || byte == '\n' || (byte >= 0x20 && byte < 0x7F) ||
                                   (byte == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
            const auto problem = guardBytes(text);
            QCOMPARE(problem.has_value(), !isAllowed);
            if (problem && problem->code != Code::Utf16OrUtf32)
                QCOMPARE(std::size_t(problem->range.begin), at);
        }
}

void tst_Guard::unit_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const std::string &text, int code) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << code;
    };
    const int deep = int(Code::TooDeeplyNested);
    std::string indented;
    for (int i = 0; i < 120; ++i)
        indented += repeated(" ", std::size_t(i)) + "a:\n";
    row("small", "a: [1, {b: c}]\n", -1);
    row("brackets", repeated("[", 101), deep);
    row("brackets on lines", repeated("[\n", 101), deep);
    row("90 brackets", repeated("[", 90) + repeated("]", 90), -1);
    row("flow mappings", repeated("{a: ", 200), deep);
    row("indentation", indented, deep);
    row("dashes", repeated("- ", 200) + "a", deep);
    row("question marks", repeated("? ", 200) + "a", deep);
    row("flow items", "[" + repeated("a,", 500'001) + "]", int(Code::TooManyFlowItems));
    row("size", repeated("a", (5u << 20) + 1), int(Code::DocumentTooLarge));
    row("quoted brackets, very many", "a: \"" + repeated("[,", 600'000) + "\"",
        int(Code::TooManyFlowItems));
}

void tst_Guard::unit()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const auto problem = guardYamlUnit(text.toStdString());
    QCOMPARE(problem ? int(problem->code) : -1, code);
}

void tst_Guard::quotedAndCommentedBracketsDoNotCount_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray many(200, '[');
    QTest::newRow("double quotes") << "a: \"" + many + "\"\n";
    QTest::newRow("single quotes") << "a: 'it''s " + many + "'\n";
    QTest::newRow("quotes over lines") << "a: \"x\n  " + many + "\n  \\\" " + many + "\"\n";
    QTest::newRow("comment") << "a: 1 # " + many + "\n# " + many + "\n";
    QTest::newRow("literal") << "a: |\n  don't\n  " + many + "\n  \"\nb: " + QByteArray(90, '[');
    QTest::newRow("literal in item") << "- |\n " + many + "\n- >-\n " + many + "\n";
    QTest::newRow("literal in compact item") << "- a: |2+ # c\n    " + many + "\n";
    QTest::newRow("plain") << "a: b" + many + "\nc: d\n  " + many + "\n";
    QTest::newRow("apostrophe in plain") << "a: don't\nb: \"" + many + "\"\n";
    QTest::newRow("number sign in plain") << "a: b#\"\nc: '" + many + "'\n";
}

void tst_Guard::quotedAndCommentedBracketsDoNotCount()
{
    QFETCH(QByteArray, text);
    const auto problem = guardYamlUnit(text.toStdString());
    QVERIFY(!problem);
}

void tst_Guard::lineIndexGivesPlaces()
{
    const std::string text = "a\r\n\xC3\xA9"
                             "b\n\nend";
    const LineIndex index(text);
    QCOMPARE(index.lineCount(), std::size_t(4));
    QCOMPARE(index.lineColumn(text, 0), (LineColumn{1, 1}));
    QCOMPARE(index.lineColumn(text, 5), (LineColumn{2, 2}));
    QCOMPARE(index.lineColumn(text, 7), (LineColumn{3, 1}));
    QCOMPARE(index.lineColumn(text, 99), (LineColumn{4, 4}));
    QCOMPARE(index.offset(text, {1, 9}), std::size_t(1));
    QCOMPARE(index.offset(text, {2, 2}), std::size_t(5));
    QCOMPARE(index.offset(text, {2, 9}), std::size_t(6));
    QCOMPARE(index.offset(text, {9, 9}), text.size());
    QCOMPARE(LineIndex().lineColumn("", 0), (LineColumn{1, 1}));
}

void tst_Guard::lineIndexFollowsPatches()
{
    std::mt19937 random(7);
    std::string text = "one\ntwo\n\nthree\n";
    LineIndex index(text);
    const std::vector<std::string> snippets{"", "\n", "x", "a\nb", "\n\n"};
    for (int i = 0; i < 3000; ++i) {
        Patches patches;
        std::size_t at = random() % (text.size() + 1);
        for (int n = 0; n < 3 && at <= text.size(); ++n) {
            const std::size_t end = std::min<std::size_t>(at + random() % 4, text.size());
            patches.push_back({{at, end}, snippets[random() % snippets.size()]});
            at = end + random() % 5;
        }
        text = applied(text, patches);
        index.apply(patches);
        const LineIndex fresh(text);
        QCOMPARE(index.lineCount(), fresh.lineCount());
        for (std::size_t line = 1; line <= fresh.lineCount(); ++line)
            QCOMPARE(index.start(line), fresh.start(line));
        if (text.size() > 400)
            index = LineIndex(text = "\n\n");
    }
}

QTEST_APPLESS_MAIN(tst_Guard)
#include "tst_guard.moc"
