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
/// only the first have fixes.
constexpr std::size_t kMostPlanned = 1000;

/// `withFixes`: those of the first problems that have any; the others say so.
std::vector<report::Finding> inWords(const Input &input, const std::vector<Diagnostic> &findings,
                                     bool withFixes)
{
    std::vector<report::Finding> result;
    result.reserve(findings.size());
    std::size_t planned = 0;
    bool isCut = false;
    for (const Diagnostic &finding : findings) {
        result.push_back(output::findingOf(input.workspace, finding));
        result.back().fixesLeftOut = isCut;
        if (!withFixes || isCut)
            continue;
        auto fixes = output::fixesOf(input.workspace, input.evaluator, finding);
        if (fixes.empty())
            continue;
        isCut = planned == kMostPlanned;
        if (isCut) {
            result.back().fixesLeftOut = true;
            continue;
        }
        result.back().fixes = std::move(fixes);
        ++planned;
    }
    if (isCut)
        say(Severity::Note, Tr::tr("Only the first %1 problems that can be mended have fixes here. "
                                   "Mend them and run it again, or check fewer files at a time.")
                                .arg(kMostPlanned));
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
