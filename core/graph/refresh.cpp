#include "graph/refresh.h"

#include "graph/few_keys.h"
#include "graph/judge.h"
#include "graph/named_by.h"
#include "graph/nodes.h"
#include "graph/pod_group_exchange.h"
#include "graph/pods_meant.h"
#include "graph/renumbering.h"
#include "graph/replacements.h"
#include "graph/ways.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace drawbridge::graph {

namespace {

using kube::Object;
using verdict::Evaluator;

class Refresh
{
public:
    Refresh(Graph &graph, const kube::Workspace &workspace, const Evaluator &evaluator,
            bool parsesOtherwise)
        : m_graph(graph)
        , m_workspace(workspace)
        , m_evaluator(evaluator)
        , m_parsesOtherwise(parsesOtherwise)
        , m_pods(evaluator)
        , m_replaced(workspace, evaluator, m_pods)
        , m_groups(graph, workspace, evaluator)
    {
    }

    bool run(const DeclaredPorts &declared)
    {
        findTouched();
        if (!keepsFrames() || !keepsOutside() || !m_groups.exchange(declared))
            return false;
        m_touched.insertAll(m_groups.touched());
        if (findStaying() && collectArrows() && keepsEmptyFrames() && renewNodes() &&
            renewFrames() && renewWays())
            return true;
        m_groups.takeBack();
        return false;
    }

    Refreshed apply()
    {
        Refreshed keys;
        keys.nodesAdded.assign(m_groups.come().begin(), m_groups.come().end());
        for (const Node &node : m_groups.gone())
            keys.nodesRemoved.push_back({node.key, node.frame});
        for (auto &[index, node] : m_nodes) {
            if (!m_groups.isNew(node.key))
                keys.nodes.push_back(node.key);
            m_graph.nodes[index] = std::move(node);
        }
        for (auto &[index, frame] : m_frames) {
            keys.frames.push_back(frame.key);
            m_graph.frames[index] = std::move(frame);
        }
        std::map<Key, Arrow> drawn;
        std::map<Key, Arrow> idle;
        for (auto &[key, arrow] : m_arrows) {
            const bool was = m_graph.arrow(key) != nullptr;
            const bool is = !arrow.rules.empty() && !arrow.ports.isEmpty();
            if (was || is)
                (was && is ? keys.arrows : is ? keys.added : keys.removed).push_back(key);
            if (!arrow.rules.empty())
                (is ? drawn : idle).emplace(key, std::move(arrow));
        }
        for (auto &[key, arrow] : m_ways) {
            keys.arrows.push_back(key);
            drawn.emplace(key, std::move(arrow));
        }
        for (const Arrow *arrow : m_graph.arrowsAt(m_retitled)) // which say between whom they are
            if (m_arrows.count(arrow->key) == 0)
                keys.arrows.push_back(arrow->key);
        std::sort(keys.arrows.begin(), keys.arrows.end());
        keys.arrows.erase(std::unique(keys.arrows.begin(), keys.arrows.end()), keys.arrows.end());
        replace(m_graph.arrows, m_graph.arrowEnds, std::move(drawn));
        replace(m_graph.idle, m_graph.idleEnds, std::move(idle));
        return keys;
    }

private:
    template <typename Element>
    using Renewed = std::vector<std::pair<std::size_t, Element>>;

    /// Those that were judged are where they belong now.
    void replace(std::vector<Arrow> &arrows, ArrowEnds &ends, std::map<Key, Arrow> &&now) const
    {
        const auto placeOf = [&arrows](const Key &key) {
            const auto place =
                std::lower_bound(arrows.begin(), arrows.end(), key,
                                 [](const Arrow &a, const Key &k) { return a.key < k; });
            return std::size_t(place - arrows.begin());
        };
        const auto isAt = [&arrows](std::size_t place, const Key &key) {
            return place < arrows.size() && arrows[place].key == key;
        };
        std::vector<std::size_t> elsewhere;
        for (const auto &[key, arrow] : m_arrows)
            if (const std::size_t place = placeOf(key); isAt(place, key) && now.count(key) == 0)
                elsewhere.push_back(place);
        std::vector<Key> keys;
        std::vector<Arrow> added;
        for (auto &[key, arrow] : now) {
            const std::size_t place = placeOf(key);
            if (isAt(place, key)) {
                arrows[place] = std::move(arrow);
                continue;
            }
            keys.push_back(key);
            added.push_back(std::move(arrow));
        }
        std::vector<std::size_t> come = Renumbering::placesFor(
            keys, arrows, elsewhere, [](const Arrow &arrow) -> const Key & { return arrow.key; });
        const bool areEndsKnown = ends.size() == arrows.size();
        const Renumbering numbers(arrows.size(), std::move(elsewhere), std::move(come));
        numbers.applyTo(arrows);
        for (std::size_t i = 0; i < added.size(); ++i)
            arrows[numbers.come()[i]] = std::move(added[i]);
        if (areEndsKnown)
            ends.follow(numbers, arrows);
        else
            ends = ArrowEnds(arrows);
    }

    /// The pods that the policies select, and the namespaces that these are in.
    void findTouched()
    {
        for (const auto *entries : {&m_replaced.removed(), &m_replaced.added()})
            for (const auto &[policy, named] : *entries)
                m_touched.insertAll(named.subjects());
    }

    bool isTouched(const Key &end) const { return m_touched.contains(end); }

    /// Namespaces that are there because rules name them, or policies are in them.
    bool keepsFrames()
    {
        std::map<Key, kube::Labels> named[2];
        std::set<std::string> homes[2];
        for (const int when : {0, 1})
            for (const auto &[policy, by] : when == 0 ? m_replaced.removed() : m_replaced.added()) {
                named[when].insert(by.namedFrames().begin(), by.namedFrames().end());
                homes[when].insert(by.nameSpace());
            }
        std::vector<std::string> other;
        std::set_symmetric_difference(homes[0].begin(), homes[0].end(), homes[1].begin(),
                                      homes[1].end(), std::back_inserter(other));
        return named[0] == named[1] &&
               std::all_of(other.begin(), other.end(), [this](const std::string &nameSpace) {
                   return isSureToStay(frameKey(nameSpace));
               });
    }

    /// Whatever policies and arrows there are.
    bool isSureToStay(const Key &frame) const
    {
        const Frame *found = m_graph.frame(frame);
        return found && (found->services > 0 || found->source.object);
    }

    /// Nodes outside that are named now are there, and mean the same addresses.
    bool keepsOutside() const
    {
        for (const auto &[policy, named] : m_replaced.added())
            for (const auto &[key, node] : named.outside()) {
                const Node *before = m_graph.node(key);
                if (!before || (before->v4.isEmpty() && !node.v4.isEmpty()) ||
                    (before->v6.isEmpty() && !node.v6.isEmpty()))
                    return false;
            }
        const Node *internet = m_graph.node(kInternetKey);
        const bool isOfBoth = internet && !internet->v4.isEmpty() && !internet->v6.isEmpty();
        return !isOfBoth || !losesFamily();
    }

    /// The internet was named by a family of addresses by which none of them names it now.
    bool losesFamily() const
    {
        bool isNamed[2][2] = {};
        for (const int when : {0, 1})
            for (const auto &[policy, by] : when == 0 ? m_replaced.removed() : m_replaced.added())
                if (const auto found = by.outside().find(kInternetKey);
                    found != by.outside().end()) {
                    isNamed[when][0] |= !found->second.v4.isEmpty();
                    isNamed[when][1] |= !found->second.v6.isEmpty();
                }
        return (isNamed[0][0] && !isNamed[1][0]) || (isNamed[0][1] && !isNamed[1][1]);
    }

    /// What policies that stay name of pod groups that came. False where cluster-wide policies
    /// speak of these.
    bool findStaying()
    {
        for (const Object *policy : m_groups.concerned())
            if (std::none_of(m_replaced.added().begin(), m_replaced.added().end(),
                             [policy](const auto &entry) { return entry.policy == policy; }))
                m_staying.push_back({policy, NamedBy(m_workspace, m_evaluator, m_pods, *policy)});
        return !m_groups.concernClusterPolicies();
    }

    /// All that the policies name or may decide, with the rules that name them now.
    bool collectArrows()
    {
        for (const auto &touched : {m_graph.arrowsAt(m_touched), m_graph.idleAt(m_touched)})
            for (const Arrow *arrow : touched) {
                const bool isGone =
                    m_groups.isGone(arrow->source) || m_groups.isGone(arrow->target);
                if (arrow->isWayIn() && isGone)
                    return false;
                m_hasWays |= arrow->isWayIn();
                if (!arrow->isWayIn())
                    m_arrows.emplace_hint(m_arrows.end(), arrow->key, unjudged(*arrow, isGone));
            }
        for (const auto &[policy, named] : m_replaced.added())
            for (const auto &[key, wanted] : named.arrows()) {
                const bool isFirst = m_arrows.count(key) == 0;
                if (isFirst && !(isThere(wanted.source) && isThere(wanted.target)))
                    return false;
                addNamed(key, wanted);
            }
        for (const auto &[policy, named] : m_staying)
            for (const auto &[key, wanted] : named.arrows())
                if (m_groups.isNew(wanted.source) || m_groups.isNew(wanted.target)) {
                    if (!isThere(wanted.source) || !isThere(wanted.target))
                        return false;
                    addNamed(key, wanted);
                }
        sortRules();
        judgeArrows();
        return true;
    }

    void addNamed(const Key &key, const NamedBy::Named &named)
    {
        Arrow &arrow = m_arrows[key];
        arrow.key = key;
        arrow.source = named.source;
        arrow.target = named.target;
        arrow.rules.insert(arrow.rules.end(), named.rules.begin(), named.rules.end());
    }

    /// With the rules that are still there; with none if an end went.
    Arrow unjudged(const Arrow &before, bool isGone) const
    {
        Arrow arrow;
        arrow.key = before.key;
        arrow.source = before.source;
        arrow.target = before.target;
        for (const RuleSource &rule : before.rules)
            if (!isGone && !m_replaced.isGone(rule.source.object))
                arrow.rules.push_back(rule);
        return arrow;
    }

    bool isThere(const Key &end) const { return m_graph.node(end) || m_graph.frame(end); }

    /// In the order of the policies, the cluster-wide ones behind all others.
    void sortRules()
    {
        for (const auto &[key, arrow] : m_arrows)
            for (const RuleSource &rule : arrow.rules)
                m_order.emplace(rule.source.object, SIZE_MAX);
        for (const auto &[policy, named] : m_replaced.added()) {
            m_order.emplace(policy, SIZE_MAX);
            for (const auto &[key, naming] : named.namings()) {
                m_named.insert(key);
                if (const Node *node = m_graph.node(key))
                    m_order.emplace(node->source.object, SIZE_MAX);
            }
        }
        for (const auto &[policy, named] : m_staying)
            m_order.emplace(policy, SIZE_MAX);
        for (std::size_t i = 0; i < m_evaluator.policies().size(); ++i)
            if (const auto found = m_order.find(m_evaluator.policies()[i].get());
                found != m_order.end())
                found->second = i;
        for (auto &[key, arrow] : m_arrows)
            std::stable_sort(arrow.rules.begin(), arrow.rules.end(),
                             [this](const RuleSource &a, const RuleSource &b) {
                                 return m_order.at(a.source.object) < m_order.at(b.source.object);
                             });
    }

    void judgeArrows()
    {
        FewKeys ends;
        for (const auto &[key, arrow] : m_arrows) {
            ends.insert(arrow.source);
            ends.insert(arrow.target);
        }
        Judge judge = judgeOf(ends);
        PodsMeant meant(m_evaluator, m_pods);
        for (auto &[key, arrow] : m_arrows) {
            if (arrow.rules.empty())
                continue;
            judge.judge(arrow);
            for (const Key *end : {&arrow.source, &arrow.target})
                if (const Node *node = m_graph.node(*end);
                    node && (node->kind == NodeKind::Range || node->kind == NodeKind::Internet))
                    arrow.podsToo = meant.by(arrow, *node);
        }
    }

    /// Knows these ends and, of namespaces, what is in them.
    Judge judgeOf(const FewKeys &ends) const
    {
        Judge judge(m_evaluator);
        for (const bool isOutside : {false, true}) // in the order of build()
            for (const Node &node : m_graph.nodes)
                if (node.frame.empty() == isOutside && node.kind != NodeKind::WayIn &&
                    (ends.contains(node.key) || (!isOutside && ends.contains(node.frame))))
                    judge.add(node);
        for (const Frame &frame : m_graph.frames)
            if (ends.contains(frame.key))
                judge.addNamespace(frame.key, frame.labels);
        return judge;
    }

    /// A namespace without services may be there for the arrows that end at it.
    bool keepsEmptyFrames() const
    {
        return std::all_of(m_arrows.begin(), m_arrows.end(), [this](const auto &entry) {
            const Arrow &arrow = entry.second;
            const bool is = !arrow.rules.empty() && !arrow.ports.isEmpty();
            if (is == (m_graph.arrow(entry.first) != nullptr))
                return true;
            const auto stays = [this](const Key &end) {
                return !m_graph.frame(end) || isSureToStay(end);
            };
            const Arrow *known = is ? &arrow : m_graph.arrow(entry.first);
            return stays(known->source) && stays(known->target);
        });
    }

    bool isStale(const Node &node) const
    {
        return !node.frame.empty() || node.kind == NodeKind::WayIn
                   ? hasStaleText(m_workspace, node.source)
                   : node.isStale;
    }

    bool renewNodes()
    {
        const std::unordered_map<Key, std::string> titles = m_groups.titles();
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const Node &before = m_graph.nodes[i];
            const bool isTouched = this->isTouched(before.key);
            std::optional<Source> source = sourceOf(before);
            if (!source)
                return false;
            const auto title = titles.find(before.key);
            const bool moves = source->object != before.source.object ||
                               source->origin.node != before.source.origin.node;
            if (!isTouched && !moves && title == titles.end() &&
                (!m_parsesOtherwise || isStale(before) == before.isStale))
                continue;
            Node node = before;
            if (title != titles.end()) {
                node.title = title->second;
                m_retitled.insert(node.key);
            }
            node.source = *source;
            node.isStale = isStale(node);
            if (isTouched)
                setLocks(node, m_evaluator);
            m_nodes.emplace_back(i, std::move(node));
        }
        return true;
    }

    /// What says a node now; nothing where that cannot be told.
    std::optional<Source> sourceOf(const Node &node) const
    {
        const bool isByPolicies = node.kind != NodeKind::Workload && node.kind != NodeKind::WayIn;
        return isByPolicies ? firstNaming(node) : followed(node.source);
    }

    /// The first naming of all: a subject before peers, then in the order of policies.
    std::optional<Source> firstNaming(const Node &node) const
    {
        const Object *before = node.source.object;
        const bool isNew = m_groups.isNew(node.key);
        if (!isNew && !m_replaced.isGone(before) && !m_named.contains(node.key))
            return node.source;
        std::optional<NamedBy::Naming> first;
        if (before && !m_replaced.isGone(before)) {
            first = NamedBy::Naming{isSubjectOf(node), node.source};
        } else if (before) {
            const auto *was = Replacements::naming(m_replaced.removed(), before, node.key);
            const auto *is =
                Replacements::naming(m_replaced.added(), m_replaced.successor(before), node.key);
            if (!was || !is || was->isSubject > is->isSubject)
                return {};
            first = *is;
        }
        for (const auto &[policy, named] : m_replaced.added())
            if (const NamedBy::Naming *naming = named.naming(node.key);
                naming && (!first || comesBefore(*naming, *first)))
                first = *naming;
        for (const auto &[policy, named] : m_staying)
            if (const NamedBy::Naming *naming = isNew ? named.naming(node.key) : nullptr;
                naming && (!first || comesBefore(*naming, *first)))
                first = *naming;
        return first ? first->source : Source();
    }

    bool comesBefore(const NamedBy::Naming &a, const NamedBy::Naming &b) const
    {
        const auto orderOf = [this](const NamedBy::Naming &naming) {
            const auto found = m_order.find(naming.source.object);
            return found == m_order.end() ? SIZE_MAX : found->second;
        };
        return a.isSubject != b.isSubject ? a.isSubject : orderOf(a) < orderOf(b);
    }

    static bool isSubjectOf(const Node &node)
    {
        const kube::NetworkPolicy *policy = node.source.object->policy();
        return policy && !node.frame.empty() && policy->subject &&
               policy->subject->origin.node == node.source.origin.node;
    }

    /// Of what is no policy only the name is a source.
    std::optional<Source> followed(const Source &source) const
    {
        if (!source.object || !m_replaced.isGone(source.object))
            return source;
        const Object *now = m_replaced.successor(source.object);
        return now ? std::optional<Source>({now, now->meta.nameOrigin}) : std::nullopt;
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
        std::unordered_map<Key, std::vector<const Node *>> members;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (isTouched(m_graph.nodes[i].frame))
                members[m_graph.nodes[i].frame].push_back(&nodeAt(i));
        std::size_t touched = 0;
        for (std::size_t i = 0; i < m_graph.frames.size(); ++i) {
            const Frame &before = m_graph.frames[i];
            const std::optional<Source> source = followed(before.source);
            const bool isTouched = this->isTouched(before.key);
            touched += isTouched;
            if (!source || (!isTouched && source->object == before.source.object))
                continue;
            Frame frame = before;
            frame.source = *source;
            if (isTouched) {
                raiseWalls(frame, m_evaluator, members[frame.key]);
                frame.isDefault = isDefault(before);
                if (frame.services == 0 && before.services > 0 && !frame.source.object)
                    return false; // it may go
            }
            m_frames.emplace_back(i, std::move(frame));
        }
        const auto isFrame = [this](const Key &key) {
            return !m_graph.node(key) && !m_groups.isGone(key);
        };
        return touched == std::size_t(std::count_if(m_touched.begin(), m_touched.end(), isFrame));
    }

    /// Only policies without a namespace can change it.
    bool isDefault(const Frame &frame) const
    {
        const auto namesNone = [](const auto &entry) {
            return entry.policy->meta.nameSpace.empty();
        };
        const auto &removed = m_replaced.removed();
        const auto &added = m_replaced.added();
        if (frame.key != frameKey(m_workspace.defaultNamespace()) ||
            (std::none_of(removed.begin(), removed.end(), namesNone) &&
             std::none_of(added.begin(), added.end(), namesNone)))
            return frame.isDefault;
        const auto &all = m_workspace.effectiveObjects();
        return std::any_of(all.begin(), all.end(), [](const kube::ObjectPtr &object) {
            return object->meta.nameSpace.empty() && !object->isClusterScoped();
        });
    }

    bool renewWays()
    {
        if (!m_hasWays && !m_replaced.hasSteps() && !m_groups.mayHaveWays())
            return true;
        const std::map<Key, Arrow> ways = wayArrows(m_workspace, m_evaluator);
        if (m_groups.mayHaveWays() && countOfWays() != ways.size())
            return false;
        for (const Arrow &arrow : m_graph.arrows) {
            if (!arrow.isWayIn() || (!m_replaced.hasSteps() && !isTouched(arrow.target)))
                continue;
            const auto found = ways.find(arrow.key);
            if (found == ways.end())
                return false;
            m_ways.emplace(*found);
        }
        return true;
    }

    std::size_t countOfWays() const
    {
        return std::size_t(std::count_if(m_graph.arrows.begin(), m_graph.arrows.end(),
                                         [](const Arrow &arrow) { return arrow.isWayIn(); }));
    }

    Graph &m_graph;
    const kube::Workspace &m_workspace;
    const Evaluator &m_evaluator;
    bool m_parsesOtherwise;
    bool m_hasWays = false;
    StatedPods m_pods;
    Replacements m_replaced;
    PodGroupExchange m_groups;
    FewKeys m_touched; ///< nodes and frames
    FewKeys m_named;   ///< nodes, by what came
    FewKeys m_retitled;
    std::vector<Replacements::Entry> m_staying;
    std::unordered_map<const Object *, std::size_t> m_order;
    Renewed<Node> m_nodes; ///< by index
    Renewed<Frame> m_frames;
    std::map<Key, Arrow> m_arrows; ///< without rules: nothing names it any longer
    std::map<Key, Arrow> m_ways;
};

} // namespace

std::optional<Refreshed> refresh(Graph &graph, const kube::Workspace &workspace,
                                 const Evaluator &evaluator, bool parsesOtherwise,
                                 const DeclaredPorts &declared)
{
    if (!evaluator.lastReplaced() || !evaluator.profile().isStandard())
        return std::nullopt;
    Refresh refresh(graph, workspace, evaluator, parsesOtherwise);
    if (!refresh.run(declared))
        return std::nullopt;
    return refresh.apply();
}

} // namespace drawbridge::graph
