#pragma once

#include "yaml/piece.h"

#include <optional>
#include <string>

namespace drawbridge::kube {

enum class ScalarType : std::uint8_t { Null, Boolean, Integer, Float, String, Unreadable };

/// What kubectl makes of a scalar before the API server sees it.
struct Scalar
{
    ScalarType type = ScalarType::String;
    bool boolean = false;
    std::optional<long long> integer; ///< also of a Float without fraction: JSON writes it as such
    bool isPlainDecimal = false;      ///< an Integer written as JSON would: no 010, 0x1F, 8_080
    /// y, Y, n or N: a boolean for goyaml.v2, a text for most other readers and, with a warning,
    /// for us: refusing it would take away what people call their namespace.
    bool isShortBoolean = false;
    std::string text; ///< the value as JSON shows it; strings without quotes
};

/// Types a Null or Scalar node. YAML as sigs.k8s.io/yaml (goyaml.v2, resolve.go): YAML 1.1 booleans
/// and numbers, but no base 60 and no dates. JSON by its own types.
Scalar typed(const yaml::Node &node, yaml::Format format);

/// Its type is certainly String, as of most scalars; quicker than typed().
bool isPlainText(const yaml::Node &node);

/// Its type is Null; quicker than typed() where that is all that is asked.
bool isNull(const yaml::Node &node, yaml::Format format);

/// True for the `<<` that goyaml.v2 merges (decode.go, isMerge).
bool isMergeKey(const yaml::Node &key, yaml::Format format);

/// As Go's %q writes it.
std::string quoted(std::string_view text);

/// The value as the API server shows it: strings in quotes, all others bare.
std::string shown(const Scalar &scalar);

} // namespace drawbridge::kube
