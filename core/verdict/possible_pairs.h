#pragma once

#include "verdict/end_classes.h"

#include <array>
#include <vector>

namespace drawbridge::verdict {

/// Tells at once of most pairs of some ends of a large cluster that nothing is allowed between
/// them, for what looks at all pairs. Keeps up to two bits a pair. The evaluator stays as it is
/// meanwhile, and outlives it as its classes do; for one thread.
class PossiblePairs
{
public:
    PossiblePairs(const Evaluator &evaluator, const EndClasses &classes,
                  const std::vector<EndpointId> &ends)
        : m_evaluator(evaluator)
        , m_classes(classes)
        , m_count(ends.size())
        , m_places(evaluator.endpoints().size(), kNoPlace)
    {
        for (std::size_t i = 0; i < ends.size(); ++i)
            m_places[ends[i].value] = i;
        for (const kube::Direction direction : kube::kDirections)
            m_rows[std::size_t(direction)].resize(classes.askedCount(direction));
    }

    /// Of two of the ends. False: Evaluator::allowed() is empty.
    bool holds(EndpointId source, EndpointId target)
    {
        return has(kube::Direction::Egress, source, target) &&
               has(kube::Direction::Ingress, target, source);
    }

private:
    static constexpr std::size_t kNoPlace = SIZE_MAX;

    /// Whom the ends of a class may meet.
    struct Row
    {
        bool isKnown = false;
        std::vector<bool> places; ///< of ends; empty: all
    };

    bool has(kube::Direction direction, EndpointId own, EndpointId other)
    {
        Row &row = m_rows[std::size_t(direction)][m_classes.asked(own, direction)];
        if (!row.isKnown)
            fill(row, own, direction);
        return row.places.empty() || row.places[m_places[other.value]];
    }

    void fill(Row &row, EndpointId own, kube::Direction direction) const
    {
        row.isKnown = true;
        if (const auto met = m_evaluator.mayMeet(own, direction)) {
            row.places.resize(m_count);
            for (EndpointId other : *met)
                if (m_places[other.value] != kNoPlace)
                    row.places[m_places[other.value]] = true;
        }
    }

    const Evaluator &m_evaluator;
    const EndClasses &m_classes;
    std::size_t m_count;
    std::vector<std::size_t> m_places;      ///< by end
    std::array<std::vector<Row>, 2> m_rows; ///< by direction, by class
};

} // namespace drawbridge::verdict
