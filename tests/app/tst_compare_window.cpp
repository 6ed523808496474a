#include "compare_fixture.h"
#include "messages/graph_words.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>

using namespace drawbridge;
using graph::Since;

/// "Compare With...": the open workspace beside a revision, a file or a folder.
class CompareWindowTest : public CompareFixture
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        prepare();
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    }
    void init() { openVersions(); }
    void cleanup() { closeVersions(); }

    void revisionByKeysAlone();
    void revisionFromTheList();
    void goneServicesAreDrawn();
    void followsTypingAndUndo();
    void stops();
    void filesAndFolders();
    void swapped();
    void problemsOfTheOtherVersionAreTold();
    void diskIsTheFirstChoice();
    void otherWorkspaceEndsIt();
    void exportShowsIt();

private:
    void trigger(const char *words);
    /// How the connection is drawn: "" where it is not.
    QString shown(const std::string &source, const std::string &target);
    Since sinceOf(const std::string &title);
};

/// Runs the command whose menu text begins with these words.
void CompareWindowTest::trigger(const char *words)
{
    for (QAction *action : m_window->findChildren<QAction *>())
        if (QString(action->text()).remove('&').startsWith(QString::fromUtf8(words)))
            return action->trigger();
    QFAIL(words);
}

QString CompareWindowTest::shown(const std::string &source, const std::string &target)
{
    const graph::Picture &picture = canvas()->picture();
    for (const graph::ArrowShape &shape : picture.arrows)
        if (titleOf(picture, shape.arrow.source).toStdString() == source &&
            titleOf(picture, shape.arrow.target).toStdString() == target)
            return pillText(shape.arrow);
    return {};
}

Since CompareWindowTest::sinceOf(const std::string &title)
{
    for (const graph::NodeShape &shape : canvas()->picture().nodes)
        if (shape.node.title == title)
            return shape.node.since;
    return Since::Same;
}

void CompareWindowTest::revisionByKeysAlone()
{
    const QStringList before = m_repository->state();
    compareWith("v1");
    QVERIFY(bar()->isVisible());
    QCOMPARE(bar()->accessibleName(), QStringLiteral("From v1 to the open files"));
    QVERIFY2(bar()->accessibleDescription().startsWith("1 connection added, 1 removed, 1 changed"),
             qPrintable(bar()->accessibleDescription()));
    QStringList sorted = lines();
    QStringList expected = kSinceV1;
    sorted.sort();
    expected.sort();
    QCOMPARE(sorted, expected);
    QCOMPARE(panel()->header()->model()->headerData(2, Qt::Horizontal).toString(),
             QStringLiteral("v1"));
    QCOMPARE(panel()->header()->model()->headerData(3, Qt::Horizontal).toString(),
             QStringLiteral("Open files"));
    QTRY_VERIFY(panel()->hasFocus());
    QCOMPARE(document().undoStack()->count(), 0);
    QVERIFY(!document().isModified());
    QCOMPARE(m_repository->state(), before);
}

void CompareWindowTest::revisionFromTheList()
{
    compare([](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_R);
        QCOMPARE(dialog->revisionEdit()->text(), QStringLiteral("HEAD"));
        QTRY_COMPARE(dialog->names()->topLevelItemCount(), 4); // two commits, main, v1
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(dialog->revisionEdit()->hasFocus());
        QTest::keyClick(dialog->revisionEdit(), Qt::Key_Tab);
        QVERIFY(dialog->names()->hasFocus());
        QTest::keyClick(dialog->names(), Qt::Key_End);
        QTRY_COMPARE(dialog->revisionEdit()->text(), dialog->names()->topLevelItem(3)->text(0));
        for (int row = 0; row < 4; ++row)
            if (dialog->names()->topLevelItem(row)->text(0) == "v1")
                dialog->names()->setCurrentItem(dialog->names()->topLevelItem(row));
        QCOMPARE(dialog->revisionEdit()->text(), QStringLiteral("v1"));
        QTest::keyClick(dialog->names(), Qt::Key_Return);
    });
    QCOMPARE(lines().size(), kSinceV1.size());
}

void CompareWindowTest::goneServicesAreDrawn()
{
    const graph::Placement places = document().placement();
    compareWith("v1");
    QCOMPARE(sinceOf("cache"), Since::Removed);
    QCOMPARE(sinceOf("database"), Since::Added);
    QCOMPARE(sinceOf("api"), Since::Same);
    QCOMPARE(shown("api", "cache"), QStringLiteral("TCP 6379 · removed"));
    QCOMPARE(shown("api", "database"), QStringLiteral("TCP 5432 · added"));
    QCOMPARE(shown("frontend", "api"), QStringLiteral("TCP 9090 · was TCP 8080"));
    QVERIFY(key("cache").empty()); // only the look holds it
    QCOMPARE(document().placement(), places);
    // It cannot be changed.
    for (const graph::NodeShape &shape : canvas()->picture().nodes)
        if (shape.node.title == "cache")
            canvas()->setSelection({shape.node.key});
    press(Qt::Key_Delete);
    QCOMPARE(document().undoStack()->count(), 0);
}

void CompareWindowTest::followsTypingAndUndo()
{
    compareWith("HEAD");
    QCOMPARE(lines(), QStringList());
    QVERIFY(bar()->accessibleDescription().startsWith("No difference"));
    for (const FileInfo &file : document().files())
        if (file.name == "api.yaml")
            m_window->text()->show(file.id, {});
    TextEditor *editor = m_window->text()->currentEditor();
    editor->setFocus();
    editor->moveCursor(QTextCursor::Start);
    QVERIFY(editor->find(QStringLiteral("9090")));
    QTest::keyClicks(editor, QStringLiteral("7070"));
    QTRY_VERIFY(lines().contains("changed | frontend → api | TCP 9090 | TCP 7070"));
    QTRY_COMPARE(shown("frontend", "api"), QStringLiteral("TCP 7070 · was TCP 9090"));
    for (int i = 0; i < 4 && document().isModified(); ++i)
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(lines(), QStringList());
    // Saving what is compared with a revision leaves that revision what it is.
    editor->moveCursor(QTextCursor::Start);
    QVERIFY(editor->find(QStringLiteral("9090")));
    QTest::keyClicks(editor, QStringLiteral("7070"));
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!document().isModified());
    QTRY_COMPARE(lines().size(), 2);
}

void CompareWindowTest::stops()
{
    compareWith("v1");
    auto *leave = bar()->findChild<QPushButton *>();
    leave->setFocus();
    QTest::keyClick(leave, Qt::Key_Space);
    QVERIFY(!bar()->isVisible());
    QCOMPARE(canvas()->picture().arrows, document().picture().arrows);
    QCOMPARE(lines(), QStringList());
    // By the command, and by the way from panel to panel.
    compareWith("v1");
    bool isReached = false;
    for (int step = 0; step < 9 && !isReached; ++step) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        isReached = bar()->isAncestorOf(QApplication::focusWidget());
    }
    QVERIFY(isReached);
    trigger("Stop Comparing");
    QVERIFY(!bar()->isVisible());
    QVERIFY(canvas()->hasFocus());
    // From a revision to what is saved, and out of it.
    compareWith("v1");
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(bar()->accessibleName(), QStringLiteral("What would change"));
    QCOMPARE(lines(), QStringList());
    compareWith("v1");
    QCOMPARE(lines().size(), kSinceV1.size());
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!bar()->isVisible());
}

void CompareWindowTest::filesAndFolders()
{
    m_repository->git({"worktree", "add", "-q", "old", "v1"});
    const QByteArray folder = m_repository->path("old/k8s").toUtf8();
    compare([&folder](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_F);
        QVERIFY(dialog->pathEdit()->isEnabled());
        retype(dialog->pathEdit(), "/nowhere.yaml");
        QTest::keyClick(dialog->pathEdit(), Qt::Key_Return);
        QTRY_VERIFY(
            dialog->problem()->text().startsWith("There is no file or folder /nowhere.yaml"));
        retype(dialog->pathEdit(), folder.constData());
        QTest::keyClick(dialog->pathEdit(), Qt::Key_Return);
    });
    QCOMPARE(bar()->accessibleName(), QStringLiteral("From k8s to the open files"));
    QCOMPARE(lines().size(), kSinceV1.size());
}

void CompareWindowTest::swapped()
{
    compare([](CompareDialog *dialog) {
        pressLetter(dialog, Qt::Key_R);
        retype(dialog->revisionEdit(), "v1");
        pressLetter(dialog, Qt::Key_L);
        QVERIFY(dialog->swapBox()->isChecked());
        QTest::keyClick(dialog->swapBox(), Qt::Key_Return);
    });
    QCOMPARE(bar()->accessibleName(), QStringLiteral("From the open files to v1"));
    QVERIFY(lines().contains("changed | frontend → api | TCP 9090 | TCP 8080"));
    QVERIFY(lines().contains("added | NetworkPolicy shop/cache | – | 1 rule"));
    QCOMPARE(sinceOf("cache"), Since::Added);
    QCOMPARE(sinceOf("database"), Since::Removed);
    QCOMPARE(shown("frontend", "api"), QStringLiteral("TCP 8080 · was TCP 9090"));
    // What is open stays where it is and can be changed.
    for (const graph::NodeShape &shape : document().picture().nodes) {
        const graph::NodeShape *there = canvas()->picture().node(shape.node.key);
        QVERIFY(there);
        QCOMPARE(there->rect, shape.rect);
    }
    trigger("Swap Old and New");
    QCOMPARE(bar()->accessibleName(), QStringLiteral("From v1 to the open files"));
    QCOMPARE(sinceOf("cache"), Since::Removed);
    QCOMPARE(shown("frontend", "api"), QStringLiteral("TCP 9090 · was TCP 8080"));
}

void CompareWindowTest::problemsOfTheOtherVersionAreTold()
{
    m_repository->write("k8s/broken.yaml", "kind: NetworkPolicy\nspec: [\n");
    m_repository->commit("broken");
    m_repository->remove("k8s/broken.yaml");
    compareWith("HEAD");
    QVERIFY2(bar()->accessibleDescription().contains("in HEAD: see the list"),
             qPrintable(bar()->accessibleDescription()));
    const QString all = lines().join('\n');
    QVERIFY2(all.startsWith("error | HEAD:k8s/broken.yaml:"), qPrintable(all));
    // The line leads nowhere, and does no harm.
    panel()->setFocus();
    QTest::keyClick(panel(), Qt::Key_Home);
    QTest::keyClick(panel(), Qt::Key_Return);
    QCOMPARE(document().undoStack()->count(), 0);
}

void CompareWindowTest::diskIsTheFirstChoice()
{
    compare([](CompareDialog *dialog) {
        QVERIFY(dialog->diskButton()->isChecked());
        QVERIFY(dialog->diskButton()->hasFocus());
        QTest::keyClick(dialog->diskButton(), Qt::Key_Return);
    });
    QCOMPARE(bar()->accessibleName(), QStringLiteral("What would change"));
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!bar()->isVisible());
}

void CompareWindowTest::otherWorkspaceEndsIt()
{
    compareWith("v1");
    m_window->startNew();
    QVERIFY(!bar()->isVisible());
    QCOMPARE(canvas()->picture().arrows.size(), 0u);
}

void CompareWindowTest::exportShowsIt()
{
    compareWith("v1");
    const QString path = m_repository->path("out.svg");
    const auto exported = [&](bool isCompared) {
        answer<ExportDialog>([&, isCompared](ExportDialog *dialog) {
            const auto boxes = dialog->findChildren<QCheckBox *>();
            QCOMPARE(boxes.size(), 2);
            QVERIFY(boxes[1]->isVisible() && boxes[1]->isChecked());
            QVERIFY(dialog->findChild<QLineEdit *>()->text().contains("From v1 to the open files"));
            if (!isCompared)
                pressLetter(dialog, Qt::Key_D);
            answer<QFileDialog>([&](QFileDialog *files) {
                auto *name = files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
                name->setText(path);
                QTest::keyClick(name, Qt::Key_Return);
            });
            dialog->accept();
        });
        press(Qt::Key_E, Qt::ControlModifier);
        QFile file(path);
        const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        file.close();
        QFile::remove(path);
        return bytes;
    };
    const QByteArray compared = exported(true);
    for (const char *words : {"cache", "was TCP 8080", "From v1 to the open files",
                              "removed: only the older version has it"})
        QVERIFY2(compared.contains(words), words);
    const QByteArray plain = exported(false);
    QVERIFY(plain.contains("database"));
    for (const char *words : {"cache", "was TCP 8080", "From v1"})
        QVERIFY2(!plain.contains(words), words);
    QVERIFY(!document().isModified());
}

QTEST_MAIN(CompareWindowTest)
#include "tst_compare_window.moc"
