#include "kube/workspace.h"
#include "support/random_policies.h"
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
    void groupsComeAndGo();
    void randomPolicies();
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
    QVERIFY(world.replace(policy("one", "ghost"), policy("one", "api")));
    QVERIFY(!world.hasGroup());
    // Two go at once.
    World both(kPod + policy("one", "ghost") + policy("two", "ghost"));
    QVERIFY(both.replace(policy("one", "ghost") + policy("two", "ghost"),
                         policy("one", "api") + policy("two", "api")));
    QVERIFY(!both.hasGroup());
    QCOMPARE(both.evaluator.lastReplaced()->endsGone, std::vector<std::string>{"lab/{app=ghost}"});
}

/// What is typed letter by letter.
void ReplacedTest::groupsComeAndGo()
{
    World world(kPod + policy("one", "ghost"));
    QVERIFY(world.replace(policy("one", "ghost"), policy("one", "ghos")));
    QVERIFY(!world.hasGroup());
    QVERIFY(world.evaluator.find("lab/{app=ghos}").isValid());
    QVERIFY(world.replace(policy("one", "ghos"), policy("one", "ghost")));
    QVERIFY(world.hasGroup());
    QCOMPARE(world.evaluator.endpoints().size(), 2);
    const auto &replaced = *world.evaluator.lastReplaced();
    QCOMPARE(replaced.endsGone, std::vector<std::string>{"lab/{app=ghos}"});
    QCOMPARE(replaced.endsCome, std::vector<std::string>{"lab/{app=ghost}"});
}

namespace {

/// Whatever is asked of an evaluator, in words.
QByteArray answersOf(const verdict::Evaluator &evaluator)
{
    QByteArray text;
    const auto name = [&](verdict::EndpointId id) {
        return QByteArray::fromStdString(evaluator.endpoint(id).key());
    };
    const auto list = [&](const std::vector<verdict::EndpointId> &ids) {
        for (const verdict::EndpointId id : ids)
            text += ' ' + name(id);
        text += '\n';
    };
    for (const auto &[nameSpace, labels] : evaluator.namespaces())
        text +=
            QByteArray::fromStdString(nameSpace) + ' ' + QByteArray::number(labels.size()) + '\n';
    for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i) {
        const verdict::Endpoint &endpoint = evaluator.endpoint({i});
        text += name({i}) + ' ' + QByteArray::fromStdString(endpoint.name) + ' ' +
                QByteArray::number(int(endpoint.kind)) +
                QByteArray::number(evaluator.find(endpoint.key()).value == i);
        for (const kube::Direction direction : kube::kDirections) {
            text += QByteArray::number(evaluator.isIsolated({i}, direction));
            for (const kube::Object *policy : evaluator.policiesOf({i}, direction))
                text += ' ' + QByteArray::fromStdString(policy->meta.name);
            for (const kube::Object *policy : evaluator.clusterPoliciesOf({i}, direction))
                text += " cluster " + QByteArray::fromStdString(policy->meta.name);
            if (const auto ends = evaluator.mayMeet({i}, direction))
                list(*ends);
        }
        for (std::uint32_t j = 0; j < evaluator.endpoints().size(); ++j)
            text += ' ' + QByteArray::fromStdString(
                              evaluator
                                  .allowed(verdict::Party::of(verdict::EndpointId{i}),
                                           verdict::Party::of(verdict::EndpointId{j}))
                                  .label());
        text += '\n';
    }
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        list(evaluator.endpointsOf(policy.get()));
        for (const kube::Direction direction : kube::kDirections)
            for (const kube::Rule &rule : policy->policy()->rules(direction))
                for (const kube::Peer &peer : rule.peers)
                    list(evaluator.selected(peer, evaluator.namespaceOf(policy.get())));
    }
    return text;
}

} // namespace

/// However policies come and go, the answers are those of one who reads them all.
void ReplacedTest::randomPolicies()
{
    int few = 0;
    int regrouped = 0;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        test::RandomPolicies random(seed);
        std::string text = test::RandomPolicies::pods();
        if (seed % 2)
            text += random.clusterPolicy();
        std::vector<std::string> policies;
        for (int i = 0; i < 6; ++i)
            policies.push_back(random.policy("p" + std::to_string(i)));
        for (const std::string &policy : policies)
            text += policy;
        World world(text);
        for (int step = 0; step < 60; ++step) {
            const std::uint32_t which = random.below(std::uint32_t(policies.size()));
            const std::string now =
                random.below(5) ? random.policy("p" + std::to_string(which)) : "";
            if (policies[which].empty()) // comes back at the end
                world.replace({}, now.empty() ? now : now + "---\n");
            else if (world.replace(policies[which], now)) {
                ++few;
                regrouped += !world.evaluator.lastReplaced()->endsCome.empty() ||
                             !world.evaluator.lastReplaced()->endsGone.empty();
            }
            policies[which] = now;
            verdict::Evaluator fresh;
            fresh.update(world.workspace);
            QCOMPARE(answersOf(world.evaluator), answersOf(fresh));
        }
    }
    qInfo("%d of 3600 steps replaced few, %d of them pod groups", few, regrouped);
    QVERIFY(few > 1500 && regrouped > 500);
}

QTEST_GUILESS_MAIN(ReplacedTest)
#include "tst_replaced.moc"
