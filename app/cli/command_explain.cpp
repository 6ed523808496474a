#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "edit/intent.h"
#include "messages/explain_words.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "report/escape.h"
#include "report/list.h"

#include <algorithm>

namespace drawbridge::cli {

namespace {

using verdict::Explanation;
using verdict::Party;

/// One end as it was named, and the addresses that stand for it: one for each part that some rule
/// treats otherwise.
struct NamedEnd
{
    edit::End end;
    std::vector<Party> parties;
    std::vector<std::string> names; ///< of the parties
};

/// A line of an answer that has a place.
struct Line
{
    Place place;
    QString sentence;
    std::string json; ///< members that only JSON has, each followed by a comma
};

/// One question answered in words.
struct Answer
{
    std::string source;
    std::string target;
    Explanation explanation;
    QString halves[2];
    std::vector<Line> isolating[2];
    std::vector<Line> rules[2];
    std::vector<Line> misses[2];
    std::vector<Line> doubts;
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

std::vector<kube::Cidr> rangesOf(const edit::End &end)
{
    if (end.kind == edit::End::Kind::Range)
        return {end.cidr};
    return {*kube::parseCidr("0.0.0.0/0"), *kube::parseCidr("::/0")};
}

/// The parts of an outside end that the rules of a direction tell apart.
void addParts(const verdict::Evaluator &evaluator, kube::Direction direction, NamedEnd &named)
{
    for (const kube::Cidr &cidr : rangesOf(named.end)) {
        auto parts = evaluator.outsideRanges(direction, cidr.family);
        const bool isInternetV6 =
            cidr.family == kube::Family::V6 && named.end.kind == edit::End::Kind::Internet;
        if (parts.empty() && !isInternetV6)
            parts.push_back({cidr.first, cidr.last});
        for (const auto &part : parts) {
            const kube::AddressValue first = std::max(part.first, cidr.first);
            const kube::AddressValue last = std::min(part.last, cidr.last);
            if (last < first)
                continue;
            named.parties.push_back(Party::of(kube::Address{cidr.family, first}));
            named.names.push_back(first == last ? kube::Address{cidr.family, first}.text()
                                                : report::rangeText({first, last}, cidr.family));
        }
    }
}

std::optional<NamedEnd> endNamed(const verdict::Evaluator &evaluator, const std::string &text,
                                 kube::Direction direction)
{
    const Result<edit::End> end = edit::parseEnd(evaluator, text);
    if (!end) {
        say(Severity::Error, message(end.failure()));
        return {};
    }
    NamedEnd named{*end, {}, {}};
    switch (end->kind) {
    case edit::End::Kind::Endpoint: {
        const verdict::EndpointId id = evaluator.find(end->name);
        named.parties = {Party::of(id)};
        named.names = {evaluator.endpoint(id).text()};
        break;
    }
    case edit::End::Kind::Internet:
    case edit::End::Kind::Range:
        addParts(evaluator, direction, named);
        break;
    case edit::End::Kind::Namespace:
    case edit::End::Kind::Everyone:
        wrongUsage(
            "explain",
            Tr::tr("%1 is more than one end: name a service or an address").arg(visible(text)));
        return {};
    }
    return named;
}

/// Puts the words and places to an explanation.
class Speaker
{
public:
    Speaker(const Input &input, const NamedEnd &source, const NamedEnd &target)
        : m_input(input), m_source(source), m_target(target)
    {
    }

    Answer answer(std::size_t from, std::size_t to, const kube::ConnectionSet &ports) const
    {
        const verdict::Evaluator &evaluator = m_input.evaluator;
        const Party &source = m_source.parties[from];
        const Party &target = m_target.parties[to];
        Answer answer;
        answer.source = m_source.names[from];
        answer.target = m_target.names[to];
        answer.explanation = verdict::explain(evaluator, source, target, ports);
        for (std::size_t i = 0; i < 2; ++i) {
            const verdict::HalfAnswer &half = answer.explanation.halves[i];
            const Party &own = i == 0 ? source : target;
            const Party &other = i == 0 ? target : source;
            answer.halves[i] = halfSentence(evaluator, half, own);
            for (const kube::Object *policy : half.isolating)
                answer.isolating[i].push_back(
                    {m_input.workspace.place(policy, policy->meta.nameOrigin),
                     isolatingSentence(evaluator, *policy), policyJson(*policy)});
            for (const verdict::RuleUse &use : half.rules)
                answer.rules[i].push_back(
                    {rulePlace(*use.policy, use.direction, use.rule),
                     ruleUseSentence(evaluator, use),
                     policyJson(*use.policy) + "\"rule\": " + std::to_string(use.rule + 1) +
                         ", \"connections\": " + report::jsonText(use.ports.text()) + ", "});
            for (const verdict::NearMiss &miss : half.misses)
                answer.misses[i].push_back({rulePlace(*miss.policy, miss.direction, miss.rule),
                                            missSentence(evaluator, miss, own, other),
                                            policyJson(*miss.policy) + "\"rule\": " +
                                                std::to_string(miss.rule + 1) + ", "});
        }
        for (const verdict::Doubt &doubt : answer.explanation.doubts)
            answer.doubts.push_back(
                {doubtPlace(doubt), doubtSentence(evaluator, doubt), std::string()});
        return answer;
    }

private:
    Place rulePlace(const kube::Object &policy, kube::Direction direction, std::size_t rule) const
    {
        return m_input.workspace.place(&policy, policy.policy()->rules(direction)[rule].origin);
    }

    Place doubtPlace(const verdict::Doubt &doubt) const
    {
        if (doubt.policy)
            return m_input.workspace.place(doubt.policy, doubt.origin);
        const auto &objects = m_input.evaluator.endpoint(doubt.end).objects;
        return objects.empty()
                   ? Place{}
                   : m_input.workspace.place(objects.front(), objects.front()->meta.nameOrigin);
    }

    std::string policyJson(const kube::Object &policy) const
    {
        return "\"policy\": " +
               report::jsonText(m_input.evaluator.namespaceOf(&policy) + '/' + policy.meta.name) +
               ", ";
    }

    const Input &m_input;
    const NamedEnd &m_source;
    const NamedEnd &m_target;
};

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

/// The call that would allow it, if that can be planned: with the ports asked for, else with those
/// that one half admits already.
std::string repairOf(const Input &input, const Arguments &arguments, const NamedEnd &source,
                     const NamedEnd &target, const Explanation &explanation)
{
    if (explanation.verdict != Explanation::Verdict::NotAllowed)
        return {};
    kube::ConnectionSet ports = explanation.asked;
    if (ports.isAll())
        for (const verdict::HalfAnswer &half : explanation.halves)
            if (!half.admitted.isAll() && !half.admitted.isEmpty())
                ports = half.admitted;
    if (ports.isAll())
        return {};
    const std::vector<edit::PortSpan> spans = edit::spansOf(ports);
    const auto plan =
        edit::rewrite(input.workspace, input.evaluator, edit::Allow{source.end, target.end, spans});
    if (!plan)
        return {};
    const std::vector<std::string> &words = arguments.words();
    std::string call = "drawbridge allow " + quoted(words[0]) + ' ' + quoted(words[1]);
    for (const edit::PortSpan &span : spans) {
        call += std::string(" --port ") + nameOf(span.protocol) + '/' +
                (span.first == 0 ? "all" : std::to_string(span.first));
        if (span.last > span.first)
            call += '-' + std::to_string(span.last);
    }
    for (std::size_t i = 2; i < words.size(); ++i)
        call += ' ' + quoted(words[i]);
    if (arguments.has("-n"))
        call += " -n " + quoted(arguments.value("-n"));
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

void addLines(std::string &text, const kube::Workspace &workspace, const std::vector<Line> &lines)
{
    for (const Line &line : lines)
        text += "  " + placeText(workspace, line.place) + line.sentence.toStdString() + '\n';
}

std::string textOf(const kube::Workspace &workspace, const Answer &answer)
{
    std::string text = shown(answer.source) + " => " + shown(answer.target) + " : " +
                       askedWords(answer.explanation.asked).toStdString() + '\n' +
                       verdictSentence(answer.explanation).toStdString() + '\n';
    addLines(text, workspace, answer.doubts);
    if (answer.explanation.isSelf || answer.explanation.isBetweenOthers)
        return text;
    for (std::size_t i = 0; i < 2; ++i) {
        text += answer.halves[i].toStdString() + '\n';
        addLines(text, workspace, answer.rules[i]);
        // What isolates an end is told where nothing else tells why it is closed.
        if (answer.rules[i].empty())
            addLines(text, workspace, answer.isolating[i]);
        addLines(text, workspace, answer.misses[i]);
    }
    if (!answer.repair.empty())
        text += Tr::tr("This allows it: %1").arg(visible(answer.repair)).toStdString() + '\n';
    return text;
}

std::string linesJson(const kube::Workspace &workspace, const std::vector<Line> &lines)
{
    std::string text = "[";
    const char *separator = "";
    for (const Line &line : lines) {
        text += std::string(separator) + "{" + line.json +
                "\"message\": " + report::jsonText(line.sentence.toStdString());
        if (workspace.contains(line.place.file)) {
            const yaml::File &file = workspace.file(line.place.file);
            const LineColumn at = file.lineColumn(line.place.range.begin);
            text += ", \"path\": " + report::jsonText(file.path()) +
                    ", \"line\": " + std::to_string(at.line) +
                    ", \"column\": " + std::to_string(at.column);
        }
        text += '}';
        separator = ", ";
    }
    return text + ']';
}

std::string jsonOf(const kube::Workspace &workspace, const Answer &answer)
{
    const Explanation &explanation = answer.explanation;
    std::string text =
        "  {\"source\": " + report::jsonText(answer.source) +
        ", \"destination\": " + report::jsonText(answer.target) +
        ", \"asked\": " + report::jsonText(explanation.asked.text()) + ", \"verdict\": \"" +
        wordOf(explanation.verdict) +
        "\", \"connections\": " + report::jsonText(explanation.allowed.text()) +
        ", \"message\": " + report::jsonText(verdictSentence(explanation).toStdString()) +
        ",\n   \"missing\": " + linesJson(workspace, answer.doubts) + ",\n   \"halves\": [";
    for (std::size_t i = 0; i < 2; ++i)
        text += std::string(i == 0 ? "\n" : ",\n") + "    {\"direction\": \"" +
                (i == 0 ? "egress" : "ingress") +
                "\", \"connections\": " + report::jsonText(explanation.halves[i].admitted.text()) +
                ", \"message\": " + report::jsonText(answer.halves[i].toStdString()) +
                ",\n     \"isolatedBy\": " + linesJson(workspace, answer.isolating[i]) +
                ",\n     \"rules\": " + linesJson(workspace, answer.rules[i]) +
                ",\n     \"nearMisses\": " + linesJson(workspace, answer.misses[i]) + "}";
    return text + "],\n   \"repair\": " + report::jsonText(answer.repair) + "}";
}

/// Nothing if a port cannot be read, which was said; empty for any port.
std::optional<kube::ConnectionSet> portsAsked(const Arguments &arguments)
{
    std::vector<edit::PortSpan> spans;
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
    const auto target = endNamed(input->evaluator, words[1], kube::Direction::Egress);
    if (!source || !target)
        return Wrong;

    std::string text = format == "json" ? "[" : "";
    bool isAllowed = true;
    const Speaker speaker(*input, *source, *target);
    const char *separator = format == "json" ? "\n" : "";
    for (std::size_t from = 0; from < source->parties.size(); ++from)
        for (std::size_t to = 0; to < target->parties.size(); ++to) {
            Answer answer = speaker.answer(from, to, *ports);
            answer.repair = repairOf(*input, arguments, *source, *target, answer.explanation);
            isAllowed = isAllowed && answer.explanation.verdict == Explanation::Verdict::Allowed;
            text += separator + (format == "json" ? jsonOf(input->workspace, answer)
                                                  : textOf(input->workspace, answer));
            separator = format == "json" ? ",\n" : "\n";
        }
    return printed(text + (format == "json" ? "\n]\n" : ""), input->with(isAllowed ? Done : Found));
}

} // namespace drawbridge::cli
