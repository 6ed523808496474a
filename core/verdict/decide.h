#pragma once

#include "verdict/state.h"

#include <functional>

namespace drawbridge::verdict {

/// How much of an end a rule's peers hold.
enum class Match : std::uint8_t { None, Some, All };

/// The end that rules are asked about: one pod, one address, or all of a kind.
class OtherEnd
{
public:
    virtual ~OtherEnd() = default;
    virtual Match of(const CompiledPolicy &policy, std::size_t rule,
                     kube::Direction direction) const = 0;
    virtual Match of(const CompiledClusterRule &rule) const = 0;
    /// That one pod, where rules can be looked up by it; see PolicyList.
    virtual const Variant *pod() const { return nullptr; }
};

/// What is told of every rule that decides something: the policy's object, the rule's index, what
/// it does, and for which ports.
using OnRule = std::function<void(const kube::ObjectPtr &policy, std::size_t rule,
                                  kube::RuleAction action, const kube::ConnectionSet &ports)>;

/// One half for one variant: what all of `other` may exchange with it. Where rules hold a part of
/// `other` only, the answer is what even the least favoured of it may do.
/// `destination`: the variant that named ports are looked up on; null for addresses.
/// `leftOut`: policies that are taken as not there; null: none.
kube::ConnectionSet decide(const Evaluator::State &state, kube::Direction direction,
                           const Variant &own, const OtherEnd &other, const Variant *destination,
                           const OnRule &onRule = {},
                           const std::vector<const kube::Object *> *leftOut = nullptr);

/// What the Admin tier leaves NetworkPolicies to decide of such a half, for any of `other`.
kube::ConnectionSet leftByAdmin(const Evaluator::State &state, kube::Direction direction,
                                const Variant &own, const OtherEnd &other,
                                const Variant *destination);

} // namespace drawbridge::verdict
