#pragma once

#include "kube/address.h"
#include "kube/labels.h"
#include "kube/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::kube {

enum class Direction : std::uint8_t { Ingress, Egress };
inline constexpr Direction kDirections[] = {Direction::Ingress, Direction::Egress};

struct IpBlock
{
    Cidr cidr;
    std::vector<Cidr> except;

    AddressSet addresses() const; ///< of the cidr's family
    bool operator==(const IpBlock &) const = default;
};

/// One item of `from` or `to`: an ipBlock, or selectors of which at least one is set.
struct Peer
{
    std::optional<LabelSelector> pods;
    std::optional<LabelSelector> namespaces;
    std::optional<IpBlock> ipBlock;
    Origin origin;

    bool operator==(const Peer &) const = default;
};

/// One rule. Parts that the API server would refuse are left out: they admit nothing, and they
/// never turn a list into "any" (anyPeer and anyPort come from the text alone).
struct Rule
{
    bool anyPeer = false; ///< from/to missing or empty: everybody, in and outside the cluster
    bool anyPort = false; ///< ports missing or empty
    std::vector<Peer> peers;
    std::vector<PortRule> ports;
    Origin origin;

    bool operator==(const Rule &) const = default;
};

/// A networking.k8s.io/v1 NetworkPolicy after the API server's defaulting.
struct NetworkPolicy
{
    /// Nothing if the subject cannot be read: what it selects cannot be told.
    std::optional<LabelSelector> subject;
    bool isolatesIngress = false;
    bool isolatesEgress = false;
    std::vector<Rule> ingress; ///< kept also where policyTypes gives them no effect
    std::vector<Rule> egress;
    bool hasPolicyTypes = false; ///< `policyTypes` is present and not empty
    bool wouldBeRefused = false; ///< the API server would not take it

    bool isolates(Direction d) const
    {
        return d == Direction::Ingress ? isolatesIngress : isolatesEgress;
    }
    /// The rules that have effect in a direction.
    const std::vector<Rule> &rules(Direction d) const
    {
        return d == Direction::Ingress ? ingress : egress;
    }
    bool operator==(const NetworkPolicy &) const = default;
};

} // namespace drawbridge::kube
