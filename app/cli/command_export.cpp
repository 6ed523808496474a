#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "document/auto_layout.h"
#include "document/file_bytes.h"
#include "document/safe_save.h"
#include "document/side_state.h"
#include "graph/standard.h"
#include "lint/lint.h"
#include "messages/messages.h"
#include "messages/tr.h"
#include "output/exporting.h"

#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>

#include <array>
#include <filesystem>

namespace drawbridge::cli {

namespace {

constexpr std::size_t kLargestSideFile = 64u << 20;

std::optional<output::Format> formatOf(const Arguments &arguments)
{
    const std::string path = arguments.value("-o");
    const std::string ending = std::filesystem::path(path).extension().string();
    return output::formatNamed(arguments.value("--format", ending.empty() ? "" : ending.substr(1)));
}

QString formatNames()
{
    QStringList names;
    for (output::Format format : output::formats())
        names += QLatin1String(output::endingOf(format));
    const QString last = names.takeLast();
    return Tr::tr("%1 and %2").arg(names.join(QStringLiteral(", ")), last);
}

std::string sidePath(const Arguments &arguments, const Input &input)
{
    namespace fs = std::filesystem;
    std::error_code error;
    const std::vector<std::string> &paths = arguments.words();
    if (paths.size() == 1 && fs::is_directory(paths.front(), error))
        return (fs::path(paths.front()) / ".drawbridge.json").string();
    const std::vector<FileId> files = input.workspace.files();
    return files.empty() ? std::string()
                         : input.workspace.file(files.front()).path() + ".drawbridge.json";
}

/// The layout that the user made, as the window would read it.
SideState sideState(const Arguments &arguments, const Input &input)
{
    const std::string path = sidePath(arguments, input);
    const Result<std::string> bytes = readFile(path, kLargestSideFile);
    if (!bytes)
        return {};
    const auto side = readSideFile(QByteArray::fromStdString(*bytes));
    if (!side)
        say(Severity::Warning, message(Failure{Code::SideFileUnknown, {path}}));
    return side.value_or(SideState());
}

graph::Picture pictureOf(const graph::Graph &graph, const SideState &side)
{
    FreshPlaces places = freshPlaces(graph, side.placement, side.collapsed);
    places.automatic.insert(side.placement.begin(), side.placement.end());
    return graph::compose(graph, places.automatic, side.collapsed, places.wishes);
}

QString titleOf(const Arguments &arguments)
{
    if (arguments.has("--title"))
        return visible(arguments.value("--title"));
    if (arguments.words().size() != 1 || arguments.words().front() == kStandardInput)
        return {};
    return visible(QFileInfo(QFile::decodeName(arguments.words().front().c_str())).fileName());
}

/// Empty if it cannot be drawn. Text in pixels needs fonts, and so an application object; a display
/// it does not.
QByteArray exported(const Arguments &arguments, const Input &input, output::Format format)
{
    const SideState side = sideState(arguments, input);
    graph::Graph graph = graph::build(input.workspace, input.evaluator, side.ports);
    if (!input.evaluator.profile().isStandard())
        graph::markUnlikeStandard(graph, standardOf(input));
    graph::Picture picture;
    if (output::usesPlaces(format))
        picture = pictureOf(graph, side);
    picture.notes = graph::notes(graph, side.notes);
    std::vector<Diagnostic> diagnostics;
    if (output::tellsProblems(format)) {
        diagnostics = lint::lint(input.workspace, input.evaluator);
        diagnostics.insert(diagnostics.begin(), input.diagnostics.begin(), input.diagnostics.end());
    }
    const output::Subject subject{input.workspace, input.evaluator, graph, picture, diagnostics};
    const output::Options options{titleOf(arguments), !arguments.has("--no-legend"), false};
    if (!output::needsFonts(format))
        return output::bytesOf(format, subject, options);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int count = 1;
    std::array<char, 11> name{"drawbridge"};
    std::array<char *, 2> words{name.data(), nullptr};
    const QGuiApplication application(count, words.data());
    return output::bytesOf(format, subject, options);
}

/// A slip must not replace a manifest by its picture.
bool isInput(const Arguments &arguments, const Input &input, const std::string &path)
{
    std::error_code error;
    if (std::filesystem::equivalent(sidePath(arguments, input), path, error))
        return true;
    for (FileId file : input.workspace.files())
        if (std::filesystem::equivalent(input.workspace.file(file).path(), path, error))
            return true;
    return false;
}

} // namespace

int runExport(const Arguments &arguments)
{
    const std::string path = arguments.value("-o");
    if (path.empty())
        return wrongUsage("export", Tr::tr("say where to write: -o FILE"));
    const std::optional<output::Format> format = formatOf(arguments);
    if (!format)
        return wrongUsage("export", Tr::tr("the formats are %1").arg(formatNames()));
    const std::optional<Input> input = readInput(arguments, arguments.words());
    if (!input)
        return Wrong;
    if (isInput(arguments, *input, path)) {
        say(Severity::Error, Tr::tr("%1 is one of the files to be read").arg(visible(path)));
        return Refused;
    }
    const QByteArray bytes = exported(arguments, *input, *format);
    if (bytes.isEmpty()) {
        say(Severity::Error, Tr::tr("the picture could not be drawn"));
        return Refused;
    }
    if (path == kStandardInput)
        return printed({bytes.constData(), std::size_t(bytes.size())}, input->with(Done));
    if (const auto failure = safeSave(QFile::decodeName(path.c_str()), bytes, std::nullopt)) {
        say(Severity::Error, message(*failure));
        return Refused;
    }
    return input->with(Done);
}

} // namespace drawbridge::cli
