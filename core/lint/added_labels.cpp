#include "lint/added_labels.h"

#include "kube/added_to_pods.h"
#include "verdict/added_labels.h"

#include <algorithm>

namespace drawbridge::lint {

namespace {

using kube::Direction;
using kube::LabelSelector;

bool asksForAdded(const LabelSelector &pods)
{
    return std::any_of(pods.matchLabels.begin(), pods.matchLabels.end(),
                       [](const auto &label) { return kube::isAddedToPods(label.first); }) ||
           std::any_of(pods.expressions.begin(), pods.expressions.end(),
                       [](const auto &wanted) { return kube::isAddedToPods(wanted.key); });
}

class AddedLabels
{
public:
    AddedLabels(const Context &context, const kube::Object &policy)
        : m_context(context), m_policy(policy)
    {
    }

    std::vector<AddedLabel> find()
    {
        if (const kube::NetworkPolicy *policy = m_policy.policy())
            findIn(*policy);
        else
            findIn(*m_policy.clusterPolicy());
        return std::move(m_found);
    }

private:
    void findIn(const kube::NetworkPolicy &policy)
    {
        if (policy.subject)
            look(*policy.subject, nullptr, {});
        for (Direction direction : kube::kDirections)
            if (policy.isolates(direction))
                for (const kube::Rule &rule : policy.rules(direction))
                    for (const kube::Peer &peer : rule.peers)
                        look(peer, direction);
    }

    void findIn(const kube::ClusterPolicy &policy)
    {
        if (policy.subject)
            look(*policy.subject, {});
        for (Direction direction : kube::kDirections)
            for (const kube::ClusterRule &rule : policy.rules(direction))
                for (const kube::ClusterPeer &peer : rule.peers)
                    if (peer.pods)
                        look(*peer.pods, direction);
    }

    void look(const kube::Peer &peer, std::optional<Direction> direction)
    {
        if (peer.pods)
            look(*peer.pods, peer.namespaces ? &*peer.namespaces : nullptr, direction);
    }

    void look(const LabelSelector &pods, const LabelSelector *namespaces,
              std::optional<Direction> direction)
    {
        if (!asksForAdded(pods))
            return;
        AddedLabel found{&pods, {}, {}, direction};
        const auto &endpoints = m_context.evaluator.endpoints();
        for (std::uint32_t i = 0; i < endpoints.size(); ++i) {
            if (!isThere(namespaces, endpoints[i].nameSpace))
                continue;
            std::string key = verdict::addedLabel(m_context.evaluator, pods, endpoints[i]);
            if (key.empty())
                continue;
            found.key = std::move(key);
            found.ends.push_back({i});
        }
        if (!found.ends.empty())
            m_found.push_back(std::move(found));
    }

    bool isThere(const LabelSelector *namespaces, const std::string &nameSpace) const
    {
        if (namespaces)
            return m_context.evaluator.namespaceMatches(*namespaces, nameSpace);
        return m_policy.isClusterScoped() || m_context.workspace.namespaceOf(m_policy) == nameSpace;
    }

    const Context &m_context;
    const kube::Object &m_policy;
    std::vector<AddedLabel> m_found;
};

} // namespace

std::vector<AddedLabel> addedLabels(const Context &context, const kube::Object &policy)
{
    return AddedLabels(context, policy).find();
}

/// Before what tells of selectors that mean nothing.
void checkAddedLabels(Context &context, const kube::Object &policy)
{
    for (const AddedLabel &found : addedLabels(context, policy)) {
        context.open.insert(found.selector);
        std::vector<std::string> ends;
        for (verdict::EndpointId end : found.ends)
            ends.push_back(context.evaluator.endpoint(end).text());
        std::vector<std::string> arguments{found.key, named(ends)};
        if (policy.policy())
            context.addToPolicy(Severity::Hint, Code::LintAddedLabel, policy,
                                found.selector->origin, std::move(arguments));
        else
            context.add(Severity::Hint, Code::LintAddedLabel, policy, found.selector->origin,
                        {policy.meta.name, arguments[0], arguments[1]});
    }
}

} // namespace drawbridge::lint
