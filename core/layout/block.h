#pragma once

#include "layout/box_size.h"

namespace drawbridge::layout {

struct Area
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    Size size() const { return {right - left, bottom - top}; }
};

/// Some boxes with places, and the room that they take together with what surrounds them.
struct Block
{
    std::vector<std::uint32_t> boxes;
    std::vector<Position> positions; ///< one a box
    Area area;

    void add(std::uint32_t box, Position position, Size size);
    /// Takes over another block's boxes, moved so that its area begins at `position`.
    void add(const Block &other, Position position);
};

/// Boxes in columns of connected parts, packed.
Block arrangedBlock(const Request &request, const std::vector<Request::Link> &links,
                    const std::vector<std::uint32_t> &boxes);

/// A box to be placed beside a block, with its centre near to `wish`.
struct Beside
{
    std::uint32_t box = 0;
    double wish = 0;
};

/// Places boxes left or right of a block, in as many columns as its height asks for.
void addBeside(Block &block, const Request &request, std::vector<Beside> boxes, bool isLeft);

} // namespace drawbridge::layout
