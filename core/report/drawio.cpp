#include "report/drawio.h"

#include "report/escape.h"
#include "report/names.h"

#include <cmath>
#include <map>

namespace drawbridge::report {

namespace {

using graph::Point;
using graph::Rect;

/// Whole units in places, hundredths in shares; never "-0".
std::string number(double value, int hundredths = 1)
{
    const long whole = std::lround(value * hundredths);
    if (hundredths == 1)
        return std::to_string(whole);
    const std::string digits = std::to_string(std::abs(whole) % 100);
    return (whole < 0 ? "-" : "") + std::to_string(std::abs(whole) / 100) + '.' +
           (digits.size() < 2 ? "0" : "") + digits;
}

class DrawioWriter
{
public:
    DrawioWriter(const graph::Graph &graph, const graph::Picture &picture);
    std::string text();

private:
    void addFrame(const graph::FrameShape &shape);
    void addNode(const graph::NodeShape &shape);
    void addArrow(const graph::ArrowShape &shape);
    void addVertex(const std::string &id, const std::string &value, const std::string &style,
                   const std::string &parent, const Rect &rect);

    struct End
    {
        std::string id;
        Rect rect;
    };

    const graph::Graph &m_graph;
    const graph::Picture &m_picture;
    std::map<graph::Key, End> m_ends;
    std::string m_text;
};

DrawioWriter::DrawioWriter(const graph::Graph &graph, const graph::Picture &picture)
    : m_graph(graph), m_picture(picture)
{
    for (const graph::FrameShape &shape : picture.frames)
        m_ends[shape.frame.key] = {"f" + std::to_string(m_ends.size()), shape.rect};
    for (const graph::NodeShape &shape : picture.nodes)
        m_ends[shape.node.key] = {"n" + std::to_string(m_ends.size()), shape.rect};
}

std::string DrawioWriter::text()
{
    m_text = "<mxfile host=\"drawbridge\">\n <diagram id=\"policies\" name=\"Policies\">\n"
             "  <mxGraphModel grid=\"1\" gridSize=\"8\" arrows=\"1\" page=\"0\">\n   <root>\n"
             "    <mxCell id=\"0\"/>\n    <mxCell id=\"1\" parent=\"0\"/>\n";
    for (const graph::FrameShape &shape : m_picture.frames)
        addFrame(shape);
    for (const graph::NodeShape &shape : m_picture.nodes)
        addNode(shape);
    for (const graph::ArrowShape &shape : m_picture.arrows)
        addArrow(shape);
    return m_text + "   </root>\n  </mxGraphModel>\n </diagram>\n</mxfile>\n";
}

void DrawioWriter::addVertex(const std::string &id, const std::string &value,
                             const std::string &style, const std::string &parent, const Rect &rect)
{
    m_text += "    <mxCell id=\"" + id + "\" value=\"" + value + "\" style=\"html=0;" + style +
              "\" vertex=\"1\" parent=\"" + parent + "\">\n     <mxGeometry x=\"" + number(rect.x) +
              "\" y=\"" + number(rect.y) + "\" width=\"" + number(rect.width) + "\" height=\"" +
              number(rect.height) + "\" as=\"geometry\"/>\n    </mxCell>\n";
}

void DrawioWriter::addFrame(const graph::FrameShape &shape)
{
    const graph::Wall wall = std::max(shape.frame.ingress, shape.frame.egress);
    std::string style = "rounded=1;arcSize=4;container=1;collapsible=0;verticalAlign=top;"
                        "align=left;spacingLeft=12;fontStyle=1;fillColor=none;dashed=1;";
    const bool isWhole = wall == graph::Wall::Full || wall == graph::Wall::AdmitsEveryone;
    style += isWhole                     ? "strokeWidth=4;strokeColor=#3f4c5c;"
             : wall == graph::Wall::Open ? "strokeColor=#d55e00;"
                                         : "strokeWidth=2;strokeColor=#3f4c5c;";
    std::string value = xmlText(titleOf(shape.frame) + sinceWords(shape.frame));
    if (shape.isCollapsed)
        value += "&#10;" + std::to_string(shape.frame.services) + " services";
    addVertex(m_ends[shape.frame.key].id, value, style, "1", shape.rect);
}

void DrawioWriter::addNode(const graph::NodeShape &shape)
{
    const graph::Node &node = shape.node;
    std::string value = xmlText(titleOf(node) + sinceWords(node));
    const bool isOutside = node.frame.empty();
    for (const std::string *line : {&node.kindName, &node.labels})
        if (!line->empty() && !isOutside)
            value += "&#10;" + xmlText(graph::elided(shownText(*line), shape.rect.width, 12));
    std::string style = isOutside ? "shape=cloud;" : "rounded=1;arcSize=12;";
    if (node.kind == graph::NodeKind::LikeGroup || node.since == graph::Since::Removed)
        style += "dashed=1;";
    style += "fillColor=#ffffff;strokeColor=#66727f;fontColor=#1b2430;";
    const auto frame = m_ends.find(node.frame);
    Rect rect = shape.rect;
    if (frame != m_ends.end()) {
        rect.x -= frame->second.rect.x;
        rect.y -= frame->second.rect.y;
    }
    addVertex(m_ends[node.key].id, value, style, frame == m_ends.end() ? "1" : frame->second.id,
              rect);
}

/// Where on its end the arrow begins or arrives, from 0 to 1.
std::string anchor(const char *name, const Rect &rect, Point point)
{
    const auto share = [](double from, double size, double at) {
        return number(size > 0 ? std::fmin(1, std::fmax(0, (at - from) / size)) : 0.5, 100);
    };
    return std::string(name) + "X=" + share(rect.x, rect.width, point.x) + ';' + name +
           "Y=" + share(rect.y, rect.height, point.y) + ';' + name + "Perimeter=0;";
}

void DrawioWriter::addArrow(const graph::ArrowShape &shape)
{
    const auto source = m_ends.find(shape.arrow.source);
    const auto target = m_ends.find(shape.arrow.target);
    if (source == m_ends.end() || target == m_ends.end())
        return;
    std::string style =
        "html=0;curved=1;endArrow=block;endFill=1;labelBackgroundColor=#ffffff;fontColor=#1b2430;";
    using graph::Since;
    const Since since = shape.arrow.since;
    if (since == Since::Added)
        style += "strokeWidth=3;";
    style += since == Since::Removed   ? "dashed=1;dashPattern=8 6;strokeColor=#66727f;"
             : since == Since::Added   ? "strokeColor=#009e73;"
             : since == Since::Changed ? "shape=link;strokeColor=#0072b2;"
             : shape.arrow.isBlocked() ? "dashed=1;strokeColor=#d55e00;"
             : shape.arrow.state == graph::ArrowState::CannotTell
                 ? "dashed=1;dashPattern=1 3;strokeColor=#5f6b7a;"
                 : "strokeColor=#0072b2;";
    style += anchor("exit", source->second.rect, shape.from) +
             anchor("entry", target->second.rect, shape.to);
    const auto point = [](Point p) {
        return "       <mxPoint x=\"" + number(p.x) + "\" y=\"" + number(p.y) + "\"/>\n";
    };
    std::string points = point(shape.control1);
    for (const Point &between : shape.between)
        points += point(between);
    points += point(shape.control2);
    m_text += "    <mxCell id=\"a" + std::to_string(&shape - m_picture.arrows.data()) +
              "\" value=\"" + xmlText(labelOf(m_graph, shape.arrow)) + "\" style=\"" + style +
              "\" edge=\"1\" parent=\"1\" source=\"" + source->second.id + "\" target=\"" +
              target->second.id + "\">\n     <mxGeometry relative=\"1\" as=\"geometry\">\n" +
              "      <Array as=\"points\">\n" + points +
              "      </Array>\n     </mxGeometry>\n    </mxCell>\n";
}

} // namespace

std::string drawio(const graph::Graph &graph, const graph::Picture &picture)
{
    return DrawioWriter(graph, picture).text();
}

} // namespace drawbridge::report
