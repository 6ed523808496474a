#include "verdict/doubts.h"

#include "verdict/added_labels.h"
#include "verdict/cluster_span.h"
#include "verdict/namespace_answer.h"
#include "verdict/pod_ranges.h"
#include "verdict/rule_ports.h"

#include <algorithm>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

/// What one pair of label sets says.
struct Weighed
{
    Span span;
    ConnectionSet perhapsDenied;
    std::vector<Doubt> doubts;
};

void addDoubt(std::vector<Doubt> &doubts, Doubt doubt)
{
    if (std::find(doubts.begin(), doubts.end(), doubt) == doubts.end())
        doubts.push_back(std::move(doubt));
}

class DoubtSearch
{
public:
    DoubtSearch(const Evaluator &evaluator, OneParty source, OneParty target, ConnectionSet asked)
        : m_evaluator(evaluator), m_source(source), m_target(target), m_asked(std::move(asked))
    {
    }

    Weighed run(const HalfAnswer &half)
    {
        Answer isIsolated = Answer::No;
        const Span policies = weighPolicies(half, isIsolated);
        ClusterSpan tiers(m_evaluator, half.direction, m_source, m_target, m_asked);
        Weighed result;
        result.span = tiers.run(policies, isIsolated);
        result.perhapsDenied = tiers.perhapsDenied();
        for (const OfPorts &one : m_found)
            if (!((one.ports & tiers.behindAdmin()) - policies.sure).isEmpty())
                addDoubt(result.doubts, one.doubt);
        for (const Doubt &doubt : tiers.doubts())
            addDoubt(result.doubts, doubt);
        return result;
    }

private:
    /// A doubt, and the ports that depend on it.
    struct OfPorts
    {
        Doubt doubt;
        ConnectionSet ports;
    };

    /// What the NetworkPolicies that isolate the end admit, and whether some surely do.
    Span weighPolicies(const HalfAnswer &half, Answer &isIsolated)
    {
        const bool isEgress = half.direction == Direction::Egress;
        const OneParty &own = isEgress ? m_source : m_target;
        Span span;
        ConnectionSet ofEach = ConnectionSet::all(); // of those that may isolate it
        for (const kube::Object *policy : policiesFor(half, own)) {
            const auto &subject = policy->policy()->subject;
            std::vector<Doubt> doubts;
            if (!subject)
                doubts.push_back(
                    {Doubt::Kind::UnreadableSubject, {}, policy, policy->meta.nameOrigin, {}});
            const Answer isFor =
                subject ? podsAnswer(m_evaluator, *subject, own, *policy, doubts) : Answer::Maybe;
            if (isFor == Answer::No)
                continue; // it is for other pods of the endpoint
            isIsolated = std::max(isIsolated, isFor);
            find(doubts, ConnectionSet::all());
            Span ofIt;
            for (const kube::Rule &rule : policy->policy()->rules(half.direction))
                weigh(rule, *policy, isEgress ? m_target : m_source, ofIt);
            span.possible |= ofIt.possible;
            if (isFor == Answer::Yes)
                span.sure |= ofIt.sure;
            else
                ofEach = subject ? ofEach & ofIt.sure : ConnectionSet(); // taken to admit nobody
        }
        if (isIsolated == Answer::Maybe)
            span.sure = ofEach; // whichever of them isolates it
        return span;
    }

    /// Also those of which nobody can tell whether they isolate the end.
    std::vector<const kube::Object *> policiesFor(const HalfAnswer &half, const OneParty &own) const
    {
        std::vector<const kube::Object *> policies = half.isolating;
        const Endpoint &end = m_evaluator.endpoint(own.party.endpoint);
        if (end.kind != EndpointKind::Workload)
            return policies;
        for (const kube::Object *object : m_evaluator.policiesIn(end.nameSpace)) {
            const kube::NetworkPolicy &policy = *object->policy();
            if (policy.isolates(half.direction) && policy.subject && !policy.subject->isEmpty() &&
                !addedLabel(m_evaluator, *policy.subject, end, *own.variant).empty() &&
                std::find(policies.begin(), policies.end(), object) == policies.end())
                policies.push_back(object);
        }
        return policies;
    }

    void weigh(const kube::Rule &rule, const kube::Object &policy, const OneParty &other,
               Span &span)
    {
        bool holds = rule.anyPeer;
        bool mayHold = false;
        std::vector<Doubt> ofPeers;
        for (const kube::Peer &peer : rule.peers)
            weigh(peer, policy, other, holds, mayHold, ofPeers);
        const auto meansPods = m_evaluator.profile().podsByBlock;
        holds = holds || (mayHold && !other.isOutside() && holdsEveryPod(rule) &&
                          meansPods == PluginProfile::PodsByBlock::ByAddress);
        if (!holds && !mayHold)
            return;
        std::vector<Doubt> ofPorts;
        const RulePorts ports = portsOf(rule, policy, ofPorts);
        const ConnectionSet either = ports.certain | ports.perhaps;
        if (holds)
            span.sure |= ports.certain;
        span.possible |= either;
        if (!holds)
            find(ofPeers, either);
        find(ofPorts, ports.perhaps);
    }

    void find(const std::vector<Doubt> &doubts, const ConnectionSet &ports)
    {
        for (const Doubt &doubt : doubts)
            m_found.push_back({doubt, ports});
    }

    void weigh(const kube::Peer &peer, const kube::Object &policy, const OneParty &other,
               bool &holds, bool &mayHold, std::vector<Doubt> &doubts)
    {
        if (peer.ipBlock) {
            weighBlock(peer, policy, other, holds, mayHold, doubts);
            return;
        }
        if (other.isOutside())
            return;
        const Endpoint &end = m_evaluator.endpoint(other.party.endpoint);
        const Answer isThere = peer.namespaces
                                   ? namespaceAnswer(m_evaluator, *peer.namespaces, end.nameSpace)
                               : end.nameSpace == m_evaluator.namespaceOf(&policy) ? Answer::Yes
                                                                                   : Answer::No;
        if (isThere == Answer::No)
            return;
        const Answer answer =
            peer.pods ? podsAnswer(m_evaluator, *peer.pods, other, policy, doubts) : Answer::Yes;
        if (answer == Answer::No)
            return;
        if (isThere == Answer::Maybe)
            doubts.push_back({Doubt::Kind::NamespaceLabels, other.party.endpoint, &policy,
                              peer.namespaces->origin, end.nameSpace});
        const bool isSure = std::min(answer, isThere) == Answer::Yes;
        holds = holds || isSure;
        mayHold = mayHold || !isSure;
    }

    void weighBlock(const kube::Peer &peer, const kube::Object &policy, const OneParty &other,
                    bool &holds, bool &mayHold, std::vector<Doubt> &doubts) const
    {
        const auto meansPods = m_evaluator.profile().podsByBlock;
        if (!other.isOutside() && meansPods == PluginProfile::PodsByBlock::Never)
            return;
        holds = holds || holdsAddress(*peer.ipBlock, other);
        if (other.isOutside() || meansPods != PluginProfile::PodsByBlock::ByAddress ||
            !other.variant->addresses.empty())
            return;
        if (holdsEveryPod(*peer.ipBlock)) {
            holds = true;
            return;
        }
        if (!mayMeanPods(m_evaluator, *peer.ipBlock))
            return;
        mayHold = true;
        doubts.push_back({Doubt::Kind::PodAddress, other.party.endpoint, &policy, peer.origin,
                          peer.ipBlock->cidr.text()});
    }

    /// A pod by an address that the input states.
    bool holdsAddress(const kube::IpBlock &block, const OneParty &end) const
    {
        const auto isIn = [&](const kube::Address &address) {
            const auto holds = [&](const kube::Cidr &cidr) {
                return cidr.family == address.family && cidr.set().contains(address.value);
            };
            return holds(block.cidr) &&
                   std::none_of(block.except.begin(), block.except.end(), holds);
        };
        if (end.isOutside())
            return isIn(end.party.address);
        const auto &addresses = end.variant->addresses;
        return std::any_of(addresses.begin(), addresses.end(), isIn);
    }

    /// What a rule is for, and what it may be for too.
    struct RulePorts
    {
        ConnectionSet certain;
        ConnectionSet perhaps;
    };

    RulePorts portsOf(const kube::Rule &rule, const kube::Object &policy,
                      std::vector<Doubt> &doubts) const
    {
        RulePorts result;
        if (rule.anyPort)
            result.certain = ConnectionSet::all();
        for (const kube::PortRule &item : rule.ports) {
            kube::Rule one;
            one.ports = {item};
            const ConnectionSet ports =
                verdict::portsOf(one, m_target.variant, m_evaluator.profile());
            (isCertain(item, policy, result.perhaps, doubts) ? result.certain : result.perhaps) |=
                ports;
        }
        return result;
    }

    /// Adds what the item may mean besides. False if it may as well mean nothing.
    bool isCertain(const kube::PortRule &item, const kube::Object &policy, ConnectionSet &perhaps,
                   std::vector<Doubt> &doubts) const
    {
        const PluginProfile &profile = m_evaluator.profile();
        if (item.name.empty()) {
            if (item.endPort && profile.endPort == PluginProfile::EndPort::Unclear) {
                perhaps.insert(item.protocol, *item.port, *item.endPort);
                doubts.push_back(
                    {Doubt::Kind::EndPort,
                     {},
                     &policy,
                     item.origin,
                     std::to_string(*item.port) + '-' + std::to_string(*item.endPort)});
            }
            return true;
        }
        if (m_target.isOutside() || profile.namedPorts == PluginProfile::NamedPorts::EveryPort)
            return true;
        if (m_evaluator.endpoint(m_target.party.endpoint).kind != EndpointKind::Workload) {
            // Of a group without manifests nobody knows what its ports are called.
            perhaps.insert(item.protocol, 1, kube::kLastPort);
            doubts.push_back(
                {Doubt::Kind::NamedPort, m_target.party.endpoint, &policy, item.origin, item.name});
            return true;
        }
        if (profile.namedPorts != PluginProfile::NamedPorts::IfServiceNames ||
            m_evaluator.isNamedByService(m_target.party.endpoint, item.name))
            return true;
        doubts.push_back(
            {Doubt::Kind::ServiceName, m_target.party.endpoint, &policy, item.origin, item.name});
        return false;
    }

    const Evaluator &m_evaluator;
    OneParty m_source;
    OneParty m_target;
    ConnectionSet m_asked;
    std::vector<OfPorts> m_found; ///< in NetworkPolicies
};

/// True if what is weighed may ask for the addresses of pods.
bool mayAskForAddresses(const Evaluator &evaluator, const Party &own, Direction direction)
{
    if (own.isOutside() || !evaluator.clusterPolicies().empty())
        return true;
    const auto policies = evaluator.policiesIn(evaluator.endpoint(own.endpoint).nameSpace);
    return std::any_of(policies.begin(), policies.end(), [&](const kube::Object *policy) {
        const std::vector<kube::Rule> &rules = policy->policy()->rules(direction);
        return std::any_of(rules.begin(), rules.end(), [](const kube::Rule &rule) {
            return std::any_of(rule.peers.begin(), rule.peers.end(),
                               [](const kube::Peer &peer) { return peer.ipBlock.has_value(); });
        });
    });
}

/// `byAddress`: also pods that differ in their addresses alone.
std::vector<OneParty> eachOf(const Evaluator &evaluator, const Party &party, bool byAddress)
{
    if (party.isOutside())
        return {{party, nullptr}};
    std::vector<OneParty> all;
    for (const Variant &variant : evaluator.endpoint(party.endpoint).variants) {
        const auto standsForIt = [&](const OneParty &one) { return one.variant->isAlike(variant); };
        if (byAddress || std::none_of(all.begin(), all.end(), standsForIt))
            all.push_back({party, &variant});
    }
    return all;
}

} // namespace

/// As a half admits what some pair of label sets may exchange, it surely does what one surely may.
Bounds boundsOf(const Evaluator &evaluator, const HalfAnswer &half, Party source, Party target,
                const ConnectionSet &asked)
{
    Weighed all;
    Bounds bounds;
    const Party &own = half.direction == Direction::Egress ? source : target;
    const bool byAddress = mayAskForAddresses(evaluator, own, half.direction);
    for (const OneParty &from : eachOf(evaluator, source, byAddress))
        for (const OneParty &to : eachOf(evaluator, target, byAddress)) {
            const Weighed one = DoubtSearch(evaluator, from, to, asked).run(half);
            all.span.sure |= one.span.sure;
            all.span.possible |= one.span.possible;
            all.perhapsDenied |= one.perhapsDenied;
            for (const Doubt &doubt : one.doubts)
                addDoubt(bounds.doubts, doubt);
        }
    // What a rule may deny is not sure, even where what is admitted behind it was read otherwise.
    const ConnectionSet open = (all.span.possible | all.perhapsDenied) - all.span.sure;
    bounds.sure = half.admitted - open;
    bounds.possible = half.admitted | (all.span.possible - all.span.sure);
    return bounds;
}

bool mayIsolate(const Evaluator &evaluator, EndpointId id, Direction direction)
{
    const Endpoint &end = evaluator.endpoint(id);
    const std::vector<const kube::Object *> policies = evaluator.policiesIn(end.nameSpace);
    return std::any_of(policies.begin(), policies.end(), [&](const kube::Object *object) {
        const kube::NetworkPolicy &policy = *object->policy();
        return policy.isolates(direction) && policy.subject &&
               !addedLabel(evaluator, *policy.subject, end).empty();
    });
}

bool isOpenToWhomever(const Evaluator &evaluator, EndpointId id, Direction direction)
{
    // A pod in the host network may be one of the nodes that nothing states, which lists pass over.
    const auto mayDenyNodes = [](const kube::ClusterRule &rule) {
        return rule.action != kube::RuleAction::Accept &&
               std::any_of(rule.peers.begin(), rule.peers.end(),
                           [](const kube::ClusterPeer &peer) { return !peer.unstated.empty(); });
    };
    for (const kube::Object *policy : evaluator.clusterPoliciesOf(id, direction)) {
        const auto &rules = policy->clusterPolicy()->rules(direction);
        if (std::any_of(rules.begin(), rules.end(), mayDenyNodes))
            return false;
    }
    return evaluator.admittedEverywhere(Party::of(id), direction, true).isAll();
}

std::vector<Doubt> hostNetworkDoubts(const Evaluator &evaluator, Party source, Party target)
{
    std::vector<Doubt> doubts;
    for (const Party &party : {source, target})
        if (evaluator.profile().enforces && !party.isOutside() &&
            evaluator.endpoint(party.endpoint).hostNetwork)
            doubts.push_back({Doubt::Kind::HostNetwork, party.endpoint});
    const auto isOpen = [&](const Party &party, Direction direction) {
        return party.isOutside() || isOpenToWhomever(evaluator, party.endpoint, direction);
    };
    if (!doubts.empty() && isOpen(source, Direction::Egress) && isOpen(target, Direction::Ingress))
        doubts.clear();
    return doubts;
}

std::vector<Doubt> protocolDoubts(const Evaluator &evaluator, const HalfAnswer &half,
                                  const Party &own, const ConnectionSet &ports)
{
    const bool isAsked = !ports.ports(kube::Protocol::Sctp).isEmpty();
    if (!isAsked || evaluator.profile().sctp == Claim::Yes)
        return {};
    if (half.isolating.empty() && !mayIsolate(evaluator, own.endpoint, half.direction))
        return {};
    return {{Doubt::Kind::Sctp, own.endpoint}};
}

} // namespace drawbridge::verdict
