#include "edit/known_ports.h"

#include "edit/reach.h"
#include "kube/names.h"

#include <algorithm>
#include <cctype>
#include <map>

namespace drawbridge::edit {

namespace {

std::string upperCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return char(std::toupper(c)); });
    return text;
}

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

std::optional<PortName> parsePortName(const std::string &text)
{
    PortName result{{}, text};
    if (const std::size_t slash = text.find('/'); slash != std::string::npos) {
        const std::string parts[2] = {text.substr(0, slash), text.substr(slash + 1)};
        for (const int i : {0, 1})
            if (const auto protocol = kube::protocolNamed(upperCase(parts[i]))) {
                result = {protocol, parts[1 - i]};
                break;
            }
    }
    return kube::portNameFaults(result.name).empty() ? std::optional(result) : std::nullopt;
}

Result<PortSpan> readPort(const Evaluator &evaluator, const End &target, const std::string &text)
{
    auto port = parsePort(text);
    const auto named = port ? std::nullopt : parsePortName(text);
    if (!named || upperCase(named->name) == "ALL")
        return port;
    std::map<std::string, std::uint32_t> names;
    bool isThere = false;
    for (EndpointId id : members(evaluator, target))
        for (const verdict::Variant &variant : evaluator.endpoint(id).variants)
            for (const ContainerPort &known : variant.ports) {
                isThere |= known.name == named->name &&
                           named->protocol.value_or(known.protocol) == known.protocol;
                if (!known.name.empty())
                    names.emplace(known.name, known.port);
            }
    for (kube::Protocol protocol : {kube::Protocol::Tcp, kube::Protocol::Udp, kube::Protocol::Sctp})
        if (named->protocol.value_or(protocol) == protocol)
            if (const auto number = portNamed(evaluator, target, protocol, named->name))
                return PortSpan{protocol, *number, *number, named->name};
    if (isThere)
        return Failure{Code::NamedPortDiffers, {named->name, textOf(evaluator, target)}};
    if (names.empty())
        return port;
    std::string list;
    for (const auto &[name, number] : names)
        list += (list.empty() ? "" : ", ") + name + " (" + std::to_string(number) + ')';
    return Failure{Code::UnknownPortName, {named->name, textOf(evaluator, target), list}};
}

} // namespace drawbridge::edit
