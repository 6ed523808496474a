#include "edit/known_ports.h"

#include "edit/reach.h"

#include <algorithm>

namespace drawbridge::edit {

namespace {

using kube::ContainerPort;
using verdict::Endpoint;
using verdict::EndpointId;
using verdict::Evaluator;

std::optional<std::uint32_t> numberIn(const verdict::Variant &variant, kube::Protocol protocol,
                                      const std::string &name)
{
    for (const ContainerPort &port : variant.ports)
        if (port.name == name && port.protocol == protocol)
            return port.port;
    return {};
}

std::optional<std::uint32_t> numberIn(const Endpoint &endpoint, kube::Protocol protocol,
                                      const std::string &name)
{
    std::optional<std::uint32_t> number;
    for (const verdict::Variant &variant : endpoint.variants) {
        const auto here = numberIn(variant, protocol, name);
        if (!here || (number && number != here))
            return {};
        number = here;
    }
    return number;
}

void addPodPorts(const Endpoint &endpoint, std::vector<PodPort> &ports)
{
    for (const verdict::Variant &variant : endpoint.variants)
        for (const ContainerPort &port : variant.ports) {
            const bool isKnown = std::any_of(ports.begin(), ports.end(), [&](const PodPort &other) {
                return other.span.protocol == port.protocol && other.span.first == port.port;
            });
            if (isKnown)
                continue;
            const bool isSure =
                !port.name.empty() && numberIn(endpoint, port.protocol, port.name) == port.port;
            ports.push_back(
                {{port.protocol, port.port, port.port, isSure ? port.name : std::string()}});
        }
}

bool selects(const kube::Service &service, const Endpoint &endpoint)
{
    if (!service.selector || service.selector->empty())
        return false;
    kube::LabelSelector selector;
    selector.matchLabels = *service.selector;
    return std::any_of(endpoint.objects.begin(), endpoint.objects.end(), [&](const auto *object) {
        return object->workload() && selector.matches(object->workload()->podLabels);
    });
}

} // namespace

bool KnownPorts::hasPodPort(kube::Protocol protocol, std::uint32_t port) const
{
    return std::any_of(pods.begin(), pods.end(),
                       [&](const PodPort &pod) {
                           return pod.span.protocol == protocol && pod.span.first == port;
                       }) ||
           std::any_of(services.begin(), services.end(), [&](const ServicePort &service) {
               return service.protocol == protocol && service.pod == port;
           });
}

const ServicePort *KnownPorts::meant(kube::Protocol protocol, std::uint32_t port) const
{
    if (hasPodPort(protocol, port))
        return nullptr;
    for (const ServicePort &service : services)
        if (service.protocol == protocol && service.port == port)
            return &service;
    return nullptr;
}

KnownPorts knownPorts(const kube::Workspace &workspace, const Evaluator &evaluator, EndpointId id)
{
    KnownPorts known;
    const Endpoint &endpoint = evaluator.endpoint(id);
    addPodPorts(endpoint, known.pods);
    for (const kube::ObjectPtr &object : workspace.effectiveObjects()) {
        const auto *service = std::get_if<kube::Service>(&object->value);
        if (!service || workspace.namespaceOf(*object) != endpoint.nameSpace ||
            !selects(*service, endpoint))
            continue;
        for (const kube::ServicePort &port : service->ports) {
            const auto pod = port.targetName.empty()
                                 ? std::optional(port.targetPort.value_or(port.port))
                                 : numberIn(endpoint, port.protocol, port.targetName);
            if (pod)
                known.services.push_back(
                    {object->meta.name, port.name, port.protocol, port.port, *pod});
        }
    }
    return known;
}

std::optional<std::uint32_t> portNamed(const Evaluator &evaluator, const End &end,
                                       kube::Protocol protocol, const std::string &name)
{
    std::optional<std::uint32_t> number;
    for (EndpointId id : members(evaluator, end)) {
        const auto here = numberIn(evaluator.endpoint(id), protocol, name);
        if (!here || (number && number != here))
            return {};
        number = here;
    }
    return number;
}

} // namespace drawbridge::edit
