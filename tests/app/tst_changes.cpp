#include "messages/change_words.h"
#include "messages/graph_words.h"
#include "model_lines.h"
#include "panels/changes_panel.h"
#include "panels/inspector_panel.h"
#include "panels/notice_bar.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window_user.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>

using namespace drawbridge;
using graph::Since;

/// "What Would Change": the open workspace against the saved files, on the canvas and as a list.
class ChangesTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init()
    {
        openWindowOnFile();
        canvas()->setFocus();
    }
    void cleanup() { closeWindow(); }

    void savedStateIsThatOfTheDisk();
    void nothingDiffersAtFirst();
    void removedAndAddedAreDrawn();
    void wallsThatGoAreListed();
    void linesLeadToCanvasAndText();
    void savingEmptiesTheList();
    void untitledComparesWithNothing();
    void leaving();
    void comparingChangesNoByte();
    void followsTypingAndUndo();
    void otherWorkspaceWhileComparing();

private:
    QByteArray bytes()
    {
        return QByteArray::fromStdString(
            document().workspace().file(document().workspace().files().front()).bytes());
    }
    void replace(const QByteArray &from, const QByteArray &to);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }
    void compare() { press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier); }
    ChangesPanel *panel() { return m_window->findChild<ChangesPanel *>(); }
    NoticeBar *bar() { return m_window->findChild<NoticeBar *>(); }
    QStringList lines();
    const graph::Arrow *shown(const std::string &source, const std::string &target);
};

/// As typing does, in one undo step.
void ChangesTest::replace(const QByteArray &from, const QByteArray &to)
{
    const auto at = bytes().indexOf(from);
    QVERIFY(at >= 0);
    Change change;
    const TextRange range{std::size_t(at), std::size_t(at + from.size())};
    change.patches.push_back({document().workspace().files().front(), {{range, to.toStdString()}}});
    change.label = QStringLiteral("Edit");
    document().push(std::move(change));
}

QStringList ChangesTest::lines()
{
    return linesOf(*panel()->model());
}

const graph::Arrow *ChangesTest::shown(const std::string &source, const std::string &target)
{
    const graph::Picture &picture = canvas()->picture();
    for (const graph::ArrowShape &shape : picture.arrows)
        if (titleOf(picture, shape.arrow.source).toStdString() == source &&
            titleOf(picture, shape.arrow.target).toStdString() == target)
            return &shape.arrow;
    return nullptr;
}

void ChangesTest::savedStateIsThatOfTheDisk()
{
    const graph::Graph saved = document().graph();
    replace("port: 8080", "port: 9090");
    QVERIFY(document().graph().arrows != saved.arrows);
    QCOMPARE(document().saved()->graph.arrows, saved.arrows);
    QCOMPARE(document().saved()->graph.nodes, saved.nodes);
    replace("kind: NetworkPolicy", "kind: [NetworkPolicy"); // one that cannot be read
    QCOMPARE(document().saved()->graph.arrows, saved.arrows);
    Change change;
    change.newFiles.push_back({m_folder->filePath(QStringLiteral("more.yaml")).toStdString(),
                               "kind: Namespace\napiVersion: v1\nmetadata: {name: more}\n"});
    document().push(std::move(change));
    QVERIFY(document().graph().frame("frame:more"));
    QVERIFY(!document().saved()->graph.frame("frame:more"));
    for (const FileInfo &file : document().files())
        QVERIFY(!document().save(file.id));
    QVERIFY(document().saved()->graph.frame("frame:more"));
    QCOMPARE(document().saved()->graph.nodes, document().graph().nodes);
}

void ChangesTest::nothingDiffersAtFirst()
{
    QVERIFY(!bar()->isVisible());
    compare();
    QVERIFY(bar()->isVisible());
    QVERIFY(panel()->isVisible());
    QCOMPARE(lines(), QStringList());
    QVERIFY(bar()->accessibleDescription().startsWith(QStringLiteral("Nothing would change")));
    QCOMPARE(canvas()->picture().arrows, document().picture().arrows);
}

void ChangesTest::removedAndAddedAreDrawn()
{
    compare();
    // The API is reached by the gateway now, not by the frontend; and the database on another port.
    replace(
        "              app: frontend\n      ports:\n        - protocol: TCP\n          port: 8080",
        "              app: gateway\n      ports:\n        - protocol: TCP\n          port: 8080");
    replace("port: 5432", "port: 5433");
    QTRY_COMPARE(panel()->model()->rowCount(), 3);
    QCOMPARE(lines(), QStringList({QStringLiteral("changed | api → database | TCP 5432 | TCP 5433"),
                                   QStringLiteral("removed | frontend → api | TCP 8080 | nothing"),
                                   QStringLiteral("added | gateway → api | nothing | TCP 8080")}));
    QCOMPARE(bar()->accessibleDescription(),
             QStringLiteral("1 connection added, 1 removed, 1 changed; no service opened."));
    auto *tabs = m_window->findChild<QTabWidget *>();
    bool hasTab = false;
    for (const auto *each : m_window->findChildren<QTabWidget *>())
        for (int i = 0; i < each->count(); ++i)
            hasTab |= each->tabText(i) == QStringLiteral("Changes 3");
    QVERIFY(tabs && hasTab);
    const graph::Arrow *removed = shown("frontend", "api");
    QVERIFY(removed && removed->since == Since::Removed);
    QCOMPARE(pillText(*removed), QStringLiteral("TCP 8080 · removed"));
    const graph::Arrow *added = shown("gateway", "api");
    QVERIFY(added && added->since == Since::Added);
    QCOMPARE(pillText(*added), QStringLiteral("TCP 8080 · added"));
    const graph::Arrow *changed = shown("api", "database");
    QVERIFY(changed && changed->since == Since::Changed);
    QCOMPARE(pillText(*changed), QStringLiteral("TCP 5433 · was TCP 5432"));
    QAccessibleInterface *view = QAccessible::queryAccessibleInterface(canvas());
    QStringList told;
    for (int i = 0; i < view->childCount(); ++i)
        told += view->child(i)->text(QAccessible::Description);
    QVERIFY(told.contains(QStringLiteral("Removed. Allowed before: TCP 8080")));
    QVERIFY(told.contains(QStringLiteral("Allowed: TCP 8080; added")));
    QVERIFY(told.contains(QStringLiteral("Allowed: TCP 5433; was TCP 5432")));
    QVERIFY(!document().graph().arrow(removed->key)); // only the look holds it
}

void ChangesTest::wallsThatGoAreListed()
{
    replace("  podSelector: {}\n", "  podSelector: {matchLabels: {app: nobody}}\n");
    replace("  podSelector:\n    matchLabels:\n      app: database\n",
            "  podSelector:\n    matchLabels:\n      app: other\n");
    compare();
    const QString all = lines().join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("changed | namespace shop | default deny: ingress | all "
                                         "isolated")),
             qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("removed | service database | ingress isolated, egress "
                                         "open | –")),
             qPrintable(all));
}

void ChangesTest::linesLeadToCanvasAndText()
{
    replace("port: 5432", "port: 5433");
    compare();
    QCOMPARE(panel()->model()->rowCount(), 1);
    panel()->setFocus();
    QTest::keyClick(panel(), Qt::Key_Home);
    QTest::keyClick(panel(), Qt::Key_Return);
    const graph::Arrow *arrow = shown("api", "database");
    QVERIFY(arrow);
    QCOMPARE(canvas()->selection(), std::set{arrow->key});
    const std::size_t rule =
        std::size_t(bytes().indexOf("    - from:", bytes().indexOf("name: database")));
    const Place caret = m_window->text()->cursorPlace();
    QVERIFY(caret.range.begin >= rule && caret.range.begin < rule + 40);
    // Of one that is gone: it is shown on the canvas, the text stays where it is.
    replace("port: 5433", "port: 5432");
    replace("              app: api\n", "              app: frontend\n");
    QTRY_COMPARE(panel()->model()->rowCount(), 2);
    panel()->setCurrentIndex(panel()->model()->index(0, 0));
    QTest::keyClick(panel(), Qt::Key_Return);
    arrow = shown("api", "database");
    QVERIFY(arrow && arrow->since == Since::Removed);
    QCOMPARE(canvas()->selection(), std::set{arrow->key});
    QStringList told;
    for (const QLabel *label : m_window->inspector()->findChildren<QLabel *>())
        told += label->text();
    QVERIFY(told.contains(QStringLiteral("api → database")));
    QVERIFY(told.join(QString()).contains(QStringLiteral("Removed. Allowed before: TCP 5432")));
    // What is gone cannot be edited.
    const QByteArray before = bytes();
    const int steps = document().undoStack()->index();
    canvas()->setFocus();
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(bytes(), before);
    QCOMPARE(document().undoStack()->index(), steps);
}

void ChangesTest::savingEmptiesTheList()
{
    replace("port: 5432", "port: 5433");
    compare();
    QCOMPARE(panel()->model()->rowCount(), 1);
    press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(panel()->model()->rowCount(), 0);
    QCOMPARE(shown("api", "database")->since, Since::Same);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes());
}

void ChangesTest::untitledComparesWithNothing()
{
    m_window->openExample();
    compare();
    QVERIFY(document().saved()->graph.nodes.empty());
    const QString all = lines().join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("added | namespace shop | – | default deny: ingress")),
             qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("added | api → database | nothing | TCP 5432")),
             qPrintable(all));
    QVERIFY2(bar()->accessibleDescription().endsWith(QStringLiteral("no service opened.")),
             qPrintable(bar()->accessibleDescription()));
}

void ChangesTest::leaving()
{
    replace("port: 5432", "port: 5433");
    compare();
    QCOMPARE(shown("api", "database")->since, Since::Changed);
    QTest::mouseClick(bar()->findChild<QPushButton *>(), Qt::LeftButton);
    QVERIFY(!bar()->isVisible());
    QCOMPARE(shown("api", "database")->since, Since::Same);
    QCOMPARE(canvas()->picture().arrows, document().picture().arrows);
    compare();
    QVERIFY(bar()->isVisible());
    compare();
    QVERIFY(!bar()->isVisible());
}

void ChangesTest::comparingChangesNoByte()
{
    replace("port: 5432", "port: 5433");
    const QByteArray before = bytes();
    const SideState side = document().side();
    compare();
    compare();
    QCOMPARE(bytes(), before);
    QCOMPARE(document().side(), side);
    QCOMPARE(document().undoStack()->count(), 1);
}

void ChangesTest::followsTypingAndUndo()
{
    compare();
    TextEditor *editor = m_window->text()->currentEditor();
    editor->setFocus();
    editor->moveCursor(QTextCursor::Start);
    QVERIFY(editor->find(QStringLiteral("5432")));
    QTest::keyClicks(editor, QStringLiteral("5434"));
    QTRY_COMPARE(lines(),
                 QStringList(QStringLiteral("changed | api → database | TCP 5432 | TCP 5434")));
    for (int i = 0; i < 4 && document().isModified(); ++i)
        QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!document().isModified());
    QTRY_COMPARE(lines(), QStringList());
}

void ChangesTest::otherWorkspaceWhileComparing()
{
    compare();
    replace("              app: api\n", "              app: frontend\n");
    QTRY_COMPARE(panel()->model()->rowCount(), 2);
    document().undoStack()->undo();
    m_window->startNew();
    QVERIFY(!bar()->isVisible());
    QVERIFY(lines().isEmpty());
    QVERIFY(canvas()->picture().arrows == document().picture().arrows);
    QTest::qWait(200); // nor does it come back
    QVERIFY(!bar()->isVisible());
    compare();
    QTRY_COMPARE(lines(),
                 QStringList(QStringLiteral("added | namespace shop | – | default deny: ingress")));
}

QTEST_MAIN(ChangesTest)
#include "tst_changes.moc"
