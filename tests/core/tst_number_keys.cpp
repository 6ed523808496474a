#include "kube/entries.h"
#include "yaml/piece.h"

#include <QTest>

#include <forward_list>
#include <string>

using namespace drawbridge;

/// Keys that YAML takes for numbers, as sigs.k8s.io/yaml makes text of them.
class NumberKeysTest : public QObject
{
    Q_OBJECT

private slots:
    void asText_data();
    void asText();
};

void NumberKeysTest::asText_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("key"); ///< empty: refused
    const auto row = [](const char *written, const char *key) {
        QTest::newRow(written) << QByteArray(written) << QByteArray(key);
    };
    row("1.50", "1.5");
    row("0.0", "0");
    row("-0.0", "-0");
    row("-1e-400", "-0");
    row("1e-400", "0");
    row("1e38", "1e+38");
    row("3.4028235e38", "3.4028235e+38");
    row("3.40282355e38", "3.4028235e+38"); // rounded to the greatest
    row("3.4028236e38", ".inf");
    row("1e39", ".inf");
    row("-1e300", "-.inf");
    row("+1e39", ".inf");
    row("1_0.5", "10.5");
    row("18446744073709551615", ""); // an uint64
    row("18_446_744_073_709_551_615", "");
    row("0xFFFFFFFFFFFFFFFF", "");
    row("0b1000000000000000000000000000000000000000000000000000000000000000", "");
    row("01777777777777777777777", "");
    row("18446744073709551616", "1.8446744e+19");
    row("+18446744073709551615", "1.8446744e+19");
    row("-18446744073709551615", "-1.8446744e+19");
    row("99_999_999_999_999_999_999", "1e+20");
    row("02000000000000000000000", "2e+21"); // no octal number any more, but a decimal one
    row("0x1FFFFFFFFFFFFFFFF", "0x1FFFFFFFFFFFFFFFF");
    row("-0x8000000000000001", "-0x8000000000000001");
}

void NumberKeysTest::asText()
{
    QFETCH(QByteArray, written);
    QFETCH(QByteArray, key);
    const auto piece = yaml::parseYaml((written + ": v\n").toStdString(), yaml::Role::Document);
    QVERIFY(piece->isParsed);
    yaml::NodeId fault = yaml::kNoNode;
    std::forward_list<std::string> made;
    const auto entries =
        kube::entriesOf(piece->tree, yaml::Format::Yaml, piece->tree.root(), fault, made);
    QCOMPARE(entries.has_value(), !key.isEmpty());
    if (entries)
        QCOMPARE(QByteArray::fromStdString(std::string(entries->front().key)), key);
}

QTEST_APPLESS_MAIN(NumberKeysTest)
#include "tst_number_keys.moc"
