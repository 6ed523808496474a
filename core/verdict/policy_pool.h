#pragma once

#include "verdict/address_index.h"
#include "verdict/compiled_cluster_policy.h"
#include "verdict/compiled_policy.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// What lists of policies are made of, in the order in which it is asked: numbered, so that a list
/// is a set of numbers. Knows which rules may hold a pod of a label group: whoever looks at all
/// pairs of a large cluster would wait for each rule to be asked about each pair. May be asked in
/// several threads.
template <typename Policy>
class PolicyPool
{
public:
    struct Member
    {
        std::shared_ptr<const Policy> policy;
        std::uint64_t order = 0; ///< ascending
    };
    struct Place
    {
        std::uint32_t policy = 0; ///< its number
        std::uint32_t rule = 0;
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what `= default` writes for 0
        auto operator<=>(const Place &) const = default;
    };
    struct OfGroup
    {
        std::uint32_t group = 0;
        Place place;
    };
    /// Those that are no few groups', ascending.
    struct Others
    {
        std::vector<Place> ofAddresses; ///< may hold any pod whose addresses are known
        std::vector<Place> ofMany;      ///< may hold any
    };
    /// Of one direction.
    struct Rules
    {
        std::vector<OfGroup> ofGroup; ///< may hold that one; by group, ascending
        Others others;
    };

    /// Of one direction: which rules may admit a set of addresses, or some of it.
    struct OfAddresses
    {
        std::vector<Place> places;          ///< of those that name addresses, ascending
        std::array<AddressIndex, 2> ranges; ///< by family; numbers are into places
        std::vector<Place> ofEvery;         ///< may admit any, ascending
    };

    explicit PolicyPool(std::vector<Member> members) : m_members(std::move(members)) {}

    const std::vector<Member> &members() const { return m_members; }
    const Policy &operator[](std::size_t number) const { return *m_members[number].policy; }
    const Rules &rules(kube::Direction direction) const
    {
        std::call_once(m_isIndexed[int(direction)], [this, direction] { index(direction); });
        return m_rules[int(direction)];
    }
    const OfAddresses &ofAddresses(kube::Direction direction) const
    {
        std::call_once(m_isAddressed[int(direction)], [this, direction] { address(direction); });
        return m_ofAddresses[int(direction)];
    }

private:
    static constexpr std::size_t kFewGroups = 16; ///< a rule that holds more is always asked

    static bool holdsAll(const CompiledRule &rule) { return rule.anyPeer || rule.everyPod; }
    static bool holdsAll(const CompiledClusterRule &rule) { return rule.everyPod; }
    static bool holdsEveryAddress(const CompiledRule &rule) { return rule.anyPeer; }
    static bool holdsEveryAddress(const CompiledClusterRule &rule) { return rule.everyOutside; }

    void address(kube::Direction direction) const
    {
        OfAddresses made;
        for (std::uint32_t i = 0; i < m_members.size(); ++i) {
            const auto &rules = m_members[i].policy->rules[int(direction)];
            for (std::uint32_t rule = 0; rule < rules.size(); ++rule) {
                if (holdsEveryAddress(rules[rule])) {
                    made.ofEvery.push_back({i, rule});
                    continue;
                }
                if (rules[rule].v4.isEmpty() && rules[rule].v6.isEmpty())
                    continue;
                const auto number = std::uint32_t(made.places.size());
                made.places.push_back({i, rule});
                made.ranges[int(kube::Family::V4)].add(number, rules[rule].v4);
                made.ranges[int(kube::Family::V6)].add(number, rules[rule].v6);
            }
        }
        for (AddressIndex &ranges : made.ranges)
            ranges.finish();
        m_ofAddresses[int(direction)] = std::move(made);
    }

    void index(kube::Direction direction) const
    {
        Rules all;
        for (std::uint32_t i = 0; i < m_members.size(); ++i) {
            const auto &rules = m_members[i].policy->rules[int(direction)];
            for (std::uint32_t rule = 0; rule < rules.size(); ++rule)
                add(rules[rule], {i, rule}, all);
        }
        std::stable_sort(all.ofGroup.begin(), all.ofGroup.end(),
                         [](const OfGroup &a, const OfGroup &b) { return a.group < b.group; });
        all.ofGroup.shrink_to_fit();
        m_rules[int(direction)] = std::move(all);
    }

    template <typename Rule>
    static void add(const Rule &rule, Place place, Rules &all)
    {
        std::vector<std::uint32_t> groups;
        bool holdsMany = holdsAll(rule);
        for (const BitsetPtr &peer : rule.peers) {
            holdsMany = holdsMany || peer->holdsMoreThan(kFewGroups) || groups.size() > kFewGroups;
            if (holdsMany)
                break;
            peer->forEach([&](std::size_t group) { groups.push_back(std::uint32_t(group)); });
        }
        if (holdsMany) {
            all.others.ofMany.push_back(place);
            return;
        }
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        for (const std::uint32_t group : groups)
            all.ofGroup.push_back({group, place});
        if (rule.meansPods && !(rule.v4.isEmpty() && rule.v6.isEmpty()))
            all.others.ofAddresses.push_back(place);
    }

    std::vector<Member> m_members;
    mutable std::once_flag m_isIndexed[2]; ///< by direction
    mutable Rules m_rules[2];
    mutable std::once_flag m_isAddressed[2]; ///< by direction
    mutable OfAddresses m_ofAddresses[2];
};

} // namespace drawbridge::verdict
