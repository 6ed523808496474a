#include "verdict/selector_index.h"

#include <algorithm>
#include <functional>

namespace drawbridge::verdict {

namespace {

std::size_t hashOf(const kube::Labels::value_type &label)
{
    const std::hash<std::string> hash;
    return hash(label.first) * 31 + hash(label.second);
}

} // namespace

SelectorIndex::SelectorIndex(const std::vector<kube::ObjectPtr> &policies)
{
    for (const kube::ObjectPtr &object : policies) {
        const kube::NetworkPolicy &policy = *object->policy();
        if (policy.subject)
            add(*policy.subject, object.get());
        for (const kube::Direction direction : kube::kDirections)
            for (const kube::Rule &rule : policy.rules(direction))
                for (const kube::Peer &peer : rule.peers)
                    if (peer.pods)
                        add(*peer.pods, object.get());
    }
}

void SelectorIndex::add(const kube::LabelSelector &pods, const kube::Object *policy)
{
    if (pods.isEmpty())
        return;
    // An expression may mean a label that another selector of the same meaning states.
    std::vector<const kube::Object *> &policies =
        pods.expressions.empty() ? m_byLabel[hashOf(*pods.matchLabels.begin())] : m_others;
    if (policies.empty() || policies.back() != policy)
        policies.push_back(policy);
}

std::vector<const kube::Object *> SelectorIndex::mayPick(const kube::Labels &labels) const
{
    std::vector<const kube::Object *> policies = m_others;
    for (const auto &label : labels)
        if (const auto found = m_byLabel.find(hashOf(label)); found != m_byLabel.end())
            policies.insert(policies.end(), found->second.begin(), found->second.end());
    std::sort(policies.begin(), policies.end(), std::less<>());
    policies.erase(std::unique(policies.begin(), policies.end()), policies.end());
    return policies;
}

} // namespace drawbridge::verdict
