#include "layout/packing.h"

#include <algorithm>
#include <cmath>

namespace drawbridge::layout {

namespace {

/// Rows of at most `width`, but for blocks that are wider themselves.
Packing packedWithin(const std::vector<Size> &blocks, Size gap, double width)
{
    Packing result;
    double rowTop = 0;
    double rowBottom = 0;
    Position column; ///< of blocks over each other; y is where the next one would go
    double columnWidth = 0;
    bool isRowStart = true;
    for (const Size &block : blocks) {
        if (!isRowStart && block.width <= columnWidth && column.y + block.height <= rowBottom) {
            result.positions.push_back(column);
        } else {
            const double next = isRowStart ? 0 : column.x + columnWidth + gap.width;
            if (!isRowStart && next + block.width > width) {
                rowTop = rowBottom + gap.height;
                column.x = 0;
            } else {
                column.x = next;
            }
            column.y = rowTop;
            columnWidth = block.width;
            result.positions.push_back(column);
        }
        isRowStart = false;
        rowBottom = std::max(rowBottom, column.y + block.height);
        result.size.width = std::max(result.size.width, column.x + block.width);
        column.y += block.height + gap.height;
    }
    result.size.height = rowBottom;
    return result;
}

} // namespace

Packing packed(const std::vector<Size> &blocks, Size gap)
{
    double area = 0;
    for (const Size &block : blocks)
        area += (block.width + gap.width) * (block.height + gap.height);
    Packing best;
    double smallest = INFINITY;
    for (int i = 0; i < 16; ++i) {
        const double width = std::sqrt(area * kScreen) * (0.6 + 0.08 * i);
        Packing candidate = packedWithin(blocks, gap, width);
        const double size = std::max(candidate.size.width / kScreen, candidate.size.height);
        if (size < smallest) {
            smallest = size;
            best = std::move(candidate);
        }
    }
    return best;
}

} // namespace drawbridge::layout
