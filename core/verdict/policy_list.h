#pragma once

#include "verdict/compiled_cluster_policy.h"
#include "verdict/compiled_policy.h"
#include "verdict/evaluator.h"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// The policies that are asked about the same pods, in the order in which they are asked. Of a long
/// list it knows which rules may hold a pod of a label group: whoever looks at all pairs of a large
/// cluster would wait for each rule to be asked about each pair.
template <typename Policy>
class PolicyList
{
public:
    using Policies = std::vector<const Policy *>;

    PolicyList() = default;
    /// Rules are looked up only where they are few enough for `room`, which gets smaller.
    PolicyList(Policies policies, std::size_t &room) : m_policies(std::move(policies))
    {
        for (kube::Direction direction : kube::kDirections) {
            std::size_t count = 0;
            for (const Policy *policy : m_policies)
                count += policy->rules[int(direction)].size();
            if (count <= kFewRules || count > room)
                continue;
            m_rules[int(direction)] = indexed(direction);
            room -= std::min(room, m_rules[int(direction)]->size());
        }
    }

    const Policies &policies() const { return m_policies; }

    /// Calls visit(policy, number of the rule) for rules of a direction in order, until that
    /// returns false: for all that hold `pod`, and perhaps for more; for all if it is null. Its
    /// group is one that policies were compiled for, and it does not use the host's network.
    template <typename Visit>
    void forEachRule(kube::Direction direction, const Variant *pod, const Visit &visit) const
    {
        const Rules *rules = m_rules[int(direction)].get();
        if (pod && rules) {
            forEachOf(*rules, *pod, visit);
            return;
        }
        for (const Policy *policy : m_policies)
            for (std::size_t i = 0; i < policy->rules[int(direction)].size(); ++i)
                if (!visit(*policy, i))
                    return;
    }

private:
    static constexpr std::size_t kFewRules = 8;   ///< are all asked
    static constexpr std::size_t kFewGroups = 16; ///< a rule that holds more is always asked

    struct Place
    {
        std::uint32_t policy = 0; ///< in the list
        std::uint32_t rule = 0;
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 takes what `= default` writes for 0
        auto operator<=>(const Place &) const = default;
    };
    using Places = std::vector<Place>; ///< ascending

    struct OfGroup
    {
        std::uint32_t group = 0;
        Place place;
    };
    struct Rules
    {
        std::vector<OfGroup> ofGroup; ///< by group, then by place
        Places ofAddresses;           ///< may hold any pod whose addresses are known
        Places ofMany;                ///< may hold any

        std::size_t size() const { return ofGroup.size() + ofAddresses.size() + ofMany.size(); }
    };

    static bool holdsAll(const CompiledRule &rule) { return rule.anyPeer || rule.everyPod; }
    static bool holdsAll(const CompiledClusterRule &rule) { return rule.everyPod; }

    std::shared_ptr<const Rules> indexed(kube::Direction direction) const
    {
        auto all = std::make_shared<Rules>();
        for (std::uint32_t i = 0; i < m_policies.size(); ++i) {
            const auto &rules = m_policies[i]->rules[int(direction)];
            for (std::uint32_t rule = 0; rule < rules.size(); ++rule)
                add(rules[rule], {i, rule}, *all);
        }
        std::stable_sort(all->ofGroup.begin(), all->ofGroup.end(),
                         [](const OfGroup &a, const OfGroup &b) { return a.group < b.group; });
        all->ofGroup.shrink_to_fit();
        return all;
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
            all.ofMany.push_back(place);
            return;
        }
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        for (const std::uint32_t group : groups)
            all.ofGroup.push_back({group, place});
        if (rule.meansPods && !(rule.v4.isEmpty() && rule.v6.isEmpty()))
            all.ofAddresses.push_back(place);
    }

    template <typename Visit>
    void forEachOf(const Rules &rules, const Variant &pod, const Visit &visit) const
    {
        auto ofGroup = std::lower_bound(
            rules.ofGroup.begin(), rules.ofGroup.end(), pod.group,
            [](const OfGroup &one, std::uint32_t group) { return one.group < group; });
        auto ofMany = rules.ofMany.begin();
        auto ofAddresses =
            pod.addresses.empty() ? rules.ofAddresses.end() : rules.ofAddresses.begin();
        for (;;) {
            std::optional<Place> place;
            const auto offer = [&place](const Place &one) {
                if (!place || one < *place)
                    place = one;
            };
            const bool isOfGroup = ofGroup != rules.ofGroup.end() && ofGroup->group == pod.group;
            if (isOfGroup)
                offer(ofGroup->place);
            if (ofMany != rules.ofMany.end())
                offer(*ofMany);
            if (ofAddresses != rules.ofAddresses.end())
                offer(*ofAddresses);
            if (!place || !visit(*m_policies[place->policy], std::size_t(place->rule)))
                return;
            if (isOfGroup && ofGroup->place == *place)
                ++ofGroup;
            if (ofMany != rules.ofMany.end() && *ofMany == *place)
                ++ofMany;
            if (ofAddresses != rules.ofAddresses.end() && *ofAddresses == *place)
                ++ofAddresses;
        }
    }

    Policies m_policies;
    std::shared_ptr<const Rules> m_rules[2]; ///< by direction; null where they are few
};

/// A list for each label group. Groups with the same policies share one, and so do copies.
template <typename Policy>
class PolicyLists
{
public:
    using List = PolicyList<Policy>;
    using Policies = typename List::Policies;

    /// No group is known.
    bool isEmpty() const { return m_lists.empty(); }
    const List &of(std::uint32_t group) const
    {
        static const List none;
        return m_lists[group] ? *m_lists[group] : none;
    }
    const Policies &policies(std::uint32_t group) const { return of(group).policies(); }

    /// Groups share a list. Perhaps not if it is changed since assign().
    bool areSame(std::uint32_t a, std::uint32_t b) const { return m_lists[a] == m_lists[b]; }

    void resize(std::size_t groups) { m_lists.resize(groups); }
    void set(std::uint32_t group, Policies policies)
    {
        std::size_t room = kRoom;
        m_lists[group] = listOf(std::move(policies), room);
    }

    /// Of `groups` groups. `forEachGroup(policy, visit)` calls visit with each group of a policy.
    template <typename ForEachGroup>
    void assign(std::size_t groups, const Policies &policies, const ForEachGroup &forEachGroup)
    {
        // A list is the number of the step that it ends with, 0 for none: groups that have the same
        // so far, and are of the next policy, take one step together.
        struct Step
        {
            std::uint32_t before = 0;
            std::uint32_t policy = 0;
        };
        std::vector<Step> steps(1);
        std::vector<std::uint32_t> lastOf(groups);
        for (std::uint32_t i = 0; i < policies.size(); ++i) {
            std::unordered_map<std::uint32_t, std::uint32_t> next;
            std::pair<std::uint32_t, std::uint32_t> taken{UINT32_MAX, 0}; // most often once more
            forEachGroup(*policies[i], [&](std::size_t group) {
                const std::uint32_t before = lastOf[group];
                if (before != taken.first) {
                    const auto [it, isNew] = next.emplace(before, std::uint32_t(steps.size()));
                    if (isNew)
                        steps.push_back({before, i});
                    taken = *it;
                }
                lastOf[group] = taken.second;
            });
        }
        std::size_t room = kRoom;
        std::unordered_map<std::uint32_t, ListPtr> made{{0, nullptr}};
        m_lists.assign(groups, nullptr);
        for (std::size_t group = 0; group < groups; ++group) {
            const auto [it, isNew] = made.emplace(lastOf[group], nullptr);
            if (isNew) {
                Policies list;
                for (std::uint32_t step = lastOf[group]; step != 0; step = steps[step].before)
                    list.push_back(policies[steps[step].policy]);
                std::reverse(list.begin(), list.end());
                it->second = listOf(std::move(list), room);
            }
            m_lists[group] = it->second;
        }
    }

    /// Changes the lists of some groups, those that share one together: change(policies).
    template <typename Change>
    void change(const std::vector<std::uint32_t> &groups, const Change &change)
    {
        std::size_t room = kRoom;
        std::map<ListPtr, ListPtr> changed;
        for (std::uint32_t group : groups) {
            const auto [it, isNew] = changed.try_emplace(m_lists[group]);
            if (isNew) {
                Policies policies = this->policies(group);
                change(policies);
                it->second = listOf(std::move(policies), room);
            }
            m_lists[group] = it->second;
        }
    }

private:
    using ListPtr = std::shared_ptr<const List>;
    /// Rules that lists made together look up, some 12 bytes each: of more, all are asked.
    static constexpr std::size_t kRoom = 16'000'000;

    static ListPtr listOf(Policies policies, std::size_t &room)
    {
        return policies.empty() ? nullptr : std::make_shared<const List>(std::move(policies), room);
    }

    std::vector<ListPtr> m_lists; ///< by group; null: no policy
};

} // namespace drawbridge::verdict
