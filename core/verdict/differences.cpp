#include "verdict/differences.h"

#include "verdict/state.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::Family;

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
bool hasSamePolicies(const Evaluator &before, const Evaluator &after, const CommonEnd &end,
                     Direction direction)
{
    return areSamePolicies(before.policiesOf(end.before, direction),
                           after.policiesOf(end.after, direction)) &&
           areSamePolicies(before.clusterPoliciesOf(end.before, direction),
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
        findCommon();
        for (std::size_t i = 0; i < m_ends.size(); ++i)
            for (Direction direction : kube::kDirections)
                if (isTouched(i, direction))
                    compareOutside(m_ends[i], direction);
        for (std::size_t source = 0; source < m_ends.size(); ++source) {
            if (isTouched(source, Direction::Egress)) {
                for (std::size_t target = 0; target < m_ends.size(); ++target)
                    comparePair(source, target);
            } else {
                for (std::size_t target : m_ingressTouched)
                    comparePair(source, target);
            }
        }
        return m_isComplete;
    }

private:
    void findCommon()
    {
        if (const auto touched = m_renamed.empty() ? m_after.touchedSince(m_before) : std::nullopt)
            takeAll(*touched);
        else
            findByKey();
    }

    /// Both have the same ends, of which these have other policies.
    void takeAll(const std::vector<EndpointId> &touched)
    {
        m_touched.resize(m_before.endpoints().size(), {false, false});
        m_hasOtherPods.resize(m_touched.size(), false);
        for (std::uint32_t i = 0; i < m_touched.size(); ++i) {
            CommonEnd end;
            end.before = end.after = {i};
            m_ends.push_back(end);
        }
        for (const EndpointId id : touched) {
            const CommonEnd &end = m_ends[id.value];
            const bool ingress = !hasSamePolicies(m_before, m_after, end, Direction::Ingress);
            if (ingress)
                m_ingressTouched.push_back(id.value);
            m_touched[id.value] = {ingress,
                                   !hasSamePolicies(m_before, m_after, end, Direction::Egress)};
        }
    }

    void findByKey()
    {
        for (std::uint32_t i = 0; i < m_before.endpoints().size(); ++i) {
            CommonEnd end;
            end.before = {i};
            const std::string key = m_before.endpoints()[i].key();
            const auto now = m_renamed.find(key);
            end.after = m_after.find(now == m_renamed.end() ? key : now->second);
            if (!end.after.isValid())
                continue;
            const bool isOther = !hasSamePods(m_before, m_after, end);
            const bool ingress =
                isOther || !hasSamePolicies(m_before, m_after, end, Direction::Ingress);
            if (ingress)
                m_ingressTouched.push_back(m_ends.size());
            m_hasOtherPods.push_back(isOther);
            m_touched.push_back(
                {ingress, isOther || !hasSamePolicies(m_before, m_after, end, Direction::Egress)});
            m_ends.push_back(end);
        }
    }

    bool isTouched(std::size_t end, Direction direction) const
    {
        return m_touched[end][std::size_t(direction)];
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

    /// One half stays since nothing that it is about differs, and the other one does too.
    bool isKept(std::size_t source, std::size_t target) const
    {
        const bool out = isTouched(source, Direction::Egress);
        const bool in = isTouched(target, Direction::Ingress);
        return out != in && !m_hasOtherPods[source] && !m_hasOtherPods[target] &&
               keepsHalf(in ? Direction::Ingress : Direction::Egress, m_ends[source],
                         m_ends[target]);
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
    std::vector<std::array<bool, 2>> m_touched; ///< of the end's ingress and egress
    std::vector<bool> m_hasOtherPods;
    std::vector<std::size_t> m_ingressTouched;
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
