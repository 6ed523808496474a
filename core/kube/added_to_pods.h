#pragma once

#include <string_view>

namespace drawbridge::kube {

/// The controller of workloads of that kind sets the label on each pod that it makes, beside those
/// of the template (kubernetes.io, Well-Known Labels, Annotations and Taints). Without a kind: that
/// of some kind.
bool isAddedToPods(std::string_view key, std::string_view kind = {});

/// Its value may be this one, on a pod that the workload of that kind and name makes. Without a
/// name any value may be.
bool mayBeAddedToPods(std::string_view key, std::string_view value, std::string_view kind,
                      std::string_view name);

} // namespace drawbridge::kube
