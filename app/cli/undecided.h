#pragma once

#include "cli/input.h"
#include "report/list.h"

namespace drawbridge::cli {

/// Adds the pairs of endpoints that may not connect by what is known, where a missing fact may
/// change that. False, and nothing is added, if there are too many to be asked about.
bool addUndecided(report::List &list, const Input &input, const report::ListOptions &options,
                  const std::vector<lint::MissingFact> &facts);

} // namespace drawbridge::cli
