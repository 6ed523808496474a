#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace drawbridge {

/// One may be a slip for the other: another case, or of four letters and more one letter too many,
/// too few, swapped or other, of eight and more two. Names that differ in a digit are two names.
bool isNearName(std::string_view a, std::string_view b);
/// The only one of these that is near; nothing where none is, where several are, and where the name
/// itself is among them.
std::optional<std::string> nearName(const std::string &name, const std::set<std::string> &known);

} // namespace drawbridge
