#include "cli_run.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using drawbridge::test::CliRun;

/// `--plugin`: what it changes, what it says, and that an edit stays safe.
class TestCliPlugin : public QObject
{
    Q_OBJECT

private slots:
    void init();

    void listsAsThePluginEnforces();
    void saysThatTooManyDiffer();
    void saysNothingOfTheStandard();
    void refusesUnknownNames_data();
    void refusesUnknownNames();
    void saysWhereNothingIsEnforced();
    void explainsBoth();
    void explainsPodsByTheirAddress();
    void diffsAndLints();
    void editsByThePlugin();
    void exportsTellIt();

private:
    CliRun run(const QStringList &arguments) const
    {
        return drawbridge::test::runCli(arguments, m_folder->path(), {});
    }
    void write(const char *name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray read(const char *name) const
    {
        QFile file(m_folder->filePath(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QByteArray kPods = "kind: Pod\napiVersion: v1\n"
                         "metadata: {name: web, namespace: x, labels: {app: web}}\n"
                         "---\nkind: Pod\napiVersion: v1\n"
                         "metadata: {name: db, namespace: x, labels: {app: db}}\n";

QByteArray manifests(const QByteArray &ports)
{
    return kPods +
           "---\nkind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
           "metadata: {name: db, namespace: x}\nspec:\n  podSelector: {matchLabels: {app: db}}\n"
           "  policyTypes: [Ingress]\n  ingress:\n"
           "  - from: [{podSelector: {matchLabels: {app: web}}}]\n    ports: [" +
           ports + "]\n";
}

const QByteArray kRange = "{port: 8000, endPort: 8010}";

} // namespace

void TestCliPlugin::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write("a.yaml", manifests(kRange));
}

/// Of a million and more connections, none of which the plugin allows.
void TestCliPlugin::saysThatTooManyDiffer()
{
    QByteArray text =
        "kind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
        "metadata: {name: deny, namespace: x}\nspec: {podSelector: {}}\n"
        "---\nkind: AdminNetworkPolicy\napiVersion: policy.networking.k8s.io/v1alpha1\n"
        "metadata: {name: open}\nspec: {priority: 1, subject: {namespaces: {}}, ingress: "
        "[{action: Allow, from: [{namespaces: {}}]}]}\n";
    for (int i = 0; i < 1002; ++i)
        text += "---\n{kind: Pod, apiVersion: v1, metadata: {namespace: x, name: p" +
                QByteArray::number(i) + "}}\n";
    write("many.yaml", text);
    const CliRun listed = run({"list", "many.yaml", "--plugin", "cilium"});
    EXPECT_CODE(listed, 0);
    QVERIFY2(listed.err.contains("documents them: more than 1000000\n"), listed.err.constData());
}

void TestCliPlugin::listsAsThePluginEnforces()
{
    const CliRun standard = run({"list", "a.yaml"});
    const CliRun old = run({"list", "a.yaml", "--plugin", "cilium@1.15"});
    const CliRun now = run({"list", "a.yaml", "--plugin=cilium"});
    for (const CliRun &each : {standard, old, now})
        EXPECT_CODE(each, 0);
    QVERIFY(standard.out.contains("x/web[Pod] => x/db[Pod] : TCP 8000-8010\n"));
    QVERIFY(old.out.contains("x/web[Pod] => x/db[Pod] : TCP 8000\n"));
    QCOMPARE(now.out, standard.out);
    QVERIFY2(old.err.contains("judged as Cilium 1.15"), old.err.constData());
    QVERIFY2(old.err.contains("not as Kubernetes documents"), old.err.constData());
    QVERIFY2(now.err.contains("judged as Cilium"), now.err.constData());
    QVERIFY2(!now.err.contains("not as Kubernetes documents"), now.err.constData());
    const CliRun unclear = run({"list", "a.yaml", "--plugin", "cilium@1.16", "-o", "json"});
    QVERIFY2(unclear.out.contains("endPort: 8010"), unclear.out.constData());
}

void TestCliPlugin::saysNothingOfTheStandard()
{
    for (const char *command : {"list", "lint"}) {
        const CliRun plain = run({command, "a.yaml"});
        for (const char *name : {"kubernetes", "kubernetes@1.30"}) {
            const CliRun named = run({command, "a.yaml", "--plugin", name});
            QCOMPARE(named.out, plain.out);
            QCOMPARE(named.err, plain.err);
            QCOMPARE(named.code, plain.code);
        }
    }
}

void TestCliPlugin::refusesUnknownNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("unknown") << "weave" << QByteArray("azure-npm, gke-v2, flannel, none");
    QTest::newRow("no number") << "cilium@new" << QByteArray("cilium@1.16");
    QTest::newRow("one number") << "cilium@1" << QByteArray("cilium@1.16");
    QTest::newRow("nothing") << "" << QByteArray("the names are kubernetes, calico, cilium");
}

void TestCliPlugin::refusesUnknownNames()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, says);
    const CliRun result = run({"list", "a.yaml", "--plugin", name});
    EXPECT_CODE(result, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY2(result.err.contains(says), result.err.constData());
}

void TestCliPlugin::saysWhereNothingIsEnforced()
{
    for (const char *name : {"flannel", "none"}) {
        const CliRun result = run({"list", "a.yaml", "--plugin", name});
        EXPECT_CODE(result, 0);
        QVERIFY(result.out.contains("x/web[Pod] => x/db[Pod] : All Connections\n"));
        QVERIFY(result.out.contains("0.0.0.0-255.255.255.255[External] => x/db[Pod] : "
                                    "All Connections\n"));
        QVERIFY2(result.err.contains("no policy is enforced"), result.err.constData());
        const QByteArray before = read("a.yaml");
        for (const QStringList &edit :
             {QStringList{"allow", "web", "db", "--port", "TCP/1", "a.yaml", "-w"},
              QStringList{"revoke", "web", "db", "a.yaml", "-w"},
              QStringList{"isolate", "x", "a.yaml", "-w"}}) {
            EXPECT_CODE(run(edit + QStringList{"--plugin", name}), 3);
            QCOMPARE(read("a.yaml"), before);
        }
    }
}

void TestCliPlugin::explainsBoth()
{
    const QStringList question{"explain", "web", "db", "a.yaml", "--port", "TCP/8005", "--plugin"};
    const CliRun old = run(question + QStringList{"cilium@1.15"});
    EXPECT_CODE(old, 1);
    QVERIFY2(old.out.contains("Not allowed: TCP 8005"), old.out.constData());
    QVERIFY2(old.err.contains("as Kubernetes documents it: Allowed: TCP 8005"),
             old.err.constData());
    const CliRun unclear = run(question + QStringList{"cilium@1.16"});
    EXPECT_CODE(unclear, 1);
    QVERIFY2(unclear.out.contains("Cannot tell"), unclear.out.constData());
    QVERIFY2(unclear.out.contains("8000-8010"), unclear.out.constData());
    EXPECT_CODE(run(question + QStringList{"cilium@1.17"}), 0);
}

/// That a block means a pod is told, and whose doing it is.
void TestCliPlugin::explainsPodsByTheirAddress()
{
    write("b.yaml", "kind: Pod\napiVersion: v1\n"
                    "metadata: {name: web, namespace: x, labels: {app: web}}\n"
                    "status: {podIP: 10.0.0.7}\n"
                    "---\nkind: Pod\napiVersion: v1\n"
                    "metadata: {name: job, namespace: x, labels: {app: job}}\n"
                    "---\nkind: Pod\napiVersion: v1\n"
                    "metadata: {name: db, namespace: x, labels: {app: db}}\n"
                    "---\nkind: NetworkPolicy\napiVersion: networking.k8s.io/v1\n"
                    "metadata: {name: db, namespace: x}\nspec:\n"
                    "  podSelector: {matchLabels: {app: db}}\n  ingress:\n"
                    "  - from: [{ipBlock: {cidr: 0.0.0.0/0}}, "
                    "{podSelector: {matchLabels: {app: job}}}]\n");
    const QStringList question{"explain", "x/web", "x/db", "b.yaml"};
    const CliRun calico = run(question + QStringList{"--plugin", "calico"});
    EXPECT_CODE(calico, 0);
    QVERIFY2(calico.out.contains("Its ipBlock means x/web[Pod] because Calico takes pods by their "
                                 "addresses."),
             calico.out.constData());
    QVERIFY2(run(question).out.contains("Its ipBlock means x/web[Pod] by the address that a file "
                                        "states."),
             run(question).out.constData());
    const CliRun cilium = run(question + QStringList{"--plugin", "cilium"});
    QVERIFY2(!cilium.out.contains("Its ipBlock means"), cilium.out.constData());
    const CliRun selected = run({"explain", "x/job", "x/db", "b.yaml", "--plugin", "calico"});
    QVERIFY2(!selected.out.contains("Its ipBlock means"), selected.out.constData());
}

void TestCliPlugin::diffsAndLints()
{
    write("b.yaml", manifests("{port: 8000}"));
    EXPECT_CODE(run({"diff", "a.yaml", "b.yaml"}), 1);
    const CliRun same = run({"diff", "a.yaml", "b.yaml", "--plugin", "cilium@1.15"});
    EXPECT_CODE(same, 0);
    QCOMPARE(same.err.count("judged as"), 1);
    const CliRun found = run({"lint", "a.yaml", "--plugin", "cilium@1.15", "--fail-on", "error"});
    EXPECT_CODE(found, 1);
    QVERIFY2(found.out.contains("[DB232]"), found.out.constData());
    QVERIFY2(found.out.contains("a.yaml:17:13: error"), found.out.constData());
    EXPECT_CODE(run({"lint", "a.yaml", "--fail-on", "error"}), 0);
    const CliRun none = run({"lint", "a.yaml", "--plugin", "none", "--fail-on", "error"});
    EXPECT_CODE(none, 1);
    QVERIFY2(none.out.contains("[DB239]"), none.out.constData());
}

void TestCliPlugin::editsByThePlugin()
{
    const QStringList more{"allow", "web", "db", "--port", "TCP/9000-9010", "a.yaml"};
    const CliRun standard = run(more);
    EXPECT_CODE(standard, 0);
    QVERIFY(standard.out.contains("endPort: 9010"));
    const CliRun old = run(more + QStringList{"--plugin", "cilium@1.15"});
    EXPECT_CODE(old, 3);
    QCOMPARE(old.out, QByteArray());
    EXPECT_CODE(
        run({"allow", "web", "db", "--port", "TCP/9000", "a.yaml", "--plugin", "cilium@1.15"}), 0);
}

void TestCliPlugin::exportsTellIt()
{
    EXPECT_CODE(run({"export", "a.yaml", "-o", "plain.svg"}), 0);
    EXPECT_CODE(run({"export", "a.yaml", "-o", "same.svg", "--plugin", "kubernetes"}), 0);
    QCOMPARE(read("same.svg"), read("plain.svg"));
    EXPECT_CODE(run({"export", "a.yaml", "-o", "old.svg", "--plugin", "cilium@1.15"}), 0);
    QVERIFY(!read("plain.svg").contains("standard"));
    QVERIFY(read("old.svg").contains("judged as Cilium 1.15"));
    QVERIFY(read("old.svg").contains("standard: TCP 8000-8010"));
    EXPECT_CODE(run({"export", "a.yaml", "-o", "none.md", "--plugin", "none"}), 0);
    QVERIFY(read("none.md").contains("no policy is enforced"));
}

QTEST_GUILESS_MAIN(TestCliPlugin)
#include "tst_cli_plugin.moc"
