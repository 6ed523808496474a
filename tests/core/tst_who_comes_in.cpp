#include "oracle/random_cluster.h"
#include "report/exposure.h"
#include "verdict/end_classes.h"
#include "verdict/who_comes_in.h"

#include <QTest>

using namespace drawbridge;
using kube::Direction;
using kube::Family;
using verdict::Admitted;
using verdict::EndpointId;
using verdict::Party;

/// What is admitted to somebody unknown, against everybody known of random clusters.
class WhoComesInTest : public QObject
{
    Q_OBJECT

private slots:
    void boundsHold_data();
    void boundsHold();
    void linesAreOfEach();

private:
    template <typename Ask>
    static Admitted together(const verdict::Evaluator &evaluator, EndpointId id, const Ask &ask)
    {
        Admitted all;
        for (const verdict::Variant &variant : evaluator.endpoint(id).variants) {
            const Admitted one = ask(variant);
            all.always |= one.always;
            all.possibly |= one.possibly;
        }
        return all;
    }
    static bool isBetween(const kube::ConnectionSet &one, const Admitted &bounds)
    {
        return bounds.possibly.contains(one) && one.contains(bounds.always);
    }
};

void WhoComesInTest::boundsHold_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 0; seed < 400; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void WhoComesInTest::boundsHold()
{
    QFETCH(int, seed);
    oracle::RandomOptions options;
    options.adminPolicies = seed % 2 == 0;
    options.ipv6 = seed % 3 == 0;
    kube::Workspace workspace;
    for (const auto &[path, bytes] : oracle::RandomCluster(std::uint64_t(seed), options).files())
        workspace.add(path, bytes);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const auto ranges = evaluator.outsideRanges(Direction::Ingress, Family::V4);
    for (std::uint32_t target = 0; target < evaluator.endpoints().size(); ++target) {
        const EndpointId id{target};
        const Admitted pods = together(evaluator, id, [&](const verdict::Variant &variant) {
            return verdict::admittedToSomePod(evaluator, variant);
        });
        QVERIFY(pods.possibly.contains(pods.always));
        for (std::uint32_t source = 0; source < evaluator.endpoints().size(); ++source)
            if (source != target && !evaluator.endpoint({source}).hostNetwork)
                QVERIFY2(isBetween(evaluator.half(Direction::Ingress, Party::of(EndpointId{source}),
                                                  Party::of(id)),
                                   pods),
                         evaluator.endpoint(id).key().c_str());
        const Admitted addresses = together(evaluator, id, [&](const verdict::Variant &variant) {
            return verdict::admittedToSomeAddress(evaluator, variant, {Family::V4});
        });
        for (const auto &range : ranges)
            QVERIFY2(isBetween(evaluator.half(Direction::Ingress,
                                              Party::of(kube::Address{Family::V4, range.first}),
                                              Party::of(id)),
                               addresses),
                     evaluator.endpoint(id).key().c_str());
    }
}

/// What is listed of a workload is what is said when that one is asked about.
void WhoComesInTest::linesAreOfEach()
{
    std::size_t lines = 0;
    std::size_t alike = 0;
    for (unsigned seed = 1; seed <= 200; ++seed) {
        oracle::RandomOptions options;
        options.adminPolicies = seed % 2 == 0;
        options.mixedPods = seed % 3 == 0;
        options.maxWorkloads = 12;
        kube::Workspace workspace;
        workspace.add("a.yaml", oracle::RandomCluster(seed, options).text());
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        const report::Exposures all =
            report::exposures(evaluator, report::list(workspace, evaluator));
        const auto likes = verdict::podsNamedByRules(evaluator);
        const verdict::EndClasses classes(evaluator);
        for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i) {
            if (evaluator.endpoints()[i].kind != verdict::EndpointKind::Workload)
                continue;
            for (Direction direction : kube::kDirections) {
                std::vector<std::string> told;
                for (const report::Exposure &one :
                     direction == Direction::Ingress ? all.ingress : all.egress)
                    if (one.workload == evaluator.endpoints()[i].text() &&
                        !one.peer.ends_with("[External]"))
                        told.push_back(one.ports.text());
                std::vector<std::string> expected;
                for (const verdict::Exposed &one :
                     verdict::exposures(evaluator, {i}, direction, likes))
                    expected.push_back(one.ports.ports.text());
                std::sort(told.begin(), told.end());
                std::sort(expected.begin(), expected.end());
                QCOMPARE(told, expected);
                lines += told.size();
                alike +=
                    i > 0 && classes.asked({i - 1}, direction) == classes.asked({i}, direction);
            }
        }
    }
    qInfo("%zu lines; of %zu ends the policies are those of the one before", lines, alike);
    QVERIFY(lines > 500 && alike > 20);
}

QTEST_APPLESS_MAIN(WhoComesInTest)
#include "tst_who_comes_in.moc"
