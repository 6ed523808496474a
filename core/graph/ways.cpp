#include "graph/ways.h"

#include "graph/ends.h"
#include "verdict/ways_in.h"

#include <algorithm>
#include <set>

namespace drawbridge::graph {

namespace {

using verdict::WayKind;

/// ":443→8443", without blanks so that no title breaks there; of a node port that the cluster
/// chooses ":?→8443".
std::string portText(WayKind kind, const kube::Service &service, std::size_t i)
{
    const kube::ServicePort &port = service.ports[i];
    const std::uint32_t front = kind == WayKind::NodePort ? service.nodePorts[i] : port.port;
    std::string text = ":" + (front ? std::to_string(front) : "?");
    const std::string target = !port.targetName.empty()
                                   ? port.targetName
                                   : std::to_string(port.targetPort.value_or(port.port));
    if (target != std::to_string(front))
        text += "→" + target;
    return port.protocol == kube::Protocol::Tcp ? text : text + '/' + nameOf(port.protocol);
}

/// What a Service says of who may come in, as it is written.
std::string conditionsOf(const kube::Service &service)
{
    std::string text = service.keepsSource ? "externalTrafficPolicy: Local" : "";
    std::string ranges;
    for (const kube::Cidr &cidr : service.sourceRanges)
        ranges += (ranges.empty() ? "loadBalancerSourceRanges: " : ", ") + cidr.text();
    if (!text.empty() && !ranges.empty())
        text += "; ";
    return text + ranges;
}

Key keyOf(const verdict::Way &way)
{
    return std::string("way:") + nameOf(way.kind) + ' ' + way.nameSpace + '/' + way.name;
}

Node nodeOf(const kube::Workspace &workspace, const verdict::Way &way)
{
    Node node;
    node.key = keyOf(way);
    node.kind = NodeKind::WayIn;
    node.kindName = nameOf(way.kind);
    node.title = node.kindName + ' ' + way.name;
    node.canConnect = false;
    const kube::Object *object = way.isUnseen() ? way.through.front() : way.object;
    node.source = {object, object->meta.nameOrigin};
    node.isStale = workspace.location(object).isStale;
    if (!way.comesFromAddress())
        return node;
    const auto &service = std::get<kube::Service>(way.object->value);
    for (std::size_t i = 0; i < service.ports.size(); ++i)
        node.ports.push_back(portText(way.kind, service, i));
    node.labels = conditionsOf(service);
    if (!node.ports.empty()) {
        node.title += ' ' + node.ports.front();
        if (node.ports.size() == 2)
            node.title += ", " + node.ports.back();
        else if (node.ports.size() > 2)
            node.title += ", …";
    }
    return node;
}

Arrow arrowOf(const kube::Workspace &workspace, const verdict::Way &way, const Key &target)
{
    Arrow arrow;
    arrow.source = keyOf(way);
    arrow.target = target;
    arrow.key = arrow.source;
    (arrow.key += '\n') += target;
    arrow.way = way.comesFromAddress() ? WayIn::Address : WayIn::Controller;
    arrow.leads = way.leads;
    arrow.isUnseen = way.isUnseen();
    arrow.unstated = way.unstated;
    const bool isSure = !way.allowed.isEmpty() && !way.isUnseen();
    arrow.state = isSure                   ? ArrowState::Allowed
                  : way.possible.isEmpty() ? ArrowState::HalfOpenAtTarget
                                           : ArrowState::CannotTell;
    arrow.ports = isSure ? way.allowed : way.possible.isEmpty() ? way.leads : way.possible;
    arrow.differs = arrow.ports != way.leads;
    arrow.label = arrow.ports.label();
    std::vector<const kube::Object *> objects = way.through;
    if (way.object && std::find(objects.begin(), objects.end(), way.object) == objects.end())
        objects.insert(objects.begin(), way.object);
    for (const kube::Object *object : objects)
        arrow.steps.push_back(
            {object->meta.kind + ' ' + workspace.namespaceOf(*object) + '/' + object->meta.name,
             {object, object->meta.nameOrigin}});
    return arrow;
}

/// Objects of one name in several namespaces get theirs.
void separateTitles(std::map<Key, Node> &ways, const std::map<Key, std::string> &nameSpaces)
{
    std::map<std::string, std::vector<Node *>> byTitle;
    for (auto &[key, node] : ways)
        byTitle[node.title].push_back(&node);
    for (const auto &[title, same] : byTitle)
        for (Node *node : same)
            if (same.size() > 1)
                node->title += " (" + nameSpaces.at(node->key) + ')';
}

} // namespace

void addWaysIn(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
               std::map<Key, Node> &nodes, std::map<Key, Arrow> &arrows)
{
    std::map<Key, Node> ways;
    std::map<Key, std::string> nameSpaces;
    for (const verdict::Way &way : verdict::waysIn(workspace, evaluator).ways) {
        const Key target = Ends::nodeKey(evaluator.endpoint(way.target));
        if (nodes.count(target) == 0)
            continue;
        Node node = nodeOf(workspace, way);
        nameSpaces.emplace(node.key, way.nameSpace);
        ways.emplace(node.key, std::move(node));
        Arrow arrow = arrowOf(workspace, way, target);
        Key key = arrow.key;
        arrows.emplace(std::move(key), std::move(arrow));
    }
    separateTitles(ways, nameSpaces);
    nodes.merge(ways);
}

std::map<Key, Arrow> wayArrows(const kube::Workspace &workspace,
                               const verdict::Evaluator &evaluator)
{
    std::map<Key, Arrow> arrows;
    for (const verdict::Way &way : verdict::waysIn(workspace, evaluator).ways) {
        Arrow arrow = arrowOf(workspace, way, Ends::nodeKey(evaluator.endpoint(way.target)));
        Key key = arrow.key;
        arrows.emplace(std::move(key), std::move(arrow));
    }
    return arrows;
}

void dropFramesOfGateways(const kube::Workspace &workspace, const std::map<Key, Arrow> &arrows,
                          std::map<Key, Frame> &frames)
{
    std::set<Key> kept;
    for (const kube::ObjectPtr &object : workspace.effectiveObjects()) {
        const kube::ObjectValue &value = object->value;
        if (std::holds_alternative<kube::Namespace>(value))
            kept.insert(frameKey(object->meta.name));
        else if (!object->isClusterScoped() && !std::holds_alternative<kube::Gateway>(value) &&
                 !std::holds_alternative<kube::GatewayRoute>(value) &&
                 !std::holds_alternative<kube::ReferenceGrant>(value))
            kept.insert(frameKey(workspace.namespaceOf(*object)));
    }
    for (const auto &[key, arrow] : arrows)
        kept.insert({arrow.source, arrow.target});
    std::erase_if(frames, [&](const auto &entry) {
        return entry.second.services == 0 && kept.count(entry.first) == 0;
    });
}

} // namespace drawbridge::graph
