#include "lint/context.h"
#include "verdict/pod_ranges.h"

#include <algorithm>

namespace drawbridge::lint {

using kube::Direction;
using kube::LabelSelector;
using kube::Peer;
using kube::Requirement;
using verdict::EndpointId;

namespace {

/// Two items where one with both selectors may have been meant. An empty selector in one item would
/// say nothing more, so there the two are meant.
void checkOr(Context &context, const kube::Object &policy, const kube::Rule &rule)
{
    for (std::size_t i = 0; i + 1 < rule.peers.size(); ++i) {
        const Peer &first = rule.peers[i];
        const Peer &second = rule.peers[i + 1];
        if (first.namespaces && !first.pods && second.pods && !second.namespaces &&
            !first.namespaces->isEmpty() && !second.pods->isEmpty())
            context.addToPolicy(Severity::Hint, Code::LintOrPeers, policy, second.origin);
    }
}

void checkEmptyLists(Context &context, const kube::Object &policy, Direction direction,
                     const kube::Rule &rule)
{
    for (const char *key : {peersKey(direction), "ports"}) {
        const yaml::NodeId list = member(policy, rule.origin.node, key);
        if (isEmptyList(policy, list))
            context.addToPolicy(Severity::Warning, Code::LintEmptyFromOpens, policy, {list}, {key});
    }
}

/// Nothing matches. Where such pods are elsewhere, the author took the two selectors for something
/// else than they are: both must hold, and a podSelector alone stays at home (traps 1 and 3).
void tellNoMatch(Context &context, const kube::Object &policy, const Peer &peer)
{
    const std::string &own = context.workspace.namespaceOf(policy);
    const std::string text = peer.pods->canonical();
    const auto isThere = [&](const std::string &name) {
        return context.selectsWorkload({peer.pods, {}, {}, {}}, name);
    };
    std::vector<std::string> elsewhere;
    for (const std::string &name : context.workloadNamespaces())
        if (!peer.namespaces && isThere(name))
            elsewhere.push_back(name);
    if (peer.namespaces && isThere(own))
        context.addToPolicy(Severity::Warning, Code::LintAndPeer, policy, peer.origin, {text, own});
    else if (!elsewhere.empty())
        context.addToPolicy(Severity::Warning, Code::LintPodsElsewhere, policy, peer.origin,
                            {text, own, named(elsewhere)});
    else
        context.addToPolicy(Severity::Hint, Code::LintPeerMatchesNothing, policy, peer.origin,
                            {text});
}

/// Silent where no namespace that the peer means has workloads here, and where it means every
/// namespace: they may well be elsewhere, as the cluster's DNS mostly is.
void checkMatches(Context &context, const kube::Object &policy, const Peer &peer)
{
    if (peer.ipBlock || !peer.pods || peer.pods->isEmpty() || context.open.count(&*peer.pods) > 0)
        return;
    const std::string &own = context.workspace.namespaceOf(policy);
    const std::vector<std::string> home{own};
    const bool isEverywhere = peer.namespaces && peer.namespaces->isEmpty();
    bool isKnown = false;
    for (const std::string &name :
         peer.namespaces ? context.namespacesOf(*peer.namespaces) : home) {
        if (context.mayBeMadeByOperator(*peer.pods, name))
            return;
        isKnown = isKnown || (!isEverywhere && context.hasWorkloads(name));
    }
    if (const auto near = context.nearLabels(false).of(peer, own))
        context.addToPolicy(Severity::Hint, Code::LintNearName, policy, peer.origin,
                            {near->text(), near->nearText()});
    else if (isKnown && !context.selectsWorkload(peer, own))
        tellNoMatch(context, policy, peer);
}

/// The label that a `name: X` in a namespaceSelector asks for, where no Namespace has it.
void checkNameLabel(Context &context, const kube::Object &policy, const Peer &peer)
{
    if (!peer.namespaces)
        return;
    const auto &labels = peer.namespaces->matchLabels;
    const auto wanted = labels.find("name");
    if (wanted == labels.end())
        return;
    bool isDeclared = false;
    for (const auto &[name, has] : context.evaluator.namespaces()) {
        const auto label = has.find("name");
        if (label != has.end() && label->second == wanted->second)
            return;
        isDeclared =
            isDeclared || (name == wanted->second && context.evaluator.namespaceIsDeclared(name));
    }
    context.addToPolicy(isDeclared ? Severity::Warning : Severity::Hint,
                        Code::LintNamespaceNameLabel, policy, peer.namespaces->origin,
                        {"name: " + wanted->second});
}

void checkBlock(Context &context, const kube::Object &policy, const Peer &peer)
{
    using PodsByBlock = verdict::PluginProfile::PodsByBlock;
    const kube::Cidr &cidr = peer.ipBlock->cidr;
    const bool isUnknown = context.evaluator.profile().podsByBlock == PodsByBlock::IfStated;
    if (isUnknown && verdict::isPodRange(cidr))
        context.addToPolicy(Severity::Hint, Code::LintIpBlockPods, policy, peer.origin,
                            {cidr.text()});
}

/// Told where it makes a difference: some of those that the selector picks have no such label.
void checkNotIn(Context &context, const kube::Object &policy, const Peer &peer)
{
    for (const Requirement &requirement : peer.pods->expressions) {
        if (requirement.op != kube::Operator::NotIn)
            continue;
        Peer without = peer;
        without.pods->expressions.push_back(
            {requirement.key, kube::Operator::DoesNotExist, {}, {}});
        if (context.selectsWorkload(without, context.workspace.namespaceOf(policy)))
            context.addToPolicy(Severity::Hint, Code::LintNotInMatchesMissing, policy,
                                requirement.origin, {requirement.key});
    }
}

} // namespace

void checkPeers(Context &context, const kube::Object &policy)
{
    const kube::NetworkPolicy &spec = *policy.policy();
    if (spec.subject)
        checkNotIn(context, policy, {spec.subject, {}, {}, {}});
    for (Direction direction : kube::kDirections) {
        if (!spec.isolates(direction))
            continue;
        for (const kube::Rule &rule : spec.rules(direction)) {
            checkOr(context, policy, rule);
            checkEmptyLists(context, policy, direction, rule);
            for (const Peer &peer : rule.peers) {
                checkMatches(context, policy, peer);
                checkNameLabel(context, policy, peer);
                if (peer.pods)
                    checkNotIn(context, policy, peer);
                if (peer.ipBlock)
                    checkBlock(context, policy, peer);
            }
        }
    }
}

} // namespace drawbridge::lint
