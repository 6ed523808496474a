#pragma once

#include "base/diagnostic.h"
#include "yaml/tree.h"

#include <vector>

namespace drawbridge::yaml {

/// Nodes that aliases may add to a document in all, counted with repetition.
inline constexpr std::size_t kMaxAliasNodes = 10'000;

/// Sets the targets of all aliases. A problem if one lies inside of what it stands for, or if a
/// walk that follows them would visit too many nodes: both are what go-yaml refuses.
std::vector<Problem> resolveAliases(Tree &tree);

/// Duplicate keys (errors) and merge keys (warnings), in text order.
std::vector<Problem> findKeyProblems(const Tree &tree);

/// A plain `<<`, which YAML 1.1 takes for a merge.
bool isMergeKey(const Node &key);

} // namespace drawbridge::yaml
