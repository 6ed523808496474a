#pragma once

#include "verdict/explain.h"

namespace drawbridge::verdict {

/// What one half surely admits, and what it may admit once facts that are missing are known.
struct Bounds
{
    kube::ConnectionSet sure;
    kube::ConnectionSet possible;
    std::vector<Doubt> doubts;
};

/// Of a half whose own end is an endpoint; doubts of the ports that are asked for only.
Bounds boundsOf(const Evaluator &evaluator, const HalfAnswer &half, Party source, Party target,
                const kube::ConnectionSet &asked);
/// Some policy may isolate pods of the endpoint by a label that their controller adds.
bool mayIsolate(const Evaluator &evaluator, EndpointId id, kube::Direction direction);
/// Everything is admitted to or from an end, whoever the other one is and whether or not policies
/// hold for this one.
bool isOpenToWhomever(const Evaluator &evaluator, EndpointId id, kube::Direction direction);
/// An end in the host network makes the verdict undefined, but where both halves are open to
/// whomever: policies may hold for it or not, and rules may see it as a pod or as its node.
std::vector<Doubt> hostNetworkDoubts(const Evaluator &evaluator, Party source, Party target);
/// A protocol among `ports` that the plugin may not enforce, where NetworkPolicies isolate `own`.
std::vector<Doubt> protocolDoubts(const Evaluator &evaluator, const HalfAnswer &half,
                                  const Party &own, const kube::ConnectionSet &ports);

} // namespace drawbridge::verdict
