#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace drawbridge::test {

/// A schema of resources/schemas; empty if it cannot be read.
inline QJsonObject schemaNamed(const char *name)
{
    QFile file(QStringLiteral(DRAWBRIDGE_DATA "/../../resources/schemas/%1.schema.json")
                   .arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

inline QString errorOf(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &root);

inline QString errorOfObject(const QJsonObject &object, const QJsonObject &schema,
                             const QJsonObject &root)
{
    const QJsonObject known = schema["properties"].toObject();
    for (const QJsonValue name : schema["required"].toArray())
        if (!object.contains(name.toString()))
            return name.toString() + " is missing";
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return it.key() + " is unknown";
        if (const QString error = errorOf(*it, known[it.key()].toObject(), root); !error.isEmpty())
            return it.key() + ": " + error;
    }
    return {};
}

inline bool isOfType(const QJsonValue &value, const QString &type)
{
    return type == "object"    ? value.isObject()
           : type == "array"   ? value.isArray()
           : type == "string"  ? value.isString()
           : type == "boolean" ? value.isBool()
           : type == "null"    ? value.isNull()
           : type == "integer" ? value.isDouble() && value.toDouble() == value.toInteger()
                               : false;
}

/// What of JSON Schema our schemas use.
inline QString errorOf(const QJsonValue &value, const QJsonObject &schema, const QJsonObject &root)
{
    if (schema.contains("$ref")) {
        const QString name = schema["$ref"].toString().section('/', -1);
        return errorOf(value, root["$defs"][name].toObject(), root);
    }
    if (schema.contains("oneOf")) {
        int fits = 0;
        for (const QJsonValue one : schema["oneOf"].toArray())
            fits += errorOf(value, one.toObject(), root).isEmpty();
        return fits == 1 ? QString() : QString("%1 alternatives fit").arg(fits);
    }
    if (schema.contains("const") && schema["const"] != value)
        return "not the constant";
    if (schema.contains("enum") && !schema["enum"].toArray().contains(value))
        return value.toString() + " is not listed";
    const QJsonArray types =
        schema["type"].isArray() ? schema["type"].toArray() : QJsonArray{schema["type"]};
    bool fits = !schema.contains("type");
    for (const QJsonValue type : types)
        fits = fits || isOfType(value, type.toString());
    if (!fits)
        return "of another type";
    if (schema.contains("pattern") &&
        !value.toString().contains(QRegularExpression(schema["pattern"].toString())))
        return "does not match";
    for (const QJsonValue item : value.toArray())
        if (const QString error = errorOf(item, schema["items"].toObject(), root); !error.isEmpty())
            return error;
    return value.isObject() ? errorOfObject(value.toObject(), schema, root) : QString();
}

} // namespace drawbridge::test
