#pragma once

#include <QtGlobal>

#include <algorithm>

namespace drawbridge::test {

/// How many times as much random tests try as in every build: DRAWBRIDGE_EFFORT=N, at least 1.
inline int effort()
{
    return std::max(1, qEnvironmentVariableIntValue("DRAWBRIDGE_EFFORT"));
}

} // namespace drawbridge::test
