#pragma once

#include "verdict/state.h"

#include <functional>
#include <optional>

namespace drawbridge::verdict {

/// The lists are those of group 0.
struct Stranger::Policies
{
    PolicyLists<CompiledPolicy> isolating[2]; ///< by direction
    PolicyLists<CompiledClusterPolicy> chains[Evaluator::State::kChains];
};

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
    /// Addresses by family, where rules that hold none of them say nothing of the end; else null.
    struct Addresses
    {
        const kube::AddressSet &v4;
        const kube::AddressSet &v6;
    };
    virtual std::optional<Addresses> addresses() const { return {}; }
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

/// The same for a stranger.
kube::ConnectionSet decide(kube::Direction direction, const Stranger &own, const OtherEnd &other,
                           const Variant *destination, const OnRule &onRule = {},
                           const std::vector<const kube::Object *> *leftOut = nullptr);

/// What the Admin tier leaves NetworkPolicies to decide of such a half, for any of `other`.
kube::ConnectionSet leftByAdmin(const Evaluator::State &state, kube::Direction direction,
                                const Variant &own, const OtherEnd &other,
                                const Variant *destination);

} // namespace drawbridge::verdict
