#include "graph/arrows.h"

#include "graph/judge.h"
#include "verdict/pod_ranges.h"

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
        if (std::find(arrow.rules.begin(), arrow.rules.end(), rule) == arrow.rules.end())
            arrow.rules.push_back(rule);
    }

    const std::map<Key, Node> &m_nodes;
};

/// What denies or passes on draws no arrow.
void addClusterRules(const kube::Object &object, Ends &ends, Named &named)
{
    const std::vector<Key> subjects = ends.ofClusterSubject(object);
    for (Direction direction : kube::kDirections) {
        const auto &rules = object.clusterPolicy()->rules(direction);
        for (std::size_t i = 0; i < rules.size(); ++i)
            if (rules[i].action == kube::RuleAction::Accept)
                named.add({object.meta.kind + ' ' + object.meta.name,
                           direction,
                           i,
                           {&object, rules[i].origin},
                           object.clusterPolicy()->wouldBeRefused},
                          subjects, ends.ofClusterRule(object, rules[i]));
    }
}

/// Which outside nodes mean pods too, where the network plugin takes pods by their addresses.
std::map<Key, PodsToo> meansPods(const Evaluator &evaluator, const Ends &ends)
{
    using PodsByBlock = verdict::PluginProfile::PodsByBlock;
    std::map<Key, PodsToo> result;
    if (evaluator.profile().podsByBlock != PodsByBlock::ByAddress)
        return result;
    for (const auto &[key, block] : ends.blocks())
        if (verdict::holdsEveryPod(block))
            result.emplace(key, PodsToo::Every);
        else if (verdict::mayMeanPods(evaluator, block))
            result.emplace(key, PodsToo::Some);
    return result;
}

/// Of a rule of a NetworkPolicy; other kinds say for themselves whom they mean.
PodsToo podsToo(const std::map<Key, PodsToo> &meant, const Arrow &arrow)
{
    auto found = meant.find(arrow.source);
    if (found == meant.end())
        found = meant.find(arrow.target);
    const bool isNamed =
        found != meant.end() &&
        std::any_of(arrow.rules.begin(), arrow.rules.end(),
                    [](const RuleSource &rule) { return rule.source.object->policy(); });
    return isNamed ? found->second : PodsToo::No;
}

} // namespace

std::map<Key, Arrow> namedArrows(const kube::Workspace &workspace, const Evaluator &evaluator,
                                 const std::map<Key, Node> &nodes, Ends &ends)
{
    Named named(nodes);
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        const std::vector<Key> subjects = ends.ofSubject(*policy);
        for (Direction direction : kube::kDirections) {
            if (!policy->policy()->isolates(direction))
                continue;
            const auto &rules = policy->policy()->rules(direction);
            for (std::size_t i = 0; i < rules.size(); ++i)
                named.add({workspace.namespaceOf(*policy) + '/' + policy->meta.name,
                           direction,
                           i,
                           {policy.get(), rules[i].origin},
                           policy->policy()->wouldBeRefused},
                          subjects, ends.ofRule(*policy, rules[i]));
        }
    }
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies())
        if (evaluator.profile().enforcesKind(policy->clusterPolicy()->kind))
            addClusterRules(*policy, ends, named);
    std::map<Key, Arrow> result = std::move(named.arrows);
    Judge judge(evaluator);
    for (const auto *list : {&nodes, &ends.outsideNodes()})
        for (const auto &[key, node] : *list)
            judge.add(node);
    const std::map<Key, PodsToo> meant = meansPods(evaluator, ends);
    for (auto &[key, arrow] : result) {
        arrow.key = key;
        judge.judge(arrow);
        arrow.podsToo = podsToo(meant, arrow);
    }
    return result;
}

} // namespace drawbridge::graph
