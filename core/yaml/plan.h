#pragma once

#include "yaml/file.h"

#include <string>
#include <string_view>
#include <vector>

namespace drawbridge::yaml {

/// A piece that a file is to have. `place.piece` is set where planning had to parse it already.
struct Planned
{
    PlacedPiece place;
    Role role = Role::Document;
    Format format = Format::Yaml;
};

struct FilePlan
{
    Format format = Format::Yaml;
    std::vector<Planned> pieces;
    std::vector<Problem> problems;
};

/// Cuts a file into the pieces that are parsed alone.
FilePlan planFile(std::string_view path, std::string_view bytes);

/// The same for one YAML document of a file. `firstIndex` is the index of its first piece.
std::vector<Planned> planDocument(std::string_view bytes, TextRange range, std::uint32_t document,
                                  std::size_t firstIndex);

/// Parses all planned pieces that have no piece yet, on several threads if there are many.
void parsePlanned(std::vector<Planned> &plan, std::string_view bytes);

} // namespace drawbridge::yaml
