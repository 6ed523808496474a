#include "verdict/compiled_policy.h"

#include "base/united.h"
#include "verdict/rule_ports.h"

namespace drawbridge::verdict {

namespace {

void addPort(const kube::PortRule &item, const PluginProfile &profile, CompiledRule &rule,
             kube::ConnectionSum &ports)
{
    if (!item.name.empty() && profile.namedPorts != PluginProfile::NamedPorts::EveryPort) {
        rule.named.push_back(item);
        return;
    }
    // types.go, NetworkPolicyPort: no port means all ports of the protocol; endPort is inclusive.
    const auto [first, last] = numbersOf(item, profile);
    ports.add(kube::ConnectionSet::of(item.protocol, first, last));
}

bool holdsEveryV4(const CompiledRule &rule)
{
    return rule.v4 == kube::AddressSet({}, kube::lastOf(kube::Family::V4));
}

CompiledRule compileRule(const kube::Rule &rule, const std::string &nameSpace,
                         const LabelGroups &groups, const PluginProfile &profile)
{
    CompiledRule compiled;
    compiled.anyPeer = rule.anyPeer;
    std::vector<kube::AddressSet> v4;
    std::vector<kube::AddressSet> v6;
    for (const kube::Peer &peer : rule.peers) {
        if (!peer.ipBlock)
            compiled.peers.push_back(groups.ofPeer(peer, nameSpace));
        else
            (peer.ipBlock->cidr.family == kube::Family::V4 ? v4 : v6)
                .push_back(peer.ipBlock->addresses());
    }
    compiled.v4 = united(std::move(v4));
    compiled.v6 = united(std::move(v6));
    compiled.meansPods = profile.podsByBlock != PluginProfile::PodsByBlock::Never;
    compiled.everyPod =
        profile.podsByBlock == PluginProfile::PodsByBlock::ByAddress && holdsEveryV4(compiled);
    kube::ConnectionSum ports;
    if (rule.anyPort)
        ports.add(kube::ConnectionSet::all());
    for (const kube::PortRule &item : rule.ports)
        addPort(item, profile, compiled, ports);
    compiled.ports = ports.take();
    return compiled;
}

} // namespace

const kube::LabelSelector &CompiledPolicy::subject() const
{
    static const kube::LabelSelector everyPod;
    return policy().subject ? *policy().subject : everyPod;
}

CompiledPolicyPtr compile(const kube::ObjectPtr &object, const std::string &nameSpace,
                          const LabelGroups &groups, const PluginProfile &profile)
{
    auto compiled = std::make_shared<CompiledPolicy>();
    compiled->object = object;
    compiled->nameSpace = nameSpace;
    const kube::NetworkPolicy &policy = *object->policy();
    // One whose subject is unreadable isolates everything and admits nothing.
    compiled->selectsAll = compiled->subject().isEmpty();
    compiled->subjects = groups.inNamespace(compiled->subject(), nameSpace);
    for (kube::Direction direction : kube::kDirections)
        if (policy.isolates(direction) && policy.subject)
            for (const kube::Rule &rule : policy.rules(direction))
                compiled->rules[int(direction)].push_back(
                    compileRule(rule, nameSpace, groups, profile));
    return compiled;
}

} // namespace drawbridge::verdict
