#include "cli/cli.h"

#include "cli/commands.h"
#include "cli/output.h"
#include "layout/layouter.h"
#include "messages/messages.h"
#include "messages/tr.h"

#include <QCoreApplication>
#include <QHashFunctions>

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <langinfo.h>
#include <new>
#include <string_view>

namespace drawbridge::cli {

namespace {

/// Options of every subcommand that reads files.
const std::vector<OptionSpec> &sharedOptions()
{
    static const std::vector<OptionSpec> options{
        {"-n", true, "--namespace"}, {"--plugin", true}, {"--keep-going", false}};
    return options;
}

/// Qt warns on standard error where the locale is not UTF-8, and then takes one that is.
void chooseUtf8Locale()
{
    static_cast<void>(std::setlocale(LC_ALL, "")); // the next line sees a failure
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setenv("LC_ALL", "C.UTF-8", 1);
}

/// Qt's own remarks are not for people who use a command line.
void dropRemarks(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        say(text);
}

int runCommand(const Command &command, const std::vector<std::string> &words)
{
    std::vector<OptionSpec> specs = command.options;
    specs.push_back({"--help", false, "-h"});
    if (command.readsFiles)
        specs.insert(specs.end(), sharedOptions().begin(), sharedOptions().end());
    const auto parsed = Arguments::parse(command.name, words, specs);
    if (const auto *problem = std::get_if<QString>(&parsed))
        return wrongUsage(command.name, *problem);
    const auto &arguments = std::get<Arguments>(parsed);
    return arguments.has("--help") ? printHelp(command.name) : command.run(arguments);
}

/// The exports that need fonts make an application object of their own.
bool makesOwnApplication(const std::string &name)
{
    return name == "export";
}

} // namespace

const Command *commandNamed(const std::string &name)
{
    static const std::vector<Command> commands{
        {"new",
         {{"-n", true, "--namespace"}, {"--egress"}, {"--label", true}, {"-o", true, "--output"}},
         false,
         runNew},
        {"list", {{"-o", true, "--output"}, {"--groups"}, {"--exposure"}}, true, runList},
        {"explain", {{"--port", true}, {"-o", true, "--output"}}, true, runExplain},
        {"diff", {{"-o", true, "--output"}, {"--rev", true}}, true, runDiff},
        {"lint", {{"-o", true, "--output"}, {"--fail-on", true}}, true, runLint},
        {"allow", {{"--port", true}, {"-w", false, "--write"}, {"--also"}}, true, runAllow},
        {"revoke", {{"--port", true}, {"-w", false, "--write"}, {"--also"}}, true, runRevoke},
        {"isolate", {{"--egress"}, {"--dns"}, {"-w", false, "--write"}}, true, runIsolate},
        {"export",
         {{"-o", true, "--output"},
          {"--format", true},
          {"--title", true},
          {"--no-legend"},
          {"--compare", true},
          {"--rev", true}},
         true,
         runExport},
        {"help", {}, false, runHelp},
    };
    for (const Command &command : commands)
        if (name == command.name)
            return &command;
    return nullptr;
}

int wrongUsage(const std::string &command, const QString &sentence)
{
    const QString name = visible(command);
    say(QStringLiteral("drawbridge %1: %2").arg(name, sentence));
    say(Tr::tr("Read on with: drawbridge help %1").arg(name));
    return Wrong;
}

/// Who asks for help with a word that is no command, or with a file, wants no window.
static bool asksForHelp(int argc, char **argv)
{
    const auto end = std::find(argv + 1, argv + argc, std::string_view("--"));
    return std::any_of(argv + 1, end,
                       [](std::string_view word) { return word == "--help" || word == "-h"; });
}

/// Qt would end the program, whatever was asked for.
static bool lacksDisplay(int argc, char **argv)
{
    constexpr std::string_view kPlatform = "-platform"; // Qt takes it with one hyphen or two
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM") &&
           std::none_of(argv + 1, argv + argc,
                        [&](std::string_view word) { return word.ends_with(kPlatform); });
}

bool isCliCall(int argc, char **argv)
{
    const std::string first = argc < 2 ? "" : argv[1];
    return commandNamed(first) || first == "--version" || first == "--layout-worker" ||
           asksForHelp(argc, argv) || lacksDisplay(argc, argv);
}

int run(int argc, char **argv)
{
    const std::string first = argc < 2 ? "help" : argv[1];
    if (first == "--layout-worker")
        return layout::runWorker(0, 1);
    // Qt writes the fonts of a PDF in the order of a hash, and the same input gives the same bytes.
    // Nothing of ours that is read from files is in one.
    QHashSeed::setDeterministicGlobalSeed();
    chooseUtf8Locale();
    qInstallMessageHandler(dropRemarks);
    std::optional<QCoreApplication> application;
    if (!makesOwnApplication(first))
        application.emplace(argc, argv);
    if (first == "--version")
        return printed("drawbridge " DRAWBRIDGE_VERSION "\n", Done);
    if (argc < 2)
        return printHelp({});
    if (const Command *command = commandNamed(first)) {
        try {
            return runCommand(*command, {argv + 2, argv + argc});
        } catch (const std::bad_alloc &) {
            say(Severity::Error, Tr::tr("There is not enough memory. Give fewer files at once."));
            return Wrong;
        }
    }
    if (asksForHelp(argc, argv))
        return printHelp({});
    say(Severity::Error,
        Tr::tr("%1 is no subcommand, and there is no display for a window.").arg(visible(first)));
    say(Tr::tr("Read on with: drawbridge help"));
    return Wrong;
}

} // namespace drawbridge::cli
