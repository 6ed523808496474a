#include "panels/inspector_panel.h"
#include "tst_look_checks.h"
#include "window/confirm_dialog.h"
#include "window/isolate_dialog.h"
#include "window_user.h"

#include <QCheckBox>

using namespace drawbridge;
using test::Looker;

/// What the dialogs of cutting and keeping look like, in light and dark. With
/// DRAWBRIDGE_GRABS=FOLDER the pictures are written there.
class LookKeepingTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowUser::prepare(); }
    void cleanup() { m_user.reset(); }

    void walls_data() { themes(); }
    void walls();
    void removal_data() { themes(); }
    void removal();
    void halfOpen_data() { themes(); }
    void halfOpen();

private:
    void themes();
    void open(const QString &theme, const QByteArray &text);
    QStringList faults(QWidget *widget, const QString &name);

    std::unique_ptr<WindowUser> m_user;
};

namespace {

const QByteArray kHead = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n";
const QByteArray kText =
    kHead +
    "metadata: {name: api, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: api}}\n"
    "  ingress:\n    - from: [{podSelector: {matchLabels: {app: web}}}]\n"
    "      ports: [{port: 8080}]\n    - from: [{ipBlock: {cidr: 10.0.0.0/8}}]\n---\n" +
    kHead +
    "metadata: {name: web, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: web}}\n"
    "---\n" +
    kHead +
    "metadata: {name: batch, namespace: shop}\nspec:\n  podSelector: {matchLabels: {app: batch}}\n"
    "  policyTypes: [Egress]\n  egress:\n"
    "    - to: [{podSelector: {matchLabels: {app: web}}}]\n      ports: [{port: 80}]\n"
    "---\napiVersion: v1\nkind: Pod\nmetadata: {name: legacy, namespace: shop}\n";

} // namespace

void LookKeepingTest::themes()
{
    QTest::addColumn<QString>("theme");
    for (const char *theme : {"light", "dark"})
        QTest::newRow(theme) << QString::fromLatin1(theme);
}

void LookKeepingTest::open(const QString &theme, const QByteArray &text)
{
    QSettings().setValue(QStringLiteral("theme"), theme);
    m_user = std::make_unique<WindowUser>();
    m_user->document().startUntitled(text);
    m_user->canvas()->fit();
}

QStringList LookKeepingTest::faults(QWidget *widget, const QString &name)
{
    QTest::qWait(50);
    m_user->canvas()->finishRendering();
    Looker looker(widget);
    looker.look();
    for (const QString &fault : looker.faults())
        qWarning("%s: %s", qPrintable(name), qPrintable(fault));
    const QString folder = qEnvironmentVariable("DRAWBRIDGE_GRABS");
    if (!folder.isEmpty())
        looker.picture().save(QStringLiteral("%1/keeping_%2.png").arg(folder, name));
    return looker.faults();
}

void LookKeepingTest::walls()
{
    QFETCH(QString, theme);
    open(theme, kText);
    for (const bool egress : {false, true}) {
        IsolateDialog dialog(m_user->document(), "shop", egress, &m_user->window());
        dialog.show();
        const QString name = QStringLiteral("%1_%2").arg(egress ? "egress" : "ingress", theme);
        QVERIFY(faults(&dialog, name).isEmpty());
        dialog.keepBox()->setChecked(false);
        QVERIFY(faults(&dialog, name + QStringLiteral("_cut")).isEmpty());
    }
}

void LookKeepingTest::removal()
{
    QFETCH(QString, theme);
    open(theme, kText);
    const kube::ObjectPtr policy = m_user->document().evaluator().policies().front();
    ConfirmDialog dialog(m_user->document(),
                         {QStringLiteral("Remove Policy"),
                          QStringLiteral("The policy api is taken out of its file."),
                          QStringLiteral("Remove"), QStringLiteral("Remove")},
                         edit::RemoveObject{policy}, &m_user->window());
    dialog.show();
    QVERIFY(faults(&dialog, QStringLiteral("removal_") + theme).isEmpty());
}

void LookKeepingTest::halfOpen()
{
    QFETCH(QString, theme);
    open(theme, kText + "---\n" + kHead +
                    "metadata: {name: wall, namespace: shop}\nspec:\n  podSelector: {}\n"
                    "  policyTypes: [Egress]\n");
    m_user->canvas()->setSelection({m_user->arrow("web", "api")});
    QCoreApplication::processEvents(); // what the status bar says now has another width
    QVERIFY(faults(&m_user->window(), QStringLiteral("half_open_") + theme).isEmpty());
}

QTEST_MAIN(LookKeepingTest)
#include "tst_look_keeping.moc"
