#include "base/near_name.h"

#include <QTest>

using namespace drawbridge;

/// What counts as a slip for another name.
class NearNameTest : public QObject
{
    Q_OBJECT

private slots:
    void near_data();
    void near();
    void theOnlyOne();
};

void NearNameTest::near_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("isNear");
    const auto row = [](const char *a, const char *b, bool isNear) {
        QTest::addRow("%s %s", a, b) << a << b << isNear;
    };
    row("http", "htpp", true);
    row("http", "httb", true);
    row("http", "htt", false);   // three letters say little
    row("https", "http", false); // both are words
    row("web-http", "web-https", false);
    row("web-https", "web-htps", true);
    row("http", "hpt", false);
    row("frontend", "fronted", true);
    row("frontend", "front", false);
    row("frontends", "frontned", false); // two letters
    row("frontends", "frontnedS", true);
    row("orders-db", "orders-ui", false);
    row("postgres-rw", "postgres-ro", false);
    row("postgres-read", "postgers-read", true);
    row("postgres-read", "postgres-reed", true);
    row("my-orders", "myorders", true);
    row("my-orders", "my_orders", true);
    row("orders_a-b", "orders-a_b", false);
    row("a-orders-x", "a-ordres-y", false);
    row("--", "---", false);
    row("frontend", "frontnd1", false);
    row("App", "app", true);
    row("app", "api", false);
    row("db-1", "db-2", false);
    row("cache-v1", "cache-v2", false);
    row("cache-v1", "cahce-v1", true);
    row("same", "same", false);
    row("", "a", false);
}

void NearNameTest::near()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, isNear);
    QCOMPARE(isNearName(a.toStdString(), b.toStdString()), isNear);
    QCOMPARE(isNearName(b.toStdString(), a.toStdString()), isNear);
}

void NearNameTest::theOnlyOne()
{
    QCOMPARE(nearName("htpp", {"http", "metrics"}).value_or(""), std::string("http"));
    QVERIFY(!nearName("http", {"http", "htpp"}));
    QVERIFY(!nearName("htpp", {"http", "htep"})); // which of them is a guess
    QVERIFY(!nearName("htpp", {}));
}

QTEST_APPLESS_MAIN(NearNameTest)
#include "tst_near_name.moc"
