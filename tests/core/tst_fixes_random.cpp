#include "edit/fixes.h"
#include "lint/ids.h"
#include "lint/lint.h"
#include "oracle/random_cluster.h"
#include "support/cases.h"
#include "support/intent_world.h"

#include <QDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace drawbridge;
using kube::ConnectionSet;

/// Every fix that is offered in random clusters and in the manifests of others can be made, makes
/// its finding go, and changes no verdict that it does not speak of.
class FixesRandomTest : public QObject
{
    Q_OBJECT

private slots:
    void randomClusters();
    void realWorld_data();
    void realWorld();
    void redundantTogether();
};

namespace {

std::vector<Diagnostic> allOf(const IntentWorld &world)
{
    std::vector<Diagnostic> all = lint::lint(world.workspace, world.evaluator);
    for (const Diagnostic &one : world.workspace.diagnostics())
        all.push_back(one);
    return all;
}

/// Places move, and so do the numbers of rules: fewer say the same, or fewer are of its kind.
bool isGone(const std::vector<Diagnostic> &before, const std::vector<Diagnostic> &after,
            const Diagnostic &wanted)
{
    const auto saysTheSame = [&](const Diagnostic &one) {
        return one.code == wanted.code && one.arguments == wanted.arguments;
    };
    const auto isOfItsKind = [&](const Diagnostic &one) { return one.code == wanted.code; };
    const auto isLess = [&](const auto &counts) {
        return std::count_if(after.begin(), after.end(), counts) <
               std::count_if(before.begin(), before.end(), counts);
    };
    return isLess(saysTheSame) || isLess(isOfItsKind);
}

/// The pair that an intent asks for, as lists print it.
bool isAsked(const edit::Fix &fix, const edit::PairChange &pair)
{
    return fix.kind == edit::Fix::Kind::OtherHalf && pair.source == fix.arguments[0] &&
           pair.target == fix.arguments[1];
}

struct Tally
{
    std::map<std::string, int> made;
    std::map<std::string, int> refused;
};

void check(const IntentWorld &world, Tally &tally)
{
    const std::vector<Diagnostic> before = allOf(world);
    for (const Diagnostic &finding : before)
        for (const edit::Fix &fix : edit::fixesOf(world.workspace, world.evaluator, finding)) {
            const std::string id = lint::idOf(finding.code);
            const auto made = edit::planned(world.workspace, world.evaluator, fix);
            if (!made) {
                ++tally.refused[id + ": " + lint::idOf(made.failure().code)];
                continue;
            }
            ++tally.made[id];
            const IntentWorld after(edit::applied(world.workspace, made->rewrite));
            const auto changed = edit::changedPairs(world.evaluator, after.evaluator);
            // Of a pair that is half open by several rules one is told; the next follows then.
            const bool isOpen = std::any_of(changed.begin(), changed.end(),
                                            [&](const auto &pair) { return isAsked(fix, pair); });
            QVERIFY2(isOpen || isGone(before, allOf(after), finding), (id + " stays").c_str());
            for (const edit::PairChange &pair : changed) {
                const bool isMeant =
                    isAsked(fix, pair) || (fix.mayOpen.contains(pair.after - pair.before) &&
                                           fix.mayClose.contains(pair.before - pair.after));
                QVERIFY2(isMeant, (id + ' ' + pair.source + " > " + pair.target).c_str());
            }
            for (const edit::FilePatches &file : made->rewrite.patches) {
                const std::string &bytes = world.workspace.file(file.file).bytes();
                const std::string now = applied(bytes, file.patches);
                QVERIFY(now != bytes);
                QCOMPARE(applied(now, inverse(bytes, file.patches)), bytes);
            }
        }
}

void tell(const Tally &tally)
{
    QString line;
    for (const auto &[id, count] : tally.made)
        line += QString("%1 %2, ").arg(QString::fromStdString(id)).arg(count);
    for (const auto &[id, count] : tally.refused)
        line += QString("refused %1 %2, ").arg(QString::fromStdString(id)).arg(count);
    qInfo("%s", qPrintable(line));
}

int sum(const std::map<std::string, int> &counts)
{
    int result = 0;
    for (const auto &[id, count] : counts)
        result += count;
    return result;
}

} // namespace

void FixesRandomTest::randomClusters()
{
    Tally tally;
    for (unsigned seed = 1; seed <= 120; ++seed) {
        oracle::RandomOptions options;
        options.variedText = seed % 2;
        options.ipv6 = seed % 3 == 0;
        options.adminPolicies = seed % 5 == 0;
        options.mixedPods = seed % 3 == 1;
        options.maxNamespaces = 2;
        IntentWorld world{kube::Workspace()};
        world.open(oracle::RandomCluster(seed, options).files());
        check(world, tally);
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QString("seed %1").arg(seed)));
    }
    tell(tally);
    QVERIFY(sum(tally.made) > 100);
    QCOMPARE(sum(tally.refused), 0);
}

void FixesRandomTest::realWorld_data()
{
    QTest::addColumn<QString>("folder");
    for (const char *set : {"recipes", "realworld", "synthesis"})
        for (const QString &name : test::folders(test::shared(QStringLiteral("cases/") + set)))
            QTest::newRow(qPrintable(QStringLiteral("%1/%2").arg(set, name)))
                << test::shared(QStringLiteral("cases/%1/%2").arg(set, name));
}

void FixesRandomTest::realWorld()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, folder);
    Tally tally;
    const QString inside = folder + "/manifests";
    check(IntentWorld(test::load(QDir(inside).exists() ? inside : folder)), tally);
    tell(tally);
    QCOMPARE(sum(tally.refused), 0);
}

/// All that is told to be redundant, removed one after the other, changes no verdict.
void FixesRandomTest::redundantTogether()
{
    int removed = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        oracle::RandomOptions options;
        options.maxNamespaces = 1;
        options.maxPolicies = 9;
        IntentWorld world{kube::Workspace()};
        world.open(oracle::RandomCluster(seed, options).files());
        const IntentWorld first(world.workspace);
        for (bool isLeft = true; isLeft;) {
            isLeft = false;
            for (const Diagnostic &finding : allOf(world)) {
                if (finding.code != Code::LintRuleRedundant &&
                    finding.code != Code::LintPolicyRedundant)
                    continue;
                const auto fixes = edit::fixesOf(world.workspace, world.evaluator, finding);
                if (fixes.empty())
                    continue;
                const auto plan = edit::planned(world.workspace, world.evaluator, fixes.front());
                if (!plan)
                    continue;
                world.take(plan->rewrite);
                ++removed;
                isLeft = true;
                break;
            }
        }
        QVERIFY(edit::changedPairs(first.evaluator, world.evaluator).empty());
    }
    qInfo("%d removed", removed);
    QVERIFY(removed > 5);
}

QTEST_APPLESS_MAIN(FixesRandomTest)
#include "tst_fixes_random.moc"
