#include "window/comparison.h"

#include "messages/tr.h"

#include <algorithm>
#include <map>
#include <utility>

namespace drawbridge {

/// More pairs than this are not judged one by one: they would take longer than 0.2 s.
static constexpr std::size_t kMostPairs = 60'000;

Comparison::Comparison(const Document &document, std::shared_ptr<OtherVersion> other,
                       bool isSwapped)
    : m_document(document), m_other(std::move(other)), m_isSwapped(isSwapped)
{
    update();
}

const SavedState &Comparison::base() const
{
    return m_other ? m_other->state(m_document) : m_document.saved();
}

ComparedStates Comparison::states() const
{
    const SavedState &other = base();
    if (m_isSwapped)
        return {m_document.workspace(), m_document.graph(), other.workspace, other.graph};
    return {other.workspace, other.graph, m_document.workspace(), m_document.graph()};
}

void Comparison::swap()
{
    m_isSwapped = !m_isSwapped;
    update();
}

void Comparison::update()
{
    const SavedState &other = base();
    const graph::State open{m_document.evaluator(), m_document.graph()};
    const graph::State there{other.evaluator, other.graph};
    m_changes = m_isSwapped ? graph::compare(open, there, kMostPairs)
                            : graph::compare(there, open, kMostPairs);
    const ComparedStates both = states();
    std::vector<ChangeWords> changes = changeWords(m_changes, both);
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
}

graph::Graph Comparison::graph() const
{
    const ComparedStates both = states();
    return graph::marked(both.before, both.after, m_changes);
}

graph::Picture Comparison::picture() const
{
    graph::Graph graph = this->graph();
    // For placing, what is gone is what the document does not have, whichever version is newer.
    std::map<graph::Key, graph::Since> since;
    for (graph::Node &node : graph.nodes) {
        since[node.key] = node.since;
        if (m_isSwapped)
            node.since =
                m_document.graph().node(node.key) ? graph::Since::Same : graph::Since::Removed;
    }
    graph::Picture picture = graph::compose(graph, m_document.placement(),
                                            m_document.side().collapsed, m_document.wishes());
    for (graph::NodeShape &shape : picture.nodes)
        shape.node.since = since[shape.node.key];
    picture.notes = graph::notes(graph, m_document.side().notes);
    return picture;
}

QString Comparison::title() const
{
    return m_other ? Tr::tr("From %1 to %2").arg(before(), after()) : Tr::tr("What would change");
}

QString Comparison::summary() const
{
    if (!m_other)
        return summaryOf(m_changes);
    QString sentence = summaryOfVersions(m_changes);
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
    return m_other ? noDifferenceWords(m_changes)
                   : Tr::tr("Nothing would change: what is allowed is the same as when the files "
                            "were last read or saved.");
}

} // namespace drawbridge
