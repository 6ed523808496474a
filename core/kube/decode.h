#pragma once

#include "kube/object.h"
#include "kube/reader.h"

/// The parts of decode(). Each reads one part of an object, reports what the API server would
/// refuse in it, and gives nothing for a part that is refused.
namespace drawbridge::kube {

/// What may be checked of metadata.name; all else is equal for all kinds.
enum class NameRule { Subdomain, Label };

struct MetaRules
{
    NameRule name = NameRule::Subdomain;
    bool isNamespaced = true;
    bool isStrict = false; ///< unknown fields and annotations too
};

/// Never fails: what is wrong is left out, and a name is kept as it is written.
ObjectMeta decodeMeta(Reader &reader, const Mapping &object, const MetaRules &rules);

/// A map of labels by the API server's rules (apimachinery, pkg/apis/meta/v1/validation,
/// ValidateLabels). Refused names and values are kept, what is no text is left out.
struct ReadLabels
{
    Labels labels;
    bool isRefused = false;
};
ReadLabels decodeLabels(Reader &reader, const Field &field);

/// An absent selector is empty. Nothing if any part of it is refused.
std::optional<LabelSelector> decodeSelector(Reader &reader, const Field &field);

std::optional<PortRule> decodePortRule(Reader &reader, const Field &field);
std::optional<IpBlock> decodeIpBlock(Reader &reader, const Field &field);
/// A range that the API server would take; anything else is reported.
std::optional<Cidr> decodeCidr(Reader &reader, const Field &field);
std::optional<Peer> decodePeer(Reader &reader, const Field &field);
/// `peers` is `from` or `to`. Nothing if it is no mapping.
std::optional<Rule> decodeRule(Reader &reader, const Field &field, std::string_view peers);

NetworkPolicy decodePolicy(Reader &reader, const Field &object);
/// What can be said of a policy of which nothing can be read: it may select any pod.
NetworkPolicy unreadablePolicy();

ClusterPolicy decodeClusterPolicy(Reader &reader, const Field &object, ClusterPolicyKind kind);

Workload decodeWorkload(Reader &reader, const Mapping &object, WorkloadKind kind);
Service decodeService(Reader &reader, const Mapping &object);
Ingress decodeIngress(Reader &reader, const Mapping &object);
/// route.openshift.io/v1 (openshift/api, route/v1/types.go: RouteSpec)
Ingress decodeRoute(Reader &reader, const Mapping &object);

Gateway decodeGateway(Reader &reader, const Mapping &object);
GatewayRoute decodeGatewayRoute(Reader &reader, const Mapping &object, RouteKind kind);
ReferenceGrant decodeReferenceGrant(Reader &reader, const Mapping &object);

/// TCP if absent; nothing if it is refused.
std::optional<Protocol> decodeProtocol(Reader &reader, const Field &field);
/// True if it is a port number; else it is reported.
bool checkPortNumber(Reader &reader, const Field &field, long long number);

/// A port as number or name (apimachinery, pkg/util/intstr); both empty if absent or broken.
struct PortReference
{
    std::optional<long long> number;
    std::optional<std::string> name;
    bool isBroken = false;
};
PortReference readPort(Reader &reader, const Field &field);

} // namespace drawbridge::kube
