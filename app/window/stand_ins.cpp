#include "window/stand_ins.h"

#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <algorithm>

namespace drawbridge {

namespace {

using graph::Key;
using graph::Node;
using graph::NodeKind;

/// The first service that `isGood`; workloads before groups of pods.
template <typename Predicate>
const Node *firstService(const graph::Graph &graph, const Key &besides, Predicate isGood)
{
    for (const bool wantsWorkload : {true, false})
        for (const Node &node : graph.nodes)
            if (!node.frame.empty() && node.key != besides &&
                (node.kind == NodeKind::Workload) == wantsWorkload && isGood(node))
                return &node;
    return nullptr;
}

StandIn standingFor(const Node &service, const QString &many)
{
    return {
        service.key,
        Tr::tr(
            "%1 are many. Here %2 stands for them; choose another service to ask about that one.")
            .arg(many, visible(service.title))};
}

StandIn ofNamespace(const graph::Graph &graph, const graph::Frame &frame, const Key &other)
{
    const auto *service =
        firstService(graph, other, [&](const Node &node) { return node.frame == frame.key; });
    const QString name = visible(frame.title);
    if (service)
        return standingFor(*service, Tr::tr("The services of %1").arg(name));
    return {{},
            Tr::tr("%1 has no service here that could be asked about. Choose one of another "
                   "namespace.")
                .arg(name)};
}

/// Best one of another namespace than the other end's: those that a rule for all pods adds.
StandIn ofCluster(const graph::Graph &graph, const Key &other)
{
    const Node *asked = graph.node(other);
    const Key frame = asked ? asked->frame : other;
    const auto *service =
        firstService(graph, other, [&](const Node &node) { return node.frame != frame; });
    if (!service)
        service = firstService(graph, other, [](const Node &) { return true; });
    if (service)
        return standingFor(*service, Tr::tr("All pods of the cluster"));
    return {{}, Tr::tr("There is no other service that could stand for every pod. Add one first.")};
}

} // namespace

StandIn standInOf(const graph::Graph &graph, const Key &end, const Key &other)
{
    if (const graph::Frame *frame = graph.frame(end))
        return ofNamespace(graph, *frame, other);
    const Node *node = graph.node(end);
    if (!node)
        return {end, {}};
    if (node->kind == NodeKind::Cluster)
        return ofCluster(graph, other);
    if (node->kind == NodeKind::Everyone)
        return {graph::kInternetKey,
                Tr::tr("“Anyone” is everybody inside and outside of the cluster. Here the Internet "
                       "is asked about in their place; choose a service to ask about pods.")};
    if (node->kind == NodeKind::Range && !kube::parseCidr(node->title))
        return {graph::kInternetKey, Tr::tr("%1 is a part of the Internet. Its addresses are told "
                                            "apart in the answer.")
                                         .arg(visible(node->title))};
    return {end, {}};
}

} // namespace drawbridge
