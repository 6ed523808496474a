#include "verdict/cluster_span.h"

#include "verdict/rule_ports.h"

#include <algorithm>

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

ClusterSpan::ClusterSpan(const Evaluator &evaluator, Direction direction, Party source,
                         Party target)
    : m_evaluator(evaluator)
    , m_direction(direction)
    , m_target(target)
    , m_own(direction == Direction::Egress ? source : target)
    , m_other(direction == Direction::Egress ? target : source)
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
        if (other != enforced)
            addKindDoubts(m_without);
        result = either(result, other);
    }
    m_without.clear();
    std::reverse(m_doubts.begin(), m_doubts.end()); // as they are asked
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

Span ClusterSpan::chain(bool isAdmin, bool isOld, const Span &behind)
{
    if (m_evaluator.endpoint(m_own.endpoint).hostNetwork)
        return behind;
    std::map<int, Policies> byRank;
    for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies()) {
        const kube::ClusterPolicy &policy = *object->clusterPolicy();
        const bool isHere =
            (policy.tier == kube::Tier::Admin) == isAdmin &&
            (isAdmin ||
             (policy.kind == kube::ClusterPolicyKind::BaselineAdminNetworkPolicy) == isOld);
        if (isHere && isAsked(*object))
            byRank[rankOf(policy)].push_back(object.get());
    }
    Span result = behind;
    for (auto at = byRank.rbegin(); at != byRank.rend(); ++at)
        result = throughTied(at->second, result, behind);
    return result;
}

/// Each may come first, and of these orders the one that admits least counts.
Span ClusterSpan::throughTied(const Policies &tied, const Span &next, const Span &behind)
{
    Span result{ConnectionSet::all(), ConnectionSet::all()};
    for (const kube::Object *first : tied) {
        Span one = next;
        for (const kube::Object *other : tied)
            if (other != first)
                one = throughOne(*other, one, behind);
        one = throughOne(*first, one, behind);
        result = {result.sure & one.sure, result.possible & one.possible};
    }
    return result;
}

/// Read from behind: what comes next is known where a rule does not hold.
Span ClusterSpan::throughOne(const kube::Object &object, const Span &next, const Span &behind)
{
    const Answer isSubject = subject(object);
    if (isSubject == Answer::No)
        return next;
    Span result = next;
    const auto &rules = object.clusterPolicy()->rules(m_direction);
    for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
        const std::vector<Step> steps = stepsOf(object, *rule);
        for (auto step = steps.rbegin(); step != steps.rend(); ++step) {
            if (step->holds == Answer::No)
                continue;
            Span taken;
            if (step->action == RuleAction::Accept)
                taken = {step->ports, step->ports};
            else if (step->action == RuleAction::Pass)
                taken = {step->ports & behind.sure, step->ports & behind.possible};
            const Span held{taken.sure | (result.sure - step->ports),
                            taken.possible | (result.possible - step->ports)};
            result = step->holds == Answer::Yes ? held : either(held, result);
        }
    }
    return isSubject == Answer::Yes ? result : either(result, next);
}

/// As the policy is compiled: what cannot be read admits nothing and denies what it may mean.
std::vector<ClusterSpan::Step> ClusterSpan::stepsOf(const kube::Object &object,
                                                    const kube::ClusterRule &rule)
{
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    const bool isCertain = policy.subject && !policy.isPlaceUnclear && !rule.isUnclear;
    const Answer holds = picks(rule, object);
    std::vector<Step> steps;
    if (isCertain)
        steps.push_back({holds, rule.action, portsOf(rule)});
    const bool mayMean =
        std::any_of(rule.peers.begin(), rule.peers.end(), [this](const kube::ClusterPeer &peer) {
            return m_other.isOutside() ? peer.mayMeanOutside : peer.mayMeanPods;
        });
    if (rule.action != RuleAction::Accept && (!isCertain || mayMean || rule.mayMeanAnyPort))
        steps.push_back({mayMean ? Answer::Yes : holds, RuleAction::Deny,
                         rule.mayMeanAnyPort ? ConnectionSet::all() : portsOf(rule)});
    return steps;
}

Answer ClusterSpan::subject(const kube::Object &object)
{
    const kube::ClusterPolicy &policy = *object.clusterPolicy();
    if (policy.subject)
        return picks(*policy.subject, m_own, object);
    addDoubt({Doubt::Kind::UnreadableSubject, {}, &object, object.meta.nameOrigin, {}});
    return Answer::Maybe;
}

Answer ClusterSpan::picks(const kube::Peer &peer, const Party &party, const kube::Object &object)
{
    if (party.isOutside())
        return Answer::No;
    const Endpoint &end = m_evaluator.endpoint(party.endpoint);
    // A group of pods meets the selector that it was made of.
    const bool isMeant = !peer.pods ||
                         peer.pods->matches(m_evaluator.labelsOf(end.variants.front())) ||
                         (end.selector && end.selector->canonical() == peer.pods->canonical());
    if (!isMeant)
        return Answer::No;
    if (!peer.namespaces)
        return Answer::Yes;
    const Answer answer = namespaceAnswer(m_evaluator, *peer.namespaces, end.nameSpace);
    if (answer == Answer::Maybe)
        addDoubt({Doubt::Kind::NamespaceLabels, party.endpoint, &object, peer.namespaces->origin,
                  end.nameSpace});
    return answer;
}

Answer ClusterSpan::picks(const kube::ClusterRule &rule, const kube::Object &object)
{
    Answer answer = Answer::No;
    for (const kube::ClusterPeer &peer : rule.peers)
        if (peer.pods)
            answer = std::max(answer, picks(*peer.pods, m_other, object));
    return answer == Answer::Yes ? answer : std::max(answer, holdsAddress(rule, object));
}

/// Of v1alpha2, all of IPv4 is every pod too; what else may mean a pod its address tells.
Answer ClusterSpan::holdsAddress(const kube::ClusterRule &rule, const kube::Object &object)
{
    std::vector<kube::Address> addresses{m_other.address};
    if (!m_other.isOutside())
        addresses = m_evaluator.endpoint(m_other.endpoint).variants.front().addresses;
    kube::AddressSet v4;
    for (const kube::ClusterPeer &peer : rule.peers)
        for (const kube::Cidr &network : peer.networks) {
            if (std::any_of(addresses.begin(), addresses.end(), [&](const kube::Address &address) {
                    return address.family == network.family &&
                           network.set().contains(address.value);
                }))
                return Answer::Yes;
            if (network.family == kube::Family::V4)
                v4 |= network.set();
        }
    const bool isNew =
        object.clusterPolicy()->kind == kube::ClusterPolicyKind::ClusterNetworkPolicy;
    if (isNew && !m_other.isOutside() && v4 == kube::AddressSet({}, kube::lastOf(kube::Family::V4)))
        return Answer::Yes;
    Answer answer = Answer::No;
    for (const kube::ClusterPeer &peer : rule.peers) {
        if (m_other.isOutside() && !peer.unstated.empty()) {
            addDoubt({Doubt::Kind::UnstatedAddresses, {}, &object, peer.origin, peer.unstated});
            answer = Answer::Maybe;
        }
        if (m_other.isOutside() || !addresses.empty())
            continue;
        for (const kube::Cidr &network : peer.networks) {
            addDoubt(
                {Doubt::Kind::PodAddress, m_other.endpoint, &object, peer.origin, network.text()});
            answer = Answer::Maybe;
        }
    }
    return answer;
}

ConnectionSet ClusterSpan::portsOf(const kube::ClusterRule &rule) const
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

void ClusterSpan::addDoubt(Doubt doubt)
{
    if (!has(m_doubts, doubt))
        m_doubts.push_back(std::move(doubt));
}

void ClusterSpan::addKindDoubts(const std::vector<kube::ClusterPolicyKind> &kinds)
{
    for (const kube::ObjectPtr &object : m_evaluator.clusterPolicies()) {
        const kube::ClusterPolicy &policy = *object->clusterPolicy();
        if (has(kinds, policy.kind) && policy.subject && !policy.rules(m_direction).empty() &&
            picks(*policy.subject, m_own, *object) != Answer::No)
            addDoubt({Doubt::Kind::ClusterPolicy,
                      {},
                      object.get(),
                      policy.rules(m_direction).front().origin,
                      object->meta.kind});
    }
}

} // namespace drawbridge::verdict
