#pragma once

#include "verdict/policy_list.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// One end of a question that two states can be asked: an endpoint of both, or a range of addresses
/// outside that no rule of either cuts.
struct CommonEnd
{
    EndpointId before; ///< invalid for addresses, as is `after`
    EndpointId after;
    kube::Family family = kube::Family::V4;
    kube::AddressSet::Interval range{};

    bool isOutside() const { return !before.isValid(); }
};

/// Which halves of an end of both states its policies, its pods, its namespace's labels or another
/// plugin may have changed. A pair exchanges the same in both where the source's egress and the
/// target's ingress are not touched.
struct TouchedHalves
{
    bool ingress = true;
    bool egress = true;
};

/// Tells of many ends what is touched. The states stay as they are meanwhile, and outlive it.
class TouchedEnds
{
public:
    TouchedEnds(const Evaluator &before, const Evaluator &after) : m_before(before), m_after(after)
    {
    }

    TouchedHalves of(const CommonEnd &end);

private:
    using Numbers = std::vector<std::uint32_t>;

    bool hasSamePolicies(const CommonEnd &end, kube::Direction direction);
    template <typename Policy>
    bool areSame(const PolicyLists<Policy> &before, std::uint32_t groupBefore,
                 const PolicyLists<Policy> &after, std::uint32_t groupAfter);

    const Evaluator &m_before;
    const Evaluator &m_after;
    /// Of policies that lists are made of, before and after: which one is the same after.
    std::map<std::pair<const void *, const void *>, Numbers> m_same;
};

/// A pair whose verdict differs between two states.
struct VerdictChange
{
    CommonEnd source;
    CommonEnd target;
    kube::ConnectionSet before;
    kube::ConnectionSet after;
    bool isTargets = false; ///< the target's half differs, not the source's alone
};

struct VerdictChanges
{
    std::vector<VerdictChange> pairs; ///< those with addresses first, then by source and target
    bool isComplete = true;           ///< false: more pairs may differ than were judged
};

/// Compares two states by what pairs of ends may exchange, where both know both ends. Only pairs
/// are judged that a policy, label, port or address which differs can have touched, and at most
/// `most` of them. The states need not share objects. `renamed`: endpoints that go on under another
/// key; they are compared with themselves.
VerdictChanges verdictChanges(const Evaluator &before, const Evaluator &after,
                              std::size_t most = SIZE_MAX,
                              const std::map<std::string, std::string> &renamed = {});

/// The same of all pairs, one after the other: in a large cluster they fill the memory.
void forEachVerdictChange(const Evaluator &before, const Evaluator &after,
                          const std::map<std::string, std::string> &renamed,
                          const std::function<void(VerdictChange)> &take);

/// The whole address space of a family, ascending, cut at the edges of the outside ranges of both.
std::vector<kube::AddressSet::Interval> commonRanges(const Evaluator &before,
                                                     const Evaluator &after,
                                                     kube::Direction direction,
                                                     kube::Family family);

} // namespace drawbridge::verdict
