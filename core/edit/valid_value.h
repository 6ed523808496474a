#pragma once

#include "base/diagnostic.h"

#include <optional>
#include <string>
#include <string_view>

namespace drawbridge::edit {

/// What the API server takes in place of a value that it refuses, where only one word can be meant:
/// another case (`tcp`), without its breaks (`not-in`), or one letter apart.
std::optional<std::string> validValue(const Diagnostic &finding, std::string_view written);

/// The finding says what words the API server takes.
bool hasValidWords(const Diagnostic &finding);

} // namespace drawbridge::edit
