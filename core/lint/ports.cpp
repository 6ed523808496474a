#include "lint/context.h"

#include <algorithm>
#include <optional>

namespace drawbridge::lint {

using kube::ContainerPort;
using kube::Direction;
using kube::PortRule;
using kube::Protocol;
using verdict::EndpointId;

namespace {

constexpr std::uint32_t kDnsPort = 53;

template <typename Matches>
bool declares(const verdict::Endpoint &endpoint, Matches matches)
{
    for (const verdict::Variant &variant : endpoint.variants)
        if (std::any_of(variant.ports.begin(), variant.ports.end(), matches))
            return true;
    return false;
}

/// `- from: [...]` followed by `- ports: [...]`: a dash too many gives two rules.
void checkDash(Context &context, const kube::Object &policy, Direction direction)
{
    const std::vector<kube::Rule> &rules = policy.policy()->rules(direction);
    for (std::size_t i = 0; i + 1 < rules.size(); ++i) {
        const kube::Rule &peersOnly = rules[i];
        const kube::Rule &portsOnly = rules[i + 1];
        const bool isPair =
            !peersOnly.anyPeer && peersOnly.anyPort && portsOnly.anyPeer && !portsOnly.anyPort;
        if (isPair)
            context.addToPolicy(Severity::Warning, Code::LintPortsWithoutPeer, policy,
                                portsOnly.origin);
    }
}

bool isDns(const PortRule &port, Protocol protocol)
{
    return port.protocol == protocol && port.port && *port.port <= kDnsPort &&
           kDnsPort <= port.endPort.value_or(*port.port);
}

void checkDnsPort(Context &context, const kube::Object &policy, const kube::Rule &rule)
{
    for (const PortRule &port : rule.ports) {
        const bool isDefaulted = isDns(port, Protocol::Tcp) && !port.endPort &&
                                 member(policy, port.origin.node, "protocol") == yaml::kNoNode;
        const bool hasUdp = std::any_of(rule.ports.begin(), rule.ports.end(),
                                        [](const auto &p) { return isDns(p, Protocol::Udp); });
        if (isDefaulted && !hasUdp)
            context.addToPolicy(Severity::Warning, Code::LintDnsTcpOnly, policy, port.origin);
    }
}

/// The pod port that was probably meant by a Service's port; nothing if the port is right.
std::optional<std::uint32_t> meantPort(const Context &context, const PortRule &port,
                                       const verdict::Endpoint &endpoint)
{
    if (declares(endpoint, [&](const ContainerPort &declared) {
            return declared.port == *port.port && declared.protocol == port.protocol;
        }))
        return {};
    std::optional<std::uint32_t> meant;
    for (const kube::ObjectPtr &service : context.services(endpoint.nameSpace)) {
        if (!selects(*service, endpoint))
            continue;
        for (const kube::ServicePort &candidate : std::get<kube::Service>(service->value).ports) {
            if (candidate.protocol != port.protocol)
                continue;
            const auto behind = podPort(candidate, endpoint);
            if (behind == port.port)
                return {};
            if (candidate.port == *port.port)
                meant = behind;
        }
    }
    return meant;
}

bool includes(const kube::Rule &rule, Protocol protocol, std::uint32_t number)
{
    return std::any_of(rule.ports.begin(), rule.ports.end(), [&](const PortRule &port) {
        return port.protocol == protocol && port.name.empty() &&
               (!port.port ||
                (*port.port <= number && number <= port.endPort.value_or(*port.port)));
    });
}

/// Policies count ports of pods; a Service's port means nothing to them.
void checkServicePort(Context &context, const kube::Object &policy, const kube::Rule &rule,
                      const std::vector<EndpointId> &targets)
{
    for (const PortRule &port : rule.ports) {
        if (!port.port || port.endPort)
            continue;
        std::optional<std::uint32_t> meant;
        bool isWrong = !targets.empty();
        for (EndpointId id : targets) {
            const auto candidate = meantPort(context, port, context.evaluator.endpoint(id));
            isWrong = isWrong && candidate && !includes(rule, port.protocol, *candidate);
            meant = candidate;
        }
        if (isWrong)
            context.addToPolicy(Severity::Warning, Code::LintServicePort, policy, port.origin,
                                {std::to_string(*port.port), std::to_string(*meant)});
    }
}

void checkNamedPort(Context &context, const kube::Object &policy, const kube::Rule &rule,
                    const std::vector<EndpointId> &targets)
{
    using NamedPorts = verdict::PluginProfile::NamedPorts;
    if (context.evaluator.profile().namedPorts == NamedPorts::EveryPort)
        return; // it admits more than nothing there
    for (const PortRule &port : rule.ports) {
        if (port.name.empty() || targets.empty())
            continue;
        const bool isDeclared = std::any_of(targets.begin(), targets.end(), [&](EndpointId id) {
            return declares(context.evaluator.endpoint(id), [&](const ContainerPort &declared) {
                return declared.name == port.name && declared.protocol == port.protocol;
            });
        });
        if (!isDeclared)
            context.addToPolicy(Severity::Warning, Code::LintNamedPortUndeclared, policy,
                                port.origin, {port.name});
    }
}

} // namespace

void checkPorts(Context &context, const kube::Object &policy)
{
    const kube::NetworkPolicy &spec = *policy.policy();
    for (Direction direction : kube::kDirections) {
        if (!spec.isolates(direction))
            continue;
        checkDash(context, policy, direction);
        for (const kube::Rule &rule : spec.rules(direction)) {
            checkDnsPort(context, policy, rule);
            const auto targets = context.targets(policy, direction, rule);
            checkServicePort(context, policy, rule, targets);
            checkNamedPort(context, policy, rule, targets);
        }
    }
}

} // namespace drawbridge::lint
