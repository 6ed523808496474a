#include "document/document.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace drawbridge;

/// Find, replace, go to line and comments in a real window, by keys and mouse.
class TestTextFind : public QObject
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
    }

    void cleanup() { m_window.reset(); }

    void findsForwardsAndBackwards()
    {
        start("app: a\nb: app\nApp: c\n");
        press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(child<QLineEdit>("findText")->hasFocus());
        type("app");
        QCOMPARE(told(), QStringLiteral("1 of 3"));
        QCOMPARE(chosen(), (TextRange{0, 3}));
        press(Qt::Key_Return);
        QCOMPARE(chosen(), (TextRange{10, 13}));
        QCOMPARE(told(), QStringLiteral("2 of 3"));
        press(Qt::Key_F3);
        QCOMPARE(chosen(), (TextRange{14, 17}));
        press(Qt::Key_F3);
        QCOMPARE(chosen(), (TextRange{0, 3})); // round again
        QVERIFY(told().startsWith("1 of 3. "));
        press(Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(chosen(), (TextRange{14, 17}));
        press(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(chosen(), (TextRange{10, 13}));
        QCOMPARE(editor()->matches().size(), 3U);
        press(Qt::Key_Escape);
        QVERIFY(editor()->hasFocus());
        QVERIFY(child<QWidget>("findBar")->isHidden());
        QVERIFY(editor()->matches().empty());
        press(Qt::Key_F3); // goes on without the bar
        QCOMPARE(chosen(), (TextRange{14, 17}));
        QCOMPARE(steps(), 0);
    }

    void takesOptions_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("told");
        QTest::newRow("none") << ""
                              << "api"
                              << "1 of 4";
        QTest::newRow("case") << "findCase"
                              << "api"
                              << "1 of 3";
        QTest::newRow("words") << "findWords"
                               << "api"
                               << "1 of 2";
        QTest::newRow("no pattern") << ""
                                    << "a.i"
                                    << "Not found in this file.";
        QTest::newRow("pattern") << "findPattern"
                                 << "^a.i"
                                 << "1 of 2";
        QTest::newRow("wrong pattern") << "findPattern"
                                       << "(a"
                                       << "This is no regular expression";
        QTest::newRow("only empty matches") << "findPattern"
                                            << "x*"
                                            << "Not found in this file.";
        QTest::newRow("symbols") << ""
                                 << "é😀"
                                 << "1 of 1";
    }

    void takesOptions()
    {
        QFETCH(QString, option);
        QFETCH(QString, text);
        QFETCH(QString, told);
        start("api: API\napis: myapi\né😀: 1\n");
        press(Qt::Key_F, Qt::ControlModifier);
        if (!option.isEmpty())
            QTest::mouseClick(child<QToolButton>(option), Qt::LeftButton);
        child<QLineEdit>("findText")->setFocus();
        type(text);
        QVERIFY2(this->told().startsWith(told), qPrintable(this->told()));
    }

    void findsTheChosenText()
    {
        start("one: two\nb: two\n");
        editor()->setTextCursor(binding()->cursorFor({5, 8}));
        press(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(child<QLineEdit>("findText")->text(), QStringLiteral("two"));
        QCOMPARE(told(), QStringLiteral("1 of 2"));
    }

    /// Opening the bar again keeps the pattern, although what it found is chosen.
    void keepsThePattern()
    {
        start("a: x1\nb: x2\n");
        press(Qt::Key_F, Qt::ControlModifier);
        QTest::mouseClick(child<QToolButton>("findPattern"), Qt::LeftButton);
        child<QLineEdit>("findText")->setFocus();
        type("x\\d");
        QCOMPARE(told(), QStringLiteral("1 of 2"));
        press(Qt::Key_H, Qt::ControlModifier);
        QCOMPARE(child<QLineEdit>("findText")->text(), QStringLiteral("x\\d"));
        press(Qt::Key_Tab);
        QVERIFY(child<QLineEdit>("replaceText")->hasFocus());
        editor()->setFocus();
        press(Qt::Key_Escape);
        QVERIFY(child<QWidget>("findBar")->isHidden());
        QVERIFY(editor()->hasFocus());
    }

    void replacesOneAfterTheOther()
    {
        start("a: x\nb: x\n");
        press(Qt::Key_H, Qt::ControlModifier);
        type("x");
        child<QLineEdit>("replaceText")->setFocus();
        type("yy");
        press(Qt::Key_Return);
        QCOMPARE(bytes(), std::string("a: yy\nb: x\n"));
        QCOMPARE(chosen(), (TextRange{9, 10}));
        press(Qt::Key_Return);
        QCOMPARE(bytes(), std::string("a: yy\nb: yy\n"));
        QCOMPARE(steps(), 2);
        QVERIFY(binding()->isEqual());
    }

    /// Line ends, a line separator and bytes that are no UTF-8 stay as they are between matches.
    void replacesAllInOneStep()
    {
        const std::string before = "\xEF\xBB\xBFx: x\xE2\x80\xA8x\r\n\x01\xC2\xA0\xFF: x\nx\r\n";
        start(before);
        press(Qt::Key_H, Qt::ControlModifier);
        type("x");
        child<QLineEdit>("replaceText")->setFocus();
        type("yy");
        QTest::mouseClick(child<QPushButton>("replaceAll"), Qt::LeftButton);
        QCOMPARE(QByteArray::fromStdString(bytes()),
                 QByteArray("\xEF\xBB\xBFyy: yy\xE2\x80\xA8yy\r\n\x01\xC2\xA0\xFF: yy\nyy\r\n"));
        QCOMPARE(steps(), 1);
        QVERIFY(told().contains("5 replaced"));
        QVERIFY(binding()->isEqual());
        m_window->document().undoStack()->undo();
        QCOMPARE(bytes(), before);
        QVERIFY(binding()->isEqual());
    }

    void replacementTakesGroups()
    {
        start("a: 10\nb: 20\n");
        press(Qt::Key_H, Qt::ControlModifier);
        QTest::mouseClick(child<QToolButton>("findPattern"), Qt::LeftButton);
        child<QLineEdit>("findText")->setFocus();
        type("(\\w): (\\d+)");
        child<QLineEdit>("replaceText")->setFocus();
        type("\\2: \\1\\\\");
        QTest::mouseClick(child<QPushButton>("replaceAll"), Qt::LeftButton);
        QCOMPARE(bytes(), std::string("10: a\\\n20: b\\\n"));
    }

    void goesThroughAllFiles()
    {
        QTemporaryDir folder;
        for (const auto &[name, text] :
             {std::pair("a.yaml", "a: needle\n"), std::pair("b.yaml", "b: 1\n"),
              std::pair("c.yaml", "c: needle needle\n")}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        }
        m_window->openPaths(
            {folder.filePath("a.yaml"), folder.filePath("b.yaml"), folder.filePath("c.yaml")});
        const auto files = m_window->document().files();
        QCOMPARE(files.size(), 3U);
        press(Qt::Key_F, Qt::ControlModifier);
        type("needle");
        press(Qt::Key_F3);
        QVERIFY(m_window->text()->currentFile() == files[0].id); // round in the same file
        QTest::mouseClick(child<QToolButton>("findAllFiles"), Qt::LeftButton);
        press(Qt::Key_F3);
        QVERIFY(m_window->text()->currentFile() == files[2].id);
        QCOMPARE(chosen(), (TextRange{3, 9}));
        press(Qt::Key_F3);
        QCOMPARE(chosen(), (TextRange{10, 16}));
        press(Qt::Key_F3);
        QVERIFY(m_window->text()->currentFile() == files[0].id);
        press(Qt::Key_F3, Qt::ShiftModifier);
        QVERIFY(m_window->text()->currentFile() == files[2].id);
        QCOMPARE(chosen(), (TextRange{10, 16}));
        press(Qt::Key_H, Qt::ControlModifier);
        child<QLineEdit>("replaceText")->setFocus();
        type("pin");
        QTest::mouseClick(child<QPushButton>("replaceAll"), Qt::LeftButton);
        QCOMPARE(m_window->document().workspace().file(files[0].id).bytes(),
                 std::string("a: pin\n"));
        QCOMPARE(m_window->document().workspace().file(files[2].id).bytes(),
                 std::string("c: pin pin\n"));
        QCOMPARE(steps(), 1);
    }

    void goesToALine_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("offset"); // -1: told why not
        QTest::newRow("line") << "2" << 9;
        QTest::newRow("line and column") << "2:3" << 11;
        QTest::newRow("characters, not bytes") << "1:3" << 6;
        QTest::newRow("far right") << "2:99" << 13;
        QTest::newRow("too far down") << "9" << -1;
        QTest::newRow("none") << "0" << -1;
        QTest::newRow("words") << "end" << -1;
    }

    void goesToALine()
    {
        QFETCH(QString, typed);
        QFETCH(int, offset);
        start("é😀: \nb: 1\n");
        press(Qt::Key_G, Qt::ControlModifier);
        type(typed);
        press(Qt::Key_Return);
        QCOMPARE(child<QWidget>("goToBar")->isHidden(), offset >= 0);
        if (offset >= 0) {
            QCOMPARE(int(binding()->caretOffset()), offset);
            QVERIFY(editor()->hasFocus());
        } else {
            QVERIFY(!child<QLabel>("goToTold")->text().isEmpty());
            press(Qt::Key_Escape);
            QCOMPARE(int(binding()->caretOffset()), 0);
            QVERIFY(editor()->hasFocus());
        }
    }

    void commentsOut_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("one line") << QByteArray("a: 1\n  b: 2\n") << 8 << 8
                                  << QByteArray("a: 1\n  # b: 2\n");
        QTest::newRow("common indent") << QByteArray("a:\r\n  b:\n\n    c\r\n") << 6 << 16
                                       << QByteArray("a:\r\n  # b:\n\n  #   c\r\n");
        QTest::newRow("not the line behind")
            << QByteArray("a\nb\n") << 0 << 2 << QByteArray("# a\nb\n");
        QTest::newRow("back") << QByteArray("# a\n  #b\n\n") << 0 << 9 << QByteArray("a\n  b\n\n");
        QTest::newRow("some are") << QByteArray("# a\nb\n") << 0 << 5 << QByteArray("# # a\n# b\n");
        QTest::newRow("behind a mark") << QByteArray("\xEF\xBB\xBF"
                                                     "a\n")
                                       << 3 << 3
                                       << QByteArray("\xEF\xBB\xBF"
                                                     "# a\n");
    }

    void commentsOut()
    {
        QFETCH(QByteArray, before);
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(QByteArray, after);
        start(before.toStdString());
        editor()->setFocus();
        editor()->setTextCursor(binding()->cursorFor({std::size_t(begin), std::size_t(end)}));
        const QString chosenBefore = editor()->textCursor().selectedText();
        press(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(QByteArray::fromStdString(bytes()), after);
        QCOMPARE(steps(), 1);
        QVERIFY(binding()->isEqual());
        QCOMPARE(editor()->textCursor().hasSelection(), begin != end);
        if (before.at(0) == '#')
            return;
        press(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(QByteArray::fromStdString(bytes()), before);
        QCOMPARE(editor()->textCursor().selectedText(), chosenBefore);
    }

    void jsonHasNoComments()
    {
        start("{\"a\": 1}\n");
        editor()->setFocus();
        press(Qt::Key_Slash, Qt::ControlModifier);
        QCOMPARE(steps(), 0);
        QVERIFY(m_window->statusBar()->currentMessage().contains("JSON"));
    }

private:
    void start(const std::string &text)
    {
        m_window->document().startUntitled(QByteArray::fromStdString(text));
        editor()->moveCursor(QTextCursor::Start);
    }
    template <typename Widget>
    Widget *child(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString &text)
    {
        for (const QString &letter : letters(text))
            QTest::sendKeyEvent(QTest::Click, m_window->focusWidget(), Qt::Key_unknown, letter,
                                Qt::NoModifier);
        QCoreApplication::processEvents();
    }
    static QStringList letters(const QString &text)
    {
        QStringList result;
        for (const uint c : text.toUcs4())
            result.append(QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1));
        return result;
    }
    QString told() { return child<QLabel>("findTold")->text(); }
    TextRange chosen() { return m_window->text()->cursorPlace().range; }
    TextEditor *editor() { return m_window->text()->currentEditor(); }
    TextBinding *binding() { return m_window->text()->currentBinding(); }
    int steps() { return m_window->document().undoStack()->index(); }
    std::string bytes()
    {
        return m_window->document().workspace().file(m_window->text()->currentFile()).bytes();
    }

    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTextFind)
#include "tst_text_find.moc"
