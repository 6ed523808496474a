#pragma once

#include "verdict/evaluator.h"

#include <vector>

namespace drawbridge::verdict {

/// What an ingress controller may open to a workload, because of the Ingress objects that route to
/// it.
struct ControllerAccess
{
    EndpointId target;
    kube::ConnectionSet routed;  ///< what the Ingress objects and Services ask for
    kube::ConnectionSet allowed; ///< what the policies leave of it
};

/// What an ingress controller may send to some of an endpoint's pods, whatever routes to them. It
/// is judged as a pod without labels in a namespace that nobody wrote.
kube::ConnectionSet admittedToController(const Evaluator &evaluator, const Variant &target);

/// One entry a workload that an Ingress backend reaches through a Service; in order of endpoint.
std::vector<ControllerAccess> controllerAccess(const kube::Workspace &workspace,
                                               const Evaluator &evaluator);

} // namespace drawbridge::verdict
