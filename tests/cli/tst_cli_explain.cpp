#include "cli_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

using drawbridge::test::CliRun;

/// `drawbridge explain`, as people and programs read it.
class TestCliExplain : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void text_data();
    void text();
    void json();
    void theRepairAllowsIt();
    void partsOfARange();
    void whatCannotBeTold();
    void nodesOfAClusterPolicy();
    void twoOfOneName();
    void deniedForWantOfAFact();
    void hostNetworkOfNobody();
    void twinsThatMatter();
    void outsideThatNobodyKnows();
    void blocksOfPods();
    void allPorts();
    void anAmbiguousName();
    void podsThatDiffer();
    void theAddressOfAPod();
    void wrongUsage_data();
    void wrongUsage();

private:
    CliRun run(const QStringList &arguments) const
    {
        return drawbridge::test::runCli(arguments, m_folder->path());
    }
    void write(const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath("a.yaml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray kShop = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db
  namespace: shop
spec:
  podSelector:
    matchLabels: {app: db}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels: {app: api}
      ports:
        - port: 5432
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec: {podSelector: {matchLabels: {app: api}}, policyTypes: [Ingress]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: web, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
      ports: [{port: 443}]
)";

} // namespace

void TestCliExplain::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(kShop);
}

void TestCliExplain::text_data()
{
    QTest::addColumn<QStringList>("question");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("allowed") << QStringList{"api", "db", "--port", "TCP/5432"} << 0
                             << QByteArray("shop/api[Pods] => shop/db[Pods] : TCP 5432\n"
                                           "Allowed: TCP 5432.\n"
                                           "Egress of shop/api[Pods]: nothing restricts it.\n"
                                           "Ingress of shop/db[Pods]: TCP 5432 may enter.\n"
                                           "  a.yaml:11:7: Rule 1 of policy shop/db admits TCP "
                                           "5432.\n");
    QTest::newRow("both halves say no")
        << QStringList{"web", "db", "--port", "TCP/5432"} << 1
        << QByteArray("shop/web[Pods] => shop/db[Pods] : TCP 5432\n"
                      "Not allowed: TCP 5432.\n"
                      "Egress of shop/web[Pods]: nothing may leave.\n"
                      "  a.yaml:24:18: Policy shop/web isolates it.\n"
                      "Ingress of shop/db[Pods]: nothing may enter.\n"
                      "  a.yaml:4:9: Policy shop/db isolates it.\n"
                      "  a.yaml:11:7: Rule 1 of policy shop/db nearly admits it: it asks for "
                      "pods with app=api, but shop/web[Pods] has app=web.\n"
                      "This allows it: drawbridge allow web db --port TCP/5432 a.yaml\n");
    QTest::newRow("to itself") << QStringList{"db", "db"} << 0
                               << QByteArray("shop/db[Pods] => shop/db[Pods] : any port\n"
                                             "A pod always reaches itself.\n");
    QTest::newRow("excepted") << QStringList{"10.1.2.3", "web"} << 1
                              << QByteArray("10.1.2.3 => shop/web[Pods] : any port\n"
                                            "Nothing is allowed.\n"
                                            "10.1.2.3 is outside: no policy applies to it.\n"
                                            "Ingress of shop/web[Pods]: nothing may enter.\n"
                                            "  a.yaml:24:18: Policy shop/web isolates it.\n"
                                            "  a.yaml:29:7: Rule 1 of policy shop/web nearly "
                                            "admits it: it leaves 10.1.0.0/16 out.\n");
}

void TestCliExplain::text()
{
    QFETCH(QStringList, question);
    QFETCH(int, code);
    QFETCH(QByteArray, answer);
    const CliRun result = run(QStringList{"explain"} + question + QStringList{"a.yaml"});
    QCOMPARE(result.out, answer);
    QCOMPARE(result.code, code);
    QCOMPARE(result.err, QByteArray());
}

void TestCliExplain::json()
{
    const CliRun result = run({"explain", "api", "db", "--port", "80", "a.yaml", "-o", "json"});
    QCOMPARE(result.code, 1);
    const QJsonArray answers = QJsonDocument::fromJson(result.out).array();
    QCOMPARE(answers.size(), 1);
    const QJsonObject answer = answers.first().toObject();
    QCOMPARE(answer["verdict"].toString(), QStringLiteral("not allowed"));
    const QJsonObject ingress = answer["halves"].toArray().at(1).toObject();
    QCOMPARE(ingress["connections"].toString(), QStringLiteral("TCP 5432"));
    const QJsonObject miss = ingress["nearMisses"].toArray().first().toObject();
    QCOMPARE(miss["policy"].toString(), QStringLiteral("shop/db"));
    QCOMPARE(miss["rule"].toInt(), 1);
    QCOMPARE(miss["line"].toInt(), 11);
    QCOMPARE(miss["path"].toString(), QStringLiteral("a.yaml"));
}

void TestCliExplain::theRepairAllowsIt()
{
    const CliRun before = run({"explain", "web", "db", "--port", "TCP/5432", "a.yaml"});
    const QByteArray sign = "This allows it: drawbridge ";
    const qsizetype at = before.out.indexOf(sign);
    QVERIFY(at > 0);
    QStringList call = QString::fromUtf8(before.out.mid(at + sign.size())).trimmed().split(' ');
    QCOMPARE(run(call << "-w").code, 0);
    QCOMPARE(run({"explain", "web", "db", "--port", "TCP/5432", "a.yaml"}).code, 0);
}

void TestCliExplain::partsOfARange()
{
    const CliRun result = run({"explain", "10.0.0.0/15", "web", "a.yaml"});
    QCOMPARE(result.code, 1);
    QCOMPARE(result.out.count("=>"), 2);
    QVERIFY(result.out.contains("10.0.0.0-10.0.255.255[External] => shop/web[Pods] : any port\n"
                                "Allowed: TCP 443.\n"));
    QVERIFY(result.out.contains("10.1.0.0-10.1.255.255[External] => shop/web[Pods] : any port\n"
                                "Nothing is allowed.\n"));
}

void TestCliExplain::whatCannotBeTold()
{
    write(kShop + "---\n{apiVersion: v1, kind: Pod, metadata: {name: node, namespace: shop, "
                  "labels: {app: api}}, spec: {hostNetwork: true}}\n");
    const CliRun result = run({"explain", "node", "db", "--port", "TCP/5432", "a.yaml"});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.out.contains("Cannot tell; by what is known this is allowed: TCP 5432.\n"
                                 "  a.yaml:32:"),
             result.out.constData());
}

/// Lists take the rule to deny all that it may mean; an answer says that nobody knows.
void TestCliExplain::nodesOfAClusterPolicy()
{
    write("apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: x}\n---\n"
          "apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\n"
          "metadata: {name: c}\nspec:\n  tier: Admin\n  priority: 1\n  subject: {namespaces: {}}\n"
          "  egress: [{action: Deny, to: [{nodes: {matchLabels: {role: edge}}}]}]\n");
    const QStringList question{"explain", "x/web", "203.0.113.9", "--port", "TCP/443", "a.yaml"};
    const CliRun text = run(question);
    QCOMPARE(text.code, 1);
    for (const char *words :
         {"Cannot tell; by what is known nothing is allowed.",
          "Policy c has a rule for nodes, and no file states which addresses that means.",
          "Rule 1 of policy c denies every port. It is for nodes, and no file states whether that "
          "means 203.0.113.9."})
        QVERIFY2(text.out.contains(words), text.out.constData());
    const CliRun json = run(question + QStringList{"-o", "json"});
    const QJsonObject answer = QJsonDocument::fromJson(json.out).array().first().toObject();
    QCOMPARE(answer["verdict"].toString(), QString("cannot tell"));
    QCOMPARE(answer["missing"].toArray().size(), 1);
    const CliRun list = run({"list", "a.yaml"});
    QVERIFY2(!list.out.contains("x/web[Pod] =>"), list.out.constData());
    const CliRun facts = run({"list", "-o", "json", "a.yaml"});
    QVERIFY2(facts.err.contains("do not say which addresses nodes means"), facts.err.constData());
}

/// Which of them a cluster has nobody knows; lists say so as data, and once on standard error.
void TestCliExplain::twoOfOneName()
{
    const QByteArray pods =
        "kind: Pod\napiVersion: v1\nmetadata: {name: web, namespace: x, labels: "
        "{app: web}}\n---\nkind: Pod\napiVersion: v1\nmetadata: {name: db, "
        "namespace: x, labels: {app: db}}\n";
    const auto policy = [](const QByteArray &rest) {
        return "---\nkind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: p, "
               "namespace: x}\nspec: {podSelector: {matchLabels: {app: db}}, policyTypes: "
               "[Ingress]" +
               rest + "}\n";
    };
    write(pods + policy("") + policy(", ingress: [{}]"));
    const CliRun explained = run({"explain", "x/web", "x/db", "a.yaml", "--keep-going"});
    QVERIFY2(explained.out.contains("Cannot tell"), explained.out.constData());
    QVERIFY2(explained.out.contains("several objects NetworkPolicy x/p"),
             explained.out.constData());
    const CliRun list = run({"list", "-o", "json", "a.yaml", "--keep-going"});
    QVERIFY2(list.out.contains("is there twice"), list.out.constData());
    QCOMPARE(list.err.count("is there twice"), 1);
    write(pods + policy("") + policy(""));
    QVERIFY(!run({"list", "-o", "json", "a.yaml"}).out.contains("is there twice"));
}

/// A pair that a missing fact may allow is in the list for programs.
void TestCliExplain::deniedForWantOfAFact()
{
    const auto pod = [](const QByteArray &name) {
        return "kind: Pod\napiVersion: v1\nmetadata: {name: " + name + ", namespace: " + name +
               ", labels: {app: " + name + "}}\n---\n";
    };
    write(pod("web") + pod("db") + pod("far") +
          "kind: Namespace\napiVersion: v1\nmetadata: {name: far}\n---\n"
          "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: p, namespace: "
          "db}\nspec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: "
          "[{namespaceSelector: {matchLabels: {team: red}}}]}]}\n");
    const auto pairs = [this](const QStringList &more) {
        const CliRun list = run(QStringList{"list", "-o", "json", "a.yaml"} + more);
        const QJsonDocument document = QJsonDocument::fromJson(list.out);
        QStringList found;
        for (const auto &value :
             document.isArray() ? document.array() : document["connections"].toArray())
            if (const QJsonObject pair = value.toObject(); pair["verdict"] != "allowed")
                found += pair["source"].toString() + ' ' + pair["destination"].toString() + ' ' +
                         pair["verdict"].toString() + ' ' + pair["connections"].toString() + ' ' +
                         QString::number(pair["missing"].toArray().size());
        return found;
    };
    const QStringList expected{"web/web[Pod] db/db[Pod] cannot tell No Connections 1"};
    QCOMPARE(pairs({}), expected);
    QCOMPARE(pairs({"--exposure"}), expected);
    QVERIFY(!run({"list", "a.yaml"}).out.contains("web/web[Pod] => db/db[Pod]"));
}

/// "source target verdict connections", with the number of missing facts; without what is allowed
/// for sure.
static QStringList doubtful(const CliRun &list)
{
    QStringList found;
    for (const auto &value : QJsonDocument::fromJson(list.out).array())
        if (const QJsonObject pair = value.toObject();
            pair["verdict"] != "allowed" || pair.contains("missing"))
            found += pair["source"].toString() + ' ' + pair["destination"].toString() + ' ' +
                     pair["verdict"].toString() + ' ' + pair["connections"].toString() + ' ' +
                     QString::number(pair["missing"].toArray().size());
    return found;
}

static QByteArray pod(const QByteArray &name, const QByteArray &spec = {})
{
    return "kind: Pod\napiVersion: v1\nmetadata: {name: " + name +
           ", namespace: a, labels: {app: " + name + "}}\n" + spec + "---\n";
}

static QByteArray policyOf(const QByteArray &spec)
{
    return "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\nmetadata: {name: p, namespace: "
           "a}\nspec: {" +
           spec + "}\n---\n";
}

/// Whatever a plugin makes of such a pod, nothing is denied where no policy is.
void TestCliExplain::hostNetworkOfNobody()
{
    const QByteArray pods = pod("x") + pod("y") + pod("h", "spec: {hostNetwork: true}\n");
    write(pods);
    QCOMPARE(run({"explain", "x", "h", "a.yaml"}).code, 0);
    QCOMPARE(doubtful(run({"list", "-o", "json", "a.yaml"})), QStringList());
    write(pods + policyOf("podSelector: {matchLabels: {app: x}}, ingress: [{from: [{podSelector: "
                          "{}}]}]"));
    QCOMPARE(run({"explain", "x", "h", "a.yaml"}).code, 0);
    QCOMPARE(run({"explain", "h", "x", "a.yaml"}).code, 1);
    QCOMPARE(doubtful(run({"list", "-o", "json", "a.yaml"})),
             QStringList{"a/h[Pod] a/x[Pod] allowed All Connections 1"});
    write(pods + policyOf("podSelector: {matchLabels: {app: h}}, ingress: [{from: [{podSelector: "
                          "{matchLabels: {app: y}}}]}]"));
    QCOMPARE(run({"explain", "x", "h", "a.yaml"}).code, 1);
    QCOMPARE(run({"explain", "h", "x", "a.yaml"}).code, 0);
    // It has its node's address.
    write(pods + "kind: AdminNetworkPolicy\napiVersion: policy.networking.k8s.io/v1alpha1\n"
                 "metadata: {name: n}\nspec: {priority: 1, subject: {namespaces: {}}, egress: "
                 "[{action: Deny, to: [{nodes: {matchLabels: {l: v}}}]}]}\n");
    QCOMPARE(run({"explain", "x", "h", "a.yaml"}).code, 1);
    QCOMPARE(run({"explain", "x", "y", "a.yaml"}).code, 0);
}

/// Decision 4: pairs whose verdict depends on the choice are "cannot tell", and no others.
void TestCliExplain::twinsThatMatter()
{
    const QByteArray pods = pod("srv") + pod("cli");
    const QByteArray subject = "podSelector: {matchLabels: {app: srv}}, ";
    write(pods + policyOf(subject + "ingress: [{ports: [{port: 80}]}]") +
          policyOf(subject + "ingress: [{ports: [{port: 81}]}]"));
    const QStringList ask{"list", "-o", "json", "a.yaml", "--keep-going"};
    QCOMPARE(doubtful(run(ask)),
             (QStringList{"0.0.0.0-255.255.255.255[External] a/srv[Pod] cannot tell TCP 81 1",
                          "a/cli[Pod] a/srv[Pod] cannot tell TCP 81 1"}));
    write(pods + policyOf(subject + "ingress: [{ports: [{port: 80}]}]") +
          policyOf(subject + "policyTypes: [Ingress, Egress], ingress: [{ports: [{port: 80}]}]"));
    const QByteArray none = "cannot tell No Connections 1";
    QCOMPARE(doubtful(run(ask)),
             (QStringList{"a/srv[Pod] 0.0.0.0-255.255.255.255[External] " + none,
                          "a/srv[Pod] a/cli[Pod] " + none}));
}

void TestCliExplain::outsideThatNobodyKnows()
{
    write(pod("srv") + policyOf("podSelector: {matchExpressions: [{key: app, operator: Inn, "
                                "values: [srv]}]}, policyTypes: [Ingress]"));
    QCOMPARE(doubtful(run({"list", "-o", "json", "a.yaml", "--keep-going"})),
             QStringList{"0.0.0.0-255.255.255.255[External] a/srv[Pod] cannot tell No Connections "
                         "1"});
}

/// Calico takes pods by their addresses, which most files do not state.
void TestCliExplain::blocksOfPods()
{
    const auto from = [](const QByteArray &blocks) {
        return pod("srv") + pod("cli") +
               policyOf("podSelector: {matchLabels: {app: srv}}, ingress: [{from: [" + blocks +
                        "], ports: [{port: 80}]}]");
    };
    const QStringList list{"list", "-o", "json", "a.yaml", "--plugin", "calico"};
    const QStringList ask{"explain", "cli", "srv", "a.yaml", "--plugin", "calico"};
    write(from("{ipBlock: {cidr: 10.0.0.0/8}}"));
    QCOMPARE(doubtful(run(list)),
             QStringList{"a/cli[Pod] a/srv[Pod] cannot tell No Connections 1"});
    QCOMPARE(run(ask).code, 1);
    write(from("{ipBlock: {cidr: 0.0.0.0/1}}, {ipBlock: {cidr: 128.0.0.0/1}}"));
    QCOMPARE(doubtful(run(list)), QStringList());
    QCOMPARE(run(ask).code, 0);
}

void TestCliExplain::allPorts()
{
    write(pod("srv") + pod("cli") +
          policyOf("podSelector: {matchLabels: {app: srv}}, ingress: [{ports: [{port: 80}]}]"));
    QCOMPARE(run({"explain", "cli", "srv", "a.yaml"}).code, 0);
    QCOMPARE(run({"explain", "cli", "srv", "a.yaml", "--port", "all"}).code, 1);
    QCOMPARE(run({"explain", "srv", "cli", "a.yaml", "--port", "all"}).code, 0);
}

void TestCliExplain::anAmbiguousName()
{
    write("kind: Pod\napiVersion: v1\nmetadata: {name: web, namespace: x}\n---\nkind: Pod\n"
          "apiVersion: v1\nmetadata: {name: web, namespace: z}\n");
    const CliRun twice = run({"explain", "web", "web", "a.yaml"});
    QCOMPARE(twice.code, 2);
    QCOMPARE(twice.err.count("fits several"), 1);
}

/// What holds for one of them need not hold for the other, and the answer is one.
void TestCliExplain::podsThatDiffer()
{
    const auto pod = [](const QByteArray &name) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name +
               ", namespace: x, labels: {app: " + name +
               "}, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: rs, uid: u, "
               "controller: true}]}\n---\n";
    };
    write(pod("one") + pod("two") +
          "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: x}\n---\n"
          "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
          "metadata: {name: p, namespace: x}\nspec: {podSelector: {matchLabels: {app: one}}}\n");
    const CliRun asked = run({"explain", "x/web", "x/rs", "a.yaml"});
    QVERIFY2(asked.err.contains("Pods of x/rs[ReplicaSet] differ in the label app"),
             asked.err.constData());
    QVERIFY(!run({"explain", "x/web", "internet", "a.yaml"}).err.contains("differ"));
    const CliRun list = run({"list", "-o", "json", "a.yaml"});
    QVERIFY2(list.err.contains("differ in the label app"), list.err.constData());
    for (const QJsonValue &one : QJsonDocument::fromJson(list.out).array())
        QCOMPARE(one["missing"].toArray().size(),
                 (one["source"].toString() + one["destination"].toString()).contains("x/rs") ? 1
                                                                                             : 0);
}

/// It is not outside.
void TestCliExplain::theAddressOfAPod()
{
    const auto pod = [](const QByteArray &name, const QByteArray &address) {
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: " + name +
               ", namespace: x, labels: {app: " + name + "}}\nstatus: {podIP: " + address +
               "}\n---\n";
    };
    write(pod("web", "10.0.0.5") + pod("db", "10.0.0.6") +
          "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
          "metadata: {name: p, namespace: x}\nspec: {podSelector: {matchLabels: {app: db}}}\n");
    const CliRun named = run({"explain", "x/web", "x/db", "a.yaml"});
    QCOMPARE(named.code, 1);
    const CliRun addressed = run({"explain", "10.0.0.5", "10.0.0.6", "a.yaml"});
    QCOMPARE(addressed.out, named.out);
    QCOMPARE(addressed.code, 1);
    QCOMPARE(run({"explain", "x/web", "10.0.0.7", "a.yaml"}).code, 0);
}

void TestCliExplain::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << QStringList{"api", "db"};
    QTest::newRow("unknown") << QStringList{"api", "nobody", "a.yaml"};
    QTest::newRow("a namespace") << QStringList{"namespace:shop", "db", "a.yaml"};
    QTest::newRow("anyone") << QStringList{"anyone", "db", "a.yaml"};
    QTest::newRow("no port") << QStringList{"api", "db", "a.yaml", "--port", "http!"};
    QTest::newRow("no format") << QStringList{"api", "db", "a.yaml", "-o", "csv"};
    QTest::newRow("no such file") << QStringList{"api", "db", "b.yaml"};
}

void TestCliExplain::wrongUsage()
{
    QFETCH(QStringList, arguments);
    const CliRun result = run(QStringList{"explain"} + arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestCliExplain)
#include "tst_cli_explain.moc"
