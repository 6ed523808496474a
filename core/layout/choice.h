#pragma once

#include "layout/layouter.h"

namespace drawbridge::layout {

/// The one of two layouts that shows more: drawn larger when it fills a screen, with fewer arrows
/// that cross or run behind boxes. The first must be clearly better; one that is not sound loses.
Reply better(const Request &request, Reply first, Reply second);

} // namespace drawbridge::layout
