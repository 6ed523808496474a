#include "edit/snippets.h"

#include "kube/added_to_pods.h"

#include <algorithm>
#include <array>
#include <bit>
#include <set>

namespace drawbridge::edit {

namespace {

using kube::Direction;
using verdict::EndpointId;
using verdict::Evaluator;
using yaml::Value;

/// Keys by which people name a service, best first.
constexpr std::array kNameKeys{"app.kubernetes.io/name",      "app",       "k8s-app", "name",
                               "app.kubernetes.io/component", "component", "tier"};

std::vector<std::string> preferredKeys(const kube::Labels &labels)
{
    std::vector<std::string> keys;
    for (const char *key : kNameKeys)
        if (labels.count(key))
            keys.emplace_back(key);
    for (const auto &[key, value] : labels)
        if (!isVolatileLabel(key) && std::find(keys.begin(), keys.end(), key) == keys.end())
            keys.push_back(key);
    return keys;
}

/// The labels that all variants share.
kube::Labels commonLabels(const verdict::Endpoint &endpoint)
{
    if (endpoint.objects.empty())
        return endpoint.selector->asLabels().value_or(kube::Labels());
    kube::Labels common = endpoint.objects.front()->workload()->podLabels;
    for (const kube::Object *object : endpoint.objects)
        std::erase_if(common, [&](const auto &label) {
            const auto it = object->workload()->podLabels.find(label.first);
            return it == object->workload()->podLabels.end() || it->second != label.second;
        });
    return common;
}

bool picksOnly(const Evaluator &evaluator, EndpointId id, const kube::Labels &labels)
{
    kube::LabelSelector selector;
    selector.matchLabels = labels;
    return evaluator.selected(selector, evaluator.endpoint(id).nameSpace) == std::vector{id};
}

} // namespace

bool isVolatileLabel(const std::string &key)
{
    static const std::set<std::string, std::less<>> volatileKeys{"version",
                                                                 "app.kubernetes.io/version",
                                                                 "app.kubernetes.io/instance",
                                                                 "app.kubernetes.io/managed-by",
                                                                 "helm.sh/chart",
                                                                 "chart",
                                                                 "heritage",
                                                                 "release"};
    return volatileKeys.count(key) > 0 || kube::isAddedToPods(key);
}

Result<kube::Labels> selectorFor(const Evaluator &evaluator, EndpointId id)
{
    const verdict::Endpoint &endpoint = evaluator.endpoint(id);
    const kube::Labels labels = commonLabels(endpoint);
    if (endpoint.selector) { // a pod group is its selector
        if (labels.empty())
            return Failure{Code::CannotSelect, {endpoint.text(), endpoint.selector->canonical()}};
        return labels;
    }
    const std::vector<std::string> keys = preferredKeys(labels);
    if (keys.empty())
        return Failure{Code::CannotSelect, {endpoint.text(), ""}};
    const std::size_t count = std::min<std::size_t>(keys.size(), 10);
    for (int size = 1; size <= int(count); ++size)
        for (unsigned mask = 1; mask < 1u << count; ++mask) {
            if (std::popcount(mask) != size)
                continue;
            kube::Labels subset;
            for (std::size_t i = 0; i < count; ++i)
                if (mask >> i & 1)
                    subset.emplace(keys[i], labels.at(keys[i]));
            if (picksOnly(evaluator, id, subset))
                return subset;
        }
    kube::Labels all;
    for (const std::string &key : keys)
        all.emplace(key, labels.at(key));
    return all;
}

Value labelsValue(const kube::Labels &labels)
{
    if (labels.empty())
        return Value::ofMapping({});
    std::vector<std::pair<std::string, Value>> pairs;
    for (const auto &[key, value] : labels)
        pairs.emplace_back(key, Value::ofText(value));
    return Value::ofMapping({{"matchLabels", Value::ofMapping(std::move(pairs))}});
}

Value portValue(const PortSpan &port)
{
    std::vector<std::pair<std::string, Value>> pairs{
        {"protocol", Value::ofText(nameOf(port.protocol))}};
    if (!port.name.empty())
        pairs.emplace_back("port", Value::ofText(port.name));
    else if (port.first > 0)
        pairs.emplace_back("port", Value::ofInteger(port.first));
    if (port.name.empty() && port.first > 0 && port.last > port.first)
        pairs.emplace_back("endPort", Value::ofInteger(port.last));
    return Value::ofMapping(std::move(pairs));
}

Value portsValue(const std::vector<PortSpan> &ports)
{
    std::vector<Value> items;
    items.reserve(ports.size());
    for (const PortSpan &port : ports)
        items.push_back(portValue(port));
    return Value::ofSequence(std::move(items));
}

namespace {

Value ipBlock(const std::string &cidr)
{
    return Value::ofMapping({{"ipBlock", Value::ofMapping({{"cidr", Value::ofText(cidr)}})}});
}

/// The namespaceSelector that means a namespace.
Result<Value> namespaceValue(const kube::Workspace &workspace, const Evaluator &evaluator,
                             const std::string &nameSpace)
{
    if (!nameSpace.empty() && nameSpace.front() == '{') // known by its labels only
        return labelsValue(evaluator.namespaces().at(nameSpace));
    if (writtenNamespace(workspace, nameSpace).empty())
        return Failure{Code::NeedsNamespace, {nameSpace}};
    return labelsValue({{kube::kNamespaceNameLabel, nameSpace}});
}

Result<std::vector<Value>> clusterPeer(const kube::Workspace &workspace, const Evaluator &evaluator,
                                       const std::string &endNamespace, std::optional<Value> pods,
                                       const std::string &nameSpace)
{
    std::vector<std::pair<std::string, Value>> pairs;
    if (endNamespace != nameSpace) {
        Result<Value> selector = namespaceValue(workspace, evaluator, endNamespace);
        if (!selector)
            return selector.failure();
        pairs.emplace_back("namespaceSelector", std::move(*selector));
    }
    if (pods)
        pairs.emplace_back("podSelector", std::move(*pods));
    else if (pairs.empty())
        pairs.emplace_back("podSelector", Value::ofMapping({}));
    return std::vector{Value::ofMapping(std::move(pairs))};
}

} // namespace

Result<std::vector<Value>> peersFor(const kube::Workspace &workspace, const Evaluator &evaluator,
                                    const End &end, const std::string &nameSpace)
{
    switch (end.kind) {
    case End::Kind::Everyone:
        return std::vector<Value>{};
    case End::Kind::Internet:
        return std::vector{ipBlock("0.0.0.0/0"), ipBlock("::/0")};
    case End::Kind::Range:
        return std::vector{ipBlock(end.cidr.text())};
    case End::Kind::Namespace:
        return clusterPeer(workspace, evaluator, end.name, {}, nameSpace);
    case End::Kind::Endpoint:
        break;
    }
    const EndpointId id = evaluator.find(end.name);
    Result<kube::Labels> labels = selectorFor(evaluator, id);
    if (!labels)
        return labels.failure();
    return clusterPeer(workspace, evaluator, evaluator.endpoint(id).nameSpace, labelsValue(*labels),
                       nameSpace);
}

Value requirementValue(const kube::Requirement &requirement)
{
    std::vector<std::pair<std::string, Value>> pairs{
        {"key", Value::ofText(requirement.key)},
        {"operator", Value::ofText(nameOf(requirement.op))}};
    std::vector<Value> values;
    for (const std::string &text : requirement.values)
        values.push_back(Value::ofText(text));
    if (!values.empty())
        pairs.emplace_back("values", Value::ofSequence(std::move(values)));
    return Value::ofMapping(std::move(pairs));
}

Value selectorValue(const kube::LabelSelector &selector)
{
    Value value = labelsValue(selector.matchLabels);
    std::vector<Value> expressions;
    for (const kube::Requirement &requirement : selector.expressions)
        expressions.push_back(requirementValue(requirement));
    if (!expressions.empty())
        value.pairs.emplace_back("matchExpressions", Value::ofSequence(std::move(expressions)));
    return value;
}

Value peerValue(const kube::Peer &peer)
{
    std::vector<std::pair<std::string, Value>> pairs;
    if (peer.namespaces)
        pairs.emplace_back("namespaceSelector", selectorValue(*peer.namespaces));
    if (peer.pods)
        pairs.emplace_back("podSelector", selectorValue(*peer.pods));
    if (peer.ipBlock) {
        std::vector<std::pair<std::string, Value>> block{
            {"cidr", Value::ofText(peer.ipBlock->cidr.text())}};
        std::vector<Value> except;
        for (const kube::Cidr &cidr : peer.ipBlock->except)
            except.push_back(Value::ofText(cidr.text()));
        if (!except.empty())
            block.emplace_back("except", Value::ofSequence(std::move(except)));
        pairs.emplace_back("ipBlock", Value::ofMapping(std::move(block)));
    }
    return Value::ofMapping(std::move(pairs));
}

Value ruleValue(Direction direction, std::vector<Value> peers, const std::vector<PortSpan> &ports)
{
    std::vector<std::pair<std::string, Value>> pairs;
    if (!peers.empty())
        pairs.emplace_back(direction == Direction::Ingress ? "from" : "to",
                           Value::ofSequence(std::move(peers)));
    if (!ports.empty())
        pairs.emplace_back("ports", portsValue(ports));
    return Value::ofMapping(std::move(pairs));
}

Value portRuleValue(const kube::PortRule &port)
{
    std::vector<std::pair<std::string, Value>> pairs{
        {"protocol", Value::ofText(nameOf(port.protocol))}};
    if (port.port)
        pairs.emplace_back("port", Value::ofInteger(*port.port));
    else if (!port.name.empty())
        pairs.emplace_back("port", Value::ofText(port.name));
    if (port.endPort)
        pairs.emplace_back("endPort", Value::ofInteger(*port.endPort));
    return Value::ofMapping(std::move(pairs));
}

Value ruleValue(Direction direction, const kube::Rule &rule)
{
    Value value = Value::ofMapping({});
    std::vector<Value> items;
    for (const kube::Peer &peer : rule.peers)
        items.push_back(peerValue(peer));
    if (!rule.anyPeer)
        value.pairs.emplace_back(direction == Direction::Ingress ? "from" : "to",
                                 Value::ofSequence(std::move(items)));
    std::vector<Value> ports;
    for (const kube::PortRule &port : rule.ports)
        ports.push_back(portRuleValue(port));
    if (!rule.anyPort)
        value.pairs.emplace_back("ports", Value::ofSequence(std::move(ports)));
    return value;
}

Value policyValue(const std::string &name, const std::string &nameSpace, Value subject,
                  const std::vector<Direction> &types,
                  std::vector<std::pair<Direction, Value>> rules)
{
    std::vector<std::pair<std::string, Value>> meta{{"name", Value::ofText(name)}};
    if (!nameSpace.empty())
        meta.emplace_back("namespace", Value::ofText(nameSpace));
    std::vector<Value> typeNames;
    typeNames.reserve(types.size());
    for (Direction direction : types)
        typeNames.push_back(Value::ofText(direction == Direction::Ingress ? "Ingress" : "Egress"));
    std::vector<std::pair<std::string, Value>> spec{
        {"podSelector", std::move(subject)},
        {"policyTypes", Value::ofSequence(std::move(typeNames))}};
    for (std::pair<Direction, Value> &rule : rules)
        spec.emplace_back(rule.first == Direction::Ingress ? "ingress" : "egress",
                          std::move(rule.second));
    return Value::ofMapping({{"apiVersion", Value::ofText("networking.k8s.io/v1")},
                             {"kind", Value::ofText("NetworkPolicy")},
                             {"metadata", Value::ofMapping(std::move(meta))},
                             {"spec", Value::ofMapping(std::move(spec))}});
}

namespace {

std::optional<kube::LabelSelector> readSelector(const Value &peer, const std::string &key)
{
    for (const auto &[name, value] : peer.pairs) {
        if (name != key)
            continue;
        kube::LabelSelector selector;
        for (const auto &[part, labels] : value.pairs)
            for (const auto &[label, text] : labels.pairs)
                selector.matchLabels.emplace(label, text.text);
        return selector;
    }
    return {};
}

} // namespace

std::vector<kube::Peer> readPeers(const std::vector<Value> &peers)
{
    std::vector<kube::Peer> result;
    for (const Value &value : peers) {
        kube::Peer peer;
        peer.pods = readSelector(value, "podSelector");
        peer.namespaces = readSelector(value, "namespaceSelector");
        for (const auto &[name, block] : value.pairs)
            if (name == "ipBlock")
                peer.ipBlock = kube::IpBlock{*kube::parseCidr(block.pairs.front().second.text), {}};
        result.push_back(std::move(peer));
    }
    return result;
}

std::string freePolicyName(const kube::Workspace &workspace, const std::string &nameSpace,
                           const std::string &wanted)
{
    std::string base;
    for (char c : wanted) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isPlain =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
        base += isUpper ? char(c - 'A' + 'a') : isPlain ? c : '-';
    }
    while (!base.empty() && (base.front() == '-' || base.front() == '.'))
        base.erase(0, 1);
    while (!base.empty() && (base.back() == '-' || base.back() == '.'))
        base.pop_back();
    if (base.empty())
        base = "policy";
    base.resize(std::min<std::size_t>(base.size(), 240));
    std::set<std::string> taken;
    for (const kube::ObjectPtr &object : workspace.objects())
        if (object->policy() && workspace.namespaceOf(*object) == nameSpace)
            taken.insert(object->meta.name);
    std::string name = base;
    for (int i = 2; taken.count(name); ++i)
        name = base + '-' + std::to_string(i);
    return name;
}

std::string commonFolder(const kube::Workspace &workspace)
{
    std::optional<std::string> folder;
    for (FileId id : workspace.files()) {
        const std::string &path = workspace.file(id).path();
        if (!folder)
            folder = path;
        const auto [end, other] =
            std::mismatch(folder->begin(), folder->end(), path.begin(), path.end());
        folder->erase(end, folder->end());
    }
    const std::size_t slash = folder ? folder->rfind('/') : std::string::npos;
    return slash == std::string::npos ? std::string() : folder->substr(0, slash + 1);
}

std::string proposedPolicyName(const kube::Workspace &workspace, const std::string &nameSpace,
                               const kube::LabelSelector &subject)
{
    if (subject.isEmpty())
        return freePolicyName(workspace, nameSpace, "default-deny");
    const auto &labels = subject.matchLabels;
    for (const char *key : {"app.kubernetes.io/name", "app", "k8s-app", "name"})
        if (const auto label = labels.find(key); label != labels.end() && !label->second.empty())
            return freePolicyName(workspace, nameSpace, label->second);
    for (const auto &[key, value] : labels)
        if (!value.empty() && !isVolatileLabel(key))
            return freePolicyName(workspace, nameSpace, value);
    for (const kube::Requirement &requirement : subject.expressions)
        if (!requirement.values.empty() && !requirement.values.front().empty())
            return freePolicyName(workspace, nameSpace, requirement.values.front());
    return freePolicyName(workspace, nameSpace, "policy");
}

Value policyValue(const std::string &name, const std::string &nameSpace,
                  const kube::NetworkPolicy &policy)
{
    std::vector<Direction> types;
    std::vector<std::pair<Direction, Value>> lists;
    for (Direction direction : kube::kDirections) {
        if (policy.isolates(direction))
            types.push_back(direction);
        std::vector<Value> rules;
        for (const kube::Rule &rule : policy.rules(direction))
            rules.push_back(ruleValue(direction, rule));
        if (!rules.empty())
            lists.emplace_back(direction, Value::ofSequence(std::move(rules)));
    }
    return policyValue(name, nameSpace,
                       selectorValue(policy.subject.value_or(kube::LabelSelector())), types,
                       std::move(lists));
}

std::string writtenNamespace(const kube::Workspace &workspace, const std::string &nameSpace)
{
    if (nameSpace != workspace.defaultNamespace() || workspace.isDefaultNamespaceGiven())
        return nameSpace;
    bool isLeftOut = false;
    for (const kube::ObjectPtr &object : workspace.objects()) {
        const bool isNamespaced =
            !object->isClusterScoped() && !std::holds_alternative<kube::Other>(object->value);
        if (object->meta.nameSpace == nameSpace)
            return nameSpace;
        isLeftOut |= isNamespaced && object->meta.nameSpace.empty();
    }
    return isLeftOut ? std::string() : nameSpace;
}

} // namespace drawbridge::edit
