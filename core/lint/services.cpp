#include "lint/context.h"

#include <algorithm>
#include <optional>

namespace drawbridge::lint {

using kube::Object;
using kube::Peer;

namespace {

constexpr std::uint32_t kDnsServicePort = 53;

std::string nameOf(const Context &context, const Object &object)
{
    return context.workspace.namespaceOf(object) + '/' + object.meta.name;
}

/// True if clients come to a Service through a node, which may put its own address in place of
/// theirs (externalTrafficPolicy: Cluster, the default).
bool hidesClients(const Object &service)
{
    const std::string &type = std::get<kube::Service>(service.value).type;
    return (type == "NodePort" || type == "LoadBalancer") &&
           textAt(service, "externalTrafficPolicy") != "Local";
}

bool leadsTo(const Object &service, const verdict::Endpoint &endpoint, const kube::Rule &rule)
{
    const auto &ports = std::get<kube::Service>(service.value).ports;
    return selects(service, endpoint) &&
           std::any_of(ports.begin(), ports.end(), [&](const kube::ServicePort &port) {
               const auto behind = podPort(port, endpoint);
               return rule.anyPort || (behind && includes(rule, port.protocol, *behind));
           });
}

/// The first Service through which clients come to the rule's pods and hide.
const Object *hidingService(const Context &context, const Object &policy, const kube::Rule &rule)
{
    std::optional<std::vector<verdict::EndpointId>> subjects;
    for (const kube::ObjectPtr &service : context.services(context.workspace.namespaceOf(policy))) {
        if (!hidesClients(*service))
            continue;
        if (!subjects)
            subjects = context.subjects(policy);
        if (std::any_of(subjects->begin(), subjects->end(), [&](verdict::EndpointId id) {
                return leadsTo(*service, context.evaluator.endpoint(id), rule);
            }))
            return service.get();
    }
    return nullptr;
}

/// Trap 19 (the documentation of NetworkPolicy, on ipBlock). A block of all addresses holds the
/// nodes' too.
void checkSources(Context &context, const Object &policy, const kube::Rule &rule)
{
    const bool hasBlock = std::any_of(rule.peers.begin(), rule.peers.end(), [](const Peer &peer) {
        return peer.ipBlock && peer.ipBlock->cidr.prefix > 0;
    });
    const Object *service = hasBlock ? hidingService(context, policy, rule) : nullptr;
    if (!service)
        return;
    for (const Peer &peer : rule.peers)
        if (peer.ipBlock && peer.ipBlock->cidr.prefix > 0)
            context.addToPolicy(Severity::Hint, Code::LintSourceRewritten, policy, peer.origin,
                                {peer.ipBlock->cidr.text(), nameOf(context, *service),
                                 std::get<kube::Service>(service->value).type});
}

bool isDns(const Object &service)
{
    const auto &ports = std::get<kube::Service>(service.value).ports;
    return std::any_of(ports.begin(), ports.end(),
                       [](const kube::ServicePort &port) { return port.port == kDnsServicePort; });
}

/// Traps 15, 16 and 20: a Service's address is translated before most plugins look. A node-local
/// cache answers at that of the DNS Service.
void checkServiceAddress(Context &context, const Object &policy, const Peer &peer)
{
    if (!peer.ipBlock || peer.ipBlock->cidr.first != peer.ipBlock->cidr.last)
        return;
    const Object *service =
        context.serviceAt({peer.ipBlock->cidr.family, peer.ipBlock->cidr.first});
    if (service && !isDns(*service) && std::get<kube::Service>(service->value).selector)
        context.addToPolicy(Severity::Warning, Code::LintServiceAddress, policy, peer.origin,
                            {peer.ipBlock->cidr.text(), nameOf(context, *service)});
}

} // namespace

void checkServices(Context &context, const Object &policy)
{
    const kube::NetworkPolicy &spec = *policy.policy();
    if (spec.isolatesIngress)
        for (const kube::Rule &rule : spec.ingress)
            checkSources(context, policy, rule);
    if (spec.isolatesEgress)
        for (const kube::Rule &rule : spec.egress)
            for (const Peer &peer : rule.peers)
                checkServiceAddress(context, policy, peer);
}

} // namespace drawbridge::lint
