#include <QTest>

#include "base/united.h"
#include "kube/network_policy.h"
#include "kube/workload.h"

using namespace drawbridge;
using namespace drawbridge::kube;

/// Addresses, ports and selectors as values.
class KubeValues : public QObject
{
    Q_OBJECT
private slots:
    void addressText_data();
    void addressText();
    void cidrText_data();
    void cidrText();
    void addressesOfIpBlock();
    void unionOfMany();
    void addressesAtTheEnds();
    void connectionText();
    void connectionLabel();
    void connectionArithmetic();
    void requirements_data();
    void requirements();
    void selectorMatches();
    void selectorAsLabels();
    void selectorCanonical();
    void names();
};

void KubeValues::addressText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical"); // empty: refused
    const auto row = [](const char *text, const char *canonical) {
        QTest::newRow(*text ? text : "empty") << QByteArray(text) << QByteArray(canonical);
    };
    row("1.2.3.4", "1.2.3.4");
    row("255.255.255.255", "255.255.255.255");
    row("::", "::");
    row("::1", "::1");
    row("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1");    // RFC 5952: the first of equal runs
    row("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"); // a single group is not shortened
    row("1:0:0:2:0:0:0:3", "1:0:0:2::3");
    row("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0");
    row("::ffff:1.2.3.4", "::ffff:1.2.3.4");
    row("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304");
    row("fe80::", "fe80::");
    for (const char *text : {"",
                             "1.2.3",
                             "1.2.3.4.5",
                             "1.2.3.256",
                             "01.2.3.4",
                             "1.2.3.04",
                             "1..3.4",
                             "1.2.3.4 ",
                             "+1.2.3.4",
                             "1.2.3.-4",
                             "1.2.3.1000",
                             ":",
                             ":::",
                             "1::2::3",
                             ":1::",
                             "1:2:3:4:5:6:7",
                             "1:2:3:4:5:6:7:8:9",
                             "1:2:3:4:5:6:7:8::",
                             "::12345",
                             "::g",
                             "fe80::1%eth0",
                             "::1.2.3",
                             "::1.2.3.04",
                             "1.2.3.4::",
                             "1:2:3:4:5:6:7:1.2.3.4",
                             "::1.2.3.4:5"})
        row(text, "");
}

void KubeValues::addressText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    const auto address = parseAddress(text.toStdString());
    QCOMPARE(address.has_value(), !canonical.isEmpty());
    if (!address)
        return;
    QCOMPARE(QByteArray::fromStdString(address->text()), canonical);
    QCOMPARE(parseAddress(address->text()) == address, true);
}

void KubeValues::cidrText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("canonical");
    QTest::addColumn<QByteArray>("last");
    QTest::addColumn<bool>("hadHostBits");
    const auto row = [](const char *text, const char *canonical, const char *last, bool host) {
        QTest::newRow(*text ? text : "empty")
            << QByteArray(text) << QByteArray(canonical) << QByteArray(last) << host;
    };
    row("10.0.0.0/8", "10.0.0.0/8", "10.255.255.255", false);
    row("10.0.0.5/24", "10.0.0.0/24", "10.0.0.255", true);
    row("0.0.0.0/0", "0.0.0.0/0", "255.255.255.255", false);
    row("1.2.3.4/32", "1.2.3.4/32", "1.2.3.4", false);
    row("1.2.3.4/31", "1.2.3.4/31", "1.2.3.5", false);
    row("::/0", "::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", false);
    row("2001:db8::/64", "2001:db8::/64", "2001:db8::ffff:ffff:ffff:ffff", false);
    row("2001:db8::/63", "2001:db8::/63", "2001:db8:0:1:ffff:ffff:ffff:ffff", false);
    row("2001:db8::/65", "2001:db8::/65", "2001:db8::7fff:ffff:ffff:ffff", false);
    row("2001:DB8:0::1/32", "2001:db8::/32", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff", true);
    row("::1/128", "::1/128", "::1", false);
    for (const char *text :
         {"", "10.0.0.0", "10.0.0.0/", "/8", "10.0.0.0/33", "10.0.0.0/08", "010.0.0.0/8",
          "10.0.0.0/+8", "10.0.0.0/ 8", "10.0.0.0/8/8", "::/129", "::/1280", "fe80::1%eth0/64"})
        row(text, "", "", false);
}

void KubeValues::cidrText()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, canonical);
    QFETCH(QByteArray, last);
    QFETCH(bool, hadHostBits);
    const auto cidr = parseCidr(text.toStdString());
    QCOMPARE(cidr.has_value(), !canonical.isEmpty());
    if (!cidr)
        return;
    QCOMPARE(QByteArray::fromStdString(cidr->text()), canonical);
    QCOMPARE(QByteArray::fromStdString(Address{cidr->family, cidr->last}.text()), last);
    QCOMPARE(cidr->hadHostBits, hadHostBits);
}

void KubeValues::unionOfMany()
{
    using Set = IntervalSet<std::uint32_t>;
    QVERIFY(united(std::vector<Set>{}).isEmpty());
    for (std::uint32_t count = 1; count < 40; ++count) {
        std::vector<Set> sets;
        Set slow;
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t first = i * 7919 % 101;
            sets.push_back({first, first + i % 3});
            slow |= sets.back();
        }
        QVERIFY(united(sets) == slow);
    }
}

void KubeValues::addressesOfIpBlock()
{
    IpBlock block;
    block.cidr = *parseCidr("10.0.0.0/8");
    block.except = {*parseCidr("10.0.0.0/16"), *parseCidr("10.255.255.255/32")};
    const AddressSet set = block.addresses();
    const auto has = [&set](const char *text) { return set.contains(parseAddress(text)->value); };
    QVERIFY(!has("9.255.255.255") && !has("10.0.255.255") && has("10.1.0.0"));
    QVERIFY(has("10.255.255.254") && !has("10.255.255.255") && !has("11.0.0.0"));
    QCOMPARE(set.intervals().size(), std::size_t(1));
}

void KubeValues::addressesAtTheEnds()
{
    IpBlock block;
    block.cidr = *parseCidr("::/0");
    block.except = {*parseCidr("::/64"), *parseCidr("ffff:ffff:ffff:ffff::/64")};
    const AddressSet set = block.addresses();
    QCOMPARE(set.intervals().size(), std::size_t(1));
    QCOMPARE((Address{Family::V6, set.intervals()[0].first}.text()), std::string("0:0:0:1::"));
    QCOMPARE((Address{Family::V6, set.intervals()[0].last}.text()),
             std::string("ffff:ffff:ffff:fffe:ffff:ffff:ffff:ffff"));
    QVERIFY(lastOf(Family::V4) == parseAddress("255.255.255.255")->value);
    QVERIFY(lastOf(Family::V6) == parseCidr("::/0")->last);
}

void KubeValues::connectionText()
{
    QCOMPARE(ConnectionSet::all().text(), std::string("All Connections"));
    QCOMPARE(ConnectionSet().text(), std::string("No Connections"));
    ConnectionSet set = ConnectionSet::of(Protocol::Udp, 53, 53);
    set.insert(Protocol::Tcp, 445, 445);
    set.insert(Protocol::Tcp, 443, 444);
    set.insert(Protocol::Tcp, 80, 80);
    set.insert(Protocol::Sctp, 1, kLastPort);
    QCOMPARE(set.text(), std::string("SCTP 1-65535,TCP 80,443-445,UDP 53"));
    set.insert(Protocol::Tcp, 1, kLastPort);
    QVERIFY(!set.isAll());
    set.insert(Protocol::Udp, 0, 1000000); // cut to what a port can be
    QVERIFY(set.isAll());
    QVERIFY(set == ConnectionSet::all());
    QVERIFY(ConnectionSet::of(Protocol::Tcp, 90, 80).isEmpty());
}

void KubeValues::connectionLabel()
{
    ConnectionSet set = ConnectionSet::of(Protocol::Tcp, 80, 80);
    QCOMPARE(set.label(), std::string("TCP 80"));
    set.insert(Protocol::Tcp, 443, 445);
    set.insert(Protocol::Udp, 53, 53);
    QCOMPARE(set.label(), std::string("TCP 80, 443-445 \u00b7 UDP 53"));
    QCOMPARE(ConnectionSet::all().label(), std::string("all ports"));
}

void KubeValues::connectionArithmetic()
{
    const ConnectionSet web = ConnectionSet::of(Protocol::Tcp, 80, 443);
    const ConnectionSet dns = ConnectionSet::of(Protocol::Udp, 53, 53);
    QVERIFY((web & dns).isEmpty());
    QCOMPARE((web | dns).text(), std::string("TCP 80-443,UDP 53"));
    QCOMPARE(((web | dns) - ConnectionSet::of(Protocol::Tcp, 100, 200)).text(),
             std::string("TCP 80-99,201-443,UDP 53"));
    QVERIFY((web | dns).contains(web) && !web.contains(dns) && web.contains(ConnectionSet()));
    QVERIFY(web.contains(Protocol::Tcp, 443) && !web.contains(Protocol::Udp, 443));
    QCOMPARE((ConnectionSet::all() - web).text(),
             std::string("SCTP 1-65535,TCP 1-79,444-65535,UDP 1-65535"));
}

void KubeValues::requirements_data()
{
    QTest::addColumn<int>("op");
    QTest::addColumn<bool>("otherValue");
    QTest::addColumn<bool>("listedValue");
    QTest::addColumn<bool>("withoutKey");
    QTest::newRow("In") << int(Operator::In) << false << true << false;
    QTest::newRow("NotIn") << int(Operator::NotIn) << true << false << true;
    QTest::newRow("Exists") << int(Operator::Exists) << true << true << false;
    QTest::newRow("DoesNotExist") << int(Operator::DoesNotExist) << false << false << true;
}

void KubeValues::requirements()
{
    QFETCH(int, op);
    Requirement requirement;
    requirement.key = "app";
    requirement.op = Operator(op);
    requirement.values = {"a", "b"};
    QTEST(requirement.matches({{"app", "c"}}), "otherValue");
    QTEST(requirement.matches({{"app", "b"}}), "listedValue");
    QTEST(requirement.matches({{"tier", "a"}}), "withoutKey");
}

namespace {

Requirement requirement(const char *key, Operator op, std::vector<std::string> values = {})
{
    Requirement result;
    result.key = key;
    result.op = op;
    result.values = std::move(values);
    return result;
}

} // namespace

void KubeValues::selectorMatches()
{
    LabelSelector selector;
    QVERIFY(selector.isEmpty() && selector.matches({}));
    selector.matchLabels = {{"app", "a"}, {"tier", "x"}};
    QVERIFY(selector.matches({{"app", "a"}, {"tier", "x"}, {"more", ""}}));
    QVERIFY(!selector.matches({{"app", "a"}})); // and, not or
    selector.expressions = {requirement("old", Operator::DoesNotExist),
                            requirement("env", Operator::In, {"p", "q"})};
    QVERIFY(selector.matches({{"app", "a"}, {"tier", "x"}, {"env", "q"}}));
    QVERIFY(!selector.matches({{"app", "a"}, {"tier", "x"}}));
    QVERIFY(!selector.matches({{"app", "a"}, {"tier", "x"}, {"env", "q"}, {"old", ""}}));
}

void KubeValues::selectorAsLabels()
{
    LabelSelector selector;
    selector.matchLabels = {{"app", "a"}};
    selector.expressions = {requirement("tier", Operator::In, {"x", "x"}),
                            requirement("app", Operator::In, {"a"})};
    QVERIFY(selector.asLabels() == Labels({{"app", "a"}, {"tier", "x"}}));
    selector.expressions.push_back(requirement("app", Operator::In, {"b"}));
    QVERIFY(!selector.asLabels());
    selector.expressions = {requirement("tier", Operator::In, {"x", "y"})};
    QVERIFY(!selector.asLabels());
    selector.expressions = {requirement("tier", Operator::Exists)};
    QVERIFY(!selector.asLabels());
}

void KubeValues::selectorCanonical()
{
    LabelSelector selector;
    QCOMPARE(selector.canonical(), std::string());
    selector.matchLabels = {{"app", "api"}};
    selector.expressions = {requirement("old", Operator::DoesNotExist),
                            requirement("tier", Operator::In, {"b", "a", "b"})};
    QCOMPARE(selector.canonical(), std::string("app=api,tier in (a,b),!old"));
    LabelSelector same;
    same.expressions = {
        requirement("tier", Operator::In, {"a", "b"}), requirement("app", Operator::In, {"api"}),
        requirement("old", Operator::DoesNotExist), requirement("old", Operator::DoesNotExist)};
    QCOMPARE(same.canonical(), selector.canonical());
    same.expressions = {requirement("x", Operator::Exists),
                        requirement("x", Operator::NotIn, {"", "b"})};
    QCOMPARE(same.canonical(), std::string("x notin (,b),x"));
}

void KubeValues::names()
{
    QVERIFY(protocolNamed("TCP") == Protocol::Tcp && !protocolNamed("tcp") && !protocolNamed(""));
    QVERIFY(workloadKindNamed("CronJob") == WorkloadKind::CronJob && !workloadKindNamed("pod"));
    QCOMPARE(nameOf(WorkloadKind::ReplicationController), "ReplicationController");
}

QTEST_APPLESS_MAIN(KubeValues)
#include "tst_kube_values.moc"
