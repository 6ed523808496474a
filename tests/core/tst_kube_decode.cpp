#include "support/kube_text.h"

#include <QTest>

using namespace drawbridge;
using namespace drawbridge::kube;
using namespace drawbridge::test;

namespace {

/// The first ingress rule of a policy whose only rule this is, indented by four blanks.
Rule ruleOf(const std::string &text)
{
    const NetworkPolicy policy = policyOf(policyText("  ingress:\n  - " + text));
    return policy.ingress.size() == 1 ? policy.ingress.front() : Rule{true, true, {}, {}, {}};
}

bool hasProblem(const Object &object, Code code, Severity severity)
{
    for (const Problem &problem : object.problems) {
        if (problem.code == code && problem.severity == severity)
            return true;
    }
    return false;
}

} // namespace

/// What policies mean after the API server's defaulting, and that nonsense never widens them.
class KubeDecode : public QObject
{
    Q_OBJECT
private slots:
    void policyTypes_data();
    void policyTypes();
    void subject_data();
    void subject();
    void anyPeerAndPort_data();
    void anyPeerAndPort();
    void portDefaults();
    void numbers_data();
    void numbers();
    void numbersTooLargeAreToldAsWritten();
    void booleansAsText();
    void refusedExceptDropsTheBlock();
    void hostBitsAndSpelling();
    void unknownFields();
    void keysGivenTwice();
    void mergesAndAliases();
    void origins();
};

void KubeDecode::policyTypes_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<bool>("ingress");
    QTest::addColumn<bool>("egress");
    QTest::addColumn<bool>("has");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *spec, bool ingress, bool egress, bool has, bool refused) {
        QTest::newRow(spec) << QByteArray(spec) << ingress << egress << has << refused;
    };
    row("podSelector: {}", true, false, false, false);
    row("egress: []", true, false, false, false); // not a denial of egress
    row("egress: [{}]", true, true, false, false);
    row("{policyTypes: [], egress: [{}]}", true, true, false, false);
    row("policyTypes:", true, false, false, false);
    row("{policyTypes: [Egress], ingress: [{}]}", false, true, true, false);
    row("policyTypes: [Ingress, Ingress]", true, false, true, false);
    row("policyTypes: [Ingress, Foo]", true, false, true, true);
    row("policyTypes: [egress]", false, true, true, true);
    row("policyTypes: [Foo]", true, true, true, true);
    row("policyTypes: Ingress", true, true, true, true);
    row("policyTypes: {}", true, true, true, true);
    row("policyTypes: [Ingress, Egress, Foo]", true, true, true, true);
    row("egress: {}", true, true, false, true); // it may mean rules
    row("[]", true, true, false, true);
    row("", true, false, false, false);
}

void KubeDecode::policyTypes()
{
    QFETCH(QByteArray, spec);
    const NetworkPolicy policy = policyOf(policyText("  " + spec.toStdString()));
    QTEST(policy.isolatesIngress, "ingress");
    QTEST(policy.isolatesEgress, "egress");
    QTEST(policy.hasPolicyTypes, "has");
    QTEST(policy.wouldBeRefused, "refused");
}

void KubeDecode::subject_data()
{
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<QByteArray>("canonical"); // "-": cannot be read
    const auto row = [](const char *spec, const char *canonical) {
        QTest::newRow(spec) << QByteArray(spec) << QByteArray(canonical);
    };
    row("{}", "");
    row("{podSelector: }", "");
    row("{podSelector: null}", "");
    row("{podSelector: {}}", "");
    row("{podSelector: {matchLabels: , matchExpressions: ~}}", "");
    row("{podSelector: {matchLabels: {app: }}}", "app="); // Go decodes null into ""
    row("{podSelector: {matchLabels: {app: a}, matchExpressions: [{key: b, operator: Exists}]}}",
        "app=a,b");
    row("{podSelector: []}", "-");
    row("{podSelector: web}", "-");
    row("{podSelector: {matchLabels: [a]}}", "-");
    row("{podSelector: {matchLabels: {app@b: a}}}", "-");
    row("{podSelector: {matchLabels: {ok: a, version: 1}}}", "-");
    row("{podSelector: {matchLabels: {ok: a, on: a}}}", "ok=a,true=a");
    row("{podSelector: {matchLabels: {ok: yes}}}", "-");
    row("{podSelector: {matchExpressions: {}}}", "-");
    row("{podSelector: {matchExpressions: [null]}}", "-");
    row("{podSelector: {matchExpressions: [{key: a, operator: Gt, values: ['1']}]}}", "-");
    row("{podSelector: {matchExpressions: [{key: a, operator: In, values: a}]}}", "-");
}

void KubeDecode::subject()
{
    QFETCH(QByteArray, spec);
    QFETCH(QByteArray, canonical);
    const NetworkPolicy policy = policyOf(policyText("  " + spec.toStdString()));
    QVERIFY(policy.isolatesIngress);
    QCOMPARE(QByteArray::fromStdString(policy.subject ? policy.subject->canonical() : "-"),
             canonical);
    QCOMPARE(policy.wouldBeRefused, !policy.subject.has_value());
}

void KubeDecode::anyPeerAndPort_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<bool>("anyPeer");
    QTest::addColumn<bool>("anyPort");
    QTest::addColumn<int>("peers");
    QTest::addColumn<int>("ports");
    const auto row = [](const char *rule, bool anyPeer, bool anyPort, int peers, int ports) {
        QTest::newRow(rule) << QByteArray(rule) << anyPeer << anyPort << peers << ports;
    };
    row("{}", true, true, 0, 0);
    row("{from: }", true, true, 0, 0);
    row("{from: [], ports: []}", true, true, 0, 0);
    row("{from: null, ports: ~}", true, true, 0, 0);
    row("null", true, true, 0, 0); // for the API server the zero rule
    row("{from: [{podSelector: {}}], ports: [{}]}", false, false, 1, 1);
    row("{from: [{}]}", false, true, 0, 0);
    row("{from: [null]}", false, true, 0, 0);
    row("{from: [{podSelector: null}]}", false, true, 0, 0);
    row("{from: x}", false, true, 0, 0);
    row("{from: {podSelector: {}}}", false, true, 0, 0);
    row("{from: [[]]}", false, true, 0, 0);
    row("{from: [{podSelector: {matchLabels: {a: 1}}}]}", false, true, 0, 0);
    row("{from: [{podSelector: x, namespaceSelector: {}}]}", false, true, 0, 0);
    row("{from: [{podSelector: null, namespaceSelector: {}}]}", false, true, 1, 0);
    row("{from: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}", false, true, 0, 0);
    row("{from: [{}, {podSelector: {}}]}", false, true, 1, 0);
    row("{ports: [{port: 0}]}", true, false, 0, 0);
    row("{ports: [{port: 0}, {port: 80}]}", true, false, 0, 1);
    row("{ports: 80}", true, false, 0, 0);
    row("{ports: {port: 80}}", true, false, 0, 0);
    row("{ports: [80]}", true, false, 0, 0);
    row("{ports: [null]}", true, false, 0, 1); // all of TCP, as the API server
    row("{ports: [{port: [80]}]}", true, false, 0, 0);
    row("{ports: [{port: {}}]}", true, false, 0, 0);
    row("{ports: [{port: yes}]}", true, false, 0, 0);
    row("{ports: [{protocol: 6}]}", true, false, 0, 0);
    row("{ports: [{port: 80, endPort: x}]}", true, false, 0, 0);
    row("{to: [{podSelector: {}}]}", true, true, 0, 0); // not a field of an ingress rule
}

void KubeDecode::anyPeerAndPort()
{
    QFETCH(QByteArray, rule);
    const Rule read = ruleOf(rule.toStdString());
    QTEST(read.anyPeer, "anyPeer");
    QTEST(read.anyPort, "anyPort");
    QTEST(int(read.peers.size()), "peers");
    QTEST(int(read.ports.size()), "ports");
}

void KubeDecode::portDefaults()
{
    const Rule rule = ruleOf("{ports: [{}, {port: 53, protocol: UDP}, {port: http, protocol: }, "
                             "{port: 80, endPort: 90}, {port: , endPort: null}]}");
    QCOMPARE(rule.ports.size(), std::size_t(5));
    const PortRule tcp;
    PortRule dns{Protocol::Udp, 53, {}, {}, {}};
    PortRule http{Protocol::Tcp, {}, {}, "http", {}};
    PortRule range{Protocol::Tcp, 80, 90, {}, {}};
    QVERIFY(rule.ports == (std::vector<PortRule>{tcp, dns, http, range, tcp}));
    const NetworkPolicy dropped = policyOf(policyText("  ingress: [x, {}, [], {}]"));
    QCOMPARE(dropped.ingress.size(), std::size_t(2));
    QVERIFY(dropped.wouldBeRefused);
}

void KubeDecode::numbers_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("port"); // -1: refused
    QTest::addColumn<bool>("warns");
    const auto row = [](const char *text, int port, bool warns) {
        QTest::newRow(text) << QByteArray(text) << port << warns;
    };
    row("8080", 8080, false);
    row("010", 8, true);
    row("0o10", 8, true);
    row("08", 8, true); // no octal digit, so a float without fraction
    row("0x1F90", 8080, true);
    row("0b11", 3, true);
    row("8_080", 8080, true);
    row("+80", 80, true);
    row("80.0", 80, true);
    row("8e1", 80, true);
    row("!!int 80", 80, false);
    row("1:30", -1, false); // goyaml.v2 knows no base 60: a text, and no port name
    row("80.5", -1, false);
    row("'80'", -1, false);
    row("!!str 80", -1, false);
    row("!!int '80'", 80, false);
    row("!!int x", -1, false);
    row(".inf", -1, false);
    row("99999999999999999999", -1, false);
    row("2001-01-01", -1, false);
    row("true", -1, false);
}

void KubeDecode::numbers()
{
    QFETCH(QByteArray, text);
    QFETCH(int, port);
    const auto object =
        objectIn(policyText("  ingress:\n  - ports:\n    - port: " + text.toStdString()));
    QVERIFY(object && object->policy());
    const Rule &rule = object->policy()->ingress.at(0);
    QVERIFY(!rule.anyPort);
    QCOMPARE(int(rule.ports.size()), port < 0 ? 0 : 1);
    QCOMPARE(object->policy()->wouldBeRefused, port < 0);
    if (port >= 0)
        QCOMPARE(int(*rule.ports[0].port), port);
    QTEST(hasProblem(*object, Code::Yaml11Number, Severity::Warning), "warns");
}

void KubeDecode::numbersTooLargeAreToldAsWritten()
{
    for (const std::string text : {"99999999999999999999", "-99999999999999999999"}) {
        const auto object = objectIn(policyText("  ingress:\n  - ports:\n    - port: " + text));
        const bool isTold =
            std::any_of(object->problems.begin(), object->problems.end(), [&](const auto &problem) {
                return problem.code == Code::WrongType &&
                       std::count(problem.arguments.begin(), problem.arguments.end(), text) > 0;
            });
        QVERIFY2(isTold, text.c_str());
    }
}

void KubeDecode::booleansAsText()
{
    for (const char *word : {"yes", "No", "ON", "off", "true", "False"}) {
        const auto object =
            objectIn(policyText(std::string("  podSelector: {matchLabels: {a: ") + word + "}}"));
        QVERIFY2(hasProblem(*object, Code::WrongType, Severity::Error), word);
        QVERIFY2(hasProblem(*object, Code::Yaml11Boolean, Severity::Warning), word);
        QVERIFY(!object->policy()->subject);
    }
    for (const char *word : {"'yes'", "\"on\"", "!!str true", "yess", "oN", "tRUE"}) {
        const auto object =
            objectIn(policyText(std::string("  podSelector: {matchLabels: {a: ") + word + "}}"));
        QVERIFY2(object->problems.empty() && object->policy()->subject, word);
    }
    // Most readers take these for texts, goyaml.v2 does not: used as texts, with a warning.
    for (const char *word : {"y", "N"}) {
        const auto object =
            objectIn(policyText(std::string("  podSelector: {matchLabels: {a: ") + word + "}}"));
        QVERIFY2(hasProblem(*object, Code::Yaml11Boolean, Severity::Warning), word);
        QVERIFY(object->policy()->subject->matches({{"a", word}}));
    }
    const auto json = kube::decode(yaml::parseJson(
        R"({"kind": "NetworkPolicy", "metadata": {"name": "p"},
            "spec": {"podSelector": {"matchLabels": {"a": "yes"}}, "ingress": [{"ports":
            [{"port": 80}, {"port": "80"}]}]}})"));
    QCOMPARE(json.size(), std::size_t(1));
    QVERIFY(json[0]->policy()->subject->matches({{"a", "yes"}}));
    QCOMPARE(json[0]->policy()->ingress[0].ports.size(), std::size_t(1));
}

void KubeDecode::refusedExceptDropsTheBlock()
{
    for (const char *except : {"x", "[x]", "[10.1.0.0/16, 11.0.0.0/8]", "[1]", "{}", "[null]"}) {
        const Rule rule =
            ruleOf(std::string("{from: [{ipBlock: {cidr: 10.0.0.0/8, except: ") + except + "}}]}");
        QVERIFY2(!rule.anyPeer && rule.peers.empty(), except);
    }
    const Rule rule = ruleOf("{from: [{ipBlock: {cidr: 10.0.0.0/8, except: }}]}");
    QCOMPARE(rule.peers.size(), std::size_t(1));
}

void KubeDecode::hostBitsAndSpelling()
{
    const std::string text =
        policyText("  ingress:\n  - from:\n    - ipBlock: {cidr: 10.0.0.5/24}\n"
                   "    - ipBlock: {cidr: '2001:DB8::/32'}");
    const auto object = objectIn(text);
    QCOMPARE(object->problems.size(), std::size_t(2));
    const Problem &bits = object->problems[0];
    QCOMPARE(int(bits.code), int(Code::CidrHostBits));
    QCOMPARE(argumentsOf(bits), QStringList({"spec.ingress[0].from[0].ipBlock.cidr",
                                             "\"10.0.0.5/24\"", "\"10.0.0.0/24\""}));
    QCOMPARE(placeOf(text, bits.range.begin), QByteArray("7:23"));
    const Problem &spelling = object->problems[1];
    QCOMPARE(int(spelling.code), int(Code::CidrNotCanonical));
    QCOMPARE(argumentsOf(spelling).last(), QString("\"2001:db8::/32\""));
    QVERIFY(!object->policy()->wouldBeRefused);
    QCOMPARE(object->policy()->ingress[0].peers[0].ipBlock->cidr.text(),
             std::string("10.0.0.0/24"));
}

void KubeDecode::unknownFields()
{
    const std::string text =
        policyText("  podSelector: {}\n  ingress:\n  - form: []\n") + "status: {}\n";
    const auto object = objectIn(text);
    QCOMPARE(object->problems.size(), std::size_t(2));
    QCOMPARE(argumentsOf(object->problems[0]), QStringList("status"));
    QCOMPARE(argumentsOf(object->problems[1]), QStringList("spec.ingress[0].form"));
    QCOMPARE(placeOf(text, object->problems[1].range.begin), QByteArray("7:5"));
    QCOMPARE(int(object->problems[1].severity), int(Severity::Warning));
    QVERIFY(!object->policy()->wouldBeRefused);
}

void KubeDecode::keysGivenTwice()
{
    // Either value may be meant, so neither admits anything.
    const NetworkPolicy policy =
        policyOf(policyText("  ingress:\n  - from: [{podSelector: {}}]\n    from: []\n"));
    QVERIFY(policy.wouldBeRefused);
    QVERIFY(!policy.ingress.at(0).anyPeer && policy.ingress[0].peers.empty());
    const NetworkPolicy subject =
        policyOf(policyText("  podSelector: {matchLabels: {app: a, app: b}}\n"));
    QVERIFY(subject.wouldBeRefused && !subject.subject);
}

void KubeDecode::mergesAndAliases()
{
    const NetworkPolicy policy =
        policyOf(policyText("  podSelector: {matchLabels: &web {app: web}}\n  ingress:\n"
                            "  - &rule\n    from: [{podSelector: {matchLabels: *web}}]\n"
                            "    ports: [{port: 80}]\n"
                            "  - {<<: *rule, ports: []}\n  - *rule\n"));
    QVERIFY(!policy.wouldBeRefused);
    QCOMPARE(policy.ingress.size(), std::size_t(3));
    QVERIFY(policy.ingress[0] == policy.ingress[2]);
    // What the merge brings is read: without it the rule would admit everybody.
    QVERIFY(!policy.ingress[1].anyPeer && policy.ingress[1].anyPort);
    QCOMPARE(policy.ingress[1].peers[0].pods->canonical(), std::string("app=web"));
    const NetworkPolicy bad = policyOf(policyText("  ingress:\n  - {<<: 1}\n"));
    QVERIFY(bad.ingress.empty() && bad.wouldBeRefused);
}

void KubeDecode::origins()
{
    const std::string text = policyText("  podSelector: {matchLabels: {app: a}}\n  ingress:\n"
                                        "  - from:\n    - podSelector: {}\n    ports:\n"
                                        "    - port: 80\n");
    const auto object = objectIn(text);
    const auto at = [&](Origin origin) {
        const TextRange range = object->range(origin, object->piece->tree);
        return text.substr(range.begin, range.size());
    };
    const Rule &rule = object->policy()->ingress.at(0);
    QCOMPARE(at(object->meta.nameOrigin), std::string("p"));
    QCOMPARE(at(object->policy()->subject->origin), std::string("{matchLabels: {app: a}}"));
    QCOMPARE(at(rule.peers.at(0).origin), std::string("podSelector: {}"));
    QCOMPARE(at(rule.ports.at(0).origin), std::string("port: 80"));
    QVERIFY(at(rule.origin).rfind("from:", 0) == 0);
    QCOMPARE(object->range({}, object->piece->tree),
             object->range({object->node}, object->piece->tree));
    QCOMPARE(object->meta.namespaceOrigin.node, yaml::kNoNode);
}

QTEST_APPLESS_MAIN(KubeDecode)
#include "tst_kube_decode.moc"
