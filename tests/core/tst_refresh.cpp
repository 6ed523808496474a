#include "graph/refresh.h"
#include "oracle/random_cluster.h"
#include "support/effort.h"
#include "support/random_policies.h"
#include "support/sanitized.h"

#include <QTest>

#include <algorithm>
#include <cctype>
#include <random>

using namespace drawbridge;

/// Random workspaces a row.
static int seeds()
{
    return test::kIsSanitized ? 8 : 20 * test::effort();
}

/// A graph that is brought up to date is the one that is built anew, sources included.
class RefreshTest : public QObject
{
    Q_OBJECT

private slots:
    void typedInARow_data();
    void typedInARow();
    void whatComesAndGoes_data();
    void whatComesAndGoes();
    void podGroupsComeAndGo();
    void aPortIsRefreshed();
    void anArrowComesAndGoes();
    void aPodGroupComesAndGoes();
    void aNamespaceThatComesIsNot();
    void whatIsNotReadIsTheSame();
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

/// Of a random workspace, with what differs.
QString where(int seed, int step, const std::string &key)
{
    return QStringLiteral("seed %1, step %2: %3")
        .arg(seed)
        .arg(step)
        .arg(QString::fromStdString(key));
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
        if (!isOfWays(change.removed) && !isOfWays(change.added))
            m_refreshed = graph::refresh(m_graph, m_workspace, m_evaluator, change.parsesOtherwise);
        if (!m_refreshed) {
            buildAnew();
        } else if (graph::refresh(m_picture, m_graph, *m_pills, *m_refreshed) !=
                   graph::Redrawn::Exactly) {
            m_picture = composed();
            m_pills.emplace(m_picture);
        }
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

    /// By an evaluator that knows of nothing before.
    graph::Graph built() const
    {
        verdict::Evaluator evaluator;
        evaluator.update(m_workspace);
        return graph::build(m_workspace, evaluator);
    }

    const kube::Workspace &workspace() const { return m_workspace; }
    const graph::Graph &graph() const { return m_graph; }
    const graph::Picture &picture() const { return m_picture; }
    /// What finds arrows by their ends is as it would be made anew.
    bool areEndsRight() const
    {
        return m_graph.arrowEnds == graph::ArrowEnds(m_graph.arrows) &&
               m_graph.idleEnds == graph::ArrowEnds(m_graph.idle) &&
               m_pills->ends() == graph::ArrowEnds(m_picture.arrows);
    }
    const graph::Refreshed &refreshed() const { return *m_refreshed; }

private:
    /// As the document decides.
    static bool isOfWays(const std::vector<kube::ObjectPtr> &objects)
    {
        return std::any_of(objects.begin(), objects.end(), [](const kube::ObjectPtr &object) {
            return std::holds_alternative<kube::Other>(object->value) &&
                   (object->meta.kind == "Gateway" || object->meta.kind == "Service");
        });
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
    const int last = seeds();
    for (int seed = 1; seed <= last; ++seed) {
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
                QVERIFY2(key.empty(), qPrintable(where(seed, step, key)));
                QVERIFY(isSame(world.picture(), world.composed()));
                QVERIFY(world.areEndsRight());
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

namespace {

/// One random thing that somebody does to a text; nothing if there is nothing to do it to.
class RandomEdit
{
public:
    RandomEdit(const World &world, std::mt19937 &random) : m_world(world), m_random(random) {}

    Patches in(FileId id) const
    {
        const yaml::File &file = m_world.workspace().file(id);
        if (file.bytes().empty() || file.pieces().empty())
            return {};
        switch (m_random() % 8) {
        case 0:
            return {{documentOf(file), {}}};
        case 1:
            return {{{file.bytes().size(), file.bytes().size()}, "\n---\n" + copied(file)}};
        case 2:
            return {{lineOf(file.bytes()), {}}};
        case 3: {
            const TextRange line = lineOf(file.bytes());
            return {{{line.end, line.end}, textOf(file.bytes(), line)}};
        }
        default:
            return otherWords(file.bytes(), m_random() % 4 == 0 ? 2 : 1);
        }
    }

private:
    static std::string textOf(const std::string &bytes, TextRange range)
    {
        return bytes.substr(range.begin, range.size());
    }

    TextRange documentOf(const yaml::File &file) const
    {
        const yaml::PlacedPiece &piece = file.pieces()[m_random() % file.pieces().size()];
        return {piece.begin, piece.begin + piece.size};
    }

    /// Sometimes under another name.
    std::string copied(const yaml::File &file) const
    {
        std::string text = textOf(file.bytes(), documentOf(file));
        const std::size_t name = text.find("name: ");
        if (name != std::string::npos && m_random() % 4 != 0)
            text.insert(name + 6, "a");
        return text;
    }

    TextRange lineOf(const std::string &bytes) const
    {
        const std::size_t at = m_random() % bytes.size();
        const std::size_t before = at == 0 ? std::string::npos : bytes.rfind('\n', at - 1);
        const std::size_t begin = before == std::string::npos ? 0 : before + 1;
        return {begin, std::min(bytes.find('\n', begin), bytes.size() - 1) + 1};
    }

    TextRange wordOf(const std::string &bytes) const
    {
        const auto isPart = [](char c) { return std::isalnum(static_cast<unsigned char>(c)); };
        std::size_t begin = m_random() % bytes.size();
        while (begin < bytes.size() && !isPart(bytes[begin]))
            ++begin;
        while (begin > 0 && begin < bytes.size() && isPart(bytes[begin - 1]))
            --begin;
        std::size_t end = begin;
        while (end < bytes.size() && isPart(bytes[end]))
            ++end;
        return {begin, end};
    }

    /// Words that are in the text somewhere else, so that they often mean something.
    Patches otherWords(const std::string &bytes, int count) const
    {
        Patches patches;
        for (int i = 0; i < count; ++i) {
            const TextRange word = wordOf(bytes);
            if (patches.empty() || word.begin > patches.back().range.end)
                patches.push_back({word, textOf(bytes, wordOf(bytes))});
        }
        return patches;
    }

    const World &m_world;
    std::mt19937 &m_random;
};

} // namespace

void RefreshTest::whatComesAndGoes_data()
{
    QTest::addColumn<bool>("adminPolicies");
    QTest::addColumn<int>("workloads");
    QTest::newRow("network policies") << false << 6;
    QTest::newRow("cluster-wide policies") << true << 6;
    QTest::newRow("hardly any workloads") << false << 1;
    QTest::newRow("many") << false << 14;
}

/// Documents, lines and words come, go and are repeated.
void RefreshTest::whatComesAndGoes()
{
    QFETCH(bool, adminPolicies);
    QFETCH(int, workloads);
    std::mt19937 random(11);
    int refreshed = 0;
    int coming = 0;
    int going = 0;
    const int last = seeds();
    for (int seed = 1; seed <= last; ++seed) {
        oracle::RandomOptions options;
        options.ownerChains = true;
        options.ipv6 = seed % 3 == 0;
        options.refusedParts = seed % 4 == 0;
        options.adminPolicies = adminPolicies;
        options.maxWorkloads = workloads;
        options.maxPolicies = workloads == 14 ? 20 : 8;
        World world;
        for (const auto &[path, bytes] : oracle::RandomCluster(unsigned(seed), options).files())
            world.add(path, bytes);
        for (int step = 0; step < 60; ++step) {
            const std::vector<FileId> files = world.workspace().files();
            const FileId file = files[random() % files.size()];
            const Patches edit = RandomEdit(world, random).in(file);
            if (edit.empty())
                continue;
            const Patches undone = inverse(world.workspace().file(file).bytes(), edit);
            for (const Patches &patches : {edit, undone}) {
                const std::string before = world.workspace().file(file).bytes();
                if (world.apply(file, patches)) {
                    ++refreshed;
                    coming += !world.refreshed().added.empty();
                    going += !world.refreshed().removed.empty();
                }
                const std::string key = differing(world.graph(), world.built());
                if (!key.empty())
                    qInfo("%s\n=====\n%s", before.c_str(),
                          world.workspace().file(file).bytes().c_str());
                QVERIFY2(key.empty(), qPrintable(where(seed, step, key)));
                QVERIFY(isSame(world.picture(), world.composed()));
                QVERIFY(world.areEndsRight());
                if (random() % 6 == 0)
                    break; // stays
            }
        }
    }
    qInfo("%d times refreshed, %d with arrows that came, %d that went", refreshed, coming, going);
    const int least = last / 10;
    QVERIFY(coming > least && going > least);
}

/// So do pod groups with them, and the titles of others.
void RefreshTest::podGroupsComeAndGo()
{
    int refreshed = 0;
    int regrouped = 0;
    const int last = seeds();
    for (int seed = 1; seed <= last; ++seed) {
        test::RandomPolicies random{std::uint32_t(seed)};
        std::string text = test::RandomPolicies::pods();
        if (seed % 3 == 0)
            text += random.clusterPolicy();
        std::vector<std::string> policies;
        for (int i = 0; i < 5; ++i)
            policies.push_back(random.policy("p" + std::to_string(i)));
        for (const std::string &policy : policies)
            text += policy;
        World world;
        const FileId file = world.add("a.yaml", text);
        for (int step = 0; step < 60; ++step) {
            const std::size_t which = random.below(std::uint32_t(policies.size()));
            const std::string now = random.policy("p" + std::to_string(which));
            const std::string &bytes = world.workspace().file(file).bytes();
            if (world.apply(file, replaced(bytes, policies[which], now))) {
                ++refreshed;
                regrouped += !world.refreshed().keepsNodes();
            }
            policies[which] = now;
            const std::string key = differing(world.graph(), world.built());
            QVERIFY2(key.empty(), qPrintable(where(seed, step, key)));
            QVERIFY(isSame(world.picture(), world.composed()));
            QVERIFY(world.areEndsRight());
        }
    }
    qInfo("%d of %d edits refreshed, %d with other pod groups", refreshed, last * 60, regrouped);
    QVERIFY(regrouped > last * 4);
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

void RefreshTest::anArrowComesAndGoes()
{
    World world;
    const FileId file = world.add("a.yaml", kPolicies);
    const graph::Key arrow = "shop/{app=db}\nshop/{app=api}";
    const std::string rule = "  - from:\n    - podSelector: {matchLabels: {app: web}}\n";
    const std::string added = "  - from:\n    - podSelector: {matchLabels: {app: db}}\n";
    const Patches patches = replaced(kPolicies, rule, added + rule);
    const Patches undone = inverse(kPolicies, patches);
    QVERIFY(world.apply(file, patches));
    QCOMPARE(world.refreshed().added, std::vector<graph::Key>{arrow});
    QVERIFY(world.refreshed().removed.empty());
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(world.apply(file, undone));
    QVERIFY(world.refreshed().added.empty());
    QCOMPARE(world.refreshed().removed, std::vector<graph::Key>{arrow});
    QCOMPARE(differing(world.graph(), world.built()), std::string());
}

void RefreshTest::aPodGroupComesAndGoes()
{
    World world;
    const FileId file = world.add("a.yaml", kPolicies);
    const Patches patches = replaced(kPolicies, "app: web", "app: wob");
    QVERIFY(world.apply(file, patches));
    QCOMPARE(world.refreshed().nodesAdded, std::vector<graph::Key>{"shop/{app=wob}"});
    QCOMPARE(world.refreshed().nodesRemoved.size(), 1);
    QCOMPARE(world.refreshed().nodesRemoved[0].node, graph::Key("shop/{app=web}"));
    QCOMPARE(world.refreshed().nodesRemoved[0].frame, graph::Key("frame:shop"));
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(world.apply(file, inverse(kPolicies, patches)));
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(!world.graph().node("shop/{app=wob}"));
}

/// A frame comes with it.
void RefreshTest::aNamespaceThatComesIsNot()
{
    World world;
    const FileId file = world.add("a.yaml", kPolicies);
    QVERIFY(!world.apply(file, replaced(kPolicies, "- podSelector: {matchLabels: {app: web}}",
                                        "- podSelector: {matchLabels: {app: web}}\n      "
                                        "namespaceSelector: {matchLabels: {team: a}}")));
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(world.graph().frame("frame:{team=a}"));
}

void RefreshTest::whatIsNotReadIsTheSame()
{
    const std::string text = kPolicies + R"(---
apiVersion: apps/v1
kind: Deployment
metadata: {name: api, namespace: shop}
spec: {template: {metadata: {labels: {app: api}}, spec: {containers: [{name: c, image: i}]}}}
---
apiVersion: v1
kind: ConfigMap
metadata: {name: c, namespace: shop}
data: {key: value}
)";
    World world;
    const FileId file = world.add("a.yaml", text);
    QVERIFY(world.apply(file, replaced(text, "image: i", "image: i, command: [x]")));
    QVERIFY(world.refreshed().arrows.empty());
    QCOMPARE(world.refreshed().nodes, std::vector<graph::Key>{"shop/api[Deployment]"});
    QCOMPARE(differing(world.graph(), world.built()), std::string());
    QVERIFY(world.apply(file, replaced(world.workspace().file(file).bytes(), "value", "other")));
    QVERIFY(world.refreshed().isEmpty());
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
