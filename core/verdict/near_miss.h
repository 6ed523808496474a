#pragma once

#include "verdict/explain.h"

namespace drawbridge::verdict {

/// The rules that nearly admit `wanted` in one half, whose own end is an endpoint: nearest first,
/// at most `most`, of the policies in the namespace of that end.
std::vector<NearMiss> nearMisses(const Evaluator &evaluator, kube::Direction direction,
                                 Party source, Party target, const kube::ConnectionSet &wanted,
                                 std::size_t most);

} // namespace drawbridge::verdict
