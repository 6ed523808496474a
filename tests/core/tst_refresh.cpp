#include "graph/refresh.h"
#include "oracle/random_cluster.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace drawbridge;

/// A graph that is brought up to date is the one that is built anew, sources included.
class RefreshTest : public QObject
{
    Q_OBJECT

private slots:
    void typedInARow_data();
    void typedInARow();
    void aPortIsRefreshed();
    void whatComesIsNot();
    void anUnreadableGatewayGoes();
};

namespace {

bool isSame(const graph::Source &a, const graph::Source &b)
{
    return a.object == b.object && (!a.object || a.origin.node == b.origin.node);
}

bool isSame(const graph::Node &a, const graph::Node &b)
{
    return a == b && isSame(a.source, b.source);
}

bool isSame(const graph::Frame &a, const graph::Frame &b)
{
    return a == b && isSame(a.source, b.source) && isSame(a.ingressSource, b.ingressSource) &&
           isSame(a.egressSource, b.egressSource);
}

bool isSame(const graph::Arrow &a, const graph::Arrow &b)
{
    const auto alike = [](const auto &one, const auto &other) {
        return isSame(one.source, other.source);
    };
    return a == b && std::equal(a.rules.begin(), a.rules.end(), b.rules.begin(), alike) &&
           std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(), alike);
}

/// The key of the first element that differs; empty if none does.
template <typename Element>
std::string differing(const std::vector<Element> &a, const std::vector<Element> &b)
{
    if (a.size() != b.size())
        return "another number";
    const auto [found, other] =
        std::mismatch(a.begin(), a.end(), b.begin(),
                      [](const Element &one, const Element &two) { return isSame(one, two); });
    return found == a.end() ? std::string() : found->key;
}

std::string differing(const graph::Graph &a, const graph::Graph &b)
{
    return differing(a.nodes, b.nodes) + differing(a.frames, b.frames) +
           differing(a.arrows, b.arrows) + differing(a.idle, b.idle);
}

bool isSame(const graph::Picture &a, const graph::Picture &b)
{
    return a.nodes == b.nodes && a.frames == b.frames && a.arrows == b.arrows;
}

/// A workspace under a profile, and its graph as edits leave it.
class World
{
public:
    FileId add(const std::string &path, const std::string &bytes)
    {
        const FileId file = m_workspace.add(path, bytes);
        m_evaluator.update(m_workspace);
        buildAnew();
        return file;
    }

    /// True if the graph did not have to be built anew.
    bool apply(FileId file, const Patches &patches)
    {
        const kube::Workspace::Change change = m_workspace.apply(file, patches);
        m_evaluator.update(m_workspace);
        m_refreshed.reset();
        if (isOfPolicies(change))
            m_refreshed = graph::refresh(m_graph, m_workspace, m_evaluator, change.parsesOtherwise);
        if (!m_refreshed)
            buildAnew();
        else
            graph::refresh(m_picture, m_graph, *m_pills, *m_refreshed);
        return m_refreshed.has_value();
    }

    graph::Picture composed() const
    {
        graph::Placement places;
        for (const graph::NodeShape &shape : m_picture.nodes)
            places[shape.node.key] = {shape.rect.x, shape.rect.y};
        for (const graph::FrameShape &shape : m_picture.frames)
            if (shape.frame.services == 0)
                places[shape.frame.key] = {shape.rect.x, shape.rect.y};
        return graph::compose(m_graph, places);
    }

    graph::Graph built() const { return graph::build(m_workspace, m_evaluator); }

    const kube::Workspace &workspace() const { return m_workspace; }
    const graph::Graph &graph() const { return m_graph; }
    const graph::Picture &picture() const { return m_picture; }
    const graph::Refreshed &refreshed() const { return *m_refreshed; }

private:
    /// As the document decides.
    static bool isOfPolicies(const kube::Workspace::Change &change)
    {
        const auto isPolicy = [](const kube::ObjectPtr &object) { return object->policy(); };
        return std::all_of(change.removed.begin(), change.removed.end(), isPolicy) &&
               std::all_of(change.added.begin(), change.added.end(), isPolicy);
    }

    void buildAnew()
    {
        m_graph = built();
        m_picture = graph::compose(m_graph, {});
        m_picture = composed();
        m_pills.emplace(m_picture);
    }

    kube::Workspace m_workspace;
    verdict::Evaluator m_evaluator;
    graph::Graph m_graph;
    graph::Picture m_picture;
    std::optional<graph::Pills> m_pills;
    std::optional<graph::Refreshed> m_refreshed;
};

const std::string kPolicies = R"(apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: api, namespace: shop}
spec:
  podSelector: {matchLabels: {app: api}}
  ingress:
  - from:
    - podSelector: {matchLabels: {app: web}}
    ports:
    - port: 8080
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  ingress:
  - from:
    - podSelector: {matchLabels: {app: api}}
    ports:
    - port: 5432
)";

Patches replaced(const std::string &bytes, const std::string &what, const std::string &by)
{
    const std::size_t begin = bytes.find(what);
    return {{{begin, begin + what.size()}, by}};
}

} // namespace

void RefreshTest::typedInARow_data()
{
    QTest::addColumn<bool>("adminPolicies");
    QTest::newRow("network policies") << false;
    QTest::newRow("cluster-wide policies") << true;
}

/// Digits and other keys in random places, also such that a document does not parse for a while.
void RefreshTest::typedInARow()
{
    QFETCH(bool, adminPolicies);
    const std::vector<std::string> keys{"1", "8", "0", "", "", "#", " ", "x", "- ", "\n"};
    std::mt19937 random(7);
    int refreshed = 0;
    int touched = 0;
    int edits = 0;
    for (int seed = 1; seed <= 60; ++seed) {
        oracle::RandomOptions options;
        options.services = true;
        options.ownerChains = true;
        options.adminPolicies = adminPolicies;
        World world;
        for (const auto &[path, bytes] : oracle::RandomCluster(unsigned(seed), options).files())
            world.add(path, bytes);
        for (int step = 0; step < 40; ++step, ++edits) {
            const std::vector<FileId> files = world.workspace().files();
            const FileId file = files[random() % files.size()];
            const std::string &bytes = world.workspace().file(file).bytes();
            std::size_t begin = random() % (bytes.size() + 1);
            if (random() % 8 != 0) // mostly in a port
                begin = std::min(bytes.find("ort: ", begin), bytes.size() - 5) + 5;
            begin = std::min(begin, bytes.size());
            const std::size_t end = std::min(bytes.size(), begin + random() % 2);
            const Patches typed{{{begin, end}, keys[random() % keys.size()]}};
            const Patches undone = inverse(bytes, typed);
            for (const Patches &patches : {typed, undone}) {
                if (world.apply(file, patches)) {
                    ++refreshed;
                    touched += world.refreshed().isEmpty() ? 0 : 1;
                }
                const std::string key = differing(world.graph(), world.built());
                QVERIFY2(key.empty(), qPrintable(QStringLiteral("seed %1, step %2: %3")
                                                     .arg(seed)
                                                     .arg(step)
                                                     .arg(QString::fromStdString(key))));
                QVERIFY(isSame(world.picture(), world.composed()));
                if (random() % 4 == 0)
                    break; // stays as typed
            }
        }
    }
    qInfo("%d edits, %d times refreshed, %d of them with something touched", edits, refreshed,
          touched);
    QVERIFY(touched > edits / 8);
    QVERIFY(refreshed < 2 * edits);
}

void RefreshTest::aPortIsRefreshed()
{
    World world;
    const FileId file = world.add("a.yaml", kPolicies);
    const graph::Key arrow = "shop/{app=web}\nshop/{app=api}";
    QCOMPARE(world.graph().arrow(arrow)->label, std::string("TCP 8080"));
    QVERIFY(world.apply(file, replaced(kPolicies, "8080", "8081")));
    QCOMPARE(world.graph().arrow(arrow)->label, std::string("TCP 8081"));
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    // The other policy has nothing to do with it, but for the arrow that ends at both.
    QCOMPARE(world.refreshed().nodes,
             (std::vector<graph::Key>{"shop/{app=api}", "shop/{app=web}"}));
    QCOMPARE(world.refreshed().frames, (std::vector<graph::Key>{"frame:shop"}));
    QCOMPARE(world.refreshed().arrows,
             (std::vector<graph::Key>{"shop/{app=api}\nshop/{app=db}", arrow}));
}

void RefreshTest::whatComesIsNot()
{
    World world;
    const FileId file = world.add("a.yaml", kPolicies);
    QVERIFY(!world.apply(file, replaced(kPolicies, "app: web", "app: wob")));
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(world.graph().node("shop/{app=wob}"));
}

/// Nobody judges it, but whether it is there says whether the route may lead in.
void RefreshTest::anUnreadableGatewayGoes()
{
    const std::string gateway = "---\napiVersion: gateway.networking.k8s.io/v1\nkind: Gateway\n"
                                "metadata: {name: edge, namespace: shop}\nspec: 5\n";
    const std::string text = R"(apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: {name: web, namespace: shop}
spec: {parentRefs: [{name: edge}], rules: [{backendRefs: [{name: api, port: 80}]}]}
---
apiVersion: v1
kind: Service
metadata: {name: api, namespace: shop}
spec: {selector: {app: api}, ports: [{port: 80, targetPort: 8080}]}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec: {template: {metadata: {labels: {app: api}}, spec: {containers: [{name: c, image: i}]}}}
)" + gateway;
    World world;
    const FileId file = world.add("a.yaml", text);
    const std::size_t ways = world.graph().arrows.size();
    QVERIFY(!world.apply(file, replaced(text, gateway, "")));
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(world.graph().arrows.size() > ways);
}

QTEST_GUILESS_MAIN(RefreshTest)
#include "tst_refresh.moc"
