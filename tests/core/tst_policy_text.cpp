#include "edit/policy_text.h"

#include <QTest>

using namespace drawbridge;

/// Selectors, labels, ports and ranges as one line.
class PolicyTextTest : public QObject
{
    Q_OBJECT

private slots:
    void selectors_data();
    void selectors();
    void ports_data();
    void ports();
    void labels();
    void cidrs();
    void originsOfPortsAreKept();
    void originsOfExpressionsAreKept();
};

void PolicyTextTest::selectors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again"); // empty: refused
    QTest::newRow("everything") << " * "
                                << "*";
    QTest::newRow("label") << "app=web"
                           << "app=web";
    QTest::newRow("labels") << "tier = back,app==web"
                            << "app=web, tier=back";
    QTest::newRow("in") << "tier in (a,b)"
                        << "tier in (a, b)";
    QTest::newRow("in of one stays one") << "tier in (a)"
                                         << "tier in (a)";
    QTest::newRow("not in") << "zone notin (x)"
                            << "zone notin (x)";
    QTest::newRow("unequal") << "zone!=x"
                             << "zone notin (x)";
    QTest::newRow("exists") << "canary"
                            << "canary";
    QTest::newRow("absent") << "! old"
                            << "!old";
    QTest::newRow("empty value in a list") << "env notin (\"\", prod)"
                                           << "env notin (\"\", prod)";
    QTest::newRow("empty value alone") << "env in (\"\")"
                                       << "env in (\"\")";
    QTest::newRow("prefix") << "app.kubernetes.io/name=web"
                            << "app.kubernetes.io/name=web";
    QTest::newRow("empty value") << "app="
                                 << "app=";
    QTest::newRow("all kinds") << "app=web,!old,tier in (a, b),zone notin (x),canary"
                               << "app=web, !old, tier in (a, b), zone notin (x), canary";
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("commas") << ", ,"
                            << "";
    QTest::newRow("two values of a key") << "app=a,app=b"
                                         << "";
    QTest::newRow("bad key") << "a b=c"
                             << "";
    QTest::newRow("bad value") << "app=a b"
                               << "";
    QTest::newRow("no values") << "app in ()"
                               << "";
    QTest::newRow("open bracket") << "app in (a"
                                  << "";
    QTest::newRow("star and more") << "*,app=a"
                                   << "";
}

void PolicyTextTest::selectors()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    const auto selector = edit::parseSelector(text.toStdString());
    QCOMPARE(selector.isOk(), !again.isEmpty());
    if (!selector.isOk()) {
        QCOMPARE(selector.failure().code, Code::InvalidSelector);
        return;
    }
    const std::string shown = edit::selectorText(*selector);
    QCOMPARE(QString::fromStdString(shown), again);
    QVERIFY(*edit::parseSelector(shown) == *selector);
}

void PolicyTextTest::ports_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again"); // empty: refused
    QTest::newRow("all") << "all"
                         << "all";
    QTest::newRow("number") << "8080"
                            << "8080";
    QTest::newRow("several") << "8080,udp/53  8000-8010"
                             << "8080, UDP/53, 8000-8010";
    QTest::newRow("named") << "http, UDP/dns"
                           << "http, UDP/dns";
    QTest::newRow("all of a protocol") << "SCTP/all TCP/all"
                                       << "SCTP/all, TCP/all";
    QTest::newRow("nothing") << "  "
                             << "";
    QTest::newRow("too large") << "70000"
                               << "";
    QTest::newRow("backwards") << "90-80"
                               << "";
    QTest::newRow("all and more") << "all, 80"
                                  << "";
    QTest::newRow("no name") << "a_b"
                             << "";
    QTest::newRow("no protocol") << "ICMP/8"
                                 << "";
}

void PolicyTextTest::ports()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    const auto ports = edit::parsePorts(text.toStdString());
    QCOMPARE(ports.isOk(), !again.isEmpty());
    if (!ports.isOk())
        return;
    const std::string shown = edit::portsText(*ports);
    QCOMPARE(QString::fromStdString(shown), again);
    QVERIFY(*edit::parsePorts(shown) == *ports);
}

void PolicyTextTest::labels()
{
    QCOMPARE(edit::labelsText(*edit::parseLabels("b=2, a=1")), std::string("a=1, b=2"));
    QVERIFY(edit::parseLabels("")->empty());
    QVERIFY(!edit::parseLabels("*").isOk());
    QVERIFY(!edit::parseLabels("a in (b, c)").isOk());
}

void PolicyTextTest::cidrs()
{
    QCOMPARE(edit::parseCidrs("10.0.0.0/8, ::/0")->size(), std::size_t(2));
    QVERIFY(edit::parseCidrs("")->empty());
    QCOMPARE(edit::parseCidrs("10.0.0.0").failure().code, Code::InvalidAddress);
}

void PolicyTextTest::originsOfPortsAreKept()
{
    std::vector<kube::PortRule> before = *edit::parsePorts("80, 443, UDP/53");
    for (std::size_t i = 0; i < before.size(); ++i)
        before[i].origin.node = yaml::NodeId(10 + i);
    const auto origins = [&](const char *text) {
        std::vector<kube::PortRule> wanted = *edit::parsePorts(text);
        edit::keepOrigins(before, wanted);
        QStringList result;
        for (const kube::PortRule &port : wanted)
            result += port.origin.node == yaml::kNoNode ? "new" : QString::number(port.origin.node);
        return result.join(' ');
    };
    QCOMPARE(origins("80, 443, UDP/53"), "10 11 12");
    QCOMPARE(origins("8080, 443, UDP/53"), "10 11 12");
    QCOMPARE(origins("443, UDP/53"), "11 12");
    QCOMPARE(origins("80, 443, 8443, UDP/53"), "10 11 new 12");
    QCOMPARE(origins("443, 80, UDP/53"), "11 new 12");
}

void PolicyTextTest::originsOfExpressionsAreKept()
{
    kube::LabelSelector before = *edit::parseSelector("tier in (a), !old, zone notin (x)");
    for (std::size_t i = 0; i < before.expressions.size(); ++i)
        before.expressions[i].origin.node = yaml::NodeId(10 + i);
    kube::LabelSelector wanted = *edit::parseSelector("zone notin (x, y), tier=a, app=web");
    edit::keepOrigins(before, wanted);
    QCOMPARE(edit::selectorText(wanted), std::string("app=web, tier in (a), zone notin (x, y)"));
    QCOMPARE(wanted.expressions[0].origin.node, yaml::NodeId(10));
    QCOMPARE(wanted.expressions[1].origin.node, yaml::NodeId(12));
}

QTEST_APPLESS_MAIN(PolicyTextTest)
#include "tst_policy_text.moc"
