#include "panels/explain_panel.h"
#include "text/text_editor.h"
#include "text/text_panel.h"
#include "window_user.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>

using namespace drawbridge;

/// Why a connection is allowed or not, asked and read in the window.
class ExplainPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }

    void anArrowIsExplained();
    void twoServicesAreExplained();
    void portsAreAsked();
    void linksLeadToTheText();
    void theRepairIsOneUndoStep();
    void theAnswerFollowsEdits();
    void theInternetIsAnEnd();
    void oneStandsForMany_data();
    void oneStandsForMany();
    void whatCannotBeAskedIsSaid();
    void screenReadersAreTold();
    void whatIsHalfTypedStays();

private:
    static QString answer(WindowUser &user)
    {
        return user.window().explanation()->answer()->toPlainText();
    }
    static void choose(QComboBox *box, const QString &text)
    {
        box->setFocus();
        QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(box, text);
        QTest::keyClick(box, Qt::Key_Return);
    }
    /// Clicks a link of the answer with the mouse.
    static void clickLink(WindowUser &user, const QString &start)
    {
        QTextBrowser *browser = user.window().explanation()->answer();
        QPoint at;
        for (int y = 0; y < browser->viewport()->height() && at.isNull(); y += 3)
            for (int x = 0; x < browser->viewport()->width() && at.isNull(); x += 3)
                if (browser->anchorAt({x, y}).startsWith(start))
                    at = QPoint(x + 1, y + 1);
        QVERIFY2(!at.isNull(), qPrintable(start));
        QTest::mouseClick(browser->viewport(), Qt::LeftButton, {}, at);
    }
};

void ExplainPanelTest::anArrowIsExplained()
{
    WindowUser user;
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    QVERIFY(user.window().explanation()->isVisible());
    QVERIFY2(answer(user).contains("Allowed: TCP 8080."), qPrintable(answer(user)));
    QVERIFY(answer(user).contains("Rule 1 of policy shop/api admits TCP 8080."));
    QCOMPARE(user.undoCount(), 0);
}

void ExplainPanelTest::twoServicesAreExplained()
{
    WindowUser user;
    user.click("gateway");
    QTest::mouseClick(user.canvas(), Qt::LeftButton, Qt::ControlModifier, user.center("database"));
    QCOMPARE(user.canvas()->selection().size(), std::size_t(2));
    user.press(Qt::Key_F7);
    ExplainPanel *panel = user.window().explanation();
    const QSet<QString> ends{panel->source()->currentText(), panel->target()->currentText()};
    const QSet<QString> expected{"gateway (shop)", "database (shop)"};
    QCOMPARE(ends, expected);
    QVERIFY2(answer(user).contains("Nothing is allowed."), qPrintable(answer(user)));
    const QString before = panel->source()->currentText();
    QTest::mouseClick(panel->swapButton(), Qt::LeftButton);
    QCOMPARE(panel->target()->currentText(), before);
}

void ExplainPanelTest::portsAreAsked()
{
    WindowUser user;
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    QLineEdit *ports = user.window().explanation()->ports();
    retype(ports, "TCP 8080");
    QTRY_VERIFY(answer(user).contains("Allowed: TCP 8080."));
    retype(ports, "udp/8080");
    QTRY_VERIFY2(answer(user).contains("Not allowed: UDP 8080."), qPrintable(answer(user)));
    QVERIFY(answer(user).contains("it is for TCP 8080"));
    retype(ports, "99999");
    QTRY_VERIFY(answer(user).contains("99999"));
    QVERIFY(!answer(user).contains("llowed:"));
}

void ExplainPanelTest::linksLeadToTheText()
{
    WindowUser user;
    user.window().text()->currentEditor()->setTextCursor(
        QTextCursor(user.window().text()->currentEditor()->document()));
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    clickLink(user, "place:");
    const int line = user.window().text()->currentEditor()->textCursor().blockNumber() + 1;
    QVERIFY(answer(user).contains(":" + QString::number(line)));
    QCOMPARE(user.undoCount(), 0);
}

void ExplainPanelTest::theRepairIsOneUndoStep()
{
    WindowUser user;
    const std::string before = user.bytes();
    user.press(Qt::Key_F7);
    ExplainPanel *panel = user.window().explanation();
    choose(panel->source(), "gateway");
    choose(panel->target(), "database");
    retype(panel->ports(), "5432");
    QTRY_VERIFY(panel->repairButton()->isVisible());
    QCOMPARE(panel->repairButton()->text(), QStringLiteral("Allow TCP 5432"));
    QCOMPARE(user.bytes(), before);
    QTest::mouseClick(panel->repairButton(), Qt::LeftButton);
    QCOMPARE(user.undoCount(), 1);
    QVERIFY(!user.arrow("gateway", "database").empty());
    QTRY_VERIFY2(answer(user).contains("✓ Allowed: TCP 5432."), qPrintable(answer(user)));
    QVERIFY(!panel->repairButton()->isVisible());
    user.document().undoStack()->undo();
    QCOMPARE(user.bytes(), before);
    QTRY_VERIFY(answer(user).contains("Not allowed: TCP 5432."));
}

void ExplainPanelTest::theAnswerFollowsEdits()
{
    WindowUser user;
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    QVERIFY(answer(user).contains("Allowed: TCP 8080."));
    user.canvas()->setFocus();
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    QTest::keyClick(user.canvas(), Qt::Key_Delete);
    QCOMPARE(user.undoCount(), 1);
    QTRY_VERIFY2(answer(user).contains("Nothing is allowed."), qPrintable(answer(user)));
}

void ExplainPanelTest::theInternetIsAnEnd()
{
    WindowUser user;
    user.press(Qt::Key_F7);
    ExplainPanel *panel = user.window().explanation();
    choose(panel->source(), "Internet");
    choose(panel->target(), "gateway");
    QTRY_VERIFY2(answer(user).contains("Allowed: TCP 8443."), qPrintable(answer(user)));
    // IPv4 and IPv6 are told apart, since rules speak of both.
    QVERIFY(answer(user).contains("every IPv4 address outside →"));
    QVERIFY(answer(user).contains("every IPv6 address outside →"));
}

static const char *kPods = R"(
---
apiVersion: v1
kind: Pod
metadata: {name: one, namespace: first, labels: {app: one}}
---
apiVersion: v1
kind: Pod
metadata: {name: two, namespace: second, labels: {app: two}}
---
apiVersion: v1
kind: Pod
metadata: {name: other, namespace: second, labels: {app: other}}
---
apiVersion: v1
kind: Namespace
metadata: {name: empty}
)";

void ExplainPanelTest::oneStandsForMany_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("podSelector");
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("words");
    const QByteArray first = "[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "
                             "first}}}]";
    QTest::newRow("a namespace to a namespace")
        << first << QByteArray("{}") << "one (first)"
        << "other (second)"
        << "The services of second are many. Here other stands for them";
    QTest::newRow("a namespace to a service")
        << first << QByteArray("{matchLabels: {app: two}}") << "one (first)"
        << "two (second)"
        << "The services of first are many.";
    QTest::newRow("a namespace to itself")
        << QByteArray("[{podSelector: {}}]") << QByteArray("{}") << "other (second)"
        << "two (second)"
        << "The services of second are many.";
    QTest::newRow("every pod") << QByteArray("[{namespaceSelector: {}}]")
                               << QByteArray("{matchLabels: {app: two}}") << "one (first)"
                               << "two (second)"
                               << "All pods of the cluster are many.";
    QTest::newRow("everyone") << QByteArray("[]") << QByteArray("{matchLabels: {app: two}}")
                              << "Internet"
                              << "two (second)"
                              << "Here the Internet is asked about in their place";
}

void ExplainPanelTest::oneStandsForMany()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, podSelector);
    QFETCH(QString, source);
    QFETCH(QString, target);
    QFETCH(QString, words);
    WindowUser user;
    user.window().document().startUntitled(
        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: "
        "second}\nspec:\n  podSelector: " +
        podSelector + "\n  ingress:\n  - from: " + from + "\n    ports: [{port: 80}]\n" + kPods);
    const auto &arrows = user.window().document().graph().arrows;
    QCOMPARE(arrows.size(), std::size_t(1));
    user.canvas()->setSelection({arrows.front().key});
    user.press(Qt::Key_F7);
    ExplainPanel *panel = user.window().explanation();
    QCOMPARE(panel->source()->currentText(), source);
    QCOMPARE(panel->target()->currentText(), target);
    QVERIFY2(answer(user).contains(words), qPrintable(answer(user)));
    QVERIFY2(answer(user).contains("TCP 80"), qPrintable(answer(user)));
    choose(panel->target(), "one");
    QVERIFY2(!answer(user).contains(words), qPrintable(answer(user))); // it is what was chosen
}

void ExplainPanelTest::whatCannotBeAskedIsSaid()
{
    WindowUser user;
    user.window().document().startUntitled(kPods);
    user.canvas()->setSelection({graph::frameKey("empty")});
    user.press(Qt::Key_F7);
    QCOMPARE(user.window().explanation()->source()->currentIndex(), -1);
    QVERIFY2(answer(user).contains("empty has no service here"), qPrintable(answer(user)));
}

void ExplainPanelTest::screenReadersAreTold()
{
    WindowUser user;
    user.canvas()->setSelection({user.arrow("frontend", "api")});
    user.press(Qt::Key_F7);
    ExplainPanel *panel = user.window().explanation();
    QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(panel->answer());
    QCOMPARE(reader->text(QAccessible::Name), QStringLiteral("Explanation"));
    QVERIFY(reader->text(QAccessible::Description).contains("Allowed: TCP 8080."));
    for (QWidget *field :
         {static_cast<QWidget *>(panel->source()), static_cast<QWidget *>(panel->target()),
          static_cast<QWidget *>(panel->ports())})
        QVERIFY(!QAccessible::queryAccessibleInterface(field)->text(QAccessible::Name).isEmpty());
}

void ExplainPanelTest::whatIsHalfTypedStays()
{
    WindowUser user;
    user.press(Qt::Key_F7);
    QComboBox *box = user.window().explanation()->source();
    const int count = box->count();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(box, QStringLiteral("gxt"));
    QTest::keyClick(box, Qt::Key_Left);
    QStringList names;
    for (int i = 0; i < count; ++i)
        names += box->itemText(i);
    user.window().explanation()->setEnds(names + QStringList{QStringLiteral("zebra (shop)")});
    QCOMPARE(box->count(), count + 1);
    QCOMPARE(box->currentText(), QStringLiteral("gxt"));
    QCOMPARE(box->lineEdit()->cursorPosition(), 2);
}

QTEST_MAIN(ExplainPanelTest)
#include "tst_explain_panel.moc"
