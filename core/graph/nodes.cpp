#include "graph/nodes.h"

#include "graph/ends.h"
#include "verdict/end_classes.h"
#include "verdict/endpoints.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace drawbridge::graph {

bool hasStaleText(const kube::Workspace &workspace, const Source &source)
{
    if (!source.object || !workspace.location(source.object).isStale)
        return false;
    const kube::NetworkPolicy *policy = source.object->policy();
    return !policy || (policy->subject && policy->subject->origin.node == source.origin.node);
}

namespace {

using kube::Direction;
using verdict::Endpoint;
using verdict::EndpointId;
using verdict::EndpointKind;
using verdict::Evaluator;

Lock lockOf(const Evaluator &evaluator, EndpointId id, Direction direction)
{
    if (!evaluator.isIsolated(id, direction))
        return evaluator.isDeniedByDefault(id, direction) ? Lock::Closed : Lock::Open;
    if (evaluator.isIsolationUnsure(id, direction))
        return Lock::CannotTell;
    return evaluator.admitsEveryone(id, direction) ? Lock::AdmitsEveryone : Lock::Closed;
}

bool denies(const kube::Object &policy, Direction direction)
{
    const auto &rules = policy.clusterPolicy()->rules(direction);
    return std::any_of(rules.begin(), rules.end(), [](const kube::ClusterRule &rule) {
        return rule.action == kube::RuleAction::Deny || rule.isUnclear;
    });
}

std::string kindAndName(const kube::Object &policy)
{
    return policy.meta.kind + ' ' + policy.meta.name;
}

Denial denialOf(const Evaluator &evaluator, EndpointId id, Direction direction)
{
    Denial denial;
    for (const kube::Object *policy : evaluator.clusterPoliciesOf(id, direction))
        if (denies(*policy, direction))
            denial.policies.push_back(kindAndName(*policy));
    denial.isAll = !denial.policies.empty() && !evaluator.isIsolated(id, direction) &&
                   evaluator.isDeniedByDefault(id, direction);
    return denial;
}

std::string portText(const kube::ContainerPort &port)
{
    std::string text = port.name.empty() ? std::string() : port.name + ' ';
    text += std::to_string(port.port);
    return port.protocol == kube::Protocol::Tcp ? text : text + '/' + nameOf(port.protocol);
}

/// The labels that say best what a workload is.
std::string labelsText(const Endpoint &endpoint, const kube::Labels &labels)
{
    if (endpoint.selector)
        return endpoint.selector->canonical();
    for (const char *key : {"app.kubernetes.io/name", "app", "k8s-app", "name"})
        if (const auto it = labels.find(key); it != labels.end())
            return it->first + '=' + it->second;
    return labels.empty() ? std::string() : labels.begin()->first + '=' + labels.begin()->second;
}

/// Without locks.
Node makeNode(const kube::Workspace &workspace, const Evaluator &evaluator, EndpointId id,
              const DeclaredPorts &declared)
{
    const Endpoint &endpoint = evaluator.endpoint(id);
    Node node;
    node.key = Ends::nodeKey(endpoint);
    node.kind = endpoint.kind == EndpointKind::Workload   ? NodeKind::Workload
                : endpoint.kind == EndpointKind::PodGroup ? NodeKind::PodGroup
                                                          : NodeKind::LikeGroup;
    node.frame = frameKey(endpoint.nameSpace);
    node.title = endpoint.name;
    node.kindName = endpoint.kindName;
    node.hostNetwork = endpoint.hostNetwork;
    node.endpoint = id;
    node.canConnect = !endpoint.selector || endpoint.selector->asLabels().has_value();
    for (const verdict::Variant &variant : endpoint.variants)
        for (const kube::ContainerPort &port : variant.ports) {
            std::string text = portText(port);
            if (std::find(node.ports.begin(), node.ports.end(), text) == node.ports.end())
                node.ports.push_back(std::move(text));
        }
    if (!endpoint.objects.empty()) {
        const kube::Object *object = endpoint.objects.front();
        node.labels = labelsText(endpoint, object->workload()->podLabels);
        node.source = {object, object->meta.nameOrigin};
        node.isStale = hasStaleText(workspace, node.source);
    } else {
        node.labels = labelsText(endpoint, {});
    }
    if (const auto it = declared.find(node.key); it != declared.end() && node.ports.empty())
        node.ports = it->second;
    return node;
}

/// A pod group stands where the policy that selects it (or the peer that names it) is written.
void placeGroups(const kube::Workspace &workspace, const Evaluator &evaluator,
                 std::map<Key, Node> &nodes)
{
    const auto place = [&](const std::string &nameSpace, const kube::LabelSelector &selector,
                           const kube::Object &policy) {
        const auto it = nodes.find(nameSpace + "/{" + selector.canonical() + '}');
        if (it == nodes.end() || it->second.source.object)
            return;
        it->second.source = {&policy, selector.origin};
        it->second.isStale = hasStaleText(workspace, it->second.source);
    };
    for (const kube::ObjectPtr &policy : evaluator.policies())
        if (const auto &subject = policy->policy()->subject; subject && !subject->isEmpty())
            place(workspace.namespaceOf(*policy), *subject, *policy);
    for (const kube::ObjectPtr &policy : evaluator.policies())
        for (Direction direction : kube::kDirections)
            for (const kube::Rule &rule : policy->policy()->rules(direction))
                for (const kube::Peer &peer : rule.peers) {
                    if (!peer.pods || peer.pods->isEmpty())
                        continue;
                    std::string nameSpace = workspace.namespaceOf(*policy);
                    if (peer.namespaces) {
                        nameSpace = verdict::namedNamespace(*peer.namespaces);
                        if (nameSpace.empty())
                            nameSpace = verdict::openEndedName(*peer.namespaces);
                    }
                    place(nameSpace, *peer.pods, *policy);
                }
}

} // namespace

Node endpointNode(const kube::Workspace &workspace, const Evaluator &evaluator, EndpointId id,
                  const DeclaredPorts &declared)
{
    Node node = makeNode(workspace, evaluator, id, declared);
    setLocks(node, evaluator);
    return node;
}

void separateTitles(const std::vector<Node *> &nodes)
{
    std::map<std::string, std::vector<Node *>> byTitle;
    for (Node *node : nodes)
        byTitle[node->title].push_back(node);
    for (auto &[title, same] : byTitle) {
        if (same.size() < 2)
            continue;
        bool kindsDiffer = true;
        for (std::size_t i = 1; i < same.size(); ++i)
            kindsDiffer &= same[i]->kindName != same[0]->kindName;
        for (Node *node : same)
            node->title += " (" + (kindsDiffer ? node->kindName : node->labels) + ')';
    }
}

void setLocks(Node &node, const Evaluator &evaluator)
{
    node.ingress = lockOf(evaluator, node.endpoint, Direction::Ingress);
    node.egress = lockOf(evaluator, node.endpoint, Direction::Egress);
    node.ingressDenial = denialOf(evaluator, node.endpoint, Direction::Ingress);
    node.egressDenial = denialOf(evaluator, node.endpoint, Direction::Egress);
}

/// Of ends that are asked about alike.
static void copyLocks(const Node &from, Node &to)
{
    to.ingress = from.ingress;
    to.egress = from.egress;
    to.ingressDenial = from.ingressDenial;
    to.egressDenial = from.egressDenial;
}

std::map<Key, Node> endpointNodes(const kube::Workspace &workspace, const Evaluator &evaluator,
                                  const DeclaredPorts &declared)
{
    std::map<Key, Node> nodes;
    const verdict::EndClasses classes(evaluator);
    std::map<std::pair<std::uint32_t, std::uint32_t>, Node> locks; // by class; of no other parts
    for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i) {
        Node node = makeNode(workspace, evaluator, {i}, declared);
        const auto [known, isNew] = locks.try_emplace(
            {classes.asked({i}, Direction::Ingress), classes.asked({i}, Direction::Egress)});
        if (isNew) {
            known->second.endpoint = {i};
            setLocks(known->second, evaluator);
        }
        copyLocks(known->second, node);
        Key key = node.key;
        nodes.emplace(std::move(key), std::move(node));
    }
    placeGroups(workspace, evaluator, nodes);
    std::map<Key, std::vector<Node *>> members;
    for (auto &[key, node] : nodes)
        members[node.frame].push_back(&node);
    for (const auto &[frame, nodesOfOne] : members)
        separateTitles(nodesOfOne);
    return nodes;
}

namespace {

/// A rule that denies every port to every pod of the cluster.
bool deniesAll(const kube::ClusterRule &rule)
{
    return rule.action == kube::RuleAction::Deny && rule.anyPort &&
           std::any_of(rule.peers.begin(), rule.peers.end(), [](const kube::ClusterPeer &peer) {
               return peer.pods && peer.pods->namespaces && peer.pods->namespaces->isEmpty() &&
                      (!peer.pods->pods || peer.pods->pods->isEmpty());
           });
}

/// The cluster-wide policy that denies by default whatever pod comes to the namespace; null if
/// there is none, or if it cannot be told from one that is asked before it.
const kube::Object *clusterWall(const Evaluator &evaluator, const std::string &nameSpace,
                                Direction direction, bool closesSome)
{
    const kube::Object *wall = nullptr;
    std::size_t speaking = 0;
    for (const kube::ObjectPtr &object : evaluator.clusterPolicies()) {
        const kube::ClusterPolicy &policy = *object->clusterPolicy();
        if (!evaluator.profile().enforcesKind(policy.kind))
            continue;
        const auto &rules = policy.rules(direction);
        speaking += !rules.empty();
        const auto &subject = policy.subject;
        const bool isWhole = subject && subject->namespaces &&
                             (!subject->pods || subject->pods->isEmpty()) &&
                             evaluator.namespaceMatches(*subject->namespaces, nameSpace);
        if (isWhole && !wall && std::any_of(rules.begin(), rules.end(), deniesAll))
            wall = object.get();
    }
    const bool isFirst =
        wall && deniesAll(wall->clusterPolicy()->rules(direction).front()) && speaking == 1;
    return closesSome || isFirst ? wall : nullptr;
}

Wall wallOf(const Source &wall, std::size_t isolated, std::size_t services)
{
    if (wall.object)
        return Wall::Full;
    if (isolated == 0)
        return Wall::Open;
    return isolated == services ? Wall::Thin : Wall::Partial;
}

/// What is open, or closed by a cluster-wide policy alone, tells whether that closes the others.
void raiseWall(const Evaluator &evaluator, const std::vector<const Node *> &nodes,
               Direction direction, Frame &frame)
{
    const bool in = direction == Direction::Ingress;
    Source &source = in ? frame.ingressSource : frame.egressSource;
    const std::size_t isolated = in ? frame.isolatedIngress : frame.isolatedEgress;
    Wall &wall = in ? frame.ingress : frame.egress;
    if (const auto whole = evaluator.wholeWall(frame.title, direction); whole.policy) {
        source = {whole.policy, {whole.policy->node}};
        wall = whole.isUnsure         ? Wall::CannotTell
               : whole.admitsEveryone ? Wall::AdmitsEveryone
                                      : Wall::Full;
        return;
    }
    if (!evaluator.clusterPolicies().empty() && isolated == frame.services) {
        const bool closesSome = std::any_of(nodes.begin(), nodes.end(), [&](const Node *node) {
            return (in ? node->ingressDenial : node->egressDenial).isAll;
        });
        if (const auto *policy = clusterWall(evaluator, frame.title, direction, closesSome)) {
            source = {policy, {policy->node}};
            (in ? frame.ingressWallBy : frame.egressWallBy) = kindAndName(*policy);
        }
    }
    wall = wallOf(source, isolated, frame.services);
}

} // namespace

void raiseWalls(Frame &frame, const Evaluator &evaluator, const std::vector<const Node *> &nodes)
{
    frame.services = nodes.size();
    frame.isolatedIngress = frame.isolatedEgress = 0;
    for (const Node *node : nodes) {
        frame.isolatedIngress += node->ingress != Lock::Open;
        frame.isolatedEgress += node->egress != Lock::Open;
    }
    frame.ingressSource = frame.egressSource = {};
    frame.ingressWallBy.clear();
    frame.egressWallBy.clear();
    for (Direction direction : kube::kDirections)
        raiseWall(evaluator, nodes, direction, frame);
}

std::map<Key, Frame> frames(const kube::Workspace &workspace, const Evaluator &evaluator,
                            const std::map<Key, Node> &nodes,
                            const std::map<Key, kube::Labels> &named)
{
    std::map<Key, Frame> result;
    for (const auto &[name, labels] : evaluator.namespaces())
        result[frameKey(name)].title = name;
    for (const auto &[key, labels] : named) {
        result[key].title = namespaceOfFrame(key);
        result[key].labels = labels;
    }
    std::unordered_map<Key, std::vector<const Node *>> members;
    for (const auto &[key, node] : nodes) {
        result[node.frame];
        members[node.frame].push_back(&node);
    }
    for (auto &[key, frame] : result) {
        frame.key = key;
        frame.isOpenEnded = !frame.title.empty() && frame.title.front() == '{';
        raiseWalls(frame, evaluator, members[key]);
    }
    for (const kube::ObjectPtr &object : workspace.effectiveObjects()) {
        if (std::holds_alternative<kube::Namespace>(object->value))
            result[frameKey(object->meta.name)].source = {object.get(), object->meta.nameOrigin};
        else if (object->meta.nameSpace.empty() && !object->isClusterScoped())
            result[frameKey(workspace.namespaceOf(*object))].isDefault = true;
    }
    return result;
}

} // namespace drawbridge::graph
