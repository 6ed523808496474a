#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace drawbridge::bench {

/// Draws without the distributions of the standard library: those differ from one to another.
class Dice
{
public:
    explicit Dice(std::uint32_t seed) : m_engine(seed) {}
    std::size_t below(std::size_t limit) { return m_engine() % limit; }
    bool oneIn(std::size_t n) { return below(n) == 0; }

private:
    std::mt19937 m_engine;
};

} // namespace drawbridge::bench
