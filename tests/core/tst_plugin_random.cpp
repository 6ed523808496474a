#include "oracle/random_cluster.h"
#include "report/list.h"
#include "verdict/evaluator.h"
#include "verdict/possible_pairs.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;
using kube::ConnectionSet;
using kube::Direction;
using verdict::Party;
using verdict::PluginProfile;

/// Random clusters as network plugins enforce them: no pair changes that need not.
class PluginRandomTest : public QObject
{
    Q_OBJECT

private slots:
    void standardOnesMakeNoDifference();
    void takenAwayFromItsPairsOnly();
    void addedToItsPairsOnly();
    void nothingEnforced();
    void pairsThatAreNotPossible();
};

namespace {

PluginProfile profile(const std::string &name)
{
    return PluginProfile::parse(name).value();
}

std::string listOf(const kube::Workspace &workspace, const verdict::Evaluator &evaluator)
{
    return report::listText(report::list(workspace, evaluator));
}

/// Random clusters, judged by the standard and by a profile.
template <typename Check>
void forRandomClusters(const std::string &name, bool adminPolicies, Check check)
{
    oracle::RandomOptions options;
    options.ipv6 = true;
    options.services = true;
    options.podAddresses = true;
    options.adminPolicies = adminPolicies;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        kube::Workspace workspace;
        for (const auto &[path, bytes] : oracle::RandomCluster(seed, options).files())
            workspace.add(path, bytes);
        verdict::Evaluator standard;
        standard.update(workspace);
        verdict::Evaluator judged;
        judged.setProfile(profile(name));
        judged.update(workspace);
        QCOMPARE(judged.endpoints().size(), standard.endpoints().size());
        check(workspace, standard, judged);
    }
}

template <typename Is>
bool hasRule(const verdict::Evaluator &evaluator, verdict::EndpointId id, Direction direction,
             Is is)
{
    for (const kube::Object *policy : evaluator.policiesOf(id, direction))
        for (const kube::Rule &rule : policy->policy()->rules(direction))
            if (is(rule))
                return true;
    return false;
}

/// Compares all pairs; those that no such rule speaks of must be equal.
template <typename Is, typename Agrees>
void comparePairs(const std::string &name, Is is, Agrees agrees)
{
    int different = 0;
    forRandomClusters(name, false, [&](const auto &, const auto &standard, const auto &judged) {
        for (std::uint32_t from = 0; from < standard.endpoints().size(); ++from)
            for (std::uint32_t to = 0; to < standard.endpoints().size(); ++to) {
                const Party source = Party::of(verdict::EndpointId{from});
                const Party target = Party::of(verdict::EndpointId{to});
                const ConnectionSet before = standard.allowed(source, target);
                const ConnectionSet after = judged.allowed(source, target);
                if (before == after)
                    continue;
                ++different;
                QVERIFY(agrees(before, after));
                QVERIFY(hasRule(standard, {from}, Direction::Egress, is) ||
                        hasRule(standard, {to}, Direction::Ingress, is));
            }
    });
    QVERIFY2(different > 0, "the clusters show no difference");
}

} // namespace

void PluginRandomTest::standardOnesMakeNoDifference()
{
    for (const char *name : {"kubernetes", "kubernetes@1.30", "antrea", "kube-router", "azure-npm"})
        forRandomClusters(name, false,
                          [](const auto &workspace, const auto &standard, const auto &judged) {
                              QVERIFY(listOf(workspace, standard) == listOf(workspace, judged));
                          });
    forRandomClusters("antrea", true,
                      [](const auto &workspace, const auto &standard, const auto &judged) {
                          QVERIFY(listOf(workspace, standard) == listOf(workspace, judged));
                      });
}

void PluginRandomTest::takenAwayFromItsPairsOnly()
{
    comparePairs(
        "cilium@1.15",
        [](const kube::Rule &rule) {
            return std::any_of(rule.peers.begin(), rule.peers.end(),
                               [](const kube::Peer &peer) { return peer.ipBlock.has_value(); }) ||
                   std::any_of(rule.ports.begin(), rule.ports.end(),
                               [](const kube::PortRule &port) { return port.endPort.has_value(); });
        },
        [](const auto &before, const auto &after) { return before.contains(after); });
}

void PluginRandomTest::addedToItsPairsOnly()
{
    const auto adds = [](const auto &before, const auto &after) { return after.contains(before); };
    comparePairs(
        "ovn-kubernetes",
        [](const kube::Rule &rule) {
            return std::any_of(rule.ports.begin(), rule.ports.end(),
                               [](const kube::PortRule &port) { return !port.name.empty(); });
        },
        adds);
}

void PluginRandomTest::nothingEnforced()
{
    for (const char *name : {"none", "flannel", "aws@1.13"})
        forRandomClusters(name, true, [](const auto &, const auto &, const auto &judged) {
            for (std::uint32_t from = 0; from < judged.endpoints().size(); ++from) {
                QVERIFY(!judged.isRestricted({from}, Direction::Ingress));
                for (std::uint32_t to = 0; to < judged.endpoints().size(); ++to)
                    QVERIFY(judged
                                .allowed(Party::of(verdict::EndpointId{from}),
                                         Party::of(verdict::EndpointId{to}))
                                .isAll());
            }
        });
}

/// What is told of most pairs without asking the rules holds; and it is told of many.
void PluginRandomTest::pairsThatAreNotPossible()
{
    int empty = 0;
    int told = 0;
    const auto check = [&](const auto &, const auto &, const auto &judged) {
        std::vector<verdict::EndpointId> ends; // all but one
        for (std::uint32_t i = 1; i < judged.endpoints().size(); ++i)
            ends.push_back({i});
        const verdict::EndClasses classes(judged);
        verdict::PossiblePairs possible(judged, classes, ends);
        for (std::uint32_t from = 1; from < judged.endpoints().size(); ++from)
            for (std::uint32_t to = 1; to < judged.endpoints().size(); ++to) {
                const verdict::EndpointId source{from};
                const verdict::EndpointId target{to};
                const bool isEmpty = judged.allowed(Party::of(source), Party::of(target)).isEmpty();
                empty += isEmpty;
                if (from != to && !possible.holds(source, target)) {
                    QVERIFY(isEmpty);
                    ++told;
                }
            }
    };
    for (const char *name : {"kubernetes", "ovn-kubernetes", "cilium@1.15", "none"})
        for (const bool adminPolicies : {false, true})
            forRandomClusters(name, adminPolicies, check);
    QVERIFY2(told > empty / 3, qPrintable(QStringLiteral("%1 of %2").arg(told).arg(empty)));
}

QTEST_APPLESS_MAIN(PluginRandomTest)
#include "tst_plugin_random.moc"
