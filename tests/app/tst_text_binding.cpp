#include "document/document.h"
#include "text/text_binding.h"
#include "text/text_editor.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QMainWindow>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>

#include <random>

using namespace drawbridge;

namespace {

/// A document of one file, with an editor.
struct Bench
{
    explicit Bench(const std::string &bytes)
    {
        document.startUntitled(QByteArray::fromStdString(bytes));
        file = document.files().at(0).id;
        binding = std::make_unique<TextBinding>(&editor, &document, file);
    }

    const std::string &bytes() const { return document.workspace().file(file).bytes(); }

    /// The caret before the byte.
    void goTo(std::size_t offset)
    {
        QTextCursor cursor = binding->cursorFor({offset, offset});
        cursor.clearSelection();
        editor.setTextCursor(cursor);
    }
    void select(std::size_t begin, std::size_t end)
    {
        editor.setTextCursor(binding->cursorFor({begin, end}));
    }
    void pushFromOutside(const Patch &patch)
    {
        Change change;
        change.patches.push_back({file, {patch}});
        change.label = QStringLiteral("Outside");
        document.push(change);
    }
    int steps() { return document.undoStack()->index(); }

    Document document;
    TextEditor editor;
    FileId file;
    std::unique_ptr<TextBinding> binding;
};

const std::string kMark = "\xEF\xBB\xBF";
const std::string kNbsp = "\xC2\xA0";
const std::string kLineSeparator = "\xE2\x80\xA8";

} // namespace

class TestTextBinding : public QObject
{
    Q_OBJECT

private slots:
    void typingKeepsAllOtherBytes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("offset");
        QTest::addColumn<QString>("typed"); // \n: Return, \b: Backspace, \x7f: Delete
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const std::string &before, int offset,
                            const QString &typed, const std::string &after) {
            QTest::newRow(name) << QByteArray::fromStdString(before) << offset << typed
                                << QByteArray::fromStdString(after);
        };
        row("plain", "a: 1\nb: 2\n", 4, "0", "a: 10\nb: 2\n");
        row("into nothing", "", 0, "a\nb", "a\nb");
        row("CRLF", "a: 1\r\nb: 2\r\n", 4, "0", "a: 10\r\nb: 2\r\n");
        row("new line in CRLF", "a: 1\r\nb: 2\r\n", 4, "\nx", "a: 1\r\nx\r\nb: 2\r\n");
        row("new line after CRLF", "a: 1\r\nb: 2", 10, "\nx", "a: 1\r\nb: 2\r\nx");
        row("mixed ends", "a\r\nb\nc\r\n", 4, "\nx", "a\r\nb\nx\nc\r\n");
        row("joins CRLF lines", "a\r\nb\r\n", 3, "\b", "ab\r\n");
        row("joins by Delete", "a\r\nb\n", 1, "\x7f", "ab\n");
        row("BOM", kMark + "a: 1\n", 3, "x", kMark + "xa: 1\n");
        row("BOM cannot be deleted", kMark + "a\n", 3, "\b", kMark + "a\n");
        row("NBSP", "a" + kNbsp + "b", 4, "c", "a" + kNbsp + "bc");
        row("beside a line separator", "a" + kLineSeparator + "b\n", 4, "c",
            "a" + kLineSeparator + "cb\n");
        row("deletes a line separator", "a" + kLineSeparator + "b\n", 4, "\b", "ab\n");
        row("no final newline", "a: 1", 4, "0", "a: 10");
        row("tab", "a:\t1\n", 4, "0", "a:\t10\n");
        row("emoji", "😀: 1\n", 7, "0", "😀: 10\n");
        row("deletes an emoji", "a😀b\n", 5, "\b", "ab\n");
        row("no UTF-8", "a\xFF\xC3(\n", 4, "x", "a\xFF\xC3(x\n");
        row("lone CR", "a\rb\nc", 3, "x", "a\rbx\nc");
        row("NUL", std::string("a\0b\n", 4), 3, "x", std::string("a\0bx\n", 5));
        row("takes a step of the indent", "a:\n    b: 1\n", 7, "\b", "a:\n  b: 1\n");
        row("takes what an automatic indent gave", "a:", 2, "\n\bb", "a:\nb");
        row("takes what is beyond a step", "a:\n   b\n", 6, "\b\b\b", "a:b\n");
        row("takes one blank behind a word", "a:  b\n", 4, "\b", "a: b\n");
        row("é", "a\n", 1, "é", "aé\n");
    }

    void typingKeepsAllOtherBytes()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, offset);
        QFETCH(QString, typed);
        QFETCH(QByteArray, after);
        Bench bench(before.toStdString());
        QVERIFY(bench.binding->isEqual());
        bench.goTo(std::size_t(offset));
        for (const QChar c : typed) {
            if (c == u'\n')
                QTest::keyClick(&bench.editor, Qt::Key_Return);
            else if (c == u'\b')
                QTest::keyClick(&bench.editor, Qt::Key_Backspace);
            else if (c == QChar(0x7f))
                QTest::keyClick(&bench.editor, Qt::Key_Delete);
            else
                QTest::sendKeyEvent(QTest::Click, &bench.editor, Qt::Key_unknown, QString(c),
                                    Qt::NoModifier);
            QVERIFY(bench.binding->isEqual());
        }
        QCOMPARE(QByteArray::fromStdString(bench.bytes()), after);
        while (bench.document.undoStack()->canUndo())
            bench.document.undoStack()->undo();
        QCOMPARE(QByteArray::fromStdString(bench.bytes()), before);
        QVERIFY(bench.binding->isEqual());
    }

    void openingChangesNothing()
    {
        Bench bench(kMark + "a: 1\r\n" + kNbsp + kLineSeparator + "\r\xFF");
        QCOMPARE(bench.steps(), 0);
        QVERIFY(!bench.editor.isReadOnly());
    }

    void inputMethodCommits()
    {
        Bench bench("a: \r\nb\r\n");
        bench.goTo(3);
        QInputMethodEvent composing("にほ", {});
        QCoreApplication::sendEvent(&bench.editor, &composing);
        QCOMPARE(bench.bytes(), std::string("a: \r\nb\r\n"));
        QInputMethodEvent committed;
        committed.setCommitString("日本");
        QCoreApplication::sendEvent(&bench.editor, &committed);
        QCOMPARE(bench.bytes(), std::string("a: 日本\r\nb\r\n"));
        QCOMPARE(bench.steps(), 1);
    }

    void pasteTakesTheNeighboursLineEnd_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("CRLF into LF") << QByteArray("a\nb\n") << "x\r\ny\r\n"
                                      << QByteArray("x\ny\na\nb\n");
        QTest::newRow("LF into CRLF") << QByteArray("a\r\nb\r\n") << "x\ny\n"
                                      << QByteArray("x\r\ny\r\na\r\nb\r\n");
        QTest::newRow("lone CR") << QByteArray("a\n") << "x\ry" << QByteArray("x\nya\n");
        QTest::newRow("line separator")
            << QByteArray("a\n") << u"x\u2028y"_qs << QByteArray("x\xE2\x80\xA8ya\n");
        QTest::newRow("NBSP") << QByteArray("a\n") << u"x\u00A0y"_qs << QByteArray("x\xC2\xA0ya\n");
    }

    void pasteTakesTheNeighboursLineEnd()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, pasted);
        QFETCH(QByteArray, after);
        Bench bench(before.toStdString());
        QGuiApplication::clipboard()->setText(pasted);
        bench.editor.paste();
        QCOMPARE(QByteArray::fromStdString(bench.bytes()), after);
        QVERIFY(bench.binding->isEqual());
        QCOMPARE(bench.steps(), 1);
    }

    void replacesASelection()
    {
        Bench bench("a\r\nb\r\nc\r\n");
        bench.select(0, 4);
        QTest::keyClicks(&bench.editor, "x");
        QCOMPARE(bench.bytes(), std::string("x\r\nc\r\n"));
        QTest::keyClick(&bench.editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&bench.editor, Qt::Key_Delete);
        QCOMPARE(bench.bytes(), std::string());
        bench.document.undoStack()->undo();
        QCOMPARE(bench.bytes(), std::string("x\r\nc\r\n"));
        QVERIFY(bench.binding->isEqual());
    }

    void undoThroughTheWindow()
    {
        Bench bench("a: 1\n");
        QMainWindow window;
        bench.editor.setParent(&window);
        bench.editor.resize(300, 200);
        QAction *undo = bench.document.undoStack()->createUndoAction(&window);
        undo->setShortcut(QKeySequence::Undo);
        window.addAction(undo);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        bench.editor.setFocus();
        bench.goTo(4);
        QTest::keyClicks(&bench.editor, "23");
        QCOMPARE(bench.bytes(), std::string("a: 123\n"));
        QCOMPARE(bench.steps(), 1); // one step, as typed in one go
        bench.goTo(1);
        QTest::keySequence(&bench.editor, QKeySequence::Undo);
        QCOMPARE(bench.bytes(), std::string("a: 1\n"));
        QCOMPARE(bench.editor.textCursor().position(), 4); // where it changed
        bench.editor.setParent(nullptr);
    }

    void typingElsewhereIsAnotherStep()
    {
        Bench bench("a\nb\n");
        bench.goTo(1);
        QTest::keyClicks(&bench.editor, "xy");
        bench.goTo(bench.bytes().size() - 1);
        QTest::keyClicks(&bench.editor, "z");
        QCOMPARE(bench.steps(), 2);
        QTest::keyClick(&bench.editor, Qt::Key_Backspace);
        QCOMPARE(bench.steps(), 3);
        bench.document.undoStack()->undo();
        bench.document.undoStack()->undo();
        QCOMPARE(bench.bytes(), std::string("axy\nb\n"));
    }

    void changesOfOthersKeepCaretAndScroll()
    {
        std::string bytes;
        for (int i = 0; i < 400; ++i)
            bytes += "line" + std::to_string(i) + ": " + std::to_string(i) + "\r\n";
        Bench bench(bytes);
        bench.editor.resize(300, 200);
        bench.editor.show();
        const std::size_t at = bytes.find("line200");
        bench.goTo(at + 3);
        bench.editor.verticalScrollBar()->setValue(195);
        const auto firstLine = [&] {
            return bench.editor.cursorForPosition({0, 0}).block().text();
        };
        QCOMPARE(firstLine(), QStringLiteral("line195: 195"));
        // Both ends of the file at once.
        Change change;
        const std::size_t last = bytes.find("line399");
        change.patches.push_back(
            {bench.file, {{{0, 0}, "new: 1\r\nnew: 2\r\n"}, {{last, last + 4}, "LINE"}}});
        bench.document.push(change);
        QVERIFY(bench.binding->isEqual());
        QCOMPARE(bench.steps(), 1);
        QCOMPARE(firstLine(), QStringLiteral("line195: 195"));
        QCOMPARE(bench.binding->caretOffset(), at + 3 + 16);
        bench.document.undoStack()->undo();
        QCOMPARE(bench.bytes(), bytes);
        QCOMPARE(firstLine(), QStringLiteral("line195: 195"));
        QCOMPARE(bench.binding->caretOffset(), at + 3);
    }

    /// However many there are: a range in one of them would collapse if it was written anew.
    void linesBetweenStayUntouched()
    {
        std::string bytes;
        for (int i = 0; i < 3'000; ++i)
            bytes += "line" + std::to_string(i) + ": x\n";
        Bench bench(bytes);
        const std::size_t middle = bytes.find("line1500");
        const QTextCursor kept = bench.binding->cursorFor({middle, middle + 8});
        Change change;
        change.label = QStringLiteral("Outside");
        Patches patches;
        for (const char *line : {"line2:", "line3:", "line2999:"}) {
            const std::size_t at = bytes.find(line);
            patches.push_back({{at, at + 4}, "a\nb\nLINE"});
            patches.push_back({{at + 5, at + 5}, "y"});
        }
        change.patches.push_back({bench.file, patches});
        bench.document.push(change);
        QVERIFY(bench.binding->isEqual());
        QCOMPARE(kept.selectedText(), QStringLiteral("line1500"));
        bench.document.undoStack()->undo();
        QVERIFY(bench.binding->isEqual());
        QCOMPARE(kept.selectedText(), QStringLiteral("line1500"));
        QCOMPARE(bench.bytes(), bytes);
    }

    void indentingKeepsLineEnds()
    {
        Bench bench("a\r\nb\n" + kLineSeparator + "\r\nc\n");
        bench.select(0, bench.bytes().size());
        QTest::keyClick(&bench.editor, Qt::Key_Tab);
        QCOMPARE(bench.bytes(), "  a\r\n  b\n  " + kLineSeparator + "\r\n  c\n");
        QCOMPARE(bench.steps(), 1);
    }

    void rangesGoBothWays()
    {
        Bench bench(kMark + "a: é\r\n😀: b\r\n");
        const std::size_t begin = bench.bytes().find("é");
        const std::size_t end = bench.bytes().find(": b");
        const QTextCursor cursor = bench.binding->cursorFor({begin, end});
        QVERIFY((bench.binding->rangeOf(cursor) == TextRange{begin, end}));
        QCOMPARE(bench.binding->cursorFor({0, 9'999}).selectionEnd(),
                 bench.editor.document()->characterCount() - 1);
    }

    void longLinesAreReadOnly()
    {
        Bench bench("a\n" + std::string(200'001, 'x') + "\nb\n");
        QVERIFY(bench.editor.isReadOnly());
        QVERIFY(!bench.binding->note().isEmpty());
        QTest::keyClicks(&bench.editor, "x");
        QCOMPARE(bench.steps(), 0);
        bench.pushFromOutside({{2, 200'000}, ""});
        QVERIFY(!bench.editor.isReadOnly());
        QVERIFY(bench.binding->note().isEmpty());
        QVERIFY(bench.binding->isEqual());
        QTest::keyClicks(&bench.editor, "x");
        QCOMPARE(bench.steps(), 2);
        bench.document.undoStack()->undo();
        bench.document.undoStack()->undo();
        QVERIFY(bench.editor.isReadOnly());
    }

    void largeFilesComeInSlices()
    {
        std::string bytes;
        while (bytes.size() < 1'500'000)
            bytes += "# a comment that is quite long, so that there are not too many lines\r\n";
        Bench bench(bytes);
        QVERIFY(bench.binding->isFilling());
        QVERIFY(bench.editor.isReadOnly());
        // Somebody else changes the file meanwhile.
        bench.pushFromOutside({{0, 0}, "# x\r\n"});
        const QTextCursor end = bench.binding->cursorFor({bytes.size() - 9, bytes.size() - 9});
        QVERIFY(end.blockNumber() > 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.binding->isFilling(), 60'000);
        QVERIFY(bench.binding->isEqual());
        QVERIFY(!bench.editor.isReadOnly());
        QCOMPARE(bench.steps(), 1);
        bench.goTo(bytes.size() / 2);
        QTest::keyClicks(&bench.editor, "y");
        QVERIFY(bench.binding->isEqual());
        QCOMPARE(bench.bytes().size(), bytes.size() + 6);
    }

    void replacesManyLines()
    {
        std::string bytes;
        std::string other;
        for (int i = 0; i < 3'000; ++i) {
            bytes += "a" + std::to_string(i) + "\n";
            other += std::to_string(i) + "b\r\n";
        }
        Bench bench(bytes);
        bench.pushFromOutside({{6, bytes.size() - 6}, other});
        QVERIFY(bench.binding->isEqual());
        bench.pushFromOutside({{0, 3}, ""});
        QVERIFY(bench.binding->isEqual());
        bench.document.undoStack()->undo();
        bench.document.undoStack()->undo();
        QCOMPARE(bench.bytes(), bytes);
        QVERIFY(bench.binding->isEqual());
        QVERIFY(bench.editor.document()->lastBlock().text().isEmpty());
    }

    /// 3,000 edits from both sides; afterwards undo brings the first bytes back.
    void randomEditsFromBothSides()
    {
        static const QString pieces[] = {"a",          "é",          "😀",  "\n",        "\n  - ",
                                         " ",          "x: 1\ny: 2", ":",  "",          "",
                                         u"\u00A0"_qs, u"\u2028"_qs, "\t", u"\uFFFD"_qs};
        static const std::string foreign[] = {"a",       "\r\n", "\n", kNbsp,      kLineSeparator,
                                              "😀",       "",     "é:", "b\r\nc\n", "\xEF\xB7\x90",
                                              "\r\n\r\n"};
        const std::string first =
            kMark + "a: 1\r\nb: é\n" + kNbsp + "\n\r\n😀" + kLineSeparator + "c";
        Bench bench(first);
        std::string model = first;
        connect(&bench.document, &Document::textChanged, this,
                [&](FileId, const Patches &patches) { model = applied(model, patches); });
        std::mt19937 next(11);
        for (int i = 0; i < 3'000; ++i) {
            const std::string before = bench.bytes();
            if (next() % 2 == 0) {
                QTextCursor cursor(bench.editor.document());
                const int size = bench.editor.document()->characterCount() - 1;
                const int begin = int(next() % unsigned(size + 1));
                cursor.setPosition(begin);
                const int length = size > 400 ? 40 : int(next() % 6);
                cursor.setPosition(std::min(size, begin + length), QTextCursor::KeepAnchor);
                cursor.insertText(pieces[next() % std::size(pieces)]);
            } else if (next() % 8 == 0 && bench.document.undoStack()->canUndo()) {
                bench.document.undoStack()->undo();
            } else {
                const auto cut = [&] {
                    std::size_t at = 3 + next() % (before.size() - 2);
                    while (at < before.size() && (before[at] & 0xC0) == 0x80)
                        ++at;
                    return at;
                };
                const std::size_t begin = cut();
                const std::size_t end = next() % 2 == 0 ? begin : std::min(cut(), begin + 30);
                Patch patch{{begin, std::max(begin, end)}, foreign[next() % std::size(foreign)]};
                bench.pushFromOutside(patch);
            }
            QVERIFY2(bench.binding->isEqual(), qPrintable(QString::number(i)));
            QCOMPARE(bench.bytes(), model);
            QVERIFY(bench.bytes().compare(0, 3, kMark) == 0);
        }
        while (bench.document.undoStack()->canUndo())
            bench.document.undoStack()->undo();
        QCOMPARE(bench.bytes(), first);
        QVERIFY(bench.binding->isEqual());
    }
};

QTEST_MAIN(TestTextBinding)
#include "tst_text_binding.moc"
