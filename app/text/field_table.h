#pragma once

#include "text/text_path.h"

#include <QString>

#include <vector>

namespace drawbridge {

/// What may stand at a place of a Kubernetes object.
enum class FieldType {
    Unknown,
    Object,
    Metadata,
    PolicySpec,
    IngressRule,
    EgressRule,
    Peer,
    AddressBlock,
    Port,
    PodSelector,
    NamespaceSelector,
    PodExpression,
    NamespaceExpression,
    PodLabels, ///< keys that users choose
    NamespaceLabels,
    Annotations,
    WorkloadSpec,
    PodTemplate,
    PodSpec,
    Container,
    ContainerPort,
    ServiceSpec,
    ServicePort,
    // Values
    ApiVersion,
    Kind,
    Name,
    NamespaceName,
    PolicyType,
    Protocol,
    Operator,
    PortNumber,
    PortOrName,
    AddressRange,
    PodLabelKey,
    NamespaceLabelKey,
    PodLabelValue,
    NamespaceLabelValue,
    Text
};

/// A field of an object, and what it is for.
struct Field
{
    FieldType owner = FieldType::Unknown;
    const char *key = "";
    FieldType type = FieldType::Unknown;
    bool isList = false;
    const char *sentence = ""; ///< to be translated; empty where there is nothing to say
};

/// What is known of a place in the text.
struct FieldAt
{
    FieldType type = FieldType::Unknown; ///< of what stands there; a mapping's where a key stands
    bool isList = false;                 ///< a list whose items are of that type
    const Field *field = nullptr;        ///< of the last key of the path
    QString labelKey;                    ///< of a label's value
};

/// The fields that objects of these kinds may have, in the order in which people write them.
class FieldTable
{
public:
    static FieldAt at(const TextPath &path);
    static std::vector<const Field *> fieldsOf(FieldType owner);
    static bool isMapping(FieldType type) { return type < FieldType::ApiVersion; }
};

} // namespace drawbridge
