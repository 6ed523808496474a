#include "base/effort.h"
#include "edit/intent.h"

#include <QTest>

#include <optional>

using namespace drawbridge;

/// What is begun ends where it would take too long, at the same place each time.
class EffortTest : public QObject
{
    Q_OBJECT

private slots:
    void limitsNest();
    void countsAreTheSameEachTime();
    void largeEditsAreRefused();
    void outerLimitIsTold();
};

namespace {

/// Each pod may connect to each other one, by a rule of its own.
std::string everyPodNames(std::size_t pods)
{
    std::string text;
    std::string rules;
    for (std::size_t i = 0; i < pods; ++i) {
        const std::string n = std::to_string(i);
        text += "kind: Pod\nmetadata: {name: p" + n + ", namespace: n, labels: {app: a" + n +
                "}}\n---\n";
        rules += (i > 0 ? ", " : "") + ("{to: [{podSelector: {matchLabels: {app: a" + n) +
                 "}}}], ports: [{port: " + std::to_string(i + 1) + "}]}";
    }
    return text +
           "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: all, "
           "namespace: n}\nspec: {podSelector: {}, policyTypes: [Egress], egress: [" +
           rules + "]}\n";
}

struct World
{
    explicit World(std::size_t pods)
    {
        workspace.add("a.yaml", everyPodNames(pods));
        evaluator.update(workspace);
    }
    Result<edit::Rewrite> isolated() const
    {
        edit::Isolate intent{"n"};
        return edit::rewrite(workspace, evaluator, intent);
    }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
};

} // namespace

void EffortTest::limitsNest()
{
    const std::size_t begin = effort();
    {
        const EffortLimit outer(100);
        spend(60);
        {
            const EffortLimit inner(1000); // gives no more than there is
            spend(40);
            QVERIFY_THROWS_EXCEPTION(EffortSpent, spend(1));
            QVERIFY(!inner.isSpent());
        }
        QVERIFY(outer.isSpent());
        QVERIFY_THROWS_EXCEPTION(EffortSpent, spend(1));
    }
    spend(1'000'000);
    QCOMPARE(effort() - begin, std::size_t(1'000'102));
    const EffortLimit limit(10);
    spend(10);
    QVERIFY(!limit.isSpent());
}

void EffortTest::countsAreTheSameEachTime()
{
    std::optional<std::size_t> first;
    for (int i = 0; i < 3; ++i) {
        const World world(50);
        const std::size_t begin = effort();
        QVERIFY(world.isolated().isOk());
        const std::size_t spent = effort() - begin;
        QVERIFY(spent > 50 * 49);
        QCOMPARE(spent, first.value_or(spent));
        first = spent;
    }
}

void EffortTest::largeEditsAreRefused()
{
    QVERIFY(World(200).isolated().isOk());
    const World world(3000);
    const Result<edit::Rewrite> plan = world.isolated();
    QVERIFY(!plan.isOk());
    QCOMPARE(plan.failure().code, Code::EditTooLarge);
    spend(1'000'000'000); // the limit is gone
}

void EffortTest::outerLimitIsTold()
{
    const World world(200);
    const EffortLimit limit(10'000);
    QVERIFY_THROWS_EXCEPTION(EffortSpent, static_cast<void>(world.isolated()));
}

QTEST_GUILESS_MAIN(EffortTest)
#include "tst_effort.moc"
