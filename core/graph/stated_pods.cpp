#include "graph/stated_pods.h"

#include <algorithm>

namespace drawbridge::graph {

using kube::Address;
using verdict::EndpointId;

namespace {

constexpr std::size_t kMostDrawn = 32;

bool isBefore(const Address &a, const Address &b)
{
    return a.family != b.family ? a.family < b.family : a.value < b.value;
}

bool comesBefore(const std::pair<Address, EndpointId> &pod, const Address &address)
{
    return isBefore(pod.first, address);
}

} // namespace

StatedPods::StatedPods(const verdict::Evaluator &evaluator)
{
    const auto &endpoints = evaluator.endpoints();
    for (std::uint32_t i = 0; i < endpoints.size(); ++i)
        for (const verdict::Variant &variant : endpoints[i].variants)
            for (const Address &address : variant.addresses)
                m_pods.emplace_back(address, EndpointId{i});
    std::sort(m_pods.begin(), m_pods.end(),
              [](const auto &a, const auto &b) { return isBefore(a.first, b.first); });
}

std::optional<std::set<EndpointId>> StatedPods::in(kube::Family family,
                                                   const kube::AddressSet &addresses) const
{
    std::set<EndpointId> found;
    for (const auto &[first, last] : addresses.intervals()) {
        auto pod =
            std::lower_bound(m_pods.begin(), m_pods.end(), Address{family, first}, comesBefore);
        for (; pod != m_pods.end() && !isBefore({family, last}, pod->first); ++pod)
            if (found.insert(pod->second).second && found.size() > kMostDrawn)
                return std::nullopt;
    }
    return found;
}

bool StatedPods::haveOneIn(kube::Family family, const kube::AddressSet &addresses) const
{
    const auto &intervals = addresses.intervals();
    return std::any_of(intervals.begin(), intervals.end(), [&](const auto &interval) {
        const auto pod = std::lower_bound(m_pods.begin(), m_pods.end(),
                                          Address{family, interval.first}, comesBefore);
        return pod != m_pods.end() && !isBefore({family, interval.last}, pod->first);
    });
}

} // namespace drawbridge::graph
