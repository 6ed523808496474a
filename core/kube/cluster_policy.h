#pragma once

#include "kube/network_policy.h"

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::kube {

enum class ClusterPolicyKind : std::uint8_t {
    AdminNetworkPolicy,         ///< policy.networking.k8s.io/v1alpha1
    BaselineAdminNetworkPolicy, ///< policy.networking.k8s.io/v1alpha1
    ClusterNetworkPolicy        ///< policy.networking.k8s.io/v1alpha2
};
std::optional<ClusterPolicyKind> clusterPolicyKindNamed(std::string_view kind);

enum class Tier : std::uint8_t { Admin, Baseline };
/// v1alpha1 writes Accept as Allow.
enum class RuleAction : std::uint8_t { Accept, Deny, Pass };
inline constexpr RuleAction kRuleActions[] = {RuleAction::Accept, RuleAction::Deny,
                                              RuleAction::Pass};

/// One item of `from` or `to`: pods, or address ranges, or something that cannot be told.
struct ClusterPeer
{
    std::optional<Peer> pods; ///< `namespaces` or `pods`; it always names namespaces
    std::vector<Cidr> networks;
    bool mayMeanPods = false;    ///< a part that cannot be read or judged may mean any pod
    bool mayMeanOutside = false; ///< the same for any address outside
    Origin origin;
    /// "nodes" or "domainNames": addresses that no manifest states. Lists pass it over in v1alpha1
    /// (list-format 24); in v1alpha2 it may mean any address, too.
    std::string unstated = {};

    bool isUnclear() const { return mayMeanPods || mayMeanOutside || !unstated.empty(); }
    bool operator==(const ClusterPeer &) const = default;
};

/// One item of `ports` or `protocols`.
struct ClusterPort
{
    Protocol protocol = Protocol::Tcp; ///< of numbers; a name takes that of the container port
    std::uint32_t first = 1;
    std::uint32_t last = kLastPort;
    std::string name; ///< a named port; resolved on the destination
    Origin origin;

    bool operator==(const ClusterPort &) const = default;
};

/// One rule. What cannot be read fails closed (policy.networking.k8s.io v1alpha2,
/// ClusterNetworkPolicyEgressPeer): such a part of an Accept rule matches nothing, and of a Deny or
/// Pass rule everything that it may mean is denied.
struct ClusterRule
{
    std::string name;
    RuleAction action = RuleAction::Deny;
    std::vector<ClusterPeer> peers;
    bool anyPort = false; ///< ports missing
    std::vector<ClusterPort> ports;
    bool mayMeanAnyPort = false; ///< some item of `ports` cannot be read
    bool isUnclear = false;      ///< something in it may narrow it in a way that cannot be told
    Origin origin;

    bool operator==(const ClusterRule &) const = default;
};

/// A policy for the whole cluster. Its rules are looked at in order, those of the Admin tier before
/// all NetworkPolicies, those of the Baseline tier where no NetworkPolicy isolates the pod.
struct ClusterPolicy
{
    ClusterPolicyKind kind = ClusterPolicyKind::ClusterNetworkPolicy;
    Tier tier = Tier::Admin;
    int priority = 0; ///< the lowest comes first; a BaselineAdminNetworkPolicy has none
    /// Tier or priority cannot be read: where it stands cannot be told.
    bool isPlaceUnclear = false;
    /// A peer that names namespaces; nothing if it cannot be read: it may be any pod.
    std::optional<Peer> subject;
    std::vector<ClusterRule> ingress;
    std::vector<ClusterRule> egress;
    Origin priorityOrigin;
    bool wouldBeRefused = false; ///< the API server would not take it

    const std::vector<ClusterRule> &rules(Direction d) const
    {
        return d == Direction::Ingress ? ingress : egress;
    }
    bool operator==(const ClusterPolicy &) const = default;
};

} // namespace drawbridge::kube
