#include "edit/intent.h"
#include "support/intent_world.h"
#include "yaml/edit.h"

#include <QTest>

using namespace drawbridge;
using yaml::kNoNode;
using yaml::NodeId;

/// Items that change their order: comments go with what they are about, all other bytes stay.
class MovedItemsTest : public QObject
{
    Q_OBJECT

private slots:
    void moves_data();
    void moves();
    void refusals_data();
    void refusals();
    void rules_data();
    void rules();
    void rulesChangedAndMoved();
    void portsAndPeersMove();
};

namespace {

/// The first sequence of a text.
NodeId listOf(const yaml::Tree &tree)
{
    for (NodeId id = 0; id < tree.size(); ++id)
        if (tree[id].kind == yaml::Kind::Sequence)
            return id;
    return kNoNode;
}

Result<Patches> move(const std::string &text, int from, int to)
{
    const bool isJson = text.starts_with("{\"");
    const auto piece = isJson ? yaml::parseJson(text) : yaml::parseYaml(text);
    const NodeId list = listOf(piece->tree);
    return yaml::write(text, *piece,
                       yaml::Move{piece->tree[list].children[std::size_t(from)], std::size_t(to)});
}

kube::ObjectPtr object(const IntentWorld &world, const std::string &name)
{
    for (const kube::ObjectPtr &object : world.workspace.objects())
        if (object->meta.name == name)
            return object;
    return {};
}

const char *const kBlock = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: api
  namespace: shop
spec:
  podSelector: {}
  ingress:
    # the web
    - from: # who
        - podSelector: {matchLabels: {app: web}} # web itself
      # on its port
      ports:
        - port: 8080 # http
        # - port: 8081 is off

    # measuring
    - from:
        - namespaceSelector: {}
    - ports: [{port: 53}] # names
  # the end
  policyTypes: [Ingress]
)";

const char *const kFlow = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec:
  podSelector: {}
  policyTypes: [Ingress]
  ingress: [
    # the web
    {from: [{podSelector: {matchLabels: {app: web}}}]}, # web itself
    {from: [{namespaceSelector: {}}]},
    {ports: [{port: 53}]} # names
  ]
)";

const char *const kJson = R"({"apiVersion": "networking.k8s.io/v1", "kind": "NetworkPolicy",
  "metadata": {"name": "api", "namespace": "shop"},
  "spec": {
    "podSelector": {},
    "policyTypes": ["Ingress"],
    "ingress": [
      {"from": [{"podSelector": {"matchLabels": {"app": "web"}}}]},
      {"from": [{"namespaceSelector": {}}]},
      {"ports": [{"port": 53}]}
    ]
  }
}
)";

const char *const kList = R"(apiVersion: v1
kind: List
items:
- apiVersion: networking.k8s.io/v1
  kind: NetworkPolicy
  metadata:
    name: api
    namespace: shop
  spec:
    podSelector: {}
    ingress:
    - from: # the web
      - podSelector: {matchLabels: {app: web}}
    # measuring
    - from:
      - namespaceSelector: {}
    # names
    - ports: [{port: 53}]
- apiVersion: v1
  kind: ConfigMap
  metadata: {name: other}
)";

} // namespace

void MovedItemsTest::moves_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, int from, int to, const char *after) {
        QTest::newRow(name) << QByteArray(before) << from << to << QByteArray(after);
    };
    row("up", "a:\n- b\n- c\n- d\n", 2, 0, "a:\n- d\n- b\n- c\n");
    row("down", "a:\n- b\n- c\n- d\n", 0, 2, "a:\n- c\n- d\n- b\n");
    row("no line end at the end", "a:\n- b\n- c", 1, 0, "a:\n- c\n- b");
    row("comments above", "a:\n  # b\n  - b\n  # c\n  - c\n", 1, 0,
        "a:\n  # c\n  - c\n  # b\n  - b\n");
    row("comments behind", "a:\n- b # b\n- c # c\n", 0, 1, "a:\n- c # c\n- b # b\n");
    row("comments inside", "a:\n- b: 1\n  # in b\n- c: 2\n", 0, 1,
        "a:\n- c: 2\n- b: 1\n  # in b\n");
    row("headline stays", "a:\n# all\n\n- b\n- c\n", 1, 0, "a:\n# all\n\n- c\n- b\n");
    row("blank lines stay", "a:\n- b\n\n- c\n- d\n", 2, 0, "a:\n- d\n\n- b\n- c\n");
    row("Windows", "a:\r\n- b # b\r\n- c\r\n", 1, 0, "a:\r\n- c\r\n- b # b\r\n");
    row("root", "- b\n- c\n", 1, 0, "- c\n- b\n");
    row("block scalar", "a:\n- |\n  b\n- c\n", 0, 1, "a:\n- c\n- |\n  b\n");
    row("items of items", "a:\n- - b\n  - c\n- d\n", 1, 0, "a:\n- d\n- - b\n  - c\n");
    row("flow", "a: [b, {c: d}, e]\n", 2, 0, "a: [e, b, {c: d}]\n");
    row("flow, comma at the end", "a: [\n  b, # b\n  c,\n]\n", 1, 0, "a: [\n  c,\n  b, # b\n]\n");
    row("flow, comment at the end", "a: [\n  b,\n  c # c\n]\n", 0, 1, "a: [\n  c, # c\n  b\n]\n");
    row("flow, comments above", "a: [\n  # b\n  b,\n  # c\n  c\n]\n", 1, 0,
        "a: [\n  # c\n  c,\n  # b\n  b\n]\n");
    row("JSON", "{\"a\": [1,\n 2]}\n", 1, 0, "{\"a\": [2,\n 1]}\n");
    row("alias of what stands above", "x: &x 1\na:\n- *x\n- b\n", 0, 1, "x: &x 1\na:\n- b\n- *x\n");
}

void MovedItemsTest::moves()
{
    QFETCH(QByteArray, before);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QByteArray, after);
    const auto patches = move(before.toStdString(), from, to);
    QVERIFY(patches.isOk());
    QCOMPARE(QByteArray::fromStdString(applied(before.toStdString(), *patches)), after);
}

void MovedItemsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("to");
    QTest::addColumn<int>("code");
    QTest::newRow("alias before its anchor")
        << QByteArray("a:\n- &x 1\n- *x\n") << 1 << int(Code::EditInsideAlias);
    QTest::newRow("anchor given twice")
        << QByteArray("a:\n- &x 1\n- &x 2\nb: *x\n") << 1 << int(Code::EditInsideAlias);
    QTest::newRow("list in use elsewhere")
        << QByteArray("a: &x\n- 1\n- 2\nb: *x\n") << 1 << int(Code::EditInsideAlias);
    QTest::newRow("nowhere") << QByteArray("a:\n- 1\n- 2\n") << 2 << int(Code::EditReadOnly);
    QTest::newRow("comment would swallow an item")
        << QByteArray("a: [b, c, # c\n  d]\n") << 1 << int(Code::EditWouldChangeMore);
}

void MovedItemsTest::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(int, to);
    QFETCH(int, code);
    const int from = text.startsWith("a: [") ? 2 : 0;
    const auto patches = move(text.toStdString(), from, to);
    if (code == int(Code::EditWouldChangeMore) && patches) { // or written so that it holds
        const std::string after = applied(text.toStdString(), *patches);
        QVERIFY(yaml::parseYaml(after)->isParsed);
        return;
    }
    QVERIFY(!patches);
    QCOMPARE(int(patches.failure().code), code);
}

void MovedItemsTest::rules_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("block") << QByteArray(kBlock);
    QTest::newRow("flow") << QByteArray(kFlow);
    QTest::newRow("JSON") << QByteArray(kJson);
    QTest::newRow("List item") << QByteArray(kList);
}

/// Every order of three rules, and back.
void MovedItemsTest::rules()
{
    QFETCH(QByteArray, text);
    std::vector<std::size_t> order{0, 1, 2};
    while (std::next_permutation(order.begin(), order.end())) {
        IntentWorld world(kube::Workspace{});
        world.open({{text.startsWith("{") ? "a.json" : "a.yaml", text.toStdString()}});
        const kube::ObjectPtr policy = object(world, "api");
        edit::ChangePolicy intent{policy, "api", *policy->policy()};
        for (std::size_t i = 0; i < order.size(); ++i)
            intent.wanted.ingress[i] = policy->policy()->ingress[order[i]];
        const auto plan = world.plan(intent);
        QVERIFY(plan.isOk());
        QVERIFY(plan->alsoChanges.empty());
        world.take(plan);
        const kube::ObjectPtr now = object(world, "api");
        for (std::size_t i = 0; i < order.size(); ++i)
            QVERIFY(now->policy()->ingress[i] == policy->policy()->ingress[order[i]]);
        QByteArray letters = QByteArray::fromStdString(world.text());
        QByteArray before = text;
        std::sort(letters.begin(), letters.end());
        std::sort(before.begin(), before.end());
        QCOMPARE(letters, before);

        edit::ChangePolicy back{now, "api", *now->policy()};
        for (std::size_t i = 0; i < order.size(); ++i)
            back.wanted.ingress[order[i]] = now->policy()->ingress[i];
        world.take(world.plan(back));
        QCOMPARE(QByteArray::fromStdString(world.text()), text);
    }
}

void MovedItemsTest::rulesChangedAndMoved()
{
    IntentWorld world(kBlock);
    const kube::ObjectPtr policy = object(world, "api");
    edit::ChangePolicy intent{policy, "api", *policy->policy()};
    auto &rules = intent.wanted.ingress;
    rules[0].ports[0].port = 9090;
    std::rotate(rules.begin(), rules.begin() + 1, rules.end()); // the first comes last
    rules.erase(rules.begin());                                 // measuring goes
    kube::Rule rule;
    rule.anyPeer = rule.anyPort = true;
    rules.push_back(rule);
    world.take(world.plan(intent));
    QVERIFY(object(world, "api")->policy()->ingress == rules);
    const QString after = QString::fromStdString(world.text());
    QVERIFY2(after.contains(QStringLiteral("    - ports: [{port: 53}] # names\n")),
             qPrintable(after));
    QVERIFY(after.contains(QStringLiteral("    # the web\n    - from: # who\n")));
    QVERIFY(after.contains(QStringLiteral("        - port: 9090 # http\n")));
    QVERIFY(after.contains(QStringLiteral("        # - port: 8081 is off\n")));
    QVERIFY(after.indexOf(QStringLiteral("# names")) < after.indexOf(QStringLiteral("# the web")));
}

void MovedItemsTest::portsAndPeersMove()
{
    IntentWorld world(serviceText("a", "  ingress:\n    - from:\n"
                                       "        - podSelector: {} # all\n"
                                       "        - namespaceSelector: {} # others\n"
                                       "      ports:\n        - port: 1 # one\n"
                                       "        - port: 2 # two\n"));
    const kube::ObjectPtr policy = object(world, "a");
    edit::ChangePolicy intent{policy, "a", *policy->policy()};
    std::swap(intent.wanted.ingress[0].peers[0], intent.wanted.ingress[0].peers[1]);
    std::swap(intent.wanted.ingress[0].ports[0], intent.wanted.ingress[0].ports[1]);
    world.take(world.plan(intent));
    QVERIFY(QString::fromStdString(world.text())
                .endsWith(QStringLiteral("        - namespaceSelector: {} # others\n"
                                         "        - podSelector: {} # all\n"
                                         "      ports:\n        - port: 2 # two\n"
                                         "        - port: 1 # one\n")));
}

QTEST_APPLESS_MAIN(MovedItemsTest)
#include "tst_moved_items.moc"
