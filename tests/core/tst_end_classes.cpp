#include "graph/graph.h"
#include "oracle/random_cluster.h"
#include "report/diff.h"
#include "verdict/address_cells.h"
#include "verdict/pair_verdicts.h"

#include <QTest>

#include <map>
#include <random>
#include <tuple>

using namespace drawbridge;
using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Party;

/// What is found out once for ends that are alike is what the evaluator says of each pair.
class EndClassesTest : public QObject
{
    Q_OBJECT

private slots:
    void sameClassSameAnswer();
    void verdictsAreTheEvaluators();
    void arrowsOfManyPairs();
    void arrowsOfManyKinds_data();
    void arrowsOfManyKinds();
    void cellsTellSetsApart();
    void sumIsTheUnion();
    void policiesWithoutNameAreCompared();
};

namespace {

/// Clusters of many workloads and few policies, so that many are alike.
template <typename Check>
void forClusters(const Check &check)
{
    for (unsigned seed = 1; seed <= 60 && !QTest::currentTestFailed(); ++seed) {
        oracle::RandomOptions options;
        options.maxWorkloads = 80;
        options.maxNamespaces = 2;
        options.maxPolicies = 5;
        options.podAddresses = seed % 2 == 0;
        options.mixedPods = seed % 3 == 0;
        options.adminPolicies = seed % 4 < 2;
        kube::Workspace workspace;
        workspace.add("a.yaml", oracle::RandomCluster(seed, options).text());
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        check(workspace, evaluator);
    }
}

template <typename Visit>
void forPairs(const verdict::Evaluator &evaluator, const Visit &visit)
{
    for (std::uint32_t from = 0; from < evaluator.endpoints().size(); ++from)
        for (std::uint32_t to = 0; to < evaluator.endpoints().size(); ++to)
            if (from != to)
                visit(EndpointId{from}, EndpointId{to});
}

} // namespace

void EndClassesTest::sameClassSameAnswer()
{
    std::size_t pairs = 0;
    std::size_t differing = 0;
    forClusters([&](const auto &, const auto &evaluator) {
        const verdict::EndClasses classes(evaluator);
        std::map<std::tuple<Direction, std::uint32_t, std::uint32_t>, ConnectionSet> halves;
        std::map<std::pair<std::uint32_t, std::uint32_t>, ConnectionSet> allowed;
        forPairs(evaluator, [&](EndpointId from, EndpointId to) {
            ++pairs;
            for (const Direction direction : kube::kDirections) {
                const bool isIngress = direction == Direction::Ingress;
                const auto half = evaluator.half(direction, Party::of(from), Party::of(to));
                const auto [it, isNew] =
                    halves.try_emplace({direction, classes.asked(isIngress ? to : from, direction),
                                        classes.seen(isIngress ? from : to)},
                                       half);
                QVERIFY(it->second == half);
                differing += isNew ? 1 : 0;
            }
            const auto both = evaluator.allowed(Party::of(from), Party::of(to));
            QVERIFY(
                allowed.try_emplace({classes.kind(from), classes.kind(to)}, both).first->second ==
                both);
        });
    });
    qInfo("%zu pairs, %zu halves of ends that are not alike", pairs, differing);
    QVERIFY(differing > pairs / 20 && differing < 2 * pairs - pairs / 20);
}

void EndClassesTest::verdictsAreTheEvaluators()
{
    std::size_t again = 0;
    forClusters([&](const auto &, const auto &evaluator) {
        verdict::PairVerdicts verdicts(evaluator);
        std::map<const ConnectionSet *, ConnectionSet> answers;
        forPairs(evaluator, [&](EndpointId from, EndpointId to) {
            const ConnectionSet &allowed = verdicts.allowed(from, to);
            QVERIFY(allowed == evaluator.allowed(Party::of(from), Party::of(to)));
            const auto [it, isNew] = answers.try_emplace(&allowed, allowed);
            QVERIFY(it->second == allowed);
            again += isNew ? 0 : 1;
            for (const Direction direction : kube::kDirections)
                QVERIFY(verdicts.half(direction, from, to) ==
                        evaluator.half(direction, Party::of(from), Party::of(to)));
        });
        QVERIFY(evaluator.endpoints().empty() || verdicts.allowed({0}, {0}).isAll());
    });
    QVERIFY(again > 1'000);
}

/// An arrow between namespaces of many services says what all their pairs say.
void EndClassesTest::arrowsOfManyPairs()
{
    std::size_t arrows = 0;
    std::size_t differing = 0;
    forClusters([&](const kube::Workspace &workspace, const verdict::Evaluator &evaluator) {
        const graph::Graph graph = graph::build(workspace, evaluator);
        std::map<graph::Key, std::vector<EndpointId>> members;
        for (const graph::Node &node : graph.nodes)
            if (!node.frame.empty())
                for (const graph::Key &key : {node.key, node.frame})
                    members[key].push_back(node.endpoint);
        for (const graph::Arrow &arrow : graph.arrows) {
            if (members.count(arrow.source) == 0 || members.count(arrow.target) == 0 ||
                members[arrow.source].size() * members[arrow.target].size() <= 256)
                continue;
            ConnectionSet all;
            bool isFirst = true;
            bool differs = false;
            ConnectionSet first;
            for (EndpointId from : members[arrow.source])
                for (EndpointId to : members[arrow.target]) {
                    if (from == to)
                        continue;
                    const auto ports = evaluator.allowed(Party::of(from), Party::of(to));
                    if (isFirst)
                        first = ports;
                    isFirst = false;
                    differs |= ports != first;
                    all |= ports;
                }
            if (arrow.state == graph::ArrowState::Allowed) {
                QVERIFY(arrow.ports == all);
                QCOMPARE(arrow.differs, differs);
            } else {
                QVERIFY(all.isEmpty());
            }
            ++arrows;
            differing += differs ? 1 : 0;
        }
    });
    qInfo("%zu arrows of more than 256 pairs, of %zu not all are alike", arrows, differing);
    QVERIFY(arrows > 8 && differing > 3 && differing < arrows);
}

void EndClassesTest::arrowsOfManyKinds_data()
{
    QTest::addColumn<int>("services");
    QTest::addColumn<bool>("isCut");
    QTest::newRow("each pair is looked at") << 120 << false;
    QTest::newRow("too many, which is told") << 330 << true;
}

/// Between namespaces whose services are all unlike, nothing is left out unsaid.
void EndClassesTest::arrowsOfManyKinds()
{
    QFETCH(int, services);
    QFETCH(bool, isCut);
    std::string text;
    const auto add = [&text](const std::string &nameSpace, const std::string &name,
                             const std::string &spec) {
        text += "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " + name +
                ", namespace: " + nameSpace + "}\nspec: " + spec + "\n---\n";
    };
    for (const std::string nameSpace : {"one", "two"}) {
        for (int i = 0; i < services; ++i) {
            const std::string n = std::to_string(i);
            text += "kind: Pod\nmetadata: {name: p" + n + ", namespace: " + nameSpace +
                    ", labels: {app: a" + n + "}}\n---\n";
            add(nameSpace, "q" + n,
                "{podSelector: {matchLabels: {app: a" + n +
                    "}}, ingress: [{from: [{podSelector: {matchLabels: {app: a" +
                    std::to_string((i + 1) % services) +
                    "}}}], ports: [{port: " + std::to_string(1000 + 2 * i) + "}]}]}");
        }
        add(nameSpace, "all",
            "{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: "
            "{kubernetes.io/metadata.name: one}}}], ports: [{port: 9999}]}]}");
    }
    kube::Workspace workspace;
    workspace.add("a.yaml", text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    int found = 0;
    for (const graph::Arrow &arrow : graph::build(workspace, evaluator).arrows) {
        const bool isInside = arrow.target == graph::frameKey("one");
        if (arrow.source != graph::frameKey("one") ||
            (!isInside && arrow.target != graph::frameKey("two")))
            continue;
        ++found;
        ConnectionSet ports = ConnectionSet::of(kube::Protocol::Tcp, 9999, 9999);
        for (std::uint32_t i = 0; isInside && int(i) < services; ++i)
            ports |= ConnectionSet::of(kube::Protocol::Tcp, 1000 + 2 * i, 1000 + 2 * i);
        QCOMPARE(arrow.hasUnseenPairs, isCut);
        QVERIFY(isCut ? ports.contains(arrow.ports) && !arrow.ports.isEmpty()
                      : arrow.ports == ports);
        QCOMPARE(arrow.differs, isInside || isCut);
    }
    QCOMPARE(found, 2);
}

void EndClassesTest::cellsTellSetsApart()
{
    std::mt19937 random(7);
    const auto value = [&] { return kube::AddressValue{0, random() % 64}; };
    for (int round = 0; round < 200; ++round) {
        std::vector<kube::AddressSet> sets(1 + random() % 5);
        verdict::AddressCells cells;
        QVERIFY(cells.isEmpty());
        for (kube::AddressSet &set : sets) {
            for (std::size_t i = random() % 3; i < 3; ++i) {
                const kube::AddressValue a = value();
                const kube::AddressValue b = value();
                set.insert(std::min(a, b), std::max(a, b));
            }
            cells.add(set, {});
        }
        cells.sort();
        std::map<std::size_t, std::vector<bool>> known;
        for (std::uint64_t i = 0; i < 70; ++i) {
            const kube::Address address{kube::Family::V4, {0, i}};
            std::vector<bool> in;
            for (const kube::AddressSet &set : sets)
                in.push_back(set.contains(address.value));
            QVERIFY(known.try_emplace(cells.of(address), in).first->second == in);
        }
        QVERIFY(known.size() > 1);
        QCOMPARE(cells.of({kube::Family::V6, {0, 5}}), std::size_t(0)); // of no set
    }
}

void EndClassesTest::sumIsTheUnion()
{
    std::mt19937 random(3);
    for (int round = 0; round < 50; ++round) {
        kube::ConnectionSum sum;
        ConnectionSet all;
        for (std::size_t i = random() % 400; i < 400; ++i) {
            ConnectionSet some;
            for (std::size_t j = random() % 4; j < 4; ++j) {
                const auto first = std::uint32_t(1 + random() % 65'000);
                some.insert(kube::kProtocols[random() % 3], first,
                            first + std::uint32_t(random() % 20));
            }
            sum.add(some);
            all |= some;
        }
        QVERIFY(sum.take() == all);
        QVERIFY(sum.take().isEmpty());
        sum.add(ConnectionSet::all());
        QVERIFY(sum.isAll() && sum.take().isAll());
        const auto ranges = [&](kube::Protocol protocol) {
            return all.ports(protocol).intervals().size();
        };
        QCOMPARE(all.rangeCount(), ranges(kube::Protocol::Sctp) + ranges(kube::Protocol::Tcp) +
                                       ranges(kube::Protocol::Udp));
    }
}

/// Of those with generateName alone several may have no name.
void EndClassesTest::policiesWithoutNameAreCompared()
{
    const auto text = [](const std::string &rules) {
        const auto policy = [](const std::string &name, const std::string &ingress) {
            return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: "
                   "{generateName: " +
                   name + "}\nspec: {podSelector: {}, ingress: " + ingress + "}\n";
        };
        return "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\n" + policy("a-", "[]") +
               policy("b-", rules);
    };
    kube::Workspace before;
    before.add("a.yaml", text("[]"));
    kube::Workspace after;
    after.add("a.yaml", text("[{}]"));
    verdict::Evaluator was;
    was.update(before);
    verdict::Evaluator is;
    is.update(after);
    QCOMPARE(report::diff({before, was}, {after, is}).differences.size(), std::size_t(1));
    QVERIFY(report::diff({before, was}, {before, was}).differences.empty());
}

QTEST_APPLESS_MAIN(EndClassesTest)
#include "tst_end_classes.moc"
