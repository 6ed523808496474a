#include "report/dot.h"

#include "graph/picture.h"
#include "report/diff.h"
#include "report/escape.h"
#include "report/list.h"
#include "report/names.h"

#include <cmath>
#include <cstdio>
#include <map>

namespace drawbridge::report {

namespace {

constexpr double kPointsPerInch = 72;

std::string inches(double units)
{
    char text[32];
    const long hundredths = std::lround(units * 100 / kPointsPerInch);
    static_cast<void>(
        std::snprintf(text, sizeof text, "%ld.%02ld", hundredths / 100, hundredths % 100));
    return text;
}

class DotWriter
{
public:
    explicit DotWriter(const graph::Graph &graph);
    std::string text();

private:
    void addNode(const graph::Node &node, const char *indent);
    void addFrame(const graph::Frame &frame);
    void addArrow(const graph::Arrow &arrow);

    const graph::Graph &m_graph;
    std::map<graph::Key, std::string> m_nodes;    ///< key to id
    std::map<graph::Key, std::string> m_clusters; ///< frame key to cluster id
    std::string m_text;
};

DotWriter::DotWriter(const graph::Graph &graph) : m_graph(graph)
{
    for (const graph::Node &node : graph.nodes)
        m_nodes.emplace(node.key, "n" + std::to_string(m_nodes.size()));
    for (const graph::Frame &frame : graph.frames)
        m_clusters.emplace(frame.key, std::to_string(m_clusters.size()));
}

std::string DotWriter::text()
{
    m_text = "digraph drawbridge {\n"
             "  graph [rankdir=LR, compound=true, fontname=\"sans-serif\"];\n"
             "  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n"
             "  edge [fontname=\"sans-serif\"];\n";
    for (const graph::Frame &frame : m_graph.frames)
        addFrame(frame);
    for (const graph::Node &node : m_graph.nodes)
        if (m_clusters.count(node.frame) == 0)
            addNode(node, "  ");
    for (const graph::Arrow &arrow : m_graph.arrows)
        addArrow(arrow);
    return m_text + "}\n";
}

void DotWriter::addNode(const graph::Node &node, const char *indent)
{
    const graph::Metrics &m = graph::metrics();
    const bool isOutside = node.frame.empty();
    std::string label = titleOf(node);
    if (!node.kindName.empty() && !isOutside)
        label += " (" + node.kindName + ')';
    label += sinceWords(node);
    m_text += indent + m_nodes[node.key] + " [label=" + dotText(label) +
              ", width=" + inches(isOutside ? m.outsideWidth : m.cardWidth) +
              ", height=" + inches(isOutside ? m.outsideHeight : m.cardHeight);
    const bool isGone = node.since == graph::Since::Removed;
    if (isOutside)
        m_text += isGone ? ", shape=ellipse, style=dashed" : ", shape=ellipse, style=solid";
    else if (isGone || node.kind == graph::NodeKind::LikeGroup)
        m_text += ", style=\"rounded,dashed\"";
    m_text += "];\n";
}

/// Each cluster has a point for the arrows that end at the whole of it.
void DotWriter::addFrame(const graph::Frame &frame)
{
    const std::string &id = m_clusters[frame.key];
    m_text += "  subgraph cluster_" + id +
              " {\n    label=" + dotText(frame.title + sinceWords(frame)) + ";\n    f" + id +
              " [shape=point, style=invis];\n";
    for (const graph::Node &node : m_graph.nodes)
        if (node.frame == frame.key)
            addNode(node, "    ");
    m_text += "  }\n";
}

void DotWriter::addArrow(const graph::Arrow &arrow)
{
    std::string ends[2];
    std::string attributes = "label=" + dotText(labelOf(m_graph, arrow));
    const graph::Key *keys[2] = {&arrow.source, &arrow.target};
    for (int i = 0; i < 2; ++i) {
        if (const auto node = m_nodes.find(*keys[i]); node != m_nodes.end()) {
            ends[i] = node->second;
        } else if (const auto frame = m_clusters.find(*keys[i]); frame != m_clusters.end()) {
            ends[i] = "f" + frame->second;
            if (!arrow.isBetweenSame())
                attributes += (i == 0 ? ", ltail=cluster_" : ", lhead=cluster_") + frame->second;
        }
    }
    if (ends[0].empty() || ends[1].empty())
        return;
    if (arrow.since == graph::Since::Added)
        attributes += ", style=bold, color=\"#009e73\"";
    else if (arrow.since == graph::Since::Removed)
        attributes += ", style=dashed, color=\"#66727f\"";
    else if (arrow.since == graph::Since::Changed) // a double line
        attributes += ", color=\"#0072b2:invis:#0072b2\"";
    else if (arrow.isBlocked())
        attributes += ", style=dashed, color=\"#d55e00\"";
    else if (arrow.state == graph::ArrowState::CannotTell)
        attributes += ", style=dotted";
    m_text += "  " + ends[0] + " -> " + ends[1] + " [" + attributes + "];\n";
}

} // namespace

std::string listDot(const List &list)
{
    std::map<std::string, std::string> ids;
    for (const Connection &connection : list.connections)
        for (const std::string *end : {&connection.source, &connection.target})
            ids.emplace(*end, std::string());
    std::string text = "digraph connections {\n  rankdir=LR;\n  node [shape=box];\n";
    std::size_t count = 0;
    for (auto &[name, id] : ids) {
        id = "n" + std::to_string(count++);
        text += "  " + id + " [label=" + dotText(name) + "];\n";
    }
    for (const Connection &connection : list.connections)
        text += "  " + ids[connection.source] + " -> " + ids[connection.target] +
                " [label=" + dotText(connection.ports.text()) + "];\n";
    return text + "}\n";
}

std::string diffDot(const Diff &diff)
{
    std::map<std::string, std::string> ids;
    std::map<std::string, std::string> words;
    for (const Difference &one : diff.differences)
        for (const auto &[end, isInOne] :
             {std::pair(&one.source, one.sourceInOne), std::pair(&one.target, one.targetInOne)}) {
            ids.emplace(*end, std::string());
            if (isInOne)
                words[*end] = std::string(" (") + wordOf(one.kind()) + ')';
        }
    std::string text = "digraph differences {\n  rankdir=LR;\n  node [shape=box];\n";
    std::size_t count = 0;
    for (auto &[name, id] : ids) {
        id = "n" + std::to_string(count++);
        text += "  " + id + " [label=" + dotText(name + words[name]) + "];\n";
    }
    for (const Difference &one : diff.differences) {
        const auto kind = one.kind();
        const std::string ports = kind == Difference::Kind::Added ? one.after.text()
                                  : kind == Difference::Kind::Removed
                                      ? one.before.text()
                                      : one.before.text() + " -> " + one.after.text();
        // A word and a style of line beside the colour.
        const char *look = kind == Difference::Kind::Added     ? "style=bold, color=\"#009e73\""
                           : kind == Difference::Kind::Removed ? "style=dashed, color=\"#d55e00\""
                                                               : "color=\"#0072b2\"";
        text += "  " + ids[one.source] + " -> " + ids[one.target] +
                " [label=" + dotText(std::string(wordOf(kind)) + ": " + ports) + ", " + look +
                "];\n";
    }
    return text + "}\n";
}

std::string dot(const graph::Graph &graph)
{
    return DotWriter(graph).text();
}

} // namespace drawbridge::report
