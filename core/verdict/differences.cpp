#include "verdict/differences.h"

#include "base/effort.h"
#include "verdict/changed_rules.h"
#include "verdict/state.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::Family;

/// Finding an end in another state, and what is about it there; see base/effort.h.
constexpr std::size_t kEffortOfOtherEnd = 64;

bool areSamePolicies(const std::vector<const kube::Object *> &a,
                     const std::vector<const kube::Object *> &b)
{
    const auto isEqual = [](const kube::Object *x, const kube::Object *y) {
        return x == y || x->value == y->value;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isEqual) ||
           std::is_permutation(a.begin(), a.end(), b.begin(), b.end(), isEqual);
}

/// By value: states that were read apart share no objects.
bool hasSameClusterPolicies(const Evaluator &before, const Evaluator &after, const CommonEnd &end,
                            Direction direction)
{
    return areSamePolicies(before.clusterPoliciesOf(end.before, direction),
                           after.clusterPoliciesOf(end.after, direction));
}

kube::Labels labelsOfNamespace(const Evaluator &evaluator, const Endpoint &endpoint)
{
    const auto found = evaluator.namespaces().find(endpoint.nameSpace);
    return found == evaluator.namespaces().end() ? kube::Labels() : found->second;
}

/// What rules of others can ask about it: labels, ports, addresses.
bool hasSamePods(const Evaluator &before, const Evaluator &after, const CommonEnd &end)
{
    const Endpoint &a = before.endpoint(end.before);
    const Endpoint &b = after.endpoint(end.after);
    const auto isSamePod = [&](const Variant &x, const Variant &y) {
        return before.labelsOf(x) == after.labelsOf(y) && x.ports == y.ports &&
               x.addresses == y.addresses && x.hostNetwork == y.hostNetwork;
    };
    return std::equal(a.variants.begin(), a.variants.end(), b.variants.begin(), b.variants.end(),
                      isSamePod) &&
           labelsOfNamespace(before, a) == labelsOfNamespace(after, b);
}

class Comparison
{
public:
    using Take = std::function<void(VerdictChange)>;

    Comparison(const Evaluator &before, const Evaluator &after, std::size_t most,
               const std::map<std::string, std::string> &renamed, const Take &take)
        : m_before(before), m_after(after), m_left(most), m_renamed(renamed), m_take(take)
    {
    }

    /// False if there were more pairs than were to be judged.
    bool run()
    {
        findEnds();
        findTouched();
        for (std::size_t i = 0; i < m_ends.size(); ++i)
            for (Direction direction : kube::kDirections)
                if (const DiffersFor *touched = m_touched[i][std::size_t(direction)];
                    touched && touched->addresses)
                    compareOutside(m_ends[i], direction);
        for (std::size_t source = 0; source < m_ends.size(); ++source)
            compareFrom(source);
        return m_isComplete;
    }

private:
    void findEnds()
    {
        m_areShared = m_renamed.empty() && m_after.sharesEndsWith(m_before);
        if (!m_areShared)
            spend(m_before.endpoints().size() * kEffortOfOtherEnd);
        for (std::uint32_t i = 0; i < m_before.endpoints().size(); ++i) {
            CommonEnd end;
            end.before = {i};
            end.after = m_areShared ? end.before : laterOf(m_before.endpoints()[i].key());
            if (end.after.isValid())
                m_ends.push_back(end);
        }
    }

    EndpointId laterOf(const std::string &key) const
    {
        const auto now = m_renamed.find(key);
        return m_after.find(now == m_renamed.end() ? key : now->second);
    }

    void findTouched()
    {
        m_changed.emplace(m_before, m_after, m_ends);
        m_hasOtherPods = otherPods();
        m_touched.resize(m_ends.size());
        for (std::size_t i = 0; i < m_ends.size(); ++i) {
            for (Direction direction : kube::kDirections)
                m_touched[i][std::size_t(direction)] = touchedOf(i, direction);
            if (const DiffersFor *ingress = m_touched[i][std::size_t(Direction::Ingress)])
                m_ingressTouched[ingress].push_back(i);
        }
    }

    std::vector<bool> otherPods() const
    {
        std::vector<bool> result(m_ends.size());
        if (m_areShared)
            return result;
        const bool isOtherPlugin = m_before.profile() != m_after.profile();
        std::vector<std::size_t> uses(m_after.endpoints().size()); // of two that became one
        for (const CommonEnd &end : m_ends)
            ++uses[end.after.value];
        for (std::size_t i = 0; i < m_ends.size(); ++i)
            result[i] = isOtherPlugin || uses[m_ends[i].after.value] > 1 ||
                        !hasSamePods(m_before, m_after, m_ends[i]);
        return result;
    }

    const DiffersFor *touchedOf(std::size_t end, Direction direction)
    {
        const bool isOther =
            m_hasOtherPods[end] ||
            (!m_areShared && !hasSameClusterPolicies(m_before, m_after, m_ends[end], direction));
        return isOther ? &m_everyone : m_changed->of(end, direction);
    }

    void compareFrom(std::size_t source)
    {
        const DiffersFor *egress = m_touched[source][std::size_t(Direction::Egress)];
        std::vector<std::size_t> targets;
        if (egress && egress->everyone) {
            targets.resize(m_ends.size());
            std::iota(targets.begin(), targets.end(), std::size_t(0));
        } else {
            if (egress)
                egress->ends.forEach([&targets](std::size_t end) { targets.push_back(end); });
            for (const auto &[ingress, ends] : m_ingressTouched)
                if (ingress->contains(source))
                    targets.insert(targets.end(), ends.begin(), ends.end());
            std::sort(targets.begin(), targets.end());
            targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        }
        for (const std::size_t target : targets)
            comparePair(source, target);
    }

    bool isTouched(std::size_t end, Direction direction) const
    {
        return m_touched[end][std::size_t(direction)] != nullptr;
    }

    bool mayJudge()
    {
        m_isComplete &= m_left > 0;
        return m_left > 0 && m_left-- > 0;
    }

    void record(const CommonEnd &source, const CommonEnd &target, ConnectionSet before,
                ConnectionSet after, bool isTargets)
    {
        if (before != after)
            m_take({source, target, std::move(before), std::move(after), isTargets});
    }

    static ConnectionSet ingressHalf(const Evaluator &evaluator, EndpointId from, EndpointId to)
    {
        return evaluator.half(Direction::Ingress, Party::of(from), Party::of(to));
    }

    void comparePair(std::size_t source, std::size_t target)
    {
        if (source == target || !mayJudge())
            return;
        const CommonEnd &from = m_ends[source];
        const CommonEnd &to = m_ends[target];
        if (isKept(source, target))
            return;
        record(from, to, m_before.allowed(Party::of(from.before), Party::of(to.before)),
               m_after.allowed(Party::of(from.after), Party::of(to.after)),
               isTouched(target, Direction::Ingress) &&
                   ingressHalf(m_before, from.before, to.before) !=
                       ingressHalf(m_after, from.after, to.after));
    }

    /// One half stays since nothing that it is about differs, and the other one does too. Of pods
    /// of several kinds the halves do not tell what they may together.
    bool isKept(std::size_t source, std::size_t target) const
    {
        const bool out = isTouched(source, Direction::Egress);
        const bool in = isTouched(target, Direction::Ingress);
        return out != in && !m_hasOtherPods[source] && !m_hasOtherPods[target] &&
               isOfOneKind(m_ends[source]) && isOfOneKind(m_ends[target]) &&
               keepsHalf(in ? Direction::Ingress : Direction::Egress, m_ends[source],
                         m_ends[target]);
    }

    bool isOfOneKind(const CommonEnd &end) const
    {
        return m_before.endpoint(end.before).variants.size() == 1 &&
               m_after.endpoint(end.after).variants.size() == 1;
    }

    bool keepsHalf(Direction direction, const CommonEnd &from, const CommonEnd &to) const
    {
        return m_before.half(direction, Party::of(from.before), Party::of(to.before)) ==
               m_after.half(direction, Party::of(from.after), Party::of(to.after));
    }

    void compareOutside(const CommonEnd &inside, Direction direction)
    {
        for (Family family : {Family::V4, Family::V6})
            for (const auto &range : ranges(direction, family)) {
                CommonEnd outside;
                outside.family = family;
                outside.range = range;
                const Party address = Party::of(kube::Address{family, range.first});
                const auto half = [&](const Evaluator &evaluator, EndpointId id) {
                    return direction == Direction::Ingress
                               ? evaluator.half(direction, address, Party::of(id))
                               : evaluator.half(direction, Party::of(id), address);
                };
                const bool in = direction == Direction::Ingress;
                record(in ? outside : inside, in ? inside : outside, half(m_before, inside.before),
                       half(m_after, inside.after), in);
            }
    }

    const std::vector<kube::AddressSet::Interval> &ranges(Direction direction, Family family)
    {
        auto &cached = m_ranges[std::size_t(direction)][std::size_t(family)];
        if (!cached.empty())
            return cached;
        cached = commonRanges(m_before, m_after, direction, family);
        return cached;
    }

    const Evaluator &m_before;
    const Evaluator &m_after;
    std::size_t m_left;
    const std::map<std::string, std::string> &m_renamed;
    std::vector<CommonEnd> m_ends;
    bool m_areShared = false; ///< ends, cluster-wide policies and plugin
    std::optional<ChangedRules> m_changed;
    const DiffersFor m_everyone{true, {}, true};
    std::vector<std::array<const DiffersFor *, 2>> m_touched; ///< of the end's ingress and egress
    std::vector<bool> m_hasOtherPods;
    std::map<const DiffersFor *, std::vector<std::size_t>> m_ingressTouched;
    std::array<std::array<std::vector<kube::AddressSet::Interval>, 2>, 2> m_ranges;
    const Take &m_take;
    bool m_isComplete = true;
};

} // namespace

TouchedHalves TouchedEnds::of(const CommonEnd &end)
{
    if (m_before.profile() != m_after.profile() || !hasSamePods(m_before, m_after, end))
        return {true, true};
    return {!hasSamePolicies(end, Direction::Ingress), !hasSamePolicies(end, Direction::Egress)};
}

/// Of an end that has the same pods.
bool TouchedEnds::hasSamePolicies(const CommonEnd &end, Direction direction)
{
    const auto &before = m_before.endpoint(end.before).variants;
    const auto &after = m_after.endpoint(end.after).variants;
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [&](const Variant &was, const Variant &is) {
                          const Evaluator::State &a = m_before.state();
                          const Evaluator::State &b = m_after.state();
                          bool isSame = areSame(a.isolating[int(direction)], was.group,
                                                b.isolating[int(direction)], is.group);
                          for (int chain = 0; chain < Evaluator::State::kChains; ++chain)
                              isSame = isSame && areSame(a.chains[chain], was.group,
                                                         b.chains[chain], is.group);
                          return isSame;
                      });
}

namespace {

/// By number before, the number of the policy after that has the same name and says the same; as
/// many as there are after if there is none. Of those without a name (generateName) none is, since
/// several may have none.
template <typename Policy>
std::vector<std::uint32_t> sameMembers(const PolicyPool<Policy> &before,
                                       const PolicyPool<Policy> &after)
{
    std::unordered_map<std::string, std::uint32_t> byName;
    const auto nameOf = [](const auto &member) {
        return member.policy->object->meta.kind + '/' + member.policy->object->meta.name;
    };
    for (std::uint32_t i = 0; i < after.members().size(); ++i)
        byName.emplace(nameOf(after.members()[i]), i);
    std::vector<std::uint32_t> same;
    same.reserve(before.members().size());
    for (const auto &member : before.members()) {
        const auto found = byName.find(nameOf(member));
        const bool isSame = found != byName.end() && !member.policy->object->meta.name.empty() &&
                            (member.policy->object == after[found->second].object ||
                             member.policy->object->value == after[found->second].object->value);
        same.push_back(isSame ? found->second : std::uint32_t(after.members().size()));
    }
    return same;
}

} // namespace

template <typename Policy>
bool TouchedEnds::areSame(const PolicyLists<Policy> &before, std::uint32_t groupBefore,
                          const PolicyLists<Policy> &after, std::uint32_t groupAfter)
{
    const PolicyList<Policy> none;
    const PolicyList<Policy> &a = before.isEmpty() ? none : before.of(groupBefore);
    const PolicyList<Policy> &b = after.isEmpty() ? none : after.of(groupAfter);
    if (a.isEmpty() || b.isEmpty() || a.numbers().size() != b.numbers().size())
        return a.isEmpty() && b.isEmpty();
    const auto [it, isNew] = m_same.try_emplace({a.pool().get(), b.pool().get()});
    if (isNew)
        it->second = sameMembers(*a.pool(), *b.pool());
    const Numbers &same = it->second;
    return !a.numbers().anyOf([&](std::size_t number) { return !b.numbers().test(same[number]); });
}

std::vector<kube::AddressSet::Interval> commonRanges(const Evaluator &before,
                                                     const Evaluator &after,
                                                     kube::Direction direction, kube::Family family)
{
    std::set<kube::AddressValue> starts{{}};
    for (const Evaluator *state : {&before, &after})
        for (const auto &range : state->outsideRanges(direction, family))
            starts.insert(range.first);
    std::vector<kube::AddressSet::Interval> ranges;
    for (auto it = starts.begin(); it != starts.end(); ++it) {
        kube::AddressValue last = kube::lastOf(family);
        if (std::next(it) != starts.end()) {
            last = *std::next(it);
            --last;
        }
        ranges.push_back({*it, last});
    }
    return ranges;
}

VerdictChanges verdictChanges(const Evaluator &before, const Evaluator &after, std::size_t most,
                              const std::map<std::string, std::string> &renamed)
{
    VerdictChanges changes;
    const auto take = [&changes](VerdictChange change) {
        changes.pairs.push_back(std::move(change));
    };
    changes.isComplete = Comparison(before, after, most, renamed, take).run();
    return changes;
}

void forEachVerdictChange(const Evaluator &before, const Evaluator &after,
                          const std::map<std::string, std::string> &renamed,
                          const std::function<void(VerdictChange)> &take)
{
    Comparison(before, after, SIZE_MAX, renamed, take).run();
}

} // namespace drawbridge::verdict
