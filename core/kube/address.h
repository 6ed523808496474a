#pragma once

#include "base/interval_set.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drawbridge::kube {

enum class Family : std::uint8_t { V4, V6 };

/// A 128-bit number; IPv4 addresses use the low 32 bits.
struct AddressValue
{
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what `= default` writes for a 0
    auto operator<=>(const AddressValue &) const = default;
    AddressValue &operator++();
    AddressValue &operator--();
};

using AddressSet = IntervalSet<AddressValue>;

struct Address
{
    Family family = Family::V4;
    AddressValue value;

    auto operator<=>(const Address &) const = default;
    std::string text() const; ///< IPv6 in RFC 5952 form
};

/// As Go's netip: no leading zeros in IPv4, `::` and embedded IPv4 in IPv6, no zone.
std::optional<Address> parseAddress(std::string_view text);
AddressValue lastOf(Family family);

/// A CIDR range; bits beyond the prefix are masked off in `first`.
struct Cidr
{
    Family family = Family::V4;
    AddressValue first;
    AddressValue last;
    int prefix = 0;
    bool hadHostBits = false; ///< the text had bits set beyond the prefix

    AddressSet set() const { return AddressSet(first, last); }
    std::string text() const; ///< canonical
    bool operator==(const Cidr &o) const
    {
        return family == o.family && first == o.first && prefix == o.prefix;
    }
};

/// A bare address is no CIDR. Leading zeros in the prefix or the address are refused.
std::optional<Cidr> parseCidr(std::string_view text);

} // namespace drawbridge::kube
