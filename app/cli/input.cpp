#include "cli/input.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "kube/names.h"
#include "messages/messages.h"
#include "messages/tr.h"

namespace drawbridge::cli {

namespace {

bool takesNamespace(const Arguments &arguments, kube::Workspace &workspace)
{
    if (!arguments.has("-n"))
        return true;
    const std::string name = arguments.value("-n");
    if (!kube::dnsLabelFaults(name).empty()) {
        wrongUsage(arguments.command(), Tr::tr("%1 is no name of a namespace").arg(visible(name)));
        return false;
    }
    workspace.setDefaultNamespace(name);
    workspace.setDefaultNamespaceGiven(true);
    return true;
}

bool takesPlugin(const Arguments &arguments)
{
    const std::string plugin = arguments.value("--plugin", "kubernetes");
    if (plugin.substr(0, plugin.find('@')) == "kubernetes")
        return true;
    notYet(arguments.command(), "--plugin " + plugin);
    return false;
}

void sayAll(const LoadReport &report)
{
    for (const Failure &failure : report.failures)
        say(Severity::Error, message(failure));
    for (const Failure &note : report.notes)
        say(Severity::Note, message(note));
}

} // namespace

std::optional<Input> readInput(const Arguments &arguments, const std::vector<std::string> &paths,
                               const InputOptions &options)
{
    if (paths.empty()) {
        wrongUsage(arguments.command(), Tr::tr("no file or folder was given"));
        return {};
    }
    return takeInput(arguments, load(paths), options);
}

std::optional<Input> takeInput(const Arguments &arguments, LoadReport report,
                               const InputOptions &options)
{
    Input input;
    if (!takesNamespace(arguments, input.workspace) || !takesPlugin(arguments))
        return {};
    sayAll(report);
    input.isIncomplete = !report.failures.empty();
    if (input.isIncomplete) {
        input.code = Wrong;
        if (report.files.empty())
            return {};
    }
    for (LoadedFile &file : report.files)
        input.workspace.add(std::move(file.path), std::move(file.bytes));
    input.diagnostics = input.workspace.diagnostics();
    for (const Diagnostic &diagnostic : input.diagnostics) {
        if (options.saysDiagnostics)
            say(lineOf(input.workspace, diagnostic));
        if (diagnostic.severity == Severity::Error && !arguments.has("--keep-going"))
            input.code = Wrong;
    }
    input.evaluator.update(input.workspace);
    return input;
}

std::vector<lint::MissingFact> sayDoubts(const Input &input)
{
    std::vector<lint::MissingFact> facts = lint::missingFacts(input.workspace, input.evaluator);
    for (const lint::MissingFact &fact : facts) {
        Diagnostic note = fact.diagnostic;
        note.severity = Severity::Note;
        say(lineOf(input.workspace, note));
    }
    // Policies of other kinds could change what is told.
    for (const Diagnostic &note : lint::unjudgedKinds(input.workspace))
        if (note.arguments.front().find("Polic") != std::string::npos)
            say(lineOf(input.workspace, note));
    return facts;
}

} // namespace drawbridge::cli
