#include "support/kube_text.h"
#include "verdict/evaluator.h"

#include <QFile>
#include <QTest>

using namespace drawbridge;
using namespace drawbridge::kube;
using namespace drawbridge::test;

namespace {

std::string workloadText(const char *apiVersion, const char *kind, const char *indent,
                         const std::string &path)
{
    const std::string in = indent;
    return std::string("apiVersion: ") + apiVersion + "\nkind: " + kind +
           "\nmetadata: {name: w, namespace: ns, labels: {own: label}}\n" + path + in +
           "metadata: {labels: {app: web}}\n" + in + "spec:\n" + in + "  hostNetwork: true\n" + in +
           "  initContainers: [{ports: [{containerPort: 1}]}]\n" + in +
           "  containers: [{ports: [{containerPort: 80, name: http}]}, {}, {ports: "
           "[{containerPort: "
           "53, protocol: UDP}]}]\n";
}

bool isOther(const std::shared_ptr<const Object> &object)
{
    return object && std::holds_alternative<Other>(object->value);
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Workloads, Services, Ingresses, Namespaces, Lists, and what is none of them.
class KubeObjects : public QObject
{
    Q_OBJECT
private slots:
    void workloads_data();
    void workloads();
    void pod();
    void owners();
    void portsThatAreRefused();
    void missingApiVersion_data();
    void missingApiVersion();
    void generatedNames();
    void undecodable_data();
    void undecodable();
    void service();
    void ingress();
    void nameSpace();
    void groups_data();
    void groups();
    void listParsedWhole();
    void listShellAndItems();
    void noObjects();
    void namesOfAnyType();
    void refusedPolicyOfOthers_data();
    void refusedPolicyOfOthers();
};

void KubeObjects::workloads_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("apiVersion");
    QTest::addColumn<bool>("isCron");
    for (const char *kind : {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"})
        QTest::newRow(kind) << QByteArray(kind) << QByteArray("apps/v1") << false;
    QTest::newRow("old Deployment")
        << QByteArray("Deployment") << QByteArray("extensions/v1beta1") << false;
    QTest::newRow("ReplicationController")
        << QByteArray("ReplicationController") << QByteArray("v1") << false;
    QTest::newRow("Job") << QByteArray("Job") << QByteArray("batch/v1") << false;
    QTest::newRow("CronJob") << QByteArray("CronJob") << QByteArray("batch/v1beta1") << true;
}

void KubeObjects::workloads()
{
    QFETCH(QByteArray, kind);
    QFETCH(QByteArray, apiVersion);
    QFETCH(bool, isCron);
    const std::string path = isCron ? "spec:\n  jobTemplate:\n    spec:\n      template:\n"
                                    : "spec:\n  replicas: 0\n  template:\n";
    const auto object =
        objectIn(workloadText(apiVersion, kind, isCron ? "        " : "    ", path));
    QVERIFY(object && object->workload());
    QVERIFY(object->problems.empty());
    const Workload &workload = *object->workload();
    QCOMPARE(nameOf(workload.kind), kind.constData());
    QVERIFY(workload.podLabels == Labels({{"app", "web"}}));
    QVERIFY(object->meta.labels == Labels({{"own", "label"}}));
    const std::vector<ContainerPort> ports{{"http", 80, Protocol::Tcp, {}},
                                           {"", 53, Protocol::Udp, {}}};
    QVERIFY(workload.ports == ports);
    QVERIFY(workload.hostNetwork);
    QCOMPARE(workload.replicas.has_value(), !isCron);
    QCOMPARE(object->meta.nameSpace, std::string("ns"));
}

void KubeObjects::pod()
{
    const auto object =
        objectIn("apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {app: a}}\n"
                 "status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 'fd00::1'}"
                 ", {ip: x}, {}]}\n");
    QVERIFY(object && object->workload());
    QVERIFY(object->workload()->podLabels == Labels({{"app", "a"}}));
    const std::vector<Address> expected{*parseAddress("10.0.0.1"), *parseAddress("fd00::1")};
    QVERIFY(object->workload()->podIps == expected);
    QVERIFY(!object->workload()->owner && !object->workload()->hostNetwork);
    QVERIFY(
        objectIn("kind: Pod\nmetadata: {name: p}\nspec: {containers: , volumes: 3}\n")->workload());
}

void KubeObjects::owners()
{
    const auto owner = [](const std::string &references) {
        return objectIn("kind: Pod\nmetadata: {name: p, ownerReferences: " + references + "}\n")
            ->workload()
            ->owner;
    };
    const OwnerReference set{"ReplicaSet", "a"};
    QVERIFY(owner("[{kind: ReplicaSet, name: a, controller: true}]") == set);
    QVERIFY(!owner("[{kind: ReplicaSet, name: a, controller: false}]"));
    QVERIFY(!owner("[{kind: ReplicaSet, name: a}]"));
    QVERIFY(!owner("[{kind: Node, name: n, controller: true}]"));
    QVERIFY(
        owner("[{kind: X, name: x}, {kind: Node, name: n, controller: true}, {kind: ReplicaSet, "
              "name: a, controller: true}]") == set);
    QVERIFY(owner("[{name: a, controller: true}]") == (OwnerReference{"", "a"}));
}

void KubeObjects::portsThatAreRefused()
{
    const auto object = objectIn(
        "apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - ports: "
        "[{containerPort: 0}, {}, "
        "{containerPort: 80, protocol: tcp}, {containerPort: 70000}, {containerPort: 81}]\n");
    QVERIFY(object && object->workload());
    QCOMPARE(object->workload()->ports.size(), std::size_t(1));
    QCOMPARE(object->workload()->ports[0].port, 81u);
    QCOMPARE(object->problems.size(), std::size_t(4));
    QCOMPARE(argumentsOf(object->problems[1]),
             QStringList({"spec.containers[0].ports[1].containerPort", ""}));
    for (const Problem &problem : object->problems)
        QCOMPARE(int(problem.severity), int(Severity::Warning));
}

void KubeObjects::missingApiVersion_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("arguments");
    const auto row = [](const char *text, const QStringList &arguments = {}) {
        QTest::newRow(text) << QByteArray(text) << arguments;
    };
    row("kind: NetworkPolicy\nmetadata: {name: p}\nspec: {podSelector: {}}\n",
        {"NetworkPolicy", "networking.k8s.io/v1"});
    row("kind: Pod\nmetadata: {name: p}\n", {"Pod", "v1"});
    row("apiVersion: ''\nkind: ReplicationController\nmetadata: {name: p}\n",
        {"ReplicationController", "v1"});
    row("kind: DaemonSet\nmetadata: {name: p}\n", {"DaemonSet", "apps/v1"});
    row("kind: CronJob\nmetadata: {name: p}\n", {"CronJob", "batch/v1"});
    row("kind: Route\nmetadata: {name: p}\n", {"Route", "route.openshift.io/v1"});
    row("kind: AdminNetworkPolicy\nmetadata: {name: p}\nspec: {priority: 1, subject: {namespaces: "
        "{}}, ingress: [{action: Allow, from: [{namespaces: {}}]}]}\n",
        {"AdminNetworkPolicy", "policy.networking.k8s.io/v1alpha1"});
    row("apiVersion: v1\nkind: List\nitems:\n- kind: Pod\n  metadata: {name: p}\n", {"Pod", "v1"});
    // Of an item of a typed list nobody asks for it, of another product's kind only they know.
    row("apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: p}\n");
    row("kind: ConfigMap\nmetadata: {name: p}\n");
    row("apiVersion: v1\nkind: Pod\nmetadata: {name: p}\n");
}

void KubeObjects::missingApiVersion()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, arguments);
    const auto object = objectIn(text.toStdString());
    QVERIFY(object);
    QCOMPARE(object->problems.size(), std::size_t(arguments.isEmpty() ? 0 : 1));
    if (arguments.isEmpty())
        return;
    const Problem &problem = object->problems.front();
    QCOMPARE(int(problem.code), int(Code::NoApiVersion));
    QCOMPARE(int(problem.severity), int(Severity::Warning));
    QCOMPARE(argumentsOf(problem), arguments);
    QVERIFY(!object->policy() || !object->policy()->wouldBeRefused);
}

/// What a cluster makes a name from tells two objects without one apart.
void KubeObjects::generatedNames()
{
    const auto job = [](const std::string &prefix) {
        return "---\napiVersion: batch/v1\nkind: Job\nmetadata: {generateName: " + prefix +
               ", namespace: a}\nspec: {template: {metadata: {labels: {app: x}}}}\n";
    };
    Workspace workspace;
    workspace.add("a.yaml", job("gen-a-") + job("gen-b-"));
    QVERIFY(workspace.diagnostics().empty());
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    QStringList ends;
    for (const verdict::Endpoint &endpoint : evaluator.endpoints())
        ends << QString::fromStdString(endpoint.text());
    QCOMPARE(ends, (QStringList{"a/gen-a-[Job]", "a/gen-b-[Job]"}));
}

void KubeObjects::undecodable_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("path");
    const auto row = [](const char *yaml, const char *path) {
        QTest::newRow(path) << QByteArray(yaml) << QByteArray(path);
    };
    row("kind: Pod\nmetadata: {name: p}\nspec: {containers: [{ports: [{containerPort: []}]}]}\n",
        "spec.containers[0].ports[0].containerPort");
    row("kind: Pod\nmetadata: {name: p}\nspec: {containers: [{ports: {}}]}\n",
        "spec.containers[0].ports");
    row("kind: Pod\nmetadata: {name: p, labels: {version: 1}}\n", "metadata.labels");
    row("kind: Deployment\nmetadata: {name: p}\nspec: []\n", "spec");
    row("kind: Deployment\nmetadata: {name: p}\nspec: {replicas: '3'}\n", "spec.replicas");
    row("kind: Service\nmetadata: {name: p}\nspec: {selector: x}\n", "spec.selector");
    row("kind: Ingress\nmetadata: {name: p}\nspec: {rules: x}\n", "spec.rules");
    row("kind: Namespace\nmetadata: []\n", "metadata");
}

void KubeObjects::undecodable()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, path);
    const auto object = objectIn(yaml.toStdString());
    QVERIFY(isOther(object));
    QCOMPARE(object->problems.size(), std::size_t(3));
    QCOMPARE(int(object->problems[0].code), int(Code::WrongType));
    QCOMPARE(int(object->problems[1].code), int(Code::ObjectLeftOut));
    QCOMPARE(int(object->problems[1].severity), int(Severity::Error));
    QCOMPARE(int(object->problems[2].code), int(Code::NoApiVersion));
    QCOMPARE(int(object->problems[0].severity), int(Severity::Warning));
    QCOMPARE(argumentsOf(object->problems[0]).first(), QString::fromUtf8(path));
}

void KubeObjects::service()
{
    const auto object = objectIn(
        "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec:\n  selector: {app: web}\n"
        "  ports: [{port: 80, targetPort: 8080, name: a}, {port: 53, protocol: UDP, targetPort: "
        "dns}"
        ", {port: 9}, {port: 0}]\n");
    const auto *service = std::get_if<Service>(&object->value);
    QVERIFY(service);
    QVERIFY(service->selector == Labels({{"app", "web"}}));
    const std::vector<ServicePort> ports{{"a", 80, Protocol::Tcp, 8080, {}},
                                         {"", 53, Protocol::Udp, {}, "dns"},
                                         {"", 9, Protocol::Tcp, {}, {}}};
    QVERIFY(service->ports == ports);
    QCOMPARE(service->type, std::string("ClusterIP"));
    for (const char *selector : {"", "{}", "{selector: }", "{selector: {}}"}) {
        const auto other =
            objectIn(std::string("kind: Service\nmetadata: {name: s}\nspec: ") + selector + "\n");
        QVERIFY2(!std::get<Service>(other->value).selector, selector);
    }
}

void KubeObjects::ingress()
{
    const auto object = objectIn(
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec:\n"
        "  defaultBackend: {service: {name: d, port: {number: 80}}}\n  rules:\n"
        "  - {http: {paths: [{backend: {service: {name: a, port: {name: web}}}}, {backend: "
        "{resource: {kind: X}}}]}}\n  - {host: h}\n"
        "  - {http: {paths: [{backend: {serviceName: old, servicePort: 81}}, {backend: "
        "{serviceName: old, servicePort: http}}]}}\n");
    const auto *ingress = std::get_if<Ingress>(&object->value);
    QVERIFY(ingress);
    const std::vector<IngressBackend> backends{
        {"d", "", 80}, {"a", "web", {}}, {"old", "", 81}, {"old", "http", {}}};
    QVERIFY(ingress->backends == backends);
}

void KubeObjects::nameSpace()
{
    const auto object =
        objectIn("apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {team: a}}\n");
    QVERIFY(std::holds_alternative<Namespace>(object->value));
    QVERIFY(object->meta.labels == Labels({{"team", "a"}}));
    QVERIFY(object->problems.empty());
    const auto bad = objectIn("kind: Namespace\nmetadata: {name: a.b}\n");
    QVERIFY(std::holds_alternative<Namespace>(bad->value));
    QCOMPARE(int(bad->problems.at(0).severity), int(Severity::Warning));
}

void KubeObjects::groups_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isJudged");
    const auto row = [](const char *type, bool isJudged) {
        QTest::newRow(type) << QByteArray(type) << isJudged;
    };
    row("kind: NetworkPolicy", true);
    row("{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy}", true);
    row("{apiVersion: extensions/v1beta1, kind: NetworkPolicy}", true);
    row("{apiVersion: v1, kind: NetworkPolicy}", true);
    row("{apiVersion: crd.projectcalico.org/v1, kind: NetworkPolicy}", false);
    row("{apiVersion: policy.networking.k8s.io/v1alpha1, kind: AdminNetworkPolicy}", true);
    row("{apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy}", true);
    row("{apiVersion: networking.k8s.aws/v1alpha1, kind: ClusterNetworkPolicy}", false);
    row("{apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy}", false);
    row("{apiVersion: serving.knative.dev/v1, kind: Service}", false);
    row("{apiVersion: apps/v1, kind: Pod}", true);
    row("{apiVersion: v1, kind: ConfigMap}", false);
    row("{apiVersion: example.com/v1, kind: Web}", false);
}

void KubeObjects::groups()
{
    QFETCH(QByteArray, type);
    if (type.startsWith('{'))
        type = type.mid(1, type.size() - 2).replace(", ", "\n");
    const auto object = objectIn(type.toStdString() + "\nmetadata: {name: n}\nspec: {x: 1}\n");
    QVERIFY(object);
    QTEST(!isOther(object), "isJudged");
    QCOMPARE(object->meta.name, std::string("n"));
}

void KubeObjects::listParsedWhole()
{
    const std::string text = "apiVersion: v1\nkind: PodList\nitems: [{metadata: {name: a}}, "
                             "{kind: Service, metadata: {name: b}}, null, {apiVersion: v1, kind: "
                             "List, items: [{kind: Pod, metadata: {name: c}}, {metadata: {}}]}]\n";
    const auto objects = objectsIn(text);
    QCOMPARE(objects.size(), std::size_t(5));
    QVERIFY(objects[0]->workload() && objects[0]->meta.kind == "Pod");
    QCOMPARE(objects[0]->meta.apiVersion, std::string("v1"));
    QVERIFY(std::holds_alternative<Service>(objects[1]->value));
    QCOMPARE(int(objects[2]->problems.at(0).code), int(Code::NoObject));
    QCOMPARE(objects[3]->meta.name, std::string("c"));
    QVERIFY(isOther(objects[4])); // a plain List gives its items no kind
    QCOMPARE(placeOf(text, objects[0]->range({objects[0]->node}, objects[0]->piece->tree).begin),
             QByteArray("3:9"));
    QVERIFY(objectsIn("kind: List\nitems: []\n").empty());
    QVERIFY(objectsIn("kind: List\nitems:\n").empty());
    const auto broken = objectsIn("kind: List\nitems: x\n");
    QCOMPARE(broken.size(), std::size_t(1));
    QCOMPARE(int(broken[0]->problems.at(0).code), int(Code::WrongType));
}

void KubeObjects::listShellAndItems()
{
    const auto shell =
        yaml::parseYaml("apiVersion: v1\nkind: PodList\nitems:\n", yaml::Role::ListShell);
    QVERIFY(kube::decode(shell).empty());
    const ItemDefaults defaults = itemDefaults(*shell);
    QCOMPARE(defaults.kind, std::string("Pod"));
    QCOMPARE(defaults.apiVersion, std::string("v1"));
    const auto item =
        yaml::parseYaml("- metadata: {name: a, labels: {b: c}}\n", yaml::Role::ListItem);
    const auto objects = kube::decode(item, defaults);
    QCOMPARE(objects.size(), std::size_t(1));
    QVERIFY(objects[0]->workload()->podLabels == Labels({{"b", "c"}}));
    const auto plain =
        yaml::parseYaml("apiVersion: v1\nkind: List\nitems:\n", yaml::Role::ListShell);
    QVERIFY(itemDefaults(*plain).kind.empty() && itemDefaults(*plain).apiVersion.empty());
}

void KubeObjects::noObjects()
{
    for (const char *text : {"", "# only a comment\n", "---\n", "null\n"})
        QVERIFY2(objectsIn(text).empty(), text);
    const auto severity = [](const char *text) {
        const auto object = objectIn(text);
        if (!isOther(object) || object->problems.size() != 1)
            return -1;
        return object->problems[0].code == Code::NoObject ? int(object->problems[0].severity) : -1;
    };
    QCOMPARE(severity("replicas: 3\n"), int(Severity::Note));
    QCOMPARE(severity("apiVersion: v1\nkindt: Pod\n"), int(Severity::Warning));
    QCOMPARE(severity("apiVersion: v1\nkind: [Pod]\n"), int(Severity::Warning));
    QCOMPARE(severity("- a\n"), int(Severity::Warning));
    QCOMPARE(severity("just text\n"), int(Severity::Warning));
    QVERIFY(kube::decode(nullptr).empty());
    QVERIFY(kube::decode(yaml::parseYaml("a: [\n")).empty());
}

void KubeObjects::namesOfAnyType()
{
    const auto object =
        objectIn("kind: NetworkPolicy\nmetadata: {name: 123, namespace: on}\nspec: {}\n");
    QCOMPARE(object->meta.name, std::string("123"));
    QCOMPARE(object->meta.nameSpace, std::string("on"));
    QVERIFY(object->policy()->wouldBeRefused);
    QVERIFY(object->policy()->subject); // the subject is readable all the same
    const auto none = objectIn("kind: NetworkPolicy\nspec: {}\n");
    QCOMPARE(none->range(none->meta.nameOrigin, none->piece->tree),
             none->range({none->node}, none->piece->tree));
}

void KubeObjects::refusedPolicyOfOthers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("place");
    const auto row = [](const char *name, const char *file, QStringList arguments,
                        const char *place) {
        QTest::newRow(name) << QString("%1/manifests/%2").arg(name, file) << arguments
                            << QByteArray(place);
    };
    row("np-bad-cidr", "netpols.yaml",
        {"spec.ingress[2].from[0].ipBlock.cidr", "\"A\"",
         "must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)"},
        "22:15");
    row("np-bad-label-key", "netpols.yaml", {"spec.podSelector.matchLabels", "\"app@b\""}, "22:7");
    row("np-empty-peer", "netpols.yaml", {"spec.ingress[0].from[0]", "must specify a peer"}, "9:7");
    row("np-endport-less-than-port", "netpol.yaml",
        {"spec.egress[0].ports[1].endPort", "10", "must be greater than or equal to `port`"},
        "15:20");
}

void KubeObjects::refusedPolicyOfOthers()
{
    QFETCH(QString, file);
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, place);
    const QString path = QStringLiteral(DRAWBRIDGE_SHARED "/cases/invalid/") + file;
    if (!QFile::exists(path))
        QSKIP("the cases of others are not here (DRAWBRIDGE_SHARED)");
    const std::string text = fileBytes(path).toStdString();
    const auto object = objectIn(text);
    QVERIFY(object && object->policy());
    QVERIFY(object->policy()->wouldBeRefused);
    QCOMPARE(object->problems.size(), std::size_t(1));
    const Problem &problem = object->problems[0];
    QCOMPARE(int(problem.severity), int(Severity::Error));
    QCOMPARE(argumentsOf(problem).mid(0, arguments.size()), arguments);
    QCOMPARE(placeOf(text, problem.range.begin), place);
}

QTEST_APPLESS_MAIN(KubeObjects)
#include "tst_kube_objects.moc"
