#include "lint/context.h"
#include "verdict/near_names.h"

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
constexpr std::uint32_t kDnsPodPort = 5353; ///< of OpenShift's DNS pods

template <typename Matches>
bool declares(const verdict::Endpoint &endpoint, Matches matches)
{
    for (const verdict::Variant &variant : endpoint.variants)
        if (std::any_of(variant.ports.begin(), variant.ports.end(), matches))
            return true;
    return false;
}

/// A name server's ports, which may be admitted to everyone on purpose.
bool isForDns(const kube::Rule &rule)
{
    return std::all_of(rule.ports.begin(), rule.ports.end(), [](const PortRule &port) {
        return port.port && (*port.port == kDnsPort || *port.port == kDnsPodPort) && !port.endPort;
    });
}

/// `- from: [...]` beside `- ports: [...]`: a dash too many gives two rules (trap 2).
void checkDash(Context &context, const kube::Object &policy, Direction direction)
{
    const std::vector<kube::Rule> &rules = policy.policy()->rules(direction);
    const auto isPeersOnly = [&](std::size_t i) {
        return i < rules.size() && !rules[i].anyPeer && rules[i].anyPort;
    };
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const bool isPortsOnly = rules[i].anyPeer && !rules[i].anyPort && !isForDns(rules[i]);
        if (isPortsOnly && ((i > 0 && isPeersOnly(i - 1)) || isPeersOnly(i + 1)))
            context.addToPolicy(Severity::Warning, Code::LintPortsWithoutPeer, policy,
                                rules[i].origin);
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
            isWrong = isWrong && candidate && !includes(rule, port.protocol, *candidate) &&
                      meant.value_or(*candidate) == *candidate; // one number is right for all
            if (!isWrong)
                break;
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
        if (isDeclared)
            continue;
        std::vector<std::string> arguments{port.name, kube::nameOf(port.protocol)};
        if (const auto near =
                verdict::nearPortName(context.evaluator, targets, port.name, port.protocol))
            arguments.push_back(*near);
        context.addToPolicy(Severity::Warning, Code::LintNamedPortUndeclared, policy, port.origin,
                            std::move(arguments));
    }
}

/// Trap 12: no protocol means TCP, here as everywhere (defaults.go).
void checkEmptyPort(Context &context, const kube::Object &policy, const kube::Rule &rule)
{
    for (const PortRule &port : rule.ports) {
        const yaml::Tree &tree = policy.piece->tree;
        const yaml::NodeId node = tree.resolved(port.origin.node);
        if (node != yaml::kNoNode && tree[node].children.empty())
            context.addToPolicy(Severity::Hint, Code::LintAllTcpPorts, policy, port.origin);
    }
}

/// Trap 14: names are those of container ports (NetworkPolicyPort in types.go).
void checkNameOfAddress(Context &context, const kube::Object &policy, const kube::Rule &rule)
{
    const bool hasBlock = std::any_of(rule.peers.begin(), rule.peers.end(),
                                      [](const auto &peer) { return peer.ipBlock.has_value(); });
    for (const PortRule &port : rule.ports)
        if (hasBlock && !port.name.empty())
            context.addToPolicy(Severity::Warning, Code::LintNamedPortOfAddress, policy,
                                port.origin, {port.name});
}

} // namespace

bool includes(const kube::Rule &rule, Protocol protocol, std::uint32_t number)
{
    return std::any_of(rule.ports.begin(), rule.ports.end(), [&](const PortRule &port) {
        return port.protocol == protocol && port.name.empty() &&
               (!port.port ||
                (*port.port <= number && number <= port.endPort.value_or(*port.port)));
    });
}

void checkPorts(Context &context, const kube::Object &policy)
{
    const kube::NetworkPolicy &spec = *policy.policy();
    for (Direction direction : kube::kDirections) {
        if (!spec.isolates(direction))
            continue;
        checkDash(context, policy, direction);
        for (const kube::Rule &rule : spec.rules(direction)) {
            checkDnsPort(context, policy, rule);
            checkEmptyPort(context, policy, rule);
            if (direction == Direction::Egress)
                checkNameOfAddress(context, policy, rule);
            const auto targets = context.targets(policy, direction, rule);
            checkServicePort(context, policy, rule, targets);
            checkNamedPort(context, policy, rule, targets);
        }
    }
}

/// A name takes number and protocol from the container port that has it (list-format 24).
void checkClusterPorts(Context &context, const kube::Object &policy)
{
    const kube::ClusterPolicy &spec = *policy.clusterPolicy();
    for (Direction direction : kube::kDirections)
        for (const kube::ClusterRule &rule : spec.rules(direction)) {
            std::optional<std::vector<EndpointId>> targets; // most rules have no names
            for (const kube::ClusterPort &port : rule.ports) {
                if (port.name.empty())
                    continue;
                if (!targets)
                    targets = context.targets(policy, direction, rule);
                const auto hasName = [&](const ContainerPort &declared) {
                    return declared.name == port.name;
                };
                if (targets->empty() ||
                    std::any_of(targets->begin(), targets->end(), [&](EndpointId id) {
                        return declares(context.evaluator.endpoint(id), hasName);
                    }))
                    continue;
                std::vector<std::string> arguments{policy.meta.name, port.name};
                if (const auto near =
                        verdict::nearPortName(context.evaluator, *targets, port.name, {}))
                    arguments.push_back(*near);
                context.add(Severity::Warning, Code::LintClusterNamedPort, policy, port.origin,
                            std::move(arguments));
            }
        }
}

} // namespace drawbridge::lint
