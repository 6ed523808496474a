#pragma once

#include "yaml/edit.h"

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace drawbridge::test {

/// A document as plain nested data, for saying independently of core what an edit must do.
struct Model
{
    yaml::Kind kind = yaml::Kind::Null;
    std::string value;
    std::string anchor;
    bool mustBeText = false; ///< put in as a text: no YAML parser may read it as something else
    bool isPlain = false;    ///< written without quotes
    std::vector<Model> children;
};

Model modelOf(const yaml::Tree &tree, yaml::NodeId node);
Model modelOf(const yaml::Value &value);

/// The model after an edit of the tree that it was made from.
Model edited(const yaml::Tree &tree, const yaml::Edit &edit);

/// Where two models differ, as a path; empty if they are equal.
std::string difference(const Model &expected, const Model &actual);

/// True if some YAML 1.1 or 1.2 parser takes a plain scalar for null, a boolean, number or date.
bool meansMoreThanText(const std::string &plain);

using Random = std::mt19937;
std::size_t below(Random &random, std::size_t limit);
yaml::Value randomValue(Random &random, int depth);
/// An edit of a random node, of any kind; nothing if the tree offers no place.
std::optional<yaml::Edit> randomEdit(Random &random, const yaml::Tree &tree);
std::string describe(const yaml::Edit &edit);

} // namespace drawbridge::test
