#include "verdict/backend_ports.h"

namespace drawbridge::verdict {

namespace {

bool isOfService(const kube::ServicePort &port, const BackendPort &backend)
{
    return backend.name.empty() ? port.port == backend.number : port.name == backend.name;
}

bool isOfPods(const kube::ServicePort &port, const BackendPort &backend)
{
    if (!backend.name.empty())
        return port.targetName == backend.name;
    return port.targetName.empty() && port.targetPort.value_or(port.port) == backend.number;
}

} // namespace

std::vector<const kube::ServicePort *> backendPorts(const kube::Service &service,
                                                    const BackendPort &backend)
{
    std::vector<const kube::ServicePort *> all;
    std::vector<const kube::ServicePort *> ofService;
    std::vector<const kube::ServicePort *> ofPods;
    for (const kube::ServicePort &port : service.ports) {
        if (port.protocol != backend.protocol)
            continue;
        all.push_back(&port);
        if (isOfService(port, backend))
            ofService.push_back(&port);
        if (isOfPods(port, backend))
            ofPods.push_back(&port);
    }
    if (backend.isAny)
        return all;
    if (backend.names == BackendPort::Names::Service)
        return ofService;
    // A Route's name is looked up among the ports of the endpoints, which the Service names.
    const bool podsFirst = backend.names == BackendPort::Names::Pod && backend.name.empty();
    if (podsFirst)
        return ofPods.empty() ? ofService : ofPods;
    return ofService.empty() ? ofPods : ofService;
}

} // namespace drawbridge::verdict
