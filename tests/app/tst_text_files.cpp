#include "document/document.h"
#include "text/file_list.h"
#include "text/file_list_model.h"
#include "text/text_binding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/main_window.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace drawbridge;

/// Many files: tabs on demand, and the list of them all.
class TestTextFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void fewFilesHaveATabEach()
    {
        open(5);
        QCOMPARE(tabs()->count(), 5);
        QVERIFY(child<QToolButton>("filesButton")->isVisible());
        m_window->document().startUntitled("a: 1\n");
        QCOMPARE(tabs()->count(), 1);
        QVERIFY(!child<QToolButton>("filesButton")->isVisible());
        QVERIFY(!tabs()->tabButton(0, QTabBar::RightSide)); // the last tab stays
    }

    void manyFilesHaveTabsOnDemand()
    {
        open(40);
        QCOMPARE(tabs()->count(), 1);
        const FileId far = files().at(30).id;
        m_window->text()->show(far, {0, 0}); // a jump
        QCOMPARE(tabs()->count(), 2);
        QVERIFY(m_window->text()->currentFile() == far);
        m_window->text()->showFile(files().at(20).id);
        QCOMPARE(tabs()->count(), 3);
        QCOMPARE(tabs()->currentIndex(), 1); // in the order of the list
        QCOMPARE(tabs()->tabText(1), QStringLiteral("p20.yaml"));
        QCOMPARE(m_window->text()->findChildren<TextEditor *>().size(), 3);
    }

    void choosesByKeys()
    {
        open(40);
        press(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(list()->isVisible());
        QCOMPARE(view()->model()->rowCount(), 40);
        QTest::keyClicks(filter(), "P3");
        QCOMPARE(view()->model()->rowCount(), 10); // p30 to p39
        QTest::keyClick(filter(), Qt::Key_Down);
        QTest::keyClick(filter(), Qt::Key_Return);
        QVERIFY(!list()->isVisible());
        QVERIFY(m_window->text()->currentFile() == files().at(31).id);
        QVERIFY(m_window->text()->currentEditor()->hasFocus());
        press(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(view()->currentIndex().row(), 31);
        QTest::keyClick(filter(), Qt::Key_Escape);
        QVERIFY(!list()->isVisible());
        QCOMPARE(tabs()->count(), 2);
    }

    void choosesByMouse()
    {
        open(40);
        QTest::mouseClick(child<QToolButton>("filesButton"), Qt::LeftButton);
        QVERIFY(list()->isVisible());
        const QAbstractItemModelTester tester(
            view()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QRect row = view()->visualRect(view()->model()->index(3, 0));
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, row.center());
        QVERIFY(m_window->text()->currentFile() == files().at(3).id);
    }

    void countsProblemsInWords()
    {
        write("a.yaml",
              policy("a").replace("podSelector: {}", "podSelector: {}\n  foo: 1\n  bar: 2"));
        write("b.yaml", policy("b"));
        m_window->openPaths({m_folder->path()});
        QTRY_VERIFY(!m_window->text()->currentEditor()->marks().empty());
        press(Qt::Key_F, Qt::ControlModifier | Qt::AltModifier);
        QCOMPARE(view()->model()->index(0, 2).data().toString(),
                 countText({countOf(Severity::Error, 0), countOf(Severity::Warning, 0)}));
        QVERIFY(!view()->model()->index(0, 2).data().toString().isEmpty());
        QVERIFY(countText({2, 0}).startsWith("2 error"));
        QVERIFY(countText({1, 3}).contains(", 3 warning"));
        QCOMPARE(countText({}), QString());
    }

    void closedTabsKeepTheirFile()
    {
        open(3);
        QTest::keyClicks(m_window->text()->currentEditor(), "# ");
        const FileId first = m_window->text()->currentFile();
        press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs()->count(), 2);
        QVERIFY(m_window->text()->currentFile() == files().at(1).id);
        QCOMPARE(files().size(), 3U);
        QVERIFY(m_window->document().file(first).isModified);
        m_window->document().undoStack()->undo(); // of a file without a tab
        QVERIFY(!m_window->document().file(first).isModified);
        m_window->document().undoStack()->redo();
        m_window->text()->showFile(first);
        QVERIFY(m_window->text()->currentBinding()->isEqual());
        auto *button = tabs()->tabButton(1, QTabBar::RightSide);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(tabs()->count(), 2);
        press(Qt::Key_W, Qt::ControlModifier);
        press(Qt::Key_W, Qt::ControlModifier);
        QCOMPARE(tabs()->count(), 1);
        QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    }

private:
    static QByteArray policy(const QByteArray &name)
    {
        return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
               "\nspec:\n  podSelector: {}\n";
    }
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    void open(int count)
    {
        for (int i = 0; i < count; ++i) {
            const QString name = QStringLiteral("p%1").arg(i, 2, 10, QChar(u'0'));
            write(name + ".yaml", policy(name.toUtf8()));
        }
        m_window->openPaths({m_folder->path()});
        QCOMPARE(int(files().size()), count);
    }
    int countOf(Severity severity, int file)
    {
        int count = 0;
        for (const Diagnostic &diagnostic : m_window->document().diagnostics())
            count += diagnostic.severity == severity &&
                     diagnostic.place.file == files().at(std::size_t(file)).id;
        return count;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key,
                        modifiers);
    }
    template <typename Widget>
    Widget *child(const QString &name)
    {
        return m_window->findChild<Widget *>(name);
    }
    std::vector<FileInfo> files() { return m_window->document().files(); }
    QTabBar *tabs() { return child<QTabBar>("textTabs"); }
    FileList *list() { return child<FileList>("fileList"); }
    QLineEdit *filter() { return child<QLineEdit>("fileFilter"); }
    QTreeView *view() { return list()->findChild<QTreeView *>(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTextFiles)
#include "tst_text_files.moc"
