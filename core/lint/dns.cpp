#include "lint/context.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace drawbridge::lint {

using kube::Direction;
using verdict::EndpointId;

namespace {

constexpr std::uint32_t kDnsPorts[] = {53, 5353}; ///< 5353: the DNS pods of OpenShift

bool admitsDnsPort(const kube::PortRule &port)
{
    if (port.protocol != kube::Protocol::Udp)
        return false;
    // A named port is the DNS server's own business: kube-dns calls it `dns`.
    return !port.port || std::any_of(std::begin(kDnsPorts), std::end(kDnsPorts), [&](auto dns) {
        return *port.port <= dns && dns <= port.endPort.value_or(*port.port);
    });
}

bool admitsDnsPort(const kube::Rule &rule)
{
    return rule.anyPort || std::any_of(rule.ports.begin(), rule.ports.end(),
                                       [](const auto &port) { return admitsDnsPort(port); });
}

/// Where clusters run their DNS; the other one is OpenShift's.
bool isOfDns(const std::string &nameSpace)
{
    return nameSpace == "kube-system" || nameSpace == "openshift-dns";
}

/// True if the peer may be the cluster's DNS: where it runs is not in most inputs. A node-local
/// cache has an address, not labels.
bool mayBeDns(const Context &context, const kube::Object &policy, const kube::Peer &peer)
{
    if (peer.ipBlock)
        return true;
    const std::string &own = context.workspace.namespaceOf(policy);
    if (peer.namespaces) {
        kube::Labels labels = peer.namespaces->matchLabels;
        const auto name = labels.find(kube::kNamespaceNameLabel);
        if (name == labels.end() || isOfDns(name->second))
            return true;
    } else if (isOfDns(own)) {
        return true;
    }
    const auto ids = context.evaluator.selected(peer, own);
    return std::any_of(ids.begin(), ids.end(), [&](EndpointId id) {
        for (const verdict::Variant &variant : context.evaluator.endpoint(id).variants)
            for (const kube::ContainerPort &port : variant.ports)
                if (port.protocol == kube::Protocol::Udp)
                    return true;
        return false;
    });
}

struct Egress
{
    bool namesPods = false; ///< some rule leads to pods, which are called by name
    bool hasDns = false;
};

Egress egressOf(const Context &context, const kube::Object &policy)
{
    Egress result;
    const auto isDns = [&](const kube::Peer &peer) { return mayBeDns(context, policy, peer); };
    const auto isPods = [](const kube::Peer &peer) { return !peer.ipBlock; };
    for (const kube::Rule &rule : policy.policy()->egress) {
        const auto &peers = rule.peers;
        result.hasDns =
            result.hasDns || (admitsDnsPort(rule) &&
                              (rule.anyPeer || std::any_of(peers.begin(), peers.end(), isDns)));
        result.namesPods =
            result.namesPods || rule.anyPeer || std::any_of(peers.begin(), peers.end(), isPods);
    }
    return result;
}

} // namespace

/// One finding a policy, however many it restricts. Whoever may reach nobody, or addresses only,
/// needs no names.
void checkDns(Context &context)
{
    std::map<const kube::Object *, std::vector<std::string>> blocked;
    std::map<const kube::Object *, Egress> known;
    for (const kube::ObjectPtr &policy : context.evaluator.policies())
        known[policy.get()] = egressOf(context, *policy);
    const auto &endpoints = context.evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i) {
        // What policies do to the host network depends on the plugin: told by itself (DB213).
        if (endpoints[i].kind == verdict::EndpointKind::LikeGroup || endpoints[i].hostNetwork)
            continue;
        Egress all;
        const kube::Object *first = nullptr; // that leads to pods
        for (const kube::Object *policy :
             context.evaluator.policiesOf(EndpointId{i}, Direction::Egress)) {
            const Egress &egress = known[policy];
            all.hasDns = all.hasDns || egress.hasDns;
            if (egress.namesPods && !first)
                first = policy;
        }
        if (first && !all.hasDns)
            blocked[first].push_back(endpoints[i].text());
    }
    for (const kube::ObjectPtr &policy : context.evaluator.policies())
        if (const auto found = blocked.find(policy.get()); found != blocked.end())
            context.add(Severity::Warning, Code::LintDnsBlocked, *policy,
                        {member(*policy, specOf(*policy), "egress")}, {named(found->second)});
}

} // namespace drawbridge::lint
