#include "window/named_ends.h"

#include "messages/messages.h"
#include "messages/tr.h"

#include <unordered_set>

namespace drawbridge {

using edit::End;
using graph::NodeKind;

std::optional<End> endOf(const graph::Graph &graph, const graph::Key &key)
{
    if (const graph::Frame *frame = graph.frame(key))
        return frame->isOpenEnded ? std::nullopt
                                  : std::optional(End{End::Kind::Namespace, frame->title, {}});
    if (key == graph::kInternetKey) // it can be chosen before any rule names it
        return End{End::Kind::Internet, {}, {}};
    const graph::Node *node = graph.node(key);
    if (!node)
        return {};
    switch (node->kind) {
    case NodeKind::Workload:
    case NodeKind::PodGroup:
    case NodeKind::LikeGroup:
        return End{End::Kind::Endpoint, key, {}};
    case NodeKind::Internet:
        return End{End::Kind::Internet, {}, {}};
    case NodeKind::Everyone:
        return End{End::Kind::Everyone, {}, {}};
    case NodeKind::Range:
        if (const auto cidr = kube::parseCidr(node->title))
            return End{End::Kind::Range, {}, *cidr};
        return {};
    case NodeKind::Cluster:
    case NodeKind::WayIn:
        return {};
    }
    return {};
}

graph::Key keyOf(const End &end)
{
    switch (end.kind) {
    case End::Kind::Endpoint:
        return end.name;
    case End::Kind::Namespace:
        return graph::frameKey(end.name);
    case End::Kind::Internet:
        return graph::kInternetKey;
    case End::Kind::Everyone:
        return graph::kEveryoneKey;
    case End::Kind::Range:
        return "outside:" + end.cidr.text();
    }
    return {};
}

QString nameOf(const graph::Graph &graph, const End &end)
{
    switch (end.kind) {
    case End::Kind::Endpoint: {
        const graph::Node *node = graph.node(end.name);
        if (!node)
            return visible(end.name);
        const graph::Frame *frame = graph.frame(node->frame);
        return visible(node->title) +
               (frame ? QStringLiteral(" (%1)").arg(visible(frame->title)) : QString());
    }
    case End::Kind::Namespace:
        return Tr::tr("All of %1").arg(visible(end.name));
    case End::Kind::Internet:
        return Tr::tr("Internet");
    case End::Kind::Range:
        return visible(end.cidr.text());
    case End::Kind::Everyone:
        return Tr::tr("Anyone, pods in the cluster too");
    }
    return {};
}

std::vector<std::pair<QString, End>> choosableEnds(const graph::Graph &graph)
{
    std::vector<std::pair<QString, End>> result;
    std::unordered_set<graph::Key> known;
    const auto add = [&](const End &end) {
        if (known.insert(keyOf(end)).second)
            result.emplace_back(nameOf(graph, end), end);
    };
    for (const graph::Node &node : graph.nodes)
        if (!node.frame.empty() && node.canConnect)
            add({End::Kind::Endpoint, node.key, {}});
    add({End::Kind::Internet, {}, {}});
    add({End::Kind::Everyone, {}, {}});
    for (const graph::Node &node : graph.nodes)
        if (node.frame.empty())
            if (const auto end = endOf(graph, node.key))
                add(*end);
    for (const graph::Frame &frame : graph.frames)
        if (!frame.isOpenEnded)
            add({End::Kind::Namespace, frame.title, {}});
    return result;
}

} // namespace drawbridge
