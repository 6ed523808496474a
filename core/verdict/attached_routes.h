#pragma once

#include "verdict/namespace_answer.h"

namespace drawbridge::verdict {

/// Some listener of the Gateway takes the route that names it as `parent`: by its name, port,
/// protocol, kinds, host names, and the namespaces that it allows, whose labels may not be stated.
Answer isAttached(const Evaluator &evaluator, const kube::Gateway &gateway,
                  const std::string &gatewayNamespace, const kube::RouteParent &parent,
                  const kube::GatewayRoute &route, const std::string &routeNamespace);

} // namespace drawbridge::verdict
