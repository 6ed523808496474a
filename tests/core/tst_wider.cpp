#include "lint/containment.h"
#include "lint/wider.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <random>

using namespace drawbridge;
using kube::Peer;
using kube::PortRule;

/// Long lists of peers and ports: what contains what is found without asking each with each.
class WiderTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersInOrder();
    void selectors();
    void rarestFirst();
    void peers();
    void ports();
    void ranges();
    void rulesOfMany();
    void peersOfOneRule();
    void blocksRound();
};

namespace {

const std::string kShop = "shop";

kube::LabelSelector selector(std::mt19937 &random)
{
    kube::LabelSelector result;
    const bool asksForLabels = random() % 3 > 0;
    for (const char *key : {"app", "tier", "team"})
        if (asksForLabels && random() % 3 == 0)
            result.matchLabels[key] = std::string(1, char('a' + random() % 4));
    for (const char *key : {"app", "tier"})
        if (random() % 4 == 0) {
            const kube::Operator op = kube::kOperators[random() % 4];
            result.expressions.push_back({key, op, {}, {}});
            if (op == kube::Operator::In || op == kube::Operator::NotIn)
                result.expressions.back().values = {std::string(1, char('a' + random() % 4))};
        }
    if (random() % 5 == 0)
        result.expressions.push_back(
            {"zone",
             kube::Operator::In,
             {std::string(1, char('a' + random() % 3)), std::string(1, char('a' + random() % 3))},
             {}});
    if (random() % 8 == 0)
        result.matchLabels[kube::kNamespaceNameLabel] = kShop;
    return result;
}

Peer peer(std::mt19937 &random)
{
    Peer result;
    if (random() % 2) {
        const std::string text = random() % 5 ? std::to_string(10 + random() % 2) + '.' +
                                                    std::to_string(random() % 3) + ".0.0/" +
                                                    std::to_string(6 + random() % 20)
                                              : "fd00::/" + std::to_string(random() % 128);
        result.ipBlock = kube::IpBlock{*kube::parseCidr(text), {}};
        const kube::Cidr cidr = result.ipBlock->cidr;
        if (cidr.family == kube::Family::V4 && random() % 4 == 0) // a half of it, or all
            for (unsigned half = 0; half < 1 + random() % 2; ++half)
                result.ipBlock->except.push_back(*kube::parseCidr(
                    kube::Address{cidr.family, {0, cidr.first.low + (half << (31 - cidr.prefix))}}
                        .text() +
                    '/' + std::to_string(cidr.prefix + 1)));
        return result;
    }
    if (random() % 3)
        result.pods = selector(random);
    if (!result.pods || random() % 3 == 0)
        result.namespaces = selector(random);
    return result;
}

PortRule port(std::mt19937 &random)
{
    PortRule result;
    result.protocol = kube::kProtocols[random() % 3];
    if (random() % 5 == 0)
        result.name = std::string(1, char('a' + random() % 3));
    else if (random() % 9)
        result.port = 1 + random() % 40;
    if (result.port && random() % 4 == 0)
        result.endPort = *result.port + random() % 9;
    return result;
}

lint::Candidates::List allOf(lint::Candidates candidates)
{
    lint::Candidates::List result;
    while (const auto number = candidates.next())
        result.push_back(*number);
    return result;
}

template <typename Value>
std::vector<const Value *> pointersTo(const std::vector<Value> &all)
{
    std::vector<const Value *> result;
    result.reserve(all.size());
    for (const Value &one : all)
        result.push_back(&one);
    return result;
}

std::optional<std::size_t> firstOf(std::size_t count, const std::function<bool(std::size_t)> &is)
{
    for (std::size_t i = 0; i < count; ++i)
        if (is(i))
            return i;
    return {};
}

} // namespace

void WiderTest::numbersInOrder()
{
    const lint::Candidates::List even{0, 2, 4, 6};
    const lint::Candidates::List third{0, 3, 6};
    lint::Candidates all;
    all.add(even);
    all.add(third);
    all.take({5});
    QCOMPARE(all.most(), std::size_t(8));
    QCOMPARE(allOf(all), (lint::Candidates::List{0, 2, 3, 4, 5, 6}));
    QCOMPARE(allOf(all.within(2, 5)), (lint::Candidates::List{2, 3, 4}));
    QCOMPARE(allOf(all.within(7, 9)), lint::Candidates::List());

    const lint::Candidates::List wholes{0, 0, 0, 1, 1, 2, 2};
    all.as(wholes);
    all.add(even);
    QCOMPARE(allOf(all), (lint::Candidates::List{0, 1, 2, 4, 6}));
}

void WiderTest::selectors()
{
    std::mt19937 random(2);
    std::vector<kube::LabelSelector> all;
    for (int i = 0; i < 500; ++i)
        all.push_back(selector(random));
    const auto asked = [&all](std::size_t i) {
        lint::RequirementIndex::Requirements result;
        lint::RequirementIndex::append(all[i], {}, result);
        return std::optional(std::move(result));
    };
    const lint::RequirementIndex index(all.size(), asked);
    std::size_t found = 0;
    std::size_t asks = 0;
    for (std::size_t narrow = 0; narrow < all.size(); ++narrow) {
        const auto candidates = allOf(index.wider(*asked(narrow)));
        asks += candidates.size();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (lint::contains(all[i], all[narrow])) {
                QVERIFY2(std::binary_search(candidates.begin(), candidates.end(), i),
                         (all[i].canonical() + " | " + all[narrow].canonical()).c_str());
                ++found;
            }
    }
    QVERIFY(found > 2 * all.size());
    QVERIFY(asks < all.size() * all.size() / 2);
}

/// Sets that share all requirements but one are told apart by that.
void WiderTest::rarestFirst()
{
    using kube::Operator;
    using Requirements = lint::RequirementIndex::Requirements;
    const auto ask = [](Operator op, int kind) {
        const std::string own = std::to_string(kind);
        const std::vector<std::string> values{"a", own};
        switch (op) {
        case Operator::In:
        case Operator::NotIn:
            return Requirements{{"app", Operator::Exists, {}, {}}, {"app", op, values, {}}};
        default:
            return Requirements{{"app", Operator::DoesNotExist, {}, {}}, {"k" + own, op, {}, {}}};
        }
    };
    for (const Operator op : kube::kOperators) {
        const lint::RequirementIndex index(
            1000, [&](std::size_t i) { return std::optional(ask(op, int(i))); });
        QCOMPARE(allOf(index.wider(ask(op, 17))), (lint::Candidates::List{17}));
    }
}

void WiderTest::peers()
{
    std::mt19937 random(3);
    std::vector<Peer> all;
    for (int i = 0; i < 400; ++i)
        all.push_back(peer(random));
    const lint::PeerIndex index(pointersTo(all), kShop);
    std::size_t found = 0;
    for (const Peer &narrow : all) {
        const auto candidates = allOf(index.wider(narrow));
        for (std::size_t i = 0; i < all.size(); ++i)
            if (lint::contains(all[i], narrow, kShop)) {
                QVERIFY(std::binary_search(candidates.begin(), candidates.end(), i));
                ++found;
            }
    }
    QVERIFY(found > 2 * all.size());
}

void WiderTest::ports()
{
    std::mt19937 random(4);
    std::vector<PortRule> all;
    for (int i = 0; i < 300; ++i)
        all.push_back(port(random));
    const lint::PortIndex index(pointersTo(all));
    std::size_t found = 0;
    for (const PortRule &narrow : all) {
        const auto candidates = allOf(index.wider(narrow));
        for (std::size_t i = 0; i < all.size(); ++i)
            if (lint::contains(all[i], narrow)) {
                QVERIFY(std::binary_search(candidates.begin(), candidates.end(), i));
                ++found;
            }
    }
    QVERIFY(found > 2 * all.size());
}

/// Of ranges those that reach round another one, whatever their lengths and places are.
void WiderTest::ranges()
{
    std::mt19937 random(7);
    std::vector<PortRule> all;
    for (int i = 0; i < 400; ++i) {
        PortRule &range = all.emplace_back();
        range.port = 1 + random() % 60000;
        range.endPort = std::min<std::uint32_t>(*range.port + (1U << random() % 16), 65535);
    }
    const lint::PortIndex index(pointersTo(all));
    std::size_t asks = 0;
    for (const PortRule &narrow : all) {
        lint::Candidates::List those;
        for (std::size_t i = 0; i < all.size(); ++i)
            if (lint::contains(all[i], narrow))
                those.push_back(i);
        const auto candidates = allOf(index.wider(narrow));
        asks += candidates.size();
        QVERIFY(std::includes(candidates.begin(), candidates.end(), those.begin(), those.end()));
    }
    QVERIFY(asks < all.size() * all.size() / 3);

    // So many of one place that they are not looked at: all are named.
    all.assign(2000, all.front());
    QCOMPARE(allOf(lint::PortIndex(pointersTo(all)).wider(all.front())).size(), all.size());
}

void WiderTest::rulesOfMany()
{
    std::mt19937 random(6);
    std::vector<kube::Rule> all(600);
    for (kube::Rule &rule : all) {
        const bool isLong = random() % 60 == 0;
        rule.anyPeer = random() % 20 == 0;
        rule.anyPort = random() % 10 == 0;
        for (std::size_t n = rule.anyPeer ? 0 : isLong ? 150 : 1 + random() % 3; n > 0; --n)
            rule.peers.push_back(peer(random));
        for (std::size_t n = rule.anyPort ? 0 : isLong ? 80 : 1 + random() % 2; n > 0; --n)
            rule.ports.push_back(port(random));
    }
    const lint::RuleIndex index(pointersTo(all), kShop);
    std::size_t found = 0;
    std::size_t asked = 0;
    for (const kube::Rule &narrow : all) {
        const auto candidates = allOf(index.wider(narrow));
        asked += candidates.size();
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool isHeld = lint::contains(all[i], narrow, kShop);
            QCOMPARE(index.contains(i, narrow), isHeld);
            if (isHeld) {
                QVERIFY(std::binary_search(candidates.begin(), candidates.end(), i));
                ++found;
            }
        }
    }
    QVERIFY(found > all.size());
    QVERIFY(asked < all.size() * all.size() / 3);
}

/// Numbers are of the rule's own peers and ports.
void WiderTest::peersOfOneRule()
{
    std::mt19937 random(8);
    std::vector<kube::Rule> all(20);
    for (kube::Rule &rule : all) {
        for (std::size_t n = 1 + random() % 20; n > 0; --n)
            rule.peers.push_back(peer(random));
        for (std::size_t n = 1 + random() % 20; n > 0; --n)
            rule.ports.push_back(port(random));
    }
    const lint::RuleIndex index(pointersTo(all), kShop);
    for (std::size_t rule = 0; rule < all.size(); ++rule) {
        const auto &peers = all[rule].peers;
        for (std::size_t i = 0; i < peers.size(); ++i) {
            const auto holds = [&](std::size_t j) {
                return j != i && lint::contains(peers[j], peers[i], kShop);
            };
            QCOMPARE(index.widerPeer(rule, i, holds), firstOf(peers.size(), holds));
        }
        const auto &ports = all[rule].ports;
        for (std::size_t i = 0; i < ports.size(); ++i) {
            const auto holds = [&](std::size_t j) {
                return j != i && lint::contains(ports[j], ports[i]);
            };
            QCOMPARE(index.widerPort(rule, i, holds), firstOf(ports.size(), holds));
        }
    }
}

void WiderTest::blocksRound()
{
    std::mt19937 random(9);
    std::vector<kube::Rule> all(200);
    for (kube::Rule &rule : all)
        rule.peers = {peer(random), peer(random)};
    const lint::RuleIndex index(pointersTo(all), kShop);
    for (const char *text : {"10.1.0.0/30", "11.0.0.0/16", "fd00::/120"}) {
        const kube::Cidr block = *kube::parseCidr(text);
        const auto rules = allOf(index.around(block));
        std::size_t found = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool isRound =
                std::any_of(all[i].peers.begin(), all[i].peers.end(), [&](const Peer &peer) {
                    return peer.ipBlock && peer.ipBlock->cidr.family == block.family &&
                           peer.ipBlock->cidr.set().contains(block.set());
                });
            QCOMPARE(std::binary_search(rules.begin(), rules.end(), i), isRound);
            found += isRound;
        }
        QVERIFY(found > 0);
    }
}

QTEST_APPLESS_MAIN(WiderTest)
#include "tst_wider.moc"
