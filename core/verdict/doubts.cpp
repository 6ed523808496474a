#include "verdict/doubts.h"

#include "verdict/rule_ports.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

bool asksOnlyForNames(const kube::LabelSelector &selector)
{
    return std::all_of(
               selector.matchLabels.begin(), selector.matchLabels.end(),
               [](const auto &label) { return label.first == kube::kNamespaceNameLabel; }) &&
           std::all_of(selector.expressions.begin(), selector.expressions.end(),
                       [](const auto &wanted) { return wanted.key == kube::kNamespaceNameLabel; });
}

class DoubtSearch
{
public:
    DoubtSearch(const Evaluator &evaluator, Party source, Party target)
        : m_evaluator(evaluator), m_source(source), m_target(target)
    {
    }

    Bounds run(const HalfAnswer &half)
    {
        const Party &other = half.direction == Direction::Egress ? m_target : m_source;
        ConnectionSet settled;
        ConnectionSet open;
        for (const kube::Object *policy : half.isolating)
            for (const kube::Rule &rule : policy->policy()->rules(half.direction)) {
                bool holds = rule.anyPeer;
                bool mayHold = false;
                for (const kube::Peer &peer : rule.peers)
                    weigh(peer, *policy, other, holds, mayHold);
                if (!holds && !mayHold)
                    continue;
                const RulePorts ports = portsOf(rule, *policy);
                (holds ? settled : open) |= ports.certain;
                open |= ports.perhaps;
            }
        open = open - decidedAbove(half);
        m_bounds.sure = half.admitted - (open - settled);
        m_bounds.possible = half.admitted | open;
        weighClusterPolicies(half, other);
        return std::move(m_bounds);
    }

private:
    enum class Answer { No, Maybe, Yes };

    /// What the Admin tier decides for certain, whatever NetworkPolicies say. With `before`: what
    /// rules decide that are asked before that one.
    static ConnectionSet decidedAbove(const HalfAnswer &half,
                                      const kube::ClusterPolicy *before = nullptr,
                                      std::size_t rule = 0)
    {
        ConnectionSet decided;
        for (const RuleUse &use : half.rules) {
            const kube::ClusterPolicy *policy = use.policy->clusterPolicy();
            if (!policy || policy->tier != kube::Tier::Admin ||
                use.action == kube::RuleAction::Pass)
                continue;
            const bool isEarlier = !before || policy->priority < before->priority ||
                                   (policy == before && use.rule < rule);
            if (isEarlier)
                decided |= use.ports;
        }
        return decided;
    }

    void weighClusterPolicies(const HalfAnswer &half, const Party &other)
    {
        const Party &own = half.direction == Direction::Egress ? m_source : m_target;
        for (const RuleUse &use : half.rules)
            if (use.policy->clusterPolicy())
                weighKind(use);
        for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies()) {
            const kube::ClusterPolicy &policy = *object->clusterPolicy();
            if (m_evaluator.profile().claim(policy.kind) == Claim::No)
                continue;
            const bool isMute = policy.tier == kube::Tier::Baseline && !half.isolating.empty();
            const Answer subject =
                policy.subject ? picks(*policy.subject, own, *object) : Answer::Yes;
            const auto &rules = policy.rules(half.direction);
            for (std::size_t i = 0; i < rules.size() && !isMute && subject != Answer::No; ++i) {
                const Answer peer = picks(rules[i], other, *object);
                if (peer == Answer::No || (peer == Answer::Yes && subject == Answer::Yes))
                    continue;
                const ConnectionSet ports = portsOf(rules[i]) - decidedAbove(half, &policy, i);
                if (rules[i].action != kube::RuleAction::Accept)
                    m_bounds.sure = m_bounds.sure - ports;
                if (rules[i].action != kube::RuleAction::Deny)
                    m_bounds.possible |= ports;
            }
        }
    }

    /// What a rule decides that the plugin may not know.
    void weighKind(const RuleUse &use)
    {
        if (m_evaluator.profile().claim(use.policy->clusterPolicy()->kind) != Claim::Unclear)
            return;
        if (use.action != kube::RuleAction::Deny)
            m_bounds.sure = m_bounds.sure - use.ports;
        if (use.action != kube::RuleAction::Accept)
            m_bounds.possible |= use.ports;
        addDoubt({Doubt::Kind::ClusterPolicy,
                  {},
                  use.policy,
                  use.policy->clusterPolicy()->rules(use.direction)[use.rule].origin,
                  use.policy->meta.kind});
    }

    /// Whether a selector of a cluster-wide policy picks a pod; what stands in the way of an answer
    /// becomes a doubt.
    Answer picks(const kube::Peer &peer, const Party &party, const kube::Object &policy)
    {
        if (party.isOutside())
            return Answer::No;
        const Endpoint &end = m_evaluator.endpoint(party.endpoint);
        if (peer.pods && !peer.pods->matches(m_evaluator.labelsOf(end.variants.front())))
            return Answer::No;
        if (!peer.namespaces)
            return Answer::Yes;
        if (!asksOnlyForNames(*peer.namespaces) &&
            !m_evaluator.namespaceIsDeclared(end.nameSpace)) {
            addDoubt({Doubt::Kind::NamespaceLabels, party.endpoint, &policy,
                      peer.namespaces->origin, end.nameSpace});
            return Answer::Maybe;
        }
        return m_evaluator.namespaceMatches(*peer.namespaces, end.nameSpace) ? Answer::Yes
                                                                             : Answer::No;
    }

    Answer picks(const kube::ClusterRule &rule, const Party &party, const kube::Object &policy)
    {
        Answer answer = Answer::No;
        for (const kube::ClusterPeer &peer : rule.peers) {
            if (peer.pods)
                answer = std::max(answer, picks(*peer.pods, party, policy));
            if (party.isOutside())
                continue; // an address is in a range or not
            const Endpoint &end = m_evaluator.endpoint(party.endpoint);
            for (const kube::Cidr &network : peer.networks)
                if (network.prefix > 0 && end.variants.front().addresses.empty()) {
                    addDoubt({Doubt::Kind::PodAddress, party.endpoint, &policy, peer.origin,
                              network.text()});
                    answer = std::max(answer, Answer::Maybe);
                }
        }
        return answer;
    }

    ConnectionSet portsOf(const kube::ClusterRule &rule) const
    {
        ConnectionSet ports = rule.anyPort ? ConnectionSet::all() : ConnectionSet();
        const Variant *destination = variantOf(m_evaluator, m_target);
        for (const kube::ClusterPort &item : rule.ports) {
            if (item.name.empty())
                ports.insert(item.protocol, item.first, item.last);
            else if (destination)
                for (const kube::ContainerPort &port : destination->ports)
                    if (port.name == item.name)
                        ports.insert(port.protocol, port.port, port.port);
        }
        return ports;
    }

    void addDoubt(Doubt doubt)
    {
        if (std::find(m_bounds.doubts.begin(), m_bounds.doubts.end(), doubt) ==
            m_bounds.doubts.end())
            m_bounds.doubts.push_back(std::move(doubt));
    }

    void weigh(const kube::Peer &peer, const kube::Object &policy, const Party &other, bool &holds,
               bool &mayHold)
    {
        if (peer.ipBlock) {
            weighBlock(peer, policy, other, holds, mayHold);
            return;
        }
        if (other.isOutside())
            return;
        const Endpoint &end = m_evaluator.endpoint(other.endpoint);
        const kube::Labels &labels = m_evaluator.labelsOf(end.variants.front());
        const bool podsHold = !peer.pods || peer.pods->matches(labels);
        const bool isKnown = !peer.namespaces || asksOnlyForNames(*peer.namespaces) ||
                             m_evaluator.namespaceIsDeclared(end.nameSpace);
        if (!podsHold)
            return;
        if (!isKnown) {
            mayHold = true;
            addDoubt({Doubt::Kind::NamespaceLabels, other.endpoint, &policy,
                      peer.namespaces->origin, end.nameSpace});
            return;
        }
        holds = holds ||
                (peer.namespaces ? m_evaluator.namespaceMatches(*peer.namespaces, end.nameSpace)
                                 : end.nameSpace == m_evaluator.namespaceOf(&policy));
    }

    void weighBlock(const kube::Peer &peer, const kube::Object &policy, const Party &other,
                    bool &holds, bool &mayHold)
    {
        const auto meansPods = m_evaluator.profile().podsByBlock;
        if (!other.isOutside() && meansPods == PluginProfile::PodsByBlock::Never)
            return;
        holds = holds || holdsAddress(*peer.ipBlock, other);
        if (other.isOutside() || meansPods != PluginProfile::PodsByBlock::ByAddress ||
            !m_evaluator.endpoint(other.endpoint).variants.front().addresses.empty())
            return;
        if (peer.ipBlock->addresses() == kube::AddressSet({}, kube::lastOf(kube::Family::V4)) &&
            peer.ipBlock->cidr.family == kube::Family::V4) {
            holds = true;
            return;
        }
        mayHold = true;
        addDoubt({Doubt::Kind::PodAddress, other.endpoint, &policy, peer.origin,
                  peer.ipBlock->cidr.text()});
    }

    /// A pod by an address that the input states.
    bool holdsAddress(const kube::IpBlock &block, const Party &party) const
    {
        const auto isIn = [&](const kube::Address &address) {
            return block.cidr.family == address.family && block.addresses().contains(address.value);
        };
        if (party.isOutside())
            return isIn(party.address);
        const auto &addresses = m_evaluator.endpoint(party.endpoint).variants.front().addresses;
        return std::any_of(addresses.begin(), addresses.end(), isIn);
    }

    /// What a rule is for, and what it may be for too.
    struct RulePorts
    {
        ConnectionSet certain;
        ConnectionSet perhaps;
    };

    RulePorts portsOf(const kube::Rule &rule, const kube::Object &policy)
    {
        RulePorts result;
        if (rule.anyPort)
            result.certain = ConnectionSet::all();
        for (const kube::PortRule &item : rule.ports) {
            kube::Rule one;
            one.ports = {item};
            const ConnectionSet ports =
                verdict::portsOf(one, variantOf(m_evaluator, m_target), m_evaluator.profile());
            (isCertain(item, policy, result.perhaps) ? result.certain : result.perhaps) |= ports;
        }
        return result;
    }

    /// Adds what the item may mean besides. False if it may as well mean nothing.
    bool isCertain(const kube::PortRule &item, const kube::Object &policy, ConnectionSet &perhaps)
    {
        const PluginProfile &profile = m_evaluator.profile();
        if (item.name.empty()) {
            if (item.endPort && profile.endPort == PluginProfile::EndPort::Unclear) {
                perhaps.insert(item.protocol, *item.port, *item.endPort);
                addDoubt({Doubt::Kind::EndPort,
                          {},
                          &policy,
                          item.origin,
                          std::to_string(*item.port) + '-' + std::to_string(*item.endPort)});
            }
            return true;
        }
        if (m_target.isOutside() || profile.namedPorts == PluginProfile::NamedPorts::EveryPort)
            return true;
        if (m_evaluator.endpoint(m_target.endpoint).kind != EndpointKind::Workload) {
            // Of a group without manifests nobody knows what its ports are called.
            perhaps.insert(item.protocol, 1, kube::kLastPort);
            m_bounds.doubts.push_back(
                {Doubt::Kind::NamedPort, m_target.endpoint, &policy, item.origin, item.name});
            return true;
        }
        if (profile.namedPorts != PluginProfile::NamedPorts::IfServiceNames ||
            m_evaluator.isNamedByService(m_target.endpoint, item.name))
            return true;
        addDoubt({Doubt::Kind::ServiceName, m_target.endpoint, &policy, item.origin, item.name});
        return false;
    }

    const Evaluator &m_evaluator;
    Party m_source;
    Party m_target;
    Bounds m_bounds;
};

} // namespace

Bounds boundsOf(const Evaluator &evaluator, const HalfAnswer &half, Party source, Party target)
{
    return DoubtSearch(evaluator, source, target).run(half);
}

std::vector<Doubt> hostNetworkDoubts(const Evaluator &evaluator, Party source, Party target)
{
    std::vector<Doubt> doubts;
    for (const Party &party : {source, target})
        if (evaluator.profile().enforces && !party.isOutside() &&
            evaluator.endpoint(party.endpoint).hostNetwork)
            doubts.push_back({Doubt::Kind::HostNetwork, party.endpoint});
    return doubts;
}

std::vector<Doubt> protocolDoubts(const Evaluator &evaluator, const HalfAnswer &half,
                                  const Party &own, const ConnectionSet &ports)
{
    const bool isAsked = !ports.ports(kube::Protocol::Sctp).isEmpty();
    if (!isAsked || half.isolating.empty() || evaluator.profile().sctp == Claim::Yes)
        return {};
    return {{Doubt::Kind::Sctp, own.endpoint}};
}

} // namespace drawbridge::verdict
