#include "edit/intent.h"
#include "support/intent_world.h"

#include <QTest>

using namespace drawbridge;
using kube::Direction;

/// Changes of one policy: only the lines that say otherwise are written.
class PolicyEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void nothingChangesNothing();
    void removedEgressKeepsTypes();
    void missingTypesAreWrittenOut();
    void refusesARuleWithoutPeers();
    void refusesWhatTheServerRefuses();
    void refusesARefusedPolicy();
    void renamesOnlyToAFreeName();
    void saysWhoElseIsTouched();
    void aliasIsRefused();
};

namespace {

const char *const kPolicy = R"(# head
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api # named so
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: api # who
      tier: back
  policyTypes: [Ingress, Egress]
  ingress:
    # the web
    - from:
        - podSelector:
            matchLabels:
              app: web # web itself
        - ipBlock:
            cidr: 10.0.0.0/8
            except: [10.1.0.0/16, 10.2.0.0/16] # not these
      ports:
        - protocol: TCP
          port: 8080 # http
        - port: https
    - {}
  egress:
    - to:
        - namespaceSelector:
            matchExpressions:
              - key: team
                operator: In
                values:
                  - red
                  - blue # yes
)";

using Change = void (*)(kube::NetworkPolicy &);

struct Row
{
    const char *name;
    Change change;
    const char *before; ///< the lines that go
    const char *after;  ///< the lines that come instead
};

kube::LabelSelector labels(const char *key, const char *value)
{
    kube::LabelSelector selector;
    selector.matchLabels.emplace(key, value);
    return selector;
}

const Row kRows[] = {
    {"label of the subject", [](auto &p) { p.subject->matchLabels["app"] = "core"; },
     "      app: api # who\n", "      app: core # who\n"},
    {"label removed", [](auto &p) { p.subject->matchLabels.erase("tier"); }, "      tier: back\n",
     ""},
    {"label added", [](auto &p) { p.subject->matchLabels["zone"] = "a"; }, "", "      zone: a\n"},
    {"type removed", [](auto &p) { p.isolatesEgress = false; },
     "  policyTypes: [Ingress, Egress]\n", "  policyTypes: [Ingress]\n"},
    {"port number", [](auto &p) { p.ingress[0].ports[0].port = 9090; },
     "          port: 8080 # http\n", "          port: 9090 # http\n"},
    {"port range", [](auto &p) { p.ingress[0].ports[0].endPort = 8090; }, "",
     "          endPort: 8090\n"},
    {"port to name",
     [](auto &p) {
         p.ingress[0].ports[0].port.reset();
         p.ingress[0].ports[0].name = "http";
     },
     "          port: 8080 # http\n", "          port: http # http\n"},
    {"protocol of a port that has none",
     [](auto &p) { p.ingress[0].ports[1].protocol = kube::Protocol::Udp; },
     "        - port: https\n", "        - protocol: UDP\n          port: https\n"},
    {"port removed", [](auto &p) { p.ingress[0].ports.pop_back(); }, "        - port: https\n", ""},
    {"port added",
     [](auto &p) {
         kube::PortRule port;
         port.port = 53;
         port.protocol = kube::Protocol::Udp;
         p.ingress[0].ports.push_back(port);
     },
     "", "        - protocol: UDP\n          port: 53\n"},
    {"every port",
     [](auto &p) {
         p.ingress[0].ports.clear();
         p.ingress[0].anyPort = true;
     },
     "      ports:\n        - protocol: TCP\n          port: 8080 # http\n        - port: https\n",
     ""},
    {"peer removed", [](auto &p) { p.ingress[0].peers.erase(p.ingress[0].peers.begin()); },
     "        - podSelector:\n            matchLabels:\n              app: web # web itself\n", ""},
    {"peer narrowed to a namespace",
     [](auto &p) { p.ingress[0].peers[0].namespaces = labels("team", "red"); }, "", nullptr},
    {"exception removed", [](auto &p) { p.ingress[0].peers[1].ipBlock->except.pop_back(); },
     "            except: [10.1.0.0/16, 10.2.0.0/16] # not these\n",
     "            except: [10.1.0.0/16] # not these\n"},
    {"exceptions removed", [](auto &p) { p.ingress[0].peers[1].ipBlock->except.clear(); },
     "            except: [10.1.0.0/16, 10.2.0.0/16] # not these\n", ""},
    {"rule removed", [](auto &p) { p.ingress.pop_back(); }, "    - {}\n", ""},
    {"rule added in front",
     [](auto &p) {
         kube::Rule rule;
         rule.anyPort = true;
         rule.peers.resize(1);
         rule.peers[0].pods = labels("app", "cron");
         p.ingress.insert(p.ingress.begin() + 1, rule);
     },
     "", nullptr},
    {"everything may become somebody",
     [](auto &p) {
         p.ingress[1].anyPeer = false;
         p.ingress[1].peers.resize(1);
         p.ingress[1].peers[0].pods = labels("app", "cron");
     },
     "    - {}\n", nullptr},
    {"value of an expression added",
     [](auto &p) { p.egress[0].peers[0].namespaces->expressions[0].values.push_back("green"); }, "",
     "                  - green\n"},
    {"value of an expression removed",
     [](auto &p) {
         p.egress[0].peers[0].namespaces->expressions[0].values.erase(
             p.egress[0].peers[0].namespaces->expressions[0].values.begin());
     },
     "                  - red\n", ""},
    {"value of an expression replaced in front",
     [](auto &p) { p.egress[0].peers[0].namespaces->expressions[0].values[0] = "green"; },
     "                  - red\n", "                  - green\n"},
    {"exception added in front",
     [](auto &p) {
         auto &except = p.ingress[0].peers[1].ipBlock->except;
         except.insert(except.begin(), *kube::parseCidr("10.0.0.0/16"));
     },
     "            except: [10.1.0.0/16, 10.2.0.0/16] # not these\n",
     "            except: [10.0.0.0/16, 10.1.0.0/16, 10.2.0.0/16] # not these\n"},
    {"range to every port of the protocol",
     [](auto &p) {
         p.ingress[0].ports[1].name.clear();
         p.ingress[0].ports[1].protocol = kube::Protocol::Tcp;
     },
     "        - port: https\n", "        - protocol: TCP\n"},
    {"operator",
     [](auto &p) { p.egress[0].peers[0].namespaces->expressions[0].op = kube::Operator::NotIn; },
     "                operator: In\n", "                operator: NotIn\n"},
};

kube::ObjectPtr object(const IntentWorld &world, const std::string &name)
{
    for (const kube::ObjectPtr &object : world.workspace.objects())
        if (object->meta.name == name)
            return object;
    return {};
}

edit::ChangePolicy changed(const IntentWorld &world, const std::string &name,
                           const std::function<void(kube::NetworkPolicy &)> &change)
{
    edit::ChangePolicy intent{object(world, name), name, *object(world, name)->policy()};
    change(intent.wanted);
    return intent;
}

} // namespace

void PolicyEditsTest::changes_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(kRows)); ++i)
        QTest::newRow(kRows[i].name) << i;
}

void PolicyEditsTest::changes()
{
    QFETCH(int, row);
    const Row &r = kRows[row];
    IntentWorld world(kPolicy);
    const edit::ChangePolicy intent = changed(world, "api", r.change);
    const auto plan = world.plan(intent);
    QVERIFY2(plan.isOk(), plan.isOk() ? "" : std::to_string(int(plan.failure().code)).c_str());
    world.take(plan);
    const QString after = QString::fromStdString(world.text());
    for (const char *comment : {"# head", "# named so", "# who", "# the web", "# yes"})
        QVERIFY2(after.contains(comment), comment);
    QVERIFY(*object(world, "api")->policy() == intent.wanted);
    const Patches patches = lineDifference(kPolicy, world.text());
    std::string gone;
    std::string come;
    for (const Patch &patch : patches) {
        gone += std::string(kPolicy).substr(patch.range.begin, patch.range.size());
        come += patch.text;
    }
    QCOMPARE(gone, std::string(r.before));
    if (r.after)
        QCOMPARE(come, std::string(r.after));
}

void PolicyEditsTest::nothingChangesNothing()
{
    IntentWorld world(kPolicy);
    const auto plan = world.plan(changed(world, "api", [](auto &) {}));
    QVERIFY(plan.isOk());
    QVERIFY(plan->isEmpty());
}

void PolicyEditsTest::removedEgressKeepsTypes()
{
    IntentWorld world(
        policyText("a", "  podSelector: {}\n  egress:\n    - to:\n        - podSelector: {}\n"));
    world.take(world.plan(changed(world, "a", [](auto &p) { p.egress.clear(); })));
    QVERIFY(object(world, "a")->policy()->isolatesEgress);
    QVERIFY(QString::fromStdString(world.text()).contains("egress: []"));
    QVERIFY(QString::fromStdString(world.text()).contains("policyTypes:"));
}

void PolicyEditsTest::missingTypesAreWrittenOut()
{
    IntentWorld world(policyText("a", "  podSelector: {}\n"));
    world.take(world.plan(changed(world, "a", [](auto &p) {
        kube::Rule rule;
        rule.anyPeer = rule.anyPort = true;
        p.egress.push_back(rule);
    })));
    QVERIFY(!object(world, "a")->policy()->isolatesEgress);
    QVERIFY(object(world, "a")->policy()->hasPolicyTypes);
}

void PolicyEditsTest::refusesARuleWithoutPeers()
{
    IntentWorld world(kPolicy);
    QCOMPARE(codeOf(world.plan(changed(world, "api", [](auto &p) { p.ingress[0].peers.clear(); }))),
             Code::RuleNeedsPeers);
    QCOMPARE(codeOf(world.plan(changed(world, "api", [](auto &p) { p.ingress[0].ports.clear(); }))),
             Code::RuleNeedsPorts);
}

void PolicyEditsTest::refusesWhatTheServerRefuses()
{
    IntentWorld world(kPolicy);
    QCOMPARE(codeOf(world.plan(
                 changed(world, "api", [](auto &p) { p.ingress[0].ports[0].port = 70000; }))),
             Code::InvalidValue);
    QCOMPARE(codeOf(world.plan(changed(
                 world, "api", [](auto &p) { p.subject->matchLabels["app"] = "not a value"; }))),
             Code::InvalidValue);
}

void PolicyEditsTest::refusesARefusedPolicy()
{
    IntentWorld world(policyText("a", "  podSelector: {}\n  policyTypes: [ingress]\n"));
    QCOMPARE(codeOf(world.plan(changed(world, "a", [](auto &p) { p.ingress.clear(); }))),
             Code::RefusedPolicy);
}

void PolicyEditsTest::renamesOnlyToAFreeName()
{
    IntentWorld world(serviceText("a") + "---\n" + serviceText("b"));
    edit::ChangePolicy intent = changed(world, "a", [](auto &) {});
    intent.name = "b";
    QCOMPARE(codeOf(world.plan(intent)), Code::NameTaken);
    intent.name = "c";
    world.take(world.plan(intent));
    QVERIFY(object(world, "c"));
    QVERIFY(!object(world, "a"));
}

void PolicyEditsTest::saysWhoElseIsTouched()
{
    IntentWorld world(policyText("wall", "  podSelector: {}\n  policyTypes: [Ingress]\n") +
                      "---\n" + serviceText("a") + "---\n" + serviceText("b"));
    const auto plan = world.plan(changed(world, "wall", [](auto &p) {
        kube::Rule rule;
        rule.anyPeer = rule.anyPort = true;
        p.ingress.push_back(rule);
    }));
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.size() >= 2);
}

void PolicyEditsTest::aliasIsRefused()
{
    IntentWorld world(
        policyText("a", "  podSelector: &x\n    matchLabels: {app: a}\n  policyTypes: [Ingress]\n"
                        "  ingress:\n    - from:\n        - podSelector: *x\n"));
    const auto plan = world.plan(
        changed(world, "a", [](auto &p) { p.ingress[0].peers[0].pods->matchLabels["app"] = "b"; }));
    QVERIFY(!plan.isOk());
}

QTEST_APPLESS_MAIN(PolicyEditsTest)
#include "tst_policy_edits.moc"
