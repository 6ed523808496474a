#pragma once

#include "verdict/evaluator.h"

#include <vector>

namespace drawbridge::verdict {

/// Tells at once of most pairs of a large cluster that nothing is allowed between them, for what
/// looks at all pairs. The evaluator stays as it is meanwhile.
class PossiblePairs
{
public:
    explicit PossiblePairs(const Evaluator &evaluator)
        : m_receivers(evaluator.endpoints().size()), m_senders(m_receivers.size())
    {
        for (std::uint32_t i = 0; i < m_receivers.size(); ++i) {
            m_receivers[i] = rowOf(evaluator, {i}, kube::Direction::Egress);
            m_senders[i] = rowOf(evaluator, {i}, kube::Direction::Ingress);
        }
    }

    /// False: Evaluator::allowed() is empty.
    bool holds(EndpointId source, EndpointId target) const
    {
        return has(m_receivers[source.value], target) && has(m_senders[target.value], source);
    }

private:
    using Row = std::vector<bool>; ///< by end; empty: all

    static Row rowOf(const Evaluator &evaluator, EndpointId id, kube::Direction direction)
    {
        Row row;
        if (const auto met = evaluator.mayMeet(id, direction)) {
            row.resize(evaluator.endpoints().size());
            for (EndpointId other : *met)
                row[other.value] = true;
        }
        return row;
    }
    static bool has(const Row &row, EndpointId id) { return row.empty() || row[id.value]; }

    std::vector<Row> m_receivers;
    std::vector<Row> m_senders;
};

} // namespace drawbridge::verdict
