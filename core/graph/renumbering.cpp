#include "graph/renumbering.h"

#include <algorithm>

namespace drawbridge::graph {

Renumbering::Renumbering(std::size_t before, std::vector<std::size_t> gone,
                         std::vector<std::size_t> come)
    : m_before(before), m_gone(std::move(gone)), m_come(std::move(come))
{
    auto nextGone = m_gone.begin();
    auto nextCome = m_come.begin();
    std::size_t now = 0;
    for (std::size_t i = 0; i < before;) {
        if (nextGone != m_gone.end() && *nextGone == i) {
            ++nextGone;
            ++i;
        } else if (nextCome != m_come.end() && *nextCome == now) {
            ++nextCome;
            ++now;
        } else {
            std::size_t length = (nextGone != m_gone.end() ? *nextGone : before) - i;
            if (nextCome != m_come.end())
                length = std::min(length, *nextCome - now);
            if (i != now)
                m_runs.push_back({i, i + length, now});
            i += length;
            now += length;
        }
    }
}

std::optional<std::size_t> Renumbering::now(std::size_t number) const
{
    if (std::binary_search(m_gone.begin(), m_gone.end(), number))
        return std::nullopt;
    const auto later =
        std::upper_bound(m_runs.begin(), m_runs.end(), number,
                         [](std::size_t i, const Run &run) { return i < run.begin; });
    if (later == m_runs.begin() || number >= (later - 1)->end)
        return number;
    return number - (later - 1)->begin + (later - 1)->now;
}

std::size_t Renumbering::countOfMoved() const
{
    std::size_t count = 0;
    for (const Run &run : m_runs)
        count += run.end - run.begin;
    return count;
}

} // namespace drawbridge::graph
