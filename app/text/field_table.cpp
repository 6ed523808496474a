#include "text/field_table.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace drawbridge {

namespace {

using T = FieldType;

const Field kFields[] = {
    {T::Object, "apiVersion", T::ApiVersion, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The group and version of the API that reads this object. A NetworkPolicy is in "
               "networking.k8s.io/v1.")},
    {T::Object, "kind", T::Kind, false, QT_TRANSLATE_NOOP("Tr", "What kind of object this is.")},
    {T::Object, "metadata", T::Metadata, false,
     QT_TRANSLATE_NOOP("Tr", "The object's name, its namespace, and labels to find it by.")},
    {T::Object, "spec", T::Unknown, false,
     QT_TRANSLATE_NOOP("Tr", "What the object should be like.")},

    {T::Metadata, "name", T::Name, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The object's name. No other object of its kind in the namespace may have it.")},
    {T::Metadata, "namespace", T::NamespaceName, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The namespace that the object is in. A policy protects pods of its own namespace "
               "only.")},
    {T::Metadata, "labels", T::PodLabels, false,
     QT_TRANSLATE_NOOP("Tr", "Keys and values that selectors pick the object by.")},
    {T::Metadata, "annotations", T::Annotations, false,
     QT_TRANSLATE_NOOP("Tr", "Notes for people and tools. Selectors do not see them.")},

    {T::PolicySpec, "podSelector", T::PodSelector, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The pods that this policy protects, in its own namespace. {} takes all of them.")},
    {T::PolicySpec, "policyTypes", T::PolicyType, true,
     QT_TRANSLATE_NOOP(
         "Tr", "The directions that the policy closes but for its rules. Without it, Ingress is "
               "closed, and Egress too if there are egress rules.")},
    {T::PolicySpec, "ingress", T::IngressRule, true,
     QT_TRANSLATE_NOOP("Tr",
                       "Who may connect to the pods. Each rule allows more; an empty list allows "
                       "nobody.")},
    {T::PolicySpec, "egress", T::EgressRule, true,
     QT_TRANSLATE_NOOP("Tr",
                       "Where the pods may connect to. Each rule allows more; an empty list allows "
                       "nothing.")},
    {T::IngressRule, "from", T::Peer, true,
     QT_TRANSLATE_NOOP("Tr",
                       "Who may connect by this rule: any one of the list. Missing or empty means "
                       "everybody.")},
    {T::IngressRule, "ports", T::Port, true,
     QT_TRANSLATE_NOOP("Tr",
                       "The ports that this rule opens. Missing or empty means all of them.")},
    {T::EgressRule, "to", T::Peer, true,
     QT_TRANSLATE_NOOP(
         "Tr", "Where the pods may connect to by this rule: any one of the list. Missing or empty "
               "means everywhere.")},
    {T::EgressRule, "ports", T::Port, true,
     QT_TRANSLATE_NOOP("Tr",
                       "The ports that this rule opens. Missing or empty means all of them.")},
    {T::Peer, "namespaceSelector", T::NamespaceSelector, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The namespaces whose pods are meant; {} takes all namespaces. Together with "
               "podSelector in one item, both must hold.")},
    {T::Peer, "podSelector", T::PodSelector, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The pods that are meant; {} takes all pods. Without namespaceSelector in the same "
               "item, only pods of the policy's own namespace.")},
    {T::Peer, "ipBlock", T::AddressBlock, false,
     QT_TRANSLATE_NOOP(
         "Tr", "A range of addresses, meant for what is outside the cluster. It stands alone in "
               "its item.")},
    {T::AddressBlock, "cidr", T::AddressRange, false,
     QT_TRANSLATE_NOOP("Tr", "The range of addresses, such as 10.0.0.0/8 or 2001:db8::/32.")},
    {T::AddressBlock, "except", T::AddressRange, true,
     QT_TRANSLATE_NOOP(
         "Tr", "Ranges inside of cidr that are not meant. Another rule may still allow them.")},
    {T::Port, "protocol", T::Protocol, false,
     QT_TRANSLATE_NOOP("Tr", "TCP, UDP or SCTP. Without it, TCP is meant.")},
    {T::Port, "port", T::PortOrName, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The port of the pod that is connected to, as a number or as the name that its "
               "container gives it. Without it, all ports of the protocol are meant.")},
    {T::Port, "endPort", T::PortNumber, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The last port of a range that begins with port, which must be a number then.")},

    {T::PodSelector, "matchLabels", T::PodLabels, false,
     QT_TRANSLATE_NOOP("Tr", "Labels that a pod must have, all of them.")},
    {T::PodSelector, "matchExpressions", T::PodExpression, true,
     QT_TRANSLATE_NOOP(
         "Tr", "Conditions on labels of pods. All of them must hold, and matchLabels too.")},
    {T::NamespaceSelector, "matchLabels", T::NamespaceLabels, false,
     QT_TRANSLATE_NOOP(
         "Tr", "Labels that a namespace must have, all of them. kubernetes.io/metadata.name is its "
               "name.")},
    {T::NamespaceSelector, "matchExpressions", T::NamespaceExpression, true,
     QT_TRANSLATE_NOOP(
         "Tr", "Conditions on labels of namespaces. All of them must hold, and matchLabels too.")},
    {T::PodExpression, "key", T::PodLabelKey, false,
     QT_TRANSLATE_NOOP("Tr", "The label that the condition is about.")},
    {T::PodExpression, "operator", T::Operator, false,
     QT_TRANSLATE_NOOP(
         "Tr",
         "In, NotIn, Exists or DoesNotExist. NotIn and DoesNotExist also hold where the label "
         "is missing.")},
    {T::PodExpression, "values", T::PodLabelValue, true,
     QT_TRANSLATE_NOOP("Tr", "The values for In and NotIn. Exists and DoesNotExist take none.")},
    {T::NamespaceExpression, "key", T::NamespaceLabelKey, false,
     QT_TRANSLATE_NOOP("Tr", "The label that the condition is about.")},
    {T::NamespaceExpression, "operator", T::Operator, false,
     QT_TRANSLATE_NOOP(
         "Tr",
         "In, NotIn, Exists or DoesNotExist. NotIn and DoesNotExist also hold where the label "
         "is missing.")},
    {T::NamespaceExpression, "values", T::NamespaceLabelValue, true,
     QT_TRANSLATE_NOOP("Tr", "The values for In and NotIn. Exists and DoesNotExist take none.")},

    {T::WorkloadSpec, "replicas", T::Text, false,
     QT_TRANSLATE_NOOP("Tr", "How many pods there should be.")},
    {T::WorkloadSpec, "selector", T::PodSelector, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The pods that belong to this workload. The labels of its template must fit.")},
    {T::WorkloadSpec, "template", T::PodTemplate, false,
     QT_TRANSLATE_NOOP("Tr", "What the workload's pods are made from.")},
    {T::PodTemplate, "metadata", T::Metadata, false,
     QT_TRANSLATE_NOOP("Tr", "The labels that each pod gets; policies pick pods by them.")},
    {T::PodTemplate, "spec", T::PodSpec, false, QT_TRANSLATE_NOOP("Tr", "What runs in each pod.")},
    {T::PodSpec, "containers", T::Container, true,
     QT_TRANSLATE_NOOP("Tr", "The programs of the pod.")},
    {T::PodSpec, "hostNetwork", T::Text, false,
     QT_TRANSLATE_NOOP(
         "Tr", "True puts the pod on its node's network, where policies usually do not reach it.")},
    {T::Container, "name", T::Name, false,
     QT_TRANSLATE_NOOP("Tr", "The container's name within the pod.")},
    {T::Container, "image", T::Text, false,
     QT_TRANSLATE_NOOP("Tr", "The image that the container runs.")},
    {T::Container, "ports", T::ContainerPort, true,
     QT_TRANSLATE_NOOP("Tr",
                       "The ports that the container listens on. Policies may call them by name.")},
    {T::ContainerPort, "name", T::Name, false,
     QT_TRANSLATE_NOOP(
         "Tr", "A name for the port, which policies and services may use in place of the number.")},
    {T::ContainerPort, "containerPort", T::PortNumber, false,
     QT_TRANSLATE_NOOP("Tr", "The number of the port in the pod. Policies speak of this one.")},
    {T::ContainerPort, "protocol", T::Protocol, false,
     QT_TRANSLATE_NOOP("Tr", "TCP, UDP or SCTP. Without it, TCP is meant.")},
    {T::ServiceSpec, "selector", T::PodLabels, false,
     QT_TRANSLATE_NOOP("Tr", "The labels of the pods that the service leads to.")},
    {T::ServiceSpec, "ports", T::ServicePort, true,
     QT_TRANSLATE_NOOP("Tr", "The ports of the service, and where they lead to.")},
    {T::ServiceSpec, "type", T::Text, false,
     QT_TRANSLATE_NOOP("Tr", "How the service is reached: ClusterIP, NodePort or LoadBalancer.")},
    {T::ServicePort, "name", T::Name, false,
     QT_TRANSLATE_NOOP("Tr", "The name of the service's port.")},
    {T::ServicePort, "protocol", T::Protocol, false,
     QT_TRANSLATE_NOOP("Tr", "TCP, UDP or SCTP. Without it, TCP is meant.")},
    {T::ServicePort, "port", T::PortNumber, false,
     QT_TRANSLATE_NOOP(
         "Tr", "The port of the service. Policies do not speak of this one but of the pod's.")},
    {T::ServicePort, "targetPort", T::PortOrName, false,
     QT_TRANSLATE_NOOP("Tr", "The port of the pod that the service leads to.")},
};

const Field *find(FieldType owner, const QString &key)
{
    const auto *found =
        std::find_if(std::begin(kFields), std::end(kFields), [&](const Field &field) {
            return field.owner == owner && key == QLatin1String(field.key);
        });
    return found == std::end(kFields) ? nullptr : found;
}

/// Of what is below `spec`.
FieldType specOf(const QString &kind)
{
    static const char *const workloads[] = {"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet",
                                            "Job"};
    if (kind == u"NetworkPolicy")
        return T::PolicySpec;
    if (kind == u"Service")
        return T::ServiceSpec;
    if (kind == u"Pod")
        return T::PodSpec;
    const bool isWorkload = std::any_of(std::begin(workloads), std::end(workloads),
                                        [&](auto name) { return kind == QLatin1String(name); });
    return isWorkload ? T::WorkloadSpec : T::Unknown;
}

bool isLabels(FieldType type)
{
    return type == T::PodLabels || type == T::NamespaceLabels || type == T::Annotations;
}

FieldType valueOf(FieldType labels)
{
    return labels == T::PodLabels         ? T::PodLabelValue
           : labels == T::NamespaceLabels ? T::NamespaceLabelValue
                                          : T::Text;
}

/// The place below this one that the key leads to.
FieldAt below(const FieldAt &at, const QString &key, const QString &kind)
{
    if (key == u"[]")
        return {at.isList ? at.type : T::Unknown, false, at.field, {}};
    if (at.isList)
        return {};
    if (isLabels(at.type))
        return {valueOf(at.type), false, nullptr, key};
    const Field *field = find(at.type, key);
    if (!field)
        return {};
    FieldType type = field->type;
    if (at.type == T::Object && key == u"spec")
        type = specOf(kind);
    if (at.type == T::Metadata && key == u"labels" && kind == u"Namespace")
        type = T::NamespaceLabels;
    return {type, field->isList, field, {}};
}

} // namespace

FieldAt FieldTable::at(const TextPath &path)
{
    if (!path.isValid)
        return {};
    FieldAt at{T::Object, false, nullptr, {}};
    for (const QString &key : path.keys)
        at = below(at, key, path.kind());
    // The key of a condition stands beside its values.
    if (at.type == T::PodLabelValue || at.type == T::NamespaceLabelValue)
        for (auto mapping = path.mappings.rbegin();
             at.labelKey.isEmpty() && mapping != path.mappings.rend(); ++mapping)
            at.labelKey = mapping->value(QStringLiteral("key"));
    return at;
}

std::vector<const Field *> FieldTable::fieldsOf(FieldType owner)
{
    std::vector<const Field *> fields;
    for (const Field &field : kFields)
        if (field.owner == owner)
            fields.push_back(&field);
    return fields;
}

} // namespace drawbridge
