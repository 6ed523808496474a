#include "messages/exposure_words.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

using kube::Direction;
using verdict::PodsLike;

static QString canonicalWords(const kube::LabelSelector &selector)
{
    return visible(selector.canonical());
}

static QString peerWords(const PodsLike &like)
{
    if (like.isWholeCluster())
        return Tr::tr("any pod of the cluster");
    const QString pods = canonicalWords(like.pods);
    if (!like.nameSpace.empty())
        return like.pods.isEmpty()
                   ? Tr::tr("any pod in %1").arg(visible(like.nameSpace))
                   : Tr::tr("any pod with %1 in %2").arg(pods, visible(like.nameSpace));
    if (like.namespaces.isEmpty())
        return Tr::tr("any pod with %1 in any namespace").arg(pods);
    const QString namespaces = canonicalWords(like.namespaces);
    return like.pods.isEmpty()
               ? Tr::tr("any pod in namespaces with %1").arg(namespaces)
               : Tr::tr("any pod with %1 in namespaces with %2").arg(pods, namespaces);
}

static QString portsWords(const verdict::ExposedPorts &exposed)
{
    QStringList parts;
    if (!exposed.ports.isEmpty())
        parts += portsLabel(exposed.ports.label());
    for (const auto &[protocol, name] : exposed.names)
        parts += QStringLiteral("%1 %2").arg(QLatin1String(nameOf(protocol)), visible(name));
    return parts.isEmpty() ? Tr::tr("nothing") : parts.join(QStringLiteral(" · "));
}

std::vector<ExposureLine> exposureLines(const verdict::Evaluator &evaluator,
                                        const graph::Node &node, const std::vector<PodsLike> &peers)
{
    std::vector<ExposureLine> lines;
    const bool isService =
        node.kind == graph::NodeKind::Workload || node.kind == graph::NodeKind::PodGroup;
    if (!isService || !node.endpoint.isValid())
        return lines;
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        const bool isUnprotected = !verdict::isProtected(evaluator, node.endpoint, direction);
        for (const verdict::Exposed &one :
             verdict::exposures(evaluator, node.endpoint, direction, peers))
            lines.push_back({node.key, direction, isUnprotected, one.peer.isWholeCluster(),
                             one.ports.isEmpty(), peerWords(one.peer), portsWords(one.ports)});
    }
    return lines;
}

QString exposureSentence(const ExposureLine &line)
{
    const bool in = line.direction == Direction::Ingress;
    if (line.isUnprotected && line.isAnyPod)
        return in ? Tr::tr(
                        "No policy speaks of its ingress: any pod of the cluster could reach it.")
                  : Tr::tr(
                        "No policy speaks of its egress: it could reach any pod of the cluster.");
    if (line.isNothing)
        return in ? Tr::tr("Pods that could not reach it, unlike others: %1.").arg(line.peer)
                  : Tr::tr("Pods that it could not reach, unlike others: %1.").arg(line.peer);
    return (in ? Tr::tr("Could reach it: %1, %2.") : Tr::tr("It could reach: %1, %2."))
        .arg(line.peer, line.ports);
}

static bool hasNone(const std::vector<ExposureLine> &lines, Direction direction)
{
    return std::none_of(lines.begin(), lines.end(), [direction](const ExposureLine &line) {
        return line.direction == direction && !line.isNothing;
    });
}

QStringList exposureSentences(const std::vector<ExposureLine> &lines)
{
    QStringList sentences;
    for (const Direction direction : {Direction::Ingress, Direction::Egress}) {
        if (hasNone(lines, direction))
            sentences += direction == Direction::Ingress
                             ? Tr::tr("No pod that does not exist yet could reach it.")
                             : Tr::tr("It could reach no pod that does not exist yet.");
        else
            for (const ExposureLine &line : lines)
                if (line.direction == direction)
                    sentences += exposureSentence(line);
    }
    return sentences;
}

static QString peersOf(const std::vector<ExposureLine> &lines, Direction direction)
{
    if (hasNone(lines, direction))
        return Tr::tr("none", "kinds of new pods");
    int kinds = 0;
    for (const ExposureLine &line : lines) {
        if (line.direction != direction || line.isNothing)
            continue;
        if (line.isAnyPod)
            return Tr::tr("any", "kinds of new pods");
        ++kinds;
    }
    return QString::number(kinds);
}

QString exposureTag(const std::vector<ExposureLine> &lines)
{
    return Tr::tr("new pods: in %1, out %2")
        .arg(peersOf(lines, Direction::Ingress), peersOf(lines, Direction::Egress));
}

} // namespace drawbridge
