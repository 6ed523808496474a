#include "verdict/exposure.h"

#include "verdict/decide.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace drawbridge::verdict {

namespace {

using kube::Direction;
using kube::LabelSelector;

/// Labels that a selector asks for, and its other requirements; values in order.
struct Parts
{
    kube::Labels labels;
    std::vector<kube::Requirement> others;
};

Parts partsOf(const LabelSelector &selector)
{
    Parts parts{selector.matchLabels, {}};
    for (kube::Requirement wanted : selector.expressions) {
        std::sort(wanted.values.begin(), wanted.values.end());
        if (wanted.op == kube::Operator::In && wanted.values.size() == 1)
            parts.labels[wanted.key] = wanted.values.front();
        else
            parts.others.push_back(std::move(wanted));
    }
    return parts;
}

/// Tells of most selectors that follows() is false, and copies nothing.
bool asksForMore(const LabelSelector &asked, const Parts &known)
{
    return std::any_of(asked.matchLabels.begin(), asked.matchLabels.end(), [&](const auto &label) {
        const auto found = known.labels.find(label.first);
        return found == known.labels.end() ||
               (asked.expressions.empty() && found->second != label.second);
    });
}

bool holdsAll(const kube::Labels &labels, const kube::Labels &wanted)
{
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto &label) {
        const auto found = labels.find(label.first);
        return found != labels.end() && found->second == label.second;
    });
}

/// True if whatever meets `known` meets `asked` too, as far as that stands there in so many words:
/// of a label that `known` states its value tells; what there is besides is taken as not known,
/// also of a namespace.
bool follows(const Parts &asked, const Parts &known)
{
    return holdsAll(known.labels, asked.labels) &&
           std::all_of(asked.others.begin(), asked.others.end(), [&](const auto &wanted) {
               if (known.labels.count(wanted.key) > 0)
                   return wanted.matches(known.labels);
               return std::any_of(known.others.begin(), known.others.end(), [&](const auto &one) {
                   return one.key == wanted.key && one.op == wanted.op &&
                          one.values == wanted.values;
               });
           });
}

/// The other end of a question, of which only selectors are known.
class LikeEnd : public OtherEnd
{
public:
    LikeEnd(const Evaluator &evaluator, const PodsLike &like)
        : m_like(like), m_pods(partsOf(like.pods)), m_namespace(partsOf(like.namespaces))
    {
        if (like.nameSpace.empty())
            return;
        const auto known = evaluator.namespaces().find(like.nameSpace);
        m_namespace.labels = known != evaluator.namespaces().end()
                                 ? known->second
                                 : kube::Labels{{kube::kNamespaceNameLabel, like.nameSpace}};
    }

    Match of(const CompiledPolicy &policy, std::size_t index, Direction direction) const override
    {
        const kube::Rule &rule = policy.policy().rules(direction)[index];
        const bool holds =
            policy.rules[int(direction)][index].everyPod || isHeld(rule, policy.nameSpace);
        return holds ? Match::All : Match::None;
    }
    Match of(const CompiledClusterRule &rule) const override
    {
        const bool holds =
            rule.everyPod || std::any_of(rule.values.begin(), rule.values.end(),
                                         [&](const kube::Peer &peer) { return isHeld(peer, {}); });
        return holds ? Match::All : Match::None;
    }

    bool isHeld(const kube::Rule &rule, const std::string &nameSpace) const
    {
        return rule.anyPeer ||
               std::any_of(rule.peers.begin(), rule.peers.end(),
                           [&](const kube::Peer &peer) { return isHeld(peer, nameSpace); });
    }

private:
    bool isHeld(const kube::Peer &peer, const std::string &nameSpace) const
    {
        if (peer.ipBlock || (peer.pods && (asksForMore(*peer.pods, m_pods) ||
                                           !follows(partsOf(*peer.pods), m_pods))))
            return false;
        if (!peer.namespaces)
            return !nameSpace.empty() && m_like.nameSpace == nameSpace;
        return follows(partsOf(*peer.namespaces), m_namespace);
    }

    const PodsLike &m_like;
    Parts m_pods;
    Parts m_namespace; ///< of a namespace that is named, the labels that are stated
};

PodsLike likeOf(const kube::Peer &peer, const std::string &nameSpace)
{
    PodsLike like;
    if (peer.pods)
        like.pods = *peer.pods;
    if (!peer.namespaces) {
        like.nameSpace = nameSpace;
        return like;
    }
    like.namespaces = *peer.namespaces;
    const auto labels = peer.namespaces->asLabels();
    if (labels && labels->size() == 1 && labels->begin()->first == kube::kNamespaceNameLabel) {
        like.nameSpace = labels->begin()->second;
        like.namespaces = {};
    }
    return like;
}

/// Whom labels name among the workloads (and pod groups) that are here.
class Present
{
public:
    Present(const Evaluator &evaluator, bool groupsToo) : m_evaluator(evaluator)
    {
        for (const Endpoint &endpoint : evaluator.endpoints()) {
            if (endpoint.kind != EndpointKind::Workload &&
                !(groupsToo && endpoint.kind == EndpointKind::PodGroup))
                continue;
            for (const Variant &variant : endpoint.variants)
                for (const auto &label : evaluator.labelsOf(variant))
                    m_having[label].push_back({&endpoint, &variant});
        }
    }

    /// Somebody has all labels by which it is named.
    bool meets(const PodsLike &like) const
    {
        const std::vector<One> *fewest = nullptr;
        for (const auto &label : like.pods.matchLabels) {
            const auto having = m_having.find(label);
            if (having == m_having.end())
                return false;
            if (!fewest || having->second.size() < fewest->size())
                fewest = &having->second;
        }
        return std::any_of(fewest->begin(), fewest->end(), [&](const One &one) {
            return (like.nameSpace.empty()
                        ? m_evaluator.namespaceMatches(like.namespaces, one.endpoint->nameSpace)
                        : like.nameSpace == one.endpoint->nameSpace) &&
                   like.pods.matches(m_evaluator.labelsOf(*one.variant));
        });
    }

private:
    struct One
    {
        const Endpoint *endpoint = nullptr;
        const Variant *variant = nullptr;
    };

    const Evaluator &m_evaluator;
    std::map<kube::Labels::value_type, std::vector<One>> m_having; ///< by label
};

} // namespace

/// Its selectors ask for labels, and for nothing else.
static bool isByLabels(const kube::Peer &peer)
{
    const auto namesLabels = [](const LabelSelector &selector) {
        return !selector.isEmpty() && selector.expressions.empty();
    };
    return peer.pods && namesLabels(*peer.pods) &&
           (!peer.namespaces || namesLabels(*peer.namespaces));
}

bool PodsLike::isWholeCluster() const
{
    return nameSpace.empty() && namespaces.isEmpty() && pods.isEmpty();
}

std::vector<PodsLike> podsNamedByRules(const Evaluator &evaluator, bool groupsToo)
{
    std::vector<PodsLike> all;
    std::unordered_set<std::string> seen;
    std::unordered_set<std::string> asked; // as rules say it, which is told sooner
    const Present present(evaluator, groupsToo);
    const auto add = [&](const kube::Peer &peer, const std::string &nameSpace) {
        if (peer.ipBlock)
            return;
        std::string words = peer.pods ? peer.pods->canonical() : std::string();
        words += peer.namespaces ? "\n\n" + peer.namespaces->canonical() : '\n' + nameSpace;
        const bool mayBePresent = isByLabels(peer); // what means the same may be written otherwise
        words += mayBePresent ? "\nlabels" : "\nexpressions";
        if (!asked.insert(std::move(words)).second)
            return;
        PodsLike like = likeOf(peer, nameSpace);
        const std::string name =
            like.nameSpace + '\n' + like.namespaces.canonical() + '\n' + like.pods.canonical();
        if (!like.isWholeCluster() && !(mayBePresent && present.meets(like)) &&
            seen.insert(name).second)
            all.push_back(std::move(like));
    };
    for (const kube::ObjectPtr &policy : evaluator.policies())
        for (Direction direction : kube::kDirections) {
            if (!policy->policy()->isolates(direction)) // its rules have no effect
                continue;
            for (const kube::Rule &rule : policy->policy()->rules(direction))
                for (const kube::Peer &peer : rule.peers)
                    add(peer, evaluator.namespaceOf(policy.get()));
        }
    for (const kube::ObjectPtr &policy : evaluator.clusterPolicies()) {
        if (!evaluator.profile().enforcesKind(policy->clusterPolicy()->kind))
            continue;
        for (Direction direction : kube::kDirections)
            for (const kube::ClusterRule &rule : policy->clusterPolicy()->rules(direction))
                for (const kube::ClusterPeer &peer : rule.peers)
                    if (peer.pods)
                        add(*peer.pods, {});
    }
    return all;
}

ExposedPorts exposedTo(const Evaluator &evaluator, EndpointId id, Direction direction,
                       const PodsLike &like)
{
    ExposedPorts exposed;
    const LikeEnd end(evaluator, like);
    const bool isIngress = direction == Direction::Ingress;
    kube::ConnectionSet left; // to NetworkPolicies
    for (const Variant &variant : evaluator.endpoint(id).variants) {
        exposed.ports |= evaluator.decided(direction, variant, end, isIngress ? &variant : nullptr);
        if (!isIngress)
            left |= evaluator.leftByAdmin(direction, variant, end, nullptr);
    }
    if (isIngress || exposed.ports.isAll())
        return exposed;
    left = left - exposed.ports;
    for (const kube::Object *policy : evaluator.policiesOf(id, direction))
        for (const kube::Rule &rule : policy->policy()->rules(direction))
            if (end.isHeld(rule, evaluator.namespaceOf(policy)))
                for (const kube::PortRule &port : rule.ports)
                    if (!port.name.empty() && !left.ports(port.protocol).isEmpty())
                        exposed.names.emplace(port.protocol, port.name);
    return exposed;
}

std::vector<Exposed> exposures(const Evaluator &evaluator, EndpointId id, Direction direction,
                               const std::vector<PodsLike> &peers)
{
    std::vector<Exposed> result;
    const ExposedPorts all = exposedTo(evaluator, id, direction, {});
    if (!all.isEmpty())
        result.push_back({{}, all});
    for (const PodsLike &peer : peers)
        if (ExposedPorts exposed = exposedTo(evaluator, id, direction, peer); exposed != all)
            result.push_back({peer, std::move(exposed)});
    return result;
}

bool isProtected(const Evaluator &evaluator, EndpointId id, Direction direction)
{
    return evaluator.isIsolated(id, direction) ||
           !evaluator.clusterPoliciesOf(id, direction).empty();
}

} // namespace drawbridge::verdict
