#include "document/document.h"
#include "text/file_list.h"
#include "text/folding.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "tst_look_checks.h"
#include "window/main_window.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace drawbridge;

/// The text side as people see it: nothing is cut, covered or too pale, in light and dark.
class TestTextLook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
    }

    void cleanup() { m_window.reset(); }
    void cleanupTestCase() { QSettings().clear(); }

    void bars_data() { themes(); }
    void bars()
    {
        QFETCH(QString, theme);
        open(theme);
        press(Qt::Key_H, Qt::ControlModifier);
        QTest::keyClicks(m_window->focusWidget(), "app");
        look(m_window.get(), "find_" + theme);
        QTest::mouseClick(m_window->findChild<QToolButton *>("findPattern"), Qt::LeftButton);
        m_window->findChild<QLineEdit *>("findText")->setText("(app");
        look(m_window.get(), "wrong_pattern_" + theme);
        press(Qt::Key_Escape);
        press(Qt::Key_G, Qt::ControlModifier);
        look(m_window.get(), "go_to_" + theme);
    }

    void folds_data() { themes(); }
    void folds()
    {
        QFETCH(QString, theme);
        open(theme);
        m_window->text()->currentEditor()->folding()->foldAll();
        look(m_window.get(), "folds_" + theme);
    }

    void lists_data() { themes(); }
    void lists()
    {
        QFETCH(QString, theme);
        open(theme);
        m_window->text()->listFiles();
        auto *files = m_window->findChild<FileList *>("fileList");
        QVERIFY(files->isVisible());
        look(files, "files_" + theme);
        files->hide();
        TextEditor *editor = m_window->text()->currentEditor();
        editor->setFocus();
        editor->moveCursor(QTextCursor::End);
        QTest::keyClicks(editor, "  ");
        press(Qt::Key_Space, Qt::ControlModifier);
        auto *completions = editor->findChild<QListWidget *>("completions");
        QVERIFY(completions->isVisible());
        look(completions, "completions_" + theme);
    }

private:
    static void themes()
    {
        QTest::addColumn<QString>("theme");
        QTest::newRow("light") << "light";
        QTest::newRow("dark") << "dark";
    }

    void open(const QString &theme)
    {
        QSettings().setValue(QStringLiteral("theme"), theme);
        m_folder = std::make_unique<QTemporaryDir>();
        QStringList paths;
        for (int i = 0; i < 3; ++i) {
            QFile file(m_folder->filePath(QStringLiteral("p%1.yaml").arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n"
                       "  name: app\n---\napiVersion: networking.k8s.io/v1\n"
                       "kind: NetworkPolicy\nmetadata:\n  name: b\nspec:\n"
                       "  podSelector:\n    matchLabels: {app: x}\n  foo: 1\n");
            paths.append(file.fileName());
        }
        m_window = std::make_unique<MainWindow>();
        m_window->resize(1440, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->openPaths(paths);
        QTRY_VERIFY(!m_window->text()->currentEditor()->marks().empty()); // lint comes later
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
    }

    void look(QWidget *widget, const QString &name)
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
        test::Looker looker(widget);
        looker.look();
        if (const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS"); !folder.isEmpty()) {
            QDir().mkpath(folder);
            looker.picture().save(QStringLiteral("%1/text_%2.png").arg(folder, name));
        }
        QVERIFY2(looker.faults().isEmpty(), qPrintable(looker.faults().join('\n')));
        QVERIFY(looker.texts() > 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestTextLook)
#include "tst_text_look.moc"
