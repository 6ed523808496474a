#include "cli/commands.h"
#include "cli/editing.h"
#include "cli/output.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <optional>

namespace drawbridge::cli {

namespace {

/// SRC, DST and the ports of a call, in the words of the workspace.
struct Question
{
    edit::End source;
    edit::End target;
    std::vector<edit::PortSpan> ports; ///< none: all
};

/// Nothing if something is wrong, which was said.
std::optional<Question> questionOf(const Arguments &arguments, const Input &input)
{
    Question question;
    for (std::size_t i = 0; i < 2; ++i) {
        const Result<edit::End> end = edit::parseEnd(input.evaluator, arguments.words()[i]);
        if (!end) {
            say(Severity::Error, message(end.failure()));
            return {};
        }
        (i == 0 ? question.source : question.target) = *end;
    }
    return question;
}

/// False if a port cannot be read, which was said. `all` stands alone.
bool readPorts(const Arguments &arguments, std::vector<edit::PortSpan> &ports)
{
    const std::vector<std::string> texts = arguments.values("--port");
    for (const std::string &text : texts) {
        if (text == "all") {
            if (texts.size() == 1)
                return true;
            wrongUsage(arguments.command(), Tr::tr("--port all leaves no room for other ports"));
            return false;
        }
        const Result<edit::PortSpan> port = edit::parsePort(text);
        if (!port) {
            wrongUsage(arguments.command(), message(port.failure()));
            return false;
        }
        ports.push_back(*port);
    }
    return true;
}

/// The first pairs, for one sentence.
std::string namesOf(const edit::PairChanges &changes)
{
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < changes.pairs.size() && i < most; ++i)
        text += (i ? ", " : "") + changes.pairs[i].source + " => " + changes.pairs[i].target;
    return changes.size() > most ? text + ", …" : text;
}

int runEdit(const Arguments &arguments, bool allows)
{
    const std::vector<std::string> &words = arguments.words();
    if (words.size() < 3)
        return wrongUsage(arguments.command(), Tr::tr("a source, a target and a file are needed"));
    if (allows && !arguments.has("--port"))
        return wrongUsage(arguments.command(), Tr::tr("say which ports: --port TCP/8080 or all"));
    std::vector<edit::PortSpan> ports;
    if (!readPorts(arguments, ports))
        return Wrong;
    const std::optional<Input> input = readInput(arguments, {words.begin() + 2, words.end()});
    if (!input || input->isIncomplete)
        return Wrong;
    const std::optional<Question> asked = questionOf(arguments, *input);
    if (!asked)
        return Wrong;
    const edit::Intent intent =
        allows ? edit::Intent(edit::Allow{asked->source, asked->target, ports})
               : edit::Intent(edit::Revoke{asked->source, asked->target, ports});
    const auto plan = planned(*input, intent);
    if (const int *code = std::get_if<int>(&plan))
        return *code;
    const auto &rewrite = std::get<edit::Rewrite>(plan);
    if (!rewrite.alsoChanges.empty()) {
        if (!arguments.has("--also")) {
            say(Severity::Error, message(Code::AlsoChanges, {namesOf(rewrite.alsoChanges)}));
            say(pairChanges(rewrite.alsoChanges));
            return Refused;
        }
        say(Tr::tr("also changes:"));
        say(pairChanges(rewrite.alsoChanges));
    }
    return carryOut(*input, rewrite, arguments.has("-w"));
}

} // namespace

int runAllow(const Arguments &arguments)
{
    return runEdit(arguments, true);
}

int runRevoke(const Arguments &arguments)
{
    return runEdit(arguments, false);
}

int runIsolate(const Arguments &arguments)
{
    const std::vector<std::string> &words = arguments.words();
    if (words.size() < 2)
        return wrongUsage("isolate", Tr::tr("a namespace and a file are needed"));
    if (arguments.has("--dns") && !arguments.has("--egress"))
        return wrongUsage("isolate", Tr::tr("--dns goes with --egress"));
    const std::optional<Input> input = readInput(arguments, {words.begin() + 1, words.end()});
    if (!input || input->isIncomplete)
        return Wrong;
    const auto plan =
        planned(*input, edit::Isolate{words[0], arguments.has("--egress"), arguments.has("--dns")});
    if (const int *code = std::get_if<int>(&plan))
        return *code;
    const auto &rewrite = std::get<edit::Rewrite>(plan);
    if (!rewrite.alsoChanges.empty()) {
        constexpr int kMostTold = 10'000; // more lines than anybody reads
        say(Tr::tr("this cuts:"));
        say(pairChanges(rewrite.alsoChanges, kMostTold));
    }
    return carryOut(*input, rewrite, arguments.has("-w"));
}

} // namespace drawbridge::cli
