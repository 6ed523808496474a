#include "document/allocator.h"

#ifdef DRAWBRIDGE_JEMALLOC
#include <cstdint>
#include <jemalloc/jemalloc.h>
#endif

namespace drawbridge {

#ifdef DRAWBRIDGE_JEMALLOC

void Allocator::giveBackBeside()
{
    bool isBeside = true;
    mallctl("background_thread", nullptr, nullptr, &isBeside, sizeof isBeside);
}

std::size_t Allocator::inUse()
{
    std::uint64_t epoch = 1; // what follows is of now
    mallctl("epoch", nullptr, nullptr, &epoch, sizeof epoch);
    std::size_t bytes = 0;
    std::size_t size = sizeof bytes;
    mallctl("stats.allocated", &bytes, &size, nullptr, 0);
    return bytes;
}

#else

void Allocator::giveBackBeside()
{
}

std::size_t Allocator::inUse()
{
    return 0;
}

#endif

} // namespace drawbridge
