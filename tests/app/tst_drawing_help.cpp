#include "canvas/canvas_widget.h"
#include "document/document.h"
#include "window/connect_dialog.h"
#include "window/ends_questions.h"
#include "window/isolate_dialog.h"
#include "window/main_window.h"
#include "window/named_ends.h"
#include "window/ports_field.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace drawbridge;

/// What the popover offers while a connection is drawn, by real keys and clicks.
class DrawingHelpTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void knownPortsAreOfferedAsChoices();
    void servicePortsAreTranslated();
    void namedPortsAreWrittenByName();
    void swapTurnsTheConnectionRound();
    void internetOrAnyone();
    void metricsAskWhoOpens();
    void narrowIsOfferedWhereItHelps();
    void narrowIsNotOfferedForNothing();
    void dnsComesWithDeniedEgress();
    void dnsOfTheClusterIsDetected();

private:
    Document &document() { return m_window->document(); }
    std::string bytes()
    {
        return document().workspace().file(document().workspace().files().front()).bytes();
    }
    std::optional<edit::End> end(const std::string &title);
    std::unique_ptr<ConnectDialog> dialog(const std::string &source, const std::string &target);
    std::string added(ConnectDialog &dialog);
    void denyEgress(const std::function<void(IsolateDialog *)> &fill);
    static void click(QWidget *button) { QTest::mouseClick(button, Qt::LeftButton); }

    std::unique_ptr<MainWindow> m_window;
    std::string m_before;
};

namespace {

std::string pod(const std::string &name, const std::string &labels, const std::string &ports = {})
{
    return "apiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name +
           "\n  namespace: shop\n  labels: {" + labels +
           "}\nspec:\n  containers:\n    - name: c\n" +
           (ports.empty() ? "" : "      ports: [" + ports + "]\n") + "---\n";
}

const std::string kShop =
    pod("api", "app: api", "{name: http, containerPort: 8080}, {containerPort: 9102}") +
    pod("web", "app: web") + pod("web-canary", "app: web, track: canary") +
    pod("prometheus", "app.kubernetes.io/name: prometheus", "{containerPort: 9090}") +
    "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\n"
    "spec: {selector: {app: api}, ports: [{port: 80, targetPort: http}]}\n---\n"
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: default-deny\n"
    "  namespace: shop\nspec:\n  podSelector: {}\n  policyTypes:\n    - Ingress\n";

} // namespace

void DrawingHelpTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("drawbridge-tests"));
    QSettings().clear();
}

void DrawingHelpTest::init()
{
    m_window = std::make_unique<MainWindow>();
    m_window->resize(1500, 950);
    m_window->show();
    document().startUntitled(QByteArray::fromStdString(kShop));
    m_before = bytes();
}

void DrawingHelpTest::cleanup()
{
    m_window.reset();
}

std::optional<edit::End> DrawingHelpTest::end(const std::string &title)
{
    for (const graph::Node &node : document().graph().nodes)
        if (node.title == title)
            return endOf(document().graph(), node.key);
    return endOf(document().graph(), title);
}

std::unique_ptr<ConnectDialog> DrawingHelpTest::dialog(const std::string &source,
                                                       const std::string &target)
{
    auto result =
        std::make_unique<ConnectDialog>(document(), end(source), end(target), m_window.get());
    result->setVisible(true);
    return result;
}

/// What Enter in the ports field writes, in one undo step.
std::string DrawingHelpTest::added(ConnectDialog &dialog)
{
    QTest::keyClick(dialog.portsEdit(), Qt::Key_Return);
    if (dialog.isVisible()) // what else changes was shown first
        QTest::keyClick(dialog.portsEdit(), Qt::Key_Return);
    if (document().undoStack()->index() != 1 || !bytes().starts_with(m_before))
        return "nothing, or more than one step";
    return bytes().substr(m_before.size());
}

void DrawingHelpTest::knownPortsAreOfferedAsChoices()
{
    const auto popover = dialog("prometheus", "api");
    const auto choices = popover->portsField()->choices();
    QCOMPARE(choices.size(), std::size_t(2));
    QCOMPARE(choices[0]->text(), QStringLiteral("8080 http"));
    QVERIFY(choices[0]->isChecked() && choices[1]->isChecked());
    click(choices[0]);
    QCOMPARE(popover->portsEdit()->text(), QStringLiteral("9102"));
    QVERIFY(!choices[0]->isChecked());
    popover->portsEdit()->selectAll();
    QTest::keyClicks(popover->portsEdit(), "all");
    QVERIFY(!choices[1]->isChecked());
    choices[1]->setFocus();
    QTest::keyClick(choices[1], Qt::Key_Space);
    QCOMPARE(popover->portsEdit()->text(), QStringLiteral("9102"));
    const std::string text = added(*popover);
    QVERIFY2(text.find("port: 9102\n") != std::string::npos, text.c_str());
    QCOMPARE(text.find("8080"), std::string::npos);
}

void DrawingHelpTest::servicePortsAreTranslated()
{
    const auto popover = dialog("prometheus", "api");
    popover->portsEdit()->selectAll();
    QVERIFY(!popover->portsField()->translateButton()->isVisible());
    QTest::keyClicks(popover->portsEdit(), "80");
    QPushButton *use = popover->portsField()->translateButton();
    QVERIFY(use->isVisible());
    QCOMPARE(use->text(), QStringLiteral("Use 8080"));
    QString all;
    for (const QLabel *label : popover->findChildren<QLabel *>())
        all += label->isVisible() ? label->text() + u'\n' : QString();
    QVERIFY2(all.contains(QStringLiteral("Port 80 of the Service api is port 8080 of its pods.")),
             qPrintable(all));
    click(use);
    QCOMPARE(popover->portsEdit()->text(), QStringLiteral("8080"));
    QVERIFY(!use->isVisible());
    QVERIFY(added(*popover).find("port: 8080\n") != std::string::npos);
}

void DrawingHelpTest::namedPortsAreWrittenByName()
{
    const auto popover = dialog("prometheus", "api");
    popover->portsEdit()->selectAll();
    QTest::keyClicks(popover->portsEdit(), "http");
    QVERIFY(popover->portsField()->choices()[0]->isChecked());
    const std::string text = added(*popover);
    QVERIFY2(text.find("port: http\n") != std::string::npos, text.c_str());
    const graph::Arrow *arrow =
        document().graph().arrow(end("prometheus")->name + '\n' + end("api")->name);
    QVERIFY(arrow && arrow->label == "TCP 8080");
}

void DrawingHelpTest::swapTurnsTheConnectionRound()
{
    const auto popover = dialog("api", "prometheus");
    const auto boxes = popover->findChildren<QComboBox *>();
    const QString from = boxes[0]->currentText();
    click(popover->swapButton());
    QCOMPARE(boxes[1]->currentText(), from);
    QCOMPARE(popover->portsEdit()->text(), QStringLiteral("8080, 9102")); // of the new target
    QVERIFY(added(*popover).find("app: api") != std::string::npos);
    QVERIFY(document().graph().arrow(end("prometheus")->name + '\n' + end("api")->name));
}

void DrawingHelpTest::internetOrAnyone()
{
    const auto popover = dialog(graph::kInternetKey, "api");
    QVERIFY(popover->questions()->internetButton()->isVisible());
    QVERIFY(popover->questions()->internetButton()->isChecked());
    click(popover->questions()->anyoneButton());
    QTRY_VERIFY(popover->questions()->anyoneButton()->isChecked());
    const std::string text = added(*popover);
    QCOMPARE(text.find("ipBlock"), std::string::npos);
    QVERIFY(document().graph().arrow(std::string(graph::kEveryoneKey) + '\n' + end("api")->name));
    QVERIFY(!dialog("web", "api")->questions()->isVisible());
}

void DrawingHelpTest::metricsAskWhoOpens()
{
    const auto popover = dialog("api", "prometheus");
    QVERIFY(popover->questions()->pushButton()->isVisible());
    QVERIFY(popover->questions()->pushButton()->isChecked());
    click(popover->questions()->scrapeButton());
    QTRY_VERIFY(popover->questions()->scrapeButton()->isChecked());
    click(popover->questions()->scrapeButton()); // once more turns nothing round
    QVERIFY(added(*popover).find("app: api") != std::string::npos);
    QVERIFY(document().graph().arrow(end("prometheus")->name + '\n' + end("api")->name));
    QVERIFY(!document().graph().arrow(end("api")->name + '\n' + end("prometheus")->name));
}

void DrawingHelpTest::narrowIsOfferedWhereItHelps()
{
    const auto popover = dialog("web", "api");
    QVERIFY(popover->narrowBox()->isVisible());
    click(popover->narrowBox());
    QVERIFY(popover->narrowBox()->isChecked());
    const std::string text = added(*popover);
    QVERIFY2(text.find("operator: DoesNotExist\n") != std::string::npos, text.c_str());
    QVERIFY(document().graph().arrow(end("web")->name + '\n' + end("api")->name));
    QVERIFY(!document().graph().arrow(end("web-canary")->name + '\n' + end("api")->name));
}

void DrawingHelpTest::narrowIsNotOfferedForNothing()
{
    QVERIFY(!dialog("prometheus", "api")->narrowBox()->isVisible());
}

void DrawingHelpTest::denyEgress(const std::function<void(IsolateDialog *)> &fill)
{
    QTimer timer;
    timer.setInterval(20);
    bool isAnswered = false;
    connect(&timer, &QTimer::timeout, this, [&] {
        auto *asked = qobject_cast<IsolateDialog *>(QApplication::activeModalWidget());
        if (!asked || isAnswered)
            return;
        isAnswered = true;
        fill(asked);
        if (asked->isVisible())
            QTest::keyClick(asked, Qt::Key_Return);
    });
    timer.start();
    for (QAction *action : m_window->findChildren<QAction *>())
        if (action->text() == QStringLiteral("Deny E&gress by Default…"))
            action->trigger();
    QVERIFY(isAnswered);
}

void DrawingHelpTest::dnsComesWithDeniedEgress()
{
    denyEgress([](IsolateDialog *asked) {
        QVERIFY(asked->dnsBox()->isChecked());
        QCOMPARE(asked->serverBox()->currentIndex(), 0);
        asked->serverBox()->setFocus();
        QTest::keyClick(asked->serverBox(), Qt::Key_Down);
    });
    QCOMPARE(document().undoStack()->index(), 1);
    QVERIFY(bytes().find("cidr: 169.254.20.10/32") != std::string::npos);
    QVERIFY(bytes().find("name: default-deny-egress\n") != std::string::npos);
    document().undoStack()->undo();
    QCOMPARE(bytes(), m_before);
    denyEgress([](IsolateDialog *asked) {
        asked->dnsBox()->setFocus();
        QTest::keyClick(asked->dnsBox(), Qt::Key_Space);
    });
    QVERIFY(bytes().find("name: default-deny-egress\n") != std::string::npos);
    QCOMPARE(bytes().find("allow-dns"), std::string::npos);
}

void DrawingHelpTest::dnsOfTheClusterIsDetected()
{
    document().startUntitled(QByteArray::fromStdString(
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: openshift-dns\n---\n" + kShop));
    m_before = bytes();
    m_window->canvas()->setSelection({"frame:shop"});
    denyEgress([](IsolateDialog *asked) { QCOMPARE(asked->serverBox()->currentIndex(), 2); });
    QVERIFY(bytes().find("daemonset-dns: default") != std::string::npos);
}

QTEST_MAIN(DrawingHelpTest)
#include "tst_drawing_help.moc"
