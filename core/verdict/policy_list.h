#pragma once

#include "verdict/bitset.h"
#include "verdict/evaluator.h"
#include "verdict/policy_pool.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// The policies that are asked about the same pods, in the order in which they are asked.
template <typename Policy>
class PolicyList
{
public:
    using Pool = PolicyPool<Policy>;

    PolicyList() = default;
    PolicyList(std::shared_ptr<const Pool> pool, Bitset numbers)
        : m_pool(std::move(pool)), m_numbers(std::move(numbers))
    {
    }

    const std::shared_ptr<const Pool> &pool() const { return m_pool; } ///< null if it is empty
    const Bitset &numbers() const { return m_numbers; }

    bool isEmpty() const { return m_numbers.isEmpty(); }
    template <typename Visit>
    void forEach(const Visit &visit) const
    {
        m_numbers.forEach([&](std::size_t number) { visit((*m_pool)[number]); });
    }
    template <typename Is>
    bool anyOf(const Is &is) const
    {
        return m_numbers.anyOf([&](std::size_t number) { return is((*m_pool)[number]); });
    }

    /// Calls visit(policy, number of the rule) for rules of a direction in order, until that
    /// returns false: for all that hold `pod`, and perhaps for more; for all if it is null. Its
    /// group is one that policies were compiled for, and it does not use the host's network.
    template <typename Visit>
    void forEachRule(kube::Direction direction, const Variant *pod, const Visit &visit) const
    {
        if (pod && ruleCount(direction) > kFewRules) {
            Candidates candidates(m_pool->rules(direction).ofGroup, others(direction), *pod);
            if (candidates.count() < ruleCount(direction)) {
                while (const std::optional<Place> place = candidates.next())
                    if (m_numbers.test(place->policy) &&
                        !visit((*m_pool)[place->policy], std::size_t(place->rule)))
                        return;
                return;
            }
        }
        forEveryRule(direction, visit);
    }

    /// The same for all that admit something of a set of addresses which is not empty.
    template <typename Visit>
    void forEachRule(kube::Direction direction, const kube::AddressSet &v4,
                     const kube::AddressSet &v6, const Visit &visit) const
    {
        if (ruleCount(direction) <= kFewRules) {
            forEveryRule(direction, visit);
            return;
        }
        const typename Pool::OfAddresses &all = m_pool->ofAddresses(direction);
        std::vector<std::uint32_t> numbers;
        all.ranges[int(kube::Family::V4)].find(v4, numbers);
        all.ranges[int(kube::Family::V6)].find(v6, numbers);
        std::sort(numbers.begin(), numbers.end());
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        auto every = all.ofEvery.begin();
        const auto visitPlace = [&](const Place &place) {
            return !m_numbers.test(place.policy) ||
                   visit((*m_pool)[place.policy], std::size_t(place.rule));
        };
        for (const std::uint32_t number : numbers) {
            for (; every != all.ofEvery.end() && *every < all.places[number]; ++every)
                if (!visitPlace(*every))
                    return;
            if (!visitPlace(all.places[number]))
                return;
        }
        for (; every != all.ofEvery.end(); ++every)
            if (!visitPlace(*every))
                return;
    }

private:
    template <typename Visit>
    void forEveryRule(kube::Direction direction, const Visit &visit) const
    {
        anyOf([&](const Policy &policy) {
            for (std::size_t i = 0; i < policy.rules[int(direction)].size(); ++i)
                if (!visit(policy, i))
                    return true;
            return false;
        });
    }

    using Place = typename Pool::Place;
    using OfGroup = typename Pool::OfGroup;
    using Others = typename Pool::Others;
    static constexpr std::size_t kFewRules = 8; ///< are all asked
    static constexpr std::size_t kMuchFewer = 16;

    /// Of the pool's those of the list if they are much fewer; the pool's if not, for each of many
    /// lists would hold nearly as much as the pool.
    struct OwnOthers
    {
        std::once_flag isKnown;
        bool areMuchFewer = false;
        Others others;
    };

    std::size_t ruleCount(kube::Direction direction) const
    {
        std::call_once(m_isCounted, [this] {
            forEach([this](const Policy &policy) {
                for (kube::Direction one : kube::kDirections)
                    m_ruleCount[int(one)] += policy.rules[int(one)].size();
            });
        });
        return m_ruleCount[int(direction)];
    }
    const Others &others(kube::Direction direction) const
    {
        const Others &ofPool = m_pool->rules(direction).others;
        OwnOthers &own = m_own[int(direction)];
        std::call_once(own.isKnown, [&] {
            std::size_t room = (ofPool.ofMany.size() + ofPool.ofAddresses.size()) / kMuchFewer;
            own.areMuchFewer = takeOwn(ofPool.ofMany, own.others.ofMany, room) &&
                               takeOwn(ofPool.ofAddresses, own.others.ofAddresses, room);
            if (!own.areMuchFewer)
                own.others = {};
        });
        return own.areMuchFewer ? own.others : ofPool;
    }
    /// False, and not all, if there is no room.
    bool takeOwn(const std::vector<Place> &ofPool, std::vector<Place> &own, std::size_t &room) const
    {
        for (const Place &place : ofPool) {
            if (!m_numbers.test(place.policy))
                continue;
            if (room == 0)
                return false;
            --room;
            own.push_back(place);
        }
        return true;
    }

    /// The rules of a pool that may hold a pod, in order.
    class Candidates
    {
    public:
        Candidates(const std::vector<OfGroup> &ofGroup, const Others &others, const Variant &pod)
            : m_ofMany(others.ofMany.data())
            , m_endOfMany(m_ofMany + others.ofMany.size())
            , m_ofAddresses(others.ofAddresses.data())
            , m_endOfAddresses(m_ofAddresses +
                               (pod.addresses.empty() ? 0 : others.ofAddresses.size()))
        {
            const auto isBefore = [](const OfGroup &one, std::uint32_t group) {
                return one.group < group;
            };
            const OfGroup *begin = ofGroup.data();
            const OfGroup *end = begin + ofGroup.size();
            m_ofGroup = std::lower_bound(begin, end, pod.group, isBefore);
            m_endOfGroup = std::lower_bound(m_ofGroup, end, pod.group + 1, isBefore);
        }
        std::size_t count() const
        {
            return std::size_t((m_endOfGroup - m_ofGroup) + (m_endOfMany - m_ofMany) +
                               (m_endOfAddresses - m_ofAddresses));
        }
        std::optional<Place> next()
        {
            std::optional<Place> first;
            const auto offer = [&first](const Place &one) {
                if (!first || one < *first)
                    first = one;
            };
            if (m_ofGroup != m_endOfGroup)
                offer(m_ofGroup->place);
            if (m_ofMany != m_endOfMany)
                offer(*m_ofMany);
            if (m_ofAddresses != m_endOfAddresses)
                offer(*m_ofAddresses);
            if (m_ofGroup != m_endOfGroup && m_ofGroup->place == first)
                ++m_ofGroup;
            if (m_ofMany != m_endOfMany && *m_ofMany == first)
                ++m_ofMany;
            if (m_ofAddresses != m_endOfAddresses && *m_ofAddresses == first)
                ++m_ofAddresses;
            return first;
        }

    private:
        const OfGroup *m_ofGroup = nullptr;
        const OfGroup *m_endOfGroup = nullptr;
        const Place *m_ofMany;
        const Place *m_endOfMany;
        const Place *m_ofAddresses;
        const Place *m_endOfAddresses;
    };

    std::shared_ptr<const Pool> m_pool;
    Bitset m_numbers;
    mutable std::once_flag m_isCounted;
    mutable std::size_t m_ruleCount[2] = {0, 0}; ///< by direction
    mutable OwnOthers m_own[2];                  ///< by direction
};

/// A list for each label group. Groups with the same policies share one, and so do copies.
template <typename Policy>
class PolicyLists
{
public:
    using List = PolicyList<Policy>;
    using Pool = PolicyPool<Policy>;
    using Member = typename Pool::Member;

    /// No group is known.
    bool isEmpty() const { return m_lists.empty(); }
    /// That of groups with the same policies is the same object; perhaps not if one was changed
    /// since assign().
    const List &of(std::uint32_t group) const
    {
        static const List none;
        return m_lists[group] ? *m_lists[group] : none;
    }

    void resize(std::size_t groups) { m_lists.resize(groups); }
    void set(std::uint32_t group, std::vector<Member> members)
    {
        std::vector<std::uint32_t> all(members.size());
        std::iota(all.begin(), all.end(), 0U);
        m_lists[group] = members.empty() ? nullptr : listOf(poolOf(std::move(members)), all);
    }

    /// Of `groups` groups. `parts`: no group is of policies of two of them.
    /// `forEachGroup(policy, visit)` calls visit with each group of a policy.
    template <typename ForEachGroup>
    void assign(std::size_t groups, std::vector<std::vector<Member>> parts,
                const ForEachGroup &forEachGroup)
    {
        m_lists.assign(groups, nullptr);
        std::vector<Numbers> numbers(groups);
        std::vector<std::size_t> touched;
        std::vector<std::uint64_t> words(groups); // of 64 policies
        std::vector<std::size_t> inWords;
        for (std::vector<Member> &part : parts) {
            const std::shared_ptr<const Pool> pool = poolOf(std::move(part));
            const std::size_t size = pool->members().size();
            for (std::size_t i = 0; i < size; ++i) {
                forEachGroup((*pool)[i], [&](std::size_t group) {
                    if (words[group] == 0)
                        inWords.push_back(group);
                    words[group] |= std::uint64_t(1) << (i % 64);
                });
                if (i % 64 < 63 && i + 1 < size)
                    continue;
                for (const std::size_t group : inWords) {
                    if (numbers[group].isEmpty())
                        touched.push_back(group);
                    numbers[group].add(i / 64, std::exchange(words[group], 0), size);
                }
                inWords.clear();
            }
            std::map<Bitset, ListPtr> made;
            for (const std::size_t group : touched) {
                const auto [it, isNew] = made.try_emplace(numbers[group].take(size));
                if (isNew)
                    it->second = std::make_shared<const List>(pool, it->first);
                m_lists[group] = it->second;
            }
            touched.clear();
        }
    }

    /// From the lists of these groups, which all have it.
    void remove(const std::vector<std::uint32_t> &groups, const Policy *policy)
    {
        std::map<ListPtr, ListPtr> changed;
        for (std::uint32_t group : groups) {
            const auto [it, isNew] = changed.try_emplace(m_lists[group]);
            if (isNew) {
                const List &list = of(group);
                std::vector<std::uint32_t> rest;
                list.numbers().forEach([&](std::size_t number) {
                    if (&(*list.pool())[number] != policy)
                        rest.push_back(std::uint32_t(number));
                });
                if (!rest.empty())
                    it->second = listOf(list.pool(), rest);
            }
            m_lists[group] = it->second;
        }
    }

    /// To the lists of these groups. `isThere(policy)`: of others, whether some list may have it.
    template <typename IsThere>
    void add(const std::vector<std::uint32_t> &groups, const Member &member, const IsThere &isThere)
    {
        std::map<std::shared_ptr<const Pool>, Grown> grown;
        std::map<ListPtr, ListPtr> changed;
        for (std::uint32_t group : groups) {
            const auto [it, isNew] = changed.try_emplace(m_lists[group]);
            if (isNew) {
                const List &list = of(group);
                const auto pool = grown.try_emplace(list.pool());
                Grown &to = pool.first->second;
                if (pool.second)
                    to = grownBy(list.pool().get(), member, isThere);
                std::vector<std::uint32_t> numbers{to.number};
                list.numbers().forEach(
                    [&](std::size_t number) { numbers.push_back(to.numbers[number]); });
                it->second = listOf(to.pool, numbers);
            }
            m_lists[group] = it->second;
        }
    }

private:
    using ListPtr = std::shared_ptr<const List>;

    /// A set that grows: of little room while it holds few, and never of more than a bit each.
    class Numbers
    {
    public:
        bool isEmpty() const { return m_few.empty() && m_words.empty(); }
        /// The numbers of a word of a Bitset of `size`, which it does not have.
        void add(std::size_t place, std::uint64_t word, std::size_t size)
        {
            const std::size_t count = std::size_t(std::popcount(word));
            if (!m_words.empty() || m_few.size() + count > wordsFor(size)) {
                m_words.resize(wordsFor(size));
                for (std::uint32_t one : std::exchange(m_few, {}))
                    m_words[one / 64] |= std::uint64_t(1) << (one % 64);
                m_words[place] |= word;
                return;
            }
            for (; word; word &= word - 1)
                m_few.push_back(std::uint32_t(place * 64) + std::uint32_t(std::countr_zero(word)));
        }
        Bitset take(std::size_t size)
        {
            return m_words.empty() ? Bitset(size, std::exchange(m_few, {}))
                                   : Bitset(std::exchange(m_words, {}));
        }

    private:
        static std::size_t wordsFor(std::size_t size) { return (size + 63) / 64; }
        std::vector<std::uint32_t> m_few;
        Bitset::Words m_words; ///< once there are more
    };

    /// A pool with one more, and without what is gone.
    struct Grown
    {
        std::shared_ptr<const Pool> pool;
        std::uint32_t number = 0;           ///< of the new one
        std::vector<std::uint32_t> numbers; ///< of the others, by those that they had
    };

    template <typename IsThere>
    static Grown grownBy(const Pool *before, const Member &member, const IsThere &isThere)
    {
        Grown grown;
        std::vector<Member> members;
        bool isIn = false;
        const auto put = [&] {
            grown.number = std::uint32_t(members.size());
            members.push_back(member);
            isIn = true;
        };
        if (before)
            for (const Member &one : before->members()) {
                if (!isIn && one.order > member.order)
                    put();
                grown.numbers.push_back(std::uint32_t(members.size()));
                if (isThere(*one.policy))
                    members.push_back(one);
            }
        if (!isIn)
            put();
        grown.pool = poolOf(std::move(members));
        return grown;
    }

    static std::shared_ptr<const Pool> poolOf(std::vector<Member> members)
    {
        return std::make_shared<const Pool>(std::move(members));
    }
    static ListPtr listOf(std::shared_ptr<const Pool> pool,
                          const std::vector<std::uint32_t> &numbers)
    {
        const std::size_t size = pool->members().size();
        return std::make_shared<const List>(std::move(pool), Bitset(size, numbers));
    }

    std::vector<ListPtr> m_lists; ///< by group; null: no policy
};

} // namespace drawbridge::verdict
