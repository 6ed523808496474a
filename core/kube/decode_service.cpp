#include "kube/decode.h"

namespace drawbridge::kube {

namespace {

std::optional<std::uint32_t> validPort(std::optional<long long> number)
{
    if (!number || *number < 1 || *number > kLastPort)
        return std::nullopt;
    return std::uint32_t(*number);
}

std::optional<ServicePort> decodeServicePort(Reader &reader, const Field &field)
{
    const Mapping mapping = reader.mapping(field);
    ServicePort port;
    port.name = reader.text(mapping.member("name")).value.value_or("");
    const auto protocol = decodeProtocol(reader, mapping.member("protocol"));
    const Field numberField = mapping.member("port");
    const auto number = reader.integer(numberField);
    const Field targetField = mapping.member("targetPort");
    PortReference target = readPort(reader, targetField);
    if (!protocol || mapping.isBroken || number.isBroken || target.isBroken)
        return std::nullopt;
    if (!checkPortNumber(reader, numberField, number.value.value_or(0)))
        return std::nullopt;
    // 0 is what an absent targetPort decodes to; the server then takes port.
    const bool hasTarget = target.number && *target.number != 0;
    if (hasTarget && !checkPortNumber(reader, targetField, *target.number))
        return std::nullopt;
    port.port = std::uint32_t(*number.value);
    port.protocol = *protocol;
    port.targetPort = validPort(target.number);
    port.targetName = std::move(target.name).value_or("");
    port.origin = field.origin();
    return port;
}

/// 0 if the cluster chooses it; nothing if it is broken.
std::optional<std::uint32_t> decodeNodePort(Reader &reader, const Field &port)
{
    const Field field = reader.mapping(port).member("nodePort");
    const auto number = reader.integer(field);
    if (number.isBroken)
        return {};
    if (number.value.value_or(0) == 0)
        return 0U;
    if (!checkPortNumber(reader, field, *number.value))
        return {};
    return std::uint32_t(*number.value);
}

/// What a Service of type NodePort or LoadBalancer says of who may come in. Where that is broken it
/// leads nobody in, as the API server would refuse it.
void readWayIn(Reader &reader, const Mapping &spec, Service &service)
{
    const Field policy = spec.member("externalTrafficPolicy");
    const std::string word = reader.text(policy).value.value_or("Cluster");
    service.keepsSource = word == "Local";
    if (word != "Local" && word != "Cluster") {
        reader.unsupported(policy, quoted(word), "\"Cluster\", \"Local\"");
        service.wayIsRefused = true;
    }
    for (const Field &item : reader.items(spec.member("loadBalancerSourceRanges")).fields) {
        if (const auto cidr = decodeCidr(reader, item))
            service.sourceRanges.push_back(*cidr);
        else
            service.wayIsRefused = true;
    }
    for (const Field &item : reader.items(spec.member("ipFamilies")).fields) {
        const std::string family = reader.text(item).value.value_or("");
        if (family == "IPv4" || family == "IPv6")
            service.families.push_back(family == "IPv4" ? Family::V4 : Family::V6);
        else
            reader.unsupported(item, quoted(family), "\"IPv4\", \"IPv6\"");
    }
}

/// networking.k8s.io/v1 writes `service`, v1beta1 and extensions/v1beta1 `serviceName`.
void addBackend(Reader &reader, const Field &field, Ingress &ingress)
{
    const Mapping mapping = reader.mapping(field);
    const Mapping service = reader.mapping(mapping.member("service"));
    const Mapping portMapping = reader.mapping(service.member("port"));
    const auto name = reader.text(service.member("name"));
    const auto oldName = reader.text(mapping.member("serviceName"));
    const PortReference oldPort = readPort(reader, mapping.member("servicePort"));
    const auto number = reader.integer(portMapping.member("number"));
    const auto portName = reader.text(portMapping.member("name"));

    IngressBackend backend;
    backend.service = name.value ? *name.value : oldName.value.value_or("");
    if (backend.service.empty())
        return; // a resource, or nothing
    backend.portName = name.value ? portName.value.value_or("") : oldPort.name.value_or("");
    backend.port = validPort(name.value ? number.value : oldPort.number);
    backend.origin = field.origin();
    ingress.backends.push_back(std::move(backend));
}

} // namespace

Service decodeService(Reader &reader, const Mapping &object)
{
    const Mapping spec = reader.mapping(object.member("spec"));
    Service service;
    service.type = reader.text(spec.member("type")).value.value_or("");
    if (service.type.empty())
        service.type = "ClusterIP";
    Labels selector = decodeLabels(reader, spec.member("selector")).labels;
    // An ExternalName is a name in DNS and has no endpoints, whatever selector it carries.
    if (!selector.empty() && service.type != "ExternalName")
        service.selector = std::move(selector);
    for (const Field &item : reader.items(spec.member("ports")).fields) {
        auto port = decodeServicePort(reader, item);
        std::optional<std::uint32_t> nodePort = 0U;
        if (service.leadsIn())
            nodePort = decodeNodePort(reader, item);
        if (!port || !nodePort)
            continue;
        service.ports.push_back(std::move(*port));
        service.nodePorts.push_back(*nodePort);
    }
    if (service.leadsIn())
        readWayIn(reader, spec, service);
    return service;
}

Ingress decodeIngress(Reader &reader, const Mapping &object)
{
    const Mapping spec = reader.mapping(object.member("spec"));
    Ingress ingress;
    addBackend(reader, spec.member("defaultBackend"), ingress);
    addBackend(reader, spec.member("backend"), ingress);
    for (const Field &ruleItem : reader.items(spec.member("rules")).fields) {
        const Mapping http = reader.mapping(reader.mapping(ruleItem).member("http"));
        for (const Field &pathItem : reader.items(http.member("paths")).fields)
            addBackend(reader, reader.mapping(pathItem).member("backend"), ingress);
    }
    return ingress;
}

Ingress decodeRoute(Reader &reader, const Mapping &object)
{
    const Mapping spec = reader.mapping(object.member("spec"));
    const PortReference port =
        readPort(reader, reader.mapping(spec.member("port")).member("targetPort"));
    Ingress ingress;
    ingress.isRoute = true;
    const auto add = [&](const Field &field) {
        const Mapping target = reader.mapping(field);
        const std::string kind = reader.text(target.member("kind")).value.value_or("Service");
        IngressBackend backend;
        backend.service = reader.text(target.member("name")).value.value_or("");
        if (backend.service.empty() || kind != "Service" || port.isBroken)
            return;
        backend.portName = port.name.value_or("");
        backend.port = validPort(port.number);
        backend.anyPort = !port.name && !port.number;
        backend.origin = field.origin();
        ingress.backends.push_back(std::move(backend));
    };
    add(spec.member("to"));
    for (const Field &field : reader.items(spec.member("alternateBackends")).fields)
        add(field);
    return ingress;
}

} // namespace drawbridge::kube
