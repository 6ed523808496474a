#include "edit/policy_text.h"
#include "support/intent_world.h"

#include <QtTest>

using namespace drawbridge;

/// A range of ports that is moved stays one entry, with the comment beside it.
class RangeEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void moved_data();
    void moved();
};

namespace {

std::string fileOf(const std::string &rules)
{
    return serviceText("api", "  ingress:\n" + rules) + "---\n" + serviceText("web") + "---\n" +
           serviceText("jobs");
}

std::string from(const std::vector<std::string> &names, const std::string &ports)
{
    std::string text = "    - from:\n";
    for (const std::string &name : names)
        text += "        - podSelector: {matchLabels: {app: " + name + "}}\n";
    return text + "      ports:\n" + ports;
}

const std::string kRange = "        - port: 8000 # ours\n          endPort: 8010\n";
const std::string kEighty = "        - port: 80\n";

/// "80 8000-8010; 443": the entries of each rule of the first policy.
QString entries(const IntentWorld &world)
{
    QStringList rules;
    for (const kube::ObjectPtr &policy : world.evaluator.policies())
        for (const kube::Rule &rule : policy->policy()->ingress) {
            QStringList ports;
            for (const kube::PortRule &port : rule.ports)
                ports += QString::fromStdString(edit::portText(port));
            rules += ports.join(' ');
        }
    return rules.join("; ");
}

} // namespace

void RangeEditsTest::moved_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const std::string &before, const char *ports,
                        const char *after) {
        QTest::newRow(name) << QString::fromStdString(fileOf(before)) << ports << after;
    };
    row("up", from({"web"}, kRange), "8005-8020", "8005-8020");
    row("down", from({"web"}, kRange), "7990-8005", "7990-8005");
    row("wider", from({"web"}, kRange), "7990-8020", "7990-8020");
    row("elsewhere", from({"web"}, kRange), "9000-9010", "9000-9010");
    row("beside a port", from({"web"}, kRange + kEighty), "8005-8020 80", "8005-8020 80");
    row("of one peer of two", from({"web", "jobs"}, kRange), "8005-8020", "8000-8010; 8005-8020");
    row("around what another rule admits",
        "    - from:\n        - podSelector: {}\n      ports:\n        - port: 8005\n", "8000-8010",
        "8005; 8000-8010");
}

void RangeEditsTest::moved()
{
    QFETCH(QString, before);
    QFETCH(QString, ports);
    QFETCH(QString, after);
    IntentWorld world(before.toStdString());
    world.take(world.plan(
        edit::SetPorts{world.end("web"), world.end("api"), world.ports(ports.toStdString())}));
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(entries(world), after);
    const bool isInPlace = before.contains("# ours") && ports != QLatin1String("9000-9010");
    QVERIFY(!isInPlace || world.text().find("# ours") != std::string::npos);
}

QTEST_APPLESS_MAIN(RangeEditsTest)
#include "tst_range_edits.moc"
