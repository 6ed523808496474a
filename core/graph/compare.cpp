#include "graph/compare.h"

#include "graph/judge.h"
#include "verdict/differences.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace drawbridge::graph {

using kube::ConnectionSet;
using kube::Direction;
using verdict::CommonEnd;
using verdict::VerdictChange;

ConnectionSet allowedBy(const Arrow &arrow)
{
    return arrow.state == ArrowState::Allowed ? arrow.ports : ConnectionSet();
}

bool isByName(const Arrow &arrow)
{
    return arrow.state == ArrowState::CannotTell && !arrow.isWayIn() && !arrow.isOnlyStandard;
}

static Lock lockOf(const Node &node, Direction direction)
{
    return direction == Direction::Ingress ? node.ingress : node.egress;
}

bool ServiceChange::isOpened(Direction direction) const
{
    return since != Since::Removed && lockOf(after, direction) == Lock::Open &&
           (since == Since::Added || lockOf(before, direction) != Lock::Open);
}

bool ServiceChange::isNewlyIsolated(Direction direction) const
{
    return since != Since::Removed && lockOf(after, direction) != Lock::Open &&
           (since == Since::Added || lockOf(before, direction) == Lock::Open);
}

namespace {

bool isService(const Node &node)
{
    return node.kind == NodeKind::Workload || node.kind == NodeKind::PodGroup;
}

bool hasSameLocks(const Node &a, const Node &b)
{
    return a.ingress == b.ingress && a.egress == b.egress;
}

bool hasSameWalls(const Frame &a, const Frame &b)
{
    return a.ingress == b.ingress && a.egress == b.egress;
}

/// Walks two sorted lists at once; `take` gets null for what one of them lacks.
template <typename Element, typename Take>
void walk(const std::vector<Element> &before, const std::vector<Element> &after, Take take)
{
    auto old = before.begin();
    for (const Element &element : after) {
        for (; old != before.end() && old->key < element.key; ++old)
            take(&*old, nullptr);
        const bool isInBoth = old != before.end() && old->key == element.key;
        take(isInBoth ? &*old++ : nullptr, &element);
    }
    for (; old != before.end(); ++old)
        take(&*old, nullptr);
}

template <typename Element>
Since sinceOf(const Element *before, const Element *after)
{
    if (!before)
        return Since::Added;
    return after ? Since::Changed : Since::Removed;
}

/// The connections of both graphs whose verdict differs.
class Connections
{
public:
    Connections(const State &before, const State &after)
        : m_before(before)
        , m_after(after)
        , m_judgeBefore(before.evaluator)
        , m_judgeAfter(after.evaluator)
    {
        fill(m_judgeBefore, before.graph, after.graph);
        fill(m_judgeAfter, after.graph, before.graph);
    }

    std::vector<ConnectionChange> run()
    {
        walk(m_before.graph.arrows, m_after.graph.arrows,
             [this](const Arrow *before, const Arrow *after) { take(before, after); });
        return std::move(m_changes);
    }

private:
    /// Outside nodes of the other state too: what a range may do can be asked in any state.
    static void fill(Judge &judge, const Graph &own, const Graph &other)
    {
        for (const Node &node : own.nodes)
            judge.add(node);
        for (const Frame &frame : own.frames)
            judge.addNamespace(frame.key, frame.labels);
        for (const Node &node : other.nodes)
            if (node.frame.empty() && !own.node(node.key))
                judge.add(node);
    }

    /// What is allowed where no arrow says it.
    static Arrow judged(Judge &judge, const Arrow &other)
    {
        Arrow arrow;
        arrow.key = other.key;
        arrow.source = other.source;
        arrow.target = other.target;
        if (other.isWayIn()) // nothing led there
            return arrow;
        if (!judge.knows(arrow.source) || !judge.knows(arrow.target))
            return arrow;
        judge.judge(arrow);
        if (arrow.state == ArrowState::Allowed)
            return arrow;
        arrow.state = ArrowState::Allowed;
        arrow.ports = {};
        arrow.label.clear();
        return arrow;
    }

    void take(const Arrow *before, const Arrow *after)
    {
        // What only the standard would allow is no connection of either state.
        if (before && before->isOnlyStandard)
            before = nullptr;
        if (after && after->isOnlyStandard)
            after = nullptr;
        if (!before && !after)
            return;
        const bool isNamed = (before && isByName(*before)) || (after && isByName(*after));
        const std::string none;
        const bool isSameBesides =
            (before ? before->alsoNamed : none) == (after ? after->alsoNamed : none);
        if (before && after && before->state == after->state && before->ports == after->ports &&
            isSameBesides && (!isNamed || before->label == after->label))
            return;
        ConnectionChange change;
        change.key = before ? before->key : after->key;
        change.before = before ? *before : judged(m_judgeBefore, *after);
        change.after = after ? *after : judged(m_judgeAfter, *before);
        const ConnectionSet allowedBefore = allowedBy(change.before);
        const ConnectionSet allowedAfter = allowedBy(change.after);
        const bool isHalfOpen = allowedBefore.isEmpty() && allowedAfter.isEmpty();
        if (allowedBefore == allowedAfter && !isHalfOpen && isSameBesides)
            return;
        if (isHalfOpen || (isNamed && before && after))
            change.since = sinceOf(before, after);
        else if (allowedBefore.isEmpty())
            change.since = Since::Added;
        else if (allowedAfter.isEmpty())
            change.since = Since::Removed;
        m_changes.push_back(std::move(change));
    }

    const State &m_before;
    const State &m_after;
    Judge m_judgeBefore;
    Judge m_judgeAfter;
    std::vector<ConnectionChange> m_changes;
};

/// Gathers the pairs that no connection tells.
class Pairs
{
public:
    Pairs(const State &before, const State &after, const std::vector<ConnectionChange> &told)
        : m_before(before), m_after(after)
    {
        for (const ConnectionChange &change : told) {
            m_told.emplace(std::pair(change.before.source, change.before.target), &change);
            for (const Key &end : {change.before.source, change.before.target})
                for (const Graph *graph : {&before.graph, &after.graph})
                    if (const Node *node = graph->node(end); node && node->frame.empty())
                        m_outside.insert({end, node});
        }
    }

    void take(const VerdictChange &change)
    {
        if (isTold(change))
            return;
        const CommonEnd &own = change.isTargets ? change.target : change.source;
        const CommonEnd &other = change.isTargets ? change.source : change.target;
        const Direction direction = change.isTargets ? Direction::Ingress : Direction::Egress;
        PairsChange &group = groupOf(own, direction, change);
        if (other.isOutside())
            (other.family == kube::Family::V4 ? group.v4 : group.v6) |=
                kube::AddressSet(other.range.first, other.range.last);
        else
            group.others.push_back(keyOf(other));
    }

    std::vector<PairsChange> run()
    {
        for (PairsChange &group : m_groups)
            std::sort(group.others.begin(), group.others.end());
        std::stable_sort(m_groups.begin(), m_groups.end(),
                         [](const PairsChange &a, const PairsChange &b) {
                             return std::tie(a.service, a.direction, a.others) <
                                    std::tie(b.service, b.direction, b.others);
                         });
        return std::move(m_groups);
    }

private:
    Key keyOf(const CommonEnd &end) const { return m_before.evaluator.endpoint(end.before).key(); }

    /// The ends of arrows that stand for this end.
    std::vector<Key> endsFor(const CommonEnd &end) const
    {
        if (!end.isOutside())
            return {keyOf(end), frameKey(m_before.evaluator.endpoint(end.before).nameSpace),
                    kClusterKey, kEveryoneKey};
        std::vector<Key> ends{kEveryoneKey};
        const kube::AddressSet range(end.range.first, end.range.last);
        for (const auto &[key, node] : m_outside)
            if ((end.family == kube::Family::V4 ? node->v4 : node->v6).contains(range))
                ends.push_back(key);
        return ends;
    }

    bool isTold(const VerdictChange &change) const
    {
        const std::vector<Key> sources = endsFor(change.source);
        const std::vector<Key> targets = endsFor(change.target);
        for (const Key &source : sources)
            for (const Key &target : targets) {
                const auto found = m_told.find({source, target});
                if (found != m_told.end() && allowedBy(found->second->before) == change.before &&
                    allowedBy(found->second->after) == change.after)
                    return true;
            }
        return false;
    }

    PairsChange &groupOf(const CommonEnd &own, Direction direction, const VerdictChange &change)
    {
        auto &groups = m_index[{own.before.value, direction}];
        for (std::size_t i : groups)
            if (m_groups[i].before == change.before && m_groups[i].after == change.after)
                return m_groups[i];
        groups.push_back(m_groups.size());
        PairsChange group;
        group.service = keyOf(own);
        group.direction = direction;
        group.before = change.before;
        group.after = change.after;
        group.sourceBefore = policyOf(m_before, own.before, direction);
        group.sourceAfter = policyOf(m_after, own.after, direction);
        m_groups.push_back(std::move(group));
        return m_groups.back();
    }

    static Source policyOf(const State &state, verdict::EndpointId id, Direction direction)
    {
        auto policies = state.evaluator.policiesOf(id, direction);
        if (policies.empty())
            policies = state.evaluator.clusterPoliciesOf(id, direction);
        return policies.empty() ? Source{} : Source{policies.front(), {policies.front()->node}};
    }

    const State &m_before;
    const State &m_after;
    std::map<std::pair<Key, Key>, const ConnectionChange *> m_told;
    std::map<Key, const Node *> m_outside;
    std::map<std::pair<std::uint32_t, Direction>, std::vector<std::size_t>> m_index;
    std::vector<PairsChange> m_groups;
};

} // namespace

Changes compare(const State &before, const State &after, std::size_t mostPairs)
{
    Changes changes;
    walk(before.graph.frames, after.graph.frames, [&](const Frame *old, const Frame *now) {
        if (!old || !now || !hasSameWalls(*old, *now))
            changes.namespaces.push_back({(old ? old : now)->key, sinceOf(old, now),
                                          old ? *old : Frame(), now ? *now : Frame()});
    });
    walk(before.graph.nodes, after.graph.nodes, [&](const Node *old, const Node *now) {
        const bool isOne = (old && isService(*old)) || (now && isService(*now));
        if (isOne && (!old || !now || !hasSameLocks(*old, *now)))
            changes.services.push_back({(old ? old : now)->key, sinceOf(old, now),
                                        old ? *old : Node(), now ? *now : Node()});
    });
    changes.connections = Connections(before, after).run();
    for (const Graph *graph : {&before.graph, &after.graph})
        changes.isUnsure |=
            std::any_of(graph->arrows.begin(), graph->arrows.end(), [](const Arrow &arrow) {
                return isByName(arrow) || !arrow.alsoNamed.empty();
            });
    const verdict::VerdictChanges verdicts =
        verdict::verdictChanges(before.evaluator, after.evaluator, mostPairs);
    Pairs pairs(before, after, changes.connections);
    for (const VerdictChange &change : verdicts.pairs)
        pairs.take(change);
    changes.pairs = pairs.run();
    changes.isComplete = verdicts.isComplete;
    return changes;
}

namespace {

template <typename Element>
Element *find(std::vector<Element> &elements, const Key &key)
{
    const auto it = std::lower_bound(elements.begin(), elements.end(), key,
                                     [](const Element &e, const Key &k) { return e.key < k; });
    return it != elements.end() && it->key == key ? &*it : nullptr;
}

template <typename Element>
void insert(std::vector<Element> &elements, Element element)
{
    const auto it = std::lower_bound(elements.begin(), elements.end(), element.key,
                                     [](const Element &e, const Key &k) { return e.key < k; });
    if (it == elements.end() || it->key != element.key)
        elements.insert(it, std::move(element));
}

void mark(Arrow &arrow, const ConnectionChange &change)
{
    const bool wasThere = !change.before.ports.isEmpty();
    arrow.since = wasThere ? Since::Changed : Since::Added;
    if (wasThere)
        arrow.labelBefore = allowedBy(change.before).isEmpty() && !isByName(change.before)
                                ? ""
                                : change.before.label;
}

/// Adds what an end of a gone arrow stands on.
void keepEnd(const Graph &before, Graph &after, const Key &end)
{
    const auto keepFrame = [&](const Key &key) {
        const Frame *frame = before.frame(key);
        if (!frame || after.frame(key))
            return;
        Frame gone = *frame;
        gone.since = Since::Removed;
        gone.source = gone.ingressSource = gone.egressSource = {};
        insert(after.frames, std::move(gone));
    };
    if (const Node *node = before.node(end); node && !after.node(end)) {
        Node gone = *node;
        gone.since = Since::Removed;
        gone.source = {};
        insert(after.nodes, std::move(gone));
        keepFrame(node->frame);
    }
    keepFrame(end);
}

void markConnection(const Graph &before, Graph &after, const ConnectionChange &change)
{
    Arrow *const arrow = find(after.arrows, change.key);
    const bool isOnlyStandard = arrow && arrow->isOnlyStandard; // no connection
    if (arrow && !isOnlyStandard) {
        if (arrow->state == change.after.state && arrow->ports == change.after.ports)
            mark(*arrow, change);
        return;
    }
    if (change.before.rules.empty() && change.before.steps.empty())
        return; // it was new, and is gone again
    const bool isAllowed = !allowedBy(change.after).isEmpty();
    if (isOnlyStandard && isAllowed)
        return; // it says otherwise by now
    Arrow gone = isAllowed ? change.after : change.before;
    gone.since = isAllowed ? Since::Changed : Since::Removed;
    if (isAllowed)
        gone.labelBefore = change.before.label;
    for (RuleSource &rule : gone.rules)
        rule.source = {};
    for (WayStep &step : gone.steps)
        step.source = {};
    if (isOnlyStandard) {
        *arrow = std::move(gone);
        return;
    }
    keepEnd(before, after, gone.source);
    keepEnd(before, after, gone.target);
    const auto exists = [&](const Key &end) { return after.node(end) || after.frame(end); };
    if (exists(gone.source) && exists(gone.target))
        insert(after.arrows, std::move(gone));
}

} // namespace

Graph marked(const Graph &before, Graph after, const Changes &changes)
{
    for (const NamespaceChange &change : changes.namespaces) {
        Frame *frame = find(after.frames, change.key);
        if (!frame && change.since != Since::Added) {
            keepEnd(before, after, change.key);
        } else if (frame && change.since != Since::Removed && hasSameWalls(*frame, change.after)) {
            frame->since = change.since;
            frame->ingressBefore = change.before.ingress;
            frame->egressBefore = change.before.egress;
        }
    }
    for (const ServiceChange &change : changes.services) {
        Node *node = find(after.nodes, change.key);
        if (!node && change.since != Since::Added) {
            keepEnd(before, after, change.key);
        } else if (node && change.since != Since::Removed && hasSameLocks(*node, change.after)) {
            node->since = change.since;
            node->ingressBefore = change.before.ingress;
            node->egressBefore = change.before.egress;
        }
    }
    for (const ConnectionChange &change : changes.connections)
        markConnection(before, after, change);
    for (Node &node : after.nodes)
        if (!isService(node) && node.since == Since::Same && !before.node(node.key))
            node.since = Since::Added;
    return after;
}

} // namespace drawbridge::graph
