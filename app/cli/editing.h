#pragma once

#include "cli/input.h"
#include "edit/intent.h"

namespace drawbridge::cli {

/// What became of planning an intent: a rewrite, or an exit code because there is nothing to do or
/// it cannot be done (both were said on standard error).
std::variant<edit::Rewrite, int> planned(const Input &input, const edit::Intent &intent);

/// Prints a rewrite as a diff, or saves it (`saves`). All files are saved or none. Gives the exit
/// code.
int carryOut(const Input &input, const edit::Rewrite &rewrite, bool saves);

} // namespace drawbridge::cli
