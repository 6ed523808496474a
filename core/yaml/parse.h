#pragma once

#include "yaml/piece.h"

namespace drawbridge::yaml {

/// The same as parseYaml() and parseJson(), for who still has something to add.
std::shared_ptr<Piece> newYamlPiece(std::string_view text, Role role);
std::shared_ptr<Piece> newJsonPiece(std::string_view text, Role role);

} // namespace drawbridge::yaml
