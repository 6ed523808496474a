#include "edit/intent.h"
#include "graph/graph.h"
#include "kube/workspace.h"
#include "verdict/evaluator.h"

#include <QTest>

#include <algorithm>

using namespace drawbridge;
using kube::ConnectionSet;
using kube::Direction;
using kube::Protocol;
using kube::RuleAction;
using verdict::Party;

/// AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy: what is refused, and
/// what then counts; whose rule decides; edits that they stand against.
class ClusterPolicyTest : public QObject
{
    Q_OBJECT

private slots:
    void problems_data();
    void problems();
    void verdicts_data();
    void verdicts();
    void namesTheRule();
    void equalPriorities();
    void editsMeetThem();
    void drawsWhatAccepts();
    void locksKnowWhoDenies();
    void wallsKnowTheirPolicy_data();
    void wallsKnowTheirPolicy();
};

namespace {

const char *const kPods =
    "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: x, labels: {app: a}}\n"
    "---\napiVersion: v1\nkind: Pod\nmetadata: {name: b, namespace: x, labels: {app: b}}\n";

std::string policy(const std::string &kind, const std::string &spec, const std::string &name = "p")
{
    const bool isNew = kind == "ClusterNetworkPolicy";
    return "---\napiVersion: policy.networking.k8s.io/" +
           std::string(isNew ? "v1alpha2" : "v1alpha1") + "\nkind: " + kind +
           "\nmetadata: {name: " + name + "}\nspec: {" + spec + "}\n";
}

std::string admin(const std::string &ingress, int priority = 5, const std::string &name = "p")
{
    return policy("AdminNetworkPolicy",
                  "priority: " + std::to_string(priority) +
                      ", subject: {namespaces: {}}, ingress: [" + ingress + "]",
                  name);
}

struct World
{
    explicit World(const std::string &text)
    {
        file = workspace.add("a.yaml", kPods + text);
        evaluator.update(workspace);
    }
    verdict::EndpointId id(const char *name) const
    {
        return evaluator.find("x/" + std::string(name) + "[Pod]");
    }
    Party party(const char *name) const { return Party::of(id(name)); }
    std::string verdict() const { return evaluator.allowed(party("a"), party("b")).text(); }

    kube::Workspace workspace;
    verdict::Evaluator evaluator;
    FileId file;
};

const std::string kFromAll = "from: [{namespaces: {}}]";
const std::string kNothing = "No Connections";
const std::string kAll = "All Connections";
const std::string kIsolated = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                              "metadata: {name: n, namespace: x}\nspec: {podSelector: {}}\n";

} // namespace

void ClusterPolicyTest::problems_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code"); // -1: none
    const auto row = [](const char *name, const std::string &text, int code) {
        QTest::newRow(name) << QByteArray::fromStdString(text) << code;
    };
    const std::string allow = "{action: Allow, " + kFromAll + "}";
    const std::string rest = ", subject: {namespaces: {}}, ingress: [" + allow + "]";
    const std::string cluster = "tier: Admin, priority: 5, subject: {namespaces: {}}, egress: ";
    row("right", admin(allow), -1);
    row("priority 1000", policy("AdminNetworkPolicy", "priority: 1000" + rest), -1);
    row("priority 1001", policy("AdminNetworkPolicy", "priority: 1001" + rest),
        int(Code::InvalidValue));
    row("no priority", policy("AdminNetworkPolicy", rest.substr(2)), int(Code::RequiredValue));
    row("no tier", policy("ClusterNetworkPolicy", "priority: 1, subject: {namespaces: {}}"),
        int(Code::RequiredValue));
    row("not called default", policy("BaselineAdminNetworkPolicy", rest.substr(2), "other"),
        int(Code::InvalidValue));
    row("called default", policy("BaselineAdminNetworkPolicy", rest.substr(2), "default"), -1);
    row("no rules", admin(""), int(Code::NoRules));
    row("empty from", admin("{action: Deny, from: []}"), int(Code::RequiredValue));
    row("empty ports", admin("{action: Deny, ports: [], " + kFromAll + "}"), int(Code::EmptyPorts));
    row("two in a peer", admin("{action: Deny, from: [{namespaces: {}, pods: {}}]}"),
        int(Code::ForbiddenValue));
    row("the other API's word", admin("{action: Accept, " + kFromAll + "}"),
        int(Code::UnsupportedValue));
    row("port 0", admin("{action: Deny, ports: [{portNumber: {port: 0}}], " + kFromAll + "}"),
        int(Code::InvalidValue));
    row("range of one, old",
        admin("{action: Deny, ports: [{portRange: {start: 5, end: 5}}], " + kFromAll + "}"), -1);
    row("nodes", policy("ClusterNetworkPolicy", cluster + "[{action: Deny, to: [{nodes: {}}]}]"),
        int(Code::PeerNotJudged));
    row("domain names",
        policy("ClusterNetworkPolicy",
               cluster + "[{action: Accept, to: [{domainNames: [example.com]}]}]"),
        int(Code::PeerNotJudged));
    row("range of one, new",
        policy("ClusterNetworkPolicy",
               cluster + "[{action: Deny, to: [{namespaces: {}}], protocols: [{tcp: "
                         "{destinationPort: {range: {start: 5, end: 5}}}}]}]"),
        int(Code::InvalidValue));
    row("no CIDR",
        policy("ClusterNetworkPolicy", cluster + "[{action: Deny, to: [{networks: [10.0.0.0]}]}]"),
        int(Code::InvalidValue));
}

void ClusterPolicyTest::problems()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    const World world(text.toStdString());
    const auto diagnostics = world.workspace.diagnostics();
    if (code < 0) {
        QVERIFY(diagnostics.empty());
        return;
    }
    const auto found =
        std::find_if(diagnostics.begin(), diagnostics.end(),
                     [&](const Diagnostic &diagnostic) { return int(diagnostic.code) == code; });
    QVERIFY(found != diagnostics.end());
    QVERIFY(found->place.range.begin > std::string(kPods).size());
}

void ClusterPolicyTest::verdicts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("verdict"); // of a to b
    const auto row = [](const char *name, const std::string &text, const std::string &verdict) {
        QTest::newRow(name) << QByteArray::fromStdString(text)
                            << QByteArray::fromStdString(verdict);
    };
    const std::string tcp80 = "ports: [{portNumber: {port: 80}}], ";
    const std::string but80 = "SCTP 1-65535,TCP 1-79,81-65535,UDP 1-65535";
    const auto rule = [](const std::string &action, const std::string &more = kFromAll) {
        return "{action: " + action + ", " + more + "}";
    };
    const auto baseline = [&](const std::string &rules) {
        return policy("BaselineAdminNetworkPolicy",
                      "subject: {namespaces: {}}, ingress: [" + rules + "]", "default");
    };
    row("deny", admin(rule("Deny")), kNothing);
    row("the first rule wins", admin(rule("Allow", tcp80 + kFromAll) + "," + rule("Deny")),
        "TCP 80");
    row("allow beats isolation", admin(rule("Allow")) + kIsolated, kAll);
    row("pass skips the Admin tier", admin(rule("Pass"), 1, "q") + admin(rule("Deny"), 2), kAll);
    row("pass goes on to isolation", admin(rule("Pass")) + kIsolated, kNothing);
    row("the lower priority first", admin(rule("Deny"), 9, "q") + admin(rule("Allow"), 2), kAll);
    row("baseline", baseline(rule("Deny", tcp80 + kFromAll)), but80);
    row("baseline is nothing to the isolated", baseline(rule("Allow")) + kIsolated, kNothing);
    // What cannot be read: an Accept rule admits nothing by it, all others deny what it may mean.
    row("unreadable peer of Allow",
        admin(rule("Allow", "from: [{pods: 7}]") + "," + rule("Deny", tcp80 + kFromAll)), but80);
    row("unreadable peer of Deny", admin(rule("Deny", "from: [{pods: 7}]")), kNothing);
    row("unreadable peer of Pass", admin(rule("Pass", "from: [{pods: 7}]")), kNothing);
    row("unreadable port of Allow",
        admin(rule("Allow", "ports: [{portNumber: {port: 0}}], " + kFromAll)) + kIsolated,
        kNothing);
    row("unreadable port of Deny",
        admin(rule("Deny", "ports: [{portNumber: {port: 0}}], " + kFromAll)), kNothing);
    row("unreadable action", admin(rule("allow")) + kIsolated, kNothing);
    row("unknown field of Allow", admin(rule("Allow", "port: 80, " + kFromAll)) + kIsolated,
        kNothing);
    row("unreadable subject",
        policy("AdminNetworkPolicy", "priority: 1, subject: {}, ingress: [" + rule("Deny") + "]"),
        kNothing);
    row("Allow of an unreadable subject",
        policy("AdminNetworkPolicy", "priority: 1, subject: {}, ingress: [" + rule("Allow") + "]") +
            kIsolated,
        kNothing);
    row("Deny of an unreadable priority comes first",
        policy("AdminNetworkPolicy",
               "priority: x, subject: {namespaces: {}}, ingress: [" + rule("Deny") + "]", "q") +
            admin(rule("Allow"), 0),
        kNothing);
    row("rule that is no rule", admin("deny"), kNothing);
    row("equal priorities", admin(rule("Allow"), 5, "q") + admin(rule("Deny"), 5), kNothing);
    row("equal priorities, Pass before Allow",
        admin(rule("Allow"), 5, "q") + admin(rule("Pass"), 5) + kIsolated, kNothing);
    row("another group",
        "---\napiVersion: networking.k8s.aws/v1alpha1\nkind: ClusterNetworkPolicy\n"
        "metadata: {name: p}\nspec: {tier: Admin, priority: 1, subject: {namespaces: {}}, "
        "ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n",
        kAll);
}

void ClusterPolicyTest::verdicts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, verdict);
    QCOMPARE(QByteArray::fromStdString(World(text.toStdString()).verdict()), verdict);
}

void ClusterPolicyTest::namesTheRule()
{
    const World world(admin("{action: Allow, ports: [{portNumber: {port: 80}}], " + kFromAll +
                            "}, {action: Deny, " + kFromAll + "}") +
                      kIsolated);
    const auto uses = world.evaluator.rules(Direction::Ingress, world.party("a"), world.party("b"));
    QCOMPARE(uses.size(), std::size_t(2));
    QCOMPARE(uses[0].action, RuleAction::Accept);
    QCOMPARE(uses[0].ports, ConnectionSet::of(Protocol::Tcp, 80, 80));
    QCOMPARE(uses[1].action, RuleAction::Deny);
    QCOMPARE(uses[1].rule, std::size_t(1));
    QVERIFY(!uses[1].ports.contains(Protocol::Tcp, 80));
    QVERIFY(uses[1].policy->clusterPolicy());
    QVERIFY(world.evaluator.isRestricted(world.id("b"), Direction::Ingress));
    QVERIFY(!world.evaluator.isRestricted(world.id("b"), Direction::Egress));
}

void ClusterPolicyTest::equalPriorities()
{
    const std::string rule = "{action: Deny, " + kFromAll + "}";
    const World world(admin(rule, 5, "q") + admin(rule, 5));
    const auto diagnostics = world.workspace.diagnostics();
    QCOMPARE(diagnostics.size(), std::size_t(1));
    QCOMPARE(diagnostics[0].code, Code::EqualPriority);
    QCOMPARE(diagnostics[0].related.size(), std::size_t(1));
    QVERIFY(diagnostics[0].related[0].range.begin < diagnostics[0].place.range.begin);
    QVERIFY(World(admin(rule, 5, "q") + admin(rule, 6)).workspace.diagnostics().empty());
}

void ClusterPolicyTest::editsMeetThem()
{
    const edit::End a{edit::End::Kind::Endpoint, "x/a[Pod]", {}};
    const edit::End b{edit::End::Kind::Endpoint, "x/b[Pod]", {}};
    const World denied(admin("{name: stop, action: Deny, " + kFromAll + "}"));
    edit::Allow allow;
    allow.source = a;
    allow.target = b;
    allow.ports.push_back(*edit::parsePort("TCP/80"));
    const auto refused = edit::rewrite(denied.workspace, denied.evaluator, allow);
    QVERIFY(!refused);
    QCOMPARE(refused.failure().code, Code::DeniedByPolicy);
    QCOMPARE(refused.failure().arguments[2], std::string("AdminNetworkPolicy p"));
    QCOMPARE(refused.failure().arguments[5], std::string("stop"));

    const World granted(admin("{name: let, action: Allow, " + kFromAll + "}") + kIsolated);
    edit::Revoke revoke;
    revoke.source = a;
    revoke.target = b;
    const auto kept = edit::rewrite(granted.workspace, granted.evaluator, revoke);
    QVERIFY(!kept);
    QCOMPARE(kept.failure().code, Code::GrantedByPolicy);
    QCOMPARE(kept.failure().arguments[5], std::string("let"));
}

void ClusterPolicyTest::drawsWhatAccepts()
{
    const World world(admin("{action: Deny, from: [{namespaces: {matchLabels: {no: such}}}]}, "
                            "{action: Allow, from: [{pods: {namespaceSelector: {}, podSelector: "
                            "{matchLabels: {app: a}}}}]}"));
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    QCOMPARE(graph.arrows.size(), std::size_t(1));
    QCOMPARE(graph.arrows[0].source, std::string("x/a[Pod]"));
    QCOMPARE(graph.arrows[0].target, graph::frameKey("x"));
    QCOMPARE(graph.arrows[0].rules[0].rule, std::size_t(1));
    QCOMPARE(graph.frames.size(), std::size_t(1));
}

/// A padlock that is open all the same does not say that everything is.
void ClusterPolicyTest::locksKnowWhoDenies()
{
    const World world(admin("{action: Deny, ports: [{portNumber: {port: 22, protocol: TCP}}], "
                            "from: [{namespaces: {}}]}",
                            5, "no-ssh"));
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    const graph::Node *node = graph.node("x/a[Pod]");
    QVERIFY(node->ingress == graph::Lock::Open);
    QCOMPARE(node->ingressDenial.policies, std::vector<std::string>{"AdminNetworkPolicy no-ssh"});
    QVERIFY(!node->ingressDenial.isAll);
    QVERIFY(node->egressDenial.policies.empty());
    QVERIFY(graph.frames[0].ingress == graph::Wall::Open);

    const World accepting(admin("{action: Allow, from: [{namespaces: {}}]}"));
    const graph::Graph open = graph::build(accepting.workspace, accepting.evaluator);
    QVERIFY(open.node("x/a[Pod]")->ingressDenial.policies.empty());
}

void ClusterPolicyTest::wallsKnowTheirPolicy_data()
{
    QTest::addColumn<QString>("policies");
    QTest::addColumn<bool>("isWall");
    const std::string all = "{action: Deny, from: [{namespaces: {}}]}";
    const auto baseline = [&](const std::string &ingress, const std::string &subject) {
        return QString::fromStdString(policy("BaselineAdminNetworkPolicy",
                                             "subject: " + subject + ", ingress: [" + ingress + "]",
                                             "default"));
    };
    QTest::newRow("denies all") << baseline(all, "{namespaces: {}}") << true;
    QTest::newRow("denies what no rule accepts")
        << baseline("{action: Allow, from: [{pods: {namespaceSelector: {}, podSelector: "
                    "{matchLabels: {app: a}}}}]}, " +
                        all,
                    "{namespaces: {}}")
        << true;
    QTest::newRow("one port only")
        << baseline("{action: Deny, ports: [{portNumber: {port: 22, protocol: TCP}}], from: "
                    "[{namespaces: {}}]}",
                    "{namespaces: {}}")
        << false;
    QTest::newRow("some pods only")
        << baseline(all, "{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: a}}}}")
        << false;
    QTest::newRow("of other namespaces")
        << baseline(all, "{namespaces: {matchLabels: {kubernetes.io/metadata.name: y}}}") << false;
    QTest::newRow("after one that accepts all")
        << baseline(all, "{namespaces: {}}") +
               QString::fromStdString(admin("{action: Allow, from: [{namespaces: {}}]}"))
        << false;
}

void ClusterPolicyTest::wallsKnowTheirPolicy()
{
    QFETCH(QString, policies);
    QFETCH(bool, isWall);
    const World world(policies.toStdString());
    const graph::Graph graph = graph::build(world.workspace, world.evaluator);
    const graph::Frame *frame = graph.frame(graph::frameKey("x"));
    QCOMPARE(frame->ingress == graph::Wall::Full, isWall);
    QCOMPARE(frame->ingressWallBy, std::string(isWall ? "BaselineAdminNetworkPolicy default" : ""));
    QCOMPARE(frame->ingressSource.object != nullptr, isWall);
    QVERIFY(frame->egress == graph::Wall::Open);
    if (isWall)
        QVERIFY(graph.node("x/b[Pod]")->ingressDenial.isAll);
}

QTEST_GUILESS_MAIN(ClusterPolicyTest)
#include "tst_cluster_policy.moc"
