#pragma once

#include "edit/intent.h"

#include <functional>

namespace drawbridge::edit {

/// The endpoints an end stands for; none for outside ends.
std::vector<verdict::EndpointId> members(const verdict::Evaluator &evaluator, const End &end);

bool isOutside(const End &end);

/// NoServicesBetween where no pair of services stands behind two ends, or no service behind the one
/// that is inside: nothing that is asked of them could be checked.
std::optional<Failure> nobodyBetween(const verdict::Evaluator &evaluator, const End &source,
                                     const End &target);

/// The addresses of an outside end. Everyone has all.
kube::AddressSet addresses(const End &end, kube::Family family);

/// How an end is called in messages: `shop/api[Deployment]`, `internet`, `10.0.0.0/8`, `shop/*`.
std::string textOf(const verdict::Evaluator &evaluator, const End &end);

/// What an intent's two ends may exchange: by every pair behind them, and by some pair.
struct Reach
{
    kube::ConnectionSet every;
    kube::ConnectionSet some;
};
Reach reach(const verdict::Evaluator &evaluator, const End &source, const End &target);
/// One half of it.
Reach reachHalf(const verdict::Evaluator &evaluator, kube::Direction direction, const End &source,
                const End &target);

/// What stands for an end in questions to the evaluator about one half: its endpoints, or one
/// address of every range that rules part.
std::vector<verdict::Party> parties(const verdict::Evaluator &evaluator, kube::Direction direction,
                                    const End &end);
/// The rule of a cluster-wide policy that decides between two ends, whatever NetworkPolicies say:
/// the arguments of DeniedByPolicy and GrantedByPolicy.
std::optional<Failure> decidedAbove(const verdict::Evaluator &evaluator, const End &source,
                                    const End &target, kube::RuleAction action,
                                    const kube::ConnectionSet &ports);

/// Pairs whose verdict differs, except what was asked: between the ends, `added` may come and
/// `taken` may go.
struct Asked
{
    End source;
    End target;
    kube::ConnectionSet added;
    kube::ConnectionSet taken;
    std::optional<kube::Direction> half = {}; ///< only this half has to admit them
};
/// `renamed`: endpoints that go on under another key; they are compared with themselves.
/// `isAsked`: others that were asked for.
PairChanges sideEffects(const verdict::Evaluator &before, const verdict::Evaluator &after,
                        const Asked *asked, const std::map<std::string, std::string> &renamed = {},
                        const std::function<bool(const PairChange &)> &isAsked = {});

/// Pod groups that only what goes makes known: no selector of the later state means them.
std::vector<verdict::EndpointId>
vanishedGroups(const verdict::Evaluator &before, const verdict::Evaluator &after,
               const std::map<std::string, std::string> &renamed = {});

} // namespace drawbridge::edit
