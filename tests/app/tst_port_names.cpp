#include "messages/graph_words.h"
#include "panels/explain_panel.h"
#include "panels/inspector_panel.h"
#include "window/connect_dialog.h"
#include "window/declared_ports_dialog.h"
#include "window/line_dialog.h"
#include "window/policy_dialog.h"
#include "window/ports_field.h"
#include "window/rule_editor.h"
#include "window_user.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStatusBar>
#include <QTextBrowser>

using namespace drawbridge;

/// Ports by their names, and connections that are half open for some ports, by mouse and keys.
class PortNamesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void init() { m_user = std::make_unique<WindowUser>(); }
    void cleanup() { m_user.reset(); }

    void connectsByName();
    void connectsToANamespaceByName();
    void unknownNameSaysWhichThereAre();
    void declaredPortsHaveNames();
    void changedPortsTakeNames();
    void unknownPortsAreNotOffered();
    void policyFormExplainsNames();
    void nameThatMatchesNothingIsSaid();
    void questionTakesNames();
    void otherSideKeepsTheName();
    void secondPortKeepsTheWarning();
    void otherSideOfSomePorts();

private:
    void open(const std::string &text);
    void trigger(const char *text);
    QString inspected();
    graph::Key webToApi() { return m_user->arrow("web", "api"); }

    std::unique_ptr<WindowUser> m_user;
};

namespace {

std::string workload(const std::string &name, const std::string &ports = "")
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: " + name +
           ", namespace: shop}\nspec:\n  template:\n    metadata: {labels: {app: " + name +
           "}}\n    spec:\n      containers: [{name: c, ports: [" + ports + "]}]\n---\n";
}

std::string policy(const std::string &name, const std::string &type, const std::string &rules)
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " + name +
           "\n  namespace: shop\nspec:\n  podSelector:\n    matchLabels:\n      app: " + name +
           "\n  policyTypes:\n    - " + type + "\n" + rules;
}

std::string rule(const std::string &list, const std::string &key, const std::string &app,
                 const std::string &ports)
{
    return "  " + list + ":\n    - " + key + ":\n        - podSelector:\n            " +
           "matchLabels:\n              app: " + app + "\n      ports: [" + ports + "]\n";
}

const std::string kWorkloads =
    workload("web") + workload("api", "{containerPort: 8080, name: http}, {containerPort: 9102}");

} // namespace

void PortNamesTest::open(const std::string &text)
{
    m_user->document().startUntitled(QByteArray::fromStdString(text));
    m_user->canvas()->fit();
}

void PortNamesTest::trigger(const char *text)
{
    for (QAction *action : m_user->window().findChildren<QAction *>())
        if (action->text() == QString::fromUtf8(text))
            action->trigger();
}

/// What the inspector says.
QString PortNamesTest::inspected()
{
    QString all;
    for (const QLabel *label : m_user->window().inspector()->findChildren<QLabel *>())
        all += label->text() + QLatin1Char('\n');
    return all;
}

void PortNamesTest::connectsByName()
{
    open(kWorkloads + policy("api", "Ingress", ""));
    m_user->canvas()->setSelection({m_user->key("web")});
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        retype(dialog->targetBox()->lineEdit(), "api (shop)");
        retype(dialog->portsEdit(), "TCP/http");
        bool isExplained = false;
        for (const QLabel *label : dialog->portsField()->findChildren<QLabel *>())
            isExplained |= label->isVisible() && label->text().contains("http is TCP 8080");
        QVERIFY(isExplained);
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    trigger("Allow a &Connection…");
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY2(m_user->text().contains("port: http\n"), qPrintable(m_user->text()));
    QCOMPARE(m_user->document().graph().arrow(webToApi())->label, std::string("TCP 8080"));
}

void PortNamesTest::connectsToANamespaceByName()
{
    open(workload("api", "{containerPort: 8080, name: http}") +
         workload("db", "{containerPort: 8080, name: http}") + policy("api", "Ingress", "") +
         "---\n" + policy("db", "Ingress", "") + "---\n" + workload("web", "{containerPort: 1}"));
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        // web has no port of that name.
        retype(dialog->portsEdit(), "http");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        QString said;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible())
                said += label->text();
        QVERIFY2(said.contains("do not all give the name http to one port"), qPrintable(said));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(graph::kInternetKey, "frame:shop", {});
    QCOMPARE(m_user->undoCount(), 0);
}

void PortNamesTest::unknownNameSaysWhichThereAre()
{
    open(kWorkloads + policy("api", "Ingress", ""));
    QString said;
    m_user->answer<ConnectDialog>([&](ConnectDialog *dialog) {
        retype(dialog->portsEdit(), "grpc");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            if (label->isVisible())
                said += label->text();
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    emit m_user->canvas()->connectRequested(m_user->key("web"), m_user->key("api"), {});
    QVERIFY2(said.contains("grpc is neither a port nor the name of one on api (shop)"),
             qPrintable(said));
    QVERIFY(said.contains("http (8080)"));
}

void PortNamesTest::declaredPortsHaveNames()
{
    open(policy("web", "Ingress", "") + "---\n" + policy("api", "Ingress", ""));
    const std::string before = m_user->bytes();
    m_user->canvas()->setSelection({m_user->key("api")});
    m_user->answer<DeclaredPortsDialog>([](DeclaredPortsDialog *dialog) {
        retype(dialog->edit(), "http 8080, dns=UDP/53 9090");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    trigger("&Ports of the Service…");
    const graph::Key api = m_user->key("api");
    QTRY_COMPARE(m_user->document().side().ports.at(api),
                 (std::vector<std::string>{"http 8080", "dns 53/UDP", "9090"}));
    QCOMPARE(portsLine(*m_user->document().graph().node(api)),
             QStringLiteral("http 8080, dns UDP/53, 9090"));
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        retype(dialog->portsEdit(), "dns");
        bool isExplained = false;
        for (const QLabel *label : dialog->portsField()->findChildren<QLabel *>())
            isExplained |= label->isVisible() && label->text().contains("dns is UDP 53");
        QVERIFY(isExplained);
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    emit m_user->canvas()->connectRequested(m_user->key("web"), api, {});
    // No manifest says what the name is, so the number is written.
    QTRY_COMPARE(m_user->document().graph().arrow(webToApi())->label, std::string("UDP 53"));
    QVERIFY(m_user->text().contains("port: 53"));
    // A name alone is no port, which the form says and stays.
    QString told;
    QString kept;
    m_user->canvas()->setSelection({api});
    m_user->answer<DeclaredPortsDialog>([&](DeclaredPortsDialog *dialog) {
        retype(dialog->edit(), "http");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
        QVERIFY(dialog->isVisible());
        told = dialog->problemLabel()->text();
        kept = dialog->edit()->text();
        QVERIFY(dialog->problemLabel()->isVisible() && dialog->edit()->hasFocus());
        retype(dialog->edit(), "http 8081");
        QVERIFY(!dialog->problemLabel()->isVisible());
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    trigger("&Ports of the Service…");
    QTRY_VERIFY2(told.contains("http has no number"), qPrintable(told));
    QCOMPARE(kept, QStringLiteral("http"));
    QCOMPARE(m_user->document().side().ports.at(api), std::vector<std::string>{"http 8081"});
}

void PortNamesTest::changedPortsTakeNames()
{
    open(kWorkloads + policy("api", "Ingress", rule("ingress", "from", "web", "{port: 9102}")));
    m_user->canvas()->setSelection({webToApi()});
    m_user->answer<LineDialog>([](LineDialog *dialog) {
        retype(dialog->edit(), "http");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
    });
    trigger("C&hange Ports…");
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->document().graph().arrow(webToApi())->label, std::string("TCP 8080"));
}

/// What nobody knows is nothing to be opened by the Enter key.
void PortNamesTest::unknownPortsAreNotOffered()
{
    open(policy("api", "Ingress", rule("ingress", "from", "web", "{port: http}")));
    m_user->canvas()->setSelection({webToApi()});
    QString offered = QStringLiteral("unasked");
    m_user->answer<LineDialog>([&](LineDialog *dialog) {
        offered = dialog->edit()->text();
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
        retype(dialog->edit(), "8080");
        QTest::keyClick(dialog->edit(), Qt::Key_Return);
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    trigger("C&hange Ports…");
    QTRY_COMPARE(offered, QString());
    QCOMPARE(m_user->undoCount(), 0);
}

void PortNamesTest::policyFormExplainsNames()
{
    open(kWorkloads +
         policy("api", "Ingress", rule("ingress", "from", "web", "{port: http}, {port: grpc}")));
    QString said;
    m_user->canvas()->setSelection({m_user->key("api")});
    m_user->answer<PolicyDialog>([&](PolicyDialog *dialog) {
        for (const QLabel *label :
             dialog->rules(kube::Direction::Ingress)[0]->findChildren<QLabel *>())
            if (label->isVisible())
                said += label->text() + QLatin1Char('\n');
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    trigger("&Edit Policy…");
    QTRY_VERIFY2(said.contains("http is TCP 8080 of api."), qPrintable(said));
    QVERIFY(said.contains("No container of api names a TCP port grpc"));
}

void PortNamesTest::nameThatMatchesNothingIsSaid()
{
    open(kWorkloads +
         policy("api", "Ingress", rule("ingress", "from", "web", "{port: http}, {port: grpc}")));
    m_user->canvas()->setSelection({webToApi()});
    QTRY_VERIFY(inspected().contains("http is TCP 8080 of api."));
    QVERIFY(inspected().contains("No container of api names a TCP port grpc"));
    trigger("E&xplain…");
    const QString answer = m_user->window().explanation()->answer()->toPlainText();
    QVERIFY2(answer.contains("No container of api names a TCP port grpc"), qPrintable(answer));
    // One way of naming an end in one window.
    QVERIFY2(!answer.contains("[Deployment]"), qPrintable(answer));
    QVERIFY(answer.contains("Ingress of api (shop): TCP 8080 may enter."));
}

void PortNamesTest::questionTakesNames()
{
    open(kWorkloads + policy("api", "Ingress", rule("ingress", "from", "web", "{port: http}")));
    m_user->canvas()->setSelection({webToApi()});
    trigger("E&xplain…");
    ExplainPanel *panel = m_user->window().explanation();
    retype(panel->ports(), "http");
    QTRY_VERIFY(panel->answer()->toPlainText().contains("Allowed: TCP 8080."));
}

void PortNamesTest::otherSideKeepsTheName()
{
    const std::string api =
        policy("api", "Ingress", rule("ingress", "from", "web", "{port: http}, {port: 9102}"));
    open(kWorkloads + policy("web", "Egress", "") + "---\n" + api);
    m_user->canvas()->setSelection({webToApi()});
    m_user->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QVERIFY(m_user->text().contains(QString::fromStdString(api)));
    const QString text = m_user->text().section("kind: NetworkPolicy", 1, 1);
    QVERIFY2(text.contains("port: http\n") && text.contains("port: 9102\n"), qPrintable(text));
    QVERIFY(!text.contains("8080"));
    QVERIFY(m_user->window().statusBar()->currentMessage().contains("http is kept by name"));
    QVERIFY(!m_user->document().graph().arrow(webToApi())->hasHalfOpenPorts());
}

void PortNamesTest::secondPortKeepsTheWarning()
{
    open(policy("web", "Egress", rule("egress", "to", "api", "{port: 80}")) + "---\n" +
         policy("api", "Ingress", ""));
    QVERIFY(m_user->document().graph().arrow(webToApi())->isHalfOpen());
    m_user->answer<ConnectDialog>([](ConnectDialog *dialog) {
        retype(dialog->portsEdit(), "443");
        QTest::keyClick(dialog->portsEdit(), Qt::Key_Return);
    });
    emit m_user->canvas()->connectRequested(m_user->key("web"), m_user->key("api"), {});
    QTRY_COMPARE(m_user->undoCount(), 1);
    const graph::Arrow &arrow = *m_user->document().graph().arrow(webToApi());
    QCOMPARE(arrow.label, std::string("TCP 443"));
    QVERIFY(arrow.hasHalfOpenPorts() && !arrow.isHalfOpen());
    QCOMPARE(pillText(arrow), QStringLiteral("TCP 443 · half open: TCP 80"));
    const QString words = QStringLiteral("Half open: TCP 80; api does not admit it");
    QVERIFY(verdictWords(arrow, "web", "api").contains(words));
    QVERIFY(arrowTip(arrow, "web", "api").contains(words));
    m_user->canvas()->setSelection({webToApi()});
    QTRY_VERIFY(inspected().contains(words));
    const auto found = m_user->document().diagnostics();
    QVERIFY(std::any_of(found.begin(), found.end(), [](const Diagnostic &diagnostic) {
        return diagnostic.code == Code::LintHalfOpen && diagnostic.arguments.back() == "TCP 80";
    }));
}

void PortNamesTest::otherSideOfSomePorts()
{
    open(policy("web", "Egress", rule("egress", "to", "api", "{port: 443}, {port: 80}")) + "---\n" +
         policy("api", "Ingress", rule("ingress", "from", "web", "{port: 443}")));
    const std::string web = m_user->bytes().substr(0, m_user->bytes().find("---"));
    m_user->canvas()->setSelection({webToApi()});
    m_user->press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(m_user->undoCount(), 1);
    QCOMPARE(m_user->document().graph().arrow(webToApi())->label, std::string("TCP 80, 443"));
    QVERIFY(!m_user->document().graph().arrow(webToApi())->hasHalfOpenPorts());
    QVERIFY(m_user->bytes().starts_with(web));
}

QTEST_MAIN(PortNamesTest)
#include "tst_port_names.moc"
