#include "oracle_read.h"

#include "oracle_cluster.h"
#include "oracle_policy.h"
#include "oracle_yaml.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace oracle {

namespace {

// Thrown for an object that Kubernetes could not decode; the object is skipped.
struct Undecodable : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

const Value *mapMember(const Value *parent, std::string_view key)
{
    const Value *value = parent == nullptr ? nullptr : parent->find(key);
    if (value != nullptr && !value->isMap())
        throw Undecodable("not a mapping");
    return value;
}

std::vector<Value> listMember(const Value *parent, std::string_view key)
{
    const Value *value = parent == nullptr ? nullptr : parent->find(key);
    if (value == nullptr)
        return {};
    if (!value->isList())
        throw Undecodable("not a list");
    return value->items;
}

// The entries of a list of objects.
std::vector<Value> mapsOf(const Value *parent, std::string_view key)
{
    std::vector<Value> items = listMember(parent, key);
    items.erase(std::remove_if(items.begin(), items.end(),
                               [](const Value &item) { return item.type == Value::Type::Null; }),
                items.end());
    for (const Value &item : items) {
        if (!item.isMap())
            throw Undecodable("not a mapping");
    }
    return items;
}

std::string stringMember(const Value *parent, std::string_view key)
{
    const Value *value = parent == nullptr ? nullptr : parent->find(key);
    if (value == nullptr)
        return {};
    if (!value->isString())
        throw Undecodable("not a string");
    return value->text;
}

std::optional<int> intMember(const Value *parent, std::string_view key)
{
    const Value *value = parent == nullptr ? nullptr : parent->find(key);
    if (value == nullptr)
        return std::nullopt;
    if (!value->isInt() || value->integer < INT32_MIN || value->integer > INT32_MAX)
        throw Undecodable("not a number");
    return static_cast<int>(value->integer);
}

bool boolMember(const Value *parent, std::string_view key)
{
    const Value *value = parent == nullptr ? nullptr : parent->find(key);
    if (value == nullptr)
        return false;
    if (value->type != Value::Type::Bool)
        throw Undecodable("not a boolean");
    return value->boolean;
}

Labels labelsMember(const Value *parent, std::string_view key)
{
    Labels labels;
    const Value *value = mapMember(parent, key);
    if (value == nullptr)
        return labels;
    for (std::size_t i = 0; i < value->keys.size(); ++i) {
        const Value &item = value->items[i];
        if (!item.isString() && item.type != Value::Type::Null)
            throw Undecodable("a label value that is no string");
        labels[value->keys[i]] = item.isString() ? item.text : std::string();
    }
    return labels;
}

// Of two objects with the same identity the later one counts.
template <typename Object, typename IsSame>
void putLast(std::vector<Object> &objects, Object object, IsSame isSame)
{
    objects.erase(std::remove_if(objects.begin(), objects.end(), isSame), objects.end());
    objects.push_back(std::move(object));
}

class Reader
{
public:
    explicit Reader(std::string defaultNamespace) : m_defaultNamespace(std::move(defaultNamespace))
    {
    }

    // kind and apiVersion are what the surrounding list says about items that do not say it.
    void read(const Value &object, const std::string &listKind, const std::string &listVersion)
    {
        if (!object.isMap())
            return;
        try {
            std::string kind = stringMember(&object, "kind");
            std::string apiVersion = stringMember(&object, "apiVersion");
            if (kind.empty())
                kind = listKind;
            if (apiVersion.empty())
                apiVersion = listVersion;
            if (isKindOfList(kind, object))
                readList(object, kind, apiVersion);
            else if (isKubernetesGroup(apiVersion))
                readObject(object, kind);
        } catch (const Undecodable &) {
            return;
        }
    }

    Cluster cluster() const { return m_cluster; }

private:
    static bool isKindOfList(const std::string &kind, const Value &object)
    {
        return kind.size() >= 4 && kind.substr(kind.size() - 4) == "List" &&
               object.find("items") != nullptr;
    }

    // Groups without a dot and those below k8s.io belong to Kubernetes (API conventions); a
    // NetworkPolicy of another group is another thing.
    static bool isKubernetesGroup(const std::string &apiVersion)
    {
        const std::size_t slash = apiVersion.find('/');
        const std::string group =
            slash == std::string::npos ? std::string() : apiVersion.substr(0, slash);
        const std::string suffix = ".k8s.io";
        return group == "route.openshift.io" || group.find('.') == std::string::npos ||
               (group.size() > suffix.size() &&
                group.substr(group.size() - suffix.size()) == suffix);
    }

    void readList(const Value &list, const std::string &kind, const std::string &apiVersion)
    {
        const std::string itemKind = kind.substr(0, kind.size() - 4);
        const std::string itemVersion = itemKind.empty() ? std::string() : apiVersion;
        for (const Value &item : listMember(&list, "items"))
            read(item, itemKind, itemVersion);
    }

    void readObject(const Value &object, const std::string &kind)
    {
        if (kind == "Namespace")
            readNamespace(object);
        else if (kind == "Pod")
            readPod(object);
        else if (kind == "NetworkPolicy")
            readPolicy(object);
        else if (kind == "AdminNetworkPolicy" || kind == "BaselineAdminNetworkPolicy" ||
                 kind == "ClusterNetworkPolicy")
            readAdminPolicy(object, kind);
        else if (kind == "Service")
            readService(object);
        else if (kind == "Ingress")
            readIngress(object);
        else if (kind == "Route")
            readRoute(object);
        else
            readWorkload(object, kind);
    }

    // Name and namespace of anything that lives in a namespace.
    template <typename Object>
    void readIdentity(const Value &object, Object &result)
    {
        const Value *metadata = mapMember(&object, "metadata");
        result.name = stringMember(metadata, "name");
        result.ns = stringMember(metadata, "namespace");
        if (result.ns.empty())
            result.ns = m_defaultNamespace;
    }

    void readNamespace(const Value &object)
    {
        const Value *metadata = mapMember(&object, "metadata");
        const std::string name = stringMember(metadata, "name");
        if (!name.empty())
            m_cluster.namespaces[name] = labelsMember(metadata, "labels");
    }

    void readOwners(const Value &object, Pod &pod)
    {
        for (const Value &item : mapsOf(mapMember(&object, "metadata"), "ownerReferences")) {
            OwnerReference owner;
            owner.kind = stringMember(&item, "kind");
            owner.name = stringMember(&item, "name");
            owner.controller = boolMember(&item, "controller");
            pod.owners.push_back(owner);
        }
    }

    // Only `containers` count: the ports of initContainers are gone once the pod serves.
    static void readContainers(const Value *spec, Pod &pod)
    {
        for (const Value &container : mapsOf(spec, "containers")) {
            for (const Value &item : mapsOf(&container, "ports")) {
                ContainerPort port;
                port.name = stringMember(&item, "name");
                port.number = intMember(&item, "containerPort").value_or(0);
                port.protocol = stringMember(&item, "protocol");
                if (port.protocol.empty())
                    port.protocol = "TCP";
                pod.ports.push_back(port);
            }
        }
    }

    static void addAddress(const std::string &text, Pod &pod)
    {
        const std::optional<Address> address = Address::parse(text);
        if (address)
            pod.addresses.push_back(*address);
    }

    void readPod(const Value &object)
    {
        Pod pod;
        readIdentity(object, pod);
        pod.labels = labelsMember(mapMember(&object, "metadata"), "labels");
        readOwners(object, pod);
        readContainers(mapMember(&object, "spec"), pod);
        pod.hostNetwork = boolMember(mapMember(&object, "spec"), "hostNetwork");
        const Value *status = mapMember(&object, "status");
        addAddress(stringMember(status, "podIP"), pod);
        for (const Value &item : mapsOf(status, "podIPs"))
            addAddress(stringMember(&item, "ip"), pod);
        addPod(std::move(pod));
    }

    void readWorkload(const Value &object, const std::string &kind)
    {
        static const std::vector<std::string> kinds{
            "ReplicaSet", "Deployment", "StatefulSet", "DaemonSet", "ReplicationController",
            "Job",        "CronJob"};
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            return;
        Pod pod;
        readIdentity(object, pod);
        pod.kind = kind;
        readOwners(object, pod);
        const Value *spec = mapMember(&object, "spec");
        if (kind == "CronJob")
            spec = mapMember(mapMember(spec, "jobTemplate"), "spec");
        const Value *podTemplate = mapMember(spec, "template");
        pod.labels = labelsMember(mapMember(podTemplate, "metadata"), "labels");
        readContainers(mapMember(podTemplate, "spec"), pod);
        pod.hostNetwork = boolMember(mapMember(podTemplate, "spec"), "hostNetwork");
        addPod(std::move(pod));
    }

    void addPod(Pod pod)
    {
        if (pod.name.empty())
            throw Undecodable("no name");
        const Pod copy = pod;
        putLast(m_cluster.pods, std::move(pod),
                [&copy](const Pod &other) { return other.isSameAs(copy); });
    }

    void readPolicy(const Value &object)
    {
        Policy policy;
        const Value *spec = object.find("spec");
        policy = readPolicySpec(spec);
        readIdentity(object, policy);
        addNamed(m_cluster.policies, std::move(policy));
    }

    void readAdminPolicy(const Value &object, const std::string &kind)
    {
        AdminPolicy policy = readAdminPolicySpec(kind, object.find("spec"));
        policy.name = stringMember(mapMember(&object, "metadata"), "name");
        const std::string name = policy.name;
        putLast(m_cluster.adminPolicies, std::move(policy),
                [&kind, &name](const AdminPolicy &other) {
                    return !name.empty() && other.kind == kind && other.name == name;
                });
    }

    template <typename Object>
    static void addNamed(std::vector<Object> &objects, Object object)
    {
        const std::string ns = object.ns;
        const std::string name = object.name;
        putLast(objects, std::move(object), [&ns, &name](const Object &other) {
            return !name.empty() && other.ns == ns && other.name == name;
        });
    }

    void readService(const Value &object)
    {
        Service service;
        readIdentity(object, service);
        const Value *spec = mapMember(&object, "spec");
        // Kubernetes docs, Service: an ExternalName is a DNS alias, it has no endpoints.
        service.type = stringMember(spec, "type");
        if (service.type != "ExternalName")
            service.selector = labelsMember(spec, "selector");
        for (const Value &item : mapsOf(spec, "ports")) {
            ServicePort port;
            port.name = stringMember(&item, "name");
            port.number = intMember(&item, "port").value_or(0);
            if (item.find("protocol") != nullptr)
                port.protocol = stringMember(&item, "protocol");
            const Value *target = item.find("targetPort");
            if (target != nullptr && target->isString())
                port.targetName = target->text;
            else
                port.targetNumber = intMember(&item, "targetPort");
            service.ports.push_back(port);
        }
        addNamed(m_cluster.services, std::move(service));
    }

    static void readPort(const Value *parent, std::string_view key, Backend &backend)
    {
        const Value *port = parent == nullptr ? nullptr : parent->find(key);
        if (port != nullptr && port->isString())
            backend.portName = port->text;
        else
            backend.portNumber = intMember(parent, key);
    }

    static void addBackend(const Value *backend, Ingress &ingress)
    {
        const Value *service = mapMember(backend, "service");
        Backend result;
        if (service == nullptr) { // the versions before v1
            result.service =
                backend == nullptr ? std::string() : stringMember(backend, "serviceName");
            readPort(backend, "servicePort", result);
            if (!result.service.empty())
                ingress.backends.push_back(result);
            return;
        }
        const Value *port = mapMember(service, "port");
        result.service = stringMember(service, "name");
        result.portNumber = intMember(port, "number");
        if (port != nullptr && port->find("name") != nullptr)
            result.portName = stringMember(port, "name");
        ingress.backends.push_back(result);
    }

    void readIngress(const Value &object)
    {
        Ingress ingress;
        readIdentity(object, ingress);
        const Value *spec = mapMember(&object, "spec");
        addBackend(mapMember(spec, "defaultBackend"), ingress);
        addBackend(mapMember(spec, "backend"), ingress);
        for (const Value &rule : mapsOf(spec, "rules")) {
            for (const Value &path : mapsOf(mapMember(&rule, "http"), "paths"))
                addBackend(mapMember(&path, "backend"), ingress);
        }
        addNamed(m_cluster.ingresses, std::move(ingress));
    }

    static void addTarget(const Value *target, const Value *port, Ingress &route)
    {
        if (target == nullptr)
            return;
        const std::string kind = stringMember(target, "kind");
        Backend result;
        result.service = stringMember(target, "name");
        result.isOfRoute = true;
        readPort(port, "targetPort", result);
        if (kind.empty() || kind == "Service")
            route.backends.push_back(result);
    }

    void readRoute(const Value &object)
    {
        Ingress route;
        readIdentity(object, route);
        const Value *spec = mapMember(&object, "spec");
        const Value *port = mapMember(spec, "port");
        addTarget(mapMember(spec, "to"), port, route);
        for (const Value &target : mapsOf(spec, "alternateBackends"))
            addTarget(&target, port, route);
        addNamed(m_cluster.routes, std::move(route));
    }

    std::string m_defaultNamespace;
    Cluster m_cluster;
};

bool isJsonPath(const std::string &path)
{
    return path.size() >= 5 && path.substr(path.size() - 5) == ".json";
}

} // namespace

Cluster load(const std::vector<std::pair<std::string, std::string>> &files,
             const std::string &defaultNamespace)
{
    std::vector<std::pair<std::string, std::string>> sorted = files;
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto &left, const auto &right) {
        return std::filesystem::path(left.first) < std::filesystem::path(right.first);
    });
    Reader reader(defaultNamespace);
    for (const auto &[path, bytes] : sorted) {
        for (const Value &document : parseFile(bytes, isJsonPath(path)))
            reader.read(document, {}, {});
    }
    return reader.cluster();
}

Cluster loadText(const std::string &text, const std::string &defaultNamespace)
{
    return load({{"input.yaml", text}}, defaultNamespace);
}

} // namespace oracle
