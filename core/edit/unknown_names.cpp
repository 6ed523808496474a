#include "edit/unknown_names.h"

#include "edit/reach.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::ConnectionSet;
using kube::Direction;
using verdict::EndpointId;
using verdict::Evaluator;

namespace {

ConnectionSet wholeOf(kube::Protocol protocol)
{
    return ConnectionSet::of(protocol, 1, kube::kLastPort);
}

bool meetsAddresses(const kube::Peer &peer, const End &end)
{
    const kube::Family family = peer.ipBlock->cidr.family;
    return !(peer.ipBlock->addresses() & addresses(end, family)).isEmpty();
}

/// Whether the rule speaks of the other end, or of a part of it.
bool admits(const Evaluator &evaluator, const kube::Object &policy, const kube::Rule &rule,
            const End &other)
{
    if (rule.anyPeer || other.kind == End::Kind::Everyone)
        return true;
    const std::vector<EndpointId> others = members(evaluator, other);
    return std::any_of(rule.peers.begin(), rule.peers.end(), [&](const kube::Peer &peer) {
        if (peer.ipBlock)
            return isOutside(other) && meetsAddresses(peer, other);
        const auto picked = evaluator.selected(peer, evaluator.namespaceOf(&policy));
        return std::any_of(picked.begin(), picked.end(), [&](EndpointId id) {
            return std::find(others.begin(), others.end(), id) != others.end();
        });
    });
}

} // namespace

bool UnknownName::mayMeet(const ConnectionSet &ports) const
{
    return !(wholeOf(protocol) & ports).isEmpty();
}

bool UnknownName::isWithin(const ConnectionSet &ports) const
{
    return ports.contains(wholeOf(protocol));
}

std::vector<UnknownName> unknownNames(const Evaluator &evaluator, const kube::Object &policy,
                                      Direction direction, std::size_t rule, const End &target)
{
    std::vector<UnknownName> result;
    const std::vector<EndpointId> targets = members(evaluator, target);
    const bool isKnown = std::all_of(targets.begin(), targets.end(), [&](EndpointId id) {
        return evaluator.endpoint(id).kind == verdict::EndpointKind::Workload;
    });
    if (isKnown || evaluator.profile().namedPorts == verdict::PluginProfile::NamedPorts::EveryPort)
        return result;
    for (const kube::PortRule &port : policy.policy()->rules(direction)[rule].ports)
        if (!port.name.empty())
            result.push_back({&policy, direction, rule, port.protocol, port.name});
    return result;
}

std::vector<UnknownName> unknownNames(const Evaluator &evaluator, const End &source,
                                      const End &target)
{
    std::vector<UnknownName> result;
    for (Direction direction : kube::kDirections) {
        const bool in = direction == Direction::Ingress;
        std::vector<const kube::Object *> seen;
        for (EndpointId id : members(evaluator, in ? target : source))
            for (const kube::Object *policy : evaluator.policiesOf(id, direction)) {
                if (std::find(seen.begin(), seen.end(), policy) != seen.end())
                    continue;
                seen.push_back(policy);
                const auto &rules = policy->policy()->rules(direction);
                for (std::size_t i = 0; i < rules.size(); ++i)
                    if (admits(evaluator, *policy, rules[i], in ? source : target))
                        for (UnknownName &one :
                             unknownNames(evaluator, *policy, direction, i, target))
                            result.push_back(std::move(one));
            }
    }
    return result;
}

} // namespace drawbridge::edit
