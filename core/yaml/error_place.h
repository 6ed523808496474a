#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace drawbridge::yaml {

/// Where a person would look for an error: the parser's own place is where it gave up, which may be
/// lines behind what was mistyped. `words` are the parser's.
std::size_t errorPlace(std::string_view text, std::size_t mark, const std::string &words);

} // namespace drawbridge::yaml
