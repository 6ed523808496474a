#include "verdict/ingress_controller.h"

#include "verdict/backend_ports.h"

#include <map>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::ObjectPtr;
using kube::Protocol;

/// The format of lists takes a port of the pods in an Ingress too, where the Service has none.
BackendPort portOf(const kube::IngressBackend &backend, bool isRoute)
{
    BackendPort port;
    port.names = isRoute ? BackendPort::Names::Pod : BackendPort::Names::ServiceElsePod;
    port.name = backend.portName;
    port.number = backend.port;
    port.isAny = backend.anyPort;
    return port;
}

/// The pod's own port, which must be a declared TCP container port; of a name the first.
void addRoute(const kube::ServicePort &port, const Endpoint &endpoint, ConnectionSet &routed)
{
    const std::uint32_t number = port.targetPort.value_or(port.port);
    const bool isNamed = !port.targetName.empty();
    for (const Variant &variant : endpoint.variants)
        for (const kube::ContainerPort &declared : variant.ports) {
            const bool isMeant =
                isNamed ? declared.name == port.targetName : declared.port == number;
            if (!isMeant || declared.protocol != Protocol::Tcp)
                continue;
            routed.insert(Protocol::Tcp, declared.port, declared.port);
            break;
        }
}

} // namespace

std::vector<ControllerAccess> controllerAccess(const kube::Workspace &workspace,
                                               const Evaluator &evaluator)
{
    const std::vector<ObjectPtr> &objects = workspace.effectiveObjects();
    std::map<std::pair<std::string, std::string>, const kube::Service *> services;
    for (const ObjectPtr &object : objects)
        if (const auto *service = std::get_if<kube::Service>(&object->value))
            services[{workspace.namespaceOf(*object), object->meta.name}] = service;

    std::map<EndpointId, ConnectionSet> routes;
    for (const ObjectPtr &object : objects) {
        const auto *ingress = std::get_if<kube::Ingress>(&object->value);
        if (!ingress)
            continue;
        for (const kube::IngressBackend &backend : ingress->backends) {
            const std::string &nameSpace = workspace.namespaceOf(*object);
            const auto found = services.find({nameSpace, backend.service});
            if (found == services.end() || !found->second->selector ||
                found->second->selector->empty())
                continue;
            const auto ports = backendPorts(*found->second, portOf(backend, ingress->isRoute));
            kube::LabelSelector selector;
            selector.matchLabels = *found->second->selector;
            for (EndpointId id : evaluator.selected(selector, nameSpace))
                if (evaluator.endpoint(id).kind == EndpointKind::Workload)
                    for (const kube::ServicePort *port : ports)
                        addRoute(*port, evaluator.endpoint(id), routes[id]);
        }
    }

    std::vector<ControllerAccess> result;
    const std::string controllerNamespace = "ingress-controller-ns";
    const kube::Labels labels{{kube::kNamespaceNameLabel, controllerNamespace}};
    for (const auto &[id, routed] : routes)
        if (!routed.isEmpty())
            result.push_back(
                {id, routed,
                 routed & evaluator.ingressFromStranger(id, controllerNamespace, labels, {})});
    return result;
}

} // namespace drawbridge::verdict
