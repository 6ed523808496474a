#include "verdict/pod_ranges.h"

#include <algorithm>
#include <array>

namespace drawbridge::verdict {

namespace {

constexpr int kSmallestPodRange = 20;   ///< IPv4 prefix; smaller ranges are hosts or subnets
constexpr int kSmallestPodRangeV6 = 64; ///< IPv6 prefix

/// RFC 1918, RFC 6598 and RFC 4193: where clusters take pod addresses from.
const auto &privateRanges()
{
    static const std::array ranges{kube::parseCidr("10.0.0.0/8"), kube::parseCidr("172.16.0.0/12"),
                                   kube::parseCidr("192.168.0.0/16"),
                                   kube::parseCidr("100.64.0.0/10"), kube::parseCidr("fc00::/7")};
    return ranges;
}

/// A pod here has an address in it.
bool holdsPod(const Evaluator &evaluator, const kube::IpBlock &block)
{
    const kube::AddressSet addresses = block.addresses();
    const auto isHeld = [&](const kube::Address &address) {
        return address.family == block.cidr.family && addresses.contains(address.value);
    };
    for (const Endpoint &endpoint : evaluator.endpoints())
        for (const Variant &variant : endpoint.variants)
            if (std::any_of(variant.addresses.begin(), variant.addresses.end(), isHeld))
                return true;
    return false;
}

bool isPrivate(const kube::Cidr &cidr)
{
    return std::any_of(privateRanges().begin(), privateRanges().end(), [&](const auto &range) {
        return range->family == cidr.family && range->first <= cidr.first &&
               cidr.last <= range->last;
    });
}

} // namespace

bool isPodRange(const kube::Cidr &cidr)
{
    const int smallest = cidr.family == kube::Family::V4 ? kSmallestPodRange : kSmallestPodRangeV6;
    return isPrivate(cidr) && cidr.prefix <= smallest;
}

bool mayHoldPods(const Evaluator &evaluator, const kube::IpBlock &block)
{
    const kube::Cidr &cidr = block.cidr;
    const kube::AddressSet addresses = block.addresses();
    for (const auto &range : privateRanges())
        if (range->family == cidr.family && cidr.set().contains(range->set()) &&
            !(addresses & range->set()).isEmpty())
            return true;
    return isPodRange(cidr) || holdsPod(evaluator, block);
}

bool mayMeanPods(const Evaluator &evaluator, const kube::IpBlock &block)
{
    // Of IPv6, pods have public addresses too.
    if (block.cidr.family == kube::Family::V6)
        return !block.addresses().isEmpty();
    const kube::AddressSet addresses = block.addresses();
    const auto shares = [&](const auto &range) {
        return range->family == block.cidr.family && !(addresses & range->set()).isEmpty();
    };
    return std::any_of(privateRanges().begin(), privateRanges().end(), shares) ||
           holdsPod(evaluator, block);
}

bool holdsEveryPod(const kube::IpBlock &block)
{
    return block.cidr.family == kube::Family::V4 &&
           block.addresses() == kube::AddressSet({}, kube::lastOf(kube::Family::V4));
}

bool holdsEveryPod(const kube::Rule &rule)
{
    kube::AddressSet v4;
    for (const kube::Peer &peer : rule.peers)
        if (peer.ipBlock && peer.ipBlock->cidr.family == kube::Family::V4)
            v4 |= peer.ipBlock->addresses();
    return v4 == kube::AddressSet({}, kube::lastOf(kube::Family::V4));
}

bool holdsEveryPod(const kube::ClusterRule &rule)
{
    kube::AddressSet v4;
    for (const kube::ClusterPeer &peer : rule.peers)
        for (const kube::Cidr &network : peer.networks)
            if (network.family == kube::Family::V4)
                v4 |= network.set();
    return v4 == kube::AddressSet({}, kube::lastOf(kube::Family::V4));
}

} // namespace drawbridge::verdict
