#pragma once

#include "yaml/tree.h"

#include <optional>
#include <string_view>

namespace drawbridge::test {

/// The tree of one document as libyaml sees it, spans counted in bytes; nothing if libyaml refuses
/// the text or finds more than one document. Block collections end with their last child, block
/// scalars with their last line that is not blank.
std::optional<yaml::Tree> libyamlTree(std::string_view text);

} // namespace drawbridge::test
