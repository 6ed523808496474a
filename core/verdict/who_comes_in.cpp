#include "verdict/who_comes_in.h"

#include "verdict/other_ends.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::AddressSet;
using kube::ConnectionSet;
using kube::Direction;
using kube::Family;
using kube::RuleAction;

AddressSet all(Family family)
{
    return AddressSet({}, kube::lastOf(family));
}

/// Somebody whom every rule that may mean them means, but for those that deny: these only count
/// where they mean all that may come.
class LuckyEnd : public OtherEnd
{
public:
    /// Rules that pass on may hide later ones or not: both are asked.
    explicit LuckyEnd(bool passes) : m_passes(passes) {}

    Match of(const CompiledPolicy &policy, std::size_t index, Direction direction) const override
    {
        return mayBeMeant(policy, index, direction) ? Match::All : Match::None;
    }
    Match of(const CompiledClusterRule &rule) const override
    {
        const bool counts = rule.action == RuleAction::Accept ? mayBeMeant(rule)
                            : rule.action == RuleAction::Pass ? m_passes && mayBeMeant(rule)
                                                              : isMeant(rule);
        return counts ? Match::All : Match::None;
    }

private:
    virtual bool mayBeMeant(const CompiledPolicy &policy, std::size_t index,
                            Direction direction) const = 0;
    virtual bool mayBeMeant(const CompiledClusterRule &rule) const = 0;
    virtual bool isMeant(const CompiledClusterRule &rule) const = 0;

    bool m_passes;
};

/// Also by its address: it may use the network of its node.
class SomePod : public LuckyEnd
{
public:
    using LuckyEnd::LuckyEnd;

private:
    bool mayBeMeant(const CompiledPolicy &policy, std::size_t index,
                    Direction direction) const override
    {
        const kube::Rule &rule = policy.policy().rules(direction)[index];
        return rule.anyPeer || !rule.peers.empty();
    }
    bool mayBeMeant(const CompiledClusterRule &) const override { return true; }
    bool isMeant(const CompiledClusterRule &rule) const override
    {
        return rule.everyPod || std::any_of(rule.values.begin(), rule.values.end(), isWholeCluster);
    }
};

class SomeAddress : public LuckyEnd
{
public:
    SomeAddress(bool passes, const AddressSet &v4, const AddressSet &v6)
        : LuckyEnd(passes), m_v4(v4), m_v6(v6)
    {
    }

private:
    template <typename Rule>
    bool touches(const Rule &rule) const
    {
        return !(rule.v4 & m_v4).isEmpty() || !(rule.v6 & m_v6).isEmpty();
    }
    bool mayBeMeant(const CompiledPolicy &policy, std::size_t index,
                    Direction direction) const override
    {
        const CompiledRule &rule = policy.rules[int(direction)][index];
        return rule.anyPeer || touches(rule);
    }
    bool mayBeMeant(const CompiledClusterRule &rule) const override
    {
        return rule.everyOutside || touches(rule);
    }
    bool isMeant(const CompiledClusterRule &rule) const override
    {
        return rule.everyOutside || (rule.v4.contains(m_v4) && rule.v6.contains(m_v6));
    }

    const AddressSet &m_v4;
    const AddressSet &m_v6;
};

ConnectionSet admittedTo(const Evaluator &evaluator, const Variant &target, const OtherEnd &other)
{
    return evaluator.decided(Direction::Ingress, target, other, &target);
}

} // namespace

Admitted admittedToSomePod(const Evaluator &evaluator, const Variant &target)
{
    Admitted admitted;
    admitted.always = admittedTo(evaluator, target, EveryEnd(false, Match::Some));
    admitted.possibly = admitted.always;
    for (const bool passes : {false, true})
        admitted.possibly |= admittedTo(evaluator, target, SomePod(passes));
    return admitted;
}

Admitted admittedToSomeAddress(const Evaluator &evaluator, const Variant &target,
                               const std::vector<Family> &families)
{
    AddressSet v4;
    AddressSet v6;
    for (const Family family : families)
        (family == Family::V4 ? v4 : v6) = all(family);
    Admitted admitted;
    admitted.always = admittedTo(evaluator, target, AddressesEnd(v4, v6));
    admitted.possibly = admitted.always;
    for (const bool passes : {false, true})
        admitted.possibly |= admittedTo(evaluator, target, SomeAddress(passes, v4, v6));
    return admitted;
}

} // namespace drawbridge::verdict
