#include "lint/context.h"
#include "verdict/pod_ranges.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace drawbridge::lint {

using kube::Direction;
using kube::PortRule;
using verdict::Claim;
using verdict::EndpointId;
using verdict::PluginProfile;

namespace {

std::string rangeOf(const PortRule &port)
{
    return std::to_string(*port.port) + '-' + std::to_string(*port.endPort);
}

void checkName(Context &context, const kube::Object &policy, const PortRule &port,
               const std::vector<EndpointId> &targets)
{
    const PluginProfile &profile = context.evaluator.profile();
    if (profile.namedPorts == PluginProfile::NamedPorts::EveryPort) {
        context.addToPolicy(Severity::Error, Code::PluginNamedPortOpens, policy, port.origin,
                            {port.name, kube::nameOf(port.protocol), profile.title()});
        return;
    }
    const auto isNamed = [&](EndpointId id) {
        return context.evaluator.isNamedByService(id, port.name);
    };
    if (profile.namedPorts == PluginProfile::NamedPorts::IfServiceNames &&
        std::none_of(targets.begin(), targets.end(), isNamed))
        context.addToPolicy(Severity::Warning, Code::PluginNamedPort, policy, port.origin,
                            {port.name, profile.title()});
}

void checkRange(Context &context, const kube::Object &policy, const PortRule &port)
{
    const PluginProfile &profile = context.evaluator.profile();
    if (profile.endPort == PluginProfile::EndPort::FirstPort)
        context.addToPolicy(Severity::Error, Code::PluginEndPort, policy, port.origin,
                            {rangeOf(port), std::to_string(*port.port), profile.title()});
    else if (profile.endPort == PluginProfile::EndPort::Unclear)
        context.addToPolicy(Severity::Warning, Code::PluginUnclear, policy, port.origin,
                            {"endPort: " + std::to_string(*port.endPort), profile.title()});
}

void checkPortsOf(Context &context, const kube::Object &policy, const kube::Rule &rule,
                  const std::vector<EndpointId> &targets)
{
    const PluginProfile &profile = context.evaluator.profile();
    for (const PortRule &port : rule.ports) {
        if (!port.name.empty())
            checkName(context, policy, port, targets);
        if (port.port && port.endPort && *port.endPort > *port.port)
            checkRange(context, policy, port);
        if (port.protocol == kube::Protocol::Sctp && profile.sctp != Claim::Yes)
            context.addToPolicy(Severity::Warning, Code::PluginSctp, policy, port.origin,
                                {profile.title()});
    }
}

bool isEveryAddress(const kube::IpBlock &block)
{
    return block.addresses() == kube::AddressSet({}, kube::lastOf(block.cidr.family));
}

/// Told where the block holds addresses that pods may have; a block of all addresses of a family
/// means all pods that have one, which is graver.
void checkBlocks(Context &context, const kube::Object &policy, const kube::Rule &rule)
{
    using PodsByBlock = PluginProfile::PodsByBlock;
    const PluginProfile &profile = context.evaluator.profile();
    if (profile.podsByBlock == PodsByBlock::IfStated)
        return;
    const bool isNever = profile.podsByBlock == PodsByBlock::Never;
    for (const kube::Peer &peer : rule.peers)
        if (peer.ipBlock && verdict::mayHoldPods(context.evaluator, *peer.ipBlock))
            context.addToPolicy(isNever || isEveryAddress(*peer.ipBlock) ? Severity::Warning
                                                                         : Severity::Hint,
                                isNever ? Code::PluginIpBlockPods : Code::PluginIpBlockMeansPods,
                                policy, peer.origin, {peer.ipBlock->cidr.text(), profile.title()});
}

/// How many ports the policies of a pod list for one peer, by value.
class PortCounts
{
public:
    PortCounts(Context &context, std::set<const void *> &told) : m_context(context), m_told(told) {}

    void add(const kube::Object &policy, const kube::Rule &rule)
    {
        if (rule.ports.empty())
            return;
        for (const kube::Peer &peer : rule.peers)
            add(policy, rule, keyOf(policy, peer));
        if (rule.anyPeer)
            add(policy, rule, {});
    }

private:
    std::string keyOf(const kube::Object &policy, const kube::Peer &peer) const
    {
        std::string key;
        if (peer.ipBlock) {
            key = "cidr " + peer.ipBlock->cidr.text();
            for (const kube::Cidr &except : peer.ipBlock->except)
                key += " -" + except.text();
            return key;
        }
        key = peer.namespaces ? "in {" + peer.namespaces->canonical() + '}'
                              : m_context.workspace.namespaceOf(policy);
        return peer.pods ? key + " {" + peer.pods->canonical() + '}' : key;
    }

    void add(const kube::Object &policy, const kube::Rule &rule, const std::string &peer)
    {
        Ports &ports = m_ports[peer];
        for (const PortRule &port : rule.ports)
            ports.emplace(port.protocol, port.name, port.port, port.endPort);
        const PluginProfile &profile = m_context.evaluator.profile();
        if (ports.size() > profile.mostPorts && m_told.insert(&rule).second)
            m_context.addToPolicy(
                Severity::Error, Code::PluginTooManyPorts, policy, rule.origin,
                {std::to_string(ports.size()), std::to_string(profile.mostPorts), profile.title()});
    }

    using Ports = std::set<std::tuple<kube::Protocol, std::string, std::optional<std::uint32_t>,
                                      std::optional<std::uint32_t>>>;

    Context &m_context;
    std::set<const void *> &m_told; ///< rules
    std::unordered_map<std::string, Ports> m_ports;
};

/// What all policies of a pod together say about one peer; once for pods of the same policies.
void checkCounts(Context &context)
{
    if (context.evaluator.profile().mostPorts == 0)
        return;
    std::set<const void *> told;
    std::set<std::vector<const kube::Object *>> seen[2];
    for (std::uint32_t i = 0; i < context.evaluator.endpoints().size(); ++i)
        for (Direction direction : kube::kDirections) {
            const auto policies = context.evaluator.policiesOf({i}, direction);
            if (!seen[int(direction)].insert(policies).second)
                continue;
            PortCounts counts(context, told);
            for (const kube::Object *policy : policies)
                if (!context.workspace.location(policy).isStale)
                    for (const kube::Rule &rule : policy->policy()->rules(direction))
                        counts.add(*policy, rule);
        }
}

/// Where a policy restricts the pods behind a Service.
void checkServicePorts(Context &context)
{
    if (!context.evaluator.profile().needsServicePorts)
        return;
    std::set<const void *> told;
    const auto &endpoints = context.evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i) {
        if (!context.isWorkload({i}) || !context.evaluator.isIsolated({i}, Direction::Ingress))
            continue;
        for (const kube::ObjectPtr &service : context.services(endpoints[i].nameSpace)) {
            if (!selects(*service, endpoints[i]) ||
                context.workspace.location(service.get()).isStale)
                continue;
            for (const kube::ServicePort &port : std::get<kube::Service>(service->value).ports) {
                const auto behind = podPort(port, endpoints[i]);
                if (behind && *behind != port.port && told.insert(&port).second)
                    context.add(Severity::Warning, Code::PluginServicePort, *service, port.origin,
                                {endpoints[i].nameSpace + '/' + service->meta.name,
                                 std::to_string(port.port), std::to_string(*behind),
                                 context.evaluator.profile().title()});
            }
        }
    }
}

void checkKind(Context &context, const kube::Object &object)
{
    const PluginProfile &profile = context.evaluator.profile();
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    const Claim claim = profile.claim(policy.kind);
    constexpr int kLastOfOvn = 99; // its documentation of AdminNetworkPolicy
    if (profile.plugin == verdict::Plugin::OvnKubernetes &&
        policy.kind == kube::ClusterPolicyKind::AdminNetworkPolicy && policy.priority > kLastOfOvn)
        context.add(
            Severity::Warning, Code::PluginUnclear, object, policy.priorityOrigin,
            {object.meta.name, "priority: " + std::to_string(policy.priority), profile.title()});
    if (claim == Claim::No)
        context.add(Severity::Error, Code::PluginIgnores, object, object.meta.nameOrigin,
                    {object.meta.name, object.meta.kind, profile.title()});
    else if (claim == Claim::Unclear)
        context.add(Severity::Warning, Code::PluginUnclear, object, object.meta.nameOrigin,
                    {object.meta.name, "kind: " + object.meta.kind, profile.title()});
}

/// Once, at the first policy: it is so for all of them.
void checkNothing(Context &context)
{
    for (const auto *policies :
         {&context.evaluator.policies(), &context.evaluator.clusterPolicies()})
        for (const kube::ObjectPtr &policy : *policies)
            if (!context.workspace.location(policy.get()).isStale) {
                context.add(Severity::Error, Code::PluginEnforcesNothing, *policy,
                            policy->meta.nameOrigin, {context.evaluator.profile().title()});
                return;
            }
}

} // namespace

void checkPluginPolicy(Context &context, const kube::Object &policy)
{
    for (Direction direction : kube::kDirections) {
        if (!policy.policy()->isolates(direction))
            continue;
        for (const kube::Rule &rule : policy.policy()->rules(direction)) {
            checkPortsOf(context, policy, rule, context.targets(policy, direction, rule));
            checkBlocks(context, policy, rule);
        }
    }
}

void checkPlugin(Context &context)
{
    if (context.evaluator.profile().isStandard())
        return;
    if (!context.evaluator.profile().enforces) {
        checkNothing(context);
        return;
    }
    for (const kube::ObjectPtr &policy : context.evaluator.policies())
        if (!context.workspace.location(policy.get()).isStale)
            checkPluginPolicy(context, *policy);
    for (const kube::ObjectPtr &policy : context.evaluator.clusterPolicies())
        if (!context.workspace.location(policy.get()).isStale)
            checkKind(context, *policy);
    checkCounts(context);
    checkServicePorts(context);
}

} // namespace drawbridge::lint
