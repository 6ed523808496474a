#include "canvas/cell_grid.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace drawbridge::canvas {

static bool isFinite(const graph::Rect &rect)
{
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) &&
           std::isfinite(rect.height);
}

CellGrid::CellGrid(const std::vector<Entry> &entries)
{
    std::size_t count = 0;
    double sides = 0; // the longer ones, together
    for (const Entry &entry : entries) {
        if (!isFinite(entry.rect))
            continue;
        m_bounds = count == 0 ? entry.rect : m_bounds.united(entry.rect);
        ++count;
        sides += std::max(entry.rect.width, entry.rect.height);
    }
    if (count == 0)
        return;
    // A node dragged far away must not cost a million cells, nor long arrows many cells each.
    const double area = std::max(m_bounds.width, 1.0) * std::max(m_bounds.height, 1.0);
    const double longest = std::max(m_bounds.width, m_bounds.height);
    m_cell = std::max({500.0, std::sqrt(area / 20000), longest / 20000, sides / double(count)});
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
    forEachCell([this](std::size_t, std::uint32_t item) {
        if (m_numbers.size() <= item)
            m_numbers.resize(std::size_t(item) + 1, kNone);
        m_numbers[item] = item;
    });
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
    std::vector<std::uint32_t> now(numbers.before());
    std::iota(now.begin(), now.end(), 0);
    numbers.forEachMoved(
        [&now](std::size_t from, std::size_t to) { now[from] = std::uint32_t(to); });
    for (const std::size_t i : numbers.gone())
        now[i] = kNone;
    for (std::uint32_t &number : m_numbers)
        if (number < now.size())
            number = now[number];
}

std::vector<std::uint32_t> CellGrid::query(const graph::Rect &rect) const
{
    std::vector<std::uint32_t> found;
    if (m_columns == 0 || !isFinite(rect) || rect.x > m_bounds.right() ||
        rect.right() < m_bounds.x || rect.y > m_bounds.bottom() || rect.bottom() < m_bounds.y)
        return found;
    const Span s = span(rect);
    const auto forEachLine = [&](const auto &use) {
        for (int row = s.top; row <= s.bottom; ++row) {
            const std::size_t line = std::size_t(row) * std::size_t(m_columns);
            use(m_starts[line + std::size_t(s.left)], m_starts[line + std::size_t(s.right) + 1]);
        }
    };
    const auto forEach = [&](const auto &use) {
        forEachLine([&](std::uint32_t begin, std::uint32_t end) {
            for (std::uint32_t i = begin; i < end; ++i)
                use(m_items[i]);
        });
    };
    std::size_t entries = 0;
    forEachLine([&entries](std::uint32_t begin, std::uint32_t end) { entries += end - begin; });
    if (entries == m_items.size()) { // all are near
        std::copy_if(m_numbers.begin(), m_numbers.end(), std::back_inserter(found),
                     [](std::uint32_t number) { return number != kNone; });
        return found;
    }
    // That many times fewer than there were items are sorted faster.
    constexpr std::size_t kFew = 16;
    if (entries * kFew < m_numbers.size()) {
        forEach([&](std::uint32_t item) {
            if (m_numbers[item] != kNone)
                found.push_back(m_numbers[item]);
        });
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    std::vector<bool> isFound(m_numbers.size());
    forEach([&isFound](std::uint32_t item) { isFound[item] = true; });
    for (std::size_t item = 0; item < isFound.size(); ++item)
        if (isFound[item] && m_numbers[item] != kNone)
            found.push_back(m_numbers[item]);
    return found;
}

} // namespace drawbridge::canvas
