#include "verdict/address_cells.h"

#include <algorithm>

namespace drawbridge::verdict {

void AddressCells::add(const kube::AddressSet &v4, const kube::AddressSet &v6)
{
    for (const kube::Family family : {kube::Family::V4, kube::Family::V6})
        for (const auto &[first, last] : (family == kube::Family::V4 ? v4 : v6).intervals()) {
            m_firsts[std::size_t(family)].push_back(first);
            m_lasts[std::size_t(family)].push_back(last);
        }
}

void AddressCells::sort()
{
    for (auto *all : {&m_firsts, &m_lasts})
        for (Values &values : *all) {
            std::sort(values.begin(), values.end());
            values.erase(std::unique(values.begin(), values.end()), values.end());
        }
}

/// How many ranges begin up to it, and how many end before it: both only grow with the address, so
/// their sum is the same where both are.
std::size_t AddressCells::of(const kube::Address &address) const
{
    const Values &firsts = m_firsts[std::size_t(address.family)];
    const Values &lasts = m_lasts[std::size_t(address.family)];
    return std::size_t(std::upper_bound(firsts.begin(), firsts.end(), address.value) -
                       firsts.begin()) +
           std::size_t(std::lower_bound(lasts.begin(), lasts.end(), address.value) - lasts.begin());
}

} // namespace drawbridge::verdict
