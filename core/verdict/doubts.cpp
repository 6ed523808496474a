#include "verdict/doubts.h"

#include "verdict/cluster_span.h"
#include "verdict/namespace_answer.h"
#include "verdict/pod_ranges.h"
#include "verdict/rule_ports.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

class DoubtSearch
{
public:
    DoubtSearch(const Evaluator &evaluator, Party source, Party target)
        : m_evaluator(evaluator), m_source(source), m_target(target)
    {
    }

    Bounds run(const HalfAnswer &half)
    {
        Answer isIsolated = Answer::No;
        const Span policies = weighPolicies(half, isIsolated);
        ClusterSpan tiers(m_evaluator, half.direction, m_source, m_target);
        const Span span = tiers.run(policies, isIsolated);
        for (const Doubt &doubt : tiers.doubts())
            addDoubt(doubt);
        const ConnectionSet open = span.possible - span.sure;
        m_bounds.sure = half.admitted - open;
        m_bounds.possible = half.admitted | open;
        return std::move(m_bounds);
    }

private:
    /// What the NetworkPolicies that isolate the end admit, and whether some surely do.
    Span weighPolicies(const HalfAnswer &half, Answer &isIsolated)
    {
        const Party &other = half.direction == Direction::Egress ? m_target : m_source;
        Span span;
        for (const kube::Object *policy : half.isolating) {
            const bool isReadable = policy->policy()->subject.has_value();
            isIsolated = std::max(isIsolated, isReadable ? Answer::Yes : Answer::Maybe);
            if (!isReadable)
                addDoubt({Doubt::Kind::UnreadableSubject, {}, policy, policy->meta.nameOrigin, {}});
            for (const kube::Rule &rule : policy->policy()->rules(half.direction)) {
                bool holds = rule.anyPeer;
                bool mayHold = false;
                for (const kube::Peer &peer : rule.peers)
                    weigh(peer, *policy, other, holds, mayHold);
                if (!holds && !mayHold)
                    continue;
                const RulePorts ports = portsOf(rule, *policy);
                if (holds && isReadable)
                    span.sure |= ports.certain;
                span.possible |= ports.certain | ports.perhaps;
            }
        }
        return span;
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
        if (peer.pods && !peer.pods->matches(labels))
            return;
        const Answer answer = peer.namespaces
                                  ? namespaceAnswer(m_evaluator, *peer.namespaces, end.nameSpace)
                              : end.nameSpace == m_evaluator.namespaceOf(&policy) ? Answer::Yes
                                                                                  : Answer::No;
        holds = holds || answer == Answer::Yes;
        if (answer != Answer::Maybe)
            return;
        mayHold = true;
        addDoubt({Doubt::Kind::NamespaceLabels, other.endpoint, &policy, peer.namespaces->origin,
                  end.nameSpace});
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
        if (holdsEveryPod(*peer.ipBlock)) {
            holds = true;
            return;
        }
        if (!mayMeanPods(m_evaluator, *peer.ipBlock))
            return;
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
