#include "graph/graph.h"

#include "graph/arrows.h"
#include "graph/nodes.h"
#include "graph/ways.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>

namespace drawbridge::graph {

namespace {

template <typename Element>
const Element *find(const std::vector<Element> &elements, const Key &key)
{
    const auto it = std::lower_bound(elements.begin(), elements.end(), key,
                                     [](const Element &e, const Key &k) { return e.key < k; });
    return it != elements.end() && it->key == key ? &*it : nullptr;
}

template <typename Element>
std::vector<Element> values(std::map<Key, Element> &&map)
{
    std::vector<Element> result;
    result.reserve(map.size());
    for (auto &[key, element] : map)
        result.push_back(std::move(element));
    return result;
}

bool looksEqual(const Node &a, const Node &b)
{
    return a.kind == b.kind && a.frame == b.frame && a.title == b.title &&
           a.kindName == b.kindName && a.labels == b.labels && a.ports == b.ports &&
           a.ingress == b.ingress && a.egress == b.egress && a.ingressDenial == b.ingressDenial &&
           a.egressDenial == b.egressDenial && a.hostNetwork == b.hostNetwork &&
           a.isStale == b.isStale && a.canConnect == b.canConnect && a.since == b.since &&
           a.ingressBefore == b.ingressBefore && a.egressBefore == b.egressBefore && a.tag == b.tag;
}

bool looksEqual(const Frame &a, const Frame &b)
{
    return a.title == b.title && a.ingress == b.ingress && a.egress == b.egress &&
           a.isolatedIngress == b.isolatedIngress && a.isolatedEgress == b.isolatedEgress &&
           a.services == b.services && a.ingressWallBy == b.ingressWallBy &&
           a.egressWallBy == b.egressWallBy && a.isDefault == b.isDefault && a.since == b.since &&
           a.ingressBefore == b.ingressBefore && a.egressBefore == b.egressBefore;
}

bool looksEqual(const Arrow &a, const Arrow &b)
{
    return a.state == b.state && a.ports == b.ports && a.label == b.label &&
           a.alsoNamed == b.alsoNamed && a.differs == b.differs &&
           a.hasUnseenPairs == b.hasUnseenPairs && a.since == b.since &&
           a.labelBefore == b.labelBefore && a.leads == b.leads && a.isUnseen == b.isUnseen &&
           a.isUnlikeStandard == b.isUnlikeStandard && a.labelStandard == b.labelStandard &&
           a.isStandardUnsure == b.isStandardUnsure && a.isOnlyStandard == b.isOnlyStandard &&
           a.podsToo == b.podsToo && a.unstated == b.unstated && a.onlyAtSource == b.onlyAtSource &&
           a.onlyAtTarget == b.onlyAtTarget;
}

template <typename Element>
void compare(const std::vector<Element> &before, const std::vector<Element> &after,
             Difference &result)
{
    auto old = before.begin();
    for (const Element &element : after) {
        for (; old != before.end() && old->key < element.key; ++old)
            result.removed.push_back(old->key);
        if (old == before.end() || old->key != element.key) {
            result.added.push_back(element.key);
            continue;
        }
        if (!looksEqual(*old, element))
            result.changed.push_back(element.key);
        ++old;
    }
    for (; old != before.end(); ++old)
        result.removed.push_back(old->key);
}

} // namespace

bool Node::operator==(const Node &other) const
{
    return key == other.key && looksEqual(*this, other) && endpoint == other.endpoint &&
           v4 == other.v4 && v6 == other.v6;
}

Place Source::place(const kube::Workspace &workspace) const
{
    return object ? workspace.place(object, origin) : Place{};
}

bool Arrow::isBetweenSame() const
{
    return source == target;
}

const Node *Graph::node(const Key &key) const
{
    return find(nodes, key);
}

const Frame *Graph::frame(const Key &key) const
{
    return find(frames, key);
}

const Arrow *Graph::arrow(const Key &key) const
{
    return find(arrows, key);
}

static std::vector<const Arrow *> arrowsIn(const std::vector<Arrow> &arrows, const ArrowEnds &known,
                                           const FewKeys &ends)
{
    std::vector<const Arrow *> found;
    const auto look = [&](const Arrow &arrow) {
        if (ends.contains(arrow.source) || ends.contains(arrow.target))
            found.push_back(&arrow);
    };
    if (known.size() != arrows.size()) {
        std::for_each(arrows.begin(), arrows.end(), look);
        return found;
    }
    for (const std::size_t i : known.at(ends))
        look(arrows[i]);
    return found;
}

std::vector<const Arrow *> Graph::arrowsAt(const FewKeys &ends) const
{
    return arrowsIn(arrows, arrowEnds, ends);
}

std::vector<const Arrow *> Graph::idleAt(const FewKeys &ends) const
{
    return arrowsIn(idle, idleEnds, ends);
}

Graph build(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
            const DeclaredPorts &declared)
{
    return *buildWithin(workspace, evaluator, declared, SIZE_MAX);
}

std::optional<Graph> buildWithin(const kube::Workspace &workspace,
                                 const verdict::Evaluator &evaluator, const DeclaredPorts &declared,
                                 std::size_t mostPairs)
{
    std::map<Key, Node> nodes = endpointNodes(workspace, evaluator, declared);
    const StatedPods pods(evaluator);
    Ends ends(workspace, evaluator, pods);
    Graph graph;
    std::optional<std::map<Key, Arrow>> named =
        namedArrows(workspace, evaluator, nodes, pods, ends, mostPairs);
    if (!named)
        return {};
    std::map<Key, Arrow> all = *std::move(named);
    for (const auto &[key, arrow] : all)
        if (arrow.ports.isEmpty())
            graph.idle.push_back(arrow);
    std::erase_if(all, [](const auto &entry) { return entry.second.ports.isEmpty(); });
    std::map<Key, Frame> allFrames = frames(workspace, evaluator, nodes, ends.namedFrames());
    dropFramesOfGateways(workspace, all, allFrames);
    graph.frames = values(std::move(allFrames));
    for (const auto &[key, node] : ends.outsideNodes())
        nodes.emplace(key, node);
    addWaysIn(workspace, evaluator, nodes, all);
    graph.arrows = values(std::move(all));
    graph.nodes = values(std::move(nodes));
    graph.arrowEnds = ArrowEnds(graph.arrows);
    graph.idleEnds = ArrowEnds(graph.idle);
    return graph;
}

bool namesMoreThan(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                   std::size_t most)
{
    const StatedPods pods(evaluator);
    Ends ends(workspace, evaluator, pods);
    std::size_t count = 0;
    const auto differing = [](std::vector<Key> keys) {
        std::sort(keys.begin(), keys.end());
        return std::size_t(std::unique(keys.begin(), keys.end()) - keys.begin());
    };
    const auto isMore = [&](const kube::ObjectPtr &policy) {
        return !forEachNamed(workspace, evaluator, *policy, ends,
                             [&](const RuleSource &, const std::vector<Key> &subjects,
                                 const std::vector<Key> &peers) {
                                 count += differing(subjects) * differing(peers);
                                 return count <= most;
                             });
    };
    return std::any_of(evaluator.policies().begin(), evaluator.policies().end(), isMore) ||
           std::any_of(evaluator.clusterPolicies().begin(), evaluator.clusterPolicies().end(),
                       isMore);
}

Difference difference(const Graph &before, const Graph &after)
{
    Difference result;
    compare(before.nodes, after.nodes, result);
    compare(before.frames, after.frames, result);
    compare(before.arrows, after.arrows, result);
    return result;
}

} // namespace drawbridge::graph
