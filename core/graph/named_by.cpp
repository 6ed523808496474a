#include "graph/named_by.h"

#include "verdict/endpoints.h"

#include <algorithm>
#include <utility>

namespace drawbridge::graph {

using kube::Direction;

NamedBy::NamedBy(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                 const StatedPods &pods, const kube::Object &object)
    : m_evaluator(evaluator)
    , m_policy(object)
    , m_nameSpace(workspace.namespaceOf(object))
    , m_ends(workspace, evaluator, pods)
{
    const kube::NetworkPolicy &policy = *object.policy();
    const std::string name = m_nameSpace + '/' + object.meta.name;
    const std::vector<Key> subjects = m_ends.ofSubject(object);
    for (Direction direction : kube::kDirections) {
        if (!policy.isolates(direction))
            continue;
        const auto &rules = policy.rules(direction);
        for (std::size_t i = 0; i < rules.size(); ++i)
            takeRule({name, direction, i, {&object, rules[i].origin}, policy.wouldBeRefused},
                     subjects, m_ends.ofRule(object, rules[i]));
    }
    for (const auto &[key, node] : m_ends.outsideNodes())
        m_namings.emplace(key, Naming{false, node.source});
    takeSubjects();
    takeGroups();
}

const NamedBy::Naming *NamedBy::naming(const Key &node) const
{
    const auto found = m_namings.find(node);
    return found == m_namings.end() ? nullptr : &found->second;
}

/// A subject that cannot be read isolates whatever it may mean.
void NamedBy::takeSubjects()
{
    m_subjects.insert(frameKey(m_nameSpace));
    const kube::LabelSelector subject = m_policy.policy()->subject.value_or(kube::LabelSelector());
    for (verdict::EndpointId id : m_evaluator.selected(subject, m_nameSpace)) {
        const verdict::Endpoint &endpoint = m_evaluator.endpoint(id);
        m_subjects.insert({Ends::nodeKey(endpoint), frameKey(endpoint.nameSpace)});
    }
}

/// Also by rules of a direction that the policy does not isolate.
void NamedBy::takeGroups()
{
    const auto take = [this](const std::string &nameSpace, const kube::LabelSelector &selector,
                             bool isSubject) {
        m_namings.emplace(nameSpace + "/{" + selector.canonical() + '}',
                          Naming{isSubject, {&m_policy, selector.origin}});
    };
    const kube::NetworkPolicy &policy = *m_policy.policy();
    if (policy.subject && !policy.subject->isEmpty())
        take(m_nameSpace, *policy.subject, true);
    for (Direction direction : kube::kDirections)
        for (const kube::Rule &rule : policy.rules(direction))
            for (const kube::Peer &peer : rule.peers) {
                if (!peer.pods || peer.pods->isEmpty())
                    continue;
                std::string nameSpace = m_nameSpace;
                if (peer.namespaces) {
                    nameSpace = verdict::namedNamespace(*peer.namespaces);
                    if (nameSpace.empty())
                        nameSpace = verdict::openEndedName(*peer.namespaces);
                }
                take(nameSpace, *peer.pods, false);
            }
}

void NamedBy::takeRule(const RuleSource &rule, const std::vector<Key> &subjects,
                       const std::vector<Key> &peers)
{
    const bool in = rule.direction == Direction::Ingress;
    for (const Key &peer : peers)
        for (const Key &subject : subjects)
            takeArrow(rule, in ? peer : subject, in ? subject : peer);
}

void NamedBy::takeArrow(const RuleSource &rule, const Key &source, const Key &target)
{
    if (source == target && m_evaluator.find(source).isValid())
        return; // a pod always reaches itself
    Key key = source;
    key += '\n';
    key += target;
    Named &named = m_arrows[std::move(key)];
    named.source = source;
    named.target = target;
    if (named.rules.empty() || !(named.rules.back() == rule))
        named.rules.push_back(rule);
}

} // namespace drawbridge::graph
