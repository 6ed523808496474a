#include "lint/lint.h"
#include "ways_world.h"

#include <QTest>

#include <random>

using namespace drawbridge;
using namespace drawbridge::test;
using verdict::Way;

/// Ways in from outside: what is read, where they lead, and what policies leave of that.
class WaysInTest : public QObject
{
    Q_OBJECT

private slots:
    void table_data();
    void table();
    void nonsenseOpensNothing_data();
    void nonsenseOpensNothing();
    void scrambledTextOpensNothingNew();
    void problemsAreFindings();
    void theOwnNodeIsLetIn();
};

void WaysInTest::table_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("wanted");
    QTest::addColumn<std::vector<Code>>("codes");
    const auto row = [](const char *name, const std::string &text, const std::string &wanted,
                        const std::vector<Code> &codes = {}) {
        QTest::newRow(name) << text << wanted << codes;
    };
    // Ingress and Route
    row("ingress by number", kApi + service() + kIngress, kFront + kOpen);
    row("ingress by name",
        kApi + service("", "{name: http, port: 80, targetPort: 8080}") +
            ingress("api", "{name: http}"),
        kFront + kOpen);
    row("undeclared pod port", kApi + service("", "{port: 80, targetPort: 9}") + kIngress,
        kFront + "TCP 9 (TCP 9; TCP 9)\n", {Code::WayUndeclaredPort});
    row("a pod port's name that no pod has",
        kApi + service("", "{port: 80, targetPort: '8080'}") + kIngress, "",
        {Code::WayUndeclaredPort});
    std::string udp = kApi;
    udp.insert(udp.find("8080") + 4, ", protocol: UDP");
    row("a pod port's name of another protocol", udp + service() + kIngress, "",
        {Code::WayUndeclaredPort});
    row("no port", kApi + service() + ingress("api", "{}"), "", {Code::WayWithoutPort});
    row("a service without a selector",
        kApi +
            "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\n"
            "spec: {ports: [{port: 80}]}\n" +
            kIngress,
        "", {Code::WayWithoutSelector});
    row("pod port instead of the Service's", kApi + service() + ingress("api", "{number: 8080}"),
        "", {Code::WayWithoutPort});
    row("UDP port", kApi + service("", "{port: 80, protocol: UDP}") + kIngress, "",
        {Code::WayWithoutPort});
    row("no service", kApi + kIngress, "", {Code::WayWithoutService});
    row("service of another namespace", kApi + service("", "{port: 80}", "other") + kIngress, "",
        {Code::WayWithoutService});
    row("no pods", service() + kIngress, "", {Code::WayWithoutPods});
    row("route names a target port",
        kApi + service() +
            "\n---\napiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: front, "
            "namespace: shop}\nspec: {to: {kind: Service, name: api}, port: {targetPort: web}}\n",
        "Route shop/front -> shop/api[Deployment]: " + kOpen);
    row("a route's number is the pods' before the Service's",
        kApi +
            service("", "{name: a, port: 8080, targetPort: 9}, {name: b, port: 80, targetPort: "
                        "8080}") +
            "\n---\napiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: front, "
            "namespace: shop}\nspec: {to: {kind: Service, name: api}, port: {targetPort: 8080}}\n",
        "Route shop/front -> shop/api[Deployment]: " + kOpen);
    row("a route's name is the Service's before the pods'",
        kApi +
            service("", "{name: a, port: 80, targetPort: web}, {name: web, port: 81, targetPort: "
                        "9}") +
            "\n---\napiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: front, "
            "namespace: shop}\nspec: {to: {kind: Service, name: api}, port: {targetPort: web}}\n",
        "Route shop/front -> shop/api[Deployment]: TCP 9 (TCP 9; TCP 9)\n",
        {Code::WayUndeclaredPort});
    row("a name in DNS has no pods",
        kApi + service(", type: ExternalName, externalName: a.example") + kIngress, "",
        {Code::WayWithoutSelector});
    row("an unreadable service", kApi + service(", type: [x]") + kIngress, "");
    // What policies say to a controller
    row("denied",
        kApi + service() + kIngress +
            "\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: "
            "p, namespace: shop}\nspec: {podSelector: {}, policyTypes: [Ingress]}\n",
        kFront + kShut, {Code::WayDenied});
    row("any pod", kApi + service() + kIngress + policy("{from: [{namespaceSelector: {}}]}"),
        kFront + kOpen);
    row("anyone at another port", kApi + service() + kIngress + policy("{ports: [{port: 81}]}"),
        kFront + kShut, {Code::WayDenied});
    row("some pods",
        kApi + service() + kIngress +
            policy("{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: "
                   "nginx}}}]}"),
        kFront + kUnsure, {Code::WayForNamedPods});
    row("pods of the same namespace",
        kApi + service() + kIngress + policy("{from: [{podSelector: {}}]}"), kFront + kUnsure,
        {Code::WayForNamedPods});
    row("pods without a label are not any pod",
        kApi + service() + kIngress +
            policy("{from: [{namespaceSelector: {matchExpressions: [{key: x, operator: "
                   "DoesNotExist}]}}]}"),
        kFront + kUnsure);
    // Of pods with unlike labels, those count that the Service selects.
    const auto pod = [](const std::string &name, const std::string &more, const std::string &spec) {
        return "\n---\nkind: Pod\nmetadata: {name: " + name +
               ", namespace: shop, labels: {app: api" + more +
               "}, ownerReferences: [{kind: ReplicaSet, name: api, controller: true}]}\nspec: " +
               spec + "\n";
    };
    const std::string ports =
        "{containers: [{name: c, ports: [{name: web, containerPort: 8080}]}]}";
    row("the pods behind it are shut, others of their owner are not",
        pod("a", ", role: front", ports) + pod("b", "", ports) +
            "\n---\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: {type: "
            "LoadBalancer, selector: {role: front}, ports: [{port: 80, targetPort: web}]}\n"
            "---\nkind: NetworkPolicy\nmetadata: {name: p, namespace: shop}\nspec: {podSelector: "
            "{matchLabels: {role: front}}, policyTypes: [Ingress]}\n",
        "LoadBalancer shop/api -> shop/api[ReplicaSet]: " + kShut, {Code::WayDenied});
    row("what policies do to the network of a node is not said",
        pod("a", "",
            "{hostNetwork: true, containers: [{name: c, ports: [{name: web, containerPort: "
            "8080}]}]}") +
            kLoadBalancer + policy("{ports: [{port: 81}]}"),
        "LoadBalancer shop/api -> shop/api[ReplicaSet]: " + kUnsure);
    const std::string onNode =
        "{hostNetwork: true, containers: [{name: c, ports: [{name: web, containerPort: 9}]}]}";
    const std::string ofFront =
        "\n---\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: {type: LoadBalancer, "
        "selector: {role: front}, ports: [{port: 80, targetPort: web}]}\n";
    row("a pod of the network of a node that is not behind it says nothing of those that are",
        pod("a", ", role: front", ports) + pod("b", "", onNode) + ofFront +
            policy("{ports: [{port: 81}]}"),
        "LoadBalancer shop/api -> shop/api[ReplicaSet]: " + kShut, {Code::WayDenied});
    row("beside a pod of the network of a node the others are judged",
        pod("a", ", role: front", ports) + pod("b", ", role: front", onNode) + ofFront,
        "LoadBalancer shop/api -> shop/api[ReplicaSet]: TCP 9,8080 (TCP 8080; TCP 9,8080)\n");
    // Gateway
    row("gateway", kApi + service() + gateway() + kRoute, kEdge + kOpen);
    row("a mirrored request",
        kApi + service() + gateway() +
            route("name: edge",
                  "name: none, port: 1, filters: [{requestMirror: {backendRef: {name: "
                  "api, port: 80}}}]"),
        kEdge + kOpen, {Code::WayWithoutService});
    row("no traffic", kApi + service() + gateway() + route("name: edge", kBackend + ", weight: 0"),
        "");
    row("no gateway", kApi + service() + kRoute, kEdge + "TCP 8080 (TCP 8080; TCP 8080) unseen\n",
        {Code::WayWithoutGateway});
    row("Istio's gateway is another",
        kApi + service() + kRoute +
            "\n---\napiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: edge, "
            "namespace: shop}\n",
        kEdge + "TCP 8080 (TCP 8080; TCP 8080) unseen\n", {Code::WayWithoutGateway});
    row("a mesh's route", kApi + service() + route("name: api, kind: Service, group: ''", kBackend),
        "");
    row("another section",
        kApi + service() + gateway() + route("name: edge, sectionName: x", kBackend), "",
        {Code::WayNotAttached});
    row("its section",
        kApi + service() + gateway() + route("name: edge, sectionName: http", kBackend),
        kEdge + kOpen);
    row("another port", kApi + service() + gateway() + route("name: edge, port: 81", kBackend), "",
        {Code::WayNotAttached});
    row("another protocol", kApi + service() + gateway("name: t, port: 1, protocol: TCP") + kRoute,
        "", {Code::WayNotAttached});
    row("a route of TCP",
        kApi + service() + gateway("name: t, port: 1, protocol: TCP") +
            route("name: edge", kBackend, "", "TCPRoute"),
        kEdge + kOpen);
    row("a route of UDP needs a port of UDP",
        kApi + service() + gateway("name: u, port: 1, protocol: UDP") +
            route("name: edge", kBackend, "", "UDPRoute"),
        "", {Code::WayWithoutPort});
    row("other kinds only",
        kApi + service() +
            gateway("name: http, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{kind: "
                    "GRPCRoute}]}") +
            kRoute,
        "", {Code::WayNotAttached});
    row("host names that meet",
        kApi + service() +
            gateway("name: http, port: 80, protocol: HTTP, hostname: '*.shop.example'") +
            route("name: edge", kBackend, ", hostnames: [www.Shop.example]"),
        kEdge + kOpen);
    row("host names that do not meet",
        kApi + service() +
            gateway("name: http, port: 80, protocol: HTTP, hostname: '*.shop.example'") +
            route("name: edge", kBackend, ", hostnames: [shop.example]"),
        "", {Code::WayNotAttached});
    // Other namespaces
    const std::string parent = "name: edge, namespace: infra";
    const std::string all = "name: http, port: 80, protocol: HTTP, allowedRoutes: {namespaces: ";
    row("listeners take their own namespace",
        kApi + service() + gateway("name: http, port: 80, protocol: HTTP", "infra") +
            route(parent, kBackend),
        "", {Code::WayNotAttached});
    row("all namespaces",
        kApi + service() + gateway(all + "{from: All}}", "infra") + route(parent, kBackend),
        "Gateway infra/edge -> shop/api[Deployment]: " + kOpen);
    row("namespaces by label",
        kApi + service() +
            gateway(all + "{from: Selector, selector: {matchLabels: {team: a}}}}", "infra") +
            route(parent, kBackend) +
            "\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: a}}\n",
        "Gateway infra/edge -> shop/api[Deployment]: " + kOpen);
    const std::string byTeam = "{from: Selector, selector: {matchLabels: {team: a";
    row("namespaces by labels that nobody states",
        kApi + service() + gateway(all + byTeam + "}}}}", "infra") + route(parent, kBackend),
        "Gateway infra/edge -> shop/api[Deployment]: " + kUnsure, {Code::WayMayNotAttach});
    row("namespaces by such labels, and by another name",
        kApi + service() + gateway(all + byTeam + ", kubernetes.io/metadata.name: x}}}}", "infra") +
            route(parent, kBackend),
        "", {Code::WayNotAttached});
    row("namespaces by labels that are others",
        kApi + service() + gateway(all + byTeam + "}}}}", "infra") + route(parent, kBackend) +
            "\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
        "", {Code::WayNotAttached});
    row("by such labels or all",
        kApi + service() +
            gateway(all + byTeam +
                        "}}}}}, {name: b, port: 81, protocol: HTTP, allowedRoutes: "
                        "{namespaces: {from: All}}",
                    "infra") +
            route(parent, kBackend),
        "Gateway infra/edge -> shop/api[Deployment]: " + kOpen);
    row("one route surely, another perhaps",
        kApi + service("", "{name: a, port: 80, targetPort: web}, {name: b, port: 81}") +
            gateway(all + byTeam +
                        "}}}}}, {name: b, port: 82, protocol: HTTP, allowedRoutes: "
                        "{namespaces: {from: All}}",
                    "infra") +
            route(parent + ", sectionName: http", kBackend) +
            "\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\nmetadata: {name: "
            "s, namespace: shop}\nspec: {parentRefs: [{name: edge, namespace: infra, "
            "sectionName: b}], rules: [{backendRefs: [{name: api, port: 81}]}]}\n",
        "Gateway infra/edge -> shop/api[Deployment]: TCP 81,8080 (TCP 81; TCP 81,8080)\n",
        {Code::WayMayNotAttach});
    const std::string far =
        kApi + service() + gateway("name: http, port: 80, protocol: HTTP", "web") +
        "\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: HTTPRoute\n"
        "metadata: {name: r, namespace: web}\nspec: {parentRefs: [{name: edge}], "
        "rules: [{backendRefs: [{name: api, namespace: shop, port: 80}]}]}\n";
    const std::string farEdge = "Gateway web/edge -> shop/api[Deployment]: ";
    const std::string from = "group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: web";
    row("no grant", far, "", {Code::WayNeedsGrant});
    row("a grant", far + grant(from, "group: '', kind: Service"), farEdge + kOpen);
    row("a grant by name", far + grant(from, "group: '', kind: Service, name: api"),
        farEdge + kOpen);
    row("a grant of another name", far + grant(from, "group: '', kind: Service, name: x"), "",
        {Code::WayNeedsGrant});
    row("a grant for another kind",
        far + grant("group: gateway.networking.k8s.io, kind: GRPCRoute, namespace: web",
                    "group: '', kind: Service"),
        "", {Code::WayNeedsGrant});
    row("a grant for another namespace",
        far + grant("group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: x",
                    "group: '', kind: Service"),
        "", {Code::WayNeedsGrant});
    // Services
    row("cluster address", kApi + service(), "");
    row("load balancer", kApi + kLoadBalancer, kBalanced + kOpen);
    row("node port",
        kApi + service(", type: NodePort", "{port: 80, targetPort: 8080, nodePort: 30080}"),
        "NodePort shop/api -> shop/api[Deployment]: " + kOpen);
    row("every address", kApi + kLoadBalancer + policy("{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}"),
        kBalanced + kOpen);
    row("some addresses", kApi + kLoadBalancer + policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
        kBalanced + kUnsure);
    row("just the addresses of the load balancer's clients",
        kApi +
            service(", type: LoadBalancer, externalTrafficPolicy: Local, "
                    "loadBalancerSourceRanges: [10.0.0.0/8]") +
            policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}"),
        kBalanced + kUnsure);
    row("pods are no addresses", kApi + kLoadBalancer + policy("{from: [{namespaceSelector: {}}]}"),
        kBalanced + kShut, {Code::WayDenied});
    row("IPv6 too",
        kApi + service(", type: LoadBalancer, ipFamilies: [IPv4, IPv6]") +
            policy("{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}"),
        kBalanced + kUnsure);
    row("two ports, one admitted",
        kApi +
            service(", type: LoadBalancer",
                    "{name: a, port: 80, targetPort: web}, {name: b, port: 81}") +
            policy("{ports: [{port: 81}]}"),
        kBalanced + "TCP 81,8080 (TCP 81; TCP 81)\n");
    row("a named port of another protocol",
        kApi + service(", type: LoadBalancer", "{port: 80, targetPort: web, protocol: UDP}"), "");
    row("no selector",
        kApi +
            "\n---\napiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: shop}\nspec: "
            "{type: LoadBalancer, ports: [{port: 80}]}\n",
        "");
    row("pods of a policy alone",
        service(", type: LoadBalancer", "{port: 80}") +
            "\n---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
            "namespace: shop}\nspec: {podSelector: {matchLabels: {app: api}}, ingress: [{}]}\n",
        "LoadBalancer shop/api -> shop/{app=api}: TCP 80 (TCP 80; TCP 80)\n");
    // Cluster-wide policies
    const std::string admin =
        "\n---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: "
        "ClusterNetworkPolicy\nmetadata: {name: c}\nspec: {tier: Admin, priority: "
        "1, subject: {namespaces: {}}, ingress: [{name: a, action: ";
    row("denied to all pods",
        kApi + service() + kIngress + admin + "Deny, from: [{namespaces: {}}]}]}\n", kFront + kShut,
        {Code::WayDenied});
    row("denied to some pods",
        kApi + service() + kIngress + admin +
            "Deny, from: [{namespaces: {matchLabels: {team: x}}}]}]}\n",
        kFront + kUnsure);
    row("passed on to nobody",
        kApi + service() + kIngress + policy("{ports: [{port: 81}]}") + admin +
            "Pass, from: [{namespaces: {matchLabels: {team: x}}}]}, {name: b, action: Accept, "
            "from: "
            "[{namespaces: {}}]}]}\n",
        kFront + kUnsure);
}

void WaysInTest::table()
{
    QFETCH(std::string, text);
    QFETCH(std::string, wanted);
    QFETCH(std::vector<Code>, codes);
    const World world(text);
    QCOMPARE(world.text(), wanted);
    QVERIFY(world.codes() == codes);
}

void WaysInTest::nonsenseOpensNothing_data()
{
    QTest::addColumn<std::string>("text");
    const auto row = [](const char *name, const std::string &text) {
        QTest::newRow(name) << kApi + text;
    };
    const std::string balanced = ", type: LoadBalancer";
    row("listeners are text", service() +
                                  "\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: "
                                  "Gateway\nmetadata: {name: edge, namespace: shop}\nspec: "
                                  "{listeners: all}\n" +
                                  kRoute);
    row("no listeners", service() +
                            "\n---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n"
                            "metadata: {name: edge, namespace: shop}\nspec: {}\n" +
                            kRoute);
    for (const char *listener :
         {"", "name: a", "name: a, port: 0, protocol: HTTP", "name: a, port: 70000, protocol: HTTP",
          "name: a, port: 80, protocol: nonsense", "name: '', port: 80, protocol: HTTP",
          "name: a, port: 80, protocol: HTTP, hostname: ''",
          "name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Everybody}}",
          "name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector}}",
          "name: a, port: 80, protocol: HTTP, allowedRoutes: {namespaces: {from: Selector, "
          "selector: "
          "{matchExpressions: [{key: a, operator: Is}]}}}",
          "name: a, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{group: x, kind: "
          "HTTPRoute}]}",
          "name: a, port: 80, protocol: HTTP, allowedRoutes: {kinds: [{}]}"})
        row(listener, service() + gateway(listener) + kRoute);
    for (const char *parent :
         {"", "name: ''", "name: edge, kind: Pod", "name: edge, group: x", "name: edge, port: -1",
          "name: edge, sectionName: ''", "name: edge, port: eighty", "name: [edge]"})
        row(parent, service() + gateway() + route(parent, kBackend));
    for (const char *backend :
         {"", "name: api", "name: api, port: 0", "name: api, port: '80'",
          "name: api, port: 80, kind: Pod", "name: api, port: 80, group: x",
          "name: api, port: 80, weight: much", "port: 80", "name: api, port: 80, namespace: other"})
        row(backend, service() + gateway() + route("name: edge", backend));
    row("a host name is empty",
        service() + gateway() + route("name: edge", kBackend, ", hostnames: ['']"));
    row("host names are text",
        service() + gateway() + route("name: edge", kBackend, ", hostnames: x"));
    row("a node port is text", service(", type: NodePort", "{port: 80, nodePort: '30000'}"));
    row("a node port is too great", service(", type: NodePort", "{port: 80, nodePort: 70000}"));
    row("a range is none", service(balanced + ", loadBalancerSourceRanges: [10.0.0.0/99]"));
    row("ranges are text", service(balanced + ", loadBalancerSourceRanges: 10.0.0.0/8"));
    row("an unknown traffic policy", service(balanced + ", externalTrafficPolicy: Anywhere"));
    row("an unknown type", service(", type: loadbalancer"));
}

void WaysInTest::nonsenseOpensNothing()
{
    QFETCH(std::string, text);
    const World world(text);
    QCOMPARE(world.text(), std::string());
}

/// Whatever one damaged byte makes of it, it leads nowhere that the whole text does not lead to.
void WaysInTest::scrambledTextOpensNothingNew()
{
    const std::string whole =
        kApi + service(", type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8]") + gateway() +
        kRoute + kIngress +
        policy("{from: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 8080}]}");
    const std::string begin = kApi + service();
    std::mt19937 random(11);
    const std::string bytes = "{}[]:,'\"-#&* 0x\n";
    for (int i = 0; i < 2000; ++i) {
        std::string text = whole;
        const std::size_t at = begin.size() + random() % (text.size() - begin.size());
        if (random() % 3 == 0)
            text.erase(at, 1 + random() % 8);
        else
            text[at] = bytes[random() % bytes.size()];
        for (const Way &way : World(text).ways.ways) {
            QVERIFY2(way.possible.contains(way.allowed) && way.leads.contains(way.possible),
                     text.c_str());
            QVERIFY2(kube::ConnectionSet::of(kube::Protocol::Tcp, 8080, 8080).contains(way.leads),
                     text.c_str());
        }
    }
}

void WaysInTest::problemsAreFindings()
{
    const World world(kApi + kIngress);
    const std::vector<Diagnostic> findings = lint::lint(world.workspace, world.evaluator);
    const auto found = std::find_if(findings.begin(), findings.end(), [](const Diagnostic &one) {
        return one.code == Code::WayWithoutService;
    });
    QVERIFY(found != findings.end());
    QCOMPARE(found->arguments, (std::vector<std::string>{"Ingress shop/front", "shop/api"}));
    QCOMPARE(int(found->severity), int(Severity::Note));
    QVERIFY(found->place.file.isValid());
}

/// It may be the one that passes on what comes to an address; controllers are pods.
void WaysInTest::theOwnNodeIsLetIn()
{
    const std::string shut = policy("{ports: [{port: 81}]}");
    const World routed(kApi + service() + kIngress + shut);
    QCOMPARE(routed.ways.problems.size(), std::size_t(1));
    QCOMPARE(int(routed.ways.problems.front().severity), int(Severity::Warning));
    QCOMPARE(routed.ways.problems.front().arguments.size(), std::size_t(3));
    for (const char *type : {", type: NodePort", ", type: LoadBalancer"}) {
        const World balanced(kApi + service(type) + shut);
        QCOMPARE(balanced.ways.problems.size(), std::size_t(1));
        QCOMPARE(balanced.ways.problems.front().code, Code::WayDenied);
        QCOMPARE(int(balanced.ways.problems.front().severity), int(Severity::Hint));
        QCOMPARE(balanced.ways.problems.front().arguments.size(), std::size_t(4));
    }
}

QTEST_APPLESS_MAIN(WaysInTest)
#include "tst_ways_in.moc"
