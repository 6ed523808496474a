#pragma once

#include "verdict/evaluator.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::verdict {

/// One thing that would have to be otherwise for a rule to admit a connection.
struct Obstacle
{
    enum class Kind {
        SubjectLabel,    ///< the policy's podSelector asks for another label
        PeerLabel,       ///< the peer's podSelector does
        NamespaceLabel,  ///< the peer's namespaceSelector does
        OtherNamespace,  ///< a podSelector alone means pods of the policy's own namespace
        PodsOnly,        ///< the peer means pods, the other end is an address outside
        AddressesOnly,   ///< the peer means addresses, the other end is a pod
        AddressOutside,  ///< the address is not in the block
        AddressExcepted, ///< the block leaves the address out
        Ports            ///< the rule admits other ports
    };
    Kind kind = Kind::Ports;
    kube::Requirement wanted = {};         ///< of labels; matchLabels as In with one value
    std::optional<std::string> value = {}; ///< of that label on the pod or namespace
    std::string text = {};                 ///< the namespace, or the CIDR
    kube::ConnectionSet ports = {};        ///< that the rule admits
    kube::Origin origin = {};              ///< in the policy

    bool operator==(const Obstacle &) const = default;
};

/// A rule that nearly admits what was asked.
struct NearMiss
{
    const kube::Object *policy = nullptr;
    kube::Direction direction = kube::Direction::Ingress;
    std::size_t rule = 0;
    std::vector<Obstacle> obstacles; ///< at least one

    bool operator==(const NearMiss &) const = default;
};

/// A fact that the input does not state and that the verdict depends on.
struct Doubt
{
    enum class Kind {
        HostNetwork,       ///< what policies do to such a pod depends on the network plugin
        NamespaceLabels,   ///< no manifest states the labels of the namespace `text`
        NamedPort,         ///< nothing says what port of the target is called `text`
        PodAddress,        ///< a rule means the addresses `text`, and nothing states the pod's
        UnstatedAddresses, ///< a rule means `text`: nodes or names, whose addresses nothing states
        EndPort,           ///< the plugin may take only the first port of the range `text`
        Sctp,              ///< the plugin may not enforce it
        ClusterPolicy,     ///< the plugin may not enforce policies of the kind `text`
        Twin,              ///< several objects are called as `policy` is, and say unlike things
        UnreadableSubject, ///< what the policy is for cannot be read, so perhaps it is for this
        ServiceName,       ///< the plugin needs a Service that calls the port `text`
        AddedLabel         ///< a controller adds the label `text`, and nothing states its values
    };
    Kind kind = Kind::HostNetwork;
    EndpointId end;
    const kube::Object *policy =
        nullptr; ///< that asks for it; any object for Twin; null for HostNetwork and Sctp
    kube::Origin origin = {}; ///< in the policy
    std::string text = {};

    bool operator==(const Doubt &) const = default;
};

/// What one end says about a connection.
struct HalfAnswer
{
    kube::Direction direction = kube::Direction::Ingress;
    bool isOutside = false;                      ///< its end is an address: no policy speaks of it
    kube::ConnectionSet admitted;                ///< for the pair, whatever was asked
    std::vector<RuleUse> rules;                  ///< that decide something for the pair
    std::vector<const kube::Object *> isolating; ///< the NetworkPolicies that isolate the end
    std::vector<NearMiss> misses;                ///< nearest first; empty if what was asked holds
};

/// The answer to a question, and its reasons.
struct Explanation
{
    enum class Verdict { Allowed, NotAllowed, CannotTell };

    /// Allowed: all of the ports that were named; where none was, some port.
    Verdict verdict = Verdict::NotAllowed;
    bool isSelf = false;              ///< a pod's way to itself, which no policy closes
    bool isBetweenOthers = false;     ///< both ends are outside: not for this cluster to say
    kube::ConnectionSet asked;        ///< everything if nothing was named
    kube::ConnectionSet allowed;      ///< of what was asked, as lists tell it
    std::array<HalfAnswer, 2> halves; ///< the source's egress, the target's ingress
    std::vector<Doubt> doubts;        ///< some if it cannot be told, else none
};

/// Explains a verdict. `ports`: those asked for; empty: any. The nearest misses of a half are told
/// by the ports that the other half admits; at most `mostMisses` of each half, of the policies in
/// the namespace of its end, each by those pods of an end that lack least.
Explanation explain(const Evaluator &evaluator, Party source, Party target,
                    const kube::ConnectionSet &ports = {}, std::size_t mostMisses = 3);

/// The same, and "cannot tell" where it depends on which of several objects of one name counts.
Explanation explain(const kube::Workspace &workspace, const Evaluator &evaluator, Party source,
                    Party target, const kube::ConnectionSet &ports = {},
                    std::size_t mostMisses = 3);

} // namespace drawbridge::verdict
