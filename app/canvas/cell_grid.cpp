#include "canvas/cell_grid.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace drawbridge::canvas {

static bool isFinite(const graph::Rect &rect)
{
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) &&
           std::isfinite(rect.height);
}

CellGrid::CellGrid(const std::vector<Entry> &entries)
{
    bool isFirst = true;
    for (const Entry &entry : entries) {
        if (!isFinite(entry.rect))
            continue;
        m_bounds = isFirst ? entry.rect : m_bounds.united(entry.rect);
        isFirst = false;
    }
    if (isFirst)
        return;
    // A node dragged far away must not cost a million cells.
    const double area = std::max(m_bounds.width, 1.0) * std::max(m_bounds.height, 1.0);
    const double longest = std::max(m_bounds.width, m_bounds.height);
    m_cell = std::max({500.0, std::sqrt(area / 20000), longest / 20000});
    m_columns = int(m_bounds.width / m_cell) + 1;
    m_rows = int(m_bounds.height / m_cell) + 1;

    const auto forEachCell = [this, &entries](auto use) {
        for (const Entry &entry : entries) {
            if (!isFinite(entry.rect))
                continue;
            const Span s = span(entry.rect);
            for (int row = s.top; row <= s.bottom; ++row) {
                for (int column = s.left; column <= s.right; ++column)
                    use(std::size_t(row) * std::size_t(m_columns) + std::size_t(column),
                        entry.item);
            }
        }
    };
    for (const Entry &entry : entries)
        m_count = std::max(m_count, std::size_t(entry.item) + 1);
    m_starts.assign(std::size_t(m_columns) * std::size_t(m_rows) + 1, 0);
    forEachCell([this](std::size_t cell, std::uint32_t) { ++m_starts[cell + 1]; });
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] += m_starts[i - 1];
    m_items.resize(m_starts.back());
    std::vector<std::uint32_t> next(m_starts.begin(), m_starts.end() - 1);
    forEachCell(
        [this, &next](std::size_t cell, std::uint32_t item) { m_items[next[cell]++] = item; });
}

CellGrid::Span CellGrid::span(const graph::Rect &rect) const
{
    const auto cell = [this](double value, int count) {
        return int(std::clamp(std::floor(value / m_cell), 0.0, double(count - 1)));
    };
    return {cell(rect.x - m_bounds.x, m_columns), cell(rect.y - m_bounds.y, m_rows),
            cell(rect.right() - m_bounds.x, m_columns), cell(rect.bottom() - m_bounds.y, m_rows)};
}

void CellGrid::renumber(const graph::Renumbering &numbers)
{
    constexpr std::uint32_t kGone = UINT32_MAX;
    std::vector<std::uint32_t> now(numbers.before());
    std::iota(now.begin(), now.end(), 0);
    numbers.forEachMoved(
        [&now](std::size_t from, std::size_t to) { now[from] = std::uint32_t(to); });
    for (const std::size_t i : numbers.gone())
        now[i] = kGone;
    std::uint32_t kept = 0;
    for (std::size_t cell = 0; cell + 1 < m_starts.size(); ++cell) {
        const std::uint32_t begin = std::exchange(m_starts[cell], kept);
        for (std::uint32_t i = begin; i < m_starts[cell + 1]; ++i)
            if (const std::uint32_t number = now[m_items[i]]; number != kGone)
                m_items[kept++] = number;
    }
    if (!m_starts.empty())
        m_starts.back() = kept;
    m_items.resize(kept);
    m_count = numbers.after();
}

std::vector<std::uint32_t> CellGrid::query(const graph::Rect &rect) const
{
    std::vector<std::uint32_t> found;
    if (m_columns == 0 || !isFinite(rect) || rect.x > m_bounds.right() ||
        rect.right() < m_bounds.x || rect.y > m_bounds.bottom() || rect.bottom() < m_bounds.y)
        return found;
    const Span s = span(rect);
    for (int row = s.top; row <= s.bottom; ++row) {
        const std::size_t line = std::size_t(row) * std::size_t(m_columns);
        found.insert(found.end(), m_items.begin() + m_starts[line + std::size_t(s.left)],
                     m_items.begin() + m_starts[line + std::size_t(s.right) + 1]);
    }
    constexpr std::size_t kFew = 16; // that many times fewer than items are sorted faster
    if (found.size() * kFew < m_count) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    std::vector<bool> isFound(m_count);
    for (const std::uint32_t item : found)
        isFound[item] = true;
    found.clear();
    for (std::uint32_t item = 0; item < m_count; ++item)
        if (isFound[item])
            found.push_back(item);
    return found;
}

} // namespace drawbridge::canvas
