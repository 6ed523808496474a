#pragma once

#include "verdict/evaluator.h"

#include <memory>
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
        m_receivers = rowsOf(evaluator, ends, kube::Direction::Egress);
        m_senders = rowsOf(evaluator, ends, kube::Direction::Ingress);
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
    using RowPtr = std::shared_ptr<const Row>;
    static constexpr std::size_t kNoPlace = SIZE_MAX;

    /// Those that follow each other are often asked alike.
    std::vector<RowPtr> rowsOf(const Evaluator &evaluator, const std::vector<EndpointId> &ends,
                               kube::Direction direction) const
    {
        std::vector<RowPtr> rows;
        rows.reserve(ends.size());
        for (std::size_t i = 0; i < ends.size(); ++i)
            rows.push_back(i > 0 && evaluator.areAskedAlike(ends[i - 1], ends[i], direction)
                               ? rows.back()
                               : std::make_shared<const Row>(
                                     rowOf(evaluator, ends[i], direction, ends.size())));
        return rows;
    }

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
    static bool has(const RowPtr &row, std::size_t place) { return row->empty() || (*row)[place]; }

    std::vector<std::size_t> m_places; ///< by end
    std::vector<RowPtr> m_receivers;   ///< by place
    std::vector<RowPtr> m_senders;
};

} // namespace drawbridge::verdict
