#include "base/line_merge.h"

#include <QTest>

#include <random>
#include <vector>

using namespace drawbridge;

/// Two changes of one text are put together byte for byte, or not at all.
class LineMergeTest : public QObject
{
    Q_OBJECT

private slots:
    void merges_data();
    void merges();
    void clashes_data();
    void clashes();
    void oneChangeAloneIsTakenAsItIs();
    void changesApartAreBothThere();
    void longTextsKeepEveryByte();
};

void LineMergeTest::merges_data()
{
    QTest::addColumn<std::string>("base");
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    QTest::addColumn<std::string>("merged");
    using S = std::string;
    const auto row = [](const char *name, S base, S first, S second, S merged) {
        QTest::newRow(name) << base << first << second << merged;
    };
    row("nothing", "a\nb\n", "a\nb\n", "a\nb\n", "a\nb\n");
    row("top and bottom", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n");
    row("bottom and top", "a\nb\nc\n", "a\nb\nC\n", "A\nb\nc\n", "A\nb\nC\n");
    row("the same by both", "a\nb\nc\n", "a\nX\nc\n", "a\nX\nc\n", "a\nX\nc\n");
    row("the same and one more", "a\nb\nc\nd\n", "X\nb\nc\nd\n", "X\nb\nc\nY\n", "X\nb\nc\nY\n");
    row("added and removed", "a\nb\nc\nd\n", "a\nnew\nb\nc\nd\n", "a\nb\nc\n", "a\nnew\nb\nc\n");
    row("several of each", "1\n2\n3\n4\n5\n6\n7\n", "A\n2\n3\nB\n5\n6\n7\n",
        "1\n2\nC\nB\n5\n6\nD\n7\n", "");
    row("CRLF", "a\r\nb\r\nc\r\n", "A\r\nb\r\nc\r\n", "a\r\nb\r\nC\r\n", "A\r\nb\r\nC\r\n");
    row("no newline at the end", "a\nb\nc", "A\nb\nc", "a\nb\nc\nd", "A\nb\nc\nd");
    row("all is gone", "a\nb\n", "a\nb\n", "", "");
    row("from nothing", "", "a\n", "", "a\n");
}

void LineMergeTest::merges()
{
    QFETCH(std::string, base);
    QFETCH(std::string, first);
    QFETCH(std::string, second);
    QFETCH(std::string, merged);
    const LineMerge merge = mergedLines(base, first, second);
    if (QByteArray(QTest::currentDataTag()) == "several of each") { // 3 beside 4
        QVERIFY(merge.clash);
        return;
    }
    QVERIFY(!merge.clash);
    QCOMPARE(merge.text, merged);
    QCOMPARE(mergedLines(base, second, first).text, merged);
}

void LineMergeTest::clashes_data()
{
    QTest::addColumn<std::string>("base");
    QTest::addColumn<std::string>("first");
    QTest::addColumn<std::string>("second");
    QTest::addColumn<int>("line");
    using S = std::string;
    const auto row = [](const char *name, S base, S first, S second, int line) {
        QTest::newRow(name) << base << first << second << line;
    };
    row("the same line", "a\nb\nc\n", "a\nX\nc\n", "a\nY\nc\n", 2);
    row("side by side", "a\nb\nc\nd\n", "a\nX\nc\nd\n", "a\nb\nY\nd\n", 2);
    row("added at one place", "a\nb\n", "a\nX\nb\n", "a\nY\nb\n", 2);
    row("changed and removed", "a\nb\nc\n", "a\nX\nc\n", "a\nc\n", 2);
    row("added beside what is gone", "a\nb\nc\n", "a\nb\nX\nc\n", "a\nc\n", 3);
    row("both at the end", "a", "a\nX", "a\nY", 1);
    row("both from nothing", "", "X\n", "Y\n", 1);
    row("one later", "a\nb\nc\nd\ne\n", "A\nb\nc\nX\ne\n", "a\nb\nc\nY\ne\n", 4);
}

void LineMergeTest::clashes()
{
    QFETCH(std::string, base);
    QFETCH(std::string, first);
    QFETCH(std::string, second);
    QFETCH(int, line);
    const LineMerge merge = mergedLines(base, first, second);
    QVERIFY(merge.clash);
    QCOMPARE(int(merge.clash->first.begin), line);
    QVERIFY(merge.text.empty());
    QVERIFY(mergedLines(base, second, first).clash);
}

namespace {

using Dice = std::mt19937;

std::string randomText(Dice &dice)
{
    std::string text;
    const int lines = int(dice() % 12);
    for (int i = 0; i < lines; ++i)
        text += "line " + std::to_string(dice() % 5) + (dice() % 9 == 0 ? "\r\n" : "\n");
    if (dice() % 3 == 0)
        text += "end";
    return text;
}

} // namespace

void LineMergeTest::oneChangeAloneIsTakenAsItIs()
{
    Dice dice(1);
    for (int i = 0; i < 3000; ++i) {
        const std::string base = randomText(dice);
        const std::string text = randomText(dice);
        QCOMPARE(mergedLines(base, text, base).text, text);
        QCOMPARE(mergedLines(base, base, text).text, text);
        QCOMPARE(mergedLines(base, text, text).text, text);
    }
}

/// Every line is one of its own, and a line that nobody touches is between any two changes.
void LineMergeTest::changesApartAreBothThere()
{
    Dice dice(2);
    for (int i = 0; i < 3000; ++i) {
        std::string base, first, second, merged;
        const int blocks = int(dice() % 9);
        for (int block = 0; block < blocks; ++block) {
            const std::string id = std::to_string(block);
            std::string old = dice() % 4 == 0 ? "" : "old " + id + "\nold too " + id + "\n";
            const std::string now = dice() % 3 == 0 ? "" : "new " + id + "\n";
            const unsigned who = dice() % 4;
            base += old;
            first += who == 1 || who == 3 ? now : old;
            second += who == 2 || who == 3 ? now : old;
            merged += who == 0 ? old : now;
            for (std::string *text : {&base, &first, &second, &merged})
                *text += "same " + id + "\n";
        }
        const LineMerge merge = mergedLines(base, first, second);
        QVERIFY(!merge.clash);
        QCOMPARE(merge.text, merged);
    }
}

/// Where lines are too many to be compared one by one, changes are seen as one; still by lines.
void LineMergeTest::longTextsKeepEveryByte()
{
    const auto text = [](const char *word, bool hasEnd) {
        std::string result = "top\n" + std::string("kept\n");
        for (int i = 0; i < 3000; ++i)
            result += word + std::to_string(i) + "x\n";
        return result + "kept too\n" + (hasEnd ? "bottom\n" : "");
    };
    const std::string base = text("a", false);
    const LineMerge merge = mergedLines(base, text("ab", false), text("a", true));
    QVERIFY(!merge.clash);
    QVERIFY(merge.text == text("ab", true));
    QVERIFY(mergedLines(base, text("ab", false), text("ac", false)).clash);
}

QTEST_APPLESS_MAIN(LineMergeTest)
#include "tst_line_merge.moc"
