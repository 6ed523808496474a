#include "document/json_text.h"
#include "document/side_state.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace drawbridge;

namespace {

/// As much of JSON Schema as the side file's schema uses. Gives what is wrong, or nothing.
class Schema
{
public:
    explicit Schema(QJsonObject root) : m_root(std::move(root)) {}

    QString faultIn(const QJsonValue &value) const
    {
        return fault(m_root, value, QStringLiteral("/"));
    }

private:
    QString fault(const QJsonObject &schema, const QJsonValue &value, const QString &at) const
    {
        static const QSet<QString> known{
            QStringLiteral("$schema"),    QStringLiteral("$id"),
            QStringLiteral("title"),      QStringLiteral("description"),
            QStringLiteral("type"),       QStringLiteral("required"),
            QStringLiteral("properties"), QStringLiteral("additionalProperties"),
            QStringLiteral("items"),      QStringLiteral("prefixItems"),
            QStringLiteral("minItems"),   QStringLiteral("uniqueItems"),
            QStringLiteral("const"),      QStringLiteral("exclusiveMinimum"),
            QStringLiteral("$defs"),      QStringLiteral("exclusiveMaximum"),
            QStringLiteral("$ref")};
        for (const QString &word : schema.keys())
            if (!known.contains(word))
                return QStringLiteral("the schema uses %1, which this test does not know")
                    .arg(word);
        if (schema.contains(QStringLiteral("$ref"))) {
            const QString name =
                schema[QStringLiteral("$ref")].toString().section(QLatin1Char('/'), -1);
            return fault(m_root[QStringLiteral("$defs")].toObject()[name].toObject(), value, at);
        }
        if (schema.contains(QStringLiteral("const")) && schema[QStringLiteral("const")] != value)
            return at + QStringLiteral(" is not the constant");
        const QString type = schema[QStringLiteral("type")].toString();
        if ((type == QLatin1String("object") && !value.isObject()) ||
            (type == QLatin1String("array") && !value.isArray()) ||
            (type == QLatin1String("string") && !value.isString()) ||
            (type == QLatin1String("number") && !value.isDouble()))
            return at + QStringLiteral(" is no ") + type;
        if (value.isObject())
            return faultInObject(schema, value.toObject(), at);
        if (value.isArray())
            return faultInArray(schema, value.toArray(), at);
        const double number = value.toDouble();
        if (value.isDouble() &&
            (number <= schema[QStringLiteral("exclusiveMinimum")].toDouble(-INFINITY) ||
             number >= schema[QStringLiteral("exclusiveMaximum")].toDouble(INFINITY)))
            return at + QStringLiteral(" is out of range");
        return {};
    }

    QString faultInObject(const QJsonObject &schema, const QJsonObject &object,
                          const QString &at) const
    {
        for (const auto &name : schema[QStringLiteral("required")].toArray())
            if (!object.contains(name.toString()))
                return at + QStringLiteral(" lacks ") + name.toString();
        const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
        const QJsonValue others = schema[QStringLiteral("additionalProperties")];
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonValue own = properties.contains(it.key()) ? properties[it.key()] : others;
            const QString wrong =
                own.isObject() ? fault(own.toObject(), *it, at + it.key() + '/') : QString();
            if (!wrong.isEmpty())
                return wrong;
        }
        return {};
    }

    QString faultInArray(const QJsonObject &schema, const QJsonArray &array,
                         const QString &at) const
    {
        const QJsonArray first = schema[QStringLiteral("prefixItems")].toArray();
        const QJsonValue rest = schema[QStringLiteral("items")];
        if (array.size() < schema[QStringLiteral("minItems")].toInt(0))
            return at + QStringLiteral(" is too short");
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QJsonValue own = i < first.size() ? first[i] : rest;
            if (own.isBool() && !own.toBool())
                return at + QStringLiteral(" is too long");
            const QString wrong =
                own.isObject() ? fault(own.toObject(), array[i], at + QString::number(i) + '/')
                               : QString();
            if (!wrong.isEmpty())
                return wrong;
            for (qsizetype j = 0; schema[QStringLiteral("uniqueItems")].toBool() && j < i; ++j)
                if (array[i] == array[j])
                    return at + QStringLiteral(" has equal items");
        }
        return {};
    }

    QJsonObject m_root;
};

SideState fullState()
{
    SideState side;
    side.placement["shop/api[Deployment]"] = {120, -40};
    side.automatic["shop/web[Deployment]"] = {0.1, 1.0 / 3};
    side.collapsed = {"frame:jobs", "frame:shop"};
    side.ports["shop/{app=api}"] = {"8080", "53/UDP"};
    side.notes["shop/api[Deployment]"] = {{"Ada", "ask \"why\"\nand whom", {}, false},
                                          {{}, "second", "\"resolved\": true", false}};
    side.notes["a\nb"] = {{{}, "on an arrow, naïve 🙂", {}, false}};
    side.others = {{"\"zoom\"", "1.50"}, {"\"later\"", "{\"a\": [1, {\"b\": null}]}"}};
    return side;
}

} // namespace

/// The side file: what it holds survives, also what we do not understand.
class SideStateTest : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip();
    void emptyKeysAreKeys();
    void withoutNotesNothingIsNew();
    void othersAreKeptByteForByte();
    void entriesOfAnotherMakeAreKept();
    void oddPlacesAreKept();
    void schemaHolds();
    void schemaRefuses_data();
    void schemaRefuses();

private:
    static Schema schema()
    {
        QFile file(
            QStringLiteral(DRAWBRIDGE_DATA "/../../resources/schemas/side-file.schema.json"));
        if (!file.open(QIODevice::ReadOnly))
            return Schema({});
        return Schema(QJsonDocument::fromJson(file.readAll()).object());
    }
};

void SideStateTest::roundTrip()
{
    const SideState side = fullState();
    const QByteArray bytes = sideFileBytes(side);
    QVERIFY(!QJsonDocument::fromJson(bytes).isNull());
    const auto read = readSideFile(bytes);
    QVERIFY(read);
    QVERIFY(*read == side);
    QCOMPARE(sideFileBytes(*read), bytes);
}

/// They come from files that others wrote; without them the file would be no JSON.
void SideStateTest::emptyKeysAreKeys()
{
    const auto side = readSideFile(
        R"({"version": 1, "positions": {"": [8, 16]}, "ports": {"": ["80"]}, "notes": {"": [7]}})");
    QVERIFY(side);
    const QByteArray bytes = sideFileBytes(*side);
    QVERIFY2(!QJsonDocument::fromJson(bytes).isNull(), bytes.constData());
    const auto read = readSideFile(bytes);
    QVERIFY(read);
    QVERIFY(*read == *side);
    QCOMPARE(read->placement.size(), std::size_t(1));
}

void SideStateTest::withoutNotesNothingIsNew()
{
    QVERIFY(!sideFileBytes(SideState()).contains("notes"));
    QCOMPARE(readSideFile(sideFileBytes(SideState())), std::optional(SideState()));
}

void SideStateTest::othersAreKeptByteForByte()
{
    const QByteArray file = R"({
  "later": {"list": [1.0, 1e300, 123456789012345678901234567890, "a,b:{\"c"],  "deep": {"x":1}},
  "version": 1,
  "esc\u0061ped": "\ud83d\ude42 \/",
  "positions": {"shop/api[Deployment]": [8, 16]},
  "empty": {},
  "last": null
})";
    const auto side = readSideFile(file);
    QVERIFY(side);
    QCOMPARE(side->placement.size(), 1u);
    QCOMPARE(side->others.size(), 4u);
    SideState moved = *side;
    moved.placement["shop/api[Deployment]"] = {24, 16};
    const QByteArray written = sideFileBytes(moved);
    QVERIFY(written.contains(
        R"("later": {"list": [1.0, 1e300, 123456789012345678901234567890, "a,b:{\"c"],  "deep": {"x":1}})"));
    QVERIFY(written.contains(R"("esc\u0061ped": "\ud83d\ude42 \/")"));
    QVERIFY(written.contains(R"("empty": {})"));
    QVERIFY(written.contains(R"("last": null)"));
    QCOMPARE(readSideFile(written), std::optional(moved));
}

void SideStateTest::entriesOfAnotherMakeAreKept()
{
    const QByteArray file =
        R"({"version": 1, "notes": {"k": ["plain", {"text": 5}, {"text": "ours", "at": 1.50}]}})";
    const auto side = readSideFile(file);
    QVERIFY(side);
    QCOMPARE(side->notes.at("k").size(), 3u);
    QVERIFY(side->notes.at("k")[0].isUnknown);
    QVERIFY(side->notes.at("k")[1].isUnknown);
    QCOMPARE(side->notes.at("k")[2].text, "ours");
    const QByteArray written = sideFileBytes(*side);
    QVERIFY(written.contains("\"plain\""));
    QVERIFY(written.contains("{\"text\": 5}"));
    QVERIFY(written.contains("\"at\": 1.50"));
    QCOMPARE(graph::notes({}, side->notes).size(), 1u);
}

void SideStateTest::oddPlacesAreKept()
{
    const QByteArray bytes = R"({
  "version": 1,
  "positions": {
    "z": [1, 2],
    "a": [1, 2, 3]
  },
  "automatic": {
    "b": [1e9, 2],
    "c": {"x": 1.0}
  },
  "collapsed": [],
  "ports": {}
}
)";
    auto side = readSideFile(bytes);
    QVERIFY(side);
    QCOMPARE(side->placement.size(), std::size_t(1));
    QVERIFY(side->automatic.empty());
    QCOMPARE(sideFileBytes(*side), bytes);
    const auto twice = readSideFile(
        R"({"version": 1, "positions": {"a": [0, 0]}, "positions": {"b": [1, 2, 3]}})");
    QVERIFY(twice && twice->placement.empty());
    QCOMPARE(sideFileBytes(*readSideFile(sideFileBytes(*twice))), sideFileBytes(*twice));
    side->placement["a"] = {3, 4}; // moved by the user
    QVERIFY(sideFileBytes(*side).contains("\"a\": [3, 4]"));
    QVERIFY(!sideFileBytes(*side).contains("[1, 2, 3]"));
}

void SideStateTest::schemaHolds()
{
    for (const SideState &side : {SideState(), fullState()})
        QCOMPARE(schema().faultIn(QJsonDocument::fromJson(sideFileBytes(side)).object()),
                 QString());
    QFile example(QStringLiteral(DRAWBRIDGE_DATA
                                 "/../../resources/examples/three-tier.yaml.drawbridge.json"));
    QVERIFY(example.open(QIODevice::ReadOnly));
    QCOMPARE(schema().faultIn(QJsonDocument::fromJson(example.readAll()).object()), QString());
}

void SideStateTest::schemaRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no version") << QByteArray("{}");
    QTest::newRow("later version") << QByteArray(R"({"version": 2})");
    QTest::newRow("one coordinate") << QByteArray(R"({"version": 1, "positions": {"a": [1]}})");
    QTest::newRow("no place") << QByteArray(R"({"version": 1, "automatic": {"a": "left"}})");
    QTest::newRow("three") << QByteArray(R"({"version": 1, "positions": {"a": [1, 2, 3]}})");
    QTest::newRow("far away") << QByteArray(R"({"version": 1, "positions": {"a": [1, 1e9]}})");
    QTest::newRow("note without text")
        << QByteArray(R"({"version": 1, "notes": {"a": [{"author": "x"}]}})");
    QTest::newRow("note that is no list") << QByteArray(R"({"version": 1, "notes": {"a": "x"}})");
    QTest::newRow("author that is no text")
        << QByteArray(R"({"version": 1, "notes": {"a": [{"text": "x", "author": 1}]}})");
}

void SideStateTest::schemaRefuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(QJsonDocument::fromJson(text).isObject());
    QVERIFY(!schema().faultIn(QJsonDocument::fromJson(text).object()).isEmpty());
}

QTEST_GUILESS_MAIN(SideStateTest)
#include "tst_side_state.moc"
