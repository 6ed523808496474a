#pragma once

#include "generate.h"

namespace drawbridge::bench {

/// How much of the measured cluster to make: that one has 604 namespaces, 5,413 pods, 13,678
/// policies (15,423 peers; in the middle one address range and one port a policy).
struct ClusterShape
{
    std::size_t namespaces = 604;
    std::size_t pods = 5'413;
    std::size_t policies = 13'678;
    std::uint32_t seed = 1;

    /// One of `parts` equal parts.
    static ClusterShape part(std::size_t parts);
};

/// A cluster as `kubectl get` would give it, one file a namespace: pods owned by ReplicaSets, and
/// policies of which every fourth admits nothing. Same shape, same bytes.
std::vector<Manifest> generateCluster(const ClusterShape &shape);

} // namespace drawbridge::bench
