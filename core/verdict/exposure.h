#pragma once

#include "verdict/evaluator.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace drawbridge::verdict {

/// Pods that need not exist: what a peer of some rule names. Without any name and selector: any pod
/// of the cluster.
struct PodsLike
{
    std::string nameSpace = {};          ///< the one that they are in; empty: see `namespaces`
    kube::LabelSelector namespaces = {}; ///< empty: any
    kube::LabelSelector pods = {};       ///< empty: any

    bool isWholeCluster() const;
    bool operator==(const PodsLike &) const = default;
};

/// What such pods may exchange with an endpoint.
struct ExposedPorts
{
    kube::ConnectionSet ports;
    /// Named ports of pods that do not exist, which have no number yet.
    std::set<std::pair<kube::Protocol, std::string>> names;

    bool isEmpty() const { return ports.isEmpty() && names.empty(); }
    bool operator==(const ExposedPorts &) const = default;
};

/// One for each pair of selectors that some rule of some policy names its peers by, but for the
/// whole cluster, and for those that a workload of the workspace meets label by label
/// (list-format 34); with `groupsToo` also for those that a pod group stands for.
std::vector<PodsLike> podsNamedByRules(const Evaluator &evaluator, bool groupsToo = false);

/// One half of an endpoint, for pods of which nothing is known but what `like` says: a rule holds
/// them if it asks for nothing else.
ExposedPorts exposedTo(const Evaluator &evaluator, EndpointId id, kube::Direction direction,
                       const PodsLike &like);

/// One line of an answer.
struct Exposed
{
    PodsLike peer;
    ExposedPorts ports;
    bool operator==(const Exposed &) const = default;
};

/// What is told of one half (list-format 34): what any pod may exchange, if anything, then those
/// of `peers` that may exchange something else.
std::vector<Exposed> exposures(const Evaluator &evaluator, EndpointId id, kube::Direction direction,
                               const std::vector<PodsLike> &peers);

/// Some policy speaks of the endpoint in that direction.
bool isProtected(const Evaluator &evaluator, EndpointId id, kube::Direction direction);

} // namespace drawbridge::verdict
