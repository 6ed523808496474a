#include "text/line_scanner.h"
#include "text/text_colors.h"

#include <QPalette>
#include <QTest>

#include <cmath>

using namespace drawbridge;

namespace {

/// The tokens of lines that follow each other, as "K:apiVersion S:"x"".
QString tokens(const QStringList &lines, bool isJson = false)
{
    static const char letters[] = {'K', 'S', 'N', 'C', 'M', 'A'};
    QStringList result;
    LineState state;
    for (const QString &line : lines) {
        const LineScanner scanner(line, state, isJson);
        for (const Token &token : scanner.tokens())
            result.append(QLatin1Char(letters[int(token.kind)]) + QStringLiteral(":") +
                          line.mid(token.begin, token.size));
        state = LineState::unpacked(scanner.after().packed());
    }
    return result.join(u'|');
}

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

} // namespace

class TestTextHighlighter : public QObject
{
    Q_OBJECT

private slots:
    void yaml_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("expected");
        QTest::newRow("pair") << QStringList{"kind: NetworkPolicy"} << "K:kind";
        QTest::newRow("number") << QStringList{"port: 8080 # why"} << "K:port|N:8080|C:# why";
        QTest::newRow("booleans") << QStringList{"a: true", "b: ~", "c: truely"}
                                  << "K:a|N:true|K:b|N:~|K:c";
        QTest::newRow("no numbers")
            << QStringList{"a: 10.0.0.0/8", "b: 1.2.3", "c: -"} << "K:a|K:b|K:c";
        QTest::newRow("numbers") << QStringList{"a: -1.5e3", "b: +7"} << "K:a|N:-1.5e3|K:b|N:+7";
        QTest::newRow("comment") << QStringList{"# a: 1", "a#b: c#d"} << "C:# a: 1|K:a#b";
        QTest::newRow("dash") << QStringList{"  - from:", "- - a: 1"} << "K:from|K:a|N:1";
        QTest::newRow("no key") << QStringList{"image: a:b", "::/0"} << "K:image";
        QTest::newRow("quotes") << QStringList{"\"a\": 'it''s' # x"} << "K:\"a\"|S:'it''s'|C:# x";
        QTest::newRow("escape") << QStringList{"a: \"b\\\"c\" "} << "K:a|S:\"b\\\"c\"";
        QTest::newRow("flow") << QStringList{"a: {b: 1, c: [x, 2]}"} << "K:a|K:b|N:1|K:c|N:2";
        QTest::newRow("markers") << QStringList{"---", "--- # x", "...", "---x", "%YAML 1.2"}
                                 << "M:---|M:---|C:# x|M:...|M:%YAML 1.2";
        QTest::newRow("anchors") << QStringList{"a: &x !!str 5", "b: *x"}
                                 << "K:a|A:&x|A:!!str|N:5|K:b|A:*x";
        QTest::newRow("block scalar") << QStringList{"a: |-", "  b: 1", "", "  # c", "d: 2"}
                                      << "K:a|M:|-|S:b: 1|S:# c|K:d|N:2";
        QTest::newRow("block scalar in a list")
            << QStringList{"- a: >", "    x", "  b: 1"} << "K:a|M:>|S:x|K:b|N:1";
        QTest::newRow("quotes over lines")
            << QStringList{"a: \"b", "  c: d\" # e", "f: 1"} << "K:a|S:\"b|S:c: d\"|C:# e|K:f|N:1";
        QTest::newRow("an open quote ends with its level")
            << QStringList{"a: \"b", "c: 1"} << "K:a|S:\"b|K:c|N:1";
        QTest::newRow("a marker ends everything")
            << QStringList{"  a: |", "---", "b: 1"} << "K:a|M:||M:---|K:b|N:1";
        QTest::newRow("tabs") << QStringList{"a:\t1\t# x"} << "K:a|N:1|C:# x";
        QTest::newRow("nothing") << QStringList{"", "   "} << QString();
    }

    void yaml()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, expected);
        QCOMPARE(tokens(lines), expected);
    }

    void json()
    {
        QCOMPARE(tokens({"{ \"a\" : [1, true, \"x\"], # no", "\"b\": null}"}, true),
                 QStringLiteral("K:\"a\"|N:1|N:true|S:\"x\"|K:\"b\"|N:null"));
        QCOMPARE(tokens({"{\"a: 1", "\"b\": 2}"}, true), QStringLiteral("S:\"a: 1|K:\"b\"|N:2"));
    }

    void tokensAreInside()
    {
        static const QString pieces[] = {"a", ": ", "- ", "\"", "'",  "|",  ">",
                                         "#", " #", "{",  "}",  "[",  ",",  "&",
                                         "*", "!",  "1",  "\t", "  ", "\\", "---"};
        unsigned random = 1;
        for (const bool isJson : {false, true}) {
            LineState state;
            for (int i = 0; i < 5'000; ++i) {
                QString line;
                for (int k = 0; k < 8; ++k) {
                    random = random * 1'664'525U + 1'013'904'223U;
                    line += pieces[(random >> 16) % std::size(pieces)];
                }
                const LineScanner scanner(line, state, isJson);
                int last = 0;
                for (const Token &token : scanner.tokens()) {
                    QVERIFY(token.begin >= last && token.size > 0);
                    last = token.begin + token.size;
                }
                QVERIFY(last <= line.size());
                state = scanner.after();
            }
        }
    }

    void isReadable_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void isReadable()
    {
        QFETCH(bool, isDark);
        QPalette palette;
        palette.setColor(QPalette::Base, isDark ? Qt::black : Qt::white);
        const TextColors &colors = TextColors::of(palette);
        QCOMPARE(colors.isDark, isDark);
        for (const QColor &background :
             {colors.background, colors.currentLine, colors.highlightedLines})
            for (const QColor &text : {colors.text, colors.key, colors.string, colors.number,
                                       colors.comment, colors.marker, colors.anchor})
                QVERIFY2(contrast(text, background) >= 4.5,
                         qPrintable(text.name() + " on " + background.name()));
        QVERIFY(contrast(colors.lineNumber, colors.background) >= 4.5);
        for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note})
            QVERIFY(contrast(colors.underline(severity), colors.background) >= 3);
    }
};

QTEST_APPLESS_MAIN(TestTextHighlighter)
#include "tst_text_highlighter.moc"
