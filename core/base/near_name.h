#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace drawbridge {

/// One may be a slip for the other: another case, or in one part of four letters and more (between
/// dashes, dots and slashes) one letter too many, too few, swapped or other. Names that differ in a
/// digit are two names, and so are those that differ in a common word (http, https).
bool isNearName(std::string_view a, std::string_view b);
/// One letter too many, too few, swapped or other, in words of three letters and more.
bool isSlip(std::string_view a, std::string_view b);
/// The only one of these that is near; nothing where none is, where several are, and where the name
/// itself is among them.
std::optional<std::string> nearName(const std::string &name, const std::set<std::string> &known);

} // namespace drawbridge
