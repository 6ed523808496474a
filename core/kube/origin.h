#pragma once

#include "yaml/tree.h"

namespace drawbridge::kube {

/// Which node of the piece a value was read from. All origins are equal, so that values compare by
/// what they mean and not by where they stand.
struct Origin
{
    yaml::NodeId node = yaml::kNoNode;

    bool operator==(const Origin &) const { return true; }
};

} // namespace drawbridge::kube
