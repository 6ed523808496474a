#pragma once

#include "kube/reader.h"

#include <forward_list>
#include <optional>
#include <string>
#include <vector>

namespace drawbridge::kube {

/// The pairs of the mapping `node` with its merges done as goyaml.v2 does (decode.go, merge): in
/// the order of the text, what comes later wins. Nothing if kubectl could not read it; `fault` is
/// then the node to blame. Keys that are not as they are written are kept in `made`.
std::optional<std::vector<Mapping::Entry>> entriesOf(const yaml::Tree &tree, yaml::Format format,
                                                     yaml::NodeId node, yaml::NodeId &fault,
                                                     std::forward_list<std::string> &made);

} // namespace drawbridge::kube
