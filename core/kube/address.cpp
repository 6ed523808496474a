#include "kube/address.h"

#include <array>
#include <charconv>

namespace drawbridge::kube {

namespace {

using Groups = std::array<unsigned, 8>;

Groups groupsOf(const AddressValue &value)
{
    Groups groups{};
    for (unsigned i = 0; i < 4; ++i) {
        const unsigned shift = 16 * (3 - i);
        groups[i] = unsigned(value.high >> shift) & 0xffff;
        groups[i + 4] = unsigned(value.low >> shift) & 0xffff;
    }
    return groups;
}

std::string dottedText(std::uint64_t value)
{
    std::string text;
    for (int shift = 24; shift >= 0; shift -= 8) {
        text += std::to_string((value >> shift) & 0xff);
        if (shift > 0)
            text += '.';
    }
    return text;
}

struct Run
{
    std::size_t first = 8;
    std::size_t count = 0;
};

/// The run that RFC 5952 shortens: the longest of at least two zero groups, the first of equals.
Run longestZeroRun(const Groups &groups)
{
    Run best;
    for (std::size_t i = 0; i < groups.size();) {
        std::size_t end = i;
        while (end < groups.size() && groups[end] == 0)
            ++end;
        if (end - i >= 2 && end - i > best.count)
            best = {i, end - i};
        i = end + 1;
    }
    return best;
}

std::string colonText(const Groups &groups)
{
    const Run run = longestZeroRun(groups);
    std::string text;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (run.count > 0 && i == run.first) {
            text += "::";
            i += run.count - 1;
            continue;
        }
        if (!text.empty() && text.back() != ':')
            text += ':';
        char digits[8];
        text.append(digits, std::to_chars(std::begin(digits), std::end(digits), groups[i], 16).ptr);
    }
    return text;
}

} // namespace

AddressValue &AddressValue::operator++()
{
    if (++low == 0)
        ++high;
    return *this;
}

AddressValue &AddressValue::operator--()
{
    if (low-- == 0)
        --high;
    return *this;
}

std::string Address::text() const
{
    if (family == Family::V4)
        return dottedText(value.low);
    // As Go's netip prints an IPv4-mapped address.
    if (value.high == 0 && value.low >> 32 == 0xffff)
        return "::ffff:" + dottedText(value.low & 0xffffffff);
    return colonText(groupsOf(value));
}

AddressValue lastOf(Family family)
{
    if (family == Family::V4)
        return {0, 0xffffffff};
    return {UINT64_MAX, UINT64_MAX};
}

std::string Cidr::text() const
{
    return Address{family, first}.text() + '/' + std::to_string(prefix);
}

} // namespace drawbridge::kube
