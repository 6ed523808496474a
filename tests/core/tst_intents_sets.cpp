#include "edit/intent.h"
#include "oracle/random_cluster.h"
#include "support/cases.h"
#include "support/intent_world.h"
#include "verdict/evaluator.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace drawbridge;
using edit::End;

/// Intents on real sets and on random clusters: the verdict is as asked, or there is a reason.
class IntentSetsTest : public QObject
{
    Q_OBJECT

private slots:
    void realWorld_data();
    void realWorld();
    void randomClusters();
};

using World = IntentWorld;

void IntentSetsTest::realWorld_data()
{
    QTest::addColumn<QString>("folder");
    const QString root = test::shared("cases/realworld");
    for (const QString &name : test::folders(root))
        QTest::newRow(qPrintable("realworld/" + name)) << root + '/' + name;
}

/// For random pairs of each set that has policies, allow succeeds; what is refused is a pod
/// without labels.
void IntentSetsTest::realWorld()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, folder);
    World world(test::load(folder + "/manifests"));
    world.workspace.setDefaultNamespaceGiven(true);
    const std::size_t count = world.evaluator.endpoints().size();
    if (world.evaluator.policies().empty() || count < 2)
        return;
    // Groups chosen by an expression cannot be drawn to, so nobody can ask for them.
    const auto isDrawn = [&](std::uint32_t i) {
        const auto &selector = world.evaluator.endpoints()[i].selector;
        return !selector || selector->asLabels().has_value();
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < count; ++a)
        for (std::uint32_t b = 0; b < count; ++b)
            if (a != b && isDrawn(a) && isDrawn(b))
                pairs.push_back({a, b});
    std::mt19937 random(7);
    std::shuffle(pairs.begin(), pairs.end(), random);
    pairs.resize(std::min(pairs.size(), std::size_t(20)));
    int succeeded = 0;
    const int asked = int(pairs.size());
    for (const auto &[a, b] : pairs) {
        const End source{End::Kind::Endpoint, world.evaluator.endpoints()[a].key(), {}};
        const End target{End::Kind::Endpoint, world.evaluator.endpoints()[b].key(), {}};
        const auto plan =
            world.plan(edit::Allow{source, target, {{kube::Protocol::Tcp, 4711, 4711}}});
        const bool isDone = plan.isOk() || codeOf(plan) == Code::AlreadyAllowed ||
                            codeOf(plan) == Code::AlreadyOpen;
        succeeded += isDone;
        // A pod without labels cannot be named by any policy.
        if (!isDone)
            QCOMPARE(int(codeOf(plan)), int(Code::CannotSelect));
        if (!isDone)
            qInfo().noquote() << "refused:" << QString::fromStdString(source.name) << "to"
                              << QString::fromStdString(target.name) << "code" << int(codeOf(plan));
    }
    qInfo("%d of %d", succeeded, asked);
    QVERIFY(succeeded * 100 >= asked * 95);
}

/// Allow and revoke on random clusters: the verdict is as asked, everything else as named.
void IntentSetsTest::randomClusters()
{
    oracle::RandomOptions options;
    options.services = false;
    std::mt19937 random(11);
    int done = 0;
    int refused = 0;
    std::map<int, int> reasons;
    for (int seed = 1; seed <= 120; ++seed) {
        kube::Workspace workspace;
        workspace.setDefaultNamespaceGiven(true);
        for (const auto &[path, bytes] : oracle::RandomCluster(unsigned(seed), options).files())
            workspace.add(path, bytes);
        World world(std::move(workspace));
        const std::size_t count = world.evaluator.endpoints().size();
        for (int step = 0; step < 6 && count >= 2; ++step) {
            const std::uint32_t a = random() % count;
            const std::uint32_t b = (a + 1 + random() % (count - 1)) % count;
            const std::string from = world.evaluator.endpoints()[a].key();
            const std::string to = world.evaluator.endpoints()[b].key();
            const End source{End::Kind::Endpoint, from, {}};
            const End target{End::Kind::Endpoint, to, {}};
            const std::vector<edit::PortSpan> ports{{kube::Protocol::Tcp, 80, 80}};
            const bool isAllow = step % 2 == 0;
            const auto plan = isAllow ? world.plan(edit::Allow{source, target, ports})
                                      : world.plan(edit::Revoke{source, target, ports});
            if (!plan) {
                QVERIFY(plan.failure().code != Code::EditWouldChangeMore);
                ++refused;
                ++reasons[int(plan.failure().code)];
                continue;
            }
            const kube::Workspace after = edit::applied(world.workspace, *plan);
            verdict::Evaluator judged;
            judged.update(after);
            const auto x = judged.find(from);
            const auto y = judged.find(to);
            QVERIFY(x.isValid() && y.isValid());
            const bool isAllowed = judged.allowed(verdict::Party::of(x), verdict::Party::of(y))
                                       .contains(kube::Protocol::Tcp, 80);
            QCOMPARE(isAllowed, isAllow);
            const auto changed = edit::changedPairs(world.evaluator, judged);
            QVERIFY(changed.size() <= plan->alsoChanges.size() + 1);
            ++done;
        }
    }
    qInfo("%d edits done, %d refused", done, refused);
    for (const auto &[code, times] : reasons)
        qInfo("refused with code %d: %d", code, times);
    QVERIFY(done > 100);
}

QTEST_GUILESS_MAIN(IntentSetsTest)
#include "tst_intents_sets.moc"
