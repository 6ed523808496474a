#include "window/exposed.h"

#include "messages/exposure_words.h"
#include "messages/graph_words.h"
#include "messages/messages.h"

namespace drawbridge {

ExposedServices exposedServices(const graph::Graph &graph, const verdict::Evaluator &evaluator)
{
    const std::vector<verdict::PodsLike> peers = verdict::podsNamedByRules(evaluator, true);
    ExposedServices exposed;
    for (const graph::Node &node : graph.nodes) {
        const graph::Frame *frame = graph.frame(node.frame);
        if (!frame || node.kind == graph::NodeKind::LikeGroup)
            continue;
        const std::vector<ExposureLine> lines = exposureLines(evaluator, node, peers);
        exposed.tags.emplace(node.key, exposureTag(lines).toStdString());
        exposed.open += lines.empty() ? 0 : 1;
        QString title = nodeTitle(node);
        if (graph.frames.size() > 1)
            title += QStringLiteral(" · ") + visible(frame->title);
        for (const ExposureLine &line : lines)
            exposed.rows.push_back({title, line});
    }
    return exposed;
}

void tag(graph::Picture &picture, const ExposedServices &exposed)
{
    for (graph::NodeShape &shape : picture.nodes)
        if (const auto tag = exposed.tags.find(shape.node.key); tag != exposed.tags.end())
            shape.node.tag = tag->second;
}

} // namespace drawbridge
