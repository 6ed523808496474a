#include "text/bracket_match.h"
#include "text/text_editor.h"

#include <QTest>
#include <QTextBlock>

using namespace drawbridge;

class TestTextBrackets : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatBelongsTogether_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("other"); // -1: none
        QTest::newRow("near") << "a: {}" << 3 << 4;
        QTest::newRow("back") << "a: {}" << 4 << 3;
        QTest::newRow("nested") << "a: [{b: []}, 1]" << 3 << 14;
        QTest::newRow("lines") << "a: {\n  b: 1,\n  c: [2]\n}" << 3 << 22;
        QTest::newRow("in a string") << "a: {b: \"}\"}" << 3 << 10;
        QTest::newRow("in a comment") << "a: {b: 1} # }" << 12 << -1;
        QTest::newRow("open") << "a: {b: 1" << 3 << -1;
        QTest::newRow("crossed") << "a: {b: ]" << 3 << -1;
        QTest::newRow("none") << "a: 1" << 0 << -1;
    }

    void findsWhatBelongsTogether()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(int, other);
        TextEditor editor;
        editor.setPlainText(text);
        QCOMPARE(matchingBracket(editor.document(), position).value_or(-1), other);
    }

    void shadesThemAtTheCaret()
    {
        TextEditor editor;
        editor.setPlainText("a: {}");
        QVERIFY(editor.extraSelections().isEmpty());
        editor.moveCursor(QTextCursor::End); // behind the bracket counts too
        QCOMPARE(editor.extraSelections().size(), 2);
        editor.moveCursor(QTextCursor::Start);
        QVERIFY(editor.extraSelections().isEmpty());
    }

    void typesPairs_data()
    {
        QTest::addColumn<QString>("typed"); // \b: Backspace, \n: Return, <: Left
        QTest::addColumn<QString>("text");
        QTest::newRow("pair") << "a: {"
                              << "a: {}";
        QTest::newRow("stepped over") << "a: {}"
                                      << "a: {}";
        QTest::newRow("nested") << "a: [{b}]"
                                << "a: [{b}]";
        QTest::newRow("both away") << "a: [\b"
                                   << "a: ";
        QTest::newRow("only the own one") << "a: {<\b"
                                          << "a:{}";
        QTest::newRow("quotes") << "a: \"b\""
                                << "a: \"b\"";
        QTest::newRow("apostrophe") << "a: don't"
                                    << "a: don't";
        QTest::newRow("quote in a word") << "a: 5\""
                                         << "a: 5\"";
        QTest::newRow("before a word") << "b<{"
                                       << "{b";
        QTest::newRow("in a comment") << "# {"
                                      << "# {";
        QTest::newRow("in quotes") << "a: \"{"
                                   << "a: \"{\"";
        QTest::newRow("new line between") << "  a: {\nb"
                                          << "  a: {\n    b\n  }";
        QTest::newRow("foreign closer") << "a: ]"
                                        << "a: ]";
    }

    void typesPairs()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        TextEditor editor;
        for (const QChar c : typed) {
            if (c == u'\b')
                QTest::keyClick(&editor, Qt::Key_Backspace);
            else if (c == u'\n')
                QTest::keyClick(&editor, Qt::Key_Return);
            else if (c == u'<')
                QTest::keyClick(&editor, Qt::Key_Left);
            else
                QTest::keyClick(&editor, c.toLatin1());
        }
        QCOMPARE(editor.toPlainText(), text);
    }

    void neverInReadOnlyText()
    {
        TextEditor editor;
        editor.setReadOnly(true);
        QTest::keyClicks(&editor, "{");
        QVERIFY(editor.toPlainText().isEmpty());
    }
};

QTEST_MAIN(TestTextBrackets)
#include "tst_text_brackets.moc"
