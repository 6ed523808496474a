#include "verdict/changed_rules.h"

#include "verdict/state.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace drawbridge::verdict {

using kube::Direction;

namespace {

/// More of them would fill the memory: then every half may differ for everyone.
constexpr std::size_t kMostMarked = 4'000'000;
/// So many policies of one name are each compared with each.
constexpr std::size_t kFewOfAName = 16;

using ByName = std::tuple<std::string_view, std::string_view>; ///< namespace, name

ByName policyName(const CompiledPolicy &policy)
{
    return {policy.nameSpace, policy.object->meta.name};
}

/// Those that are not the same object in both states, in order.
std::vector<const CompiledPolicy *> ownPolicies(const Evaluator &has, const Evaluator &other)
{
    std::vector<const CompiledPolicy *> result;
    const auto &others = other.state().compiled;
    for (const kube::ObjectPtr &object : has.state().policies) {
        const CompiledPolicy *policy = has.state().compiled.at(object.get()).policy.get();
        const auto found = others.find(object.get());
        if (found == others.end() || found->second.policy->nameSpace != policy->nameSpace)
            result.push_back(policy);
    }
    return result;
}

bool saySame(const CompiledPolicy &a, const CompiledPolicy &b)
{
    return a.policy() == b.policy();
}

/// Both are about the same ends, and isolate them alike.
bool haveSameSubject(const CompiledPolicy &a, const CompiledPolicy &b)
{
    return a.policy().subject == b.policy().subject &&
           a.policy().isolatesIngress == b.policy().isolatesIngress &&
           a.policy().isolatesEgress == b.policy().isolatesEgress;
}

bool hasAddress(const Endpoint &endpoint)
{
    return std::any_of(endpoint.variants.begin(), endpoint.variants.end(),
                       [](const Variant &variant) { return !variant.addresses.empty(); });
}

void takeAway(std::vector<const CompiledPolicy *> &policies)
{
    std::erase(policies, nullptr);
}

/// Rules of one of two policies that the other one has not, as often as it has not.
std::vector<const CompiledRule *> rulesWithout(const CompiledPolicy &policy,
                                               const CompiledPolicy *other, Direction direction)
{
    std::vector<const CompiledRule *> result;
    const std::vector<kube::Rule> none;
    const std::vector<kube::Rule> &rules = policy.policy().rules(direction);
    const std::vector<kube::Rule> &others = other ? other->policy().rules(direction) : none;
    // An edit changes few rules at one place: those before and behind are as they were.
    std::size_t begin = 0;
    while (begin < rules.size() && begin < others.size() && rules[begin] == others[begin])
        ++begin;
    std::size_t behind = 0;
    while (begin + behind < rules.size() && begin + behind < others.size() &&
           rules[rules.size() - 1 - behind] == others[others.size() - 1 - behind])
        ++behind;
    for (std::size_t i = begin; i + behind < policy.rules[int(direction)].size(); ++i)
        result.push_back(&policy.rules[int(direction)][i]);
    return result;
}

} // namespace

ChangedRules::ChangedRules(const Evaluator &before, const Evaluator &after,
                           const std::vector<CommonEnd> &ends)
    : m_before(before), m_after(after), m_ends(ends)
{
    findNumbers();
    for (auto &changes : m_of)
        changes.resize(ends.size());
    Policies gone = ownPolicies(before, after);
    Policies come = ownPolicies(after, before);
    dropEqual(gone, come);
    addPairs(gone, come);
    for (const CompiledPolicy *policy : gone)
        add(policy, nullptr);
    for (const CompiledPolicy *policy : come)
        add(nullptr, policy);
}

void ChangedRules::findNumbers()
{
    m_numbersBefore.resize(m_before.endpoints().size(), UINT32_MAX);
    m_numbersAfter.resize(m_after.endpoints().size(), UINT32_MAX);
    for (std::uint32_t i = 0; i < m_ends.size(); ++i) {
        m_numbersBefore[m_ends[i].before.value] = i;
        m_numbersAfter[m_ends[i].after.value] = i;
    }
}

/// Policies that say the same in both change nothing.
void ChangedRules::dropEqual(Policies &gone, Policies &come)
{
    std::map<ByName, std::vector<std::size_t>> byName;
    for (std::size_t i = 0; i < come.size(); ++i)
        byName[policyName(*come[i])].push_back(i);
    std::map<ByName, std::size_t> seen;
    for (const CompiledPolicy *&policy : gone) {
        const auto found = byName.find(policyName(*policy));
        if (found == byName.end())
            continue;
        const std::vector<std::size_t> &same = found->second;
        const std::size_t first = same.size() > kFewOfAName ? seen[found->first]++ : 0;
        const std::size_t end = same.size() > kFewOfAName ? first + 1 : same.size();
        for (std::size_t i = first; policy && i < std::min(end, same.size()); ++i)
            if (const CompiledPolicy *&other = come[same[i]]; other && saySame(*policy, *other))
                policy = other = nullptr;
    }
    takeAway(gone);
    takeAway(come);
}

/// Of policies that only have other rules, those count.
void ChangedRules::addPairs(Policies &gone, Policies &come)
{
    std::map<ByName, std::size_t> byName;
    for (std::size_t i = 0; i < come.size(); ++i)
        byName.emplace(policyName(*come[i]), i);
    for (const CompiledPolicy *&policy : gone) {
        const auto found = byName.find(policyName(*policy));
        if (found == byName.end() || !haveSameSubject(*policy, *come[found->second]))
            continue;
        add(policy, come[found->second]);
        policy = come[found->second] = nullptr;
        byName.erase(found);
    }
    takeAway(gone);
    takeAway(come);
}

/// One of them may be null.
void ChangedRules::add(const CompiledPolicy *before, const CompiledPolicy *after)
{
    const kube::NetworkPolicy &policy = (before ? before : after)->policy();
    const auto &numbers = before ? m_numbersBefore : m_numbersAfter;
    const std::vector<EndpointId> ends = before ? m_before.endpointsOf(before->object.get())
                                                : m_after.endpointsOf(after->object.get());
    for (const Direction direction : kube::kDirections) {
        if (!policy.isolates(direction) || m_marked > kMostMarked)
            continue;
        Change change;
        change.mayIsolate = !before || !after;
        if (before)
            change.gone = rulesWithout(*before, after, direction);
        if (after)
            change.come = rulesWithout(*after, before, direction);
        if (!change.mayIsolate && change.gone.empty() && change.come.empty())
            continue;
        mark(change);
        const auto number = std::uint32_t(m_changes[std::size_t(direction)].size());
        m_changes[std::size_t(direction)].push_back(std::move(change));
        for (const EndpointId id : ends)
            if (numbers[id.value] != UINT32_MAX) {
                m_of[std::size_t(direction)][numbers[id.value]].push_back(number);
                ++m_marked;
            }
    }
}

/// Whom its rules may mean.
void ChangedRules::mark(Change &change) const
{
    std::vector<std::uint32_t> meant;
    const auto look = [&](const std::vector<const CompiledRule *> &rules,
                          const Evaluator &evaluator, const std::vector<std::uint32_t> &numbers) {
        const Evaluator::State &state = evaluator.state();
        std::vector<bool> isSeen(state.groups->size());
        bool byAddress = false;
        const auto addGroup = [&](std::size_t group) {
            for (const EndpointId id : (*state.byGroup)[group])
                if (numbers[id.value] != UINT32_MAX)
                    meant.push_back(numbers[id.value]);
        };
        for (const CompiledRule *rule : rules) {
            const bool hasAddresses = !rule->v4.isEmpty() || !rule->v6.isEmpty();
            change.differs.everyone |= rule->anyPeer || rule->everyPod;
            change.differs.addresses |= rule->anyPeer || hasAddresses;
            byAddress |= rule->meansPods && hasAddresses;
            for (const BitsetPtr &peer : rule->peers)
                peer->forEach([&](std::size_t group) {
                    if (!isSeen[group])
                        addGroup(group);
                    isSeen[group] = true;
                });
        }
        if (!rules.empty()) // of groups that came later nobody has noted who means them
            state.groups->forEachLate(addGroup);
        for (std::uint32_t i = 0; byAddress && i < numbers.size(); ++i)
            if (numbers[i] != UINT32_MAX && hasAddress(evaluator.endpoint({i})))
                meant.push_back(numbers[i]);
    };
    look(change.gone, m_before, m_numbersBefore);
    look(change.come, m_after, m_numbersAfter);
    if (!change.differs.everyone)
        change.differs.ends = Bitset(m_ends.size(), std::move(meant));
}

/// Both states isolate all of its pods, or none. (What came or went may be about some of them.)
bool ChangedRules::isIsolatedAlike(std::size_t end, Direction direction) const
{
    const auto &before = m_before.endpoint(m_ends[end].before).variants;
    const auto &after = m_after.endpoint(m_ends[end].after).variants;
    if (before.size() != 1 || after.size() != 1)
        return false;
    const auto isIsolated = [direction](const Evaluator &evaluator, const Variant &variant) {
        return !evaluator.state().isolating[int(direction)].of(variant.group).isEmpty();
    };
    return isIsolated(m_before, before.front()) == isIsolated(m_after, after.front());
}

const DiffersFor *ChangedRules::of(std::size_t end, Direction direction)
{
    if (m_marked > kMostMarked)
        return &m_everyone;
    const std::deque<Change> &all = m_changes[std::size_t(direction)];
    const Changes &changes = m_of[std::size_t(direction)][end];
    if (changes.empty())
        return nullptr;
    const bool mayIsolate = std::any_of(changes.begin(), changes.end(),
                                        [&](std::uint32_t one) { return all[one].mayIsolate; });
    if (mayIsolate && !isIsolatedAlike(end, direction))
        return &m_everyone;
    if (changes.size() == 1)
        return &all[changes.front()].differs;
    const auto [it, isNew] = m_together[std::size_t(direction)].try_emplace(changes);
    DiffersFor &together = it->second;
    if (!isNew)
        return &together;
    std::vector<std::uint32_t> ends;
    for (const std::uint32_t one : changes) {
        const DiffersFor &differs = all[one].differs;
        together.everyone |= differs.everyone;
        together.addresses |= differs.addresses;
        differs.ends.forEach(
            [&ends](std::size_t number) { ends.push_back(std::uint32_t(number)); });
    }
    together.ends = Bitset(m_ends.size(), std::move(ends));
    return &together;
}

} // namespace drawbridge::verdict
