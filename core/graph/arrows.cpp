#include "graph/arrows.h"

#include "graph/judge.h"
#include "graph/pods_meant.h"

#include <algorithm>

namespace drawbridge::graph {

using kube::Direction;
using verdict::Evaluator;

namespace {

/// Collects what rules name, as arrows that are yet to be judged.
class Named
{
public:
    explicit Named(const std::map<Key, Node> &nodes) : m_nodes(nodes) {}

    void add(const RuleSource &rule, const std::vector<Key> &subjects,
             const std::vector<Key> &peers)
    {
        const bool in = rule.direction == Direction::Ingress;
        for (const Key &peer : peers)
            for (const Key &subject : subjects)
                add(rule, in ? peer : subject, in ? subject : peer);
    }

    std::map<Key, Arrow> arrows;

private:
    void add(const RuleSource &rule, const Key &source, const Key &target)
    {
        if (source == target && m_nodes.count(source))
            return; // a pod always reaches itself
        Key key = source;
        key += '\n';
        key += target;
        Arrow &arrow = arrows[std::move(key)];
        arrow.source = source;
        arrow.target = target;
        const bool isThere = !arrow.rules.empty() && arrow.rules.back() == rule &&
                             arrow.rules.back().source.object == rule.source.object;
        if (!isThere) // it may name an end twice
            arrow.rules.push_back(rule);
    }

    const std::map<Key, Node> &m_nodes;
};

void sayWhoIsMeant(std::map<Key, Arrow> &arrows, const Evaluator &evaluator, const StatedPods &pods,
                   const Ends &ends)
{
    PodsMeant meant(evaluator, pods, ends.blocks());
    for (auto &[key, arrow] : arrows)
        for (const Key *end : {&arrow.source, &arrow.target})
            if (const auto node = ends.outsideNodes().find(*end); node != ends.outsideNodes().end())
                arrow.podsToo = meant.by(arrow, node->second);
}

} // namespace

/// What denies or passes on draws no arrow.
static bool forEachNamedOfCluster(const Evaluator &evaluator, const kube::Object &object,
                                  Ends &ends, const TakeNamed &take)
{
    if (!evaluator.profile().enforcesKind(object.clusterPolicy()->kind))
        return true;
    const std::vector<Key> subjects = ends.ofClusterSubject(object);
    for (Direction direction : kube::kDirections) {
        const auto &rules = object.clusterPolicy()->rules(direction);
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (rules[i].action == kube::RuleAction::Accept &&
                !take({object.meta.kind + ' ' + object.meta.name,
                       direction,
                       i,
                       {&object, rules[i].origin},
                       object.clusterPolicy()->wouldBeRefused},
                      subjects, ends.ofClusterRule(object, rules[i])))
                return false;
    }
    return true;
}

bool forEachNamed(const kube::Workspace &workspace, const Evaluator &evaluator,
                  const kube::Object &policy, Ends &ends, const TakeNamed &take)
{
    if (policy.clusterPolicy())
        return forEachNamedOfCluster(evaluator, policy, ends, take);
    const std::vector<Key> subjects = ends.ofSubject(policy);
    for (Direction direction : kube::kDirections) {
        if (!policy.policy()->isolates(direction))
            continue;
        const auto &rules = policy.policy()->rules(direction);
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (!take({workspace.namespaceOf(policy) + '/' + policy.meta.name,
                       direction,
                       i,
                       {&policy, rules[i].origin},
                       policy.policy()->wouldBeRefused},
                      subjects, ends.ofRule(policy, rules[i])))
                return false;
    }
    return true;
}

std::optional<std::map<Key, Arrow>> namedArrows(const kube::Workspace &workspace,
                                                const Evaluator &evaluator,
                                                const std::map<Key, Node> &nodes,
                                                const StatedPods &pods, Ends &ends,
                                                std::size_t mostPairs)
{
    Named named(nodes);
    const auto add = [&named](const RuleSource &rule, const std::vector<Key> &subjects,
                              const std::vector<Key> &peers) {
        named.add(rule, subjects, peers);
        return true;
    };
    for (const auto *policies : {&evaluator.policies(), &evaluator.clusterPolicies()})
        for (const kube::ObjectPtr &policy : *policies)
            forEachNamed(workspace, evaluator, *policy, ends, add);
    std::map<Key, Arrow> result = std::move(named.arrows);
    Judge judge(evaluator);
    for (const auto *list : {&nodes, &ends.outsideNodes()})
        for (const auto &[key, node] : *list)
            judge.add(node);
    for (const auto &[frame, labels] : ends.namedFrames())
        judge.addNamespace(frame, labels);
    for (auto &[key, arrow] : result) {
        arrow.key = key;
        judge.judge(arrow);
        if (judge.pairCount() > mostPairs)
            return {};
    }
    sayWhoIsMeant(result, evaluator, pods, ends);
    return result;
}

} // namespace drawbridge::graph
