#include "graph/refresh.h"

#include "graph/ends.h"
#include "graph/judge.h"
#include "graph/nodes.h"
#include "graph/routing.h"
#include "graph/ways.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

namespace drawbridge::graph {

namespace {

using kube::Direction;
using kube::Object;
using verdict::EndpointId;
using verdict::Evaluator;

bool nameTheSame(const std::vector<kube::Rule> &before, const std::vector<kube::Rule> &after)
{
    return std::equal(before.begin(), before.end(), after.begin(), after.end(),
                      [](const kube::Rule &a, const kube::Rule &b) {
                          return a.anyPeer == b.anyPeer && a.peers == b.peers;
                      });
}

/// True if a policy may differ from another in ports only.
bool nameTheSame(const Object &before, const Object &after)
{
    const kube::NetworkPolicy &a = *before.policy();
    const kube::NetworkPolicy &b = *after.policy();
    return before.meta.name == after.meta.name && before.meta.nameSpace == after.meta.nameSpace &&
           a.subject == b.subject && a.isolatesIngress == b.isolatesIngress &&
           a.isolatesEgress == b.isolatesEgress && nameTheSame(a.ingress, b.ingress) &&
           nameTheSame(a.egress, b.egress);
}

/// Everything in a policy that an element can have as its source.
std::vector<kube::Origin> originsOf(const Object &object)
{
    const kube::NetworkPolicy &policy = *object.policy();
    std::vector<kube::Origin> origins{{object.node}, object.meta.nameOrigin};
    if (policy.subject)
        origins.push_back(policy.subject->origin);
    for (Direction direction : kube::kDirections)
        for (const kube::Rule &rule : policy.rules(direction)) {
            origins.push_back(rule.origin);
            for (const kube::Peer &peer : rule.peers) {
                origins.push_back(peer.origin);
                if (peer.pods)
                    origins.push_back(peer.pods->origin);
            }
        }
    return origins;
}

/// Where what a policy said is said by the one in its place.
class Successors
{
public:
    explicit Successors(const Evaluator::Replaced &replaced)
    {
        for (std::size_t i = 0; i < replaced.removed.size(); ++i) {
            const Object &before = *replaced.removed[i];
            const Object &after = *replaced.added[i];
            const std::vector<kube::Origin> from = originsOf(before);
            const std::vector<kube::Origin> to = originsOf(after);
            for (std::size_t j = 0; j < from.size(); ++j)
                m_successors.insert({{&before, from[j].node}, {&after, to[j]}});
            m_gone.insert(&before);
        }
    }

    bool concerns(const Source &source) const { return m_gone.count(source.object) > 0; }
    /// False if nothing is known to stand in its place.
    bool follow(Source &source) const
    {
        if (!concerns(source))
            return true;
        const auto found = m_successors.find({source.object, source.origin.node});
        if (found == m_successors.end())
            return false;
        source = found->second;
        return true;
    }

private:
    std::unordered_set<const Object *> m_gone;
    std::map<std::pair<const Object *, yaml::NodeId>, Source> m_successors;
};

class Refresh
{
public:
    Refresh(const Graph &graph, const kube::Workspace &workspace, const Evaluator &evaluator,
            bool parsesOtherwise)
        : m_graph(graph)
        , m_workspace(workspace)
        , m_evaluator(evaluator)
        , m_parsesOtherwise(parsesOtherwise)
        , m_replaced(*evaluator.lastReplaced())
    {
    }

    bool run()
    {
        if (!isOneForOne())
            return false;
        const Successors successors(m_replaced);
        findTouched();
        return renewNodes(successors) && renewFrames() && renewArrows(successors);
    }

    Refreshed apply(Graph &graph) const
    {
        Refreshed keys;
        for (const auto &[index, node] : m_nodes) {
            graph.nodes[index] = node;
            keys.nodes.push_back(node.key);
        }
        for (const auto &[index, frame] : m_frames) {
            graph.frames[index] = frame;
            keys.frames.push_back(frame.key);
        }
        for (const auto &[index, arrow] : m_arrows) {
            graph.arrows[index] = arrow;
            keys.arrows.push_back(arrow.key);
        }
        for (const auto &[index, arrow] : m_idle)
            graph.idle[index] = arrow;
        return keys;
    }

private:
    template <typename Element>
    using Renewed = std::vector<std::pair<std::size_t, Element>>;

    bool isOneForOne() const
    {
        return std::equal(m_replaced.removed.begin(), m_replaced.removed.end(),
                          m_replaced.added.begin(), m_replaced.added.end(),
                          [](const auto &a, const auto &b) { return nameTheSame(*a, *b); });
    }

    /// The pods that the policies select, and the namespaces that these are in.
    void findTouched()
    {
        for (const kube::ObjectPtr &object : m_replaced.added) {
            const std::string &nameSpace = m_workspace.namespaceOf(*object);
            touchFrame(frameKey(nameSpace));
            if (const auto &subject = object->policy()->subject)
                for (EndpointId id : m_evaluator.selected(*subject, nameSpace)) {
                    m_touched.insert(Ends::nodeKey(m_evaluator.endpoint(id)));
                    touchFrame(frameKey(m_evaluator.endpoint(id).nameSpace));
                }
        }
    }

    void touchFrame(const Key &frame)
    {
        m_touchedFrames.insert(frame);
        m_touched.insert(frame);
    }

    bool isTouched(const Key &end) const { return m_touched.count(end) > 0; }

    bool isStale(const Node &node) const
    {
        return !node.frame.empty() || node.kind == NodeKind::WayIn
                   ? hasStaleText(m_workspace, node.source)
                   : node.isStale;
    }

    bool renewNodes(const Successors &successors)
    {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const Node &before = m_graph.nodes[i];
            const bool isTouched = this->isTouched(before.key);
            const bool moves = successors.concerns(before.source);
            if (!isTouched && !moves && (!m_parsesOtherwise || isStale(before) == before.isStale))
                continue;
            Node node = before;
            if (!successors.follow(node.source))
                return false;
            node.isStale = isStale(node);
            if (isTouched)
                setLocks(node, m_evaluator);
            m_nodes.emplace_back(i, std::move(node));
        }
        return true;
    }

    /// As it will be.
    const Node &nodeAt(std::size_t index) const
    {
        const auto found =
            std::lower_bound(m_nodes.begin(), m_nodes.end(), index,
                             [](const auto &entry, std::size_t i) { return entry.first < i; });
        return found != m_nodes.end() && found->first == index ? found->second
                                                               : m_graph.nodes[index];
    }

    bool renewFrames()
    {
        std::map<Key, std::vector<const Node *>> members;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (m_touchedFrames.count(m_graph.nodes[i].frame) > 0)
                members[m_graph.nodes[i].frame].push_back(&nodeAt(i));
        for (const Key &key : m_touchedFrames) {
            const Frame *before = m_graph.frame(key);
            if (!before)
                return false;
            Frame frame = *before;
            raiseWalls(frame, m_evaluator, members[key]);
            m_frames.emplace_back(std::size_t(before - m_graph.frames.data()), std::move(frame));
        }
        return true;
    }

    bool renewArrows(const Successors &successors)
    {
        bool hasWays = false;
        std::unordered_set<Key> ends;
        const auto collect = [&](const std::vector<Arrow> &all, Renewed<Arrow> &renewed) {
            for (std::size_t i = 0; i < all.size(); ++i)
                if (isTouched(all[i].source) || isTouched(all[i].target)) {
                    renewed.emplace_back(i, all[i]);
                    ends.insert({all[i].source, all[i].target});
                    hasWays |= all[i].isWayIn();
                }
        };
        collect(m_graph.arrows, m_arrows);
        collect(m_graph.idle, m_idle);
        const Judge judge = judgeOf(ends);
        for (auto &[index, arrow] : m_arrows)
            if (!arrow.isWayIn() && !rejudge(arrow, judge, successors, false))
                return false;
        for (auto &[index, arrow] : m_idle)
            if (!rejudge(arrow, judge, successors, true))
                return false;
        return !hasWays || renewWays();
    }

    /// Knows these ends and, of namespaces, what is in them.
    Judge judgeOf(const std::unordered_set<Key> &ends) const
    {
        Judge judge(m_evaluator);
        for (const bool isOutside : {false, true}) // in the order of build()
            for (const Node &node : m_graph.nodes)
                if (node.frame.empty() == isOutside && node.kind != NodeKind::WayIn &&
                    (ends.count(node.key) > 0 || (!isOutside && ends.count(node.frame) > 0)))
                    judge.add(node);
        return judge;
    }

    /// False if an arrow would come or go.
    static bool rejudge(Arrow &arrow, const Judge &judge, const Successors &successors, bool isIdle)
    {
        Arrow renewed;
        renewed.key = std::move(arrow.key);
        renewed.source = std::move(arrow.source);
        renewed.target = std::move(arrow.target);
        renewed.rules = std::move(arrow.rules);
        for (RuleSource &rule : renewed.rules) {
            if (!successors.follow(rule.source))
                return false;
            if (const kube::NetworkPolicy *policy = rule.source.object->policy())
                rule.isRefused = policy->wouldBeRefused;
        }
        judge.judge(renewed);
        arrow = std::move(renewed);
        return arrow.ports.isEmpty() == isIdle;
    }

    bool renewWays()
    {
        const std::map<Key, Arrow> ways = wayArrows(m_workspace, m_evaluator);
        for (auto &[index, arrow] : m_arrows) {
            if (!arrow.isWayIn())
                continue;
            const auto found = ways.find(arrow.key);
            if (found == ways.end())
                return false;
            arrow = found->second;
        }
        return true;
    }

    const Graph &m_graph;
    const kube::Workspace &m_workspace;
    const Evaluator &m_evaluator;
    bool m_parsesOtherwise;
    const Evaluator::Replaced &m_replaced;
    std::unordered_set<Key> m_touched; ///< nodes and frames
    std::set<Key> m_touchedFrames;
    Renewed<Node> m_nodes; ///< by index, as are the others
    Renewed<Frame> m_frames;
    Renewed<Arrow> m_arrows;
    Renewed<Arrow> m_idle;
};

} // namespace

std::optional<Refreshed> refresh(Graph &graph, const kube::Workspace &workspace,
                                 const Evaluator &evaluator, bool parsesOtherwise)
{
    if (!evaluator.lastReplaced() || !evaluator.profile().isStandard())
        return std::nullopt;
    Refresh refresh(graph, workspace, evaluator, parsesOtherwise);
    if (!refresh.run())
        return std::nullopt;
    return refresh.apply(graph);
}

namespace {

/// The index of a shape that a picture gave; nothing for none.
template <typename Shape>
std::optional<std::size_t> indexIn(const std::vector<Shape> &shapes, const Shape *shape)
{
    return shape ? std::optional(std::size_t(shape - shapes.data())) : std::nullopt;
}

} // namespace

void refresh(Picture &picture, const Graph &graph, Pills &pills, Refreshed &touched)
{
    for (const Key &key : touched.nodes)
        if (const auto i = indexIn(picture.nodes, picture.node(key)))
            picture.nodes[*i].node = *graph.node(key);
    for (const Key &key : touched.frames)
        if (const auto i = indexIn(picture.frames, picture.frame(key)))
            picture.frames[*i].frame = *graph.frame(key);
    std::vector<std::size_t> resized;
    for (const Key &key : touched.arrows) {
        const auto i = indexIn(picture.arrows, picture.arrow(key));
        if (!i)
            continue;
        ArrowShape &shape = picture.arrows[*i];
        shape.arrow = *graph.arrow(key);
        if (pillWidth(shape.arrow) != shape.pill.width)
            resized.push_back(*i);
    }
    for (const std::size_t i : pills.placeAgain(picture, resized))
        touched.arrows.push_back(picture.arrows[i].arrow.key);
    std::sort(touched.arrows.begin(), touched.arrows.end());
    touched.arrows.erase(std::unique(touched.arrows.begin(), touched.arrows.end()),
                         touched.arrows.end());
}

} // namespace drawbridge::graph
