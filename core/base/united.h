#pragma once

#include "base/interval_set.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace drawbridge {

/// The union of many sets, two by two, so that it takes no longer than sorting them.
template <typename T>
IntervalSet<T> united(std::vector<IntervalSet<T>> sets)
{
    for (std::size_t step = 1; step < sets.size(); step *= 2)
        for (std::size_t i = 0; i + step < sets.size(); i += 2 * step)
            sets[i] |= std::exchange(sets[i + step], {});
    return sets.empty() ? IntervalSet<T>() : std::move(sets.front());
}

} // namespace drawbridge
