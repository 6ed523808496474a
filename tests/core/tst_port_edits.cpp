#include "edit/container_ports.h"
#include "edit/intent.h"
#include "support/intent_world.h"

#include <QTest>

#include <random>

using namespace drawbridge;

/// Ports of containers and Services: only what differs is written, and it reads as it was wanted.
class PortEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void services_data();
    void services();
    void refusals_data();
    void refusals();
    void initContainersAreLeftAlone();
    void namedPortsThatMoveAreTold();
    void bothAreOneEdit();
    void random_data();
    void random();
};

namespace {

using Ports = std::vector<kube::ContainerPort>;
using ServicePorts = std::vector<kube::ServicePort>;

const char *const kBlock = R"(apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
  namespace: shop
spec:
  selector:
    matchLabels: {app: api}
  template:
    metadata:
      labels: {app: api}
    spec:
      initContainers:
        - name: wait
          ports:
            - containerPort: 1
      containers:
        - name: api
          image: api:1
          ports:
            # the API
            - name: http # by name
              containerPort: 8080 # all of it
              hostPort: 80
            - containerPort: 53
              protocol: UDP
        - name: proxy
          image: proxy:1
---
apiVersion: v1
kind: Service
metadata:
  name: api
  namespace: shop
spec:
  selector: {app: api}
  ports:
    - name: web # public
      port: 80
      targetPort: http # by name
      nodePort: 30080
)";

const char *const kFlow = R"(apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec:
  template:
    metadata: {labels: {app: api}}
    spec: {containers: [{name: api, ports: [{name: http, containerPort: 8080}, {containerPort: 53, protocol: UDP}]}, {name: proxy}]}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{name: web, port: 80, targetPort: http}]}
)";

const char *const kJson = R"({"kind": "List", "apiVersion": "v1", "items": [
  {"apiVersion": "apps/v1", "kind": "Deployment",
   "metadata": {"name": "api", "namespace": "shop"},
   "spec": {"template": {
     "metadata": {"labels": {"app": "api"}},
     "spec": {"containers": [
       {"name": "api", "ports": [
         {"name": "http", "containerPort": 8080},
         {"containerPort": 53, "protocol": "UDP"}
       ]},
       {"name": "proxy"}
     ]}}}},
  {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "api", "namespace": "shop"},
   "spec": {"selector": {"app": "api"}, "ports": [{"name": "web", "port": 80, "targetPort": "http"}]}}
]}
)";

const char *const kList = R"(apiVersion: v1
kind: List
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: api
    namespace: shop
  spec:
    template:
      metadata:
        labels:
          app: api
      spec:
        containers:
        - name: api
          ports:
          - name: http # by name
            containerPort: 8080
          - containerPort: 53
            protocol: UDP
        - name: proxy
- apiVersion: v1
  kind: Service
  metadata:
    name: api
    namespace: shop
  spec:
    selector:
      app: api
    ports:
    - name: web # public
      port: 80
      targetPort: http
)";

kube::ObjectPtr deployment(const IntentWorld &world)
{
    for (const kube::ObjectPtr &object : world.workspace.objects())
        if (object->workload())
            return object;
    return {};
}

kube::ObjectPtr service(const IntentWorld &world)
{
    for (const kube::ObjectPtr &object : world.workspace.objects())
        if (std::holds_alternative<kube::Service>(object->value))
            return object;
    return {};
}

IntentWorld worldOf(const QByteArray &text)
{
    IntentWorld world(kube::Workspace{});
    world.open({{text.startsWith("{") ? "a.json" : "a.yaml", text.toStdString()}});
    return world;
}

edit::ChangePorts::OfContainer containerOf(const IntentWorld &world, std::size_t index,
                                           const std::function<void(Ports &)> &change)
{
    edit::ChangePorts::OfContainer part{deployment(world), index, {}};
    part.ports = edit::containersOf(*part.workload)[index].ports;
    change(part.ports);
    return part;
}

edit::ChangePorts::OfService serviceOf(const IntentWorld &world,
                                       const std::function<void(ServicePorts &)> &change)
{
    edit::ChangePorts::OfService part{service(world), {}};
    part.ports = std::get<kube::Service>(part.service->value).ports;
    change(part.ports);
    return part;
}

void compareLines(const std::string &before, const std::string &after, const QByteArray &gone,
                  const QByteArray &come)
{
    std::string g;
    std::string c;
    for (const Patch &patch : lineDifference(before, after)) {
        g += before.substr(patch.range.begin, patch.range.size());
        c += patch.text;
    }
    QCOMPARE(QByteArray::fromStdString(g), gone);
    QCOMPARE(QByteArray::fromStdString(c), come);
}

kube::ContainerPort port(std::uint32_t number, const char *name = "",
                         kube::Protocol protocol = kube::Protocol::Tcp)
{
    return {name, number, protocol, {}};
}

struct Row
{
    const char *name;
    std::size_t container;
    void (*change)(Ports &);
    const char *gone;
    const char *come;
};

const Row kRows[] = {
    {"number", 0, [](Ports &p) { p[0].port = 9090; },
     "              containerPort: 8080 # all of it\n",
     "              containerPort: 9090 # all of it\n"},
    {"name", 0, [](Ports &p) { p[0].name = "web"; }, "            - name: http # by name\n",
     "            - name: web # by name\n"},
    {"protocol added", 0, [](Ports &p) { p[0].protocol = kube::Protocol::Sctp; }, "",
     "              protocol: SCTP\n"},
    {"protocol changed", 0, [](Ports &p) { p[1].protocol = kube::Protocol::Tcp; },
     "              protocol: UDP\n", "              protocol: TCP\n"},
    {"name given", 0, [](Ports &p) { p[1].name = "dns"; }, "            - containerPort: 53\n",
     "            - name: dns\n              containerPort: 53\n"},
    {"added", 0, [](Ports &p) { p.push_back(port(9090, "metrics")); }, "",
     "            - name: metrics\n              containerPort: 9090\n"},
    {"removed", 0, [](Ports &p) { p.pop_back(); },
     "            - containerPort: 53\n              protocol: UDP\n", ""},
    {"all removed", 1, [](Ports &) {}, "", ""},
    {"first of a container", 1, [](Ports &p) { p.push_back(port(53, "", kube::Protocol::Udp)); },
     "", "          ports:\n            - containerPort: 53\n              protocol: UDP\n"},
};

} // namespace

void PortEditsTest::changes_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < int(std::size(kRows)); ++i)
        QTest::newRow(kRows[i].name) << i;
}

void PortEditsTest::changes()
{
    QFETCH(int, row);
    const Row &r = kRows[row];
    IntentWorld world(kBlock);
    const auto part = containerOf(world, r.container, r.change);
    world.take(world.plan(edit::ChangePorts{{part}, {}}));
    compareLines(kBlock, world.text(), r.gone, r.come);
    QVERIFY(edit::containersOf(*deployment(world))[r.container].ports == part.ports);
}

void PortEditsTest::services_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<QByteArray>("gone");
    QTest::addColumn<QByteArray>("come");
    QTest::newRow("port") << 0 << QByteArray("      port: 80\n")
                          << QByteArray("      port: 8080\n");
    QTest::newRow("target") << 1 << QByteArray("      targetPort: http # by name\n")
                            << QByteArray("      targetPort: 8080 # by name\n");
    QTest::newRow("no target") << 2 << QByteArray("      targetPort: http # by name\n")
                               << QByteArray();
    QTest::newRow("added") << 3 << QByteArray()
                           << QByteArray("    - name: dns\n      port: 53\n      targetPort: 5353\n"
                                         "      protocol: UDP\n");
    QTest::newRow("name") << 4 << QByteArray("    - name: web # public\n")
                          << QByteArray("    - name: http # public\n");
}

void PortEditsTest::services()
{
    QFETCH(int, change);
    QFETCH(QByteArray, gone);
    QFETCH(QByteArray, come);
    IntentWorld world(kBlock);
    const auto part = serviceOf(world, [change](ServicePorts &ports) {
        if (change == 0)
            ports[0].port = 8080;
        if (change == 1 || change == 2)
            ports[0].targetName.clear();
        if (change == 1)
            ports[0].targetPort = 8080;
        if (change == 3)
            ports.push_back({"dns", 53, kube::Protocol::Udp, 5353, {}, {}});
        if (change == 4)
            ports[0].name = "http";
    });
    world.take(world.plan(edit::ChangePorts{{}, {part}}));
    compareLines(kBlock, world.text(), gone, come);
    QVERIFY(std::get<kube::Service>(service(world)->value).ports == part.ports);
}

void PortEditsTest::refusals_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<int>("code");
    QTest::newRow("number") << 0 << int(Code::InvalidPort);
    QTest::newRow("name") << 1 << int(Code::InvalidName);
    QTest::newRow("name twice") << 2 << int(Code::PortTwice);
    QTest::newRow("number twice") << 3 << int(Code::PortTwice);
    QTest::newRow("Service without ports") << 4 << int(Code::LastPort);
    QTest::newRow("Service with ports without names") << 5 << int(Code::PortNeedsName);
    QTest::newRow("Service's number twice") << 6 << int(Code::PortTwice);
}

void PortEditsTest::refusals()
{
    QFETCH(int, change);
    QFETCH(int, code);
    IntentWorld world(kBlock);
    edit::ChangePorts intent;
    if (change < 4)
        intent.containers = {containerOf(world, 0, [change](Ports &ports) {
            if (change == 0)
                ports[0].port = 70000;
            if (change == 1)
                ports[0].name = "Not a name";
            if (change == 2)
                ports[1].name = "http";
            if (change == 3)
                ports.push_back(port(8080));
        })};
    else
        intent.services = {serviceOf(world, [change](ServicePorts &ports) {
            if (change == 4)
                ports.clear();
            if (change == 5)
                ports.push_back({"", 81, kube::Protocol::Tcp, {}, {}, {}});
            if (change == 6)
                ports.push_back({"again", 80, kube::Protocol::Tcp, {}, {}, {}});
        })};
    QCOMPARE(int(codeOf(world.plan(intent))), code);
}

void PortEditsTest::initContainersAreLeftAlone()
{
    IntentWorld world(kBlock);
    const auto containers = edit::containersOf(*deployment(world));
    QCOMPARE(containers.size(), std::size_t(2));
    QCOMPARE(containers[0].name, std::string("api"));
    QCOMPARE(containers[1].name, std::string("proxy"));
    QCOMPARE(edit::servicesOf(world.workspace, *deployment(world)).size(), std::size_t(1));

    IntentWorld broken(
        QString(kBlock).replace("containerPort: 53", "containerPort: 70000").toStdString());
    QVERIFY(!edit::containersOf(*deployment(broken))[0].isComplete);
    QCOMPARE(codeOf(broken.plan(edit::ChangePorts{
                 {containerOf(broken, 0, [](Ports &p) { p.push_back(port(1)); })}, {}})),
             Code::RefusedPorts);
}

/// A rule that names a port follows it: whose verdict that changes is said.
void PortEditsTest::namedPortsThatMoveAreTold()
{
    IntentWorld world(std::string(kBlock) + "---\n" +
                      serviceText("api", "  ingress:\n    - from:\n        - podSelector: {}\n"
                                         "      ports:\n        - port: http\n") +
                      "---\n" + serviceText("web"));
    const auto moved = world.plan(
        edit::ChangePorts{{containerOf(world, 0, [](Ports &p) { p[0].port = 9090; })}, {}});
    QVERIFY(moved.isOk());
    QVERIFY(!moved->alsoChanges.empty());
    const auto other = world.plan(
        edit::ChangePorts{{containerOf(world, 0, [](Ports &p) { p[1].port = 54; })}, {}});
    QVERIFY(other.isOk());
    QVERIFY(other->alsoChanges.empty());
}

void PortEditsTest::bothAreOneEdit()
{
    IntentWorld world(kBlock);
    const edit::ChangePorts intent{
        {containerOf(world, 0, [](Ports &p) { p[0].name = "web"; }),
         containerOf(world, 1, [](Ports &p) { p.push_back(port(15001)); })},
        {serviceOf(world, [](ServicePorts &p) { p[0].targetName = "web"; })}};
    world.take(world.plan(intent));
    compareLines(kBlock, world.text(),
                 "            - name: http # by name\n      targetPort: http # by name\n",
                 "            - name: web # by name\n          ports:\n"
                 "            - containerPort: 15001\n      targetPort: web # by name\n");
}

void PortEditsTest::random_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << QByteArray(kBlock);
    QTest::newRow("flow") << QByteArray(kFlow);
    QTest::newRow("JSON") << QByteArray(kJson);
    QTest::newRow("List items") << QByteArray(kList);
}

void PortEditsTest::random()
{
    QFETCH(QByteArray, text);
    std::mt19937 numbers(7);
    const auto below = [&](std::size_t n) { return std::size_t(numbers() % n); };
    const auto fresh = [&] { return std::uint32_t(1 + below(60000)); };
    IntentWorld world = worldOf(text);
    int done = 0;
    for (int step = 0; step < 150; ++step) {
        const auto mutate = [&](auto &ports, auto added) {
            const std::size_t kind = ports.empty() ? 0 : below(5);
            const std::size_t at = ports.empty() ? 0 : below(ports.size());
            if (kind == 0)
                ports.insert(ports.begin() + std::ptrdiff_t(at), added);
            else if (kind == 1)
                ports.erase(ports.begin() + std::ptrdiff_t(at));
            else if (kind == 2)
                std::swap(ports[at], ports.front());
            else if (kind == 3)
                ports[at].port = fresh();
            else
                ports[at].protocol = kube::kProtocols[below(3)];
        };
        const std::string name = "p" + std::to_string(step);
        edit::ChangePorts intent;
        if (below(2))
            intent.containers = {containerOf(world, below(2), [&](Ports &ports) {
                mutate(ports, port(fresh(), name.c_str(), kube::kProtocols[below(3)]));
            })};
        else
            intent.services = {serviceOf(world, [&](ServicePorts &ports) {
                mutate(ports,
                       kube::ServicePort{name, fresh(), kube::Protocol::Tcp, fresh(), {}, {}});
            })};
        const auto plan = world.plan(intent);
        if (!plan) {
            const Code code = plan.failure().code;
            QVERIFY2(code == Code::LastPort || code == Code::PortTwice,
                     (std::to_string(int(code)) + world.text()).c_str());
            continue;
        }
        world.take(plan);
        ++done;
        for (const auto &part : intent.containers)
            QVERIFY(edit::containersOf(*deployment(world))[part.container].ports == part.ports);
        for (const auto &part : intent.services)
            QVERIFY(std::get<kube::Service>(service(world)->value).ports == part.ports);
    }
    QVERIFY2(done > 100, qPrintable(QString::number(done)));
}

QTEST_APPLESS_MAIN(PortEditsTest)
#include "tst_port_edits.moc"
