#include "report/mermaid.h"

#include "report/escape.h"
#include "report/names.h"

#include <map>
#include <set>

namespace drawbridge::report {

namespace {

constexpr std::size_t kMostArrows = 500; // Mermaid draws no more unless it is told to

class MermaidWriter
{
public:
    explicit MermaidWriter(const graph::Graph &graph);
    std::string text();

private:
    void addNode(const graph::Node &node, const char *indent);
    void addFrame(const graph::Frame &frame);
    void addArrow(const graph::Arrow &arrow);
    void addStyles();

    const graph::Graph &m_graph;
    std::map<graph::Key, std::string> m_ids; ///< of nodes, and of frames that arrows end at
    std::set<graph::Key> m_ends;
    std::string m_halfOpen; ///< numbers of arrows
    std::string m_dashed;   ///< ids of nodes
    std::size_t m_arrows = 0;
    std::string m_text;
};

MermaidWriter::MermaidWriter(const graph::Graph &graph) : m_graph(graph)
{
    for (const graph::Node &node : graph.nodes)
        m_ids.emplace(node.key, "n" + std::to_string(m_ids.size()));
    for (std::size_t i = 0; i < graph.frames.size(); ++i)
        m_ids.emplace(graph.frames[i].key, "f" + std::to_string(i));
    for (const graph::Arrow &arrow : graph.arrows)
        m_ends.insert({arrow.source, arrow.target});
}

std::string MermaidWriter::text()
{
    m_text = "flowchart LR\n";
    if (m_graph.arrows.size() > kMostArrows)
        m_text += "  %% " + std::to_string(m_graph.arrows.size()) +
                  " arrows: Mermaid needs maxEdges and maxTextSize raised to draw them\n";
    for (const graph::Frame &frame : m_graph.frames)
        addFrame(frame);
    for (const graph::Node &node : m_graph.nodes)
        if (!m_graph.frame(node.frame))
            addNode(node, "  ");
    for (const graph::Arrow &arrow : m_graph.arrows)
        addArrow(arrow);
    addStyles();
    return m_text;
}

void MermaidWriter::addNode(const graph::Node &node, const char *indent)
{
    std::string label = mermaidText(titleOf(node));
    const bool isOutside = node.frame.empty();
    if (!node.kindName.empty() && !isOutside)
        label += "<br/>" + mermaidText(node.kindName);
    label += mermaidText(sinceWords(node));
    const std::string &id = m_ids[node.key];
    m_text += indent + id + (isOutside ? "([\"" : "[\"") + label + (isOutside ? "\"])" : "\"]");
    m_text += '\n';
    if (node.kind == graph::NodeKind::LikeGroup || node.since == graph::Since::Removed)
        m_dashed += (m_dashed.empty() ? "" : ",") + id;
}

/// Mermaid draws no arrow from a subgraph to what is in it; so a node stands for its pods.
void MermaidWriter::addFrame(const graph::Frame &frame)
{
    const std::string &id = m_ids[frame.key];
    m_text +=
        "  subgraph s" + id + "[\"" + mermaidText(titleOf(frame) + sinceWords(frame)) + "\"]\n";
    if (m_ends.count(frame.key) > 0 || frame.services == 0)
        m_text += "    " + id + "((\"every pod<br/>in " + mermaidText(frame.title) + "\"))\n";
    for (const graph::Node &node : m_graph.nodes)
        if (node.frame == frame.key)
            addNode(node, "    ");
    m_text += "  end\n";
}

void MermaidWriter::addArrow(const graph::Arrow &arrow)
{
    const auto source = m_ids.find(arrow.source);
    const auto target = m_ids.find(arrow.target);
    if (source == m_ids.end() || target == m_ids.end())
        return;
    const bool isPlain =
        arrow.state == graph::ArrowState::Allowed && arrow.since != graph::Since::Removed;
    const char *line = arrow.since == graph::Since::Added ? " ==>|\"" : " -->|\"";
    m_text += "  " + source->second + (isPlain ? line : " -.->|\"") +
              mermaidText(labelOf(m_graph, arrow)) + "\"| " + target->second + '\n';
    if (arrow.isBlocked() && arrow.since != graph::Since::Removed)
        m_halfOpen += (m_halfOpen.empty() ? "" : ",") + std::to_string(m_arrows);
    ++m_arrows;
}

void MermaidWriter::addStyles()
{
    if (!m_dashed.empty())
        m_text += "  classDef like stroke-dasharray:6 4\n  class " + m_dashed + " like\n";
    if (!m_halfOpen.empty())
        m_text += "  linkStyle " + m_halfOpen + " stroke:#d55e00\n";
}

} // namespace

std::string mermaid(const graph::Graph &graph)
{
    return MermaidWriter(graph).text();
}

} // namespace drawbridge::report
