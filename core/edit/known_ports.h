#pragma once

#include "edit/intent.h"

namespace drawbridge::edit {

/// A port that the pods of an endpoint declare: with its name where that means the same number in
/// all of them.
struct PodPort
{
    PortSpan span;
    bool operator==(const PodPort &) const = default;
};

/// A port of a Service that leads to the endpoint. Policies count ports of pods: `pod` is meant.
struct ServicePort
{
    std::string service;
    std::string name; ///< may be empty
    kube::Protocol protocol = kube::Protocol::Tcp;
    std::uint32_t port = 0;
    std::uint32_t pod = 0;
    bool operator==(const ServicePort &) const = default;
};

struct KnownPorts
{
    std::vector<PodPort> pods;
    std::vector<ServicePort> services;

    /// True if the pods declare that number, or some Service leads to it.
    bool hasPodPort(kube::Protocol protocol, std::uint32_t port) const;
    /// The Service's port of that number, unless pods listen on it themselves; null if none.
    const ServicePort *meant(kube::Protocol protocol, std::uint32_t port) const;
};

/// What the workspace says about where an endpoint listens.
KnownPorts knownPorts(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                      verdict::EndpointId id);

/// The number that every pod of an end gives to a port's name; nothing if they differ or one has no
/// such port.
std::optional<std::uint32_t> portNamed(const verdict::Evaluator &evaluator, const End &end,
                                       kube::Protocol protocol, const std::string &name);

/// A port as parsePort() reads it, or a name, alone or as in "UDP/dns", that every pod of the end
/// gives to one port. Fails with InvalidPort, UnknownPortName or NamedPortDiffers.
Result<PortSpan> readPort(const verdict::Evaluator &evaluator, const End &target,
                          const std::string &text);

/// A name of a port, alone or with its protocol on either side of a slash; nothing for what is
/// none.
struct PortName
{
    std::optional<kube::Protocol> protocol; ///< nothing: any
    std::string name;
};
std::optional<PortName> parsePortName(const std::string &text);

} // namespace drawbridge::edit
