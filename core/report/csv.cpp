#include "graph/compare.h"
#include "report/escape.h"
#include "report/list.h"
#include "report/names.h"
#include "report/report.h"

namespace drawbridge::report {

std::string arrowsCsv(const graph::Graph &graph, bool isCompared)
{
    isCompared = isCompared || isComparison(graph);
    std::string text = "source,destination,connections,state,rules";
    text += isCompared ? ",since,connections before\r\n" : "\r\n";
    for (const graph::Arrow &arrow : graph.arrows) {
        std::string rules;
        for (const graph::RuleSource &rule : arrow.rules)
            rules += (rules.empty() ? "" : "; ") + rule.policy + ' ' + wordOf(rule.direction) +
                     " rule " + std::to_string(rule.rule + 1);
        for (const graph::WayStep &step : arrow.steps)
            rules += (rules.empty() ? "" : "; ") + step.text;
        std::string state = stateOf(arrow);
        if (!arrow.alsoNamed.empty())
            state += "; cannot tell: " + arrow.alsoNamed;
        if (arrow.hasUnseenPairs)
            state += "; more may be allowed";
        if (const std::string pods = podsTooWords(arrow); !pods.empty())
            state += "; " + pods;
        // Known by name alone, they are not those that they may be.
        const std::string ports = graph::isByName(arrow) ? arrow.label : arrow.ports.text();
        std::vector<std::string> cells{nameOf(graph, arrow.source), nameOf(graph, arrow.target),
                                       ports, state, rules};
        if (isCompared) {
            cells.emplace_back(wordOf(arrow.since));
            cells.push_back(arrow.labelBefore);
        }
        const char *separator = "";
        for (const std::string &cell : cells) {
            text += separator + csvField(shownText(cell));
            separator = ",";
        }
        text += "\r\n";
    }
    return text;
}

} // namespace drawbridge::report
