#pragma once

#include "layout/columns.h"

namespace drawbridge::layout {

/// True for a chain of three boxes to eight, one a column.
bool isShortChain(const Layers &layers);

/// The boxes of a short chain to and fro over two places or three, each a step lower.
Arranged inZigzag(const Layers &layers);

} // namespace drawbridge::layout
