#include "lint/context.h"

#include <set>

namespace drawbridge::lint {

namespace {

using kube::Labels;

/// A label key that some selector of a policy asks for.
struct AskedKey
{
    std::string key;
    std::string policy; ///< as people know it
};

class Keys
{
public:
    explicit Keys(const Context &context)
    {
        const verdict::Evaluator &evaluator = context.evaluator;
        for (const kube::ObjectPtr &object : evaluator.policies()) {
            const kube::NetworkPolicy &policy = *object->policy();
            const std::string name = evaluator.namespaceOf(object.get()) + '/' + object->meta.name;
            if (policy.subject)
                add(*policy.subject, name);
            for (kube::Direction direction : kube::kDirections)
                for (const kube::Rule &rule : policy.rules(direction))
                    for (const kube::Peer &peer : rule.peers)
                        add(peer, name);
        }
        for (const kube::ObjectPtr &object : evaluator.clusterPolicies()) {
            const kube::ClusterPolicy &policy = *object->clusterPolicy();
            if (policy.subject)
                add(*policy.subject, object->meta.name);
            for (kube::Direction direction : kube::kDirections)
                for (const kube::ClusterRule &rule : policy.rules(direction))
                    for (const kube::ClusterPeer &peer : rule.peers)
                        if (peer.pods)
                            add(*peer.pods, object->meta.name);
        }
    }

    const std::vector<AskedKey> &all() const { return m_all; }

private:
    void add(const kube::Peer &peer, const std::string &policy)
    {
        if (peer.pods)
            add(*peer.pods, policy);
    }
    void add(const kube::LabelSelector &selector, const std::string &policy)
    {
        for (const auto &[key, value] : selector.matchLabels)
            add(key, policy);
        for (const kube::Requirement &wanted : selector.expressions)
            add(wanted.key, policy);
    }
    void add(const std::string &key, const std::string &policy)
    {
        if (m_seen.insert(key).second)
            m_all.push_back({key, policy});
    }

    std::set<std::string> m_seen;
    std::vector<AskedKey> m_all; ///< each once, with the first policy that asks for it
};

bool differs(const Context &context, const verdict::Endpoint &endpoint, const std::string &key)
{
    const auto valueOf = [&](const verdict::Variant &variant) -> const std::string * {
        const Labels &labels = context.evaluator.labelsOf(variant);
        const auto found = labels.find(key);
        return found == labels.end() ? nullptr : &found->second;
    };
    const std::string *first = valueOf(endpoint.variants.front());
    for (const verdict::Variant &variant : endpoint.variants) {
        const std::string *value = valueOf(variant);
        if ((first == nullptr) != (value == nullptr) || (first && *first != *value))
            return true;
    }
    return false;
}

} // namespace

/// Pods of one owner are one line of a list, though policies may treat them apart.
void checkLabelGaps(Context &context)
{
    const Keys keys(context);
    for (const verdict::Endpoint &endpoint : context.evaluator.endpoints()) {
        if (endpoint.variants.size() < 2 || endpoint.objects.empty())
            continue;
        const kube::Object &object = *endpoint.objects.front();
        for (const AskedKey &asked : keys.all())
            if (differs(context, endpoint, asked.key)) {
                context.add(Severity::Warning, Code::LintLabelsDiffer, object,
                            object.workload() ? object.workload()->podLabelsOrigin
                                              : object.meta.nameOrigin,
                            {endpoint.text(), asked.key, asked.policy});
                break;
            }
    }
}

} // namespace drawbridge::lint
