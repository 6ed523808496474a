#include "edit/dns.h"
#include "edit/intent.h"
#include "edit/reach.h"
#include "edit/templates.h"
#include "report/list.h"
#include "support/cases.h"

#include <QTest>

using namespace drawbridge;
using edit::DnsServer;
using edit::End;
using edit::Metrics;
using edit::Template;
using edit::TemplateWish;

Q_DECLARE_METATYPE(drawbridge::edit::Template)
Q_DECLARE_METATYPE(drawbridge::edit::DnsServer)

/// Templates say what their names promise, and nothing more.
class TemplatesTest : public QObject
{
    Q_OBJECT

private slots:
    void gateways_data();
    void gateways();
    void gatewayThatIsThereIsUsed();
    void gatewayAloneAndTwice();
    void gatewayMayAdmitPods();
    void restrictedGatewayGetsItsEgressHalf();
    void dns_data();
    void dns();
    void dnsIsDetected();
    void metricsAreScraped();
    void prometheusIsFoundByOlderLabels();
    void metricsArePushed();
    void threeTier();
    void threeTierBehindFullWalls();
    void nothingIsGuessed();
    void neverByVolatileLabels();
};

namespace {

const char *const kWall = "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n"
                          "  name: default-deny\n  namespace: shop\nspec:\n  podSelector: {}\n"
                          "  policyTypes:\n    - Ingress\n";

struct World
{
    kube::Workspace workspace;
    verdict::Evaluator evaluator;

    explicit World(const std::string &text)
    {
        workspace.add("a.yaml", text);
        evaluator.update(workspace);
    }

    std::string text() const { return workspace.file(workspace.files().front()).bytes(); }

    Result<edit::TemplateObjects> objects(const TemplateWish &wish) const
    {
        return edit::templateObjects(workspace, evaluator, wish);
    }

    Result<edit::Rewrite> plan(const TemplateWish &wish) const
    {
        auto made = objects(wish);
        if (!made)
            return made.failure();
        return edit::rewrite(workspace, evaluator, edit::AddObjects{made->objects, {}});
    }

    /// What was added; empty if it was refused.
    std::string insert(const TemplateWish &wish)
    {
        const auto rewrite = plan(wish);
        if (!rewrite)
            return {};
        std::string added;
        for (const edit::FilePatches &file : rewrite->patches)
            for (const Patch &patch : file.patches)
                added += patch.range.size() == 0 ? patch.text : "changed what was there";
        workspace = edit::applied(workspace, *rewrite);
        evaluator.update(workspace);
        return added;
    }

    bool may(const std::string &from, const std::string &to, const std::string &port) const
    {
        const auto source = edit::parseEnd(evaluator, from);
        const auto target = edit::parseEnd(evaluator, to);
        return source && target &&
               edit::reach(evaluator, *source, *target)
                   .every.contains(edit::connections({*edit::parsePort(port)}));
    }

    std::string list() const { return report::listText(report::list(workspace, evaluator)); }
};

std::string deployment(const std::string &name, const std::string &nameSpace,
                       const std::string &labels)
{
    return "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: " + name +
           "\n  namespace: " + nameSpace + "\nspec:\n  template:\n    metadata:\n      labels: {" +
           labels + "}\n    spec:\n      containers:\n        - name: c\n";
}

TemplateWish wish(Template kind, const std::string &service = {})
{
    TemplateWish result;
    result.kind = kind;
    result.nameSpace = "shop";
    result.service = service;
    result.ports = {*edit::parsePort("8080")};
    return result;
}

const std::string kApi = deployment("api", "shop", "app: api");
const std::string kApiKey = "shop/api[Deployment]";

} // namespace

void TemplatesTest::gateways_data()
{
    QTest::addColumn<Template>("kind");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("labels");
    QTest::addColumn<QString>("ports");
    const auto row = [](const char *name, Template kind, const char *where, const char *labels,
                        const char *ports) {
        QTest::newRow(name) << kind << QString::fromLatin1(where) << QString::fromLatin1(labels)
                            << QString::fromLatin1(ports);
    };
    row("traefik", Template::Traefik, "traefik", "app.kubernetes.io/name: traefik", "8000 8443");
    row("kong", Template::Kong, "kong",
        "app.kubernetes.io/name: kong, app.kubernetes.io/component: app", "8000 8443");
    row("istio", Template::IstioGateway, "istio-ingress", "istio: ingressgateway", "80 443");
    row("envoy", Template::EnvoyGateway, "envoy-gateway-system",
        "app.kubernetes.io/name: envoy, app.kubernetes.io/component: proxy", "10080 10443");
    row("haproxy", Template::HAProxy, "haproxy-controller",
        "app.kubernetes.io/name: kubernetes-ingress", "8080 8443");
    row("contour", Template::Contour, "projectcontour", "app: envoy", "8080 8443");
    row("nginx", Template::IngressNginx, "ingress-nginx",
        "app.kubernetes.io/name: ingress-nginx, app.kubernetes.io/component: controller", "80 443");
}

/// The policies fit a release of the chart that is there already, with labels of its own besides.
void TemplatesTest::gateways()
{
    QFETCH(Template, kind);
    QFETCH(QString, where);
    QFETCH(QString, labels);
    QFETCH(QString, ports);
    QCOMPARE(QString::fromStdString(edit::hostNamespace(World(kApi).evaluator, wish(kind))), where);
    World world(kWall + ("---\n" + kApi) + "---\n" +
                deployment("gw", where.toStdString(),
                           labels.toStdString() + ", app.kubernetes.io/instance: x, version: v1") +
                "---\n" + deployment("other", where.toStdString(), "app: other"));
    const std::string added = world.insert(wish(kind, kApiKey));
    QVERIFY(!added.empty());
    QVERIFY(world.workspace.diagnostics().empty());
    const std::string gateway = where.toStdString() + "/gw";
    for (const QString &port : ports.split(' ')) {
        QVERIFY(world.may("internet", gateway, port.toStdString()));
        QVERIFY(!world.may("shop/api", gateway, port.toStdString()));
    }
    QVERIFY(!world.may("internet", gateway, "9100"));
    QVERIFY(world.may(gateway, "shop/api", "8080"));
    QVERIFY(!world.may(gateway, "shop/api", "8081"));
    QVERIFY(!world.may("internet", "shop/api", "8080"));
    QVERIFY(!world.may(where.toStdString() + "/other", "shop/api", "8080"));
}

void TemplatesTest::gatewayThatIsThereIsUsed()
{
    World world(kWall + ("---\n" + kApi) + "---\n" +
                deployment("edge", "kube-system", "app.kubernetes.io/name: traefik"));
    QCOMPARE(edit::hostNamespace(world.evaluator, wish(Template::Traefik)),
             std::string("kube-system"));
    world.insert(wish(Template::Traefik, kApiKey));
    QVERIFY(world.may("kube-system/edge", "shop/api", "8080"));
    TemplateWish other = wish(Template::Traefik, kApiKey);
    other.hostNamespace = "edge";
    QVERIFY(world.insert(other).find("namespace: edge\n") != std::string::npos);
}

void TemplatesTest::gatewayAloneAndTwice()
{
    World world(kWall + ("---\n" + kApi));
    const std::string own = world.insert(wish(Template::Traefik));
    QVERIFY(own.find("  name: traefik\n  namespace: traefik\n") != std::string::npos);
    QCOMPARE(own.find("allow-traefik"), std::string::npos);
    // The second time only what is missing.
    const std::string second = world.insert(wish(Template::Traefik, kApiKey));
    QVERIFY(second.find("name: allow-traefik-to-api\n") != std::string::npos);
    QCOMPARE(second.find("ipBlock"), std::string::npos);
    const auto third = world.objects(wish(Template::Traefik, kApiKey));
    QVERIFY(!third);
    QCOMPARE(third.failure(), (Failure{Code::AlreadyAllowed, {"Traefik", "shop/api[Deployment]"}}));
}

void TemplatesTest::gatewayMayAdmitPods()
{
    World world(kApi);
    TemplateWish open = wish(Template::Kong);
    open.admitsPods = true;
    QCOMPARE(world.insert(open).find("ipBlock"), std::string::npos);
    QVERIFY(world.may("anyone", "kong/kong", "8443"));
    QVERIFY(!world.may("anyone", "kong/kong", "8001"));
}

void TemplatesTest::restrictedGatewayGetsItsEgressHalf()
{
    std::string wall = kWall;
    wall.replace(wall.find("shop"), 4, "traefik");
    wall.replace(wall.find("Ingress"), 7, "Egress");
    World world(kWall + ("---\n" + kApi) + "---\n" + wall);
    const std::string added = world.insert(wish(Template::Traefik, kApiKey));
    QVERIFY(added.find("name: traefik-to-api\n") != std::string::npos);
    QVERIFY(world.may("traefik/traefik", "shop/api", "8080"));
}

void TemplatesTest::dns_data()
{
    QTest::addColumn<DnsServer>("server");
    QTest::addColumn<QString>("peer");
    QTest::addColumn<int>("port");
    QTest::newRow("kube-dns") << DnsServer::KubeDns << "k8s-app: kube-dns" << 53;
    QTest::newRow("node-local") << DnsServer::NodeLocal << "cidr: 169.254.20.10/32" << 53;
    QTest::newRow("openshift") << DnsServer::OpenShift
                               << "dns.operator.openshift.io/daemonset-dns: default" << 5353;
}

void TemplatesTest::dns()
{
    QFETCH(DnsServer, server);
    QFETCH(QString, peer);
    QFETCH(int, port);
    World world(kApi);
    TemplateWish names = wish(Template::Dns);
    names.dns = server;
    // Nothing restricted egress: that it does so now is named.
    const auto plan = world.plan(names);
    QVERIFY(plan.isOk() && !plan->alsoChanges.empty());
    const QString added = QString::fromStdString(world.insert(names));
    QVERIFY2(added.contains(peer), qPrintable(added));
    for (const char *protocol : {"UDP", "TCP"})
        QVERIFY(added.contains(
            QStringLiteral("protocol: %1\n          port: %2\n").arg(protocol).arg(port)));
    QVERIFY(!world.objects(names));
    // The same rule as default deny offers.
    World isolated(kApi);
    isolated.workspace = edit::applied(isolated.workspace,
                                       *edit::rewrite(isolated.workspace, isolated.evaluator,
                                                      edit::Isolate{"shop", true, true, server}));
    isolated.evaluator.update(isolated.workspace);
    QVERIFY(isolated.text().ends_with(added.toStdString()));
    QVERIFY(!isolated.objects(names));
}

void TemplatesTest::dnsIsDetected()
{
    QCOMPARE(edit::likelyDns(World(kApi).workspace), DnsServer::KubeDns);
    QCOMPARE(edit::likelyDns(World("apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n"
                                   "  name: node-local-dns\n  namespace: kube-system\n")
                                 .workspace),
             DnsServer::NodeLocal);
    QCOMPARE(
        edit::likelyDns(
            World("apiVersion: v1\nkind: Namespace\nmetadata:\n  name: openshift-dns\n").workspace),
        DnsServer::OpenShift);
}

void TemplatesTest::metricsAreScraped()
{
    World world(kWall + ("---\n" + kApi) + "---\n" +
                deployment("prom", "watch", "app.kubernetes.io/name: prometheus"));
    world.insert(wish(Template::Prometheus, kApiKey));
    QVERIFY(world.may("watch/prom", "shop/api", "8080"));
    QVERIFY(!world.may("watch/prom", "shop/api", "8081"));
    QVERIFY(world.text().find("name: allow-prometheus-to-api\n") != std::string::npos);
}

void TemplatesTest::prometheusIsFoundByOlderLabels()
{
    World world(kApi + "---\n" + deployment("prom", "watch", "app: prometheus"));
    QCOMPARE(edit::hostNamespace(world.evaluator, wish(Template::Prometheus)),
             std::string("watch"));
    QVERIFY(world.insert(wish(Template::Prometheus, kApiKey)).find("app: prometheus") !=
            std::string::npos);
}

void TemplatesTest::metricsArePushed()
{
    World world(kWall + ("---\n" + kApi));
    TemplateWish pushed = wish(Template::Prometheus, kApiKey);
    pushed.metrics = Metrics::Pushed;
    world.insert(pushed);
    QVERIFY(world.may("shop/api", "monitoring/prometheus-pushgateway", "9091"));
    QVERIFY(!world.may("shop/api", "monitoring/prometheus-pushgateway", "9090"));
    QVERIFY(world.text().find("name: allow-api-to-pushgateway\n") != std::string::npos);
    QCOMPARE(world.text().find("Egress"), std::string::npos);
}

void TemplatesTest::threeTier()
{
    World world("# of the shop\n");
    const std::string added = world.insert(wish(Template::ThreeTier));
    QVERIFY(added.find("name: default-deny\n") != std::string::npos);
    QVERIFY(world.may("internet", "shop/gateway", "8443"));
    QVERIFY(world.may("shop/gateway", "shop/frontend", "3000"));
    QVERIFY(world.may("shop/frontend", "shop/api", "8080"));
    QVERIFY(world.may("shop/api", "shop/db", "5432"));
    QVERIFY(!world.may("shop/gateway", "shop/api", "8080"));
    QVERIFY(!world.may("internet", "shop/frontend", "3000"));
    QVERIFY(!world.may("shop/frontend", "shop/db", "5432"));
    QVERIFY(world.workspace.diagnostics().empty());
    // A second one stands beside the first, and opens nothing of it.
    const std::string before = world.list();
    const std::string second = world.insert(wish(Template::ThreeTier));
    QCOMPARE(second.find("default-deny"), std::string::npos);
    QVERIFY(second.find("app: db-2\n") != std::string::npos);
    QVERIFY(!world.may("shop/api-2", "shop/db", "5432"));
    QVERIFY(world.may("shop/api-2", "shop/db-2", "5432"));
    for (const QString &line : QString::fromStdString(before).split('\n'))
        QVERIFY(QString::fromStdString(world.list()).contains(line));
}

void TemplatesTest::threeTierBehindFullWalls()
{
    std::string wall = kWall;
    wall += "    - Egress\n";
    World world(wall);
    world.insert(wish(Template::ThreeTier));
    QVERIFY(world.may("shop/gateway", "shop/frontend", "3000"));
    QVERIFY(world.may("shop/api", "shop/db", "5432"));
    QVERIFY(!world.may("shop/db", "shop/api", "8080"));
}

void TemplatesTest::nothingIsGuessed()
{
    const World world(kApi);
    QCOMPARE(world.objects(wish(Template::Prometheus)).failure().code, Code::UnknownName);
    QCOMPARE(world.objects(wish(Template::Kong, "shop/gone")).failure().code, Code::UnknownName);
    TemplateWish bad = wish(Template::ThreeTier);
    bad.nameSpace = "Not A Name";
    QCOMPARE(world.objects(bad).failure().code, Code::InvalidName);
    bad = wish(Template::Traefik);
    bad.hostNamespace = "{team=x}";
    QCOMPARE(world.objects(bad).failure().code, Code::InvalidName);
}

void TemplatesTest::neverByVolatileLabels()
{
    World world(kWall + ("---\n" + deployment("api", "shop",
                                              "app: api, version: v2, pod-template-hash: x, "
                                              "app.kubernetes.io/instance: r")));
    for (Template kind : edit::kTemplates) {
        const auto made = world.objects(wish(kind, kApiKey));
        QVERIFY(made.isOk());
        for (const yaml::Value &object : made->objects) {
            const std::string text = yaml::blockYaml(object, 0, {});
            for (const char *word : {"version: v2", "hash", "instance", "managed-by", "chart"})
                QVERIFY2(text.find(word) == std::string::npos, text.c_str());
        }
    }
}

QTEST_GUILESS_MAIN(TemplatesTest)
#include "tst_templates.moc"
