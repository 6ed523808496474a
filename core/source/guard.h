#pragma once

#include "base/diagnostic.h"

#include <optional>
#include <string_view>

namespace drawbridge {

/// Limits of what is given to a parser at all, in bytes or counts.
struct GuardLimits
{
    std::size_t yamlFile = 32u << 20;
    std::size_t jsonFile = 256u << 20;
    std::size_t document = 5u << 20;
    std::size_t documents = 20'000;
    std::size_t listItems = 100'000; ///< of a List; a longer one is read as one document
    std::size_t values = 500'000;    ///< of one document or item
    std::size_t flowItems = 500'000;
    std::size_t depth = 100;
};

/// Looks at the bytes of a whole file before anything else does, in linear time. Finds what no
/// parser may see: not UTF-8, control characters, a byte order mark inside, lone CR, UTF-16/32.
/// A byte order mark at the very start is allowed.
std::optional<Problem> guardBytes(std::string_view bytes);

/// Limits of one YAML unit that is parsed alone: size, flow separators, nesting by brackets and by
/// indentation, counted by a light lexer that knows quotes and comments.
std::optional<Problem> guardYamlUnit(std::string_view text, const GuardLimits &limits = {});

} // namespace drawbridge
