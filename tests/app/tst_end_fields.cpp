#include "panels/explain_panel.h"
#include "window/connect_dialog.h"
#include "window/line_dialog.h"
#include "window_user.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>

using namespace drawbridge;

/// The fields in which the ends of a connection are named: nothing is guessed, typing finds them by
/// the keyboard alone, and ports that differ between pairs are not filled in.
class EndFieldsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }

    void nothingIsGuessed();
    void returnTakesTheCompletionAndGoesOn();
    void explainFieldsAreTyped();
    void longNamesAreInTheTip();
    void differentPortsAreNotFilledIn();
};

void EndFieldsTest::nothingIsGuessed()
{
    WindowUser user;
    const auto ends = [&](const std::set<graph::Key> &selection) {
        QStringList texts;
        user.canvas()->setSelection(selection);
        user.answer<ConnectDialog>([&](ConnectDialog *dialog) {
            texts = {dialog->sourceBox()->currentText(), dialog->targetBox()->currentText()};
            QVERIFY(dialog->sourceBox()->hasFocus());
            QTest::keyClick(dialog, Qt::Key_Return); // says nothing yet
            QTest::keyClick(dialog, Qt::Key_Escape);
        });
        user.press(Qt::Key_T, Qt::ControlModifier);
        return texts;
    };
    QCOMPARE(ends({}), (QStringList{"", ""}));
    QCOMPARE(ends({user.key("api")}), (QStringList{"api (shop)", ""}));
    QCOMPARE(ends({user.arrow("api", "database")}), (QStringList{"api (shop)", "database (shop)"}));
    QCOMPARE(user.undoCount(), 0);
}

void EndFieldsTest::returnTakesTheCompletionAndGoesOn()
{
    WindowUser user;
    user.canvas()->setSelection({});
    bool isSeen = false;
    user.answer<ConnectDialog>([&](ConnectDialog *dialog) {
        const auto type = [](const char *text) {
            QTest::keyClicks(QApplication::focusWidget(), text);
        };
        type("gate");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(dialog->isVisible() && dialog->targetBox()->hasFocus());
        QCOMPARE(dialog->sourceBox()->currentText(), QStringLiteral("gateway (shop)"));
        type("DATAB");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Enter, Qt::KeypadModifier);
        QVERIFY(dialog->isVisible() && dialog->portsEdit()->hasFocus());
        QCOMPARE(dialog->targetBox()->currentText(), QStringLiteral("database (shop)"));
        retype(dialog->portsEdit(), "5432");
        isSeen = true;
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        QVERIFY(!dialog->isVisible());
    });
    user.press(Qt::Key_T, Qt::ControlModifier);
    QVERIFY(isSeen);
    QCOMPARE(user.undoCount(), 1);
    QVERIFY(!user.arrow("gateway", "database").empty());
}

void EndFieldsTest::explainFieldsAreTyped()
{
    WindowUser user;
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    ExplainPanel *panel = user.window().explanation();
    const auto type = [](QComboBox *box, const char *text) {
        retype(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    };
    type(panel->source(), "gatew");
    QCOMPARE(panel->source()->currentText(), QStringLiteral("gateway (shop)"));
    type(panel->target(), "BASE"); // anywhere in the name
    QCOMPARE(panel->target()->currentText(), QStringLiteral("database (shop)"));
    QVERIFY2(panel->answer()->toPlainText().contains("Nothing is allowed."),
             qPrintable(panel->answer()->toPlainText()));
    type(panel->target(), "nobody");
    QCOMPARE(panel->answer()->toPlainText(), QStringLiteral("There is no service called nobody."));
    QCOMPARE(panel->target()->currentText(), QStringLiteral("nobody")); // to be mended
    type(panel->target(), "e");
    QVERIFY2(panel->answer()->toPlainText().startsWith("Several services are called like e."),
             qPrintable(panel->answer()->toPlainText()));
    type(panel->target(), "frontend (shop)");
    QVERIFY(panel->answer()->toPlainText().contains("Allowed: TCP 3000."));
}

void EndFieldsTest::longNamesAreInTheTip()
{
    ExplainPanel panel;
    const QString name = QStringLiteral("a-service-with-a-<very>-long-name (a-namespace)");
    panel.setEnds({name, QStringLiteral("b")});
    panel.choose(0, 1);
    QVERIFY(panel.source()->toolTip().contains(name.toHtmlEscaped()));
    QVERIFY(!panel.target()->toolTip().contains(name.toHtmlEscaped()));
    QVERIFY(panel.source()->itemData(0, Qt::ToolTipRole).toString().contains("long-name"));
    QCOMPARE(panel.source()->lineEdit()->cursorPosition(), 0);
}

/// Some pods of the namespace may use one port more.
void EndFieldsTest::differentPortsAreNotFilledIn()
{
    WindowUser user;
    const auto policy = [](const std::string &name, const std::string &rules) {
        return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " +
               name + ", namespace: s}\nspec:\n  podSelector: {matchLabels: {app: " + name +
               "}}\n  policyTypes: [Ingress]\n  ingress:\n" + rules;
    };
    const std::string all = "  - from: [{podSelector: {}}]\n    ports: [{port: ";
    user.document().startUntitled(QByteArray::fromStdString(
        policy("a",
               "  - from: [{podSelector: {matchLabels: {app: b}}}]\n    ports: [{port: 81}]\n" +
                   all + "80}]\n") +
        policy("b", all + "80}]\n") + policy("c", all + "80}]\n")));
    graph::Key varies;
    for (const graph::Arrow &arrow : user.document().graph().arrows)
        if (arrow.differs)
            varies = arrow.key;
    QVERIFY(!varies.empty());
    const std::string before = user.bytes();
    user.canvas()->setSelection({varies});
    bool isSeen = false;
    user.answer<LineDialog>([&](LineDialog *dialog) {
        QCOMPARE(dialog->edit()->text(), QString());
        bool isSaid = false;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            isSaid |= label->text().contains("have different ports");
        QVERIFY(isSaid);
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        isSeen = true;
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    for (QAction *action : user.window().findChildren<QAction *>())
        if (action->text() == QStringLiteral("C&hange Ports…"))
            action->trigger();
    QTRY_VERIFY(isSeen);
    QCOMPARE(user.undoCount(), 0);
    QCOMPARE(user.bytes(), before);
}

QTEST_MAIN(EndFieldsTest)
#include "tst_end_fields.moc"
