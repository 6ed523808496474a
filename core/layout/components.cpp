#include "layout/components.h"

#include <algorithm>
#include <numeric>

namespace drawbridge::layout {

namespace {

std::uint32_t rootOf(std::vector<std::uint32_t> &parents, std::uint32_t node)
{
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

} // namespace

std::vector<std::vector<std::uint32_t>> components(std::size_t count,
                                                   const std::vector<Request::Link> &links)
{
    std::vector<std::uint32_t> parents(count);
    std::iota(parents.begin(), parents.end(), 0U);
    for (const Request::Link &link : links) {
        const std::uint32_t a = rootOf(parents, link.from);
        const std::uint32_t b = rootOf(parents, link.to);
        parents[std::max(a, b)] = std::min(a, b);
    }
    std::vector<std::vector<std::uint32_t>> groups(count);
    for (std::uint32_t node = 0; node < count; ++node)
        groups[rootOf(parents, node)].push_back(node);
    groups.erase(std::remove_if(groups.begin(), groups.end(),
                                [](const auto &group) { return group.empty(); }),
                 groups.end());
    std::stable_sort(groups.begin(), groups.end(),
                     [](const auto &a, const auto &b) { return a.size() > b.size(); });
    return groups;
}

} // namespace drawbridge::layout
