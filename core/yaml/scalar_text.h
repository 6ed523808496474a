#pragma once

#include "yaml/tree.h"

#include <string>
#include <string_view>

namespace drawbridge::yaml {

inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// True if a text may be written without quotes, in block and flow, and every YAML 1.1 and 1.2
/// parser reads exactly this text as a string. Careful: many safe texts are refused.
bool isPlainSafe(std::string_view text);

/// In double quotes, with JSON's escapes.
std::string doubleQuoted(std::string_view text);

/// A text in the given style if it can be written so, else in double quotes.
std::string scalarText(std::string_view text, Style style);

} // namespace drawbridge::yaml
