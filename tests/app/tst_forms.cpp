#include "messages/template_words.h"
#include "panels/explain_panel.h"
#include "panels/inspector_panel.h"
#include "panels/palette_panel.h"
#include "panels/services_panel.h"
#include "text/text_panel.h"
#include "window/add_service_dialog.h"
#include "window/connect_dialog.h"
#include "window/isolate_dialog.h"
#include "window/line_dialog.h"
#include "window/policy_dialog.h"
#include "window/ports_field.h"
#include "window/quick_list.h"
#include "window/rule_editor.h"
#include "window/target_file_field.h"
#include "window_user.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QTextBrowser>

using namespace drawbridge;
using kube::Direction;

/// What forms say, what they ask before they go, and where the keyboard is afterwards.
class FormsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void namesOtherPoliciesThatAdmitMore();
    void lastEgressRuleSaysWhatItMeans();
    void commentOfARemovedRuleIsTold();
    void asksBeforeItDropsWhatWasTyped();
    void asksBeforeItDropsAnOrder();
    void newPolicyGoesToAFileAndIsShown();
    void untouchedFormHasNoFault();
    void heightComesBack();
    void keyboardIsNeverLost();
    void duplicateKeepsDeclaredPorts();
    void greyActionsSayWhy();
    void actionsFollowTheRowOfTheList();
    void clickedPaletteEntrySaysWhatToDo();
    void clusterPoliciesCanBeSelected();
    void letterOfPortsReachesThem();
    void severalSelectedAreCounted();

private:
    void open(const std::string &text);
    QAction *action(const QString &text);
    void trigger(const char *text) { action(QString::fromUtf8(text))->trigger(); }
    void editApi(const std::function<void(PolicyDialog *)> &visit);

    std::unique_ptr<WindowUser> m_user;
};

namespace {

std::string policy(const std::string &name, const std::string &app, const std::string &types,
                   const std::string &rules = "")
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
           "\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n      app: " + app +
           "\n  policyTypes: [" + types + "]\n" + rules;
}

std::string fromWeb(const std::string &port)
{
    return "  ingress:\n    - from:\n        - podSelector: {matchLabels: {app: web}}\n      "
           "ports:\n        - port: " +
           port + "\n";
}

const char *const kEgress = "  egress:\n    # the database\n    # of the shop\n    - to:\n"
                            "        - podSelector: {matchLabels: {app: db}}\n"
                            "      ports:\n        - port: 5432\n";

const std::string kApi = policy("api", "api", "Ingress, Egress", fromWeb("8080") + kEgress);

QString seen(const QWidget *widget)
{
    QString all;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        if (label->isVisible())
            all += label->text() + QLatin1Char('\n');
    return all;
}

} // namespace

void FormsTest::open(const std::string &text)
{
    m_user->document().startUntitled(QByteArray::fromStdString(text));
    m_user->canvas()->fit();
}

QAction *FormsTest::action(const QString &text)
{
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == text)
            return action;
    return nullptr;
}

void FormsTest::editApi(const std::function<void(PolicyDialog *)> &visit)
{
    m_user->answer<PolicyDialog>(visit);
    for (const kube::ObjectPtr &object : m_user->document().workspace().objects())
        if (object->meta.name == "api") {
            emit m_user->window().inspector()->policyEditRequested(object.get());
            return;
        }
}

void FormsTest::namesOtherPoliciesThatAdmitMore()
{
    open(kApi + "---\n" + policy("metrics", "api", "Ingress", fromWeb("9102")) + "---\n" +
         policy("closed", "api", "Ingress"));
    editApi([](PolicyDialog *dialog) {
        const QString meaning = dialog->meaningLabel()->text();
        QVERIFY2(meaning.contains("This policy lets nothing else enter or leave."),
                 qPrintable(meaning));
        QVERIFY(meaning.contains("Other policies of these pods let more enter: metrics."));
        QVERIFY(!meaning.contains("closed") && !meaning.contains("let more leave"));
        // Others are named as soon as the pods are.
        retype(dialog->subjectEdit(), "app=web");
        QVERIFY(!dialog->meaningLabel()->text().contains("metrics"));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    QCOMPARE(m_user->undoCount(), 0);
}

void FormsTest::lastEgressRuleSaysWhatItMeans()
{
    open(kApi);
    editApi([](PolicyDialog *dialog) {
        QVERIFY(!dialog->emptyNote(Direction::Egress)->isVisible());
        QTest::mouseClick(dialog->rules(Direction::Egress)[0]->removeButton(), Qt::LeftButton);
        QVERIFY(dialog->emptyNote(Direction::Egress)->isVisible());
        QVERIFY(dialog->emptyNote(Direction::Egress)
                    ->text()
                    .contains("all egress of these pods is denied, DNS too"));
        QTest::mouseClick(dialog->untickButton(Direction::Egress), Qt::LeftButton);
        QVERIFY(!dialog->typeBox(Direction::Egress)->isChecked());
        QVERIFY(!dialog->emptyNote(Direction::Egress)->isVisible());
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        if (dialog->isVisible()) // what else changes is seen first
            QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY2(m_user->text().contains("policyTypes: [Ingress]"), qPrintable(m_user->text()));
}

/// No comment is lost; whether it still says something only the user knows.
void FormsTest::commentOfARemovedRuleIsTold()
{
    open(kApi);
    editApi([](PolicyDialog *dialog) {
        QTest::mouseClick(dialog->rules(Direction::Egress)[0]->removeButton(), Qt::LeftButton);
        const QString told = QStringLiteral(
            "The comment above the removed rule stays in the text: # the database # of the shop");
        QTRY_VERIFY2(seen(dialog).contains(told), qPrintable(seen(dialog)));
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().contains("# the database") && m_user->text().contains("# of the shop"));
}

void FormsTest::asksBeforeItDropsWhatWasTyped()
{
    open(kApi);
    m_user->discardWhatIsAsked(false);
    int asked = 0;
    const auto visit = [&](bool changes, bool discards) {
        m_user->answer<PolicyDialog>([&, changes, discards](PolicyDialog *dialog) {
            if (changes)
                retype(dialog->nameEdit(), "other");
            m_user->answer<QMessageBox>([&, discards](QMessageBox *box) {
                ++asked;
                QCOMPARE(box->defaultButton()->text(), QStringLiteral("&Keep Editing"));
                if (discards)
                    pressLetter(box, Qt::Key_D);
                else
                    QTest::keyClick(box, Qt::Key_Escape);
            });
            QTest::keyClick(dialog, Qt::Key_Escape);
            QCOMPARE(dialog->isVisible(), changes && !discards);
            QCOMPARE(dialog->nameEdit()->text(), changes ? "other" : "api");
            dialog->done(QDialog::Rejected);
        });
        m_user->canvas()->setSelection({m_user->key("api")});
        trigger("&Edit Policy…");
    };
    visit(true, false);
    QTRY_COMPARE(asked, 1);
    visit(true, true);
    QTRY_COMPARE(asked, 2);
    visit(false, false);
    QTest::qWait(60);
    QCOMPARE(asked, 2);
    QCOMPARE(m_user->bytes(), kApi);
}

void FormsTest::asksBeforeItDropsAnOrder()
{
    const std::string text =
        policy("api", "api", "Ingress",
               fromWeb("8080") + "    - from:\n        - podSelector: {matchLabels: {app: ops}}\n");
    open(text);
    m_user->discardWhatIsAsked(false);
    int asked = 0;
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        QCOMPARE(dialog->rules(Direction::Ingress).size(), std::size_t(2));
        m_user->answer<QMessageBox>([&](QMessageBox *box) {
            ++asked;
            pressLetter(box, Qt::Key_D);
        });
        QTest::mouseClick(dialog->rules(Direction::Ingress)[0]->downButton(), Qt::LeftButton);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QVERIFY(!dialog->isVisible());
    });
    m_user->canvas()->setSelection({m_user->key("api")});
    trigger("&Edit Policy…");
    QTRY_COMPARE(asked, 1);
    QCOMPARE(m_user->bytes(), text);
}

void FormsTest::newPolicyGoesToAFileAndIsShown()
{
    open(kApi);
    m_user->canvas()->setSelection({});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        QVERIFY(dialog->fileField());
        dialog->fileField()->choice()->setFocus();
        QTest::keyClick(dialog->fileField()->choice(), Qt::Key_End); // a new one
        QVERIFY(dialog->fileField()->newName()->isVisible());
        retype(dialog->fileField()->newName(), "web.yaml");
        retype(dialog->subjectEdit(), "app=web");
        QTRY_VERIFY(seen(dialog).contains("This would change")); // not before it was shown
        QTest::keyClick(dialog->subjectEdit(), Qt::Key_Return);
    });
    trigger("&New Policy…");
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->bytes(), kApi);
    const auto files = m_user->document().workspace().files();
    QCOMPARE(files.size(), std::size_t(2));
    QVERIFY(m_user->document().workspace().file(files[1]).path().ends_with("web.yaml"));
    QCOMPARE(m_user->canvas()->selection(), std::set{m_user->key("web")});
    QCOMPARE(m_user->window().focusWidget(), m_user->canvas());
    QCOMPARE(m_user->window().text()->cursorPlace().file, files[1]);
}

void FormsTest::untouchedFormHasNoFault()
{
    open(kApi);
    m_user->canvas()->setSelection({});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        const auto faults = [&] {
            QStringList told;
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                if (label->isVisible() && label->property("role") == QStringLiteral("error"))
                    told += label->text();
            return told;
        };
        retype(dialog->nameEdit(), "mine");
        QTest::qWait(200); // it plans soon
        QVERIFY2(faults().isEmpty(), qPrintable(faults().join('\n')));
        retype(dialog->subjectEdit(), "app=web");
        QTest::mouseClick(dialog->addRuleButton(Direction::Ingress), Qt::LeftButton);
        QTest::qWait(200);
        QVERIFY2(faults().isEmpty(), qPrintable(faults().join('\n')));
        retype(dialog->rules(Direction::Ingress)[0]->portsEdit(), "nine!");
        QTRY_VERIFY(!faults().isEmpty());
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    trigger("&New Policy…");
    QCOMPARE(m_user->undoCount(), 0);
}

void FormsTest::heightComesBack()
{
    open(policy("web", "web", "Ingress") + "---\n" + kApi);
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        QTest::qWait(200);
        const int height = dialog->height();
        const QPoint place = dialog->portsEdit()->mapTo(dialog, QPoint());
        retype(dialog->portsEdit(), "all the ports that there are in every house of the town");
        QTest::qWait(200);
        QVERIFY(dialog->height() >= height);
        QCOMPARE(dialog->portsEdit()->mapTo(dialog, QPoint()), place);
        retype(dialog->portsEdit(), "all");
        QTRY_COMPARE(dialog->height(), height);
        for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
            if (box->text().startsWith("Show the text")) {
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
                QTRY_VERIFY(dialog->height() > height + 100);
                QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
                QTRY_COMPARE(dialog->height(), height);
            }
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(m_user->key("web"), m_user->key("api"), {});
}

void FormsTest::keyboardIsNeverLost()
{
    open(kApi + "---\n" + policy("db", "db", "Ingress"));
    // Add Service: to what was made.
    m_user->window().palettePanel()->setFocus();
    m_user->answer<AddServiceDialog>([](AddServiceDialog *dialog) {
        retype(dialog->nameEdit(), "cache");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    trigger("&Add Service…");
    QTRY_VERIFY(!m_user->key("cache").empty());
    QCOMPARE(m_user->window().focusWidget(), m_user->canvas());
    QCOMPARE(m_user->canvas()->current(), m_user->key("cache"));
    // Deny egress: to the namespace.
    m_user->window().palettePanel()->setFocus();
    m_user->answer<IsolateDialog>(
        [](IsolateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Return); });
    trigger("Deny E&gress by Default…");
    QTRY_COMPARE(m_user->undoCount(), 2);
    QCOMPARE(m_user->window().focusWidget(), m_user->canvas());
    QCOMPARE(m_user->canvas()->current(), graph::Key("frame:shop"));
    // A repair in the explanation: to the new answer.
    m_user->canvas()->setSelection({m_user->key("api"), m_user->key("db")});
    trigger("E&xplain…");
    ExplainPanel *panel = m_user->window().explanation();
    retype(panel->ports(), "5432");
    QTRY_VERIFY(panel->repairButton()->isVisible());
    panel->repairButton()->setFocus();
    QTest::keyClick(panel->repairButton(), Qt::Key_Space);
    QTRY_VERIFY(!panel->repairButton()->isVisible());
    QCOMPARE(m_user->window().focusWidget(), panel->answer());
}

void FormsTest::duplicateKeepsDeclaredPorts()
{
    open(policy("api", "api", "Ingress") + "---\n" + policy("db-3", "db-3", "Ingress"));
    SideState side = m_user->document().side();
    side.ports[m_user->key("api")] = {"http 8080"};
    side.ports[m_user->key("db-3")] = {"5432"};
    Change change;
    change.side = side;
    m_user->document().push(std::move(change));
    m_user->canvas()->setSelection({m_user->key("api"), m_user->key("db-3")});
    m_user->press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QTRY_COMPARE(m_user->undoCount(), 2);
    const graph::DeclaredPorts &ports = m_user->document().side().ports;
    QVERIFY(!m_user->key("db-4").empty() && !m_user->key("api-2").empty());
    QCOMPARE(ports.at(m_user->key("api-2")), std::vector<std::string>{"http 8080"});
    QCOMPARE(ports.at(m_user->key("db-4")), std::vector<std::string>{"5432"});
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->document().side().ports, side.ports);
}

void FormsTest::greyActionsSayWhy()
{
    open(kApi + "---\n" + policy("web", "web", "Ingress"));
    m_user->canvas()->setSelection({});
    const char *const needing[] = {"Rena&me…", "C&hange Ports…", "&Edit Policy…", "Dup&licate",
                                   "&Revoke Connection"};
    for (const char *text : needing) {
        QAction *action = this->action(QString::fromUtf8(text));
        QVERIFY2(action && !action->isEnabled(), text);
        QVERIFY2(action->statusTip().startsWith("Select ") ||
                     action->statusTip().startsWith("No policy"),
                 text);
    }
    m_user->canvas()->setFocus();
    QTest::keyClick(m_user->canvas(), Qt::Key_F2);
    QVERIFY(m_user->window().statusBar()->currentMessage().contains("Select a service"));
    m_user->press(Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_user->window().statusBar()->currentMessage().contains("Select a connection"));
    m_user->click("api");
    QVERIFY(action(QStringLiteral("Rena&me…"))->isEnabled());
    QVERIFY(action(QStringLiteral("Rena&me…"))->statusTip().isEmpty());
    QVERIFY(!action(QStringLiteral("C&hange Ports…"))->isEnabled());
    m_user->canvas()->setSelection({m_user->arrow("web", "api")});
    QVERIFY(action(QStringLiteral("C&hange Ports…"))->isEnabled());
    QVERIFY(!action(QStringLiteral("Rena&me…"))->isEnabled());
}

/// Also while a list over the window has the keyboard.
void FormsTest::actionsFollowTheRowOfTheList()
{
    open(kApi + "---\n" + policy("web", "web", "Ingress"));
    m_user->canvas()->setSelection({});
    m_user->window().activateWindow();
    ServicesPanel *list = m_user->window().services();
    list->setFocus();
    QAction *rename = action(QStringLiteral("Rena&me…"));
    list->setSelectedKey("frame:shop");
    QVERIFY(!rename->isEnabled());
    list->setSelectedKey(m_user->key("web"));
    QVERIFY(rename->isEnabled());
    QVERIFY(action(QStringLiteral("Dup&licate"))->isEnabled());
    trigger("&Command Palette…");
    QTRY_VERIFY(m_user->window().quickList()->line()->hasFocus());
    QVERIFY(rename->isEnabled());
    m_user->window().quickList()->leave();
    m_user->canvas()->setFocus();
    QVERIFY(rename->isEnabled()); // there is one selection
    m_user->canvas()->setSelection({});
    QVERIFY(!rename->isEnabled());
}

void FormsTest::clickedPaletteEntrySaysWhatToDo()
{
    PalettePanel *palette = m_user->window().palettePanel();
    const QRect entry = palette->visualRect(palette->indexOf({}));
    QTest::mouseClick(palette->viewport(), Qt::LeftButton, {}, entry.center());
    QVERIFY(m_user->window().statusBar()->currentMessage().startsWith("Service: drag it"));
    QCOMPARE(m_user->undoCount(), 0);
}

/// They are behind arrows and walls, and have no form.
void FormsTest::clusterPoliciesCanBeSelected()
{
    open("apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
         "metadata: {name: gate}\nspec:\n  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n"
         "  - {name: web, action: Allow, from: [{pods: {namespaceSelector: {}, podSelector: "
         "{matchLabels: {app: web}}}}], ports: [{portNumber: {protocol: TCP, port: 80}}]}\n"
         "  - {name: rest, action: Deny, from: [{namespaces: {}}]}\n"
         "---\nkind: Pod\nmetadata: {name: api, namespace: shop, labels: {app: api}}\nspec: {}\n"
         "---\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {app: web}}\nspec: {}\n");
    const graph::Graph &graph = m_user->document().graph();
    QVERIFY(!graph.arrows.empty());
    QVERIFY(!graph.frames.empty());
    for (const graph::Arrow &arrow : graph.arrows) {
        m_user->canvas()->setSelection({arrow.key});
        QVERIFY(!action("&Edit Policy…")->isEnabled());
    }
    for (const graph::Frame &frame : graph.frames)
        m_user->canvas()->setSelection({frame.key});
}

void FormsTest::letterOfPortsReachesThem()
{
    open(kApi);
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        QTest::keyClick(dialog, Qt::Key_P, Qt::AltModifier);
        QVERIFY(dialog->portsField()->edit()->hasFocus());
        dialog->reject();
    });
    trigger("Allow a &Connection…");
}

void FormsTest::severalSelectedAreCounted()
{
    open(kApi);
    const auto title = [this] {
        QStringList texts;
        for (const QLabel *label :
             m_user->window().findChild<InspectorPanel *>()->findChildren<QLabel *>())
            texts += label->text();
        return texts;
    };
    m_user->canvas()->setSelection({});
    QVERIFY(title().contains("Nothing selected"));
    m_user->canvas()->setSelection({m_user->key("api"), m_user->key("web")});
    QVERIFY2(title().contains("2 selected"), qPrintable(title().join('\n')));
}

QTEST_MAIN(FormsTest)
#include "tst_forms.moc"
