#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "edit/asked_ends.h"
#include "lint/facts.h"
#include "messages/explain_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "messages/visible_lists.h"
#include "report/escape.h"
#include "report/list.h"

#include <algorithm>
#include <map>
#include <set>

namespace drawbridge::cli {

namespace {

using verdict::Explanation;

/// One end as it was named, and the parts of it that rules tell apart.
struct NamedEnd
{
    edit::End end;
    std::vector<edit::AskedEnd> parts;
};

/// One question answered.
struct Answer
{
    std::string source;
    std::string target;
    Explanation explanation;
    std::vector<Reason> reasons;
    std::string repair; ///< the call that would allow it; empty if there is none
};

const char *wordOf(Explanation::Verdict verdict)
{
    switch (verdict) {
    case Explanation::Verdict::Allowed:
        return "allowed";
    case Explanation::Verdict::NotAllowed:
        return "not allowed";
    case Explanation::Verdict::CannotTell:
        return "cannot tell";
    }
    return "";
}

std::optional<NamedEnd> endNamed(const verdict::Evaluator &evaluator, const std::string &text,
                                 kube::Direction direction)
{
    const Result<edit::End> end = edit::parseEnd(evaluator, text);
    if (!end) {
        say(Severity::Error, message(end.failure()));
        return {};
    }
    NamedEnd named{*end, edit::askedEnds(evaluator, *end, direction)};
    if (named.parts.empty()) {
        wrongUsage(
            "explain",
            Tr::tr("%1 is more than one end: name a service or an address").arg(visible(text)));
        return {};
    }
    return named;
}

std::string nameOf(const verdict::Evaluator &evaluator, const edit::AskedEnd &end)
{
    if (!end.range)
        return evaluator.endpoint(end.party.endpoint).text();
    return end.range->first == end.range->last ? end.party.address.text()
                                               : report::rangeText(*end.range, end.family);
}

Answer answerTo(const Input &input, const edit::AskedEnd &source, const edit::AskedEnd &target,
                const kube::ConnectionSet &ports)
{
    const verdict::Evaluator &evaluator = input.evaluator;
    Answer answer{nameOf(evaluator, source),
                  nameOf(evaluator, target),
                  verdict::explain(input.workspace, evaluator, source.party, target.party, ports),
                  {},
                  {}};
    answer.reasons =
        reasonsOf(input.workspace, evaluator, answer.explanation, source.party, target.party);
    return answer;
}

const char *wordOf(kube::RuleAction action)
{
    switch (action) {
    case kube::RuleAction::Accept:
        return "accept";
    case kube::RuleAction::Deny:
        return "deny";
    case kube::RuleAction::Pass:
        return "pass";
    }
    return "";
}

/// The word as one of a shell.
std::string quoted(const std::string &word)
{
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               std::string_view("-_./:@%+=,").find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    std::string text = "'";
    for (char c : word)
        text += c == '\'' ? "'\\''" : std::string(1, c);
    return text + '\'';
}

/// The call that would allow it, if that can be planned.
std::string repairOf(const Input &input, const Arguments &arguments, const NamedEnd &source,
                     const NamedEnd &target, const std::vector<edit::PortSpan> &spans)
{
    const auto plan =
        edit::rewrite(input.workspace, input.evaluator, edit::Allow{source.end, target.end, spans});
    if (!plan || !isRepair(*plan))
        return {};
    const std::vector<std::string> &words = arguments.words();
    std::string call = "drawbridge allow " + quoted(words[0]) + ' ' + quoted(words[1]);
    for (const edit::PortSpan &span : spans) {
        call += std::string(" --port ") + kube::nameOf(span.protocol) + '/' +
                (span.first == 0 ? "all" : std::to_string(span.first));
        if (span.last > span.first)
            call += '-' + std::to_string(span.last);
    }
    for (std::size_t i = 2; i < words.size(); ++i)
        call += ' ' + quoted(words[i]);
    if (arguments.has("-n"))
        call += " -n " + quoted(arguments.value("-n"));
    if (arguments.has("--plugin"))
        call += " --plugin " + quoted(arguments.value("--plugin"));
    return call + (plan->alsoChanges.empty() ? "" : " --also");
}

std::string placeText(const kube::Workspace &workspace, const Place &place)
{
    if (!workspace.contains(place.file))
        return {};
    const yaml::File &file = workspace.file(place.file);
    const LineColumn at = file.lineColumn(place.range.begin);
    return shown(file.path()) + ':' + std::to_string(at.line) + ':' + std::to_string(at.column) +
           ": ";
}

std::string textOf(const kube::Workspace &workspace, const Answer &answer)
{
    std::string text = shown(answer.source) + " => " + shown(answer.target) + " : " +
                       askedWords(answer.explanation.asked).toStdString() + '\n' +
                       verdictSentence(answer.explanation).toStdString() + '\n';
    for (const Reason &reason : answer.reasons) {
        // What isolates an end is told where no rule of a NetworkPolicy tells of it.
        const auto &rules = answer.explanation.halves[reason.half].rules;
        if (reason.kind == Reason::Kind::Isolating &&
            std::any_of(rules.begin(), rules.end(),
                        [](const verdict::RuleUse &use) { return use.policy->policy(); }))
            continue;
        if (reason.kind != Reason::Kind::Half)
            text += "  " + placeText(workspace, reason.place);
        text += reason.sentence.toStdString() + '\n';
    }
    if (!answer.repair.empty())
        text += Tr::tr("This allows it: %1").arg(visible(answer.repair)).toStdString() + '\n';
    return text;
}

std::string reasonJson(const Input &input, const Reason &reason)
{
    std::string text = "{";
    if (reason.policy)
        text += "\"policy\": " +
                report::jsonText(reason.policy->isClusterScoped()
                                     ? reason.policy->meta.name
                                     : input.evaluator.namespaceOf(reason.policy) + '/' +
                                           reason.policy->meta.name) +
                ", ";
    if (reason.kind == Reason::Kind::Rule || reason.kind == Reason::Kind::NearMiss)
        text += "\"rule\": " + std::to_string(reason.rule + 1) + ", ";
    if (reason.kind == Reason::Kind::Rule)
        text += std::string("\"action\": \"") + wordOf(reason.action) +
                "\", \"connections\": " + report::jsonText(reason.ports.text()) + ", ";
    text += "\"message\": " + report::jsonText(reason.sentence.toStdString());
    if (input.workspace.contains(reason.place.file)) {
        const yaml::File &file = input.workspace.file(reason.place.file);
        const LineColumn at = file.lineColumn(reason.place.range.begin);
        text += ", \"path\": " + report::jsonText(file.path()) +
                ", \"line\": " + std::to_string(at.line) +
                ", \"column\": " + std::to_string(at.column);
    }
    return text + '}';
}

std::string reasonsJson(const Input &input, const Answer &answer, Reason::Kind kind,
                        std::size_t half = 0)
{
    std::string text = "[";
    const char *separator = "";
    for (const Reason &reason : answer.reasons)
        if (reason.kind == kind && reason.half == half) {
            text += separator + reasonJson(input, reason);
            separator = ", ";
        }
    return text + ']';
}

std::string halfJson(const Input &input, const Answer &answer, std::size_t half)
{
    return std::string("    {\"direction\": \"") + (half == 0 ? "egress" : "ingress") +
           "\", \"connections\": " +
           report::jsonText(answer.explanation.halves[half].admitted.text()) +
           ",\n     \"isolatedBy\": " + reasonsJson(input, answer, Reason::Kind::Isolating, half) +
           ",\n     \"rules\": " + reasonsJson(input, answer, Reason::Kind::Rule, half) +
           ",\n     \"nearMisses\": " + reasonsJson(input, answer, Reason::Kind::NearMiss, half) +
           "}";
}

std::string jsonOf(const Input &input, const Answer &answer)
{
    const Explanation &explanation = answer.explanation;
    return "  {\"source\": " + report::jsonText(answer.source) +
           ", \"destination\": " + report::jsonText(answer.target) +
           ", \"asked\": " + report::jsonText(explanation.asked.text()) + ", \"verdict\": \"" +
           wordOf(explanation.verdict) +
           "\", \"connections\": " + report::jsonText(explanation.allowed.text()) +
           ", \"message\": " + report::jsonText(verdictSentence(explanation).toStdString()) +
           ",\n   \"missing\": " + reasonsJson(input, answer, Reason::Kind::Doubt) +
           ",\n   \"halves\": [\n" + halfJson(input, answer, 0) + ",\n" +
           halfJson(input, answer, 1) + "],\n   \"repair\": " + report::jsonText(answer.repair) +
           "}";
}

/// What Kubernetes documents, where the plugin makes it otherwise.
void sayUnlike(const Input &input, const verdict::Evaluator &standard, const edit::AskedEnd &source,
               const edit::AskedEnd &target, const Answer &answer, const kube::ConnectionSet &ports)
{
    const Explanation other =
        verdict::explain(input.workspace, standard, source.party, target.party, ports);
    if (other.verdict != answer.explanation.verdict || other.allowed != answer.explanation.allowed)
        say(Severity::Note,
            Tr::tr("%1 => %2, as Kubernetes documents it: %3")
                .arg(visible(answer.source), visible(answer.target), verdictSentence(other)));
}

/// Nothing if a port cannot be read, which was said; empty for any port.
std::optional<kube::ConnectionSet> portsAsked(const Arguments &arguments)
{
    std::vector<edit::PortSpan> spans;
    if (arguments.values("--port") == std::vector<std::string>{"all"})
        return kube::ConnectionSet::all();
    for (const std::string &text : arguments.values("--port")) {
        const Result<edit::PortSpan> span = edit::parsePort(text);
        if (!span) {
            wrongUsage("explain", message(span.failure()));
            return {};
        }
        spans.push_back(*span);
    }
    return spans.empty() ? kube::ConnectionSet() : edit::connections(spans);
}

/// What holds for some pods of an end need not hold for the others.
void sayWherePodsDiffer(const Input &input, const std::vector<const NamedEnd *> &ends)
{
    std::set<std::string> asked;
    for (const NamedEnd *end : ends)
        for (const edit::AskedEnd &part : end->parts)
            if (!part.party.isOutside())
                asked.insert(input.evaluator.endpoint(part.party.endpoint).text());
    for (const Diagnostic &gap : lint::labelGaps(input.workspace, input.evaluator))
        if (asked.count(gap.arguments.front()) > 0)
            say(lineOf(input.workspace, gap));
}

} // namespace

int runExplain(const Arguments &arguments)
{
    const std::string format = arguments.value("-o", "txt");
    if (format != "txt" && format != "json")
        return wrongUsage("explain", Tr::tr("the formats are txt and json"));
    const std::vector<std::string> &words = arguments.words();
    if (words.size() < 3)
        return wrongUsage("explain", Tr::tr("a source, a target and a file are needed"));
    const std::optional<kube::ConnectionSet> ports = portsAsked(arguments);
    if (!ports)
        return Wrong;
    const std::optional<Input> input = readInput(arguments, {words.begin() + 2, words.end()});
    if (!input)
        return Wrong;
    const auto source = endNamed(input->evaluator, words[0], kube::Direction::Ingress);
    if (!source && words[1] == words[0])
        return Wrong; // it is said
    const auto target = endNamed(input->evaluator, words[1], kube::Direction::Egress);
    if (!source || !target)
        return Wrong;
    constexpr std::size_t kMostAnswers = 10'000; // far more than anybody reads
    if (const std::size_t count = source->parts.size() * target->parts.size();
        count > kMostAnswers) {
        say(Severity::Error, Tr::tr("rules part these addresses into ranges with %1 answers, more "
                                    "than the %2 that are told: ask about fewer addresses")
                                 .arg(qulonglong(count))
                                 .arg(qulonglong(kMostAnswers)));
        return Refused;
    }

    sayWherePodsDiffer(*input, {&*source, &*target});
    const verdict::Evaluator standard = standardOf(*input);
    std::string text = format == "json" ? "[" : "";
    bool isAllowed = true;
    const char *separator = format == "json" ? "\n" : "";
    std::map<std::string, std::string> repairs; ///< by the ports to allow
    for (const edit::AskedEnd &from : source->parts)
        for (const edit::AskedEnd &to : target->parts) {
            Answer answer = answerTo(*input, from, to, *ports);
            if (!input->evaluator.profile().isStandard())
                sayUnlike(*input, standard, from, to, answer, *ports);
            if (const auto spans = portsToAllow(answer.explanation)) {
                const std::string wanted = edit::connections(*spans).text();
                const auto known = repairs.find(wanted);
                answer.repair = known != repairs.end()
                                    ? known->second
                                    : repairOf(*input, arguments, *source, *target, *spans);
                repairs[wanted] = answer.repair;
            }
            isAllowed = isAllowed && answer.explanation.verdict == Explanation::Verdict::Allowed;
            text += separator +
                    (format == "json" ? jsonOf(*input, answer) : textOf(input->workspace, answer));
            separator = format == "json" ? ",\n" : "\n";
        }
    return printed(text + (format == "json" ? "\n]\n" : ""), input->with(isAllowed ? Done : Found));
}

} // namespace drawbridge::cli
