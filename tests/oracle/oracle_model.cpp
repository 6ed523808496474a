#include "oracle_model.h"

#include <algorithm>
#include <cstdio>

namespace oracle {

namespace {

std::vector<std::string> splitAt(const std::string &text, char separator)
{
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == separator)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

// A decimal number without sign and without leading zeros.
std::optional<int> parseDecimal(const std::string &text, int highest)
{
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text[0] == '0'))
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    if (value > highest)
        return std::nullopt;
    return value;
}

std::optional<Address> parseV4(const std::string &text)
{
    const std::vector<std::string> parts = splitAt(text, '.');
    if (parts.size() != 4)
        return std::nullopt;
    Address address;
    for (const std::string &part : parts) {
        const std::optional<int> value = parseDecimal(part, 255);
        if (!value)
            return std::nullopt;
        address.bytes.push_back(static_cast<std::uint8_t>(*value));
    }
    return address;
}

std::optional<int> parseGroup(const std::string &text)
{
    if (text.empty() || text.size() > 4)
        return std::nullopt;
    int value = 0;
    for (const char c : text) {
        const std::string digits = "0123456789abcdef";
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        const std::size_t digit = digits.find(lower);
        if (digit == std::string::npos)
            return std::nullopt;
        value = value * 16 + static_cast<int>(digit);
    }
    return value;
}

// The bytes of `a:b:c`, where the last group may be an IPv4 address.
std::optional<std::vector<std::uint8_t>> parseGroups(const std::string &text)
{
    std::vector<std::uint8_t> bytes;
    if (text.empty())
        return bytes;
    const std::vector<std::string> parts = splitAt(text, ':');
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i + 1 == parts.size() && parts[i].find('.') != std::string::npos) {
            const std::optional<Address> v4 = parseV4(parts[i]);
            if (!v4)
                return std::nullopt;
            bytes.insert(bytes.end(), v4->bytes.begin(), v4->bytes.end());
            continue;
        }
        const std::optional<int> group = parseGroup(parts[i]);
        if (!group)
            return std::nullopt;
        bytes.push_back(static_cast<std::uint8_t>(*group / 256));
        bytes.push_back(static_cast<std::uint8_t>(*group % 256));
    }
    return bytes;
}

// IPv4 addresses written as IPv6 ones are refused, as Kubernetes does since 1.36: which of the two
// families is meant cannot be told.
bool isMappedV4(const std::vector<std::uint8_t> &bytes)
{
    const bool zeros = std::all_of(bytes.begin(), bytes.begin() + 10, [](int b) { return b == 0; });
    return zeros && bytes[10] == 0xFF && bytes[11] == 0xFF;
}

std::optional<Address> parseV6(const std::string &text)
{
    const std::size_t gap = text.find("::");
    std::vector<std::uint8_t> bytes;
    if (gap == std::string::npos) {
        const auto groups = parseGroups(text);
        if (!groups || groups->size() != 16)
            return std::nullopt;
        bytes = *groups;
    } else {
        const std::string before = text.substr(0, gap);
        const auto head = parseGroups(before);
        const auto tail = parseGroups(text.substr(gap + 2));
        if (!head || !tail || before.find('.') != std::string::npos ||
            head->size() + tail->size() > 14)
            return std::nullopt;
        bytes = *head;
        bytes.resize(16 - tail->size(), 0);
        bytes.insert(bytes.end(), tail->begin(), tail->end());
    }
    if (isMappedV4(bytes))
        return std::nullopt;
    return Address{bytes};
}

int groupOf(const Address &address, int index)
{
    const auto at = static_cast<std::size_t>(index) * 2;
    return address.bytes[at] * 256 + address.bytes[at + 1];
}

// RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`.
std::string textOfV6(const Address &address)
{
    int gapBegin = -1;
    int gapLength = 1;
    for (int begin = 0; begin < 8; ++begin) {
        int length = 0;
        while (begin + length < 8 && groupOf(address, begin + length) == 0)
            ++length;
        if (length > gapLength) {
            gapBegin = begin;
            gapLength = length;
        }
    }
    std::string text;
    for (int i = 0; i < 8; ++i) {
        if (i == gapBegin) {
            text += "::";
            i += gapLength - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        char group[8];
        std::snprintf(group, sizeof group, "%x", static_cast<unsigned>(groupOf(address, i)));
        text += group;
    }
    return text;
}

bool bitAt(const Address &address, int index)
{
    const auto at = static_cast<std::size_t>(index);
    return ((address.bytes[at / 8] >> (7 - at % 8)) & 1) != 0;
}

void setBit(Address &address, int index, bool value)
{
    const auto at = static_cast<std::size_t>(index);
    const auto mask = static_cast<std::uint8_t>(1 << (7 - at % 8));
    if (value)
        address.bytes[at / 8] = static_cast<std::uint8_t>(address.bytes[at / 8] | mask);
    else
        address.bytes[at / 8] = static_cast<std::uint8_t>(address.bytes[at / 8] & ~mask);
}

// "79,81-90"; empty if no port is in the set.
std::string textOfPorts(const Connections::Ports &ports)
{
    std::string text;
    for (std::size_t port = 1; port < ports.size(); ++port) {
        if (!ports[port] || ports[port - 1])
            continue;
        std::size_t last = port;
        while (last + 1 < ports.size() && ports[last + 1])
            ++last;
        text += text.empty() ? "" : ",";
        text += std::to_string(port);
        if (last != port)
            text += "-" + std::to_string(last);
    }
    return text;
}

} // namespace

std::string Address::text() const
{
    if (isV6())
        return textOfV6(*this);
    std::string text;
    for (const int byte : bytes)
        text += (text.empty() ? "" : ".") + std::to_string(byte);
    return text;
}

std::optional<Address> Address::parse(const std::string &text)
{
    return text.find(':') == std::string::npos ? parseV4(text) : parseV6(text);
}

Address Address::lowest(bool v6)
{
    return Address{std::vector<std::uint8_t>(v6 ? 16 : 4, 0x00)};
}

Address Address::highest(bool v6)
{
    return Address{std::vector<std::uint8_t>(v6 ? 16 : 4, 0xFF)};
}

std::optional<Address> nextAddress(Address address)
{
    for (std::size_t i = address.bytes.size(); i-- > 0;) {
        if (++address.bytes[i] != 0)
            return address;
    }
    return std::nullopt;
}

std::optional<Address> previousAddress(Address address)
{
    for (std::size_t i = address.bytes.size(); i-- > 0;) {
        if (address.bytes[i]-- != 0)
            return address;
    }
    return std::nullopt;
}

bool Cidr::contains(const Address &other) const
{
    if (address.isV6() != other.isV6())
        return false;
    for (int bit = 0; bit < prefixLength; ++bit) {
        if (bitAt(address, bit) != bitAt(other, bit))
            return false;
    }
    return true;
}

Address Cidr::first() const
{
    Address result = address;
    for (int bit = prefixLength; bit < (address.isV6() ? 128 : 32); ++bit)
        setBit(result, bit, false);
    return result;
}

Address Cidr::last() const
{
    Address result = address;
    for (int bit = prefixLength; bit < (address.isV6() ? 128 : 32); ++bit)
        setBit(result, bit, true);
    return result;
}

std::optional<Cidr> Cidr::parse(const std::string &text)
{
    const std::vector<std::string> parts = splitAt(text, '/');
    if (parts.size() != 2)
        return std::nullopt;
    const std::optional<Address> address = Address::parse(parts[0]);
    if (!address)
        return std::nullopt;
    const std::optional<int> length = parseDecimal(parts[1], address->isV6() ? 128 : 32);
    if (!length)
        return std::nullopt;
    return Cidr{*address, *length};
}

Labels Cluster::namespaceLabels(const std::string &ns) const
{
    Labels labels;
    const auto found = namespaces.find(ns);
    if (found != namespaces.end())
        labels = found->second;
    // Kubernetes docs, Network Policies: "Targeting a Namespace by its name".
    labels["kubernetes.io/metadata.name"] = ns;
    return labels;
}

const Pod *Cluster::findPod(const std::string &ns, const std::string &name) const
{
    const Pod *workload = nullptr;
    for (const Pod &pod : pods) {
        if (pod.ns != ns || pod.name != name)
            continue;
        if (pod.kind == "Pod")
            return &pod;
        if (workload == nullptr)
            workload = &pod;
    }
    return workload;
}

Connections Connections::all()
{
    Connections connections;
    connections.tcp.set().reset(0);
    connections.udp.set().reset(0);
    connections.sctp.set().reset(0);
    return connections;
}

Connections::Ports *Connections::ofProtocol(const std::string &protocol)
{
    if (protocol == "TCP")
        return &tcp;
    if (protocol == "UDP")
        return &udp;
    if (protocol == "SCTP")
        return &sctp;
    return nullptr;
}

bool Connections::allows(const std::string &protocol, int port) const
{
    Connections copy = *this;
    const Ports *ports = copy.ofProtocol(protocol);
    return ports != nullptr && port >= 1 && port <= 65535 &&
           ports->test(static_cast<std::size_t>(port));
}

bool Connections::isEmpty() const
{
    return tcp.none() && udp.none() && sctp.none();
}

std::string Connections::text() const
{
    if (*this == all())
        return "All Connections";
    if (isEmpty())
        return "No Connections";
    std::string text;
    const auto add = [&text](const std::string &protocol, const Ports &ports) {
        if (ports.any())
            text += (text.empty() ? "" : ",") + protocol + " " + textOfPorts(ports);
    };
    add("SCTP", sctp);
    add("TCP", tcp);
    add("UDP", udp);
    return text;
}

Connections &Connections::operator|=(const Connections &other)
{
    tcp |= other.tcp;
    udp |= other.udp;
    sctp |= other.sctp;
    return *this;
}

Connections &Connections::operator&=(const Connections &other)
{
    tcp &= other.tcp;
    udp &= other.udp;
    sctp &= other.sctp;
    return *this;
}

} // namespace oracle
