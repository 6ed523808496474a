#include "text/folding.h"
#include "text/line_gutter.h"
#include "text/text_editor.h"

#include <QClipboard>
#include <QMainWindow>
#include <QMimeData>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QUndoStack>

#include <random>

using namespace drawbridge;

class TestTextEditor : public QObject
{
    Q_OBJECT

private slots:
    void indentsNewLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("next");
        QTest::newRow("plain") << "kind: x"
                               << "";
        QTest::newRow("same") << "    a: 1"
                              << "    ";
        QTest::newRow("opens") << "  ingress:"
                               << "    ";
        QTest::newRow("opens with blanks") << "  ingress: "
                                           << "    ";
        QTest::newRow("item") << "  - protocol: TCP"
                              << "    ";
        QTest::newRow("item that opens") << "  - from:"
                                         << "      ";
        QTest::newRow("items in items") << "- - a"
                                        << "    ";
        QTest::newRow("dash alone") << "  -"
                                    << "  ";
        QTest::newRow("comment") << "  # note:"
                                 << "  ";
        QTest::newRow("empty") << ""
                               << "";
    }

    void indentsNewLines()
    {
        QFETCH(QString, line);
        QFETCH(QString, next);
        TextEditor editor;
        QTest::keyClicks(&editor, line);
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, "x");
        QCOMPARE(editor.document()->lastBlock().text(), next + "x");
        QCOMPARE(editor.document()->firstBlock().text(), line);
    }

    void splitsLines()
    {
        TextEditor editor;
        QTest::keyClicks(&editor, "  a: b c");
        QTest::keyClick(&editor, Qt::Key_Left);
        QTest::keyClick(&editor, Qt::Key_Return);
        QCOMPARE(editor.document()->lastBlock().text(), QStringLiteral("  c"));
        QTest::keyClick(&editor, Qt::Key_Home);
        QTest::keyClick(&editor, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_Enter);
        QCOMPARE(editor.document()->firstBlock().text(), QString());
        QCOMPARE(editor.document()->findBlockByNumber(1).text(), QStringLiteral("a: b "));
    }

    void tabIsTwoBlanks()
    {
        TextEditor editor;
        QTest::keyClicks(&editor, "a");
        QTest::keyClick(&editor, Qt::Key_Tab);
        QTest::keyClicks(&editor, "b");
        QCOMPARE(editor.document()->firstBlock().text(), QStringLiteral("a  b"));
        QTest::keyClick(&editor, Qt::Key_Return);
        QTest::keyClicks(&editor, "c");
        QTest::keyClick(&editor, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_Tab);
        QCOMPARE(editor.document()->firstBlock().text(), QStringLiteral("  a  b"));
        QCOMPARE(editor.document()->lastBlock().text(), QStringLiteral("  c"));
        QTest::keyClick(&editor, Qt::Key_Backtab, Qt::ShiftModifier);
        QTest::keyClick(&editor, Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(editor.document()->firstBlock().text(), QStringLiteral("a  b"));
        QCOMPARE(editor.document()->lastBlock().text(), QStringLiteral("c"));
    }

    void undoIsTheWindows()
    {
        QMainWindow window;
        auto *editor = new TextEditor;
        window.setCentralWidget(editor);
        int undone = 0;
        int redone = 0;
        auto *undo = new QAction(&window);
        undo->setShortcut(QKeySequence::Undo);
        connect(undo, &QAction::triggered, this, [&] { ++undone; });
        auto *redo = new QAction(&window);
        redo->setShortcut(QKeySequence::Redo);
        connect(redo, &QAction::triggered, this, [&] { ++redone; });
        window.addActions({undo, redo});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        editor->setFocus();
        QTest::keyClicks(editor, "abc");
        QTest::keySequence(editor, QKeySequence::Undo);
        QTest::keySequence(editor, QKeySequence::Redo);
        QCOMPARE(undone, 1);
        QCOMPARE(redone, 1);
        QCOMPARE(editor->document()->firstBlock().text(), QStringLiteral("abc"));
        QVERIFY(!editor->document()->isUndoAvailable());
    }

    void zooms()
    {
        TextEditor editor;
        const qreal size = editor.font().pointSizeF();
        QTest::keyClick(&editor, Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_Equal, Qt::ControlModifier);
        QCOMPARE(editor.font().pointSizeF(), size + 2);
        QTest::keyClick(&editor, Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(editor.font().pointSizeF(), size + 1);
        QTest::keyClick(&editor, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(editor.font().pointSizeF(), size);
        QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, 240}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(editor.viewport(), &wheel);
        QCOMPARE(editor.font().pointSizeF(), size + 2);
        editor.zoom(1'000);
        QVERIFY(editor.font().pointSizeF() <= 40);
        editor.zoom(-1'000);
        QVERIFY(editor.font().pointSizeF() >= 6);
        QVERIFY(editor.document()->isEmpty());
    }

    void loadsNothingAndTakesNoFiles()
    {
        TextEditor editor;
        QVERIFY(!editor.loadResource(QTextDocument::ImageResource, QUrl("file:///etc/passwd"))
                     .isValid());
        QMimeData files;
        files.setUrls({QUrl("file:///tmp/a.yaml")});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, {});
        QCoreApplication::sendEvent(editor.viewport(), &enter);
        QVERIFY(!enter.isAccepted());
        QDropEvent drop({5, 5}, Qt::CopyAction, &files, Qt::LeftButton, {});
        QCoreApplication::sendEvent(editor.viewport(), &drop);
        QVERIFY(editor.document()->isEmpty());
    }

    void pastesPlainText()
    {
        TextEditor editor;
        auto *mime = new QMimeData;
        mime->setHtml("<b>a</b><img src='file:///etc/passwd'>");
        mime->setText("a: 1\r\nb: 2");
        QGuiApplication::clipboard()->setMimeData(mime);
        editor.paste();
        QCOMPARE(editor.blockCount(), 2);
        QCOMPARE(editor.document()->firstBlock().text(), QStringLiteral("a: 1"));
        editor.setReadOnly(true);
        editor.paste();
        QCOMPARE(editor.blockCount(), 2);
    }

    void marksMoveWithTheText()
    {
        TextEditor editor;
        editor.setPlainText("a\nb\nc");
        QTextCursor range(editor.document()->findBlockByNumber(1));
        range.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        editor.setMarks(
            {{range, Severity::Warning, "<i>one</i>"}, {range, Severity::Error, "two"}});
        const auto *gutter = editor.findChild<LineGutter *>();
        QVERIFY(gutter);
        QCOMPARE(gutter->tip(1), QStringLiteral("&lt;i&gt;one&lt;/i&gt;<br>two"));
        QVERIFY(gutter->severity(1) == Severity::Error);
        QVERIFY(!gutter->severity(0));
        QTest::keyClick(&editor, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&editor, Qt::Key_Return);
        QVERIFY(gutter->tip(1).isEmpty());
        QVERIFY(!gutter->tip(2).isEmpty());
        QCOMPARE(editor.extraSelections().size(), 2);
    }

    /// Highlighted lines and dots are really painted, light and dark.
    void paints()
    {
        TextEditor editor;
        editor.setPlainText("a\nb\nc\nd");
        editor.resize(300, 200);
        editor.moveCursor(QTextCursor::End);
        QTextCursor range(editor.document()->findBlockByNumber(1));
        range.movePosition(QTextCursor::Down, QTextCursor::KeepAnchor);
        editor.setHighlights({range});
        editor.setMarks({{range, Severity::Error, "x"}});
        for (const bool isDark : {false, true}) {
            QPalette palette;
            palette.setColor(QPalette::Base, isDark ? TextColors::dark().background : Qt::white);
            editor.setPalette(palette);
            const TextColors &colors = editor.colors();
            QCOMPARE(colors.isDark, isDark);
            const QImage image = editor.viewport()->grab().toImage();
            const auto colorOfLine = [&](int line) {
                const QTextCursor at(editor.document()->findBlockByNumber(line));
                return image.pixelColor(200, editor.cursorRect(at).center().y());
            };
            QCOMPARE(colorOfLine(0), colors.background);
            QCOMPARE(colorOfLine(1), colors.highlightedLines);
            QCOMPARE(colorOfLine(2), colors.background); // it ends where the line begins
            QCOMPARE(colorOfLine(3), colors.currentLine);
            auto *gutter = editor.findChild<LineGutter *>();
            const QImage strip = gutter->grab().toImage();
            const QTextCursor at(editor.document()->findBlockByNumber(1));
            QCOMPARE(strip.pixelColor(8, editor.cursorRect(at).center().y()),
                     colors.underline(Severity::Error));
        }
    }

    /// Only what changed is painted: after any key it looks as if all were.
    void paintsWhatChanged()
    {
        const int blinks = QApplication::cursorFlashTime();
        QApplication::setCursorFlashTime(0);
        TextEditor editor;
        QString text;
        for (int i = 0; i < 60; ++i)
            text += i % 5 == 0 ? QStringLiteral("key:\n")
                               : QStringLiteral("  - [{a: b}] # ") + QString::number(i) + u'\n';
        editor.setPlainText(text);
        editor.resize(300, 400);
        editor.show();
        editor.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&editor));
        const auto isAsPaintedAnew = [&] {
            QApplication::processEvents();
            const QImage shown = editor.screen()->grabWindow(editor.winId()).toImage();
            QImage anew(shown.size(), shown.format());
            editor.render(&anew);
            return shown == anew;
        };
        QVERIFY(isAsPaintedAnew());
        std::mt19937 random(20);
        const auto one = [&](auto... all) {
            const Qt::Key keys[] = {all...};
            return keys[random() % std::size(keys)];
        };
        for (int step = 0; step < 600; ++step) {
            switch (random() % 8) {
            case 0:
                QTest::keyClick(&editor, one(Qt::Key_X, Qt::Key_Space, Qt::Key_BracketLeft));
                break;
            case 1:
                QTest::keyClick(&editor, one(Qt::Key_Return, Qt::Key_Backspace, Qt::Key_Delete));
                break;
            case 2:
                QTest::keyClick(&editor, one(Qt::Key_PageDown, Qt::Key_PageUp), Qt::ShiftModifier);
                break;
            case 3: {
                QTextCursor range(editor.document()->findBlockByNumber(int(random() % 40)));
                range.movePosition(QTextCursor::Down, QTextCursor::KeepAnchor, 5);
                editor.setHighlights({range});
                break;
            }
            case 4:
                editor.folding()->toggle(editor.textCursor().block());
                break;
            case 5:
                editor.verticalScrollBar()->setValue(int(random() % 50));
                break;
            default:
                QTest::keyClick(&editor,
                                one(Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right));
            }
            QVERIFY2(isAsPaintedAnew(), qPrintable(QString::number(step)));
        }
        QApplication::setCursorFlashTime(blinks);
    }
};

QTEST_MAIN(TestTextEditor)
#include "tst_text_editor.moc"
