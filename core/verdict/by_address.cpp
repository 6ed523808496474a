#include "verdict/by_address.h"

#include "verdict/address_cells.h"

#include <algorithm>
#include <optional>

namespace drawbridge::verdict {

bool addressesHold(const kube::AddressSet &v4, const kube::AddressSet &v6, const Variant &pod)
{
    if (v4.isEmpty() && v6.isEmpty())
        return false;
    return std::any_of(
        pod.addresses.begin(), pod.addresses.end(), [&](const kube::Address &address) {
            return (address.family == kube::Family::V4 ? v4 : v6).contains(address.value);
        });
}

template <typename Policy>
void ByAddress::add(const PolicyList<Policy> &policies, kube::Direction direction)
{
    policies.forEach([&](const Policy &policy) {
        for (const auto &rule : policy.rules[int(direction)])
            if (rule.meansPods && !(rule.v4.isEmpty() && rule.v6.isEmpty()))
                m_sets.emplace_back(&rule.v4, &rule.v6);
    });
}

ByAddress::ByAddress(const Evaluator::State &state, kube::Direction direction,
                     const Endpoint &other)
{
    std::optional<std::uint32_t> last;
    for (const Variant &variant : other.variants) {
        if (std::exchange(last, variant.group) == variant.group)
            continue;
        add(state.isolating[int(direction)].of(variant.group), direction);
        for (const auto &chain : state.chains)
            if (!chain.isEmpty())
                add(chain.of(variant.group), direction);
    }
}

std::vector<std::vector<std::size_t>> ByAddress::marks(const std::vector<Variant> &pods) const
{
    constexpr std::size_t kMostLooks = 1'000'000;
    std::vector<std::vector<std::size_t>> marks(pods.size());
    if (m_sets.size() * pods.size() <= kMostLooks) {
        for (std::size_t i = 0; i < pods.size(); ++i)
            for (std::size_t set = 0; set < m_sets.size(); ++set)
                if (addressesHold(*m_sets[set].first, *m_sets[set].second, pods[i]))
                    marks[i].push_back(set);
        return marks;
    }
    AddressCells cells; // which tells more apart than there is to
    for (const auto &[v4, v6] : m_sets)
        cells.add(*v4, *v6);
    cells.sort();
    for (std::size_t i = 0; i < pods.size(); ++i)
        for (const kube::Address &address : pods[i].addresses) {
            marks[i].push_back(std::size_t(address.family));
            marks[i].push_back(cells.of(address));
        }
    return marks;
}

} // namespace drawbridge::verdict
