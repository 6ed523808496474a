#include "oracle_eval.h"

#include "oracle_cluster.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>

namespace oracle {

namespace {

// apimachinery pkg/labels, Requirement.Matches: NotIn and DoesNotExist hold without the key too.
bool matches(const Requirement &requirement, const Labels &labels)
{
    const auto found = labels.find(requirement.key);
    const bool exists = found != labels.end();
    const bool isListed = exists && std::find(requirement.values.begin(), requirement.values.end(),
                                              found->second) != requirement.values.end();
    if (requirement.op == "In")
        return isListed;
    if (requirement.op == "NotIn")
        return !isListed;
    if (requirement.op == "Exists")
        return exists;
    if (requirement.op == "DoesNotExist")
        return !exists;
    return false;
}

// Kubernetes docs, Network Policies: behavior of to and from selectors.
bool matches(const Cluster &cluster, const Policy &policy, const Peer &peer, const End &end)
{
    if (peer.refused)
        return false;
    if (peer.ipBlock) {
        if (end.pod() == nullptr)
            return matches(*peer.ipBlock, end.address());
        const std::vector<Address> &addresses = end.pod()->addresses;
        return std::any_of(addresses.begin(), addresses.end(), [&peer](const Address &address) {
            return matches(*peer.ipBlock, address);
        });
    }
    if (end.pod() == nullptr || (!peer.podSelector && !peer.namespaceSelector))
        return false;
    const Pod &pod = *end.pod();
    if (peer.namespaceSelector) {
        if (!matches(*peer.namespaceSelector, cluster.namespaceLabels(pod.ns)))
            return false;
    } else if (pod.ns != policy.ns) {
        return false;
    }
    return !peer.podSelector || matches(*peer.podSelector, pod.labels);
}

bool anyPeerMatches(const Cluster &cluster, const Policy &policy, const Rule &rule, const End &end)
{
    if (rule.peers.empty())
        return true;
    return std::any_of(rule.peers.begin(), rule.peers.end(),
                       [&](const Peer &peer) { return matches(cluster, policy, peer, end); });
}

// A named port is looked up in the containers of the destination (types.go, NetworkPolicyPort), by
// name and protocol as kube-network-policies does it, and it means nothing for an outside address.
// Only within a container are names unique.
void addNamed(const PolicyPort &port, const End &dst, Connections::Ports &ports)
{
    if (dst.pod() == nullptr)
        return;
    for (const ContainerPort &candidate : dst.pod()->ports) {
        if (candidate.name == *port.name && candidate.protocol == port.protocol &&
            candidate.number >= 1 && candidate.number <= 65535)
            ports.set(static_cast<std::size_t>(candidate.number));
    }
}

void addPorts(const PolicyPort &port, const End &dst, Connections &connections)
{
    Connections::Ports *ports = connections.ofProtocol(port.protocol);
    if (port.refused || ports == nullptr)
        return;
    int first = 1;
    int last = 65535;
    if (port.name) {
        addNamed(port, dst, *ports);
        return;
    }
    if (port.number) {
        first = *port.number;
        last = port.endPort.value_or(first);
    }
    for (int number = std::max(first, 1); number <= std::min(last, 65535); ++number)
        ports->set(static_cast<std::size_t>(number));
}

// types.go, NetworkPolicyIngressRule.ports: empty or missing matches all ports.
Connections portsOf(const Rule &rule, const End &dst)
{
    if (rule.ports.empty())
        return Connections::all();
    Connections connections;
    for (const PolicyPort &port : rule.ports)
        addPorts(port, dst, connections);
    return connections;
}

using WorkloadKey = std::tuple<std::string, std::string, std::string>; // namespace, kind, name

const OwnerReference *controllerOf(const Pod &pod)
{
    for (const OwnerReference &owner : pod.owners) {
        if (owner.controller && owner.kind != "Node")
            return &owner;
    }
    return nullptr;
}

const Pod *findObject(const Cluster &cluster, const WorkloadKey &key)
{
    for (const Pod &pod : cluster.pods) {
        if (WorkloadKey(pod.ns, pod.kind, pod.name) == key)
            return &pod;
    }
    return nullptr;
}

// The workload that a pod is shown as. A pod counts as its controlling owner even if that is not in
// the input; from there on only owners that are in the input count.
WorkloadKey shownAs(const Cluster &cluster, const Pod &pod)
{
    WorkloadKey key(pod.ns, pod.kind, pod.name);
    const Pod *current = &pod;
    for (std::size_t step = 0; step < cluster.pods.size() + 1; ++step) { // owners may form a ring
        const OwnerReference *owner = controllerOf(*current);
        if (owner == nullptr)
            return key;
        const WorkloadKey next(pod.ns, owner->kind.empty() ? "Pod" : owner->kind, owner->name);
        const Pod *object = findObject(cluster, next);
        if (object == nullptr)
            return current->kind == "Pod" ? next : key;
        key = next;
        current = object;
    }
    return key;
}

} // namespace

bool matches(const Selector &selector, const Labels &labels)
{
    if (selector.refused)
        return false;
    for (const auto &[key, value] : selector.matchLabels) {
        const auto found = labels.find(key);
        if (found == labels.end() || found->second != value)
            return false;
    }
    return std::all_of(
        selector.matchExpressions.begin(), selector.matchExpressions.end(),
        [&labels](const Requirement &requirement) { return matches(requirement, labels); });
}

bool matches(const IpBlock &block, const Address &address)
{
    return block.cidr.contains(address) &&
           std::none_of(block.except.begin(), block.except.end(),
                        [&address](const Cidr &hole) { return hole.contains(address); });
}

// A policy whose pods cannot be told may mean any pod of its namespace.
bool applies(const Policy &policy, const Pod &pod, Direction direction)
{
    const bool isolates =
        direction == Direction::Ingress ? policy.isolatesIngress : policy.isolatesEgress;
    return isolates && policy.ns == pod.ns &&
           (policy.podSelector.refused || matches(policy.podSelector, pod.labels));
}

// Kubernetes docs, Network Policies: the two sorts of pod isolation. Policies and rules only add.
Connections allowedBySide(const Cluster &cluster, Direction direction, const End &src,
                          const End &dst)
{
    const bool isIngress = direction == Direction::Ingress;
    const End &self = isIngress ? dst : src;
    const End &other = isIngress ? src : dst;
    if (self.pod() == nullptr)
        return Connections::all();
    bool isIsolated = false;
    Connections admitted;
    for (const Policy &policy : cluster.policies) {
        if (!applies(policy, *self.pod(), direction))
            continue;
        isIsolated = true;
        if (policy.podSelector.refused)
            continue;
        for (const Rule &rule : isIngress ? policy.ingress : policy.egress) {
            if (!rule.refused && anyPeerMatches(cluster, policy, rule, other))
                admitted |= portsOf(rule, dst);
        }
    }
    const std::optional<Connections> networkPolicies =
        isIsolated ? std::optional(admitted) : std::nullopt;
    if (cluster.adminPolicies.empty())
        return networkPolicies.value_or(Connections::all());
    return throughTiers(cluster, direction, *self.pod(), other, dst, networkPolicies);
}

Connections allowed(const Cluster &cluster, const End &src, const End &dst)
{
    if (src.pod() != nullptr && dst.pod() != nullptr && src.pod()->isSameAs(*dst.pod()))
        return Connections::all();
    Connections connections = allowedBySide(cluster, Direction::Egress, src, dst);
    connections &= allowedBySide(cluster, Direction::Ingress, src, dst);
    return connections;
}

std::vector<Workload> workloads(const Cluster &cluster)
{
    std::map<WorkloadKey, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < cluster.pods.size(); ++i) {
        const Pod &pod = cluster.pods[i];
        const WorkloadKey key = shownAs(cluster, pod);
        const bool isItself = key == WorkloadKey(pod.ns, pod.kind, pod.name);
        if (pod.kind == "Pod" || isItself) // the template of an owner stands for those below it
            members[key].push_back(i);
    }
    std::vector<Workload> result;
    for (auto &[key, indexes] : members) {
        // Pods say more than the template that they were made from: they may state an address.
        const auto isPod = [&](std::size_t i) { return cluster.pods[i].kind == "Pod"; };
        if (std::any_of(indexes.begin(), indexes.end(), isPod))
            indexes.erase(std::remove_if(indexes.begin(), indexes.end(), std::not_fn(isPod)),
                          indexes.end());
        result.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), indexes});
    }
    std::sort(result.begin(), result.end(), [](const Workload &left, const Workload &right) {
        return left.text() < right.text();
    });
    return result;
}

Connections allowed(const Cluster &cluster, const Workload &src, const Workload &dst)
{
    Connections connections;
    for (const std::size_t from : src.members) {
        for (const std::size_t to : dst.members)
            connections |= allowed(cluster, End(cluster.pods[from]), End(cluster.pods[to]));
    }
    return connections;
}

} // namespace oracle
