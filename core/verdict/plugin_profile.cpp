#include "verdict/plugin_profile.h"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <tuple>

namespace drawbridge::verdict {

namespace {

struct Version
{
    unsigned major = 0;
    unsigned minor = 0;

    bool operator<(const Version &other) const
    {
        return std::tie(major, minor) < std::tie(other.major, other.minor);
    }
};

/// `1.16`, `v1.16.3`, `1.16.0-rc.1`: two numbers at least, the others make no difference here.
std::optional<Version> versionOf(std::string_view text)
{
    if (text.starts_with('v'))
        text.remove_prefix(1);
    Version version;
    const char *const end = text.data() + text.size();
    const auto [dot, failed] = std::from_chars(text.data(), end, version.major);
    if (failed != std::errc() || dot == end || *dot != '.')
        return {};
    const auto [rest, alsoFailed] = std::from_chars(dot + 1, end, version.minor);
    const bool isWhole = rest == end || *rest == '.' || *rest == '-' || *rest == '+';
    if (alsoFailed != std::errc() || !isWhole)
        return {};
    const bool isPlain = std::all_of(rest, end, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '.' || c == '-' || c == '+';
    });
    return isPlain ? std::optional(version) : std::nullopt;
}

using Kinds = std::array<Claim, 3>; ///< AdminNetworkPolicy, Baseline..., ClusterNetworkPolicy
constexpr Kinds kNoKinds{Claim::No, Claim::No, Claim::No};

/// No version is the newest one.
bool isBefore(const std::optional<Version> &version, Version other)
{
    return version && *version < other;
}

/// AdminNetworkPolicy came in 3.29 and ClusterNetworkPolicy took its place in 3.32 (release notes).
/// Of the baseline kind nothing is known for those between.
Kinds calicoKinds(const std::optional<Version> &version)
{
    if (isBefore(version, {3, 29}))
        return kNoKinds;
    if (isBefore(version, {3, 32}))
        return {Claim::Yes, Claim::Unclear, Claim::No};
    return {Claim::No, Claim::Unclear, Claim::Yes};
}

/// Alpha features have to be switched on; ClusterNetworkPolicy came in 2.7 (feature gates).
Kinds antreaKinds(const std::optional<Version> &version)
{
    return {Claim::Unclear, Claim::Unclear, isBefore(version, {2, 7}) ? Claim::No : Claim::Unclear};
}

/// A CIDR never means a pod (cilium#9209, skipped by its own run of the e2e tests), SCTP needs
/// `sctp.enabled=true`, and none of the cluster-wide kinds is enforced.
void makeCilium(PluginProfile &profile)
{
    profile.podsByBlock = PluginProfile::PodsByBlock::Never;
    profile.sctp = Claim::Unclear;
    profile.clusterKinds = kNoKinds;
}

/// Up to 1.15 only the first port of a range holds (cilium#28684). Ranges came into the code of
/// 1.16 (cilium#32807), but for NetworkPolicy Microsoft's guide for moving to it names 1.17.
PluginProfile::EndPort ciliumEndPort(const std::optional<Version> &version)
{
    if (isBefore(version, {1, 16}))
        return PluginProfile::EndPort::FirstPort;
    return isBefore(version, {1, 17}) ? PluginProfile::EndPort::Unclear
                                      : PluginProfile::EndPort::Honoured;
}

void fill(PluginProfile &profile, const std::optional<Version> &version)
{
    switch (profile.plugin) {
    case Plugin::Kubernetes:
        break;
    case Plugin::Calico: // `nets` hold pods as well (calico#6634; conversion.go)
        profile.podsByBlock = PluginProfile::PodsByBlock::ByAddress;
        profile.clusterKinds = calicoKinds(version);
        break;
    case Plugin::Cilium:
        makeCilium(profile);
        profile.endPort = ciliumEndPort(version);
        break;
    case Plugin::Antrea:
        profile.clusterKinds = antreaKinds(version);
        break;
    case Plugin::OvnKubernetes:
        // gress_policy.go takes the number of a named port, which is 0: a rule without port.
        profile.namedPorts = PluginProfile::NamedPorts::EveryPort;
        profile.clusterKinds = {Claim::Yes, Claim::Yes, Claim::Unclear};
        break;
    case Plugin::KubeRouter: // kube-router#1019 about SCTP is open
        profile.sctp = Claim::Unclear;
        profile.clusterKinds = kNoKinds;
        break;
    case Plugin::Aws: // README and MAX_PORT_PROTOCOL of the agent; EKS user guide
        profile.enforces = !isBefore(version, {1, 14});
        profile.namedPorts = PluginProfile::NamedPorts::IfServiceNames;
        profile.clusterKinds = kNoKinds; // the kind of that name is one of its own group
        profile.mostPorts = 24;
        profile.needsServicePorts = true;
        break;
    case Plugin::AzureNpm: // azure-container-networking, npm/
        profile.clusterKinds = kNoKinds;
        break;
    case Plugin::GkeV2: // Cilium inside; which versions take endPort is not documented
        makeCilium(profile);
        profile.endPort = PluginProfile::EndPort::Unclear;
        break;
    case Plugin::Flannel: // by itself; its chart can add another that enforces
    case Plugin::None:
        profile.enforces = false;
        profile.clusterKinds = kNoKinds;
        break;
    }
}

} // namespace

const std::vector<Plugin> &plugins()
{
    static const std::vector<Plugin> all{
        Plugin::Kubernetes,    Plugin::Calico,     Plugin::Cilium, Plugin::Antrea,
        Plugin::OvnKubernetes, Plugin::KubeRouter, Plugin::Aws,    Plugin::AzureNpm,
        Plugin::GkeV2,         Plugin::Flannel,    Plugin::None};
    return all;
}

const char *nameOf(Plugin plugin)
{
    switch (plugin) {
    case Plugin::Kubernetes:
        return "kubernetes";
    case Plugin::Calico:
        return "calico";
    case Plugin::Cilium:
        return "cilium";
    case Plugin::Antrea:
        return "antrea";
    case Plugin::OvnKubernetes:
        return "ovn-kubernetes";
    case Plugin::KubeRouter:
        return "kube-router";
    case Plugin::Aws:
        return "aws";
    case Plugin::AzureNpm:
        return "azure-npm";
    case Plugin::GkeV2:
        return "gke-v2";
    case Plugin::Flannel:
        return "flannel";
    case Plugin::None:
        return "none";
    }
    return "";
}

const char *titleOf(Plugin plugin)
{
    switch (plugin) {
    case Plugin::Kubernetes:
        return "Kubernetes";
    case Plugin::Calico:
        return "Calico";
    case Plugin::Cilium:
        return "Cilium";
    case Plugin::Antrea:
        return "Antrea";
    case Plugin::OvnKubernetes:
        return "OVN-Kubernetes";
    case Plugin::KubeRouter:
        return "kube-router";
    case Plugin::Aws:
        return "AWS VPC CNI";
    case Plugin::AzureNpm:
        return "Azure NPM";
    case Plugin::GkeV2:
        return "GKE Dataplane V2";
    case Plugin::Flannel:
        return "flannel";
    case Plugin::None:
        return "no plugin";
    }
    return "";
}

std::string PluginProfile::title() const
{
    return version.empty() ? titleOf(plugin) : std::string(titleOf(plugin)) + ' ' + version;
}

std::string PluginProfile::text() const
{
    return version.empty() ? nameOf(plugin) : std::string(nameOf(plugin)) + '@' + version;
}

std::optional<PluginProfile> PluginProfile::parse(const std::string &text)
{
    const std::size_t at = text.find('@');
    const std::string name = text.substr(0, at);
    const auto found = std::find_if(plugins().begin(), plugins().end(),
                                    [&](Plugin one) { return name == nameOf(one); });
    if (found == plugins().end())
        return {};
    PluginProfile profile;
    profile.plugin = *found;
    std::optional<Version> version;
    if (at != std::string::npos) {
        profile.version = text.substr(at + 1);
        version = versionOf(profile.version);
        if (!version)
            return {};
    }
    fill(profile, version);
    return profile;
}

} // namespace drawbridge::verdict
