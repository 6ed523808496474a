#include "kube/workspace.h"
#include "verdict/address_index.h"
#include "verdict/evaluator.h"

#include <QTest>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace drawbridge;
using kube::AddressSet;
using kube::AddressValue;
using kube::ConnectionSet;
using kube::Direction;
using verdict::Party;

/// Of many blocks of addresses those are found that reach into another, and all of them.
class AddressIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatReachesInto();
    void rulesOfManyBlocks_data();
    void rulesOfManyBlocks();
};

namespace {

AddressValue number(std::uint64_t value)
{
    return {0, value};
}

} // namespace

void AddressIndexTest::findsWhatReachesInto()
{
    std::mt19937 random(7);
    const auto below = [&random](std::uint64_t end) { return std::uint64_t(random()) % end; };
    const auto set = [&](std::uint64_t most) {
        AddressSet made;
        for (std::uint64_t parts = below(4); parts > 0; --parts) {
            const std::uint64_t first = below(1000);
            made.insert(number(first), number(first + below(most)));
        }
        return made;
    };
    std::size_t found = 0;
    for (int round = 0; round < 500; ++round) {
        const std::size_t count = below(round % 10 == 0 ? 1000 : 40);
        std::vector<AddressSet> sets;
        verdict::AddressIndex index;
        for (std::uint32_t i = 0; i < count; ++i) {
            sets.push_back(set(round % 2 == 0 ? 5 : 400));
            index.add(i, sets.back());
        }
        index.finish();
        for (int i = 0; i < 20; ++i) {
            const AddressSet wanted = set(20);
            std::vector<std::uint32_t> numbers;
            index.find(wanted, numbers);
            std::sort(numbers.begin(), numbers.end());
            QVERIFY(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
            for (std::uint32_t one = 0; one < count; ++one)
                if (!(sets[one] & wanted).isEmpty())
                    QVERIFY(std::binary_search(numbers.begin(), numbers.end(), one));
            for (const std::uint32_t one : numbers)
                QVERIFY(!(sets[one].intervals().back().last < wanted.intervals().front().first ||
                          wanted.intervals().back().last < sets[one].intervals().front().first));
            found += numbers.size();
        }
    }
    QVERIFY(found > 1000);
}

void AddressIndexTest::rulesOfManyBlocks_data()
{
    QTest::addColumn<bool>("hasPod");
    QTest::newRow("of a pod") << true;
    QTest::newRow("of a namespace without pods") << false;
}

/// What is admitted of an address set is what the rules say that hold all of it.
void AddressIndexTest::rulesOfManyBlocks()
{
    QFETCH(bool, hasPod);
    std::mt19937 random(11);
    const auto below = [&random](unsigned end) { return random() % end; };
    int isPart = 0;
    int isAll = 0;
    for (int round = 0; round < 60; ++round) {
        std::string text = hasPod ? "kind: Pod\nmetadata: {name: one, namespace: shop}\n---\n" : "";
        text += "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
                "namespace: shop}\nspec: {podSelector: {}, ingress: [";
        std::vector<AddressSet> blocks;
        for (unsigned port = 1; port <= 60; ++port) {
            const unsigned prefix = 8 + below(25);
            const std::string cidr = "10." + std::to_string(below(4)) + '.' +
                                     std::to_string(below(3)) + '.' + std::to_string(below(4)) +
                                     '/' + std::to_string(prefix);
            const auto block = kube::parseCidr(cidr);
            QVERIFY(block);
            const bool isEveryone = below(30) == 0;
            blocks.push_back(isEveryone ? AddressSet({}, kube::lastOf(kube::Family::V4))
                                        : block->set());
            if (isEveryone)
                text += "{ports: [{port: " + std::to_string(port) + "}]}, ";
            else
                text += "{from: [{ipBlock: {cidr: " + block->text() +
                        "}}], ports: [{port: " + std::to_string(port) + "}]}, ";
        }
        text += "]}\n";
        kube::Workspace workspace;
        workspace.add("a.yaml", text);
        verdict::Evaluator evaluator;
        evaluator.update(workspace);
        QCOMPARE(evaluator.endpoints().size(), std::size_t(hasPod ? 1 : 0));
        const verdict::Stranger stranger = evaluator.stranger("shop", {});
        const Party pod = hasPod ? Party::of(verdict::EndpointId{0}) : Party::of(stranger);
        for (const AddressSet &wanted : std::vector(blocks)) {
            ConnectionSet expected;
            bool differs = false;
            for (unsigned i = 0; i < blocks.size(); ++i) {
                if (blocks[i].contains(wanted))
                    expected.insert(kube::Protocol::Tcp, int(i) + 1, int(i) + 1);
                else if (!(blocks[i] & wanted).isEmpty())
                    differs = true;
            }
            bool isTold = false;
            QCOMPARE(evaluator.admittedOutside(pod, Direction::Ingress, wanted, {}, isTold),
                     expected);
            QCOMPARE(isTold, differs);
            isPart += differs ? 1 : 0;
            isAll += expected.rangeCount() > 1 ? 1 : 0;
        }
    }
    QVERIFY(isPart > 100 && isAll > 100);
}

QTEST_APPLESS_MAIN(AddressIndexTest)
#include "tst_address_index.moc"
