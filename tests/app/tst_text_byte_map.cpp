#include "text/byte_map.h"

#include <QTest>

#include <random>

using namespace drawbridge;

namespace {

/// A map with the bytes and the index it refers to.
struct Mapped
{
    explicit Mapped(std::string text) : bytes(std::move(text)), lines(bytes), map(bytes, lines) {}

    std::string bytes;
    LineIndex lines;
    ByteMap map;
};

std::string randomBytes(std::mt19937 &next, int size)
{
    static const std::string pieces[] = {"a",
                                         "key: ",
                                         " ",
                                         "\t",
                                         "\n",
                                         "\n",
                                         "\r\n",
                                         "\r",
                                         "\xC2\xA0",
                                         "\xE2\x80\xA8",
                                         "\xE2\x80\xA9",
                                         "\xEF\xB7\x90",
                                         "é",
                                         "日",
                                         "😀",
                                         "\xFF",
                                         "\xC3",
                                         "\xE2\x80",
                                         "\xED\xA0\x80",
                                         "\xF4\x90\x80\x80",
                                         "\xC0\x80",
                                         std::string(1, '\0'),
                                         "\x01",
                                         "\xEF\xBB\xBF",
                                         "\x7F",
                                         "\xC2\x85",
                                         "\xEF\xBF\xBC",
                                         "\xF0\x9F"};
    std::string bytes;
    for (int i = 0; i < size; ++i)
        bytes += pieces[next() % std::size(pieces)];
    return bytes;
}

} // namespace

class TestTextByteMap : public QObject
{
    Q_OBJECT

private slots:
    void showsLines_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("empty") << QByteArray() << QStringList{QString()};
        QTest::newRow("plain") << QByteArray("a: 1\nb") << QStringList{"a: 1", "b"};
        QTest::newRow("final newline") << QByteArray("a\n") << QStringList{"a", QString()};
        QTest::newRow("CRLF") << QByteArray("a\r\nb\r\n") << QStringList{"a", "b", QString()};
        QTest::newRow("lone CR") << QByteArray("a\rb\n") << QStringList{u"a\u240Db"_qs, QString()};
        QTest::newRow("BOM") << QByteArray("\xEF\xBB\xBF"
                                           "a\n\xEF\xBB\xBF")
                             << QStringList{"a", u"\uFEFF"_qs};
        QTest::newRow("NBSP") << QByteArray("a\xC2\xA0"
                                            "b")
                              << QStringList{u"a\u00A0b"_qs};
        QTest::newRow("line separator")
            << QByteArray("a\xE2\x80\xA8") << QStringList{u"a\u21B5"_qs};
        QTest::newRow("emoji") << QByteArray("😀!") << QStringList{u"😀!"_qs};
        QTest::newRow("no UTF-8") << QByteArray("\xFF\xC3(") << QStringList{u"\uFFFD\uFFFD("_qs};
        QTest::newRow("controls") << QByteArray("\0\x1B\x7F", 3)
                                  << QStringList{u"\u2400\u241B\u2421"_qs};
    }

    void showsLines()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, lines);
        const Mapped mapped(bytes.toStdString());
        QStringList shown;
        for (int i = 0; i < mapped.map.lineCount(); ++i)
            shown.append(mapped.map.text(i));
        QCOMPARE(shown, lines);
    }

    void mapsPlaces()
    {
        const Mapped mapped("\xEF\xBB\xBF"
                            "aé😀b\r\nc\n");
        const ByteMap &map = mapped.map;
        const std::size_t offsets[] = {3, 4, 6, 6, 10, 11}; // a, é, the halves of 😀, b, end
        for (int column = 0; column < 6; ++column)
            QCOMPARE(map.offset({0, column}), offsets[column]);
        QCOMPARE(map.offset({0, 99}), 11U);
        QCOMPARE(map.offset({1, 0}), 13U);
        QCOMPARE(map.offset({2, 0}), 15U);
        QCOMPARE(map.offset({9, 0}), 15U);
        QVERIFY((map.place(0) == EditorPlace{0, 0})); // the mark has no place of its own
        QVERIFY((map.place(2) == EditorPlace{0, 0}));
        QVERIFY((map.place(3) == EditorPlace{0, 0}));
        QVERIFY((map.place(5) == EditorPlace{0, 1})); // inside é
        QVERIFY((map.place(6) == EditorPlace{0, 2}));
        QVERIFY((map.place(10) == EditorPlace{0, 4}));
        QVERIFY((map.place(11) == EditorPlace{0, 5})); // before CR
        QVERIFY((map.place(12) == EditorPlace{0, 5})); // between CR and LF
        QVERIFY((map.place(13) == EditorPlace{1, 0}));
        QVERIFY((map.place(15) == EditorPlace{2, 0}));
        QVERIFY((map.place(9'999) == EditorPlace{2, 0}));
        QCOMPARE(map.lineEnd(0), std::string_view("\r\n"));
        QCOMPARE(map.lineEnd(1), std::string_view("\n"));
        QCOMPARE(map.lineEnd(2), std::string_view());
    }

    /// Every place maps to a byte and back, and places ascend with bytes.
    void isExactForRandomBytes()
    {
        std::mt19937 next(5);
        for (int round = 0; round < 400; ++round) {
            const Mapped mapped(randomBytes(next, int(next() % 60)));
            std::size_t last = 0;
            for (int line = 0; line < mapped.map.lineCount(); ++line) {
                const QString text = mapped.map.text(line);
                for (int column = 0; column <= text.size(); ++column) {
                    if (column > 0 && column < text.size() && text[column].isLowSurrogate())
                        continue;
                    const std::size_t offset = mapped.map.offset({line, column});
                    QVERIFY(offset >= last);
                    QVERIFY((mapped.map.place(offset) == EditorPlace{line, column}));
                    last = offset;
                }
                for (const QChar c : text)
                    QVERIFY(c != u'\0' && c != u'\n' && c != u'\r' && c != QChar(0x2028) &&
                            c != QChar(0x2029) && c != QChar(0xFDD0) && c != QChar(0xFDD1));
            }
            for (std::size_t offset = 0; offset <= mapped.bytes.size(); ++offset) {
                const EditorPlace place = mapped.map.place(offset);
                QVERIFY(place.block < mapped.map.lineCount());
                QVERIFY(place.column <= mapped.map.text(place.block).size());
            }
        }
    }

    void shortensLongLines()
    {
        const Mapped mapped("a\n" + std::string(LineMap::kLongestLine + 1, 'x') + "\nb");
        QVERIFY(mapped.map.line(1).isShortened());
        QVERIFY(mapped.map.text(1).size() < 3'000);
        QCOMPARE(mapped.map.offset({1, 99'999}), mapped.map.content(1).end);
        QVERIFY(mapped.map.place(150'000).column <= mapped.map.text(1).size());
        QCOMPARE(mapped.map.text(2), QStringLiteral("b"));
    }

    void writesLineEnds()
    {
        QCOMPARE(toBytes(u"a\nb\n"_qs, "\r\n"), std::string("a\r\nb\r\n"));
        QCOMPARE(toBytes(u"é\n"_qs, "\n"), std::string("é\n"));
    }
};

QTEST_APPLESS_MAIN(TestTextByteMap)
#include "tst_text_byte_map.moc"
