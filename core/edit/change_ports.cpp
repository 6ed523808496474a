#include "edit/container_ports.h"
#include "edit/list_writer.h"
#include "edit/planner.h"

#include "kube/names.h"

#include <algorithm>
#include <set>

namespace drawbridge::edit {

using kube::Object;
using yaml::NodeId;
using yaml::Value;

namespace {

Path podSpecPath(kube::WorkloadKind kind)
{
    if (kind == kube::WorkloadKind::Pod)
        return Path{"spec"};
    if (kind == kube::WorkloadKind::CronJob)
        return Path{"spec", "jobTemplate", "spec", "template", "spec"};
    return Path{"spec", "template", "spec"};
}

NodeId nodeAt(const Object &object, const Path &path)
{
    const yaml::Tree &tree = object.piece->tree;
    NodeId node = object.node;
    for (const Step &step : path)
        node = node == yaml::kNoNode ? node : tree.find(node, std::get<std::string>(step));
    return node;
}

/// The items of a list below a node; `isPlain` is false if there is something else than a list.
std::vector<NodeId> itemsOf(const yaml::Tree &tree, NodeId parent, const char *key, bool &isPlain)
{
    const NodeId list = parent == yaml::kNoNode ? parent : tree.find(parent, key);
    if (list == yaml::kNoNode || tree[list].kind == yaml::Kind::Null)
        return {};
    isPlain = tree[list].kind == yaml::Kind::Sequence;
    const auto children = tree[list].children;
    return isPlain ? std::vector<NodeId>(children.begin(), children.end()) : std::vector<NodeId>();
}

Value containerPortValue(const kube::ContainerPort &port)
{
    std::vector<std::pair<std::string, Value>> pairs;
    if (!port.name.empty())
        pairs.emplace_back("name", Value::ofText(port.name));
    pairs.emplace_back("containerPort", Value::ofInteger(port.port));
    if (port.protocol != kube::Protocol::Tcp)
        pairs.emplace_back("protocol", Value::ofText(nameOf(port.protocol)));
    return Value::ofMapping(std::move(pairs));
}

Value targetValue(const kube::ServicePort &port)
{
    return port.targetPort ? Value::ofInteger(*port.targetPort) : Value::ofText(port.targetName);
}

bool hasTarget(const kube::ServicePort &port)
{
    return port.targetPort || !port.targetName.empty();
}

Value servicePortValue(const kube::ServicePort &port)
{
    std::vector<std::pair<std::string, Value>> pairs;
    if (!port.name.empty())
        pairs.emplace_back("name", Value::ofText(port.name));
    pairs.emplace_back("port", Value::ofInteger(port.port));
    if (hasTarget(port))
        pairs.emplace_back("targetPort", targetValue(port));
    if (port.protocol != kube::Protocol::Tcp)
        pairs.emplace_back("protocol", Value::ofText(nameOf(port.protocol)));
    return Value::ofMapping(std::move(pairs));
}

template <typename Port>
void writeNameAndProtocol(ObjectWriter &writer, const Path &path, const Port &before,
                          const Port &wanted)
{
    if (before.name != wanted.name) {
        if (wanted.name.empty())
            writer.remove(path / std::string("name"));
        else
            writer.set(path / std::string("name"), Value::ofText(wanted.name), 0);
    }
    if (before.protocol != wanted.protocol)
        writer.set(path / std::string("protocol"), Value::ofText(nameOf(wanted.protocol)));
}

std::optional<Failure> invalid(const std::string &name, const std::vector<std::string> &faults,
                               const char *rule)
{
    return faults.empty() ? std::nullopt : std::optional(Failure{Code::InvalidName, {name, rule}});
}

std::optional<Failure> outOfRange(std::uint32_t port)
{
    const bool isPort = port >= 1 && port <= kube::kLastPort;
    return isPort ? std::nullopt
                  : std::optional(Failure{Code::InvalidPort, {std::to_string(port)}});
}

/// Names are unique in a container (validateContainerPorts).
std::optional<Failure> faultOf(const std::vector<kube::ContainerPort> &ports,
                               const std::string &container)
{
    std::set<std::string> names;
    std::set<std::string> numbers;
    for (const kube::ContainerPort &port : ports) {
        if (auto failure = outOfRange(port.port))
            return failure;
        const std::string number =
            std::string(nameOf(port.protocol)) + ' ' + std::to_string(port.port);
        if (port.origin.node == yaml::kNoNode && numbers.count(number))
            return Failure{Code::PortTwice, {number, container}};
        numbers.insert(number);
        if (port.name.empty())
            continue;
        if (auto failure = invalid(port.name, kube::portNameFaults(port.name), "RFC 6335"))
            return failure;
        if (!names.insert(port.name).second)
            return Failure{Code::PortTwice, {port.name, container}};
    }
    return {};
}

/// As the API server's ValidateService.
std::optional<Failure> faultOf(const std::vector<kube::ServicePort> &ports,
                               const std::string &service)
{
    if (ports.empty())
        return Failure{Code::LastPort, {service}};
    std::set<std::string> known;
    for (const kube::ServicePort &port : ports) {
        for (const std::uint32_t number : {port.port, port.targetPort.value_or(port.port)})
            if (auto failure = outOfRange(number))
                return failure;
        if (port.name.empty() && ports.size() > 1)
            return Failure{Code::PortNeedsName, {service}};
        if (!port.name.empty())
            if (auto failure = invalid(port.name, kube::dnsLabelFaults(port.name), "RFC 1123"))
                return failure;
        if (!port.targetName.empty())
            if (auto failure =
                    invalid(port.targetName, kube::portNameFaults(port.targetName), "RFC 6335"))
                return failure;
        const std::string number =
            std::string(nameOf(port.protocol)) + ' ' + std::to_string(port.port);
        if (!known.insert(number).second)
            return Failure{Code::PortTwice, {number, service}};
        if (!port.name.empty() && !known.insert(port.name).second)
            return Failure{Code::PortTwice, {port.name, service}};
    }
    return {};
}

std::optional<Failure> refused(const Object &object)
{
    return Failure{Code::RefusedPorts, {object.meta.kind, object.meta.name}};
}

std::optional<Failure> writeContainer(Draft &draft, const ChangePorts::OfContainer &part)
{
    const Object &object = *part.workload;
    const std::vector<ContainerPorts> containers =
        object.workload() ? containersOf(object) : std::vector<ContainerPorts>();
    if (part.container >= containers.size() || !containers[part.container].isComplete)
        return refused(object);
    const ContainerPorts &container = containers[part.container];
    if (container.ports == part.ports)
        return {};
    if (auto failure = faultOf(part.ports, container.name))
        return failure;
    ObjectWriter writer(draft, draft.handle(&object));
    std::vector<ContainerPorts> wanted =
        containersOf(writer.object()); // others may be changed by now
    wanted[part.container].ports = part.ports;
    const Path path = container.path / std::string("ports");
    if (part.ports.empty())
        writer.remove(path);
    else
        writeList(writer, path, container.ports, part.ports, containerPortValue,
                  [&](const Path &at, const kube::ContainerPort &before,
                      const kube::ContainerPort &item) {
                      if (before.port != item.port)
                          writer.set(at / std::string("containerPort"),
                                     Value::ofInteger(item.port));
                      writeNameAndProtocol(writer, at, before, item);
                  });
    if (writer.failure())
        return writer.failure();
    const std::vector<ContainerPorts> now = containersOf(writer.object());
    const bool isRight =
        std::equal(now.begin(), now.end(), wanted.begin(), wanted.end(),
                   [](const auto &a, const auto &b) { return a.ports == b.ports; });
    return isRight ? std::nullopt : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

std::optional<Failure> writeService(Draft &draft, const ChangePorts::OfService &part)
{
    const Object &object = *part.service;
    const auto *before = std::get_if<kube::Service>(&object.value);
    bool isPlain = true;
    const NodeId spec = nodeAt(object, Path{"spec"});
    const auto items = itemsOf(object.piece->tree, spec, "ports", isPlain);
    if (!before || !isPlain || items.size() != before->ports.size())
        return refused(object);
    if (before->ports == part.ports)
        return {};
    if (auto failure = faultOf(part.ports, object.meta.name))
        return failure;
    ObjectWriter writer(draft, draft.handle(&object));
    writeList(writer, Path{"spec", "ports"}, before->ports, part.ports, servicePortValue,
              [&](const Path &at, const kube::ServicePort &old, const kube::ServicePort &wanted) {
                  if (old.port != wanted.port)
                      writer.set(at / std::string("port"), Value::ofInteger(wanted.port));
                  const Path target = at / std::string("targetPort");
                  const bool differs =
                      old.targetPort != wanted.targetPort || old.targetName != wanted.targetName;
                  if (differs && hasTarget(wanted))
                      writer.set(target, targetValue(wanted));
                  else if (differs)
                      writer.remove(target);
                  writeNameAndProtocol(writer, at, old, wanted);
              });
    if (writer.failure())
        return writer.failure();
    const auto *now = std::get_if<kube::Service>(&writer.object().value);
    const bool isRight = now && now->ports == part.ports && now->selector == before->selector;
    return isRight ? std::nullopt : std::optional(Failure{Code::EditWouldChangeMore, {}});
}

} // namespace

std::vector<ContainerPorts> containersOf(const Object &workload)
{
    const yaml::Tree &tree = workload.piece->tree;
    const Path podSpec = podSpecPath(workload.workload()->kind);
    bool isPlain = true;
    const auto nodes = itemsOf(tree, nodeAt(workload, podSpec), "containers", isPlain);
    std::vector<ContainerPorts> result;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        ContainerPorts container;
        container.path = podSpec / std::string("containers") / i;
        const NodeId name = tree.find(nodes[i], "name");
        container.name = name == yaml::kNoNode ? std::string() : std::string(tree[name].value);
        const auto items = itemsOf(tree, nodes[i], "ports", container.isComplete);
        for (const kube::ContainerPort &port : workload.workload()->ports)
            if (std::find(items.begin(), items.end(), port.origin.node) != items.end())
                container.ports.push_back(port);
        container.isComplete &=
            tree[nodes[i]].kind == yaml::Kind::Mapping && container.ports.size() == items.size();
        result.push_back(std::move(container));
    }
    return result;
}

std::vector<kube::ObjectPtr> servicesOf(const kube::Workspace &workspace, const Object &workload)
{
    std::vector<kube::ObjectPtr> result;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const auto *service = std::get_if<kube::Service>(&object->value);
        if (!service || !service->selector ||
            workspace.namespaceOf(*object) != workspace.namespaceOf(workload))
            continue;
        const kube::Labels &labels = workload.workload()->podLabels;
        if (std::all_of(service->selector->begin(), service->selector->end(), [&](const auto &one) {
                const auto label = labels.find(one.first);
                return label != labels.end() && label->second == one.second;
            }))
            result.push_back(object);
    }
    return result;
}

Result<Rewrite> Planner::changePorts(const ChangePorts &intent)
{
    for (const ChangePorts::OfContainer &part : intent.containers)
        if (auto failure = writeContainer(m_draft, part))
            return *failure;
    for (const ChangePorts::OfService &part : intent.services)
        if (auto failure = writeService(m_draft, part))
            return *failure;
    return finish(nullptr);
}

} // namespace drawbridge::edit
