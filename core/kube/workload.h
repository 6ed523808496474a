#pragma once

#include "kube/address.h"
#include "kube/labels.h"
#include "kube/origin.h"
#include "kube/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace drawbridge::kube {

enum class WorkloadKind : std::uint8_t {
    Pod,
    Deployment,
    StatefulSet,
    DaemonSet,
    ReplicaSet,
    ReplicationController,
    Job,
    CronJob
};
const char *nameOf(WorkloadKind kind);
std::optional<WorkloadKind> workloadKindNamed(std::string_view kind);

struct ContainerPort
{
    std::string name;
    std::uint32_t port = 0;
    Protocol protocol = Protocol::Tcp;
    Origin origin;

    bool operator==(const ContainerPort &) const = default;
};

struct OwnerReference
{
    std::string kind;
    std::string name;

    bool operator==(const OwnerReference &) const = default;
};

/// Something that runs pods. Labels and ports are those of the pod (template).
struct Workload
{
    WorkloadKind kind = WorkloadKind::Pod;
    Labels podLabels;
    Origin podLabelsOrigin;
    std::vector<ContainerPort> ports;    ///< of containers, in text order; not of initContainers
    std::vector<Address> podIps;         ///< a Pod's status.podIP and podIPs
    std::optional<OwnerReference> owner; ///< the first with controller: true that is no Node
    bool hostNetwork = false;
    std::optional<long long> replicas;

    bool operator==(const Workload &) const = default;
};

struct ServicePort
{
    std::string name;
    std::uint32_t port = 0;
    Protocol protocol = Protocol::Tcp;
    std::optional<std::uint32_t> targetPort; ///< neither: same as port
    std::string targetName;
    Origin origin = {};

    bool operator==(const ServicePort &) const = default;
};

struct Service
{
    std::optional<Labels> selector; ///< missing or empty: selects nothing
    std::vector<ServicePort> ports;
    std::string type; ///< ClusterIP if not given

    // What leads in from outside, where the type is NodePort or LoadBalancer.
    std::vector<std::uint32_t> nodePorts; ///< one for each of `ports`; 0: the cluster chooses
    std::vector<Family> families;         ///< empty: the cluster chooses
    bool keepsSource = false;             ///< externalTrafficPolicy: Local
    std::vector<Cidr> sourceRanges;       ///< loadBalancerSourceRanges; empty: any
    bool wayIsRefused = false;            ///< some of these cannot be read: it leads nobody in

    bool leadsIn() const { return !wayIsRefused && (type == "NodePort" || type == "LoadBalancer"); }
    bool operator==(const Service &) const = default;
};

struct IngressBackend
{
    std::string service;
    std::string portName;
    std::optional<std::uint32_t> port;
    bool anyPort = false; ///< all ports of the service: a Route that names none
    Origin origin = {};

    bool operator==(const IngressBackend &) const = default;
};

/// An Ingress, or an OpenShift Route, which says the same.
struct Ingress
{
    std::vector<IngressBackend> backends; ///< the default backend and those of all rules
    bool isRoute = false;

    bool operator==(const Ingress &) const = default;
};

struct Namespace
{
    bool operator==(const Namespace &) const = default; ///< all it has is in ObjectMeta
};

} // namespace drawbridge::kube
