#pragma once

#include "yaml/edit.h"

#include <optional>
#include <string>

namespace drawbridge::yaml {

/// The node that an edit names.
NodeId placeOf(const Edit &edit);

/// As people write it: spec.ingress[0].from
std::string pathOf(const Tree &tree, NodeId node);

/// Why an edit may not be written at all, whatever the way.
std::optional<Failure> refusal(std::string_view text, const Piece &piece, const Edit &edit);

/// False for patches of a List's shell that reach the place where its items are cut out: what
/// looks like one place in the shell's text is two places in the file.
bool avoidsItems(std::string_view text, const Piece &piece, const Patches &patches);

} // namespace drawbridge::yaml
