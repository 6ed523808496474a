#include "panels/inspector_panel.h"
#include "window/confirm_dialog.h"
#include "window/line_dialog.h"
#include "window/peer_editor.h"
#include "window/policy_dialog.h"
#include "window/remove_dialog.h"
#include "window/rule_editor.h"
#include "window/shortcuts_dialog.h"
#include "window_user.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTreeWidget>

using namespace drawbridge;
using kube::Direction;

/// Everything that is edited in forms, by real mouse and keys: the bytes and the undo count.
class EditingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void renamesByKeyboard();
    void renameKeepsPlaceAndPorts();
    void renameKeepsNotes();
    void refusedRenameChangesNothing();
    void removesByDelete();
    void cancelledRemoveChangesNothing();
    void changesPorts();
    void movesToANamespace();
    void copyPasteAndDuplicate();
    void copyInTheEditorIsTheEditors();
    void editsASubject();
    void addsARuleByKeyboard();
    void addsAPeerByMouse();
    void removesARule();
    void showsWhoElseChanges();
    void showsTheText();
    void removesAPolicy();
    void shortcutsSheetHasEveryKey();
    void replacingTheWorkspaceWithASelection();
    void emptySelectorIsAsked();
    void policyWithoutDirectionIsAsked();
    void inspectorLeadsToTheForm();

private:
    std::unique_ptr<WindowUser> m_user;
};

void EditingTest::renamesByKeyboard()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    m_user->answer<LineDialog>([](LineDialog *dialog) {
        retype(dialog->edit(), "core");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_F2);
    QTRY_VERIFY(!m_user->key("core").empty());
    QCOMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->text().count("app: core"), 2);
    QVERIFY(!m_user->text().contains("app: api"));
    QVERIFY(m_user->text().contains("# 5. The frontend may call the API."));
    QCOMPARE(m_user->canvas()->selection(), std::set{m_user->key("core")});
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
}

void EditingTest::renameKeepsPlaceAndPorts()
{
    const QRect place = m_user->canvas()->rectOf(m_user->key("api"));
    m_user->click("api");
    m_user->answer<LineDialog>([](LineDialog *dialog) {
        retype(dialog->edit(), "core");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_F2);
    QTRY_VERIFY(!m_user->key("core").empty());
    const graph::Node *node = m_user->document().graph().node(m_user->key("core"));
    QCOMPARE(node->ports, std::vector<std::string>{"8080"});
    QCOMPARE(m_user->canvas()->rectOf(m_user->key("core")).center(), place.center());
}

void EditingTest::renameKeepsNotes()
{
    Change change;
    change.side = m_user->document().side();
    change.side->notes[m_user->arrow("api", "database")].push_back({{}, "why", {}, false});
    change.side->notes[m_user->key("api")].push_back({{}, "who", {}, false});
    m_user->document().push(change);
    const auto plan = m_user->document().plan(edit::Rename{m_user->key("api"), "core"});
    QVERIFY(m_user->document().push(*plan, QStringLiteral("x")));
    const auto &notes = m_user->document().side().notes;
    QCOMPARE(notes.size(), std::size_t(2));
    QCOMPARE(notes.count(m_user->arrow("core", "database")), std::size_t(1));
    QCOMPARE(notes.count(m_user->key("core")), std::size_t(1));
}

void EditingTest::refusedRenameChangesNothing()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    bool staysOpen = false;
    m_user->answer<LineDialog>([&](LineDialog *dialog) {
        retype(dialog->edit(), "database");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
        staysOpen = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F2);
    QVERIFY(staysOpen);
    QCOMPARE(m_user->bytes(), before);
    QCOMPARE(m_user->undoCount(), 0);
}

void EditingTest::removesByDelete()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    m_user->answer<RemoveDialog>([](RemoveDialog *dialog) {
        QVERIFY(!dialog->manifestsBox()->isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    });
    QTest::keyClick(m_user->canvas(), Qt::Key_Delete);
    QTRY_VERIFY(m_user->key("api").empty());
    QCOMPARE(m_user->undoCount(), 1);
    QVERIFY(!m_user->text().contains("app: api"));
    QVERIFY(!m_user->text().contains("port: 5432")); // the rule meant it alone
    QVERIFY(m_user->text().contains("port: 3000"));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
}

void EditingTest::cancelledRemoveChangesNothing()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    m_user->answer<RemoveDialog>(
        [](RemoveDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    QTest::keyClick(m_user->canvas(), Qt::Key_Delete);
    QCOMPARE(m_user->bytes(), before);
    QCOMPARE(m_user->undoCount(), 0);
}

void EditingTest::changesPorts()
{
    const std::string before = m_user->bytes();
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<LineDialog>([](LineDialog *dialog) {
        QCOMPARE(dialog->edit()->text(), QStringLiteral("5432"));
        retype(dialog->edit(), "6432, udp/53");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(!m_user->text().contains("5432"));
    const graph::Arrow *arrow = m_user->document().graph().arrow(m_user->arrow("api", "database"));
    QCOMPARE(QString::fromStdString(arrow->label), QStringLiteral("TCP 6432 · UDP 53"));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
}

void EditingTest::movesToANamespace()
{
    m_user->click("database");
    m_user->answer<LineDialog>([](LineDialog *dialog) {
        QTest::keyClicks(dialog->edit(), "data");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == QStringLiteral("&Move to Namespace…"))
            action->trigger();
    QCOMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().contains("namespace: data"));
    QVERIFY(m_user->document().graph().node("data/{app=database}"));
    QVERIFY(m_user->document().graph().arrow("shop/{app=api}\ndata/{app=database}"));
}

void EditingTest::copyPasteAndDuplicate()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    m_user->press(Qt::Key_C, Qt::ControlModifier);
    const QString copied = QApplication::clipboard()->text();
    QVERIFY(copied.startsWith("# 5. The frontend may call the API.\napiVersion:"));
    QCOMPARE(m_user->undoCount(), 0);
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(!m_user->key("api-2").empty());
    QCOMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().startsWith(QString::fromStdString(before)));
    QCOMPARE(m_user->canvas()->selection(), std::set{m_user->key("api-2")});
    m_user->press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(!m_user->key("api-3").empty());
    m_user->document().undoStack()->undo();
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
    // Text of any origin.
    QApplication::clipboard()->setText(QStringLiteral("not yaml: ["));
    QString told;
    m_user->answer<QMessageBox>([&](QMessageBox *box) { told = box->text(); });
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(told.contains("broken at its line 1"));
    QCOMPARE(m_user->bytes(), before);
}

void EditingTest::copyInTheEditorIsTheEditors()
{
    QApplication::clipboard()->clear();
    auto *editor = m_user->window().findChild<QPlainTextEdit *>();
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == QStringLiteral("&Copy"))
            action->trigger();
    QCOMPARE(QApplication::clipboard()->text().toStdString(), m_user->bytes());
}

void EditingTest::editsASubject()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        QCOMPARE(dialog->subjectEdit()->text(), QStringLiteral("app=api"));
        retype(dialog->subjectEdit(), "app=api, tier=back");
        QTest::keyClick(dialog->subjectEdit(), Qt::Key_Return);
        QTest::keyClick(dialog->subjectEdit(), Qt::Key_Return); // what changes was shown
    });
    // The default-deny policy is behind it too; the form of its own is asked for.
    for (const kube::ObjectPtr &object : m_user->document().workspace().objects())
        if (object->meta.name == "api")
            emit m_user->window().inspector()->policyEditRequested(object.get());
    QCOMPARE(m_user->undoCount(), 1);
    QString expected = QString::fromStdString(before);
    expected.replace("      app: api\n  policyTypes",
                     "      app: api\n      tier: back\n  policyTypes");
    QCOMPARE(m_user->text(), expected);
}

void EditingTest::addsARuleByKeyboard()
{
    const std::string before = m_user->bytes();
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        dialog->addRuleButton(Direction::Ingress)->setFocus();
        QTest::keyClick(dialog->addRuleButton(Direction::Ingress), Qt::Key_Space);
        RuleEditor *rule = dialog->rules(Direction::Ingress).back();
        QVERIFY(rule->whoBox()->hasFocus());
        PeerEditor *peer = rule->peers().front();
        peer->kindBox()->setFocus();
        QTest::keyClick(peer->kindBox(), Qt::Key_Down);
        QTest::keyClicks(peer->namespacesEdit(), "team in (red, blue)");
        QTest::keyClicks(peer->podsEdit(), "app=cron");
        peer->podsEdit()->setFocus();
        QTest::qWait(50);           // the new fields find their places
        for (int i = 0; i < 2; ++i) // over the button that removes the peer
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(rule->portsEdit()->hasFocus());
        retype(rule->portsEdit(), "metrics");
        QTest::keyClick(rule->portsEdit(), Qt::Key_Return);
        QTest::keyClick(rule->portsEdit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_F4);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->text(), QString::fromStdString(before) + "    - from:\n"
                                                              "        - namespaceSelector:\n"
                                                              "            matchExpressions:\n"
                                                              "              - key: team\n"
                                                              "                operator: In\n"
                                                              "                values:\n"
                                                              "                  - red\n"
                                                              "                  - blue\n"
                                                              "          podSelector:\n"
                                                              "            matchLabels:\n"
                                                              "              app: cron\n"
                                                              "      ports:\n"
                                                              "        - protocol: TCP\n"
                                                              "          port: metrics\n");
}

void EditingTest::addsAPeerByMouse()
{
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        RuleEditor *rule = dialog->rules(Direction::Ingress).front();
        for (QPushButton *button : rule->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Add Peer"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(rule->peers().size(), std::size_t(2));
        QTest::keyClicks(rule->peers().back()->podsEdit(), "app=frontend");
        QTest::keyClick(rule->peers().back()->podsEdit(), Qt::Key_Return);
        QTest::keyClick(rule->peers().back()->podsEdit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_F4);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->document().graph().arrow(m_user->arrow("frontend", "database")));
}

void EditingTest::removesARule()
{
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Remove Rule"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(dialog->rules(Direction::Ingress).empty());
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_F4);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().endsWith("  ingress: []\n"));
    QCOMPARE(m_user->document().graph().node(m_user->key("database"))->ingress,
             graph::Lock::Closed);
}

void EditingTest::showsWhoElseChanges()
{
    bool waited = false;
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        RuleEditor *rule = dialog->rules(Direction::Ingress).front();
        rule->whoBox()->setFocus();
        QTest::keyClick(rule->whoBox(), Qt::Key_Down);
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        waited = dialog->isVisible(); // who gains is shown before it is agreed to
        QString told;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            told += label->isVisible() ? label->text() : QString();
        QVERIFY(told.contains("frontend"));
        QVERIFY(told.contains("Everyone, inside and outside the cluster, may connect to it"));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F4);
    QVERIFY(waited);
    QCOMPARE(m_user->undoCount(), 0);
}

void EditingTest::showsTheText()
{
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        retype(dialog->rules(Direction::Ingress).front()->portsEdit(), "6432");
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->text().startsWith("Show the text"))
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
        auto *shown = dialog->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(shown->toPlainText().contains("+          port: 6432"));
        QVERIFY(shown->toPlainText().contains("-          port: 5432"));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F4);
    QCOMPARE(m_user->undoCount(), 0);
}

void EditingTest::removesAPolicy()
{
    const std::string before = m_user->bytes();
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<ConfirmDialog>(
        [](ConfirmDialog *) { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); });
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == QStringLiteral("Remove Polic&y…"))
            action->trigger();
    QCOMPARE(m_user->undoCount(), 1);
    QVERIFY(!m_user->text().contains("name: database"));
    QVERIFY(m_user->text().contains("# 5. The frontend may call the API."));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
}

void EditingTest::shortcutsSheetHasEveryKey()
{
    QStringList shown;
    m_user->answer<ShortcutsDialog>([&](ShortcutsDialog *dialog) {
        for (QTreeWidgetItemIterator it(dialog->table()); *it; ++it)
            shown += (*it)->text(1);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F1);
    QVERIFY(shown.size() > 40);
    for (const QAction *action : m_user->window().findChildren<QAction *>())
        if (!action->shortcut().isEmpty() && !action->text().isEmpty())
            QVERIFY2(
                shown.join(' ').contains(action->shortcut().toString(QKeySequence::NativeText)),
                qPrintable(action->text()));
}

void EditingTest::replacingTheWorkspaceWithASelection()
{
    const QTemporaryDir folder;
    for (const char *name : {"a", "b", "c"}) {
        QFile file(folder.filePath(QStringLiteral("%1.yaml").arg(QLatin1String(name))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n"
                              "  name: NAME\n  namespace: shop\nspec:\n  podSelector:\n"
                              "    matchLabels: {app: NAME}\n")
                       .replace("NAME", name));
    }
    m_user->window().openPaths({folder.path()});
    m_user->canvas()->setSelection({m_user->key("c")});
    m_user->press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(m_user->document().graph().nodes.size(), std::size_t(0));
    m_user->window().openPaths({folder.path()});
    m_user->canvas()->setSelection({m_user->key("b")});
    m_user->window().openExample();
    QCOMPARE(m_user->document().graph().arrows.size(), std::size_t(4));
}

void EditingTest::emptySelectorIsAsked()
{
    bool staysOpen = false;
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        retype(dialog->subjectEdit(), " ");
        QTest::keyClick(dialog->subjectEdit(), Qt::Key_Return);
        staysOpen = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F4);
    QVERIFY(staysOpen);
    QCOMPARE(m_user->undoCount(), 0);
}

void EditingTest::policyWithoutDirectionIsAsked()
{
    bool staysOpen = false;
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        dialog->typeBox(Direction::Ingress)->setFocus();
        QTest::keyClick(dialog->typeBox(Direction::Ingress), Qt::Key_Space);
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        staysOpen = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F4);
    QVERIFY(staysOpen);
    QCOMPARE(m_user->undoCount(), 0);
}

void EditingTest::inspectorLeadsToTheForm()
{
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    QString shown;
    for (const QLabel *label : m_user->window().inspector()->findChildren<QLabel *>())
        shown += label->text();
    QVERIFY(shown.contains("Pods of shop with app=api may connect to it on TCP 5432."));
    QVERIFY(shown.contains("policy:"));
    for (QLabel *label : m_user->window().inspector()->findChildren<QLabel *>())
        if (label->text().contains("policy:0")) {
            bool wasOpen = false;
            m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
                wasOpen = dialog->nameEdit()->text() == QStringLiteral("database");
                QTest::keyClick(dialog, Qt::Key_Escape);
            });
            emit label->linkActivated(QStringLiteral("policy:0"));
            QVERIFY(wasOpen);
        }
}

QTEST_MAIN(EditingTest)
#include "tst_editing.moc"
