#include "graph/arrows.h"

#include "graph/judge.h"

#include <algorithm>

namespace drawbridge::graph {

using kube::Direction;
using verdict::Evaluator;

std::map<Key, Arrow> arrows(const kube::Workspace &workspace, const Evaluator &evaluator,
                            const std::map<Key, Node> &nodes, Ends &ends)
{
    std::map<Key, Arrow> result;
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        const std::vector<Key> subjects = ends.ofSubject(*policy);
        for (Direction direction : kube::kDirections) {
            if (!policy->policy()->isolates(direction))
                continue;
            const auto &rules = policy->policy()->rules(direction);
            for (std::size_t i = 0; i < rules.size(); ++i) {
                const RuleSource rule{workspace.namespaceOf(*policy) + '/' + policy->meta.name,
                                      direction,
                                      i,
                                      {policy.get(), rules[i].origin}};
                for (const Key &peer : ends.ofRule(*policy, rules[i]))
                    for (const Key &subject : subjects) {
                        const bool in = direction == Direction::Ingress;
                        const Key &source = in ? peer : subject;
                        const Key &target = in ? subject : peer;
                        if (source == target && nodes.count(source))
                            continue; // a pod always reaches itself
                        Key key = source;
                        key += '\n';
                        key += target;
                        Arrow &arrow = result[std::move(key)];
                        arrow.source = source;
                        arrow.target = target;
                        if (std::find(arrow.rules.begin(), arrow.rules.end(), rule) ==
                            arrow.rules.end())
                            arrow.rules.push_back(rule);
                    }
            }
        }
    }
    Judge judge(evaluator);
    for (const auto *list : {&nodes, &ends.outsideNodes()})
        for (const auto &[key, node] : *list)
            judge.add(node);
    for (auto &[key, arrow] : result) {
        arrow.key = key;
        judge.judge(arrow);
    }
    std::erase_if(result, [](const auto &entry) { return entry.second.ports.isEmpty(); });
    return result;
}

} // namespace drawbridge::graph
