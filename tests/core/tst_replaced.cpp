#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <QTest>

using namespace drawbridge;

/// What the evaluator tells of its last update.
class ReplacedTest : public QObject
{
    Q_OBJECT

private slots:
    void updateToGivenObjects();
    void groupsThatSeveralAskFor();
};

namespace {

std::string policy(const std::string &name, const std::string &peer)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
           ", namespace: lab}\nspec: {podSelector: {matchLabels: {app: api}}, ingress: [{from: "
           "[{podSelector: {matchLabels: {app: " +
           peer + "}}}]}]}\n";
}

const std::string kPod = "{kind: Pod, metadata: {name: api, namespace: lab, labels: {app: api}}}\n";

struct World
{
    explicit World(const std::string &bytes) : text(bytes), file(workspace.add("a.yaml", bytes))
    {
        evaluator.update(workspace);
    }
    /// Writes `after` where `before` stands first. True if little was replaced.
    bool replace(const std::string &before, const std::string &after)
    {
        const std::size_t at = text.find(before);
        workspace.apply(file, {{{at, at + before.size()}, after}});
        text.replace(at, before.size(), after);
        evaluator.update(workspace);
        return evaluator.lastReplaced().has_value();
    }
    bool hasGroup() const { return evaluator.find("lab/{app=ghost}").isValid(); }

    std::string text;
    kube::Workspace workspace;
    FileId file;
    verdict::Evaluator evaluator;
};

} // namespace

void ReplacedTest::updateToGivenObjects()
{
    World world(kPod + policy("one", "api"));
    world.evaluator.update(world.workspace);
    QVERIFY(world.evaluator.lastReplaced().has_value());
    QVERIFY(world.evaluator.lastReplaced()->removed.empty());
    world.evaluator.update(world.workspace, world.workspace.effectiveObjects());
    QVERIFY(!world.evaluator.lastReplaced().has_value());
}

/// A group stays while a policy asks for it, however many did.
void ReplacedTest::groupsThatSeveralAskFor()
{
    World world(kPod + policy("one", "ghost") + policy("two", "ghost") + policy("three", "ghost"));
    QVERIFY(world.hasGroup());
    QVERIFY(world.replace(policy("one", "ghost"), policy("one", "api")));
    QVERIFY(world.replace(policy("two", "ghost"), {}));
    QVERIFY(world.hasGroup());
    QVERIFY(world.replace(policy("one", "api"), policy("one", "ghost")));
    QVERIFY(world.replace(policy("three", "ghost"), policy("three", "api")));
    QVERIFY(!world.replace(policy("one", "ghost"), policy("one", "api")));
    QVERIFY(!world.hasGroup());
    // Two go at once.
    World both(kPod + policy("one", "ghost") + policy("two", "ghost"));
    QVERIFY(!both.replace(policy("one", "ghost") + policy("two", "ghost"),
                          policy("one", "api") + policy("two", "api")));
    QVERIFY(!both.hasGroup());
}

QTEST_GUILESS_MAIN(ReplacedTest)
#include "tst_replaced.moc"
