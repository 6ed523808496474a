#include "lint/context.h"

#include <algorithm>
#include <map>
#include <set>

namespace drawbridge::lint {

namespace {

using kube::Labels;
using kube::LabelSelector;

/// A selector of a policy for pods.
struct Asked
{
    const LabelSelector *pods = nullptr;
    const LabelSelector *namespaces = nullptr; ///< null: of `nameSpace` alone
    std::string nameSpace;
    std::string policy; ///< as people know it
};

/// The selectors of all policies by the keys that they ask for, in the order of the policies.
class Selectors
{
public:
    explicit Selectors(const Context &context)
    {
        const verdict::Evaluator &evaluator = context.evaluator;
        for (const kube::ObjectPtr &object : evaluator.policies()) {
            const kube::NetworkPolicy &policy = *object->policy();
            const std::string &nameSpace = evaluator.namespaceOf(object.get());
            const std::string name = nameSpace + '/' + object->meta.name;
            if (policy.subject)
                add({&*policy.subject, nullptr, nameSpace, name});
            for (kube::Direction direction : kube::kDirections)
                if (policy.isolates(direction))
                    for (const kube::Rule &rule : policy.rules(direction))
                        for (const kube::Peer &peer : rule.peers)
                            add(peer, nameSpace, name);
        }
        for (const kube::ObjectPtr &object : evaluator.clusterPolicies()) {
            const kube::ClusterPolicy &policy = *object->clusterPolicy();
            if (policy.subject)
                add(*policy.subject, {}, object->meta.name);
            for (kube::Direction direction : kube::kDirections)
                for (const kube::ClusterRule &rule : policy.rules(direction))
                    for (const kube::ClusterPeer &peer : rule.peers)
                        if (peer.pods)
                            add(*peer.pods, {}, object->meta.name);
        }
    }

    const std::vector<Asked> &askingFor(const std::string &key) const
    {
        static const std::vector<Asked> none;
        const auto found = m_byKey.find(key);
        return found == m_byKey.end() ? none : found->second;
    }

private:
    void add(const kube::Peer &peer, const std::string &nameSpace, const std::string &policy)
    {
        if (peer.pods)
            add({&*peer.pods, peer.namespaces ? &*peer.namespaces : nullptr, nameSpace, policy});
    }
    void add(const Asked &asked)
    {
        std::set<std::string> keys;
        for (const auto &[key, value] : asked.pods->matchLabels)
            keys.insert(key);
        for (const kube::Requirement &wanted : asked.pods->expressions)
            keys.insert(wanted.key);
        for (const std::string &key : keys)
            m_byKey[key].push_back(asked);
    }

    std::map<std::string, std::vector<Asked>> m_byKey;
};

/// The keys by which the label sets of an endpoint differ.
std::set<std::string> differingKeys(const Context &context, const verdict::Endpoint &endpoint)
{
    const Labels &first = context.evaluator.labelsOf(endpoint.variants.front());
    std::set<std::string> keys;
    const auto addMissing = [&keys](const Labels &labels, const Labels &other) {
        for (const auto &[key, value] : labels)
            if (const auto found = other.find(key); found == other.end() || found->second != value)
                keys.insert(key);
    };
    for (const verdict::Variant &variant : endpoint.variants) {
        addMissing(context.evaluator.labelsOf(variant), first);
        addMissing(first, context.evaluator.labelsOf(variant));
    }
    return keys;
}

/// It means some of the endpoint's pods and not the others.
bool tellsApart(const Context &context, const Asked &asked, const verdict::Endpoint &endpoint)
{
    if (asked.namespaces
            ? !context.evaluator.namespaceMatches(*asked.namespaces, endpoint.nameSpace)
            : asked.nameSpace != endpoint.nameSpace)
        return false;
    const auto isMeant = [&](const verdict::Variant &variant) {
        return asked.pods->matches(context.evaluator.labelsOf(variant));
    };
    const bool first = isMeant(endpoint.variants.front());
    return std::any_of(endpoint.variants.begin(), endpoint.variants.end(),
                       [&](const verdict::Variant &variant) { return isMeant(variant) != first; });
}

} // namespace

/// Pods of one owner are one line of a list, though policies may treat them apart.
void checkLabelGaps(Context &context)
{
    const Selectors selectors(context);
    const auto tell = [&](const verdict::Endpoint &endpoint) {
        const kube::Object &object = *endpoint.objects.front();
        for (const std::string &key : differingKeys(context, endpoint))
            for (const Asked &asked : selectors.askingFor(key))
                if (tellsApart(context, asked, endpoint)) {
                    context.add(Severity::Warning, Code::LintLabelsDiffer, object,
                                object.workload() ? object.workload()->podLabelsOrigin
                                                  : object.meta.nameOrigin,
                                {endpoint.text(), key, asked.policy});
                    return;
                }
    };
    for (const verdict::Endpoint &endpoint : context.evaluator.endpoints())
        if (endpoint.variants.size() > 1 && !endpoint.objects.empty())
            tell(endpoint);
}

} // namespace drawbridge::lint
