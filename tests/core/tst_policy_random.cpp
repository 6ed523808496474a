#include "oracle/random_cluster.h"
#include "support/cases.h"
#include "support/intent_world.h"

#include <QTest>

#include <map>
#include <random>

using namespace drawbridge;
using kube::Direction;

/// Random changes of policies in the manifests of others and in random clusters: done exactly, or
/// refused with a reason that the text gives.
class PolicyRandomTest : public QObject
{
    Q_OBJECT

private slots:
    void realWorld_data();
    void realWorld();
    void randomClusters();
    void servicesGoAndComeBack();
};

namespace {

class Mutator
{
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}

    int below(std::size_t n) { return int(m_random() % n); }

    void change(kube::NetworkPolicy &policy)
    {
        const Direction direction = kube::kDirections[below(2)];
        auto &rules = direction == Direction::Ingress ? policy.ingress : policy.egress;
        switch (below(7)) {
        case 0:
            relabel(*policy.subject);
            break;
        case 1:
            (direction == Direction::Ingress ? policy.isolatesIngress : policy.isolatesEgress) ^=
                true;
            // The API server takes an empty list for "by the rules".
            policy.isolatesIngress |= !policy.isolatesEgress;
            break;
        case 2:
            rules.insert(rules.begin() + below(rules.size() + 1), rule());
            break;
        case 3:
            if (!rules.empty())
                rules.erase(rules.begin() + below(rules.size()));
            break;
        case 4:
            if (!rules.empty())
                std::swap(rules[std::size_t(below(rules.size()))], rules.front());
            break;
        default:
            if (!rules.empty())
                change(rules[std::size_t(below(rules.size()))]);
        }
    }

private:
    kube::PortRule port()
    {
        kube::PortRule result;
        result.protocol = kube::kProtocols[std::size_t(below(3))];
        const int kind = below(4);
        if (kind == 0)
            result.name = "metrics";
        if (kind > 1)
            result.port = std::uint32_t(1 + below(1000));
        if (kind == 3)
            result.endPort = *result.port + std::uint32_t(below(50));
        return result;
    }

    kube::Peer peer()
    {
        kube::Peer result;
        const int kind = below(4);
        if (kind == 0) {
            result.ipBlock = kube::IpBlock{*kube::parseCidr("10.0.0.0/8"), {}};
            if (below(2))
                result.ipBlock->except = {*kube::parseCidr("10.9.0.0/16")};
            return result;
        }
        if (kind != 1)
            relabel(result.pods.emplace());
        if (kind != 2)
            relabel(result.namespaces.emplace());
        return result;
    }

    kube::Rule rule()
    {
        kube::Rule result;
        for (int i = below(3); i > 0; --i)
            result.peers.push_back(peer());
        for (int i = below(3); i > 0; --i)
            result.ports.push_back(port());
        result.anyPeer = result.peers.empty();
        result.anyPort = result.ports.empty();
        return result;
    }

    void relabel(kube::LabelSelector &selector)
    {
        const std::string value(1, char('a' + below(26)));
        const int kind = below(5);
        if (kind == 0 && !selector.matchLabels.empty())
            selector.matchLabels.erase(selector.matchLabels.begin());
        else if (kind == 1 && !selector.expressions.empty())
            selector.expressions.pop_back();
        else if (kind == 2)
            selector.expressions.push_back({"zone", kube::kOperators[below(2)], {value, "z"}, {}});
        else if (kind == 3 && !selector.expressions.empty())
            selector.expressions.front().key = "other";
        else
            selector.matchLabels[below(2) ? "app" : "tier"] = value;
    }

    void change(kube::Rule &rule)
    {
        switch (below(5)) {
        case 0:
            rule.peers.insert(rule.peers.begin() + below(rule.peers.size() + 1), peer());
            break;
        case 1:
            rule.ports.insert(rule.ports.begin() + below(rule.ports.size() + 1), port());
            break;
        case 2:
            if (!rule.peers.empty())
                rule.peers.erase(rule.peers.begin() + below(rule.peers.size()));
            break;
        case 3:
            if (!rule.ports.empty())
                change(rule.ports[std::size_t(below(rule.ports.size()))]);
            break;
        default:
            if (!rule.peers.empty())
                change(rule.peers[std::size_t(below(rule.peers.size()))]);
        }
        rule.anyPeer = rule.peers.empty();
        rule.anyPort = rule.ports.empty();
    }

    void change(kube::PortRule &old)
    {
        kube::PortRule now = port();
        now.origin = old.origin;
        old = now;
    }

    void change(kube::Peer &old)
    {
        if (below(3) == 0) {
            const kube::Origin origin = old.origin;
            old = peer();
            old.origin = origin;
        } else if (old.pods) {
            relabel(*old.pods);
        } else if (old.namespaces) {
            relabel(*old.namespaces);
        } else {
            old.ipBlock->cidr = *kube::parseCidr("10.0.0.0/7");
        }
    }

    std::mt19937 m_random;
};

/// Every object but one, as values.
std::vector<kube::ObjectPtr> others(const IntentWorld &world, const std::string &name)
{
    std::vector<kube::ObjectPtr> result;
    for (const kube::ObjectPtr &object : world.workspace.objects())
        if (object->meta.name != name)
            result.push_back(object);
    return result;
}

bool areEqual(const std::vector<kube::ObjectPtr> &a, const std::vector<kube::ObjectPtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto &x, const auto &y) {
        return x->meta == y->meta && x->value == y->value;
    });
}

/// Changes policies `steps` times in a row; gives how many were refused, by code.
void run(IntentWorld &world, unsigned seed, int steps, std::map<int, int> &refused, int &done)
{
    Mutator mutator(seed);
    for (int step = 0; step < steps; ++step) {
        std::vector<kube::ObjectPtr> policies;
        for (const kube::ObjectPtr &object : world.workspace.objects())
            if (object->policy() && object->policy()->subject && !object->policy()->wouldBeRefused)
                policies.push_back(object);
        if (policies.empty())
            return;
        const kube::ObjectPtr policy = policies[std::size_t(mutator.below(policies.size()))];
        edit::ChangePolicy intent{policy, policy->meta.name, *policy->policy()};
        mutator.change(intent.wanted);
        const auto plan = world.plan(intent);
        if (!plan) {
            ++refused[int(plan.failure().code)];
            continue;
        }
        const auto before = others(world, policy->meta.name);
        world.take(plan);
        ++done;
        QVERIFY(areEqual(before, others(world, policy->meta.name)));
        bool isThere = false;
        for (const kube::ObjectPtr &object : world.workspace.objects()) {
            if (object->meta.name != policy->meta.name || !object->policy())
                continue;
            kube::NetworkPolicy now = *object->policy();
            now.hasPolicyTypes = intent.wanted.hasPolicyTypes;
            isThere |= now == intent.wanted;
        }
        QVERIFY(isThere);
    }
}

void tell(const std::map<int, int> &refused, int done)
{
    QString line = QString("%1 done").arg(done);
    for (const auto &[code, count] : refused)
        line += QString(", refused with code %1: %2").arg(code).arg(count);
    qInfo("%s", qPrintable(line));
}

} // namespace

void PolicyRandomTest::realWorld_data()
{
    QTest::addColumn<QString>("folder");
    const QString root = test::shared("cases/realworld");
    for (const QString &name : test::folders(root))
        QTest::newRow(qPrintable("realworld/" + name)) << root + '/' + name;
}

void PolicyRandomTest::realWorld()
{
    if (!test::hasShared())
        QSKIP("the cases of others are not here (../shared)");
    QFETCH(QString, folder);
    IntentWorld world(test::load(folder + "/manifests"));
    std::map<int, int> refused;
    int done = 0;
    run(world, 5, 60, refused, done);
    tell(refused, done);
    QCOMPARE(refused[int(Code::EditWouldChangeMore)], 0);
}

void PolicyRandomTest::randomClusters()
{
    std::map<int, int> refused;
    int done = 0;
    for (unsigned seed = 1; seed <= 60; ++seed) {
        oracle::RandomOptions options;
        options.variedText = seed % 2;
        IntentWorld world{kube::Workspace()};
        world.open(oracle::RandomCluster(seed, options).files());
        run(world, seed, 20, refused, done);
    }
    tell(refused, done);
    QVERIFY(done > 500);
    QVERIFY(refused[int(Code::EditWouldChangeMore)] * 100 < done);
}

/// A service that is copied, removed and pasted again brings the same verdicts back.
void PolicyRandomTest::servicesGoAndComeBack()
{
    int done = 0;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        oracle::RandomOptions options;
        options.variedText = false;
        options.podAddresses = false;
        IntentWorld world(oracle::RandomCluster(seed, options).text());
        for (const verdict::Endpoint &endpoint : std::vector(world.evaluator.endpoints())) {
            if (!endpoint.selector)
                continue;
            const edit::Rename there{endpoint.key(), "renamed"};
            const std::string before = world.list();
            const auto plan = world.plan(there);
            if (!plan)
                continue;
            QVERIFY(plan->alsoChanges.empty());
            IntentWorld renamed(edit::applied(world.workspace, *plan));
            const std::string key = plan->renamed.at(endpoint.key());
            QVERIFY(renamed.evaluator.find(key).isValid());
            const auto back = renamed.plan(edit::Rename{key, endpoint.name});
            QVERIFY(back.isOk());
            renamed.take(back);
            QCOMPARE(renamed.list(), before);
            ++done;
        }
    }
    qInfo("%d renamed and back", done);
    QVERIFY(done > 10);
}

QTEST_APPLESS_MAIN(PolicyRandomTest)
#include "tst_policy_random.moc"
