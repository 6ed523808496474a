#include "lint/containment.h"
#include "lint/wider.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace drawbridge;
using kube::Peer;
using kube::PortRule;

/// Long lists of peers and ports: what contains what is found without asking each with each.
class WiderTest : public QObject
{
    Q_OBJECT

private slots:
    void peers();
    void ports();
    void rules();
    void rulesOfMany();
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

} // namespace

void WiderTest::peers()
{
    std::mt19937 random(3);
    std::vector<Peer> all;
    for (int i = 0; i < 400; ++i)
        all.push_back(peer(random));
    const lint::PeerIndex index(all, kShop);
    std::size_t found = 0;
    for (const Peer &narrow : all) {
        const auto candidates = index.wider(narrow);
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
    const lint::PortIndex index(all);
    for (const PortRule &narrow : all) {
        const auto candidates = index.wider(narrow);
        for (std::size_t i = 0; i < all.size(); ++i)
            if (lint::contains(all[i], narrow))
                QVERIFY(std::binary_search(candidates.begin(), candidates.end(), i));
    }
}

void WiderTest::rules()
{
    std::mt19937 random(5);
    int held = 0;
    for (int i = 0; i < 300; ++i) {
        kube::Rule wide;
        kube::Rule narrow;
        wide.anyPort = narrow.anyPort = true;
        for (int n = 0; n < 200; ++n)
            wide.peers.push_back(peer(random));
        for (int n = 0; n < 4; ++n)
            narrow.peers.push_back(random() % 3 ? wide.peers[random() % 200] : peer(random));
        if (random() % 3 == 0) {
            Peer other;
            other.ipBlock = kube::IpBlock{*kube::parseCidr("99.0.0.0/8"), {}};
            narrow.peers.push_back(other);
        }
        QCOMPARE(lint::containsQuickly(wide, narrow, kShop), lint::contains(wide, narrow, kShop));
        held += lint::contains(wide, narrow, kShop);
    }
    QVERIFY(held > 20 && held < 290);
}

void WiderTest::rulesOfMany()
{
    std::mt19937 random(6);
    std::vector<kube::Rule> all(600);
    std::vector<const kube::Rule *> rules;
    for (kube::Rule &rule : all) {
        rule.anyPeer = random() % 20 == 0;
        rule.anyPort = random() % 10 == 0;
        for (std::size_t n = rule.anyPeer ? 0 : 1 + random() % 3; n > 0; --n)
            rule.peers.push_back(peer(random));
        for (std::size_t n = rule.anyPort ? 0 : 1 + random() % 2; n > 0; --n)
            rule.ports.push_back(port(random));
        rules.push_back(&rule);
    }
    lint::RuleIndex index(rules, kShop);
    std::size_t found = 0;
    std::size_t asked = 0;
    for (const kube::Rule &narrow : all) {
        const std::vector<std::size_t> candidates = index.wider(narrow);
        QCOMPARE(index.wider(narrow), candidates);
        asked += candidates.size();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (lint::contains(all[i], narrow, kShop)) {
                QVERIFY(std::binary_search(candidates.begin(), candidates.end(), i));
                ++found;
            }
    }
    QVERIFY(found > all.size());
    QVERIFY(asked < all.size() * all.size() / 3);
}

QTEST_APPLESS_MAIN(WiderTest)
#include "tst_wider.moc"
