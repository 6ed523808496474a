#include "base/effort.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/finding_fixes.h"
#include "output/findings.h"
#include "report/findings.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unistd.h>
#include <utility>

namespace drawbridge::cli {

namespace {

std::optional<Severity> severityNamed(const std::string &name)
{
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Hint})
        if (name == output::wordOf(severity))
            return severity;
    return {};
}

std::string findingsText(const kube::Workspace &workspace, const std::vector<Diagnostic> &findings)
{
    std::string text;
    for (const Diagnostic &finding : findings)
        text += lineOf(workspace, finding).toStdString() + '\n';
    return text;
}

std::vector<Diagnostic> findingsOf(const Input &input)
{
    std::vector<Diagnostic> findings = input.diagnostics;
    const std::vector<Diagnostic> more = lint::lint(input.workspace, input.evaluator);
    findings.insert(findings.end(), more.begin(), more.end());
    std::stable_sort(findings.begin(), findings.end(),
                     [&](const Diagnostic &a, const Diagnostic &b) {
                         const std::string &x = input.workspace.file(a.place.file).path();
                         const std::string &y = input.workspace.file(b.place.file).path();
                         return x != y ? x < y : a.place.range.begin < b.place.range.begin;
                     });
    return findings;
}

/// Each fix is planned on a copy of everything, which takes its time: of more problems than that
/// only the first have fixes, and those whose fixes take more than their share have none.
constexpr std::size_t kMostPlanned = 1000;
constexpr std::size_t kMostEffort = 40'000'000; ///< for all; see base/effort.h
constexpr std::size_t kMostEffortForOne = kMostEffort / 2;
constexpr std::size_t kMostEnds = 50'000; ///< of a copy that knows more there is no room

/// Plans fixes until there are enough of them, or they have taken enough.
class FixPlanner
{
public:
    explicit FixPlanner(const Input &input)
        : m_input(input), m_isAtEnd(input.evaluator.endpoints().size() > kMostEnds)
    {
    }

    void addTo(report::Finding &to, const Diagnostic &finding)
    {
        if (m_isAtEnd || m_effort >= kMostEffort) {
            to.fixesLeftOut = m_hasLeftOut = true;
            return;
        }
        auto fixes = planned(finding);
        if (fixes && fixes->empty())
            return;
        m_isAtEnd = m_planned == kMostPlanned;
        if (m_isAtEnd || !fixes) {
            to.fixesLeftOut = m_hasLeftOut = true;
            return;
        }
        to.fixes = std::move(*fixes);
        ++m_planned;
    }
    std::size_t count() const { return m_planned; }
    bool hasLeftOut() const { return m_hasLeftOut; }

private:
    std::optional<std::vector<report::FindingFix>> planned(const Diagnostic &finding)
    {
        const std::size_t begin = effort();
        std::optional<std::vector<report::FindingFix>> fixes;
        try {
            const EffortLimit limit(kMostEffortForOne);
            fixes = output::fixesOf(m_input.workspace, m_input.evaluator, finding);
        } catch (const EffortSpent &) {
            fixes.reset();
        }
        m_effort += effort() - begin;
        return fixes;
    }

    const Input &m_input;
    std::size_t m_planned = 0;
    std::size_t m_effort = 0;
    bool m_isAtEnd;
    bool m_hasLeftOut = false;
};

/// `withFixes`: those of the problems that have any, or it is said that not all have theirs.
std::vector<report::Finding> inWords(const Input &input, const std::vector<Diagnostic> &findings,
                                     bool withFixes)
{
    std::vector<report::Finding> result;
    result.reserve(findings.size());
    FixPlanner planner(input);
    for (const Diagnostic &finding : findings) {
        result.push_back(output::findingOf(input.workspace, finding));
        if (withFixes)
            planner.addTo(result.back(), finding);
    }
    if (planner.hasLeftOut())
        say(Severity::Note,
            Tr::tr(
                "Not all problems that can be mended have fixes here (%1 have): to plan all would "
                "take too long. Mend some and run it again, or check fewer files at a time.")
                .arg(planner.count()));
    return result;
}

std::vector<std::string> pathsOf(const kube::Workspace &workspace)
{
    std::vector<std::string> paths;
    for (FileId id : workspace.files())
        paths.push_back(workspace.file(id).path());
    return paths;
}

std::string answer(const std::string &format, const Input &input,
                   const std::vector<Diagnostic> &found, Severity failOn)
{
    if (format == "txt")
        return findingsText(input.workspace, found);
    const std::vector<report::Finding> findings =
        inWords(input, found, format == "json" || format == "sarif");
    if (format == "json")
        return report::findingsJson(findings);
    if (format == "github")
        return report::findingsGithub(findings);
    if (format == "sarif")
        return report::findingsSarif(findings, DRAWBRIDGE_VERSION);
    std::vector<std::string> failing;
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Hint})
        if (severity <= failOn)
            failing.emplace_back(output::wordOf(severity));
    return report::findingsJunit(findings, pathsOf(input.workspace), failing);
}

/// Broken documents are always told on standard error; not twice to the same eyes.
void sayErrors(const Input &input, bool isText)
{
    if (isText && isatty(STDOUT_FILENO))
        return;
    for (const Diagnostic &diagnostic : input.diagnostics)
        if (diagnostic.severity == Severity::Error)
            say(lineOf(input.workspace, diagnostic));
}

} // namespace

int runLint(const Arguments &arguments)
{
    const std::string format = arguments.value("-o", "txt");
    const std::array<std::string_view, 5> formats{"txt", "json", "sarif", "junit", "github"};
    if (std::find(formats.begin(), formats.end(), format) == formats.end())
        return wrongUsage("lint", Tr::tr("the formats are txt, json, sarif, junit and github"));
    const auto failOn = severityNamed(arguments.value("--fail-on", "hint"));
    if (!failOn)
        return wrongUsage("lint", Tr::tr("--fail-on takes error, warning or hint"));
    const std::optional<Input> input = readInput(arguments, arguments.words(), {false});
    if (!input)
        return Wrong;
    sayErrors(*input, format == "txt");
    const std::vector<Diagnostic> findings = findingsOf(*input);
    const bool fails = std::any_of(findings.begin(), findings.end(), [&](const Diagnostic &d) {
        return d.severity <= *failOn; // the gravest comes first
    });
    return printed(answer(format, *input, findings, *failOn), input->with(fails ? Found : Done));
}

} // namespace drawbridge::cli
