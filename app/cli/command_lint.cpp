#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "lint/ids.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/findings.h"
#include "report/list.h"

#include <algorithm>
#include <optional>
#include <unistd.h>

namespace drawbridge::cli {

using output::wordOf;

namespace {

std::optional<Severity> severityNamed(const std::string &name)
{
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Hint})
        if (name == wordOf(severity))
            return severity;
    return {};
}

std::string placeJson(const kube::Workspace &workspace, const Place &place)
{
    const yaml::File &file = workspace.file(place.file);
    const LineColumn begin = file.lineColumn(place.range.begin);
    const LineColumn end = file.lineColumn(place.range.end);
    return "\"path\": " + report::jsonString(file.path()) +
           ", \"line\": " + std::to_string(begin.line) +
           ", \"column\": " + std::to_string(begin.column) +
           ", \"endLine\": " + std::to_string(end.line) +
           ", \"endColumn\": " + std::to_string(end.column);
}

std::string findingJson(const kube::Workspace &workspace, const Diagnostic &finding)
{
    std::string text =
        std::string("  {\"id\": \"") + lint::idOf(finding.code) + "\", \"severity\": \"" +
        wordOf(finding.severity) + "\", " + placeJson(workspace, finding.place) +
        ", \"message\": " + report::jsonString(message(finding).toStdString()) + ", \"related\": [";
    const char *separator = "";
    for (const Place &place : finding.related) {
        text += separator + ("{" + placeJson(workspace, place)) + '}';
        separator = ", ";
    }
    return text + "]}";
}

std::string findingsJson(const kube::Workspace &workspace, const std::vector<Diagnostic> &findings)
{
    std::string text = "[";
    const char *separator = "\n";
    for (const Diagnostic &finding : findings) {
        text += separator + findingJson(workspace, finding);
        separator = ",\n";
    }
    return text + (findings.empty() ? "]\n" : "\n]\n");
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
    if (format == "sarif" || format == "junit" || format == "github")
        return notYet("lint", "-o " + format);
    if (format != "txt" && format != "json")
        return wrongUsage("lint", Tr::tr("the formats are txt and json"));
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
    return printed(format == "json" ? findingsJson(input->workspace, findings)
                                    : findingsText(input->workspace, findings),
                   input->with(fails ? Found : Done));
}

} // namespace drawbridge::cli
