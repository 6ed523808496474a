#pragma once

#include <cstddef>

namespace drawbridge {

/// A half-open range of bytes, [begin, end).
struct TextRange
{
    std::size_t begin = 0;
    std::size_t end = 0;

    std::size_t size() const { return end - begin; }
    bool contains(std::size_t offset) const { return begin <= offset && offset < end; }
    bool operator==(const TextRange &) const = default;
};

} // namespace drawbridge
