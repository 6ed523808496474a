#include "graph/standard.h"

#include "graph/judge.h"

namespace drawbridge::graph {

void markUnlikeStandard(Graph &graph, const verdict::Evaluator &standard)
{
    Judge judge(standard);
    for (const Node &node : graph.nodes)
        judge.add(node);
    for (Arrow &arrow : graph.arrows)
        if (!arrow.isWayIn()) // its own source is no end that rules are asked about
            markUnlikeStandard(arrow, judge);
}

void markUnlikeStandard(Arrow &arrow, const Judge &standard)
{
    Arrow other;
    other.key = arrow.key;
    other.source = arrow.source;
    other.target = arrow.target;
    standard.judge(other);
    arrow.isUnlikeStandard = other.state != arrow.state || other.ports != arrow.ports;
    if (arrow.isUnlikeStandard && other.state == ArrowState::Allowed)
        arrow.labelStandard = other.label;
}

} // namespace drawbridge::graph
