#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/undecided.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "messages/visible_lists.h"
#include "report/diff.h"
#include "report/exposure.h"
#include "report/list.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace drawbridge::cli {

namespace {

bool isKnownFormat(const std::string &format)
{
    for (const char *known : {"txt", "json", "csv", "md", "dot"})
        if (format == known)
            return true;
    return false;
}

/// Puts each fact beside the connections that it may change; those that are settled, no choice
/// among objects of one name changes.
void addFacts(report::List &list, const std::vector<lint::MissingFact> &facts, const Pairs &settled)
{
    std::vector<std::string> sentences;
    std::map<std::string, std::vector<std::size_t>> byEnd;
    for (std::size_t i = 0; i < facts.size(); ++i) {
        sentences.push_back(message(facts[i].diagnostic).toStdString());
        for (const std::string &end : *facts[i].ends)
            byEnd[end].push_back(i);
    }
    for (report::Connection &connection : list.connections) {
        std::vector<std::string> &missing = connection.missing;
        const bool isSettled = settled.count({connection.source, connection.target}) > 0;
        const auto add = [&](kube::Direction half, const std::string &end,
                             const std::string &other) {
            if (const auto found = byEnd.find(end); found != byEnd.end())
                for (const std::size_t i : found->second)
                    if (facts[i].mayChange(half, other) && !(isSettled && isOfTwins(facts[i])) &&
                        std::find(missing.begin(), missing.end(), sentences[i]) == missing.end())
                        missing.push_back(sentences[i]);
        };
        add(kube::Direction::Egress, connection.source, connection.target);
        add(kube::Direction::Ingress, connection.target, connection.source);
    }
}

/// How many connections the plugin makes otherwise than Kubernetes documents.
void sayUnlike(const Input &input)
{
    if (input.evaluator.profile().isStandard())
        return;
    const verdict::Evaluator standard = standardOf(input);
    const report::Diff diff =
        report::diff({input.workspace, standard}, {input.workspace, input.evaluator});
    if (diff.isTooLong)
        say(Severity::Note, Tr::tr("connections not as Kubernetes documents them: more than %1")
                                .arg(qulonglong(report::kLongestList)));
    else if (!diff.differences.empty())
        say(Severity::Note, Tr::tr("connections not as Kubernetes documents them: %1; without "
                                   "--plugin they are listed as it does")
                                .arg(diff.differences.size()));
}

std::string answer(const std::string &format, report::List list)
{
    makeVisible(list);
    if (format == "md" || format == "dot")
        return format == "md" ? report::listMarkdown(list) : report::listDot(list);
    return report::listCsv(list);
}

std::string answer(const std::string &format, report::List list, report::Exposures exposures)
{
    makeVisible(list);
    makeVisible(exposures);
    if (format == "csv")
        return report::exposuresCsv(list, exposures);
    if (format == "md")
        return report::exposuresMarkdown(list, exposures);
    return report::exposuresDot(list, exposures);
}

/// Long lists piece by piece, so that no text of the whole is made.
void takePiece(const std::string &piece)
{
    static_cast<void>(std::fwrite(piece.data(), 1, piece.size(), stdout));
}

int printedList(const std::string &format, report::List list, int code)
{
    if (format != "txt" && format != "json")
        return printed(answer(format, std::move(list)), code);
    if (format != "json")
        makeVisible(list);
    format == "json" ? report::listJson(list, takePiece) : report::listText(list, takePiece);
    return printed({}, code); // tells a failure of any of them
}

int printedExposures(const std::string &format, report::List list, report::Exposures exposures,
                     int code)
{
    if (format == "json") {
        report::exposuresJson(list, exposures, takePiece);
        return printed({}, code);
    }
    if (format != "txt")
        return printed(answer(format, std::move(list), std::move(exposures)), code);
    makeVisible(list);
    report::listText(list, takePiece);
    takePiece(list.connections.empty() ? "" : "\n");
    makeVisible(exposures);
    return printed(report::exposuresText(exposures), code);
}

} // namespace

int runList(const Arguments &arguments)
{
    const std::string format = arguments.value("-o", "txt");
    if (!isKnownFormat(format))
        return wrongUsage("list", Tr::tr("the formats are txt, json, csv, md and dot"));
    const std::optional<Input> input = readInput(arguments, arguments.words());
    if (!input)
        return Wrong;
    report::ListOptions options;
    options.groups = arguments.has("--groups");
    report::List list = report::list(input->workspace, input->evaluator, options);
    if (list.isTooLong)
        return refusedAsTooLong();
    const auto facts = sayDoubts(*input);
    for (const Diagnostic &problem : lint::linesLeftOut(input->workspace, input->evaluator))
        say(lineOf(input->workspace, problem));
    if (list.groupsLeftOut > 0)
        say(Severity::Note,
            Tr::tr("pod groups left out: %1; --groups lists them too").arg(list.groupsLeftOut));
    sayUnlike(*input);
    std::optional<report::Exposures> exposures;
    if (arguments.has("--exposure"))
        exposures = report::exposures(input->evaluator, list, options);
    if (format == "json") {
        const std::optional<Pairs> settled = addUndecided(list, *input, options, facts);
        if (!settled)
            say(Severity::Note,
                Tr::tr("connections that depend on missing facts are not in the list: "
                       "there are too many; drawbridge explain tells each"));
        addFacts(list, facts, settled.value_or(Pairs()));
    }
    if (!exposures)
        return printedList(format, std::move(list), input->with(Done));
    return printedExposures(format, std::move(list), std::move(*exposures), input->with(Done));
}

} // namespace drawbridge::cli
