#pragma once

#include "yaml/tree.h"

#include <string_view>

namespace drawbridge::yaml {

/// True if the tree explains every byte of the text: nodes follow one another in order, and between
/// them stand only blanks, comments and exactly the indicators that such a tree needs.
/// Only then may a text be edited by its spans.
bool passesAudit(std::string_view text, const Tree &tree);

} // namespace drawbridge::yaml
