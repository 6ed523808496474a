#include "cli/input.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "kube/names.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QStringList>

#include <algorithm>
#include <set>

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

QString pluginNames()
{
    QStringList names;
    for (verdict::Plugin plugin : verdict::plugins())
        names += QLatin1String(verdict::nameOf(plugin));
    return names.join(QStringLiteral(", "));
}

bool takesPlugin(const Arguments &arguments, verdict::Evaluator &evaluator)
{
    const std::string text = arguments.value("--plugin", "kubernetes");
    const auto profile = verdict::PluginProfile::parse(text);
    if (profile) {
        evaluator.setProfile(*profile);
        return true;
    }
    const std::string name = text.substr(0, text.find('@'));
    wrongUsage(arguments.command(),
               verdict::PluginProfile::parse(name)
                   ? Tr::tr("%1 has no version that can be read; write it as %2@1.16")
                         .arg(visible(text), visible(name))
                   : Tr::tr("%1 is no network plugin that is known; the names are %2")
                         .arg(visible(name), pluginNames()));
    return false;
}

/// Not said of the standard.
void sayPlugin(const verdict::PluginProfile &profile)
{
    if (profile.isStandard())
        return;
    if (profile.enforces)
        say(Severity::Note, Tr::tr("judged as %1 enforces policies").arg(visible(profile.title())));
    else
        say(Severity::Warning, message(Code::PluginEnforcesNothing, {profile.title()}));
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
    if (!takesNamespace(arguments, input.workspace) || !takesPlugin(arguments, input.evaluator))
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
    if (options.saysPlugin)
        sayPlugin(input.evaluator.profile());
    return input;
}

verdict::Evaluator standardOf(const Input &input)
{
    verdict::Evaluator evaluator(input.evaluator);
    evaluator.setProfile({});
    evaluator.update(input.workspace);
    return evaluator;
}

std::vector<lint::MissingFact> sayDoubts(const Input &input)
{
    std::vector<lint::MissingFact> facts = lint::missingFacts(input.workspace, input.evaluator);
    std::set<QString> said; // of one thing several facts may be missing
    for (const lint::MissingFact &fact : facts) {
        const bool isTold = std::any_of(
            input.diagnostics.begin(), input.diagnostics.end(), [&](const Diagnostic &one) {
                const Place &place = fact.diagnostic.place;
                return one.code == fact.diagnostic.code && one.place.file == place.file &&
                       place.range.begin <= one.place.range.begin &&
                       one.place.range.end <= place.range.end;
            });
        if (isTold)
            continue;
        Diagnostic note = fact.diagnostic;
        note.severity = Severity::Note;
        if (const auto line = lineOf(input.workspace, note); said.insert(line).second)
            say(line);
    }
    // Policies of other kinds could change what is told.
    for (const Diagnostic &note : lint::unjudgedKinds(input.workspace))
        if (note.arguments.front().find("Polic") != std::string::npos)
            say(lineOf(input.workspace, note));
    for (const Diagnostic &note : lint::nothingJudged(input.workspace, input.evaluator))
        say(lineOf(input.workspace, note));
    return facts;
}

} // namespace drawbridge::cli
