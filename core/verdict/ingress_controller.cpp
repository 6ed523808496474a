#include "verdict/ingress_controller.h"

#include "verdict/backend_ports.h"

#include <map>
#include <utility>

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
void addRoute(const kube::ServicePort &port, const Variant &variant, ConnectionSet &routed)
{
    const std::uint32_t number = port.targetPort.value_or(port.port);
    const bool isNamed = !port.targetName.empty();
    for (const kube::ContainerPort &declared : variant.ports) {
        const bool isMeant = isNamed ? declared.name == port.targetName : declared.port == number;
        if (!isMeant || declared.protocol != Protocol::Tcp)
            continue;
        routed.insert(Protocol::Tcp, declared.port, declared.port);
        break;
    }
}

/// The ports of the pods that the selector holds; others of their workload are not led to.
void addRoutes(const Evaluator &evaluator, EndpointId id, const kube::LabelSelector &selector,
               const std::vector<const kube::ServicePort *> &ports,
               std::vector<ConnectionSet> &routes)
{
    const std::vector<Variant> &variants = evaluator.endpoint(id).variants;
    routes.resize(variants.size());
    for (std::size_t i = 0; i < variants.size(); ++i)
        if (selector.matches(evaluator.labelsOf(variants[i])))
            for (const kube::ServicePort *port : ports)
                addRoute(*port, variants[i], routes[i]);
}

} // namespace

ConnectionSet admittedToController(const Evaluator &evaluator, const Variant &target)
{
    const std::string nameSpace = "ingress-controller-ns";
    return evaluator.ingressFromStranger(target, nameSpace,
                                         {{kube::kNamespaceNameLabel, nameSpace}}, {});
}

std::vector<ControllerAccess> controllerAccess(const kube::Workspace &workspace,
                                               const Evaluator &evaluator)
{
    const std::vector<ObjectPtr> &objects = workspace.effectiveObjects();
    std::map<std::pair<std::string, std::string>, const kube::Service *> services;
    for (const ObjectPtr &object : objects)
        if (const auto *service = std::get_if<kube::Service>(&object->value))
            services[{workspace.namespaceOf(*object), object->meta.name}] = service;

    std::map<EndpointId, std::vector<ConnectionSet>> routes; // one for each variant
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
                    addRoutes(evaluator, id, selector, ports, routes[id]);
        }
    }

    std::vector<ControllerAccess> result;
    for (const auto &[id, ofVariants] : routes) {
        ControllerAccess access{id, {}, {}};
        for (std::size_t i = 0; i < ofVariants.size(); ++i) {
            if (ofVariants[i].isEmpty())
                continue;
            access.routed |= ofVariants[i];
            access.allowed |=
                ofVariants[i] & admittedToController(evaluator, evaluator.endpoint(id).variants[i]);
        }
        if (!access.routed.isEmpty())
            result.push_back(std::move(access));
    }
    return result;
}

} // namespace drawbridge::verdict
