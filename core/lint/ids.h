#pragma once

#include "base/code.h"

namespace drawbridge::lint {

/// The id of a code, "DB001" and so on, as people write it into their settings and searches. Never
/// renumbered, never used again: a new code takes a number that is free in its group.
const char *idOf(Code code);

} // namespace drawbridge::lint
