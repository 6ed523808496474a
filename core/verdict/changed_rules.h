#pragma once

#include "verdict/bitset.h"
#include "verdict/differences.h"

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// For which other ends one end's half may differ between two states.
struct DiffersFor
{
    bool everyone = false;
    Bitset ends; ///< else, by number in the list of common ends
    bool addresses = false;

    bool contains(std::size_t end) const { return everyone || ends.test(end); }
};

/// Which halves the NetworkPolicies that differ between two states may have changed, and for whom:
/// of a policy that has another rule, for those whom that rule or the former one means. May name
/// more than that, never less. What else may differ (pods, cluster-wide policies) it does not know:
/// of ends for which that is so, it is not to be asked. The states stay as they are meanwhile.
class ChangedRules
{
public:
    /// `ends`: those that both states know, each once.
    ChangedRules(const Evaluator &before, const Evaluator &after,
                 const std::vector<CommonEnd> &ends);

    /// By number in the list of ends; null where the half is the same for everybody.
    const DiffersFor *of(std::size_t end, kube::Direction direction);

private:
    using Policies = std::vector<const CompiledPolicy *>;

    /// Rules of a direction that came or went.
    struct Change
    {
        std::vector<const CompiledRule *> gone;
        std::vector<const CompiledRule *> come;
        bool mayIsolate = false; ///< with them, a policy came or went
        DiffersFor differs;
    };
    using Changes = std::vector<std::uint32_t>;

    void dropEqual(Policies &gone, Policies &come);
    void addPairs(Policies &gone, Policies &come);
    void add(const CompiledPolicy *before, const CompiledPolicy *after);
    void findNumbers();
    void mark(Change &change) const;
    bool isIsolatedAlike(std::size_t end, kube::Direction direction) const;

    const Evaluator &m_before;
    const Evaluator &m_after;
    const std::vector<CommonEnd> &m_ends;
    std::vector<std::uint32_t> m_numbersBefore; ///< of endpoints, in the list of ends
    std::vector<std::uint32_t> m_numbersAfter;
    std::size_t m_marked = 0; ///< how many changes of how many ends
    std::array<std::deque<Change>, 2> m_changes;
    std::array<std::vector<Changes>, 2> m_of; ///< of an end, ascending
    std::array<std::map<Changes, DiffersFor>, 2> m_together;
    DiffersFor m_everyone{true, {}, true};
};

} // namespace drawbridge::verdict
