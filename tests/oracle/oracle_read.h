#pragma once

#include "oracle_model.h"

#include <string>
#include <utility>
#include <vector>

namespace oracle {

// Reads manifests; each file is (path, bytes), and `.json` files are read as JSON.
// - A document that does not parse, and an object that cannot be decoded, is skipped alone.
// - `kind: List` and `kind: <X>List` are opened, nested ones too.
// - Kinds count in the groups of Kubernetes and without apiVersion, in other groups they do not.
// - Of two objects of one kind, namespace and name the last in path order counts.
// - The parts of a NetworkPolicy that the API server would refuse are kept, marked as refused.
Cluster load(const std::vector<std::pair<std::string, std::string>> &files,
             const std::string &defaultNamespace = "default");

// The same for one text with any number of YAML documents.
Cluster loadText(const std::string &text, const std::string &defaultNamespace = "default");

} // namespace oracle
