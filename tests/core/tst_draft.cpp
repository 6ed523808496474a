#include "support/intent_world.h"

using namespace drawbridge;

/// Intents that edit an object and then write beside it.
class DraftTest : public QObject
{
    Q_OBJECT

private slots:
    void newPolicyBesideOneThatWasExtended_data();
    void newPolicyBesideOneThatWasExtended();
};

namespace {

const char *const kRestricted =
    "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
    "metadata: {name: a, namespace: shop}\n"
    "spec:\n  podSelector: {matchLabels: {app: a}}\n  policyTypes: [Egress]\n"
    "  egress:\n  - to:\n    - podSelector: {matchLabels: {app: b}}\n    ports: [{port: 53}]\n";

std::string asItem(const std::string &text)
{
    const QString lines = QString::fromStdString(text).trimmed().replace("\n", "\n  ");
    return "kind: List\napiVersion: v1\nitems:\n- " + lines.toStdString() + "\n";
}

} // namespace

void DraftTest::newPolicyBesideOneThatWasExtended_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("document") << kRestricted;
    QTest::newRow("item of a list") << QString::fromStdString(asItem(kRestricted));
}

/// The source's policy gets a rule, and the target, which nothing isolates, a policy beside it.
void DraftTest::newPolicyBesideOneThatWasExtended()
{
    QFETCH(QString, text);
    IntentWorld world(text.toStdString());
    edit::Allow allow{world.end("shop/a"), world.end("shop/b"), world.ports("TCP/8080")};
    allow.isolates = true;
    world.take(world.plan(allow));
    QCOMPARE(world.evaluator.policies().size(), std::size_t(2));
    QCOMPARE(world.workspace.files().size(), std::size_t(1));
    QVERIFY(world.workspace.diagnostics().empty());
    const QString list = QString::fromStdString(world.list());
    QVERIFY2(list.contains("shop/a[Pods] => shop/b[Pods] : TCP 8080\n"), qPrintable(list));
}

QTEST_APPLESS_MAIN(DraftTest)
#include "tst_draft.moc"
