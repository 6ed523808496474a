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
                const ConnectionSet ports = portsOf(rule, variantOf(m_evaluator, m_target));
                (holds ? settled : open) |= holds || mayHold ? ports : ConnectionSet();
                if (holds || mayHold)
                    open |= namedPorts(rule, *policy);
            }
        m_bounds.sure = half.admitted - (open - settled);
        m_bounds.possible = half.admitted | open;
        return std::move(m_bounds);
    }

private:
    void weigh(const kube::Peer &peer, const kube::Object &policy, const Party &other, bool &holds,
               bool &mayHold)
    {
        if (peer.ipBlock || other.isOutside()) {
            holds = holds || (peer.ipBlock && other.isOutside() &&
                              peer.ipBlock->addresses().contains(other.address.value) &&
                              peer.ipBlock->cidr.family == other.address.family);
            return;
        }
        const Endpoint &end = m_evaluator.endpoint(other.endpoint);
        const kube::Labels &labels = m_evaluator.labelsOf(end.variants.front());
        const bool podsHold = !peer.pods || peer.pods->matches(labels);
        const bool isKnown = !peer.namespaces || asksOnlyForNames(*peer.namespaces) ||
                             m_evaluator.namespaceIsDeclared(end.nameSpace);
        if (!podsHold)
            return;
        if (!isKnown) {
            mayHold = true;
            m_bounds.doubts.push_back({Doubt::Kind::NamespaceLabels, other.endpoint, &policy,
                                       peer.namespaces->origin, end.nameSpace});
            return;
        }
        holds = holds ||
                (peer.namespaces ? m_evaluator.namespaceMatches(*peer.namespaces, end.nameSpace)
                                 : end.nameSpace == m_evaluator.namespaceOf(&policy));
    }

    /// Of a group without manifests nobody knows what its ports are called.
    ConnectionSet namedPorts(const kube::Rule &rule, const kube::Object &policy)
    {
        ConnectionSet ports;
        if (m_target.isOutside() ||
            m_evaluator.endpoint(m_target.endpoint).kind == EndpointKind::Workload)
            return ports;
        for (const kube::PortRule &item : rule.ports)
            if (!item.name.empty()) {
                ports.insert(item.protocol, 1, kube::kLastPort);
                m_bounds.doubts.push_back(
                    {Doubt::Kind::NamedPort, m_target.endpoint, &policy, item.origin, item.name});
            }
        return ports;
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
        if (!party.isOutside() && evaluator.endpoint(party.endpoint).hostNetwork)
            doubts.push_back({Doubt::Kind::HostNetwork, party.endpoint});
    return doubts;
}

} // namespace drawbridge::verdict
