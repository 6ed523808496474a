#include "oracle_ways.h"

#include "oracle_list.h"

#include <algorithm>
#include <map>
#include <utility>

namespace oracle {

namespace {

bool isAtService(const ServicePort &port, const Backend &backend)
{
    return backend.portName ? port.name == *backend.portName : port.number == backend.portNumber;
}

bool isAtPods(const ServicePort &port, const Backend &backend)
{
    if (backend.portName)
        return port.targetName == backend.portName;
    return !port.targetName && port.targetNumber.value_or(port.number) == backend.portNumber;
}

// The only port that an endpoint has for one of the Service's. Kubernetes docs, Service: a number
// need not be declared by the pod; a name is that of a port with the protocol of the Service's.
void addTarget(const Pod &pod, const ServicePort &servicePort, Connections &connections)
{
    Connections::Ports *ports = connections.ofProtocol(servicePort.protocol);
    int number = servicePort.targetNumber.value_or(servicePort.number);
    if (servicePort.targetName) {
        const auto found =
            std::find_if(pod.ports.begin(), pod.ports.end(), [&](const ContainerPort &port) {
                return port.name == *servicePort.targetName &&
                       port.protocol == servicePort.protocol;
            });
        number = found == pod.ports.end() ? 0 : found->number;
    }
    if (ports != nullptr && number >= 1 && number <= 65535)
        ports->set(static_cast<std::size_t>(number));
}

// An Ingress names ports of the Service and no others; lists take more.
std::vector<ServicePort> strictlyMeantPorts(const Service &service, const Backend &backend)
{
    if (backend.isOfRoute)
        return meantPorts(service, backend);
    std::vector<ServicePort> ports;
    for (const ServicePort &port : service.ports) {
        if (port.protocol == "TCP" && isAtService(port, backend))
            ports.push_back(port);
    }
    return ports;
}

std::vector<Pod> somePods(const Cluster &cluster)
{
    Pod stranger;
    stranger.ns = "a-namespace-that-nobody-wrote";
    stranger.name = "a-pod-that-nobody-wrote";
    std::vector<Pod> pods{stranger};
    for (Pod pod : cluster.pods) {
        pod.name = stranger.name;
        if (!pod.hostNetwork) // what policies mean by those is for the plugin to say
            pods.push_back(std::move(pod));
    }
    return pods;
}

class Ways
{
public:
    explicit Ways(const Cluster &cluster)
        : m_cluster(cluster), m_workloads(workloads(cluster)), m_pods(somePods(cluster))
    {
    }

    std::vector<WayIn> run()
    {
        for (const Ingress &ingress : m_cluster.ingresses)
            follow("Ingress", ingress);
        for (const Ingress &route : m_cluster.routes)
            follow("Route", route);
        for (const Service &service : m_cluster.services) {
            if (service.type == "NodePort" || service.type == "LoadBalancer")
                lead(service.type + " " + service.ns + "/" + service.name, service, service.ports);
        }
        std::vector<WayIn> result;
        for (const auto &[text, ofPods] : m_leads)
            judge(text, ofPods, result);
        return result;
    }

private:
    using Leads = std::map<const Pod *, Connections>;

    void follow(const std::string &kind, const Ingress &way)
    {
        for (const Backend &backend : way.backends) {
            for (const Service &service : m_cluster.services) {
                if (service.ns == way.ns && service.name == backend.service)
                    lead(kind + " " + way.ns + "/" + way.name, service,
                         strictlyMeantPorts(service, backend));
            }
        }
    }

    void lead(const std::string &way, const Service &service, const std::vector<ServicePort> &ports)
    {
        for (const Workload &workload : m_workloads) {
            for (const std::size_t member : workload.members) {
                const Pod &pod = m_cluster.pods[member];
                if (!selects(service, pod))
                    continue;
                Connections &leads = m_leads[way + " => " + workload.text()][&pod];
                for (const ServicePort &port : ports)
                    addTarget(pod, port, leads);
            }
        }
    }

    std::vector<End> comers(bool fromAddress) const
    {
        std::vector<End> result;
        if (!fromAddress)
            result.assign(m_pods.begin(), m_pods.end());
        else
            for (const AddressRange &range : sourceRanges(m_cluster)) {
                if (!range.first.isV6())
                    result.emplace_back(range.first);
            }
        return result;
    }

    bool isUnrestricted(const Pod &pod) const
    {
        return m_cluster.adminPolicies.empty() &&
               std::none_of(
                   m_cluster.policies.begin(), m_cluster.policies.end(),
                   [&](const Policy &policy) { return applies(policy, pod, Direction::Ingress); });
    }

    void judge(const std::string &text, const Leads &ofPods, std::vector<WayIn> &result) const
    {
        const bool fromAddress = text.rfind("NodePort ", 0) == 0 || text.rfind("Load", 0) == 0;
        WayIn way{text, fromAddress, {}, {}, {}, {}};
        for (const auto &[pod, leads] : ofPods) {
            way.leads |= leads;
            if (pod->hostNetwork) { // policies may not hold for it, and may
                way.toSomebody |= leads;
                continue;
            }
            if (isUnrestricted(*pod))
                way.unrestricted |= leads;
            Connections toEveryone = leads;
            for (const End &comer : comers(fromAddress)) {
                Connections admitted =
                    allowedBySide(m_cluster, Direction::Ingress, comer, End(*pod));
                toEveryone &= admitted;
                admitted &= leads;
                way.toSomebody |= admitted;
            }
            way.toEveryone |= toEveryone;
        }
        if (!way.leads.isEmpty())
            result.push_back(std::move(way));
    }

    const Cluster &m_cluster;
    std::vector<Workload> m_workloads;
    std::vector<Pod> m_pods;
    std::map<std::string, Leads> m_leads; // by way and workload
};

} // namespace

// Kubernetes docs, Ingress: a backend names a port of the Service. Ingress files that give the
// Service's targetPort instead are common, so that counts where nothing else fits. What comes in is
// HTTP or TLS, so a UDP port of the Service is none that could be named.
// OpenShift, route/v1 RoutePort: a number is the port of the pods, a name that of an endpoint's
// port, which the Service gives; without either it is all ports.
std::vector<ServicePort> meantPorts(const Service &service, const Backend &backend)
{
    std::vector<ServicePort> all;
    std::vector<ServicePort> atService;
    std::vector<ServicePort> atPods;
    for (const ServicePort &port : service.ports) {
        if (port.protocol != "TCP")
            continue;
        all.push_back(port);
        if (isAtService(port, backend))
            atService.push_back(port);
        if (isAtPods(port, backend))
            atPods.push_back(port);
    }
    if (backend.isOfRoute && !backend.portName) {
        if (!backend.portNumber)
            return all;
        return atPods.empty() ? atService : atPods;
    }
    return atService.empty() ? atPods : atService;
}

bool selects(const Service &service, const Pod &pod)
{
    Selector selector;
    selector.matchLabels = service.selector;
    return !service.selector.empty() && service.ns == pod.ns && matches(selector, pod.labels);
}

std::vector<WayIn> waysIn(const Cluster &cluster)
{
    return Ways(cluster).run();
}

int servicesOfParts(const Cluster &cluster)
{
    int result = 0;
    const std::vector<Workload> all = workloads(cluster);
    for (const Service &service : cluster.services) {
        result += std::any_of(all.begin(), all.end(), [&](const Workload &workload) {
            const auto isSelected = [&](std::size_t member) {
                return selects(service, cluster.pods[member]);
            };
            return std::any_of(workload.members.begin(), workload.members.end(), isSelected) &&
                   !std::all_of(workload.members.begin(), workload.members.end(), isSelected);
        });
    }
    return result;
}

} // namespace oracle
