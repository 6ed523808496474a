#pragma once

#include <cstddef>

namespace drawbridge {

/// Where the program's memory comes from: jemalloc, so that the window's thread need not sort what
/// other threads freed, as it would have to with that of the C library.
class Allocator
{
public:
    /// From now on what is free for some time is given back by a thread that nobody waits for.
    static void giveBackBeside();
    /// Bytes; 0 where it is another allocator, as under the sanitizers.
    static std::size_t inUse();
};

} // namespace drawbridge
