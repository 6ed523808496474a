#pragma once

#include <string>

namespace fuzz {

/// Any bytes as a file: guard, split, parse, spans, audit; then random edits that must do exactly
/// what they say, and random typing after which the pieces must equal those of a fresh parse.
void checkFileLaws(const std::string &path, const std::string &bytes, unsigned seed);

} // namespace fuzz
