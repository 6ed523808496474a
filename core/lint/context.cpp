#include "lint/context.h"

#include <algorithm>

namespace drawbridge::lint {

using verdict::EndpointId;

namespace {

constexpr std::size_t kMostNamed = 3;

} // namespace

Context::Context(const kube::Workspace &files, const verdict::Evaluator &verdicts)
    : workspace(files), evaluator(verdicts)
{
    for (const verdict::Endpoint &endpoint : evaluator.endpoints())
        if (endpoint.kind == verdict::EndpointKind::Workload)
            m_workloadNamespaces.insert(endpoint.nameSpace);
    for (const kube::ObjectPtr &object : workspace.objects()) {
        if (std::holds_alternative<kube::Service>(object->value))
            m_services[workspace.namespaceOf(*object)].push_back(object);
        else if (std::holds_alternative<kube::Other>(object->value) &&
                 object->meta.group().find('.') != std::string::npos)
            m_foreign[workspace.namespaceOf(*object)].push_back(object);
    }
    for (const auto &[nameSpace, services] : m_services)
        for (const kube::ObjectPtr &service : services)
            if (const auto address = kube::parseAddress(textAt(*service, "clusterIP")))
                m_serviceAt.emplace(std::pair(address->family, address->value), service.get());
}

const verdict::NearLabels &Context::nearLabels(bool workloadsOnly) const
{
    auto &labels = m_nearLabels[int(workloadsOnly)];
    if (!labels)
        labels.emplace(evaluator, workloadsOnly);
    return *labels;
}

const std::vector<std::string> &Context::namespacesOf(const kube::LabelSelector &selector) const
{
    const auto [found, isNew] = m_namespacesOf.try_emplace(selector.canonical());
    if (isNew)
        found->second = evaluator.namespacesOf(selector);
    return found->second;
}

const kube::Object *Context::serviceAt(const kube::Address &address) const
{
    const auto found = m_serviceAt.find({address.family, address.value});
    return found == m_serviceAt.end() ? nullptr : found->second;
}

void Context::add(Severity severity, Code code, const kube::Object &object, kube::Origin origin,
                  std::vector<std::string> arguments)
{
    findings.push_back(
        {severity, code, workspace.place(&object, origin), std::move(arguments), {}});
}

void Context::addToPolicy(Severity severity, Code code, const kube::Object &policy,
                          kube::Origin origin, std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), workspace.namespaceOf(policy) + '/' + policy.meta.name);
    add(severity, code, policy, origin, std::move(arguments));
}

std::vector<EndpointId> Context::workloads(std::vector<EndpointId> ids) const
{
    std::erase_if(ids, [this](EndpointId id) { return !isWorkload(id); });
    return ids;
}

std::vector<EndpointId> Context::subjects(const kube::Object &policy) const
{
    if (const kube::ClusterPolicy *cluster = policy.clusterPolicy())
        return cluster->subject ? workloads(evaluator.selected(*cluster->subject, {}))
                                : std::vector<EndpointId>{};
    const auto &subject = policy.policy()->subject;
    if (!subject || !hasWorkloads(workspace.namespaceOf(policy)))
        return {};
    return subjectsOf(policy).workloads;
}

const Context::Subjects &Context::subjectsOf(const kube::Object &policy) const
{
    const std::string &nameSpace = workspace.namespaceOf(policy);
    const kube::LabelSelector &subject = *policy.policy()->subject;
    if (!m_subjects || m_subjects->nameSpace != nameSpace || !(m_subjects->selector == subject)) {
        std::vector<EndpointId> all = evaluator.selected(subject, nameSpace);
        std::vector<EndpointId> some = workloads(all);
        m_subjects = {nameSpace, subject, std::move(all), std::move(some)};
    }
    return *m_subjects;
}

std::vector<EndpointId> Context::others(const kube::Object &policy, const kube::Rule &rule) const
{
    std::vector<EndpointId> result;
    std::vector<bool> isKnown(evaluator.endpoints().size());
    for (const kube::Peer &peer : rule.peers)
        for (EndpointId id : evaluator.selected(peer, workspace.namespaceOf(policy)))
            if (isWorkload(id) && !isKnown[id.value]) {
                isKnown[id.value] = true;
                result.push_back(id);
            }
    return result;
}

std::vector<EndpointId> Context::targets(const kube::Object &policy, kube::Direction direction,
                                         const kube::Rule &rule) const
{
    return direction == kube::Direction::Ingress ? subjects(policy) : others(policy, rule);
}

std::vector<EndpointId> Context::targets(const kube::Object &policy, kube::Direction direction,
                                         const kube::ClusterRule &rule) const
{
    if (direction == kube::Direction::Ingress)
        return subjects(policy);
    std::set<EndpointId> result;
    for (const kube::ClusterPeer &peer : rule.peers)
        if (peer.pods)
            for (EndpointId id : workloads(evaluator.selected(*peer.pods, {})))
                result.insert(id);
    return {result.begin(), result.end()};
}

const std::vector<kube::ObjectPtr> &Context::services(const std::string &nameSpace) const
{
    static const std::vector<kube::ObjectPtr> none;
    const auto found = m_services.find(nameSpace);
    return found == m_services.end() ? none : found->second;
}

bool Context::mayBeMadeByOperator(const kube::LabelSelector &selector,
                                  const std::string &nameSpace) const
{
    const auto foreign = m_foreign.find(nameSpace);
    if (foreign == m_foreign.end())
        return false;
    for (const kube::ObjectPtr &object : foreign->second)
        for (const auto &[key, value] : selector.matchLabels)
            if (const auto label = object->meta.labels.find(key);
                label != object->meta.labels.end() && label->second == value)
                return true;
    return false;
}

std::string named(const std::vector<std::string> &names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < kMostNamed; ++i)
        text += (i ? ", " : "") + names[i];
    const std::size_t left = names.size() - std::min(names.size(), kMostNamed);
    return left == 0 ? text : text + " +" + std::to_string(left);
}

bool selects(const kube::Object &service, const verdict::Endpoint &endpoint)
{
    const auto *value = std::get_if<kube::Service>(&service.value);
    if (!value || !value->selector || value->selector->empty())
        return false;
    kube::LabelSelector selector;
    selector.matchLabels = *value->selector;
    return std::any_of(endpoint.objects.begin(), endpoint.objects.end(), [&](const auto *object) {
        return object->workload() && selector.matches(object->workload()->podLabels);
    });
}

std::optional<std::uint32_t> podPort(const kube::ServicePort &port,
                                     const verdict::Endpoint &endpoint)
{
    if (port.targetName.empty())
        return port.targetPort.value_or(port.port);
    for (const verdict::Variant &variant : endpoint.variants)
        for (const kube::ContainerPort &declared : variant.ports)
            if (declared.name == port.targetName && declared.protocol == port.protocol)
                return declared.port;
    return {};
}

yaml::NodeId member(const kube::Object &object, yaml::NodeId mapping, std::string_view key)
{
    const yaml::Tree &tree = object.piece->tree;
    if (mapping == yaml::kNoNode)
        return yaml::kNoNode;
    const yaml::NodeId value = tree.find(tree.resolved(mapping), key);
    return value == yaml::kNoNode ? value : tree.resolved(value);
}

yaml::NodeId specOf(const kube::Object &policy)
{
    return member(policy, policy.node, "spec");
}

std::string textAt(const kube::Object &object, std::string_view key)
{
    const yaml::NodeId node = member(object, specOf(object), key);
    return node == yaml::kNoNode ? std::string() : std::string(object.piece->tree[node].value);
}

bool isEmptyList(const kube::Object &object, yaml::NodeId node)
{
    if (node == yaml::kNoNode)
        return false;
    const yaml::Node value = object.piece->tree[node];
    return value.kind == yaml::Kind::Null ||
           (value.kind == yaml::Kind::Sequence && value.children.empty());
}

const char *peersKey(kube::Direction direction)
{
    return direction == kube::Direction::Ingress ? "from" : "to";
}

const char *rulesKey(kube::Direction direction)
{
    return direction == kube::Direction::Ingress ? "ingress" : "egress";
}

} // namespace drawbridge::lint
