#include "edit/fixes.h"
#include "support/intent_world.h"
#include "support/lint_text.h"

#include <QtTest>

using namespace drawbridge;
using namespace drawbridge::test;

/// A value that only a slip tells from one that the API server takes: offered, written, and nothing
/// else.
class ValidValueTest : public QObject
{
    Q_OBJECT

private slots:
    void mends_data();
    void mends();
    void takesAPerson_data();
    void takesAPerson();
    void clusterWidePolicyIsLeft();
};

namespace {

std::vector<edit::Fix> fixesOf(const IntentWorld &world)
{
    std::vector<edit::Fix> fixes;
    for (const Diagnostic &one : world.workspace.diagnostics())
        for (edit::Fix &fix : edit::fixesOf(world.workspace, world.evaluator, one))
            fixes.push_back(std::move(fix));
    return fixes;
}

const std::string kTwo = workload("api") + workload("web");

std::string withProtocol(const std::string &word)
{
    return kTwo + policy("p", kIngress + kFromWeb + "    ports: [{protocol: " + word +
                                  ", port: 8080}] # ours\n");
}

std::string withOperator(const std::string &word, const std::string &values)
{
    return kTwo + policy("p", kIngress +
                                  "  - from: [{podSelector: {matchExpressions: [{key: app, "
                                  "operator: " +
                                  word + values + "}]}}]\n");
}

} // namespace

void ValidValueTest::mends_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("valid");
    const auto add = [](const std::string &text, const char *written, const char *valid) {
        QTest::newRow(written) << QString::fromStdString(text) << written << valid;
    };
    for (const auto &[written, valid] :
         std::initializer_list<std::pair<const char *, const char *>>{
             {"tcp", "TCP"}, {"Udp", "UDP"}, {"sctp", "SCTP"}, {"TPC", "TCP"}, {"UPD", "UDP"}})
        add(withProtocol(written), written, valid);
    for (const auto &[written, valid] :
         std::initializer_list<std::pair<const char *, const char *>>{
             {"ingress", "Ingress"}, {"INGRESS", "Ingress"}, {"Ingres", "Ingress"}})
        add(kTwo + policy("p", kApi + "  policyTypes: [" + written + "]\n"), written, valid);
    for (const auto &[written, valid] :
         std::initializer_list<std::pair<const char *, const char *>>{
             {"in", "In"}, {"notin", "NotIn"}, {"not-in", "NotIn"}, {"NotIm", "NotIn"}})
        add(withOperator(written, ", values: [web]"), written, valid);
    for (const auto &[written, valid] :
         std::initializer_list<std::pair<const char *, const char *>>{
             {"exists", "Exists"}, {"Exist", "Exists"}, {"DoesntExist", "DoesNotExist"}})
        add(withOperator(written, ""), written, valid);
}

void ValidValueTest::mends()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    QFETCH(QString, valid);
    IntentWorld world(text.toStdString());
    QVERIFY(world.evaluator.policies().front()->policy()->wouldBeRefused);
    const auto fixes = fixesOf(world);
    QCOMPARE(fixes.size(), std::size_t(1));
    QCOMPARE(int(fixes.front().kind), int(edit::Fix::Kind::ValidValue));
    const auto made = edit::planned(world.workspace, world.evaluator, fixes.front());
    QVERIFY(made.isOk());
    world.take(made->rewrite);
    const QString mended = text.replace(text.lastIndexOf(written), written.size(), valid);
    QCOMPARE(QString::fromStdString(world.text()), mended);
    QVERIFY(!world.evaluator.policies().front()->policy()->wouldBeRefused);
}

void ValidValueTest::takesAPerson_data()
{
    QTest::addColumn<QString>("text");
    const auto add = [](const char *name, const std::string &text) {
        QTest::newRow(name) << QString::fromStdString(text);
    };
    add("another protocol", withProtocol("ICMP"));
    add("two are as near", withProtocol("STCP"));
    add("a number", withProtocol("6"));
    add("another word", kTwo + policy("p", kApi + "  policyTypes: [Inbound]\n"));
    add("an operator of others", withOperator("Equals", ", values: [web]"));
    add("shared through an alias",
        kTwo + policy("p", kIngress + "  - from: [{podSelector: {}}]\n    ports: [{port: 80, "
                                      "protocol: &p tcp}, {port: 81, protocol: *p}]\n"));
}

void ValidValueTest::takesAPerson()
{
    QFETCH(QString, text);
    IntentWorld world(text.toStdString());
    QVERIFY(!world.workspace.diagnostics().empty());
    for (const edit::Fix &fix : fixesOf(world))
        QVERIFY(!edit::planned(world.workspace, world.evaluator, fix).isOk());
}

/// Those are changed in the text only.
void ValidValueTest::clusterWidePolicyIsLeft()
{
    IntentWorld world(
        "apiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
        "metadata: {name: a}\nspec:\n  priority: 1\n  subject: {namespaces: {}}\n  ingress:\n"
        "  - action: allow\n    from: [{namespaces: {}}]\n");
    QVERIFY(!world.workspace.diagnostics().empty());
    QVERIFY(fixesOf(world).empty());
}

QTEST_APPLESS_MAIN(ValidValueTest)
#include "tst_valid_value.moc"
