#pragma once

#include "graph/few_keys.h"
#include "graph/renumbering.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace drawbridge::graph {

/// Where each arrow of a list begins and ends, in so little room that those at a few ends are found
/// among very many in no time. Belongs to one list: what becomes of that has to be told.
class ArrowEnds
{
public:
    ArrowEnds() = default;
    template <typename Arrows>
    explicit ArrowEnds(const Arrows &arrows)
    {
        m_ends.reserve(arrows.size());
        for (const auto &arrow : arrows)
            m_ends.push_back(endsOf(arrow));
    }

    std::size_t size() const { return m_ends.size(); }
    /// The numbers of those that may begin or end at one of these, and of all that do; ascending.
    std::vector<std::size_t> at(const FewKeys &ends) const
    {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < m_ends.size(); ++i)
            if (ends.mayContain(m_ends[i].source) || ends.mayContain(m_ends[i].target))
                found.push_back(i);
        return found;
    }
    /// After the list was renumbered, and those that come were put in.
    template <typename Arrows>
    void follow(const Renumbering &numbers, const Arrows &arrows)
    {
        numbers.applyTo(m_ends);
        for (const std::size_t i : numbers.come())
            m_ends[i] = endsOf(arrows[i]);
    }
    bool operator==(const ArrowEnds &) const = default;

private:
    struct Ends
    {
        std::uint32_t source = 0; ///< the hash of its key
        std::uint32_t target = 0;
        bool operator==(const Ends &) const = default;
    };

    template <typename Arrow>
    static Ends endsOf(const Arrow &arrow)
    {
        if constexpr (requires { arrow.arrow; })
            return endsOf(arrow.arrow);
        else
            return {FewKeys::hashOf(arrow.source), FewKeys::hashOf(arrow.target)};
    }
    std::vector<Ends> m_ends;
};

} // namespace drawbridge::graph
