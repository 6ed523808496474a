#include "verdict/cluster_span.h"

#include "verdict/added_labels.h"
#include "verdict/pod_ranges.h"

#include <algorithm>
#include <utility>

namespace drawbridge::verdict {

namespace {

using kube::ConnectionSet;
using kube::Direction;
using kube::RuleAction;

Span either(const Span &one, const Span &other)
{
    return {one.sure & other.sure, one.possible | other.possible};
}

int rankOf(const kube::ClusterPolicy &policy)
{
    return policy.isPlaceUnclear ? -1 : policy.priority;
}

template <typename List, typename Value>
bool has(const List &list, const Value &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

Answer podsAnswer(const Evaluator &evaluator, const kube::LabelSelector &pods, const OneParty &end,
                  const kube::Object &policy, std::vector<Doubt> &doubts)
{
    const Endpoint &endpoint = evaluator.endpoint(end.party.endpoint);
    if (const std::string key = addedLabel(evaluator, pods, endpoint, *end.variant); !key.empty()) {
        doubts.push_back({Doubt::Kind::AddedLabel, end.party.endpoint, &policy, pods.origin, key});
        return Answer::Maybe;
    }
    const auto &selector = endpoint.selector;
    return pods.matches(evaluator.labelsOf(*end.variant)) ||
                   (selector && selector->canonical() == pods.canonical())
               ? Answer::Yes
               : Answer::No;
}

ClusterSpan::ClusterSpan(const Evaluator &evaluator, Direction direction, OneParty source,
                         OneParty target, ConnectionSet asked)
    : m_evaluator(evaluator)
    , m_direction(direction)
    , m_target(target)
    , m_own(direction == Direction::Egress ? source : target)
    , m_other(direction == Direction::Egress ? target : source)
    , m_asked(std::move(asked))
{
}

/// Of a kind that may not be enforced, all policies are or none is.
Span ClusterSpan::run(const Span &policies, Answer isIsolated)
{
    std::vector<kube::ClusterPolicyKind> unclear;
    for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies()) {
        const auto kind = object->clusterPolicy()->kind;
        if (m_evaluator.profile().claim(kind) == Claim::Unclear && !has(unclear, kind))
            unclear.push_back(kind);
    }
    Span result = through(policies, isIsolated);
    const Span enforced = result;
    for (unsigned choice = 1; choice < 1U << unclear.size(); ++choice) {
        m_without.clear();
        for (std::size_t i = 0; i < unclear.size(); ++i)
            if ((choice >> i & 1U) != 0)
                m_without.push_back(unclear[i]);
        const Span other = through(policies, isIsolated);
        if ((other.sure & m_asked) != (enforced.sure & m_asked) ||
            (other.possible & m_asked) != (enforced.possible & m_asked))
            addKindDoubts(m_without);
        result = either(result, other);
    }
    m_without.clear();
    collectDoubts(isIsolated);
    return result;
}

Span ClusterSpan::through(const Span &policies, Answer isIsolated)
{
    Span behind = policies;
    if (isIsolated != Answer::Yes)
        behind = isIsolated == Answer::No ? baseline() : either(policies, baseline());
    return chain(true, false, behind);
}

/// Its two kinds are asked apart: see decide().
Span ClusterSpan::baseline()
{
    const Span open{ConnectionSet::all(), ConnectionSet::all()};
    const Span present = chain(false, false, open);
    const Span old = chain(false, true, open);
    return {present.sure & old.sure, present.possible & old.possible};
}

bool ClusterSpan::isAsked(const kube::Object &object) const
{
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    return m_evaluator.profile().enforcesKind(policy.kind) && !has(m_without, policy.kind) &&
           !policy.rules(m_direction).empty();
}

/// Those of a chain, in the order in which they are asked.
std::map<int, ClusterSpan::Policies> ClusterSpan::ranked(bool isAdmin, bool isOld) const
{
    std::map<int, Policies> byRank;
    if (m_own.variant->hostNetwork || m_evaluator.endpoint(m_own.party.endpoint).hostNetwork)
        return byRank;
    for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies()) {
        const kube::ClusterPolicy &policy = *object->clusterPolicy();
        const bool isHere =
            (policy.tier == kube::Tier::Admin) == isAdmin &&
            (isAdmin ||
             (policy.kind == kube::ClusterPolicyKind::BaselineAdminNetworkPolicy) == isOld);
        if (isHere && isAsked(*object))
            byRank[rankOf(policy)].push_back(object.get());
    }
    return byRank;
}

Span ClusterSpan::chain(bool isAdmin, bool isOld, const Span &behind)
{
    const std::map<int, Policies> byRank = ranked(isAdmin, isOld);
    Span result = behind;
    for (auto at = byRank.rbegin(); at != byRank.rend(); ++at)
        result = throughTied(at->second, result, behind);
    return result;
}

/// Each may come first, and of these orders the one that admits least counts. Read from behind, and
/// what stands on either side of the first is put together once.
Span ClusterSpan::throughTied(const Policies &tied, const Span &next, const Span &behind)
{
    std::vector<Effect> effects;
    for (const kube::Object *object : tied)
        effects.push_back(effectOf(reading(*object), behind));
    std::vector<Effect> after(tied.size() + 1); // of those from one on
    for (std::size_t i = tied.size(); i-- > 0;)
        after[i] = after[i + 1].of(effects[i]);
    Span result{ConnectionSet::all(), ConnectionSet::all()};
    Span before = next;
    for (std::size_t i = 0; i < tied.size(); ++i) {
        const Span one = effects[i].of(after[i + 1].of(before));
        result = {result.sure & one.sure, result.possible & one.possible};
        before = effects[i].of(before);
    }
    return result;
}

Span ClusterSpan::Effect::of(const Span &next) const
{
    return {given.sure | (next.sure & kept.sure), given.possible | (next.possible & kept.possible)};
}

ClusterSpan::Effect ClusterSpan::Effect::of(const Effect &next) const
{
    return {of(next.given), {kept.sure & next.kept.sure, kept.possible & next.kept.possible}};
}

/// Read from behind: what comes next is known where a rule does not hold.
ClusterSpan::Effect ClusterSpan::effectOf(const Reading &reading, const Span &behind) const
{
    const ConnectionSet all = ConnectionSet::all();
    // What may or may not be so is sure where it makes no difference.
    const auto perhaps = [&all](const Effect &effect) -> Effect {
        return {{{}, effect.given.possible}, {effect.given.sure | effect.kept.sure, all}};
    };
    Effect result;
    for (auto step = reading.steps.rbegin(); step != reading.steps.rend(); ++step) {
        if (step->holds == Answer::No)
            continue;
        Effect one;
        if (step->action == RuleAction::Accept)
            one.given = {step->ports, step->ports};
        else if (step->action == RuleAction::Pass)
            one.given = {step->ports & behind.sure, step->ports & behind.possible};
        one.kept = {all - step->ports, all - step->ports};
        result = (step->holds == Answer::Yes ? one : perhaps(one)).of(result);
    }
    if (reading.isSubject == Answer::No)
        return {};
    return reading.isSubject == Answer::Yes ? result : perhaps(result);
}

/// Each policy is read once, whatever orders it is asked in.
const ClusterSpan::Reading &ClusterSpan::reading(const kube::Object &object)
{
    const auto [it, isNew] = m_readings.try_emplace(&object);
    Reading &result = it->second;
    if (!isNew)
        return result;
    result.isSubject = subject(object, result.doubts);
    if (result.isSubject != Answer::No)
        for (const kube::ClusterRule &rule : object.clusterPolicy()->rules(m_direction))
            addSteps(object, rule, result.steps);
    return result;
}

/// As the policy is compiled: what cannot be read admits nothing and denies what it may mean.
void ClusterSpan::addSteps(const kube::Object &object, const kube::ClusterRule &rule,
                           std::vector<Step> &steps) const
{
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    const bool isCertain = policy.subject && !policy.isPlaceUnclear && !rule.isUnclear;
    std::vector<Doubt> doubts;
    const Answer holds = picks(rule, object, doubts);
    const RulePorts ports = portsOf(rule, object);
    const auto add = [&](Answer answer, RuleAction action) {
        steps.push_back({answer, action, ports.certain, doubts});
        if (ports.perhaps.isEmpty())
            return;
        steps.push_back({std::min(answer, Answer::Maybe), action, ports.perhaps, ports.doubts});
        if (answer == Answer::Maybe)
            steps.back().doubts.insert(steps.back().doubts.begin(), doubts.begin(), doubts.end());
    };
    if (isCertain)
        add(holds, rule.action);
    const auto hasPeer = [&rule](const auto &asked) {
        return std::any_of(rule.peers.begin(), rule.peers.end(), asked);
    };
    const bool mayMean = hasPeer([this](const kube::ClusterPeer &peer) {
        return m_other.isOutside() ? peer.mayMeanOutside && peer.unstated.empty()
                                   : peer.mayMeanPods;
    });
    // Where the plugin cannot judge such a peer, what the rule would pass on is denied.
    const bool mayDeny = rule.action == RuleAction::Pass && m_other.isOutside() &&
                         hasPeer([](const kube::ClusterPeer &peer) {
                             return peer.mayMeanOutside && !peer.unstated.empty();
                         });
    if (rule.action == RuleAction::Accept ||
        (isCertain && !mayMean && !mayDeny && !rule.mayMeanAnyPort))
        return;
    const Answer mayHold = mayMean ? Answer::Yes : holds;
    if (rule.mayMeanAnyPort)
        steps.push_back({mayHold, RuleAction::Deny, ConnectionSet::all(), doubts});
    else
        add(mayHold, RuleAction::Deny);
}

Answer ClusterSpan::subject(const kube::Object &object, std::vector<Doubt> &doubts) const
{
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    if (policy.subject)
        return picks(*policy.subject, m_own, object, doubts);
    doubts.push_back({Doubt::Kind::UnreadableSubject, {}, &object, object.meta.nameOrigin, {}});
    return Answer::Maybe;
}

Answer ClusterSpan::picks(const kube::Peer &peer, const OneParty &end, const kube::Object &object,
                          std::vector<Doubt> &doubts) const
{
    if (end.isOutside())
        return Answer::No;
    const std::string &nameSpace = m_evaluator.endpoint(end.party.endpoint).nameSpace;
    const Answer isThere =
        peer.namespaces ? namespaceAnswer(m_evaluator, *peer.namespaces, nameSpace) : Answer::Yes;
    if (isThere == Answer::No)
        return Answer::No;
    const Answer answer =
        peer.pods ? podsAnswer(m_evaluator, *peer.pods, end, object, doubts) : Answer::Yes;
    if (answer != Answer::No && isThere == Answer::Maybe)
        doubts.push_back({Doubt::Kind::NamespaceLabels, end.party.endpoint, &object,
                          peer.namespaces->origin, nameSpace});
    return std::min(answer, isThere);
}

Answer ClusterSpan::picks(const kube::ClusterRule &rule, const kube::Object &object,
                          std::vector<Doubt> &doubts) const
{
    Answer answer = Answer::No;
    for (const kube::ClusterPeer &peer : rule.peers)
        if (peer.pods)
            answer = std::max(answer, picks(*peer.pods, m_other, object, doubts));
    return answer == Answer::Yes ? answer : std::max(answer, holdsAddress(rule, object, doubts));
}

/// Of v1alpha2, all of IPv4 is every pod too; what else may mean a pod its address tells. Networks
/// of v1alpha1 mean no pod.
Answer ClusterSpan::holdsAddress(const kube::ClusterRule &rule, const kube::Object &object,
                                 std::vector<Doubt> &doubts) const
{
    const bool meansPods =
        object.clusterPolicy()->kind == kube::ClusterPolicyKind::ClusterNetworkPolicy;
    if (!m_other.isOutside() && !meansPods)
        return Answer::No;
    std::vector<kube::Address> addresses{m_other.party.address};
    if (!m_other.isOutside())
        addresses = m_other.variant->addresses;
    for (const kube::ClusterPeer &peer : rule.peers)
        for (const kube::Cidr &network : peer.networks)
            if (std::any_of(addresses.begin(), addresses.end(), [&](const kube::Address &address) {
                    return address.family == network.family &&
                           network.set().contains(address.value);
                }))
                return Answer::Yes;
    if (!m_other.isOutside() && holdsEveryPod(rule))
        return Answer::Yes;
    Answer answer = Answer::No;
    for (const kube::ClusterPeer &peer : rule.peers) {
        if (m_other.isOutside() && !peer.unstated.empty()) {
            doubts.push_back(
                {Doubt::Kind::UnstatedAddresses, {}, &object, peer.origin, peer.unstated});
            answer = Answer::Maybe;
        }
        if (m_other.isOutside() || !addresses.empty())
            continue;
        for (const kube::Cidr &network : peer.networks) {
            doubts.push_back({Doubt::Kind::PodAddress, m_other.party.endpoint, &object, peer.origin,
                              network.text()});
            answer = Answer::Maybe;
        }
    }
    return answer;
}

/// Of a group without manifests nobody knows what its ports are called, nor of which protocol they
/// are: the name alone counts (v1alpha2, destinationNamedPort).
ClusterSpan::RulePorts ClusterSpan::portsOf(const kube::ClusterRule &rule,
                                            const kube::Object &object) const
{
    RulePorts result;
    if (rule.anyPort)
        result.certain = ConnectionSet::all();
    const bool isUnknown =
        !m_target.isOutside() &&
        m_evaluator.endpoint(m_target.party.endpoint).kind != EndpointKind::Workload;
    for (const kube::ClusterPort &item : rule.ports) {
        if (item.name.empty()) {
            result.certain.insert(item.protocol, item.first, item.last);
        } else if (isUnknown) {
            result.perhaps = ConnectionSet::all();
            result.doubts.push_back(
                {Doubt::Kind::NamedPort, m_target.party.endpoint, &object, item.origin, item.name});
        } else if (m_target.variant) {
            for (const kube::ContainerPort &port : m_target.variant->ports)
                if (port.name == item.name)
                    result.certain.insert(port.protocol, port.port, port.port);
        }
    }
    return result;
}

/// Read from the front: what a sure rule has taken is no question to those behind it.
void ClusterSpan::collectDoubts(Answer isIsolated)
{
    ConnectionSet open = m_asked;
    ConnectionSet passed;
    collectChain(true, false, open, passed);
    m_behindAdmin = open | passed;
    if (isIsolated == Answer::Yes)
        return;
    for (const bool isOld : {false, true}) {
        open = m_behindAdmin;
        collectChain(false, isOld, open, passed);
    }
}

void ClusterSpan::collectChain(bool isAdmin, bool isOld, ConnectionSet &open, ConnectionSet &passed)
{
    for (const auto &[rank, tied] : ranked(isAdmin, isOld)) {
        ConnectionSet taken;
        for (const kube::Object *object : tied)
            taken |= collectOne(*object, open, passed);
        open = open - taken;
    }
}

/// What it surely takes of `open`.
ConnectionSet ClusterSpan::collectOne(const kube::Object &object, ConnectionSet open,
                                      ConnectionSet &passed)
{
    const Reading &policy = reading(object);
    ConnectionSet taken;
    if (policy.isSubject == Answer::No)
        return taken;
    for (const Step &step : policy.steps) {
        const ConnectionSet ports = step.ports & open;
        if (step.holds == Answer::No || ports.isEmpty())
            continue;
        if (policy.isSubject == Answer::Maybe)
            addDoubts(policy.doubts);
        if (step.holds == Answer::Maybe)
            addDoubts(step.doubts);
        if (step.action == RuleAction::Pass)
            passed |= ports;
        const bool isSure = policy.isSubject == Answer::Yes && step.holds == Answer::Yes;
        if (!isSure && step.action == RuleAction::Deny)
            m_perhapsDenied |= ports;
        if (isSure)
            taken |= ports;
        if (step.holds == Answer::Yes)
            open = open - ports;
    }
    const bool isEnforced =
        m_evaluator.profile().claim(object.clusterPolicy()->kind) != Claim::Unclear;
    return isEnforced ? taken : ConnectionSet();
}

void ClusterSpan::addDoubts(const std::vector<Doubt> &doubts)
{
    for (const Doubt &doubt : doubts)
        if (!has(m_doubts, doubt))
            m_doubts.push_back(doubt);
}

void ClusterSpan::addKindDoubts(const std::vector<kube::ClusterPolicyKind> &kinds)
{
    for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies()) {
        const kube::ClusterPolicy &policy = *object->clusterPolicy();
        if (has(kinds, policy.kind) && policy.subject && !policy.rules(m_direction).empty() &&
            reading(*object).isSubject != Answer::No)
            addDoubts({{Doubt::Kind::ClusterPolicy,
                        {},
                        object.get(),
                        policy.rules(m_direction).front().origin,
                        object->meta.kind}});
    }
}

} // namespace drawbridge::verdict
