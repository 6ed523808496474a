#include "panels/inspector_panel.h"
#include "panels/services_panel.h"
#include "window/line_dialog.h"
#include "window/peer_editor.h"
#include "window/policy_dialog.h"
#include "window/rule_editor.h"
#include "window_user.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStatusBar>
#include <QStyle>
#include <QStyleOptionComboBox>

using namespace drawbridge;
using kube::Direction;

/// New policies, the order of rules, and a form that keeps still, by mouse and keys: the bytes and
/// the undo count.
class PolicyFormTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void newPolicyOfAService();
    void newPolicyOfANamespace();
    void newPolicyWithoutASelectionAsksForPods();
    void newPolicyOfAnotherNamespace();
    void takenNameIsRefused();
    void contextMenusLeadToIt();
    void rulesMoveByMouse();
    void rulesMoveByKeyboard();
    void keepsStillWhileOneTypes();
    void comboTextsFit();
    void commandsGoToTheRowOfTheList();
    void inspectorLeadsToEveryForm();
    void namespaceKeepsItsName();

private:
    /// Chooses an entry of the next context menu.
    void choose(const QString &text);
    void openMenuAt(QPoint at);
    void load(const char *text);
    /// Where several policies are behind a service.
    void choosesPolicy(const QString &name);

    std::unique_ptr<WindowUser> m_user;
};

namespace {

const char *const kRules = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes: [Ingress]
  ingress:
    # the web
    - from: # who
        - podSelector: {matchLabels: {app: web}}
      ports: [{port: 8080}]
    # measuring
    - from:
        - podSelector: {matchLabels: {app: prometheus}}
      ports: [{port: 9090}] # metrics
)";

const char *const kSwapped = R"(    # measuring
    - from:
        - podSelector: {matchLabels: {app: prometheus}}
      ports: [{port: 9090}] # metrics
    # the web
    - from: # who
        - podSelector: {matchLabels: {app: web}}
      ports: [{port: 8080}]
)";

/// How wide a text may be; two pixels are the edge's.
int roomIn(const QComboBox *box)
{
    QStyleOptionComboBox option;
    option.initFrom(box);
    option.editable = box->isEditable();
    return box->style()
               ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box)
               .width() -
           2;
}

void accept(PolicyDialog *dialog)
{
    QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    if (dialog->isVisible()) // what else would change is shown first
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
}

} // namespace

void PolicyFormTest::choose(const QString &text)
{
    auto *timer = new QTimer(&m_user->window());
    timer->setInterval(20);
    connect(timer, &QTimer::timeout, this, [timer, text] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        timer->stop();
        timer->deleteLater();
        for (QAction *action : menu->actions())
            if (action->text() == text) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        menu->close();
    });
    timer->start();
}

void PolicyFormTest::choosesPolicy(const QString &name)
{
    m_user->answer<QInputDialog>([name](QInputDialog *dialog) {
        dialog->setTextValue(name);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
}

void PolicyFormTest::openMenuAt(QPoint at)
{
    canvas::CanvasWidget *canvas = m_user->canvas();
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, canvas->mapToGlobal(at));
    QApplication::sendEvent(canvas, &event);
}

void PolicyFormTest::load(const char *text)
{
    m_user->document().startUntitled(text);
    m_user->canvas()->fit();
}

void PolicyFormTest::newPolicyOfAService()
{
    const std::string before = m_user->bytes();
    m_user->click("api");
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        QCOMPARE(dialog->subjectEdit()->text(), QStringLiteral("app=api"));
        QCOMPARE(dialog->namespaceBox()->currentText(), QStringLiteral("shop"));
        QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("api-2"));
        QVERIFY(dialog->typeBox(Direction::Ingress)->isChecked());
        QVERIFY(!dialog->typeBox(Direction::Egress)->isChecked());
        QVERIFY(dialog->rules(Direction::Ingress).empty());
        retype(dialog->nameEdit(), "api-admin");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
    });
    m_user->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->bytes(), before + R"(---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api-admin
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api
  policyTypes:
    - Ingress
)");
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
}

/// With a rule, made by keyboard alone.
void PolicyFormTest::newPolicyOfANamespace()
{
    const std::string before = m_user->bytes();
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        QCOMPARE(dialog->subjectEdit()->text(), QStringLiteral("*"));
        QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("default-deny-2"));
        QPushButton *add = dialog->addRuleButton(Direction::Ingress);
        add->setFocus();
        QTest::keyClick(add, Qt::Key_Space);
        RuleEditor *rule = dialog->rules(Direction::Ingress).front();
        QTest::keyClicks(rule->peers().front()->podsEdit(), "app=admin");
        retype(rule->portsEdit(), "22");
        retype(dialog->nameEdit(), "admins");
        accept(dialog);
    });
    m_user->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().endsWith("  name: admins\n  namespace: shop\nspec:\n  podSelector: {}\n"
                                    "  policyTypes:\n    - Ingress\n  ingress:\n    - from:\n"
                                    "        - podSelector:\n            matchLabels:\n"
                                    "              app: admin\n      ports:\n"
                                    "        - protocol: TCP\n          port: 22\n"));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), before);
}

void PolicyFormTest::newPolicyWithoutASelectionAsksForPods()
{
    m_user->canvas()->setSelection({});
    bool staysOpen = false;
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        QVERIFY(dialog->subjectEdit()->text().isEmpty());
        QTest::keyClick(dialog->subjectEdit(), Qt::Key_Return);
        staysOpen = dialog->isVisible();
        QTest::keyClicks(dialog->subjectEdit(), "app=cron");
        QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("cron"));
        accept(dialog);
    });
    m_user->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(staysOpen);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(!m_user->key("cron").empty());
    QCOMPARE(m_user->canvas()->selection(), std::set{m_user->key("cron")});
}

void PolicyFormTest::newPolicyOfAnotherNamespace()
{
    m_user->canvas()->setSelection({});
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        QTest::keyClicks(dialog->subjectEdit(), "app=api");
        retype(dialog->namespaceBox()->lineEdit(), "Not one");
        QTest::keyClick(dialog->nameEdit(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        retype(dialog->namespaceBox()->lineEdit(), "bank");
        QCOMPARE(dialog->nameEdit()->text(), QStringLiteral("api")); // which is free there
        dialog->addRuleButton(Direction::Egress)->click();
        const QComboBox *kind =
            dialog->rules(Direction::Egress).front()->peers().front()->kindBox();
        QCOMPARE(kind->itemText(0), QStringLiteral("Pods of bank"));
        QTest::mouseClick(dialog->rules(Direction::Egress).front()->removeButton(), Qt::LeftButton);
        dialog->typeBox(Direction::Egress)->setChecked(false);
        accept(dialog);
    });
    m_user->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().contains("  name: api\n  namespace: bank\n"));
}

void PolicyFormTest::takenNameIsRefused()
{
    m_user->click("api");
    bool staysOpen = false;
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        retype(dialog->nameEdit(), "database");
        accept(dialog);
        staysOpen = dialog->isVisible();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(staysOpen);
    QCOMPARE(m_user->undoCount(), 0);
}

void PolicyFormTest::contextMenusLeadToIt()
{
    QStringList subjects;
    const auto note = [&](PolicyDialog *dialog) {
        subjects += dialog->subjectEdit()->text();
        QTest::keyClick(dialog, Qt::Key_Escape);
    };
    choose(QStringLiteral("New Policy for This…"));
    m_user->answer<PolicyDialog>(note);
    openMenuAt(m_user->center("api"));
    QTRY_COMPARE(subjects.size(), 1);

    const QRect frame = m_user->canvas()->rectOf("frame:shop");
    choose(QStringLiteral("New Policy…"));
    m_user->answer<PolicyDialog>(note);
    openMenuAt(frame.topLeft() + QPoint(12, 8));
    QTRY_COMPARE(subjects.size(), 2);

    m_user->canvas()->setSelection({});
    choose(QStringLiteral("New Policy…"));
    m_user->answer<PolicyDialog>(note);
    openMenuAt({3, 3});
    QTRY_COMPARE(subjects.size(), 3);
    QCOMPARE(subjects, (QStringList{QStringLiteral("app=api"), QStringLiteral("*"), QString()}));
    QCOMPARE(m_user->undoCount(), 0);
}

void PolicyFormTest::rulesMoveByMouse()
{
    load(kRules);
    m_user->click("api");
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        const auto &rules = dialog->rules(Direction::Ingress);
        QCOMPARE(rules.size(), std::size_t(2));
        QVERIFY(!rules[0]->upButton()->isEnabled());
        QVERIFY(!rules[1]->downButton()->isEnabled());
        QTest::mouseClick(rules[0]->downButton(), Qt::LeftButton);
        QCOMPARE(rules[1]->portsEdit()->text(), QStringLiteral("8080"));
        QTRY_VERIFY(rules[0]->mapTo(dialog, QPoint()).y() < rules[1]->mapTo(dialog, QPoint()).y());
        accept(dialog);
    });
    m_user->press(Qt::Key_F4);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY2(m_user->text().endsWith(kSwapped), m_user->bytes().c_str());
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), std::string(kRules));
}

/// There and, in the same form, back: then there is nothing to write.
void PolicyFormTest::rulesMoveByKeyboard()
{
    load(kRules);
    m_user->click("api");
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        const auto &rules = dialog->rules(Direction::Ingress);
        QLineEdit *ports = rules[1]->portsEdit();
        ports->setFocus();
        QTest::keyClick(ports, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(rules[0]->portsEdit(), ports);
        QVERIFY(ports->hasFocus());
        QTest::keyClick(ports, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(rules[1]->portsEdit(), ports);
        QTest::keyClick(ports, Qt::Key_Up, Qt::AltModifier);
        accept(dialog);
    });
    m_user->press(Qt::Key_F4);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY2(m_user->text().endsWith(kSwapped), m_user->bytes().c_str());
}

/// No field goes elsewhere, and nothing scrolls, while what is typed is wrong for a while.
void PolicyFormTest::keepsStillWhileOneTypes()
{
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    m_user->answer<PolicyDialog>([](PolicyDialog *dialog) {
        RuleEditor *rule = dialog->rules(Direction::Ingress).front();
        const auto places = [&] {
            QList<QPoint> result;
            for (QWidget *field : std::initializer_list<QWidget *>{
                     dialog->nameEdit(), dialog->subjectEdit(), rule->portsEdit(), rule->whoBox(),
                     dialog->addRuleButton(Direction::Egress)})
                result += field->mapTo(dialog, QPoint());
            return result;
        };
        QTest::qWait(200);
        const QSize size = dialog->size();
        const QList<QPoint> before = places();
        for (const char *text : {"80a!", "", "5433"}) {
            retype(rule->portsEdit(), text);
            if (!*text)
                QTest::keyClick(rule->portsEdit(), Qt::Key_Backspace);
            QTest::qWait(200); // so that it has planned
            QCOMPARE(places(), before);
        }
        retype(dialog->subjectEdit(), "app=data base, (");
        QTest::qWait(200);
        QCOMPARE(places(), before);
        QCOMPARE(dialog->size(), size);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F4);
    QCOMPARE(m_user->undoCount(), 0);
}

void PolicyFormTest::comboTextsFit()
{
    m_user->canvas()->setSelection({m_user->arrow("api", "database")});
    int seen = 0;
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        RuleEditor *rule = dialog->rules(Direction::Ingress).front();
        rule->peers().front()->kindBox()->setCurrentIndex(1); // the one with most fields
        QTest::qWait(50);
        for (const QComboBox *box : dialog->findChildren<QComboBox *>()) {
            if (!box->isVisible() || box->isEditable())
                continue;
            ++seen;
            for (int i = 0; i < box->count(); ++i)
                QVERIFY2(box->fontMetrics().horizontalAdvance(box->itemText(i)) <= roomIn(box),
                         qPrintable(box->itemText(i)));
            const int right = box->mapTo(dialog, QPoint(box->width(), 0)).x();
            QVERIFY2(right <= dialog->width(), qPrintable(box->currentText()));
        }
        for (const PeerEditor *peer : rule->peers())
            for (const QPushButton *button : peer->findChildren<QPushButton *>())
                QVERIFY(button->mapTo(dialog, QPoint(button->width(), 0)).x() <= dialog->width());
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_F4);
    QVERIFY(seen >= 2);
}

/// Who stands in a row of the list means it, and the canvas says so too.
void PolicyFormTest::commandsGoToTheRowOfTheList()
{
    m_user->click("api");
    m_user->window().activateWindow();
    ServicesPanel *list = m_user->window().services();
    list->setFocus();
    for (int i = 0; i < 9 && list->selectedKey() != m_user->key("database"); ++i)
        QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(list->selectedKey(), m_user->key("database"));
    QCOMPARE(m_user->canvas()->selection(), std::set{m_user->key("database")});
    m_user->answer<LineDialog>([](LineDialog *dialog) {
        QCOMPARE(dialog->edit()->text(), QStringLiteral("database"));
        retype(dialog->edit(), "db");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    QTest::keyClick(list, Qt::Key_F2);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(!m_user->key("db").empty());
    QVERIFY(!m_user->key("api").empty());
}

/// Of a pod group; those of a workload and a namespace with a manifest are fewer.
void PolicyFormTest::inspectorLeadsToEveryForm()
{
    const auto press = [this](const QString &text) {
        for (QPushButton *button : m_user->window().inspector()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text() == text)
                QTest::mouseClick(button, Qt::LeftButton);
    };
    QStringList titles;
    const auto note = [&](auto *dialog) {
        titles += dialog->windowTitle();
        QTest::keyClick(dialog, Qt::Key_Escape);
    };
    m_user->click("api");
    m_user->answer<LineDialog>(note);
    press(QStringLiteral("Rename…"));
    m_user->answer<LineDialog>(note);
    press(QStringLiteral("Move to Namespace…"));
    choosesPolicy("shop/api");
    m_user->answer<PolicyDialog>(note);
    press(QStringLiteral("Labels…"));
    QCOMPARE(titles, (QStringList{"Rename Service", "Move to Namespace", "Edit Policy"}));

    m_user->document().startUntitled(
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {team: red}\n---\n"
        "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop}\nspec:\n"
        "  template:\n    metadata: {labels: {app: web}}\n");
    m_user->canvas()->fit();
    titles.clear();
    QStringList labels;
    const auto noteLabels = [&](LineDialog *dialog) {
        labels += dialog->edit()->text();
        note(dialog);
    };
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<LineDialog>(noteLabels);
    press(QStringLiteral("Labels…"));
    m_user->click("web");
    m_user->answer<LineDialog>(noteLabels);
    press(QStringLiteral("Labels…"));
    m_user->answer<LineDialog>(note);
    press(QStringLiteral("Move to Namespace…"));
    QCOMPARE(titles, (QStringList{"Labels of Namespace", "Labels of Pods", "Move to Namespace"}));
    QCOMPARE(labels, (QStringList{"team=red", "app=web"}));
    QCOMPARE(m_user->undoCount(), 0);
}

void PolicyFormTest::namespaceKeepsItsName()
{
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->press(Qt::Key_F2);
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_user->window().statusBar()->currentMessage().contains("Move its services"));
    QCOMPARE(m_user->undoCount(), 0);
}

QTEST_MAIN(PolicyFormTest)
#include "tst_policy_form.moc"
