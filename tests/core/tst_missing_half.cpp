#include "graph/graph.h"
#include "oracle/random_cluster.h"
#include "support/intent_world.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;
using kube::Direction;

/// The half that a half-open connection lacks, and what is told of pods that nothing names any
/// more.
class MissingHalfTest : public QObject
{
    Q_OBJECT

private slots:
    void writesTheMissingHalfAlone();
    void whatIsThereIsRefused();
    void everyServiceOfANamespace();
    void arrowTellsHalfOpenPorts_data();
    void arrowTellsHalfOpenPorts();
    void randomClusters();
    void removedRuleTellsWhatIsCut();
    void namedWithOthersIsNotShownOnItsOwn();
    void removedServiceIsNotTold();
    void eachIntoItsNamespace();
};

namespace {

edit::Allow half(const IntentWorld &world, const char *from, const char *to, Direction direction,
                 const char *ports)
{
    edit::Allow allow{world.end(from), world.end(to), world.ports(ports)};
    allow.onlyHalf = direction;
    return allow;
}

const char *const kFromWeb = "  ingress:\n    - from:\n        - podSelector:\n            "
                             "matchLabels:\n              app: web\n      ports:\n"
                             "        - port: 80\n";

std::string egressOnly(const std::string &name)
{
    return policyText(name, "  podSelector:\n    matchLabels:\n      app: " + name +
                                "\n  policyTypes:\n    - Egress\n");
}

} // namespace

void MissingHalfTest::writesTheMissingHalfAlone()
{
    const std::string api = serviceText("api", kFromWeb);
    IntentWorld world(egressOnly("web") + "---\n" + api);
    const auto plan = world.plan(half(world, "web", "api", Direction::Egress, "80"));
    world.take(plan);
    QVERIFY(plan->alsoChanges.empty());
    QVERIFY(world.text().ends_with("---\n" + api));
    QVERIFY(world.list().find("shop/web[Pods] => shop/api[Pods] : TCP 80\n") != std::string::npos);
}

void MissingHalfTest::whatIsThereIsRefused()
{
    const IntentWorld world(egressOnly("web") + "---\n" + serviceText("api", kFromWeb));
    QCOMPARE(codeOf(world.plan(half(world, "web", "api", Direction::Ingress, "80"))),
             Code::AlreadyAllowed);
}

void MissingHalfTest::arrowTellsHalfOpenPorts_data()
{
    QTest::addColumn<QByteArray>("egress"); // of web, to api
    QTest::addColumn<QByteArray>("ingress");
    QTest::addColumn<QByteArray>("allowed");
    QTest::addColumn<QByteArray>("onlyAtSource");
    QTest::addColumn<QByteArray>("onlyAtTarget");
    const auto row = [](const char *name, const char *egress, const char *ingress,
                        const char *allowed, const char *source, const char *target) {
        QTest::newRow(name) << QByteArray(egress) << QByteArray(ingress) << QByteArray(allowed)
                            << QByteArray(source) << QByteArray(target);
    };
    row("equal", "port: 80", "port: 80", "TCP 80", "", "");
    row("more leaves", "port: 80}, {port: 443", "port: 80", "TCP 80", "TCP 443", "");
    row("more enters", "port: 80", "port: 80}, {port: 443", "TCP 80", "", "TCP 443");
    row("both", "port: 80}, {port: 1", "port: 80}, {port: 2", "TCP 80", "TCP 1", "TCP 2");
    row("none is common", "port: 1", "port: 2", "TCP 2", "TCP 1", "");
    row("a range", "port: 80, endPort: 90", "port: 80", "TCP 80", "TCP 81-90", "");
    row("a whole protocol names no port", "protocol: TCP", "port: 80", "TCP 80", "", "");
    row("another protocol", "port: 53, protocol: UDP}, {port: 53", "port: 53", "TCP 53", "UDP 53",
        "");
}

void MissingHalfTest::arrowTellsHalfOpenPorts()
{
    QFETCH(QByteArray, egress);
    QFETCH(QByteArray, ingress);
    QFETCH(QByteArray, allowed);
    QFETCH(QByteArray, onlyAtSource);
    QFETCH(QByteArray, onlyAtTarget);
    const auto spec = [](const char *own, const char *type, const char *list, const char *key,
                         const char *other, const QByteArray &ports) {
        return std::string("  podSelector: {matchLabels: {app: ") + own + "}}\n  policyTypes: [" +
               type + "]\n  " + list + ":\n    - " + key +
               ": [{podSelector: {matchLabels: {app: " + other + "}}}]\n      ports: [{" +
               ports.toStdString() + "}]\n";
    };
    const IntentWorld world(
        policyText("web", spec("web", "Egress", "egress", "to", "api", egress)) + "---\n" +
        policyText("api", spec("api", "Ingress", "ingress", "from", "web", ingress)));
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    QCOMPARE(graph.arrows.size(), std::size_t(1));
    const auto label = [](const kube::ConnectionSet &ports) {
        return ports.isEmpty() ? QByteArray() : QByteArray::fromStdString(ports.label());
    };
    QCOMPARE(QByteArray::fromStdString(graph.arrows[0].label), allowed);
    QCOMPARE(label(graph.arrows[0].onlyAtSource), onlyAtSource);
    QCOMPARE(label(graph.arrows[0].onlyAtTarget), onlyAtTarget);
    QCOMPARE(graph.arrows[0].hasHalfOpenPorts(),
             !onlyAtSource.isEmpty() || !onlyAtTarget.isEmpty());
}

/// Another port of one of them is not asked for, and the half that is there is not touched.
void MissingHalfTest::everyServiceOfANamespace()
{
    const std::string api = serviceText("api", kFromWeb);
    const std::string db = serviceText("db");
    IntentWorld world(egressOnly("web") + "---\n" + api + "---\n" + db);
    const auto plan = world.plan(half(world, "web", "namespace:shop", Direction::Egress, "80"));
    world.take(plan);
    QVERIFY(plan->alsoChanges.empty());
    QVERIFY(world.text().find(api + "---\n" + db) != std::string::npos);
    QVERIFY(world.list().find("shop/web[Pods] => shop/api[Pods] : TCP 80\n") != std::string::npos);
    QVERIFY(world.list().find("shop/web[Pods] => shop/db[Pods]") == std::string::npos);
}

void MissingHalfTest::randomClusters()
{
    int done = 0;
    int refused = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        oracle::RandomOptions options;
        options.variedText = seed % 2;
        IntentWorld world{kube::Workspace()};
        world.open(oracle::RandomCluster(seed, options).files());
        const graph::Graph graph = graph::build(world.workspace, world.evaluator);
        for (const graph::Arrow &arrow : graph.arrows) {
            const graph::Node *source = graph.node(arrow.source);
            const graph::Node *target = graph.node(arrow.target);
            if (!arrow.isHalfOpen() || !source || !target)
                continue;
            const Direction missing = arrow.state == graph::ArrowState::HalfOpenAtSource
                                          ? Direction::Egress
                                          : Direction::Ingress;
            edit::Allow allow{{edit::End::Kind::Endpoint, source->key, {}},
                              {edit::End::Kind::Endpoint, target->key, {}},
                              {}};
            if (!arrow.ports.isAll())
                allow.ports = edit::spansOf(arrow.ports);
            allow.onlyHalf = missing;
            const auto plan = world.plan(allow);
            if (!plan) {
                ++refused;
                continue;
            }
            ++done;
            const IntentWorld after(edit::applied(world.workspace, *plan));
            const graph::Graph now = graph::build(after.workspace, after.evaluator);
            const graph::Arrow *mended = now.arrow(arrow.key);
            QVERIFY(mended && mended->state == graph::ArrowState::Allowed);
            QVERIFY(mended->ports.contains(arrow.ports));
            // No policy says anything else of the other direction.
            const auto other =
                missing == Direction::Egress ? Direction::Ingress : Direction::Egress;
            std::vector<kube::Rule> rulesBefore;
            std::vector<kube::Rule> rulesAfter;
            for (const kube::ObjectPtr &policy : world.evaluator.policies())
                for (const kube::Rule &rule : policy->policy()->rules(other))
                    rulesBefore.push_back(rule);
            for (const kube::ObjectPtr &policy : after.evaluator.policies())
                for (const kube::Rule &rule : policy->policy()->rules(other))
                    rulesAfter.push_back(rule);
            QVERIFY(std::is_permutation(rulesBefore.begin(), rulesBefore.end(), rulesAfter.begin(),
                                        rulesAfter.end()));
        }
    }
    qInfo("%d mended, %d refused", done, refused);
    QVERIFY(done > 20);
    QVERIFY(refused < done);
}

void MissingHalfTest::removedRuleTellsWhatIsCut()
{
    IntentWorld world(serviceText("api", kFromWeb) + "---\n" +
                      policyText("wall", "  podSelector: {}\n  policyTypes: [Ingress]\n"));
    const auto plan = world.plan(edit::RemoveObject{world.evaluator.policies().front()});
    QVERIFY(plan.isOk());
    // api is known by that policy too.
    QCOMPARE(plan->noLongerShown, (std::vector<std::string>{"shop/api[Pods]", "shop/web[Pods]"}));

    IntentWorld both(serviceText("api", kFromWeb) + "---\n" +
                     policyText("out", "  podSelector: {matchLabels: {app: api}}\n"
                                       "  policyTypes: [Egress]\n"));
    auto policies = both.evaluator.policies();
    const auto ingress = std::find_if(policies.begin(), policies.end(), [](const auto &policy) {
        return policy->policy()->isolatesIngress;
    });
    const auto open = both.plan(edit::RemoveObject{*ingress});
    QVERIFY(open.isOk());
    QCOMPARE(open->noLongerShown, std::vector<std::string>{"shop/web[Pods]"});
    for (const edit::PairChange &change : open->alsoChanges)
        QVERIFY(change.source != "shop/web[Pods]"); // it would reach no less
}

/// A rule that names it by fewer labels goes on, and means a group of that name from then on.
void MissingHalfTest::namedWithOthersIsNotShownOnItsOwn()
{
    const std::string front = policyText("front", "  podSelector: {matchLabels: {app: web, tier: "
                                                  "front}}\n  policyTypes: [Egress]\n");
    IntentWorld world(front + "---\n" + serviceText("api", kFromWeb));
    QVERIFY(world.evaluator.find("shop/{app=web,tier=front}").isValid());
    QVERIFY(!world.evaluator.find("shop/{app=web}").isValid());
    const auto plan = world.plan(edit::RemoveObject{world.evaluator.policies().front()});
    QVERIFY(plan.isOk());
    QCOMPARE(plan->noLongerShown, std::vector<std::string>{"shop/web[Pods]"});
    const IntentWorld after(edit::applied(world.workspace, *plan));
    QVERIFY(after.evaluator.find("shop/{app=web}").isValid());
    QVERIFY(!after.evaluator.find("shop/{app=web,tier=front}").isValid());
}

void MissingHalfTest::removedServiceIsNotTold()
{
    IntentWorld world(serviceText("web") + "---\n" + serviceText("api", kFromWeb));
    const auto plan = world.plan(edit::RemoveService{world.end("web").name});
    QVERIFY(plan.isOk());
    QVERIFY(plan->noLongerShown.empty());
    const auto renamed = world.plan(edit::Rename{world.end("web").name, "front"});
    QVERIFY(renamed.isOk());
    QVERIFY(renamed->noLongerShown.empty());
}

void MissingHalfTest::eachIntoItsNamespace()
{
    const std::string web = serviceText("web");
    const std::string db = policyText("db",
                                      "  podSelector: {matchLabels: {app: db}}\n"
                                      "  policyTypes: [Ingress]\n",
                                      "data");
    const std::string start = web + "---\n" + db;
    IntentWorld world(start);
    const auto plan = world.plan(edit::Paste{start, "shop"});
    world.take(plan);
    QVERIFY(plan->alsoChanges.empty());
    QVERIFY(world.text().starts_with(start));
    QVERIFY(world.evaluator.find("shop/{app=web-2}").isValid());
    QVERIFY(world.evaluator.find("data/{app=db-2}").isValid());
    // One namespace goes where it is told to, unless it is to keep its own.
    IntentWorld other(start);
    other.take(other.plan(edit::Paste{web, "data"}));
    QVERIFY(other.evaluator.find("data/{app=web}").isValid());
    other.take(other.plan(edit::Paste{web, "data", true}));
    QVERIFY(other.evaluator.find("shop/{app=web-2}").isValid());
}

QTEST_APPLESS_MAIN(MissingHalfTest)
#include "tst_missing_half.moc"
