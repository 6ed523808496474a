#pragma once

#include <bitset>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

// The cluster as plain values. A test may fill them in by hand instead of loading manifests.

namespace oracle {

using Labels = std::map<std::string, std::string>;

// An IPv4 address (4 bytes) or an IPv6 address (16 bytes).
struct Address
{
    std::vector<std::uint8_t> bytes;

    bool isV6() const { return bytes.size() == 16; }
    std::string text() const;

    auto operator<=>(const Address &) const = default;

    static std::optional<Address> parse(const std::string &text);
    static Address lowest(bool v6);
    static Address highest(bool v6);
};

// The neighbours; the highest address has no next one, the lowest no previous one.
std::optional<Address> nextAddress(Address address);
std::optional<Address> previousAddress(Address address);

struct Cidr
{
    Address address;
    int prefixLength = 0;

    bool contains(const Address &other) const;
    Address first() const;
    Address last() const;

    bool operator==(const Cidr &) const = default;

    // Bits beyond the prefix are accepted, as clusters before Kubernetes 1.36 do.
    static std::optional<Cidr> parse(const std::string &text);
};

struct Requirement
{
    std::string key;
    std::string op; // In, NotIn, Exists, DoesNotExist
    std::vector<std::string> values;
};

struct Selector
{
    Labels matchLabels;
    std::vector<Requirement> matchExpressions;
    bool refused = false; // the API server would not take it
};

struct IpBlock
{
    Cidr cidr;
    std::vector<Cidr> except;
};

// An entry of `from` or `to`.
struct Peer
{
    std::optional<Selector> podSelector;
    std::optional<Selector> namespaceSelector;
    std::optional<IpBlock> ipBlock;
    bool refused = false;
};

// An entry of `ports`. Neither number nor name: all ports of the protocol.
struct PolicyPort
{
    std::string protocol = "TCP";
    std::optional<int> number;
    std::optional<std::string> name;
    std::optional<int> endPort;
    bool refused = false;
};

struct Rule
{
    std::vector<Peer> peers;       // none: everybody
    std::vector<PolicyPort> ports; // none: everything
    bool refused = false;
};

struct Policy
{
    std::string ns = "default";
    std::string name;
    Selector podSelector; // refused: which pods it means cannot be told
    bool isolatesIngress = true;
    bool isolatesEgress = false;
    std::vector<Rule> ingress;
    std::vector<Rule> egress;
};

// An entry of `from` or `to`, or the subject, of an AdminNetworkPolicy, BaselineAdminNetworkPolicy
// or ClusterNetworkPolicy.
struct AdminPeer
{
    std::optional<Selector> namespaces;
    std::optional<Selector> pods;
    std::vector<Cidr> networks;
    bool mayBePods = false;    // what cannot be read may be any pod
    bool mayBeOutside = false; // or any other address
};

struct AdminPort
{
    std::string protocol = "TCP";
    int first = 0;
    int last = 0;
    std::string name; // instead of protocol and numbers
};

struct AdminRule
{
    std::string action = "Deny"; // Accept, Deny, Pass
    std::vector<AdminPeer> peers;
    bool hasPorts = false; // else every port
    std::vector<AdminPort> ports;
    bool mayBeAnyPort = false;
    bool unclear = false; // nothing says what it is about for certain
};

struct AdminPolicy
{
    std::string kind;
    std::string name;
    bool baseline = false;
    int priority = 0;
    bool placeUnclear = false;        // tier or priority cannot be read
    std::optional<AdminPeer> subject; // nothing: it may be any pod
    std::vector<AdminRule> ingress;
    std::vector<AdminRule> egress;
};

struct ContainerPort
{
    std::string name;
    int number = 0;
    std::string protocol = "TCP";
};

struct OwnerReference
{
    std::string kind;
    std::string name;
    bool controller = false;
};

// A Pod, or a workload's pod template standing for the pods it would make.
struct Pod
{
    std::string ns = "default";
    std::string kind = "Pod";
    std::string name;
    Labels labels;
    std::vector<ContainerPort> ports;
    std::vector<Address> addresses;
    std::vector<OwnerReference> owners;
    bool hostNetwork = false;

    bool isSameAs(const Pod &other) const
    {
        return ns == other.ns && kind == other.kind && name == other.name;
    }
};

struct ServicePort
{
    std::string name;
    int number = 0;
    std::string protocol = "TCP";
    std::optional<int> targetNumber;
    std::optional<std::string> targetName;
};

struct Service
{
    std::string ns = "default";
    std::string name;
    std::string type; // empty: ClusterIP
    Labels selector;  // empty: selects nothing
    std::vector<ServicePort> ports;
};

struct Backend
{
    std::string service;
    std::optional<int> portNumber;
    std::optional<std::string> portName;
    bool isOfRoute = false; // which names what lies behind the Service, or nothing
};

// Or an OpenShift Route.
struct Ingress
{
    std::string ns = "default";
    std::string name;
    std::vector<Backend> backends;
};

struct Cluster
{
    std::map<std::string, Labels> namespaces; // those that are written; others exist implicitly
    std::vector<Pod> pods;
    std::vector<Policy> policies;
    std::vector<AdminPolicy> adminPolicies;
    std::vector<Service> services;
    std::vector<Ingress> ingresses;
    std::vector<Ingress> routes;

    // What namespaceSelectors see, with the label that the API server puts on every namespace.
    Labels namespaceLabels(const std::string &ns) const;

    // The pod, or the workload if no pod has that name; the first one if there are several.
    const Pod *findPod(const std::string &ns, const std::string &name) const;
};

// Which ports of TCP, UDP and SCTP may be used; bit n is port n and bit 0 is never set.
struct Connections
{
    using Ports = std::bitset<65536>;
    Ports tcp;
    Ports udp;
    Ports sctp;

    static Connections all();

    Ports *ofProtocol(const std::string &protocol); // null for a protocol that is none of the three
    bool allows(const std::string &protocol, int port) const;
    bool isEmpty() const;
    std::string text() const; // "All Connections", "No Connections" or "TCP 80,90-95,UDP 53"

    Connections &operator|=(const Connections &other);
    Connections &operator&=(const Connections &other);
    bool operator==(const Connections &) const = default;
};

} // namespace oracle
