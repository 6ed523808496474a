#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace fuzz {

/// Ends the process where a law does not hold, so that the fuzzer keeps the input.
inline void demand(bool condition, const char *law)
{
    if (condition)
        return;
    std::fprintf(stderr, "broken law: %s\n", law);
    std::abort();
}

/// An input whose first two bytes choose what is done with the others.
struct Input
{
    Input(const std::uint8_t *data, std::size_t size)
        : seed(data[0] + 256u * data[1]), bytes(reinterpret_cast<const char *>(data) + 2, size - 2)
    {
    }
    static bool fits(std::size_t size) { return size >= 2 && size <= 4096; }

    unsigned seed;
    std::string bytes;
};

} // namespace fuzz
