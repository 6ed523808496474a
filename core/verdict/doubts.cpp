#include "verdict/doubts.h"

#include "verdict/namespace_answer.h"
#include "verdict/pod_ranges.h"
#include "verdict/rule_ports.h"

#include <algorithm>
#include <map>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;

class DoubtSearch
{
    using Policies = std::vector<const kube::Object *>;

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
                const bool isSettled = holds && policy->policy()->subject;
                if (!policy->policy()->subject)
                    addDoubt(unreadable(*policy));
                (isSettled ? settled : open) |= ports.certain;
                open |= ports.perhaps;
            }
        m_behind = behindAdmin(half, settled, settled | open);
        open = open - decidedAbove(half);
        m_bounds.sure = half.admitted - (open - settled);
        m_bounds.possible = half.admitted | open;
        weighUncertainPolicies(half);
        weighClusterPolicies(half, other);
        return std::move(m_bounds);
    }

private:
    /// What the tiers behind Admin surely give, and may give.
    struct Behind
    {
        ConnectionSet sure;
        ConnectionSet possible;
    };

    /// `settled`: what NetworkPolicies surely admit; `perhaps`: what they may.
    Behind behindAdmin(const HalfAnswer &half, const ConnectionSet &settled,
                       const ConnectionSet &perhaps) const
    {
        const bool isIsolated =
            std::any_of(half.isolating.begin(), half.isolating.end(),
                        [this](const kube::Object *policy) { return !isUncertain(*policy); });
        Behind behind;
        if (!isIsolated)
            behind = behindPolicies(half);
        if (!half.isolating.empty()) {
            behind.sure = settled;
            behind.possible |= half.admitted | perhaps;
        }
        return behind;
    }

    /// The Baseline tier's answer; where something of a rule may be otherwise than it was judged,
    /// its ports are left open.
    Behind behindPolicies(const HalfAnswer &half) const
    {
        Policies others(half.isolating);
        ConnectionSet open;
        for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies())
            if (object->clusterPolicy()->tier == kube::Tier::Baseline)
                open |= leftOpen(*object, half.direction);
            else
                others.push_back(object.get());
        const ConnectionSet answer =
            m_evaluator.halfWithout(others, half.direction, m_source, m_target);
        return {answer - open, answer | open};
    }

    ConnectionSet leftOpen(const kube::Object &object, Direction direction) const
    {
        const kube::ClusterPolicy &policy = *object.clusterPolicy();
        if (m_evaluator.profile().claim(policy.kind) == Claim::No)
            return {};
        if (isUncertain(object) || policy.isPlaceUnclear)
            return ConnectionSet::all();
        DoubtSearch search(m_evaluator, m_source, m_target); // keeps its doubts to itself
        const Party &own = direction == Direction::Egress ? m_source : m_target;
        const Party &other = direction == Direction::Egress ? m_target : m_source;
        const Answer subject = search.picks(*policy.subject, own, object);
        ConnectionSet open;
        for (const kube::ClusterRule &rule : policy.rules(direction)) {
            if (subject == Answer::No)
                break;
            const bool isUnclear = rule.isUnclear || rule.mayMeanAnyPort ||
                                   std::any_of(rule.peers.begin(), rule.peers.end(),
                                               [](const auto &peer) { return peer.isUnclear(); });
            const bool isMaybe =
                subject == Answer::Maybe || search.picks(rule, other, object) == Answer::Maybe;
            if (isUnclear || isMaybe)
                open |= rule.mayMeanAnyPort ? ConnectionSet::all() : portsOf(rule);
        }
        return open;
    }

    /// What the Admin tier decides for certain, whatever NetworkPolicies say. With `before`: what
    /// rules decide that are asked before that one.
    ConnectionSet decidedAbove(const HalfAnswer &half, const kube::ClusterPolicy *before = nullptr,
                               std::size_t rule = 0) const
    {
        ConnectionSet decided;
        for (const RuleUse &use : half.rules) {
            const kube::ClusterPolicy *policy = use.policy->clusterPolicy();
            if (!policy || policy->tier != kube::Tier::Admin ||
                use.action == kube::RuleAction::Pass || isUncertain(*use.policy))
                continue;
            const bool isEarlier = !before || before->tier != kube::Tier::Admin ||
                                   policy->priority < before->priority ||
                                   (policy == before && use.rule < rule);
            if (isEarlier)
                decided |= use.ports;
        }
        return decided;
    }

    void weighClusterPolicies(const HalfAnswer &half, const Party &other)
    {
        const Party &own = half.direction == Direction::Egress ? m_source : m_target;
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
                addRule(rules[i].action, policy.tier, ports);
            }
        }
    }

    /// A rule that may hold or not.
    void addRule(kube::RuleAction action, kube::Tier tier, const ConnectionSet &ports)
    {
        if (action == kube::RuleAction::Accept) {
            m_bounds.possible |= ports;
        } else if (action == kube::RuleAction::Deny) {
            m_bounds.sure = m_bounds.sure - ports;
        } else if (tier == kube::Tier::Baseline) { // nothing comes behind it
            m_bounds.possible |= ports;
        } else {
            m_bounds.sure = m_bounds.sure - (ports - m_behind.sure);
            m_bounds.possible |= ports & m_behind.possible;
        }
    }

    /// It may be that nobody enforces it: the plugin does not, or the API server refuses it.
    bool isUncertain(const kube::Object &policy) const
    {
        const kube::ClusterPolicy *cluster = policy.clusterPolicy();
        if (!cluster)
            return !policy.policy()->subject;
        return !cluster->subject || m_evaluator.profile().claim(cluster->kind) == Claim::Unclear;
    }

    /// Judges once more without each group of policies that may not be enforced, and without all
    /// of them. What is denied either way is denied for certain.
    void weighUncertainPolicies(const HalfAnswer &half)
    {
        std::map<std::string, Policies> groups;
        for (const RuleUse &use : half.rules)
            if (use.policy->clusterPolicy() && isUncertain(*use.policy))
                groups[use.policy->clusterPolicy()->subject ? use.policy->meta.kind : ""];
        for (const kube::Object *policy : half.isolating)
            if (isUncertain(*policy))
                groups[""].push_back(policy);
        for (const kube::ObjectPtr &policy : m_evaluator.clusterPolicies())
            if (isUncertain(*policy)) {
                const auto group =
                    groups.find(policy->clusterPolicy()->subject ? policy->meta.kind : "");
                if (group != groups.end())
                    group->second.push_back(policy.get());
            }
        Policies all;
        bool differs = false;
        for (const auto &[kind, policies] : groups) {
            all.insert(all.end(), policies.begin(), policies.end());
            if (weighWithout(half, policies)) {
                addDoubts(half, policies);
                differs = true;
            }
        }
        if (groups.size() > 1 && weighWithout(half, all) && !differs)
            addDoubts(half, all);
    }

    /// True if it makes a difference.
    bool weighWithout(const HalfAnswer &half, const Policies &policies)
    {
        const ConnectionSet ports =
            m_evaluator.halfWithout(policies, half.direction, m_source, m_target);
        m_bounds.sure = m_bounds.sure - (half.admitted - ports);
        m_bounds.possible |= ports;
        return ports != half.admitted;
    }

    void addDoubts(const HalfAnswer &half, const Policies &policies)
    {
        const auto isOne = [&](const kube::Object *policy) {
            return std::find(policies.begin(), policies.end(), policy) != policies.end();
        };
        for (const RuleUse &use : half.rules)
            if (const kube::ClusterPolicy *cluster = use.policy->clusterPolicy();
                cluster && isOne(use.policy))
                addDoubt(cluster->subject ? Doubt{Doubt::Kind::ClusterPolicy,
                                                  {},
                                                  use.policy,
                                                  cluster->rules(use.direction)[use.rule].origin,
                                                  use.policy->meta.kind}
                                          : unreadable(*use.policy));
        for (const kube::Object *policy : half.isolating)
            if (isOne(policy))
                addDoubt(unreadable(*policy));
    }

    static Doubt unreadable(const kube::Object &policy)
    {
        return {Doubt::Kind::UnreadableSubject, {}, &policy, policy.meta.nameOrigin, {}};
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
        const Answer answer = namespaceAnswer(m_evaluator, *peer.namespaces, end.nameSpace);
        if (answer == Answer::Maybe)
            addDoubt({Doubt::Kind::NamespaceLabels, party.endpoint, &policy,
                      peer.namespaces->origin, end.nameSpace});
        return answer;
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
    Behind m_behind;
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
