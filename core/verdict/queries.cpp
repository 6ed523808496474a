#include "verdict/evaluator.h"
#include "verdict/state.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

/// One end of a pair: a variant of an endpoint, or an address.
struct Side
{
    const Variant *variant = nullptr;
    const kube::Address *address = nullptr;
};

std::vector<Side> sidesOf(const Party &party, const std::vector<Endpoint> &endpoints)
{
    if (party.isOutside())
        return {{nullptr, &party.address}};
    std::vector<Side> sides;
    for (const Variant &variant : endpoints[party.endpoint.value].variants)
        sides.push_back({&variant, nullptr});
    return sides;
}

bool contains(const CompiledRule &rule, const kube::Address &address)
{
    return (address.family == kube::Family::V4 ? rule.v4 : rule.v6).contains(address.value);
}

bool matches(const CompiledRule &rule, const Side &other)
{
    if (rule.anyPeer)
        return true;
    if (!other.variant)
        return contains(rule, *other.address);
    for (const BitsetPtr &groups : rule.peers)
        if (groups->test(other.variant->group))
            return true;
    // An ipBlock picks a pod by an address that the input states (Kubernetes e2e, egress to CIDR).
    return std::any_of(other.variant->addresses.begin(), other.variant->addresses.end(),
                       [&](const kube::Address &address) { return contains(rule, address); });
}

/// A named port is looked up among the destination's container ports, by name and protocol; for an
/// address there is nothing to look it up in.
ConnectionSet portsTo(const CompiledRule &rule, const Side &destination)
{
    ConnectionSet ports = rule.ports;
    if (!destination.variant)
        return ports;
    for (const kube::PortRule &named : rule.named)
        for (const kube::ContainerPort &port : destination.variant->ports)
            if (port.name == named.name && port.protocol == named.protocol)
                ports.insert(port.protocol, port.port, port.port);
    return ports;
}

/// One half for one pair of pods; calls `use` for every rule that admits something.
template <typename Use>
bool forEachRule(const Evaluator::State &state, Direction direction, const Side &source,
                 const Side &target, Use use)
{
    const Side &own = direction == Direction::Ingress ? target : source;
    const Side &other = direction == Direction::Ingress ? source : target;
    if (!own.variant)
        return false;
    const auto &policies = state.isolating[int(direction)][own.variant->group];
    for (const CompiledPolicy *policy : policies) {
        const auto &rules = policy->rules[int(direction)];
        for (std::size_t i = 0; i < rules.size(); ++i) {
            if (!matches(rules[i], other))
                continue;
            ConnectionSet ports = portsTo(rules[i], target);
            if (!ports.isEmpty())
                use(*policy, i, std::move(ports));
        }
    }
    return !policies.empty();
}

ConnectionSet halfOf(const Evaluator::State &state, Direction direction, const Side &source,
                     const Side &target)
{
    ConnectionSet result;
    const bool isolated = forEachRule(
        state, direction, source, target,
        [&](const CompiledPolicy &, std::size_t, const ConnectionSet &ports) { result |= ports; });
    return isolated ? result : ConnectionSet::all();
}

bool isSelf(const Party &source, const Party &target)
{
    return !source.isOutside() && source.endpoint == target.endpoint;
}

} // namespace

kube::ConnectionSet Evaluator::allowed(Party source, Party target) const
{
    if (isSelf(source, target) || (source.isOutside() && target.isOutside()))
        return ConnectionSet::all();
    ConnectionSet result;
    for (const Side &from : sidesOf(source, m_state->endpoints))
        for (const Side &to : sidesOf(target, m_state->endpoints)) {
            const ConnectionSet ingress = halfOf(*m_state, Direction::Ingress, from, to);
            if (!ingress.isEmpty())
                result |= ingress & halfOf(*m_state, Direction::Egress, from, to);
        }
    return result;
}

kube::ConnectionSet Evaluator::half(Direction direction, Party source, Party target) const
{
    ConnectionSet result;
    for (const Side &from : sidesOf(source, m_state->endpoints))
        for (const Side &to : sidesOf(target, m_state->endpoints))
            result |= halfOf(*m_state, direction, from, to);
    return result;
}

std::vector<RuleUse> Evaluator::rules(Direction direction, Party source, Party target) const
{
    std::vector<RuleUse> uses;
    for (const Side &from : sidesOf(source, m_state->endpoints))
        for (const Side &to : sidesOf(target, m_state->endpoints))
            forEachRule(
                *m_state, direction, from, to,
                [&](const CompiledPolicy &policy, std::size_t rule, ConnectionSet ports) {
                    for (RuleUse &use : uses)
                        if (use.policy == policy.object.get() && use.rule == rule) {
                            use.ports |= ports;
                            return;
                        }
                    uses.push_back({policy.object.get(), direction, rule, std::move(ports)});
                });
    return uses;
}

namespace {

bool matchesStranger(const kube::Rule &rule, const std::string &policyNamespace,
                     const std::string &nameSpace, const kube::Labels &namespaceLabels,
                     const kube::Labels &podLabels)
{
    const auto matches = [&](const kube::Peer &peer) {
        if (peer.ipBlock || (peer.pods && !peer.pods->matches(podLabels)))
            return false;
        return peer.namespaces ? peer.namespaces->matches(namespaceLabels)
                               : policyNamespace == nameSpace;
    };
    return rule.anyPeer || std::any_of(rule.peers.begin(), rule.peers.end(), matches);
}

} // namespace

kube::ConnectionSet Evaluator::ingressFromStranger(EndpointId target, const std::string &nameSpace,
                                                   const kube::Labels &namespaceLabels,
                                                   const kube::Labels &podLabels) const
{
    ConnectionSet result;
    for (const Variant &variant : endpoint(target).variants) {
        const auto &policies = m_state->isolating[int(Direction::Ingress)][variant.group];
        if (policies.empty())
            return ConnectionSet::all();
        for (const CompiledPolicy *policy : policies) {
            const auto &compiled = policy->rules[int(Direction::Ingress)];
            for (std::size_t i = 0; i < compiled.size(); ++i)
                if (matchesStranger(policy->policy().ingress[i], policy->nameSpace, nameSpace,
                                    namespaceLabels, podLabels))
                    result |= portsTo(compiled[i], {&variant, nullptr});
        }
    }
    return result;
}

kube::ConnectionSet Evaluator::admittedOutside(EndpointId id, Direction direction,
                                               const kube::AddressSet &v4,
                                               const kube::AddressSet &v6, bool &differs) const
{
    ConnectionSet result;
    for (const Variant &variant : endpoint(id).variants) {
        const auto &policies = m_state->isolating[int(direction)][variant.group];
        if (policies.empty())
            return ConnectionSet::all();
        const Side destination = direction == Direction::Ingress ? Side{&variant, nullptr} : Side{};
        for (const CompiledPolicy *policy : policies)
            for (const CompiledRule &rule : policy->rules[int(direction)]) {
                const bool all = rule.anyPeer || (rule.v4.contains(v4) && rule.v6.contains(v6));
                if (all)
                    result |= portsTo(rule, destination);
                else if (!(rule.v4 & v4).isEmpty() || !(rule.v6 & v6).isEmpty())
                    differs = true;
            }
    }
    return result;
}

kube::ConnectionSet Evaluator::admittedEverywhere(EndpointId id, Direction direction,
                                                  bool outsideToo) const
{
    const auto isWholeCluster = [](const kube::Peer &peer) {
        return peer.namespaces && peer.namespaces->isEmpty() &&
               (!peer.pods || peer.pods->isEmpty());
    };
    ConnectionSet result;
    for (const Variant &variant : endpoint(id).variants) {
        const auto &policies = m_state->isolating[int(direction)][variant.group];
        if (policies.empty())
            return ConnectionSet::all();
        const Side destination = direction == Direction::Ingress ? Side{&variant, nullptr} : Side{};
        for (const CompiledPolicy *policy : policies) {
            const auto &compiled = policy->rules[int(direction)];
            for (std::size_t i = 0; i < compiled.size(); ++i) {
                const auto &peers = policy->policy().rules(direction)[i].peers;
                if (compiled[i].anyPeer ||
                    (!outsideToo && std::any_of(peers.begin(), peers.end(), isWholeCluster)))
                    result |= portsTo(compiled[i], destination);
            }
        }
    }
    return result;
}

bool Evaluator::isIsolated(EndpointId id, Direction direction) const
{
    const auto &lists = m_state->isolating[int(direction)];
    const auto &variants = endpoint(id).variants;
    return std::all_of(variants.begin(), variants.end(),
                       [&](const Variant &variant) { return !lists[variant.group].empty(); });
}

bool Evaluator::admitsEveryone(EndpointId id, Direction direction) const
{
    const auto admits = [&](const Variant &variant) {
        ConnectionSet ports;
        for (const CompiledPolicy *policy : m_state->isolating[int(direction)][variant.group])
            for (const CompiledRule &rule : policy->rules[int(direction)])
                if (rule.anyPeer)
                    ports |= rule.ports;
        return ports.isAll();
    };
    const auto &variants = endpoint(id).variants;
    return isIsolated(id, direction) && std::any_of(variants.begin(), variants.end(), admits);
}

std::vector<const kube::Object *> Evaluator::policiesOf(EndpointId id, Direction direction) const
{
    std::vector<const kube::Object *> result;
    for (const Variant &variant : endpoint(id).variants)
        for (const CompiledPolicy *policy : m_state->isolating[int(direction)][variant.group])
            if (std::find(result.begin(), result.end(), policy->object.get()) == result.end())
                result.push_back(policy->object.get());
    return result;
}

bool Evaluator::hasFullWall(const std::string &nameSpace, Direction direction) const
{
    return wallPolicy(nameSpace, direction) != nullptr;
}

const kube::Object *Evaluator::wallPolicy(const std::string &nameSpace, Direction direction) const
{
    const auto &walls = m_state->walls[int(direction)];
    const auto it = walls.find(nameSpace);
    return it == walls.end() ? nullptr : it->second;
}

std::vector<EndpointId> Evaluator::selected(const kube::LabelSelector &pods,
                                            const std::string &nameSpace) const
{
    kube::Peer peer;
    peer.pods = pods;
    return selected(peer, nameSpace);
}

std::vector<EndpointId> Evaluator::selected(const kube::Peer &peer,
                                            const std::string &policyNamespace) const
{
    std::vector<EndpointId> result;
    if (peer.ipBlock)
        return result;
    const BitsetPtr groups = m_state->groups.ofPeer(peer, policyNamespace);
    groups->forEach([&](std::size_t group) {
        const std::vector<EndpointId> &members = m_state->byGroup[group];
        result.insert(result.end(), members.begin(), members.end());
    });
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

bool Evaluator::namespaceMatches(const kube::LabelSelector &namespaces,
                                 const std::string &name) const
{
    const auto it = m_state->groups.namespaces().find(name);
    return it != m_state->groups.namespaces().end() && namespaces.matches(it->second);
}

const std::vector<Endpoint> &Evaluator::endpoints() const
{
    return m_state->endpoints;
}

EndpointId Evaluator::find(const std::string &key) const
{
    const auto it = m_state->byKey.find(key);
    return it == m_state->byKey.end() ? EndpointId{} : it->second;
}

const kube::Labels &Evaluator::labelsOf(const Variant &variant) const
{
    return m_state->groups.labels(variant.group);
}

std::vector<EndpointId> Evaluator::endpointsOf(const kube::Object *object) const
{
    if (object->policy() && m_state->compiled.count(object)) {
        const CompiledPolicy &policy = *m_state->compiled.at(object);
        return selected(policy.policy().subject.value_or(kube::LabelSelector{}), policy.nameSpace);
    }
    std::vector<EndpointId> result;
    for (std::size_t i = 0; i < m_state->endpoints.size(); ++i) {
        const auto &objects = m_state->endpoints[i].objects;
        if (std::find(objects.begin(), objects.end(), object) != objects.end())
            result.push_back({std::uint32_t(i)});
    }
    return result;
}

const std::map<std::string, kube::Labels> &Evaluator::namespaces() const
{
    return m_state->groups.namespaces();
}

bool Evaluator::namespaceIsDeclared(const std::string &name) const
{
    return m_state->declared.count(name) > 0;
}

const std::vector<kube::ObjectPtr> &Evaluator::policies() const
{
    return m_state->policies;
}

const std::string &Evaluator::namespaceOf(const kube::Object *policy) const
{
    return m_state->compiled.at(policy)->nameSpace;
}

namespace {

void cutAt(std::vector<kube::AddressValue> &starts, const kube::AddressSet &set,
           kube::Family family)
{
    for (const auto &interval : set.intervals()) {
        starts.push_back(interval.first);
        if (interval.last < kube::lastOf(family)) {
            kube::AddressValue next = interval.last;
            starts.push_back(++next);
        }
    }
}

} // namespace

std::vector<kube::AddressSet::Interval> Evaluator::outsideRanges(Direction direction,
                                                                 kube::Family family) const
{
    std::vector<kube::AddressValue> starts{{}};
    bool hasV6 = false;
    for (const kube::ObjectPtr &object : m_state->policies)
        for (Direction each : kube::kDirections)
            for (const kube::Rule &rule : object->policy()->rules(each))
                for (const kube::Peer &peer : rule.peers) {
                    if (!peer.ipBlock)
                        continue;
                    hasV6 |= peer.ipBlock->cidr.family == kube::Family::V6;
                    if (each == direction && peer.ipBlock->cidr.family == family)
                        cutAt(starts, peer.ipBlock->addresses(), family);
                }
    if (family == kube::Family::V6 && !hasV6)
        return {};
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<kube::AddressSet::Interval> ranges;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        kube::AddressValue last = kube::lastOf(family);
        if (i + 1 < starts.size()) {
            last = starts[i + 1];
            --last;
        }
        ranges.push_back({starts[i], last});
    }
    return ranges;
}

} // namespace drawbridge::verdict
