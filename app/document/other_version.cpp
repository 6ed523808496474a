#include "document/other_version.h"

#include <utility>

namespace drawbridge {

OtherVersion::OtherVersion(QString name, LoadReport report)
    : m_name(std::move(name)), m_report(std::move(report))
{
}

const SavedState &OtherVersion::state(const Document &document)
{
    const kube::Workspace &open = document.workspace();
    const bool isJudged = m_state &&
                          m_state->workspace.defaultNamespace() == open.defaultNamespace() &&
                          m_state->evaluator.profile() == document.evaluator().profile();
    if (!isJudged) {
        judge(document);
    } else if (m_ports != document.side().ports) {
        m_ports = document.side().ports;
        m_state->graph = graph::build(m_state->workspace, m_state->evaluator, m_ports);
    }
    return *m_state;
}

void OtherVersion::judge(const Document &document)
{
    kube::Workspace workspace(document.workspace().defaultNamespace());
    for (const LoadedFile &file : m_report.files)
        workspace.add(file.path, file.bytes);
    m_ports = document.side().ports;
    m_state.emplace(SavedState{std::move(workspace), verdict::Evaluator(document.evaluator()), {}});
    m_state->evaluator.update(m_state->workspace);
    m_state->graph = graph::build(m_state->workspace, m_state->evaluator, m_ports);
}

std::vector<Diagnostic> OtherVersion::problems() const
{
    std::vector<Diagnostic> result;
    for (const Failure &failure : m_report.failures)
        result.push_back({Severity::Error, failure.code, {}, failure.arguments, {}});
    for (const Failure &note : m_report.notes)
        result.push_back({Severity::Note, note.code, {}, note.arguments, {}});
    if (!m_state)
        return result;
    for (Diagnostic &diagnostic : m_state->workspace.diagnostics())
        if (diagnostic.severity == Severity::Error)
            result.push_back(std::move(diagnostic));
    return result;
}

} // namespace drawbridge
