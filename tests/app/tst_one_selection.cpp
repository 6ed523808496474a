#include "window_user.h"

#include "panels/connections_panel.h"
#include "panels/services_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"

#include <QHeaderView>

using namespace drawbridge;

/// Lists and canvas select the same, however it was chosen, and nothing outlives its workspace.
class OneSelectionTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init() { openWindowOnFile(); }
    void cleanup() { closeWindow(); }

    void theListFollowsTheCanvas();
    void theCanvasFollowsTheList();
    void goingToTheListSelectsNothing();
    void whatIsFoldedIsSelectedInTheList();
    void connectionsAreSelectedAlike();
    void anotherWorkspaceHasNoSelection();
    void nothingStaysPointedAt();
    void nothingIsSelectedForWhatIsRemoved();
    void aWorkloadIsSelectedByAnyLineOfIt();

private:
    ServicesPanel *list() { return m_window->services(); }
    ConnectionsPanel *connections() { return m_window->findChild<ConnectionsPanel *>(); }
    std::set<graph::Key> selection() { return canvas()->selection(); }
};

void OneSelectionTest::theListFollowsTheCanvas()
{
    click("api");
    QCOMPARE(list()->selectedKey(), key("api"));
    QTest::keyClick(canvas(), Qt::Key_Tab);
    QCOMPARE(list()->selectedKey(), key("api")); // the focus is not the selection
    QTest::mouseClick(canvas(), Qt::LeftButton, Qt::ShiftModifier, center("database"));
    QCOMPARE(selection().size(), std::size_t(2));
    QCOMPARE(list()->selectedKey(), graph::Key());
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, QPoint(3, canvas()->height() - 3));
    QVERIFY(selection().empty());
    QCOMPARE(list()->selectedKey(), graph::Key());
}

void OneSelectionTest::theCanvasFollowsTheList()
{
    click("api");
    canvas()->setZoom(2.5);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(list()->hasFocus());
    for (int i = 0; i < 9 && list()->selectedKey() != key("database"); ++i) {
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(selection(), std::set{list()->selectedKey()});
    }
    QCOMPARE(selection(), std::set{key("database")});
    QVERIFY(canvas()->rect().contains(canvas()->rectOf(key("database"))));
    QCOMPARE(canvas()->subject(), key("database"));
    QTest::keyClick(list(), Qt::Key_Up);
    QCOMPARE(selection(), std::set{list()->selectedKey()});
    QVERIFY(list()->hasFocus());
}

void OneSelectionTest::goingToTheListSelectsNothing()
{
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(list()->currentIndex().isValid()); // so that the focus is seen
    QVERIFY(selection().empty());
    QCOMPARE(list()->selectedKey(), graph::Key());
    click("api");
    QTest::mouseClick(canvas(), Qt::LeftButton, Qt::ShiftModifier, center("database"));
    const auto both = selection();
    press(Qt::Key_1, Qt::ControlModifier);
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(selection(), both);
}

void OneSelectionTest::whatIsFoldedIsSelectedInTheList()
{
    const graph::Key frame = document().graph().node(key("api"))->frame;
    emit canvas()->frameToggleRequested(frame);
    const int before = undoCount();
    press(Qt::Key_1, Qt::ControlModifier);
    for (int i = 0; i < 9 && list()->selectedKey() != key("database"); ++i)
        QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(list()->selectedKey(), key("database"));
    QVERIFY(selection().empty());
    QCOMPARE(undoCount(), before); // going through a list opens nothing
    emit canvas()->frameToggleRequested(frame);
    QCOMPARE(selection(), std::set{key("database")});
    QCOMPARE(list()->selectedKey(), key("database"));
}

void OneSelectionTest::connectionsAreSelectedAlike()
{
    canvas()->setSelection({arrow("frontend", "api")});
    QCOMPARE(connections()->selectedKey(), arrow("frontend", "api"));
    press(Qt::Key_5, Qt::ControlModifier);
    QTest::keyClick(connections(), Qt::Key_Down);
    QTest::keyClick(connections(), Qt::Key_Up);
    QTest::keyClick(connections(), Qt::Key_Up);
    QVERIFY(!connections()->selectedKey().empty());
    QCOMPARE(selection(), std::set{connections()->selectedKey()});
    click("api");
    QCOMPARE(connections()->selectedKey(), graph::Key());
    QCOMPARE(list()->selectedKey(), key("api"));
}

void OneSelectionTest::anotherWorkspaceHasNoSelection()
{
    click("api");
    m_window->openPaths({path()});
    QVERIFY(selection().empty());
    QVERIFY(canvas()->current().empty());
    QCOMPARE(list()->selectedKey(), graph::Key());
}

/// A hovered service shows its arrows thick. In another workspace it may have the same key.
void OneSelectionTest::nothingStaysPointedAt()
{
    const auto shot = [this] {
        canvas()->finishRendering();
        return canvas()->grab().toImage();
    };
    m_window->openPaths({path()});
    const QImage fresh = shot();
    QTest::mouseMove(canvas(), center("api"));
    QVERIFY(shot() != fresh);
    m_window->openPaths({path()});
    QVERIFY(shot() == fresh);
}

/// Callers of one service each; so many arrows that removing one composes no picture anew.
std::string manyArrows()
{
    std::string text;
    for (int i = 0; i < 26; ++i)
        text += "apiVersion: v1\nkind: Pod\nmetadata: {name: s" + std::to_string(i) +
                ", namespace: shop, labels: {app: s" + std::to_string(i) +
                "}}\nspec: {containers: [{name: c, image: i}]}\n---\n";
    for (int i = 0; i < 26; ++i) {
        text += "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p" +
                std::to_string(i) +
                ", namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: s" +
                std::to_string(i) + "}}\n  ingress:\n";
        for (int j = 0; j < 26; ++j)
            if (j != i)
                text += "  - from: [{podSelector: {matchLabels: {app: s" + std::to_string(j) +
                        "}}}]\n    ports: [{port: 80}]\n";
        text += "---\n";
    }
    return text;
}

void OneSelectionTest::nothingIsSelectedForWhatIsRemoved()
{
    document().startUntitled(QByteArray::fromStdString(manyArrows()));
    const std::size_t arrows = document().graph().arrows.size();
    QVERIFY(arrows > 601);
    const std::string before = bytes();
    canvas()->setSelection({arrow("s3", "s7")});
    QCOMPARE(connections()->selectedKey(), arrow("s3", "s7"));
    bool isRefreshed = false;
    const auto look = connect(&document(), &Document::pictureChanged, this,
                              [&] { isRefreshed |= document().refreshed() != nullptr; });
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QVERIFY(isRefreshed);
    QCOMPARE(document().graph().arrows.size(), arrows - 1);
    QVERIFY(selection().empty());
    QCOMPARE(connections()->selectedKey(), graph::Key());
    const int undo = undoCount();
    const std::string after = bytes();
    QTest::keyClick(canvas(), Qt::Key_Delete);
    QVERIFY(bytes() == after);
    QCOMPARE(undoCount(), undo);
    document().undoStack()->undo();
    QVERIFY(bytes() == before);
    QCOMPARE(document().graph().arrows.size(), arrows);
    disconnect(look);
}

void OneSelectionTest::aWorkloadIsSelectedByAnyLineOfIt()
{
    document().startUntitled("apiVersion: apps/v1\nkind: Deployment\n"
                             "metadata: {name: web, namespace: shop}\n"
                             "spec:\n  replicas: 3\n  template:\n"
                             "    metadata: {labels: {app: web}}\n"
                             "    spec: {containers: [{name: c}]}\n"
                             "---\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: seen}\n");
    TextEditor *editor = m_window->text()->currentEditor();
    QVERIFY(editor);
    editor->setFocus();
    editor->setTextCursor(editor->document()->find(QStringLiteral("replicas")));
    QTRY_COMPARE(selection(), std::set<graph::Key>{"shop/web[Deployment]"});
    editor->setTextCursor(editor->document()->find(QStringLiteral("ConfigMap")));
    QTRY_VERIFY(selection().empty());
}

QTEST_MAIN(OneSelectionTest)
#include "tst_one_selection.moc"
