#include "kube/ports.h"

#include <utility>

#include <algorithm>

namespace drawbridge::kube {

namespace {

constexpr std::uint32_t kFirstPort = 1;

std::string intervalsText(const PortSet &ports, const char *separator)
{
    std::string text;
    for (const auto &interval : ports.intervals()) {
        if (!text.empty())
            text += separator;
        text += std::to_string(interval.first);
        if (interval.last != interval.first)
            text += '-' + std::to_string(interval.last);
    }
    return text;
}

std::string protocolsText(const ConnectionSet &set, const char *between, const char *ports)
{
    std::string text;
    for (Protocol protocol : kProtocols) {
        if (set.ports(protocol).isEmpty())
            continue;
        if (!text.empty())
            text += between;
        text += std::string(nameOf(protocol)) + ' ' + intervalsText(set.ports(protocol), ports);
    }
    return text;
}

} // namespace

const char *nameOf(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Sctp:
        return "SCTP";
    case Protocol::Tcp:
        return "TCP";
    case Protocol::Udp:
        return "UDP";
    }
    return "";
}

std::optional<Protocol> protocolNamed(std::string_view name)
{
    for (Protocol protocol : kProtocols) {
        if (name == nameOf(protocol))
            return protocol;
    }
    return std::nullopt;
}

ConnectionSet ConnectionSet::all()
{
    ConnectionSet set;
    for (Protocol protocol : kProtocols)
        set.insert(protocol, kFirstPort, kLastPort);
    return set;
}

ConnectionSet ConnectionSet::of(Protocol protocol, std::uint32_t first, std::uint32_t last)
{
    ConnectionSet set;
    set.insert(protocol, first, last);
    return set;
}

void ConnectionSet::insert(Protocol protocol, std::uint32_t first, std::uint32_t last)
{
    first = std::max(first, kFirstPort);
    last = std::min(last, kLastPort);
    if (first <= last)
        m_ports[std::size_t(protocol)].insert(first, last);
}

bool ConnectionSet::isEmpty() const
{
    return std::all_of(m_ports.begin(), m_ports.end(),
                       [](const PortSet &ports) { return ports.isEmpty(); });
}

bool ConnectionSet::isAll() const
{
    return std::all_of(m_ports.begin(), m_ports.end(), [](const PortSet &ports) {
        const auto &ranges = ports.intervals();
        return ranges.size() == 1 && ranges[0].first == kFirstPort && ranges[0].last == kLastPort;
    });
}

bool ConnectionSet::contains(const ConnectionSet &other) const
{
    for (std::size_t i = 0; i < m_ports.size(); ++i) {
        if (!m_ports[i].contains(other.m_ports[i]))
            return false;
    }
    return true;
}

bool ConnectionSet::contains(Protocol protocol, std::uint32_t port) const
{
    return ports(protocol).contains(port);
}

ConnectionSet &ConnectionSet::operator|=(const ConnectionSet &other)
{
    for (std::size_t i = 0; i < m_ports.size(); ++i)
        m_ports[i] |= other.m_ports[i];
    return *this;
}

ConnectionSet operator&(const ConnectionSet &a, const ConnectionSet &b)
{
    ConnectionSet result;
    for (std::size_t i = 0; i < result.m_ports.size(); ++i)
        result.m_ports[i] = a.m_ports[i] & b.m_ports[i];
    return result;
}

ConnectionSet operator-(const ConnectionSet &a, const ConnectionSet &b)
{
    ConnectionSet result;
    for (std::size_t i = 0; i < result.m_ports.size(); ++i)
        result.m_ports[i] = a.m_ports[i] - b.m_ports[i];
    return result;
}

std::size_t ConnectionSet::rangeCount() const
{
    std::size_t count = 0;
    for (const PortSet &ports : m_ports)
        count += ports.intervals().size();
    return count;
}

void ConnectionSum::add(const ConnectionSet &set)
{
    constexpr std::size_t kLittle = 32;
    m_last |= set;
    if (m_last.rangeCount() <= kLittle)
        return;
    m_before.push_back(std::exchange(m_last, {}));
    while (m_before.size() > 1 &&
           m_before.back().rangeCount() >= m_before[m_before.size() - 2].rangeCount()) {
        m_before[m_before.size() - 2] |= m_before.back();
        m_before.pop_back();
    }
}

ConnectionSet ConnectionSum::take()
{
    ConnectionSet sum = std::exchange(m_last, {});
    for (; !m_before.empty(); m_before.pop_back())
        sum |= m_before.back();
    return sum;
}

std::string ConnectionSet::text() const
{
    if (isAll())
        return "All Connections";
    if (isEmpty())
        return "No Connections";
    return protocolsText(*this, ",", ",");
}

std::string ConnectionSet::label() const
{
    if (isAll())
        return "all ports";
    return protocolsText(*this, " \u00b7 ", ", ");
}

} // namespace drawbridge::kube
