#pragma once

#include "cli/input.h"
#include "report/list.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

namespace drawbridge::cli {

/// Connections by source and target, as lists print them.
using Pairs = std::set<std::pair<std::string, std::string>>;

/// Objects of one name say unlike things.
bool isOfTwins(const lint::MissingFact &fact);

/// Adds the pairs that may not connect by what is known, where nobody can tell, and marks those
/// listed ones whose verdict depends on which of several objects of one name counts. Gives those
/// of the listed ones whose verdict does not, though one might think so. Nothing, and nothing is
/// changed, if there are too many to be asked about.
std::optional<Pairs> addUndecided(report::List &list, const Input &input,
                                  const report::ListOptions &options,
                                  const std::vector<lint::MissingFact> &facts);

} // namespace drawbridge::cli
