#include "graph/standard.h"

#include "graph/judge.h"

#include <algorithm>
#include <iterator>

namespace drawbridge::graph {

namespace {

Arrow judgedAgain(Judge &judge, const Arrow &arrow)
{
    Arrow other;
    other.key = arrow.key;
    other.source = arrow.source;
    other.target = arrow.target;
    judge.judge(other);
    return other;
}

void mark(Arrow &arrow, const Arrow &standard)
{
    arrow.isUnlikeStandard = standard.state != arrow.state || standard.ports != arrow.ports;
    if (!arrow.isUnlikeStandard)
        return;
    arrow.isStandardUnsure = standard.state == ArrowState::CannotTell;
    if (arrow.isStandardUnsure || standard.state == ArrowState::Allowed)
        arrow.labelStandard = standard.label;
}

/// Where the plugin does not enforce the rule that allows it, and what it does enforce admits less.
void addOnlyStandard(Graph &graph, const Graph &standard, Judge &judge)
{
    const auto isThere = [&](const Key &end) { return graph.node(end) || graph.frame(end); };
    std::vector<Arrow> added;
    for (const Arrow &arrow : standard.arrows) {
        if (arrow.isWayIn() || arrow.state != ArrowState::Allowed || graph.arrow(arrow.key) ||
            !isThere(arrow.source) || !isThere(arrow.target))
            continue;
        const Arrow judged = judgedAgain(judge, arrow);
        const bool isAllowed = judged.state == ArrowState::Allowed && !judged.ports.isEmpty();
        if (isAllowed && judged.ports.contains(arrow.ports))
            continue; // nothing restricts it
        Arrow only = isAllowed ? judged : arrow;
        only.rules = arrow.rules;
        only.isUnlikeStandard = true;
        only.labelStandard = arrow.label;
        only.isOnlyStandard = !isAllowed;
        if (only.isOnlyStandard)
            only.state = ArrowState::CannotTell;
        added.push_back(std::move(only));
    }
    std::vector<Arrow> all;
    std::merge(graph.arrows.begin(), graph.arrows.end(), added.begin(), added.end(),
               std::back_inserter(all),
               [](const Arrow &a, const Arrow &b) { return a.key < b.key; });
    graph.arrows = std::move(all);
    graph.arrowEnds = ArrowEnds(graph.arrows);
}

} // namespace

void markUnlikeStandard(Graph &graph, const kube::Workspace &workspace,
                        const verdict::Evaluator &evaluator, const verdict::Evaluator &standard)
{
    const Graph other = build(workspace, standard);
    Judge byStandard(standard);
    Judge byPlugin(evaluator);
    for (const Node &node : graph.nodes) {
        byStandard.add(node);
        byPlugin.add(node);
    }
    for (const Frame &frame : graph.frames) {
        byStandard.addNamespace(frame.key, frame.labels);
        byPlugin.addNamespace(frame.key, frame.labels);
    }
    for (Arrow &arrow : graph.arrows)
        if (const Arrow *same = other.arrow(arrow.key))
            mark(arrow, *same);
        else if (!arrow.isWayIn())
            mark(arrow, judgedAgain(byStandard, arrow));
    addOnlyStandard(graph, other, byPlugin);
}

} // namespace drawbridge::graph
