#include "messages/explain_words.h"

#include "messages/messages.h"
#include "messages/policy_words.h"
#include "messages/port_words.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

namespace {

using verdict::Evaluator;
using verdict::Explanation;
using verdict::Obstacle;
using verdict::Party;

QString policyName(const Evaluator &evaluator, const kube::Object &policy)
{
    return visible(policy.isClusterScoped()
                       ? policy.meta.name
                       : evaluator.namespaceOf(&policy) + '/' + policy.meta.name);
}

/// "Deployment web"; the other one of that name is not known to the evaluator.
QString objectName(const kube::Object &object)
{
    return visible(object.meta.kind + ' ' +
                   (object.meta.nameSpace.empty() ? "" : object.meta.nameSpace + '/') +
                   object.meta.name);
}

QString requirementText(const kube::Requirement &wanted)
{
    kube::LabelSelector selector;
    if (wanted.op == kube::Operator::In && wanted.values.size() == 1)
        selector.matchLabels[wanted.key] = wanted.values.front();
    else
        selector.expressions = {wanted};
    return selectorWords(selector);
}

/// "it has app=web", "it has no label app"
QString labelOf(const Obstacle &obstacle, const QString &name)
{
    const QString key = visible(obstacle.wanted.key);
    return obstacle.value ? Tr::tr("%1 has %2=%3").arg(name, key, visible(*obstacle.value))
                          : Tr::tr("%1 has no label %2").arg(name, key);
}

QString obstacleWords(const Evaluator &evaluator, const Obstacle &obstacle, const Party &own,
                      const Party &other)
{
    const QString text = visible(obstacle.text);
    const QString end = partyWords(evaluator, other);
    switch (obstacle.kind) {
    case Obstacle::Kind::SubjectLabel:
        return Tr::tr("its policy is for pods with %1, but %2")
            .arg(requirementText(obstacle.wanted), labelOf(obstacle, partyWords(evaluator, own)));
    case Obstacle::Kind::PeerLabel:
        return Tr::tr("it asks for pods with %1, but %2")
            .arg(requirementText(obstacle.wanted), labelOf(obstacle, end));
    case Obstacle::Kind::NamespaceLabel:
        return Tr::tr("it asks for namespaces with %1, but %2")
            .arg(requirementText(obstacle.wanted),
                 labelOf(obstacle, other.isOutside()
                                       ? end
                                       : visible(evaluator.endpoint(other.endpoint).nameSpace)));
    case Obstacle::Kind::OtherNamespace:
        return Tr::tr("without a namespaceSelector it means pods of %1 only").arg(text);
    case Obstacle::Kind::PodsOnly:
        return Tr::tr("it means pods, but %1 is an address").arg(end);
    case Obstacle::Kind::AddressesOnly:
        return Tr::tr("it means the addresses %1, but %2 is a pod").arg(text, end);
    case Obstacle::Kind::AddressOutside:
        return Tr::tr("%1 is not in %2").arg(end, text);
    case Obstacle::Kind::AddressExcepted:
        return Tr::tr("it leaves %1 out").arg(text);
    case Obstacle::Kind::Ports:
        return obstacle.ports.isEmpty()
                   ? Tr::tr("none of its named ports is a port of the target")
                   : Tr::tr("it is for %1").arg(visible(obstacle.ports.label()));
    }
    return {};
}

Place rulePlace(const kube::Workspace &workspace, const kube::Object &policy,
                kube::Direction direction, std::size_t rule)
{
    if (const kube::ClusterPolicy *cluster = policy.clusterPolicy())
        return workspace.place(&policy, cluster->rules(direction)[rule].origin);
    return workspace.place(&policy, policy.policy()->rules(direction)[rule].origin);
}

Place placeOf(const kube::Workspace &workspace, const Evaluator &evaluator,
              const verdict::Doubt &doubt)
{
    if (doubt.policy)
        return workspace.place(doubt.policy, doubt.origin);
    const auto &objects = evaluator.endpoint(doubt.end).objects;
    return objects.empty() ? Place{}
                           : workspace.place(objects.front(), objects.front()->meta.nameOrigin);
}

QString halfSentence(const Evaluator &evaluator, const verdict::HalfAnswer &half, const Party &end)
{
    const bool isEgress = half.direction == kube::Direction::Egress;
    const QString name = partyWords(evaluator, end);
    if (half.isOutside)
        return Tr::tr("%1 is outside: no policy applies to it.").arg(name);
    if (half.isolating.empty() && half.rules.empty())
        return isEgress ? Tr::tr("Egress of %1: nothing restricts it.").arg(name)
                        : Tr::tr("Ingress of %1: nothing restricts it.").arg(name);
    if (half.admitted.isEmpty())
        return isEgress ? Tr::tr("Egress of %1: nothing may leave.").arg(name)
                        : Tr::tr("Ingress of %1: nothing may enter.").arg(name);
    const QString ports =
        half.admitted.isAll() ? Tr::tr("every port") : visible(half.admitted.label());
    return isEgress ? Tr::tr("Egress of %1: %2 may leave.").arg(name, ports)
                    : Tr::tr("Ingress of %1: %2 may enter.").arg(name, ports);
}

QString ruleUseSentence(const Evaluator &evaluator, const verdict::RuleUse &use)
{
    const QString rule = QString::number(use.rule + 1);
    const QString policy = policyName(evaluator, *use.policy);
    const QString ports = use.ports.isAll() ? Tr::tr("every port") : visible(use.ports.label());
    switch (use.action) {
    case kube::RuleAction::Accept:
        return Tr::tr("Rule %1 of policy %2 admits %3.").arg(rule, policy, ports);
    case kube::RuleAction::Deny:
        return Tr::tr("Rule %1 of policy %2 denies %3.").arg(rule, policy, ports);
    case kube::RuleAction::Pass:
        return Tr::tr("Rule %1 of policy %2 passes %3 on to the policies below its tier.")
            .arg(rule, policy, ports);
    }
    return {};
}

/// Why a rule for addresses means this pod, as a sentence that follows another.
QString byItsAddress(const Evaluator &evaluator, const verdict::RuleUse &use, const Party &other)
{
    using PodsByBlock = verdict::PluginProfile::PodsByBlock;
    const kube::NetworkPolicy *policy = use.policy->policy();
    if (!policy || other.isOutside())
        return {};
    const kube::Rule &rule = policy->rules(use.direction)[use.rule];
    const auto isSelected = [&](const kube::Peer &peer) {
        const auto pods = evaluator.selected(peer, evaluator.namespaceOf(use.policy));
        return std::binary_search(pods.begin(), pods.end(), other.endpoint);
    };
    if (rule.anyPeer || std::any_of(rule.peers.begin(), rule.peers.end(), isSelected))
        return {};
    const QString name = partyWords(evaluator, other);
    if (evaluator.profile().podsByBlock == PodsByBlock::ByAddress)
        return QLatin1Char(' ') + Tr::tr("Its ipBlock means %1 because %2 takes pods by their "
                                         "addresses.")
                                      .arg(name, visible(evaluator.profile().title()));
    return QLatin1Char(' ') +
           Tr::tr("Its ipBlock means %1 by the address that a file states.").arg(name);
}

/// Behind a rule that denies all that it may mean.
QString ifItMeansThat(const Evaluator &evaluator, const verdict::RuleUse &use, const Party &other)
{
    const kube::ClusterPolicy *policy = use.policy->clusterPolicy();
    if (!policy || !other.isOutside())
        return {};
    std::string unstated;
    for (const kube::ClusterPeer &peer : policy->rules(use.direction)[use.rule].peers) {
        for (const kube::Cidr &network : peer.networks)
            if (network.family == other.address.family &&
                network.set().contains(other.address.value))
                return {};
        if (unstated.empty())
            unstated = peer.unstated;
    }
    return unstated.empty() ? QString()
                            : QLatin1Char(' ') +
                                  Tr::tr("It is for %1, and no file states whether that means %2.")
                                      .arg(visible(unstated), partyWords(evaluator, other));
}

/// What the named ports of a rule are at the target, as sentences that follow another.
QString namesAtTarget(const Evaluator &evaluator, const kube::Object &policy,
                      kube::Direction direction, std::size_t rule, const Party &target)
{
    QString words;
    if (target.isOutside() || !policy.policy())
        return words;
    for (const QString &sentence :
         namedPortWords(evaluator, policy.policy()->rules(direction)[rule], {target.endpoint}))
        words += QLatin1Char(' ') + sentence;
    return words;
}

/// Behind a rule that counts here, though no cluster has it.
QString refusedSentence(const kube::Object &policy)
{
    const bool isRefused = policy.policy()          ? policy.policy()->wouldBeRefused
                           : policy.clusterPolicy() ? policy.clusterPolicy()->wouldBeRefused
                                                    : false;
    return isRefused ? QLatin1Char(' ') + Tr::tr("The API server would refuse this policy as it is "
                                                 "written.")
                     : QString();
}

QString isolatingSentence(const Evaluator &evaluator, const kube::Object &policy)
{
    return Tr::tr("Policy %1 isolates it.").arg(policyName(evaluator, policy));
}

QString missSentence(const Evaluator &evaluator, const verdict::NearMiss &miss, const Party &own,
                     const Party &other)
{
    QStringList words;
    for (const Obstacle &obstacle : miss.obstacles)
        words += obstacleWords(evaluator, obstacle, own, other);
    return Tr::tr("Rule %1 of policy %2 nearly admits it: %3.")
        .arg(QString::number(miss.rule + 1), policyName(evaluator, *miss.policy),
             words.join(QStringLiteral("; ")));
}

/// What is not known of the plugin that is judged as.
QString pluginDoubtSentence(const Evaluator &evaluator, const verdict::Doubt &doubt)
{
    const QString plugin = visible(evaluator.profile().title());
    const QString text = visible(doubt.text);
    switch (doubt.kind) {
    case verdict::Doubt::Kind::EndPort:
        return Tr::tr("Policy %1 has the range %2; whether %3 takes more than its first port is "
                      "not known.")
            .arg(policyName(evaluator, *doubt.policy), text, plugin);
    case verdict::Doubt::Kind::Sctp:
        return Tr::tr("Whether %1 enforces policies for SCTP is not known.").arg(plugin);
    case verdict::Doubt::Kind::ClusterPolicy:
        return Tr::tr("Whether %1 enforces policies of kind %2, as %3, is not known.")
            .arg(plugin, text, policyName(evaluator, *doubt.policy));
    case verdict::Doubt::Kind::ServiceName:
        return Tr::tr("Policy %1 names the port %2; %3 needs a Service that calls it the same, "
                      "and no file has one.")
            .arg(policyName(evaluator, *doubt.policy), text, plugin);
    default:
        return {};
    }
}

QString doubtSentence(const Evaluator &evaluator, const verdict::Doubt &doubt)
{
    const QString end =
        doubt.end.isValid() ? visible(evaluator.endpoint(doubt.end).text()) : QString();
    switch (doubt.kind) {
    case verdict::Doubt::Kind::HostNetwork:
        return Tr::tr("%1 runs in the host network: what policies do to it depends on the network "
                      "plugin.")
            .arg(end);
    case verdict::Doubt::Kind::NamespaceLabels:
        return Tr::tr("Policy %1 asks for labels of the namespace %2, which no file states. Add "
                      "its Namespace.")
            .arg(policyName(evaluator, *doubt.policy), visible(doubt.text));
    case verdict::Doubt::Kind::PodAddress:
        return Tr::tr("Policy %1 means the addresses %2, and no file states the address of %3.")
            .arg(policyName(evaluator, *doubt.policy), visible(doubt.text), end);
    case verdict::Doubt::Kind::UnstatedAddresses:
        return Tr::tr("Policy %1 has a rule for %2, and no file states which addresses that means.")
            .arg(policyName(evaluator, *doubt.policy), visible(doubt.text));
    case verdict::Doubt::Kind::NamedPort:
        return Tr::tr("Policy %1 asks for the port named %2, and no file says what that is on %3. "
                      "Add its workload.")
            .arg(policyName(evaluator, *doubt.policy), visible(doubt.text), end);
    case verdict::Doubt::Kind::Twin:
        return Tr::tr("There are several objects %1, which say unlike things; which of them the "
                      "cluster has is not known. Keep one.")
            .arg(objectName(*doubt.policy));
    case verdict::Doubt::Kind::UnreadableSubject:
        return Tr::tr("Which pods policy %1 is for cannot be read. Mend its selector.")
            .arg(policyName(evaluator, *doubt.policy));
    case verdict::Doubt::Kind::AddedLabel:
        return Tr::tr("Policy %1 asks for the label %2, which each pod of %3 gets as it is made; "
                      "no file states its values. Add the pods.")
            .arg(policyName(evaluator, *doubt.policy), visible(doubt.text), end);
    case verdict::Doubt::Kind::EndPort:
    case verdict::Doubt::Kind::Sctp:
    case verdict::Doubt::Kind::ClusterPolicy:
    case verdict::Doubt::Kind::ServiceName:
        return pluginDoubtSentence(evaluator, doubt);
    }
    return {};
}

} // namespace

QString partyWords(const Evaluator &evaluator, const Party &party)
{
    return visible(party.isOutside() ? party.address.text()
                                     : evaluator.endpoint(party.endpoint).text());
}

QString askedEndWords(const Evaluator &evaluator, const edit::AskedEnd &end)
{
    if (!end.range || end.range->first == end.range->last)
        return partyWords(evaluator, end.party);
    const bool isEvery =
        end.range->first == kube::AddressValue() && end.range->last == kube::lastOf(end.family);
    if (isEvery)
        return end.family == kube::Family::V4 ? Tr::tr("every IPv4 address outside")
                                              : Tr::tr("every IPv6 address outside");
    const auto text = [&](const kube::AddressValue &value) {
        return visible(kube::Address{end.family, value}.text());
    };
    return Tr::tr("the addresses %1 to %2").arg(text(end.range->first), text(end.range->last));
}

QString askedWords(const kube::ConnectionSet &asked)
{
    return asked.isAll() ? Tr::tr("any port") : visible(asked.label());
}

QString verdictSentence(const Explanation &explanation)
{
    if (explanation.isBetweenOthers)
        return Tr::tr("Both ends are outside the cluster: none of its policies decides.");
    if (explanation.isSelf)
        return Tr::tr("A pod always reaches itself.");
    switch (explanation.verdict) {
    case Explanation::Verdict::Allowed:
        return explanation.allowed.isAll()
                   ? Tr::tr("Every port is allowed.")
                   : Tr::tr("Allowed: %1.").arg(visible(explanation.allowed.label()));
    case Explanation::Verdict::NotAllowed:
        return explanation.asked.isAll()
                   ? Tr::tr("Nothing is allowed.")
                   : Tr::tr("Not allowed: %1.")
                         .arg(visible((explanation.asked - explanation.allowed).label()));
    case Explanation::Verdict::CannotTell:
        return explanation.allowed.isEmpty()
                   ? Tr::tr("Cannot tell; by what is known nothing is allowed.")
                   : Tr::tr("Cannot tell; by what is known this is allowed: %1.")
                         .arg(visible(explanation.allowed.label()));
    }
    return {};
}

std::vector<Reason> reasonsOf(const kube::Workspace &workspace, const Evaluator &evaluator,
                              const Explanation &explanation, const Party &source,
                              const Party &target)
{
    std::vector<Reason> reasons;
    for (const verdict::Doubt &doubt : explanation.doubts)
        reasons.push_back({Reason::Kind::Doubt, 0, doubtSentence(evaluator, doubt),
                           placeOf(workspace, evaluator, doubt)});
    if (explanation.isSelf || explanation.isBetweenOthers)
        return reasons;
    for (std::size_t i = 0; i < explanation.halves.size(); ++i) {
        const verdict::HalfAnswer &half = explanation.halves[i];
        const Party &own = i == 0 ? source : target;
        const Party &other = i == 0 ? target : source;
        reasons.push_back({Reason::Kind::Half, i, halfSentence(evaluator, half, own)});
        for (const verdict::RuleUse &use : half.rules)
            reasons.push_back(
                {Reason::Kind::Rule, i,
                 ruleUseSentence(evaluator, use) + byItsAddress(evaluator, use, other) +
                     ifItMeansThat(evaluator, use, other) +
                     namesAtTarget(evaluator, *use.policy, use.direction, use.rule, target) +
                     refusedSentence(*use.policy),
                 rulePlace(workspace, *use.policy, use.direction, use.rule), use.policy, use.rule,
                 use.ports, use.action});
        for (const kube::Object *policy : half.isolating)
            reasons.push_back({Reason::Kind::Isolating, i,
                               isolatingSentence(evaluator, *policy) + refusedSentence(*policy),
                               workspace.place(policy, policy->meta.nameOrigin), policy});
        for (const verdict::NearMiss &miss : half.misses)
            reasons.push_back(
                {Reason::Kind::NearMiss, i,
                 missSentence(evaluator, miss, own, other) +
                     namesAtTarget(evaluator, *miss.policy, miss.direction, miss.rule, target),
                 rulePlace(workspace, *miss.policy, miss.direction, miss.rule), miss.policy,
                 miss.rule});
    }
    return reasons;
}

std::optional<std::vector<edit::PortSpan>> portsToAllow(const Explanation &explanation)
{
    if (explanation.verdict != Explanation::Verdict::NotAllowed)
        return {};
    kube::ConnectionSet ports = explanation.asked;
    if (ports.isAll())
        for (const verdict::HalfAnswer &half : explanation.halves)
            if (!half.admitted.isAll() && !half.admitted.isEmpty())
                ports = half.admitted;
    if (ports.isAll())
        return {};
    return edit::spansOf(ports);
}

bool isRepair(const edit::Rewrite &plan)
{
    return plan.alsoChanges.closed.isEmpty();
}

} // namespace drawbridge
