#pragma once

#include "graph/picture.h"

#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace drawbridge::graph {

/// Rectangles in square cells: tells quickly whether a place is free.
class SpatialHash
{
public:
    void insert(const Rect &rect)
    {
        forEachCell(rect, [&](std::uint64_t cell) {
            m_cells[cell].push_back(rect);
            return false;
        });
    }

    bool intersects(const Rect &rect) const
    {
        return forEachCell(rect, [&](std::uint64_t cell) {
            const auto it = m_cells.find(cell);
            if (it != m_cells.end())
                for (const Rect &other : it->second)
                    if (other.intersects(rect))
                        return true;
            return false;
        });
    }

    /// True if a rectangle lies over the point.
    bool covers(Point point) const
    {
        return forEachCell({point.x, point.y, 0, 0}, [&](std::uint64_t cell) {
            const auto it = m_cells.find(cell);
            if (it != m_cells.end())
                for (const Rect &rect : it->second)
                    if (rect.contains(point))
                        return true;
            return false;
        });
    }

    /// Visits the cells that a rectangle lies in until `visit` gives true; true if it did.
    template <typename Visit>
    static bool forEachCell(const Rect &rect, Visit visit)
    {
        const auto cell = [](double v) { return std::int32_t(std::floor(v / kCell)); };
        for (std::int32_t x = cell(rect.x); x <= cell(rect.right()); ++x)
            for (std::int32_t y = cell(rect.y); y <= cell(rect.bottom()); ++y)
                if (visit(std::uint64_t(std::uint32_t(x)) << 32 | std::uint32_t(y)))
                    return true;
        return false;
    }

private:
    static constexpr double kCell = 256;

    std::unordered_map<std::uint64_t, std::vector<Rect>> m_cells;
};

} // namespace drawbridge::graph
