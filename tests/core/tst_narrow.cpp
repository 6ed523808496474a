#include "edit/intent.h"
#include "edit/known_ports.h"
#include "edit/monitoring.h"
#include "edit/reach.h"

#include <QTest>

using namespace drawbridge;
using edit::End;

/// What helps while drawing: narrow policies, ports by name, what is known of ports.
class NarrowTest : public QObject
{
    Q_OBJECT

private slots:
    void narrowPicksOnlyThisPair();
    void ofVeryManyChangesSomeAreNamed();
    void narrowIsRefusedForTwins();
    void narrowNeverExtendsARule();
    void namedPortsAreWrittenByName();
    void namedPortsThatDifferAreRefused();
    void knownPortsTranslateServices();
    void gatherersAreKnown_data();
    void gatherersAreKnown();
};

namespace {

struct World
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;

    explicit World(const std::string &text)
    {
        workspace.add("a.yaml", text);
        evaluator.update(workspace);
    }

    End end(const std::string &name) const { return *edit::parseEnd(evaluator, name); }
    Result<edit::Rewrite> plan(const edit::Intent &intent) const
    {
        return edit::rewrite(workspace, evaluator, intent);
    }
    std::string after(const edit::Rewrite &rewrite) const
    {
        const kube::Workspace now = edit::applied(workspace, rewrite);
        return now.file(now.files().front()).bytes();
    }
    verdict::EndpointId id(const std::string &name) const { return evaluator.find(end(name).name); }
};

std::string pod(const std::string &name, const std::string &labels, const std::string &ports = {})
{
    return "---\napiVersion: v1\nkind: Pod\nmetadata:\n  name: " + name +
           "\n  namespace: shop\n  labels: {" + labels +
           "}\nspec:\n  containers:\n    - name: c\n" +
           (ports.empty() ? "" : "      ports: [" + ports + "]\n");
}

std::string policy(const std::string &name, const std::string &spec)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: " +
           name + "\n  namespace: shop\nspec: " + spec + "\n";
}

const std::string kDeny = policy("deny", "{podSelector: {}, policyTypes: [Ingress]}");

} // namespace

/// `web` and `web-canary` share the only label of `web`.
void NarrowTest::narrowPicksOnlyThisPair()
{
    const World world(pod("api", "app: api") + pod("web", "app: web") +
                      pod("web-canary", "app: web, track: canary") + kDeny);
    edit::Allow allow{world.end("web"), world.end("api"), {*edit::parsePort("8080")}};
    const auto broad = world.plan(allow);
    QVERIFY(broad.isOk());
    QCOMPARE(broad->alsoChanges.size(), std::size_t(1));
    QCOMPARE(broad->alsoChanges.pairs.front().source, std::string("shop/web-canary[Pod]"));
    allow.ownPolicy = true;
    const auto narrow = world.plan(allow);
    QVERIFY(narrow.isOk());
    QVERIFY(narrow->alsoChanges.empty());
    const World after(world.after(*narrow));
    const auto port = edit::connections(allow.ports);
    QVERIFY(edit::reach(after.evaluator, after.end("web"), after.end("api")).every.contains(port));
    QVERIFY(!edit::reach(after.evaluator, after.end("web-canary"), after.end("api"))
                 .some.contains(port));
    // The same for a target.
    edit::Allow into{world.end("api"), world.end("web"), allow.ports};
    QVERIFY(!world.plan(into)->alsoChanges.empty());
    into.ownPolicy = true;
    QVERIFY(world.plan(into).isOk() && world.plan(into)->alsoChanges.empty());
}

void NarrowTest::narrowIsRefusedForTwins()
{
    const World world(pod("api", "app: api") + pod("web", "app: web, tier: a") +
                      pod("twin", "app: web, tier: a") + kDeny);
    const auto plan = world.plan(
        edit::Allow{world.end("web"), world.end("api"), {*edit::parsePort("80")}, false, true});
    QVERIFY(!plan);
    QCOMPARE(plan.failure(),
             (Failure{Code::SelectorCannotBeNarrowed, {"shop/web[Pod]", "shop/twin[Pod]"}}));
}

void NarrowTest::narrowNeverExtendsARule()
{
    const World world(pod("api", "app: api") + pod("web", "app: web") +
                      policy("api", "{podSelector: {matchLabels: {app: api}}, policyTypes: "
                                    "[Ingress], ingress: [{from: [{podSelector: {matchLabels: "
                                    "{app: web}}}], ports: [{port: 80}]}]}"));
    const edit::Allow allow{
        world.end("web"), world.end("api"), {*edit::parsePort("81")}, false, true};
    const auto narrow = world.plan(allow);
    QVERIFY(narrow.isOk());
    const std::string text = world.after(*narrow);
    QVERIFY(text.starts_with(world.workspace.file(world.workspace.files().front()).bytes()));
    QVERIFY(text.find("name: api-2") != std::string::npos);
}

void NarrowTest::namedPortsAreWrittenByName()
{
    const World world(pod("api", "app: api", "{name: http, containerPort: 8080}") +
                      pod("web", "app: web") + kDeny);
    edit::PortSpan http = *edit::parsePort("8080");
    http.name = "http";
    const auto plan = world.plan(edit::Allow{world.end("web"), world.end("api"), {http}});
    QVERIFY(plan.isOk());
    QVERIFY(plan->alsoChanges.empty());
    const World after(world.after(*plan));
    QVERIFY(world.after(*plan).find("port: http") != std::string::npos);
    QVERIFY(edit::reach(after.evaluator, after.end("web"), after.end("api"))
                .every.contains(edit::connections({*edit::parsePort("8080")})));
    QCOMPARE(edit::portText(http), std::string("TCP http (8080)"));
}

void NarrowTest::namedPortsThatDifferAreRefused()
{
    const World world(pod("api", "app: api", "{name: http, containerPort: 8080}") +
                      pod("web", "app: web") + kDeny);
    edit::PortSpan http = *edit::parsePort("8081");
    http.name = "http";
    const auto codeOf = [&](const End &target, const edit::PortSpan &port) {
        const auto plan = world.plan(edit::Allow{world.end("web"), target, {port}});
        return plan ? Code{} : plan.failure().code;
    };
    QCOMPARE(codeOf(world.end("api"), http), Code::NamedPortDiffers);
    http.first = http.last = 8080;
    QCOMPARE(codeOf(world.end("api"), http), Code{});
    QCOMPARE(codeOf(world.end("internet"), http), Code::NamedPortDiffers);
    QCOMPARE(codeOf(world.end("namespace:shop"), http), Code::NamedPortDiffers); // web has none
    http.protocol = kube::Protocol::Udp;
    QCOMPARE(codeOf(world.end("api"), http), Code::NamedPortDiffers);
}

void NarrowTest::knownPortsTranslateServices()
{
    const World world(
        pod("api", "app: api",
            "{name: http, containerPort: 8080}, {containerPort: 53, protocol: UDP}") +
        "---\napiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\n"
        "spec: {selector: {app: api}, ports: [{name: web, port: 80, targetPort: http}, "
        "{name: more, port: 9000}]}\n");
    const edit::KnownPorts known =
        edit::knownPorts(world.workspace, world.evaluator, world.id("api"));
    QCOMPARE(known.pods.size(), std::size_t(2));
    QCOMPARE(known.pods.front().span.name, std::string("http"));
    const edit::ServicePort *meant = known.meant(kube::Protocol::Tcp, 80);
    QVERIFY(meant);
    QCOMPARE(meant->pod, 8080u);
    QVERIFY(!known.meant(kube::Protocol::Udp, 80));
    QVERIFY(!known.meant(kube::Protocol::Tcp, 8080));
    QVERIFY(!known.meant(kube::Protocol::Tcp, 9000)); // pods listen on it
    QVERIFY(!known.meant(kube::Protocol::Tcp, 81));
}

void NarrowTest::gatherersAreKnown_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<bool>("gathers");
    QTest::newRow("chart") << "server"
                           << "app.kubernetes.io/name: prometheus" << true;
    QTest::newRow("app") << "x"
                         << "app: otel-collector" << true;
    QTest::newRow("name") << "pushgateway"
                          << "a: b" << true;
    QTest::newRow("other") << "api"
                           << "app: api" << false;
    QTest::newRow("exporter") << "x"
                              << "app.kubernetes.io/name: prometheus-node-exporter" << false;
}

void NarrowTest::gatherersAreKnown()
{
    QFETCH(QString, name);
    QFETCH(QString, labels);
    QFETCH(bool, gathers);
    const World world(pod(name.toStdString(), labels.toStdString()));
    QCOMPARE(edit::gathersMetrics(world.evaluator, world.end(name.toStdString())), gathers);
    QVERIFY(!edit::gathersMetrics(world.evaluator, world.end("internet")));
}

/// A wall among services that may all connect cuts each pair.
void NarrowTest::ofVeryManyChangesSomeAreNamed()
{
    constexpr std::size_t kPods = 120;
    std::string text;
    for (std::size_t i = 0; i < kPods; ++i)
        text += (i ? "---\n" : "") +
                ("apiVersion: v1\nkind: Pod\nmetadata: {name: p" + std::to_string(i) +
                 ", namespace: shop, labels: {app: a" + std::to_string(i) + "}}\n");
    World world(text);
    const auto plan = world.plan(edit::Isolate{"shop"});
    QVERIFY(plan.isOk());
    std::size_t pairs = 0;
    for (const edit::PairChange &change : plan->alsoChanges)
        pairs += change.source.starts_with("shop/") && change.target.starts_with("shop/");
    const std::size_t others = plan->alsoChanges.pairs.size() - pairs; // with addresses
    QVERIFY(others > 0);
    QCOMPARE(pairs, std::size_t(10'000));
    QCOMPARE(plan->alsoChanges.size(), kPods * (kPods - 1) + others);
    QVERIFY(plan->alsoChanges.closed.isAll() && plan->alsoChanges.opened.isEmpty());
}

QTEST_GUILESS_MAIN(NarrowTest)
#include "tst_narrow.moc"
