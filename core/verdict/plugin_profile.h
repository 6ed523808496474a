#pragma once

#include "kube/cluster_policy.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::verdict {

/// Who enforces policies in a cluster. Kubernetes: what the API's documentation promises.
enum class Plugin : std::uint8_t {
    Kubernetes,
    Calico,
    Cilium,
    Antrea,
    OvnKubernetes,
    KubeRouter,
    Aws,
    AzureNpm, ///< on Linux nodes
    GkeV2,
    Flannel,
    None ///< a cluster without any
};
const std::vector<Plugin> &plugins();
const char *nameOf(Plugin plugin);  ///< "ovn-kubernetes"
const char *titleOf(Plugin plugin); ///< "OVN-Kubernetes"

/// Unclear: it depends on a setting or on a version, or nobody has found out.
enum class Claim : std::uint8_t { No, Unclear, Yes };

/// What a network plugin makes of policies, as far as that is known. A value: what is not known is
/// Unclear and never guessed. Hosts are not in it: what policies do to pods in the host network is
/// known of no plugin that enforces any.
struct PluginProfile
{
    enum class PodsByBlock : std::uint8_t {
        IfStated,  ///< a pod whose address the input states; see decision 9
        ByAddress, ///< every pod by its address, so a block of all addresses holds all pods
        Never
    };
    enum class EndPort : std::uint8_t {
        Honoured,
        FirstPort, ///< without a word
        Unclear    ///< judged as FirstPort
    };
    enum class NamedPorts : std::uint8_t {
        Resolved,
        EveryPort,     ///< fails open: all ports of that protocol
        IfServiceNames ///< only those that a Service calls the same
    };

    Plugin plugin = Plugin::Kubernetes;
    std::string version; ///< as given; empty: the newest that is known
    bool enforces = true;
    PodsByBlock podsByBlock = PodsByBlock::IfStated;
    EndPort endPort = EndPort::Honoured;
    NamedPorts namedPorts = NamedPorts::Resolved;
    Claim sctp = Claim::Yes;
    std::array<Claim, 3> clusterKinds{Claim::Yes, Claim::Yes, Claim::Yes};
    std::size_t mostPorts = 0; ///< combinations of port and protocol for one peer; 0: any number
    bool needsServicePorts = false; ///< a Service's port has to be the pod's port

    bool isStandard() const { return plugin == Plugin::Kubernetes; }
    /// Of a kind of cluster-wide policy. Unclear ones are judged as enforced.
    Claim claim(kube::ClusterPolicyKind kind) const { return clusterKinds[std::size_t(kind)]; }
    /// What is not known counts as enforced.
    bool enforcesKind(kube::ClusterPolicyKind kind) const
    {
        return enforces && claim(kind) != Claim::No;
    }
    /// As it is asked for: "cilium", "cilium@1.15".
    std::string text() const;
    /// For sentences: "Cilium", "Cilium 1.15".
    std::string title() const;

    /// Of `NAME` or `NAME@VERSION`; nothing for another name, and for a version that does not begin
    /// with two numbers.
    static std::optional<PluginProfile> parse(const std::string &text);

    bool operator==(const PluginProfile &) const = default;
};

} // namespace drawbridge::verdict
