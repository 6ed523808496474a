#pragma once

// First: moc 6.4 stumbles over <compare> as the first standard header.
#include <QByteArray>
#include <QStringList>

#include "kube/object.h"

#include <string>
#include <string_view>

namespace drawbridge::test {

/// Decodes one YAML document.
inline std::vector<std::shared_ptr<const kube::Object>> objectsIn(std::string_view yaml)
{
    return kube::decode(yaml::parseYaml(yaml));
}

inline std::shared_ptr<const kube::Object> objectIn(std::string_view yaml)
{
    const auto objects = objectsIn(yaml);
    return objects.size() == 1 ? objects.front() : nullptr;
}

/// A NetworkPolicy with this spec, whose lines are indented by two blanks or more.
inline std::string policyText(std::string_view spec)
{
    return "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p}\nspec:\n" +
           std::string(spec) + '\n';
}

/// Its value; for texts that are expected to hold a policy.
inline kube::NetworkPolicy policyOf(std::string_view yaml)
{
    const auto object = objectIn(yaml);
    const bool isPolicy = object && object->policy();
    return isPolicy ? *object->policy() : kube::NetworkPolicy{};
}

/// `line:column`, from 1, of an offset.
inline QByteArray placeOf(std::string_view text, std::size_t offset)
{
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < offset && i < text.size(); ++i) {
        if (text[i] == '\n') {
            ++line;
            begin = i + 1;
        }
    }
    return QByteArray::number(qulonglong(line)) + ':' +
           QByteArray::number(qulonglong(offset - begin + 1));
}

inline QStringList argumentsOf(const Problem &problem)
{
    QStringList list;
    for (const std::string &argument : problem.arguments)
        list << QString::fromStdString(argument);
    return list;
}

} // namespace drawbridge::test
