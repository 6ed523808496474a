#pragma once

#include "base/interval_set.h"
#include "kube/origin.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::kube {

enum class Protocol : std::uint8_t { Sctp, Tcp, Udp }; // in the order that lists print them
inline constexpr std::array kProtocols{Protocol::Sctp, Protocol::Tcp, Protocol::Udp};
inline constexpr std::uint32_t kLastPort = 65535;

const char *nameOf(Protocol protocol); ///< "TCP"
std::optional<Protocol>
protocolNamed(std::string_view name); ///< upper case only, as the API server

using PortSet = IntervalSet<std::uint32_t>;

/// Protocol to a set of ports, 1-65535: what one end may send to another.
class ConnectionSet
{
public:
    static ConnectionSet all();
    static ConnectionSet of(Protocol protocol, std::uint32_t first, std::uint32_t last);

    const PortSet &ports(Protocol protocol) const { return m_ports[std::size_t(protocol)]; }
    void insert(Protocol protocol, std::uint32_t first, std::uint32_t last);
    bool isEmpty() const;
    bool isAll() const;
    std::size_t rangeCount() const; ///< of all protocols
    bool contains(const ConnectionSet &other) const;
    bool contains(Protocol protocol, std::uint32_t port) const;
    ConnectionSet &operator|=(const ConnectionSet &other);
    friend ConnectionSet operator|(ConnectionSet a, const ConnectionSet &b) { return a |= b; }
    friend ConnectionSet operator&(const ConnectionSet &a, const ConnectionSet &b);
    friend ConnectionSet operator-(const ConnectionSet &a, const ConnectionSet &b);
    bool operator==(const ConnectionSet &) const = default;

    /// "All Connections", "No Connections" or "SCTP 1-65535,TCP 80,443-445".
    std::string text() const;
    /// For arrows: "TCP 8080", "TCP 80, 443 · UDP 53", "all ports".
    std::string label() const;

private:
    std::array<PortSet, 3> m_ports;
};

/// The union of many sets, which takes no longer than sorting what is in them.
class ConnectionSum
{
public:
    void add(const ConnectionSet &set);
    /// It is everything. Where much was added that is perhaps not seen before take().
    bool isAll() const { return m_last.isAll(); }
    /// Of all that was added; nothing is left.
    ConnectionSet take();

private:
    ConnectionSet m_last;                ///< what came last, which is little
    std::vector<ConnectionSet> m_before; ///< each larger than the next
};

/// One item of a rule's `ports`. No port means all ports of the protocol.
struct PortRule
{
    Protocol protocol = Protocol::Tcp;
    std::optional<std::uint32_t> port;
    std::optional<std::uint32_t> endPort;
    std::string name; ///< a named port; resolved on the destination
    Origin origin;

    bool operator==(const PortRule &) const = default;
};

} // namespace drawbridge::kube
