#pragma once

#include "graph/picture.h"
#include "graph/renumbering.h"

#include <cstdint>
#include <vector>

namespace drawbridge::canvas {

/// Which items are near a rectangle: cells of about 500 units over what was added. Queries give
/// each item once, in ascending order, and may give some that are near only.
class CellGrid
{
public:
    /// `items` are what the rectangles belong to; an item may have several.
    struct Entry
    {
        std::uint32_t item = 0;
        graph::Rect rect;
    };
    CellGrid() = default;
    explicit CellGrid(const std::vector<Entry> &entries);

    std::vector<std::uint32_t> query(const graph::Rect &rect) const;
    /// Items have other numbers, in the same order; without a number they are left out.
    void renumber(const graph::Renumbering &numbers);

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;

    struct Span
    {
        int left, top, right, bottom;
    };
    Span span(const graph::Rect &rect) const;

    graph::Rect m_bounds;
    double m_cell = 500;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::uint32_t> m_starts;  ///< per cell, into m_items; one more than cells
    std::vector<std::uint32_t> m_items;   ///< as they were numbered at first
    std::vector<std::uint32_t> m_numbers; ///< of each, now; kNone: left out
};

} // namespace drawbridge::canvas
