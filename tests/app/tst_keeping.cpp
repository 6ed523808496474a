#include "panels/inspector_panel.h"
#include "report/list.h"
#include "window/confirm_dialog.h"
#include "window/isolate_dialog.h"
#include "window/remove_dialog.h"
#include "window_user.h"

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>

using namespace drawbridge;

/// Edits that cut connections, and those that mend what is half open, by real mouse and keys.
class KeepingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init();
    void cleanup() { m_user.reset(); }

    void deniedEgressKeepsWhatIsDrawn();
    void untickedEgressCutsWhatIsDrawn();
    void deniedIngressKeepsWhatIsDrawn();
    void wallThatCutsNothingAsksNothing();
    void cancelledWallChangesNothing();
    void otherSideByShortcut();
    void otherSideByContextMenu();
    void otherSideFromTheInspector();
    void otherSideShowsWhoElseChanges();
    void otherSideNeedsAHalfOpenArrow();
    void duplicatesOverNamespaces();
    void pastesOverNamespaces();
    void removedPolicySaysWhatIsNotShown();
    void deleteKeyRevokesAndRemoves();

private:
    void open(const std::string &text);
    void trigger(const QString &text);
    std::string list() const;
    static QString labels(const QWidget &dialog);

    std::unique_ptr<WindowUser> m_user;
};

namespace {

std::string policy(const std::string &name, const std::string &types, const std::string &rules,
                   const std::string &ns = "shop")
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
           "\n  namespace: " + ns +
           "\nspec:\n  podSelector:\n    matchLabels:\n      app: " + name +
           "\n  policyTypes:\n    - " + types + "\n" + rules;
}

std::string rule(const std::string &key, const std::string &app, int port)
{
    return std::string(key == "from" ? "  ingress:\n" : "  egress:\n") + "    - " + key +
           ":\n        - podSelector:\n            matchLabels:\n              app: " + app +
           "\n      ports:\n        - port: " + std::to_string(port) + "\n";
}

/// web reaches api; nothing restricts its egress.
const std::string kShop = "# the shop\n" + policy("web", "Ingress", "") + "---\n" +
                          policy("api", "Ingress", rule("from", "web", 8080));

/// The same, half open: web may send nothing.
const std::string kHalfOpen =
    policy("web", "Egress", "") + "---\n" + policy("api", "Ingress", rule("from", "web", 8080));

const std::string kWrittenEgress = "  egress:\n    - to:\n        - podSelector:\n            "
                                   "matchLabels:\n              app: api\n      ports:\n"
                                   "        - protocol: TCP\n          port: 8080\n";

} // namespace

void KeepingTest::init()
{
    m_user = std::make_unique<WindowUser>();
}

void KeepingTest::open(const std::string &text)
{
    m_user->document().startUntitled(QByteArray::fromStdString(text));
    m_user->canvas()->fit();
}

void KeepingTest::trigger(const QString &text)
{
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == text) {
            action->trigger();
            return;
        }
    QFAIL(qPrintable(text));
}

std::string KeepingTest::list() const
{
    return report::listText(
        report::list(m_user->document().workspace(), m_user->document().evaluator()));
}

QString KeepingTest::labels(const QWidget &dialog)
{
    QString all;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        all += label->isVisible() ? label->text() + QLatin1Char('\n') : QString();
    return all;
}

void KeepingTest::deniedEgressKeepsWhatIsDrawn()
{
    open(kShop);
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<IsolateDialog>([](IsolateDialog *dialog) {
        QVERIFY(dialog->keepBox()->isChecked());
        QVERIFY(dialog->dnsBox()->isVisible());
        const QString all = labels(*dialog);
        QVERIFY2(!all.contains("web (shop) → api (shop)"), qPrintable(all));
        QTest::keyClick(dialog->keepBox(), Qt::Key_Space);
        QVERIFY(labels(*dialog).contains("web (shop) → api (shop): TCP 8080 is no longer allowed"));
        QTest::keyClick(dialog->keepBox(), Qt::Key_Space);
        QVERIFY(!labels(*dialog).contains("web (shop) → api (shop)"));
        QTest::keyClick(dialog->dnsBox(), Qt::Key_Space);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    trigger(QStringLiteral("Deny E&gress by Default…"));
    QCOMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->document().graph().arrow(m_user->arrow("web", "api"))->state,
             graph::ArrowState::Allowed);
    QVERIFY(list().find("shop/web[Pods] => shop/api[Pods] : TCP 8080\n") != std::string::npos);
    const std::string web = policy("web", "Ingress", "") + "    - Egress\n" + kWrittenEgress;
    QVERIFY2(m_user->bytes().starts_with("# the shop\n" + web + "---\n"), m_user->bytes().c_str());
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), kShop);
}

void KeepingTest::untickedEgressCutsWhatIsDrawn()
{
    open(kShop);
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<IsolateDialog>([](IsolateDialog *dialog) {
        QTest::mouseClick(dialog->keepBox(), Qt::LeftButton, {}, QPoint(8, 8));
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    trigger(QStringLiteral("Deny E&gress by Default…"));
    QCOMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->document().graph().arrow(m_user->arrow("web", "api"))->state,
             graph::ArrowState::HalfOpenAtSource);
    QVERIFY(m_user->bytes().starts_with("# the shop\n" + policy("web", "Ingress", "") + "---\n"));
}

void KeepingTest::deniedIngressKeepsWhatIsDrawn()
{
    const std::string text =
        policy("web", "Egress", rule("to", "api", 8080)) + "---\n" + policy("api", "Egress", "");
    open(text);
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<IsolateDialog>([](IsolateDialog *dialog) {
        QVERIFY(dialog->keepBox()->isVisible() && dialog->keepBox()->isChecked());
        QVERIFY(!dialog->dnsBox()->isVisible());
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    trigger(QStringLiteral("Deny &Ingress by Default"));
    QCOMPARE(m_user->undoCount(), 1);
    QVERIFY(list().find("shop/web[Pods] => shop/api[Pods] : TCP 8080\n") != std::string::npos);
    QVERIFY(m_user->bytes().starts_with(policy("web", "Egress", rule("to", "api", 8080))));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), text);
}

void KeepingTest::wallThatCutsNothingAsksNothing()
{
    open(policy("web", "Ingress", ""));
    m_user->canvas()->setSelection({"frame:shop"});
    trigger(QStringLiteral("Deny &Ingress by Default"));
    QCOMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->bytes().find("name: default-deny\n") != std::string::npos);
}

void KeepingTest::cancelledWallChangesNothing()
{
    open(kShop);
    m_user->canvas()->setSelection({"frame:shop"});
    m_user->answer<IsolateDialog>(
        [](IsolateDialog *dialog) { QTest::keyClick(dialog, Qt::Key_Escape); });
    trigger(QStringLiteral("Deny E&gress by Default…"));
    QCOMPARE(m_user->undoCount(), 0);
    QCOMPARE(m_user->bytes(), kShop);
}

void KeepingTest::otherSideByShortcut()
{
    open(kHalfOpen);
    QVERIFY(m_user->document().graph().arrow(m_user->arrow("web", "api"))->isHalfOpen());
    m_user->canvas()->setSelection({m_user->arrow("web", "api")});
    m_user->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    // The half that is there stays as it is written.
    QCOMPARE(m_user->bytes(), policy("web", "Egress", kWrittenEgress) + "---\n" +
                                  policy("api", "Ingress", rule("from", "web", 8080)));
    QVERIFY(!m_user->document().graph().arrow(m_user->arrow("web", "api"))->isHalfOpen());
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), kHalfOpen);
}

void KeepingTest::otherSideByContextMenu()
{
    open(policy("web", "Egress", rule("to", "api", 8080)) + "---\n" + policy("api", "Ingress", ""));
    const graph::Key key = m_user->arrow("web", "api");
    QCOMPARE(m_user->document().graph().arrow(key)->state, graph::ArrowState::HalfOpenAtTarget);
    auto *timer = new QTimer(&m_user->window());
    connect(timer, &QTimer::timeout, this, [timer] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        if (!menu)
            return;
        timer->stop();
        for (QAction *action : menu->actions())
            if (action->text() == QStringLiteral("Allow the Other Side Too"))
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
        menu->close();
    });
    timer->start(20);
    m_user->canvas()->reveal(key);
    QTest::keyClick(m_user->canvas(), Qt::Key_Menu);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->bytes().starts_with(policy("web", "Egress", rule("to", "api", 8080)) + "---"));
    QVERIFY(list().find("shop/web[Pods] => shop/api[Pods] : TCP 8080\n") != std::string::npos);
}

void KeepingTest::otherSideFromTheInspector()
{
    open(kHalfOpen);
    m_user->canvas()->setSelection({m_user->arrow("web", "api")});
    QLabel *body = nullptr;
    for (QLabel *label : m_user->window().inspector()->findChildren<QLabel *>())
        if (label->text().contains(QStringLiteral("href='other-side'")))
            body = label;
    QTRY_VERIFY(body);
    body->setFocus();
    QTest::keyClick(body, Qt::Key_Tab); // to the first link of the text
    QTest::keyClick(body, Qt::Key_Return);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(!m_user->document().graph().arrow(m_user->arrow("web", "api"))->isHalfOpen());
    QTRY_VERIFY(!body->text().contains(QStringLiteral("href='other-side'")));
}

/// twin has the labels of web: it would get the connection too.
void KeepingTest::otherSideShowsWhoElseChanges()
{
    const auto pod = [](const char *name) {
        return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + std::string(name) +
               ", namespace: shop, labels: {app: web}}\n";
    };
    const std::string text = kHalfOpen + pod("one") + pod("twin");
    open(text);
    const graph::Key key = m_user->arrow("one", "api");
    QVERIFY(!key.empty());
    m_user->canvas()->setSelection({key});
    QString told;
    m_user->answer<ConfirmDialog>([&](ConfirmDialog *dialog) {
        told = labels(*dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    m_user->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(told.contains("twin (shop) → api (shop): TCP 8080 is newly allowed"));
    QCOMPARE(m_user->bytes(), text);
    m_user->answer<ConfirmDialog>([](ConfirmDialog *dialog) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        Q_UNUSED(dialog);
    });
    m_user->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
}

void KeepingTest::otherSideNeedsAHalfOpenArrow()
{
    open(kShop);
    m_user->canvas()->setSelection({m_user->arrow("web", "api")});
    m_user->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_user->window().statusBar()->currentMessage().contains("half open"));
    QCOMPARE(m_user->undoCount(), 0);
}

void KeepingTest::duplicatesOverNamespaces()
{
    const std::string text = policy("web", "Ingress", "") + "---\n" +
                             policy("db", "Ingress", rule("from", "db", 5432), "data");
    open(text);
    m_user->canvas()->setSelection({m_user->key("web"), m_user->key("db")});
    m_user->press(Qt::Key_D, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(!m_user->key("web-2").empty());
    QCOMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->key("web-2"), graph::Key("shop/{app=web-2}"));
    QCOMPARE(m_user->key("db-2"), graph::Key("data/{app=db-2}"));
    QCOMPARE(m_user->canvas()->selection(), (std::set{m_user->key("web-2"), m_user->key("db-2")}));
    QVERIFY(m_user->bytes().starts_with(text));
    QVERIFY(m_user->window().statusBar()->currentMessage().contains("data, shop"));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), text);
}

/// One namespace goes where the user is, if anywhere; several stay what they are.
void KeepingTest::pastesOverNamespaces()
{
    const std::string text = policy("web", "Ingress", "") + "---\n" +
                             policy("db", "Ingress", rule("from", "db", 5432), "data") + "---\n" +
                             policy("job", "Ingress", "", "batch");
    open(text);
    m_user->canvas()->setSelection({m_user->key("web"), m_user->key("db")});
    m_user->press(Qt::Key_C, Qt::ControlModifier);
    m_user->canvas()->setSelection({"frame:batch"});
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->key("web-2"), graph::Key("shop/{app=web-2}"));
    QCOMPARE(m_user->key("db-2"), graph::Key("data/{app=db-2}"));
    m_user->document().undoStack()->undo();
    m_user->canvas()->setSelection({m_user->key("web")});
    m_user->press(Qt::Key_C, Qt::ControlModifier);
    m_user->canvas()->setSelection({"frame:batch"});
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->document().graph().node("batch/{app=web}"));
    m_user->document().undoStack()->undo();
    m_user->canvas()->setSelection({}); // nowhere in particular
    m_user->press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->key("web-2"), graph::Key("shop/{app=web-2}"));
    m_user->document().undoStack()->undo();
    QCOMPARE(m_user->bytes(), text);
}

/// web is known by the rule of api's policy alone.
void KeepingTest::removedPolicySaysWhatIsNotShown()
{
    std::string wall = policy("api", "Ingress", "");
    wall.replace(wall.find("name: api") + 6, 3, "api-wall");
    const std::string text = policy("api", "Ingress", rule("from", "web", 8080)) + "---\n" + wall;
    open(text);
    const graph::Key key = m_user->arrow("web", "api");
    QVERIFY(!key.empty());
    m_user->canvas()->setSelection({key});
    QString told;
    m_user->answer<ConfirmDialog>([&](ConfirmDialog *dialog) {
        told = labels(*dialog);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    trigger(QStringLiteral("Remove Polic&y…"));
    QVERIFY2(told.contains("web (shop) → api (shop): TCP 8080 is no longer allowed"),
             qPrintable(told));
    QVERIFY2(told.contains("No longer shown on its own, because no other NetworkPolicy picks just "
                           "these pods: web (shop)."),
             qPrintable(told));
    QCOMPARE(m_user->bytes(), text);
    QCOMPARE(m_user->undoCount(), 0);
}

void KeepingTest::deleteKeyRevokesAndRemoves()
{
    open(kShop);
    m_user->canvas()->setSelection({m_user->arrow("web", "api")});
    QTest::keyClick(m_user->canvas(), Qt::Key_Delete);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->document().undoStack()->undoText().startsWith(QStringLiteral("Revoke")));
    QVERIFY(m_user->arrow("web", "api").empty());
    m_user->canvas()->setSelection({m_user->key("api")});
    m_user->answer<RemoveDialog>(
        [](RemoveDialog *) { QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); });
    QTest::keyClick(m_user->canvas(), Qt::Key_Delete);
    QTRY_COMPARE(m_user->undoCount(), 2);
    QVERIFY(m_user->key("api").empty());
}

QTEST_MAIN(KeepingTest)
#include "tst_keeping.moc"
