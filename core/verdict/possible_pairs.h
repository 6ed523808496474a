#pragma once

#include "verdict/evaluator.h"

#include <vector>

namespace drawbridge::verdict {

/// Tells at once of most pairs of some ends of a large cluster that nothing is allowed between
/// them, for what looks at all pairs. Keeps up to two bits a pair. The evaluator stays as it is
/// meanwhile.
class PossiblePairs
{
public:
    PossiblePairs(const Evaluator &evaluator, const std::vector<EndpointId> &ends)
        : m_places(evaluator.endpoints().size(), kNoPlace)
    {
        for (std::size_t i = 0; i < ends.size(); ++i)
            m_places[ends[i].value] = i;
        m_receivers.reserve(ends.size());
        m_senders.reserve(ends.size());
        for (EndpointId id : ends) {
            m_receivers.push_back(rowOf(evaluator, id, kube::Direction::Egress, ends.size()));
            m_senders.push_back(rowOf(evaluator, id, kube::Direction::Ingress, ends.size()));
        }
    }

    /// Of two of the ends. False: Evaluator::allowed() is empty.
    bool holds(EndpointId source, EndpointId target) const
    {
        const std::size_t from = m_places[source.value];
        const std::size_t to = m_places[target.value];
        return has(m_receivers[from], to) && has(m_senders[to], from);
    }

private:
    using Row = std::vector<bool>; ///< by place among the ends; empty: all
    static constexpr std::size_t kNoPlace = SIZE_MAX;

    Row rowOf(const Evaluator &evaluator, EndpointId id, kube::Direction direction,
              std::size_t count) const
    {
        Row row;
        if (const auto met = evaluator.mayMeet(id, direction)) {
            row.resize(count);
            for (EndpointId other : *met)
                if (m_places[other.value] != kNoPlace)
                    row[m_places[other.value]] = true;
        }
        return row;
    }
    static bool has(const Row &row, std::size_t place) { return row.empty() || row[place]; }

    std::vector<std::size_t> m_places; ///< by end
    std::vector<Row> m_receivers;      ///< by place
    std::vector<Row> m_senders;
};

} // namespace drawbridge::verdict
