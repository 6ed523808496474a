#include "window/element_places.h"

#include "support/random_policies.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;

/// Which element a place in the text is about: asked for one place, it is what all places say.
class ElementPlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void onePlaceIsAsAll_data();
    void onePlaceIsAsAll();
    void whatItIsAbout();
};

namespace {

struct Shown
{
    explicit Shown(const std::vector<std::string> &texts, const char *plugin = nullptr)
    {
        if (plugin)
            evaluator.setProfile(*verdict::PluginProfile::parse(plugin));
        for (const std::string &text : texts)
            files.push_back(workspace.add("file" + std::to_string(files.size()) + ".yaml", text));
        evaluator.update(workspace);
        graph = graph::build(workspace, evaluator);
    }
    graph::Key at(FileId file, std::size_t offset) const
    {
        return ElementPlaces::at(graph, workspace, evaluator, file, offset);
    }

    kube::Workspace workspace;
    std::vector<FileId> files;
    verdict::Evaluator evaluator;
    graph::Graph graph;
};

} // namespace

void ElementPlacesTest::onePlaceIsAsAll_data()
{
    QTest::addColumn<QByteArray>("plugin");
    QTest::addColumn<bool>("hasCluster");
    QTest::addColumn<bool>("hasTwins");
    QTest::newRow("standard") << QByteArray() << false << false;
    QTest::newRow("cluster-wide") << QByteArray() << true << false;
    QTest::newRow("policies of one name") << QByteArray() << false << true;
    QTest::newRow("another plugin") << QByteArray("cilium") << true << false;
}

void ElementPlacesTest::onePlaceIsAsAll()
{
    QFETCH(QByteArray, plugin);
    QFETCH(bool, hasCluster);
    QFETCH(bool, hasTwins);
    int found = 0;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        test::RandomPolicies random(seed);
        std::string text = test::RandomPolicies::pods();
        for (int i = 0; i < 6; ++i)
            text += random.policy(hasTwins ? "p" : "p" + std::to_string(i));
        if (hasCluster)
            text += random.clusterPolicy();
        const Shown shown({text, "# nothing yet\n" + random.policy("other")},
                          plugin.isEmpty() ? nullptr : plugin.constData());
        const ElementPlaces all(shown.graph, shown.workspace);
        for (const FileId file : shown.files) {
            const std::size_t size = shown.workspace.file(file).bytes().size();
            for (std::size_t offset = 0; offset <= size; offset += 3) {
                const graph::Key expected = all.at(file, offset);
                QCOMPARE(shown.at(file, offset), expected);
                found += !expected.empty();
            }
        }
    }
    QVERIFY(found > 1000);
}

void ElementPlacesTest::whatItIsAbout()
{
    const std::string text = "{kind: Pod, metadata: {name: api, namespace: lab, labels: {app: "
                             "api}}}\n---\n{kind: Pod, metadata: {name: web, namespace: lab, "
                             "labels: {app: web}}}\n---\napiVersion: networking.k8s.io/v1\nkind: "
                             "NetworkPolicy\nmetadata: {name: p, namespace: lab}\nspec:\n  "
                             "podSelector: {matchLabels: {app: api}}\n  ingress:\n    - from: "
                             "[{podSelector: {matchLabels: {app: web}}}]\n";
    const Shown shown({text});
    const FileId file = shown.files.front();
    QCOMPARE(shown.at(file, text.find("name: web")), std::string("lab/web[Pod]"));
    QCOMPARE(shown.at(file, text.find("from:")), std::string("lab/web[Pod]\nlab/api[Pod]"));
    QCOMPARE(shown.at(file, text.find("---")), std::string());
    QCOMPARE(shown.at(FileId(), 0), std::string());
}

QTEST_APPLESS_MAIN(ElementPlacesTest)
#include "tst_element_places.moc"
