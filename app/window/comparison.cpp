#include "window/comparison.h"

#include "messages/tr.h"

#include <algorithm>
#include <map>
#include <utility>

namespace drawbridge {

/// More pairs than this are not judged one by one: they would take longer than 0.2 s.
static constexpr std::size_t kMostPairs = 60'000;

graph::Graph Marks::graph(const graph::Graph &open) const
{
    return isSwapped ? graph::marked(open, other->graph, changes)
                     : graph::marked(other->graph, open, changes);
}

graph::Picture Marks::picture(const Contents &open) const
{
    graph::Graph both = graph(open.m_graph);
    // For placing, what is gone is what the document does not have, whichever version is newer.
    std::map<graph::Key, graph::Since> since;
    for (graph::Node &node : both.nodes) {
        since[node.key] = node.since;
        if (isSwapped)
            node.since = open.m_graph.node(node.key) ? graph::Since::Same : graph::Since::Removed;
    }
    graph::Picture picture =
        graph::compose(both, open.placement(), open.m_side.collapsed, open.m_wishes);
    for (graph::NodeShape &shape : picture.nodes)
        shape.node.since = since[shape.node.key];
    picture.notes = graph::notes(both, open.m_side.notes);
    return picture;
}

Comparison::Comparison(const Document &document, std::shared_ptr<OtherVersion> other,
                       bool isSwapped)
    : m_document(document), m_other(std::move(other)), m_isSwapped(isSwapped)
{
    update();
}

void Comparison::swap()
{
    m_isSwapped = !m_isSwapped;
    update();
}

void Comparison::update()
{
    auto marks = std::make_shared<Marks>();
    marks->isSwapped = m_isSwapped;
    marks->other = m_other ? m_other->state(m_document) : m_document.saved();
    const SavedState &other = *marks->other;
    const graph::State open{m_document.evaluator(), m_document.graph()};
    const graph::State there{other.evaluator, other.graph};
    marks->changes = m_isSwapped ? graph::compare(open, there, kMostPairs)
                                 : graph::compare(there, open, kMostPairs);
    const ComparedStates both =
        m_isSwapped
            ? ComparedStates{m_document.workspace(), open.graph, other.workspace, there.graph}
            : ComparedStates{other.workspace, there.graph, m_document.workspace(), open.graph};
    std::vector<ChangeWords> changes = changeWords(marks->changes, both);
    m_lines.clear();
    m_problems = 0;
    if (m_other) {
        const std::vector<Diagnostic> problems = m_other->problems();
        m_problems = std::size_t(
            std::count_if(problems.begin(), problems.end(), [](const Diagnostic &problem) {
                return problem.severity == Severity::Error;
            }));
        m_lines = problemWords(other.workspace, problems, m_other->name());
        for (ChangeWords &words : policyChangeWords(both.workspaceBefore, both.workspaceAfter))
            changes.push_back(std::move(words));
    }
    m_differences = changes.size();
    for (ChangeWords &words : changes) {
        if (m_isSwapped)
            std::swap(words.place, words.placeBefore);
        m_lines.push_back(std::move(words));
    }
    m_marks = std::move(marks);
}

QString Comparison::title() const
{
    return m_other ? Tr::tr("From %1 to %2").arg(before(), after()) : Tr::tr("What would change");
}

QString Comparison::summary() const
{
    if (!m_other)
        return summaryOf(m_marks->changes);
    QString sentence = summaryOfVersions(m_marks->changes);
    if (m_problems > 0)
        sentence +=
            QLatin1Char(' ') + Tr::tr("%n problems in %1: see the list.", nullptr, int(m_problems))
                                   .arg(m_other->name());
    return sentence;
}

QString Comparison::before() const
{
    if (!m_other)
        return Tr::tr("what was last read or saved");
    return m_isSwapped ? Tr::tr("the open files") : m_other->name();
}

QString Comparison::after() const
{
    return m_other && m_isSwapped ? m_other->name() : Tr::tr("the open files");
}

QString Comparison::beforeTitle() const
{
    if (!m_other)
        return Tr::tr("As saved");
    return m_isSwapped ? Tr::tr("Open files") : m_other->name();
}

QString Comparison::afterTitle() const
{
    if (!m_other)
        return Tr::tr("Now");
    return m_isSwapped ? m_other->name() : Tr::tr("Open files");
}

QString Comparison::nothing() const
{
    return m_other ? noDifferenceWords(m_marks->changes)
                   : Tr::tr("Nothing would change: what is allowed is the same as when the files "
                            "were last read or saved.");
}

} // namespace drawbridge
