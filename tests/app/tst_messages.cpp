#include "lint/ids.h"
#include "messages/messages.h"

#include <QTest>

using namespace drawbridge;

/// What codes say: every one says something, and what the API server refuses is said in the user's
/// language and in the server's own words.
class MessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeSaysSomething();
    void parsersWordsAreExplained();
    void refusals_data();
    void refusals();
    void ports_data();
    void ports();
};

void MessagesTest::everyCodeSaysSomething()
{
    int known = 0;
    for (int code = 0; QByteArray(lint::idOf(Code(code))) != "DB000"; ++code, ++known) {
        const QString text = message(Code(code), {"a", "b", "c", "d", "e", "f"});
        QVERIFY2(!text.isEmpty(), lint::idOf(Code(code)));
        QVERIFY2(!text.contains(QLatin1String("%1")), qPrintable(text));
    }
    QVERIFY(known > 150);
}

void MessagesTest::parsersWordsAreExplained()
{
    QCOMPARE(message(Code::YamlSyntax, {"illegal map value"}),
             QStringLiteral("The YAML cannot be read: a colon or the blank behind it is missing, "
                            "or the indent is wrong (“illegal map value”). Correct it; the other "
                            "documents are used."));
    QVERIFY(message(Code::YamlSyntax, {"what is %1"}).contains("read: what is %1. Correct"));
}

void MessagesTest::refusals_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("server");
    const auto row = [](const char *name, Code code, const QStringList &arguments,
                        const QString &own, const QString &server) {
        QTest::newRow(name) << int(code) << arguments << own << server;
    };
    row("protocol", Code::UnsupportedValue,
        {"spec.ingress[0].ports[0].protocol", "\"tcp\"", "\"TCP\", \"UDP\", \"SCTP\""},
        "protocol cannot be \"tcp\". Write one of TCP, UDP, SCTP.",
        "spec.ingress[0].ports[0].protocol: Unsupported value: \"tcp\": supported values: "
        "\"TCP\", \"UDP\", \"SCTP\"");
    row("type", Code::UnsupportedValue,
        {"spec.policyTypes[0]", "\"ingress\"", "\"Ingress\", \"Egress\""},
        "policyTypes cannot be \"ingress\". Write one of Ingress, Egress.",
        "spec.policyTypes[0]: Unsupported value: \"ingress\": supported values: \"Ingress\", "
        "\"Egress\"");
    row("peer", Code::RequiredValue, {"spec.ingress[0].from[0]", "must specify a peer"},
        "This peer names nobody. Give it a podSelector, a namespaceSelector or an ipBlock, or "
        "remove it.",
        "spec.ingress[0].from[0]: Required value: must specify a peer");
    row("missing", Code::RequiredValue, {"spec.ingress[0].from[0].ipBlock.cidr", ""},
        "cidr is missing. Add it.", "spec.ingress[0].from[0].ipBlock.cidr: Required value");
    row("port", Code::InvalidValue, {"a.port", "0", "must be between 1 and 65535, inclusive"},
        "0 is no port: ports go from 1 to 65535. Correct the number.",
        "a.port: Invalid value: 0: must be between 1 and 65535, inclusive");
    row("number in quotes", Code::InvalidValue,
        {"a.port", "\"80\"", "must contain at least one letter (a-z)"},
        "\"80\" is text, so it counts as the name of a port, and that needs a letter. Write a "
        "number without quotes.",
        "a.port: Invalid value: \"80\": must contain at least one letter (a-z)");
    row("unknown detail", Code::InvalidValue, {"a.b", "1", "odd %1"}, "b cannot be 1. Correct it.",
        "a.b: Invalid value: 1: odd %1");
    row("list", Code::WrongType, {"spec.ingress", "object", "array"},
        "ingress has to be a list: write a dash before each of its items.",
        "spec.ingress: Invalid value: object: must be of type array");
    row("item", Code::WrongType, {"spec.ingress[1]", "null", "object"},
        "Item 2 of ingress has to be a mapping: write key: value below it.",
        "spec.ingress[1]: Invalid value: null: must be of type object");
    row("a template's braces", Code::WrongType, {"a.port", "object", "integer"},
        "port has to be one value, and what stands there is a mapping or a list. Correct it.",
        "a.port: Invalid value: object: must be of type integer");
    row("both", Code::ForbiddenValue,
        {"spec.ingress[0].from[0]", "may not specify both ipBlock and another peer"},
        "One peer cannot have an ipBlock and a selector. Remove one of them; as two peers they "
        "mean either.",
        "spec.ingress[0].from[0]: Forbidden: may not specify both ipBlock and another peer");
    row("many", Code::TooMany,
        {"spec.policyTypes", "3", "may not specify more than two policyTypes"},
        "policyTypes has 3 entries, which is too many. Remove some.",
        "spec.policyTypes: Too many: 3: may not specify more than two policyTypes");
}

void MessagesTest::refusals()
{
    QFETCH(int, code);
    QFETCH(QStringList, arguments);
    QFETCH(QString, own);
    QFETCH(QString, server);
    std::vector<std::string> given;
    for (const QString &argument : arguments)
        given.push_back(argument.toStdString());
    QCOMPARE(message(Code(code), given),
             own + QStringLiteral(" The API server says: “") + server + QStringLiteral("”"));
}

void MessagesTest::ports_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("said");
    QTest::newRow("reversed") << "5440-5432"
                              << "5440-5432 is no range: the first port is larger than the last. "
                                 "Write 5432-5440.";
    QTest::newRow("protocol") << "UDP/9-8"
                              << "9-8 is no range: the first port is larger than the last. Write "
                                 "8-9.";
    const QString ports = "%1 is no port: ports go from 1 to 65535. Correct the number.";
    QTest::newRow("zero") << "0" << ports.arg(0);
    QTest::newRow("too large") << "70000" << ports.arg(70000);
    QTest::newRow("huge") << "99999999999999999999" << ports.arg("99999999999999999999");
    QTest::newRow("range to 0") << "0-80" << ports.arg(0);
    QTest::newRow("range beyond") << "80-70000" << ports.arg(70000);
    QTest::newRow("capitals") << "HTTP"
                              << "HTTP is no name of a port: that has lower case letters only. "
                                 "Write http.";
    QTest::newRow("long") << "a-very-long-name-of-a-port"
                          << "a-very-long-name-of-a-port is no name of a port: it has 26 "
                             "characters, and 15 are the most. Write the number.";
    QTest::newRow("other") << "80;"
                           << "80; is no port. Write for example TCP/8080, UDP/53, "
                              "TCP/8000-8010 or all.";
}

void MessagesTest::ports()
{
    QFETCH(QString, word);
    QFETCH(QString, said);
    QCOMPARE(message(Code::InvalidPort, {word.toStdString()}), said);
}

QTEST_GUILESS_MAIN(MessagesTest)
#include "tst_messages.moc"
