#pragma once

#include "kube/address.h"

#include <cstdint>
#include <vector>

namespace drawbridge::verdict {

/// Numbered sets of addresses of one family, each known by its first and last address: which of
/// them may have one in common with another set. For who would ask thousands of rules about each of
/// thousands of blocks.
class AddressIndex
{
public:
    /// In any order, before any is looked for. An empty set is never found.
    void add(std::uint32_t number, const kube::AddressSet &set);
    void finish();

    /// Appends the numbers of those that reach into the range of a set, in any order.
    void find(const kube::AddressSet &set, std::vector<std::uint32_t> &found) const;

private:
    struct Range
    {
        kube::AddressValue first;
        kube::AddressValue last;
        std::uint32_t number = 0;
    };

    void findIn(std::size_t node, std::size_t begin, std::size_t end, const Range &wanted,
                std::vector<std::uint32_t> &found) const;
    kube::AddressValue furthest(std::size_t node, std::size_t begin, std::size_t end);

    std::vector<Range> m_ranges;                ///< ascending by the first address
    std::vector<kube::AddressValue> m_furthest; ///< a tree over them: the last of each half
};

} // namespace drawbridge::verdict
