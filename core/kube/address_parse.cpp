#include "kube/address.h"

#include <array>

namespace drawbridge::kube {

namespace {

/// A decimal number of at most three digits without leading zeros, up to `limit`.
std::optional<unsigned> decimal(std::string_view text, unsigned limit)
{
    if (text.empty() || text.size() > 3 || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    unsigned number = 0;
    for (char c : text) {
        if (c < '0' || c > '9')
            return std::nullopt;
        number = number * 10 + unsigned(c - '0');
    }
    return number <= limit ? std::optional(number) : std::nullopt;
}

std::optional<std::uint64_t> parseV4(std::string_view text)
{
    std::uint64_t value = 0;
    for (int part = 0; part < 4; ++part) {
        const std::size_t dot = part < 3 ? text.find('.') : text.size();
        if (dot == std::string_view::npos)
            return std::nullopt;
        const auto number = decimal(text.substr(0, dot), 255);
        if (!number)
            return std::nullopt;
        value = value << 8 | *number;
        text.remove_prefix(part < 3 ? dot + 1 : dot);
    }
    return value;
}

std::optional<unsigned> hexGroup(std::string_view text)
{
    if (text.empty() || text.size() > 4)
        return std::nullopt;
    unsigned number = 0;
    for (char c : text) {
        unsigned digit = 0;
        if (c >= '0' && c <= '9')
            digit = unsigned(c - '0');
        else if (c >= 'a' && c <= 'f')
            digit = unsigned(c - 'a') + 10;
        else if (c >= 'A' && c <= 'F')
            digit = unsigned(c - 'A') + 10;
        else
            return std::nullopt;
        number = number << 4 | digit;
    }
    return number;
}

struct ReadGroups
{
    std::array<unsigned, 8> values{};
    std::size_t count = 0;

    bool add(unsigned value)
    {
        if (count == values.size())
            return false;
        values[count++] = value;
        return true;
    }
};

/// ReadGroups between single colons; the last may be an embedded IPv4 address if `mayEndInV4`.
bool addGroups(std::string_view text, bool mayEndInV4, ReadGroups &groups)
{
    if (text.empty())
        return true;
    for (;;) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        const bool isLast = colon == std::string_view::npos;
        if (isLast && mayEndInV4 && part.find('.') != std::string_view::npos) {
            const auto v4 = parseV4(part);
            return v4 && groups.add(unsigned(*v4 >> 16)) && groups.add(unsigned(*v4 & 0xffff));
        }
        const auto group = hexGroup(part);
        if (!group || !groups.add(*group))
            return false;
        if (isLast)
            return true;
        text.remove_prefix(colon + 1);
    }
}

AddressValue valueOf(const ReadGroups &groups)
{
    AddressValue value;
    for (std::size_t i = 0; i < 4; ++i) {
        value.high = value.high << 16 | groups.values[i];
        value.low = value.low << 16 | groups.values[i + 4];
    }
    return value;
}

std::optional<AddressValue> parseV6(std::string_view text)
{
    const std::size_t gap = text.find("::");
    ReadGroups head;
    if (gap == std::string_view::npos) {
        if (!addGroups(text, true, head) || head.count != 8)
            return std::nullopt;
        return valueOf(head);
    }
    ReadGroups tail;
    const std::string_view behind = text.substr(gap + 2);
    // `::` stands for at least one group.
    if (!addGroups(text.substr(0, gap), false, head) || !addGroups(behind, true, tail) ||
        head.count + tail.count > 7)
        return std::nullopt;
    for (std::size_t i = 0; i < tail.count; ++i)
        head.values[8 - tail.count + i] = tail.values[i];
    return valueOf(head);
}

/// `count` one bits at the low end.
AddressValue hostMask(int count)
{
    const auto ones = [](int bits) {
        return bits >= 64 ? UINT64_MAX : (std::uint64_t(1) << bits) - 1;
    };
    return {count > 64 ? ones(count - 64) : 0, ones(count)};
}

} // namespace

std::optional<Address> parseAddress(std::string_view text)
{
    if (text.find(':') == std::string_view::npos) {
        const auto v4 = parseV4(text);
        return v4 ? std::optional(Address{Family::V4, {0, *v4}}) : std::nullopt;
    }
    const auto v6 = parseV6(text);
    return v6 ? std::optional(Address{Family::V6, *v6}) : std::nullopt;
}

std::optional<Cidr> parseCidr(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto address = parseAddress(text.substr(0, slash));
    if (!address)
        return std::nullopt;
    const int bits = address->family == Family::V4 ? 32 : 128;
    const auto prefix = decimal(text.substr(slash + 1), unsigned(bits));
    if (!prefix)
        return std::nullopt;
    const AddressValue host = hostMask(bits - int(*prefix));
    const AddressValue &value = address->value;
    Cidr cidr;
    cidr.family = address->family;
    cidr.first = {value.high & ~host.high, value.low & ~host.low};
    cidr.last = {value.high | host.high, value.low | host.low};
    cidr.prefix = int(*prefix);
    cidr.hadHostBits = cidr.first != value;
    return cidr;
}

} // namespace drawbridge::kube
