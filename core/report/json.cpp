#include "report/json.h"

#include "report/escape.h"
#include "report/names.h"

namespace drawbridge::report {

namespace {

/// Puts commas and line ends between what it is given.
class JsonWriter
{
public:
    void open(const std::string &key, char bracket)
    {
        value(key, std::string(1, bracket));
        m_isFirst = true;
        m_indent += "  ";
    }
    void close(char bracket)
    {
        m_indent.resize(m_indent.size() - 2);
        if (!m_isFirst)
            m_text += '\n' + m_indent;
        m_text += bracket;
        m_isFirst = false;
    }
    void value(const std::string &key, const std::string &json)
    {
        if (!m_text.empty())
            m_text += (m_isFirst ? "\n" : ",\n") + m_indent;
        if (!key.empty())
            m_text += jsonText(key) + ": ";
        m_text += json;
        m_isFirst = false;
    }
    void text(const std::string &key, const std::string &text) { value(key, jsonText(text)); }
    void flag(const std::string &key, bool isSet) { value(key, isSet ? "true" : "false"); }
    std::string take() { return std::move(m_text) + '\n'; }

private:
    std::string m_text;
    std::string m_indent;
    bool m_isFirst = true;
};

std::string texts(const std::vector<std::string> &list)
{
    std::string text;
    for (const std::string &item : list)
        text += (text.empty() ? "" : ", ") + jsonText(item);
    return '[' + text + ']';
}

std::string portsOf(const kube::ConnectionSet &ports)
{
    std::string text;
    for (kube::Protocol protocol : kube::kProtocols)
        for (const auto &range : ports.ports(protocol).intervals())
            text += std::string(text.empty() ? "" : ", ") + R"({"protocol": ")" +
                    kube::nameOf(protocol) + R"(", "first": )" + std::to_string(range.first) +
                    R"(, "last": )" + std::to_string(range.last) + '}';
    return '[' + text + ']';
}

/// {"path": ..., "line": 3, "column": 1}
std::string spot(const std::string &path, LineColumn at)
{
    return "{\"path\": " + jsonText(path) + ", \"line\": " + std::to_string(at.line) +
           ", \"column\": " + std::to_string(at.column) + '}';
}

class Exporter
{
public:
    explicit Exporter(const Export &all)
        : m_all(all), m_isCompared(all.isCompared || isComparison(all.graph))
    {
    }
    std::string json();

private:
    void addFrame(const graph::Frame &frame);
    void addWall(const char *key, graph::Wall wall, std::size_t isolated,
                 const graph::Source &policy);
    void addNode(const graph::Node &node);
    void addArrow(const graph::Arrow &arrow);
    void addWay(const graph::Arrow &arrow);
    void addConnection(const Connection &connection);
    void addFinding(const Finding &finding);
    void addNote(const graph::Note &note);
    std::string placeOf(const graph::Source &source) const;

    /// Of a comparison alone.
    template <typename Element>
    void addSince(const Element &element, const char *ingressBefore, const char *egressBefore)
    {
        if (m_isCompared)
            m_json.text("since", wordOf(element.since));
        if (element.since != graph::Since::Changed)
            return;
        m_json.text("ingressBefore", ingressBefore);
        m_json.text("egressBefore", egressBefore);
    }

    const Export &m_all;
    bool m_isCompared;
    JsonWriter m_json;
};

std::string Exporter::placeOf(const graph::Source &source) const
{
    if (!source.object || !m_all.workspace.contains(source.object))
        return "null"; // nothing says it, or another state that is compared
    const Place place = source.place(m_all.workspace);
    if (!m_all.workspace.contains(place.file))
        return "null";
    const yaml::File &file = m_all.workspace.file(place.file);
    return spot(pathBelow(m_all.base, file.path()), file.lineColumn(place.range.begin));
}

void Exporter::addWall(const char *key, graph::Wall wall, std::size_t isolated,
                       const graph::Source &policy)
{
    m_json.value(key, "{\"state\": " + jsonText(wordOf(wall)) + ", \"isolated\": " +
                          std::to_string(isolated) + ", \"policy\": " + placeOf(policy) + '}');
}

void Exporter::addFrame(const graph::Frame &frame)
{
    m_json.open({}, '{');
    m_json.text("key", frame.key);
    m_json.text("title", frame.title);
    m_json.flag("isOpenEnded", frame.isOpenEnded);
    m_json.value("services", std::to_string(frame.services));
    m_json.open("walls", '{');
    addWall("ingress", frame.ingress, frame.isolatedIngress, frame.ingressSource);
    addWall("egress", frame.egress, frame.isolatedEgress, frame.egressSource);
    m_json.close('}');
    m_json.value("place", placeOf(frame.source));
    addSince(frame, wordOf(frame.ingressBefore), wordOf(frame.egressBefore));
    m_json.close('}');
}

void Exporter::addNode(const graph::Node &node)
{
    m_json.open({}, '{');
    m_json.text("key", node.key);
    m_json.text("kind", wordOf(node.kind));
    m_json.text("title", titleOf(node));
    m_json.value("frame", node.frame.empty() ? "null" : jsonText(node.frame));
    m_json.text("objectKind", node.kindName);
    m_json.text("labels", node.labels);
    m_json.value("ports", texts(node.ports));
    m_json.text("ingress", wordOf(node.ingress));
    m_json.text("egress", wordOf(node.egress));
    m_json.flag("hostNetwork", node.hostNetwork);
    m_json.value("place", placeOf(node.source));
    addSince(node, wordOf(node.ingressBefore), wordOf(node.egressBefore));
    m_json.close('}');
}

void Exporter::addArrow(const graph::Arrow &arrow)
{
    m_json.open({}, '{');
    m_json.text("source", arrow.source);
    m_json.text("target", arrow.target);
    m_json.text("state", stateOf(arrow));
    m_json.text("label", arrow.label);
    m_json.value("ports", portsOf(arrow.ports));
    m_json.flag("varies", arrow.differs);
    if (arrow.hasUnseenPairs)
        m_json.flag("moreMayBeAllowed", true);
    m_json.open("rules", '[');
    for (const graph::RuleSource &rule : arrow.rules)
        m_json.value({}, "{\"policy\": " + jsonText(rule.policy) +
                             ", \"direction\": " + jsonText(wordOf(rule.direction)) +
                             ", \"rule\": " + std::to_string(rule.rule + 1) +
                             ", \"place\": " + placeOf(rule.source) + '}');
    m_json.close(']');
    if (arrow.isWayIn())
        addWay(arrow);
    if (arrow.podsToo != graph::PodsToo::No)
        m_json.text("podsToo", arrow.podsToo == graph::PodsToo::Every ? "every" : "some");
    if (m_isCompared)
        m_json.text("since", wordOf(arrow.since));
    if (arrow.since == graph::Since::Changed)
        m_json.text("labelBefore", arrow.labelBefore);
    m_json.close('}');
}

void Exporter::addWay(const graph::Arrow &arrow)
{
    m_json.value("leadsTo", portsOf(arrow.leads));
    m_json.open("by", '[');
    for (const graph::WayStep &step : arrow.steps)
        m_json.value({}, "{\"object\": " + jsonText(step.text) +
                             ", \"place\": " + placeOf(step.source) + '}');
    m_json.close(']');
}

void Exporter::addConnection(const Connection &connection)
{
    m_json.value({}, "{\"source\": " + jsonText(connection.source) +
                         ", \"destination\": " + jsonText(connection.target) +
                         ", \"connections\": " + jsonText(connection.ports.text()) + '}');
}

void Exporter::addFinding(const Finding &finding)
{
    m_json.open({}, '{');
    m_json.text("id", finding.id);
    m_json.text("severity", finding.severity);
    m_json.text("message", finding.message);
    m_json.value("place", finding.path.empty() ? "null" : spot(finding.path, finding.begin));
    m_json.close('}');
}

void Exporter::addNote(const graph::Note &note)
{
    m_json.open({}, '{');
    m_json.value("number", std::to_string(note.number));
    m_json.text("key", note.key);
    m_json.text("element", note.element);
    m_json.flag("isDrawn", note.isDrawn);
    m_json.text("author", note.author);
    m_json.text("text", note.text);
    m_json.close('}');
}

std::string Exporter::json()
{
    const auto all = [this](const char *key, const auto &items, auto add) {
        m_json.open(key, '[');
        for (const auto &item : items)
            (this->*add)(item);
        m_json.close(']');
    };
    m_json.open({}, '{');
    m_json.value("version", "1");
    all("frames", m_all.graph.frames, &Exporter::addFrame);
    all("nodes", m_all.graph.nodes, &Exporter::addNode);
    all("arrows", m_all.graph.arrows, &Exporter::addArrow);
    all("connections", m_all.list.connections, &Exporter::addConnection);
    all("problems", m_all.findings, &Exporter::addFinding);
    all("notes", m_all.notes, &Exporter::addNote);
    m_json.open("files", '[');
    for (const InputFile &file : m_all.files)
        m_json.value({}, "{\"path\": " + jsonText(file.path) +
                             ", \"size\": " + std::to_string(file.size) +
                             ", \"sha256\": " + jsonText(file.sha256) + '}');
    m_json.close(']');
    m_json.close('}');
    return m_json.take();
}

} // namespace

std::string json(const Export &all)
{
    return Exporter(all).json();
}

std::string pathBelow(const std::string &base, const std::string &path)
{
    return !base.empty() && path.starts_with(base) ? path.substr(base.size()) : path;
}

} // namespace drawbridge::report
