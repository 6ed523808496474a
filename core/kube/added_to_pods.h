#pragma once

#include <string_view>

namespace drawbridge::kube {

/// The controller of workloads of that kind sets the label on each pod that it makes, beside those
/// of the template (kubernetes.io, Well-Known Labels, Annotations and Taints). Without a kind: that
/// of some kind.
bool isAddedToPods(std::string_view key, std::string_view kind = {});

} // namespace drawbridge::kube
