#pragma once

namespace drawbridge::layout {

struct Layers;

/// Orders the nodes of each column by the mean place of their neighbours, to and fro, and keeps the
/// order with the fewest crossings. Links must lead to the next column, or are not looked at.
void orderColumns(Layers &layers);

} // namespace drawbridge::layout
