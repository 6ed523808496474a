#include "text/suggestions.h"

#include "messages/tr.h"
#include "text/field_table.h"
#include "yaml/scalar_text.h"

#include <algorithm>

namespace drawbridge {

namespace {

using T = FieldType;

QStringList sorted(const QSet<QString> &names)
{
    QStringList list(names.begin(), names.end());
    list.removeAll(QString());
    list.sort();
    return list;
}

/// The values that the place takes by its type alone, or by what the files know.
QStringList valuesOf(const FieldAt &at, const KnownNamesSource &known)
{
    switch (at.type) {
    case T::PolicyType:
        return {"Ingress", "Egress"};
    case T::Protocol:
        return {"TCP", "UDP", "SCTP"};
    case T::Operator:
        return {"In", "NotIn", "Exists", "DoesNotExist"};
    case T::Kind:
        return {"NetworkPolicy", "Namespace", "Deployment", "StatefulSet",
                "DaemonSet",     "Pod",       "Service",    "Ingress"};
    case T::ApiVersion:
        return {"networking.k8s.io/v1", "apps/v1", "v1", "batch/v1"};
    case T::NamespaceName:
        return sorted(known().namespaces);
    case T::PortOrName:
        return sorted(known().portNames);
    case T::PodLabelKey:
        return known().podLabels.keys();
    case T::NamespaceLabelKey:
        return known().namespaceLabels.keys();
    case T::PodLabelValue:
        return sorted(known().podLabels.value(at.labelKey));
    case T::NamespaceLabelValue:
        return sorted(known().namespaceLabels.value(at.labelKey));
    default:
        return {};
    }
}

/// Writes keys and values so that they fit the place.
class Writer
{
public:
    Writer(const TextPath &path, const QString &line, bool isJson)
        : m_path(path), m_isJson(isJson), m_rest(line.mid(path.end).trimmed())
    {
    }

    Suggestion key(const QString &name, bool isDeeper) const
    {
        const QString text = quoted(name);
        if (m_path.isQuoted || m_rest.startsWith(u':'))
            return {name, text};
        return {name, text + (isDeeper && !m_isJson ? u":"_qs : u": "_qs)};
    }
    Suggestion value(const QString &name, bool isText) const
    {
        return {name, isText ? quoted(name) : m_isJson ? quoted(name) : name};
    }

private:
    QString quoted(const QString &name) const
    {
        if (m_path.isQuoted)
            return name;
        const std::string text = name.toStdString();
        if (m_isJson || !yaml::isPlainSafe(text))
            return QString::fromStdString(yaml::doubleQuoted(text));
        return name;
    }

    const TextPath &m_path;
    bool m_isJson;
    QString m_rest;
};

std::vector<Suggestion> keysAt(const TextPath &path, const FieldAt &at, const Writer &writer,
                               const KnownNamesSource &known)
{
    QMap<QString, QString> taken =
        path.mappings.empty() ? QMap<QString, QString>() : path.mappings.back();
    taken.remove(path.word); // itself
    std::vector<Suggestion> result;
    for (const Field *field : FieldTable::fieldsOf(at.type))
        if (!taken.contains(QLatin1String(field->key)))
            result.push_back(writer.key(QLatin1String(field->key),
                                        field->isList || FieldTable::isMapping(field->type)));
    const auto labels = at.type == T::PodLabels         ? known().podLabels.keys()
                        : at.type == T::NamespaceLabels ? known().namespaceLabels.keys()
                                                        : QStringList();
    for (const QString &key : labels)
        if (!taken.contains(key) && !key.isEmpty())
            result.push_back(writer.key(key, false));
    return result;
}

} // namespace

std::vector<Suggestion> suggestionsAt(const TextPath &path, const QString &line, bool isJson,
                                      const KnownNamesSource &known)
{
    const FieldAt at = FieldTable::at(path);
    const Writer writer(path, line, isJson);
    if (FieldTable::isMapping(at.type)) {
        // A mapping on the line of its key would need braces; of a list, the item comes first.
        const bool isKeyPlace = !path.isValue && !at.isList;
        return isKeyPlace ? keysAt(path, at, writer, known) : std::vector<Suggestion>();
    }
    std::vector<Suggestion> result;
    const bool isItem = !path.keys.isEmpty() && path.keys.last() == u"[]";
    if (at.isList || (!path.isValue && !isItem))
        return result;
    for (const QString &name : valuesOf(at, known))
        result.push_back(writer.value(name, true));
    return result;
}

QString fieldSentence(TextPath path)
{
    if (!path.isValid)
        return {};
    FieldAt at = FieldTable::at(path);
    if (!path.isValue && !at.isList && FieldTable::isMapping(at.type)) {
        if (path.word.isEmpty())
            return {};
        path.keys.append(path.word);
        at = FieldTable::at(path);
    }
    if (at.field)
        return Tr::tr(at.field->sentence);
    if (at.type == T::PodLabelValue)
        return Tr::tr("The value that the label %1 has, or must have.").arg(at.labelKey);
    if (at.type == T::NamespaceLabelValue)
        return Tr::tr("The value that the label %1 of a namespace has, or must have.")
            .arg(at.labelKey);
    return {};
}

} // namespace drawbridge
