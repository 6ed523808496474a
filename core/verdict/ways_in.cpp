#include "verdict/ways_in.h"

#include "verdict/attached_routes.h"
#include "verdict/backend_ports.h"
#include "verdict/doubts.h"
#include "verdict/ingress_controller.h"
#include "verdict/who_comes_in.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Object;
using kube::ObjectPtr;
using kube::Protocol;

using Name = std::pair<std::string, std::string>; ///< namespace and name

std::string textOf(const Name &name)
{
    return name.first + '/' + name.second;
}

bool isIn(const kube::Labels &wanted, const kube::Labels &labels)
{
    return std::includes(labels.begin(), labels.end(), wanted.begin(), wanted.end());
}

/// The pods' own ports behind one of a Service. A number need not be declared, a name must be.
ConnectionSet podPorts(const kube::ServicePort &port, const Variant &variant)
{
    ConnectionSet ports;
    if (port.targetName.empty()) {
        const std::uint32_t number = port.targetPort.value_or(port.port);
        ports.insert(port.protocol, number, number);
        return ports;
    }
    for (const kube::ContainerPort &declared : variant.ports)
        if (declared.name == port.targetName && declared.protocol == port.protocol) {
            ports.insert(declared.protocol, declared.port, declared.port);
            break; // an endpoint has one port, the first of that name
        }
    return ports;
}

/// Where an Ingress, a Route or a route sends what comes in.
struct Backend
{
    Name service;
    kube::Origin origin;
    BackendPort port;
};

/// Empty if it names none.
std::string portText(const BackendPort &port)
{
    return port.name.empty() && port.number ? std::to_string(*port.number) : port.name;
}

bool isDeclared(const kube::ServicePort &port, const Variant &variant)
{
    const std::uint32_t number = port.targetPort.value_or(port.port);
    return std::any_of(variant.ports.begin(), variant.ports.end(), [&](const auto &declared) {
        return declared.protocol == port.protocol &&
               (port.targetName.empty() ? declared.port == number
                                        : declared.name == port.targetName);
    });
}

bool isIngress(const Object &object)
{
    return std::holds_alternative<kube::Ingress>(object.value);
}

class Collector
{
public:
    Collector(const kube::Workspace &workspace, const Evaluator &evaluator)
        : m_workspace(workspace), m_evaluator(evaluator), m_objects(workspace.effectiveObjects())
    {
        for (const ObjectPtr &object : m_objects) {
            if (std::holds_alternative<kube::Service>(object->value))
                m_services[nameOf(*object)] = object.get();
            else if (std::holds_alternative<kube::Gateway>(object->value))
                m_gateways[nameOf(*object)] = object.get();
        }
        for (const ObjectPtr &object : workspace.objects())
            if (std::holds_alternative<kube::Other>(object->value) &&
                (object->meta.group().empty() || object->meta.group() == kube::kGatewayGroup))
                m_unreadable.insert(told(*object));
    }

    WaysIn run()
    {
        for (const ObjectPtr &object : m_objects) {
            if (const auto *ingress = std::get_if<kube::Ingress>(&object->value))
                take(*object, *ingress);
            else if (const auto *route = std::get_if<kube::GatewayRoute>(&object->value))
                take(*object, *route);
            else if (const auto *service = std::get_if<kube::Service>(&object->value))
                take(*object, *service);
        }
        for (auto &[key, way] : m_ways) {
            for (const auto &[variant, leads] : m_leads[&way])
                way.leads |= leads;
            if (!way.leads.isEmpty()) {
                judge(way);
                m_result.ways.push_back(std::move(way));
            }
        }
        return std::move(m_result);
    }

private:
    using Key = std::tuple<WayKind, std::string, std::string, EndpointId>;

    Name nameOf(const Object &object) const
    {
        return {m_workspace.namespaceOf(object), object.meta.name};
    }

    std::string told(const Object &object) const
    {
        return object.meta.kind + ' ' + textOf(nameOf(object));
    }

    /// It is there, and a problem of its own says what is wrong with it.
    bool isUnreadable(const char *kind, const Name &name) const
    {
        return m_unreadable.count(std::string(kind) + ' ' + textOf(name)) > 0;
    }

    void report(Severity severity, Code code, const Object &object, kube::Origin origin,
                std::vector<std::string> arguments)
    {
        if (m_workspace.location(&object).isStale)
            return;
        arguments.insert(arguments.begin(), told(object));
        Diagnostic problem{
            severity, code, m_workspace.place(&object, origin), std::move(arguments), {}};
        auto &all = m_result.problems;
        if (std::find(all.begin(), all.end(), problem) == all.end())
            all.push_back(std::move(problem));
    }

    Way &way(WayKind kind, const Name &name, const Object *object, EndpointId target)
    {
        Way &way = m_ways[{kind, name.first, name.second, target}];
        way.kind = kind;
        way.nameSpace = name.first;
        way.name = name.second;
        way.object = object;
        way.target = target;
        return way;
    }

    static void addThrough(Way &way, const Object *object)
    {
        if (std::find(way.through.begin(), way.through.end(), object) == way.through.end())
            way.through.push_back(object);
    }

    void take(const Object &object, const kube::Ingress &ingress)
    {
        const WayKind kind = ingress.isRoute ? WayKind::Route : WayKind::Ingress;
        const Name name = nameOf(object);
        for (const kube::IngressBackend &to : ingress.backends) {
            Backend backend;
            backend.service = {name.first, to.service};
            backend.origin = to.origin;
            if (ingress.isRoute)
                backend.port.names = BackendPort::Names::Pod;
            backend.port.name = to.portName;
            backend.port.number = to.port;
            backend.port.isAny = to.anyPort;
            lead(object, backend,
                 [&](EndpointId target) -> Way & { return way(kind, name, &object, target); });
        }
    }

    void take(const Object &object, const kube::GatewayRoute &route)
    {
        for (const kube::RouteParent &parent : route.parents) {
            const Name own = nameOf(object);
            const Name name{parent.nameSpace.empty() ? own.first : parent.nameSpace, parent.name};
            const auto found = m_gateways.find(name);
            const Object *gateway = found == m_gateways.end() ? nullptr : found->second;
            if (!gateway && isUnreadable("Gateway", name))
                continue;
            Answer attached = Answer::Yes;
            if (!gateway)
                report(Severity::Note, Code::WayWithoutGateway, object, parent.origin,
                       {textOf(name)});
            else
                attached = isAttached(m_evaluator, std::get<kube::Gateway>(gateway->value),
                                      name.first, parent, route, own.first);
            if (attached == Answer::No)
                report(Severity::Note, Code::WayNotAttached, object, parent.origin, {textOf(name)});
            else if (attached == Answer::Maybe)
                report(Severity::Note, Code::WayMayNotAttach, object, parent.origin,
                       {textOf(name), own.first});
            if (attached == Answer::No)
                continue;
            m_isSure = attached == Answer::Yes;
            for (const kube::RouteBackend &to : route.backends)
                takeBackend(object, route.kind, to, [&](EndpointId target) -> Way & {
                    Way &way = this->way(WayKind::Gateway, name, gateway, target);
                    addThrough(way, &object);
                    if (attached == Answer::Maybe)
                        way.unstated = own.first;
                    return way;
                });
            m_isSure = true;
        }
    }

    template <typename WayTo>
    void takeBackend(const Object &object, kube::RouteKind kind, const kube::RouteBackend &to,
                     WayTo wayTo)
    {
        const std::string own = m_workspace.namespaceOf(object);
        Backend backend;
        backend.service = {to.nameSpace.empty() ? own : to.nameSpace, to.service};
        backend.origin = to.origin;
        backend.port.number = to.port;
        backend.port.protocol = kind == kube::RouteKind::Udp ? Protocol::Udp : Protocol::Tcp;
        if (backend.service.first != own && !isGranted(object, backend.service)) {
            report(Severity::Note, Code::WayNeedsGrant, object, to.origin,
                   {textOf(backend.service), backend.service.first});
            return;
        }
        lead(object, backend, wayTo);
    }

    bool isGranted(const Object &route, const Name &service) const
    {
        return std::any_of(m_objects.begin(), m_objects.end(), [&](const ObjectPtr &object) {
            const auto *grant = std::get_if<kube::ReferenceGrant>(&object->value);
            if (!grant || m_workspace.namespaceOf(*object) != service.first)
                return false;
            const kube::ReferenceGrant::From from{route.meta.kind, m_workspace.namespaceOf(route)};
            const auto &names = grant->services;
            return std::count(grant->from.begin(), grant->from.end(), from) > 0 &&
                   std::any_of(names.begin(), names.end(), [&](const std::string &name) {
                       return name.empty() || name == service.second;
                   });
        });
    }

    /// The pods of a backend's Service.
    template <typename WayTo>
    void lead(const Object &object, const Backend &backend, WayTo wayTo)
    {
        const auto found = m_services.find(backend.service);
        if (found == m_services.end()) {
            if (!isUnreadable("Service", backend.service))
                report(Severity::Note, Code::WayWithoutService, object, backend.origin,
                       {textOf(backend.service)});
            return;
        }
        const auto &service = std::get<kube::Service>(found->second->value);
        const std::vector<const kube::ServicePort *> ports = backendPorts(service, backend.port);
        if (ports.empty() && !backend.port.isAny) {
            std::vector<std::string> arguments{textOf(backend.service)};
            if (const std::string port = portText(backend.port); !port.empty())
                arguments.push_back(port);
            report(Severity::Warning, Code::WayWithoutPort, object, backend.origin,
                   std::move(arguments));
            return;
        }
        if (!service.selector || service.selector->empty()) {
            std::vector<std::string> arguments{textOf(backend.service)};
            if (service.type == "ExternalName")
                arguments.push_back(service.type);
            report(Severity::Note, Code::WayWithoutSelector, object, backend.origin,
                   std::move(arguments));
            return;
        }
        m_place = {&object, backend.origin};
        if (!leadTo(*found->second, service, ports, wayTo))
            report(Severity::Note, Code::WayWithoutPods, object, backend.origin,
                   {textOf(backend.service)});
        checkDeclared(object, backend, *found->second, ports);
    }

    /// A name that no pod has leads nowhere. A number does, but lists know declared ports only
    /// (list-format 29).
    void checkDeclared(const Object &object, const Backend &backend, const Object &service,
                       const std::vector<const kube::ServicePort *> &ports)
    {
        kube::LabelSelector selector;
        selector.matchLabels = *std::get<kube::Service>(service.value).selector;
        std::vector<const Variant *> variants; // of workloads: pods of a sketch declare nothing
        for (EndpointId id : m_evaluator.selected(selector, backend.service.first))
            if (m_evaluator.endpoint(id).kind == EndpointKind::Workload)
                for (const Variant &variant : m_evaluator.endpoint(id).variants)
                    if (isIn(selector.matchLabels, m_evaluator.labelsOf(variant)))
                        variants.push_back(&variant);
        for (const kube::ServicePort *port : ports) {
            const bool isName = !port->targetName.empty();
            if (variants.empty() || (!isName && !isIngress(object)) ||
                std::any_of(variants.begin(), variants.end(),
                            [&](const Variant *variant) { return isDeclared(*port, *variant); }))
                continue;
            const std::string number = std::to_string(port->targetPort.value_or(port->port));
            std::vector<std::string> arguments{textOf(backend.service),
                                               isName ? port->targetName : number};
            if (!isName)
                arguments.emplace_back("number");
            report(isName ? Severity::Warning : Severity::Note, Code::WayUndeclaredPort, object,
                   backend.origin, std::move(arguments));
        }
    }

    /// False if the Service has a selector that no pod meets.
    template <typename WayTo>
    bool leadTo(const Object &object, const kube::Service &service,
                const std::vector<const kube::ServicePort *> &ports, WayTo wayTo)
    {
        if (!service.selector || service.selector->empty())
            return true; // its addresses are written by hand
        kube::LabelSelector selector;
        selector.matchLabels = *service.selector;
        bool isAny = false;
        for (EndpointId id : m_evaluator.selected(selector, m_workspace.namespaceOf(object))) {
            if (m_evaluator.endpoint(id).kind == EndpointKind::LikeGroup)
                continue;
            isAny = true;
            Way &way = wayTo(id);
            m_from.emplace(&way, m_place);
            addThrough(way, &object);
            for (const Variant &variant : m_evaluator.endpoint(id).variants)
                if (isIn(selector.matchLabels, m_evaluator.labelsOf(variant)))
                    for (const kube::ServicePort *port : ports) {
                        const ConnectionSet own = podPorts(*port, variant);
                        m_leads[&way][&variant] |= own;
                        if (m_isSure)
                            m_sureLeads[&way][&variant] |= own;
                    }
        }
        return isAny;
    }

    void take(const Object &object, const kube::Service &service)
    {
        if (!service.leadsIn())
            return;
        const WayKind kind = service.type == "NodePort" ? WayKind::NodePort : WayKind::LoadBalancer;
        std::vector<const kube::ServicePort *> ports;
        for (const kube::ServicePort &port : service.ports)
            ports.push_back(&port);
        m_place = {&object, object.meta.nameOrigin};
        leadTo(object, service, ports, [&](EndpointId target) -> Way & {
            return way(kind, nameOf(object), &object, target);
        });
    }

    void judge(Way &way)
    {
        std::vector<kube::Family> families{kube::Family::V4};
        if (way.comesFromAddress())
            if (const auto &given = std::get<kube::Service>(way.object->value).families;
                !given.empty())
                families = given;
        const bool mayBeIsolated = mayIsolate(m_evaluator, way.target, kube::Direction::Ingress);
        for (const auto &[variant, leads] : m_leads[&way]) {
            if (variant->hostNetwork ||
                mayBeIsolated) { // whether policies hold for it is not known
                way.possible |= leads;
                continue;
            }
            const Admitted admitted = way.comesFromAddress()
                                          ? admittedToSomeAddress(m_evaluator, *variant, families)
                                          : admittedToSomePod(m_evaluator, *variant);
            way.allowed |= m_sureLeads[&way][variant] & admitted.always;
            way.possible |= leads & admitted.possibly;
        }
        if (way.possible.isEmpty())
            reportDenied(way);
        else if ((way.kind == WayKind::Ingress || way.kind == WayKind::Route) &&
                 !admitsStranger(way))
            report(Severity::Note, Code::WayForNamedPods, way);
    }

    /// A controller as lists take it.
    bool admitsStranger(const Way &way)
    {
        const auto &all = m_leads[&way];
        return std::any_of(all.begin(), all.end(), [&](const auto &one) {
            return !(admittedToController(m_evaluator, *one.first) & one.second).isEmpty();
        });
    }

    void report(Severity severity, Code code, const Way &way)
    {
        const auto &[object, origin] = m_from.at(&way);
        report(severity, code, *object, origin,
               {m_evaluator.endpoint(way.target).text(), way.leads.label()});
    }

    /// A pod's own node is always let in, and what comes to a node's address may be passed on by
    /// that one: the finding says so, by one argument more.
    void reportDenied(const Way &way)
    {
        const auto &[object, origin] = m_from.at(&way);
        std::vector<std::string> arguments{m_evaluator.endpoint(way.target).text(),
                                           way.leads.label()};
        if (way.comesFromAddress())
            arguments.emplace_back("own node");
        report(way.comesFromAddress() ? Severity::Hint : Severity::Warning, Code::WayDenied,
               *object, origin, std::move(arguments));
    }

    const kube::Workspace &m_workspace;
    const Evaluator &m_evaluator;
    std::vector<ObjectPtr> m_objects;
    std::map<Name, const Object *> m_services;
    std::map<Name, const Object *> m_gateways;
    std::set<std::string> m_unreadable; ///< as `told`
    std::map<Key, Way> m_ways;
    /// Of each way, the ports of each label set that it leads to.
    std::map<const Way *, std::map<const Variant *, ConnectionSet>> m_leads;
    std::map<const Way *, std::map<const Variant *, ConnectionSet>> m_sureLeads;
    bool m_isSure = true; ///< of what is being followed; see Way::unstated
    std::pair<const Object *, kube::Origin> m_place; ///< the same
    /// Where it is written that a way leads to its target.
    std::map<const Way *, std::pair<const Object *, kube::Origin>> m_from;
    WaysIn m_result;
};

} // namespace

const char *nameOf(WayKind kind)
{
    switch (kind) {
    case WayKind::Ingress:
        return "Ingress";
    case WayKind::Route:
        return "Route";
    case WayKind::Gateway:
        return "Gateway";
    case WayKind::NodePort:
        return "NodePort";
    case WayKind::LoadBalancer:
        return "LoadBalancer";
    }
    return "";
}

WaysIn waysIn(const kube::Workspace &workspace, const Evaluator &evaluator)
{
    return Collector(workspace, evaluator).run();
}

} // namespace drawbridge::verdict
