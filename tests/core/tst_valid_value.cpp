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
    void whatDoesNotMendIsRefused();
    void inAListToo();
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
    add("a label that only looks like an operator",
        kTwo + policy("p", "  podSelector: {matchLabels: {app: -in}}\n"));
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

void ValidValueTest::whatDoesNotMendIsRefused()
{
    IntentWorld world(withProtocol("tcp"));
    auto fixes = fixesOf(world);
    QCOMPARE(fixes.size(), std::size_t(1));
    auto &intent = std::get<edit::Respell>(fixes.front().intent);
    QVERIFY(edit::planned(world.workspace, world.evaluator, fixes.front()).isOk());
    intent.parts.front().value = yaml::Value::ofText("TPC");
    QVERIFY(!edit::planned(world.workspace, world.evaluator, fixes.front()).isOk());
}

/// The values of each item are found in the item, and of several in one policy the right one.
void ValidValueTest::inAListToo()
{
    const std::string item = "  - apiVersion: networking.k8s.io/v1\n    kind: NetworkPolicy\n"
                             "    metadata: {name: NAME, namespace: shop}\n"
                             "    spec: {podSelector: {}, ingress: [{ports: [{port: 1, protocol: "
                             "TCP}, {port: 2, protocol: NAME}]}]}\n";
    std::string text = "apiVersion: v1\nkind: List\nitems:\n";
    std::string mended = text;
    for (const char *word : {"tcp", "udp", "sctp"}) {
        QString one = QString::fromStdString(item).replace("NAME", word);
        text += one.toStdString();
        mended += one.replace(one.lastIndexOf(word), int(qstrlen(word)), QString(word).toUpper())
                      .toStdString();
    }
    IntentWorld world(text);
    for (int i = 0; i < 3; ++i) {
        const auto fixes = fixesOf(world);
        QCOMPARE(int(fixes.size()), 3 - i);
        const auto made = edit::planned(world.workspace, world.evaluator, fixes.back());
        QVERIFY(made.isOk());
        world.take(made->rewrite);
    }
    QCOMPARE(world.text(), mended);
}

QTEST_APPLESS_MAIN(ValidValueTest)
#include "tst_valid_value.moc"
