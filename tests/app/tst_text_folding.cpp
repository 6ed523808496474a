#include "document/document.h"
#include "text/folding.h"
#include "text/line_gutter.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"

#include <QScrollBar>
#include <QStandardPaths>
#include <QTest>
#include <QTextBlock>

#include <random>

using namespace drawbridge;

namespace {

const char *const kText = "a:\n"      // 0
                          "  b: 1\n"  // 1
                          "\n"        // 2
                          "  c:\n"    // 3
                          "  - d\n"   // 4
                          "  - e\n"   // 5
                          "\n"        // 6
                          "f: 2\n"    // 7
                          "---\n"     // 8
                          "g:\n"      // 9
                          "  h: 1\n"; // 10

} // namespace

class TestTextFolding : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        start(kText);
    }
    void cleanup() { m_window.reset(); }

    void knowsWhatIsBelow_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("last");
        QTest::newRow("mapping") << 0 << 5;
        QTest::newRow("leaf") << 1 << -1;
        QTest::newRow("list at the key's indent") << 3 << 5;
        QTest::newRow("blank") << 2 << -1;
        QTest::newRow("item") << 4 << -1;
        QTest::newRow("document") << 8 << 10;
        QTest::newRow("last") << 9 << 10;
    }

    void knowsWhatIsBelow()
    {
        QFETCH(int, line);
        QFETCH(int, last);
        QCOMPARE(Folding::lastBelow(block(line)).blockNumber(), last);
    }

    void foldsByMouse()
    {
        const int all = editor()->verticalScrollBar()->maximum();
        clickSign(3);
        QCOMPARE(hidden(), (QList<int>{4, 5}));
        clickSign(0);
        QCOMPARE(hidden(), (QList<int>{1, 2, 3, 4, 5}));
        QVERIFY(editor()->cursorRect(QTextCursor(block(7))).top() <
                editor()->cursorRect(QTextCursor(block(0))).bottom() + 20 + lineHeight());
        clickSign(0);
        QVERIFY(hidden().isEmpty());
        QCOMPARE(editor()->verticalScrollBar()->maximum(), all);
        QCOMPARE(bytes(), std::string(kText));
        QCOMPARE(steps(), 0);
    }

    void foldsByKeys()
    {
        caretTo(5, 3);
        press(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(hidden(), (QList<int>{4, 5}));
        QCOMPARE(editor()->textCursor().blockNumber(), 3); // never inside
        press(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(hidden(), (QList<int>{1, 2, 3, 4, 5}));
        press(Qt::Key_BracketRight, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(hidden().isEmpty());
        press(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(hidden(), (QList<int>{1, 2, 3, 4, 5, 9, 10}));
        press(Qt::Key_BracketRight, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(hidden().isEmpty());
    }

    void firstDocumentFoldsToo()
    {
        start("# x\nkind: A\nmetadata:\n  name: b\n---\nkind: B\nc: 2\n");
        press(Qt::Key_BracketLeft, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(hidden(), (QList<int>{2, 3, 5, 6}));
        QCOMPARE(Folding::titleOf(block(1)), QStringLiteral("A b"));
        QCOMPARE(Folding::titleOf(block(4)), QStringLiteral("B"));
    }

    void keysPassOver()
    {
        clickSign(0);
        caretTo(0, 2);
        press(Qt::Key_Down);
        QCOMPARE(editor()->textCursor().blockNumber(), 6);
        press(Qt::Key_Up);
        QCOMPARE(editor()->textCursor().blockNumber(), 0);
        press(Qt::Key_End);
        press(Qt::Key_Right);
        QCOMPARE(editor()->textCursor().blockNumber(), 6);
        press(Qt::Key_Left);
        QCOMPARE(editor()->textCursor().blockNumber(), 0);
        QVERIFY(!hidden().isEmpty());
    }

    void jumpsOpen()
    {
        clickSign(0);
        const auto at = bytes().find("- e");
        m_window->text()->show(m_window->text()->currentFile(), {at, at});
        QVERIFY(hidden().isEmpty());
        clickSign(0);
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(m_window->focusWidget(), "b: 1");
        QVERIFY(hidden().isEmpty());
        QCOMPARE(editor()->textCursor().blockNumber(), 1);
    }

    /// A key that would change what is not seen shows it, and changes nothing.
    void keysOpenBeforeTheyChange()
    {
        const auto check = [&](auto keys) {
            clickSign(0);
            QVERIFY(!hidden().isEmpty());
            keys();
            QVERIFY(hidden().isEmpty());
            QCOMPARE(bytes(), std::string(kText));
        };
        check([&] {
            caretTo(0, 2);
            press(Qt::Key_Delete);
        });
        check([&] {
            caretTo(6, 0);
            press(Qt::Key_Backspace);
        });
        check([&] {
            select(0, 0, 7, 1);
            press(Qt::Key_X);
        });
        check([&] {
            select(0, 0, 7, 1);
            press(Qt::Key_X, Qt::ControlModifier);
        });
        check([&] {
            select(0, 0, 7, 1);
            press(Qt::Key_Tab);
        });
    }

    void typingInTheLineAboveKeepsTheFold()
    {
        clickSign(0);
        caretTo(0, 0);
        press(Qt::Key_X);
        QCOMPARE(hidden(), (QList<int>{1, 2, 3, 4, 5}));
        QVERIFY(bytes().starts_with("xa:\n  b: 1\n"));
        caretTo(0, 3);
        press(Qt::Key_Return); // now another line is above it
        QVERIFY(hidden().isEmpty());
        QVERIFY(m_window->text()->currentBinding()->isEqual());
    }

    void changesFromElsewhereOpen()
    {
        clickSign(0);
        clickSign(8);
        QCOMPARE(hidden().size(), 7);
        Change change;
        change.label = "x";
        const auto at = bytes().find("- e");
        change.patches.push_back(
            {m_window->text()->currentFile(), {{{at, at + 3}, "- ee\n  - f"}}});
        m_window->document().push(std::move(change));
        QCOMPARE(hidden(), (QList<int>{10, 11})); // of the other document
        QVERIFY(m_window->text()->currentBinding()->isEqual());
        m_window->document().undoStack()->undo();
        QCOMPARE(bytes(), std::string(kText));
        QVERIFY(m_window->text()->currentBinding()->isEqual());
    }

    /// Folding, typing and changes from elsewhere, at random: the text is always the file's, the
    /// caret in sight, and what is hidden is what is below the line above.
    void random()
    {
        const std::string first = std::string(kText) + kText + kText;
        start(QString::fromStdString(first));
        std::mt19937 next(5);
        for (int i = 0; i < 600; ++i) {
            const int line = int(next() % unsigned(editor()->blockCount()));
            switch (next() % 6) {
            case 0:
            case 1:
                if (block(line).isVisible())
                    editor()->folding()->toggle(block(line));
                break;
            case 2:
                caretTo(line, 0);
                QTest::keyClicks(editor(), next() % 2 ? "x" : " ");
                break;
            case 3: {
                Change change;
                change.label = "x";
                const std::size_t at = next() % bytes().size();
                change.patches.push_back(
                    {m_window->text()->currentFile(), {{{at, at}, next() % 2 ? "\n  y: 1" : "z"}}});
                m_window->document().push(std::move(change));
                break;
            }
            case 4:
                m_window->document().undoStack()->undo();
                break;
            case 5:
                QTest::keyClick(editor(), next() % 2 ? Qt::Key_Down : Qt::Key_Return);
                break;
            }
            QVERIFY(m_window->text()->currentBinding()->isEqual());
            QVERIFY2(editor()->textCursor().block().isVisible(), qPrintable(QString::number(i)));
            for (QTextBlock at = block(0); at.isValid(); at = at.next()) {
                if (at.isVisible()) {
                    QVERIFY(at.lineCount() > 0);
                    continue;
                }
                QVERIFY(Folding::lastBelow(Folding::shownFor(at)).blockNumber() >=
                        at.blockNumber());
            }
        }
        while (m_window->document().undoStack()->canUndo())
            m_window->document().undoStack()->undo();
        QCOMPARE(bytes(), first);
    }

private:
    void start(const QString &text)
    {
        m_window->document().startUntitled(text.toUtf8());
        editor()->setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
    }
    int lineHeight() { return editor()->fontMetrics().height(); }
    void clickSign(int line)
    {
        auto *gutter = editor()->findChild<LineGutter *>();
        const int y = editor()->cursorRect(QTextCursor(block(line))).center().y();
        QTest::mouseClick(gutter, Qt::LeftButton, {}, QPoint(gutter->width() - 5, y));
    }
    void caretTo(int line, int column) { select(line, column, line, column); }
    void select(int line, int column, int toLine, int toColumn)
    {
        QTextCursor cursor(editor()->document());
        cursor.setPosition(block(line).position() + column);
        cursor.setPosition(block(toLine).position() + toColumn, QTextCursor::KeepAnchor);
        editor()->setTextCursor(cursor);
    }
    QTextBlock block(int number) { return editor()->document()->findBlockByNumber(number); }
    QList<int> hidden()
    {
        QList<int> lines;
        for (QTextBlock at = block(0); at.isValid(); at = at.next())
            if (!at.isVisible())
                lines.append(at.blockNumber());
        return lines;
    }
    TextEditor *editor() { return m_window->text()->currentEditor(); }
    int steps() { return m_window->document().undoStack()->index(); }
    std::string bytes()
    {
        return m_window->document().workspace().file(m_window->text()->currentFile()).bytes();
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTextFolding)
#include "tst_text_folding.moc"
