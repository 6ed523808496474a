#include "verdict/address_index.h"

#include <algorithm>

namespace drawbridge::verdict {

/// As many are looked through one by one.
static constexpr std::size_t kLeaf = 8;

void AddressIndex::add(std::uint32_t number, const kube::AddressSet &set)
{
    if (!set.isEmpty())
        m_ranges.push_back({set.intervals().front().first, set.intervals().back().last, number});
}

void AddressIndex::finish()
{
    std::sort(m_ranges.begin(), m_ranges.end(),
              [](const Range &a, const Range &b) { return a.first < b.first; });
    std::size_t nodes = 1;
    for (std::size_t most = m_ranges.size(); most > kLeaf; most = most - most / 2)
        nodes = 2 * nodes + 1;
    m_furthest.assign(nodes, {});
    furthest(0, 0, m_ranges.size());
}

kube::AddressValue AddressIndex::furthest(std::size_t node, std::size_t begin, std::size_t end)
{
    kube::AddressValue last;
    if (end - begin <= kLeaf) {
        for (std::size_t i = begin; i < end; ++i)
            last = std::max(last, m_ranges[i].last);
    } else {
        const std::size_t middle = begin + (end - begin) / 2;
        last = std::max(furthest(2 * node + 1, begin, middle), furthest(2 * node + 2, middle, end));
    }
    m_furthest[node] = last;
    return last;
}

void AddressIndex::findIn(std::size_t node, std::size_t begin, std::size_t end, const Range &wanted,
                          std::vector<std::uint32_t> &found) const
{
    if (begin == end || wanted.last < m_ranges[begin].first || m_furthest[node] < wanted.first)
        return;
    if (end - begin > kLeaf) {
        const std::size_t middle = begin + (end - begin) / 2;
        findIn(2 * node + 1, begin, middle, wanted, found);
        findIn(2 * node + 2, middle, end, wanted, found);
        return;
    }
    for (std::size_t i = begin; i < end; ++i)
        if (!(wanted.last < m_ranges[i].first) && !(m_ranges[i].last < wanted.first))
            found.push_back(m_ranges[i].number);
}

void AddressIndex::find(const kube::AddressSet &set, std::vector<std::uint32_t> &found) const
{
    if (!set.isEmpty())
        findIn(0, 0, m_ranges.size(),
               {set.intervals().front().first, set.intervals().back().last, 0}, found);
}

} // namespace drawbridge::verdict
