#include "graph/connections.h"
#include "messages/graph_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/exporting.h"
#include "output/findings.h"
#include "report/escape.h"
#include "report/json.h"

#include <algorithm>

namespace drawbridge::output {

namespace {

using report::Table;

std::string utf8(const QString &text)
{
    return text.toStdString();
}

/// Titles of ends, with the namespace, and places of rules.
class Words
{
public:
    explicit Words(const Subject &subject) : m_subject(subject) {}

    QString title(const graph::Key &end) const;
    QString nameSpace(const graph::Key &end) const;
    std::string end(const graph::Key &key) const;
    std::string rule(const graph::RuleSource &rule) const;
    std::string step(const graph::WayStep &step) const;
    std::string spot(const graph::Source &source) const;

private:
    const Subject &m_subject;
};

QString Words::title(const graph::Key &end) const
{
    if (const graph::Node *node = m_subject.graph.node(end))
        return nodeTitle(*node);
    const graph::Frame *frame = m_subject.graph.frame(end);
    return frame ? visible(frame->title) : QString();
}

QString Words::nameSpace(const graph::Key &end) const
{
    const graph::Node *node = m_subject.graph.node(end);
    const graph::Frame *frame = node ? m_subject.graph.frame(node->frame) : nullptr;
    return frame ? visible(frame->title) : QString();
}

/// "api · shop"; a namespace is said to be one.
std::string Words::end(const graph::Key &key) const
{
    if (m_subject.graph.frame(key))
        return utf8(Tr::tr("every pod in %1").arg(title(key)));
    const QString name = nameSpace(key);
    return utf8(name.isEmpty() ? title(key) : title(key) + QStringLiteral(" · ") + name);
}

std::string Words::spot(const graph::Source &source) const
{
    const Place place = source.place(m_subject.workspace);
    if (!m_subject.workspace.contains(place.file))
        return {};
    const yaml::File &file = m_subject.workspace.file(place.file);
    return report::pathBelow(m_subject.base, file.path()) + ':' +
           std::to_string(file.lineColumn(place.range.begin).line);
}

std::string Words::rule(const graph::RuleSource &rule) const
{
    const QString words = rule.direction == kube::Direction::Ingress ? Tr::tr("%1, ingress rule %2")
                                                                     : Tr::tr("%1, egress rule %2");
    const std::string where = spot(rule.source);
    return utf8(words.arg(visible(rule.policy)).arg(rule.rule + 1)) +
           (where.empty() ? where : " (" + where + ')');
}

std::string Words::step(const graph::WayStep &step) const
{
    const std::string where = spot(step.source);
    return utf8(visible(step.text)) + (where.empty() ? where : " (" + where + ')');
}

Table differences(const Differences &differences)
{
    Table table;
    table.heading = utf8(Tr::tr("Differences"));
    table.text = utf8(Tr::tr("From %1 to %2: %3")
                          .arg(differences.before, differences.after, differences.summary));
    table.columns = {utf8(Tr::tr("Change")), utf8(Tr::tr("Where")), utf8(differences.before),
                     utf8(differences.after)};
    const auto cell = [](const QString &text) {
        return text.isEmpty() ? std::string("–") : utf8(text);
    };
    for (const ChangeWords &line : differences.lines)
        table.rows.push_back(
            {utf8(line.what), utf8(line.where), cell(line.before), cell(line.after)});
    return table;
}

Table connections(const Subject &subject, const Words &words)
{
    Table table;
    table.heading = utf8(Tr::tr("Connections"));
    table.columns = {utf8(Tr::tr("From")), utf8(Tr::tr("To")), utf8(Tr::tr("Ports")),
                     utf8(Tr::tr("Verdict")), utf8(Tr::tr("Rules"))};
    for (const graph::Arrow &arrow : subject.graph.arrows) {
        std::string rules;
        for (const graph::RuleSource &rule : arrow.rules)
            rules += (rules.empty() ? "" : "; ") + words.rule(rule);
        for (const graph::WayStep &step : arrow.steps)
            rules += (rules.empty() ? "" : "; ") + words.step(step);
        table.rows.push_back(
            {words.end(arrow.source), words.end(arrow.target), utf8(visible(arrow.label)),
             utf8(verdictWords(arrow, words.title(arrow.source), words.title(arrow.target))),
             rules});
    }
    if (table.rows.empty())
        table.text = utf8(Tr::tr("No rule lets anything through."));
    return table;
}

Table walls(const Subject &subject)
{
    Table table;
    table.heading = utf8(Tr::tr("Namespaces"));
    table.columns = {utf8(Tr::tr("Namespace")), utf8(Tr::tr("Services")),
                     utf8(Tr::tr("What isolates it"))};
    for (const graph::Frame &frame : subject.graph.frames)
        table.rows.push_back(
            {utf8(visible(frame.title)), std::to_string(frame.services), utf8(wallWords(frame))});
    return table;
}

Table openServices(const Subject &subject, const Words &words)
{
    Table table;
    table.heading = utf8(Tr::tr("Who is open"));
    table.columns = {utf8(Tr::tr("Service")), utf8(Tr::tr("Namespace")), utf8(Tr::tr("Ingress")),
                     utf8(Tr::tr("Egress"))};
    const auto lock = [](graph::Lock state, const graph::Denial &denial) {
        if (state == graph::Lock::Open && isDeniedInPart(state, denial))
            return utf8(Tr::tr("nothing isolates it, but a cluster-wide policy denies part"));
        return utf8(state == graph::Lock::Open             ? Tr::tr("nothing isolates it")
                    : state == graph::Lock::AdmitsEveryone ? Tr::tr("a rule admits everyone")
                    : state == graph::Lock::CannotTell     ? Tr::tr("cannot tell")
                                                           : Tr::tr("isolated"));
    };
    for (const graph::Node &node : subject.graph.nodes) {
        const bool isOpen =
            node.ingress != graph::Lock::Closed || node.egress != graph::Lock::Closed;
        if (!node.frame.empty() && isOpen)
            table.rows.push_back({utf8(words.title(node.key)), utf8(words.nameSpace(node.key)),
                                  lock(node.ingress, node.ingressDenial),
                                  lock(node.egress, node.egressDenial)});
    }
    table.text =
        utf8(table.rows.empty() ? Tr::tr("No service: both directions of all are isolated.")
                                : Tr::tr("What nothing isolates may connect with everyone."));
    return table;
}

/// With line ends as blanks: a cell is one line.
std::string oneLine(const std::string &text)
{
    QStringList lines;
    for (const QString &line : QString::fromStdString(text).split(QLatin1Char('\n')))
        lines += visible(line);
    return utf8(lines.join(QLatin1Char(' ')));
}

Table notes(const Subject &subject)
{
    Table table;
    table.heading = utf8(Tr::tr("Notes"));
    table.columns = {utf8(Tr::tr("Number")), utf8(Tr::tr("About")), utf8(Tr::tr("Note")),
                     utf8(Tr::tr("Author"))};
    for (const graph::Note &note : subject.picture.notes) {
        QString about = visible(note.element);
        if (!note.isDrawn)
            about += QStringLiteral(" – ") + Tr::tr("belongs to nothing that is drawn");
        table.rows.push_back({std::to_string(note.number), utf8(about), oneLine(note.text),
                              utf8(visible(note.author))});
    }
    return table;
}

Table problems(const Subject &subject)
{
    Table table;
    table.heading = utf8(Tr::tr("Problems"));
    table.columns = {utf8(Tr::tr("Kind")), utf8(Tr::tr("Problem")), utf8(Tr::tr("Place")),
                     utf8(Tr::tr("Id"))};
    for (const report::Finding &finding : findingsOf(subject)) {
        const std::string place = finding.path.empty()
                                      ? std::string()
                                      : finding.path + ':' + std::to_string(finding.begin.line) +
                                            ':' + std::to_string(finding.begin.column);
        Severity severity = Severity::Error;
        for (Severity other : {Severity::Warning, Severity::Hint, Severity::Note})
            if (finding.severity == wordOf(other))
                severity = other;
        table.rows.push_back({utf8(severityName(severity)), finding.message, place, finding.id});
    }
    if (table.rows.empty())
        table.text = utf8(Tr::tr("None were found."));
    return table;
}

Table inputFiles(const Subject &subject)
{
    Table table;
    table.heading = utf8(Tr::tr("Input files"));
    table.columns = {utf8(Tr::tr("File")), utf8(Tr::tr("Bytes")), "SHA-256"};
    for (const report::InputFile &file : inputFilesOf(subject))
        table.rows.push_back({file.path, std::to_string(file.size), file.sha256});
    return table;
}

} // namespace

report::Report reportOf(const Subject &subject, const QString &title)
{
    const Words words(subject);
    report::Report result;
    result.title = utf8(judgedTitle(title.isEmpty() ? Tr::tr("Network policies") : title,
                                    subject.evaluator.profile()));
    result.language =
        Tr::tr("en", "the code of the language that this is translated to").toStdString();
    const auto halfOpen = std::count_if(subject.graph.arrows.begin(), subject.graph.arrows.end(),
                                        [](const graph::Arrow &a) { return a.hasHalfOpenPorts(); });
    const auto services = std::count_if(subject.graph.nodes.begin(), subject.graph.nodes.end(),
                                        [](const graph::Node &n) { return !n.frame.empty(); });
    result.summary = utf8(Tr::tr("Services: %1. Namespaces: %2. Connections: %3, half open: %4.")
                              .arg(services)
                              .arg(subject.graph.frames.size())
                              .arg(graph::connectionCount(subject.graph.arrows))
                              .arg(halfOpen));
    if (subject.differences)
        result.tables.push_back(differences(*subject.differences));
    result.tables.push_back(connections(subject, words));
    result.tables.push_back(walls(subject));
    result.tables.push_back(openServices(subject, words));
    if (!subject.picture.notes.empty())
        result.tables.push_back(notes(subject));
    result.tables.push_back(problems(subject));
    result.tables.push_back(inputFiles(subject));
    return result;
}

std::string commonFolder(const kube::Workspace &workspace)
{
    std::optional<std::string> common;
    for (FileId id : workspace.files()) {
        const std::string &path = workspace.file(id).path();
        const std::string folder = path.substr(0, path.rfind('/') + 1);
        if (!path.starts_with('/'))
            return {};
        while (common && !folder.starts_with(*common))
            common = common->substr(0, common->rfind('/', common->size() - 2) + 1);
        if (!common)
            common = folder;
    }
    return common.value_or(std::string());
}

} // namespace drawbridge::output
