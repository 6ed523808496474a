#include "verdict/evaluator.h"
#include "verdict/state.h"

#include <algorithm>
#include <set>

namespace drawbridge::verdict {

using kube::Direction;

std::vector<EndpointId> Evaluator::selected(const kube::LabelSelector &pods,
                                            const std::string &nameSpace) const
{
    kube::Peer peer;
    peer.pods = pods;
    return selected(peer, nameSpace);
}

std::vector<EndpointId> Evaluator::selected(const kube::Peer &peer,
                                            const std::string &policyNamespace) const
{
    std::vector<EndpointId> result;
    selectsAny(peer, policyNamespace, [&result](EndpointId id) {
        result.push_back(id);
        return false;
    });
    if (!std::is_sorted(result.begin(), result.end())) // most are
        std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

bool Evaluator::selectsAny(const kube::Peer &peer, const std::string &policyNamespace,
                           const std::function<bool(EndpointId)> &is) const
{
    if (peer.ipBlock)
        return false;
    const LabelGroups &groups = *m_state->groups;
    const auto isOf = [&](std::size_t group) {
        const std::vector<EndpointId> &members = (*m_state->byGroup)[group];
        return std::any_of(members.begin(), members.end(), std::cref(is));
    };
    bool found = groups.ofPeer(peer, policyNamespace)->anyOf(isOf);
    groups.forEachLate([&](std::uint32_t group) {
        found = found || (groups.picks(peer, policyNamespace, group) && isOf(group));
    });
    return found;
}

bool Evaluator::picks(const kube::LabelSelector &pods, const std::string &nameSpace,
                      EndpointId id) const
{
    const auto &variants = endpoint(id).variants;
    return endpoint(id).nameSpace == nameSpace &&
           std::any_of(variants.begin(), variants.end(), [&](const Variant &variant) {
               return m_state->groups->picks(pods, nameSpace, variant.group);
           });
}

bool Evaluator::picks(const kube::Peer &peer, const std::string &policyNamespace,
                      EndpointId id) const
{
    const auto &variants = endpoint(id).variants;
    return !peer.ipBlock && (peer.namespaces || endpoint(id).nameSpace == policyNamespace) &&
           std::any_of(variants.begin(), variants.end(), [&](const Variant &variant) {
               return m_state->groups->picks(peer, policyNamespace, variant.group);
           });
}

bool Evaluator::namespaceMatches(const kube::LabelSelector &namespaces,
                                 const std::string &name) const
{
    const auto it = m_state->groups->namespaces().find(name);
    return it != m_state->groups->namespaces().end() &&
           meansNamespace(namespaces, name, it->second);
}

bool Evaluator::sharesEndsWith(const Evaluator &other) const
{
    const State &a = *other.m_state;
    const State &b = *m_state;
    return a.endpoints.isSharedWith(b.endpoints) && a.groups.isSharedWith(b.groups) &&
           a.clusterPolicies == b.clusterPolicies && a.profile == b.profile;
}

const std::vector<Endpoint> &Evaluator::endpoints() const
{
    return *m_state->endpoints;
}

EndpointId Evaluator::find(const std::string &key) const
{
    const auto it = m_state->byKey->find(key);
    return it == m_state->byKey->end() ? EndpointId{} : it->second;
}

const kube::Labels &Evaluator::labelsOf(const Variant &variant) const
{
    return m_state->groups->labels(variant.group);
}

std::vector<EndpointId> Evaluator::endpointsOf(const kube::Object *object) const
{
    if (object->policy() && m_state->compiled.count(object)) {
        const CompiledPolicy &policy = *m_state->compiled.at(object).policy;
        return selected(policy.policy().subject.value_or(kube::LabelSelector{}), policy.nameSpace);
    }
    if (const kube::ClusterPolicy *policy = object->clusterPolicy())
        return policy->subject ? selected(*policy->subject, {}) : std::vector<EndpointId>();
    std::vector<EndpointId> result;
    for (std::size_t i = 0; i < m_state->endpoints->size(); ++i) {
        const auto &objects = (*m_state->endpoints)[i].objects;
        if (std::find(objects.begin(), objects.end(), object) != objects.end())
            result.push_back({std::uint32_t(i)});
    }
    return result;
}

const std::map<std::string, kube::Labels> &Evaluator::namespaces() const
{
    return m_state->groups->namespaces();
}

std::vector<std::string> Evaluator::namespacesOf(const kube::LabelSelector &selector) const
{
    return m_state->groups->matchingNamespaces(selector);
}

bool Evaluator::namespaceIsDeclared(const std::string &name) const
{
    return m_state->declared.count(name) > 0;
}

const std::vector<kube::ObjectPtr> &Evaluator::policies() const
{
    return m_state->policies;
}

std::vector<const kube::Object *> Evaluator::policiesIn(const std::string &nameSpace) const
{
    std::vector<const kube::Object *> result;
    if (const auto found = m_state->inNamespace.find(nameSpace);
        found != m_state->inNamespace.end())
        for (const CompiledPolicy *policy : found->second)
            result.push_back(policy->object.get());
    return result;
}

const std::vector<kube::ObjectPtr> &Evaluator::clusterPolicies() const
{
    return m_state->clusterPolicies;
}

const std::string &Evaluator::namespaceOf(const kube::Object *policy) const
{
    return m_state->compiled.at(policy).policy->nameSpace;
}

std::string Evaluator::State::portNameKey(const std::string &nameSpace, const std::string &portName,
                                          const std::string &label, const std::string &value)
{
    std::string key;
    for (const std::string *word : {&nameSpace, &portName, &label, &value})
        (key += *word) += '\n';
    return key;
}

bool Evaluator::isNamedByService(EndpointId id, const std::string &portName) const
{
    const Endpoint &end = endpoint(id);
    for (const Variant &variant : end.variants) {
        const kube::Labels &labels = labelsOf(variant);
        for (const auto &[label, value] : labels) {
            const auto found =
                m_state->portNames->find(State::portNameKey(end.nameSpace, portName, label, value));
            if (found != m_state->portNames->end() &&
                std::any_of(found->second.begin(), found->second.end(),
                            [&](const auto &selector) { return selector.matches(labels); }))
                return true;
        }
    }
    return false;
}

namespace {

void cutAt(std::vector<kube::AddressValue> &starts, const kube::AddressSet &set,
           kube::Family family)
{
    for (const auto &interval : set.intervals()) {
        starts.push_back(interval.first);
        if (interval.last < kube::lastOf(family)) {
            kube::AddressValue next = interval.last;
            starts.push_back(++next);
        }
    }
}

} // namespace

std::vector<kube::AddressSet::Interval> Evaluator::outsideRanges(Direction direction,
                                                                 kube::Family family) const
{
    std::vector<kube::AddressValue> starts{{}};
    bool hasV6 = false;
    for (const kube::ObjectPtr &object : m_state->policies)
        for (Direction each : kube::kDirections)
            for (const kube::Rule &rule : object->policy()->rules(each))
                for (const kube::Peer &peer : rule.peers) {
                    if (!peer.ipBlock)
                        continue;
                    hasV6 |= peer.ipBlock->cidr.family == kube::Family::V6;
                    if (each == direction && peer.ipBlock->cidr.family == family)
                        cutAt(starts, peer.ipBlock->addresses(), family);
                }
    for (const kube::ObjectPtr &object : m_state->clusterPolicies)
        for (const kube::ClusterRule &rule : object->clusterPolicy()->egress)
            for (const kube::ClusterPeer &peer : rule.peers)
                for (const kube::Cidr &cidr : peer.networks) {
                    hasV6 |= cidr.family == kube::Family::V6;
                    if (direction == Direction::Egress && cidr.family == family)
                        cutAt(starts, cidr.set(), family);
                }
    if (family == kube::Family::V6 && !hasV6)
        return {};
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<kube::AddressSet::Interval> ranges;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        kube::AddressValue last = kube::lastOf(family);
        if (i + 1 < starts.size()) {
            last = starts[i + 1];
            --last;
        }
        ranges.push_back({starts[i], last});
    }
    return ranges;
}

} // namespace drawbridge::verdict
