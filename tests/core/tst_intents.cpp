#include "edit/intent.h"
#include "report/list.h"
#include "support/intent_world.h"
#include "verdict/evaluator.h"

#include <QTest>

using namespace drawbridge;
using edit::End;

/// Intents: exactly what was asked, in the file's own style, or a refusal.
class IntentsTest : public QObject
{
    Q_OBJECT

private slots:
    void sketchIsIsolated();
    void sketchRefusesBadNames();
    void threeTierByIntents();
    void allowKeepsComments();
    void allowExtendsTheRuleOfThisPair();
    void allowAcrossNamespaces();
    void allowWritesEgressHalfOnlyWhereRestricted();
    void allowToOpenServiceChangesNothing();
    void allowMayIsolateAnOpenService();
    void allowNamesOthersThatWouldChange();
    void allowFromInternetAndRange();
    void revokeRemovesTheWholeRule();
    void revokeKeepsOtherPorts();
    void revokeOfLastEgressRuleKeepsIsolation();
    void revokeKeepsCommentsOfOtherPorts();
    void setPortsIsExact();
    void setPortsOfEverything();
    void unknownNamesAreNotGuessed();
    void unknownNamesAreRevoked();
    void widenedRangeStaysOneEntry_data();
    void widenedRangeStaysOneEntry();
    void addedPortsLeaveEntriesAlone();
    void revokeRefusesBroaderRules();
    void revokeRefusesOpenByDefault();
    void isolateWithDns();
    void isolateNeedsAName();
    void unnamedNamespaceIsNotGuessed();
    void namesListCandidates();
    void portsParse_data();
    void portsParse();
};

namespace {

using World = IntentWorld;

std::string policy(const std::string &name, const std::string &spec, const std::string &ns = "shop")
{
    return policyText(name, spec, ns);
}

std::string service(const std::string &name, const std::string &rules = {})
{
    return serviceText(name, rules);
}

} // namespace

void IntentsTest::sketchIsIsolated()
{
    const auto text = edit::sketch("shop", {{"api", {}}, {"db", {}}}, "app", false);
    QVERIFY(text.isOk());
    World world(*text);
    QCOMPARE(world.evaluator.endpoints().size(), std::size_t(2));
    for (std::uint32_t i = 0; i < 2; ++i) {
        QVERIFY(world.evaluator.isIsolated({i}, kube::Direction::Ingress));
        QVERIFY(!world.evaluator.isIsolated({i}, kube::Direction::Egress));
    }
    QVERIFY(world.workspace.diagnostics().empty());
    QVERIFY(QString::fromStdString(world.list()).contains("shop/api[Pods] => 0.0.0.0"));
}

void IntentsTest::sketchRefusesBadNames()
{
    QCOMPARE(edit::sketch("Shop", {}).failure().code, Code::InvalidName);
    QCOMPARE(edit::sketch("shop", {{"a_b", {}}}).failure().code, Code::InvalidName);
    QCOMPARE(edit::sketch("shop", {{"a", {}}, {"a", {}}}).failure().code, Code::ServiceExists);
}

void IntentsTest::threeTierByIntents()
{
    World world(*edit::sketch("shop", {}));
    for (const char *name : {"gateway", "frontend", "api", "database"})
        world.take(world.plan(edit::AddService{"shop", name, "app", {}}));
    const std::pair<const char *, const char *> steps[] = {{"internet gateway", "8443"},
                                                           {"gateway frontend", "3000"},
                                                           {"frontend api", "8080"},
                                                           {"api database", "5432"}};
    for (const auto &[ends, port] : steps) {
        const QStringList names = QString(ends).split(' ');
        const auto plan = world.allow(names[0].toStdString(), names[1].toStdString(), port);
        QVERIFY(plan.isOk());
        QVERIFY(plan->alsoChanges.empty());
        world.take(plan);
    }
    const QString list = QString::fromStdString(world.list());
    QVERIFY(list.contains("shop/api[Pods] => shop/database[Pods] : TCP 5432\n"));
    QVERIFY(list.contains("shop/frontend[Pods] => shop/api[Pods] : TCP 8080\n"));
    QVERIFY(list.contains("0.0.0.0-255.255.255.255[External] => shop/gateway[Pods] : TCP 8443\n"));
    QVERIFY(!list.contains("[External] => shop/api"));
    QVERIFY(world.workspace.diagnostics().empty());
}

void IntentsTest::allowKeepsComments()
{
    const std::string before =
        "# head\n" + service("a") + "# about b\n---\n# b's own\n" + service("b") + "# tail\n";
    World world(before);
    world.take(world.allow("a", "b", "8080"));
    const std::string after = world.text();
    QVERIFY(after.size() > before.size());
    for (const char *comment : {"# head\n", "# about b\n", "# b's own\n", "# tail\n"})
        QVERIFY(after.find(comment) != std::string::npos);
    // Every line that was there is still there, in order.
    const Patches patches = lineDifference(before, after);
    for (const Patch &patch : patches)
        QCOMPARE(patch.range.size(), std::size_t(0));
}

void IntentsTest::allowExtendsTheRuleOfThisPair()
{
    World world(service("a") + "---\n" + service("b"));
    world.take(world.allow("a", "b", "8080"));
    world.take(world.allow("a", "b", "9090"));
    const QString text = QString::fromStdString(world.text());
    QCOMPARE(text.count("- from:"), 1);
    QCOMPARE(text.count("port: "), 2);
    QVERIFY(
        QString::fromStdString(world.list()).contains("a[Pods] => shop/b[Pods] : TCP 8080,9090"));
    QCOMPARE(codeOf(world.allow("a", "b", "8080")), Code::AlreadyAllowed);
}

void IntentsTest::allowAcrossNamespaces()
{
    World world(service("a") + "---\n" +
                policy("scraper",
                       "  podSelector:\n    matchLabels:\n      app: scraper\n"
                       "  policyTypes: [Ingress]\n",
                       "monitoring"));
    world.take(world.allow("monitoring/scraper", "shop/a", "9102"));
    const QString text = QString::fromStdString(world.text());
    QVERIFY(text.contains("kubernetes.io/metadata.name: monitoring"));
    QVERIFY(QString::fromStdString(world.list())
                .contains("monitoring/scraper[Pods] => shop/a[Pods] : TCP 9102"));
}

void IntentsTest::allowWritesEgressHalfOnlyWhereRestricted()
{
    World world(policy("default-deny", "  podSelector: {}\n  policyTypes: [Ingress, Egress]\n") +
                "---\n" + service("a") + "---\n" + service("b"));
    const auto plan = world.allow("a", "b", "8080");
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    world.take(plan);
    QVERIFY(QString::fromStdString(world.text()).contains("- to:"));
    QVERIFY(QString::fromStdString(world.list()).contains("a[Pods] => shop/b[Pods] : TCP 8080"));

    World open(service("a") + "---\n" + service("b"));
    open.take(open.allow("a", "b", "8080"));
    QVERIFY(!QString::fromStdString(open.text()).contains("to:"));
}

void IntentsTest::allowToOpenServiceChangesNothing()
{
    World world(service("a", "  ingress:\n    - from:\n        - podSelector:\n"
                             "            matchLabels:\n              app: other\n"));
    const auto plan = world.plan(edit::Allow{world.end("a"), world.end("other"), {}});
    QCOMPARE(codeOf(plan), Code::AlreadyOpen);
}

/// The service is closed in the same step, and everybody who is shut out by that is named.
void IntentsTest::allowMayIsolateAnOpenService()
{
    std::string text;
    for (const std::string name : {"web", "job", "db"})
        text += "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name +
                "\n  namespace: shop\n  labels: {app: " + name + "}\n";
    World world(text);
    const auto plan =
        world.plan(edit::Allow{world.end("web"), world.end("db"), world.ports("5432"), true});
    QVERIFY(plan.isOk());
    bool namesJob = false;
    for (const edit::PairChange &change : plan->alsoChanges) {
        QCOMPARE(change.target, std::string("shop/db[Pod]"));
        QVERIFY(change.source != "shop/web[Pod]");
        namesJob |= change.source == "shop/job[Pod]";
    }
    QVERIFY(namesJob);
    world.take(plan);
    const QString list = QString::fromStdString(world.list());
    QVERIFY(list.contains("shop/web[Pod] => shop/db[Pod] : TCP 5432\n"));
    QVERIFY(!list.contains("shop/job[Pod] => shop/db[Pod]"));
    QVERIFY(!list.contains("External] => shop/db[Pod]"));
    QVERIFY(list.contains("shop/db[Pod] => shop/job[Pod] : All Connections\n"));
    QCOMPARE(codeOf(world.plan(
                 edit::Allow{world.end("web"), world.end("db"), world.ports("5432"), true})),
             Code::AlreadyAllowed);
}

void IntentsTest::allowNamesOthersThatWouldChange()
{
    const std::string twin = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: %1\n  namespace: "
                             "shop\n  labels: {app: web}\n"
                             "spec:\n  containers:\n    - name: c\n      image: i\n";
    std::string text = service("db");
    for (const char *name : {"web", "twin"})
        text += "---\n" + QString::fromStdString(twin).arg(name).toStdString();
    World world(text);
    const auto plan = world.allow("web", "db", "5432");
    QVERIFY(plan.isOk());
    QCOMPARE(plan->alsoChanges.size(), std::size_t(1));
    QCOMPARE(plan->alsoChanges.pairs.front().source, std::string("shop/twin[Pod]"));
}

void IntentsTest::allowFromInternetAndRange()
{
    World world(service("a"));
    world.take(world.allow("10.0.0.0/8", "a", "22"));
    QVERIFY(QString::fromStdString(world.list())
                .contains("10.0.0.0-10.255.255.255[External] => shop/a[Pods] : TCP 22"));
    world.take(world.allow("internet", "a", "443"));
    QVERIFY(QString::fromStdString(world.list())
                .contains("10.0.0.0-10.255.255.255[External] => shop/a[Pods] : TCP 22,443"));
    QVERIFY(QString::fromStdString(world.text()).contains("::/0"));
    world.take(world.revoke("internet", "a", "443"));
    QVERIFY(!QString::fromStdString(world.list()).contains("443"));
    QVERIFY(QString::fromStdString(world.list()).contains("TCP 22"));
}

void IntentsTest::revokeRemovesTheWholeRule()
{
    World world(service("a") + "---\n" + service("b"));
    const std::string before = world.text();
    world.take(world.allow("a", "b", "8080"));
    world.take(world.revoke("a", "b"));
    QVERIFY(!QString::fromStdString(world.list()).contains("=> shop/b"));
    QVERIFY(!QString::fromStdString(world.text()).contains("from: []"));
    QVERIFY(!QString::fromStdString(world.text()).contains("ports: []"));
    QCOMPARE(codeOf(world.revoke("a", "b")), Code::AlreadyNotAllowed);
}

void IntentsTest::revokeKeepsOtherPorts()
{
    World world(service("a") + "---\n" + service("b") + "---\n" + service("c"));
    world.take(world.allow("a", "b", "8080 UDP/53 9000-9010"));
    world.take(world.revoke("a", "b", "8080 9005"));
    QVERIFY(QString::fromStdString(world.list())
                .contains("a[Pods] => shop/b[Pods] : TCP 9000-9004,9006-9010,UDP 53"));
    // Beside another peer in one rule, only this pair's part goes.
    World shared(service("a") + "---\n" + service("c") + "---\n" +
                 service("b", "  ingress:\n    - from:\n"
                              "        - podSelector: {matchLabels: {app: a}}\n"
                              "        - podSelector: {matchLabels: {app: c}}\n"
                              "      ports:\n        - port: 80\n        - port: 81\n"));
    shared.take(shared.revoke("a", "b", "80"));
    const QString list = QString::fromStdString(shared.list());
    QVERIFY(list.contains("a[Pods] => shop/b[Pods] : TCP 81\n"));
    QVERIFY(list.contains("c[Pods] => shop/b[Pods] : TCP 80-81\n"));
}

void IntentsTest::revokeOfLastEgressRuleKeepsIsolation()
{
    World world(service("b") + "---\n" +
                policy("a", "  podSelector:\n    matchLabels:\n      app: a\n  egress:\n"
                            "    - to:\n        - podSelector:\n            matchLabels:\n"
                            "              app: b\n"));
    world.take(world.allow("a", "b", "80"));
    world.take(world.revoke("a", "b"));
    const auto id = world.evaluator.find(world.end("a").name);
    QVERIFY(world.evaluator.isIsolated(id, kube::Direction::Egress));
    QVERIFY(world.evaluator.isIsolated(id, kube::Direction::Ingress));
}

namespace {

std::string commented(const std::string &ports)
{
    return service("api", "  ingress:\n    - from:\n        - podSelector:\n"
                          "            matchLabels:\n              app: web\n      ports:\n" +
                              ports);
}

} // namespace

void IntentsTest::revokeKeepsCommentsOfOtherPorts()
{
    World world(service("web") + "---\n" +
                commented("        - port: 80 # plain\n        - port: 443 # encrypted\n"
                          "        - port: 8000\n          endPort: 8010 # several\n"));
    world.take(world.revoke("web", "api", "80 8005"));
    QCOMPARE(world.text(), service("web") + "---\n" +
                               commented("        - port: 443 # encrypted\n"
                                         "        - port: 8000\n          endPort: 8004 # several\n"
                                         "        - protocol: TCP\n          port: 8006\n"
                                         "          endPort: 8010\n"));
}

void IntentsTest::setPortsIsExact()
{
    World world(service("web") + "---\n" +
                commented("        - port: 80 # plain\n        - port: 443 # encrypted\n"));
    const auto plan =
        world.plan(edit::SetPorts{world.end("web"), world.end("api"), world.ports("443 9090")});
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    world.take(plan);
    QCOMPARE(world.text(), service("web") + "---\n" +
                               commented("        - port: 443 # encrypted\n"
                                         "        - protocol: TCP\n          port: 9090\n"));
    QCOMPARE(codeOf(world.plan(
                 edit::SetPorts{world.end("web"), world.end("api"), world.ports("443 9090")})),
             Code::AlreadyAllowed);
}

void IntentsTest::setPortsOfEverything()
{
    World world(service("web") + "---\n" + commented("        - port: 80\n"));
    world.take(world.plan(edit::SetPorts{world.end("web"), world.end("api"), {}}));
    QVERIFY(QString::fromStdString(world.list()).contains("web[Pods] => shop/api[Pods] : All"));
    QCOMPARE(codeOf(world.revoke("web", "api", "80")), Code::RuleIsBroader);
    world.take(world.plan(edit::SetPorts{world.end("web"), world.end("api"), world.ports("81")}));
    QVERIFY(
        QString::fromStdString(world.list()).contains("web[Pods] => shop/api[Pods] : TCP 81\n"));
}

/// No manifest says what port of api is called http.
void IntentsTest::unknownNamesAreNotGuessed()
{
    for (const char *rest : {"", "        - port: 80\n"}) {
        World world(service("web") + "---\n" +
                    commented(rest + std::string("        - port: http\n")));
        for (const char *ports : {"8080", "80"})
            QCOMPARE(codeOf(world.plan(
                         edit::SetPorts{world.end("web"), world.end("api"), world.ports(ports)})),
                     Code::RuleIsBroader);
        QCOMPARE(codeOf(world.revoke("web", "api", "80")), Code::RuleIsBroader);
        QVERIFY(world.plan(edit::SetPorts{world.end("web"), world.end("api"), {}}).isOk());
    }
}

void IntentsTest::unknownNamesAreRevoked()
{
    for (const char *rest : {"", "        - port: 80\n"}) {
        World world(service("web") + "---\n" +
                    commented(rest + std::string("        - port: http\n")));
        world.take(world.revoke("web", "api"));
        QVERIFY2(world.text().find("http") == std::string::npos, world.text().c_str());
        QCOMPARE(codeOf(world.revoke("web", "api")), Code::AlreadyNotAllowed);
    }
}

void IntentsTest::widenedRangeStaysOneEntry_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("after");
    const QString added = "        - protocol: TCP\n          port: ";
    QTest::newRow("a number") << "        - port: 80 # plain\n        - port: 5432 # db\n"
                              << "80 5432-5440"
                              << "        - port: 80 # plain\n        - port: 5432 # db\n"
                                 "          endPort: 5440\n";
    QTest::newRow("on both sides") << "        - port: 5432 # db\n"
                                   << "5430-5440"
                                   << "        - port: 5430 # db\n          endPort: 5440\n";
    QTest::newRow("a range") << "        - port: 5432 # db\n          endPort: 5435 # last\n"
                             << "5432-5440"
                             << "        - port: 5432 # db\n          endPort: 5440 # last\n";
    QTest::newRow("one of two") << "        - port: 5432\n        - port: 5433 # other\n"
                                << "5432-5440"
                                << "        - port: 5432\n        - port: 5433 # other\n" + added +
                                       "5434\n          endPort: 5440\n";
    QTest::newRow("with one more") << "        - port: 5432 # db\n"
                                   << "5432-5440 5441 9090"
                                   << "        - port: 5432 # db\n          endPort: 5440\n" +
                                          added + "5441\n" + added + "9090\n";
    QTest::newRow("another protocol") << "        - port: 53 # names\n"
                                      << "53 UDP/53-54"
                                      << "        - port: 53 # names\n        - protocol: UDP\n"
                                         "          port: 53\n          endPort: 54\n";
}

/// With its comments; where others lie in the range too, they stay as they are.
void IntentsTest::widenedRangeStaysOneEntry()
{
    QFETCH(QString, before);
    QFETCH(QString, wanted);
    QFETCH(QString, after);
    World world(service("web") + "---\n" + commented(before.toStdString()));
    world.take(world.plan(
        edit::SetPorts{world.end("web"), world.end("api"), world.ports(wanted.toStdString())}));
    QCOMPARE(world.text(), service("web") + "---\n" + commented(after.toStdString()));
}

/// A comment speaks of the entry as it is.
void IntentsTest::addedPortsLeaveEntriesAlone()
{
    const std::string before = "        - port: 8005 # metrics only\n";
    World world(service("web") + "---\n" + commented(before));
    world.take(
        world.plan(edit::Allow{world.end("web"), world.end("api"), world.ports("8000-8010")}));
    QCOMPARE(world.text(), service("web") + "---\n" +
                               commented(before + "        - protocol: TCP\n"
                                                  "          port: 8000\n"
                                                  "          endPort: 8010\n"));
}

void IntentsTest::revokeRefusesBroaderRules()
{
    World world(service("a") + "---\n" +
                service("b", "  ingress:\n    - from:\n        - podSelector: {}\n"));
    QCOMPARE(codeOf(world.revoke("a", "b")), Code::RuleIsBroader);
    World everyone(service("a") + "---\n" + service("b", "  ingress:\n    - {}\n"));
    QCOMPARE(codeOf(everyone.revoke("a", "b")), Code::RuleIsBroader);
}

void IntentsTest::revokeRefusesOpenByDefault()
{
    World world(service("a", "  ingress:\n    - from:\n        - podSelector:\n"
                             "            matchLabels:\n              app: other\n"));
    QCOMPARE(codeOf(world.revoke("a", "other")), Code::OpenByDefault);
}

void IntentsTest::isolateWithDns()
{
    World world(service("a"));
    world.take(world.plan(edit::Isolate{"shop", true, true}));
    QVERIFY(world.evaluator.hasFullWall("shop", kube::Direction::Ingress));
    QVERIFY(world.evaluator.hasFullWall("shop", kube::Direction::Egress));
    QVERIFY(QString::fromStdString(world.list())
                .contains("shop/a[Pods] => kube-system/kube-dns[Pods] : TCP 53,UDP 53"));
    QCOMPARE(codeOf(world.plan(edit::Isolate{"shop", true, false})), Code::AlreadyIsolated);
    QCOMPARE(codeOf(world.plan(edit::Isolate{"nowhere", false, false})), Code::UnknownName);
}

/// The picture shows such a namespace, but no policy can be written into it.
void IntentsTest::isolateNeedsAName()
{
    World world(service("a", "  ingress:\n    - from:\n        - namespaceSelector:\n"
                             "            matchLabels:\n              team: x\n"
                             "          podSelector:\n            matchLabels:\n"
                             "              app: web\n"));
    QVERIFY(world.evaluator.namespaces().count("{team=x}"));
    for (const bool egress : {false, true})
        QCOMPARE(world.plan(edit::Isolate{"{team=x}", egress, egress}).failure(),
                 (Failure{Code::UnknownName, {"{team=x}", "shop"}}));
}

void IntentsTest::unnamedNamespaceIsNotGuessed()
{
    const std::string unnamed = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n"
                                "  name: a\nspec:\n  podSelector:\n    matchLabels: {app: a}\n"
                                "  policyTypes: [Ingress]\n";
    World world(unnamed + "---\n" + service("b"));
    QCOMPARE(codeOf(world.allow("default/a", "shop/b", "80")), Code::NeedsNamespace);
    world.workspace.setDefaultNamespaceGiven(true);
    QVERIFY(world.allow("default/a", "shop/b", "80").isOk());
}

void IntentsTest::namesListCandidates()
{
    World world(service("a") + "---\n" +
                policy("a",
                       "  podSelector:\n    matchLabels:\n"
                       "      app: a\n",
                       "other"));
    const auto ambiguous = edit::parseEnd(world.evaluator, "a");
    QCOMPARE(ambiguous.failure().code, Code::AmbiguousName);
    QVERIFY(ambiguous.failure().arguments[1].find("other/a[Pods]") != std::string::npos);
    QCOMPARE(edit::parseEnd(world.evaluator, "nobody").failure().code, Code::UnknownName);
    QVERIFY(edit::parseEnd(world.evaluator, "shop/a").isOk());
}

void IntentsTest::portsParse_data()
{
    QTest::addColumn<QString>("expected");
    QTest::newRow("8080") << "TCP 8080";
    QTest::newRow("TCP/8080") << "TCP 8080";
    QTest::newRow("udp/53") << "UDP 53";
    QTest::newRow("53/udp") << "UDP 53";
    QTest::newRow("TCP/8000-8010") << "TCP 8000-8010";
    QTest::newRow("UDP/all") << "UDP";
    for (const char *bad : {"", "0", "65536", "80-", "90-80", "ICMP/1", "tcp/udp", "80 81", "-1"})
        QTest::newRow(bad) << "";
}

void IntentsTest::portsParse()
{
    QFETCH(QString, expected);
    const auto span = edit::parsePort(QTest::currentDataTag());
    QCOMPARE(span ? QString::fromStdString(edit::portText(*span)) : QString(), expected);
}

QTEST_GUILESS_MAIN(IntentsTest)
#include "tst_intents.moc"
