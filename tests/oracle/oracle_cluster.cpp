#include "oracle_cluster.h"

#include <algorithm>

namespace oracle {

namespace {

Connections without(Connections left, const Connections &right)
{
    left.tcp &= ~right.tcp;
    left.udp &= ~right.udp;
    left.sctp &= ~right.sctp;
    return left;
}

// Pods of the host network are neither subjects nor peers (v1alpha2, ClusterNetworkPolicySpec).
bool selects(const Cluster &cluster, const AdminPeer &peer, const Pod &pod)
{
    return !pod.hostNetwork && peer.namespaces &&
           matches(*peer.namespaces, cluster.namespaceLabels(pod.ns)) &&
           (!peer.pods || matches(*peer.pods, pod.labels));
}

bool inNetwork(const Cidr &network, const End &end)
{
    if (end.pod() == nullptr)
        return network.contains(end.address());
    return std::any_of(end.pod()->addresses.begin(), end.pod()->addresses.end(),
                       [&](const Address &address) { return network.contains(address); });
}

// In v1alpha1 networks are for what is outside.
bool areForPods(const AdminPolicy &policy)
{
    return policy.kind == "ClusterNetworkPolicy";
}

bool surelyMeans(const Cluster &cluster, const AdminPolicy &policy, const AdminPeer &peer,
                 const End &end)
{
    if (end.pod() != nullptr && selects(cluster, peer, *end.pod()))
        return true;
    if (end.pod() != nullptr && !areForPods(policy))
        return false;
    return std::any_of(peer.networks.begin(), peer.networks.end(),
                       [&](const Cidr &network) { return inNetwork(network, end); });
}

// Networks that leave no IPv4 address out hold every pod, wherever it is.
bool holdsEveryV4(const AdminRule &rule)
{
    std::vector<std::pair<Address, Address>> ranges;
    for (const AdminPeer &peer : rule.peers) {
        for (const Cidr &network : peer.networks) {
            if (!network.address.isV6())
                ranges.emplace_back(network.first(), network.last());
        }
    }
    std::sort(ranges.begin(), ranges.end());
    std::optional<Address> next = Address::lowest(false);
    for (const auto &[first, last] : ranges) {
        if (next && first <= *next && last >= *next)
            next = nextAddress(last);
    }
    return !next;
}

bool mayMean(const AdminPeer &peer, const End &end)
{
    if (end.pod() == nullptr)
        return peer.mayBeOutside;
    return peer.mayBePods || (peer.mayBeOutside && end.pod()->hostNetwork);
}

Connections portsOf(const AdminRule &rule, const End &dst)
{
    if (!rule.hasPorts)
        return Connections::all();
    Connections result;
    const auto add = [&](const std::string &protocol, int first, int last) {
        Connections::Ports *ports = result.ofProtocol(protocol);
        for (int number = first; ports != nullptr && number <= last; ++number)
            ports->set(static_cast<std::size_t>(number));
    };
    for (const AdminPort &port : rule.ports) {
        if (port.name.empty()) {
            add(port.protocol, port.first, port.last);
        } else if (dst.pod() != nullptr) {
            for (const ContainerPort &candidate : dst.pod()->ports) {
                if (candidate.name == port.name)
                    add(candidate.protocol, candidate.number, candidate.number);
            }
        }
    }
    return result;
}

// What one policy does with the connections that come to it.
struct Answer
{
    Connections allowed;
    Connections passed;
    Connections open; // neither allowed, passed nor denied
};

void answerRule(const Cluster &cluster, const AdminPolicy &policy, const AdminRule &rule,
                const End &other, const End &dst, Answer &answer)
{
    const bool clear = !rule.unclear && !policy.placeUnclear && policy.subject;
    bool sure = areForPods(policy) && other.pod() != nullptr && holdsEveryV4(rule);
    bool may = false;
    for (const AdminPeer &peer : rule.peers) {
        sure = sure || surelyMeans(cluster, policy, peer, other);
        may = may || mayMean(peer, other);
    }
    if (!sure && !may)
        return;
    const Connections ports = portsOf(rule, dst);
    if (sure && clear && rule.action != "Deny") {
        Connections taken = ports;
        taken &= answer.open;
        (rule.action == "Pass" ? answer.passed : answer.allowed) |= taken;
        answer.open = without(answer.open, taken);
    }
    if (rule.action == "Accept")
        return;
    const bool isAnyPort = rule.mayBeAnyPort;
    if (rule.action == "Deny" || may || isAnyPort || !clear)
        answer.open = without(answer.open, isAnyPort ? Connections::all() : ports);
}

using Order = std::vector<const AdminPolicy *>;

Answer answerTier(const Cluster &cluster, Direction direction, const Order &order, const Pod &self,
                  const End &other, const End &dst, const Connections &asked)
{
    Answer answer{{}, {}, asked};
    for (const AdminPolicy *policy : order) {
        if (policy->subject ? !selects(cluster, *policy->subject, self) : self.hostNetwork)
            continue;
        for (const AdminRule &rule :
             direction == Direction::Ingress ? policy->ingress : policy->egress)
            answerRule(cluster, *policy, rule, other, dst, answer);
    }
    return answer;
}

int rankOf(const AdminPolicy &policy)
{
    return policy.placeUnclear ? -1 : policy.priority;
}

bool isOld(const AdminPolicy &policy)
{
    return policy.kind == "BaselineAdminNetworkPolicy";
}

bool isPossible(const Order &order)
{
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (std::size_t k = i + 1; k < order.size(); ++k) {
            if (isOld(*order[i]) == isOld(*order[k]) && rankOf(*order[i]) > rankOf(*order[k]))
                return false;
        }
    }
    return true;
}

// Every order in which the policies of a tier may be asked.
std::vector<Order> ordersOf(const Cluster &cluster, bool baseline)
{
    Order all;
    for (const AdminPolicy &policy : cluster.adminPolicies) {
        if (policy.baseline == baseline)
            all.push_back(&policy);
    }
    std::sort(all.begin(), all.end());
    std::vector<Order> orders;
    do {
        if (isPossible(all))
            orders.push_back(all);
    } while (std::next_permutation(all.begin(), all.end()));
    return orders;
}

} // namespace

Connections throughTiers(const Cluster &cluster, Direction direction, const Pod &self,
                         const End &other, const End &dst,
                         const std::optional<Connections> &networkPolicies)
{
    Connections result = Connections::all();
    for (const Order &admin : ordersOf(cluster, false)) {
        const Answer first =
            answerTier(cluster, direction, admin, self, other, dst, Connections::all());
        Connections rest = first.open;
        rest |= first.passed;
        if (networkPolicies) {
            rest &= *networkPolicies;
            rest |= first.allowed;
            result &= rest;
            continue;
        }
        for (const Order &baseline : ordersOf(cluster, true)) {
            const Answer last = answerTier(cluster, direction, baseline, self, other, dst, rest);
            Connections admitted = first.allowed;
            admitted |= last.allowed;
            admitted |= last.passed;
            admitted |= last.open;
            result &= admitted;
        }
    }
    return result;
}

} // namespace oracle
