#include "verdict/state.h"

#include <algorithm>
#include <iterator>

namespace drawbridge::verdict {

namespace {

using kube::Object;
using kube::ObjectPtr;

constexpr std::size_t kMost = 16; ///< more policies than this are read with all others

/// What differs between two lists: all between their common begin and end.
struct Difference
{
    std::size_t first = 0;
    std::size_t removed = 0;
    std::size_t added = 0;
};

Difference differenceOf(const std::vector<const Object *> &before,
                        const std::vector<ObjectPtr> &after)
{
    const auto isSame = [](const Object *a, const ObjectPtr &b) { return a == b.get(); };
    const auto [begin, beginAfter] =
        std::mismatch(before.begin(), before.end(), after.begin(), after.end(), isSame);
    const auto [end, endAfter] =
        std::mismatch(before.rbegin(), std::make_reverse_iterator(begin), after.rbegin(),
                      std::make_reverse_iterator(beginAfter), isSame);
    return {std::size_t(begin - before.begin()), std::size_t(end.base() - begin),
            std::size_t(endAfter.base() - beginAfter)};
}

/// Policies that went, and those that came in their place.
class Replacement
{
public:
    using State = Evaluator::State;

    Replacement(State &state, const kube::Workspace &workspace, const Difference &difference)
        : m_state(state)
        , m_workspace(workspace)
        , m_difference(difference)
        , m_removed(state.seen.begin() + long(difference.first),
                    state.seen.begin() + long(difference.first + difference.removed))
        , m_added(workspace.effectiveObjects().begin() + long(difference.first),
                  workspace.effectiveObjects().begin() + long(difference.first + difference.added))
    {
    }

    bool run()
    {
        const auto isPolicy = [](const auto &object) { return object->policy() != nullptr; };
        if (!std::all_of(m_removed.begin(), m_removed.end(), isPolicy) ||
            !std::all_of(m_added.begin(), m_added.end(), isPolicy) || !keepsNamespaces() ||
            !keepsGroups())
            return false;
        m_first = place();
        if (!findOrders())
            return false;
        replace();
        return true;
    }

private:
    bool keepsNamespaces() const
    {
        std::set<std::string> ofAdded;
        for (const ObjectPtr &object : m_added)
            ofAdded.insert(m_workspace.namespaceOf(*object));
        return std::all_of(ofAdded.begin(), ofAdded.end(),
                           [this](const std::string &name) {
                               return m_state.realNamespaces.count(name) > 0;
                           }) &&
               std::all_of(m_removed.begin(), m_removed.end(), [&](const Object *object) {
                   const std::string &name = m_workspace.namespaceOf(*object);
                   return ofAdded.count(name) > 0 || m_state.namespacesOfOthers.count(name) > 0;
               });
    }

    /// What those asked for that went is still asked for, and what is asked for is there.
    bool keepsGroups()
    {
        std::vector<WantedGroup> now;
        for (const ObjectPtr &object : m_added) {
            m_wanted.push_back(m_state.wants(*object, m_workspace.namespaceOf(*object)));
            now.insert(now.end(), m_wanted.back().begin(), m_wanted.back().end());
        }
        const auto isThere = [this](const WantedGroup &group) {
            const auto found = m_state.wanted.find(group.key());
            return found != m_state.wanted.end() && found->second == group;
        };
        const auto stays = [&](const WantedGroup &group) {
            return std::find(now.begin(), now.end(), group) != now.end();
        };
        return std::all_of(now.begin(), now.end(), isThere) &&
               std::all_of(m_removed.begin(), m_removed.end(), [&](const Object *object) {
                   const auto &groups = m_state.wantedOf.at(object);
                   return std::all_of(groups.begin(), groups.end(), stays);
               });
    }

    /// Where the first of them is among the policies.
    std::size_t place() const
    {
        const std::vector<ObjectPtr> &all = m_workspace.effectiveObjects();
        const Object *next = m_removed.empty() ? nullptr : m_removed.front();
        for (std::size_t i = m_difference.first + m_added.size(); !next && i < all.size(); ++i)
            next = all[i]->policy() ? all[i].get() : nullptr;
        const auto found =
            std::find_if(m_state.policies.begin(), m_state.policies.end(),
                         [next](const ObjectPtr &object) { return object.get() == next; });
        return std::size_t(found - m_state.policies.begin());
    }

    bool findOrders()
    {
        const auto &policies = m_state.policies;
        const std::size_t end = m_first + m_removed.size();
        const std::uint64_t count = m_added.size() + 1;
        const std::uint64_t low = m_first == 0 ? 0 : orderOf(policies[m_first - 1].get());
        const std::uint64_t high =
            end < policies.size() ? orderOf(policies[end].get()) : low + count * State::kOrderStep;
        m_low = low;
        m_step = (high - low) / count;
        return m_step > 0;
    }

    std::uint64_t orderOf(const Object *policy) const { return m_state.compiled.at(policy).order; }

    void replace()
    {
        Evaluator::Replaced &replaced = m_state.lastReplaced.emplace();
        replaced.added = m_added;
        for (const Object *object : m_removed) {
            const CompiledPolicyPtr policy = m_state.compiled.at(object).policy;
            replaced.removed.push_back(policy->object);
            m_state.forEachList(*policy,
                                [&](State::PolicyList &list) { std::erase(list, policy.get()); });
            m_state.compiled.erase(object);
            m_state.wantedOf.erase(object);
        }
        for (std::size_t i = 0; i < m_added.size(); ++i)
            add(m_added[i], std::move(m_wanted[i]), m_low + (i + 1) * m_step);
        const auto policy = m_state.policies.begin() + long(m_first);
        m_state.policies.insert(m_state.policies.erase(policy, policy + long(m_removed.size())),
                                m_added.begin(), m_added.end());
        const auto seen = m_state.seen.begin() + long(m_difference.first);
        const auto rest = m_state.seen.erase(seen, seen + long(m_removed.size()));
        std::transform(m_added.begin(), m_added.end(), std::inserter(m_state.seen, rest),
                       [](const ObjectPtr &object) { return object.get(); });
    }

    void add(const ObjectPtr &object, std::vector<WantedGroup> wanted, std::uint64_t order)
    {
        const CompiledPolicyPtr policy =
            compile(object, m_workspace.namespaceOf(*object), m_state.groups, m_state.profile);
        m_state.compiled.emplace(object.get(), State::Ranked{policy, order});
        m_state.wantedOf.emplace(object.get(), std::move(wanted));
        m_state.forEachList(*policy, [&](State::PolicyList &list) {
            const auto later = std::find_if(list.begin(), list.end(), [&](const auto *other) {
                return orderOf(other->object.get()) > order;
            });
            list.insert(later, policy.get());
        });
    }

    State &m_state;
    const kube::Workspace &m_workspace;
    Difference m_difference;
    std::vector<const Object *> m_removed;
    std::vector<ObjectPtr> m_added;
    std::vector<std::vector<WantedGroup>> m_wanted; ///< of those that came
    std::size_t m_first = 0;
    std::uint64_t m_low = 0;
    std::uint64_t m_step = 0;
};

} // namespace

bool Evaluator::State::replaceSome(const kube::Workspace &workspace)
{
    lastReplaced.reset();
    if (seen.empty() || profileChanged || !profile.enforces ||
        defaultNamespace != workspace.defaultNamespace())
        return false;
    const Difference difference = differenceOf(seen, workspace.effectiveObjects());
    const std::size_t count = difference.removed + difference.added;
    if (count == 0)
        lastReplaced.emplace();
    return count == 0 || (count <= kMost && Replacement(*this, workspace, difference).run());
}

} // namespace drawbridge::verdict
