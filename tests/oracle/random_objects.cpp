#include "random_objects.h"

#include <algorithm>

namespace oracle {

std::vector<Value> RandomObjects::objects()
{
    makeNamespaces();
    const int workloads = m_dice.between(1, std::max(1, m_options.maxWorkloads));
    for (int i = 0; i < workloads; ++i)
        makeWorkload(i);
    if (m_options.serviceParts) {
        for (int i = m_dice.between(1, 2); i > 0; --i)
            makePartedWorkload(i);
    }
    const int policies = m_dice.between(0, std::max(0, m_options.maxPolicies));
    for (int i = 0; i < policies; ++i)
        makePolicy(i);
    if (m_options.services && !m_targets.empty())
        makeServices();
    makePartServices();
    if (m_options.adminPolicies)
        makeAdminPolicies();
    return m_objects;
}

void RandomObjects::add(const std::string &apiVersion, const std::string &kind, Value metadata,
                        Value spec)
{
    Value object = makeMap();
    if (!m_dice.percent(3))
        addMember(object, "apiVersion", makeString(apiVersion));
    addMember(object, "kind", makeString(kind));
    addMember(object, "metadata", std::move(metadata));
    addMember(object, "spec", std::move(spec));
    m_objects.push_back(std::move(object));
}

Value RandomObjects::makeMetadata(const std::string &ns, const std::string &name)
{
    Value metadata = makeMap({{"name", makeString(name)}});
    if (ns != "default" || m_dice.percent(50))
        addMember(metadata, "namespace", makeString(ns));
    if (m_dice.percent(10))
        addMember(metadata, "annotations",
                  makeMap({{"example.com/note", makeString("it's \"quoted\": {yes}, #1")}}));
    return metadata;
}

Value RandomObjects::makeLabels()
{
    Value labels = makeMap();
    for (const std::string &key : labelKeys) {
        if (m_dice.percent(40))
            addMember(labels, key, makeString(m_dice.pick(labelValues)));
    }
    return labels;
}

void RandomObjects::makeNamespaces()
{
    const int count = m_dice.between(1, std::max(1, m_options.maxNamespaces));
    while (static_cast<int>(m_namespaces.size()) < count &&
           m_namespaces.size() < namespaceNames.size()) {
        const std::string name = m_dice.pick(namespaceNames);
        if (std::find(m_namespaces.begin(), m_namespaces.end(), name) != m_namespaces.end())
            continue;
        m_namespaces.push_back(name);
        if (m_dice.percent(40))
            continue;
        Value metadata = makeMap({{"name", makeString(name)}});
        Value labels = makeLabels();
        if (m_dice.percent(50))
            addMember(labels, "kubernetes.io/metadata.name", makeString(name));
        if (!labels.items.empty() || m_dice.percent(50))
            addMember(metadata, "labels", labels);
        add("v1", "Namespace", std::move(metadata), makeMap());
    }
}

Value RandomObjects::makeContainers()
{
    Strings freeNames = portNames;
    Value containers = makeList();
    const int count = m_dice.between(1, 2);
    for (int i = 0; i < count; ++i) {
        if (m_options.mixedPods && m_dice.percent(30))
            freeNames = portNames;
        Value container = makeMap({{"name", makeString("c" + std::to_string(i))},
                                   {"image", makeString("example.com/app:1.0")}});
        Value ports = makeList();
        for (int n = m_dice.between(0, 3); n > 0; --n) {
            Value port = makeMap({{"containerPort", makeInt(m_dice.pick(portNumbers))}});
            if (!freeNames.empty() && m_dice.percent(60)) {
                const int at = m_dice.below(static_cast<int>(freeNames.size()));
                addMember(port, "name", makeString(freeNames[static_cast<std::size_t>(at)]));
                freeNames.erase(freeNames.begin() + at);
            }
            if (m_dice.percent(60))
                addMember(port, "protocol", makeString(m_dice.pick(protocols)));
            ports.items.push_back(port);
        }
        if (!ports.items.empty() || m_dice.percent(20))
            addMember(container, "ports", ports);
        containers.items.push_back(container);
    }
    return containers;
}

Value RandomObjects::makePodSpec()
{
    Value spec = makeMap({{"containers", makeContainers()}});
    if (m_dice.percent(10))
        addMember(spec, "initContainers", makeContainers());
    if (m_options.adminPolicies && m_dice.percent(10))
        addMember(spec, "hostNetwork", makeBool(true));
    return spec;
}

std::vector<Value> RandomObjects::declaredPorts(const Value &podSpec)
{
    std::vector<Value> result;
    for (const Value &container : podSpec.find("containers")->items) {
        const Value *ports = container.find("ports");
        if (ports != nullptr)
            result.insert(result.end(), ports->items.begin(), ports->items.end());
    }
    return result;
}

std::string RandomObjects::versionOf(const std::string &kind)
{
    if (kind == "Pod" || kind == "ReplicationController")
        return "v1";
    return kind == "Job" || kind == "CronJob" ? "batch/v1" : "apps/v1";
}

Value RandomObjects::makeTemplate(const Value &labels, const Value &podSpec)
{
    Value metadata = makeMap();
    if (!labels.items.empty() || m_dice.percent(50))
        addMember(metadata, "labels", labels);
    return makeMap({{"metadata", metadata}, {"spec", podSpec}});
}

Value RandomObjects::makeWorkloadSpec(const std::string &kind, const Value &labels,
                                      const Value &podSpec)
{
    Value podTemplate = makeTemplate(labels, podSpec);
    if (kind == "CronJob") {
        const Value jobSpec = makeMap({{"template", podTemplate}});
        return makeMap({{"schedule", makeString("*/5 * * * *")},
                        {"jobTemplate", makeMap({{"spec", jobSpec}})}});
    }
    Value spec = makeMap();
    if (kind != "Job" && kind != "DaemonSet" && m_dice.percent(50))
        addMember(spec, "replicas", makeInt(m_dice.between(0, 3)));
    if (kind != "Job" && m_dice.percent(70)) {
        const Value other = m_dice.percent(80) ? labels : makeLabels();
        addMember(spec, "selector",
                  kind == "ReplicationController" ? other : makeMap({{"matchLabels", other}}));
    }
    addMember(spec, "template", std::move(podTemplate));
    return spec;
}

Value RandomObjects::ownerReference(const std::string &kind, const std::string &name)
{
    return makeMap({{"apiVersion", makeString(versionOf(kind))},
                    {"kind", makeString(kind)},
                    {"name", makeString(name)},
                    {"uid", makeString("00000000-0000-0000-0000-000000000000")}});
}

void RandomObjects::makeWorkload(int index)
{
    static const Strings kinds{"Pod",        "Pod",         "ReplicaSet",
                               "Deployment", "StatefulSet", "DaemonSet",
                               "Job",        "CronJob",     "ReplicationController"};
    const std::string kind = m_dice.pick(kinds);
    // Now and then a Deployment and a Job of one name: two workloads.
    const int number = m_dice.percent(10) && index > 0 && kind != "Pod" ? index - 1 : index;
    const std::string name = (kind == "Pod" ? "pod-" : "w-") + std::to_string(number);
    const std::string ns = m_dice.pick(m_namespaces);
    const std::string identity = kind + " " + ns + " " + name;
    if (std::find(m_identities.begin(), m_identities.end(), identity) != m_identities.end())
        return;
    m_identities.push_back(identity);
    const Value labels = makeLabels();
    const Value podSpec = makePodSpec();
    m_targets.push_back({ns, labels, declaredPorts(podSpec)});
    if (kind == "Pod") {
        makePods(ns, name, labels, podSpec);
        return;
    }
    const Value metadata = makeMetadata(ns, name);
    add(versionOf(kind), kind, metadata, makeWorkloadSpec(kind, labels, podSpec));
    if (kind == "Deployment" && m_options.ownerChains && m_dice.percent(60))
        makeOwned(ns, name, labels, podSpec);
}

void RandomObjects::makeOwned(const std::string &ns, const std::string &deployment,
                              const Value &labels, const Value &podSpec)
{
    const std::string name = deployment + "-5d4f8c";
    Value owner = ownerReference("Deployment", deployment);
    addMember(owner, "controller", makeBool(true));
    Value metadata = makeMetadata(ns, name);
    addMember(metadata, "ownerReferences", makeList({owner}));
    add("apps/v1", "ReplicaSet", metadata, makeWorkloadSpec("ReplicaSet", labels, podSpec));
    if (m_dice.percent(60))
        makePod(ns, name + "-abcde", labels, podSpec, ownerReference("ReplicaSet", name), true);
}

void RandomObjects::makePods(const std::string &ns, const std::string &name, const Value &labels,
                             const Value &podSpec)
{
    static const Strings owners{"ReplicaSet", "StatefulSet", "Job", "Node", "VendorSet"};
    if (m_dice.percent(40)) {
        makePod(ns, name, labels, podSpec, makeMap(), false);
        return;
    }
    const std::string owner = m_dice.pick(owners);
    const bool isController = m_dice.percent(70);
    Value reference = ownerReference(owner, name + "-owner");
    if (m_dice.percent(8)) // not valid, but found in exported files
        reference.items[1] = makeString("");
    const int count = m_dice.between(1, 2);
    for (int i = 0; i < count; ++i) {
        const std::string pod = name + "-" + std::to_string(i);
        const bool isOther =
            i > 0 && m_options.mixedPods && m_dice.percent(60); // in the middle of an update
        makePod(ns, pod, isOther ? makeLabels() : labels, isOther ? makePodSpec() : podSpec,
                reference, isController);
    }
}

void RandomObjects::makePod(const std::string &ns, const std::string &name, const Value &labels,
                            const Value &podSpec, Value owner, bool isController)
{
    Value metadata = makeMetadata(ns, name);
    if (!labels.items.empty() || m_dice.percent(50))
        addMember(metadata, "labels", labels);
    if (!owner.items.empty()) {
        if (isController || m_dice.percent(50))
            addMember(owner, "controller", makeBool(isController));
        addMember(metadata, "ownerReferences", makeList({owner}));
    }
    add("v1", "Pod", metadata, podSpec);
    if (!m_options.podAddresses || !m_dice.percent(40))
        return;
    const int net = m_dice.below(2);
    const int host = m_dice.between(1, 9);
    const Value address = makeString("10.0." + std::to_string(net) + "." + std::to_string(host));
    Value status = makeMap({{"phase", makeString("Running")}});
    if (m_dice.percent(70))
        addMember(status, "podIP", address);
    addMember(status, "podIPs", makeList({makeMap({{"ip", address}})}));
    addMember(m_objects.back(), "status", status);
}

Value RandomObjects::makeServicePort(int index, const Target &target)
{
    Value port = makeMap(
        {{"name", makeString("p" + std::to_string(index))}, {"port", makeInt(1000 + index)}});
    const Value *declared = target.ports.empty() ? nullptr : &m_dice.pick(target.ports);
    const Value *name = declared == nullptr ? nullptr : declared->find("name");
    const bool isRandom = declared == nullptr || m_dice.percent(20);
    const Value number =
        isRandom ? makeInt(m_dice.pick(portNumbers)) : *declared->find("containerPort");
    if (name != nullptr && m_dice.percent(60))
        addMember(port, "targetPort", isRandom ? makeString(m_dice.pick(portNames)) : *name);
    else if (m_dice.percent(50))
        addMember(port, "targetPort", number);
    else
        port.items[1] = number;
    if (m_dice.percent(10))
        addMember(port, "protocol", makeString("UDP"));
    return port;
}

Value RandomObjects::makeServiceSelector(const Target &target)
{
    if (target.labels.items.empty() || m_dice.percent(15))
        return makeMap({{m_dice.pick(labelKeys), makeString(m_dice.pick(labelValues))}});
    const auto at =
        static_cast<std::size_t>(m_dice.below(static_cast<int>(target.labels.items.size())));
    return makeMap({{target.labels.keys[at], target.labels.items[at]}});
}

void RandomObjects::makeServices()
{
    const int services = m_dice.between(0, 3);
    for (int i = 0; i < services; ++i) {
        const Target &target = m_dice.pick(m_targets);
        const std::string ns = m_dice.percent(90) ? target.ns : m_dice.pick(m_namespaces);
        const std::string name = "service-" + std::to_string(i);
        Value ports = makeList({makeServicePort(2 * i, target)});
        if (m_dice.percent(40))
            ports.items.push_back(makeServicePort(2 * i + 1, target));
        Value spec = makeMap();
        if (!m_dice.percent(10))
            addMember(spec, "selector", makeServiceSelector(target));
        addMember(spec, "ports", ports);
        if (m_dice.percent(5))
            addMember(spec, "type", makeString("ExternalName"));
        add("v1", "Service", makeMetadata(ns, name), spec);
        if (m_dice.percent(70)) {
            const std::string other = m_dice.percent(90) ? ns : m_dice.pick(m_namespaces);
            makeIngress(i, other, name, m_dice.pick(ports.items));
        } else if (m_dice.percent(50)) {
            makeRoute(i, ns, name, m_dice.pick(ports.items));
        }
    }
}

void RandomObjects::makeRoute(int index, const std::string &ns, const std::string &service,
                              const Value &servicePort)
{
    Value spec = makeMap(
        {{"to", makeMap({{"kind", makeString("Service")}, {"name", makeString(service)}})}});
    const Value *target = servicePort.find("targetPort");
    if (m_dice.percent(70)) {
        const bool isOfService = target == nullptr || m_dice.percent(40);
        const Value &meant =
            isOfService ? servicePort.items[std::size_t(m_dice.below(2))] : *target;
        addMember(spec, "port", makeMap({{"targetPort", meant}}));
    }
    add("route.openshift.io/v1", "Route", makeMetadata(ns, "route-" + std::to_string(index)), spec);
}

void RandomObjects::makeIngress(int index, const std::string &ns, const std::string &service,
                                const Value &servicePort)
{
    const Value port = m_dice.percent(50) ? makeMap({{"number", servicePort.items[1]}})
                                          : makeMap({{"name", servicePort.items[0]}});
    const Value backend =
        makeMap({{"service", makeMap({{"name", makeString(service)}, {"port", port}})}});
    Value spec = makeMap();
    if (m_dice.percent(30)) {
        addMember(spec, "defaultBackend", backend);
    } else {
        const Value path = makeMap(
            {{"path", makeString("/")}, {"pathType", makeString("Prefix")}, {"backend", backend}});
        const Value http = makeMap({{"paths", makeList({path})}});
        addMember(spec, "rules", makeList({makeMap({{"http", http}})}));
    }
    add("networking.k8s.io/v1", "Ingress", makeMetadata(ns, "ingress-" + std::to_string(index)),
        spec);
}

} // namespace oracle
