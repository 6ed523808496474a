#include "oracle_list.h"

#include "oracle_eval.h"
#include "oracle_ways.h"

#include <algorithm>
#include <set>

namespace oracle {

namespace {

struct Line
{
    std::string src;
    std::string dst;
    std::string connections;
};

std::vector<IpBlock> ipBlocks(const Cluster &cluster, Direction direction)
{
    std::vector<IpBlock> blocks;
    for (const Policy &policy : cluster.policies) {
        for (const Rule &rule : direction == Direction::Ingress ? policy.ingress : policy.egress) {
            for (const Peer &peer : rule.peers) {
                if (!peer.refused && peer.ipBlock)
                    blocks.push_back(*peer.ipBlock);
            }
        }
    }
    for (const AdminPolicy &policy : cluster.adminPolicies) {
        for (const AdminRule &rule :
             direction == Direction::Ingress ? policy.ingress : policy.egress) {
            for (const AdminPeer &peer : rule.peers) {
                for (const Cidr &network : peer.networks)
                    blocks.push_back({network, {}});
            }
        }
    }
    return blocks;
}

// The addresses at which a range may begin: both edges of the block and of its holes, as far as
// the block changes its answer there.
void addCuts(const IpBlock &block, std::set<Address> &cuts)
{
    std::vector<Cidr> cidrs = block.except;
    cidrs.push_back(block.cidr);
    for (const Cidr &cidr : cidrs) {
        for (const std::optional<Address> &cut :
             {std::optional(cidr.first()), nextAddress(cidr.last())}) {
            const std::optional<Address> before = cut ? previousAddress(*cut) : std::nullopt;
            if (before && matches(block, *cut) != matches(block, *before))
                cuts.insert(*cut);
        }
    }
}

void addRanges(const std::vector<IpBlock> &blocks, bool v6, std::vector<AddressRange> &ranges)
{
    std::set<Address> cuts{Address::lowest(v6)};
    for (const IpBlock &block : blocks) {
        if (block.cidr.address.isV6() == v6)
            addCuts(block, cuts);
    }
    for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
        const auto next = std::next(cut);
        const Address last = next == cuts.end() ? Address::highest(v6) : *previousAddress(*next);
        ranges.push_back({*cut, last});
    }
}

bool hasV6(const std::vector<IpBlock> &blocks)
{
    return std::any_of(blocks.begin(), blocks.end(),
                       [](const IpBlock &block) { return block.cidr.address.isV6(); });
}

std::vector<AddressRange> rangesOf(const Cluster &cluster, Direction direction)
{
    const std::vector<IpBlock> blocks = ipBlocks(cluster, direction);
    std::vector<AddressRange> ranges;
    addRanges(blocks, false, ranges);
    if (hasV6(ipBlocks(cluster, Direction::Ingress)) || hasV6(ipBlocks(cluster, Direction::Egress)))
        addRanges(blocks, true, ranges);
    return ranges;
}

void addLine(const std::string &src, const std::string &dst, const Connections &connections,
             std::vector<Line> &lines)
{
    if (!connections.isEmpty())
        lines.push_back({src, dst, connections.text()});
}

void addOutsideLines(const Cluster &cluster, const Workload &workload, std::vector<Line> &lines)
{
    for (const AddressRange &range : sourceRanges(cluster)) {
        Connections connections;
        for (const std::size_t member : workload.members)
            connections |= allowed(cluster, End(range.first), End(cluster.pods[member]));
        addLine(range.text(), workload.text(), connections, lines);
    }
    for (const AddressRange &range : destinationRanges(cluster)) {
        Connections connections;
        for (const std::size_t member : workload.members)
            connections |= allowed(cluster, End(cluster.pods[member]), End(range.first));
        addLine(workload.text(), range.text(), connections, lines);
    }
}

// Kubernetes docs, Service: targetPort defaults to port, and a name is looked up in the pod. Only
// TCP ports that the pod declares count, for nothing else is served to an ingress controller.
int targetPortOn(const Pod &pod, const ServicePort &servicePort)
{
    for (const ContainerPort &port : pod.ports) {
        const bool isMeant =
            servicePort.targetName
                ? port.name == *servicePort.targetName
                : port.number == servicePort.targetNumber.value_or(servicePort.number);
        if (isMeant && port.protocol == "TCP")
            return port.number;
    }
    return 0;
}

// The ports of the pod that some Ingress or Route leads to, without regard to policies.
Connections publishedPorts(const Cluster &cluster, const Pod &pod)
{
    Connections published;
    std::vector<Ingress> ways = cluster.ingresses;
    ways.insert(ways.end(), cluster.routes.begin(), cluster.routes.end());
    for (const Ingress &way : ways) {
        for (const Backend &backend : way.backends) {
            for (const Service &service : cluster.services) {
                if (service.ns != way.ns || service.name != backend.service ||
                    !selects(service, pod))
                    continue;
                for (const ServicePort &port : meantPorts(service, backend)) {
                    const int target = targetPortOn(pod, port);
                    if (target >= 1 && target <= 65535)
                        published.tcp.set(static_cast<std::size_t>(target));
                }
            }
        }
    }
    return published;
}

// The controller counts as a pod without labels in a namespace that nobody wrote.
void addIngressLines(const Cluster &cluster, const Workload &workload, std::vector<Line> &lines)
{
    Pod controller;
    controller.ns = "ingress-controller-ns";
    controller.name = "ingress-controller";
    Connections connections;
    for (const std::size_t member : workload.members) {
        const Pod &pod = cluster.pods[member];
        Connections reached = publishedPorts(cluster, pod);
        reached &= allowedBySide(cluster, Direction::Ingress, End(controller), End(pod));
        connections |= reached;
    }
    addLine("{ingress-controller}", workload.text(), connections, lines);
}

} // namespace

std::vector<AddressRange> sourceRanges(const Cluster &cluster)
{
    return rangesOf(cluster, Direction::Ingress);
}

std::vector<AddressRange> destinationRanges(const Cluster &cluster)
{
    return rangesOf(cluster, Direction::Egress);
}

std::string listText(const Cluster &cluster)
{
    std::vector<Line> lines;
    const std::vector<Workload> all = workloads(cluster);
    for (const Workload &src : all) {
        addOutsideLines(cluster, src, lines);
        addIngressLines(cluster, src, lines);
        for (const Workload &dst : all) {
            if (&src != &dst)
                addLine(src.text(), dst.text(), allowed(cluster, src, dst), lines);
        }
    }
    std::sort(lines.begin(), lines.end(), [](const Line &left, const Line &right) {
        return left.src != right.src ? left.src < right.src : left.dst < right.dst;
    });
    std::string text;
    for (const Line &line : lines)
        text += line.src + " => " + line.dst + " : " + line.connections + "\n";
    return text;
}

} // namespace oracle
