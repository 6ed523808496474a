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

std::string rules(const std::string &text)
{
    return serviceText("api", "  ingress:\n" + text) + "---\n" + serviceText("web") + "---\n" +
           serviceText("jobs");
}

std::string from(const std::string &name, const std::string &ports)
{
    return "    - from:\n        - podSelector:\n            matchLabels:\n              app: " +
           name + "\n      ports:\n" + ports;
}

std::string range(int first, int last, const std::string &comment = "")
{
    return "        - port: " + std::to_string(first) + comment +
           "\n          endPort: " + std::to_string(last) + "\n";
}

} // namespace

void RangeEditsTest::moved_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const std::string &before, const QString &ports,
                        const std::string &after) {
        QTest::newRow(name) << QString::fromStdString(rules(before)) << ports
                            << QString::fromStdString(rules(after));
    };
    const std::string note = " # ours";
    row("up", from("web", range(8000, 8010, note)), "8005-8020",
        from("web", range(8005, 8020, note)));
    row("down", from("web", range(8000, 8010, note)), "7990-8005",
        from("web", range(7990, 8005, note)));
    row("wider", from("web", range(8000, 8010, note)), "7990-8020",
        from("web", range(7990, 8020, note)));
    row("beside a port", from("web", range(8000, 8010, note) + "        - port: 80\n"),
        "8005-8020 80", from("web", range(8005, 8020, note) + "        - port: 80\n"));
    // Another rule admits a part of it.
    row("around another rule's",
        "    - from:\n        - podSelector: {}\n      ports:\n        - port: 8005\n", "8000-8010",
        "    - from:\n        - podSelector: {}\n      ports:\n        - port: 8005\n" +
            from("web", range(8000, 8010)));
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
    QCOMPARE(QString::fromStdString(world.text()), after);
}

QTEST_APPLESS_MAIN(RangeEditsTest)
#include "tst_range_edits.moc"
