#include "messages/policy_words.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

namespace {

/// `pair`: how the last word follows those before it.
QString joined(const QStringList &words, const QString &pair)
{
    if (words.size() < 2)
        return words.join(QString());
    return pair.arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.back());
}

QString anded(const QStringList &words)
{
    return joined(words, Tr::tr("%1 and %2"));
}

QString requirementWords(const kube::Requirement &requirement)
{
    QStringList values;
    for (const std::string &value : requirement.values)
        values += visible(value);
    const QString key = visible(requirement.key);
    switch (requirement.op) {
    case kube::Operator::In:
        return Tr::tr("%1 among %2").arg(key, values.join(QStringLiteral(", ")));
    case kube::Operator::NotIn:
        return Tr::tr("%1 not among %2").arg(key, values.join(QStringLiteral(", ")));
    case kube::Operator::Exists:
        return Tr::tr("a label %1").arg(key);
    case kube::Operator::DoesNotExist:
        return Tr::tr("no label %1").arg(key);
    }
    return {};
}

/// The namespace that a selector names by the label that every namespace has; empty for others.
QString namedNamespace(const kube::LabelSelector &selector)
{
    const auto label = selector.matchLabels.find(kube::kNamespaceNameLabel);
    const bool isName = selector.matchLabels.size() == 1 && selector.expressions.empty() &&
                        label != selector.matchLabels.end();
    return isName ? visible(label->second) : QString();
}

QString podsOf(const QString &nameSpace, const kube::LabelSelector &pods)
{
    return pods.isEmpty() ? Tr::tr("all pods of %1").arg(nameSpace)
                          : Tr::tr("pods of %1 with %2").arg(nameSpace, selectorWords(pods));
}

QString blockWords(const kube::IpBlock &block)
{
    const QString cidr = visible(block.cidr.text());
    const bool isAll = block.cidr.prefix == 0;
    const QString range = !isAll ? Tr::tr("addresses in %1").arg(cidr)
                          : block.cidr.family == kube::Family::V4 ? Tr::tr("every IPv4 address")
                                                                  : Tr::tr("every IPv6 address");
    QStringList except;
    for (const kube::Cidr &hole : block.except)
        except += visible(hole.text());
    return except.isEmpty() ? range
                            : Tr::tr("%1 except %2").arg(range, except.join(QStringLiteral(", ")));
}

bool isWholeFamily(const kube::Peer &peer, kube::Family family)
{
    return peer.ipBlock && peer.ipBlock->cidr.prefix == 0 && peer.ipBlock->except.empty() &&
           peer.ipBlock->cidr.family == family;
}

/// One part each; the blocks that together are the Internet are one.
QStringList peerParts(const kube::Rule &rule, const std::string &nameSpace)
{
    const auto has = [&rule](kube::Family family) {
        return std::any_of(rule.peers.begin(), rule.peers.end(),
                           [&](const kube::Peer &peer) { return isWholeFamily(peer, family); });
    };
    const bool isEvery = has(kube::Family::V4) && has(kube::Family::V6);
    QStringList words;
    for (const kube::Peer &peer : rule.peers) {
        if (isEvery && isWholeFamily(peer, kube::Family::V6))
            continue;
        words += isEvery && isWholeFamily(peer, kube::Family::V4)
                     ? Tr::tr("every IPv4 and IPv6 address")
                     : peerWords(peer, nameSpace);
    }
    return words;
}

QString portWords(const kube::PortRule &port)
{
    const QString protocol = QString::fromLatin1(nameOf(port.protocol));
    if (!port.name.empty())
        return Tr::tr("the %1 port named %2").arg(protocol, visible(port.name));
    if (!port.port)
        return Tr::tr("every %1 port").arg(protocol);
    QString number = QString::number(*port.port);
    if (port.endPort)
        number += QLatin1Char('-') + QString::number(*port.endPort);
    return protocol + QLatin1Char(' ') + number;
}

} // namespace

QString selectorWords(const kube::LabelSelector &selector)
{
    QStringList words;
    for (const auto &[key, value] : selector.matchLabels)
        words += visible(key) + QLatin1Char('=') + visible(value);
    for (const kube::Requirement &requirement : selector.expressions)
        words += requirementWords(requirement);
    return anded(words);
}

QString subjectWords(const kube::NetworkPolicy &policy, const std::string &nameSpace)
{
    if (!policy.subject)
        return Tr::tr("nobody can tell which pods of %1").arg(visible(nameSpace));
    return podsOf(visible(nameSpace), *policy.subject);
}

QString peerWords(const kube::Peer &peer, const std::string &nameSpace)
{
    if (peer.ipBlock)
        return blockWords(*peer.ipBlock);
    const kube::LabelSelector pods = peer.pods.value_or(kube::LabelSelector());
    if (!peer.namespaces)
        return podsOf(visible(nameSpace), pods);
    if (const QString name = namedNamespace(*peer.namespaces); !name.isEmpty())
        return podsOf(name, pods);
    if (peer.namespaces->isEmpty())
        return pods.isEmpty() ? Tr::tr("all pods of the cluster")
                              : Tr::tr("pods with %1 in every namespace").arg(selectorWords(pods));
    const QString namespaces = selectorWords(*peer.namespaces);
    return pods.isEmpty()
               ? Tr::tr("all pods of namespaces with %1").arg(namespaces)
               : Tr::tr("pods with %1 in namespaces with %2").arg(selectorWords(pods), namespaces);
}

QString portsWords(const kube::Rule &rule)
{
    if (rule.anyPort)
        return Tr::tr("every port");
    QStringList words;
    for (const kube::PortRule &port : rule.ports)
        words += portWords(port);
    return anded(words);
}

QString ruleSentence(const kube::Rule &rule, kube::Direction direction,
                     const std::string &nameSpace)
{
    const bool in = direction == kube::Direction::Ingress;
    QString peers = joined(peerParts(rule, nameSpace), Tr::tr("%1, or %2"));
    if (rule.anyPeer)
        peers = in ? Tr::tr("everyone, inside and outside the cluster,")
                   : Tr::tr("everywhere, inside and outside the cluster,");
    if (peers.isEmpty() || (!rule.anyPort && rule.ports.empty()))
        return Tr::tr("Nobody: a cluster would refuse a part of this rule.");
    QString sentence = in ? Tr::tr("%1 may connect to it on %2.").arg(peers, portsWords(rule))
                          : Tr::tr("It may connect to %1 on %2.").arg(peers, portsWords(rule));
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString actionWord(kube::RuleAction action)
{
    switch (action) {
    case kube::RuleAction::Accept:
        return Tr::tr("allowed");
    case kube::RuleAction::Deny:
        return Tr::tr("denied");
    case kube::RuleAction::Pass:
        return Tr::tr("passed on");
    }
    return {};
}

namespace {

QString clusterPeerWords(const kube::ClusterPeer &peer)
{
    QStringList words;
    if (peer.pods)
        words += peerWords(*peer.pods, {});
    for (const kube::Cidr &cidr : peer.networks)
        words += blockWords({cidr, {}});
    if (peer.isUnclear())
        words += Tr::tr("what manifests do not tell");
    return joined(words, Tr::tr("%1, or %2"));
}

QString clusterPortsWords(const kube::ClusterRule &rule)
{
    if (rule.anyPort)
        return Tr::tr("every port");
    QStringList words;
    for (const kube::ClusterPort &port : rule.ports) {
        const bool isRange = port.last != port.first;
        words += port.name.empty() ? portWords({port.protocol,
                                                port.first,
                                                isRange ? std::optional(port.last) : std::nullopt,
                                                {},
                                                {}})
                                   : Tr::tr("the port named %1").arg(visible(port.name));
    }
    if (rule.mayMeanAnyPort)
        words += Tr::tr("ports that cannot be read");
    return anded(words);
}

} // namespace

QString ruleSentence(const kube::ClusterRule &rule, kube::Direction direction)
{
    QStringList words;
    for (const kube::ClusterPeer &peer : rule.peers)
        words += clusterPeerWords(peer);
    const QString peers = joined(words, Tr::tr("%1, or %2"));
    const QString ports = clusterPortsWords(rule);
    const bool in = direction == kube::Direction::Ingress;
    switch (rule.action) {
    case kube::RuleAction::Accept:
        return (in ? Tr::tr("Allows ingress from %1 on %2.") : Tr::tr("Allows egress to %1 on %2."))
            .arg(peers, ports);
    case kube::RuleAction::Deny:
        return (in ? Tr::tr("Denies ingress from %1 on %2.") : Tr::tr("Denies egress to %1 on %2."))
            .arg(peers, ports);
    case kube::RuleAction::Pass:
        return (in ? Tr::tr("Leaves ingress from %1 on %2 to the policies of the namespace.")
                   : Tr::tr("Leaves egress to %1 on %2 to the policies of the namespace."))
            .arg(peers, ports);
    }
    return {};
}

QString isolationSentence(const kube::NetworkPolicy &policy)
{
    if (policy.isolatesIngress && policy.isolatesEgress)
        return Tr::tr("This policy lets nothing else enter or leave.");
    if (policy.isolatesEgress)
        return Tr::tr("This policy lets nothing else leave. It does not restrict what enters.");
    return Tr::tr("This policy lets nothing else enter. It does not restrict what leaves.");
}

} // namespace drawbridge
