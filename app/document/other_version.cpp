#include "document/other_version.h"

#include <utility>

namespace drawbridge {

OtherVersion::Settings OtherVersion::Settings::of(const Document &document)
{
    return {document.workspace().defaultNamespace(), document.profile(), document.side().ports};
}

OtherVersion::OtherVersion(QString name, LoadReport report, const Settings &settings,
                           OpeningProgress &progress)
    : m_name(std::move(name)), m_report(std::move(report))
{
    judge(settings, progress);
}

std::shared_ptr<const SavedState> OtherVersion::state(const Document &document)
{
    const Settings now = Settings::of(document);
    if (now == m_settings)
        return m_state;
    const bool otherPorts =
        now.defaultNamespace == m_settings.defaultNamespace && now.profile == m_settings.profile;
    if (otherPorts) {
        m_settings = now;
        m_state = std::make_shared<SavedState>(
            SavedState{m_state->workspace, verdict::Evaluator(m_state->evaluator), {}});
        m_state->graph = graph::build(m_state->workspace, m_state->evaluator, m_settings.ports);
    } else {
        OpeningProgress progress;
        judge(now, progress);
    }
    return m_state;
}

void OtherVersion::judge(const Settings &settings, OpeningProgress &progress)
{
    using Step = OpeningProgress::Step;
    m_settings = settings;
    m_state = std::make_shared<SavedState>(
        SavedState{kube::Workspace(settings.defaultNamespace), {}, {}});
    for (std::size_t i = 0; i < m_report.files.size() && !progress.isCancelled(); ++i) {
        progress.set(Step::Parsing, i, m_report.files.size());
        m_state->workspace.add(m_report.files[i].path, m_report.files[i].bytes);
    }
    if (progress.isCancelled())
        return;
    progress.set(Step::Judging);
    m_state->evaluator.setProfile(settings.profile);
    m_state->evaluator.update(m_state->workspace);
    m_state->graph = graph::build(m_state->workspace, m_state->evaluator, m_settings.ports);
}

std::vector<Diagnostic> OtherVersion::problems() const
{
    std::vector<Diagnostic> result;
    for (const Failure &failure : m_report.failures)
        result.push_back({Severity::Error, failure.code, {}, failure.arguments, {}});
    for (const Failure &note : m_report.notes)
        result.push_back({Severity::Note, note.code, {}, note.arguments, {}});
    for (Diagnostic &diagnostic : m_state->workspace.diagnostics())
        if (diagnostic.severity == Severity::Error)
            result.push_back(std::move(diagnostic));
    return result;
}

} // namespace drawbridge
