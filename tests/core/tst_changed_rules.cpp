#include "kube/workspace.h"
#include "oracle/random_cluster.h"
#include "verdict/differences.h"

#include <QTest>

#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace drawbridge;
using kube::ConnectionSet;
using kube::Direction;
using kube::Family;
using verdict::CommonEnd;
using verdict::EndpointId;
using verdict::Evaluator;
using verdict::Party;

/// Comparing two states looks at few pairs only; none that differs is missed.
class ChangedRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsMissed_data();
    void nothingIsMissed();
    void twoThatBecomeOne();
    void podsOfSeveralKinds();
    void anotherPlugin();
};

namespace {

using Told = std::map<std::string, std::pair<ConnectionSet, ConnectionSet>>; ///< by both ends

std::string nameOf(const Evaluator &before, const CommonEnd &end)
{
    return end.isOutside() ? kube::Address{end.family, end.range.first}.text()
                           : before.endpoint(end.before).key();
}

Told toldOf(const Evaluator &before, const Evaluator &after)
{
    Told told;
    for (const verdict::VerdictChange &change : verdict::verdictChanges(before, after).pairs)
        told[nameOf(before, change.source) + " > " + nameOf(before, change.target)] = {
            change.before, change.after};
    return told;
}

ConnectionSet halfOf(const Evaluator &evaluator, Direction direction, EndpointId id,
                     const kube::Address &address)
{
    return direction == Direction::Ingress
               ? evaluator.half(direction, Party::of(address), Party::of(id))
               : evaluator.half(direction, Party::of(id), Party::of(address));
}

/// By asking about each pair and each address.
Told differences(const Evaluator &before, const Evaluator &after)
{
    Told result;
    const auto add = [&](const std::string &source, const std::string &target,
                         const ConnectionSet &was, const ConnectionSet &is) {
        if (was != is)
            result[source + " > " + target] = {was, is};
    };
    for (std::uint32_t i = 0; i < before.endpoints().size(); ++i) {
        const std::string key = before.endpoints()[i].key();
        const EndpointId now = after.find(key);
        if (!now.isValid())
            continue;
        for (std::uint32_t j = 0; j < before.endpoints().size(); ++j)
            if (const EndpointId to = after.find(before.endpoints()[j].key());
                i != j && to.isValid())
                add(key, before.endpoints()[j].key(),
                    before.allowed(Party::of(EndpointId{i}), Party::of(EndpointId{j})),
                    after.allowed(Party::of(now), Party::of(to)));
        for (const Direction direction : kube::kDirections)
            for (const Family family : {Family::V4, Family::V6})
                for (const auto &range : verdict::commonRanges(before, after, direction, family)) {
                    const kube::Address address{family, range.first};
                    const bool in = direction == Direction::Ingress;
                    add(in ? address.text() : key, in ? key : address.text(),
                        halfOf(before, direction, {i}, address),
                        halfOf(after, direction, now, address));
                }
    }
    return result;
}

constexpr std::string_view kBorder = "\n---\n";

std::vector<std::string> documentsOf(const std::string &text)
{
    std::vector<std::string> documents;
    for (std::size_t at = 0; at != std::string::npos;) {
        const std::size_t end = text.find(kBorder, at);
        documents.push_back(text.substr(at, end == std::string::npos ? end : end + 1 - at));
        at = end == std::string::npos ? end : end + kBorder.size();
    }
    return documents;
}

bool isPolicy(const std::string &document)
{
    return document.find("kind: NetworkPolicy") != std::string::npos;
}

class Random
{
public:
    explicit Random(unsigned seed) : m_random(seed) {}

    std::size_t below(std::size_t count) { return m_random() % count; }

    /// What people change in a policy: a word, a rule, another policy in its place.
    std::string changed(const std::string &document)
    {
        static const std::vector<std::pair<std::string, std::string>> words{
            {"TCP", "UDP"},        {"UDP", "SCTP"},
            {"port: ", "port: 1"}, {"app", "tier"},
            {"In\n", "NotIn\n"},   {"matchLabels", "notLabels"},
            {"/16", "/12"},        {"web", "api"},
            {"from:", "to:"},      {"podSelector:", "podSelector: {}\n    other:"}};
        switch (below(4)) {
        case 0:
            return {};
        case 1: {
            const unsigned seed = unsigned(below(1'000'000)) + 1;
            for (const std::string &other : documentsOf(oracle::RandomCluster(seed, {}).text()))
                if (isPolicy(other))
                    return other;
            return {};
        }
        default: {
            std::string result = document;
            for (int tries = 0; tries < 30 && result == document; ++tries) {
                const auto &[from, to] = words[below(words.size())];
                std::vector<std::size_t> places;
                for (std::size_t at = 0; (at = result.find(from, at)) != std::string::npos; ++at)
                    places.push_back(at);
                if (!places.empty())
                    result.replace(places[below(places.size())], from.size(), to);
            }
            return result;
        }
        }
    }

private:
    std::mt19937 m_random;
};

} // namespace

void ChangedRulesTest::nothingIsMissed_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("plain") << 0;
    QTest::newRow("mixed pods, addresses") << 1;
    QTest::newRow("cluster-wide policies, IPv6") << 2;
    QTest::newRow("many workloads") << 3;
}

void ChangedRulesTest::nothingIsMissed()
{
    QFETCH(int, kind);
    std::size_t found = 0;
    std::size_t shared = 0;
    for (unsigned seed = 1; seed <= 150; ++seed) {
        oracle::RandomOptions options;
        options.services = options.variedText = false;
        options.mixedPods = options.ownerChains = kind == 1;
        options.adminPolicies = options.ipv6 = kind == 2;
        options.maxWorkloads = kind == 3 ? 20 : 6;
        options.maxPolicies = 10;
        kube::Workspace workspace;
        std::vector<FileId> files;
        std::vector<std::string> documents;
        for (const std::string &one :
             documentsOf(oracle::RandomCluster(seed + 1000 * unsigned(kind), options).text())) {
            documents.push_back(one);
            files.push_back(workspace.add(std::to_string(files.size()) + ".yaml", one));
        }
        Evaluator evaluator;
        evaluator.update(workspace);
        Random random(seed);
        for (int step = 0; step < 4; ++step) {
            const Evaluator before = evaluator;
            for (std::size_t edits = 1 + random.below(2); edits > 0; --edits) {
                const std::size_t at = random.below(files.size());
                if (!isPolicy(documents[at]) && random.below(8) > 0)
                    continue;
                const std::size_t size = documents[at].size();
                documents[at] = random.changed(documents[at]);
                workspace.apply(files[at], {{{0, size}, documents[at]}});
            }
            evaluator.update(workspace);
            shared += evaluator.sharesEndsWith(before) ? 1 : 0;
            const Told wanted = differences(before, evaluator);
            found += wanted.size();
            const Told told = toldOf(before, evaluator);
            if (told != wanted)
                for (const auto &[ends, ports] : wanted)
                    QVERIFY2(told.count(ends) > 0, (std::to_string(seed) + ": " + ends).c_str());
            QCOMPARE(told, wanted);
            Evaluator fresh; // shares nothing
            fresh.update(workspace);
            QCOMPARE(toldOf(before, fresh), wanted);
        }
    }
    qInfo("%zu differences, %zu of 600 comparisons share their ends", found, shared);
    QVERIFY(found > 300 && shared > 100);
}

namespace {

const std::string kPods = "kind: Pod\nmetadata: {name: a, namespace: n, labels: {app: a}}\n---\n"
                          "kind: Pod\nmetadata: {name: b, namespace: n, labels: {app: b}}\n---\n"
                          "kind: Pod\nmetadata: {name: c, namespace: n, labels: {app: c}}\n---\n";

std::string admits(const std::string &target, const std::string &source)
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p" + target +
           ", namespace: n}\nspec: {podSelector: {matchLabels: {app: " + target +
           "}}, ingress: [{from: [{podSelector: {matchLabels: {app: " + source + "}}}]}]}\n---\n";
}

Evaluator evaluatorOf(const std::string &text)
{
    kube::Workspace workspace;
    workspace.add("a.yaml", text);
    Evaluator evaluator;
    evaluator.update(workspace);
    return evaluator;
}

} // namespace

/// Of two ends that go on as one, each is compared with it.
void ChangedRulesTest::twoThatBecomeOne()
{
    const Evaluator before = evaluatorOf(kPods + admits("c", "d"));
    const Evaluator after = evaluatorOf(kPods + admits("c", "b"));
    const auto changes =
        verdict::verdictChanges(before, after, SIZE_MAX, {{"n/a[Pod]", "n/b[Pod]"}}).pairs;
    std::set<std::string> sources;
    for (const auto &change : changes)
        sources.insert(nameOf(before, change.source));
    QCOMPARE(sources, (std::set<std::string>{"n/a[Pod]", "n/b[Pod]"}));
}

/// Both halves of such a pair may stay as they are, and what is allowed may not.
void ChangedRulesTest::podsOfSeveralKinds()
{
    const auto pod = [](const std::string &nameSpace, const std::string &name,
                        const std::string &labels, const std::string &owner) {
        return "---\napiVersion: v1\nkind: Pod\nmetadata: {name: " + name +
               ", namespace: " + nameSpace + ", labels: {" + labels + "}" + owner + "}\n";
    };
    const auto policy = [](const std::string &nameSpace, const std::string &name,
                           const std::string &spec) {
        return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " +
               name + ", namespace: " + nameSpace + "}\nspec: " + spec + "\n";
    };
    const std::string owned = ", ownerReferences: [{apiVersion: apps/v1, kind: DaemonSet, name: d, "
                              "uid: d, controller: true}]";
    const std::string to = "{to: [{namespaceSelector: {}, podSelector: {matchLabels: {v: ";
    const std::string text =
        pod("x", "d1", "v: one", owned) + pod("x", "d2", "v: two", owned) +
        pod("y", "s", "app: s", "") +
        policy("x", "in",
               "{podSelector: {matchLabels: {v: one}}, ingress: [{from: [{namespaceSelector: "
               "{}}]}]}") +
        policy("y", "out",
               "{podSelector: {}, policyTypes: [Egress], egress: [" + to +
                   "one}}}], ports: [{port: 80}]}, " + to + "two}}}], ports: [{port: 443}]}]}");
    const Evaluator before = evaluatorOf(text);
    Evaluator after = before;
    kube::Workspace workspace;
    workspace.add("a.yaml", text + policy("x", "wall", "{podSelector: {}}"));
    after.update(workspace);
    const Told told = toldOf(before, after);
    QCOMPARE(told, differences(before, after));
    QVERIFY(told.contains("y/s[Pod] > x/d[DaemonSet]"));
}

/// Another plugin may judge any pair otherwise, whatever the policies say.
void ChangedRulesTest::anotherPlugin()
{
    const Evaluator before = evaluatorOf(kPods + admits("c", "d"));
    Evaluator after = before;
    verdict::PluginProfile none = after.profile();
    none.enforces = false;
    after.setProfile(none);
    kube::Workspace workspace;
    workspace.add("a.yaml", kPods + admits("c", "d"));
    after.update(workspace);
    QCOMPARE(toldOf(before, after), differences(before, after));
    QVERIFY(!toldOf(before, after).empty());
}

QTEST_GUILESS_MAIN(ChangedRulesTest)
#include "tst_changed_rules.moc"
