#pragma once

#include "verdict/evaluator.h"

#include <array>
#include <cstdint>
#include <vector>

namespace drawbridge::verdict {

/// Which ends the evaluator cannot tell apart, by number: for what asks about very many pairs.
/// Those of an evaluator that stays as it is.
class EndClasses
{
public:
    /// Takes about as long as looking once at what each selector of a peer picks.
    explicit EndClasses(const Evaluator &evaluator);

    /// Of ends with the same number the same policies are asked in that direction, and their ports
    /// are the same: whoever else is asked about, their half is.
    std::uint32_t asked(EndpointId id, kube::Direction direction) const
    {
        return m_asked[std::size_t(direction)].numbers[id.value];
    }
    std::size_t askedCount(kube::Direction direction) const
    {
        return m_asked[std::size_t(direction)].count;
    }
    /// Ends with the same number are in the peers of the same rules, and their ports are the same:
    /// whichever other end's half is asked about, it is.
    std::uint32_t seen(EndpointId id) const { return m_seen.numbers[id.value]; }
    std::size_t seenCount() const { return m_seen.count; }

    /// Both, and they are ends of one EndpointKind: no question about a pair of one of them and a
    /// third end tells them apart.
    std::uint32_t kind(EndpointId id) const { return m_kinds.numbers[id.value]; }
    std::size_t kindCount() const { return m_kinds.count; }

    struct Numbers
    {
        std::vector<std::uint32_t> numbers; ///< by end
        std::size_t count = 0;              ///< they are below this
    };

private:
    std::array<Numbers, 2> m_asked; ///< by direction
    Numbers m_seen;
    Numbers m_kinds;
};

} // namespace drawbridge::verdict
