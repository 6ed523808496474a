#pragma once

#include "kube/address.h"

#include <array>
#include <cstdint>
#include <vector>

namespace drawbridge::verdict {

/// Tells addresses apart as far as some sets of them do: two with the same number are in the same
/// sets.
class AddressCells
{
public:
    bool isEmpty() const { return m_firsts[0].empty() && m_firsts[1].empty(); }
    void add(const kube::AddressSet &v4, const kube::AddressSet &v6);
    /// Once all sets are added, and before anything is asked.
    void sort();
    /// Of addresses of one family.
    std::size_t of(const kube::Address &address) const;

private:
    using Values = std::vector<kube::AddressValue>;

    std::array<Values, 2> m_firsts; ///< by family
    std::array<Values, 2> m_lasts;
};

} // namespace drawbridge::verdict
