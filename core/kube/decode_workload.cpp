#include "kube/decode.h"

#include <algorithm>

namespace drawbridge::kube {

namespace {

Mapping inside(Reader &reader, const Mapping &mapping, std::string_view key)
{
    return reader.mapping(mapping.member(key));
}

/// The pod or the pod template: what holds the pods' metadata and spec.
Mapping podOf(Reader &reader, const Mapping &object, WorkloadKind kind)
{
    if (kind == WorkloadKind::Pod)
        return object;
    const Mapping spec = inside(reader, object, "spec");
    if (kind != WorkloadKind::CronJob)
        return inside(reader, spec, "template");
    const Mapping job = inside(reader, spec, "jobTemplate");
    return inside(reader, inside(reader, job, "spec"), "template");
}

std::optional<ContainerPort> decodeContainerPort(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field);
    const Field portField = mapping.member("containerPort");
    const auto number = reader.integer(portField);
    auto name = reader.text(mapping.member("name"));
    const auto protocol = decodeProtocol(reader, mapping.member("protocol"));
    if (mapping.isBroken || number.isBroken || name.isBroken || !protocol)
        return std::nullopt;
    if (!number.value) {
        reader.required(portField, ""); // pkg/apis/core/validation, validateContainerPorts
        return std::nullopt;
    }
    if (!checkPortNumber(reader, portField, *number.value))
        return std::nullopt;
    ContainerPort port;
    port.name = std::move(name.value).value_or("");
    port.port = std::uint32_t(*number.value);
    port.protocol = *protocol;
    port.origin = field.origin();
    return port;
}

void decodeContainers(Reader &reader, const Field &field, Workload &workload)
{
    for (const Field &item : reader.items(field).fields) {
        const Mapping container = reader.mapping(item);
        for (const Field &portItem : reader.items(container.member("ports")).fields) {
            if (auto port = decodeContainerPort(reader, portItem))
                workload.ports.push_back(std::move(*port));
        }
    }
}

void addAddress(Reader &reader, const Field &field, Workload &workload)
{
    const auto text = reader.text(field);
    const auto address = parseAddress(text.value.value_or(""));
    auto &known = workload.podIps;
    if (address && std::find(known.begin(), known.end(), *address) == known.end())
        known.push_back(*address);
}

void decodeStatus(Reader &reader, const Mapping &object, Workload &workload)
{
    const Mapping status = inside(reader, object, "status");
    addAddress(reader, status.member("podIP"), workload);
    for (const Field &item : reader.items(status.member("podIPs")).fields)
        addAddress(reader, reader.mapping(item).member("ip"), workload);
}

std::optional<OwnerReference> decodeOwner(Reader &reader, const Mapping &object)
{
    const Mapping metadata = inside(reader, object, "metadata");
    std::optional<OwnerReference> owner;
    for (const Field &item : reader.items(metadata.member("ownerReferences")).fields) {
        const Mapping reference = reader.mapping(item);
        const bool isController = reader.boolean(reference.member("controller")).value == true;
        auto kind = reader.text(reference.member("kind")).value.value_or("");
        auto name = reader.text(reference.member("name")).value.value_or("");
        if (isController && !owner && kind != "Node")
            owner = OwnerReference{std::move(kind), std::move(name)};
    }
    return owner;
}

} // namespace

Workload decodeWorkload(Reader &reader, const Mapping &object, WorkloadKind kind)
{
    Workload workload;
    workload.kind = kind;
    workload.owner = decodeOwner(reader, object);
    const Mapping pod = podOf(reader, object, kind);
    const Mapping podMetadata = inside(reader, pod, "metadata");
    const Field labels = podMetadata.member("labels");
    workload.podLabelsOrigin = labels.origin();
    workload.podLabels = decodeLabels(reader, labels).labels;
    const Mapping podSpec = inside(reader, pod, "spec");
    workload.hostNetwork = reader.boolean(podSpec.member("hostNetwork")).value.value_or(false);
    decodeContainers(reader, podSpec.member("containers"), workload);
    if (kind == WorkloadKind::Pod)
        decodeStatus(reader, object, workload);
    else
        workload.replicas = reader.integer(inside(reader, object, "spec").member("replicas")).value;
    return workload;
}

} // namespace drawbridge::kube
