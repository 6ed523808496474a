#include "messages/graph_words.h"
#include "panels/connections_model.h"
#include "panels/inspector_panel.h"
#include "panels/problems_panel.h"
#include "window/ends_questions.h"
#include "window/settings.h"
#include "window/settings_dialog.h"
#include "window_user.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRadioButton>
#include <QUndoStack>

#include <algorithm>

using namespace drawbridge;

/// Judging as a network plugin, by the menu and the settings.
class PluginTest : public WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { prepare(); }
    void init();
    void cleanup();

    void menuChangesWhatIsDrawnAndSaid();
    void choiceIsTheUsers();
    void settingsTakeAnyVersion();
    void versionsAreOfTheirPlugin();
    void nothingEnforcedOpensEverything();
    void plansOfAnotherProfileAreNotPushed();
    void addressesOfPodsAreSaid();

private:
    QMenu *menu() const;
    QAction *choice(const QString &name) const;
    void choose(const QString &name);
    QString judgedAs() const
    {
        const auto *label = m_window->findChild<QLabel *>(QStringLiteral("judgedAs"));
        return label->isVisible() ? label->text() : QString();
    }
    int findings(Code code)
    {
        int count = 0;
        for (const Diagnostic &finding : document().diagnostics())
            count += finding.code == code;
        return count;
    }
};

namespace {

const QByteArray kText = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec: {podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Ingress]
  ingress:
  - from: [{podSelector: {matchLabels: {app: web}}}]
    ports: [{port: 8000, endPort: 8010}]
)";

} // namespace

void PluginTest::init()
{
    QSettings().clear();
    openWindow();
    document().startUntitled(kText);
}

/// Where the plugin takes pods by their addresses, the form, the arrow and the problems say so.
void PluginTest::addressesOfPodsAreSaid()
{
    document().startUntitled(kText + R"(  - from: [{ipBlock: {cidr: 0.0.0.0/0}}]
)");
    EndsQuestions questions;
    const edit::End internet{edit::End::Kind::Internet, {}, {}};
    const auto asked = [&] {
        questions.ask(document(), internet, edit::End{edit::End::Kind::Endpoint, "shop/db", {}});
        return questions.internetButton()->text();
    };
    QVERIFY(asked().contains(QStringLiteral("no pods of the cluster")));
    choose(QStringLiteral("Calico"));
    QVERIFY(asked().contains(QStringLiteral("those of pods too")));
    QCOMPARE(findings(Code::PluginIpBlockMeansPods), 1);
    const auto &arrows = document().graph().arrows;
    const auto found = std::find_if(arrows.begin(), arrows.end(), [](const graph::Arrow &arrow) {
        return arrow.source == graph::kInternetKey;
    });
    QVERIFY(found != arrows.end());
    QVERIFY(pillText(*found).contains(QStringLiteral("pods too")));
    QVERIFY(verdictWords(*found, {}, {}).contains(QStringLiteral("every pod of the cluster too")));
    choose(QStringLiteral("Standard Kubernetes"));
    QVERIFY(asked().contains(QStringLiteral("no pods of the cluster")));
    QCOMPARE(findings(Code::PluginIpBlockMeansPods), 0);
}

void PluginTest::cleanup()
{
    closeWindow();
    QSettings().clear();
}

QMenu *PluginTest::menu() const
{
    for (QMenu *each : m_window->menuBar()->findChildren<QMenu *>())
        if (each->title() == QLatin1String("&Judge As"))
            return each;
    return nullptr;
}

QAction *PluginTest::choice(const QString &name) const
{
    for (QAction *action : menu()->actions())
        if (action->text() == name)
            return action;
    return nullptr;
}

/// With the mouse, as if the menu were open.
void PluginTest::choose(const QString &name)
{
    QTRY_VERIFY(choice(name));
    menu()->popup(m_window->mapToGlobal(QPoint(50, 50)));
    QTRY_VERIFY(menu()->isVisible());
    QTest::mouseClick(menu(), Qt::LeftButton, {}, menu()->actionGeometry(choice(name)).center());
    QTRY_VERIFY(!menu()->isVisible());
}

void PluginTest::menuChangesWhatIsDrawnAndSaid()
{
    const std::string before = bytes();
    const graph::Key key = arrow("web", "db");
    QVERIFY(!key.empty());
    QCOMPARE(judgedAs(), QString());
    canvas()->setSelection({key});

    choose(QStringLiteral("Cilium 1.15"));
    const graph::Arrow &cut = *document().graph().arrow(key);
    QCOMPARE(cut.label, std::string("TCP 8000"));
    QVERIFY(pillText(cut).contains(QStringLiteral("standard: TCP 8000-8010")));
    QVERIFY(arrowTip(cut, {}, {}, {}).contains(QStringLiteral("unlike standard Kubernetes")));
    QVERIFY(judgedAs().startsWith(QStringLiteral("Judged as Cilium 1.15")));
    QCOMPARE(findings(Code::PluginEndPort), 1);
    ConnectionsModel connections;
    ConnectionsModel::Rows rows(document().graph());
    connections.setRows(rows);
    QVERIFY(connections
                .data(connections.indexOf(key).siblingAtColumn(ConnectionsModel::Verdict),
                      Qt::DisplayRole)
                .toString()
                .contains(QStringLiteral("which allows TCP 8000-8010")));
    const auto isInInspector = [this] {
        const auto labels = m_window->inspector()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text().contains(QStringLiteral("unlike standard Kubernetes"));
        });
    };
    QTRY_VERIFY(isInInspector());
    QTRY_VERIFY(m_window->problems()->count() > 0);

    choose(QStringLiteral("Standard Kubernetes"));
    QCOMPARE(document().graph().arrow(key)->label, std::string("TCP 8000-8010"));
    QVERIFY(!document().graph().arrow(key)->isUnlikeStandard);
    QCOMPARE(judgedAs(), QString());
    QCOMPARE(findings(Code::PluginEndPort), 0);
    QCOMPARE(bytes(), before);
    QCOMPARE(undoCount(), 0);
    QVERIFY(!document().isModified());
}

/// It outlives the window and the files, and is not in them.
void PluginTest::choiceIsTheUsers()
{
    choose(QStringLiteral("Cilium 1.15"));
    QCOMPARE(Settings::stored().plugin, QStringLiteral("cilium@1.15"));
    document().startUntitled(kText);
    QVERIFY(document().graph().arrow(arrow("web", "db"))->isUnlikeStandard);
    closeWindow();
    openWindow();
    QVERIFY(judgedAs().startsWith(QStringLiteral("Judged as Cilium 1.15")));
    QTRY_VERIFY(!menu()->isEmpty());
    int checked = 0;
    for (const QAction *action : menu()->actions())
        if (action->isChecked()) {
            ++checked;
            QCOMPARE(action->text(), QStringLiteral("Cilium 1.15"));
        }
    QCOMPARE(checked, 1);
    QSettings().setValue(QStringLiteral("plugin"), QStringLiteral("weave"));
    QVERIFY(Settings::stored().profile().isStandard());
}

void PluginTest::settingsTakeAnyVersion()
{
    bool isBad = false;
    answer<SettingsDialog>([&](SettingsDialog *dialog) {
        dialog->pluginBox()->setFocus();
        QTest::keyClicks(dialog->pluginBox(), "Cil");
        QTest::keyClicks(dialog->pluginVersionEdit(), "new");
        QTest::keyClick(dialog->pluginVersionEdit(), Qt::Key_Return);
        isBad = dialog->isVisible();
        dialog->pluginVersionEdit()->clear();
        QTest::keyClicks(dialog->pluginVersionEdit(), "1.14");
        QTest::keyClick(dialog->pluginVersionEdit(), Qt::Key_Return);
    });
    press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 1);
    QVERIFY(isBad);
    QVERIFY(judgedAs().startsWith(QStringLiteral("Judged as Cilium 1.14")));
    QVERIFY(document().graph().arrow(arrow("web", "db"))->isUnlikeStandard);
    choose(QStringLiteral("Cilium 1.14")); // offered, since it is the current one
    choose(QStringLiteral("Cilium"));
    QVERIFY(!document().graph().arrow(arrow("web", "db"))->isUnlikeStandard);
}

void PluginTest::versionsAreOfTheirPlugin()
{
    choose(QStringLiteral("Cilium 1.15"));
    answer<SettingsDialog>([&](SettingsDialog *dialog) {
        QComboBox *box = dialog->pluginBox();
        const int cilium = box->currentIndex();
        QVERIFY(cilium > 0);
        QCOMPARE(dialog->pluginVersionEdit()->text(), QStringLiteral("1.15"));
        box->setCurrentIndex(cilium - 1);
        QCOMPARE(dialog->pluginVersionEdit()->text(), QString());
        box->setCurrentIndex(cilium);
        QCOMPARE(dialog->pluginVersionEdit()->text(), QStringLiteral("1.15"));
        QTest::keyClicks(dialog->pluginVersionEdit(), ".2");
        box->setCurrentIndex(cilium - 1);
        QCOMPARE(dialog->pluginVersionEdit()->text(), QStringLiteral("1.15.2"));
        QTest::keyClick(dialog, Qt::Key_Escape);
    });
    press(Qt::Key_Comma, Qt::ControlModifier);
    QTRY_COMPARE(m_answered, 1);
    QCOMPARE(Settings::stored().plugin, QStringLiteral("cilium@1.15"));
}

void PluginTest::nothingEnforcedOpensEverything()
{
    choose(QStringLiteral("flannel"));
    QVERIFY(judgedAs().contains(QStringLiteral("nothing is enforced")));
    for (const graph::Node &node : document().graph().nodes)
        QVERIFY(node.frame.empty() || node.ingress == graph::Lock::Open);
    for (const graph::Frame &frame : document().graph().frames)
        QVERIFY(frame.ingress == graph::Wall::Open);
    QCOMPARE(findings(Code::PluginEnforcesNothing), 1);
    const edit::End web = *edit::parseEnd(document().evaluator(), "web");
    const edit::End db = *edit::parseEnd(document().evaluator(), "db");
    const auto plan = document().plan(edit::Allow{web, db, {*edit::parsePort("TCP/1")}});
    QVERIFY(!plan);
    QCOMPARE(int(plan.failure().code), int(Code::PluginEnforcesNothing));
}

void PluginTest::plansOfAnotherProfileAreNotPushed()
{
    const std::string before = bytes();
    const edit::End web = *edit::parseEnd(document().evaluator(), "web");
    const edit::End db = *edit::parseEnd(document().evaluator(), "db");
    const auto plan = document().plan(edit::Allow{web, db, {*edit::parsePort("TCP/1-9")}});
    QVERIFY(plan);
    choose(QStringLiteral("Cilium 1.15"));
    QVERIFY(!document().push(*plan, QStringLiteral("x")));
    QCOMPARE(bytes(), before);
    QCOMPARE(undoCount(), 0);
}

QTEST_MAIN(PluginTest)
#include "tst_plugin.moc"
