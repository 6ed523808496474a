#include "verdict/regrouping.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace drawbridge::verdict {

namespace {

using kube::Object;
using kube::ObjectPtr;

constexpr std::size_t kMost = 16; ///< more objects than this are read with all others

/// Neighbours that went, and those that came in their place.
struct Run
{
    std::size_t begin = 0; ///< in the list before
    std::vector<const Object *> removed;
    std::vector<ObjectPtr> added;
    std::size_t place = 0; ///< of its policies among all policies before
    std::vector<std::uint64_t> orders;
};

/// The shortest way on from two places to one that is the same in both lists, or to both ends.
std::optional<std::pair<std::size_t, std::size_t>>
lengthOfRun(const std::vector<const Object *> &before, std::size_t i,
            const std::vector<ObjectPtr> &after, std::size_t j)
{
    for (std::size_t sum = 1; sum <= kMost; ++sum)
        for (std::size_t gone = 0; gone <= sum; ++gone) {
            const std::size_t a = i + gone;
            const std::size_t b = j + sum - gone;
            if (a > before.size() || b > after.size())
                continue;
            const bool isEnd = a == before.size() && b == after.size();
            if (isEnd || (a < before.size() && b < after.size() && before[a] == after[b].get()))
                return std::pair(gone, sum - gone);
        }
    return {};
}

/// What differs between two lists of objects; nothing if that is much.
std::optional<std::vector<Run>> runsBetween(const std::vector<const Object *> &before,
                                            const std::vector<ObjectPtr> &after)
{
    std::vector<Run> runs;
    std::size_t sum = 0;
    for (std::size_t i = 0, j = 0;; ++i, ++j) {
        while (i < before.size() && j < after.size() && before[i] == after[j].get())
            ++i, ++j;
        if (i == before.size() && j == after.size())
            return runs;
        const auto length = lengthOfRun(before, i, after, j);
        if (!length || (sum += length->first + length->second) > kMost)
            return {};
        const auto gone = before.begin() + long(i);
        const auto come = after.begin() + long(j);
        runs.push_back(
            {i, {gone, gone + long(length->first)}, {come, come + long(length->second)}, 0, {}});
        i += length->first;
        j += length->second;
        if (i == before.size() && j == after.size())
            return runs;
    }
}

/// The same with other places in the text, and in parts that are not read.
bool saysTheSame(const Object &before, const Object &after)
{
    return !before.policy() && !before.clusterPolicy() && before.meta == after.meta &&
           before.value == after.value;
}

/// Objects that went, and those that came in their place: policies, and what says the same.
class Replacement
{
public:
    using State = Evaluator::State;

    Replacement(State &state, const kube::Workspace &workspace, std::vector<Run> runs)
        : m_state(state), m_workspace(workspace), m_runs(std::move(runs)), m_groups(state)
    {
    }

    bool run()
    {
        for (Run &run : m_runs)
            if (!takeApart(run))
                return false;
        if (!keepsOrder() || !keepsNamespaces() || !findGroups() || !findOrders())
            return false;
        replace();
        return true;
    }

private:
    /// Leaves the policies in the run.
    bool takeApart(Run &run)
    {
        const auto isPolicy = [](const auto &object) { return object->policy() != nullptr; };
        if (run.removed.size() == run.added.size()) {
            for (std::size_t i = 0; i < run.removed.size(); ++i)
                if (saysTheSame(*run.removed[i], *run.added[i]))
                    m_alike.push_back({run.begin + i, run.removed[i], run.added[i]});
                else if (!isPolicy(run.removed[i]) || !isPolicy(run.added[i]))
                    return false;
            std::erase_if(run.removed, [&](const Object *object) { return !isPolicy(object); });
            std::erase_if(run.added, [&](const ObjectPtr &object) { return !isPolicy(object); });
        }
        return std::all_of(run.removed.begin(), run.removed.end(), isPolicy) &&
               std::all_of(run.added.begin(), run.added.end(), isPolicy);
    }

    /// What comes in place of one of its name stands where that one did.
    bool keepsOrder() const
    {
        const auto isNamed = [this](const Object &object) {
            return [&, name = m_workspace.namespaceOf(object)](const auto &other) {
                return other->meta.name == object.meta.name &&
                       m_workspace.namespaceOf(*other) == name;
            };
        };
        for (const Run &run : m_runs) {
            auto next = run.added.begin();
            for (const Object *object : run.removed) {
                const auto found = std::find_if(next, run.added.end(), isNamed(*object));
                if (found != run.added.end())
                    next = found + 1;
                else if (std::any_of(m_runs.begin(), m_runs.end(), [&](const Run &other) {
                             return std::any_of(other.added.begin(), other.added.end(),
                                                isNamed(*object));
                         }))
                    return false;
            }
        }
        return true;
    }

    bool isRemoved(const Object *object) const
    {
        return std::any_of(m_runs.begin(), m_runs.end(), [object](const Run &run) {
            return std::find(run.removed.begin(), run.removed.end(), object) != run.removed.end();
        });
    }

    bool keepsNamespaces() const
    {
        std::set<std::string> ofAdded;
        std::set<std::string> ofRemoved;
        for (const Run &run : m_runs) {
            for (const ObjectPtr &object : run.added)
                ofAdded.insert(m_workspace.namespaceOf(*object));
            for (const Object *object : run.removed)
                ofRemoved.insert(m_workspace.namespaceOf(*object));
        }
        return std::all_of(ofAdded.begin(), ofAdded.end(),
                           [this](const std::string &name) {
                               return m_state.realNamespaces->count(name) > 0;
                           }) &&
               std::all_of(ofRemoved.begin(), ofRemoved.end(), [&](const std::string &name) {
                   return ofAdded.count(name) > 0 || m_state.namespacesOfOthers->count(name) > 0 ||
                          holdsOthers(name);
               });
    }

    /// Policies that stay.
    bool holdsOthers(const std::string &nameSpace) const
    {
        return std::any_of(m_state.policies.begin(), m_state.policies.end(), [&](const auto &p) {
            return m_workspace.namespaceOf(*p) == nameSpace && !isRemoved(p.get());
        });
    }

    /// Policies that ask for what they asked for change nothing, whoever asks for the same.
    bool findGroups()
    {
        std::vector<State::WantedGroups> gone;
        std::vector<State::WantedGroups> come;
        for (const Run &run : m_runs) {
            std::size_t i = 0;
            const bool isSameSize = run.removed.size() == run.added.size();
            for (const ObjectPtr &object : run.added) {
                m_wanted.push_back(m_state.wants(*object, m_workspace.namespaceOf(*object)));
                come.push_back(m_wanted.back());
            }
            for (const Object *object : run.removed) {
                gone.push_back(m_state.wantedOf.at(object));
                const std::size_t place = come.size() - run.added.size() + i;
                if (isSameSize && isSuccessor(*run.added[i], *object) &&
                    *come[place] == *gone.back())
                    come[place] = gone.back() = std::make_shared<std::vector<WantedGroup>>();
                ++i;
            }
        }
        return m_groups.find(gone, come);
    }

    bool isSuccessor(const Object &object, const Object &before) const
    {
        return object.meta.name == before.meta.name &&
               m_workspace.namespaceOf(object) == m_workspace.namespaceOf(before);
    }

    /// Where the first of its policies is among all policies.
    std::size_t placeOf(const Run &run) const
    {
        const Object *next = run.removed.empty() ? nullptr : run.removed.front();
        for (std::size_t i = run.begin; !next && i < m_state.seen.size(); ++i)
            next = m_state.seen[i]->policy() ? m_state.seen[i] : nullptr;
        const auto found =
            std::find_if(m_state.policies.begin(), m_state.policies.end(),
                         [next](const ObjectPtr &object) { return object.get() == next; });
        return std::size_t(found - m_state.policies.begin());
    }

    bool findOrders()
    {
        const auto &policies = m_state.policies;
        std::size_t endBefore = 0;
        std::uint64_t low = 0;
        for (Run &run : m_runs) {
            if (run.removed.empty() && run.added.empty())
                continue;
            run.place = placeOf(run);
            const std::size_t end = run.place + run.removed.size();
            const std::uint64_t count = run.added.size() + 1;
            if (run.place > endBefore)
                low = orderOf(policies[run.place - 1].get());
            const std::uint64_t high = end < policies.size() ? orderOf(policies[end].get())
                                                             : low + count * State::kOrderStep;
            const std::uint64_t step = (high - low) / count;
            if (step == 0)
                return false;
            for (std::size_t i = 0; i < run.added.size(); ++i)
                run.orders.push_back(low += step);
            endBefore = end;
        }
        return true;
    }

    std::uint64_t orderOf(const Object *policy) const { return m_state.compiled.at(policy).order; }

    void replace()
    {
        m_state.lastReplaced.emplace();
        for (const Alike &alike : m_alike)
            take(alike);
        for (const Run &run : m_runs)
            for (const Object *object : run.removed)
                remove(object);
        m_groups.takeOut();
        m_groups.putIn();
        m_state.lastReplaced->endsGone = m_groups.gone();
        m_state.lastReplaced->endsCome = m_groups.come();
        std::size_t wanted = 0;
        for (const Run &run : m_runs)
            for (std::size_t i = 0; i < run.added.size(); ++i)
                add(run.added[i], std::move(m_wanted[wanted++]), run.orders[i]);
        for (auto run = m_runs.rbegin(); run != m_runs.rend(); ++run)
            takePlace(*run);
        m_state.lastReplaced->mayMeanCome = m_state.mayPick(m_groups.come());
    }

    struct Alike
    {
        std::size_t place = 0; ///< among all objects
        const Object *before = nullptr;
        ObjectPtr after;
    };

    void take(const Alike &alike)
    {
        m_state.seen[alike.place] = alike.after.get();
        const auto other =
            std::find_if(m_state.others.begin(), m_state.others.end(),
                         [&](const ObjectPtr &object) { return object.get() == alike.before; });
        const auto follow = [&](Endpoint &endpoint) {
            std::replace(endpoint.objects.begin(), endpoint.objects.end(), alike.before,
                         static_cast<const Object *>(alike.after.get()));
        };
        for (Endpoint &workload : m_state.workloads.own())
            follow(workload);
        for (Endpoint &endpoint : m_state.endpoints.own())
            follow(endpoint);
        m_state.lastReplaced->removed.push_back(std::exchange(*other, alike.after));
        m_state.lastReplaced->added.push_back(alike.after);
    }

    void remove(const Object *object)
    {
        const CompiledPolicyPtr policy = m_state.compiled.at(object).policy;
        m_state.lastReplaced->removed.push_back(policy->object);
        m_state.forEachList(*policy,
                            [&](State::Policies &list) { std::erase(list, policy.get()); });
        for (kube::Direction direction : kube::kDirections)
            m_state.isolating[int(direction)].remove(isolatedBy(*policy, direction), policy.get());
        m_state.compiled.erase(object);
        if (m_state.asked)
            for (const WantedGroup &group : *m_state.wantedOf.at(object))
                State::unask(*m_state.asked, group);
        m_state.wantedOf.erase(object);
    }

    void add(const ObjectPtr &object, State::WantedGroups wanted, std::uint64_t order)
    {
        const CompiledPolicyPtr policy =
            compile(object, m_workspace.namespaceOf(*object), *m_state.groups, m_state.profile);
        m_state.lastReplaced->added.push_back(object);
        m_state.compiled.emplace(object.get(), State::Ranked{policy, order});
        if (m_state.selectors)
            m_state.sinceSelectors.insert(object.get());
        if (m_state.asked)
            for (const WantedGroup &group : *wanted)
                State::ask(*m_state.asked, group);
        m_state.wantedOf.emplace(object.get(), std::move(wanted));
        m_state.forEachList(*policy, [&](State::Policies &list) {
            const auto later = std::find_if(list.begin(), list.end(), [&](const auto *other) {
                return orderOf(other->object.get()) > order;
            });
            list.insert(later, policy.get());
        });
        const auto isThere = [this](const CompiledPolicy &other) {
            const auto found = m_state.compiled.find(other.object.get());
            return found != m_state.compiled.end() && found->second.policy.get() == &other;
        };
        for (kube::Direction direction : kube::kDirections)
            m_state.isolating[int(direction)].add(isolatedBy(*policy, direction), {policy, order},
                                                  isThere);
    }

    std::vector<std::uint32_t> isolatedBy(const CompiledPolicy &policy,
                                          kube::Direction direction) const
    {
        std::vector<std::uint32_t> groups;
        m_state.forEachGroup(policy, direction,
                             [&](std::size_t group) { groups.push_back(std::uint32_t(group)); });
        return groups;
    }

    /// In the lists of all; what lies behind it has its place already.
    void takePlace(const Run &run)
    {
        if (run.removed.empty() && run.added.empty())
            return;
        const auto policy = m_state.policies.begin() + long(run.place);
        m_state.policies.insert(m_state.policies.erase(policy, policy + long(run.removed.size())),
                                run.added.begin(), run.added.end());
        if (run.removed.size() == run.added.size()) { // others may stand among them
            for (std::size_t i = run.begin, next = 0; next < run.removed.size(); ++i)
                if (m_state.seen[i] == run.removed[next])
                    m_state.seen[i] = run.added[next++].get();
            return;
        }
        const auto seen = m_state.seen.begin() + long(run.begin);
        const auto rest = m_state.seen.erase(seen, seen + long(run.removed.size()));
        std::transform(run.added.begin(), run.added.end(), std::inserter(m_state.seen, rest),
                       [](const ObjectPtr &object) { return object.get(); });
    }

    State &m_state;
    const kube::Workspace &m_workspace;
    std::vector<Run> m_runs; ///< in order
    Regrouping m_groups;
    std::vector<Alike> m_alike;
    std::vector<State::WantedGroups> m_wanted; ///< of those that came
};

} // namespace

const SelectorIndex &Evaluator::State::allSelectors()
{
    constexpr std::size_t kMostSince = 64;    // what comes after is indexed with all others
    if (sinceSelectors.size() > kMostSince) { // of one that is typed in most are gone
        std::erase_if(sinceSelectors,
                      [this](const Object *one) { return !compiled.contains(one); });
        if (sinceSelectors.size() > kMostSince / 2)
            selectors.reset();
    }
    if (!selectors) {
        selectors = std::make_shared<const SelectorIndex>(policies);
        sinceSelectors.clear();
    }
    return *selectors;
}

/// The policies that may have to do with one of these ends.
std::vector<const Object *> Evaluator::State::mayPick(const std::vector<std::string> &ends)
{
    if (ends.empty())
        return {};
    const SelectorIndex &all = allSelectors();
    std::vector<const Object *> found(sinceSelectors.begin(), sinceSelectors.end());
    for (const std::string &key : ends) {
        const Endpoint &end = (*endpoints)[byKey->at(key).value];
        const auto some = all.mayPick(groups->labels(end.variants.front().group));
        found.insert(found.end(), some.begin(), some.end());
    }
    std::erase_if(found, [this](const Object *policy) { return !compiled.contains(policy); });
    const auto isBefore = [this](const Object *a, const Object *b) {
        return compiled.at(a).order < compiled.at(b).order;
    };
    std::sort(found.begin(), found.end(), isBefore);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool Evaluator::State::replaceSome(const kube::Workspace &workspace)
{
    lastReplaced.reset();
    if (seen.empty() || profileChanged || !profile.enforces ||
        defaultNamespace != workspace.defaultNamespace())
        return false;
    std::optional<std::vector<Run>> runs = runsBetween(seen, workspace.effectiveObjects());
    if (runs && runs->empty())
        lastReplaced.emplace();
    return runs && (runs->empty() || Replacement(*this, workspace, std::move(*runs)).run());
}

} // namespace drawbridge::verdict
