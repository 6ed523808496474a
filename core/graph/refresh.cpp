#include "graph/refresh.h"

#include "graph/judge.h"
#include "graph/named_by.h"
#include "graph/nodes.h"
#include "graph/pods_meant.h"
#include "graph/replacements.h"
#include "graph/ways.h"
#include "verdict/endpoints.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace drawbridge::graph {

namespace {

using kube::Object;
using verdict::Evaluator;

class Refresh
{
public:
    Refresh(Graph &graph, const kube::Workspace &workspace, const Evaluator &evaluator,
            bool parsesOtherwise, const DeclaredPorts &declared)
        : m_graph(graph)
        , m_workspace(workspace)
        , m_evaluator(evaluator)
        , m_parsesOtherwise(parsesOtherwise)
        , m_declared(declared)
        , m_pods(evaluator)
        , m_replaced(workspace, evaluator, m_pods)
    {
    }

    bool run()
    {
        findTouched();
        if (!keepsFrames() || !keepsOutside() || !exchangeNodes())
            return false;
        if (findStaying() && collectArrows() && keepsEmptyFrames() && renewNodes() &&
            renewFrames() && renewWays())
            return true;
        takeBackNodes();
        return false;
    }

    Refreshed apply()
    {
        Refreshed keys;
        keys.nodesAdded.assign(m_come.begin(), m_come.end());
        for (const Node &node : m_gone)
            keys.nodesRemoved.push_back({node.key, node.frame});
        for (auto &[index, node] : m_nodes) {
            if (!isNew(node.key))
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
        for (const Arrow &arrow : m_graph.arrows) // which say between whom they are
            if (!m_retitled.empty() && m_arrows.count(arrow.key) == 0 &&
                (m_retitled.count(arrow.source) > 0 || m_retitled.count(arrow.target) > 0))
                keys.arrows.push_back(arrow.key);
        std::sort(keys.arrows.begin(), keys.arrows.end());
        keys.arrows.erase(std::unique(keys.arrows.begin(), keys.arrows.end()), keys.arrows.end());
        replace(m_graph.arrows, std::move(drawn));
        replace(m_graph.idle, std::move(idle));
        return keys;
    }

private:
    template <typename Element>
    using Renewed = std::vector<std::pair<std::size_t, Element>>;

    /// Those that were judged are where they belong now.
    void replace(std::vector<Arrow> &arrows, std::map<Key, Arrow> &&now) const
    {
        const auto placeOf = [&arrows](const Key &key) {
            return std::lower_bound(arrows.begin(), arrows.end(), key,
                                    [](const Arrow &a, const Key &k) { return a.key < k; });
        };
        std::vector<std::size_t> elsewhere;
        for (const auto &[key, arrow] : m_arrows)
            if (const auto place = placeOf(key);
                place != arrows.end() && place->key == key && now.count(key) == 0)
                elsewhere.push_back(std::size_t(place - arrows.begin()));
        if (!elsewhere.empty()) {
            std::size_t i = elsewhere.front();
            auto next = elsewhere.begin();
            for (std::size_t from = i; from < arrows.size(); ++from)
                if (next != elsewhere.end() && *next == from)
                    ++next;
                else
                    arrows[i++] = std::move(arrows[from]);
            arrows.resize(i);
        }
        std::vector<Arrow> added;
        for (auto &[key, arrow] : now) {
            const auto place = placeOf(key);
            if (place != arrows.end() && place->key == key)
                *place = std::move(arrow);
            else
                added.push_back(std::move(arrow));
        }
        if (added.empty())
            return;
        const auto middle = arrows.insert(arrows.end(), std::make_move_iterator(added.begin()),
                                          std::make_move_iterator(added.end()));
        std::inplace_merge(arrows.begin(), middle, arrows.end(),
                           [](const Arrow &a, const Arrow &b) { return a.key < b.key; });
    }

    /// The pods that the policies select, and the namespaces that these are in.
    void findTouched()
    {
        for (const auto *entries : {&m_replaced.removed(), &m_replaced.added()})
            for (const auto &[policy, named] : *entries)
                m_touched.insert(named.subjects().begin(), named.subjects().end());
    }

    bool isTouched(const Key &end) const { return m_touched.count(end) > 0; }

    /// Namespaces that are there because rules name them, or policies are in them.
    bool keepsFrames()
    {
        std::map<Key, std::string> named[2];
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

    static auto placeOf(std::vector<Node> &nodes, const Key &key)
    {
        return std::lower_bound(nodes.begin(), nodes.end(), key,
                                [](const Node &node, const Key &k) { return node.key < k; });
    }

    bool isGone(const Key &key) const
    {
        return std::any_of(m_gone.begin(), m_gone.end(),
                           [&key](const Node &node) { return node.key == key; });
    }

    bool isNew(const Key &key) const { return m_come.count(key) > 0; }

    /// Pod groups that went and came; of one that is otherwise, both. False, and all nodes are as
    /// they were, where that takes frames too.
    bool exchangeNodes()
    {
        const Evaluator::Replaced &replaced = *m_evaluator.lastReplaced();
        if (replaced.endsGone.empty() && replaced.endsCome.empty())
            return true;
        std::vector<Node> come;
        for (const std::string &key : replaced.endsCome) {
            come.push_back(
                endpointNode(m_workspace, m_evaluator, m_evaluator.find(key), m_declared));
            if (!m_graph.frame(come.back().frame))
                return false;
        }
        for (const std::string &key : replaced.endsGone) {
            const auto place = placeOf(m_graph.nodes, key);
            m_touched.insert(place->frame);
            m_regrouped.insert(place->frame);
            m_gone.push_back(std::move(*place));
            m_graph.nodes.erase(place);
        }
        for (Node &node : come) {
            m_touched.insert({node.key, node.frame});
            m_regrouped.insert(node.frame);
            m_come.insert(node.key);
            m_graph.nodes.insert(placeOf(m_graph.nodes, node.key), std::move(node));
        }
        for (Node &node : m_graph.nodes)
            if (node.kind == NodeKind::PodGroup || node.kind == NodeKind::LikeGroup)
                node.endpoint = m_evaluator.find(node.key);
        return true;
    }

    void takeBackNodes()
    {
        std::erase_if(m_graph.nodes, [this](const Node &node) { return isNew(node.key); });
        for (Node &node : m_gone)
            m_graph.nodes.insert(placeOf(m_graph.nodes, node.key), std::move(node));
    }

    /// Policies that stay, and that pod groups which came have to do with. False where cluster-wide
    /// policies do.
    bool findStaying()
    {
        if (m_come.empty())
            return true;
        std::vector<const Node *> come;
        for (const Key &key : m_come)
            come.push_back(m_graph.node(key));
        const auto isAdded = [this](const Object *policy) {
            return std::any_of(m_replaced.added().begin(), m_replaced.added().end(),
                               [policy](const auto &entry) { return entry.policy == policy; });
        };
        for (const kube::ObjectPtr &policy : m_evaluator.policies())
            if (std::any_of(come.begin(), come.end(),
                            [&](const Node *node) { return concerns(*policy, *node); }) &&
                !isAdded(policy.get()))
                m_staying.push_back(
                    {policy.get(), NamedBy(m_workspace, m_evaluator, m_pods, *policy)});
        return std::none_of(come.begin(), come.end(), [this](const Node *node) {
            return std::any_of(m_evaluator.clusterPolicies().begin(),
                               m_evaluator.clusterPolicies().end(),
                               [&](const auto &policy) { return concernsCluster(*policy, *node); });
        });
    }

    /// It selects the node, names it as a peer, or is where it is written.
    bool concerns(const Object &object, const Node &node) const
    {
        const kube::NetworkPolicy &policy = *object.policy();
        const std::string &nameSpace = m_workspace.namespaceOf(object);
        if (policy.subject && !policy.subject->isEmpty() &&
            m_evaluator.picks(*policy.subject, nameSpace, node.endpoint))
            return true;
        const auto isMeant = [&](const kube::Peer &peer) {
            return peer.pods && !peer.pods->isEmpty() &&
                   (m_evaluator.picks(peer, nameSpace, node.endpoint) ||
                    isWrittenIn(peer, nameSpace, node));
        };
        for (const kube::Direction direction : kube::kDirections)
            for (const kube::Rule &rule : policy.rules(direction))
                if (std::any_of(rule.peers.begin(), rule.peers.end(), isMeant))
                    return true;
        return false;
    }

    /// A namespace of which only labels are known may not meet the selector that it stands for, and
    /// a peer that is refused picks nothing.
    static bool isWrittenIn(const kube::Peer &peer, const std::string &policyNamespace,
                            const Node &node)
    {
        if (!peer.ipBlock && (!peer.namespaces || peer.namespaces->expressions.empty()))
            return false;
        std::string nameSpace = policyNamespace;
        if (peer.namespaces) {
            nameSpace = verdict::namedNamespace(*peer.namespaces);
            if (nameSpace.empty())
                nameSpace = verdict::openEndedName(*peer.namespaces);
        }
        return node.frame == frameKey(nameSpace) &&
               node.key == nameSpace + "/{" + peer.pods->canonical() + '}';
    }

    bool concernsCluster(const Object &object, const Node &node) const
    {
        const kube::ClusterPolicy &policy = *object.clusterPolicy();
        const auto isMeant = [&](const std::optional<kube::Peer> &pods) {
            return pods && pods->pods && !pods->pods->isEmpty() &&
                   m_evaluator.picks(*pods, {}, node.endpoint);
        };
        if (isMeant(policy.subject))
            return true;
        for (const kube::Direction direction : kube::kDirections)
            for (const kube::ClusterRule &rule : policy.rules(direction))
                if (std::any_of(rule.peers.begin(), rule.peers.end(),
                                [&](const kube::ClusterPeer &peer) { return isMeant(peer.pods); }))
                    return true;
        return false;
    }

    /// All that the policies name or may decide, with the rules that name them now.
    bool collectArrows()
    {
        for (const std::vector<Arrow> *all : {&m_graph.arrows, &m_graph.idle})
            for (const Arrow &arrow : *all)
                if (isGone(arrow.source) || isGone(arrow.target)) {
                    if (arrow.isWayIn())
                        return false;
                    Arrow &known = m_arrows[arrow.key];
                    known.key = arrow.key;
                    known.source = arrow.source;
                    known.target = arrow.target;
                } else if (isTouched(arrow.source) || isTouched(arrow.target)) {
                    m_hasWays |= arrow.isWayIn();
                    if (!arrow.isWayIn())
                        m_arrows.emplace_hint(m_arrows.end(), arrow.key, unjudged(arrow));
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
                if (isNew(wanted.source) || isNew(wanted.target)) {
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

    Arrow unjudged(const Arrow &before) const
    {
        Arrow arrow;
        arrow.key = before.key;
        arrow.source = before.source;
        arrow.target = before.target;
        for (const RuleSource &rule : before.rules)
            if (!m_replaced.isGone(rule.source.object))
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
        std::unordered_set<Key> ends;
        for (const auto &[key, arrow] : m_arrows)
            ends.insert({arrow.source, arrow.target});
        const Judge judge = judgeOf(ends);
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

    /// Of nodes whose frame holds others than before.
    std::unordered_map<Key, std::string> titles() const
    {
        std::unordered_map<Key, std::string> result;
        if (m_regrouped.empty())
            return result;
        std::map<Key, std::vector<Node>> members;
        for (const Node &node : m_graph.nodes)
            if (m_regrouped.count(node.frame) > 0 && node.endpoint.isValid()) {
                members[node.frame].push_back(node);
                members[node.frame].back().title = m_evaluator.endpoint(node.endpoint).name;
            }
        for (auto &[frame, nodes] : members) {
            std::vector<Node *> all;
            for (Node &node : nodes)
                all.push_back(&node);
            separateTitles(all);
            for (const Node &node : nodes)
                if (m_graph.node(node.key)->title != node.title)
                    result.emplace(node.key, node.title);
        }
        return result;
    }

    bool renewNodes()
    {
        const std::unordered_map<Key, std::string> titles = this->titles();
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
        if (!isNew(node.key) && !m_replaced.isGone(before) && m_named.count(node.key) == 0)
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
            if (const NamedBy::Naming *naming = isNew(node.key) ? named.naming(node.key) : nullptr;
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
        const auto isFrame = [this](const Key &key) { return !m_graph.node(key); };
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
        if (!m_hasWays && !m_replaced.hasSteps() && !mayHaveWays())
            return true;
        const std::map<Key, Arrow> ways = wayArrows(m_workspace, m_evaluator);
        if (mayHaveWays() && countOfWays() != ways.size())
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

    /// A Service may lead to a pod group that is a policy's subject.
    bool mayHaveWays() const
    {
        const auto isSubject = [](const Node &node) { return node.kind == NodeKind::PodGroup; };
        return std::any_of(m_gone.begin(), m_gone.end(), isSubject) ||
               std::any_of(m_come.begin(), m_come.end(),
                           [&](const Key &key) { return isSubject(*m_graph.node(key)); });
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
    const DeclaredPorts &m_declared;
    bool m_hasWays = false;
    StatedPods m_pods;
    Replacements m_replaced;
    std::unordered_set<Key> m_touched; ///< nodes and frames
    std::unordered_set<Key> m_named;   ///< nodes, by what came
    std::vector<Node> m_gone;
    std::set<Key> m_come;      ///< nodes
    std::set<Key> m_regrouped; ///< frames that nodes came to or went from
    std::unordered_set<Key> m_retitled;
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
    Refresh refresh(graph, workspace, evaluator, parsesOtherwise, declared);
    if (!refresh.run())
        return std::nullopt;
    return refresh.apply();
}

} // namespace drawbridge::graph
