#include "verdict/explain.h"

#include <QTest>

using namespace drawbridge;
using Verdict = verdict::Explanation::Verdict;

/// What can be told is told, and what depends on something that nobody states is not.
class ExplainDoubtsTest : public QObject
{
    Q_OBJECT

private slots:
    void twinsAdmitOtherPorts();
    void aTwinCannotBeTold();
    void passesToTheBaseline_data();
    void passesToTheBaseline();
    void firstMatchDecides_data();
    void firstMatchDecides();
    void networksOfAnUnsureSubject_data();
    void networksOfAnUnsureSubject();
    void unstatedAddresses_data();
    void unstatedAddresses();
    void nodesOfClusterNetworkPolicy_data();
    void nodesOfClusterNetworkPolicy();
    void twinsTogether();
    void labelsThatControllersAdd_data();
    void labelsThatControllersAdd();
    void perhapsForOnePod();
};

namespace {

const std::string kPods = R"({kind: Pod, metadata: {name: web, namespace: shop, labels: {app: web}}}
---
{kind: Pod, metadata: {name: api, namespace: lab, labels: {app: api}}}
)";

std::string policy(const std::string &ingress)
{
    return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
           "metadata: {name: p, namespace: lab}\nspec: {podSelector: {}, ingress: [" +
           ingress + "]}\n";
}

std::string clusterPolicy(const std::string &kind, const std::string &rules)
{
    const bool isAdmin = kind == "AdminNetworkPolicy";
    return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: " + kind +
           "\nmetadata: {name: default}\nspec: {" + (isAdmin ? "priority: 1, " : "") +
           "subject: {namespaces: {}}, ingress: [" + rules + "]}\n";
}

verdict::Explanation explained(const std::string &text, const kube::ConnectionSet &ports = {})
{
    kube::Workspace workspace;
    workspace.add("a.yaml", kPods + text);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    verdict::Explanation answer =
        verdict::explain(workspace, evaluator, verdict::Party::of(evaluator.find("shop/web[Pod]")),
                         verdict::Party::of(evaluator.find("lab/api[Pod]")), ports);
    for (verdict::Doubt &doubt : answer.doubts)
        doubt.policy = nullptr; // gone with the workspace
    return answer;
}

kube::ConnectionSet tcp(std::uint32_t port)
{
    return kube::ConnectionSet::of(kube::Protocol::Tcp, port, port);
}

} // namespace

void ExplainDoubtsTest::twinsAdmitOtherPorts()
{
    const std::string twins = policy("{ports: [{port: 80}]}") + policy("{ports: [{port: 443}]}");
    const verdict::Explanation any = explained(twins);
    QCOMPARE(any.verdict, Verdict::CannotTell);
    QCOMPARE(any.doubts.front().kind, verdict::Doubt::Kind::Twin);
    QCOMPARE(explained(twins, tcp(80)).verdict, Verdict::CannotTell);
    QCOMPARE(explained(twins, tcp(22)).verdict, Verdict::NotAllowed);
    const std::string alike =
        policy("{ports: [{port: 80}]}") + policy("{ports: [{port: 80}, {port: 80}]}");
    QCOMPARE(explained(alike).verdict, Verdict::Allowed);
}

void ExplainDoubtsTest::aTwinCannotBeTold()
{
    const std::string byTeam = "{from: [{namespaceSelector: {matchLabels: {team: red}}}]}";
    QCOMPARE(explained(policy(byTeam), tcp(80)).verdict, Verdict::CannotTell);
    const verdict::Explanation answer = explained(policy(byTeam) + policy(""), tcp(80));
    QCOMPARE(answer.verdict, Verdict::CannotTell);
    QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::Twin);
}

void ExplainDoubtsTest::passesToTheBaseline_data()
{
    QTest::addColumn<QString>("behind");
    QTest::addColumn<Verdict>("verdict");
    const auto baseline = [](const char *rules) {
        return QString::fromStdString(clusterPolicy("BaselineAdminNetworkPolicy", rules));
    };
    QTest::newRow("nothing behind") << "" << Verdict::Allowed;
    QTest::newRow("denied") << baseline("{action: Deny, from: [{namespaces: {}}]}")
                            << Verdict::NotAllowed;
    QTest::newRow("admitted first") << baseline("{action: Allow, from: [{namespaces: {}}]}, "
                                                "{action: Deny, from: [{namespaces: {}}]}")
                                    << Verdict::Allowed;
    QTest::newRow("denied for labels that nobody states")
        << baseline("{action: Deny, from: [{namespaces: {matchLabels: {env: y}}}]}")
        << Verdict::CannotTell;
    QTest::newRow("admitted first for labels that nobody states")
        << baseline("{action: Allow, from: [{namespaces: {matchLabels: {env: y}}}]}, "
                    "{action: Deny, from: [{namespaces: {}}]}")
        << Verdict::CannotTell;
    QTest::newRow("a policy admits it") << QString::fromStdString(policy("{}")) << Verdict::Allowed;
    QTest::newRow("a policy does not")
        << QString::fromStdString(policy("{ports: [{port: 81}]}")) << Verdict::NotAllowed;
    QTest::newRow("a policy may") << QString::fromStdString(policy(
                                         "{from: [{namespaceSelector: {matchLabels: {a: b}}}]}"))
                                  << Verdict::CannotTell;
}

/// Whether a rule that passes holds does not matter where the same comes of it.
void ExplainDoubtsTest::passesToTheBaseline()
{
    QFETCH(QString, behind);
    QFETCH(Verdict, verdict);
    const std::string pass = clusterPolicy(
        "AdminNetworkPolicy", "{action: Pass, from: [{namespaces: {matchLabels: {env: x}}}]}");
    const verdict::Explanation answer = explained(pass + behind.toStdString(), tcp(80));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    const std::string denied = clusterPolicy(
        "AdminNetworkPolicy", "{action: Pass, from: [{namespaces: {matchLabels: {env: x}}}]}, "
                              "{action: Deny, from: [{namespaces: {}}]}");
    // Denied if it does not hold; else what comes behind it counts.
    const Verdict other = explained(denied + behind.toStdString(), tcp(80)).verdict;
    QCOMPARE(other, verdict == Verdict::NotAllowed ? verdict : Verdict::CannotTell);
}

void ExplainDoubtsTest::firstMatchDecides_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("rules");
    QTest::addColumn<Verdict>("verdict");
    const QString allow = "{action: Allow, from: [{namespaces: {}}]}";
    const QString deny = "{action: Deny, from: [{namespaces: {}}]}";
    const QString mayDeny = "{action: Deny, from: [{namespaces: {matchLabels: {env: y}}}]}";
    const QString mayAllow = "{action: Allow, from: [{namespaces: {matchLabels: {env: y}}}]}";
    // Without the label it holds too, so it is taken to hold; but nobody states the labels.
    const QString unlabelled = "{action: Allow, from: [{namespaces: {matchExpressions: "
                               "[{key: env, operator: DoesNotExist}]}}]}";
    const auto row = [](const char *name, const QString &kind, const QString &rules,
                        Verdict verdict) { QTest::newRow(name) << kind << rules << verdict; };
    const QString admin = "AdminNetworkPolicy";
    const QString baseline = "BaselineAdminNetworkPolicy";
    row("allowed before it may be denied", baseline, allow + ", " + mayDeny, Verdict::Allowed);
    row("denied before it may be allowed", baseline, deny + ", " + mayAllow, Verdict::NotAllowed);
    row("may be denied before it is allowed", baseline, mayDeny + ", " + allow,
        Verdict::CannotTell);
    row("may be denied, then denied", baseline, mayDeny + ", " + deny, Verdict::NotAllowed);
    row("may be allowed, then allowed", admin, mayAllow + ", " + allow, Verdict::Allowed);
    row("may be allowed, then may be denied", admin, mayAllow + ", " + mayDeny,
        Verdict::CannotTell);
    row("taken to be allowed, then denied", admin, unlabelled + ", " + deny, Verdict::CannotTell);
    row("taken to be allowed, then may be denied", admin, unlabelled + ", " + mayDeny,
        Verdict::CannotTell);
}

void ExplainDoubtsTest::firstMatchDecides()
{
    QFETCH(QString, kind);
    QFETCH(QString, rules);
    QFETCH(Verdict, verdict);
    const verdict::Explanation answer =
        explained(clusterPolicy(kind.toStdString(), rules.toStdString()), tcp(80));
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
}

namespace {

/// What `web` may open to an address outside on TCP 80.
verdict::Explanation toOutside(const std::string &policies, const char *address)
{
    kube::Workspace workspace;
    workspace.add("a.yaml", kPods + policies);
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    verdict::Explanation answer =
        verdict::explain(workspace, evaluator, verdict::Party::of(evaluator.find("shop/web[Pod]")),
                         verdict::Party::of(*kube::parseAddress(address)), tcp(80));
    for (verdict::Doubt &doubt : answer.doubts)
        doubt.policy = nullptr; // gone with the workspace
    return answer;
}

std::string egressPolicy(const std::string &kind, const std::string &subject,
                         const std::string &rules)
{
    const std::string place = kind == "ClusterNetworkPolicy" ? "tier: Admin, priority: 1, "
                              : kind == "AdminNetworkPolicy" ? "priority: 1, "
                                                             : "";
    return "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: " + kind +
           "\nmetadata: {name: default}\nspec: {" + place + "subject: " + subject + ", egress: [" +
           rules + "]}\n";
}

} // namespace

void ExplainDoubtsTest::networksOfAnUnsureSubject_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("address");
    QTest::addColumn<Verdict>("verdict");
    for (const char *kind :
         {"AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy"}) {
        QTest::addRow("%s, in the network", kind) << kind << "203.0.113.9" << Verdict::CannotTell;
        QTest::addRow("%s, in none", kind) << kind << "198.51.100.9" << Verdict::Allowed;
        QTest::addRow("%s, IPv6", kind) << kind << "2001:db8::9" << Verdict::CannotTell;
    }
}

void ExplainDoubtsTest::networksOfAnUnsureSubject()
{
    QFETCH(QString, kind);
    QFETCH(QString, address);
    QFETCH(Verdict, verdict);
    const verdict::Explanation answer =
        toOutside(egressPolicy(kind.toStdString(), "{namespaces: {matchLabels: {tenant: a}}}",
                               "{action: Deny, to: [{networks: [203.0.113.0/24, "
                               "'2001:db8::/32']}]}"),
                  address.toUtf8().constData());
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
}

void ExplainDoubtsTest::unstatedAddresses_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("denied to nodes") << "{action: Deny, to: [{nodes: {}}]}" << Verdict::CannotTell;
    QTest::newRow("allowed first")
        << "{action: Allow, to: [{networks: [203.0.113.0/24]}]}, {action: Deny, to: [{nodes: {}}]}"
        << Verdict::Allowed;
    QTest::newRow("allowed to nodes")
        << "{action: Allow, to: [{nodes: {}}]}, {action: Deny, to: [{networks: [0.0.0.0/0]}]}"
        << Verdict::CannotTell;
    QTest::newRow("allowed to names")
        << "{action: Allow, to: [{domainNames: [a.example]}]}, {action: Deny, to: [{networks: "
           "[0.0.0.0/0]}]}"
        << Verdict::CannotTell;
    QTest::newRow("other ports")
        << "{action: Deny, to: [{nodes: {}}], ports: [{portNumber: {port: 81}}]}"
        << Verdict::Allowed;
}

void ExplainDoubtsTest::unstatedAddresses()
{
    QFETCH(QString, rules);
    QFETCH(Verdict, verdict);
    const verdict::Explanation answer = toOutside(
        egressPolicy("AdminNetworkPolicy", "{namespaces: {}}", rules.toStdString()), "203.0.113.9");
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    if (verdict == Verdict::CannotTell)
        QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::UnstatedAddresses);
}

void ExplainDoubtsTest::nodesOfClusterNetworkPolicy_data()
{
    QTest::addColumn<QString>("rules");
    QTest::addColumn<Verdict>("verdict");
    const QString nodes = "{action: %1, to: [{nodes: {}}]}";
    const QString network = "{action: %1, to: [{networks: [203.0.113.0/24]}]}";
    const QString tcp81 = "{action: Deny, to: [{nodes: {}}], protocols: [{tcp: {destinationPort: "
                          "{number: 81}}}]}";
    QTest::newRow("denied to nodes") << nodes.arg("Deny") << Verdict::CannotTell;
    // A plugin that knows no nodes denies what the rule would pass on.
    QTest::newRow("passed on to nodes") << nodes.arg("Pass") << Verdict::CannotTell;
    QTest::newRow("accepted to nodes") << nodes.arg("Accept") << Verdict::Allowed;
    QTest::newRow("accepted to nodes alone")
        << nodes.arg("Accept") + ", " + network.arg("Deny") << Verdict::CannotTell;
    QTest::newRow("accepted to names alone")
        << "{action: Accept, to: [{domainNames: [a.example]}]}, " + network.arg("Deny")
        << Verdict::CannotTell;
    QTest::newRow("accepted first")
        << network.arg("Accept") + ", " + nodes.arg("Deny") << Verdict::Allowed;
    QTest::newRow("denied first") << network.arg("Deny") + ", " + nodes.arg("Accept")
                                  << Verdict::NotAllowed;
    QTest::newRow("other ports") << tcp81 << Verdict::Allowed;
}

/// What lists take to be closed is no answer: manifests do not say which addresses nodes have.
void ExplainDoubtsTest::nodesOfClusterNetworkPolicy()
{
    QFETCH(QString, rules);
    QFETCH(Verdict, verdict);
    const verdict::Explanation answer =
        toOutside(egressPolicy("ClusterNetworkPolicy", "{namespaces: {}}", rules.toStdString()),
                  "203.0.113.9");
    QCOMPARE(answer.verdict, verdict);
    QCOMPARE(answer.doubts.empty(), verdict != Verdict::CannotTell);
    if (verdict == Verdict::CannotTell)
        QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::UnstatedAddresses);
}

void ExplainDoubtsTest::labelsThatControllersAdd_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isToSet"); // else from it
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, const std::string &text, bool isToSet, Verdict verdict) {
        QTest::newRow(name) << QString::fromStdString(text) << isToSet << int(verdict);
    };
    const auto spec = [](const std::string &name, const std::string &nameSpace,
                         const std::string &rest) {
        return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " +
               name + ", namespace: " + nameSpace + "}\nspec: {" + rest + "}\n";
    };
    const std::string set =
        "---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, namespace: lab}\n"
        "spec: {template: {metadata: {labels: {app: db}}}}\n";
    const std::string ordinal =
        "---\napiVersion: v1\nkind: Pod\nmetadata: {name: db-0, namespace: lab, labels: {app: db, "
        "statefulset.kubernetes.io/pod-name: db-0}, ownerReferences: [{apiVersion: apps/v1, kind: "
        "StatefulSet, name: db, uid: a, controller: true}]}\n";
    const std::string name = "statefulset.kubernetes.io/pod-name: db-1";
    const std::string denied =
        spec("p", "lab", "podSelector: {matchLabels: {" + name + "}}, policyTypes: [Ingress]");
    row("a policy may isolate it", set + denied, true, Verdict::CannotTell);
    row("of another set",
        set + spec("p", "lab",
                   "podSelector: {matchLabels: {app: x, " + name + "}}, policyTypes: [Ingress]"),
        true, Verdict::Allowed);
    row("in another namespace",
        set + spec("p", "shop", "podSelector: {matchLabels: {" + name + "}}"), true,
        Verdict::Allowed);
    row("the other direction",
        set + spec("p", "lab", "podSelector: {matchLabels: {" + name + "}}, policyTypes: [Egress]"),
        true, Verdict::Allowed);
    row("the pods are known", set + ordinal + denied, true, Verdict::Allowed);
    row("of Jobs", set + spec("p", "lab", "podSelector: {matchLabels: {job-name: db}}"), true,
        Verdict::Allowed);
    row("it admits everyone too",
        set + spec("p", "lab", "podSelector: {matchLabels: {" + name + "}}, ingress: [{}]"), true,
        Verdict::Allowed);
    const std::string deny = spec("deny", "lab", "podSelector: {}, policyTypes: [Ingress]");
    row("another denies", set + denied + deny, true, Verdict::NotAllowed);
    row("it may admit what another denies",
        set + deny + spec("p", "lab", "podSelector: {matchLabels: {" + name + "}}, ingress: [{}]"),
        true, Verdict::CannotTell);
    const auto ofLabel = [&](const std::string &label) {
        return set + spec("p", "lab", "podSelector: {matchLabels: {" + label + "}}");
    };
    row("a name that none of its pods gets", ofLabel("statefulset.kubernetes.io/pod-name: dbb-0"),
        true, Verdict::Allowed);
    row("an index", ofLabel("apps.kubernetes.io/pod-index: \"0\""), true, Verdict::CannotTell);
    row("no index", ofLabel("apps.kubernetes.io/pod-index: first"), true, Verdict::Allowed);
    row("an index, and the pods are known",
        ofLabel("apps.kubernetes.io/pod-index: \"0\"") + ordinal, true, Verdict::Allowed);
    row("without the label",
        set + spec("p", "lab",
                   "podSelector: {matchExpressions: [{key: statefulset.kubernetes.io/pod-name, "
                   "operator: NotIn, values: [db-1]}]}, policyTypes: [Ingress]"),
        true, Verdict::CannotTell);
    const auto from = [&](const std::string &labels) {
        return set + spec("p", "shop",
                          "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: "
                          "{kubernetes.io/metadata.name: lab}}, podSelector: {matchLabels: {" +
                              labels + "}}}]}]");
    };
    row("a peer that may be it", from(name), false, Verdict::CannotTell);
    row("a peer of another set", from("app: x, " + name), false, Verdict::NotAllowed);
    row("a peer that is it", from("app: db"), false, Verdict::Allowed);
    row("a cluster-wide rule",
        set +
            "---\napiVersion: policy.networking.k8s.io/v1alpha1\nkind: AdminNetworkPolicy\n"
            "metadata: {name: a}\nspec: {priority: 1, subject: {pods: {namespaceSelector: {}, "
            "podSelector: {matchLabels: {" +
            name + "}}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n",
        true, Verdict::CannotTell);
}

void ExplainDoubtsTest::labelsThatControllersAdd()
{
    QFETCH(QString, text);
    QFETCH(bool, isToSet);
    kube::Workspace workspace;
    workspace.add("a.yaml", kPods + text.toStdString());
    verdict::Evaluator evaluator;
    evaluator.update(workspace);
    const auto set = verdict::Party::of(evaluator.find("lab/db[StatefulSet]"));
    const auto web = verdict::Party::of(evaluator.find("shop/web[Pod]"));
    const verdict::Explanation answer =
        verdict::explain(workspace, evaluator, isToSet ? web : set, isToSet ? set : web, tcp(80));
    QTEST(int(answer.verdict), "verdict");
    QCOMPARE(answer.doubts.empty(), answer.verdict != Verdict::CannotTell);
    if (answer.verdict == Verdict::CannotTell)
        QCOMPARE(answer.doubts.front().kind, verdict::Doubt::Kind::AddedLabel);
}

/// What pods of one template get is not known, whichever of two policies counts, and whatever the
/// plugin makes of SCTP.
void ExplainDoubtsTest::perhapsForOnePod()
{
    const auto policyFor = [](const std::string &labels) {
        return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, "
               "namespace: lab}\nspec: {podSelector: {matchLabels: {" +
               labels + "}}, ingress: [{ports: [{protocol: SCTP, port: 5000}]}]}\n";
    };
    const std::string set =
        "---\napiVersion: apps/v1\nkind: StatefulSet\nmetadata: {name: db, namespace: lab}\n"
        "spec: {template: {metadata: {labels: {app: db}}}}\n";
    const std::string one = policyFor("statefulset.kubernetes.io/pod-name: db-0");
    const auto verdictOf = [&](const std::string &text, const char *plugin) {
        kube::Workspace workspace;
        workspace.add("a.yaml", kPods + set + text);
        verdict::Evaluator evaluator;
        evaluator.setProfile(*verdict::PluginProfile::parse(plugin));
        evaluator.update(workspace);
        return verdict::explain(workspace, evaluator,
                                verdict::Party::of(evaluator.find("shop/web[Pod]")),
                                verdict::Party::of(evaluator.find("lab/db[StatefulSet]")),
                                kube::ConnectionSet::of(kube::Protocol::Sctp, 5000, 5000))
            .verdict;
    };
    QCOMPARE(verdictOf(one, "kubernetes"), Verdict::Allowed);
    QCOMPARE(verdictOf(one, "cilium"), Verdict::CannotTell);
    QCOMPARE(verdictOf(policyFor("app: web"), "cilium"), Verdict::Allowed);
    const std::string denies = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                               "metadata: {name: p, namespace: lab}\nspec: {podSelector: "
                               "{matchLabels: {statefulset.kubernetes.io/pod-name: db-0}}}\n";
    QCOMPARE(verdictOf(denies + policyFor("app: web"), "kubernetes"), Verdict::CannotTell);
    QCOMPARE(verdictOf(policyFor("app: x") + policyFor("app: web"), "kubernetes"),
             Verdict::Allowed);
}

/// Neither of two twins matters alone, nor do all together: it is this of one and that of the
/// other.
void ExplainDoubtsTest::twinsTogether()
{
    const auto named = [](const char *name, const char *ports) {
        return "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: " +
               std::string(name) +
               ", namespace: lab}\nspec: {podSelector: {}, ingress: [{ports: [{port: " + ports +
               "}]}]}\n";
    };
    const std::string first = named("one", "81") + named("one", "80");
    const std::string second = named("two", "81") + named("two", "80");
    // Port 80 stays where one of the two goes to 81.
    QCOMPARE(explained(first + named("two", "80"), tcp(80)).verdict, Verdict::Allowed);
    const verdict::Explanation both = explained(first + second, tcp(80));
    QCOMPARE(both.verdict, Verdict::CannotTell);
    QCOMPARE(both.doubts.size(), std::size_t(2));
    // With a third of which the other version admits it, all of the others admit it again.
    const std::string third = named("three", "80") + named("three", "82");
    const verdict::Explanation some = explained(first + second + third, tcp(80));
    QCOMPARE(some.verdict, Verdict::CannotTell);
    QCOMPARE(some.doubts.size(), std::size_t(2));
    // Of pods that are not asked about.
    const std::string other = "---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\n"
                              "metadata: {name: x, namespace: lab}\nspec: {podSelector: "
                              "{matchLabels: {app: none}}, ingress: [";
    QCOMPARE(explained(other + "]}\n" + other + "{}]}\n", tcp(80)).verdict, Verdict::Allowed);
}

QTEST_GUILESS_MAIN(ExplainDoubtsTest)
#include "tst_explain_doubts.moc"
