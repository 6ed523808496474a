#include "edit/drawn_halves.h"

#include "base/effort.h"
#include "edit/snippets.h"

#include <algorithm>

namespace drawbridge::edit {

using kube::ConnectionSet;
using kube::Direction;
using kube::LabelSelector;
using kube::Requirement;
using verdict::EndpointId;
using verdict::Party;

/// Noting that a rule draws it; see base/effort.h.
static constexpr std::size_t kEffortOfPair = 8;

DrawnHalves::DrawnHalves(const kube::Workspace &workspace, const verdict::Evaluator &evaluator,
                         const std::string &nameSpace, Direction direction)
    : m_workspace(workspace)
    , m_evaluator(evaluator)
    , m_nameSpace(nameSpace)
    , m_direction(direction)
    , m_opposite(direction == Direction::Ingress ? Direction::Egress : Direction::Ingress)
{
    for (std::uint32_t i = 0; i < evaluator.endpoints().size(); ++i) {
        m_all.push_back(EndpointId{i});
        if (evaluator.endpoints()[i].nameSpace == nameSpace)
            m_here.push_back(EndpointId{i});
    }
    for (const kube::ObjectPtr &policy : evaluator.policies()) {
        const kube::NetworkPolicy &value = *policy->policy();
        if (!value.subject)
            continue;
        if (value.isolates(m_opposite))
            for (std::size_t i = 0; i < value.rules(m_opposite).size(); ++i)
                mirror(*policy, i);
        if (value.isolates(direction) && evaluator.namespaceOf(policy.get()) == nameSpace)
            for (const kube::Rule &rule : value.rules(direction))
                drawOwn(*policy, rule);
    }
    unite();
}

/// Many rules may name the same pairs: each is kept once.
void DrawnHalves::unite()
{
    std::sort(m_pairs.begin(), m_pairs.end());
    m_pairs.erase(std::unique(m_pairs.begin(), m_pairs.end()), m_pairs.end());
    m_united = m_pairs.size();
}

void DrawnHalves::uniteIfMany()
{
    if (m_pairs.size() > 2 * m_united + 1'000'000)
        unite();
}

DrawnHalves::Pair DrawnHalves::pair(EndpointId own, EndpointId other) const
{
    return m_direction == Direction::Egress ? Pair{own, other} : Pair{other, own};
}

bool DrawnHalves::isOpen(EndpointId own) const
{
    return !m_evaluator.isIsolated(own, m_direction);
}

/// What a rule admits for a pair.
ConnectionSet DrawnHalves::ports(const kube::Object &policy, std::size_t rule,
                                 const Pair &pair) const
{
    for (const verdict::RuleUse &use :
         m_evaluator.rules(m_opposite, Party::of(pair.first), Party::of(pair.second)))
        if (use.policy == &policy && use.rule == rule)
            return use.ports;
    return {};
}

/// The selectors by which a rule picks pods of the namespace.
std::vector<LabelSelector> DrawnHalves::subjects(const kube::Object &policy,
                                                 const kube::Rule &rule) const
{
    if (rule.anyPeer)
        return {LabelSelector()};
    std::vector<LabelSelector> result;
    for (const kube::Peer &peer : rule.peers) {
        const bool isHere = peer.namespaces
                                ? m_evaluator.namespaceMatches(*peer.namespaces, m_nameSpace)
                                : m_evaluator.namespaceOf(&policy) == m_nameSpace;
        if (!peer.ipBlock && isHere)
            result.push_back(peer.pods.value_or(LabelSelector()));
    }
    return result;
}

void DrawnHalves::mirror(const kube::Object &policy, std::size_t rule)
{
    const Ids others =
        m_evaluator.selected(*policy.policy()->subject, m_evaluator.namespaceOf(&policy));
    for (const LabelSelector &subject : subjects(policy, policy.policy()->rules(m_opposite)[rule]))
        mirror(policy, rule, subject, others);
    // No selector says who these are, so that what they lose is told and not kept.
    cutOf(policy, rule, inBlocks(policy.policy()->rules(m_opposite)[rule], m_here), others);
}

/// Notes what a rule of the namespace itself draws for pods of which it isolates only some.
void DrawnHalves::drawOwn(const kube::Object &policy, const kube::Rule &rule)
{
    Ids subjects = m_evaluator.endpointsOf(&policy);
    std::erase_if(subjects, [&](EndpointId own) { return !isOpen(own); });
    if (subjects.empty())
        return;
    Ids others = rule.anyPeer ? m_all : inBlocks(rule, m_all);
    for (const kube::Peer &peer : rule.peers) {
        const Ids named = m_evaluator.selected(peer, m_nameSpace);
        others.insert(others.end(), named.begin(), named.end());
    }
    for (EndpointId own : subjects) {
        spend(others.size() * kEffortOfPair);
        for (EndpointId other : others)
            if (own != other)
                m_pairs.push_back(pair(own, other));
        uniteIfMany();
    }
}

/// Those of some pods that blocks of a rule mean by their stated addresses.
DrawnHalves::Ids DrawnHalves::inBlocks(const kube::Rule &rule, const Ids &among) const
{
    Ids ids;
    if (m_evaluator.profile().podsByBlock == verdict::PluginProfile::PodsByBlock::Never)
        return ids;
    for (const kube::Peer &peer : rule.peers) {
        if (!peer.ipBlock)
            continue;
        const kube::AddressSet addresses = peer.ipBlock->addresses();
        const auto isIn = [&](const kube::Address &address) {
            return address.family == peer.ipBlock->cidr.family && addresses.contains(address.value);
        };
        const auto isMeant = [&](const verdict::Variant &pods) {
            return std::any_of(pods.addresses.begin(), pods.addresses.end(), isIn);
        };
        for (EndpointId id : among) {
            const auto &variants = m_evaluator.endpoint(id).variants;
            if (std::any_of(variants.begin(), variants.end(), isMeant))
                ids.push_back(id);
        }
    }
    return ids;
}

/// Whether a policy with this subject would be about pods that nothing shows yet.
bool DrawnHalves::makesAGroup(const LabelSelector &subject, const Ids &picked) const
{
    const std::string key = m_nameSpace + "/{" + subject.canonical() + '}';
    return !subject.isEmpty() && !m_evaluator.find(key).isValid() &&
           std::none_of(picked.begin(), picked.end(), [&](EndpointId id) {
               return m_evaluator.endpoint(id).kind == verdict::EndpointKind::Workload;
           });
}

/// The pods of a selector that the wall would cut from some of the others; notes all such pairs.
DrawnHalves::Ids DrawnHalves::cutOf(const kube::Object &policy, std::size_t rule, const Ids &picked,
                                    const Ids &others)
{
    Ids cut;
    for (EndpointId own : picked) {
        bool isCut = false;
        if (!isOpen(own))
            continue;
        spend(others.size() * kEffortOfPair);
        for (EndpointId other : others) {
            if (own == other)
                continue;
            m_pairs.push_back(pair(own, other));
            isCut = isCut || !ports(policy, rule, pair(own, other)).isEmpty();
        }
        if (isCut)
            cut.push_back(own);
        uniteIfMany();
    }
    return cut;
}

/// The policies that isolate some pods of a workload.
DrawnHalves::Policies DrawnHalves::isolating(EndpointId own, const verdict::Variant &pods) const
{
    Policies policies = m_evaluator.policiesOf(own, m_direction);
    std::erase_if(policies, [&](const kube::Object *policy) {
        const auto &subject = policy->policy()->subject;
        return subject && !subject->matches(m_evaluator.labelsOf(pods));
    });
    return policies;
}

/// Whether policies tell pods of the workload from each other.
bool DrawnHalves::isMixed(EndpointId own) const
{
    const auto &variants = m_evaluator.endpoint(own).variants;
    return std::any_of(variants.begin() + 1, variants.end(), [&](const verdict::Variant &pods) {
        return isolating(own, pods) != isolating(own, variants.front());
    });
}

/// Whether the mirrored rule would widen what a policy leaves this pod already. Where that differs
/// from pod to pod, only what no policy is about is known to stay as it is.
bool DrawnHalves::wouldOpen(const kube::Object &policy, std::size_t rule,
                            const LabelSelector &subject, EndpointId own, const Ids &others) const
{
    const bool mixed = isMixed(own);
    if (mixed) {
        const auto &variants = m_evaluator.endpoint(own).variants;
        if (std::none_of(variants.begin(), variants.end(), [&](const verdict::Variant &pods) {
                return subject.matches(m_evaluator.labelsOf(pods)) && !isolating(own, pods).empty();
            }))
            return false;
    } else if (isOpen(own)) {
        return false;
    }
    return std::any_of(others.begin(), others.end(), [&](EndpointId other) {
        const auto [source, target] = pair(own, other);
        const ConnectionSet opened = ports(policy, rule, {source, target});
        return source != target &&
               (mixed ? !opened.isEmpty()
                      : !m_evaluator.half(m_direction, Party::of(source), Party::of(target))
                             .contains(opened));
    });
}

void DrawnHalves::mirror(const kube::Object &policy, std::size_t rule, const LabelSelector &subject,
                         const Ids &others)
{
    const Ids picked = m_evaluator.selected(subject, m_nameSpace);
    const Ids cut = cutOf(policy, rule, picked, others);
    if (cut.empty())
        return;
    const kube::Rule &value = policy.policy()->rules(m_opposite)[rule];
    const auto opensBy = [&](const LabelSelector &selector) {
        return [&](EndpointId own) { return wouldOpen(policy, rule, selector, own, others); };
    };
    const auto opens = opensBy(subject);
    if (!makesAGroup(subject, picked) && std::none_of(picked.begin(), picked.end(), opens)) {
        add(subject, policy, value);
        return;
    }
    // Some of the pods are restricted already and must stay so: the others one by one.
    const auto keepIfClosed = [&](const LabelSelector &selector) {
        const Ids met = m_evaluator.selected(selector, m_nameSpace);
        const bool isClosed = std::includes(picked.begin(), picked.end(), met.begin(), met.end()) &&
                              std::none_of(met.begin(), met.end(), opensBy(selector));
        if (isClosed)
            add(selector, policy, value);
        return isClosed;
    };
    for (EndpointId own : cut) {
        const std::optional<LabelSelector> alone = closestSelector(m_evaluator, own);
        if ((!alone || !keepIfClosed(*alone)) && isMixed(own))
            for (const LabelSelector &selector : ofOpenPods(own, subject))
                keepIfClosed(selector);
    }
}

namespace {

Requirement opposite(Requirement requirement)
{
    using kube::Operator;
    switch (requirement.op) {
    case Operator::In:
        requirement.op = Operator::NotIn;
        break;
    case Operator::NotIn:
        requirement.op = Operator::In;
        break;
    case Operator::Exists:
        requirement.op = Operator::DoesNotExist;
        break;
    case Operator::DoesNotExist:
        requirement.op = Operator::Exists;
        break;
    }
    return requirement;
}

std::vector<Requirement> requirementsOf(const LabelSelector &selector)
{
    std::vector<Requirement> all;
    for (const auto &[key, value] : selector.matchLabels)
        all.push_back({key, kube::Operator::In, {value}, {}});
    all.insert(all.end(), selector.expressions.begin(), selector.expressions.end());
    return all;
}

void addOnce(std::vector<Requirement> &all, const Requirement &requirement)
{
    if (std::find(all.begin(), all.end(), requirement) == all.end())
        all.push_back(requirement);
}

} // namespace

/// Selectors for those pods of a workload, among those of the subject, that nothing isolates. Each
/// says the opposite of something that every policy about the other pods asks for, so that it picks
/// no pod of theirs, whatever pods come.
std::vector<LabelSelector> DrawnHalves::ofOpenPods(EndpointId own,
                                                   const LabelSelector &subject) const
{
    std::vector<LabelSelector> result;
    const std::optional<LabelSelector> alone = closestSelector(m_evaluator, own);
    for (const verdict::Variant &pods : m_evaluator.endpoint(own).variants) {
        const kube::Labels &labels = m_evaluator.labelsOf(pods);
        if (!subject.matches(labels) || !isolating(own, pods).empty())
            continue;
        LabelSelector selector = subject;
        if (alone) {
            selector.matchLabels.insert(alone->matchLabels.begin(), alone->matchLabels.end());
            for (const Requirement &requirement : alone->expressions)
                addOnce(selector.expressions, requirement);
        }
        for (const kube::Object *policy : m_evaluator.policiesOf(own, m_direction))
            for (const Requirement &asked : requirementsOf(*policy->policy()->subject))
                if (!asked.matches(labels)) {
                    addOnce(selector.expressions, opposite(asked));
                    break;
                }
        if (std::find(result.begin(), result.end(), selector) == result.end())
            result.push_back(std::move(selector));
    }
    return result;
}

void DrawnHalves::add(const LabelSelector &subject, const kube::Object &policy,
                      const kube::Rule &rule)
{
    const std::string &otherNamespace = m_evaluator.namespaceOf(&policy);
    kube::Peer peer;
    peer.pods = policy.policy()->subject;
    if (otherNamespace != m_nameSpace) {
        if (writtenNamespace(m_workspace, otherNamespace).empty())
            return; // nothing says how it is called
        peer.namespaces.emplace().matchLabels.emplace(kube::kNamespaceNameLabel, otherNamespace);
        if (peer.pods->isEmpty())
            peer.pods.reset();
    }
    const auto isOfSubject = [&](const MissingHalf &half) { return half.subject == subject; };
    auto half = std::find_if(m_halves.begin(), m_halves.end(), isOfSubject);
    if (half == m_halves.end())
        half = m_halves.insert(half, MissingHalf{subject, {}});
    for (kube::Rule &known : half->rules)
        if (known.anyPort == rule.anyPort && known.ports == rule.ports) {
            spend(known.peers.size());
            if (std::find(known.peers.begin(), known.peers.end(), peer) == known.peers.end())
                known.peers.push_back(std::move(peer));
            return;
        }
    kube::Rule mirrored;
    mirrored.anyPort = rule.anyPort;
    mirrored.ports = rule.ports;
    mirrored.peers.push_back(std::move(peer));
    half->rules.push_back(std::move(mirrored));
}

} // namespace drawbridge::edit
